from functools import cache
from unittest import mock

import pytest
from hypothesis import given, strategies as st

from communique.grammar import period_forms, periods

NOW = "2024-03-14"


def labels(text, date=NOW, kinds=("time", "back")):
    return [period.label for period in periods.find(text, 0, len(text), date) if period.kind in kinds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2019", ["2019"]),
        ("in 2021-2023", ["2021-2023"]),
        ("in 2023/24", ["2023/24"]),
        ("between 2019 and 2023", ["between 2019 and 2023"]),
        ("from 2019 to 2023", ["2019-2023"]),
        ("since 2005", ["since 2005"]),
        ("by 2030", ["2030"]),
        ("by the end of 2026", ["2026"]),
        ("in FY 2023-24", ["FY 2023-24"]),
        ("in fiscal 2023", ["fiscal 2023"]),
        ("in the first half of 2023", ["first half of 2023"]),
        ("in the first five months of 2023", ["first five months of 2023"]),
        ("in Q3 2023", ["Q3 2023"]),
        ("in May 2022", ["May 2022"]),
        ("in January-May 2022", ["January-May 2022"]),
        ("from January to May 2022", ["January to May 2022"]),
        # resolved against the article's date
        ("last year", ["2023"]),
        ("this year", ["2024"]),
        ("next year", ["2025"]),
        ("by the end of the year", ["2024"]),
        ("in the first quarter", ["first quarter of 2024"]),
        ("in the first half of last year", ["first half of 2023"]),
        ("in January-February", ["January-February 2024"]),
        ("for two months of this year", ["two months of 2024"]),
        ("in November", ["November 2023"]),
        # a part of a year that is not over yet is one of the year before, unless something will happen in it
        ("in January-November", ["January-November 2023"]),
        ("from January to March", ["January to March 2024"]),
        ("in the first half", ["first half of 2023"]),
        ("in the first two months", ["first two months of 2024"]),
        ("in the first 11 months", ["first 11 months of 2023"]),
        ("in the fourth quarter", ["fourth quarter of 2023"]),
        ("in Q4", ["Q4 2023"]),
        ("in H1", ["H1 2023"]),
        ("in the first three quarters", ["first three quarters of 2023"]),
        ("in the last quarter", ["last quarter of 2023"]),
        ("over the last three months", ["last three months"]),
        ("it will open in the second half", ["second half of 2024"]),
        ("in the second half of the year", ["second half of 2024"]),
        ("in the first-half of 2022", ["first half of 2022"]),
        ("in 1H17 and Q3'22", ["1H17", "Q3'22"]),
        ("4H17 or 12H17", []),
        # a part of the year that the sentence names; without one, of the article's
        ("In 2022 it came to much in the first 11 months of the year", ["2022", "first 11 months of 2022"]),
        ("in the first two months of the year", ["first two months of 2024"]),
        ("from 2005 to the first half of 2023", ["2005 to the first half of 2023"]),
        ("between 2019 and May 2023", ["2019 and May 2023"]),
        ("from 2005 to Rome 2023", []),
        # said on a day
        ("The minister on Thursday, August 2, 2018 said that", []),
        ("In exports on August 2, 2018, when", ["August 2, 2018"]),
        ("They grew by March", ["March 2024"]),
        ("in its first 12 months and in the first 12 months of 2022", ["first 12 months of 2022"]),
        # on the day of the article, or a date in figures
        ("Rome, Italy, March 14, 2024, RNA – Exports rose", []),
        ("ROME, 14 March 2024 –Exports rose", []),
        ("ROME, March 13, 2024, RNA – Exports rose", ["March 13, 2024"]),
        ("As of March 14, 2024 exports were", ["March 14, 2024"]),
        ("ROME, 2024-03-02 - Exports rose", []),
        ("grew 5 percent over the last year", ["2023"]),
        # when a fiscal year begins depends on the country
        ("in the last fiscal", ["last fiscal"]),
        ("in the current fiscal and the previous fiscal", ["current fiscal", "previous fiscal"]),
        ("in the first half of this fiscal", ["first half of this fiscal"]),
        ("the current fiscal deficit and the last fiscal quarter", []),
        ("In January last year", ["January 2023"]),
        ("by May of this year", ["May 2024"]),
        ("in February", ["February 2024"]),
        ("by December", ["December 2024"]),
        ("by January", ["January 2025"]),
        ("two years ago", ["2022"]),
        ("over the past year", ["2023-2024"]),
        ("the project will begin in May", ["May 2024"]),
        ("in the January to October period of last year", ["January to October 2023"]),
        ("grew 1.4 times in 2023", ["2023"]),
        # years that end in a month
        ("in the 12 months to June 2023", ["12 months to June 2023"]),
        ("in the year to March.", ["year to March 2024"]),
        ("in the calendar year to late March", ["year to late March 2024"]),
        ("in the year to June", ["year to June 2023"]),
        ("in the year ended June 30, 2023", ["year ended June 30 2023"]),
        ("in the fiscal year ending in June", ["fiscal year ending in June 2023"]),
        ("during the 2022/23 fiscal year", ["2022/23 fiscal year"]),
        # forms of figures in commerce
        ("in H1 2023", ["H1 2023"]),
        ("in 9M 2023", ["9M 2023"]),
        ("in 1H2018", ["1H 2018"]),
        ("in 2Q 2019", ["2Q 2019"]),
        ("in H12018", ["H1 2018"]),
        ("1Hs of 2018", ["2018"]),
        ("in Q1 FY24", ["Q1 FY24"]),
        ("in the first half of fiscal 2023", ["first half of fiscal 2023"]),
        ("in April-July 2021-22", ["April-July 2021-22"]),
        ("between January and April", ["between January and April 2023"]),
        ("between March and May of last year", ["between March and May 2023"]),
        ("between April 2000 and March 2023", ["April 2000-March 2023"]),
        ("from July 2021 to June 2022", ["July 2021 to June 2022"]),
        ("from July 2021 to February this year", ["July 2021 to February 2024"]),
        ("When it joined in 2001, trade was small", ["2001"]),
        ("It has grown 21 times since the first visit to Rome in 2004", ["since 2004"]),
        ("since the establishment of the bank in 2009", ["since 2009"]),
        ("since the bank was opened, in 2009 exports fell", ["2009"]),
        # left as printed
        ("over the decade", ["decade"]),
        ("over the past 20 years", ["past 20 years"]),
        ("over two decades", ["two decades"]),
        ("over 2021-2024", ["2021-2024"]),
        ("within five years", ["five years"]),
        ("in the next decade", ["next decade"]),
        ("a year earlier", ["a year earlier"]),
        ("the previous year", ["previous year"]),
        # no periods: names of papers, and when something else began
        ("a protocol to the 1998 agreement on defence", []),
        ("the 2009 free trade treaty", []),
        ("in force since 2008", []),
        ("which took effect in July", []),
        ("founded in 1991", []),
        ("an agreement of 2001", []),
        ("the 2022 harvest", ["2022"]),
        ("agreements signed in 2022", ["2022"]),
        # no periods
        ("Vision 2030", []),
        ("at Expo 2025", []),
        ("they may sign this may", []),
        ("room 2024a", []),
        ("$2024", []),
        ("by 2030%", []),
        ("in 20199", []),
        ("the year", []),
        ("on May 5", []),
        ("it joined in 2001", []),
        ("Accra, 6 December 2023 – Two weeks ago", []),
        ("Monday, December 6, 2023: The two", []),
        ("in December 2023 – a record", ["December 2023"]),
        ("between the January talks and April", []),
        ("between the April 2000 and the March 2023 talks", ["April 2000", "March 2023"]),
    ],
)
def test_find(text, expected):
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("last year", ["last year"]), ("in November", ["November"]), ("in 2019", ["2019"])]
)
def test_without_a_date_the_words_stay(text, expected):
    assert labels(text, date=None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "8 percent above 2020",
        "compared with 2020",
        "than in the previous year",
        "over the same period of 2021",
        "over 2021-22",
        "over 2021-2022",
        "against the first half of 2023",
        "in relation to the previous year",
        "up 26 percent on 2022",
        "less than a year earlier",
        "1.5 times the amount of the previous year",
        "ten times the 2022 figure",
        "half as much again as in 2019",
        "up 12 percent the same period of 2020",
        "compared to the corresponding period in 2022",
        "12 percent more than in the same period a year earlier",
        "a fifth above the same period last year",
        "up 8 percent over last year",
        "10 times the amount it imported five years ago",
        "30% above the index for the same period of 2022",
        "12 percent less compared to the period of January-August 2022",
    ],
)
def test_what_a_figure_is_compared_with_is_not_its_time(text):
    assert labels(text) == []
    assert labels(text, kinds=("base",)) != []


