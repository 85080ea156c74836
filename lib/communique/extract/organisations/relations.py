"""Organisations told by who belongs to them, where they are based, who owns them, their side of politics."""

from collections.abc import Collection

from communique import words as tables
from communique.grammar import institutions
from communique.grammar.institutions import Run
from communique.grammar.names import Words

_TABLE = tables.table("organisations")["relations"]
_OWNS = frozenset(_TABLE["owns"])
_HEADS = frozenset(_TABLE["heads"])
_CHANNELS = frozenset(_TABLE["channels"])
_POLITICAL = frozenset(_TABLE["political"])


def kind(words: Words, run: Run, persons: Collection[int]) -> str | None:
    """The kind of organisation that a relation to somebody or something tells; `persons` are the words of persons.

    "Colonel Eva Ros of the Border Force", "London-based Sonel", "Jon Moe, who owns Sonel", "the opposition New Hope".
    """
    first, several = run.first, run.last - run.first > 1
    based = words.key[first - 1].endswith("-based")
    if first < 2 or not words.joined[first] or (words.capital[first - 1] and not based):
        return None
    before = words.key[first - 1]
    if based:
        return "company"
    if before == "the" and words.key[first - 2] == "of" and words.joined[first - 1] and first - 3 in persons:
        return institutions.KINDS.get(words.key[run.last - 1], "other") if words.joined[first - 2] else None
    way = first - 1 - (before == "the")
    if several and words.key[way] in {"through", "via"} and not _CHANNELS.isdisjoint(words.key[max(0, way - 25) : way]):
        return institutions.KINDS.get(words.key[run.last - 1], "other")
    if words.key[first - 2] == "who" and (before in _OWNS or (several and before in _HEADS)):
        return "company"
    return "other" if several and before in _POLITICAL else None
