"""Organisations told by the list they stand in."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from communique.extract.organisations.context import nameable
from communique.grammar.bodies import Found
from communique.grammar.institutions import Run
from communique.grammar.names import Words

# What may stand between two names of one list, and what closes one.
_CLOSING = frozenset({"and", ", and", "&", "and the", ", and the", "as well as", ", as well as", ", and other"})
_AND = _CLOSING | {",", ", the"}


def coordinated(
    words: Words, runs: Sequence[Run], lands: Mapping[int, str], known: set[int], listed: set[int]
) -> list[Found]:
    """The names that stand in one list with an organisation already found; `known` grows by their first words.

    A comma alone makes no list: "at the University of Graz, Styria" goes on with where it is. A list closes with
    "and", or is one whose members are told by what leads to it (the first words of these in `listed`).
    """
    closed = _closed(words, runs, listed)
    found = []
    for ordered in (runs, runs[::-1]):
        for before, run in pairwise(ordered):
            left, right = sorted((before, run))
            if before.first not in known or run.first in known or before.kind == "international organisation":
                continue
            joint = _joint(words, left, right)
            linked = joint in _CLOSING or (joint in _AND and right.first in closed)
            if linked and not words.first[right.first] and nameable(words, run, lands):
                known.add(run.first)
                found.append(Found(run.first, run.last, run.kind or "company", run.acronym, "beside an organisation"))
    return found


def _joint(words: Words, left: Run, right: Run) -> str:
    """What stands between two runs, an acronym in brackets left out."""
    between = " ".join(words.source[words.end[left.last - 1] : words.start[right.first]][:40].split())
    return between.removeprefix(f"({left.acronym})" if left.acronym else "").strip()


def _closed(words: Words, runs: Sequence[Run], listed: set[int]) -> set[int]:
    """The first words of the runs that stand in a list which closes with "and" or opens with a member in `listed`."""
    closed: set[int] = set()
    for ordered in (runs, runs[::-1]):
        inside = False
        for before, run in pairwise(ordered):
            left, right = sorted((before, run))
            joint = _joint(words, left, right)
            inside = joint in _AND and (inside or joint in _CLOSING or before.first in listed)
            if inside:
                closed.update((left.first, right.first))
    return closed
