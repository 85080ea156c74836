"""Rankings of a country's partners, by basis and year, and verdicts on stated ranks.

A ranking is made within one basis. Tables often hold the largest partners only: a place is certain as far down as a
source says that its list is complete ("ranked third", "one of the fifteen largest"), and a lower bound below that.
"""

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from communique import words
from communique.grammar import numbers
from communique.record import BasisVerdict
from communique.trade import levels, printing, regions, verdicts
from communique.trade.bases import NO_STATISTICS
from communique.trade.intervals import INFINITY, Interval
from communique.trade.levels import Level
from communique.trade.reference import Reference
from communique.trade.regions import Reading
from communique.trade.rows import TradeRow
from communique.trade.stated import TradeClaim

_RANKED = re.compile(r"\branked (\w+)")
_LARGEST = re.compile(r"\bone of the ([\w-]+) largest partners of the year by turnover")
# Of several readings of a region: what holds by one holds, and what one of them cannot tell is not refused.
_ORDER = (verdicts.CONSISTENT, verdicts.NOT_COMPARABLE, verdicts.INCONSISTENT)
# Fewer partners than this are no ranking.
_FEWEST = 2
# How many years back a ranking still speaks for a rank without a year.
_RECENT = 5


class Standing(NamedTuple):
    """A partner in a ranking: its level, and how many partners are certainly or possibly larger."""

    partner: str
    level: Level
    larger: int
    as_large: int


class Ranking(NamedTuple):
    """A country's partners by one basis in one year, largest first; `depth` is how far down the list is complete."""

    country: str
    flow: str
    basis: str
    year: int
    standings: tuple[Standing, ...]
    depth: float

    def within(self, reading: Reading) -> "Ranking":
        """The same ranking with the members of a region only; complete wherever the whole is."""
        if reading.members is None:
            return self
        inside = [entry.level for entry in self.standings if entry.partner in reading.members]
        partners = [entry.partner for entry in self.standings if entry.partner in reading.members]
        # Outside the list a member may hide behind the last complete place only.
        complete = sum(entry.larger < self.depth for entry in self.standings if entry.partner in reading.members)
        depth = INFINITY if self.depth == INFINITY else complete
        return self._replace(standings=_ordered(dict(zip(partners, inside, strict=True))), depth=depth)

    def place(self, partner: str) -> Standing | None:
        """The partner's standing, or None if the basis has no figure for it."""
        return next((entry for entry in self.standings if entry.partner == partner), None)


@lru_cache(maxsize=8)  # all partners are looked at, and the next claim is of the same country
def of_country(reference: Reference, country: str, flow: str) -> tuple[Ranking, ...]:
    """Every ranking of a country's partners that one basis allows, by basis and year; two partners at least.

    Own declarations are ranked as the country declares them, never together with its partners' declarations.
    """
    tables: dict[tuple[str, int], dict[str, Level]] = defaultdict(dict)
    by_partner: dict[str, list[TradeRow]] = defaultdict(list)
    for row in reference.partners(country):
        by_partner[row.partner if row.reporter == country else row.reporter].append(row)
    for partner, rows in by_partner.items():
        for level in levels.of_rows(reference, rows, country, flow):
            own = level.declarer in ("", country) and level.kind not in NO_STATISTICS
            if own and level.first == level.last:
                tables[level.rows[0].basis, level.first].setdefault(partner, level)
    return tuple(
        Ranking(country, flow, name, year, _ordered(table), _depth(table, flow, reference, name))
        for (name, year), table in sorted(tables.items(), key=lambda item: item[0])
        if len(table) >= _FEWEST
    )


def check(claim: TradeClaim, reference: Reference) -> list[BasisVerdict]:
    """One verdict for each basis that ranks the partner, by the year stated or, for none, by the latest it has."""
    groups = _groups(claim, reference)
    found = [_by_basis(claim, group) for group in groups]
    return found + _other_side(claim, reference, [ranking for group in groups for ranking in group])


def for_claim(claim: TradeClaim, reference: Reference) -> tuple[Ranking, ...]:
    """The ranking of each basis that a stated rank is checked by, the first basis first."""
    chosen = (_chosen(claim, group) for group in _groups(claim, reference))
    return tuple(ranking for ranking in chosen if ranking is not None)


