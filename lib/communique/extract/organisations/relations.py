"""Organisations told by who belongs to them, where they are based, who owns them, their side of politics."""

from collections.abc import Collection

from communique import words as tables
from communique.grammar import institutions
from communique.grammar.institutions import Run
from communique.grammar.names import Words

_ALL = tables.table("organisations")
_TABLE = _ALL["relations"]
_NOUNS = {word: kind for kind in ("company", "bank", "university", "media") for word in _ALL["nouns"][kind]}
_AFTER = frozenset(_ALL["nouns"]["after"])
_PAPERS = frozenset(_ALL["signs"]["papers"])
_OPENING = frozenset({'"', "“", "«", "„"})
_CLOSING = frozenset('"”»“')
_CLOSED = frozenset({'"', "”", "»", "“", ',"', ",”"})
_OWNS = frozenset(_TABLE["owns"])
_HEADS = frozenset(_TABLE["heads"])
_CHANNELS = frozenset(_TABLE["channels"])
_PRESIDING = frozenset(_TABLE["presiding"])
_POLITICAL = frozenset(_TABLE["political"])


def kind(words: Words, run: Run, persons: Collection[int]) -> str | None:
    """The kind of organisation that a relation or marks beside a noun tell; `persons` are the words of persons."""
    marked = run.first > 0 and not words.joined[run.first] and words.gap(run.first).strip() in _OPENING
    return _marked(words, run) if marked else _presided(words, run) or _related(words, run, persons)


def _presided(words: Words, run: Run) -> str | None:
    """`other` where its letters stand before the office of who is named behind: "NLC President Ms Eva Ros"."""
    last = run.last
    office = last + 1 < len(words.text) and words.key[last] in _PRESIDING and words.capital[last]
    letters = last - run.first == 1 and words.text[run.first].isupper() and len(words.text[run.first]) > 2
    held = office and letters and all(words.joined[last : last + 2]) and words.capital[last + 1]
    return "other" if held else None


def _related(words: Words, run: Run, persons: Collection[int]) -> str | None:
    """The kind that a relation to somebody or something tells.

    "Colonel Eva Ros of the Border Force", "London-based Sonel", "Jon Moe, who owns Sonel", "the opposition New Hope".
    """
    first, several = run.first, run.last - run.first > 1
    before = words.key[first - 1]
    if first < 2 or not words.joined[first] or (words.capital[first - 1] and not before.endswith("-based")):
        return None
    if before.endswith("-based"):
        return "company"
    if before == "the" and words.key[first - 2] == "of" and words.joined[first - 1] and first - 3 in persons:
        apart = several and words.gap(first - 2) == ", "  # "Eva Ros, of the New Dawn,"
        return institutions.KINDS.get(words.key[run.last - 1], "other") if words.joined[first - 2] or apart else None
    way = first - 1 - (before == "the")
    if several and words.key[way] in {"through", "via"} and not _CHANNELS.isdisjoint(words.key[max(0, way - 25) : way]):
        return institutions.KINDS.get(words.key[run.last - 1], "other")
    if words.key[first - 2] == "who" and (before in _OWNS or (several and before in _HEADS)):
        return "company"
    return "other" if several and before in _POLITICAL else None


def _marked(words: Words, run: Run) -> str | None:
    """The kind of a name in marks beside a noun or a legal form, or that a paper is with: JSC "Sonel", with "Sonel"."""
    before, last = run.first - 1, run.last
    behind = words.source[words.end[last - 1] : words.end[last - 1] + 3].lstrip(",.")[:1]
    if not behind or behind not in _CLOSING:
        return None
    if words.text[before] in institutions.LEGAL or (not words.capital[before] and words.key[before] in _NOUNS):
        return _NOUNS.get(words.key[before], "company")
    near = last < len(words.text) and words.gap(last).strip() in _CLOSED
    if near and (words.text[last] in institutions.LEGAL or words.key[last] in _AFTER):
        return _NOUNS.get(words.key[last], "company")
    paper = words.key[before] == "with" and not _PAPERS.isdisjoint(words.key[max(0, before - 4) : before])
    return "company" if paper else None
