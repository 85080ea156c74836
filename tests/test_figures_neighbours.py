"""Figures by what stands beside them: the same amount twice, parts of a count, what is aimed at or only foreseen."""

import pytest

from communique import article
from communique.extract import figures
from communique.record import Event


def found(text):
    """The figures of a text of March 2024 as their words, unit and measure."""
    read = figures.find(article.from_text(text, date="2024-03-14"), Event(countries=("KAZ", "ITA")))
    return [(figure.text, figure.unit, figure.measure) for figure in read]


def timed(text):
    """The values and periods of the figures of a text of March 2024."""
    read = figures.find(article.from_text(text, date="2024-03-14"), Event(countries=("KAZ", "ITA")))
    return [(figure.value, figure.period, figure.qualifier) for figure in read]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The deal is worth €740 million or approximately $800 million.",
            [("€740 million", "EUR", "agreements_value"), ("$800 million", "USD", "agreements_value")],
        ),
        (
            "It will invest 75 million dollars, about €70 million, in a mill.",
            [("75 million dollars", "USD", "investment"), ("€70 million", "EUR", "investment")],
        ),
        (
            "Exports hit €12 million — roughly $13 million — in all.",
            [("€12 million", "EUR", "exports"), ("$13 million", "USD", "exports")],
        ),
        (
            "The grant is worth US$4 million (€3.6 million); $2 million are spent.",
            [("US$4 million", "USD", "other"), ("€3.6 million", "EUR", "other"), ("$2 million", "USD", "other")],
        ),
        # one currency, or no word of how nearly: another amount
        (
            "Exports were €12 million, about €8 million in grants.",
            [("€12 million", "EUR", "exports"), ("€8 million", "EUR", "other")],
        ),
        (
            "Exports were €12 million, $8 million in grants came on top.",
            [("€12 million", "EUR", "exports"), ("$8 million", "USD", "other")],
        ),
    ],
)
def test_the_same_amount_twice(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade stood at $5 billion (€4.6 billion) in 2022.", [(5e9, "2022", None), (4.6e9, "2022", None)]),
        ("Trade stood at $5 billion (up from $4 billion in 2021).", [(5e9, None, None), (4e9, "2021", None)]),
        ("It paid $5 million, or some €4 million, in 2022.", [(5e6, "2022", None), (4e6, "2022", "approx")]),
    ],
)
def test_the_period_of_the_same_amount_twice(text, expected):
    assert timed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Of the 35 memoranda, 11 were signed in the palace.",
            [("35 memoranda", "documents", "document_count"), ("11", "documents", "document_count")],
        ),
        (
            "Of 200 companies taking part, 120 are Italian.",
            [("200 companies", "companies", "company_count"), ("120", "companies", "company_count")],
        ),
        ("Of the $5 billion, 3 are lost.", [("$5 billion", "USD", "other")]),
        ("Of the 12 visits, 3 were in spring.", []),
        ("The talks rest on over 260 signed agreements.", [("260 signed agreements", "documents", "document_count")]),
        ("In all 12 signed up.", []),
        (
            "Its companies, over 220 of them, have come.",
            [("220 of them", "companies", "company_count")],
        ),
        ("The number of tourists grew by 20 percent to 45,000.", [
            ("20 percent", "percent", "growth"), ("45,000", "tourists", "other"),
        ]),
        ("The number of towns grew by 20 percent to 45.5 percent.", [
            ("20 percent", "percent", "growth"), ("45.5 percent", "percent", "other"),
        ]),
        (
            "More than 100 Italian companies invest here and over 1,700 have trade relations.",
            [("100 Italian companies", "companies", "company_count"), ("1,700", "companies", "company_count")],
        ),
        ("Tourists led with 2.7 million, the volume of visitors came to 2.2 million.", [
            ("2.2 million", "visitors", "other"),
        ]),
        ("Here are 960 firms, and their number will exceed 1,000 before May.", [
            ("960 firms", "companies", "company_count"), ("1,000", "companies", "company_count"),
        ]),
        ("Some 30 firms have come, against 12 a decade ago.", [
            ("30 firms", "companies", "company_count"), ("12", "companies", "company_count"),
        ]),
        ("He put the number of Italians there at 1,200.", [("1,200", "people", "other")]),
        ("They grant 23,600 work permits.", [("23,600 work permits", "permits", "other")]),
        ("In 30 work groups they met.", []),
        ("The firms registered in town now number well over 90.", [("90", "companies", "company_count")]),
        ("The firms now have the number 90.", []),
        ("Here are 960 firms. Their number of 12 is high.", [("960 firms", "companies", "company_count")]),
        ("They held 80 matching sessions and 25 meetings.", [("80 matching sessions", "sessions", "other")]),
        ("Here are 1.500 Italian companies.", [("1.500 Italian companies", "companies", "company_count")]),
        ("Some 120 or so Dutch firms are here.", [("120 or so Dutch firms", "companies", "company_count")]),
        ("In a year or so firms will come.", []),
        # counted here for the first time, or taken up
        ("None of the five documents signed is on tea.", [("five documents", "documents", "document_count")]),
        ("They signed five texts. The five texts signed are on tea.", [("five texts", "documents", "document_count")]),
        ("The two documents signed are on tea.", []),
        ("It took 5.1 bcm of the 7.7 bcm.", [("5.1 bcm", "bcm", "other"), ("7.7 bcm", "bcm", "other")]),
    ],
)  # fmt: skip
def test_counts_named_elsewhere(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Italy moved from 35th to 28th place.", ["35th", "28th"]),
        ("Its rank improved from 8th to 7th.", ["8th", "7th"]),
        ("Italy ranked third among buyers, up from fifth in 2021.", ["third", "fifth"]),
        ("It is the second largest partner and biggest supplier of oil.", ["second largest", "biggest"]),
        ("Italy is first in the world in tiles.", ["first"]),
        # dates, centuries, what comes first in time, and a friend
        ("They stay from the 8th to the 12th of May.", []),
        ("The road dates from the 18th to the 19th century.", []),
        ("They went from the second to the third phase.", []),
        ("It was the first country in the world to do so.", []),
        ("It opened its first purpose-built chancery in the world.", []),
        ("Italy is the third largest partner and biggest friend.", ["third largest"]),
    ],
)
def test_ranks_from_and_to(text, expected):
    assert [words for words, unit, _ in found(text) if unit == "rank"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They want to increase total investments to $1 trillion.", ["target"]),
        ("Italian investment is to reach €80 million.", ["target"]),
        ("They plan to attract $500 million of investment.", ["investment"]),
        ("Italy plans to invest $500 million in a plant.", ["investment"]),
        ("Trade reached $14 billion. We want $20 billion.", ["trade_turnover", "target"]),
        ("The town wants $6 billion from the fund.", ["other"]),
        ("The ministry wants 60 percent.", ["target"]),
        # what is foreseen is a growth, what is aimed at a target
        ("The economy could grow between 12% and 15%.", ["growth"]),
        ("The bank expects the economy to grow by 4.5 percent.", ["growth"]),
        ("The ministry aims for export growth of 10 percent.", ["target"]),
        ("They plan to increase trade by 20 percent.", ["target"]),
        ("Trade is expected to reach $5 billion.", ["target"]),
        # an investment by its name, and parts in brackets
        ("The memorandum provides for an investment of $1 billion.", ["investment"]),
        ("Italy exports machines (25%), cars (over 15 percent) and wine (4% of the total).", ["share"] * 3),
        ("Trade reached $5 billion (12%).", ["trade_turnover", "other"]),
        ("Trade rose (12%) again.", ["growth"]),
        # a worth in brackets
        ("Memorandum on a food terminal (€14 million)", ["agreements_value"]),
        ("Memorandum on a terminal (€14 million, of which half is spent)", ["other", "share"]),
        # "it" is what the sentence before began with
        (
            "Turnover exceeded $2.9 billion, of which $2.4 billion were exports. It then fell to $1.8 billion.",
            ["trade_turnover", "exports", "trade_turnover"],
        ),
        ("Turnover fell, but exports rose. They came to $1.8 billion.", ["exports"]),
        # what is compared with a share
        ("Wind covers 20 percent of demand, against 10 percent then.", ["share", "share"]),
        ("Growth was 5 percent, against 3 percent then.", ["growth", "growth"]),
        # went from and to
        (
            "Exports fell from $542 billion in 2022 to $517 billion and imports from $6 billion to $5 billion.",
            ["exports", "exports", "imports", "imports"],
        ),
        # what goes one way, and what it is all worth
        ("Export revenue was $3 billion, the import turnover $2 billion.", ["exports", "imports"]),
        ("Import-export turnover was $5 billion.", ["trade_turnover"]),
        ("Trade was $1.1 billion, exports accounting for 476 million of the sum.", ["trade_turnover", "exports"]),
        # what a paper is on, and what it is worth
        ("The purpose of the memorandum is to take the volume of exports to $10 billion.", ["target"]),
        ("They signed contracts for a total of $5 billion.", ["agreements_value"]),
        ("The agreement for this $5 billion was signed.", ["agreements_value"]),
        # money for works may be lent or given
        ("Some $60 million for the road project were agreed.", ["other"]),
        ("Italy will invest $60 million in the road project.", ["investment"]),
        ("The bank agreed to offer $60 million.", ["other"]),
        ("Trade would further improve and touch $5 billion.", ["target"]),
        # of one whole, or told in a row
        ("A firm is set up, in which 75 percent would be held by Italy and 25 percent by Chad.", ["share"] * 2),
        ("Italy has 88 percent of the market, and Malta 4 percent.", ["share"] * 2),
        ("Trade declined slightly (1%).", ["growth"]),
        # in a row of parts, but one alone may be anything
        ("Cars came first at 7.3%, followed by tiles at 6.5%.", ["share"] * 2),
        ("Cars came first at 7.3%.", ["other"]),
        ("The accord grants access to 98.2% of the lines.", ["share"]),
        ("Wine has a specific weight of 7.6 percent.", ["share"]),
        ("The share went up from 43 to 66 percent.", ["share"] * 2),
        # what is sent, and what a move is itself
        ("Chad imported $92 billion worth of goods.", ["imports"]),
        ("Goods worth $92 billion were exchanged, a value of goods of $90 billion.", ["trade_turnover"] * 2),
        ("Exports registered a $24 billion increase.", ["growth"]),
        ("The $24 billion increase was hailed.", ["other"]),
        # what the sentence before spoke of, across a paragraph
        ("Trade hit a record in May.\n\nThe figure stood at $58 billion.", ["trade_turnover"]),
        ("Trade hit a record in May.\n\nThe bank stood at $58 billion.", ["other"]),
        # a fund for people, and an amount that only describes
        ("She announced a $2 million fund for education and training.", ["other"]),
        ("She announced a $2 million fund for start-ups.", ["investment"]),
        ("It has a plan to lift standards and a $12 million programme.", ["other"]),
        # moved by and to
        ("Imports tumbled by 150 million to 610 million dollars.", ["growth", "imports"]),
        ("Imports tumbled by 10 to 15 million dollars.", ["growth"]),
        ("Of the $3 billion pledged, only a fifth has been paid.", ["other", "share"]),
        ("Of the talks they said that in May a fifth was held.", []),
        ("Italian investors have pledged $2 billion for plants.", ["investment"]),
        ("The lenders have pledged $2 billion for plants.", ["other"]),
        ("They hope to see the current $600 million doubled.", ["other"]),
        ("Trade is 11 times its 2003 level.", ["growth"]),
        ("They met 11 times in its first year.", []),
        ("The sum is less than a twentieth of the cost.", ["share"]),
        ("It is of the early twentieth century.", []),
    ],
)
def test_measures_by_their_neighbours(text, expected):
    assert [measure for _, _, measure in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade, which stood at $3 billion in 2019, had reached $5 billion.", [(3e9, "2019", None), (5e9, None, None)]),
        ("Trade stood at $3 billion in 2019, exports at $2 billion.", [(3e9, "2019", None), (2e9, "2019", None)]),
        (
            "Exports hit $168 million in May 2021, against $29 million in imported goods.",
            [(168e6, "May 2021", None), (29e6, "May 2021", None)],
        ),
        # what moved on is of another time, what only describes a thing of none
        ("The surplus, €4 billion in 2022, fell to €3 billion.", [(4e9, "2022", None), (3e9, None, None)]),
        ("A 600-kilometre road was opened in 2020.", [(600, None, None)]),
        ("The loan, 2 billion yen over 30 years, was signed.", [(2e9, None, None)]),
        ("Loans came to 2 billion yen over the past 30 years.", [(2e9, "past 30 years", None)]),
        # what opens the sentence goes with all of it
        ("In 1995-2018 Chad put $9 million into Togo and Togo lent $3 million.", [
            (9e6, "1995-2018", None), (3e6, "1995-2018", None),
        ]),
        ("Chad put $9 million into Togo in 2018 and Togo lent $3 million.", [(9e6, "2018", None), (3e6, None, None)]),
        # grew up to a level
        ("Trade increased by 20 percent up to $2 billion.", [(20, None, None), (2e9, None, None)]),
        ("Trade will go up to $2 billion by 2030.", [(2e9, "2030", None)]),
        ("Investments add up to $2 billion.", [(2e9, None, None)]),
        ("It lends up to $2 billion.", [(2e9, None, "at_most")]),
        # what is surpassed, the year's own, is of its time
        (
            "In 2023 trade hit $172 billion, up 32%, surpassing 2022's total of $146 billion. Exports: $67 billion.",
            [(172e9, "2023", None), (32, "2023", None), (146e9, "2022", None), (67e9, "2023", None)],
        ),
        # what follows from another amount does not lend its time
        (
            "Imports came to $2 billion, reflecting a rise in orders, which hit $1 billion in 2023.",
            [(2e9, None, None), (1e9, "2023", None)],
        ),
        # of the sentence before, though what it is compared with has a time of its own
        (
            "Exports fell to $28 billion in 2017. That was a decline of $6 billion from $34 billion in 2016.",
            [(28e9, "2017", None), (-6e9, "2017", None), (34e9, "2016", None)],
        ),
        ("Imports grew by 30 percent by March.", [(30, "March 2024", None)]),
        ("A firm will come within two months, in which 75 percent are held by Italy.", [(75, None, None)]),
        ("They rest on 260 signed agreements, the first from May 2022.", [(260, None, None)]),
        ("Exports hit $168 million in May 2021, against $29 million before.", [
            (168e6, "May 2021", None), (29e6, None, None),
        ]),
    ],
)  # fmt: skip
def test_periods_by_their_neighbours(text, expected):
    assert timed(text) == expected


