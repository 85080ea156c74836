"""The countries table against ISO 3166 and ISO 4217 as pycountry has them, and its matcher against tables of cases."""

import pycountry
import pytest

from communique.grammar import countries as module
from communique.grammar.countries import code_of, countries, country, find, surface_forms, variants

ROWS = list(countries().values())
STANDARD = list(pycountry.countries)

# ISO 4217 knows no currency for Antarctica; every other row has one.
NO_CURRENCY = {"ATA"}
# Capitals: territories without one, and Norfolk Island's Kingston, which news leaves to Jamaica's.
NO_CAPITAL = {"ATA", "BVT", "HKG", "HMD", "IOT", "MAC", "NFK", "TKL", "UMI"}
# "Dominican" and "Congolese" are shared; the others have no people or no usual word for them.
NO_DEMONYM = {
    "ATA", "ATF", "BLM", "BVT", "COD", "COG", "DMA", "GGY", "HMD", "JEY", "MAF", "MNP",
    "SGS", "SJM", "SPM", "UMI", "VAT",
}  # fmt: skip
SUBREGIONS = {
    "Africa": {"Northern Africa", "Sub-Saharan Africa"},
    "Americas": {"Latin America and the Caribbean", "Northern America"},
    "Asia": {"Central Asia", "Eastern Asia", "South-eastern Asia", "Southern Asia", "Western Asia"},
    "Europe": {"Eastern Europe", "Northern Europe", "Southern Europe", "Western Europe"},
    "Oceania": {"Australia and New Zealand", "Melanesia", "Micronesia", "Polynesia"},
    "": {""},
}


def codes(text):
    return [mention.code for mention in find(text)]


def test_table_holds_iso_3166_and_kosovo():
    assert list(countries()) == sorted({entry.alpha_3 for entry in STANDARD} | {"XKX"})


@pytest.mark.parametrize("entry", STANDARD, ids=lambda entry: entry.alpha_3)
def test_standard_names_are_known(entry):
    names = [entry.name, getattr(entry, "official_name", entry.name), getattr(entry, "common_name", entry.name)]
    assert {name: code_of(name) for name in names} == dict.fromkeys(names, entry.alpha_3)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.iso3)
def test_row_is_complete(row):
    assert (row.currency == "") == (row.iso3 in NO_CURRENCY)
    assert not row.currency or pycountry.currencies.get(alpha_3=row.currency)
    assert row.subregion in SUBREGIONS[row.region]
    assert (row.region == "") == (row.iso3 == "ATA")
    assert (row.capitals == ()) == (row.iso3 in NO_CAPITAL)
    assert (row.demonyms == ()) == (row.iso3 in NO_DEMONYM)


def test_no_form_belongs_to_two_countries():
    owners = {}
    for code, _, form in surface_forms():
        for variant in variants(form):
            owners.setdefault(variant, set()).add(code)
    assert {form: sorted(found) for form, found in owners.items() if len(found) > 1} == {}


def test_no_form_is_listed_twice_as_the_same_kind():
    forms = list(surface_forms())
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_forms_are_clean_and_begin_with_a_capital():
    assert [form for _, _, form in surface_forms() if form != form.strip() or not form[:1].isupper()] == []


