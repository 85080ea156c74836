"""Verdicts on stated shares: "35% of foreign trade", "1.9% of total exports"."""

from communique.record import BasisVerdict
from communique.trade import intervals, levels, printing, verdicts
from communique.trade.levels import Level
from communique.trade.reference import Reference
from communique.trade.rows import WORLD
from communique.trade.stated import TradeClaim


def check(claim: TradeClaim, reference: Reference) -> list[BasisVerdict]:
    """One verdict for each basis that has both the flow and the country's total of the year."""
    if claim.country is None or claim.partner in (None, WORLD):
        return []
    parts = levels.of_pair(reference, claim.country, claim.partner or "", claim.flow)
    wholes = levels.of_pair(reference, claim.country, WORLD, claim.flow)
    names = list(dict.fromkeys(level.basis for level in parts if verdicts.is_independent(level, claim)))
    found = []
    for name in names:
        pairs = _pairs([p for p in parts if p.basis == name], [w for w in wholes if w.basis == name])
        if pairs:
            found.append(_by_basis(claim, name, pairs))
    return found


def _pairs(parts: list[Level], wholes: list[Level]) -> list[tuple[Level, Level]]:
    """The years that have the part and the whole."""
    totals = {whole.first: whole for whole in wholes if whole.first == whole.last}
    return [(part, totals[part.first]) for part in parts if part.first == part.last and part.first in totals]


def _by_basis(claim: TradeClaim, name: str, pairs: list[tuple[Level, Level]]) -> BasisVerdict:
    chosen = _chosen(claim, pairs)
    if chosen is None:
        reason = f"no share for {claim.year} (it has {pairs[0][0].first} to {pairs[-1][0].first})"
        return BasisVerdict(basis=name, verdict=verdicts.NO_REFERENCE, reason=reason)
    part, whole = chosen
    share = intervals.share_of(part.numbers, whole.numbers)
    judged = verdicts.compare(claim.numbers, share, verdicts.is_other_basis(part, ""))
    if part.first != claim.year and judged.verdict == verdicts.INCONSISTENT:
        # No year is stated: an older one cannot refuse what may be said of a later.
        judged = verdicts.Judged(verdicts.NOT_COMPARABLE, f"; {part.first} is the latest year it has")
    sizes = [printing.amount(level.value, level.currency) for level in (part, whole)]
    reason = (
        f"{sizes[0]} of {sizes[1]} in {part.first} is {printing.interval(share, 'percent')}, "
        f"against the stated {printing.interval(claim.numbers, 'percent')}{judged.words}"
    )
    return BasisVerdict(basis=name, verdict=judged.verdict, reason=reason, rows=part.ids + whole.ids)


def _chosen(claim: TradeClaim, pairs: list[tuple[Level, Level]]) -> tuple[Level, Level] | None:
    """The year stated; for none, the latest that the basis has up to the article."""
    exact = [pair for pair in pairs if pair[0].first == claim.year]
    if exact or claim.figure.period is not None:
        return exact[0] if exact else None
    earlier = [pair for pair in pairs if claim.date is None or pair[0].first < int(claim.date[:4])]
    return earlier[-1] if earlier else None