def _groups(claim: TradeClaim, reference: Reference) -> list[list[Ranking]]:
    """The rankings with the partner in them by basis, in the order in which bases speak for the pair."""
    if claim.country is None or claim.partner is None:
        return []
    rankings = [r for r in of_country(reference, claim.country, claim.flow) if r.place(claim.partner)]
    if claim.figure.period is None:
        rankings = [ranking for ranking in rankings if claim.date is None or ranking.year < int(claim.date[:4])]
    by_basis: dict[str, list[Ranking]] = defaultdict(list)
    for ranking in rankings:
        by_basis[ranking.basis].append(ranking)
    order = {level.rows[0].basis: at for at, level in enumerate(_pair(claim, reference))}
    return sorted(by_basis.values(), key=lambda group: (min(order.get(group[0].basis, 99), 99), group[0].basis))


def _by_basis(claim: TradeClaim, rankings: list[Ranking]) -> BasisVerdict:
    chosen = _chosen(claim, rankings)
    if chosen is None:
        has = ", ".join(str(ranking.year) for ranking in rankings)
        reason = f"no ranking for {claim.year} (it has {has})"
        return BasisVerdict(basis=rankings[0].basis, verdict=verdicts.NO_REFERENCE, reason=reason)
    readings = regions.readings(claim.region)
    results = [_judged(claim, chosen.within(reading), reading) for reading in readings]
    # A regional claim holds if it holds by either usual way to draw the region; both are shown.
    verdict = min((result[0] for result in results), key=_ORDER.index)
    reason = f"in {chosen.year} {verdicts.country_name(claim.partner)} is {'; '.join(result[1] for result in results)}"
    if claim.figure.period is None and len(rankings) > 1:
        years = [r.year for r in rankings if _best(claim, r, readings) == verdicts.CONSISTENT]
        reason += (
            f"; the rank holds in {len(years)} of the {len(rankings)} years {rankings[0].year}-{rankings[-1].year}"
        )
    if (
        verdict == verdicts.INCONSISTENT
        and _is_old(claim, chosen)
        and _comes_near(claim, rankings[-_RECENT:], readings)
    ):
        verdict, reason = verdicts.NOT_COMPARABLE, f"{reason}; too old a ranking to refuse a place that near"
    ids = tuple(name for entry in chosen.standings for name in entry.level.ids if _counts(claim, chosen, entry))
    return BasisVerdict(basis=chosen.basis, verdict=verdict, reason=reason, rows=ids)


def _best(claim: TradeClaim, ranking: Ranking, readings: tuple[Reading, ...]) -> str:
    return min((_judged(claim, ranking.within(reading), reading)[0] for reading in readings), key=_ORDER.index)


def _is_old(claim: TradeClaim, ranking: Ranking) -> bool:
    """Whether the latest ranking is older by years than an undated rank that it is held against."""
    return claim.figure.period is None and claim.date is not None and ranking.year < int(claim.date[:4]) - _RECENT + 2


def _comes_near(claim: TradeClaim, rankings: list[Ranking], readings: tuple[Reading, ...]) -> bool:
    """Whether the partner stood within two places of the stated rank in one of the years."""
    near = Interval(claim.numbers.low - 2, claim.numbers.high + 2)
    places = (ranking.within(reading).place(claim.partner or "") for ranking in rankings for reading in readings)
    return any(own is not None and Interval(own.larger + 1, own.as_large + 1).meets(near) for own in places)


def _chosen(claim: TradeClaim, rankings: list[Ranking]) -> Ranking | None:
    if claim.figure.period is None:
        return rankings[-1]
    return next((ranking for ranking in rankings if ranking.year == claim.year), None)


def _counts(claim: TradeClaim, ranking: Ranking, entry: Standing) -> bool:
    """Whether a partner's row belongs to the evidence: those at or above the claimed partner, and the next."""
    own = ranking.place(claim.partner or "")
    return own is not None and entry.larger <= own.as_large + 1


def _judged(claim: TradeClaim, ranking: Ranking, reading: Reading) -> tuple[str, str]:
    """The verdict on the rank within one ranking, and its words behind "the partner is"."""
    own = ranking.place(claim.partner or "")
    where = "" if reading.members is None else f" in {reading.words}"
    if own is None:
        return verdicts.INCONSISTENT, f"not{where}"
    place = Interval(own.larger + 1, own.as_large + 1)
    listed = f"({_order(ranking.standings[: max(4, own.as_large + 2)])})"
    if place.high <= ranking.depth:
        return verdicts.judge(place.meets(claim.numbers)), f"{_ordinal(place)}{where} {listed}"
    short = f"{_ordinal(place)} of the {len(ranking.standings)} partners listed{where} {listed}"
    if claim.numbers.high < place.low:
        return verdicts.INCONSISTENT, short
    if place.meets(claim.numbers) and len(ranking.standings) > place.high:
        return verdicts.CONSISTENT, f"{short}, a list that may lack others"
    return verdicts.NOT_COMPARABLE, f"{short}, a list too short to tell"


