"""Persons in constructions of real outlets: titles of institutions with owners in them, acronyms, credits, meetings."""

import pytest

from communique.article import from_text
from communique.extract import people


def found(text):
    return [(person.name, person.role) for person in people.find(from_text(text))]


def names(text):
    return [name for name, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He met Chairman of the National People’s Congress Lin Bao.",
            [("Lin Bao", "Chairman of the National People’s Congress")],
        ),
        (
            "Talks with Chairman of the Lao People's Consultative Conference Kham Noy ended.",
            [("Kham Noy", "Chairman of the Lao People's Consultative Conference")],
        ),
        (
            "President of the National Assembly of the People's Power Rosa Lazo Gil came.",
            [("Rosa Lazo Gil", "President of the National Assembly of the People's Power")],
        ),
        ("Head of the Prime Minister's Office Ana Gil spoke.", [("Ana Gil", "Head of the Prime Minister's Office")]),
        # The owner is the bearer, or what is owned is no institution.
        ("On Sultan of Oman Issa Al Nuri's visit they spoke.", [("Issa Al Nuri", "Sultan of Oman")]),
        ("The guest of the President's family left.", []),
    ],
)
def test_owners_inside_the_names_of_institutions(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ambassador to Fiji and Tonga Ana Gil left.",
            [("Ana Gil", "ambassador to Fiji and Tonga")],
        ),
        (
            "Ana Gil, Ambassador to Denmark, Norway and Iceland, left.",
            [("Ana Gil", "Ambassador to Denmark, Norway and Iceland")],
        ),
        (
            "Ana Gil, Senior Director for Russia and the Caucasus, spoke.",
            [("Ana Gil", "Senior Director for Russia and the Caucasus")],
        ),
        # Two persons, or two offices.
        (
            "They met Ambassador to Kenya Ana Gil and Foreign Minister Jon Moe.",
            [("Ana Gil", "Ambassador to Kenya"), ("Jon Moe", "Foreign Minister")],
        ),
        (
            "Minister without Portfolio in the Office of the Prime Minister with Responsibility for Art, Ana Gil, ate.",
            [
                (
                    "Ana Gil",
                    "Minister without Portfolio in the Office of the Prime Minister with Responsibility for Art",
                )
            ],
        ),
        (
            "Minister of State in the Ministry of Trade, Hon. Ana Gil, agreed.",
            [("Ana Gil", "Minister of State in the Ministry of Trade")],
        ),
        ("The minister in charge of Ana Gil Street left.", []),
        ("Head of the delegation, Ms. Ana Gil, noted growth.", [("Ana Gil", "Head of the delegation")]),
        ("The Chief Statistician of Chad and Prof. Ana B. Gil came.", [("Ana B. Gil", None)]),
    ],
)
def test_what_an_office_is_of(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("External Affairs Minister (EAM) Dr A Gilani met her.", [("A Gilani", "External Affairs Minister")]),
        ("Chief of Army Staff (COAS) General Issa Deby left.", [("Issa Deby", "Chief of Army Staff")]),
        ("SCO Secretary-General Lin Bao noted progress.", [("Lin Bao", "Secretary-General")]),
        ("Minister of Trade (right) Ana Gil left.", []),
        (
            "Vice Presidents U Tin Oo and U Ba Maw, Pyithu Hluttaw Speaker U Khin Zaw, and others came.",
            [("U Tin Oo", "Vice President"), ("U Ba Maw", "Vice President"), ("U Khin Zaw", "Speaker")],
        ),
        (
            "Permanent Secretary of the Ministry of Trade U Myint Thu left.",
            [("U Myint Thu", "Permanent Secretary of the Ministry of Trade")],
        ),
        ("The SCO Member States agreed, and Oslo will host Nordic Lakes days.", []),
        ("Norway to host Nordic Lakes security conference", []),
        ("Mr Ayo Bello, Ministry of Trade’ spokesperson, said so.", [("Ayo Bello", "spokesperson")]),
        ("Prime Minister of Guyana, Hon. Brigadier (Ret’d) Al Moe spoke.", [("Al Moe", "Prime Minister of Guyana")]),
    ],
)
def test_acronyms_and_offices_beside_names(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is the second land to be visited by Ana Gil, who took office in May.", ["Ana Gil"]),
        ("The talks with Ana Gil were short.", ["Ana Gil"]),
        ("She met with Jon Moe on Monday.", ["Jon Moe"]),
        ("The delegation was led by Ana Gil and stayed.", ["Ana Gil"]),
        ("Ana Gil, 46, took office.", ["Ana Gil"]),
        ("They shook hands in Suva. (Photo by Ana Gil#Lakes/Lakes via Pictures)", ["Ana Gil"]),
        ("They shook hands in Suva. Photo: LNZ Pacific/ Ana Gil", ["Ana Gil"]),
        ("They shook hands in Suva. Photo: Ana Gil", ["Ana Gil"]),
        ("PHOTO | ANA KARIUKI | LAKES", ["ANA KARIUKI"]),
        ("From left to right: Ana Gil, Jon Moe and Eva Ros.", ["Ana Gil", "Jon Moe", "Eva Ros"]),
        ("They have the right: Fiji and Tonga may fish.", []),
        (
            "Gen. (Rtd) Jon Moe, Lt-Gen Asif Khan and Vice Admiral Ravi Kumar came.",
            ["Jon Moe", "Asif Khan", "Ravi Kumar"],
        ),
        # What is no person: companies, agencies, places, companies before a title.
        ("The delegation was led by Ros Energy chairman Ola Moe.", ["Ola Moe"]),
        ("He held talks with China State Construction and the Bank of Chad.", []),
        ("They shook hands in Suva. Photo: Vietnam News Agency", []),
        ("They shook hands in Suva. Photo: Presidential Palace", []),
        ("They shook hands in Suva. Photo: LNZ Pacific", []),
        ("The road to Port Moresby, which was built in 2012, is wide.", []),
    ],
)
def test_who_meets_leads_and_is_credited(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The presidents of Fiji and Tonga, Jon Moe and Eva Ros, met.",
            [("Jon Moe", "president of Fiji"), ("Eva Ros", "president of Tonga")],
        ),
        (
            "It was signed before the Prime Ministers of Sri Lanka and Chad -- Jon Moe and Eva Ros - on Friday.",
            [("Jon Moe", "Prime Minister of Sri Lanka"), ("Eva Ros", "Prime Minister of Chad")],
        ),
        (
            "Presidents Jon Moe of Fiji and Eva Ros of Tonga left.",
            [("Jon Moe", "President"), ("Eva Ros", "President")],
        ),
        # Two persons, each with a title; one person with two offices.
        (
            "He led it with Ana Gil, Secretary for Trade and Senator Rui Paz of Lisbon.",
            [("Ana Gil", "Secretary for Trade"), ("Rui Paz", "Senator")],
        ),
        ("Ana Gil, Secretary for Trade and Senator, left.", [("Ana Gil", "Secretary for Trade and Senator")]),
        (
            "Those who attended were Jon Moe (Ghana), Azal Assou (Comoros) and Eva Ros (Guinea-Bissau).",
            [("Jon Moe", None), ("Azal Assou", None), ("Eva Ros", None)],
        ),
        ("The leaders left. He flew to Port Moresby (Papua New Guinea).", []),
    ],
)
def test_several_persons_with_countries(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Assistant Minister from the Office of Prime Minister Honourable Ana Gil came.",
            [("Ana Gil", "Assistant Minister from the Office of Prime Minister")],
        ),
        ("The minister from Chad met Ana Gil.", [("Ana Gil", None)]),
        (
            "Ambassador of the Republic of Korea His Excellency Young-Ho Kim left.",
            [("Young-Ho Kim", "Ambassador of the Republic of Korea")],
        ),
        (
            "He met the Secretary for Home Affairs (MHA), Ms. Ana Gil.",
            [("Ana Gil", "Secretary for Home Affairs")],
        ),
        (
            "Ana Gil, a member of Iranian parliament’s Mines Commission, left.",
            [("Ana Gil", "member of Iranian parliament’s Mines Commission")],
        ),
        (
            "Ana Gil, head of the ministry's trade department, left.",
            [("Ana Gil", "head of the ministry's trade department")],
        ),
        ("The head of the bank's spokesman left.", []),
        (
            "The High Commissioner in Sri Lanka Ana Gil and Sri Lanka Dr. R.S. Perera met.",
            [("Ana Gil", "High Commissioner in Sri Lanka"), ("R.S. Perera", None)],
        ),
        ("Ana Gil, Vice-President-designate for Trade, left.", [("Ana Gil", "Vice-President-designate for Trade")]),
        ("The Secretary of State for Trade, Rt. Hon. Ana Gil, left.", [("Ana Gil", "Secretary of State for Trade")]),
        # Companies beside nouns that persons of trade share with them, and as objects of what somebody says.
        ("The state-run uranium producer KazAtomProm will join.", []),
        ("The energy firm Delmo Enerbility said so.", []),
        ("He also acknowledged Delmo Enerbility’s project.", []),
        ("Wheat producer Ana Gil agreed.", [("Ana Gil", "producer")]),
        ("“Yes,” said Ana Gil.", [("Ana Gil", None)]),
    ],
)
def test_offices_of_offices_and_companies_that_are_no_persons(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The father's name is another person's; the own name is one person in short and in full.
        (
            "President Omar bin Ali Sani met Khalid bin Omar bin Ali Sani. Sheikh Omar left.",
            [("Omar bin Ali Sani", "President"), ("Khalid bin Omar bin Ali Sani", None)],
        ),
        ("Minister Khalid bin Omar Sani spoke. Khalid left, and Sani sang.", [("Khalid bin Omar Sani", "Minister")]),
        ("Sheikh Sultan bin Omar Sani, Adviser to the Emir, left.", [("Sultan bin Omar Sani", "Adviser to the Emir")]),
        ("His Majesty King Olav V received him.", [("Olav V", "King")]),
        (
            "Staff Lieutenant General Engineer Omar Sani, Chief of Staff, came.",
            [("Omar Sani", "Chief of Staff")],
        ),
        ("The engineer Omar Sani came.", [("Omar Sani", "engineer")]),
        ("Ambassador Ma. Teresa Cruz said so on Friday.", [("Ma. Teresa Cruz", "Ambassador")]),
        (
            "Minister in the Prime Minister’s Department (Law and Special Duties) Datuk Ana Ros said so.",
            [("Ana Ros", "Minister in the Prime Minister’s Department")],
        ),
        ("The minister at the table (a long one) met Ana Ros.", [("Ana Ros", None)]),
        ("“It is so,” said Wisma Putra on Friday.", []),
        ("P.M Ros said that it was good.", []),
        (
            "Ambassador of the People’s Republic of China, His Excellency Lin Bao, left.",
            [("Lin Bao", "Ambassador of the People’s Republic of China")],
        ),
        (
            "He thanked Her Excellency Sheikh Hasina, Prime Minister of Chad.",
            [("Sheikh Hasina", "Prime Minister of Chad")],
        ),
        ("Dr. Ros, the minister of trade, left.", [("Ros", "minister of trade")]),
        ("In Oslo, Minister Ana Gil left.", [("Ana Gil", "Minister")]),
        ("State Minister for Trade Md. Omar Ali, MP (right) left.", [("Md. Omar Ali", "State Minister for Trade")]),
        ("MD Omar Ali left.", [("Omar Ali", "MD")]),
        ("The President of Botswana, Advocate Duma Boro, left.", [("Duma Boro", "President of Botswana")]),
        (
            "Ana Ros, governor of the Saudi Arabian General Investment Authority, left.",
            [("Ana Ros", "governor of the Saudi Arabian General Investment Authority")],
        ),
        ("They met. “Yes,” said Eva Ros HAVANA — The talks went on.", [("Eva Ros", None)]),
        ("They met. Photo Eva Ros HAVANA — The President of Chad left.", []),
        ("“Yes,” said Eva ROSENKRANTZ on Friday.", [("Eva ROSENKRANTZ", None)]),
    ],
)
def test_fathers_monarchs_ranks_and_departments(text, expected):
    assert sorted(found(text), key=lambda one: text.index(one[0])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delmo CEO Ana Ros said so.", [("Ana Ros", "CEO")]),
        (
            "Jon Moe, the president and CEO of Delmo Commercial Airplanes, came.",
            [("Jon Moe", "president")],
        ),
        ("The head of Delmo Energy Ana Ros came.", [("Ana Ros", "head of Delmo Energy")]),
        ("The head of Polish Rotors Jan Nowak came.", [("Jan Nowak", "head of Polish Rotors")]),
        ("The CEO of Delmo Ivan Petrov came.", [("Ivan Petrov", "CEO of Delmo")]),
        ("The head of Polish Rotors came.", []),
        ("Eva Ros, Head of BI's Press Department, spoke.", [("Eva Ros", "Head of BI's Press Department")]),
        ("The minister of the UK's Tom Berg prize left.", []),
        ("They met. (AP Photo/Eva Ros)", [("Eva Ros", None)]),
        ("The photo/video team won.", []),
        (
            "Secretary (Sea Relations) in the Ministry of External Affairs Eva Ros spoke.",
            [("Eva Ros", "Secretary (Sea Relations) in the Ministry of External Affairs")],
        ),
        (
            "It drew 230 delegates, Ms Eva Ros, Chief Executive Officer of Delmo Grains, said.",
            [("Eva Ros", "Chief Executive Officer of Delmo Grains")],
        ),
        (
            "Director General, National Tea Agency (NTA), Amb. Eva Ros spoke.",
            [("Eva Ros", "Director General, National Tea Agency (NTA)")],
        ),
        ("The 2 ministers, Eva Ros and Jon Moe, spoke.", [("Eva Ros", "minister"), ("Jon Moe", "minister")]),
        ("They met.\n\n-by Eva Ros-", [("Eva Ros", None)]),
        ("They signed the Agreement on Cooperation in Teacher Training.", []),
        ("By: Eva Ros, October 12, 2022\n\nThey met.", [("Eva Ros", None)]),
        ("By: 2030\n\nThey met.", []),
        ("Dr. Sultan Al Nuri, CEO of Delmo, came.", [("Sultan Al Nuri", "CEO of Delmo")]),
        ("Sultan Qabir Al Nuri came.", [("Qabir Al Nuri", "Sultan")]),
        (
            "The Minister of Enterprise and Made in Italy Ana Ros met him.",
            [("Ana Ros", "Minister of Enterprise and Made in Italy")],
        ),
    ],
)
def test_executives_and_monarchs_who_are_none(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks Open in Suva\n\n• by Ana Gil\n\nRain fell.", [("Ana Gil", None)]),
        ("Talks Open in Suva\n\n* by Ana Gil\n\nRain fell.", [("Ana Gil", None)]),
        ("VIDEO: Ana Gil arrives in Suva\n\nRain fell.", [("Ana Gil", None)]),
        (
            "The Minister of Foreign Affairs and regional Cooperation, Ana Gil, spoke.",
            [("Ana Gil", "Minister of Foreign Affairs and regional Cooperation")],
        ),
        # A line broken before "by", a headline about two countries, and the next office.
        ("The talks were held up\nby Heavy Rain\n", []),
        ("PHOTOS: Chad-Fiji Talks Open in Suva\n\nRain fell.", []),
        ("The Minister of Foreign Affairs and regional leader Ana Gil spoke.", [("Ana Gil", "regional leader")]),
    ],
)
def test_bullets_before_by_lines_and_mixed_capitals(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Lands and affairs with an "and" inside.
        (
            "The Prime Minister of Trinidad and Tobago, the Honourable Ana Gil, came.",
            [("Ana Gil", "Prime Minister of Trinidad and Tobago")],
        ),
        (
            "The Prime Minister of St. Vincent and the Grenadines, Dr. the Honourable Jon Moe, came.",
            [("Jon Moe", "Prime Minister of St. Vincent and the Grenadines")],
        ),
        (
            "President of Sao Tome and Principe Ana Gil came.",
            [("Ana Gil", "President of Sao Tome and Principe")],
        ),
        (
            "Minister of Foreign and Caricom Affairs Dr Ana Gil signed it.",
            [("Ana Gil", "Minister of Foreign and Caricom Affairs")],
        ),
        (
            "Ana Gil, Director of the Department of American and Oceanian Affairs, spoke.",
            [("Ana Gil", "Director of the Department of American and Oceanian Affairs")],
        ),
        # Two lands of two presidents stay apart, and so does the next office.
        (
            "The presidents of Fiji and Tonga, Ana Gil and Jon Moe, came.",
            [("Ana Gil", "president of Fiji"), ("Jon Moe", "president of Tonga")],
        ),
        (
            "The Prime Minister of Fiji and President Ana Gil met.",
            [("Ana Gil", "President")],
        ),
        # Courts of the people, a trade name in brackets, ranks in a row, a seat before the office.
        (
            "Chief Justice of the Supreme People's Court Ana Gil came.",
            [("Ana Gil", "Chief Justice of the Supreme People's Court")],
        ),
        ("Chief Justice Ana Gil came.", [("Ana Gil", "Chief Justice")]),
        (
            "Director of the Chad Gas Group (Chadgas) Ana Gil came.",
            [("Ana Gil", "Director of the Chad Gas Group (Chadgas)")],
        ),
        (
            "Deputy Minister of Defence Sen. Lieut. Gen. Jon Moe came.",
            [("Jon Moe", "Deputy Minister of Defence")],
        ),
        ("Vice Commandant Jon Moe came.", [("Jon Moe", "Vice Commandant")]),
        (
            "The Right Hon. Jon Moe, MP, Secretary of State for Trade of the UK, came.",
            [("Jon Moe", "Secretary of State for Trade of the UK")],
        ),
        ("Jon Moe, MP, came.", [("Jon Moe", "MP")]),
    ],
)
def test_and_inside_the_names_of_lands_and_affairs(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was at the invitation of Ana Gil, president of Chad.", [("Ana Gil", "president of Chad")]),
        ("It was at the invitation of Ana Gil, Chad's police chief and my guest.", [("Ana Gil", "police chief")]),
        ("They came at the wish of Ana Gil, the mayor of Suva, who spoke.", [("Ana Gil", "mayor of Suva")]),
        ("He gave the order to Ana Gil, a former envoy, in Suva.", [("Ana Gil", "former envoy")]),
        ("He gave the Order of the President to Ana Gil, a former envoy, in Suva.", [("Ana Gil", "former envoy")]),
        ("The presidents are Ana Gil from Fiji; Jon Moe from Tonga.", [("Ana Gil", None), ("Jon Moe", None)]),
        (
            "He met Presidents Ana Gil, from Fiji, and Jon Moe, from Tonga.",
            [("Ana Gil", "President"), ("Jon Moe", None)],
        ),
        ("The cocoa that Nova Gil from Fiji sells is good.", []),
        # A place, an institution of a place, and an office that speaks.
        ("It was a visit to Puerto Alto, a former partner, in May.", []),
        ("He came to the city of Puerto Alto, Chad's partner.", []),
        ("He studied at the University of Puerto Alto, Chad's partner.", []),
        ("He is the envoy to Puerto Alto, a partner.", []),
        ("On the way to Puerto Alto, the president spoke.", []),
    ],
)
def test_names_behind_of_and_to(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H.E. Ana Gil Ambassador of Chad spoke.", [("Ana Gil", "Ambassador of Chad")]),
        ("It was opened by Mr. Jon Moe Commercial Secretary on Friday.", [("Jon Moe", "Commercial Secretary")]),
        ("Mr. Jon Moe Minister of Trade spoke.", [("Jon Moe", "Minister of Trade")]),
        ("High Commissioner to New Zealand Ana Gil came.", [("Ana Gil", "High Commissioner to New Zealand")]),
        # An office that has a name of its own, and companies.
        ("Mr Trade Minister Jon Moe spoke.", [("Jon Moe", "Trade Minister")]),
        ("General Electric Power Chairman spoke.", []),
        ("Mr Ana Gil Foundation spoke.", []),
    ],
)
def test_names_that_run_into_the_office(text, expected):
    assert found(text) == expected


