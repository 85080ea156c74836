"""Organisations told by the list they stand in."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from communique.extract.organisations.context import nameable
from communique.grammar.bodies import Found
from communique.grammar.institutions import Run
from communique.grammar.names import Words

# What may stand between two names of one list, and what closes one.
_CLOSING = frozenset({"and", ", and", "&", "and the", ", and the", "as well as", ", as well as", ", and other"})
_AND = _CLOSING | {",", ", the"}
_BRACKET = re.compile(r"\A\([^()]{2,12}\)\s?")  # an acronym
_WIDEST = 32  # characters between two names of a list, an acronym in brackets taken in


def coordinated(
    words: Words, runs: Sequence[Run], lands: Mapping[int, str], known: set[int], listed: set[int]
) -> list[Found]:
    """The names that stand in one list with an organisation already found; `known` grows by their first words.

    A comma alone makes no list: "at the University of Graz, Styria" goes on with where it is. A list closes with
    "and", or is one whose members are told by what leads to it (the first words of these in `listed`).
    """
    starts, ends = words.start, words.end
    plain = [run for run in runs if not words.possessive(run.last - 1) or run.first in known]
    plain = [run for run in plain if not _in_bracket(words, run)]
    near = [(a, b) for a, b in pairwise(plain) if starts[b.first] - ends[a.last - 1] <= _WIDEST]
    joints = [(left, right, joint) for left, right in near if (joint := _joint(words, left, right)) in _AND]
    closed, opened = _closed(joints, listed), _opened(joints, listed)
    found = [_beside(run) for run in opened if run.first not in known and nameable(words, run, lands)]
    known.update(item.first for item in found)
    for forward in (True, False):
        for left, right, joint in joints if forward else reversed(joints):
            before, run = (left, right) if forward else (right, left)
            if before.first not in known or run.first in known or before.kind == "international organisation":
                continue
            linked = joint in _CLOSING or right.first in closed
            if linked and not words.first[right.first] and nameable(words, run, lands):
                known.add(run.first)
                found.append(_beside(run))
    return found


def _in_bracket(words: Words, run: Run) -> bool:
    """Whether the run is all that stands in a bracket, as the acronym behind a name."""
    return (
        words.gap(run.first)[-1:] == "(" and words.source[words.end[run.last - 1] : words.end[run.last - 1] + 1] == ")"
    )


def _beside(run: Run) -> Found:
    return Found(run.first, run.last, run.kind or "company", run.acronym, "beside an organisation")


def _joint(words: Words, left: Run, right: Run) -> str:
    """What stands between two runs, an acronym in brackets left out."""
    between = " ".join(words.source[words.end[left.last - 1] : words.start[right.first]].split())
    between = _BRACKET.sub("", between)
    return between.rpartition(" ")[0] if between.endswith(("-based", "'s", "’s")) else between


def _closed(joints: Sequence[tuple[Run, Run, str]], listed: set[int]) -> set[int]:
    """The first words of the runs that stand in a list which closes with "and" or opens with a member in `listed`."""
    closed: set[int] = set()
    last = -1
    for left, right, joint in reversed(joints):
        if joint in _CLOSING or right.first == last or right.first in listed:
            closed.update((left.first, right.first))
            last = left.first
    return closed | {run.first for run in _opened(joints, listed)}


def _opened(joints: Sequence[tuple[Run, Run, str]], listed: set[int]) -> list[Run]:
    """The runs of a list after its first member, whom the words before it tell ("companies such as A, B and C")."""
    opened: list[Run] = []
    for left, right, _ in joints:
        if left.first in listed or (opened and opened[-1].first == left.first):
            opened.append(right)
    return opened
