"""Verdicts on stated growth: "increased by 24%", "fell 3.4 per cent", "€60 million above 2020"."""

from itertools import groupby

from communique.grammar import countries
from communique.record import BasisVerdict
from communique.trade import amounts, intervals, levels, printing, verdicts
from communique.trade.intervals import Interval
from communique.trade.levels import Level
from communique.trade.reference import Reference
from communique.trade.stated import TradeClaim

# Of several currencies: the growth may be counted in any of them.
_ORDER = (verdicts.CONSISTENT, verdicts.NOT_COMPARABLE, verdicts.INCONSISTENT)


def check(claim: TradeClaim, found: tuple[Level, ...], reference: Reference) -> list[BasisVerdict]:
    """One verdict for each basis that has rows of the pair; a growth rate is made within one basis only."""
    series = [(name, tuple(group)) for name, group in groupby(found, key=lambda level: level.basis)]
    checked = (_by_basis(claim, name, group, reference) for name, group in series)
    return [entry for entry in checked if entry is not None]


def by_article(claim: TradeClaim) -> list[BasisVerdict]:
    """A stated growth beside the two levels that the article itself gives: they may contradict, never confirm it."""
    if claim.earlier is None or claim.level is None or claim.unit != "percent" or claim.yearly:
        return []
    grown = intervals.implied_growth(claim.earlier, claim.level)
    meets = grown.meets(claim.numbers)
    levels_ = (printing.interval(claim.earlier, claim.level_unit), printing.interval(claim.level, claim.level_unit))
    reason = (
        f"{'in agreement with' if meets else 'contradicted by'} the article's own levels: from {levels_[0]} to "
        f"{levels_[1]} is {printing.interval(grown, 'percent')}, against the stated "
        f"{printing.interval(claim.numbers, 'percent')}"
    )
    verdict = verdicts.NOT_COMPARABLE if meets else verdicts.INCONSISTENT
    return [BasisVerdict(basis=verdicts.ARTICLE, verdict=verdict, reason=reason)]


def _by_basis(claim: TradeClaim, name: str, group: tuple[Level, ...], reference: Reference) -> BasisVerdict | None:
    if claim.year is None or claim.base is None:
        return amounts.missing(name, group, claim.year)
    later, earlier = levels.single(group, claim.year), levels.single(group, claim.base)
    if group[0].kind == "statement" or any(not verdicts.is_independent(level, claim) for level in later + earlier):
        return _statement(claim, later, earlier, reference)
    if later and earlier:
        return _both(claim, earlier[0], later[0], reference)
    if earlier and claim.level and claim.unit == "percent":
        return amounts.implied(claim, earlier[0], claim.level, claim.numbers, reference)
    if later:
        return _later_only(claim, later[0], reference)
    return _mean(claim, group) or amounts.missing(name, group, claim.year if earlier else claim.base)


def _both(claim: TradeClaim, earlier: Level, later: Level, reference: Reference) -> BasisVerdict:
    """The growth between two levels of one basis, in each currency that the claim may be counted in."""
    ids = (*earlier.ids, *later.ids)
    made = [_between(claim, earlier, later, unit, reference) for unit in _currencies(claim, later)]
    found = [entry for entry in made if entry is not None]
    if not found:
        return amounts.no_rate(later, claim.level_unit or claim.unit)
    best = min(found, key=lambda entry: _ORDER.index(entry.verdict))
    reason = "; ".join(entry.words for entry in found)
    reason += f", against the stated {printing.interval(claim.numbers, claim.unit)}"
    return BasisVerdict(basis=later.basis, verdict=best.verdict, reason=reason, rows=ids)


def _currencies(claim: TradeClaim, level: Level) -> list[str]:
    """The currency of the claim where it has one; else that of the statistics, and the euro where a side has it."""
    if claim.unit != "percent":
        return [claim.unit]
    if claim.level_unit:
        return [claim.level_unit]
    sides = [countries.country(code or "") for code in (claim.country, claim.partner)]
    euro = any(side is not None and side.currency == "EUR" for side in sides)
    return list(dict.fromkeys([level.currency, *(["EUR"] if euro else [])]))


def _between(
    claim: TradeClaim, earlier: Level, later: Level, unit: str, reference: Reference
) -> verdicts.Judged | None:
    """The verdict and the words of one currency; None where a rate is missing."""
    before, after = (verdicts.shown(level, unit, reference) for level in (earlier, later))
    if before is None or after is None:
        return None
    other = verdicts.is_other_basis(later, unit)
    if claim.unit == "percent":
        grown = intervals.implied_growth(before.numbers, after.numbers)
        judged = verdicts.compare_growth(claim.numbers, grown, other)
    else:
        grown = Interval(after.numbers.low - before.numbers.high, after.numbers.high - before.numbers.low)
        judged = verdicts.compare(claim.numbers, grown, other)
    change = printing.interval(grown, claim.unit) if claim.unit == "percent" else printing.amount(grown.middle, unit)
    words = f"{before.words} in {earlier.first} and {after.words} in {later.first}: a change of {change}{judged.words}"
    return verdicts.Judged(judged.verdict, words)


def _later_only(claim: TradeClaim, later: Level, reference: Reference) -> BasisVerdict:
    """A basis with the later year only can contradict the level that the growth is said to have reached."""
    if claim.level:
        seen = verdicts.shown(later, claim.level_unit, reference)
        if seen and not seen.numbers.meets(claim.level):
            stated = printing.interval(claim.level, claim.level_unit)
            reason = f"the level it is said to have reached in {later.first}, {stated}, is not {seen.words}"
            return BasisVerdict(basis=later.basis, verdict=verdicts.INCONSISTENT, reason=reason, rows=later.ids)
    reason = f"it has {later.first} but not {claim.base}, and growth is not made across bases"
    return BasisVerdict(basis=later.basis, verdict=verdicts.NOT_COMPARABLE, reason=reason, rows=later.ids)


def _mean(claim: TradeClaim, group: tuple[Level, ...]) -> BasisVerdict | None:
    means = levels.means(group, claim.year or 0)
    if not means or claim.unit != "percent":
        return None
    mean = means[0]
    if claim.level and (mean.first, mean.last) == (claim.base, claim.year) and mean.currency == claim.level_unit:
        return amounts.mean_growth(claim, mean, claim.level, claim.numbers)
    reason = f"a mean of {mean.first}-{mean.last} gives no growth"
    return BasisVerdict(basis=mean.basis, verdict=verdicts.NOT_COMPARABLE, reason=reason, rows=mean.ids)


def _statement(
    claim: TradeClaim, later: tuple[Level, ...], earlier: tuple[Level, ...], reference: Reference
) -> BasisVerdict | None:
    """What statements say of the two years: shown, and able to contradict the level that goes with the growth."""
    found = later or earlier
    if not found:
        return None
    ids = tuple(name for level in found for name in level.ids)
    stated = claim.level
    if not later and stated and claim.unit == "percent":
        stated = intervals.implied_earlier(stated, claim.numbers)
    seen = [verdicts.shown(level, claim.level_unit, reference) for level in found]
    said = "; ".join(f"{level.rows[0].source}: {printing.amount(level.value, level.currency, 3)}" for level in found)
    apart = stated is not None and all(entry and not entry.numbers.meets(stated) for entry in seen)
    verdict = verdicts.INCONSISTENT if apart else verdicts.NOT_COMPARABLE
    what = "does not fit the level said of" if apart else "repeats the level, which does not confirm it, of"
    reason = f"{what} {found[0].first} ({said})"
    return BasisVerdict(basis=found[0].basis, verdict=verdict, reason=reason, rows=ids)
