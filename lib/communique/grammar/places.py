"""Places that news is filed from: the capitals and the other towns known, and what only looks like a place."""

import re
from functools import cache, lru_cache

from communique import words
from communique.grammar import countries, dates

# "Lakestimes", "STEPPEPRESS", and adverbs.
_PAPER = re.compile(r"(?:times|news|press|inform|media|daily|online|ly)\Z", re.IGNORECASE)
_FIRST = re.compile(r"[^\W\d_]+")


def known_end(text: str, start: int) -> int | None:
    """Where the capital or other town that begins at `start` ends, the longest name known; None if there is none."""
    end = countries.capital_end(text, start)
    first = _FIRST.match(text, start)
    names = _towns().get(countries.fold(first.group()).lower(), ()) if first else ()
    if names:
        ahead = countries.fold(text[start : start + len(names[0]) + 1])
        for name in names:
            if ahead[: len(name)] in (name, name.upper()) and not ahead[len(name) :].isalnum():
                return max(start + len(name), end or 0)
    return end


@lru_cache(maxsize=4096)
def is_known(place: str) -> bool:
    """Whether the whole of `place` is a capital or another town known."""
    return known_end(place, 0) == len(place)


def is_common(place: str) -> bool:
    """Whether a word of what looks like a place names none: "IN TALKS: The two", "However, The"."""
    parts = {*place.lower().split()} - {"new"}  # "NEW YORK: The two"
    return place.upper() in not_places() or not _common().isdisjoint(parts)


def is_label(place: str) -> bool:
    """Whether a word of what looks like a place is a title, a paper's name or opens a sentence: "Press", "Asked"."""
    parts = place.replace("-", " ").split()
    if len(parts) == 1 and place.lower() in dates.months():
        return True
    return any(part.upper() in not_places() or _PAPER.search(part) or part in _not_towns() for part in parts)


@cache
def not_places() -> frozenset[str]:
    """Words in capitals before a colon or a dash that are no place."""
    return frozenset(words.table("header")["not_places"])


@cache
def agencies() -> frozenset[str]:
    """The agencies and papers known everywhere, in small letters."""
    return frozenset(name.lower() for name in words.table("organisations")["known"]["media"])


@cache
def _towns() -> dict[str, tuple[str, ...]]:
    """The towns of the table by their first word in small letters, the longest name first."""
    towns: dict[str, list[str]] = {}
    for name in sorted(map(countries.fold, words.table("header")["towns"]), key=len, reverse=True):
        towns.setdefault(_FIRST.findall(name)[0].lower(), []).append(name)
    return {first: tuple(names) for first, names in towns.items()}


@cache
def _common() -> frozenset[str]:
    """Words that no place is named with: "In Rome, Italy – where they met", "President Moe, Italy"."""
    return frozenset(words.table("names")["ordinary"]) | frozenset(words.table("titles")["offices"])


@cache
def _not_towns() -> frozenset[str]:
    return frozenset(words.table("header")["not_towns"]) | frozenset(dates.weekdays())
