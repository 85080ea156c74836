"""Trade claims and the reference rows around them as tidy tables; `billion` is in billions of dollars.

A figure in euros is converted at the annual average rate and `printed` says so; a table without rows keeps its columns.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import pandas as pd

from communique.phrases import country_name, in_sentence
from communique.record import Claim, Record
from communique.trade import claims, intervals, levels, mirror, printing, ranks, regions, verdicts
from communique.trade.bases import basis
from communique.trade.intervals import Interval
from communique.trade.levels import Level
from communique.trade.reference import Reference
from communique.trade.rows import AGGREGATES, TradeRow, years
from communique.trade.stated import TradeClaim

BILLION = 1e9
# How `points` begins the words of what the article states, apart from what that implies.
STATED_AS = "stated: "
TURNOVER = ["year", "last", "billion", "low", "high", "basis", "declared by", "printed", "source", "row"]
SIDES = ["flow", "from", "to", "year", "exporter says", "importer says", "ratio", "flagged", "bases", "rows"]
BOOKS = ["from", "to", "declared by", "year", "billion", "basis", "source"]
POINTS = ["year", "billion", "low", "high", "what"]
RANKING = ["place", "country", "name", "billion", "basis", "year", "region", "asked", "complete", "source"]
TOTALS = ["first", "last", "billion", "measure", "kind", "source", "row"]
STATED = ["claim", "kind", "stated by", "of", "period", "stands for"]
STEPS = ["claim", "step", "in words"]
WEIGHT = ["country", "year", "turnover", "GDP", "share of GDP", "basis", "sources"]
ROWS = ["row", "says", "basis", "source"]
SERIES = ["basis", "declared by", "flow", "years", "what it is", "source"]

_OF = {
    "turnover": "trade between {country} and {partner}",
    "exports": "exports of {country} to {partner}",
    "imports": "imports of {country} from {partner}",
    "investment": "investment of {partner} in {country}",
    "companies": "companies of {partner} in {country}",
}


def pair(said: Iterable[TradeClaim], record: Record) -> tuple[str | None, str | None]:
    """The two countries that the claims are about, growth and levels first, else the two sides of the article."""
    known = [claim for claim in said if claim.country and claim.partner]
    first = next((claim for claim in known if claim.kind in ("growth", "level")), next(iter(known), None))
    return (first.country, first.partner) if first else record.sides


def pair_name(country: str | None, partner: str | None) -> str:
    """The two countries in words."""
    return f"{in_sentence(_name(country))} and {in_sentence(_name(partner))}"


def first(said: Iterable[TradeClaim], *kinds: str) -> TradeClaim | None:
    """The first claim of one of these kinds, or None."""
    return next((claim for claim in said if claim.kind in kinds), None)


def stated(said: Iterable[TradeClaim]) -> pd.DataFrame:
    """One row a claim: who states what of whose trade with whom, for when, and what interval the number stands for."""
    rows = [
        (c.figure.text, c.kind.replace("_", " "), c.speaker or "", _of(c), _period(c), _stands_for(c)) for c in said
    ]
    return pd.DataFrame(rows, columns=STATED)


def steps(said: Iterable[TradeClaim], reference: Reference) -> pd.DataFrame:
    """One row a step of arithmetic that a claim allows, beyond the interval it stands for."""
    rows = [
        (claim.figure.text, step.name, step.words)
        for claim in said
        for step in claims.arithmetic(claim, reference)
        if step.name != "stated"
    ]
    return pd.DataFrame(rows, columns=STEPS)


def series(reference: Reference, country: str | None, partner: str | None) -> pd.DataFrame:
    """One row a basis, declarer and flow of the pair: which years there are, what the basis is, and its sources."""
    rows = sorted(reference.pair(country or "", partner or ""), key=_series)
    made = [_series_row(key, list(group)) for key, group in groupby(rows, key=_series)]
    return pd.DataFrame(made, columns=SERIES)


def turnover(reference: Reference, country: str | None, partner: str | None) -> pd.DataFrame:
    """One row a basis and period of the pair's turnover, with the interval of a rounded figure; `last` ends a mean."""
    found = levels.of_pair(reference, country or "", partner or "", "turnover")
    made = (_level(level, reference) for level in found)
    return pd.DataFrame([row for row in made if row], columns=TURNOVER).sort_values(["year", "basis", "row"])


def points(claim: TradeClaim | None) -> pd.DataFrame:
    """What a stated level draws: itself, and the level of the year before that its growth implies; dollars only."""
    rows: list[tuple[Any, ...]] = []
    if claim is not None and claim.kind == "level" and claim.unit == "USD" and claim.year and not claim.numbers.is_open:
        if claim.growth and claim.base and not claim.growth.is_open:
            before = intervals.implied_earlier(claim.numbers, claim.growth)
            grown = printing.amount(claim.growth.middle, "percent")
            rows.append((claim.base, *_billions(before), f"implied by {grown} growth"))
        rows.append((claim.year, *_billions(claim.numbers), STATED_AS + claim.figure.text))
    return pd.DataFrame(rows, columns=POINTS)


