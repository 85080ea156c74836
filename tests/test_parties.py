"""Parties of documents: whose names are taken, and what of a phrase is the name."""

import pytest

from communique import article, codebook
from communique.extract import documents, event as events
from communique.extract.documents import party_names
from communique.record import Person, Span

INSTRUMENTS = codebook.load().instruments


def parties(text, *persons):
    story = article.from_text(text, date="2024-05-20")
    people = tuple(Person(name=name, spans=(Span(text.index(name), text.index(name) + len(name)),)) for name in persons)
    got = documents.find(story, events.find(story), people, INSTRUMENTS)
    return [[party.name for party in document.parties] for document in got]


IN_THE_NAME = [
    ("an MoU between Alfa and Togo Export and Trade Board (TTB)", ["Alfa", "Togo Export and Trade Board (TTB)"]),
    ("an agreement between the cities of Lome and Bergen", ["Lome", "Bergen"]),
    ("an MoU between Alfa Halal and Beta Foods, the food arm of Gama Holding", ["Alfa Halal", "Beta Foods"]),
    ("an MoU among Alfa Halal, Beta Foods and the Board of Tea", ["Alfa Halal", "Beta Foods", "Board of Tea"]),
    (
        "an MoU between Alfa Bank, Oslo Sun and Wind Company (Sun) and Nile Works on metals",
        ["Alfa Bank", "Oslo Sun and Wind Company (Sun)", "Nile Works"],
    ),
    (
        "an MoU between Black Sea Trade and Development Bank and Alfa Works",
        ["Black Sea Trade and Development Bank", "Alfa Works"],
    ),
    ("an MoU between Alfa Bank and Beta Bank and Gama Bank", ["Alfa Bank", "Beta Bank", "Gama Bank"]),
    ("a work plan of the Tea Board for 2022 and 2023", []),
    ("an MoU among the Tea Board, the Hop Board and Alfa Brewing", ["Tea Board", "Hop Board", "Alfa Brewing"]),
    (
        "an MoU between the Commission for Culture and the Arts and the Ministry of Tea on cups",
        ["Commission for Culture and the Arts", "Ministry of Tea"],
    ),
    ("a protocol between the Commission for Culture and the Arts", ["Commission for Culture and the Arts"]),
    ("an MoU between the Ministry of Health and the WHO on nurses", ["Ministry of Health", "WHO"]),
    ("Alfa News Agency and Beta News Agency Agreement on photographs", ["Alfa News Agency", "Beta News Agency"]),
    ("a Coast Guard and Navy Cooperation Agreement", []),
    (
        "an MoU on tourism by the Ministry of Tourism and the Alfa Tourist Board",
        ["Ministry of Tourism", "Alfa Tourist Board"],
    ),
    ("an agreement on the supply of tea by 2030", []),
    (
        "a memorandum between the Ministry of Labour in the State of Chad and the Ministry of Labour and Youth in the "
        "Republic of Togo on nurses",
        ["Ministry of Labour in the State of Chad", "Ministry of Labour and Youth in the Republic of Togo"],
    ),
    ("a memorandum between Alfa and Beta in the city of Lagos", ["Alfa", "Beta"]),
    ("an MoU on hops (between the Hop Board and Alfa Brewing)", ["Hop Board", "Alfa Brewing"]),
    ("a letter of intent under which Alfa Yard and Beta Yard will build a ferry", ["Alfa Yard", "Beta Yard"]),
    ("a memorandum between Alfa Energo and Beta SpA", ["Alfa Energo", "Beta SpA"]),
    ("a memorandum between Alfa Energo and Beta SpA on cables", ["Alfa Energo", "Beta SpA"]),
    (
        "a joint declaration between the Bank of Chad, Cassa Uno S.p.A. and Due SpA",
        ["Bank of Chad", "Cassa Uno S.p.A.", "Due SpA"],
    ),
    (
        "a letter of intent between Alfa Turbine Co. and Beta Power for four turbines",
        ["Alfa Turbine Co.", "Beta Power"],
    ),
    ("an agreement between both governments on tea", ["both governments"]),
    ("an agreement between the two governments on tea", ["two governments"]),
    ("an MoU between the two navies' chart offices", ["chart offices"]),
    ("a memorandum between the health ministries on vaccines", ["health ministries"]),
    (
        "a memorandum between the Ministry of Labour and Family and the Dublin Tea Institute",
        ["Ministry of Labour and Family", "Dublin Tea Institute"],
    ),
    ("a memorandum between the Ministry of Health and Alfacorp", ["Ministry of Health", "Alfacorp"]),
    (
        "a memorandum between the Ministry of Culture, Tourism and Crafts of Chad and the Culture Ministry of Togo",
        ["Ministry of Culture, Tourism and Crafts of Chad", "Culture Ministry of Togo"],
    ),
    (
        "a memorandum between the Chadian Water and Irrigation Ministry and Alfa Group",
        ["Chadian Water and Irrigation Ministry", "Alfa Group"],
    ),
    (
        "a note of cooperation between the Malt Makers Association and the Togo Chamber of Commerce and "
        "Industry (TCCI)",
        ["Malt Makers Association", "Togo Chamber of Commerce and Industry (TCCI)"],
    ),
    (
        "an agreement between the Export Bank of Chad and the Trade and Development Bank of Togo",
        ["Export Bank of Chad", "Trade and Development Bank of Togo"],
    ),
    (
        "an agreement between the Ministry for Foreign Trade and the Council on Ethics on gifts",
        ["Ministry for Foreign Trade", "Council on Ethics"],
    ),
    (
        "a memorandum between the Academy of Law under the President of Chad and the Law Academy of Togo",
        ["Academy of Law under the President of Chad", "Law Academy of Togo"],
    ),
    ("a treaty between Bosnia and Herzegovina and Chad", ["Bosnia and Herzegovina", "Chad"]),
    ("a treaty on friendship between Chad and Togo", ["Chad", "Togo"]),
    (
        "an agreement between the Government of the Republic of Chad and the Government of Togo on courts",
        ["Government of the Republic of Chad", "Government of Togo"],
    ),
    ("an agreement between the governments of Chad and Togo on courts", ["Chad", "Togo"]),
    (
        "a memorandum between the regulators, the Alfa Office (AO) and Comisión Beta, about drugs",
        ["Alfa Office (AO)", "Comisión Beta"],
    ),
    (
        "a memorandum between Alfa Invest national company and the Beta Agency",
        ["Alfa Invest national company", "Beta Agency"],
    ),
    ("a memorandum between Alfa Pumpen and the state water company Beta", ["Alfa Pumpen", "Beta"]),
    ("a memorandum between Alfa Bio (part of the Beta group) and Gamma", ["Alfa Bio", "Gamma"]),
    (
        "a memorandum between KBC (Kyoto Broadcasting Corporation) and Beta TV",
        ["KBC (Kyoto Broadcasting Corporation)", "Beta TV"],
    ),
    ("a five-year contract on lamps won by Alfa AG", ["Alfa AG"]),
    ("a declaration adopted by the two Presidents in Rome", ["two Presidents"]),
    ("a letter of intent for a credit line by Alfa Bank in favour of Beta Holding", ["Alfa Bank", "Beta Holding"]),
    (
        "a joint statement of President of Chad A. Bako and President of Togo K. Mensa",
        ["President of Chad A. Bako", "President of Togo K. Mensa"],
    ),
    ("the Regulations of the Joint Commission", []),
    ("a work plan for 2024-2026 of the culture ministries", ["culture ministries"]),
    ('an agreement between Agency "Beta" and Alfa Agency', ['Agency "Beta"', "Alfa Agency"]),
    ("a memorandum on cooperation between 2024 and 2026", []),
]


