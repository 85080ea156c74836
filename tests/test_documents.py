"""Documents: which are found, how their names end, and what became of them."""

import json

import pytest
from hypothesis import given, settings, strategies as st

from communique import article, codebook, paths
from communique.extract import documents, event as events

INSTRUMENTS = codebook.load().instruments


def found(text):
    story = article.from_text(text, date="2024-05-20")
    return documents.find(story, events.find(story), (), INSTRUMENTS)


def names(text):
    return [" ".join(document.text.split()) for document in found(text)]


def test_seed_holds_the_documents_of_its_gold():
    gold = json.loads((paths.ROOT / "tests/gold/000_73b2e8d7d595140f.json").read_text(encoding="utf-8"))
    story = article.read(paths.SEEDS / "000_73b2e8d7d595140f.txt")
    got = documents.find(story, events.find(story), (), INSTRUMENTS)
    expected = [(one["text"], one["instrument"]) for one in gold["documents"]]
    assert [(one.text, one.instrument) for one in got] == expected
    assert [[party.name for party in one.parties] for one in got] == [one["parties"] for one in gold["documents"]]


def test_practice_articles_hold_the_documents_of_their_gold():
    for path in sorted((paths.PRACTICE / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        story = article.read(paths.PRACTICE / f"{path.stem}.txt")
        got = documents.find(story, events.find(story), (), INSTRUMENTS)
        collapsed = [(" ".join(one.text.split()).rstrip("."), one.instrument) for one in got]
        expected = [(" ".join(one["text"].split()).rstrip("."), one["instrument"]) for one in gold["documents"]]
        assert sorted(collapsed) == sorted(expected), path.stem


LISTS = [
    # items without marks, each with an explanation behind a colon or a dash
    (
        "Here is a list of the MoUs signed:\nAir Services Agreement between Chad and Togo.\nMoU on Sports: The MoU "
        "speaks of cups and curricula.\nMoU on Tea – It opens a quota.",
        ["Air Services Agreement between Chad and Togo", "MoU on Sports", "MoU on Tea"],
    ),
    (
        "They signed an MoU on mining and another one in the field of oil.",
        ["MoU on mining", "another one in the field of oil"],
    ),
    (
        "They hailed the signing of the Agreement on Tea and of the Protocol on Oats between the ministries.",
        ["Agreement on Tea", "Protocol on Oats between the ministries"],
    ),
    (
        "The MoUs signed are- framework of understanding on oats, protocol on hops.",
        ["framework of understanding on oats", "protocol on hops"],
    ),
    # items that differ only in the companies
    (
        "The papers signed are:\n- MoU between Alfa Foods Ltd and Orient Foods LLC on supply\n"
        "- MoU between Alfa Textiles Ltd and Orient Textiles LLC on supply\n"
        "- MoU between Alfa Foods Ltd and Orient Textiles LLC on supply",
        [
            "MoU between Alfa Foods Ltd and Orient Foods LLC on supply",
            "MoU between Alfa Textiles Ltd and Orient Textiles LLC on supply",
            "MoU between Alfa Foods Ltd and Orient Textiles LLC on supply",
        ],
    ),
    # a second verb in the sentence, and "being" before the list
    (
        "The session adopted a programme of action for 2023-2025 and saw the signing of two papers, being the "
        "agreement on bees and the memorandum on mules.",
        ["programme of action for 2023-2025", "agreement on bees", "memorandum on mules"],
    ),
    # semicolons, with a comma list inside an item
    (
        "Among the papers signed are an agreement on tea; a joint declaration between Bank Alfa, Bank Beta and Gamma "
        "S.p.A.; and a memorandum of understanding on salt.",
        [
            "agreement on tea",
            "joint declaration between Bank Alfa, Bank Beta and Gamma S.p.A.",
            "memorandum of understanding on salt",
        ],
    ),
    # colon and commas, no articles, no final "and", instrument word last
    (
        "Six papers were exchanged. They are: MoU on Mango Pests, Protocol on Rice Rust, Maritime Rescue Arrangement, "
        "Seed Data Exchange Agreement, Action Plan for Clean Kitchens.",
        [
            "MoU on Mango Pests",
            "Protocol on Rice Rust",
            "Maritime Rescue Arrangement",
            "Seed Data Exchange Agreement",
            "Action Plan for Clean Kitchens",
        ],
    ),
    # roman numerals in brackets
    (
        "The following were signed: (i) an agreement on couriers; (ii) a protocol on seals; and (iii) a "
        "memorandum on bees.",
        ["agreement on couriers", "protocol on seals", "memorandum on bees"],
    ),
    # numbers in the line
    (
        "The sides signed 1) a treaty on rivers; 2) a roadmap for apples and 3) a programme of exchanges "
        "for 2024-2026.",
        ["treaty on rivers", "roadmap for apples", "programme of exchanges for 2024-2026"],
    ),
    # dashes, each with an explanation that is no part of the name
    (
        "The list so far:\n- Joint Programme for 2024-2026, which is mostly about choirs;\n- MoU on Wool, "
        "which opens a quota",
        ["Joint Programme for 2024-2026", "MoU on Wool"],
    ),
    # bullets on lines of their own
    (
        "Posted online are:\n-\nThe Joint Declaration on Peat.\n-\nAn MoU concerning Kelp.\nTrade grew by 3%.",
        ["Joint Declaration on Peat", "MoU concerning Kelp"],
    ),
    # numbered lines
    (
        "After the talks nine documents were signed, among them:\n\n1. Agreement on Cable Cars\n2. "
        "Protocol Amending the "
        "Agreement on Ferries\n3. Memorandum of Understanding on Peat and Kelp\n\nThe guests left.",
        [
            "Agreement on Cable Cars",
            "Protocol Amending the Agreement on Ferries",
            "Memorandum of Understanding on Peat and Kelp",
        ],
    ),
    # letters in brackets, under a line that only heads the column
    (
        "Following instruments were adopted:\n\nS.No.\n(a) Agreed Minutes of the fourth Session;\n(b) MoU between the "
        "Board of Malt and the Hop Council for barley, hops & yeast;",
        [
            "Agreed Minutes of the fourth Session",
            "MoU between the Board of Malt and the Hop Council for barley, hops & yeast",
        ],
    ),
    # items without any mark, a line each
    (
        "Here is the list of deals signed during the visit:\n\nMOU on basic education\n\nMOU between the "
        "Film Board and the "
        "Screen Office\n\nProtocol of requirements for fresh limes\n\nReporters then left.",
        [
            "MOU on basic education",
            "MOU between the Film Board and the Screen Office",
            "Protocol of requirements for fresh limes",
        ],
    ),
    # "including", "as well as", "followed by", "plus"
    (
        "The two sides signed a number of papers, including an agreement on visas, a memorandum on "
        "nuclear safety, as well "
        "as a protocol on seals.",
        ["agreement on visas", "memorandum on nuclear safety", "protocol on seals"],
    ),
    (
        "A memorandum on barley was the first to be exchanged, followed by an agreement on hops.",
        ["memorandum on barley", "agreement on hops"],
    ),
    (
        "Eleven documents were signed in all, he recalled: the agreement on transit, a plan of "
        "consultations for 2024 and "
        "the protocol on quotas, among others.",
        ["agreement on transit", "plan of consultations for 2024", "protocol on quotas"],
    ),
    # passive with a long subject
    (
        "The Memorandum on Felt, Agreement on Wool Markets, the Agreement on Air Links were signed by the ministers.",
        ["Memorandum on Felt", "Agreement on Wool Markets", "Agreement on Air Links"],
    ),
    # several verbs in one sentence
    (
        "Alfa Steel and Beta Gas signed a memorandum on pipes, while Gamma Rail and Delta Port inked an "
        "agreement on cranes.",
        ["memorandum on pipes", "agreement on cranes"],
    ),
    # the verb left out the second time
    (
        "Alfa Steel and Beta Gas signed a contract for 30 trucks, Gamma Rail and Delta Port - a memorandum on cranes.",
        ["contract for 30 trucks", "memorandum on cranes"],
    ),
    # the instrument left out the second time
    (
        "The papers signed include a memorandum on peat and another on kelp.",
        ["memorandum on peat", "another on kelp"],
    ),
    (
        "Three agreements were signed. There is an MoU on oats and a second one on barley; the last paper covers hops.",
        ["MoU on oats", "second one on barley", "last paper covers hops"],
    ),
    (
        "Alfa Rail and Beta Rail signed a contract for 60 wagons; Gamma and Delta, a dealership agreement.",
        ["contract for 60 wagons", "dealership agreement"],
    ),
    # names in quotation marks, with semicolons
    (
        'The following were signed: "Joint Declaration on the Strategic Partnership between the Republic of Chad and '
        'the Republic of Togo"; "Agreement on Cooperation in Tourism".',
        [
            "Joint Declaration on the Strategic Partnership between the Republic of Chad and the Republic of Togo",
            "Agreement on Cooperation in Tourism",
        ],
    ),
    # an ordinal before the instrument, after a count
    (
        "They signed two agreements and three memoranda. The first agreement concerns taxes, while the "
        "second covers visas.",
        ["first agreement concerns taxes", "second covers visas"],
    ),
    # paragraphs of a list that reaches far
    (
        "The following documents were inked:\n\nAgreement on air services;\n\nMemorandum on data;\n\nMemorandum on "
        "silk;\n\nMemorandum on tin;\n\nMemorandum on zinc;\n\nProtocol on lead.\n\nThey then left.",
        [
            "Agreement on air services",
            "Memorandum on data",
            "Memorandum on silk",
            "Memorandum on tin",
            "Memorandum on zinc",
            "Protocol on lead",
        ],
    ),
    # a list that says it is planned
    (
        "The ministers are expected to sign the following documents:\n- Agreement on Oats;\n- Protocol on Hops.",
        ["Agreement on Oats", "Protocol on Hops"],
    ),
    # dash list under "List of signed documents"
    (
        "List of signed documents:\n- Agreement between the governments on the Peat Fund.\n- The "
        "programme of cooperation "
        "between the ministries of foreign affairs for 2021–2022.",
        [
            "Agreement between the governments on the Peat Fund",
            "programme of cooperation between the ministries of foreign affairs for 2021–2022",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(text, expected):
    assert names(text) == expected


# Documents that leave the instrument out, and perhaps the verb.
ELLIPTIC = [
    (
        "They signed three MoUs. One of the MoUs covers film, another one power pools and a third the return of masks.",
        ["One of the MoUs covers film", "another one power pools", "third the return of masks"],
    ),
    (
        "Two pacts were signed; one covers fish, another one ports and a third rail.",
        ["one covers fish", "another one ports", "third rail"],
    ),
    (
        "Two pacts were signed. The first accord grants free access to beef; the third sets up a school.",
        ["first accord grants free access to beef", "third sets up a school"],
    ),
    (
        "Four agreements were signed. The first, on fish, runs for a year; the second, on ports, for ten.",
        ["first, on fish", "second, on ports"],
    ),
    (
        "They signed two accords. One of the two accords deals with tuna.",
        ["one of the two accords deals with tuna"],
    ),
    (
        "A roadmap for industry was approved; a similar one for farming will be signed.",
        ["roadmap for industry", "similar one for farming"],
    ),
    (
        "They signed three MoUs. The MoUs are on “tea in Togo”, “oats” and “hops for all”.",
        ["tea in Togo", "oats", "hops for all"],
    ),
    (
        "Two accords were agreed. The first one is about oats; a third, under which Chad sends cooks, was initialled.",
        ["first one is about oats", "third, under which Chad sends cooks"],
    ),
    (
        "They concluded with the signing of MoUs on (a) prison services, (b) oats and (c) fish farms.",
        ["prison services", "oats", "fish farms"],
    ),
    (
        "They signed MoUs between the two countries' news agencies and between the Tea Board and the Cup Council.",
        ["the two countries' news agencies", "the Tea Board and the Cup Council"],
    ),
    (
        "They signed an MoU on tea, and another was executed between the Tea Board and the Cup Council.",
        ["MoU on tea", "another was executed between the Tea Board and the Cup Council"],
    ),
    (
        "They signed two agreements. The first, for $24 million, will fund mills. The second is a loan for schools.",
        ["first, for $24 million, will fund mills", "second is a loan for schools"],
    ),
    (
        "The following agreements were signed:\n- Air transport\n- Tourism and sports – for ten years\n- Taxes",
        ["Air transport", "Tourism and sports", "Taxes"],
    ),
    (
        "They put two MoUs on paper. The first pact is a loan for mills. The second is a grant for schools.",
        ["first pact is a loan for mills", "second is a grant for schools"],
    ),
    ("Three MoUs, namely on tea, on fish and on rail, were signed.", ["tea", "fish", "rail"]),
    # none of these is a document
    ("They signed agreements on tea on Monday and on Tuesday.", []),
    ("Two other MoUs, on trade and on the exchange of students, had been inked in January.", []),
    ("Of the two programmes, one implements the agreement on tea of 1994 and on oats.", []),
    ("They signed MoUs on trade on the sidelines of the forum, on which they agreed.", []),
    ("They signed two MoUs. The agreements are “a start” and “a bridge”.", []),
    ("The agreements cover these fields:\n- Air transport\n- Tourism", []),
    ("They signed two agreements. The second day was a holiday. The first will be read aloud.", []),
    ("They signed three MoUs. He called them “a start”, and “no end”.", []),
    ("They signed an agreement on tea. Chad ranks third with a share of 8 percent.", ["agreement on tea"]),
    ("They signed an agreement on tea. In the second, on Tuesday, they met again.", ["agreement on tea"]),
    ("Two pacts were signed. One of the leaders is on leave. A third of the fish was bad.", []),
    ("Two MoUs were signed. The envoys inked the first one on behalf of their sides.", []),
]


@pytest.mark.parametrize(("text", "expected"), ELLIPTIC)
def test_documents_without_instrument(text, expected):
    assert [name.lower() for name in names(text)] == [name.lower() for name in expected]


ROWS = """The following were exchanged:

S. No.
Agreement/MoU
Exchanged by
1
Memorandum of Understanding between the Ministry of Oats and the Ministry of Tea on Milling
Ms. Ana Sol, High Commissioner
2
Agreement on Cooperation in Hops
Dr. Tom Berg, Secretary
3
Joint Declaration of Intent for a Brewing Centre
Ms. Ana Sol, High Commissioner
"""


def test_rows_of_a_table_whose_cells_stand_one_below_the_other():
    assert names(ROWS) == [
        "Memorandum of Understanding between the Ministry of Oats and the Ministry of Tea on Milling",
        "Agreement on Cooperation in Hops",
        "Joint Declaration of Intent for a Brewing Centre",
    ]


TITLES = [
    (
        "A loan agreement was signed. A grant agreement on maize, worth $1.1 billion, followed.",
        ["loan agreement", "grant agreement on maize"],
    ),
    (
        "Papers were signed. Another, an arrangement on nurses, opens 500 jobs.",
        ["arrangement on nurses"],
    ),
    (
        "He noted that the Tea Cooperation Agreement, signed at the close, had been in preparation since 1998.",
        ["Tea Cooperation Agreement"],
    ),
    (
        "They signed an action plan on oats, and MoUs between the two news agencies and between the Tea Board and Rho.",
        ["action plan on oats", "the two news agencies", "the Tea Board and Rho"],
    ),
    (
        "They signed a deal with Togo on fish and a protocol on oats, cooperation in",
        ["deal with Togo on fish", "protocol on oats, cooperation"],
    ),
    ("The towns became twins under an accord which Mayors Tom Berg and Ana Sol inked in Lome.", ["accord"]),
    (
        "They signed an 'Exchange of Notes' and a 'Loan Agreement' for the road.",
        ["Exchange of Notes", "Loan Agreement' for the road"],
    ),
    (
        "Deals include:\n- Alfa University will open a campus under an agreement with the Tea Board",
        ["agreement with the Tea Board"],
    ),
    (
        "An agreement on fish was signed by the ministers, the memorandum on ports by the two mayors.",
        ["agreement on fish", "memorandum on ports"],
    ),
    ("The treaty, which replaces one of 1971, was signed by the kings.", ["treaty"]),
    ("The agreement, worth $1.4 billion, was signed by the ministers.", ["agreement"]),
    (
        "They signed a £250 million contract, won by Alfa Works, to supply the wind farm off Oban.",
        ["£250 million contract, won by Alfa Works, to supply the wind farm off Oban"],
    ),
    (
        "An Agreement on Oats and a Protocol amending the Agreement on Travel dated March 9, 2018, were signed.",
        ["Agreement on Oats", "Protocol amending the Agreement on Travel dated March 9, 2018"],
    ),
    ("A Protocol to the Agreement on Travel of 2018 was signed.", ["Protocol to the Agreement on Travel of 2018"]),
    (
        "They won a 1.4-billion-yuan (about 186 million U.S. dollars) contract to build a port.",
        ["1.4-billion-yuan (about 186 million U.S. dollars) contract to build a port"],
    ),
    (
        "Firms signed deals. The package is dominated by an agreement on metals, and by a second agreement on rail.",
        ["agreement on metals", "second agreement on rail"],
    ),
    ("They signed a power-supply agreement.", ["power-supply agreement"]),
    # another step after "and"
    (
        "They agreed on an action plan on tea and to negotiate a treaty on oats.",
        ["action plan on tea", "treaty on oats"],
    ),
    ("They signed an agreement to plant tea and to cut tolls.", ["agreement to plant tea and to cut tolls"]),
    ("They signed a memorandum with the Tea Board, represented by its director.", ["memorandum with the Tea Board"]),
    ("They signed the Declaration on Tea, the so-called Lome Pact.", ["Declaration on Tea"]),
    ("They signed the so-called Lome Pact.", ["Lome Pact"]),
    # capitals joined by "of" belong to the name; an institution or a country before it does not
    ("They signed a Status of Forces Agreement.", ["Status of Forces Agreement"]),
    ("They hailed the signing of the Chad Air Services Agreement.", ["Chad Air Services Agreement"]),
    # the acronym keeps its bracket, a number of a list is no part of the name
    ("A memorandum of understanding (MoU) was signed by the two ports.", ["memorandum of understanding (MoU)"]),
    (
        "They signed: (1) Treaty on Rivers; (2) Plan of Action 2024-2028.",
        ["Treaty on Rivers", "Plan of Action 2024-2028"],
    ),
    # ", and a" opens something else
    ("They signed a protocol for tea, oats and hops, and a promise came too.", ["protocol for tea, oats and hops"]),
    ("They signed a memorandum on tea in the second half of the week.", ["memorandum on tea"]),
    # the instrument alone takes in who concluded it, or what is done under it; a full name or a person does not
    (
        "Under the first MoU, concluded between the Ministry of Tea and Oats and the Hop Board, a Tea and Oats Forum "
        "will be set up.",
        ["first MoU, concluded between the Ministry of Tea and Oats and the Hop Board"],
    ),
    (
        "They exchanged a letter of intent under which Alfa Yard and Beta Yard will build a ferry.",
        ["letter of intent under which Alfa Yard and Beta Yard will build a ferry"],
    ),
    ("They hailed the Tea Agreement, signed by Dr. Mona Bako in May.", ["Tea Agreement"]),
    # behind an instrument alone a comma begins something else
    ("In a joint communiqué, Chad and Togo agreed to trade more tea.", ["joint communiqué"]),
    # a bracket that was not closed
    (
        "These papers were signed:\n\nMoU on tea (between the Tea Board and the Hop Board\n\nMoU on hops",
        ["MoU on tea (between the Tea Board and the Hop Board", "MoU on hops"],
    ),
    # "and" with a verb and its object, but not with two participles
    ("They signed a protocol on kelp and toured the harbour.", ["protocol on kelp"]),
    ("They signed a protocol on tea grown and dried in the zone.", ["protocol on tea grown and dried in the zone"]),
    # an amount twice
    (
        "Alfa Works won a ₡38 billion ($71 million) contract to rebuild the quay.",
        ["₡38 billion ($71 million) contract to rebuild the quay"],
    ),
    # the name ends with the sentence, an adjunct, a clause
    ("The ministers signed an agreement on ferries on Monday.", ["agreement on ferries"]),
    ("The ministers signed an agreement on ferries in the presence of the kings.", ["agreement on ferries"]),
    ("The ministers signed an agreement on ferries during the visit.", ["agreement on ferries"]),
    ("They signed an agreement on ferries, the ministry said.", ["agreement on ferries"]),
    ("They signed an agreement on ferries, paving the way for more traffic.", ["agreement on ferries"]),
    ("They signed an agreement on ferries and discussed bridges.", ["agreement on ferries"]),
    ("They signed an agreement on ferries – the first of its kind.", ["agreement on ferries"]),
    ("They signed an agreement on ferries, which opens two lines.", ["agreement on ferries"]),
    ("They signed an agreement on ferries, according to the palace.", ["agreement on ferries"]),
    ("They signed an agreement on ferries on 12 May.", ["agreement on ferries"]),
    (
        "Alfa plc clinched a £200m deal with Beta Rail to refurbish 40 wagons, and Gamma Bank extended a loan.",
        ["£200m deal with Beta Rail to refurbish 40 wagons"],
    ),
    ("They signed an MoU on trains (total value – $195 million).", ["MoU on trains"]),
    (
        "They signed an additional agreement to the sale and purchase contract for gas.",
        ["additional agreement to the sale and purchase contract for gas"],
    ),
    ("They signed an Implementing Programme on Tourism.", ["Implementing Programme on Tourism"]),
    ("They signed an annex to the agreement on police.", ["annex to the agreement on police"]),
    ("The Agreement on Ferries was signed by the ministers.", ["Agreement on Ferries"]),
    # commas and "and" inside the name
    ("They signed an agreement on trade, investment and tourism.", ["agreement on trade, investment and tourism"]),
    (
        "They signed a joint venture agreement between Alfa Chips Ltd and Beta Chips Sdn Bhd on "
        "packaging, testing and design.",
        ["joint venture agreement between Alfa Chips Ltd and Beta Chips Sdn Bhd on packaging, testing and design"],
    ),
    ("They signed an MoU on `songs, sports and youth'.", ["MoU on `songs, sports and youth'"]),
    # other instruments inside the name
    (
        "They signed a memorandum creating a Seed Cell to draft a Charter on Grain.",
        ["memorandum creating a Seed Cell to draft a Charter on Grain"],
    ),
    ("They signed a protocol to the 2010 agreement on pipes.", ["protocol to the 2010 agreement on pipes"]),
    (
        "They signed a memorandum on a cooperation programme for wells.",
        ["memorandum on a cooperation programme for wells"],
    ),
    (
        "They signed the Renewal of Memorandum of Understanding on Ports.",
        ["Renewal of Memorandum of Understanding on Ports"],
    ),
    # amounts, durations, brackets
    ("They signed a €740 million contract for 52 trains.", ["€740 million contract for 52 trains"]),
    ("They signed a five-year contract on lamps won by Alfa AG.", ["five-year contract on lamps won by Alfa AG"]),
    ("They signed a Memorandum of Understanding (MoU) on Kelp.", ["Memorandum of Understanding (MoU) on Kelp"]),
    ("They signed the Broad Economic Partnership Agreement (BEPA).", ["Broad Economic Partnership Agreement (BEPA)"]),
    ("They signed a contract worth 41 million euros for dryers.", ["contract worth 41 million euros for dryers"]),
    # modifiers before the instrument
    ("They signed a Coast Guard Cooperation Agreement.", ["Coast Guard Cooperation Agreement"]),
    ("They signed a Trade and Investment Framework Agreement.", ["Trade and Investment Framework Agreement"]),
    ("They signed an air services pact.", ["air services pact"]),
    # names in quotation marks
    ("They signed a “Rail Industry Cooperation Agreement.”", ["Rail Industry Cooperation Agreement"]),
    ('They signed the "Memorandum of Understanding on Kelp" in Rome.', ["Memorandum of Understanding on Kelp"]),
    # hard-wrapped lines stay inside
    (
        "At the close of a long meeting in the hall the two ministers signed the Memorandum "
        "of\nUnderstanding on kelp, peat "
        "and the training of divers for the two harbours in the\nnorth of the island, where the guests "
        "had arrived by boat "
        "on the eve of the ceremony, and\nthen they left.",
        [
            "Memorandum of Understanding on kelp, peat and the training of divers for the two harbours in "
            "the north of the island"
        ],
    ),
    # abbreviations do not end it
    (
        "They signed a letter of intent between Alfa Turbine Co. and Beta Power for four turbines.",
        ["letter of intent between Alfa Turbine Co. and Beta Power for four turbines"],
    ),
    ("They signed a declaration adopted in Washington, D.C.", ["declaration adopted in Washington, D.C."]),
    # persons of a statement
    (
        "They signed the Joint Statement of President of Chad A. Bako and President of Togo K. Mensa.",
        ["Joint Statement of President of Chad A. Bako and President of Togo K. Mensa"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_names(text, expected):
    assert names(text) == expected


NOTHING = [
    "Togo's port deal with Mali was not on the table.",
    "They agreed to sign 13 agreements with Alfa Works and Beta Rail.",
    "They agreed to deal with floods and droughts together.",
    "“Ours is a small pact on tea with a long tail”, said Ana Sol.",
    "They proposed that the road transport protocol of 2009 be revised.",
    "Chad is no party to the labour protocol Togo signed with Mali.",
    "Both directed that the extradition treaty, signed in 2014 but still unratified, be sent to their parliaments.",
    "They work under an agreement with the Tea Board.",
    "Earlier this month the State Committee for Oats and the committee for tea had signed an agreement on seals.",
    # denied
    "The two sides did not sign an agreement on water.",
    "They failed to conclude a trade deal.",
    "They parted without signing the protocol on ports.",
    # a short quoted clause
    '"This is a Pacific agreement," he said.',
    "What growers need is not another memorandum but rain.",
    "The parliament ratified the agreement on ferries.",
    # a headline of another story
    "The guests left.\n\nRelated stories\nChad, Benin sign defence pact",
    # another month than the article's and the one before
    "They praised the memorandum on tea, signed in November.",
    # under a document is not the signing of it
    "Under the accord, initialled in Cairo last year, eight wells were dug.",
    # what parliaments and councils adopt
    "The UN Security Council adopted a resolution on tea.",
    # a year inside the name
    "Alfa Tea won a contract in 2019 to build the port.",
    # a quoted sentence
    '"We signed a great agreement today," he said.',
    '"No agreement on the border was signed," he said.',
    "They signed 12 agreements.",
    "Over 230 documents have been signed between the two countries.",
    "Nine bilateral agreements between Chad and Togo survived the storm.",
    "The two sides signed four memoranda of understanding, on cocoa, mining and the training of judges.",
    "The pacts cover currency settlement, data and training.",
    "Agreements should be implemented without delay, the premier noted.",
    "They recalled the Treaty on friendship, signed back in 1996.",
    "In 2018, the two countries signed a memorandum on consultations.",
    "He also referred to the Agreement on Protection of Investments of 1997.",
    "The ministers discussed the implementation of the agreement on ferries.",
    "Under the agreement on ferries, two lines will open.",
    "The leaders reviewed the partnership agreement between the bloc and Chad, in force since 2021.",
    "“We owe our people an agreement on ferries, and we will sign an agreement on bridges as well, "
    "because they asked us to "
    "do so for many years,” he said.",
    "The state protocol service welcomed the guests.",
    "The regulation on imports was adopted by parliament in 2020.",
    "Both expressed agreement on most points.",
    "Minutes before, the guests had left.",
    "MoUs worth more than $20 billion had been signed during his own trip to Togo in November.",
    "The ministry said in a statement that trade rose.",
    "Such agreements were signed with many others.",
    "A number of memorandum of understanding will be signed.",
    "They signed some 21 documents, mostly MoUs.",
    "A previous memorandum on gas, signed by the ministers, lapsed without results.",
    "They announced the conclusion of a study on a free trade agreement.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_document(text):
    assert names(text) == []


STATUS = [
    ("The pact would be followed by an agreement on labour.", "planned"),
    ("A third paper, an agreement on tea, is still with the lawyers.", "planned"),
    ("An investment treaty, by contrast, will not be ready for signature until May.", "planned"),
    ("A Declaration on digital wallets awaits the ministers.", "planned"),
    ("A Skills Convention was opened for signature, but Chad will sign it only in July.", "planned"),
    ("Chad and Togo initialled here on Friday a draft agreement on ambulances.", "planned"),
    ("The signing of the agreement between Alfa Grid and Beta Works was pushed to next month.", "planned"),
    ("The signing of the MoU on oats took place in Lome.", "signed"),
    ("The Declaration of Intent on Mobility, negotiated since March, is to be signed in Lome.", "planned"),
    ("Alfa Power and Beta Grid renewed a tea supply agreement.", "signed"),
    ("An MoU on tea is at an advanced stage.", "planned"),
    ("A tea agreement would be looked into.", "planned"),
    ("They expressed the hope of signing an agreement on tea.", "planned"),
    ("Alfa Tea and Beta Tea are in talks over a contract on tea.", "planned"),
    ("The two ministries are eyeing a deal on tea.", "planned"),
    ("Alfa Tea and Beta Tea are close to a long-term tea contract.", "planned"),
    ("An agreement on tea is being negotiated and a memorandum on hops has been drafted.", "planned"),
    ("They instructed the ministers to prepare an action plan on tea.", "planned"),
    ("Talks on a tea agreement are under way.", "planned"),
    ("The two governments ratified an agreement on tea.", "signed"),
    ("They left with a joint declaration on tea.", "signed"),
    ("They initialled the text of an agreement on tea.", "planned"),
    ("The programme of the visit includes the signing of a protocol on tea.", "planned"),
    ("The programme included talks and the signing of a protocol on tea.", "signed"),
    ("An agreement on tea, agreed in March, was signed on Friday.", "signed"),
    ("He flew out on Friday, leaving behind a declaration on tea.", "signed"),
    ("The talks ended with a joint statement on tea.", "signed"),
    ("They adopted a Joint Understanding on tea.", "signed"),
    ("They approved a plan of joint actions on tea.", "signed"),
    ("The two sides hoped to conclude an agreement on tea.", "planned"),
    ("A treaty on tea, whose text was agreed in spring, could be signed soon.", "planned"),
    ("They signed an agreement on tea.", "signed"),
    ("They inked an agreement on tea.", "signed"),
    ("The leaders witnessed the exchange of a memorandum on tea.", "signed"),
    ("The visit ended with the signing of an agreement on tea.", "signed"),
    ("The presidents put their signatures under the Treaty on Tea.", "signed"),
    ("The talks were followed by the adoption of a joint statement on tea.", "signed"),
    ("An agreement on tea has also been signed.", "signed"),
    ("The ministers stayed behind to sign an agreement on tea.", "signed"),
    ("In a joint communiqué, the two leaders praised the harvest.", "signed"),
    ("Chad, Togo sign agreement on tea", "signed"),
    ("An agreement on tea is due to be signed in the autumn.", "planned"),
    ("An agreement on tea will be signed next month.", "planned"),
    ("Alfa Tea and Beta Tea will sign a contract on tea in August.", "planned"),
    ("They agreed to sign an agreement on tea.", "planned"),
    ("The guest asked that an agreement on tea be signed soon.", "planned"),
    ("The two sides are negotiating an agreement on tea.", "planned"),
    ("A tea trade agreement is still under negotiation and may be signed next year.", "planned"),
    ("Text of the Agreement on Tea has been finalised and will be signed at a later date.", "planned"),
    ("The two offices initialled an agreement on tea.", "planned"),
    ("A memorandum on tea was initialled and will be signed in the spring.", "planned"),
    ("They plan to sign a memorandum on tea.", "planned"),
    ("They are close to signing a memorandum on tea.", "planned"),
    ("They looked forward to concluding an agreement on tea.", "planned"),
    ("They are finalising a memorandum on tea.", "planned"),
    ("An agreement on tea is being prepared.", "planned"),
    ("He called for the speedy signing of an agreement on tea.", "planned"),
    ("Work on a draft agreement on tea goes on; they are working on an agreement on tea.", "planned"),
]


@pytest.mark.parametrize(("text", "expected"), STATUS)
def test_status(text, expected):
    assert {document.status for document in found(text)} == {expected}


INSTRUMENT = [
    ("They signed a treaty on tea.", "treaty"),
    ("They signed a Tea Cooperation Arrangement.", "agreement"),
    ("They signed an MoU on tea.", "memorandum"),
    ("They signed a memorandum on a tea programme.", "memorandum"),
    ("They signed a protocol amending the agreement on tea.", "protocol"),
    ("They adopted a joint statement on tea.", "joint statement"),
    ("They signed a Joint Declaration on tea.", "declaration"),
    ("They signed an action plan on tea.", "programme"),
    ("They signed a roadmap for tea.", "roadmap"),
    ("They signed a letter of intent on tea.", "letter of intent"),
    ("They adopted the Regulations of the Joint Commission.", "other"),
    ("Alfa Tea and Beta Tea signed a contract on tea.", "contract"),
]


@pytest.mark.parametrize(("text", "expected"), INSTRUMENT)
def test_instrument(text, expected):
    assert [document.instrument for document in found(text)] == [expected]


ONCE = [
    # the ministries of the countries that signed
    (
        "Chad and Togo signed a memorandum on tea.\n\nThe memorandum on tea was concluded between the Ministry of "
        "Farms and the Tea Board.",
        ["memorandum on tea"],
    ),
    # the headline announces what the text names
    (
        "Chad, Togo sign tea agreement\n\nLOME, May 20 – Chad and Togo signed an agreement on trade in tea on Monday.",
        ["agreement on trade in tea"],
    ),
    # taken up again as "the agreement", "it", "the document"
    (
        "An agreement between the Tea Port Trust and Alfa Ports was signed. It is described as a "
        "concession for two berths. "
        "The agreement was signed for 20 years.",
        ["agreement between the Tea Port Trust and Alfa Ports"],
    ),
    # the lead names it, the text names it in full
    (
        "The presidents adopted a joint statement.\n\nThe Joint Statement on enhanced partnership was signed at noon.",
        ["Joint Statement on enhanced partnership"],
    ),
    # a mention that takes it up keeps the first name
    (
        "They signed a declaration on dialogue and an open skies agreement. The agreement on open skies replaces one.",
        ["declaration on dialogue", "open skies agreement"],
    ),
    # two of one kind in one list are two
    (
        "They signed a memorandum on tea and a memorandum on green tea.",
        ["memorandum on tea", "memorandum on green tea"],
    ),
    # of one kind with different parties are two
    (
        "An MoU on tea between Alfa Tea and Beta Tea was signed. An MoU on tea between Gamma Tea and "
        "Delta Tea was signed.",
        ["MoU on tea between Alfa Tea and Beta Tea", "MoU on tea between Gamma Tea and Delta Tea"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONCE)
def test_each_document_once(text, expected):
    assert names(text) == expected


def test_another_countrys_document_is_left_out():
    text = (
        "PARIS, May 20 – The President of France met the President of Chad during an official visit to "
        "France. France and "
        "Chad signed an agreement on tea. Earlier it was reported that Chad and Norway had signed a memorandum on fish."
    )
    assert names(text) == ["agreement on tea"]


def test_pairs_of_parties_are_documents_of_the_kind_named_before_them():
    text = (
        "Among the pairs that signed memoranda are Alfa Pumpen and the state water company Beta, Gamma "
        "Steel and Delta AG, "
        "and Omega SE and the Royal Tea Agency."
    )
    got = found(text)
    assert [document.instrument for document in got] == ["memorandum"] * 3
    assert [[party.name for party in document.parties] for document in got] == [
        ["Alfa Pumpen", "Beta"],
        ["Gamma Steel", "Delta AG"],
        ["Omega SE", "Royal Tea Agency"],
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They signed an agreement on the transfer of prisoners.", "transfer of prisoners"),
        ("They signed an agreement between Alfa Tea and Beta Tea.", "not stated"),
        ("They signed an agreement between the Ministry for Tea and Alfa on tin.", "tin"),
        ("They signed an agreement on tin between the Ministry for Tea and Alfa.", "tin"),
        ("They signed a programme of exchanges for 2024-2026.", "not stated"),
        ("They signed a memorandum of cooperation in the field of forestry.", "forestry"),
    ],
)
def test_topic(text, expected):
    assert [document.topic for document in found(text)] == [expected]


WORDS = st.sampled_from(
    [
        "signed",
        "inked",
        "will",
        "sign",
        "agreement",
        "MoU",
        "memorandum",
        "of",
        "understanding",
        "on",
        "between",
        "and",
        "with",
        "the",
        "a",
        "an,",
        ";",
        ":",
        ".",
        "“",
        "”",
        '"',
        "(",
        ")",
        "–",
        "-",
        "\n",
        "\n\n",
        "Alfa",
        "Beta",
        "Ministry",
        "for",
        "Tea",
        "Trade",
        "another",
        "one",
        "covers",
        "joint",
        "statement",
        "protocol",
        "12",
        "2019",
        "were",
        "was",
        "been",
        "İ",
        "ß",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=80).map(" ".join)))
def test_any_text_gives_documents_inside_it(text):
    for document in found(text):
        start, end = document.span
        assert 0 <= start < end <= len(text)
        assert text[start:end] == document.text
        for party in document.parties:
            assert party.span is not None
            assert " ".join(text[party.span.start : party.span.end].split()) == party.name


AGAIN = [
    # a definite mention that only says how long it is; another one that is not it
    (
        "The two countries signed a cooperation agreement on Monday. The 17-article agreement was signed in Lome. Tea "
        "was in focus in another agreement, signed by the ministers.",
        ["cooperation agreement", "agreement"],
    ),
    ("They signed a memorandum. The memorandum on tea was signed in Lome.", ["memorandum on tea"]),
    # what a name in quotation marks ends with
    ("They signed the “Exchange of Notes” and Ana Sol, its chief, will leave.", ["Exchange of Notes"]),
    ("They signed the “Loan Agreement” for the mill.", ["Loan Agreement” for the mill"]),
    # of a headline, of an explanation
    ("They met.\n\nAGREEMENTS\n\nThey signed an agreement on tea.", ["agreement on tea"]),
    ("They signed a “Plan of Action” – which lays out a roadmap for cups.", ["Plan of Action"]),
    ("There were hectic talks over the deal for years.", []),
    # a bracket, a list that goes on, a tail
    ("They signed an MoU on tea and five other pacts.", ["MoU on tea"]),
    ("They signed an agreement and a number of memoranda on tea.", ["agreement"]),
    # a document by no other name
    ("They signed a renewed document between Chad and Togo on tea.", ["document between Chad and Togo on tea"]),
    ("They signed documents on tea and oats.", []),
    ("They read the document on tea.", []),
    # this is the one named before; a count of all so far
    ("They signed a treaty on tea. This treaty to protect cups is long.", ["treaty on tea"]),
    ("They signed an MoU on tea. This is the 19th MoU that the board has signed.", ["MoU on tea"]),
    ("They signed an MoU on tea. It is the second MoU on oats that counts.", ["MoU on tea"]),
    ("They signed MoUs for work on forests, soils and tea.", []),
    ("They signed a pact on tea, Togo's tea ministry and the Embassy of Chad said.", ["pact on tea"]),
    (
        "They signed a bilateral agreement. The Tea Partnership Arrangement was signed in Lome.",
        ["Tea Partnership Arrangement"],
    ),
    # consent; an agreement of another year; the same again in other words
    ("Chad and Togo signed an MoU, signalling their agreement to strengthen ties.", ["MoU"]),
    ("They signed an MoU on tea. In addition to more training, the 2015 agreement includes mills.", ["MoU on tea"]),
    ("They signed an MoU on tea, in a bold deal that will help mills.", ["MoU on tea"]),
    # what one of those signed says; with "the" only where it says between whom
    (
        "They signed agreements on tea. The agreement between the Tea Board and the Cup Union called for mills.",
        ["agreement between the Tea Board and the Cup Union"],
    ),
    ("They met. The agreement between Chad and Togo covers tea.", []),
    ("They signed an MoU on mills. The agreement on tea covers cups.", ["MoU on mills"]),
    ("They met, with a Framework Agreement on Tea being signed in Lome.", ["Framework Agreement on Tea"]),
    ("Another deal with Togo is next on the agenda.", ["deal with Togo"]),
    ("They signed a cup contract on mills. The eight-year deal was signed in Lome.", ["cup contract on mills"]),
    ("They signed an MoU on mills. The 12 years old agreement was formalized.", ["MoU on mills"]),
    # an acronym between commas; who reports; a plan on something, and what they plan
    ("They signed a Memorandum of Understanding, MoU, on tea.", ["Memorandum of Understanding, MoU, on tea"]),
    ("They signed a pact on tea, the Bureau of Mills (BOM) announced.", ["pact on tea"]),
    ("They signed a plan on news exchange for 2024-2026.", ["plan on news exchange for 2024-2026"]),
    ("They plan on signing a pact on tea.", ["pact on tea"]),
    ("They signed a pact on tea. They unveiled plans on mills.", ["pact on tea"]),
    ("Chad will help under an agreement signed by the two sides on Friday.", ["agreement signed by the two sides"]),
    # a dash inside a name, and one behind it
    ("The MoU on the Lome – Accra Railroad has been signed.", ["MoU on the Lome – Accra Railroad"]),
    ("The MoU on the Togolese – Chadian border has been signed.", ["MoU on the Togolese – Chadian border"]),
    ("The following were signed:\n- MoU on Tea – Better cups for all", ["MoU on Tea"]),
    # quoted names that are long, and quoted speech
    (
        "The “Agreement between the Board of Tea and the Cup Union on common work in the field of fine cups and mills” "
        "was signed.",
        ["Agreement between the Board of Tea and the Cup Union on common work in the field of fine cups and mills"],
    ),
    # what an ordinal tells of one that the sentence before names
    (
        "They exchanged an MoU between the Tea Board and the Cup Union and an agreement on mills. The first agreement "
        "aims to help, while the second is on tea.",
        ["MoU between the Tea Board and the Cup Union", "agreement on mills"],
    ),
    ("They signed two MoUs. The first MoU covers tea.", ["first MoU covers tea"]),
    # lists by capitals, by semicolons, and where some items name no instrument
    (
        "The three MoUs are on Child Care, Tea Trade and Cooperation on Cups.",
        ["Child Care", "Tea Trade", "Cooperation on Cups"],
    ),
    (
        "They signed MoUs. The MoUs were on trade and mills; mining; tea, cups and jugs.",
        ["trade and mills", "mining", "tea, cups and jugs"],
    ),
    ("The MoUs are on trade, mining and tea.", []),
    (
        "The MoUs signed are as follows:\n1) Cooperation between the Tea Board and the Cup Union\n2) Agreement on "
        "mills\n3) Collaboration in sports",
        ["Cooperation between the Tea Board and the Cup Union", "Agreement on mills", "Collaboration in sports"],
    ),
    # "the agreement on cooperation" is none of those before
    (
        "An agreement on trade and one on tax were signed. The agreement on cooperation was signed by the Tea Board "
        "and the Cup Union.",
        ["agreement on trade", "one on tax", "agreement on cooperation"],
    ),
    ("Envoy for Compact Negotiations Ana Sol signed an MoU on tea.", ["MoU on tea"]),
    (
        "An accord on tea was signed. Another agreement pledged to lower duties.",
        ["accord on tea", "Another agreement pledged to lower duties"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), AGAIN)
def test_mentions_again(text, expected):
    assert names(text) == expected


def test_a_renewal_that_will_be_signed_is_planned():
    (document,) = found("The renewal of the 1997 Agreement on Tea will also be signed.")
    assert document.status == "planned"
    (document,) = found("They welcomed the renewal of the 1997 Agreement on Tea, which was signed today.")
    assert document.status == "signed"


def test_another_with_the_same_words_is_of_the_same_kind():
    text = "They signed two memoranda, one on the use of yuan arrangements and another on mills."
    assert [one.instrument for one in found(text)] == ["memorandum", "memorandum"]


def test_what_a_ceremony_was_held_to_sign_is_signed():
    listed = "ten documents:\n\nA memorandum on tea;\n\nAn agreement on cups."
    assert {one.status for one in found(f"A ceremony was also held to sign {listed}")} == {"signed"}
    assert {one.status for one in found(f"A ceremony will be held to sign {listed}")} == {"planned"}


def test_subjects_behind_a_predicate_with_asides():
    text = (
        "Four MoUs were exchanged before the two premiers: on tea, on oats - 60 tons a year - and on the use of rail."
    )
    assert names(text) == ["tea", "oats", "use of rail"]
    assert names("Four MoUs were exchanged before the two premiers: one was late.") == []


def test_another_that_was_initialled_is_planned():
    text = "A memorandum on tea was signed; another was initialled by the Tea Board and the port of Oslo."
    last = found(text)[-1]
    assert (last.status, [party.name for party in last.parties]) == ("planned", ["Tea Board", "port of Oslo"])


def test_what_counts_a_document_is_no_second_one():
    assert names("The third accord, a memorandum of understanding on tea, was inked by the ministers.") == [
        "memorandum of understanding on tea"
    ]
    assert len(names("They signed a third accord, a memorandum on tea and a protocol on oats.")) == 2


def test_several_in_one_name_are_told_apart_once():
    text = "Also signed were an MoU on tea, and agreements on extradition and on social security."
    assert names(text) == ["MoU on tea", "extradition", "social security"]


def test_the_document_is_the_one_named_before():
    text = "They signed a Grant Arrangement on a centre. The envoys signed the document on behalf of their governments."
    assert names(text) == ["Grant Arrangement on a centre"]


def test_what_leads_to_the_next_is_no_part_of_a_name():
    text = "The ministers exchanged the MoU on Ports, and the third, the MoU on Rail, by mail."
    assert names(text) == ["MoU on Ports", "MoU on Rail"]


def test_a_list_between_dashes_is_signed():
    text = "The agreements — a treaty on tea, a protocol on oats and an MoU on rail — were signed by the ministers."
    assert names(text) == ["treaty on tea", "protocol on oats", "MoU on rail"]
    assert names("The pacts — a treaty on tea, for one — were discussed by the ministers.") == []


def test_the_day_of_the_signing_is_no_part_of_a_name():
    assert names("The ministers signed an accord on tea on the last day of the third Tea Forum.") == ["accord on tea"]


def test_a_dash_between_years_is_inside_a_name():
    assert names("They inked a programme on tea for 2025 - 2027.") == ["programme on tea for 2025 - 2027"]
    assert names("They inked a programme on tea for 2024 - 20 chests.") == ["programme on tea for 2024"]


def test_a_topic_has_no_comma_behind_it():
    (document,) = found("They signed an MoU on tea, between the Tea Board and the Hop Board.")
    assert document.topic == "tea"


@pytest.mark.parametrize(
    ("text", "name", "topic"),
    [
        ("An MoU was signed on cooperation in tea.", "MoU was signed on cooperation in tea", "cooperation in tea"),
        (
            "An MoU was signed between the Tea Board and the Hop Board on mugs by Minister Ana Sol.",
            "MoU was signed between the Tea Board and the Hop Board on mugs",
            "mugs",
        ),
        ("They signed an MoU here on Thursday on a sea cable.", "MoU here on Thursday on a sea cable", "sea cable"),
        # when and where it was signed, and one known before
        ("An MoU was signed on Monday.", "MoU", "not stated"),
        ("An MoU was signed on the sidelines of the Tea Forum.", "MoU", "not stated"),
        ("An MoU was signed on 3 May.", "MoU", "not stated"),
        ("An MoU was signed on behalf of the boards.", "MoU", "not stated"),
    ],
)
def test_what_a_document_is_on_behind_its_verb(text, name, topic):
    (document,) = found(text)
    assert (document.text, document.topic) == (name, topic)