def weight(reference: Reference, country: str | None, partner: str | None) -> pd.DataFrame:
    """The turnover of the latest year that has one and both sides' GDP, as a share of each, in per cent."""
    gdp = {(row.country, row.year): row for row in reference.gdp}
    found = sorted(levels.of_pair(reference, country or "", partner or "", "turnover"), key=lambda level: level.last)
    own = [level for level in found if level.currency == "USD" and level.kind == "own"]
    both = [level for level in own if {(country, level.last), (partner, level.last)} <= set(gdp)]
    rows = []
    for level, side in ((level, side) for level in both[-1:] for side in (country, partner)):
        product = gdp[side or "", level.last]
        sizes = (level.value / BILLION, round(product.value / BILLION, 1), round(level.value / product.value * 100, 1))
        sources = f"{level.rows[0].source}; {product.source}"
        rows.append((country_name(side), level.last, *sizes, level.rows[0].basis, sources))
    return pd.DataFrame(rows, columns=WEIGHT)


def sides(reference: Reference, country: str | None, partner: str | None) -> pd.DataFrame:
    """One row a flow and year that both sides declare: both figures, their ratio, and whether it is flagged."""
    found = mirror.both_sides(reference, country or "", partner or "")
    return pd.DataFrame([_side(entry) for entry in found], columns=SIDES)


def books(reference: Reference, country: str | None, partner: str | None) -> pd.DataFrame:
    """One row a yearly declaration of goods in either direction, with who declares it; reconciled data by nobody."""
    rows = []
    for exporter, importer in ((country or "", partner or ""), (partner or "", country or "")):
        for level in levels.of_pair(reference, exporter, importer, "exports"):
            seen = verdicts.shown(level, "USD", reference)
            if seen and level.first == level.last and level.kind in ("own", "reconciled"):
                names = (country_name(exporter), country_name(importer))
                who = country_name(level.declarer) if level.declarer else "both sides reconciled"
                rows.append(
                    (*names, who, level.first, seen.numbers.middle / BILLION, level.rows[0].basis, level.rows[0].source)
                )
    return pd.DataFrame(rows, columns=BOOKS)


def ranking(reference: Reference, claim: TradeClaim | None) -> pd.DataFrame:
    """The partners in the year and basis that a stated rank is checked by first, largest first; `asked` is its own."""
    chosen = ranks.for_claim(claim, reference)[:1] if claim else ()
    rows = [_place(claim, each, at) for each in chosen if claim for at in range(len(each.standings))]
    return pd.DataFrame(rows, columns=RANKING)


def totals(reference: Reference, claim: TradeClaim | None) -> pd.DataFrame:
    """The totals of investment that sources give for a claim's pair, with their periods, and the stated one last."""
    if claim is None or claim.kind != "investment":
        return pd.DataFrame([], columns=TOTALS)
    rows: list[tuple[Any, ...]] = [
        (row.first, row.last, row.value / BILLION, row.measure, _kind(row, claim), row.source, row.id)
        for row in reference.investment
        if (row.host, row.investor) == (claim.country, claim.partner) and row.currency == claim.unit
    ]
    rows.sort(key=lambda row: (row[0], row[1], row[2], row[5]))
    if rows and claim.period.first and claim.period.last:
        middle = claim.numbers.high if claim.numbers.low <= 0 else claim.numbers.middle
        rows.append((claim.period.first, claim.period.last, middle / BILLION, "stated", "stated", "the article", ""))
    return pd.DataFrame(rows, columns=TOTALS)


def checked(found: Iterable[Claim]) -> pd.DataFrame:
    """One row a claim and basis, the claim's own verdict in `overall`: the verdict table."""
    rows = [
        (claim.text, claim.verdict, entry.basis or "arithmetic", entry.verdict, entry.reason)
        for claim in found
        for entry in claim.by_basis
    ]
    return pd.DataFrame(rows, columns=["claim", "overall", "basis", "verdict", "reason"])


def rows(found: Iterable[Claim], reference: Reference) -> pd.DataFrame:
    """One row a reference row that a verdict rests on: its id, what it says, whose figure it is, and its source."""
    wanted = list(dict.fromkeys(name for claim in found for entry in claim.by_basis for name in entry.rows))
    known = {name: text for name, *text in _all_rows(reference, wanted)}
    return pd.DataFrame([(name, *known[name]) for name in wanted if name in known], columns=ROWS)


def reasons(reference: Reference, country: str | None, partner: str | None) -> pd.DataFrame:
    """The known reasons for two sides to differ, those that a source gives for this pair first."""
    noted = [
        ("given for this pair", n.reason, n.statement, n.source)
        for n in mirror.notes(reference, country or "", partner or "")
    ]
    known = [("in general", reason.label, reason.words, reason.source) for reason in mirror.reasons()]
    return pd.DataFrame(noted + known, columns=["where", "reason", "in words", "source"])


