"""Documents in series and in rows: what parts them, whose they are, and what is said of them behind."""

import pytest

from communique import article, codebook
from communique.extract import documents, event as events

INSTRUMENTS = codebook.load().instruments


def read(text):
    story = article.from_text(text, date="2024-05-20")
    got = documents.find(story, events.find(story), (), INSTRUMENTS)
    return [(document.text, [party.name for party in document.parties], document.topic) for document in got]


def names(text):
    return [name for name, _, _ in read(text)]


BETWEEN = [
    (
        "Memoranda of understanding (MoU) on exchanges between the Tea Union of Chad and the Tea Association of Togo; "
        "between the countries’ ministries of justice; and between Lome and Bergen were also inked.",
        [
            (["Tea Union of Chad", "Tea Association of Togo"], "exchanges"),
            (["ministries of justice"], "exchanges"),
            (["Lome", "Bergen"], "exchanges"),
        ],
    ),
    (
        "Chad and Togo signed:\n\n- Cooperation programmes between the Ministry of Tea, Oats and Rye of Chad and the "
        "Oat Ministry of Togo, between the Ministries of Foreign Affairs for 2026-2027, and between the Hop Ministry "
        "of Chad and the Ministry of Hops, Rye, and Tea of Togo for 2025-2028;",
        [
            (["Ministry of Tea, Oats and Rye of Chad", "Oat Ministry of Togo"], "not stated"),
            (["Ministries of Foreign Affairs"], "not stated"),
            (["Hop Ministry of Chad", "Ministry of Hops, Rye, and Tea of Togo"], "not stated"),
        ],
    ),
    (
        "They oversaw the signing of three memoranda of understanding:\n\n- between the Bank of Chad and the Oat "
        "Agency in Togo (for small firms).\n- in the field of tourism.\n- for training between the Tea Service of Chad "
        "and the Tea Institute of Togo.",
        [
            (["Bank of Chad", "Oat Agency"], "small firms"),
            ([], "tourism"),
            (["Tea Service of Chad", "Tea Institute of Togo"], "training"),
        ],
    ),
    (
        "Three MoUs were signed, namely between Alfa Works and Beta Works; Gama Yard and Delta Yard; and between the "
        "Tea Board and the Hop Board.",
        [
            (["Alfa Works", "Beta Works"], "not stated"),
            (["Gama Yard", "Delta Yard"], "not stated"),
            (["Tea Board", "Hop Board"], "not stated"),
        ],
    ),
    ("They spoke of agreements between Chad and Togo, between Ghana and Benin, and of war.", []),
    ("Similar MoUs on trade were also inked in the sectors of tea; oats and hops; state mills.", []),
]


@pytest.mark.parametrize(("text", "expected"), BETWEEN)
def test_series_of_pairs(text, expected):
    assert [(parties, topic) for _, parties, topic in read(text)] == expected


