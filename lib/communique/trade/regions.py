"""The regions that a rank may hold in, and which countries belong to them.

Regions are those of the UN M49 geoscheme as `countries.csv` gives them; unions are lists of members in `trade.toml`.
M49 counts Russia to Eastern Europe whole; news often does not, so a region of Europe is read both ways.
"""

from typing import NamedTuple

from communique import words
from communique.grammar import countries

EVERYWHERE = "World"
RUSSIA = "RUS"


class Reading(NamedTuple):
    """One way to draw a region: its words and its members; None means every country."""

    words: str
    members: frozenset[str] | None


def is_known(name: str) -> bool:
    """Whether the region is one that the tables draw."""
    return name == EVERYWHERE or name in words.table("trade")["regions"]


def readings(name: str) -> tuple[Reading, ...]:
    """The ways to draw the region of that name, the M49 definition first.

    >>> [reading.words for reading in readings("Europe")]
    ['Europe by UN M49, Russia counted', 'Europe without Russia']
    """
    if name == EVERYWHERE:
        return (Reading("the world", None),)
    entry = words.table("trade")["regions"][name]
    if "members" in entry:
        return (Reading(name, frozenset(entry["members"])),)
    areas = set(entry["m49"])
    members = frozenset(row.iso3 for row in countries.countries().values() if {row.region, row.subregion} & areas)
    if RUSSIA not in members:
        return (Reading(f"{name} by UN M49", members),)
    return (
        Reading(f"{name} by UN M49, Russia counted", members),
        Reading(f"{name} without Russia", members - {RUSSIA}),
    )
