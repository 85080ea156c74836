"""Organisations that the words around them tell: lists, appositions, media, councils, venues that are none."""

import pytest

from communique import codebook
from communique.article import from_text
from communique.extract import documents, event, organisations, people


def found(text):
    article = from_text(text)
    return [body.name for body in organisations.find(article, people.find(article))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vale, the Chadian mining group, came.", ["Vale"]),
        ("Sonel, Chad's state oil and gas producer, came.", ["Sonel"]),
        ("Sibra, a Fijian petrochemicals company, came.", ["Sibra"]),
        ("Many energy companies, including Italy’s Enel Nova, invest there.", ["Enel Nova"]),
        # A seat, a place, a person with an office, a person of a company.
        ("Oslo, the seat of the company, is big.", []),
        ("Lena, the company chairman, left.", []),
        ("Eva Ros, the bank's founder, left.", []),
        ("Baku, the capital, is warm.", []),
        ("Many towns, including Italy’s Bari, invest there.", []),
    ],
)
def test_apposition_and_owners_in_lists(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It met at the University of Graz, Styria, on Friday.", ["University of Graz"]),
        ("It met at Lakes University, Panja, Doa, on Friday.", ["Lakes University"]),
        ("It was signed by Ros Bank, Delmo and Arvo.", ["Ros Bank", "Delmo", "Arvo"]),
        ("Companies such as Delmo, Arvo, Kiro are at work there.", ["Delmo", "Arvo", "Kiro"]),
        (
            "The Ministry of Statistics & Programme Planning (MoSPP) met.",
            ["Ministry of Statistics & Programme Planning (MoSPP)"],
        ),
        ("The Ministry of Trade & Industry met.", ["Ministry of Trade & Industry"]),
        ("It was signed by the Bank of Chad & Delmo Ltd.", ["Bank of Chad", "Delmo Ltd"]),
    ],
)
def test_lists_and_what_follows_a_name(text, expected):
    assert [name.rstrip(".") for name in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry, TASR was told, agrees.", ["TASR"]),
        ("“It is so,” he said, as quoted by Lakesfax.", ["Lakesfax"]),
        ("“It is so,” he told the Kabar news agency.", ["Kabar news agency"]),
        ("The Lakesfax newswire reported it.", ["Lakesfax"]),
        # Who signs the article or the picture is no part of the news.
        ("The two met in Oslo. — Kabar", []),
        ("The two met in Oslo (Photo: Kabar)", []),
        ("Photo: Kabar\n\nThe two met in Oslo.", []),
        ("OSLO (Kabar) – The two met in the town.", []),
    ],
)
def test_media(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Council of Foreign Ministers met.", ["Council of Foreign Ministers"]),
        ("The Office of the Prime Minister agreed.", ["Office of the Prime Minister"]),
        (
            "The Council of Ministers of Foreign Affairs of the Economic Cooperation Organization met.",
            ["Council of Ministers", "Economic Cooperation Organization"],
        ),
        (
            "Ana Gil, State Secretary of the Slovak Ministry of Foreign and European Affairs, left.",
            ["Slovak Ministry of Foreign and European Affairs"],
        ),
        ("The Minister of Foreign Affairs of Chad left.", []),
        ("The Foreign Ministry Spokesperson Eva Ros spoke.", ["Foreign Ministry"]),
        ("The African Union Summit ended.", ["African Union"]),
        ("The Asian Development Bank (ADB) lent it. The ADB agreed.", ["Asian Development Bank (ADB)"]),
        ("The Asian Development Bank lent it. The ADB agreed.", ["Asian Development Bank"]),
        ("The White House said so.", ["White House"]),
        ("They met at the White House.", []),
        ("They met in the Oslo Convention Center and the Congress Centre.", []),
        ("He inspected a Guard of Honour.", []),
        ("The Cultural Centre of Graz opened.", ["Cultural Centre of Graz"]),
    ],
)
def test_councils_offices_and_buildings(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad’s national oil company, Sonel, and others came.", ["Sonel"]),
        ("Its largest lender, Halyk, agreed.", ["Halyk"]),
        ("In talks with the company, Fiji, and others it was good.", []),
        ("A company, Oslo said, is no town.", []),
        ("Jon Moe, deputy director of the National Security Office, spoke.", ["National Security Office"]),
        ("The director of the South Gate left.", []),
        ("The Oslo-based Lakes News Agency reported it.", ["Lakes News Agency"]),
        ("The Coordinating Ministry on Maritime Affairs agreed.", ["Coordinating Ministry on Maritime Affairs"]),
        ("The Sri Lanka Tea Research Council agreed.", ["Sri Lanka Tea Research Council"]),
        (
            "The Chinese Trade Bank lent it. The China Trade Bank said so.",
            ["Chinese Trade Bank"],
        ),
        ("The Chad Trade Bank lent it. The Fiji Trade Bank said so.", ["Chad Trade Bank", "Fiji Trade Bank"]),
        ("It was signed by Delmo Engineering, a Fijian PCO company, on Friday.", ["Delmo Engineering"]),
    ],
)
def test_nouns_set_off_heads_and_forms_of_one_name(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delmo is Norway’s leading energy company.", ["Delmo"]),
        ("Bergen is the seat of a company.", []),
        ("The National Commission for Culture and the Arts agreed.", ["National Commission for Culture and the Arts"]),
        (
            "It was signed by the State Treasury of Chad and the Trade Commission of Fiji.",
            ["State Treasury of Chad", "Trade Commission of Fiji"],
        ),
        ("The Strategic Council on Nov. 20 met.", ["Strategic Council"]),
        ("The Strategic Council on Trade met.", ["Strategic Council on Trade"]),
        (
            "The Association of Southeast Asian Nations (ASEAN) met. ASEAN agreed.",
            ["Association of Southeast Asian Nations (ASEAN)"],
        ),
        ("He met the head of the Mazhilis of Chad. The Mazhilis agreed.", ["Mazhilis of Chad"]),
        ("“It is so,” said Wisma Putra on Friday.", ["Wisma Putra"]),
    ],
)
def test_what_a_name_goes_on_with(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "German Delmo and the Uzbek State Committee for Investments signed it, Delmo said.",
            ["Delmo", "Uzbek State Committee for Investments"],
        ),
        ("The Association of Southeast Asian Nations Summit ended.", ["Association of Southeast Asian Nations"]),
        (
            "The State Council of the People's Republic of China and the Workers' Party agreed.",
            ["State Council of the People's Republic of China", "Workers' Party"],
        ),
        ("They met at the One Stop Border Post.", []),
        ("He is an officer of the Fiji Foreign Service.", ["Fiji Foreign Service"]),
        ("The Foreign Service sang.", []),
        ("The Vision 2030 Committee met. In May 20 banks closed.", ["Vision 2030 Committee"]),
        ("They met in Seoul, Nov. 17. Yonhap |\nThe talks went on.", []),
        ("The State Council of China met. The State Council agreed.", ["State Council of China"]),
        ("He spoke to the National Assembly.", ["National Assembly"]),
        ("Kazakhstan‘s sovereign wealth fund, Samel-Kazna, came.", ["Samel-Kazna"]),
    ],
)
def test_demonyms_meetings_and_odd_apostrophes(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delmo signed a memorandum with the Bank of Chad.", ["Delmo", "Bank of Chad"]),
        ("Delmo has also inked several big deals.", ["Delmo"]),
        ("London signed a memorandum with Chad.", []),
        ("Delmo signed a Treaty Book.", []),
        ("“It is so,” Delmo CEO Ana Ros said.", ["Delmo"]),
        ("Delmo’s Next Generation 737 is new.", []),
        ("Experts of King Alfred's College came.", ["King Alfred's College"]),
        (
            "Among the companies such as PROKAB, BNB GROUP, Lake Metal Plant, NEW LENNIUM, NATUZ, and others was joy.",
            ["PROKAB", "BNB GROUP", "NEW LENNIUM", "NATUZ"],
        ),
        ("They will meet at CoP28 in Oslo.", []),
        ("KazMunai came to Oslo.", ["KazMunai"]),
        ("It belongs to Lake Media Group Ltd. All Rights Reserved.", ["Lake Media Group Ltd."]),
        ("Delmo Co. Ltd and Lake Company JSC came.", ["Delmo Co. Ltd", "Lake Company JSC"]),
        (
            "Chad's Department of Education and Knowledge agreed.",
            ["Department of Education and Knowledge"],
        ),
    ],
)
def test_who_signs_and_who_is_listed(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of Foreign and Caricom Affairs met.", ["Ministry of Foreign and Caricom Affairs"]),
        ("The Department of Asian and Oceanian Affairs met.", ["Department of Asian and Oceanian Affairs"]),
        ("The Chad-Fiji Joint Economic and Trade Commission met.", ["Chad-Fiji Joint Economic and Trade Commission"]),
        (
            "The Chadian Association for Friendship with Foreign Countries met.",
            ["Chadian Association for Friendship with Foreign Countries"],
        ),
        # What follows is another body, or whom it met with.
        ("The Ministry of Trade and Caritas met.", ["Ministry of Trade", "Caritas"]),
        ("The Ministry of Trade with Delmo Ltd signed it.", ["Ministry of Trade", "Delmo Ltd"]),
    ],
)
def test_affairs_and_friendship_inside_a_name(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade fell, the National Statistics Board says.", ["National Statistics Board"]),
        ("Trade fell, says the Pacific Trade Centre.", ["Pacific Trade Centre"]),
        ("Trade fell, according to the General Statistics Office.", ["General Statistics Office"]),
        # What does not speak, and what is no body.
        ("The Pacific Trade Centre was built there.", []),
        ("Trade fell, according to the Joint Action Plan.", []),
        ("The National Day, they said, was near.", []),
    ],
)
def test_a_body_with_a_common_noun_speaks(text, expected):
    assert found(text) == expected


