"""Parties that a later sentence gives, and names of parties in which "and" or a comma joins no two."""

import pytest
from test_parties import parties

LATER = [
    (
        "They signed an MoU on tea and a protocol on mills. The first was signed by Alfa Board and Cup Council, the "
        "second by Tea Fund and Mill Fund.",
        [["Alfa Board", "Cup Council"], ["Tea Fund", "Mill Fund"]],
    ),
    (
        "The MoUs are on “fish”, “tea” and “rail”. The Tea Board and the Cup Board penned the second. The Rail Agency "
        "and the Train Fund inked the third one.",
        [[], ["Tea Board", "Cup Board"], ["Rail Agency", "Train Fund"]],
    ),
    # what an ordinal tells counts more than the two countries that signed them all
    (
        "Chad and Togo signed two MoUs. The MoUs are on “fish” and “tea”. The Tea Board and the Cup Board signed the "
        "second.",
        [["Chad", "Togo"], ["Tea Board", "Cup Board"]],
    ),
    (
        "They signed an MoU on tea. The MoU was signed by the Tea Board and the Cup Council.",
        [["Tea Board", "Cup Council"]],
    ),
    (
        "They signed an MoU on tea and a protocol on mills. The documents were signed by the Ministry of Tea and the "
        "Ministry of Mills.",
        [["Ministry of Tea", "Ministry of Mills"]] * 2,
    ),
    (
        "Two MoUs were signed. The first MoU is on tea. The second MoU focuses on mills. This agreement was concluded "
        "between the Mill Fund and the Cup Union.",
        [[], ["Mill Fund", "Cup Union"]],
    ),
    # on whose behalf
    (
        "They signed an MoU on tea. Finance Minister Ana Sol signed the agreement on behalf of Chad and Tom Berg, "
        "country director, signed for the World Bank.",
        [["Chad", "World Bank"]],
    ),
    (
        "An MoU on tea was signed by Minister Ana Sol on behalf of the Government of Chad and Tom Berg on behalf of "
        "the Tea Fund.",
        [["Government of Chad", "Tea Fund"]],
    ),
    (
        "Chad and Togo signed a Memorandum of Understanding on tea. Envoy Ana Sol signed the Memorandum for the "
        "Republic of Chad and Minister Tom Berg signed for Togo.",
        [["Chad", "Togo"]],
    ),
    # these tell no parties
    ("They signed an MoU on tea. The ministers signed the agreement.", [[]]),
    ("They signed an MoU on tea. It will be good for Chad and for Togo.", [[]]),
    ("They signed an MoU on tea. Envoy Ana Sol signed for the Chadian side and Tom Berg for the Togolese side.", [[]]),
    ("They signed an MoU on tea. The first mill was built by the Tea Board and the Cup Council.", [[]]),
    ("The first MoU, signed by Chad's Minister of Tea, Ana Sol on behalf of Chad, covers tea.", [[]]),
]


@pytest.mark.parametrize(("text", "expected"), LATER)
def test_parties_told_later(text, expected):
    assert parties(text) == expected


ONE_NAME = [
    # an article opens the name, the noun of the institution closes it
    (
        "an MoU between the Tea Research, Development and Innovation Council and the Cup Board",
        ["Tea Research, Development and Innovation Council", "Cup Board"],
    ),
    (
        "an MoU between the Board of Tea and the National Development and Reform Committee of Chad on rail",
        ["Board of Tea", "National Development and Reform Committee of Chad"],
    ),
    ("an MoU between the Red Crescent, Beta Bank and the Gamma Fund", ["Red Crescent", "Beta Bank", "Gamma Fund"]),
    ("an MoU between the Alfa Works and Tea Council", ["Alfa Works", "Tea Council"]),
    # the bodies of two countries at once
    (
        "an MoU on law between the Chadian and Togolese ministries of justice",
        ["Chadian and Togolese ministries of justice"],
    ),
    ("an MoU between the central banks of Chad and Togo", ["central banks of Chad and Togo"]),
    ("an MoU between the Central Bank of Chad and Togo", ["Central Bank of Chad", "Togo"]),
    ("an MoU on arms between the two countries defense ministries", ["defense ministries"]),
    ("an MoU on arms between the two countries in 2024", []),
    (
        "an MoU between the unions of tea makers and traders of the two countries",
        ["unions of tea makers and traders of the two countries"],
    ),
    (
        "an MoU between the State Committee of Chad for Tea, Cups and Mills and the Mill Board",
        ["State Committee of Chad for Tea, Cups and Mills", "Mill Board"],
    ),
    (
        "an MoU between the Agency “Alfa” of the Agency of Tea and Cups and the Mill Board",
        ["Agency “Alfa” of the Agency of Tea and Cups", "Mill Board"],
    ),
    # where they are, and what they are for
    (
        "an MoU between the Ministry of Finance in Chad and the Ministry of Tea on mills",
        ["Ministry of Finance in Chad", "Ministry of Tea"],
    ),
    ("an MoU between the Tea Board and Alfa Works in Chad", ["Tea Board", "Alfa Works"]),
    (
        "an MoU between the Tea Board and the Cup Centre for the Study of Mills",
        ["Tea Board", "Cup Centre for the Study of Mills"],
    ),
    ("an MoU between the Tea Board and the Cup Centre for the Lome mill", ["Tea Board", "Cup Centre"]),
    (
        "an MoU between the Association of Tea Houses (ATH), Chad and Cup Agency (CA), Togo on cups",
        ["Association of Tea Houses (ATH)", "Cup Agency (CA)"],
    ),
]


