"""The period of a figure: which years it speaks of, and whether statistics by calendar year can be set beside it."""

import re
from functools import cache
from typing import NamedTuple

from communique import words
from communique.grammar import numbers

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPAN = re.compile(r"((?:19|20)\d\d)\s?[-–—/]\s?((?:19|20)?\d\d)(?!\d)")
_SINCE = re.compile(r"\b(?:since|from|starting (?:in|from))\s+(?:\w+\s+)?((?:19|20)\d\d)", re.IGNORECASE)
_DURATION = re.compile(r"([\w-]{1,15})[\s-]+(years?|decades?)\b", re.IGNORECASE)
_MONTH = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0\d|1[0-2])(?!\d)")
_SIZES = {"year": 1, "decade": 10}


class Period(NamedTuple):
    """Years from `first` to `last` (None: not stated). `kind`: calendar, fiscal, part-year, span or unknown."""

    first: int | None
    last: int | None
    kind: str
    words: str = ""
    assumed: str = ""

    @property
    def year(self) -> int | None:
        """The one calendar year it speaks of, or None."""
        return self.last if self.kind == "calendar" else None


def read(printed: str | None, article_date: str | None, assume: bool = True) -> Period:
    """The period that a figure's words mean, seen from the article's date; with `assume`, the last full year for none.

    >>> read("past 20 years", "2025-05-30")[:3]
    (2005, 2025, 'span')
    """
    now = int(article_date[:4]) if article_date else None
    if not printed:
        return _latest(now) if assume else Period(None, None, "unknown")
    low = printed.lower()
    if _matches("fiscal", low):
        years = _years(printed)
        return Period(years[0] if years else None, years[-1] if years else None, "fiscal", printed)
    since = _SINCE.search(printed)
    if since:
        return Period(int(since[1]), now, "span", printed)
    duration = _duration(low)
    if duration and now and not _years(printed):
        return Period(now - duration, now, "span", printed)
    return _dated(printed, low)


def _latest(now: int | None) -> Period:
    """The last full year before the article, when the article names none."""
    if now is None:
        return Period(None, None, "unknown", "", "neither the figure nor the article has a date")
    reason = f"no year is stated; {now - 1} is taken, the last full year before the article"
    return Period(now - 1, now - 1, "calendar", "", reason)


def _dated(printed: str, low: str) -> Period:
    years = _years(printed)
    if not years:
        return Period(None, None, "unknown", printed)
    # An ISO month, or a month or quarter by name, is less than the year that statistics give.
    if (_MONTH.search(printed) and len(years) == 1) or _matches("part_year", low):
        return Period(years[0], years[-1], "part-year", printed)
    return Period(years[0], years[-1], "calendar" if years[0] == years[-1] else "span", printed)


def _years(printed: str) -> list[int]:
    """The years named, "2023-24" and "2017-2018" included."""
    span = _SPAN.search(printed)
    if span:
        last = int(span[2]) if len(span[2]) == 4 else int(span[1][:2] + span[2])
        if last > int(span[1]):
            return [int(span[1]), last]
    return [int(year) for year in _YEAR.findall(printed)]


def _duration(low: str) -> int | None:
    match = _DURATION.search(low)
    if match is None:
        return None
    found = numbers.find(match[1])
    count = int(found[0].value) if found else 1
    return count * _SIZES[match[2].rstrip("s")]


def _matches(kind: str, low: str) -> bool:
    return bool(_pattern(kind).search(low))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words.alternation(words.table('trade')['periods'][kind])}(?![a-z])")