def test_a_company_without_its_legal_form_is_the_same():
    assert found("Vaal Power Systems Oyj came. Eva Ros, Director of Vaal Power Systems, spoke.") == [
        "Vaal Power Systems Oyj"
    ]
    assert found("Vaal Power Systems Oyj came. Vaal Power Ltd left.") == ["Vaal Power Systems Oyj", "Vaal Power Ltd"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("These companies include Moresco, Tago Gosei and Topre.", ["Moresco", "Tago Gosei", "Topre"]),
        ("Deals between companies include Green Way.", []),
        ("IL&FS Energy Co signed it.", ["IL&FS Energy Co"]),
        ("It was led by His Excellency Ali Omar.", []),
        ("He spoke at the Chad Global Investors Summit.", []),
        ("The Danish Business Association met. The Chad Association sat.", ["Danish Business Association"]),
        ("The Second Binational Cabinet met.", []),
        ("Innovation Norway and Business Finland said so.", ["Innovation Norway", "Business Finland"]),
        ("Business Kenya's people like is a Business Danish one.", []),
        ("The MENA region grew, firms across MENA too.", []),
        ("He told MENA so.", ["MENA"]),
        ("The talks ended.\n\nSource: Chad News Agency", []),
        ("The talks ended.\n\nPowered by WPeMatico\n\nRead more: Chad Bank wins it", []),
        ("The talks ended.\n\nCopyright (c) Chad News Agency", ["Chad News Agency"]),
        ("AFP 7 Dec 2021\n\nThe two met.", []),
        ("(VOV) – The two met.", []),
        (" date 2024-05-27 (MENAFN- Steppe) The two met.", []),
        ("The deal (Reuters reported it) was late.", ["Reuters"]),
        ("Reuters | Thu Apr 3, 2014\n\nThe two met.", []),
        (
            "The Ministry of Commerce, Industry, and Investment Promotion met.",
            ["Ministry of Commerce, Industry, and Investment Promotion"],
        ),
        ("The Ministry of Labour, Youth, and the Chad Bank met.", ["Ministry of Labour", "Chad Bank"]),
        ("He told The National so, then told The Minister.", ["National"]),
        ("The third was signed with Sonel Nova.", ["Sonel Nova"]),
        ("The deal was signed by Delmo Precision and Polska Lar.", ["Delmo Precision", "Polska Lar"]),
        ("The deal was signed by Moe and by Turkish Vice President Gil.", []),
        ("They met with Sonel Nova, and signed with Rome.", []),
        ("According to the records of SIEPA, it rose.", ["SIEPA"]),
        ("A line links Annaba Port in Chad and Lagos Port.", []),
        ("They met in Port of Spain.", []),
        (
            "Meeting of the Joint Committee for Economic Cooperation\n\nThe two met. The Joint Committee rose.",
            ["Joint Committee for Economic Cooperation"],
        ),
        (
            "The Central Bank of Chad and the Central Bank of Fiji met. The Central Bank rose it.",
            ["Central Bank of Chad", "Central Bank of Fiji"],
        ),
        (
            "The agreement with the Economic Community of West African States (ECOWAS) ended.",
            ["Economic Community of West African States (ECOWAS)"],
        ),
        ("The international community met.", []),
        ("Chiefs of India Inc came with Nestle Ghana Ltd.", ["Nestle Ghana Ltd"]),
        (
            "The Qatar Research, Development and Innovation Council met the "
            "Institute of Geology and Atmospheric Physics.",
            ["Qatar Research, Development and Innovation Council", "Institute of Geology and Atmospheric Physics"],
        ),
        ("The Institute of Geology and Delmo met.", ["Institute of Geology", "Delmo"]),
        ("The delegation was led by Mohammad Yun Moe Secretary, Ministry of Tea.", ["Ministry of Tea"]),
        ("According to Foreign Office, he came.", ["Foreign Office"]),
        ("He went to the Foreign Office.", []),
        ("According to State House Spokesman Jon Moe, they met.", []),
    ],
)
def test_members_of_groups_and_promoters_of_countries(text, expected):
    assert found(text) == expected