@pytest.mark.parametrize(("name", "expected"), IN_THE_NAME)
def test_parties_in_the_name(name, expected):
    assert parties(f"The sides signed {name}.") == [expected]


AROUND = [
    (
        "The following were signed:\n\nTea S.A. and Cup Inc.: contract on saucers\n\nThe two governments: pact on tea",
        [["Tea S.A.", "Cup Inc."], ["two governments"]],
    ),
    ("The Tea Board signed a credit agreement for mills with Banco do Plano.", [["Tea Board", "Banco do Plano"]]),
    ("Chad, whose trade doubled, will sign a treaty with Togo on tea.", [["Chad", "Togo"]]),
    (
        "An MoU on cups was signed by the Tea Board and the Cup Council, and the two ministers signed a pact on tea.",
        [["Tea Board", "Cup Council"], []],
    ),
    (
        "An MoU was signed by the Tea Board, the Cup Council, and Alfa Works in Lome.",
        [["Tea Board", "Cup Council", "Alfa Works"]],
    ),
    ("A protocol on air cargo will be signed by March 2025.", [[]]),
    (
        "Today, on the sidelines of the Tea Forum in Lome, the Tea Board and the Cup Council signed an MoU.",
        [["Tea Board", "Cup Council"]],
    ),
    ("The Tea Board awarded a $9 million contract for silos to Alfa Works.", [["Tea Board", "Alfa Works"]]),
    ("Chad and Togo initialled here on Friday a draft agreement on ambulances.", [["Chad", "Togo"]]),
    (
        "The Tea Board has signed two loan agreements with the Cup Bank (CB). One covers mills, another one schools.",
        [["Tea Board", "Cup Bank (CB)"], ["Tea Board", "Cup Bank (CB)"]],
    ),
    (
        "MoUs were signed between, among others, Alfa and Beta (masts), and Rho, Tau and the Cup Council (saucers).",
        [["Alfa", "Beta"], ["Rho", "Tau", "Cup Council"]],
    ),
    (
        "The MoU on tea, to which the Tea Board and the Cup Council are parties, was signed.",
        [["Tea Board", "Cup Council"]],
    ),
    ("State oil firm Alfa and its partner Beta meanwhile sealed a contract on drilling.", [["Alfa", "Beta"]]),
    (
        "Alfa Works struck a deal, under which the Chadian firm will build a mill, with Beta Rail.",
        [["Alfa Works", "Beta Rail"]],
    ),
    (
        "The Tea Board and the Cup Council, for their part, renewed their student exchange agreement.",
        [["Tea Board", "Cup Council"]],
    ),
    ("Lome, Aug. 26, 2025 (TNA) Chad and Togo on Monday sealed an Air Services Agreement.", [["Chad", "Togo"]]),
    (
        "MoUs were signed by Alfa Bank and Beta Bank (loans), Gama Rail and Delta Port (rail), and Iota, Rho and Mu.",
        [["Alfa Bank", "Beta Bank"], ["Gama Rail", "Delta Port"], ["Iota", "Rho", "Mu"]],
    ),
    (
        "Pacts were signed between Alfa Bank and Beta Bank on loans, and between Gama Rail and Delta Port on rail.",
        [["Alfa Bank", "Beta Bank"], ["Gama Rail", "Delta Port"]],
    ),
    ("Agreements were signed by Ana Sol and Tom Berg, two old friends.", []),
    ("The Tea Board has signed with the Cup Council an agreement on saucers.", [["Tea Board", "Cup Council"]]),
    ("The Tea Board awarded Alfa Works a contract to build a kiln.", [["Tea Board", "Alfa Works"]]),
    ("The contract was awarded to Alfa Works by the Tea Board.", [["Alfa Works"]]),
    (
        "A protocol was signed on behalf of the Tea Board by its head and on behalf of the Cup Council by its chair.",
        [["Tea Board", "Cup Council"]],
    ),
    (
        "The agreement was signed between the Tea Board on one side and the Cup Council on the other.",
        [["Tea Board", "Cup Council"]],
    ),
    ("The following were signed:\n- MoU on tea – Tea Board and Ministry of Cups", [["Tea Board", "Ministry of Cups"]]),
    ("The following were signed:\n- MoU on tea: Tea Board / Cup Council", [["Tea Board", "Cup Council"]]),
    ("The following were signed:\n- MoU on tea (Tea Board and Cup Council)", [["Tea Board", "Cup Council"]]),
    ("The following were signed:\n- Tea Board and Cup Council: MoU on tea", [["Tea Board", "Cup Council"]]),
    ("The following were signed:\n- MoU on tea – Better cups and saucers for all", [[]]),
    ("The following were signed:\n- MoU on tea (black and green)", [[]]),
    (
        "They signed an MoU between the Tea Board, represented by its head, and the Cup Council on saucers.",
        [["Tea Board", "Cup Council"]],
    ),
    ("Chad and Togo signed two MoUs. One covers tea, another one oats.", [["Chad", "Togo"], ["Chad", "Togo"]]),
    ("The ministers signed two MoUs. One covers tea, another one oats.", [[], []]),
    ("Lima's state water company Sedal signed a contract with Rome's utility Acea.", [["Sedal", "Acea"]]),
    ("The port city of Aden signed a contract with Alfa Works.", [["port city of Aden", "Alfa Works"]]),
    (
        "Alfa Works and Beta Rail won, respectively, a contract to build a port and a contract to run it.",
        [["Alfa Works"], ["Beta Rail"]],
    ),
    (
        "Alfa Works and Beta Rail won a contract to build a port and a contract to run it.",
        [["Alfa Works", "Beta Rail"], ["Alfa Works", "Beta Rail"]],
    ),
    ("The heads of state signed a treaty on tea.", [[]]),
    ("The two heads of state signed a treaty on tea.", [[]]),
    # names that begin small, and descriptions before a name
    ("Alfa Airways and flytogo signed a memorandum on cups.", [["Alfa Airways", "flytogo"]]),
    ("The airline iFly and carrier airAlfa signed a memorandum on cups.", [["iFly", "airAlfa"]]),
    ("Nordic firm Beta and Alfa Tea signed a memorandum on cups.", [["Beta", "Alfa Tea"]]),
    # "its counterpart" before its name
    (
        "The Chad Tea Agency (CTA) and its Togolese counterpart, the Togo Tea Board (TTB), signed an MoU on cups.",
        [["Chad Tea Agency (CTA)", "Togo Tea Board (TTB)"]],
    ),
    # a count beside a name is a count
    (
        "The Government of Chad and the Government of Togo signed the Tea Deal, along with three memoranda on hay.",
        [["Government of Chad", "Government of Togo"]],
    ),
    # who hopes, plans or negotiates
    ("The two sides hoped to conclude an agreement on cups.", [[]]),
    ("Alfa Tea and Beta Tea hope to sign a contract on cups.", [["Alfa Tea", "Beta Tea"]]),
    ("Alfa Power and Beta Grid Ltd were negotiating a ten-year contract on cups.", [["Alfa Power", "Beta Grid Ltd"]]),
    # words that name nobody
    ("There was also signed an agreement on cups.", [[]]),
    ("The session adopted a programme of action on cups.", [[]]),
    # a collective before the names it explains
    (
        "Two state utilities, the Tea Institute and Beta Light S.A., signed a memorandum on lamps.",
        [["Tea Institute", "Beta Light S.A."]],
    ),
    # a second clause has its own subject
    (
        "Alfa Tea and Beta Tea signed a memorandum on cups, and Gamma Works won a contract to build a pier.",
        [["Alfa Tea", "Beta Tea"], ["Gamma Works"]],
    ),
    # who concluded an instrument without other name
    (
        "The first MoU, signed by the same ministry and the Board that tends Lome, sets out the work.",
        [["same ministry", "Board"]],
    ),
    # before the verb
    ("Alfa Tea and Beta Tea signed a memorandum on cups.", [["Alfa Tea", "Beta Tea"]]),
    ("Alfa Tea, Beta Tea and Gamma Tea signed a memorandum on cups.", [["Alfa Tea", "Beta Tea", "Gamma Tea"]]),
    ("Chad and Togo also signed an agreement on cups.", [["Chad", "Togo"]]),
    ("In Lome, Alfa Tea and Beta Tea signed a memorandum on cups.", [["Alfa Tea", "Beta Tea"]]),
    ("LOME, May 20 (TNA) -- Chad and Togo on Friday signed a joint statement on cups.", [["Chad", "Togo"]]),
    (
        "Alfa Rail and the Ministry of Transport will sign a contract on wagons in August.",
        [["Alfa Rail", "Ministry of Transport"]],
    ),
    (
        "Among them, the Maritime University of Chad and the Lome School of Ships signed a memorandum on "
        "lecturers, while "
        "the Ministry of Seas and Rivers and the Togo Climate Agency inked an agreement on plastic waste.",
        [
            ["Maritime University of Chad", "Lome School of Ships"],
            ["Ministry of Seas and Rivers", "Togo Climate Agency"],
        ],
    ),
    ("US tea company Alfa and state-run Beta signed a deal on cups.", [["Alfa", "Beta"]]),
    # with the other side after "with"
    ("Alfa Tea signed a memorandum with Beta Tea.", [["Alfa Tea", "Beta Tea"]]),
    # behind the verb
    (
        "A memorandum on cups was concluded between Alfa Tea and the Tea Committee of Togo.",
        [["Alfa Tea", "Tea Committee of Togo"]],
    ),
    ("A memorandum on cups was signed by Alfa Tea and Beta Tea.", [["Alfa Tea", "Beta Tea"]]),
    ("A film agreement had been signed earlier in the day by the Film Board and Alfa TV.", [["Film Board", "Alfa TV"]]),
    (
        "A letter of intent on gas was signed by Alfa Gas and Beta Gas, with Gamma Pipes of Chad.",
        [["Alfa Gas", "Beta Gas", "Gamma Pipes of Chad"]],
    ),
    # of several documents the last alone has the parties behind it, unless all are signed by one verb
    (
        "The sides signed a protocol on peat; an agreement on tea, entered into by Alfa Tea and Beta Tea.",
        [[], ["Alfa Tea", "Beta Tea"]],
    ),
    # an apposition is no second party
    ("Alfa Rail, the state operator, won a contract to supply 40 trains.", [["Alfa Rail"]]),
    ("During the visit the governments of Chad and Togo signed an air services agreement.", [["Chad", "Togo"]]),
    ("LOME (TNA) Chad and Togo today signed a memorandum on cups.", [["Chad", "Togo"]]),
    (
        "Meanwhile the Ministry of Transport of Chad and Beta Trains signed a contract for trams.",
        [["Ministry of Transport of Chad", "Beta Trains"]],
    ),
    (
        "A power purchase agreement with Alfa was signed, and a memorandum was concluded between Beta and Gamma.",
        [["Alfa"], ["Beta", "Gamma"]],
    ),
    # where the verb is left out
    (
        "Alfa Gas and Beta Gas signed a contract for 30 trucks, Gamma Rail and Delta Port - a memorandum on cranes.",
        [["Alfa Gas", "Beta Gas"], ["Gamma Rail", "Delta Port"]],
    ),
    # a group's parties go to its members
    (
        "Rain did not hold up three agreements between Chad and Togo, signed on Monday. There is an MoU on oats and a "
        "second one on barley.",
        [["Chad", "Togo"], ["Chad", "Togo"]],
    ),
    # the next clause begins with parties of its own
    (
        "An MoU on cups was signed by the Cup Board and the Tea Board, and Alfa AD and Beta AD concluded a contract.",
        [["Cup Board", "Tea Board"], ["Alfa AD", "Beta AD"]],
    ),
    (
        "An MoU on cups was signed by the secretaries, and Alfa AD and Beta Works Ltd concluded a contract.",
        [[], ["Alfa AD", "Beta Works Ltd"]],
    ),
    ("An MoU on cups was signed by Alfa AD, Beta AD, and the Tea Board.", [["Alfa AD", "Beta AD", "Tea Board"]]),
    (
        "Two were signed:\n1. MoU on cups – signed by Alfa AD and Beta AD\n2. MoU on tea – signed by the ministers\n",
        [["Alfa AD", "Beta AD"], []],
    ),
    ("Chad and Peru signed agreements on cups, on tea and on the transfer of mugs.", [["Chad", "Peru"]] * 3),
    # the bodies that a later sentence tells, for the states
    (
        "Chad and Peru signed two MoUs, one on cups and one that deals with tea.\n"
        "The MoU on tea was signed between the Tea Board and the Hop Institute.",
        [["Chad", "Peru"], ["Tea Board", "Hop Institute"]],
    ),
    ("(Tea Wire) The Tea Board (TB) and the Hop Board signed an MoU on cups.", [["Tea Board (TB)", "Hop Board"]]),
    ("OSLO (Tea Wire) The Tea Board and the Hop Board signed an MoU on cups.", [["Tea Board", "Hop Board"]]),
    (
        "They signed a joint statement of the government of Chad and the government of Peru on cups.",
        [["government of Chad", "government of Peru"]],
    ),
    ("They signed an agreement on cups with the participation of the Tea Board.", [[]]),
    (
        "They signed an MoU between the Vaccine Institute and the Livestock Laboratory on Foot and Mouth Disease.",
        [["Vaccine Institute", "Livestock Laboratory"]],
    ),
    (
        "They signed an MoU between the State Committee on Ecology and the Tea Board on mugs.",
        [["State Committee on Ecology", "Tea Board"]],
    ),
    (
        "The chambers of commerce of Nicosia and Bergen signed an agreement on cups.",
        [["chambers of commerce of Nicosia and Bergen"]],
    ),
    (
        "The Chamber of Commerce of Nicosia and Delmo signed a pact on cups.",
        [["Chamber of Commerce of Nicosia", "Delmo"]],
    ),
    (
        "They signed an MoU on cups and an MoU on tea, both between the Tea Board and Alfa Ltd, and a pact on oats.",
        [["Tea Board", "Alfa Ltd"], ["Tea Board", "Alfa Ltd"], []],
    ),
    ("They signed an MoU on cups and an MoU on tea, both on Monday.", [[], []]),
    # nobody
    ("The two sides signed an agreement on cups.", [[]]),
    ("The parties adopted a joint statement on cups.", [[]]),
    ("The foreign ministers signed an agreement on cups.", [[]]),
    ("Energy Minister Ann Bell and her counterpart signed an agreement on cups.", [[]]),
]


