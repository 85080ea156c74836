"""Documents in constructions of agency news: counts that are none, places and dates behind the name, seats, asides."""

import pytest

from communique import article, codebook
from communique.extract import documents, event as events

INSTRUMENTS = codebook.load().instruments


def found(text):
    story = article.from_text(text, date="2024-05-20")
    return documents.find(story, events.find(story), (), INSTRUMENTS)


def read(text):
    """Each document's words and its parties."""
    return [(" ".join(one.text.split()), [party.name for party in one.parties]) for one in found(text)]


BOARDS = ["Tea Board", "Hop Board"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # several, whatever the form of the noun
        ("The two sides signed seven Memorandum of Understanding (MoUs) on tea and rail.", []),
        (
            "The two sides signed a Memorandum of Understanding (MoU) on tea.",
            [("Memorandum of Understanding (MoU) on tea", [])],
        ),
        # several without a name of their own, by those who have none
        ("The Government has signed loan agreements with the Alfa Bank, totalling $31 million.", []),
        ("A group of Chadian firms and US companies signed cooperation agreements worth $7 billion.", []),
        (
            "Alfa Steel Group and Beta Bank signed agreements to dig for tin.",
            [("agreements to dig for tin", ["Alfa Steel Group", "Beta Bank"])],
        ),
        # an instrument that only says of which kind something is
        ("The free trade agreement negotiations on services were concluded.", []),
        ("They attended the signing of the deal ceremony.", []),
        ("They signed a free trade agreement on services.", [("free trade agreement on services", [])]),
        # where and when it was signed is no part of the name
        ("The ministers signed an agreement in Lome.", [("agreement", [])]),
        ("The ministers signed an agreement in Balo May 18.", [("agreement", [])]),
        ("The ministers signed an agreement in Agriculture.", [("agreement in Agriculture", [])]),
        ("The ministers signed a memorandum here today together with the mayor.", [("memorandum", [])]),
        (
            "The leaders signed a declaration on tea from May 2, 2024, being the first.",
            [("declaration on tea", [])],
        ),
        (
            "The leaders signed the protocol of May 2, 2024 on tea.",
            [("protocol of May 2, 2024 on tea", [])],
        ),
        ("The leaders signed an agreement on tea, etc.", [("agreement on tea", [])]),
        ("The leaders signed an agreement on tea and hops.", [("agreement on tea and hops", [])]),
        # an aside in apposition, and verbs that have no document as their object
        ("Alfa Air agreed to sell ten jets to Beta Air, a deal the Tea House says will help.", []),
        ("They agreed to a roadmap on tea.", [("roadmap on tea", [])]),
        ("The treaty on tea entered into force.", []),
        ("The Tea Board and the Hop Board entered into a treaty on cups.", [("treaty on cups", BOARDS)]),
        (
            "They signed an agreement on May 1 to renew their 70 trillion won tea deal for five years.",
            [("agreement", [])],
        ),
        ("Alfa Works won a deal for five years.", [("deal for five years", ["Alfa Works"])]),
        # which two countries, the sentence says and not the name
        (
            "Chad and Togo signed an MoU on trade between the two countries.",
            [("MoU on trade between the two countries", ["Chad", "Togo"])],
        ),
        (
            "The Tea Board signed an MoU with Togo to deepen trade between the two countries.",
            [("MoU with Togo to deepen trade between the two countries", ["Tea Board", "Togo"])],
        ),
        (
            "Chad signed an agreement between the two governments.",
            [("agreement between the two governments", ["two governments"])],
        ),
        (
            "Chad signed an agreement between the two countries’ port authorities.",
            [("agreement between the two countries’ port authorities", ["port authorities"])],
        ),
        # one body whose name holds an "and" is no pair
        (
            "They signed memorandums of understanding between Chad's Film and Investment Promotion Fund, Agency "
            "for Tea and the Hop Board.",
            [
                (
                    "memorandums of understanding between Chad's Film and Investment Promotion Fund, Agency for "
                    "Tea and the Hop Board",
                    ["Film and Investment Promotion Fund", "Agency for Tea", "Hop Board"],
                )
            ],
        ),
        (
            "They signed memorandums between Chad's Tea Board and the Hop Board, the Alfa Bank and the Beta Bank.",
            [
                ("Chad's Tea Board and the Hop Board", ["Tea Board", "Hop Board"]),
                ("the Alfa Bank and the Beta Bank", ["Alfa Bank", "Beta Bank"]),
            ],
        ),
        # about how much is no part of the name
        (
            "The following were signed:\n- A nearly $142 billion tea agreement involving ten firms and more.",
            [("$142 billion tea agreement", [])],
        ),
        # the subject of the next verb
        (
            "The presidents signed a joint communiqué and the heads of the two banks signed a contract on tea.",
            [("joint communiqué", []), ("contract on tea", ["heads of the two banks"])],
        ),
        (
            "They signed a memorandum between the Tea Board and the Hop Board.",
            [("memorandum between the Tea Board and the Hop Board", BOARDS)],
        ),
        # a partner each
        (
            "And we also signed two MoUs on energy, one with Argentina and one with Uruguay.",
            [("one with Argentina", ["Argentina"]), ("one with Uruguay", ["Uruguay"])],
        ),
        (
            "They signed an agreement between Alfa and Beta, an MoU on tin and an agreement with the Hop Board.",
            [
                ("agreement between Alfa and Beta", ["Alfa", "Beta"]),
                ("MoU on tin", []),
                ("agreement with the Hop Board", ["Hop Board"]),
            ],
        ),
        (
            "The Tea Board signed a protocol on tea and an agreement on oats with the Hop Board.",
            [("protocol on tea", BOARDS), ("agreement on oats with the Hop Board", BOARDS)],
        ),
        (
            "An agreement on youth, and one on schools were signed.",
            [("agreement on youth", []), ("one on schools", [])],
        ),
        ("An agreement on one city was signed.", [("agreement on one city", [])]),
        ("A declaration of intent, outlining areas of work was signed.", [("declaration of intent", [])]),
        # one of several counted anew
        (
            "An energy deal was reached between Alfa and Beta. Three agreements included one on docks and one on rail.",
            [("energy deal", ["Alfa", "Beta"]), ("one on docks", []), ("one on rail", [])],
        ),
        # what a name is, in front of it
        (
            "Alfa’s rival, Beta, also signed a deal with Gamma on chips.",
            [("deal with Gamma on chips", ["Beta", "Gamma"])],
        ),
        (
            "THE country’s tea agency, TeaTrade, and the Hop Board have signed a memorandum on cups.",
            [("memorandum on cups", ["TeaTrade", "Hop Board"])],
        ),
        ("Alfa, the state operator, won a contract on rails.", [("contract on rails", ["Alfa"])]),
        # one noun for another
        (
            "Mand City and Moss City signed a sister-city pact. The mayor signed the memorandum on "
            "behalf of Mand City.",
            [("sister-city pact", ["Mand City", "Moss City"])],
        ),
        # who represents them
        (
            "The Tea Board, represented by Ana Sol, and the Hop Board, represented by its head, signed a pact on tea.",
            [("pact on tea", BOARDS)],
        ),
        ("The Tea Board, represented by Ana Sol, signed a pact on cups.", [("pact on cups", ["Tea Board"])]),
        # numbered, and else alike
        (
            "The second MoU, signed by the Tea Board of Chad and the Alfa Port, is on docks.\n\nThe third MoU, signed "
            "by the Tea Board of Chad and the Alfa Yard, is on ships.",
            [
                ("second MoU, signed by the Tea Board of Chad and the Alfa Port", ["Tea Board of Chad", "Alfa Port"]),
                ("third MoU, signed by the Tea Board of Chad and the Alfa Yard", ["Tea Board of Chad", "Alfa Yard"]),
            ],
        ),
        # pairs with "those"
        (
            "They signed memorandums, including those between Petra and Exo for gas, "
            "and those between Lito and Paco for tin.",
            [("Petra and Exo for gas", ["Petra", "Exo"]), ("Lito and Paco for tin", ["Lito", "Paco"])],
        ),
        # a weekday and a purpose behind the name, and the document taken up under a looser noun
        (
            "Chad and Togo signed a memorandum on traffic rights Thursday in an effort to boost trade.\n\n"
            "The agreement, which was signed by the ministers, will let trucks pass.",
            [("memorandum on traffic rights", ["Chad", "Togo"])],
        ),
        ("They signed an accord on the Thursday Market.", [("accord on the Thursday Market", [])]),
        # a headline names it too
        (
            "Chad to sign $2.2b loan agreement with Alfa Bank\n\nChad will sign a loan agreement of $2.2 billion with "
            "the Alfa Bank on Monday.",
            [("loan agreement of $2.2 billion with the Alfa Bank", ["Chad", "Alfa Bank"])],
        ),
        # bullets without a space
        (
            "They signed two documents.\n\nThese include:\n\n-Action Plan on tea,\n\n-Economic and Technical "
            "Cooperation Agreement and\n\n-Exchange of letters on hops.",
            [
                ("Action Plan on tea", []),
                ("Economic and Technical Cooperation Agreement", []),
                ("Exchange of letters on hops", []),
            ],
        ),
        # seats set off by commas
        (
            "An MoU between the Tea Board, Chad, and the Hop Board, Togo, on research was signed.",
            [("MoU between the Tea Board, Chad, and the Hop Board, Togo, on research", BOARDS)],
        ),
        ("An MoU was signed between the Alfa Bank, Chad and Togo.", [("MoU", ["Alfa Bank", "Chad", "Togo"])]),
    ],
)
def test_names_and_parties(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a sentence that says what one of those just signed does
        (
            "The sides inked six memorandums. An MoU on hops will lay the ground for trade.",
            [("MoU on hops", "signed")],
        ),
        ("The sides inked six memorandums. An MoU on hops would boost trade.", []),
        ("The sides inked six memorandums. An MoU on hops will be negotiated.", [("MoU on hops", "planned")]),
        # what the sentence before put into the past, and a visit of an earlier year
        ("In 2012, ties grew. Chad and Togo signed a treaty on hops.", []),
        ("In 2012, ties grew. Today Chad and Togo signed a treaty on hops.", [("treaty on hops", "signed")]),
        ("In 2024, ties grew. Chad and Togo signed a treaty on hops.", [("treaty on hops", "signed")]),
        ("In 2012, ties grew.\n\nChad and Togo signed a treaty on hops.", [("treaty on hops", "signed")]),
        ("A memorandum was signed on the soft loan during the Prime Minister's visit to Lome in June 2019.", []),
        ("A memorandum on loans was signed during the visit to Lome.", [("memorandum on loans", "signed")]),
        # what is joined to something still to come
        ("It is intended to renew the border rules and conclude a treaty on rye.", [("treaty on rye", "planned")]),
        ("Chad, Togo meet and sign treaty on rye", [("treaty on rye", "signed")]),
        ("The sides need partners. An MoU on hops will open doors.", []),
    ],
)
def test_what_one_of_those_signed_does(text, expected):
    assert [(one.text, one.status) for one in found(text)] == expected


