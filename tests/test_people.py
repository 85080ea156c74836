import pytest

from communique.article import from_text
from communique.extract import people
from communique.record import Event


def found(text):
    return [(person.name, person.role) for person in people.find(from_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danish Foreign Minister Eva Ros spoke.", [("Eva Ros", "Danish Foreign Minister")]),
        ("The talks with President Eva Ros were short.", [("Eva Ros", "President")]),
        ("Minister for Maritime Trade Eva Ros attended.", [("Eva Ros", "Minister for Maritime Trade")]),
        (
            "Minister of Industry, Trade and Technology Jon Moe left.",
            [("Jon Moe", "Minister of Industry, Trade and Technology")],
        ),
        ("Trade and Industry Minister Jon Moe left.", [("Jon Moe", "Trade and Industry Minister")]),
        (
            "Investment, Trade and Industry Minister Jon Moe left.",
            [("Jon Moe", "Investment, Trade and Industry Minister")],
        ),
        ("Then President of Chad Issa Deby rose.", [("Issa Deby", "President of Chad")]),
        ("On Sultan of Oman Issa Al Nuri's state visit.", [("Issa Al Nuri", "Sultan of Oman")]),
        ("The Bank of Chad's reserves grew.", []),
        ("Deal signed\n\n3 May 2024\n\nEva Ros and Jon Moe\n\nThe two met.", [("Eva Ros", None), ("Jon Moe", None)]),
        ("Deal signed\n\nEva Ros / Lake Times | 3 May 2024\n\nThe two met.", [("Eva Ros", None)]),
        ("Deal signed\n\n3 May 2024\n\nEconomic Cooperation\n\nThe two met.", []),
        ("Deal signed\n\n3 May 2024\n\nBusiness Desk\n\nThe two met.", []),
        ("Prime Minister Samdech Eva Ros and Nana Jon Moe met.", [("Eva Ros", "Prime Minister"), ("Jon Moe", None)]),
        (
            "He met President of the Kyrgyz Republic Azat Toktogulov.",
            [("Azat Toktogulov", "President of the Kyrgyz Republic")],
        ),
        (
            "Deputy Prime Minister and Minister of Energy Ana Gil came.",
            [("Ana Gil", "Deputy Prime Minister and Minister of Energy")],
        ),
        (
            "First Deputy Prime Minister, Minister of Economy Ana Gil came.",
            [("Ana Gil", "First Deputy Prime Minister, Minister of Economy")],
        ),
        ("Head of the Border Office Ana Gil reported.", [("Ana Gil", "Head of the Border Office")]),
        ("Governor of the Bank of Chad Issa Deby agreed.", [("Issa Deby", "Governor of the Bank of Chad")]),
        (
            "Talks with rector of Tomsk State University Vera Belova ended.",
            [("Vera Belova", "rector of Tomsk State University")],
        ),
        ("Mayor of Vienna Lena Graf said so. Graf left.", [("Lena Graf", "Mayor of Vienna")]),
        ("US Special Envoy for Climate Hugo T. Moss left.", [("Hugo T. Moss", "US Special Envoy for Climate")]),
        ("spokesman Ali Al Harbi told the paper", [("Ali Al Harbi", "spokesman")]),
        ("He was met by trade minister Ana Gil.", [("Ana Gil", "trade minister")]),
        (
            "Tourism Secretary Liza Abad and Farm Secretary Rey Cruz stayed.",
            [("Liza Abad", "Tourism Secretary"), ("Rey Cruz", "Secretary")],
        ),
        ("An audience with King Olav closed the visit.", [("Olav", "King")]),
        ("President Ros’s visit began.", [("Ros", "President")]),
        ("It was signed by PM Jon Moe today.", [("Jon Moe", "Prime Minister")]),
        ("Vice-Minister Ona Petrauskienė chaired.", [("Ona Petrauskienė", "Vice-Minister")]),
        ("Samara CEO Ana Gil was there.", [("Ana Gil", "CEO")]),
        ("Secretary General Ana Gil was there.", [("Ana Gil", "Secretary General")]),
        ("Prime Minister Israel Katzir spoke.", [("Israel Katzir", "Prime Minister")]),
        ("Prime Minister Mark Ruitenberg met his host.", [("Mark Ruitenberg", "Prime Minister")]),
        (
            "co-head of the joint intergovernmental commission Oleg Sirbu met them.",
            [("Oleg Sirbu", "co-head of the joint intergovernmental commission")],
        ),
    ],
)
def test_title_before_the_name(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eva Ros, the Danish Foreign Minister, spoke.", [("Eva Ros", "Danish Foreign Minister")]),
        ("Huda Al Rashid, chief executive of Acme, spoke.", [("Huda Al Rashid", "chief executive of Acme")]),
        ("They invited Acme's chief executive, Huda Al Rashid, to Bonn.", [("Huda Al Rashid", "chief executive")]),
        ("Portugal’s Prime Minister, Duarte Vaz, nodded.", [("Duarte Vaz", "Prime Minister")]),
        ("Jane Otieno, Kenya's Cabinet Secretary for Trade, signed.", [("Jane Otieno", "Cabinet Secretary for Trade")]),
        ("Lt. Gen. (retd) Omar Nazari, the defence minister, was present.", [("Omar Nazari", "defence minister")]),
        ("Sir Giles Hume, the ambassador, said so.", [("Giles Hume", "ambassador")]),
        ("Ana Gil (Minister of Health) signed.", [("Ana Gil", "Minister of Health")]),
        ("Ana Gil, who is the Minister of Health, signed.", [("Ana Gil", "Minister of Health")]),
        ("Ana Gil, 45, chief executive of Acme, signed.", [("Ana Gil", "chief executive of Acme")]),
        ("Omar Nazari, the President's security adviser, agreed.", [("Omar Nazari", "security adviser")]),
        (
            "Ana Gil, Minister of Health, and Jon Moe, Minister of Culture, signed.",
            [("Ana Gil", "Minister of Health"), ("Jon Moe", "Minister of Culture")],
        ),
        (
            "the President of the friendly Republic of Ghana, Kofi Mensah, and others",
            [("Kofi Mensah", "President of the friendly Republic of Ghana")],
        ),
    ],
)
def test_title_after_the_name_or_set_off(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The pens were held by foreign ministers Eva Ros and Jon Moe.",
            [("Eva Ros", "foreign minister"), ("Jon Moe", "foreign minister")],
        ),
        (
            "With Presidents Eva Ros of Chad and Jon Moe of Fiji there.",
            [("Eva Ros", "President"), ("Jon Moe", "President")],
        ),
        (
            "came with ministers Eva Ros (Planning), Jon Moe (Health) and Ana Gil (Culture).",
            [("Eva Ros", "minister (Planning)"), ("Jon Moe", "minister (Health)"), ("Ana Gil", "minister (Culture)")],
        ),
        (
            "He came with Foreign Minister Eva Ros; Energy Minister Jon Moe; and Ana Gil, head of the Tourism Agency.",
            [
                ("Eva Ros", "Foreign Minister"),
                ("Jon Moe", "Energy Minister"),
                ("Ana Gil", "head of the Tourism Agency"),
            ],
        ),
        (
            "their rectors, Vera Belova and Prof. Somsak Chai, signed.",
            [("Vera Belova", "rector"), ("Somsak Chai", "rector")],
        ),
    ],
)
def test_several_persons(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H.E. Dr. Salem Al Ketbi, Ambassador to Kenya, came.", [("Salem Al Ketbi", "Ambassador to Kenya")]),
        (
            "His Highness Sheikh Hamad bin Saeed Al Noor, Vice President of Qatar, came.",
            [("Hamad bin Saeed Al Noor", "Vice President of Qatar")],
        ),
        ("Trade Minister Tan Sri Azlan Jalil said so.", [("Azlan Jalil", "Trade Minister")]),
        ("Defense Minister Gen. (Ret.) Agus Wira left.", [("Agus Wira", "Defense Minister")]),
        ("Shri Dev Anand Rao, Foreign Secretary, left.", [("Dev Anand Rao", "Foreign Secretary")]),
        ("Field Marshal Zahid Bakht was there.", [("Zahid Bakht", "Field Marshal")]),
        ("Dr. Ana Gil was there.", [("Ana Gil", None)]),
        ("According to Mr Petrosyan, talks went on.", [("Petrosyan", None)]),
        ('President Ignacio "Iggy" Santos returned.', [('Ignacio "Iggy" Santos', "President")]),
        ("President Ana de la Fuente returned.", [("Ana de la Fuente", "President")]),
        ("minister Timur SADYKOV said", [("Timur SADYKOV", "minister")]),
        ("Prime Minister J.Erdene spoke.", [("J.Erdene", "Prime Minister")]),
        ("prime minister Sheikh Salma spoke.", [("Sheikh Salma", "prime minister")]),
        ("Prime Minister Hugo Moss, Jr., spoke.", [("Hugo Moss, Jr.", "Prime Minister")]),
    ],
)
def test_forms_of_address_ranks_and_forms_of_names(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Diane Uwase\n\nRain fell in Kigali.", [("Diane Uwase", None)]),
        ("By Ana Gil, Jon Moe and Eva Ros\n\nRain fell.", [("Ana Gil", None), ("Jon Moe", None), ("Eva Ros", None)]),
        ("Rain fell.\n\n(Reporting by Ana Gil; editing by Jon Moe)", [("Ana Gil", None), ("Jon Moe", None)]),
        ("Rain fell.\n\nTranslator: Ana G, Editor: Jon M", [("Ana G", None), ("Jon M", None)]),
        ("Ana Gil   |26.02.2024 - Update\n\nRain fell.", [("Ana Gil", None)]),
        ("Published 28/08/2025 - 18:22  Ana Gil – Reporter from Agência Sul\n\nRain fell.", [("Ana Gil", None)]),
        ("Prime Minister Jon Moe (right) and Eva Ros (left)", [("Jon Moe", "Prime Minister"), ("Eva Ros", None)]),
        ("“It rained,” said Ana Gil.", [("Ana Gil", None)]),
        ("Ana Gil told reporters that it rained.", [("Ana Gil", None)]),
        ("The president appointed Ana Gil on Monday.", [("Ana Gil", None)]),
        ("Ana Gil\nStaff Writer\n\nRain fell in Oslo.", [("Ana Gil", None)]),
        ("Rain fell in Oslo.\n\nAna Gil, Kazinform", [("Ana Gil", None)]),
        ("Rain fell in Oslo.\n\n— Ana Gil", [("Ana Gil", None)]),
        ("It was signed by Ana Gil on behalf of Acme Ltd.", [("Ana Gil", None)]),
        ("Rain fell in Oslo.\n\nPrivacy Policy", []),
        ("By Tuesday evening, rain fell.", []),
        ("By Central Asian standards, rain is rare.", []),
    ],
)
def test_persons_without_a_title(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Prime Minister arrived in Addis Ababa.",
        "The minister, Warsaw said, agreed.",
        "The PM House was lit.",
        "The President Hotel is full.",
        "They visited King Fahd University.",
        "It was signed with King Alfred's College London.",
        "The Prime Minister, Foreign Ministry officials and others came.",
        "“Nine texts,” said Oesterbank AG.",
        "the Desert Post said so.",
        "NEW DELHI – The Prime Minister said so.",
        "The Treaty on Friendly Relations was signed.",
        "Rwanda, Senegal Ink Three Agreements",
        "Talks with the European Union went on.",
        "The CEO of Maire Tecnica was invited.",
        "said the Ministry of Health",
        "Head of State talks began.",
        "the two Presidents in Washington",
        "Retired officials met in Buenos Aires.",
        "General Motors and General Electric signed.",
        "The Governor General's office replied.",
        "for fire officers, Deshmukh said",
        "President of Turkmenistan opened the plant.",
        "Foreign Minister of Chad left on Monday.",
        "",
    ],
)
def test_what_is_no_person(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ros met the press. Prime Minister Jon Moe met Eva Ros, the President.", ["Eva Ros", "Jon Moe"]),
        ("Chinese President Shen Guo spoke. “Good,” President Shen said.", ["Shen Guo"]),
        ("Minister Carmen Olmo de la Serna came. Minister Olmo left.", ["Carmen Olmo de la Serna"]),
        ("President João Lima spoke. President Joao Lima left.", ["João Lima"]),
        ("UAE minister Dr. Thani Al Noor came. “Ships,” said Dr. Al Noor.", ["Thani Al Noor"]),
        ("President Warren T. Hale spoke. Warren Hale left.", ["Warren T. Hale"]),
        ("Minister Ana Ros and Minister Eva Ros came.", ["Ana Ros", "Eva Ros"]),
        ("PRESIDENT ANA GIL left. President Ana Gil left.", ["Ana Gil"]),
    ],
)
def test_one_person_under_several_names(text, expected):
    assert [name for name, _ in found(text)] == expected