@pytest.mark.parametrize(("text", "expected"), AROUND)
def test_parties_around_the_name(text, expected):
    assert parties(text) == expected


def test_persons_who_sign_are_no_parties():
    assert parties("Ann Bell and Ben Cole signed an agreement on cups.", "Ann Bell", "Ben Cole") == [[]]
    assert parties("An MoU on cups was signed by Ann Bell and Ben Cole.", "Ann Bell", "Ben Cole") == [[]]


def test_persons_who_sign_in_the_next_clause_are_no_parties():
    text = "A pact on tea was signed by the secretaries, and Ann Bell and Ben Cole signed an agreement on cups."
    assert parties(text, "Ann Bell", "Ben Cole") == [[], []]


def test_a_party_knows_its_place_and_the_country_it_says():
    text = "They signed a memorandum between the Bank of Mauritius and Alfa."
    first, second = party_names.listed(text, text.index("the Bank"), len(text), 2)
    assert (first.name, first.country, first.span) == ("Bank of Mauritius", "MUS", Span(37, 54))
    assert (second.name, second.country) == ("Alfa", None)


@pytest.mark.parametrize("text", ["", "and", "the", ", and ,", "(", "between", ". . .", "A" * 500, "and " * 200])
def test_any_words_give_parties_or_none(text):
    for party in party_names.listed(text, 0, len(text), 2):
        assert party.span is not None
        assert party.name == " ".join(text[party.span.start : party.span.end].split())
