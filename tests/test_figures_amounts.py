"""Figures by what is done with them: prices of companies, capitals, parts of sums, levels, terms of loans."""

import pytest

from communique import article
from communique.extract import figures
from communique.record import Event


def found(text):
    read = article.from_text(text, date="2024-03-14")
    return list(figures.find(read, Event(countries=("KAZ", "ITA"))))


def measured(text):
    return [(figure.value, figure.measure, figure.period) for figure in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the topic behind an agreement does not make its worth the price of works
        ("Two loan agreements worth $386 million for rural bridges were signed.", "agreements_value"),
        ("A deal worth $90 million for roads and bridges was signed.", "agreements_value"),
        ("They opened a $45 million toll road.", "investment"),
        # Compounds with the country of the currency
        ("They struck a 1.1-billion-U.S.-dollar deal.", "agreements_value"),
        ("They opened a 300-million-US-dollar railway.", "investment"),
        ("The Fund has signed a $23 million grant agreement.", "agreements_value"),
        # companies and stakes in them
        ("A stake of a cold store, bought last year by Rimo for $22 million, is frozen.", "investment"),
        ("Rimo acquired the carrier Talo for about $22 million.", "investment"),
        ("The firm sold its stake for 4 million euros.", "investment"),
        ("Rimo acquired 12 helicopters for $22 million.", "other"),
        ("Firms are putting Tk 5 crore ($6 million) into a cold store.", "investment"),
        ("Firms are putting Tk 5 crore ($6 million) aside.", "other"),
        # capital and ventures
        ("The bank was founded with a capital of $25 million.", "investment"),
        ("They agreed to set up a $300m joint venture in fish.", "investment"),
        ("They founded a joint venture worth $20 million.", "investment"),
        # committed in a field, or as help
        ("Firms have committed over $430 million in leather and tea.", "investment"),
        ("Rome has committed $430 million in grants.", "other"),
        ("They spent $430 million in Oslo.", "other"),
        # what works cost
        ("They will build a repair depot; the cost is put at 24 million euros.", "investment"),
        ("The two lost an estimated $190 million to smuggling.", "other"),
    ],
)
def test_what_an_amount_is(text, expected):
    amounts = [figure for figure in found(text) if figure.unit in ("USD", "EUR")]
    assert [figure.measure for figure in amounts] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade came to 14.6 million dollars last year. Of it, 12.9 million is export and 1.7 million is import.",
            [(14.6e6, "trade_turnover", "2023"), (12.9e6, "exports", "2023"), (1.7e6, "imports", "2023")],
        ),
        (
            "Trade was $15 million, of which exports made up 13 million and imports 2 million.",
            [(15e6, "trade_turnover", None), (13e6, "exports", None), (2e6, "imports", None)],
        ),
        (
            "Freight soared 1.6-fold to 4.5 million tons last year, of which a quarter was ore.",
            [(1.6, "growth", "2023"), (4.5e6, "other", "2023"), (25, "share", "2023")],
        ),
        ("They carried 5 million tons, of which 30% was ore.", [(5e6, "other", None), (30, "share", None)]),
        ("Nearly four out of every ten farmers live there.", [(40, "share", None)]),
        ("One in five jobs depends on trade.", [(20, "share", None)]),
        ("Nine out of ten visitors come by air.", [(90, "share", None)]),
        ("Seven out of 34 memorandums became contracts.", [(7, "document_count", None), (34, "document_count", None)]),
        ("One in five years is dry.", []),
        ("The former holds 60 percent.", [(60, "share", None)]),
        ("Talks held there cut the duty by 60 percent.", [(-60, "growth", None)]),
        # levels with what they were before
        ("He put losses at 11 per cent, down from 27 per cent in 2021.", [(11, "other", None), (27, "other", "2021")]),
        ("Growth was 3 percent, down from 5 percent.", [(3, "growth", None), (5, "growth", None)]),
        ("Exports were up 3 percent, down from 5 percent.", [(3, "growth", None), (5, "other", None)]),
        ("In May the growth of fruit exports has made 11.8%.", [(11.8, "growth", "May 2023")]),
        ("The share made 11.8%.", [(11.8, "share", None)]),
        # goods compared with goods
        (
            "Beef sales in the twelve months to July reached 3,850 tons. That compares with 5,100 tons in 2021.",
            [(3850, "exports", "twelve months to July 2023"), (5100, "exports", "2021")],
        ),
        # no exchange rates
        ("The bank set the rate at 87.4 tenge per dollar.", []),
        ("It was fixed at 450 tenge against the US dollar.", []),
        # how long a loan runs or a line is run is not when
        ("The loans carry 1.5 percent interest and are repayable in 25 years.", [(1.5, "other", None)]),
        ("He sought a credit of $50 million at 1.75% over 20 years.", [(5e7, "other", None), (1.75, "other", None)]),
        ("Under the $70 million deal it will run the port for 30 years.", [(7e7, "agreements_value", None)]),
        ("They will invest $5 billion over 10 years.", [(5e9, "investment", "10 years")]),
        # seasons
        ("A price of $2,750 holds from the 2023/24 season.", [(2750, "other", "2023/24 season")]),
        ("Tea worth $5 million was lost last season.", [(5e6, "other", "last season")]),
    ],
)
def test_parts_levels_and_terms(text, expected):
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 100-bed hospital stands by a 90-kilometre road.", [(100, "beds"), (90, "kilometres")]),
        ("A 50-megawatt plant and a 25,000-seat stadium were opened.", [(50, "megawatts"), (25000, "seats")]),
        ("A 30-member team made a 5-day visit on a four-lane road.", []),
        ("He said that 212 of the guns have been delivered.", [(212, "guns")]),
        ("Three of the ships were sold.", []),
        ("Two other MoUs and three more agreements were signed.", [(2, "documents"), (3, "documents")]),
        ("Two other sides and three more rounds followed.", []),
        ("Two executive programmes were signed, and 40 programmes aired.", [(2, "documents"), (40, "programmes")]),
        ("It drew 1,500 participants from 60 countries.", [(1500, "participants"), (60, "countries")]),
        ("It drew guests from 12 countries; 60 countries wrote.", []),
        ("Rome gave 12 ambulances.", [(12, "ambulances")]),
    ],
)
def test_what_is_counted(text, expected):
    assert [(figure.value, figure.unit) for figure in found(text)] == expected