def test_the_role_beside_the_fullest_name_counts():
    text = "President Ros arrived. Swedish President Eva Ros met her counterpart, Jon Moe. The minister Jon Moe left."
    assert found(text) == [("Eva Ros", "Swedish President"), ("Jon Moe", "minister")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade minister Eva Ros met her colleague Jon Moe.",
            [("Eva Ros", "Trade minister"), ("Jon Moe", "colleague")],
        ),
        ("It was inked by Eva Ros and her Lima peer Jon Moe.", [("Jon Moe", "peer")]),
        (
            "The Attorney General, Jon Moe, left with Attorney-General Eva Ros.",
            [("Jon Moe", "Attorney General"), ("Eva Ros", "Attorney-General")],
        ),
        (
            "It is signed by Permanent Secretary in the Ministry of Tea, Jon Moe, and Head of the Cup Board, Eva Ros.",
            [("Jon Moe", "Permanent Secretary in the Ministry of Tea"), ("Eva Ros", "Head of the Cup Board")],
        ),
        ("Chad signs\n\nby Eva Moe-Ros | Feb 17, 2023 | Top Stories\n\nChad has signed.", [("Eva Moe-Ros", None)]),
        ("Chad signs\n\nby the River | Feb 17, 2023\n\nChad has signed.", []),
        ("He left.\n\nEva Ros, President of Chad - 10/10/2024", [("Eva Ros", "President of Chad")]),
    ],
)
def test_colleagues_general_attorneys_and_lines_of_names(text, expected):
    assert found(text) == expected