def test_companies_known_everywhere_need_no_proof():
    assert found("Toyota's plant was visited. Trains of Alstom run. He is John Deere Moe.") == ["Toyota", "Alstom"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Latvian food company, Dzintars Parti, will open it.", ["Dzintars Parti"]),
        ("A food company, Oslo reported, will open it.", []),
        ("In a food company, Eva Ros, a cook, spoke.", []),
    ],
)
def test_a_company_of_a_country_set_off_by_commas(text, expected):
    assert found(text) == expected


def test_an_agency_in_a_dateline_only_files_the_story():
    assert found("Fish and tea\n\nAccra, Aug. 3, Kabar - The two met.") == []
    assert found("Officials of an Oslo-based NGO and of Kabar came.") == ["Kabar"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Chilean Industrial Union (UIC) asked for it.", ["Chilean Industrial Union (UIC)"]),
        ("The Customs Service of Chad and the Customs Service of Peru met.", 2),
        ("The Ministry for Culture and the Arts met.", ["Ministry for Culture and the Arts"]),
        ("The Chilean Industrial Union (see below) asked for it.", []),
    ],
)
def test_acronyms_of_other_tongues_and_two_bodies_of_countries(text, expected):
    assert found(text) == expected or len(found(text)) == expected


def test_towns_that_sign_are_no_organisations():
    assert signing("They signed a twinning agreement between the cities of Sfax and Bukhara.") == []
    assert signing("They signed an agreement between Delmo and the cities of Sfax and Bukhara.") == ["Delmo"]


def signing(text):
    article = from_text(text)
    persons = people.find(article)
    papers = documents.find(article, event.find(article), persons, codebook.load().instruments)
    return [body.name for body in organisations.find(article, persons, papers)]
