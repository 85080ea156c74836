"""Figures in constructions of the genre: what moved by an amount, parts of it, what works and funds hold, twins."""

import pytest

from communique import article
from communique.extract import figures
from communique.record import Event


def measured(text):
    found = figures.find(article.from_text(text, date="2024-03-14"), Event(countries=("KAZ", "ITA")))
    return [(figure.value, figure.measure, figure.period) for figure in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade was worth £16 billion in the 12 months to June 2023, down £0.9 billion on the year before.",
            [(16e9, "trade_turnover", "12 months to June 2023"), (-9e8, "growth", "12 months to June 2023")],
        ),
        (
            "Trade was $5 billion in 2022, up some $300 million from a year earlier.",
            [(5e9, "trade_turnover", "2022"), (3e8, "growth", "2022")],
        ),
        (
            "Exports rose $2 billion to $10 billion in 2022.",
            [(2e9, "growth", "2022"), (10e9, "exports", "2022")],
        ),
        (
            "In 2022 exports fell nearly $2 billion, while imports grew $1 billion.",
            [(-2e9, "growth", "2022"), (1e9, "growth", "2022")],
        ),
        ("Trade was up $2 billion last year.", [(2e9, "growth", "2023")]),
        ("Trade slipped €40 million last year.", [(-4e7, "growth", "2023")]),
        # a level, or a verb with "up"
        ("Trade went up to $5 billion in 2022.", [(5e9, "trade_turnover", "2022")]),
        (
            "Trade came to $5 billion in 2022, down from $6 billion.",
            [(5e9, "trade_turnover", "2022"), (6e9, "trade_turnover", "2021")],
        ),
        ("Exports make up $5 billion of trade.", [(5e9, "exports", None)]),
        # added and shed
        (
            "They noted that trade had added 11.5 percent in the first nine months of 2023.",
            [(11.5, "growth", "first nine months of 2023")],
        ),
        (
            "Trade put on 8% last year, exports shed 3 percent.",
            [(8, "growth", "2023"), (-3, "growth", "2023")],
        ),
        ("Tea lost nearly 4 percent in 2022.", [(-4, "growth", "2022")]),
        ("The group added 30 companies.", [(30, "company_count", None)]),
        ("In 2022 the reports were too modest by half.", []),
        (
            "Some 53 Czech companies and 200 Lao ones came.",
            [(53, "company_count", None), (200, "company_count", None)],
        ),
        ("Exports in 2022 were up a quarter on the year.", [(25, "growth", "2022")]),
        (
            "In 2022 trade was worth $4 billion, an improvement of 6%.",
            [(4e9, "trade_turnover", "2022"), (6, "growth", "2022")],
        ),
        ("In 2022 Chad exported more than 3,800 carts.", [(3800, "exports", "2022")]),
        ("In 2022 exporters met 3,800 traders.", [(3800, "other", "2022")]),
        (
            "Tea covered 6 percent of demand in 2022, down from 8 percent in 2021.",
            [(6, "share", "2022"), (8, "share", "2021")],
        ),
        (
            "Imports in 2022 reached $4 billion, down almost a fifth.",
            [(4e9, "imports", "2022"), (-20, "growth", "2022")],
        ),
        ("In 2022 the firm was up a quarter mile from Lome and exports up a third party road.", []),
    ],
)
def test_by_how_much_something_moved(text, expected):
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade stood at $7 billion in 2023, a rise of 11 percent and half as much again as in 2020.",
            [(7e9, "trade_turnover", "2023"), (11, "growth", "2023"), (50, "growth", "2023")],
        ),
        (
            "Exports came to $4 billion in 2022, half as large again as in 2015.",
            [(4e9, "exports", "2022"), (50, "growth", "2022")],
        ),
        ("Exports in 2022 were half again as much as in 2019.", [(50, "growth", "2022")]),
        (
            "The zone needs an investment of $60 million, a fifth of it from Rome.",
            [(6e7, "investment", None), (20, "share", None)],
        ),
        ("Of the 140 companies, half of them are Italian.", [(140, "company_count", None), (50, "share", None)]),
        # nothing is counted before, or it was in another sentence
        ("Half of it is true.", []),
        ("They signed 12 papers. Half of it is true, a third of them said.", [(12, "document_count", None)]),
        ("In the second half and again in spring they met.", []),
    ],
)
def test_parts_of_what_was_counted(text, expected):
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Firms won a 2-billion-yuan (about 280 million U.S. dollars) contract to run it.", ["agreements_value"] * 2),
        ("They signed a €5 million ($5.4 million) deal.", ["agreements_value"] * 2),
        ("They endorsed a ₦2 trillion (about $4.6 billion) power corridor, to be built soon.", ["investment"] * 2),
        ("They opened a $4 million (3.7 million euros) school.", ["investment"] * 2),
        ("They opened a $4 million (3.7 million euros) credit line.", ["other"] * 2),
        ("They agreed to set up a 550 million dirham technology fund with a holding.", ["investment"]),
        ("They set up a joint venture fund worth $50 million.", ["investment"]),
        ("A fund with a capital of $50 million was launched.", ["investment"]),
        ("He pledged a $20 million relief fund.", ["other"]),
        ("They set up a scholarship fund of $2 million.", ["other"]),
    ],
)
def test_works_funds_and_twins(text, expected):
    assert [measure for _, measure, _ in measured(text)] == expected


