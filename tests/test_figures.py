import re
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from communique import article
from communique.extract import figures
from communique.record import Event

NOW = "2024-03-14"


def find(text, sides=("KAZ", "ITA"), date=NOW):
    return figures.find(article.from_text(text, date=date), Event(countries=sides))


def values(text, sides=("KAZ", "ITA")):
    return [(figure.value, figure.unit) for figure in find(text, sides)]


def measured(text, date=NOW):
    return [(figure.value, figure.measure, figure.period) for figure in find(text, date=date)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # money, percent, times
        ("Trade came to $ 58.4 million.", [(58.4e6, "USD")]),
        ("Trade came to 290 mln 400 thousand U.S. dollars.", [(290.4e6, "USD")]),
        ("A 52-billion-dirham deal was signed.", [(52e9, "AED")]),
        ("It cost $5 million (P280 million).", [(5e6, "USD")]),
        ("Exports rose by 12 per cent.", [(12, "percent")]),
        ("Exports rose by 12pct.", [(12, "percent")]),
        ("Exports rose 1.4 times.", [(1.4, "times")]),
        ("Exports rose tenfold.", [(10, "times")]),
        ("Exports rose 10-fold.", [(10, "times")]),
        ("Exports rose six-fold.", [(6, "times")]),
        ("Trade is three times higher than in 2019.", [(3, "times")]),
        ("Exports rose 4x.", [(4, "times")]),
        ("It bought five 777X aircraft and fuel.", [(5, "aircraft")]),
        # the noun of two counts, a country's acronym before it, several sorts of one rank
        ("Some 83 Indian and 101 Kenyan companies came.", [(83, "companies"), (101, "companies")]),
        (
            "Some 300 firms came, 83 from India and 101 from Kenya.",
            [(300, "companies"), (83, "companies"), (101, "companies")],
        ),
        ("Trains run 83 times a day and 101 from Kenya Road.", [(101, "participants")]),
        ("It supports 154,000 U.S. jobs.", [(154000, "jobs")]),
        ("It is among the top 10 exporters.", []),
        ("It was sixth in the statistics.", [(6, "rank")]),
        ("It was the sixth in the hall.", []),
        ("They inked six other memorandums.", [(6, "documents")]),
        ("There are ten other countries and five others.", []),
        ("It is one of its top six trading partners.", []),
        ("The programme is for the years 2015-18\nCompanies of both share ideas.", []),
        # signs and rates
        ("Exports were $9 million (+12%).", [(9e6, "USD"), (12, "percent")]),
        ("Imports were $9 million (-12%).", [(9e6, "USD"), (-12, "percent")]),
        ("Exports fell, a decline of (-) 2.04 percent.", [(-2.04, "percent")]),
        ("Machinery – 60% of the exports – rose.", [(60, "percent")]),
        ("Call +7 727 or write.", []),
        ("A loan of 5 trillion IDR (at 14,106 IDR / US $) was given.", [(5e12, "IDR")]),
        ("Transit grew by half as much again.", [(50, "percent")]),
        ("Exports rose by a quarter.", [(25, "percent")]),
        ("A fifth of the firms came.", [(20, "percent")]),
        ("Two thirds of the exports go by rail.", [(66.7, "percent")]),
        # ranges, and changes that are no ranges
        ("It rose by 15-20 percent.", [((15, 20), "percent")]),
        ("Between 3 and 5 billion dollars is needed.", [((3e9, 5e9), "USD")]),
        ("The bill is from $2 to $3 million.", [((2e6, 3e6), "USD")]),
        ("They want $2-3 billion.", [((2e9, 3e9), "USD")]),
        ("They want RM15 billion to RM18 billion.", [((15e9, 18e9), "MYR")]),
        ("Some 40 to 50 companies came.", [((40, 50), "companies")]),
        ("Trade rose from $2 to $3 million.", [(2e6, "USD"), (3e6, "USD")]),
        ("Trade grew from 2 billion to 3 billion euros.", [(2e9, "EUR"), (3e9, "EUR")]),
        ("Imports grew to 166 million euros, from 121 million in 2021.", [(166e6, "EUR"), (121e6, "EUR")]),
        ("Trade in 2023 to $20 billion.", [(20e9, "USD")]),
        # counted things
        ("Over 180 enterprises came.", [(180, "companies")]),
        ("Some 140 Austrian companies work there.", [(140, "companies")]),
        ("Eleven documents were signed.", [(11, "documents")]),
        ("They signed 11 acts of cooperation.", [(11, "documents")]),
        ("They signed nine Memorandums of Understanding (MoUs).", [(9, "documents")]),
        ("They signed 12 intergovernmental and interministerial documents.", [(12, "documents")]),
        ("Six roadmaps are being implemented.", [(6, "documents")]),
        ("There are 1.7 million Georgians abroad.", [(1.7e6, "people")]),
        ("It supports 38,000 jobs.", [(38000, "jobs")]),
        ("It will hold seven (7) berths.", [(7, "berths")]),
        ("They will buy 52 hydrogen trains.", [(52, "trains")]),
        ("They will buy four gas turbines.", [(4, "turbines")]),
        ("A further 60,000 visas were given.", [(60000, "visas")]),
        ("A further 1 million tons of wheat went there.", [(1e6, "tons")]),
        ("Entrepreneurs, some 310 in all, came.", [(310, "participants")]),
        ("Of the guests 64 of them are new.", [(64, "participants")]),
        ("They counted 87 companies, of which 26 were from Spain.", [(87, "companies"), (26, "companies")]),
        ("Seven out of 34 memorandums became contracts.", [(7, "documents"), (34, "documents")]),
        ("They signed 27 memorandum of understandings.", [(27, "documents")]),
        ("Its community is 960,000 strong.", [(960000, "people")]),
        ("Exports come to three quarters of the trade.", [(75, "percent")]),
        ("Turkish-funded enterprises number over 700.", [(700, "companies")]),
        ("Deals worth one billion and 166.9 million euros.", [(1.1669e9, "EUR")]),
        ("They export a quarter of a million tonnes of rice.", [(250000, "tonnes")]),
        ("Almost half the exports go by sea.", [(50, "percent")]),
        ("Nearly half our gas comes from there.", [(50, "percent")]),
        ("Cocoa made up about two thirds.", [(66.7, "percent")]),
        ("Trade fell a fifth.", [(-20, "percent")]),
        ("Flights rose from 500 to 1,200 a year.", [(500, "flights"), (1200, "flights")]),
        ("Scholarships will double from 60 to 120 a year.", [(60, "scholarships"), (120, "scholarships")]),
        ("Twelve of the 35 deals are letters.", [(12, "documents"), (35, "documents")]),
        ("Exports were ten times the 2022 figure.", [(10, "times")]),
        ("He met 120 business executives.", [(120, "participants")]),
        ("Some 200 business leaders came.", [(200, "participants")]),
        ("It trained 1,500 Namibian teachers and nurses.", [(1500, "people")]),
        ("It trained 250 nurses.", [(250, "nurses")]),
        ("It trained 300 police officers.", [(300, "officers")]),
        ("Some 60 women entrepreneurs came.", [(60, "participants")]),
        ("They have 45 schools and hospitals.", [(45, "schools")]),
        ("They bought 12,000 head of cattle.", [(12000, "cattle")]),
        ("The number of joint ventures has exceeded 90.", [(90, "companies")]),
        ("The plant has a capacity of 500 MW.", [(500, "MW")]),
        ("The fair has 250 pavilions.", [(250, "pavilions")]),
        # ranks
        ("It has 11 billion cubic metres of gas.", [(11e9, "cubic metres")]),
        ("Firms rank third among 145 investors.", [(3, "rank")]),
        ("They gave €20 million and pledged a further 4 million for 2025.", [(20e6, "EUR"), (4e6, "EUR")]),
        ("Italy is the third trading partner in the world.", [(3, "rank")]),
        ("Italy is the 8th largest buyer of our gas.", [(8, "rank")]),
        ("Italy is the first partner of Chad. It is Chad's first buyer.", [(1, "rank"), (1, "rank")]),
        ("Italy was the first customer to sign a contract. We do not forget the first customer.", []),
        ("Italy is our second-largest investor.", [(2, "rank")]),
        ("Italy is the largest partner in Europe.", [(1, "rank")]),
        ("We were the seventh economy in the world and now are the twelfth.", [(7, "rank"), (12, "rank")]),
        ("Italy ranks sixth among the partners.", [(6, "rank")]),
        ("It is Kazakhstan's top trading partner.", [(1, "rank")]),
        ("It is the country's biggest trade partner in Asia.", [(1, "rank")]),
        ("Remittances were $2 billion, third after those from Spain.", [(2e9, "USD"), (3, "rank")]),
    ],
)
def test_values_and_units(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They met on March 11 and on 12 April 2024.",
        "On March 11 companies from both sides met.",
        "In 2023 exports rose.",
        "The talks began at 10:30 and lasted three hours.",
        "They spoke for five days.",
        "He is 54 years old, aged 54, a 54-year-old.",
        "It was his first visit and the 7th session of the body.",
        "They marked the 30th anniversary at the XIV summit.",
        "It is one of the largest partners in Europe.",
        "It is the first agreement of its kind, the first of two.",
        "It is the sixth largest city of the land.",
        "They are the world's 225 largest consultants.",
        "In the first three quarters of the year things went well.",
        "It is among the largest investors.",
        "It is the largest delegation ever.",
        "They met in the second half of the day.",
        "The third round of talks was held with investors.",
        "Resolution 1325 and Article 5 were cited.",
        "They drove down Highway 7 to Gate 12.",
        "The G20 and the C5+1 met over 5G, COVID-19 and Vision 2030.",
        "They bought F-16 and Su-30 jets.",
        "Call +7 727 2501234 or room 5.",
        "Story (T/RE1/P2)",
        "1 US dollar equals 3.67 dirhams.",
        "($1 = 56.9 pesos)",
        "Our two countries and three international bodies agreed.",
        "The two documents were published.",
        "These four agreements are new.",
        "A five-year contract and a 52-member delegation.",
        "One of them spoke, not one company came.",
        "The committee has met six times.",
        "Even half of them would do.",
        "Half the battle is won, after half the day.",
        "Visits rose from 14 to 20 a year.",
        "The leaders of 20 business sectors.",
        "A thousand winters have passed.",
        "Hundreds of companies came.",
        "Let us double it by 2030.",
        "The joint programme for 2017-2019 was adopted.",
    ],
)
def test_numbers_that_are_no_figures(text):
    assert values(text, ("PHL", "USA")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade turnover rose by 9.6% to $1.3 billion in 2022.",
            [(9.6, "growth", "2022"), (1.3e9, "trade_turnover", "2022")],
        ),
        (
            "Exports fell 3 per cent to €7bn in 2022; imports were €2bn.",
            [(-3, "growth", "2022"), (7e9, "exports", "2022"), (2e9, "imports", "2022")],
        ),
        ("Imports of cement fell by 12 pct last year.", [(-12, "growth", "2023")]),
        (
            "Trade last year passed $9 billion, while the deficit fell to $2 billion from $7 billion.",
            [(9e9, "trade_turnover", "2023"), (2e9, "other", "2023"), (7e9, "other", None)],
        ),
        (
            "Trade was $29 billion in fiscal 2022, up from $21 billion.",
            [(29e9, "trade_turnover", "fiscal 2022"), (21e9, "trade_turnover", "fiscal 2021")],
        ),
        (
            "Trade rose from $1.2 billion in 2016 to $3.1 billion in 2022.",
            [(1.2e9, "trade_turnover", "2016"), (3.1e9, "trade_turnover", "2022")],
        ),
        (
            "Trade came to $5 billion last year, up from $2 billion in 2015, with a surplus of $1 billion.",
            [(5e9, "trade_turnover", "2023"), (2e9, "trade_turnover", "2015"), (1e9, "other", "2023")],
        ),
        (
            "Trade reached $5 billion in 2022, an increase of 51% in relation to the previous year.",
            [(5e9, "trade_turnover", "2022"), (51, "growth", "2022")],
        ),
        (
            "Trade was $4 billion last year. A year earlier it was $3 billion, about $1 billion above 2020.",
            [(4e9, "trade_turnover", "2023"), (3e9, "trade_turnover", "2022"), (1e9, "growth", "2022")],
        ),
        (
            "In January-May, trade made $152 million, which is 18% less than a year earlier.",
            [(152e6, "trade_turnover", "January-May 2023"), (-18, "growth", "January-May 2023")],
        ),
        (
            "Trade was $7 billion in FY 2021-22 and it contracted by 17% to $6 billion in FY 2022-23.",
            [
                (7e9, "trade_turnover", "FY 2021-22"),
                (-17, "growth", "FY 2022-23"),
                (6e9, "trade_turnover", "FY 2022-23"),
            ],
        ),
        ("Mutual trade falls short. It came to only $58 million last year.", [(58e6, "trade_turnover", "2023")]),
        ("Last year $8 billion crossed the counter between us.", [(8e9, "trade_turnover", "2023")]),
        ("Trade is a story of growth. Sales of tea gained 24%.", [(24, "growth", None)]),
        (
            "Trade was $5 billion in 2022. Sales of tea gained 24%.",
            [(5e9, "trade_turnover", "2022"), (24, "growth", "2022")],
        ),
        # aims
        (
            "Trade hit €12 billion last year, 7 percent more than in 2020, when it stood at €11 billion.",
            [(12e9, "trade_turnover", "2023"), (7, "growth", "2023"), (11e9, "trade_turnover", "2020")],
        ),
        (
            "By the end of 2022 trade had exceeded $4 billion; ten years ago it was $2 billion.",
            [(4e9, "trade_turnover", "2022"), (2e9, "trade_turnover", "2014")],
        ),
        (
            "Trade has grown ninefold since 1994 to reach $5 billion.",
            [(9, "growth", "since 1994"), (5e9, "trade_turnover", "since 1994")],
        ),
        ("They agreed a $500 million compact, the first in 10 years.", [(500e6, "other", None)]),
        ("It will export 11 billion cubic metres by 2027.", [(11e9, "exports", "2027")]),
        ("They expect trade of $9 billion this year.", [(9e9, "trade_turnover", "2024")]),
        ("Trade is expected to exceed $9 billion this year.", [(9e9, "target", "2024")]),
        (
            "They seek to take trade to $9 billion by 2030, which now stands at $4 billion.",
            [(9e9, "target", "2030"), (4e9, "trade_turnover", None)],
        ),
        ("They surpassed the target of $20 billion by one third.", [(20e9, "target", None), (33.3, "growth", None)]),
        ("The aim is $8 billion by 2030.", [(8e9, "target", "2030")]),
        (
            "Trade was $4 billion in 2022; the goal is now $8 billion.",
            [(4e9, "trade_turnover", "2022"), (8e9, "target", None)],
        ),
        ("They agreed to take trade to half a billion dollars by 2028.", [(5e8, "target", "2028")]),
        (
            "Trade should reach 37 billion pounds ($47 billion) by 2030.",
            [(37e9, "target", "2030"), (47e9, "target", "2030")],
        ),
        (
            "It opens the way to $3 billion in two-way trade by 2027, compared with $2 billion today.",
            [(3e9, "target", "2027"), (2e9, "trade_turnover", None)],
        ),
        ("Trade had risen for years, to reach $15 billion in 2023.", [(15e9, "trade_turnover", "2023")]),
        (
            "The group will pay $2 billion up front and invest $75 million over two years.",
            [(2e9, "other", None), (75e6, "investment", "two years")],
        ),
        ("He asked the ministers to see that trade reached $1 billion.", [(1e9, "target", None)]),
        ("With a view to reaching $1 billion in trade, they met.", [(1e9, "target", None)]),
        ("Trade could climb to $9 billion.", [(9e9, "target", None)]),
        ("The $9 billion trade target was set.", [(9e9, "target", None)]),
        ("He was asked about trade, which came to $1 billion.", [(1e9, "trade_turnover", None)]),
        (
            "Trade is only $4 million, which the sides aim to increase to $10 million in the coming three years.",
            [(4e6, "trade_turnover", None), (10e6, "target", "coming three years")],
        ),
        # what goods are: of both ways, sold or bought
        (
            "The value of goods that crossed the border rose to $2 billion, with exports making up $1 billion.",
            [(2e9, "trade_turnover", None), (1e9, "exports", None)],
        ),
        ("Goods worth $3 million were exported.", [(3e6, "exports", None)]),
        (
            "Kazakhstan sold goods worth $6 million. Italy's sales in the other direction were $3 million.",
            [(6e6, "exports", None), (3e6, "imports", None)],
        ),
        (
            "Italian sales were $3 billion; Kazakh sales were $2 billion.",
            [(3e9, "exports", None), (2e9, "imports", None)],
        ),
        (
            "Italy bought goods for $3 million from Kazakhstan and sold goods for $1 million.",
            [(3e6, "imports", None), (1e6, "exports", None)],
        ),
        ("Rome will buy 300 tonnes of rice.", [(300, "exports", None)]),
        ("Trade rose by $20 million to $112 million.", [(20e6, "growth", None), (112e6, "trade_turnover", None)]),
        ("Trade rose by 15 to 20 percent.", [((15, 20), "growth", None)]),
        ("They had an interchange of €3 billion.", [(3e9, "trade_turnover", None)]),
        ("Commercial exchanges came to €3 billion.", [(3e9, "trade_turnover", None)]),
        ("Cultural exchanges received €3 million.", [(3e6, "other", None)]),
        (
            "Trade was $6 billion in 2023, which is 1.5 times the amount of the previous year.",
            [(6e9, "trade_turnover", "2023"), (1.5, "growth", "2023")],
        ),
        # what works cost is invested
        ("Exports fell in 2022. The $12 million hospital is open.", [(12e6, "investment", None)]),
        ("The plant will cost €40 million.", [(40e6, "investment", None)]),
        ("The bridge, at a cost of $60 million, opened.", [(60e6, "investment", None)]),
        ("They opened a $45 million border post.", [(45e6, "investment", None)]),
        ("The cost of living rose to $400.", [(400, "other", None)]),
        ("They opened a $45 million credit line.", [(45e6, "other", None)]),
        (
            "Trade grew to $6 billion in 2023, half as much again as in 2019.",
            [(6e9, "trade_turnover", "2023"), (50, "growth", "2023")],
        ),
        # what goes on from the sentence before, and what does not
        (
            "Exports were $5 billion in 2022.\n\nTea made up half of the exports.",
            [(5e9, "exports", "2022"), (50, "share", "2022")],
        ),
        (
            "Exports were $5 billion in 2022.\n\nHalf of the houses are empty.",
            [(5e9, "exports", "2022"), (50, "share", None)],
        ),
        (
            "Exports were $5 billion in 2022. The wait has fallen by 70 percent.",
            [(5e9, "exports", "2022"), (-70, "growth", None)],
        ),
        (
            "Sales were $6 billion in 2022, below the record of $7 billion set in 2018. Imports came to $2 billion.",
            [(6e9, "exports", "2022"), (7e9, "exports", "2018"), (2e9, "imports", "2022")],
        ),
        (
            "Trade was KWD 4 million ($12 million) in 2023, against KWD 3 million ($9 million) in 2022, up 33 percent.",
            [
                (4e6, "trade_turnover", "2023"),
                (12e6, "trade_turnover", "2023"),
                (3e6, "trade_turnover", "2022"),
                (9e6, "trade_turnover", "2022"),
                (33, "growth", "2023"),
            ],
        ),
        # investment
        (
            "Since 2005, firms have put up to $4 billion into the economy, and 140 companies work there.",
            [(4e9, "investment", "since 2005"), (140, "company_count", None)],
        ),
        ("Over the past 20 years, Italy has invested $7 billion.", [(7e9, "investment", "past 20 years")]),
        (
            "They run 44 projects with a combined capital of $195 million.",
            [(44, "other", None), (195e6, "investment", None)],
        ),
        (
            "It has nearly 25 percent of FDI inflows over two decades, i.e. $175 billion.",
            [(25, "share", "two decades"), (175e9, "investment", "two decades")],
        ),
        # the worth of documents, and money that is neither
        ("MoUs worth more than $20 billion were signed in November.", [(20e9, "agreements_value", "November 2023")]),
        ("They signed a €740 million contract.", [(740e6, "agreements_value", None)]),
        (
            "They signed 31 memoranda worth €6 billion.",
            [(31, "document_count", None), (6e9, "agreements_value", None)],
        ),
        ("They signed a deal to buy beans worth $1 billion.", [(1e9, "agreements_value", None)]),
        ("The bank agreed on a $100 million loan.", [(100e6, "other", None)]),
        ("There is a grant of $480 million for the college.", [(480e6, "other", None)]),
        # shares
        ("The value of those agreements has risen to $3 billion.", [(3e9, "agreements_value", None)]),
        ("Inflation fell from 32% to 7%.", [(32, "other", None), (7, "other", None)]),
        ("Exports grew at a rate of 11 percent over the past decade.", [(11, "growth", "past decade")]),
        (
            "Trade was $5 billion in 2022, up 107% from the year 2015.",
            [(5e9, "trade_turnover", "2022"), (107, "growth", "2022")],
        ),
        (
            "Sales were $21 million in the early 2000s, but reached $65 million in 2023.",
            [(21e6, "exports", "early 2000s"), (65e6, "exports", "2023")],
        ),
        ("Exports to Greece made up 2% of all exports.", [(2, "share", None)]),
        ("It imports 95 percent of its ore from one country.", [(95, "share", None)]),
        (
            "Its share in trade rose to 26 percent in 2022 from 18 percent in 2020.",
            [(26, "share", "2022"), (18, "share", "2020")],
        ),
        ("Last year we lost a fifth of our trade.", [(-20, "growth", "2023")]),
        # things
        ("Electricity imports averaged 55 megawatts.", [(55, "imports", None)]),
        ("It will export power from a 500 MW solar plant.", [(500, "other", None)]),
        ("Almost half the exports go by sea.", [(50, "share", None)]),
        ("An extra 1 million tons of oil would go to Chinese buyers.", [(1e6, "exports", None)]),
        ("Under the accord, initialled in December, it will build 24 trainer jets.", [(24, "other", None)]),
        ("In 2022, 300 companies came.", [(300, "company_count", "2022")]),
        ("Over the past years trade grew, he said, adding that 300 companies came.", [(300, "company_count", None)]),
        # what is agreed to be bought is no target; what is to be soon lifted is one
        ("Ana Air agreed to sell eight aircraft for $2 billion.", [(8, "other", None), (2e9, "exports", None)]),
        ("They agreed to soon bring trade to $2 billion.", [(2e9, "target", None)]),
        ("They should take steps to soon lift trade to $10 billion.", [(10e9, "target", None)]),
        ("It plans more exports to countries which account for 85% of sales.", [(85, "share", None)]),
        ("They are on the right track for trade to reach $5 billion.", [(5e9, "target", None)]),
        ("He has a vision for a $6 billion trade volume.", [(6e9, "target", None)]),
        ("Bilateral trades mounted to $6 billion.", [(6e9, "trade_turnover", None)]),
        ("They can get up to 10% of their loans free.", [(10, "share", None)]),
        ("It gets $30 million for a water supply programme.", [(30e6, "other", None)]),
        ("The Investment Plan offers $2 billion of grants.", [(2e9, "other", None)]),
        (
            "Trade currently stands at $5 billion, 6 percent more since 2022.",
            [(5e9, "trade_turnover", None), (6, "growth", "since 2022")],
        ),
        # balances are no trade, a facility for loans is no building
        (
            "Imports rose 20% to $6 billion with trade surplus up 48% to $1 billion.",
            [(20, "growth", None), (6e9, "imports", None), (48, "growth", None), (1e9, "other", None)],
        ),
        ("They opened a $20 million loan facility for students.", [(20e6, "other", None)]),
        ("They opened a $20 million sports facility in May.", [(20e6, "investment", "May 2023")]),
        ("Deals exceeding $5 billion were announced.", [(5e9, "agreements_value", None)]),
        (
            "Exports were $1 billion in the four quarters to the end of Q1 2023, up 12% or $130 million compared to "
            "the four quarters to the end of Q1 2022.",
            [
                (1e9, "exports", "four quarters to the end of Q1 2023"),
                (12, "growth", "four quarters to the end of Q1 2023"),
                (130e6, "growth", "four quarters to the end of Q1 2023"),
            ],
        ),
        (
            "Trade had grown threefold over the decade and is now worth $4 billion.",
            [(3, "growth", "decade"), (4e9, "trade_turnover", None)],
        ),
        # the period right behind an amount is its own, whatever stands in front
        (
            "Ties advanced over recent years, with trade growing to $4 billion in 2022 from $2 billion in 2014.",
            [(4e9, "trade_turnover", "2022"), (2e9, "trade_turnover", "2014")],
        ),
        ("A few years ago we set goals, aiming for $4 billion in foreign trade by 2031.", [(4e9, "target", "2031")]),
        ("In 2021 exports were $2 billion, in 2022 $3 billion.", [(2e9, "exports", "2021"), (3e9, "exports", "2022")]),
        # the nearer of two in front
        ("After growth in October 2023, exports in November fell 4 per cent.", [(-4, "growth", "November 2023")]),
        ("In 2022, exports, which began in 1991, came to $4 billion.", [(4e9, "exports", "2022")]),
        # a part of the sum of the sentence before, but no sum of its own
        (
            "In 2023, $179 million was invested. Of this, $50 million went to Kenya.",
            [(179e6, "investment", "2023"), (50e6, "investment", "2023")],
        ),
        (
            "In 2023, $179 million was invested. Kenya is to get $50 million.",
            [(179e6, "investment", "2023"), (50e6, "investment", None)],
        ),
        # a partner since a year, but the largest drop since one
        ("Italy has been our largest trading partner since 2009.", [(1, "rank", "since 2009")]),
        ("It was the largest fall in exports since 2009, to $3 billion.", [(3e9, "exports", None)]),
        # what is to be sold some day is no goal
        ("The visit has generated potential exports worth $3 million.", [(3e6, "exports", None)]),
        ("The export potential is $3 million.", [(3e6, "target", None)]),
        # what the sentence before set
        (
            "Trade in Q1 2023 was reviewed. Mutual trade came to $5 million, up 12% on the same period of 2022.",
            [(5e6, "trade_turnover", "Q1 2023"), (12, "growth", "Q1 2023")],
        ),
        ("The embassy was opened in 2019. Trade came to $5 million.", [(5e6, "trade_turnover", None)]),
        (
            "Trade rose 22% to $9 billion in 2023.\n\nExports expanded 24% to $5 billion.",
            [(22, "growth", "2023"), (9e9, "trade_turnover", "2023"), (24, "growth", "2023"), (5e9, "exports", "2023")],
        ),
        (
            "Trade was $9 billion in 2022. It now stands at $12 billion.",
            [(9e9, "trade_turnover", "2022"), (12e9, "trade_turnover", None)],
        ),
        (
            "In the first half of 2023 exports grew 5%. Over the same period imports fell 3%.",
            [(5, "growth", "first half of 2023"), (-3, "growth", "first half of 2023")],
        ),
        (
            "Exports in April-July 2023 rose to $9 billion, as against $7 billion in the same period last year.",
            [(9e9, "exports", "April-July 2023"), (7e9, "exports", "April-July 2022")],
        ),
        (
            "While in March exports were more than $10 billion, sales in May were $9 billion.",
            [(10e9, "exports", "March 2024"), (9e9, "exports", "May 2023")],
        ),
        (
            "The 8th largest buyer, it bought goods for $4 million in 2022.",
            [(8, "rank", None), (4e6, "exports", "2022")],
        ),
    ],
)
def test_measure_sign_and_period(text, expected):
    assert measured(text) == expected


