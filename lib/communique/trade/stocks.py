"""Verdicts on totals of investment and counts of companies: figures that differ by what was added up, and since when.

Totals with the same beginning can be compared: a cumulative inflow does not fall, so an earlier total is a floor for a
later one, and the pace so far says how much the years between may have added. Totals with another beginning are other
quantities; they are listed, not compared.
"""

import math
from itertools import groupby

from communique.record import BasisVerdict
from communique.trade import intervals, printing, rows, verdicts
from communique.trade.intervals import Interval
from communique.trade.reference import Reference
from communique.trade.rows import CompanyRow, InvestmentRow
from communique.trade.stated import TradeClaim

# The years since a total may have brought in up to so many times what an average year before did.
PACE = 2.0


def investment(claim: TradeClaim, reference: Reference) -> list[BasisVerdict]:
    """One verdict for each measure of investment that the tables have for the pair."""
    found = _rows(claim, reference)
    # The measures that begin with the claimed period come first: they alone can decide.
    found.sort(key=lambda row: (row.first != claim.period.first, row.measure, row.last, row.source))
    groups: dict[str, list[InvestmentRow]] = {}
    for row in found:
        groups.setdefault(row.measure, []).append(row)
    return [_measure(claim, name, group) for name, group in groups.items()]


def companies(claim: TradeClaim, reference: Reference) -> list[BasisVerdict]:
    """A stated number of companies beside the range of the sources."""
    found = [row for row in reference.companies if (row.host, row.home) == (claim.country, claim.partner)]
    return [_count(claim, row) for row in found]


def _count(claim: TradeClaim, row: CompanyRow) -> BasisVerdict:
    known = Interval(row.low, row.high)
    meets = known.meets(claim.numbers)
    stated = printing.interval(claim.numbers, claim.unit)
    where = "within" if meets else "outside"
    reason = f"{stated}, {where} the range of sources, {row.low:g} to {row.high:g}"
    return BasisVerdict(basis="range of sources", verdict=verdicts.judge(meets), reason=reason, rows=(row.id,))


def _measure(claim: TradeClaim, name: str, group: list[InvestmentRow]) -> BasisVerdict:
    same = [row for row in group if row.first == claim.period.first and row.currency == claim.unit]
    earlier = [row for row in same if not _repeats(row, claim)]
    ids = tuple(row.id for row in group)
    if claim.period.first is None:
        reason = f"the article does not say since when; the sources have {_listed(group)}"
        return BasisVerdict(basis=name, verdict=verdicts.NOT_COMPARABLE, reason=reason, rows=ids)
    if not earlier:
        what = "only repetitions of the figure" if same else "another period"
        reason = f"{what}: {_listed(group)}"
        return BasisVerdict(basis=name, verdict=verdicts.NOT_COMPARABLE, reason=reason, rows=ids)
    room = _room(earlier, claim)
    reason = (
        f"{printing.interval(claim.numbers, claim.unit)} since {claim.period.first}; {_listed(earlier)} "
        f"{'leave' if len(earlier) > 1 else 'leaves'} room for "
        f"{printing.interval(room, claim.unit)} by {claim.period.last}"
    )
    if "gross" in name:
        reason += "; a gross inflow is no stock, and what left again is not taken off"
    repeated = len(same) - len(earlier)
    if repeated:
        reason += f"; {repeated} further {'source repeats' if repeated == 1 else 'sources repeat'} the figure"
    return BasisVerdict(basis=name, verdict=verdicts.judge(claim.numbers.meets(room)), reason=reason, rows=ids)


def in_circulation(claim: TradeClaim, reference: Reference) -> str:
    """The range of the other totals that sources give for the pair, as the end of a sentence, or nothing."""
    others = [row for row in _rows(claim, reference) if row.first != claim.period.first and _is_total(row)]
    if claim.kind != "investment" or not others:
        return ""
    low, high = (pick(others, key=lambda row: row.value) for pick in (min, max))
    texts = [f"{printing.amount(r.value, r.currency)} for {rows.years(r.first, r.last)}" for r in (low, high)]
    if texts[0] == texts[1]:
        return f"; another total in circulation is {texts[0]}"
    return f"; one of several totals in circulation, from {texts[0]} to {texts[1]}"


def _rows(claim: TradeClaim, reference: Reference) -> list[InvestmentRow]:
    return [row for row in reference.investment if (row.host, row.investor) == (claim.country, claim.partner)]


def _is_total(row: InvestmentRow) -> bool:
    """Whether the row is a sum over years that its source does not call in doubt."""
    return row.last > row.first and "slip" not in row.note


def _room(known: list[InvestmentRow], claim: TradeClaim) -> Interval:
    """What the total can be by the end of the claimed period.

    No less than what an earlier total says, no more than at twice its pace, and no more than a total of later years.
    """
    last = claim.period.last or known[-1].last
    past = [row for row in known if row.last <= last]
    ceiling = min((intervals.printed(row.value, row.note).high for row in known if row.last > last), default=math.inf)
    if not past:
        return Interval(0.0, ceiling)
    row = past[-1]
    total = intervals.printed(row.value, row.note)
    pace = row.value / (row.last - row.first + 1)
    return Interval(total.low, min(total.high + (last - row.last) * pace * PACE, ceiling))


def _repeats(row: InvestmentRow, claim: TradeClaim) -> bool:
    """Whether the row may be the claim itself: printed since, with the same figure."""
    return verdicts.printed_since(row.source, claim.date) and intervals.printed(row.value).meets(claim.numbers)


def _listed(totals: list[InvestmentRow]) -> str:
    """The totals with their periods and sources, equal figures once."""
    ordered = sorted(totals, key=lambda row: (row.last, row.value, row.source))
    parts = []
    for (value, first, last, currency), same in groupby(ordered, lambda r: (r.value, r.first, r.last, r.currency)):
        sources = " and ".join(row.source for row in same)
        parts.append(f"{printing.amount(value, currency)} for {rows.years(first, last)} ({sources})")
    return ", ".join(parts)
