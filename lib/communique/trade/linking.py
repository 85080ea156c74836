"""Figures that belong together: the level that a growth led to, the level it started from, the growth of a level."""

import re

import msgspec

from communique.record import Figure
from communique.trade import intervals, periods, wording
from communique.trade.periods import Period
from communique.trade.stated import LEVELS, Place, TradeClaim

_BASE_YEAR = re.compile(
    r"\b(?:since|compared (?:to|with)|than in|relative to|over|from|against|above)\s(?:the year\s)?((?:19|20)\d\d)\b"
)


def linked(claim: TradeClaim, place: Place, near: list[Place]) -> TradeClaim:
    """The claim with the level that goes with its growth or share, or the growth that goes with its level."""
    wanted = {"growth": "level", "share": "level", "target": "level", "level": "growth"}.get(claim.kind)
    same = [other for other in near if _goes_with(claim, place, other, wanted)]
    same.sort(key=lambda other: abs(other.figure.span[0] - place.figure.span[0]))
    began = [other for other in same if wording.is_earlier(other.words, other.start)]
    reached = [other for other in same if other not in began]
    if claim.kind == "level" and wording.is_earlier(place.words, place.start):
        return _start_of(claim, bool(same))
    if claim.kind == "growth" and began:
        claim = msgspec.structs.replace(claim, earlier=began[0].numbers)
    if reached:
        claim = _joined(claim, place, reached[0], wanted)
    return _over_years(claim, place) if claim.kind == "growth" and claim.period.kind == "span" else claim


def _joined(claim: TradeClaim, place: Place, other: Place, wanted: str | None) -> TradeClaim:
    period = periods.read(other.figure.period or place.figure.period, place.date)
    if wanted == "growth":
        return msgspec.structs.replace(claim, growth=other.numbers, base=base_year(other, period))
    if claim.kind == "target":
        period = periods.read(other.figure.period, place.date)
    return msgspec.structs.replace(claim, level=other.numbers, level_unit=other.figure.unit, level_year=period.year)


def _start_of(claim: TradeClaim, has_growth: bool) -> TradeClaim:
    """A level that a change started from: of the year before where a growth is stated, of no known year otherwise."""
    if claim.figure.period or claim.year is None:
        return claim
    year = claim.year - 1 if has_growth else None
    period = Period(year, year, "calendar" if year else "unknown")
    said = f"no year is stated; {year} is taken, the year before the change" if year else ""
    return msgspec.structs.replace(claim, period=period, assumed=(said,) if said else ())


def _over_years(claim: TradeClaim, place: Place) -> TradeClaim:
    """A growth over several years, to the year of its level or to the last full year before the article."""
    last = claim.level_year or (int(place.date[:4]) - 1 if place.date else None)
    first, end = claim.period.first, claim.period.last
    if last is None or first is None or end is None:
        return claim
    # "Since 2010" names its beginning; "over five years" counts back from the end.
    base = first if str(first) in claim.period.words else last - (end - first)
    return msgspec.structs.replace(claim, period=Period(last, last, "calendar", claim.period.words), base=base)


def _goes_with(claim: TradeClaim, place: Place, other: Place, wanted: str | None) -> bool:
    """Whether the other figure gives the level or growth of the same flow and period."""
    figure = other.figure
    if wanted == "growth":
        fits = figure.measure == "growth" and figure.unit in ("percent", "times") and other.sentence == place.sentence
        word = wording.subject(other.words, other.start, other.end)
        return fits and (word is None or word.what == claim.flow) and _same_period(place.figure, figure)
    if wanted != "level" or LEVELS.get(figure.measure) != claim.flow or not intervals.is_money(figure.unit):
        return False
    if claim.kind == "target":
        return other.sentence.start <= place.sentence.end + 3
    return other.sentence == place.sentence and _same_period(place.figure, figure)


def _same_period(one: Figure, two: Figure) -> bool:
    return one.period == two.period or one.period is None or two.period is None


def base_year(place: Place, period: Period) -> int | None:
    """The year that a growth is counted from: the one named, the first of a span, else the year before."""
    named = _BASE_YEAR.search(place.words, place.end, place.end + 60)
    if named and (period.last is None or int(named[1]) < period.last):
        return int(named[1])
    if period.kind == "span":
        return period.first
    return period.year - 1 if period.year else None