NAMES = [
    # what the known document does is no name
    ("Alfa and Beta signed an MoU on tea. The MoU specifically addresses scenarios on oats.", ["MoU on tea"]),
    ("Chad and Togo signed an MoU on tea. This agreement underlines the importance of oats.", ["MoU on tea"]),
    (
        "Chad and Togo signed a deal on arms. The ten-year Arms Cooperation Program outlines the work of the two.",
        ["deal on arms"],
    ),
    ("Alfa and Beta signed an MoU on tea. They spoke of the signed agreement.", ["MoU on tea"]),
    ("Chad and Togo signed an MoU on tea. The agreements cover diverse areas.", ["MoU on tea"]),
    (
        "The pacts span trade and culture, besides a strategic MoU on tea signed by Alfa and Beta Works.",
        ["strategic MoU on tea"],
    ),
    ("Alfa and Beta signed an MoU on tea. Alfa's MoU with Beta outlines a framework.", ["MoU on tea"]),
    ("Chad and Togo signed two MoUs. The first MoU is on tea, meant to promote it.", ["first MoU is on tea"]),
    (
        "Chad and Togo signed three MoUs. The three MoUs signed were also focused on\n\n1. Mineral waters\n\n"
        "2. the study of tea",
        ["Mineral waters", "the study of tea"],
    ),
    # marks that belong to a name and marks that do not
    ('Chad and Togo signed the Plan for the joint programme "New Tea".', ['Plan for the joint programme "New Tea"']),
    ("The two sides signed an MoU on tea between Lome and Bergen./.", ["MoU on tea between Lome and Bergen"]),
    ("There was a Plan for a mill, and they drank tea.", []),
    # the noun is said once
    (
        "Chad and Togo signed an agreement to avoid double taxation, one on visas and another on flights.",
        ["agreement to avoid double taxation", "one on visas", "another on flights"],
    ),
    ("Chad signed an agreement on trade, one of the largest in years.", ["agreement on trade"]),
    (
        "Chad and Togo signed three accords. The third agreement covered mills, the fourth related to tea.",
        ["third agreement covered mills", "fourth related to tea"],
    ),
    (
        "An MoU on health between the Tea Board and the Hop Board; another on archives; and the one on mills were also "
        "handed over.",
        ["MoU on health between the Tea Board and the Hop Board", "another on archives", "one on mills"],
    ),
    ("The first covers fish; the second was put off. They signed a pact, and the one for 2020 lapsed.", ["pact"]),
    (
        "The trade agreement between Chad and Togo was signed. Another agreement on transit trade between Chad and "
        "Togo was also signed.",
        ["trade agreement between Chad and Togo", "Another agreement on transit trade between Chad and Togo"],
    ),
    (
        "Pacts were inked. They include a plan on tea between Chad and Togo, the creation of jobs and a pact on oats.",
        ["plan on tea between Chad and Togo", "pact on oats"],
    ),
    ("They signed a deal for Alfa to buy ships, boosting the yard's trade.", ["deal for Alfa to buy ships"]),
    ("They signed an MoU on fishing, farming and mining.", ["MoU on fishing, farming and mining"]),
    (
        "Alfa signed a contract for ferries with Chad. In addition to the ferry deal, Togo signed an MoU on tea.",
        ["contract for ferries with Chad", "MoU on tea"],
    ),
    (
        "Chad and Togo signed an MoU on tea. The talks took place. Other major pacts are an accord on oats and a "
        "protocol on rye.",
        ["MoU on tea", "accord on oats", "protocol on rye"],
    ),
    # one item leaves its noun out
    (
        "The MoUs are:\n\n▪\ufe0e Between Chad's Ministry of Tea and Togo's Hop Committee on tea. Ana Sol signed.\n\n"
        "▪\ufe0e An MoU on oats. Tom Berg signed it.",
        ["Between Chad's Ministry of Tea and Togo's Hop Committee on tea", "MoU on oats"],
    ),
    # but one of several is named so
    (
        "Chad and Togo signed two accords. The first accord grants barges a berth in Lome.",
        ["first accord grants barges a berth in Lome"],
    ),
    (
        "Chad and Togo signed an MoU on tea whilst another was signed for film exchanges between the Hop Board of Chad "
        "and the Tea Board of Togo.",
        [
            "MoU on tea",
            "another was signed for film exchanges between the Hop Board of Chad and the Tea Board of Togo",
        ],
    ),
    ("Chad and Togo signed an MoU on tea and another was signed on Friday.", ["MoU on tea"]),
    (
        "Chad and Togo signed MoUs. The fourth MoU on tea was inked in Lome, while the fifth on oats was put to paper.",
        ["fourth MoU on tea", "fifth on oats"],
    ),
    ("Chad signed an MoU on tea, while the fifth on oats was a runner.", ["MoU on tea"]),
    ("They signed an MoU on tea along with a protocol on oats.", ["MoU on tea", "protocol on oats"]),
    (
        "Two MoUs were signed:\n\nMoU between Tea Ministries of Chad and Togo on training of staff.\n\nMoU between Tea "
        "Ministries of Chad and Togo on systems such as Alfa.",
        [
            "MoU between Tea Ministries of Chad and Togo on training of staff",
            "MoU between Tea Ministries of Chad and Togo on systems",
        ],
    ),
    (
        "Chad and Togo exchanged MoUs. One of the Memoranda of Understanding was on the rail link.",
        ["One of the Memoranda of Understanding was on the rail link"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text, expected):
    assert names(text) == expected


PARTIES = [
    ("A memorandum on tea was signed. It was concluded between the Tea Board and the Hop Board.", True),
    ("A memorandum on tea was signed. Its parties are the Tea Board and the Hop Board.", True),
    ("A memorandum on tea was signed. The signatories were the Tea Board and the Hop Board.", True),
    ("A list was signed:\n\nMemorandum on tea\n\nSigned between: Tea Board and Hop Board\n\nIt helps.", True),
    ("A list was signed:\n\nMemorandum on tea\n\nParties: Tea Board; Hop Board\n\nIt helps.", True),
    ("In a step, the Tea Board and the Hop Board, which has drawn attention, have signed a memorandum.", True),
    ("The Tea Board signed a memorandum with the Hop Board, Ministry of Mines.", True),
    ("The memorandum on tea, worth $2.5 million, was signed between the Tea Board and the Hop Board.", True),
    ("The Tea Board and the Hop Board agreed heads of terms.", True),
    ("A memorandum on tea was signed. It was read by the Tea Board and the Hop Board.", False),
    ("A memorandum on tea was signed. It was signed by Minister Ana Sol and Minister Tom Berg.", False),
    ("A memorandum on tea was signed, and the parties are the Tea Board and the Hop Board.", False),
    ("They signed an MoU on checks exercised by the Tea Board and the Hop Board.", False),
]


@pytest.mark.parametrize(("text", "told"), PARTIES)
def test_parties(text, told):
    assert [parties for _, parties, _ in read(text)] == [["Tea Board", "Hop Board"] if told else []]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Alfa Works signed two MoUs: the first with Beta Works on tea and the second with Gama Works on oats.",
            [["Alfa Works", "Beta Works"], ["Alfa Works", "Gama Works"]],
        ),
        ("The leaders saw the signing of a trade pact by Trade Minister Ana Sol and his counterpart Tom Berg.", [[]]),
        (
            "They saw the signing of nine MoUs between several Chadian firms and their Togolese partners. The "
            "first MoU is on tea. Another MoU is on oats.",
            [[], []],
        ),
        (
            "Agreements signed:\n\n• Alfa Bank – Beta Bank: loan agreement for mills\n• Tea Board: pact on cups",
            [["Alfa Bank", "Beta Bank"], []],
        ),
        ("Alfa Works, a subsidiary of Gama, and Beta Works signed a contract.", [["Alfa Works", "Beta Works"]]),
        (
            "They signed an MoU between the Bank for Tea Reconstruction and Alfa.",
            [["Bank for Tea Reconstruction", "Alfa"]],
        ),
        (
            "They signed an MoU between the Ministry of Tea and the Chad Mills Promotion Agency on Old Mills.",
            [["Ministry of Tea", "Chad Mills Promotion Agency"]],
        ),
        (
            "They signed an MoU between the Ministry of Tea and the State Agency on Mills.",
            [["Ministry of Tea", "State Agency on Mills"]],
        ),
        ("A grant contract in favour of Alfa Works was signed.", [["Alfa Works"]]),
        ("They signed a pact in favour of peace.", [[]]),
        ("A loan agreement was signed with the Ministry of Tea.", [["Ministry of Tea"]]),
        ("A pact on mills with a total value of USD 3 million was signed.", [[]]),
        ("As the Tea Board reports, the parties signed a pact on mills.", [[]]),
        # the parties in a name are no other document's
        (
            "They will sign an MoU on tea between the Tea Board and the Hop Board, and another on oats.",
            [["Tea Board", "Hop Board"], []],
        ),
        (
            "The Tea Board and the Hop Board signed an MoU on tea and another on oats.",
            [["Tea Board", "Hop Board"], ["Tea Board", "Hop Board"]],
        ),
        # "the last" is the document itself, not the one before
        (
            "The first MoU was signed by Alfa and Beta Works. The second MoU was signed. The last MoU was signed by "
            "Gama and Delta Works.",
            [["Alfa", "Beta Works"], [], ["Gama", "Delta Works"]],
        ),
        (
            "They signed an MoU, inked by Togo's Ministry of Trade, Industry and Hops and Chad Tourism and Fairs "
            "Authority.",
            [["Ministry of Trade, Industry and Hops", "Chad Tourism and Fairs Authority"]],
        ),
        ("Alfa and Beta Co., Ltd (Korea) signed an MoU.", [["Alfa", "Beta Co., Ltd (Korea)"]]),
    ],
)
def test_parties_of_each(text, expected):
    assert [parties for _, parties, _ in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Signatures were also put to a Tea Agreement, to an Additional Protocol on Hops and to a Parks Memorandum.",
            ["Tea Agreement", "Additional Protocol on Hops", "Parks Memorandum"],
        ),
        ("An MoU, on hydrogen and oats, was inked by the Tea Board and Alfa Ltd.", ["MoU, on hydrogen and oats"]),
        ("The first agreement, concerning tea, was signed.", ["first agreement, concerning tea"]),
        ("The agreement, on Monday, was signed by Alfa Ltd and Beta Ltd.", ["agreement"]),
        ("The agreement, on the other hand, was signed by Alfa Ltd and Beta Ltd.", ["agreement"]),
        (
            "The delegations met, putting their names to a pact on rice and a pact on hops.",
            ["pact on rice", "pact on hops"],
        ),
        ("A memorandum between the Tea Board and the Hop Board followed an hour later.", None),
        ("A memorandum on tea followed months of talks.", []),
        ("Two memos were inked: a memo on tea and a memo on oats.", ["memo on tea", "memo on oats"]),
    ],
)
def test_what_is_set_off_or_put_first(text, expected):
    assert names(text) == (["memorandum between the Tea Board and the Hop Board"] if expected is None else expected)