def test_every_form_is_found_whole_unless_an_exception_says_otherwise():
    lookup_only = set(module.words.table("countries")["lookup_only"])
    for code, _, form in surface_forms():
        for variant in (form, *variants(form)):
            assert code_of(variant) == code, variant
            if not lookup_only & {form, *variants(form)}:
                text = f"in {variant}, where"
                assert [(found.code, text[found.start : found.end]) for found in find(text)] == [(code, variant)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakh-Italian relations", [("KAZ", "Kazakh", "demonym"), ("ITA", "Italian", "demonym")]),
        ("ASTANA – Italy’s", [("KAZ", "ASTANA", "capital"), ("ITA", "Italy", "name")]),
        ("the Republic of Kazakhstan's", [("KAZ", "Republic of Kazakhstan", "name")]),
        ("in Brasilia and Brasília", [("BRA", "Brasilia", "capital"), ("BRA", "Brasília", "capital")]),
        ("Côte d’Ivoire, Cote d'Ivoire", [("CIV", "Côte d’Ivoire", "name"), ("CIV", "Cote d'Ivoire", "name")]),
        ("Washington, D.C. and Washington", [("USA", "Washington, D.C.", "capital"), ("USA", "Washington", "capital")]),
        ("the U.S.-led talks", [("USA", "U.S.", "name")]),
        ("RIYADH (SPA) — SAUDI ARABIA", [("SAU", "RIYADH", "capital"), ("SAU", "SAUDI ARABIA", "name")]),
        ("Singapore and Türkiye", [("SGP", "Singapore", "name"), ("TUR", "Türkiye", "name")]),
        ("held in\nthe United\nKingdom", [("GBR", "United\nKingdom", "name")]),
        ("The Hague", [("NLD", "The Hague", "capital")]),
        ("#Kazakhstan/Italy", [("KAZ", "Kazakhstan", "name"), ("ITA", "Italy", "name")]),
    ],
)
def test_mentions_carry_their_words_and_form(text, expected):
    assert [(mention.code, text[mention.start : mention.end], mention.form) for mention in find(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Republic of Korea", ["KOR"]),
        ("Democratic People’s Republic of Korea", ["PRK"]),
        ("North Korean and South Korean", ["PRK", "KOR"]),
        ("People's Republic of China; Republic of China", ["CHN", "TWN"]),
        ("Guinea, Equatorial Guinea, Guinea-Bissau, Papua New Guinea", ["GIN", "GNQ", "GNB", "PNG"]),
        ("Bissau-Guinean and Guinean", ["GNB", "GIN"]),
        ("Congo, DR Congo, Democratic Republic of Congo, Republic of the Congo", ["COG", "COD", "COD", "COG"]),
        ("Sudan and South Sudan, Sudanese and South Sudanese", ["SDN", "SSD", "SDN", "SSD"]),
        ("Niger, Nigeria, Nigerien, Nigerian", ["NER", "NGA", "NER", "NGA"]),
        ("Dominica, Dominican Republic, Dominican", ["DMA", "DOM", "DOM"]),
        ("Samoa and American Samoa", ["WSM", "ASM"]),
        ("Ireland and Northern Ireland", ["IRL", "GBR"]),
        ("Scottish and Welsh", ["GBR", "GBR"]),
        ("Panama City, Kuwait City, Mexico City", ["PAN", "KWT", "MEX"]),
        ("the Netherlands and the Caribbean Netherlands", ["NLD", "BES"]),
        ("Georgia and South Georgia", ["GEO", "SGS"]),
        ("Virgin Islands, British Virgin Islands, U.S. Virgin Islands", ["VGB", "VIR"]),
        ("French Guiana and French Polynesia", ["GUF", "PYF"]),
        ("Macedonian and North Macedonian", ["MKD", "MKD"]),
        ("Turkish Airlines", ["TUR"]),
        ("the UAE, the UK, the US, the USA, the DRC, the PRC", ["ARE", "GBR", "USA", "USA", "COD", "CHN"]),
        ("Spaniards, Turks, Kazakhs, Filipinos, Danes, Poles", ["ESP", "TUR", "KAZ", "PHL", "DNK", "POL"]),
        ("Turkmenistan, Uzbekistan, Tajikistan and Kyrgyzstan", ["TKM", "UZB", "TJK", "KGZ"]),
    ],
)
def test_neighbouring_names_are_told_apart(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "South China Sea", "SOUTH CHINA SEA", "New Mexico", "Latin America", "Latin American", "South America’s",
        "Gulf of Oman", "Indian Ocean", "Gulf of Guinea", "Korean Peninsula", "the Paris Agreement", "New Zealandia",
        "New South Wales", "Inner Mongolia", "Northern Cyprus", "Pan-American", "Organization of American States",
        "tell us", "Us too", "uk", "uae", "turkey", "china", "polish", "jordan", "kazakhstan", "the male chad",
        "Indiana", "Chinatown", "Omanis_x", "McItaly", "Americas", "Romanesque", "Victoria Smith", "Male voters",
        "English", "in Arabic", "Luso-Brazil_", "US$20 billion", "20 million US dollars", "George Washington", "",
    ],
)  # fmt: skip
def test_what_is_no_country(text):
    assert find(text) == []


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the Kingdom of Thailand", "THA"),
        ("Azerbaijani", "AZE"),
        ("Lisbon", "PRT"),
        ("Italy's", "ITA"),
        ("ITALY’S", "ITA"),
        ("the Philippines’", "PHL"),
        ("The Hague", "NLD"),
        ("the Netherlands", "NLD"),
        ("the UAE", "ARE"),
        (" Türkiye ", "TUR"),
        ("Turkiye", "TUR"),
        ("Victoria", "SYC"),
        ("Saint John's", "ATG"),
        ("Malé", "MDV"),
        ("Scotland", "GBR"),
        ("South China Sea", None),
        ("us", None),
        ("italy", None),
        ("Italy and Kazakhstan", None),
        ("the", None),
        ("", None),
    ],
)
def test_code_of(phrase, expected):
    assert code_of(phrase) == expected


def test_rows_by_code():
    assert country("RUS").subregion == "Eastern Europe"
    assert country("KAZ").capitals == ("Astana", "Nur-Sultan", "Nursultan")
    assert [country(code).subregion for code in ("TUR", "CYP")] == ["Western Asia", "Western Asia"]
    assert country("XXX") is None


def test_every_exception_hides_a_country_and_none_is_a_country():
    known = {variant for _, _, form in surface_forms() for variant in variants(form)}
    nothing = module.words.table("countries")["nothing"]
    assert [phrase for phrase in nothing if phrase in known] == []
    assert [phrase for phrase in nothing if not any(code_of(word.strip(",$")) for word in _pieces(phrase))] == []


def _pieces(phrase):
    words = phrase.replace("-", " ").split()
    return [" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