def test_without_a_date_relative_periods_stay_as_printed():
    assert measured("Trade fell 5 per cent last year.", date=None) == [(-5, "growth", "last year")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about $5 billion", "approx"),
        ("some 310 companies", "approx"),
        ("close to 450 million USD", "approx"),
        ("nearly 25 percent", "approx"),
        ("an estimated €6 billion", "approx"),
        ("30 companies or so", "approx"),
        ("more than $20 billion", "at_least"),
        ("over 180 companies", "at_least"),
        ("passed $124 billion", "at_least"),
        ("exceeded the bar of $124 billion", "at_least"),
        ("handed over 1,200 acres", None),
        ("handed out over 1,200 acres", "at_least"),
        ("exceeding $1 billion", "at_least"),
        ("no less than $1 billion", "at_least"),
        ("at least 40 companies", "at_least"),
        ("surpassed the $1 billion mark", "at_least"),
        ("200+ companies", "at_least"),
        ("up to $7 billion", "at_most"),
        ("no more than 5 percent", "at_most"),
        ("less than $1 billion", "at_most"),
        ("under 40 companies", "at_most"),
        ("just under $2 billion", "at_most"),
        ("only $58 million", None),
        ("a record $58 million", None),
        ("moreover, 40 companies", None),
        ("handover 40 companies", None),
        ("talked about trade of $5 billion", None),
    ],
)
def test_qualifier(text, expected):
    assert [figure.qualifier for figure in find(f"It was {text}.")] == [expected]


