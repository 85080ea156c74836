"""Stated numbers as intervals, the periods and words around them, and the arithmetic on intervals."""

import math

import pytest

from communique.record import Figure, Span
from communique.trade import intervals, periods, printing
from communique.trade.intervals import Interval

BN, M = 1e9, 1e6

# text before, printed text, value, unit, qualifier, low, high
STATED = [
    ("", "$20 billion", 20 * BN, "USD", None, 19.5 * BN, 20.5 * BN),
    ("", "24%", 24, "percent", None, 23.5, 24.5),
    ("", "$7.6 billion", 7.6 * BN, "USD", None, 7.55 * BN, 7.65 * BN),
    ("", "€0.74 billion", 0.74 * BN, "EUR", None, 0.735 * BN, 0.745 * BN),
    ("", "$100 million", 100 * M, "USD", None, 99.5 * M, 100.5 * M),
    ("", "7,1 billion euros", 7.1 * BN, "EUR", None, 7.05 * BN, 7.15 * BN),
    ("", "Rs 1,250 crore", 12.5 * BN, "INR", None, 12.495 * BN, 12.505 * BN),
    ("", "$58,400,000", 58.4 * M, "USD", None, 58.35 * M, 58.45 * M),
    ("", "$812,345,678", 812345678, "USD", None, 812345677.5, 812345678.5),
    ("", "eight billion dollars", 8 * BN, "USD", None, 7.5 * BN, 8.5 * BN),
    ("", "half a billion dollars", 0.5 * BN, "USD", None, 0.45 * BN, 0.55 * BN),
    ("", "3.4 per cent", -3.4, "percent", None, -3.45, -3.35),
    ("", "15-20 percent", (15, 20), "percent", None, 14.5, 20.5),
    ("", "15-20 million dollars", (15 * M, 20 * M), "USD", None, 14.5 * M, 20.5 * M),
    ("", "a fifth", 20, "percent", None, 17.5, 22.5),
    ("", "doubled", 2, "times", None, 1.75, 2.25),
    ("", "fivefold", 5, "times", None, 4.5, 5.5),
    ("", "3.5 times", 3.5, "times", None, 3.45, 3.55),
    ("", "third", 3, "rank", None, 3, 3),
    # one side only
    ("up to ", "$7.6 billion", 7.6 * BN, "USD", "at_most", 0, 7.6 * BN),
    ("more than ", "$20 billion", 20 * BN, "USD", "at_least", 20 * BN, math.inf),
    ("fell by more than ", "3%", -3, "percent", "at_least", -math.inf, -3),
    ("that nearly ", "270 Italian companies", 270, "companies", "approx", 265, 270),
    ("came close to ", "450 million USD", 450 * M, "USD", "approx", 445 * M, 450 * M),
    ("almost ", "$20 billion", 20 * BN, "USD", "approx", 19.5 * BN, 20 * BN),
    # both sides, wider
    ("about ", "$1.5 billion", 1.5 * BN, "USD", "approx", 1.4 * BN, 1.6 * BN),
    ("approximately ", "€60 million", 60 * M, "EUR", "approx", 57 * M, 63 * M),
    # a plain count: closing zeros are rounding from a hundred on
    ("", "310 in all", 310, "participants", None, 305, 315),
    ("", "64 of them", 64, "participants", None, 63.5, 64.5),
    ("", "20 companies", 20, "companies", None, 19.5, 20.5),
]