def test_lines_without_bullets_are_names_by_themselves():
    lines = (
        "List of MoUs signed between Chad and Togo\n\n"
        "MoU signed between the Tea Board, Moundou, and the Hop Court to train clerks\n\n"
        "MoU signed between Alfa Radio and Beta Radio"
    )
    assert [text for text, _ in read(lines)] == [
        "MoU signed between the Tea Board, Moundou, and the Hop Court to train clerks",
        "MoU signed between Alfa Radio and Beta Radio",
    ]


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("protocol on changes to the agreement between Chad and Togo on tea", "changes to the agreement"),
        ("protocol to the agreement between Chad and Togo on tea", "tea"),
        ("protocol on tea to the agreement between Chad and Togo", "tea to the agreement"),
        ("protocol on cooperation between Chad and Togo for tea", "cooperation"),
    ],
)
def test_the_paper_that_is_changed_is_no_topic(name, topic):
    assert [one.topic for one in found(f"They signed a {name}.")] == [topic]


def test_an_amount_is_no_topic():
    (one,) = found("They signed an action plan aimed at bringing trade to $2 billion.")
    assert one.topic == "not stated"
    (one,) = found("They signed an agreement on a $2 billion credit for tea.")
    assert one.topic == "$2 billion credit for tea"


def test_a_first_line_between_the_same_two_is_no_headline_of_another_document():
    lines = (
        "List of documents signed between Chad and Togo\n\n"
        "Memorandum between Chad and Togo in the field of Ocean Trade\n\n"
        "Programme of Culture between Chad and Togo for the year 2015\n\n"
        "Both share much. It is of old. They dance.\n\n"
        "Protocol between the Tea Board of Chad and the Hop Board of Togo\n\nAll are to be welcomed."
    )
    assert [text for text, _ in read(lines)] == [
        "Memorandum between Chad and Togo in the field of Ocean Trade",
        "Programme of Culture between Chad and Togo for the year 2015",
        "Protocol between the Tea Board of Chad and the Hop Board of Togo",
    ]