def test_the_second_of_a_dual_amount_measures_what_the_first_does():
    first, second = find("Non-oil trade reached AED12.7bn (US$3.46bn) in 2022.")
    assert (first.measure, first.period) == (second.measure, second.period) == ("trade_turnover", "2022")


def test_whose_rupees_the_event_says():
    assert values("The line of credit is Rs 1,250 crore.", ("PAK", "ARE")) == [(1.25e10, "PKR")]
    assert values("The line of credit is Rs 1,250 crore.", ("MUS", "IND")) == [(1.25e10, "INR")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two states ink nine pacts\n\nThey signed nine agreements on Monday.", [9]),
        ("Two states ink nine pacts\n\nThey signed several agreements on Monday.", [9]),
        ("'Nine pacts': sides widen partnership The Prime Minister left today.\n\nThey signed nine agreements.", [9]),
        ("They signed nine agreements.\n\nHe praised the work on nine agreements.", [9, 9]),
    ],
)
def test_a_headline_figure_that_the_story_repeats_is_listed_once(text, expected):
    assert [figure.value for figure in find(text)] == expected


def test_furniture_of_the_page_holds_no_figures():
    assert values("2388 views\n\nThe presidents met.") == []


@given(st.text(alphabet="$€12 %.,-–()\nabinlotrdfmhsexp", max_size=200))
def test_any_text_gives_figures_with_spans(text):
    for figure in find(text):
        assert text[figure.span.start : figure.span.end] == figure.text
        assert figure.unit
        assert figure.rule