@pytest.mark.parametrize(
    ("text", "sides", "units"),
    [
        (
            "The grant is worth US$4 million (J$612 million). The school cost $21 million.",
            "JAM CAN",
            ["USD", "JMD", "JMD"],
        ),
        # both sides pay in dollars
        ("Wellington gives NZ$30 million. Of this, $20 million is for roads.", "FJI NZL", ["NZD", "NZD"]),
        ("It gives CAD$18 million (J$2 billion). The state spent $1.4 billion.", "JAM CAN", ["CAD", "JMD", "JMD"]),
        # one side does
        ("The grant is worth J$612 million. The school cost $21 million.", "CHN JAM", ["JMD", "USD"]),
        ("It costs 40 million yuan (J$870 million). The school cost $21 million.", "JAM CHN", ["CNY", "JMD", "USD"]),
        # US dollars alone are marked, "$" says what a sum is worth, or a side's are American
        ("The grant is worth US$4 million. The school cost $21 million.", "JAM CAN", ["USD", "USD"]),
        ("The grant is worth C$7 million. Trade came to $21 billion.", "IND CAN", ["CAD", "USD"]),
        ("The grant is worth C$7 million ($5 million). Trade is $8 billion.", "CAN IND", ["CAD", "USD", "USD"]),
        ("The grant is worth US$4 million (J$612 million). It cost $21 million.", "JAM USA", ["USD", "JMD", "USD"]),
        ("It cost US$4 million (S$6 million, A$7 million) or $8 million.", "SGP AUS", ["USD", "SGD", "AUD", "USD"]),
    ],
)
def test_whose_dollars(text, sides, units):
    read = figures.find(article.from_text(text, date="2024-03-14"), Event(countries=tuple(sides.split())))
    assert [figure.unit for figure in read] == units
