"""Both sides of one flow: what the exporter declares beside what the importer declares.

Mirror statistics compare declarers on purpose; no growth rate and no ranking is made of them.
"""

import tomllib
from collections import defaultdict
from functools import cache
from typing import NamedTuple

import msgspec

from communique import paths
from communique.trade import levels, verdicts
from communique.trade.bases import basis
from communique.trade.levels import Level
from communique.trade.reference import Reference
from communique.trade.rows import MirrorNote

# Imports include freight and insurance, exports do not: the IMF divides imports by this (working paper 18/16).
CIF_TO_FOB = 1.06
# Outside this range the two sides are flagged as not telling of the same goods.
LOWEST, HIGHEST = 0.67, 1.5


class Mirror(NamedTuple):
    """One flow in one year from both sides, in dollars; for a turnover, `exporter` is the first of the two sides."""

    flow: str
    exporter: str
    importer: str
    year: int
    exported: float
    imported: float
    exporter_basis: str
    importer_basis: str
    rows: tuple[str, ...]
    converted: bool

    @property
    def ratio(self) -> float:
        """The exporter's figure for each dollar of the importer's."""
        return self.exported / self.imported

    @property
    def adjusted(self) -> float:
        """The ratio once freight and insurance are taken off the importer's figure."""
        return self.ratio * CIF_TO_FOB if self.flow == "exports" else self.ratio

    @property
    def is_flagged(self) -> bool:
        """Whether the adjusted ratio leaves 0.67 to 1.5."""
        return not LOWEST <= self.adjusted <= HIGHEST


class Reason(msgspec.Struct, frozen=True):
    """A reason why two sides may differ, in general."""

    label: str
    words: str
    source: str


def both_sides(reference: Reference, country: str, partner: str) -> tuple[Mirror, ...]:
    """Every year that has both declarations: goods one way, goods the other way, and the turnover.

    Statements of office-holders count for the turnover only, where a side has nothing else; `exporter_basis` says so.
    """
    found: list[Mirror] = []
    for exporter, importer in ((country, partner), (partner, country)):
        found += _paired(reference, "exports", exporter, importer)
    return tuple(found + _paired(reference, "turnover", country, partner))


def finding(mirrors: tuple[Mirror, ...]) -> str:
    """What the two sides show, in one sentence a direction; empty where there is nothing to compare."""
    sentences = []
    directions = dict.fromkeys((entry.exporter, entry.importer) for entry in mirrors if entry.flow == "exports")
    for exporter, importer in directions:
        entries = [m for m in mirrors if m.flow == "exports" and (m.exporter, m.importer) == (exporter, importer)]
        sentences.append(_sentence(exporter, importer, entries))
    return " ".join(sentences)


def reasons() -> tuple[Reason, ...]:
    """The known reasons in general, each with its source; none is asserted for a case."""
    return tuple(_reasons().values())


def notes(reference: Reference, country: str, partner: str) -> tuple[MirrorNote, ...]:
    """The reasons that a cited source gives for this pair."""
    pair = {country, partner}
    return tuple(note for note in reference.mirror_notes if {note.exporter, note.importer} == pair)


def _paired(reference: Reference, flow: str, exporter: str, importer: str) -> list[Mirror]:
    sides: dict[int, dict[str, Level]] = defaultdict(dict)
    found = levels.of_pair(reference, exporter, importer, flow)
    for level in sorted(found, key=_preference):
        declared = level.kind == "own" or (flow == "turnover" and level.kind == "statement")
        if declared and level.first == level.last:
            sides[level.first].setdefault(level.declarer, level)
    made = (_mirror(reference, flow, year, side, (exporter, importer)) for year, side in sorted(sides.items()))
    return [entry for entry in made if entry is not None]


def _mirror(reference: Reference, flow: str, year: int, side: dict[str, Level], pair: tuple[str, str]) -> Mirror | None:
    if not set(pair) <= set(side):
        return None
    out, back = side[pair[0]], side[pair[1]]
    shown = [verdicts.shown(level, "USD", reference) for level in (out, back)]
    if shown[0] is None or shown[1] is None:
        return None
    return Mirror(
        flow=flow,
        exporter=pair[0],
        importer=pair[1],
        year=year,
        exported=shown[0].numbers.middle,
        imported=shown[1].numbers.middle,
        exporter_basis=out.rows[0].basis,
        importer_basis=back.rows[0].basis,
        rows=out.ids + back.ids,
        converted=any(level.currency != "USD" for level in (out, back)),
    )


def _preference(level: Level) -> tuple[bool, bool, bool]:
    """Statistics before statements, dollars before what has to be converted, unrounded figures before rounded ones."""
    return level.kind != "own", level.currency != "USD", basis(level.rows[0].basis).rounded


def _sentence(exporter: str, importer: str, entries: list[Mirror]) -> str:
    flagged = [entry for entry in entries if entry.is_flagged]
    shown = flagged or entries
    low, high = min(entry.ratio for entry in shown), max(entry.ratio for entry in shown)
    ratio = f"{low:.1f} to {high:.1f}" if f"{low:.1f}" != f"{high:.1f}" else f"{low:.2f}"
    years = f"{shown[0].year}-{shown[-1].year}" if len(shown) > 1 else str(shown[0].year)
    out, back = verdicts.country_name(exporter), verdicts.country_name(importer)
    if flagged:
        return (
            f"Flagged: {out} declares as exports to {back} {ratio} times what {back} declares as imports from it "
            f"({years}), outside {LOWEST:g} to {HIGHEST:g} once {CIF_TO_FOB - 1:.0%} for freight and insurance are off."
        )
    return f"The two sides agree on what {out} sends to {back} ({years}, ratio {ratio})."


@cache
def _reasons() -> dict[str, Reason]:
    table = tomllib.loads((paths.DATA / "mirror_reasons.toml").read_text(encoding="utf-8"))
    return {name: msgspec.convert(entry, Reason) for name, entry in table.items()}