def test_parties_of_one_whose_verb_is_left_out():
    text = (
        "The first memo, on tea, was inked by Alfa Works and Beta Works; the second, on oats, by Gama Works and Delta "
        "Works."
    )
    assert [(name, parties) for name, parties, _ in read(text)] == [
        ("first memo, on tea", ["Alfa Works", "Beta Works"]),
        ("second, on oats", ["Gama Works", "Delta Works"]),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("An agreement on visas, the president announced, will be signed in Lome next year.", "planned"),
        ("A tea agreement, initialled in 2022, is expected to be signed in May.", "planned"),
        ("A tea agreement, initialled in 2022, was praised.", None),
        ("They announced a workers' arrangement, to be signed in Lome in May.", "planned"),
        ("They agreed on a text for an Air Services Agreement, which they hope to sign by May.", "planned"),
        ("They drank tea before witnessing the exchange of the following: (a) Agreement on Tea.", "signed"),
        ("An agreement on visas, the president announced, was signed.", "signed"),
    ],
)
def test_what_is_still_to_be_signed(text, status):
    story = article.from_text(text, date="2024-05-20")
    got = documents.find(story, events.find(story), (), INSTRUMENTS)
    assert [one.status for one in got] == ([status] if status else [])


def test_a_ministry_of_cooperation_is_a_party():
    found = read("They signed a pact between Egypt’s Ministry of Cooperation and Jordan’s Ministry of Oats and Hops.")
    assert found[0][1] == ["Ministry of Cooperation", "Ministry of Oats and Hops"]


def test_an_aside_or_the_predicate_says_on_what():
    assert read("They signed pacts. The first MoU between Chad and Togo is about tea.")[0][2] == "tea"
    assert read("One MoU, pertaining to tea and mills, was signed.")[0][2] == "tea and mills"


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("MoU between the Tea Board and the Hop Board in Togo on mills", "mills"),
        ("MoU between the health ministries in both countries to boost trade", "boost trade"),
        ("MoU between the Tea Board and the Hop Board in ecotourism", "ecotourism"),
        ("MoU between Chad's Alfa and Togo Mills Limited (TML) and Beta Works on mills", "mills"),
        ("MoU On Hops", "Hops"),
        ("plan of action for the period of 2024 to 2029", "not stated"),
    ],
)
def test_a_seat_is_no_topic(title, topic):
    assert read(f"They signed an {title}.")[0][2] == topic
