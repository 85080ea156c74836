"""Periods told one after another, and what must not be taken for them."""

import pytest

from communique import article
from communique.extract import figures
from communique.record import Event


def timed(text):
    found = figures.find(article.from_text(text, date="2024-05-03"), Event(countries=("NOR", "ITA")))
    return [(figure.value, figure.period) for figure in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2021, 2022 and 2023 trade came to $1.1 billion, $1.4 billion and $1.9 billion respectively.",
            [(1.1e9, "2021"), (1.4e9, "2022"), (1.9e9, "2023")],
        ),
        (
            "Exports were 3 million tons and 4 million tons in 2022 and in 2023.",
            [(3e6, "2022"), (4e6, "2023")],
        ),
        ("Trade was $2 billion, and about $3 billion in 2021, 2022.", [(2e9, "2021"), (3e9, "2022")]),
        (
            "Between 2019 and 2023 exports rose from $200 million to about $450 million.",
            [(2e8, "2019"), (4.5e8, "2023")],
        ),
        ("From 2019 to 2022 trade fell from some €5 billion to €3 billion.", [(5e9, "2019"), (3e9, "2022")]),
        # as many periods as amounts, but not one after another, or of different things
        ("In 2022 and 2023 exports were $4 billion and imports $3 billion.", [(4e9, "2023"), (3e9, "2023")]),
        ("In 2021 and 2022 the bank lent $5 million, and 40 companies came.", [(5e6, "2022"), (40, None)]),
        ("In 2021, 2022 and 2023 exports were $1 billion and $2 billion.", [(1e9, "2023"), (2e9, "2023")]),
        # one movement that the years do not bound
        ("Between 2019 and 2023 aid of $3 million to $5 million was paid.", [((3e6, 5e6), "between 2019 and 2023")]),
    ],
)
def test_periods_of_a_series(text, expected):
    assert timed(text) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It paid 3 million euros ($1 = 0.92 euros). Two dozen companies came.", [3e6, 24]),
        ("It paid 3 million euros (1 euro = 11.6 kroner; $1 = 10 kroner), or 40 jobs.", [3e6, 40]),
    ],
)
def test_an_exchange_rate_ends_with_its_bracket(text, values):
    assert [value for value, _ in timed(text)] == values


def test_the_present_level_is_not_of_the_time_aimed_at():
    assert timed("They want to lift trade to $5 bn within five years, from the present $1.9 bn.")[1] == (1.9e9, None)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Some study there under 35 agreements between universities.", None),
        ("Under 35 students study there.", "at_most"),
        ("Just under 35 agreements are in force.", "at_most"),
    ],
)
def test_under_papers_is_no_limit(text, qualifier):
    found = figures.find(article.from_text(text, date="2024-05-03"), Event())
    assert [figure.qualifier for figure in found] == [qualifier]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade exceeded 60 billion zlotys by the end of last year.", ("trade_turnover", "2023")),
        ("Trade is to exceed 60 billion zlotys by the end of next year.", ("target", "2025")),
        ("FDI stock came to €14 billion as of end-2022.", ("investment", "2022")),
        ("They will invest 4.5 trillion won in a plant.", ("investment", None)),
        ("Exports to Chad account for 9.8 percent.", ("share", None)),
        ("The commodity exchange stood at €312 million in 2023.", ("trade_turnover", "2023")),
    ],
)
def test_measure_and_time(text, expected):
    found = figures.find(article.from_text(text, date="2024-05-03"), Event())
    assert [(figure.measure, figure.period) for figure in found] == [expected]


def test_what_is_won_is_no_money():
    assert figures.find(article.from_text("It won’t do. The 5 won nothing."), Event()) == ()


def test_what_ran_since_a_year_does_not_go_on():
    text = "Since 1973 Japan has given $450 million in aid. The turbines will cut imports by 11 per cent."
    assert timed(text)[1] == (-11, None)


def test_what_makes_up_a_part_is_no_fall():
    text = "Trade was $5 million, 6 percent down on the year, with exports - mostly soy - making up nearly four fifths."
    found = figures.find(article.from_text(text, date="2024-05-03"), Event())
    assert [(figure.measure, figure.value) for figure in found][-1] == ("share", 80)


def test_amounts_without_a_currency_behind_a_verb():
    text = "In 2023 trade was 43.6 million dollars, of which exports made 38.1 million and imports 5.5 million."
    found = figures.find(article.from_text(text, date="2024-05-03"), Event())
    assert [(figure.measure, figure.value) for figure in found][1:] == [("exports", 38.1e6), ("imports", 5.5e6)]
