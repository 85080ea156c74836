"""Dates as news prints them, with their spans; a date that the calendar does not have is none."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from communique import words

_ORDINAL = r"(?:st|nd|rd|th)?"
_DIGIT = re.compile(r"\d")  # every form has one
# "exports in March 24% up": the number behind the month is no day.
_NO_FIGURE = r"(?![\d.]*\d)(?!\s*(?:percent|per cent|%))"


class Date(NamedTuple):
    """A date in the text: `day` is None for "May 2025", `year` is None for "May 30"."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    @property
    def iso(self) -> str | None:
        """`YYYY-MM-DD` where the date is whole, else None."""
        return date(self.year, self.month, self.day).isoformat() if self.year and self.day else None


def find(text: str, start: int = 0, end: int | None = None) -> list[Date]:
    """The dates between two offsets, left to right: "30 May 2025", "May 30", "2025-05-30", "29.09.22", "May 2025"."""
    stop = len(text) if end is None else end
    found: list[Date] = []
    if not _DIGIT.search(text, start, stop):
        return found
    for match in _pattern().finditer(text, start, stop):
        read = _read(match)
        if read is not None:
            found.append(read)
    return found


def nearest(day: Date, reference: str) -> str | None:
    """The ISO date of a date without a year that lies nearest to the ISO date `reference`."""
    anchor = date.fromisoformat(reference)
    choices = [_real(anchor.year + shift, day.month, day.day) for shift in (-1, 0, 1)]
    dates = [choice for choice in choices if choice is not None]
    return min(dates, key=lambda choice: abs((choice - anchor).days)).isoformat() if dates and day.day else None


@cache
def month() -> str:
    """A pattern of the names and abbreviations of months."""
    return words.alternation(words.table("dates")["months"])


@cache
def months() -> dict[str, int]:
    """The number of each month by its name or abbreviation in lower case."""
    return {name.lower(): number for name, number in words.table("dates")["months"].items()}


@cache
def weekdays() -> tuple[str, ...]:
    """The names of the weekdays, Monday first."""
    return tuple(words.table("dates")["words"]["weekdays"])


@cache
def _pattern() -> re.Pattern[str]:
    """All forms in one pattern, so that a text is read once."""
    name = f"(?:{month()}|{month().upper()})"
    forms = [
        r"(?P<iso_y>(?:19|20)\d\d)[-/.](?P<iso_m>\d{1,2})[-/.](?P<iso_d>\d{1,2})(?!\d)",
        r"(?P<num_d>\d{1,2})(?P<sep>[./-])(?P<num_m>\d{1,2})(?P=sep)(?P<num_y>(?:19|20)?\d\d)(?!\d)",
        rf"(?:\d{{1,2}}{_ORDINAL}\s?(?:[-–]|and|to)\s?)?(?P<d_d>\d{{1,2}})(?:{_ORDINAL}|\.(?=\s\w+\s(?:19|20)\d\d))(?:\s+of)?[\s-]+(?P<d_m>{name})\b\.?(?:,?[\s-]+(?P<d_y>(?:19|20)\d\d)\b)?",
        rf"(?P<m_m>{name})\b\.?\s+(?P<m_d>\d{{1,2}}){_ORDINAL}{_NO_FIGURE}(?:(?:,?\s+|/)(?P<m_y>(?:19|20)\d\d)\b)?",
        rf"(?P<y_m>{name})\b\.?,?\s+(?:of\s+)?(?P<y_y>(?:19|20)\d\d)\b",
    ]
    return re.compile(r"(?<![\w.,-])(?<!\d/)(?:" + "|".join(forms) + ")")


def _read(match: re.Match[str]) -> Date | None:
    """The date a match stands for, or None where there is no such day."""
    part = {name: value for name, value in match.groupdict().items() if value and name != "sep"}
    form = next(iter(part)).split("_")[0]
    year, month, day = (part.get(f"{form}_{letter}") for letter in "ymd")
    number = months().get(month.lower(), 0) if month and not month.isdigit() else int(month or 0)
    first, second = number, int(day) if day else None
    if form == "num" and first > 12 and second and second <= 12:  # month first: 05/30/2025
        first, second = second, first
    full = int(year) + (2000 if len(year) == 2 else 0) if year else None
    if _real(full or 2000, first, second or 1) is None:
        return None
    return Date(match.start(), match.end(), full, first, second)


def _real(year: int, month: int, day: int | None) -> date | None:
    try:
        return date(year, month, day or 1)
    except ValueError:
        return None
