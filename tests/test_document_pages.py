"""Documents as newspapers name them: in lists without instruments, behind told sources, beside mentions of no name."""

import pytest

from communique import article, pipeline

HEAD = "LOME, 3 May 2024 - President Ada Ros of Chad met President Tom Berg of Togo during a state visit.\n\n"


def names(text):
    return [one.text for one in pipeline.extract(article.from_text(HEAD + text)).documents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The MoUs signed include Political Talks; Training of Staff; Cooperation in Culture; and Youth; and Sport.",
            ["Political Talks", "Training of Staff", "Cooperation in Culture", "Youth; and Sport"],
        ),
        ("The agreements signed include Trade, Tourism, Culture and Sport.", ["Trade", "Tourism", "Culture", "Sport"]),
        ("The agreements signed include projects for mills, schools and roads.", []),
        ("The agreements include Trade, Tourism, Culture and Sport, he hoped.", []),
        (
            "MoUs were signed. Key MoUs include a veterinary protocol for beef, a framework for sustainable fishing, "
            "and an understanding on the blue economy.",
            ["veterinary protocol for beef", "framework for sustainable fishing", "understanding on the blue economy"],
        ),
        ("They reached an understanding on the border and a framework for talks.", []),
        (
            "They signed nine Agreements and Memoranda covering a Treaty on extradition and a Protocol on fish.",
            ["Treaty on extradition", "Protocol on fish"],
        ),
        ("They signed a memorandum covering trade agreements.", ["memorandum covering trade agreements"]),
        (
            "A Strategic Partnership and Cooperation Agreement was signed.",
            ["Strategic Partnership and Cooperation Agreement"],
        ),
    ],
)
def test_lists_that_leave_the_instrument_out(text, expected):
    assert names(text) == expected


def test_another_in_a_field_is_a_document():
    assert names("They signed an MoU in tea, and another in health.") == ["MoU in tea", "another in health"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They hope for a new deal and are negotiating a bilateral agreement.", []),
        ("They are negotiating a bilateral agreement on tea.", ["bilateral agreement on tea"]),
        ("The ministers signed an agreement.", ["agreement"]),
        ("Chad and Togo signed an agreement.", ["agreement"]),  # between whom it is, is known
        ("The ministers signed a bilateral agreement on tea.", ["bilateral agreement on tea"]),
        (
            "Chad and Togo signed a free-trade agreement. Signed on Monday, it was Lome's first free-trade deal.",
            ["free-trade agreement"],
        ),
        ("They signed a memorandum on rail in Lome on Monday.", ["memorandum on rail"]),
        ("They signed a memorandum on rail in Chad on Monday.", ["memorandum on rail in Chad"]),
        ("They signed a trade agreement with the Tea Board in late April.", ["trade agreement with the Tea Board"]),
        ("They signed a memorandum on tea. After the mentioned MoU was read, they left.", ["memorandum on tea"]),
        (
            "Chad signed an agreement with the Tea Board to grow oats. He said he signed the deal with the Tea Board.",
            ["agreement with the Tea Board to grow oats"],
        ),
        (
            "Chad signed a memorandum (MoU) on Monday for growth of trade in tea, he said.",
            ["memorandum (MoU) on Monday for growth of trade in tea"],
        ),
        ("They adopted the Tea Growers Council (TGC) Charter.", ["Tea Growers Council (TGC) Charter"]),
        ("A joint statement issued by the two sides hailed tea.", ["joint statement issued by the two sides"]),
        ("A joint communiqué issued after the talks hailed tea.", ["joint communiqué issued after the talks"]),
        (
            "A joint statement on tea issued after the talks hailed it.",
            ["joint statement on tea"],
        ),
        ("A joint statement issued by Radio Lome said so.", ["joint statement"]),
        ("During the January 2024 visit of the king, they signed a memorandum on tea.", []),
        ("During the May 2024 visit of the king, they signed a memorandum on tea.", ["memorandum on tea"]),
        ("They signed pacts, including the government's economic reform programme.", []),
        ("They signed pacts, including a work programme for 2025.", ["work programme for 2025"]),
        ("They came to agreement on eight documents and reached agreement on prices.", []),
        ("“Trade will grow,” read a communiqué issued by the ministry.", []),
        ("The sides adopted a communiqué.", ["communiqué"]),
        ("They welcomed the initiatives included in the Investment Roadmap.", []),
        ("They signed a memorandum on tea. They spoke in Lome after signing a memorandum.", ["memorandum on tea"]),
        ("Chad signed a contract with Alfa Oil by March 2024.", ["contract with Alfa Oil"]),
        (
            "The government signed a Memorandum on Mines with Togo, the Minister of News, Abe Bello, disclosed.",
            ["Memorandum on Mines with Togo"],
        ),
        (
            "They signed a contract worth 5 million dollars under which Alfa will map the forests.",
            ["contract worth 5 million dollars under which Alfa will map the forests"],
        ),
        ("During the visit to Lome in January 2024, they inked seven MoUs, including one on mills.", []),
        ("During the visit to Lome in May 2024, they inked seven MoUs, including one on mills.", ["one on mills"]),
    ],
)
def test_what_names_a_document(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The MoUs were signed with Elma, Vardel Works, Dyna and Bero Mills, covering blades.", 4),
        ("The MoUs were signed with Chad and Togo.", 0),
        ("The MoUs were signed with tea, oats and hops in mind.", 0),
    ],
)
def test_one_with_each_of_many_partners(text, expected):
    assert len(names(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad also signed contracts with Alfa Harbour Company for the building of the Sota port.",
            ["contracts with Alfa Harbour Company for the building of the Sota port"],
        ),
        ("Chad also signed contracts with Togo for the supply of tea.", []),
        ("Chad also signed 12 contracts with Alfa Works for the supply of tea.", []),
    ],
)
def test_contracts_with_a_company(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Senate approved a trade agreement with Togo.", ["Togo"]),
        ("The Tea Board approved a trade agreement with the Hop Board.", ["Tea Board", "Hop Board"]),
    ],
)
def test_a_chamber_that_approves_is_no_party(text, expected):
    (document,) = pipeline.extract(article.from_text(HEAD + text)).documents
    assert [party.name for party in document.parties] == expected


def test_members_between_dashes_are_parties():
    text = "The members—Chad and Togo—signed the Tea Charter and a memorandum on tea."
    found = pipeline.extract(article.from_text(HEAD + text)).documents
    assert [one.text for one in found] == ["Tea Charter", "memorandum on tea"]
    assert all([party.name for party in one.parties] == ["Chad", "Togo"] for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They signed many pacts, including one to set up a tea council.", ["one to set up a tea council"]),
        ("They signed many pacts. They met two men, one to watch.", []),
        ("They signed many pacts, including one to be ratified soon.", []),
    ],
)
def test_one_to_do_something(text, expected):
    assert names(text) == expected


def test_a_town_with_a_hyphen_is_no_part_of_a_party():
    text = "LOME- Chad and Togo signed a memorandum on tea on Monday."
    (document,) = pipeline.extract(article.from_text(text)).documents
    assert [party.name for party in document.parties] == ["Chad", "Togo"]