def _order(standings: tuple[Standing, ...]) -> str:
    return ", ".join(
        f"{verdicts.country_name(s.partner)} {printing.amount(s.level.value, s.level.currency, 1)}" for s in standings
    )


def _other_side(claim: TradeClaim, reference: Reference, rankings: list[Ranking]) -> list[BasisVerdict]:
    """The partner's own declaration: no ranking can be made with it, but it may make a stated place unsafe."""
    own = [
        level
        for level in _pair(claim, reference)
        if level.declarer == claim.partner and level.kind == "own" and level.first == level.last
    ]
    own = [level for level in own if claim.figure.period is None or level.first == claim.year]
    seen = verdicts.shown(own[-1], "USD", reference) if own else None
    if seen is None or not rankings:
        return []
    level = own[-1]
    nearest = min(rankings, key=lambda ranking: (abs(ranking.year - level.first), ranking.basis))
    places = [_ahead(claim, nearest.within(reading), seen.numbers) for reading in regions.readings(claim.region)]
    ahead = min(places, key=len)
    reason = f"as {verdicts.country_name(claim.partner)} declares it the figure is {seen.words} in {level.first}; "
    if len(ahead) + 1 > claim.numbers.high:
        listed = f"{_order(ahead)} in {verdicts.in_short(nearest.basis)} of {nearest.year}"
        reason = (
            f"not safe: {reason}it would stand behind {listed}, were bases compared; no ranking is made across them"
        )
    else:
        reason += "no ranking can be made of one partner's declarations"
    ids = level.ids + tuple(name for entry in ahead for name in entry.level.ids)
    return [BasisVerdict(basis=level.basis, verdict=verdicts.NOT_COMPARABLE, reason=reason, rows=ids)]


def _ahead(claim: TradeClaim, ranking: Ranking, stated: Interval) -> tuple[Standing, ...]:
    """The other partners of a ranking with a certainly larger figure."""
    return tuple(s for s in ranking.standings if s.partner != claim.partner and s.level.numbers.low > stated.high)


def _pair(claim: TradeClaim, reference: Reference) -> tuple[Level, ...]:
    return levels.of_pair(reference, claim.country or "", claim.partner or "", claim.flow)


def _ordered(table: dict[str, Level]) -> tuple[Standing, ...]:
    entries = sorted(table.items(), key=lambda item: (-item[1].value, item[0]))
    return tuple(
        Standing(
            partner,
            level,
            sum(other.numbers.low > level.numbers.high for _, other in entries),
            sum(other.numbers.high >= level.numbers.low for name, other in entries if name != partner),
        )
        for partner, level in entries
    )


def _depth(table: dict[str, Level], flow: str, reference: Reference, name: str) -> float:
    """How far down the sources say the list is complete: everything in a reader's own table, else by their notes."""
    if reference.tidy is not None and name == reference.tidy.basis:
        return INFINITY
    if flow != "turnover":
        return 0
    notes = [row.note for level in table.values() for row in level.rows]
    ranked = {_number(match[1]) for note in notes for match in [_RANKED.search(note)] if match}
    depth = next(place for place in range(1, len(table) + 2) if place not in ranked) - 1
    largest = [match[1] for note in notes for match in [_LARGEST.search(note)] if match]
    # The fifteen largest are in the table if as many partners carry the note, or the asked one has another.
    return max([depth, *(min(_number(word), len(table)) for word in largest[:1])])


def _number(word: str) -> int:
    ordinal = numbers.ordinal_at(word, 0)
    found = numbers.find(word)
    return ordinal.value if ordinal else int(found[0].value) if found else 0


def _ordinal(place: Interval) -> str:
    names: dict[int, str] = {value: word for word, value in words.table("numbers")["ordinals"].items()}
    low, high = int(place.low), int(place.high)
    if low == high:
        return names.get(low, f"{low}th")
    return f"{names.get(low, f'{low}th')} to {names.get(high, f'{high}th')}"
