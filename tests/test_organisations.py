import pytest

from communique.article import from_text
from communique.extract import organisations, people
from communique.record import Document, Party, Span


def documents(text, *parties):
    """One document whose words are those from its first party to its last."""
    spans = [Span(text.index(party), text.index(party) + len(party)) for party in parties]
    named = tuple(Party(name=party, span=span) for party, span in zip(parties, spans, strict=True))
    whole = Span(0, len(text))
    return (Document(text=text, span=whole, instrument="memorandum", parties=named),)


def bodies(text, signed=()):
    article = from_text(text)
    return organisations.find(article, people.find(article), signed)


def found(text, signed=()):
    return [body.name for body in bodies(text, signed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed by Monte Banca S.p.A. on Friday.", ["Monte Banca S.p.A."]),
        ("It was won by Ruhr Anlagen AG and Fjord Oy.", ["Ruhr Anlagen AG", "Fjord Oy"]),
        ("It was won by Delta Turbine Co. and Azer Power.", ["Delta Turbine Co.", "Azer Power"]),
        ("It was won by Guangya Energy Co., Ltd. last week.", ["Guangya Energy Co., Ltd."]),
        ("It was won by Albion Aero plc in May.", ["Albion Aero plc"]),
        ("It was won by KazRail National Company JSC in May.", ["KazRail National Company JSC"]),
        ("The Ministry of Trade and Industry (MTI) agreed.", ["Ministry of Trade and Industry (MTI)"]),
        ("The Ministry of Labour, Family and Youth agreed.", ["Ministry of Labour, Family and Youth"]),
        ("The Ministry of Energy and Zambia agreed.", ["Ministry of Energy"]),
        ("He addressed the House of Councillors.", ["House of Councillors"]),
        ("They met at Blair House and the Opera House.", []),
        ("Shipping company ABC DEF will build it.", ["ABC DEF"]),
        ("“It is so,” he told Radio Lakes.", ["Radio Lakes"]),
        ("The Ministry of Energy and the Bank of Fiji agreed.", ["Ministry of Energy", "Bank of Fiji"]),
        ("The Ministry of Health of the Republic of Chad agreed.", ["Ministry of Health of the Republic of Chad"]),
        ("The Trade and Export Bank of Mongolia agreed.", ["Trade and Export Bank of Mongolia"]),
        ("The Department of State published it.", ["Department of State"]),
        ("The Office for Trade Statistics (OTS) said so.", ["Office for Trade Statistics (OTS)"]),
        ("Experts of the University of Graz came.", ["University of Graz"]),
        ("Experts of King Saud University came.", ["King Saud University"]),
        ("Experts of King Alfred's College London came.", ["King Alfred's College London"]),
        ("The Chamber of Commerce of Serbia said so.", ["Chamber of Commerce of Serbia"]),
        ("The Mongolian Employers’ Federation agreed.", ["Mongolian Employers’ Federation"]),
        ("The Joint Commission met.", ["Joint Commission"]),
        ("The Cabinet Office replied.", ["Cabinet Office"]),
        (
            "The Chad-Fiji Intergovernmental Commission on Trade met.",
            ["Chad-Fiji Intergovernmental Commission on Trade"],
        ),
        ("He read it in the Morning Herald.", ["Morning Herald"]),
        ("He works for the Agência de Vigilância Médica (AVM).", ["Agência de Vigilância Médica (AVM)"]),
        ("A loan came from Banco Ibérico and Bank Rakan.", ["Banco Ibérico", "Bank Rakan"]),
        ("He thanked the European Union and the WTO.", ["European Union", "WTO"]),
        ("The stake is held by PetroValves.", ["PetroValves"]),
        ("The vote in the Senate is near.", ["Senate"]),
        ("Head of the Border Agency Ana Gil reported.", ["Border Agency"]),
    ],
)
def test_names_that_say_so(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 40 companies, among them Donau, Tirol and Quell, work there.", ["Donau", "Tirol", "Quell"]),
        ("Firms such as Donau and Tirol Glas work there.", ["Donau", "Tirol Glas"]),
        ("Including such major investors as Eno, Sodo and Ballo, they work there.", ["Eno", "Sodo", "Ballo"]),
        ("Donau, Tirol and other companies work there.", ["Donau", "Tirol"]),
        ("He visited the state water company Miyar.", ["Miyar"]),
        ("He visited the plants of automaker Motriz.", ["Motriz"]),
        ("He visited KazAgro Invest national company.", ["KazAgro Invest"]),
        ("He visited the laboratories of Bioplas.", ["Bioplas"]),
        ("Ana Gil, chief executive of Miyar, came.", ["Miyar"]),
        ("He invited Miyar's chief executive, Ana Gil.", ["Miyar"]),
        ("The trains are made by Hijaz Bogie.", ["Hijaz Bogie"]),
        ("Telefon del Sur and Banco Norte S.A. will invest.", ["Telefon del Sur", "Banco Norte S.A."]),
        ("Ana Gil is president of ICMI.", ["ICMI"]),
        ("Talks began on May 30, reported Akord.", ["Akord"]),
        ("Caspian Line quotes the minister as saying so.", ["Caspian Line"]),
        ("Talks began, she told the Desert Palm.", ["Desert Palm"]),
        ("Trade grew, says the foreign ministry.", ["foreign ministry"]),
        ("The space agency said it was ready.", ["space agency"]),
    ],
)
def test_names_in_context(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "parties", "expected"),
    [
        ("memorandum between Rhein Pump and Miyar on pumps", ("Rhein Pump", "Miyar"), ["Rhein Pump", "Miyar"]),
        (
            "memorandum between Falk and Riyadh Medical City",
            ("Falk", "Riyadh Medical City"),
            ["Falk", "Riyadh Medical City"],
        ),
        ("memorandum between the health ministries on vaccines", ("health ministries",), ["health ministries"]),
        ("memorandum between Chad and Fiji on pumps", ("Chad", "Fiji"), []),
        ("memorandum between the two governments on pumps", ("two governments",), []),
        ("memorandum with the two navies' hydrographic offices", ("two navies' hydrographic offices",), []),
        ("memorandum between Ontario's labor ministry and Miyar", ("Ontario's labor ministry", "Miyar"), ["Miyar"]),
        ("statement of President of Chad Issa Deby", ("President of Chad Issa Deby",), []),
        ("MoU on a Trans-Sahara Fiber Cable between Chad and Fiji", ("Chad", "Fiji"), []),
        ("MoU between Chad and Fiji creating a Customs Data Cell", ("Chad", "Fiji"), ["Customs Data Cell"]),
    ],
)
def test_parties_of_documents(text, parties, expected):
    assert found(text, documents(text, *parties)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hanoi (MNA) – The guests flew home.",
        "MOSCOW, November 9. /TAS/. Trade grew.",
        "The Prime Minister met the Minister of Energy.",
        "The Memorandum of Understanding on Green Mining was signed.",
        "The Agreement on Air Communication was signed.",
        "They met at the Lakeside State Guesthouse in the Sava Hall.",
        "He spoke at the Kremlin.",
        "He wrote on his Telegram channel, and she on Twitter.",
        "The Middle Corridor crosses Central Asia.",
        "The Government of the Republic of Chad agreed.",
        "“Historic,” the presidential press office said.",
        "The two sides and the ministry agreed.",
        "Any Greek bank that returns will get a branch.",
        "Taking to X, she wrote a line.",
        "He received the Order of Friendship.",
        "More than 800 German companies are present.",
        "The company is Swedish. The Bank will reply.",
        "They discussed Renewable Energy and Digital Development.",
        "EU ambassadors and Cabinet Secretaries came.",
        "Shri Chauhan said so.",
        "SPAIN AND URUGUAY RENEW THEIR ALLIANCE",
        "President Eva Ros spoke. Ros left.",
        "The forum was held in Odessa, the Black Sea port.",
        "",
    ],
)
def test_what_is_no_organisation(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "mentions"),
    [
        ("The Ministry of External Affairs (MEA) wrote. MEA left.", ["Ministry of External Affairs (MEA)"], 3),
        ("The Department of State wrote. The Department left.", ["Department of State"], 2),
        ("SACE SpA signed. The stake is held by SACE.", ["SACE SpA"], 2),
        ("The Samrau Wealth Fund signed. The unit is run by Samrau.", ["Samrau Wealth Fund"], 2),
        ("Nordic News Agency (NNA)\n\nOslo, NNA – Rain fell.", ["Nordic News Agency (NNA)"], 3),
    ],
)
def test_one_organisation_under_several_names(text, expected, mentions):
    named = bodies(text)
    assert [body.name for body in named] == expected
    assert len(named[0].spans) == mentions


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("The Bank of Mauritius agreed.", "bank", "MUS"),
        ("Ruhr Anlagen AG agreed.", "company", None),
        ("The Norwegian Climate Agency agreed.", "agency", "NOR"),
        ("Italy's Ministry of Health agreed.", "ministry", "ITA"),
        ("The US firm Boingo agreed.", "company", "USA"),
        ("The National Development Fund agreed.", "fund", None),
        ("The University of Graz agreed.", "university", None),
        ("The European Union agreed.", "international organisation", None),
        ("The Thessaloniki Chamber of Industry agreed.", "chamber", None),
        ("The Hill Gazette agreed.", "media", None),
    ],
)
def test_kind_and_country(text, kind, country):
    (body,) = bodies(text)
    assert (body.kind, body.country) == (kind, country)


@pytest.mark.parametrize(
    "unit", ["Bank of ", "Ab and Co Ltd, ", "the Bank of Ab (BA) ", "Ab ", "“", "companies as Ab "]
)
def test_any_text_gives_spans_that_are_its_words(unit):
    article = from_text(unit * 300)
    for body in organisations.find(article):
        assert all(article.text[start:end].strip() for start, end in body.spans)