@pytest.mark.parametrize(("name", "expected"), ONE_NAME)
def test_one_name_in_which_and_stands(name, expected):
    assert parties(f"The sides signed {name}.") == [expected]


OTHERS = [
    # the clause of another verb, an apposition, a plural owner
    (
        "Alfa Works signed two MoUs with the Togo government, and Chadian cup service provider Beta also signed a "
        "separate MoU with the Mill Authority on mills.",
        [["Beta", "Mill Authority"]],
    ),
    (
        "Alfa, the Chad Oil, Gas and Tea Corporation, signed a contract with Beta Works to dig for tin.",
        [["Alfa", "Beta Works"]],
    ),
    (
        "Chad University (CU) and the Embassy of Costa Rica to the State of Togo signed a letter of intent.",
        [["Chad University (CU)", "Embassy of Costa Rica to the State of Togo"]],
    ),
    (
        "They will sign a treaty between Togo and the Russian Federation on Friendly Relations.",
        [["Togo", "Russian Federation"]],
    ),
    ("APIA, SAMOA – 22 MAY 2024: Samoa and Togo signed a pact on tea.", [["Samoa", "Togo"]]),
    ("Saudi Arabian lessor Alfa signed a deal for jets with Beta Works.", [["Alfa", "Beta Works"]]),
    ("They met as the signed Agreement on tea was read.", [[]]),
    (
        "THE country's trade and mill promotion agency, Alfa, and the Togo Tea and Trade Centre (TTC) signed an MoU.",
        [["Alfa", "Togo Tea and Trade Centre (TTC)"]],
    ),
    ("Subsequently, the parties signed an agreement on mills.", [[]]),
    ("The MoU, which was formalized by the Tea Board and the Cup Union, covers tea.", [["Tea Board", "Cup Union"]]),
    (
        "Lome, (Point / TNA - 24th Nov, 2024) The Tea Board, TB, has signed an MoU with the Cup Council.",
        [["Tea Board", "Cup Council"]],
    ),
    ("The Tea Board announced the signing of an MoU with the Cup Council.", [["Tea Board", "Cup Council"]]),
    ("The Tea Board announced the signing of an MoU on cups.", [[]]),
    (
        "The following were signed:\n- Ministries of Public Security: plan on cups.\n- Other matters: MoU on tea",
        [["Ministries of Public Security"], []],
    ),
    (
        "The following MoUs were signed:\n1) Cooperation between the Tea Board and the Cup Union\n2) Sports",
        [["Tea Board", "Cup Union"], []],
    ),
    ("They signed an accord on railway communication between Lome and Accra.", [[]]),
    ("Both the countries signed an agreement on tea.", [[]]),
    # to be signed by whom
    (
        "The two will enter into a memorandum on tea, to be signed by the Tea Board and the Ministry of Cups.",
        [["Tea Board", "Ministry of Cups"]],
    ),
    (
        "The Tea Board and the Cup Board will sign the renewal of the 1997 Agreement on Tea.",
        [["Tea Board", "Cup Board"]],
    ),
    (
        "The Tea Council inked separate MoUs with Alfa University on a chair of tea, with Beta University on mills and "
        "with Gama University (GU) on rail.",
        [
            ["Tea Council", "Alfa University"],
            ["Tea Council", "Beta University"],
            ["Tea Council", "Gama University (GU)"],
        ],
    ),
    (
        "The Tea Council signed MoUs with Alfa University on a chair of tea, and with a smile.",
        [["Tea Council", "Alfa University"]],
    ),
    (
        "The following were signed:\n1. MoU on Standards (Bureau of Tea; Cup Department of Togo)",
        [["Bureau of Tea", "Cup Department of Togo"]],
    ),
    (
        "The Tea Board and the Cup Board signed two memoranda: an MoU on tea and an MoU on cups.",
        [["Tea Board", "Cup Board"]] * 2,
    ),
    ("Chad and Togo signed two memoranda: an MoU on tea and an MoU on cups.", [[], []]),
    ("Togo and Chad yesterday signed and exchanged notes for a grant of $4 million for schools.", [["Togo", "Chad"]]),
    ("They printed bank notes and signed a deal on ink.", [[]]),
    ("They printed bank notes for schools.", []),
    ("A deal on tea was signed by energy, mining and water minister Ana Sol.", [[]]),
    ("A deal on tea was signed by flydubai and Gama Board.", [["flydubai", "Gama Board"]]),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_parties_of_several(text, expected):
    assert parties(text) == expected


def test_persons_in_a_name_are_no_parties():
    text = "An agreement, initialed by Ana Sol and chief Tom Berg on the Chadian side, covers tea."
    assert parties(text, "Ana Sol", "Tom Berg") == [[]]