def test_who_concludes_a_contract_is_no_speaker():
    assert names("Zambian Rails Limited and Portos de Sofala concluded a contract.") == []
    assert names("“It will be built,” Ana Portos concluded. Ben de Sofala concluded that it was late.") == [
        "Ana Portos",
        "Ben de Sofala",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Anthony Hall of Alfa Ltd listened.", ["Anthony Hall"]),
        ("Also there were Ms. Rita Lake and Dr Ken Field.", ["Rita Lake", "Ken Field"]),
        # places
        ("They met at Mr. Moe Street and in the Anthony Hall.", []),
        ("They saw Rita Lake and the Ken Field House.", []),
    ],
)
def test_places_that_are_surnames_behind_a_form_of_address(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There were the ministers of energy, Ola Moe; trade, Eva Ros; and defence, General (retd) Kurt Hahn.",
            [("Ola Moe", "minister of energy"), ("Eva Ros", "minister of trade"), ("Kurt Hahn", "minister of defence")],
        ),
        (
            "Ministers of Energy Ola Moe, Trade Eva Ros and Defence Kurt Hahn came.",
            [("Ola Moe", "Minister of Energy"), ("Eva Ros", "Minister of Trade"), ("Kurt Hahn", "Minister of Defence")],
        ),
        (
            "The foreign, trade and energy ministers, Ola Moe, Eva Ros and Kurt Hahn, came.",
            [("Ola Moe", "foreign minister"), ("Eva Ros", "trade minister"), ("Kurt Hahn", "energy minister")],
        ),
        (
            "The foreign and defence ministers, Ola Moe and Eva Ros, came.",
            [("Ola Moe", "foreign minister"), ("Eva Ros", "defence minister")],
        ),
        (
            "Chadian and Fijian police directors Ola Moe and Eva Ros came.",
            [("Ola Moe", "Chadian police director"), ("Eva Ros", "Fijian police director")],
        ),
        ("His guest Eva Ros, the Fijian trade minister, came.", [("Eva Ros", "Fijian trade minister")]),
        ("Delmo's head of corporate affairs, Eva Ros, spoke.", [("Eva Ros", "head of corporate affairs")]),
        (
            "Co-chairs Eva Ros, Chad's minister of trade, and Ola Moe, Fiji's minister of energy, signed it.",
            [("Eva Ros", "minister of trade"), ("Ola Moe", "minister of energy")],
        ),
        ("Co-chairs Eva Ros and Ola Moe signed it.", [("Eva Ros", "Co-chair"), ("Ola Moe", "Co-chair")]),
        ("It was signed by Minister for Trade Eva Ros for Chad.", [("Eva Ros", "Minister for Trade")]),
        (
            "The President of the Association of Chad Exporters, Mrs Eva Ros, came.",
            [("Eva Ros", "President of the Association of Chad Exporters")],
        ),
        ("Minister of Transport Pengiran Dato Eva Ros came.", [("Eva Ros", "Minister of Transport")]),
        # one field of two words, three fields of two persons, no list
        (
            "The trade and industry ministers, Ola Moe and Eva Ros, came.",
            [("Ola Moe", "trade and industry minister"), ("Eva Ros", "trade and industry minister")],
        ),
        (
            "The foreign, trade and energy ministers, Ola Moe and Eva Ros, came.",
            [("Ola Moe", "foreign, trade and energy minister"), ("Eva Ros", "foreign, trade and energy minister")],
        ),
        ("The ministers of energy, Ola Moe; trade grew.", []),
    ],
)
def test_each_of_several_ministers_has_a_field(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Ola Moe hosted Chad's Eva Ros for talks.", ["Ola Moe", "Eva Ros"]),
        ("The pacts were signed by Ola Moe for Norway and by Eva Ros for the Netherlands.", ["Ola Moe", "Eva Ros"]),
        ("It rained. Later Ola Moe said it was late.", ["Ola Moe"]),
        ("It is the first since 2004, when Ola Moe came to Lima.", ["Ola Moe"]),
        ("The Green Deal came to an end.", []),
        ("The premier said Ras Ajdir would be open.", []),
        ("“It is late,” said Eva Ros.", ["Eva Ros"]),
        ("His adviser on trade, Eva Ros, left.", ["Eva Ros"]),
        # a club's own, a book for a country, a deal with a firm
        ("Oslo welcomed Chad's Green Deal.", []),
        ("It was made by Delmo Works for sale.", []),
        ("It signed with Chad's Delmo Nova.", []),
    ],
)
def test_persons_without_a_title(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In a letter by the envoy, Eva Ros, the minister said so.", [("Eva Ros", "envoy")]),
        ("Eva Ros, the minister of trade, said so.", [("Eva Ros", "minister of trade")]),
        (
            "He greets Ambassador Eva Ros as Director General Jon Moe looks on.",
            [("Eva Ros", "Ambassador"), ("Jon Moe", "Director General")],
        ),
        ("First Gentleman Jon Moe waved.", [("Jon Moe", "First Gentleman")]),
        ("Baroness Eva Gil, UK Minister for Africa, came.", [("Eva Gil", "UK Minister for Africa")]),
        (
            "Eva Gil (pictured), Chairman of the Ports Authority, said so.",
            [("Eva Gil", "Chairman of the Ports Authority")],
        ),
        (
            "Eva Gil, Minister Responsible for Foreign Affairs, came.",
            [("Eva Gil", "Minister Responsible for Foreign Affairs")],
        ),
        (
            "Eva Gil, the head of Chadian carrier Delmo Airlines, came.",
            [("Eva Gil", "head of Chadian carrier Delmo Airlines")],
        ),
        ("The UN Resident Coordinator in Chad, Eva Gil, came.", [("Eva Gil", "UN Resident Coordinator in Chad")]),
        ("The head of the EU Delegation to Chad, Eva Gil, came.", [("Eva Gil", "head of the EU Delegation to Chad")]),
        (
            "Charge d'Affaires of the Embassy of Peru Eva Gil came.",
            [("Eva Gil", "Charge d'Affaires of the Embassy of Peru")],
        ),
        ("It was signed by Eva Gil for Chad and Jon Moe for Peru.", ["Eva Gil", "Jon Moe"]),
        ("It was signed by Eva Gil for Chad and Green Deals for all.", ["Eva Gil"]),
        ("Minister of Trade and Industry Tran Tuan Binh came.", [("Tran Tuan Binh", "Minister of Trade and Industry")]),
        ("It was agreed, said Jon Moe, head of the bureau for Latin America delegation.", ["Jon Moe"]),
        (
            f"The two met\n\nEva Gil and Jon Moe in Rome\n\n{'The two signed a pact. ' * 5}",
            [("Eva Gil", None), ("Jon Moe", None)],
        ),
    ],
)
def test_roles_that_end_and_begin(text, expected):
    assert expected in (found(text), names(text))
