"""Organisations told by the list they stand in."""

from collections.abc import Mapping
from itertools import pairwise

from communique.extract.organisations.context import nameable
from communique.grammar.bodies import Found
from communique.grammar.institutions import Run
from communique.grammar.names import Words

# What may stand between two names of one list.
_AND = frozenset({",", "and", ", and", "&", "and the", ", the", ", and the", "as well as", ", as well as"})


def coordinated(words: Words, runs: list[Run], lands: Mapping[int, str], known: set[int]) -> list[Found]:
    """The names that stand in one list with an organisation already found."""
    found = []
    for ordered in (runs, runs[::-1]):
        for before, run in pairwise(ordered):
            left, right = sorted((before, run))
            if before.first not in known or run.first in known or before.kind == "international organisation":
                continue
            between = " ".join(words.source[words.end[left.last - 1] : words.start[right.first]][:40].split())
            bracket = f"({left.acronym})" if left.acronym else ""
            if (
                between.removeprefix(bracket).strip() in _AND - {""}
                and not words.first[right.first]
                and nameable(words, run, lands)
            ):
                known.add(run.first)
                found.append(Found(run.first, run.last, run.kind or "company", run.acronym, "beside an organisation"))
    return found