def test_a_level_reached_is_no_bound():
    found = figures.find(article.from_text("Trade went up to $5 billion."), Event())
    assert [figure.qualifier for figure in found] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the date of a dateline is no period
        ("ROME, 3rd March, 2024 (ANA) -- Firms signed deals worth $3 billion.", [(3e9, "agreements_value", None)]),
        ("Rome, March 3, 2024 (ANA) Firms signed deals worth $3 billion.", [(3e9, "agreements_value", None)]),
        ("On March 3rd, 2024, they signed deals worth $3 billion.", [(3e9, "agreements_value", "March 3rd, 2024")]),
        # up to the end of a month, with what is a part of it
        (
            "The line had carried 26.8 million tonnes by the end of January, including 5 million tonnes for Rome.",
            [(26.8e6, "other", "end of January 2024"), (5e6, "other", "end of January 2024")],
        ),
        (
            "The line had carried 26.8 million tonnes by the end of January, and 5 million tonnes lie in wait.",
            [(26.8e6, "other", "end of January 2024"), (5e6, "other", None)],
        ),
        ("Trade will reach $5 billion by the end of May.", [(5e9, "target", "end of May 2024")]),
        ("Trade stood at $5 billion at the end of May.", [(5e9, "trade_turnover", "end of May 2023")]),
        # quarters
        (
            "In the first two months trade rose 27 percent to $4 billion, 92 percent of last year's volume.",
            [
                (27, "growth", "first two months of 2024"),
                (4e9, "trade_turnover", "first two months of 2024"),
                (92, "share", "2023"),
            ],
        ),
        ("Trade was $6 billion in Q1-Q3 2023.", [(6e9, "trade_turnover", "Q1-Q3 2023")]),
        # what will be seen
        ("If we go on, we will soon see $750 million.", [(75e7, "target", None)]),
        ("The next phase will see $50 million invested.", [(5e7, "investment", None)]),
    ],
)
def test_periods_and_goals(text, expected):
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The protocol was signed, doubling weekly flights to 34.", [(34, "flights")]),
        ("They agreed to increase direct flights between the capitals to 20 a week.", [(20, "flights")]),
        (
            "It raised the number of scholarships from 100 to 150 a year.",
            [(100, "scholarships"), (150, "scholarships")],
        ),
        ("Some 1,000-odd Spanish firms work there, 360 of which are old.", [(1000, "companies"), (360, "companies")]),
        ("Arrivals from Asia stood at an estimated 1.6 million, a record.", [(1.6e6, "arrivals")]),
        ("Visitors from Oslo grew 11% to some 447,300 in May.", [(11, "percent"), (447300, "visitors")]),
        ("Italian firms in the country exceeded 250 last year.", [(250, "companies")]),
        (
            "Trade: $4 billion; Italian companies in Chad: 270\nStudents from Oslo: 1,200",
            [
                (4e9, "USD"),
                (270, "companies"),
                (1200, "students"),
            ],
        ),
        ("He named his reasons: 40.", []),
        ("Italian companies in Chad: 270\nhelicopters.", [(270, "helicopters")]),
        ("The quota for nurses was raised to 10,000 a year from 2,500.", [(10000, "nurses"), (2500, "nurses")]),
        ("They drove to 40 villages from 6 in the morning.", [(40, "villages")]),
        ("It takes 10,300 workers, more than double the 5,000 of 2023.", [(10300, "workers"), (5000, "workers")]),
        ("It takes 300 workers, more than the 12 of us.", [(300, "workers")]),
        ("About 25,000 Japanese live there, 4,000 of them here.", [(25000, "people"), (4000, "people")]),
        ("Some 300 Japanese buses and 20 Irish firms came.", [(300, "buses"), (20, "companies")]),
        ("Relations between firms reached 500 in a day.", []),
        ("Exports to the neighbours reached 12 million last year.", []),
        ("He took the road to 34.", []),
        ("Raising questions to 20, he left.", []),
    ],
)
def test_numbers_of_things_that_are_changed(text, expected):
    found = figures.find(article.from_text(text), Event())
    assert [(figure.value, figure.unit) for figure in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade in 2023 was a quarter smaller than in 2015.", [(-25, "growth", "2023")]),
        ("Trade in 2023 was 12 percent larger than in 2015.", [(12, "growth", "2023")]),
        ("A quarter of an hour later they met.", []),
        ("The share went from 12 to 45 percent.", [(12, "share", None), (45, "share", None)]),
        ("The share is from 12 to 45 percent.", [((12, 45), "share", None)]),
        (
            "Trade rose 0.8 percent to $4 billion, its best showing since 2014.",
            [(0.8, "growth", None), (4e9, "trade_turnover", None)],
        ),
        ("Trade has risen 8 percent since 2014.", [(8, "growth", "since 2014")]),
        ("Trade has risen 8 percent since the year 2000.", [(8, "growth", "since 2000")]),
        (
            "They agreed to enhance trade from existing $180 million to $1 billion.",
            [(18e7, "trade_turnover", None), (1e9, "target", None)],
        ),
        ("They have their sights set on $10 billion in trade.", [(10e9, "target", None)]),
        ("Trade is well below its potential, at $40 million.", [(4e7, "trade_turnover", None)]),
    ],
)
def test_comparisons_and_aims(text, expected):
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is, within what is aimed at
        (
            "The two agreed to raise annual trade, now at some $8 billion, to $15 billion.",
            [(8e9, "trade_turnover", None), (15e9, "target", None)],
        ),
        # counts compared
        (
            "There are 1,300 companies, up from 900 in 2019, and 20 airports, compared with 12.",
            [(1300, "company_count", None), (900, "company_count", "2019"), (20, "other", None), (12, "other", None)],
        ),
        ("They met on 12 May, against 14.", []),
        ("Trade was $5 billion, up from 900.", [(5e9, "trade_turnover", None)]),
        # prices
        ("It exports 50,000 tonnes of rice at $480 a tonne.", [(50000, "exports", None), (480, "other", None)]),
        ("Exports came to $480 a year ago.", [(480, "exports", "2023")]),
        # bases
        (
            "Trade hit $31 billion in H1 2023, a 13 per cent jump over H1 2022 and 41 per cent over H1 2021.",
            [(31e9, "trade_turnover", "H1 2023"), (13, "growth", "H1 2023"), (41, "growth", "H1 2023")],
        ),
        (
            "Trade last year was $5 billion, 1.8 times that of 2020.",
            [(5e9, "trade_turnover", "2023"), (1.8, "growth", "2023")],
        ),
        ("Trade rose 5 percent over the first half of 2023.", [(5, "growth", "first half of 2023")]),
        # "up" that is no rise
        ("Machines made up 44 percent, and cars 21 percent.", [(44, "share", None), (21, "share", None)]),
        ("They set up a fund; trade fell 5 percent.", [(-5, "growth", None)]),
    ],
)
def test_what_figures_are_beside(text, expected):
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They agreed to lift annual trade from the current $1.9 billion to $5 billion.",
            [(1.9e9, "trade_turnover", None), (5e9, "target", None)],
        ),
        (
            "Trade rose from a mere $2 billion to over $5 billion.",
            [(2e9, "trade_turnover", None), (5e9, "trade_turnover", None)],
        ),
        (
            "The two neighbours traded 7 tons of goods worth $2 billion.",
            [(7, "other", None), (2e9, "trade_turnover", None)],
        ),
        (
            "Traffic fell to 80 trucks a day last year from 210 in 2019.",
            [(80, "other", "2023"), (210, "other", "2019")],
        ),
        ("They drove 80 trucks from 6 in the morning.", [(80, "other", None)]),
        ("It will sell 50,000 head of Kenyan cattle.", [(50000, "exports", None)]),
        (
            "Another $17 million is for schools, on top of the $10 million pledged in February.",
            [(17e6, "other", None), (10e6, "other", "February 2024")],
        ),
        ("The EU put in EUR 107 m.", [(107e6, "other", None)]),
        ("The pipe is 107 m long and cost $3 m.", [(3e6, "investment", None)]),
    ],
)
def test_levels_and_letters(text, expected):
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The share came to 60% (in 2021 - 43%).", [(60, "share", None), (43, "share", "2021")]),
        (
            "Trade came to $5 billion (in 2021, up 6 percent).",
            [(5e9, "trade_turnover", "2021"), (6, "growth", "2021")],
        ),
        (
            "Trade was $14 billion last year, up 40 percent from 2020's $10 billion.",
            [(14e9, "trade_turnover", "2023"), (40, "growth", "2023"), (10e9, "trade_turnover", "2020")],
        ),
        ("The line was 60 percent funded by a bank.", [(60, "share", None)]),
        ("They opened the $240 million Kariba North interconnector\n\nIt is long.", [(24e7, "investment", None)]),
        ("Bilateral exchanges exceeded 16.8 billion euros.", [(16.8e9, "trade_turnover", None)]),
        ("The First Deputy Economy Minister spoke.", []),
        ("It is the first partner of Italy.", [(1, "rank", None)]),
        (
            "Three joint ventures worth $420 million will open.",
            [(3, "company_count", None), (42e7, "investment", None)],
        ),
        ("Two plants valued at about $3 million will open.", [(2, "other", None), (3e6, "investment", None)]),
        ("Tea worth $3 million was exported.", [(3e6, "exports", None)]),
        (
            "There were 1.1 million crossings in 2023, 18% fewer than in pre-pandemic 2019.",
            [(1.1e6, "other", "2023"), (-18, "growth", "2023")],
        ),
        ("Our volume was $340 million a decade ago.", [(34e7, "trade_turnover", "2014")]),
        ("The volume of the tank is worth $3 million.", [(3e6, "other", None)]),
    ],
)
def test_brackets_ranks_and_worth(text, expected):
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a part said with the amount
        (
            "Exports came to $9 billion or 60 percent of the total, while imports came to $6 billion or 40 percent.",
            [(9e9, "exports", None), (60, "share", None), (6e9, "imports", None), (40, "share", None)],
        ),
        ("Trade fell by $9 billion, or 60 percent.", [(-9e9, "growth", None), (-60, "growth", None)]),
        ("Farms comprised 64% of all, and tourism contributes 13%.", [(64, "share", None), (13, "share", None)]),
        (
            "The buyers were Rome, with 32 percent of exports, Graz, with 19.2 percent, and Oslo with 5 percent.",
            [(32, "share", None), (19.2, "share", None), (5, "share", None)],
        ),
        # a word that is "of" the next amount
        (
            "Imports in 2022 were valued at $44 million creating an imbalance of $19 million.",
            [(44e6, "imports", "2022"), (19e6, "other", "2022")],
        ),
        # an aim stays one when its year is over, a sum foreseen does not
        ("They had set a trade target of $100 billion by 2015.", [(100e9, "target", "2015")]),
        ("The target was met: trade came to $100 billion by 2015.", [(100e9, "trade_turnover", "2015")]),
        (
            "To meet the aim set by both presidents – to reach $10 billion in trade – they met.",
            [(10e9, "target", None)],
        ),
        ("Trade grew fast – it reached $10 billion.", [(10e9, "trade_turnover", None)]),
        ("We will be expanding our trade to 5 billion dollars.", [(5e9, "target", None)]),
        # what contractors carry out is contracted, what others do is invested
        (
            "Its contractors carried out 412 projects with a total value of $7 billion.",
            [(412, "other", None), (7e9, "agreements_value", None)],
        ),
        ("They carried out 412 projects worth $7 billion.", [(412, "other", None), (7e9, "investment", None)]),
        # nothing is ordered
        ("Aid and investment will be of the order of 5 billion yen.", [(5e9, "investment", None)]),
        ("An order worth 5 billion yen was placed.", [(5e9, "agreements_value", None)]),
        # loans and gifts
        ("It gives $13 million toward health projects.", [(13e6, "other", None)]),
    ],
)
def test_parts_aims_and_orders(text, expected):
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a list of years
        (
            "Trade with Rome: 2021 – $9.6 billion, 2022 – $14.9 billion, 2023 – $16.1 billion.",
            [
                (9.6e9, "trade_turnover", "2021"),
                (14.9e9, "trade_turnover", "2022"),
                (16.1e9, "trade_turnover", "2023"),
            ],
        ),
        (
            "Trade in 2022 amounted to 15 billion dollars, in 2023 – 16 billion.",
            [(15e9, "trade_turnover", "2022"), (16e9, "trade_turnover", "2023")],
        ),
        (
            "Trade reached 6 billion dollars in 2022 from 4bn in 2021, 2.9bn in 2018 and 1bn in 2013.",
            [
                (6e9, "trade_turnover", "2022"),
                (4e9, "trade_turnover", "2021"),
                (2.9e9, "trade_turnover", "2018"),
                (1e9, "trade_turnover", "2013"),
            ],
        ),
        ("Trade reached $6 billion in 2022, 4 million people live there.", [
            (6e9, "trade_turnover", "2022"), (4e6, "other", None),
        ]),
        # a difference without its currency
        (
            "Investment in 2022 reached $13 billion, an increase of 3.5 billion on the previous year.",
            [(13e9, "investment", "2022"), (3.5e9, "growth", "2022")],
        ),
        # years between two numbers
        ("They will bring trade to $1 billion in the next three to four years.", [
            (1e9, "target", "next three to four years"),
        ]),
        ("They will bring trade to $1 billion within 2-3 years.", [(1e9, "target", "2-3 years")]),
        # lines cost, half of a sum
        ("The 540-km line will cost $2 billion.", [(540, "other", None), (2e9, "investment", None)]),
        ("The credit line will cost $2 billion.", [(2e9, "other", None)]),
        ("Of the $2 billion pledged, only half has been paid.", [(2e9, "other", None), (50, "share", None)]),
        ("A 10-percentage-point rise was seen.", [(10, "growth", None)]),
        ("Some work with 100% French capital.", [(100, "share", None)]),
        ("Of the cashew only 12 per cent was processed at home.", [(12, "share", None)]),
        ("Growth of 5% in investment was seen.", [(5, "growth", None)]),
        ("They signed a €6 million technical and economic cooperation agreement.", [(6e6, "agreements_value", None)]),
        # another time than what is compared
        (
            "Exports were €80 in May 2023, 98% more compared to the same period in 2022, which saw exports of €40.",
            [(80, "exports", "May 2023"), (98, "growth", "May 2023"), (40, "exports", "2022")],
        ),
        # works that are set up, what goes on top of something
        ("They will set up a wind farm near Oslo for $250 million.", [(25e7, "investment", None)]),
        ("They will set up a credit line for $250 million.", [(25e7, "other", None)]),
        ("The school was built in 14 months for $250 million.", [(25e7, "investment", "14 months")]),
        ("The song was built in 14 months for $250 million.", [(25e7, "other", "14 months")]),
        ("The park is to attract $1.5 billion.", [(1.5e9, "investment", None)]),
        ("A farm costing $30 million will come, and a €3 million expansion of the port.", [
            (3e7, "investment", None), (3e6, "investment", None),
        ]),
        ("Oslo gives £15 million, taking its support to £120 million since 2022.", [
            (15e6, "other", None), (12e7, "other", "since 2022"),
        ]),
        ("Investment exceeds $2bn, $6m of it in 2023.", [(2e9, "investment", None), (6e6, "investment", "2023")]),
        ("The pact is on 9,000 goods and saves time.", [(9000, "other", None)]),
        ("A 100 megawatt plant and a 90 kilometre road will come.", [(100, "other", None), (90, "other", None)]),
        # scales of other languages
        ("Trade came to RM1.2bil, up from €3 mrd.", [(1.2e9, "trade_turnover", None), (3e9, "trade_turnover", None)]),
        ("The loan is of SDR 12.5 million or 40 million lats.", [(12.5e6, "other", None), (40e6, "other", None)]),
        # counts compared with those of now
        ("The port takes 3 million passengers a year, against 1.2 million now.", [
            (3e6, "other", None), (1.2e6, "other", None),
        ]),
    ],
)  # fmt: skip
def test_lists_and_lengths(text, expected):
    assert measured(text) == expected
