"""The arithmetic behind a claim as plain steps: what a stated number implies, in numbers and in one sentence each."""

from typing import NamedTuple

from communique.record import BasisVerdict
from communique.trade import intervals, levels, printing, verdicts
from communique.trade.bases import NO_STATISTICS
from communique.trade.intervals import Interval
from communique.trade.reference import Reference
from communique.trade.stated import TradeClaim


class Step(NamedTuple):
    """One step: what it is, the sentence that says it, the result as an interval, its unit."""

    name: str
    words: str
    numbers: Interval
    unit: str


def of(claim: TradeClaim, reference: Reference) -> tuple[Step, ...]:
    """The steps that a claim allows: the stated interval, what it implies, and for a target the growth it needs."""
    stated = Step("stated", f"“{claim.figure.text}” stands for {_shown(claim)}", claim.numbers, claim.unit)
    if claim.kind in ("growth", "share"):
        return (stated, *(_growth(claim) if claim.kind == "growth" else _share(claim)))
    if claim.kind in ("level", "target"):
        return (stated, *(_level(claim, reference) if claim.kind == "level" else _target(claim, reference)))
    return (stated,)


def target(claim: TradeClaim, reference: Reference) -> list[BasisVerdict]:
    """What reaching a target takes, which is arithmetic and no verdict."""
    if claim.period.last is None:
        reason = "a target is no statistic, and no year is set for it"
        return [BasisVerdict(basis="", verdict=verdicts.NOT_COMPARABLE, reason=reason)]
    needed = _target(claim, reference)
    if not needed and claim.level and not claim.level_year and claim.date is None:
        reason = "a target is no statistic, and the article's own level has no year to count from"
        return [BasisVerdict(basis="", verdict=verdicts.NOT_COMPARABLE, reason=reason)]
    return [BasisVerdict(basis="", verdict=verdicts.NOT_COMPARABLE, reason=step.words) for step in needed]


def _growth(claim: TradeClaim) -> tuple[Step, ...]:
    if claim.level is None or claim.unit != "percent":
        return ()
    return (_earlier(claim.level, claim.numbers, claim.level_unit, claim.base),)


def _level(claim: TradeClaim, reference: Reference) -> tuple[Step, ...]:
    steps = [] if claim.growth is None else [_earlier(claim.numbers, claim.growth, claim.unit, claim.base)]
    for level in _before(claim, reference):
        seen = verdicts.shown(level, claim.unit, reference)
        if seen:
            grown = intervals.implied_growth(seen.numbers, claim.numbers)
            source = f"{level.first} ({verdicts.in_short(level.basis)})"
            words = f"from {seen.words} in {source} it would be {printing.interval(grown, 'percent')}"
            steps.append(Step("implied growth", words, grown, "percent"))
    return tuple(steps)


def _share(claim: TradeClaim) -> tuple[Step, ...]:
    if claim.level is None:
        return ()
    total = intervals.implied_total(claim.level, claim.numbers)
    part = printing.interval(claim.level, claim.level_unit)
    words = f"if {part} is {_shown(claim)}, the whole is {printing.interval(total, claim.level_unit)}"
    return (Step("implied total", words, total, claim.level_unit),)


def _target(claim: TradeClaim, reference: Reference) -> tuple[Step, ...]:
    """The yearly growth that leads from the article's own level, or from the latest known, to the target."""
    base = _base(claim, reference)
    if base is None or claim.period.last is None or claim.period.last <= base[1]:
        return ()
    level, year, origin = base
    years = claim.period.last - year
    goal = claim.numbers
    if claim.unit == "percent":
        goal, level = Interval(1 + goal.low / 100, 1 + goal.high / 100), intervals.exact(1.0)
    needed = intervals.needed_growth(level, goal, years)
    words = (
        f"a target is no statistic; from {origin} to {_shown(claim)} in {claim.period.last} needs "
        f"{printing.interval(needed, 'percent')} a year for {years} {'year' if years == 1 else 'years'}"
    )
    return (Step("needed yearly growth", words, needed, "percent"),)


def _base(claim: TradeClaim, reference: Reference) -> tuple[Interval, int, str] | None:
    """Where a target starts from: level, year and words."""
    now = int(claim.date[:4]) - 1 if claim.date else None
    if claim.unit == "percent" and now:
        return intervals.exact(1.0), now, f"the level of {now}"
    year = claim.level_year or now
    if claim.level and claim.level_unit == claim.unit and year:
        return claim.level, year, f"{printing.interval(claim.level, claim.unit)} in {year} (the article's own figure)"
    known = [level for level in _before(claim, reference, newest=True) if level.currency == claim.unit]
    if not known:
        return None
    latest = max(known, key=lambda level: level.last)
    words = f"{printing.amount(latest.value, latest.currency)} in {latest.last} ({verdicts.label(latest.basis)})"
    return latest.numbers, latest.last, words


def _before(claim: TradeClaim, reference: Reference, newest: bool = False) -> list[levels.Level]:
    """Each basis's level of the year before the claim's, or with `newest` all up to the article."""
    if claim.country is None or claim.partner is None:
        return []
    found = levels.of_pair(reference, claim.country, claim.partner, claim.flow)
    own = [level for level in found if level.kind not in NO_STATISTICS and level.first == level.last]
    if newest:
        return [level for level in own if claim.date is None or level.last < int(claim.date[:4])]
    return [level for level in own if claim.year is not None and level.first == claim.year - 1]


def _earlier(level: Interval, growth: Interval, unit: str, base: int | None) -> Step:
    before = intervals.implied_earlier(level, growth)
    words = (
        f"{printing.interval(level, unit)} after growth of {printing.interval(growth, 'percent')} "
        f"implies {printing.interval(before, unit)} {f'in {base}' if base else 'before'}"
    )
    return Step("implied earlier level", words, before, unit)


def _shown(claim: TradeClaim) -> str:
    if claim.kind == "rank":
        return f"place {claim.numbers.middle:g}"
    return printing.interval(claim.numbers, claim.unit)
