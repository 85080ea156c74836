import pytest
from hypothesis import given, strategies as st

from communique import words
from communique.grammar import countries, money, numbers


def read(text, sides=()):
    found = [money.at(text, number, sides) for number in numbers.find(text)]
    return [(text[amount.start : amount.end], amount.code) for amount in found if amount]


@pytest.mark.parametrize(
    ("text", "words_of_amount", "code"),
    [
        ("worth $ 58.4 million", "$ 58.4 million", "USD"),
        ("worth AED51.3bn", "AED51.3bn", "AED"),
        ("a 52-billion-dirham deal", "52-billion-dirham", "AED"),
        ("came to 290 mln 400 thousand U.S. dollars", "290 mln 400 thousand U.S. dollars", "USD"),
        ("came to 290 mln dlrs", "290 mln dlrs", "USD"),
        ("five billion stg", "five billion stg", "GBP"),
        ("USD 851 million", "USD 851 million", "USD"),
        ("US$ 175 bn", "US$ 175 bn", "USD"),
        ("US $5 million", "US $5 million", "USD"),
        ("R$ 60 billion", "R$ 60 billion", "BRL"),
        ("A$5bn", "A$5bn", "AUD"),
        ("C$2.1 billion", "C$2.1 billion", "CAD"),
        ("HK$30 million", "HK$30 million", "HKD"),
        ("a JMD$42-billion loan", "JMD$42-billion", "JMD"),
        ("an EC $6.7 million agreement", "EC $6.7 million", "XCD"),
        ("worth TTD$ 5 million", "TTD$ 5 million", "TTD"),
        ("worth NZ$33 million dollars", "NZ$33 million dollars", "NZD"),
        ("$5 million Australian dollars", "$5 million Australian dollars", "AUD"),
        ("a Y600 billion package", "Y600 billion", "JPY"),
        ("a ₱246-B package", "₱246-B", "PHP"),
        ("a $5 million loan", "$5 million", "USD"),
        ("A $5 million loan", "$5 million", "USD"),
        ("€7.1bn", "€7.1bn", "EUR"),
        ("812 million euros", "812 million euros", "EUR"),
        ("EUR 3.8 million", "EUR 3.8 million", "EUR"),
        ("£3m", "£3m", "GBP"),
        ("5 billion pounds", "5 billion pounds", "GBP"),
        ("100 million Egyptian pounds", "100 million Egyptian pounds", "EGP"),
        ("3 bln stg", "3 bln stg", "GBP"),
        ("20 bn roubles", "20 bn roubles", "RUB"),
        ("20 Billion Dollars", "20 Billion Dollars", "USD"),
        ("5 bn New Zealand dollars", "5 bn New Zealand dollars", "NZD"),
        ("5 bn Hong Kong dollars", "5 bn Hong Kong dollars", "HKD"),
        ("RM15 billion", "RM15 billion", "MYR"),
        ("RMB 3 bn", "RMB 3 bn", "CNY"),
        ("500 million yuan", "500 million yuan", "CNY"),
        ("450 million USD", "450 million USD", "USD"),
        ("9 trillion dong", "9 trillion dong", "VND"),
        ("5 billion South Korean won", "5 billion South Korean won", "KRW"),
        ("Rp558 billion", "Rp558 billion", "IDR"),
        ("38 mln manats", "38 mln manats", "AZN"),
        ("forty million dollars", "forty million dollars", "USD"),
        ("half a billion dollars", "half a billion dollars", "USD"),
        ("COP 29 billion", "COP 29 billion", "COP"),
        ("12 Swiss francs", "12 Swiss francs", "CHF"),
        ("30 billion tenge", "30 billion tenge", "KZT"),
        ("5 million \u20b8", "5 million \u20b8", "KZT"),
        ("\u20a138 billion", "\u20a138 billion", "CRC"),
        ("\u20b2400 billion", "\u20b2400 billion", "PYG"),
        ("GH\u00a245 million", "GH\u00a245 million", "GHS"),
        ("KSh12bn", "KSh12bn", "KES"),
        ("TSh 40 billion", "TSh 40 billion", "TZS"),
        ("Tk 500 crore", "Tk 500 crore", "BDT"),
        ("slid to Taka 5.3 billion", "Taka 5.3 billion", "BDT"),
        ("worth Rupees 500 crore", "Rupees 500 crore", "INR"),
        ("a cost of Naira 12,500", "Naira 12,500", "NGN"),
        ("Yuan 4 bn of goods", "Yuan 4 bn", "CNY"),
        ("Shillings 3 trillion", "Shillings 3 trillion", "KES"),
        ("$US52m", "$US52m", "USD"),
        ("RD$3 billion", "RD$3 billion", "DOP"),
        ("S/.120 million", "S/.120 million", "PEN"),
        ("DKr 3 billion", "DKr 3 billion", "DKK"),
        ("3 billion New Taiwan dollars", "3 billion New Taiwan dollars", "TWD"),
        ("3 million East Caribbean dollars", "3 million East Caribbean dollars", "XCD"),
        ("3 million convertible marks", "3 million convertible marks", "BAM"),
        ("3 million Papua New Guinean kina", "3 million Papua New Guinean kina", "PGK"),
        ("3 billion Pacific francs", "3 billion Pacific francs", "XPF"),
    ],
)
def test_currency(text, words_of_amount, code):
    assert read(text) == [(words_of_amount, code)]


