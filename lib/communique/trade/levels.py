"""What each basis says of the trade of two countries, period by period, in the currency it says it in.

A basis with own declarations is one series for each reporter; sums are made within one series only.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from communique.trade.bases import NO_STATISTICS, bases, basis
from communique.trade.intervals import Interval
from communique.trade.reference import Reference
from communique.trade.rows import TradeRow


class Level(NamedTuple):
    """The size of a flow in one period by one basis: an interval, and the rows it was taken or added up from."""

    basis: str
    kind: str
    declarer: str
    first: int
    last: int
    numbers: Interval
    currency: str
    rows: tuple[TradeRow, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its rows."""
        return tuple(row.id for row in self.rows)

    @property
    def value(self) -> float:
        """The figure itself, as the rows give it."""
        return sum(row.value for row in self.rows)


@lru_cache(maxsize=64)  # the claims of an article, and articles in a row, speak of the same two
def of_pair(reference: Reference, country: str, partner: str, flow: str) -> tuple[Level, ...]:
    """The levels of a country's flow ("turnover", "exports" or "imports") with a partner, by basis and year.

    Exports are from `country` to `partner`, whoever declares them. A turnover is as printed, else exports and imports
    of the same series added up.
    """
    return of_rows(reference, reference.pair(country, partner), country, flow)


def of_rows(reference: Reference, rows: Iterable[TradeRow], country: str, flow: str) -> tuple[Level, ...]:
    """The levels that rows of one pair give, seen from the country's side; its own declarations first."""
    series: dict[tuple[str, str], list[TradeRow]] = defaultdict(list)
    for row in rows:
        series[row.basis, _declarer(row)].append(row)
    several = {name for name, _ in series if sum(name == other for other, _ in series) > 1}
    found: list[Level] = []
    for (name, declarer), own_rows in series.items():
        label = f"{name} ({declarer})" if name in several and declarer else name
        found += _series(reference, own_rows, country, flow, (label, basis(name).kind, declarer))
    order = list(bases())
    # A turnover is as much the one side's as the other's.
    of = "" if flow == "turnover" else country
    return tuple(sorted(found, key=lambda level: (*_standing(level, of, order), level.basis, level.first)))


def single(levels: tuple[Level, ...], year: int) -> tuple[Level, ...]:
    """Those of one calendar year."""
    return tuple(level for level in levels if level.first == level.last == year)


def means(levels: tuple[Level, ...], year: int) -> tuple[Level, ...]:
    """Those that are a mean over several years with this one among them."""
    return tuple(level for level in levels if level.first < level.last and level.first <= year <= level.last)


def converted(level: Level, currency: str, reference: Reference) -> Level | None:
    """The level in another currency at the annual average rate, or None if there is no rate for it."""
    if level.currency == currency:
        return level
    rate = reference.rate(level.first) if level.first == level.last else None
    if rate is None or {level.currency, currency} != {"USD", "EUR"}:
        return None
    factor = rate.eur_per_usd if currency == "EUR" else 1 / rate.eur_per_usd
    return level._replace(numbers=level.numbers.scaled(factor), currency=currency)


def movement(row: TradeRow, country: str) -> str:
    """What the row is from the country's side: exports, imports or turnover."""
    if row.flow == "turnover":
        return row.flow
    exporter = row.reporter if row.flow == "exports" else row.partner
    return "exports" if exporter == country else "imports"


def _series(
    reference: Reference, rows: list[TradeRow], country: str, flow: str, head: tuple[str, str, str]
) -> list[Level]:
    """The levels of one series: a printed figure each, or the two directions of one period added up."""
    periods: dict[tuple[int, int], dict[str, list[TradeRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        periods[row.first, row.last][movement(row, country)].append(row)
    found = []
    for (first, last), flows in sorted(periods.items()):
        printed = flows.get(flow, [])
        found += [Level(*head, first, last, reference.level(row), row.currency, (row,)) for row in printed]
        both = (flows.get("exports", []), flows.get("imports", []))
        if flow == "turnover" and not printed and all(len(side) == 1 for side in both):
            out, back = both[0][0], both[1][0]
            if out.currency == back.currency:
                total = reference.level(out).plus(reference.level(back))
                found.append(Level(*head, first, last, total, out.currency, (out, back)))
    return found


def _declarer(row: TradeRow) -> str:
    """Whose declaration the row is; nobody's where both sides are reconciled or each exporter's figure counts."""
    return "" if basis(row.basis).kind in ("reconciled", "exporter") else row.reporter


def _standing(level: Level, country: str, order: list[str]) -> tuple[bool, int, int]:
    """Where a level stands in the order of evidence: statistics first, the country's own, if one is given, by basis."""
    name = level.rows[0].basis
    own = {country: 0, "": 1}.get(level.declarer, 2) if country else 0
    return level.kind in NO_STATISTICS, own, order.index(name) if name in order else -1