def test_every_mention_has_its_span():
    article = from_text("Swedish President Eva Ros spoke. Ros’s words: “Yes.” The Ros Foundation and Jan Ros did not.")
    (person,) = people.find(article)
    assert [article.text[start:end] for start, end in person.spans] == ["Eva Ros", "Ros"]
    assert (person.country, person.rule) == ("SWE", "title before the name")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Austrian Chancellor Eva Ros met President Jon Moe.", ["AUT", "KAZ"]),
        ("Portugal's Prime Minister, Eva Ros, met President Jon Moe of Brazil.", ["PRT", "BRA"]),
        ("Chancellor Eva Ros met President Jon Moe.", [None, None]),
        ("Austrian Chancellor Eva Ros met Deputy Minister Jon Moe.", ["AUT", None]),
    ],
)
def test_countries(text, expected):
    persons = people.find(from_text(text), Event(countries=("KAZ", "AUT")))
    assert [person.country for person in persons] == expected


@pytest.mark.parametrize("unit", ["President Ab Cd said. ", "Mr. ", "By Ab Cd, ", "Minister of ", "“", "Ab "])
def test_any_text_gives_spans_that_are_its_words(unit):
    article = from_text(unit * 300)
    for person in people.find(article):
        assert all(article.text[start:end].strip() for start, end in person.spans)