@pytest.mark.parametrize(
    ("text", "sides", "code"),
    [
        ("Rs 1,250 crore", ("MUS", "IND"), "INR"),
        ("Rs 1,250 crore", ("PAK", "ARE"), "PKR"),
        ("Rs2.8 billion", ("LKA", "CHN"), "LKR"),
        ("2 billion rupees", ("NPL", "QAT"), "NPR"),
        ("2 billion rupees", (), "INR"),
        ("500 million dinars", ("SRB", "ITA"), "RSD"),
        ("500 million dinars", ("TUN", "ITA"), "TND"),
        ("9 bn dirhams", ("MAR", "ESP"), "MAD"),
        ("9 bn riyals", ("QAT", "ESP"), "QAR"),
        ("200 million CFA francs", ("SEN", "FRA"), "XOF"),
        ("CFA 20 bn", ("CMR", "FRA"), "XAF"),
        ("300 million kroner", ("DNK", "POL"), "DKK"),
        ("300 million pesos", ("ARG", "CHL"), "ARS"),
        ("¥300 billion", ("CHN", "LAO"), "CNY"),
        ("¥300 billion", ("JPN", "LAO"), "JPY"),
        ("P850 million", ("PHL", "USA"), "PHP"),
        ("40 million rubles", ("BLR", "IRN"), "BYN"),
        ("5 billion won", ("KOR", "MNG"), "KRW"),
        ("10 million manats", ("TKM", "PAK"), "TMT"),
        # letters before a number, by the country whose money they begin
        ("P1.1 billion", ("BWA", "ZMB"), "BWP"),
        ("N142bn", ("NGA", "NLD"), "NGN"),
        ("K500 million", ("PNG", "AUS"), "PGK"),
        ("K2.4bn", ("ZMB", "AUS"), "ZMW"),
        ("F$12 million", ("FJI", "AUS"), "FJD"),
        ("KD 124 million", ("KWT", "OMN"), "KWD"),
        ("Le 20 million", ("SLE", "CHN"), "SLE"),
        ("D150 million", ("GMB", "SEN"), "GMD"),
        ("G200 million", ("HTI", "DOM"), "HTG"),
        ("Q200 million", ("GTM", "MEX"), "GTQ"),
        ("C$300 million", ("NIC", "CAN"), "CAD"),
        ("C$300 million", ("NIC", "CHN"), "NIO"),
        ("M50 million", ("LSO", "ZAF"), "LSL"),
        ("MT500 million", ("MOZ", "PRT"), "MZN"),
        ("Br 200 million", ("ETH", "CHN"), "ETB"),
        ("Bs 30 million", ("VEN", "CHN"), "VES"),
        ("40 billion Ft", ("HUN", "AUT"), "HUF"),
        ("40 million kn", ("HRV", "AUT"), "HRK"),
        ("40 million lei", ("MDA", "UKR"), "MDL"),
        # of sides that pay in money of one name, the host's
        ("Sh4.5 billion", ("TZA", "UGA"), "TZS"),
        ("Sh4.5 billion", ("UGA", "TZA"), "UGX"),
        # dollars are the world's unless they are said to be somebody's
        ("5 million dollars", ("AUS", "IDN"), "USD"),
        ("$5 million", ("CAN", "PHL"), "USD"),
    ],
)
def test_whose_money_is_decided_by_the_countries_concerned(text, sides, code):
    assert [found for _, found in read(text, sides)] == [code]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("vitamin K 200", ("ZMB", "PNG")),
        ("Group D 120 men", ("GMB", "SEN")),
        ("N95 masks", ("NGA", "NLD")),
        ("D-8 and G20", ("GMB", "HTI")),
        ("Building E 400", ("SWZ", "ZAF")),
        ("500 MT of rice", ("MOZ", "IND")),
        ("the 300 M race", ("LSO", "ZAF")),
        ("K2.4bn", ("KAZ", "ITA")),
        ("N142bn", ("KAZ", "ITA")),
    ],
)
def test_letters_that_are_no_money(text, sides):
    assert read(text, sides) == []


