"""Dates in the text."""

import pytest

from communique.grammar import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 30 May 2025 in", [("30 May 2025", "2025-05-30")]),
        ("on May 30, 2025, and", [("May 30, 2025", "2025-05-30")]),
        ("the 21st of June 2022", [("21st of June 2022", "2022-06-21")]),
        ("10-12 May 2023", [("10-12 May 2023", "2023-05-12")]),
        ("2025-05-30T10:00", [("2025-05-30", "2025-05-30")]),
        ("Baku/29.09.22/News", [("29.09.22", "2022-09-29")]),
        ("05/30/2025", [("05/30/2025", "2025-05-30")]),
        ("MAY 5, 2020", [("MAY 5, 2020", "2020-05-05")]),
        ("Sept. 12, 2021", [("Sept. 12, 2021", "2021-09-12")]),
        ("25. May 2021.", [("25. May 2021", "2021-05-25")]),
        ("He turned 25. May was cold.", []),
        ("on March 11 they", [("March 11", None)]),
        ("in May 2025 they", [("May 2025", None)]),
        ("30-Feb-2024", []),
        ("31.06.2024", []),
        ("it may 5 times", []),
        ("exports in March 24% up", []),
        ("resolution 2/12/345678", []),
    ],
)
def test_find(text, expected):
    assert [(text[day.start : day.end], day.iso) for day in dates.find(text)] == expected


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("December 30", "2025-01-02", "2024-12-30"),
        ("March 11", "2025-03-12", "2025-03-11"),
        ("May 2025", "2025-03-12", None),
    ],
)
def test_nearest(text, reference, expected):
    assert dates.nearest(dates.find(text)[0], reference) == expected
