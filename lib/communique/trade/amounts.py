"""Verdicts on stated levels: "$20 billion in 2024", "exports of €7.1bn"."""

from itertools import groupby

from communique.record import BasisVerdict
from communique.trade import intervals, levels, printing, verdicts
from communique.trade.intervals import Interval
from communique.trade.levels import Level
from communique.trade.reference import Reference
from communique.trade.stated import TradeClaim

# Customs values with and without freight and insurance, and what reporters count, seldom differ by more.
MARGIN = 0.10


def check(claim: TradeClaim, found: tuple[Level, ...], reference: Reference) -> list[BasisVerdict]:
    """One verdict for each basis that has rows of the pair."""
    series = [(name, tuple(group)) for name, group in groupby(found, key=lambda level: level.basis)]
    return [_by_basis(claim, name, group, reference) for name, group in series]


def _by_basis(claim: TradeClaim, name: str, group: tuple[Level, ...], reference: Reference) -> BasisVerdict:
    year = claim.year
    same = levels.single(group, year) if year else ()
    if same and not verdicts.is_independent(same[0], claim):
        return verdicts.statement(same, claim, reference)
    if same:
        return same_year(claim, same[0], reference)
    if year and levels.means(group, year):
        return _mean(claim, levels.means(group, year)[0], reference)
    earlier = levels.single(group, claim.base) if claim.growth and claim.base else ()
    if claim.growth and earlier and verdicts.is_independent(earlier[0], claim):
        return implied(claim, earlier[0], claim.numbers, claim.growth, reference)
    return missing(name, group, year)


def same_year(claim: TradeClaim, level: Level, reference: Reference) -> BasisVerdict:
    """The stated level beside a basis's level of the same year."""
    seen = verdicts.shown(level, claim.unit, reference)
    if seen is None:
        return no_rate(level, claim.unit)
    judged = verdicts.compare(claim.numbers, seen.numbers, verdicts.is_other_basis(level, claim.unit))
    stated = printing.interval(claim.numbers, claim.unit)
    reason = f"{seen.words} in {level.first}; the stated figure stands for {stated}{judged.words}"
    return BasisVerdict(basis=level.basis, verdict=judged.verdict, reason=reason, rows=level.ids)


def implied(
    claim: TradeClaim, earlier: Level, stated: Interval, growth: Interval, reference: Reference
) -> BasisVerdict:
    """The level that a stated level and growth imply for the earlier year, beside the basis's own."""
    unit = claim.unit if claim.kind == "level" else claim.level_unit
    seen = verdicts.shown(earlier, unit, reference)
    if seen is None:
        return no_rate(earlier, unit)
    before = intervals.implied_earlier(stated, growth)
    judged = verdicts.compare(before, seen.numbers, verdicts.is_other_basis(earlier, unit))
    reason = (
        f"{printing.interval(stated, unit)} after growth of {printing.interval(growth, 'percent')} implies "
        f"{printing.interval(before, unit)} for {earlier.first}; the figure for {earlier.first} is {seen.words}"
    )
    if judged.words:
        reason += f"; the two are {judged.words[2:]}" if judged.words[2:7] == "apart" else f"; it is {judged.words[2:]}"
    return BasisVerdict(basis=earlier.basis, verdict=judged.verdict, reason=reason, rows=earlier.ids)


def missing(name: str, group: tuple[Level, ...], year: int | None) -> BasisVerdict:
    """A basis that has the pair but not the year."""
    years = sorted({level.first for level in group if level.first == level.last})
    has = f"{years[0]} to {years[-1]}" if len(years) > 1 else str(years[0]) if years else "means of several years only"
    return BasisVerdict(basis=name, verdict=verdicts.NO_REFERENCE, reason=f"no figure for {year} (it has {has})")


def no_rate(level: Level, unit: str) -> BasisVerdict:
    """A level in another currency, without an exchange rate for the year."""
    own = printing.amount(level.value, level.currency, 3)
    reason = f"the currencies differ: {own} in {level.first}, and there is no annual average rate to {unit}"
    return BasisVerdict(basis=level.basis, verdict=verdicts.NOT_COMPARABLE, reason=reason, rows=level.ids)


def _mean(claim: TradeClaim, mean: Level, reference: Reference) -> BasisVerdict:
    """A stated level beside a mean of two years: no verdict, but what the other year would have to be."""
    span = f"{mean.first}-{mean.last}"
    known = printing.amount(mean.value, mean.currency)
    if mean.currency != claim.unit or mean.last - mean.first != 1:
        reason = f"a mean of {span} ({known}) is no level of one year"
        return BasisVerdict(basis=mean.basis, verdict=verdicts.NOT_COMPARABLE, reason=reason, rows=mean.ids)
    if claim.growth and claim.year == mean.last and claim.base == mean.first:
        return mean_growth(claim, mean, claim.numbers, claim.growth)
    if claim.numbers.low > 2 * mean.numbers.high:
        reason = f"the mean of {span} is {known}; no one year of the two can be above twice that"
        return BasisVerdict(basis=mean.basis, verdict=verdicts.INCONSISTENT, reason=reason, rows=mean.ids)
    other = mean.last if claim.year == mean.first else mean.first
    rest = printing.amount(2 * mean.numbers.middle - claim.numbers.middle, mean.currency)
    reason = f"a mean of {span} ({known}) is no level of one year; it would be met if {other} was {rest}"
    return BasisVerdict(basis=mean.basis, verdict=verdicts.NOT_COMPARABLE, reason=reason, rows=mean.ids)


def mean_growth(claim: TradeClaim, mean: Level, stated: Interval, growth: Interval) -> BasisVerdict:
    """A stated level and growth beside a mean of the two years: the growth that the mean would leave room for."""
    middle = stated.middle
    possible = Interval(_left(stated.low, mean.numbers.high), _left(stated.high, mean.numbers.low))
    rest = 2 * mean.numbers.middle - middle
    nearest = _left(middle, mean.numbers.middle)
    implied_mean = stated.plus(intervals.implied_earlier(stated, growth)).scaled(0.5)
    unit = mean.currency
    words = (
        f"the mean of {mean.first} and {mean.last} is {printing.amount(mean.numbers.middle, unit)}; with "
        f"{printing.amount(middle, unit)} in {mean.last} that leaves {printing.amount(max(rest, 0.0), unit)} for "
        f"{mean.first}"
    )
    if rest > 0:
        words += (
            f" and a growth nearer {nearest:.0f}% ({printing.interval(possible, 'percent')} within the rounding) "
            f"than {printing.amount(growth.middle, 'percent')}"
        )
    wide = Interval(implied_mean.low * (1 - MARGIN), implied_mean.high * (1 + MARGIN))
    verdict = verdicts.NOT_COMPARABLE if mean.numbers.meets(wide) else verdicts.INCONSISTENT
    tense = "" if growth.holds(nearest) or verdict == verdicts.INCONSISTENT else "in tension: "
    return BasisVerdict(basis=mean.basis, verdict=verdict, reason=tense + words, rows=mean.ids)


def _left(level: float, mean: float) -> float:
    """The growth in per cent to `level` from what a two-year mean leaves for the year before."""
    rest = 2 * mean - level
    return (level / rest - 1) * 100 if rest > 0 else intervals.INFINITY