@pytest.mark.parametrize(
    ("text", "future"),
    [("by 2027", True), ("next year", True), ("in 2023", False), ("in 2031", True), ("last year", False)],
)
def test_what_is_still_to_come(text, future):
    assert [period.future for period in periods.find(text, 0, len(text), NOW)] == [future]


@pytest.mark.parametrize(
    ("label", "expected"),
    [("2023", "2022"), ("fiscal 2023", "fiscal 2022"), ("FY 2022-23", "FY 2021-22"), ("past 20 years", None)],
)
def test_previous(label, expected):
    assert periods.previous(label) == expected


@given(st.text(alphabet="0123456789 -/aeinrstyfl.byMhou\n", max_size=100), st.sampled_from([None, NOW]))
def test_any_text_is_read_in_order(text, date):
    end = 0
    for period in periods.find(text, 0, len(text), date):
        assert end <= period.start < period.end <= len(text)
        end = period.end


@pytest.mark.parametrize("unit", ["2019-", "the past ", "in ", "a year ", "9", "first half of ", "by the end of "])
def test_a_long_repetition_is_read(unit):
    text = unit * (100_000 // len(unit))
    assert all(0 <= period.start < period.end <= len(text) for period in periods.find(text, 0, len(text), NOW))


@pytest.mark.parametrize(
    ("text", "spoken", "expected"),
    [
        ("Over the same period", "first half of 2023", "first half of 2023"),
        ("During that period", "2019-2023", "2019-2023"),
        ("in these six months", "first half of 2024", "first half of 2024"),
        ("against $2 billion in the same period of 2022", "first half of 2023", "first half of 2022"),
        ("from $2 billion in the same period last year", "January-May 2024", "January-May 2023"),
        ("from $2 billion for the similar period a year earlier", "first quarter of 2024", "first quarter of 2023"),
        ("against $2 billion in the same period of 2022", "FY 2023-24", "FY 2022-23"),
        ("in the same year", "2021", "2021"),
        ("a year earlier", "2021", "2020"),
        # none was spoken of
        ("Over the same period", None, "same period"),
        ("in the same period of 2022", None, "2022"),
    ],
)
def test_periods_that_count_from_the_one_spoken_of(text, spoken, expected):
    (period,) = periods.find(text, 0, len(text), NOW)
    assert periods.seen_from(period, spoken) == expected
    assert period.kind in ("alike", "back")


WORDS = (
    "in by at for from between over since until a five several the of to last next first year years months month "
    "quarter quarters half decade end early mid- end- period same earlier before ago May MARCH dec. 2023 2024-25 "
    "2019/20 1990s 12 9M 1H Q3 H1 FY FY24 5th calendar fiscal beginning season then , - – 1,250 7.5"
)


@given(st.lists(st.tuples(st.sampled_from(WORDS.split()), st.sampled_from([" ", " ", "\n", ""])), max_size=8))
def test_no_form_begins_where_none_is_looked_for(parts):
    with mock.patch.object(period_forms, "_begins", return_value=""):
        everywhere = _everywhere()
    text = "".join(map("".join, parts))
    wanted = [match.span() for match in everywhere.finditer(text)]
    assert [match.span() for match in period_forms.pattern().finditer(text)] == wanted


@cache
def _everywhere():
    return period_forms.pattern.__wrapped__()