@pytest.mark.parametrize(("printed", "case"), [(case[1], case) for case in STATED])
def test_a_stated_number_is_an_interval(printed, case):
    before, _, value, unit, qualifier, low, high = case
    span = Span(len(before), len(before) + len(printed))
    figure = Figure(text=printed, span=span, value=value, unit=unit, qualifier=qualifier)
    assert intervals.stated(figure, before + printed) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("value", "note", "low", "high"),
    [
        (16.1 * BN, "", 16.05 * BN, 16.15 * BN),
        (8.38 * BN, "as printed, rounded", 8.375 * BN, 8.385 * BN),
        (20 * BN, "", 19.5 * BN, 20.5 * BN),
        (8 * BN, '"about eight billion dollars"', 7 * BN, 9 * BN),
        (10 * BN, '"almost 10bn"', 9.5 * BN, 10 * BN),
        # a note's own words are no hedge of the figure
        (14 * BN, "close to the USD figure of Kazakh statistics", 13.5 * BN, 14.5 * BN),
        (973.2 * M, "", 973.15 * M, 973.25 * M),
    ],
)
def test_a_printed_reference_figure_is_an_interval(value, note, low, high):
    assert intervals.printed(value, note) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("of", "given", "low", "high"),
    [
        (intervals.implied_earlier, [(19.5, 20.5), (23.5, 24.5)], 19.5 / 1.245, 20.5 / 1.235),
        (intervals.implied_earlier, [(20, math.inf), (10, 10)], 20 / 1.1, math.inf),
        (intervals.implied_earlier, [(5, 5), (-100, -50)], 10, math.inf),
        (intervals.implied_earlier, [(5, 5), (-100, -100)], 0, math.inf),
        (intervals.implied_growth, [(10, 11), (12, 13)], 12 / 11 * 100 - 100, 30),
        (intervals.implied_growth, [(0, 10), (12, 13)], 20, math.inf),
        (intervals.implied_growth, [(0, 0), (12, 13)], -100, math.inf),
        (intervals.needed_growth, [(1.5, 1.5), (2.7, 2.7), 3], 21.644, 21.644),
        (intervals.needed_growth, [(1, 2), (4, 4), 1], 100, 300),
        (intervals.needed_growth, [(1, 1), (4, 4), 0], -math.inf, math.inf),
        (intervals.needed_growth, [(0, 1), (4, 4), 2], -math.inf, math.inf),
        (intervals.needed_growth, [(1, 1), (-2, -1), 3], -math.inf, math.inf),
        (intervals.needed_growth, [(1, 1), (-1, 8), 3], -100, 100),
        (intervals.implied_total, [(174.5, 175.5), (24.5, 25)], 698, 175.5 / 0.245),
        (intervals.implied_total, [(174.5, 175.5), (0, 25)], 698, math.inf),
        (intervals.share_of, [(1, 1), (4, 5)], 20, 25),
        (intervals.share_of, [(1, 1), (0, 5)], 20, math.inf),
    ],
)
def test_arithmetic_on_intervals(of, given, low, high):
    made = of(*(Interval(*value) if isinstance(value, tuple) else value for value in given))
    assert made == pytest.approx((low, high), rel=1e-4)


@pytest.mark.parametrize(
    ("one", "two", "meet"),
    [
        ((1, 2), (2, 3), True),
        ((1, 2), (2.001, 3), False),
        ((19.5e9, 20.5e9), (20.5e9 * (1 + 1e-12), 21e9), True),
        ((1, math.inf), (1e15, 1e16), True),
        ((-math.inf, -3), (-2, 0), False),
    ],
)
def test_intervals_meet_where_they_share_a_number(one, two, meet):
    assert Interval(*one).meets(Interval(*two)) is meet
    assert Interval(*two).meets(Interval(*one)) is meet


@pytest.mark.parametrize(
    ("printed", "date", "wanted"),
    [
        ("2024", "2025-05-30", (2024, 2024, "calendar")),
        ("past 20 years", "2025-05-30", (2005, 2025, "span")),
        ("over two decades", "2025-03-12", (2005, 2025, "span")),
        ("since 2005", "2025-05-30", (2005, 2025, "span")),
        ("2017-2018", None, (2017, 2018, "span")),
        ("1991 to 2021", None, (1991, 2021, "span")),
        ("FY 2023-24", "2025-03-12", (2023, 2024, "fiscal")),
        ("fiscal 2023", "2024-02-11", (2023, 2023, "fiscal")),
        ("first half of 2023", "2023-09-01", (2023, 2023, "part-year")),
        ("January-March 2024", "2024-05-01", (2024, 2024, "part-year")),
        ("2024-03", "2024-05-01", (2024, 2024, "part-year")),
        ("first quarter", "2024-05-01", (None, None, "unknown")),
        ("over two decades", None, (None, None, "unknown")),
        (None, "2025-05-30", (2024, 2024, "calendar")),
        (None, None, (None, None, "unknown")),
    ],
)
def test_the_years_that_a_period_means(printed, date, wanted):
    assert periods.read(printed, date)[:3] == wanted


def test_an_assumed_year_is_said_to_be_one():
    assert "2024 is taken" in periods.read(None, "2025-05-30").assumed
    assert periods.read("2024", "2025-05-30").assumed == ""
    assert periods.read(None, "2025-05-30", assume=False).year is None


@pytest.mark.parametrize(
    ("numbers", "unit", "wanted"),
    [
        ((15.66 * BN, 16.6 * BN), "USD", "$15.66 to 16.6 billion"),
        ((950 * M, 1.1 * BN), "EUR", "€950 million to 1.1 billion"),
        ((23.5, 24.5), "percent", "23.5 to 24.5%"),
        ((-8.5, -7.5), "percent", "-8.5 to -7.5%"),
        ((0, 7.6 * BN), "USD", "at most $7.6 billion"),
        ((20 * BN, math.inf), "USD", "at least $20 billion"),
        ((265, 270), "companies", "265 to 270 companies"),
        ((4.7 * BN, 4.8 * BN), "INR", "INR 4.7 to 4.8 billion"),
        ((-math.inf, math.inf), "percent", "any number"),
        ((16.1 * BN, 16.1 * BN), "USD", "$16.1 billion"),
    ],
)
def test_intervals_in_words(numbers, unit, wanted):
    assert printing.interval(Interval(*numbers), unit) == wanted
