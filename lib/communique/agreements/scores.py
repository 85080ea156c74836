"""Adds up what cues speak for, and says who wins and by how much."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from communique.cues import Hit

# A word that hangs on the one before it ("training of engineers") is worth this part of its weight.
_DEPENDENT = 0.8
_LEAST_DEPENDENT = 0.5
# Of neighbours without a word between them ("hydrogen trains") the last is the head.
_HEAD = 1.1
# The second of two whose scores differ by less than this part makes it a tie.
_TIE = 0.05
# Each further word makes a phrase a little more telling than a single word of the same list.
_PER_WORD = 0.25
_COORDINATION = re.compile(r"\s*(?:[,;/&]|and\b|or\b|as well as\b)", re.IGNORECASE)
_DEPENDENCE = re.compile(r"\b(?:of|for|in|on|to|with|through|at|by|from|under|against|between|within)\b", re.IGNORECASE)


class Weighed(NamedTuple):
    """The winner (None in a tie or where nothing speaks), the runner-up, the winner's score and its hits."""

    code: str | None
    runner_up: str | None
    score: float
    hits: tuple[Hit, ...]


def weigh(text: str, hits: Sequence[Hit], first_counts_most: bool = False) -> dict[str, float]:
    """What the hits add up to for each code; a cue counts once, dependent words count less.

    `first_counts_most` treats "and" like a dependence too: in a body's name the first of its fields is the main one.
    """
    totals: dict[str, float] = {}
    seen: set[str] = set()
    factor, before = 1.0, None
    for hit in hits:
        bonus = 1.0
        if before is not None:
            gap = text[before.end : hit.start]
            linked = f"{before.cue.rpartition(' ')[2]} {gap}"
            apart = first_counts_most if _COORDINATION.match(gap) else _DEPENDENCE.search(linked)
            factor = max(factor * _DEPENDENT, _LEAST_DEPENDENT) if apart else factor
            bonus = _HEAD if not gap.strip(" \n-") else 1.0
        before = hit
        if hit.cue not in seen:
            seen.add(hit.cue)
            weight = hit.weight * (1 + _PER_WORD * hit.cue.count(" ") / max(hit.weight, 1.0))
            totals[hit.code] = totals.get(hit.code, 0.0) + weight * factor * bonus
    return totals


def decide(totals: dict[str, float], hits: Iterable[Hit], least: float) -> Weighed:
    """The code with the largest total, if it reaches `least` and is clear of the next."""
    ranked = sorted(totals.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < least:
        return Weighed(None, ranked[0][0] if ranked else None, ranked[0][1] if ranked else 0.0, tuple(hits))
    (code, score), *rest = ranked
    second = rest[0][0] if rest else None
    if rest and rest[0][1] >= score * (1 - _TIE):
        return Weighed(None, " / ".join(sorted((code, rest[0][0]))), score, tuple(hits))
    return Weighed(code, second, score, tuple(hit for hit in hits if hit.code == code))


def first_named(totals: dict[str, float], hits: Sequence[Hit]) -> Weighed:
    """Of the codes that tie for the largest total the one found first, the others as runner-up."""
    most = max(totals.values())
    code, *others = [code for code, score in totals.items() if score >= most * (1 - _TIE)]
    return Weighed(code, " / ".join(sorted(others)) or None, most, tuple(hit for hit in hits if hit.code == code))


def together(*parts: dict[str, float]) -> dict[str, float]:
    """The totals added up."""
    totals: dict[str, float] = {}
    for part in parts:
        for code, score in part.items():
            totals[code] = totals.get(code, 0.0) + score
    return totals
