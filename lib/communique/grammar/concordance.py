"""Where the words of a text stand, so that a pattern is tried only at the words it can begin with.

A pattern of a hundred words is slow when it is tried at every letter. `Opened(pattern, openings).finditer(text)` gives
what `pattern.finditer(text)` does where every match begins with one of the openings, and is many times as fast.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from string import ascii_lowercase

import msgspec

from communique.grammar.text import lower

# Stands for any digits among the openings of a pattern.
DIGITS = "0"
_RUN = re.compile(r"[a-z]+")
_LETTERS = bytes(code if chr(code) in ascii_lowercase else ord(" ") for code in range(256))
_DIGITS = re.compile(r"\d\d*")


class Runs(msgspec.Struct, frozen=True):
    """The runs of plain letters of a text, in small letters, and where each stands; of digits under `DIGITS`."""

    known: frozenset[str]
    places: Mapping[str, list[int]]


@lru_cache(maxsize=4)
def of(text: str) -> Runs:
    """The offsets of every run of plain letters, by the run in small letters, and of every run of digits."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    # Everything but plain letters becomes one space each: cutting at spaces is faster than any pattern.
    place = 0
    for run in lower(text).encode("latin-1", "replace").translate(_LETTERS).decode("latin-1").split(" "):
        if run:
            places[run].append(place)
        place += len(run) + 1
    places[DIGITS] = [match.start() for match in _DIGITS.finditer(text)]
    return Runs(frozenset(places), places)


@lru_cache(maxsize=32)
def places(text: str, openings: frozenset[str]) -> list[int]:
    """The offsets of the openings in order.

    >>> places("The first one and the third", openings(["First", "third-largest"]))
    [4, 22]
    """
    runs = of(text)
    found: list[int] = []
    for word in runs.known & openings:
        found += runs.places[word]
    found.sort()
    return found


def openings(phrases: Iterable[str]) -> frozenset[str]:
    """The first words of phrases, each as far as it is plain letters, in small letters."""
    found = (_RUN.match(phrase.lower()) for phrase in phrases)
    return frozenset(match.group() for match in found if match)


class Opened(msgspec.Struct, frozen=True):
    """A pattern with the words that its matches begin with."""

    pattern: re.Pattern[str]
    openings: frozenset[str]

    def finditer(
        self, text: str, start: int = 0, end: int | None = None, known: str | None = None
    ) -> Iterator[re.Match[str]]:
        """The matches between two offsets, left to right and apart; `known` is a text that `text` is a part of, with
        some of it blanked, whose words have been looked up before.
        """
        found = places(known or text, self.openings)
        stop = len(text) if end is None else end
        reached = start
        for place in found[bisect_left(found, start) : bisect_left(found, stop)]:
            if place >= reached and (match := self.pattern.match(text, place, stop)):
                yield match
                reached = match.end()
