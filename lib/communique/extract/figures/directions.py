"""Which way goods go that somebody sells or buys: what the second of two sellers sells are imports of the first."""

import re
from collections.abc import Iterable
from functools import cache

from communique import words
from communique.grammar import countries

_CLAUSE = re.compile(r"[;:.]\s|\b(?:while|whereas|but|although|though|when)\b|,\s+with\b", re.IGNORECASE)
_FURTHEST = 110
_OBLIQUE = re.compile(
    r"\b(?:by|to|in|at|from|for|of|with|and|or|sold|sell|sells|selling)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_BACK = re.compile(
    r"\bin\s+the\s+(?:other|opposite|reverse)\s+direction\b|\bthe\s+other\s+way\b|\bin\s+return\b", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?\Z", re.IGNORECASE)


def read(text: str, start: int, end: int, places: Iterable[re.Match[str]], sides: tuple[str, ...]) -> dict[int, str]:
    """`exports` or `imports` by the offset of each word of sale that says so; `sides` (alpha-3) are who trades.

    The side whose sales or purchases come first is the one whose exports and imports are meant.
    """
    known: dict[int, str] = {}
    own: str | None = None
    for match in places:
        clause = _clause(text, start, match.start())
        who = _subject(text[clause : match.start()], sides)
        ahead = text[match.end() : min(end, match.end() + _FURTHEST)]
        if _BACK.search(ahead) or _BACK.search(text, clause, match.start()):
            known[match.start()] = "imports"
        elif who is not None:
            sells = _verbs()[match.group().lower()]
            own = own or (who if sells or _bought_from(ahead, sides) else _other(who, sides))
            known[match.start()] = "exports" if (who == own) == sells else "imports"
    return known


def _clause(text: str, start: int, place: int) -> int:
    """Where the clause of a word begins."""
    begin = max(start, place - _FURTHEST)
    return max((part.end() for part in _CLAUSE.finditer(text, begin, place)), default=begin)


def _subject(before: str, sides: tuple[str, ...]) -> str | None:
    """The side that is the subject of a verb behind these words: the last one that no preposition leads to."""
    for mention in reversed(countries.find(before)):
        if mention.code in sides[:2] and not _OBLIQUE.search(before[: mention.start]):
            return mention.code
    return None


def _bought_from(ahead: str, sides: tuple[str, ...]) -> bool:
    """Whether the words behind a verb name the side that goods are bought from: "bought tea from Kenya"."""
    return any(mention.code in sides[:2] and _FROM.search(ahead[: mention.start]) for mention in countries.find(ahead))


def _other(side: str, sides: tuple[str, ...]) -> str:
    return sides[1] if side == sides[0] else sides[0]


@cache
def _verbs() -> dict[str, bool]:
    table = words.table("figures")["directions"]
    return {word: sells for key, sells in (("sells", True), ("buys", False)) for word in table[key].split()}


def is_sale(word: str) -> bool:
    """Whether a word is one of sale or purchase."""
    return word in _verbs()