@given(
    st.lists(
        st.sampled_from(
            [
                "trade",
                "exports",
                "rose",
                "fell",
                "to",
                "from",
                "by",
                "$5",
                "20%",
                "billion",
                "2023",
                "in",
                "last",
                "year",
                "and",
                ";",
                ",",
                "while",
                "third",
                "largest",
                "partner",
                "Rs",
                "twelve",
                "companies",
                "a",
                "half",
                "fifth",
                "of",
                "between",
                "or",
                "compared",
                "with",
                "(P3",
                "million)",
                "by",
                "2030.",
                "The",
            ]
        ),
        max_size=60,
    )
)
def test_any_mixture_of_its_words_is_read(bits):
    text = " ".join(bits)
    found = find(text)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(re.search(r"[\w%$]", figure.text) for figure in found)


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "1 ",
        "$1 ",
        "5% ",
        "exports 5% ",
        "third ",
        "the largest ",
        "12 companies ",
        "in 2019 ",
        "$5 billion from ",
        "A",
        "(",
        "a fifth of ",
    ],
)
def test_a_long_repetition_is_read(unit):
    read = article.from_text(unit * (30_000 // len(unit)), date=NOW)
    assert all(read.text[slice(*figure.span)] == figure.text for figure in figures.find(read, Event()))