def _side(entry: mirror.Mirror) -> dict[str, Any]:
    return {
        "flow": entry.flow,
        "from": country_name(entry.exporter),
        "to": country_name(entry.importer),
        "year": entry.year,
        "exporter says": round(entry.exported / BILLION, 3),
        "importer says": round(entry.imported / BILLION, 3),
        "ratio": round(entry.ratio, 2),
        "flagged": entry.is_flagged,
        "bases": f"{entry.exporter_basis} / {entry.importer_basis}",
        "rows": "; ".join(entry.rows),
    }


def _place(claim: TradeClaim, ranking: ranks.Ranking, at: int) -> dict[str, Any]:
    """One partner of a ranking: in the region by every reading, by the wider one only (Russia for Europe), or out."""
    standing = ranking.standings[at]
    drawn = [reading.members for reading in regions.readings(claim.region)] if regions.is_known(claim.region) else []
    inside = [members is None or standing.partner in members for members in drawn]
    return {
        "place": at + 1,
        "country": standing.partner,
        "name": country_name(standing.partner),
        "billion": standing.level.value / BILLION,
        "basis": ranking.basis,
        "year": ranking.year,
        "region": "in" if inside and all(inside) else "disputed" if any(inside) else "out",
        "asked": standing.partner == claim.partner,
        "complete": at < ranking.depth,
        "source": standing.level.rows[0].source,
    }


def _of(claim: TradeClaim) -> str:
    names = {"country": country_name(claim.country), "partner": _name(claim.partner)}
    text = _OF[claim.flow].format(**names)
    if claim.kind == "rank":
        where = "" if claim.region == regions.EVERYWHERE else f", {claim.region}"
        return f"place of {names['partner']} among the partners of {names['country']}{where}"
    return f"{claim.kind} of {text}" if claim.kind in ("growth", "share", "target") else text


def _name(code: str | None) -> str:
    return AGGREGATES.get(code or "") or country_name(code)


def _period(claim: TradeClaim) -> str:
    assumed = None if claim.kind in ("rank", "company_count") else claim.year
    return claim.figure.period or str(assumed or "not stated")


def _stands_for(claim: TradeClaim) -> str:
    return f"place {claim.numbers.middle:g}" if claim.kind == "rank" else printing.interval(claim.numbers, claim.unit)


def _series(row: TradeRow) -> tuple[str, str, str]:
    """What makes a series: reconciled figures are nobody's, and one series in both directions."""
    return (row.basis, "", "") if basis(row.basis).kind == "reconciled" else (row.basis, row.reporter, row.flow)


def _series_row(key: tuple[str, str, str], rows: list[TradeRow]) -> tuple[str, ...]:
    spans = sorted({years(row.first, row.last) for row in rows})
    shown = ", ".join(spans) if len(spans) < 5 else f"{spans[0]} to {spans[-1]} ({len(spans)} years)"
    kind = basis(key[0]).kind
    who = country_name(key[1]) if kind in ("own", "exporter") else ""
    sources = "; ".join(dict.fromkeys(row.source for row in rows))
    return key[0], who, key[2] or "exports, either way", shown, basis(key[0]).label, sources


def _billions(numbers: Interval) -> tuple[float, float, float]:
    """The middle and the ends of an interval."""
    return numbers.middle / BILLION, numbers.low / BILLION, numbers.high / BILLION


def _level(level: Level, reference: Reference) -> tuple[Any, ...] | None:
    seen = verdicts.shown(level, "USD", reference)
    if seen is None:
        return None
    size = _billions(seen.numbers)
    who = country_name(level.declarer) if level.declarer else ""
    sources = "; ".join(dict.fromkeys(row.source for row in level.rows))
    return (level.first, level.last, *size, level.rows[0].basis, who, seen.words, sources, "; ".join(level.ids))


def _kind(row: Any, claim: TradeClaim) -> str:
    if verdicts.printed_since(row.source, claim.date) and intervals.printed(row.value).meets(claim.numbers):
        return "repeats the claim"
    if "slip" in row.note:
        return "evidently a slip"
    return "begins in the same year" if row.first == claim.period.first else "another beginning"


def _all_rows(reference: Reference, wanted: list[str]) -> Iterable[tuple[str, str, str, str]]:
    """Every row that an id may mean, with its words."""
    pairs = dict.fromkeys(tuple(part.split("-")) for name in wanted for part in name.split(":")[1:2] if "-" in part)
    for country, partner in (names for names in pairs if len(names) == 2):
        for row in reference.pair(country, partner):
            text = f"{_name(row.reporter)} with {_name(row.partner)}, {row.flow}, {years(row.first, row.last)}: "
            yield row.id, text + printing.amount(row.value, row.currency, 3), basis(row.basis).label, row.source
    for total in reference.investment:
        text = f"{_name(total.investor)} in {_name(total.host)}, {years(total.first, total.last)}: "
        yield total.id, text + printing.amount(total.value, total.currency), total.measure, total.source
    for count in reference.companies:
        text = f"{_name(count.home)} in {_name(count.host)}: {count.low:g} to {count.high:g}"
        yield count.id, text, "range of sources", count.source