@pytest.mark.parametrize(
    "text",
    [
        "TOP 10 exporters",
        "COP 29 in Baku",
        "ALL 27 members",
        "P850 million",
        "5 games won",
        "a sum of 12",
        "30 pounds of tea",
        "5 million Kazakh dollars",
        "G20",
        "12 percent",
        "40 marks",
        "Sol 2 billion",
        "Rand 2019",
        "Mark 40 of them",
        "the Baht 12 project",
    ],
)
def test_no_money(text):
    assert read(text) == []


def test_every_currency_of_the_table_of_names_is_a_code():
    table = words.table("currencies")
    listed = {code for codes in (*table["names"].values(), *table["shared"].values()) for code in codes}
    assert {code for code in listed if len(code) != 3 or not code.isupper()} == set()


def test_a_code_is_money_for_every_country():
    codes = sorted({row.currency for row in countries.countries().values() if row.currency})
    assert [read(f"{code} 5 million") for code in codes] == [[(f"{code} 5 million", code)] for code in codes]


@pytest.mark.parametrize("name", words.table("currencies")["names"])
def test_every_name_of_a_currency_is_read_behind_a_number(name):
    codes = words.table("currencies")["names"][name]
    sides = [row.iso3 for row in countries.countries().values() if row.currency in codes]
    assert read(f"worth 5 million {name}", sides)
    assert read(f"worth 5 million of {name.title()}", sides)
    assert not read(f"worth 5 million un{name}", sides)


def test_codes_that_are_words_need_more_than_a_small_number():
    wordlike = words.table("currencies")["codes"]["wordlike"]
    assert [read(f"{code} 10 list") for code in wordlike] == [[]] * len(wordlike)


@given(st.text(alphabet="$€£RsUSDmilon 0123456789.,-\n", max_size=60))
def test_amounts_lie_inside_any_text(text):
    for number in numbers.find(text):
        amount = money.at(text, number, ("IND", "PAK"))
        assert amount is None or 0 <= amount.start <= number.start < number.end <= amount.end <= len(text)


BEHIND = "dollars US U.S. us of New Taiwan Canadian convertible Marks rupee CFA francs EUR € zł Rs - – 5 the Ministry"


@given(st.lists(st.tuples(st.sampled_from([" ", "-", "", "\n"]), st.sampled_from(BEHIND.split())), max_size=6))
def test_no_currency_stands_where_none_is_looked_for(parts):
    text = "5" + "".join(map("".join, parts))
    if not money._may_be_paid(text, 1):
        assert money._suffix().match(text, 1, 1 + money._REACH) is None
