"""Finds cues, the words and phrases of a codebook, in a text.

A cue matches in any case, with or without accents and a plural ending; a word with two capitals ("MoU", "AI") matches
only as written; `*` at the end of a word stands for any ending, at its start for any beginning; a hyphen, a slash and
white space are the same gap, and a comma in a cue may stand in the text or not. Where cues overlap, the one of more
words wins, then the one of more letters. A counter-cue silences the cues of its own code that it overlaps and that
have no more words; other codes' cues stand in it as elsewhere.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from communique.words import LETTERS, Pieces, split

_WORD = re.compile(rf"({LETTERS}(?:['’]{LETTERS})*+|&)")
_CUE_WORD = re.compile(r"\*?[^\W_]+(?:['’][^\W_]+)*\*?,?|&")
# Words that mean something else without their s.
_KEPT = frozenset(
    (
        "arms", "customs", "dates", "flats", "goods", "headquarters", "means", "news", "savings", "securities",
        "series", "species", "works",
    )
)  # fmt: skip
_KEPT_WORDS = 1 << 16
_LONGER = 4  # in letters; shorter words are frequent in any text
_GAP = " \t\n\r\f\v\u00a0-‐‑–—/'’"


class Cue(msgspec.Struct, frozen=True):
    """A cue ready for comparison: its folded words, its code, what it counts, and whether it is a counter-cue."""

    words: tuple[str, ...]
    code: str
    cue: str
    weight: float
    counter: bool = False


class _Entry(msgspec.Struct, frozen=True):
    """A cue with the number of the word that it is looked up by; of its other words, the nearest first, how far off
    each is, how it is compared, and whether that is all: it has neither capitals nor a `*`.
    """

    number: int
    cue: Cue
    others: tuple[tuple[int, str, bool], ...]


class Hit(msgspec.Struct, frozen=True, order=True):
    """A cue found in a text: where it stands, its code, and what it counts."""

    start: int
    end: int
    code: str
    cue: str
    weight: float


class Finder:
    """Finds any number of cues in one pass over a text."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        """Indexes each cue by that of its longer words which the fewest cues hold, so that few are compared."""
        self._index: dict[str, list[_Entry]] = {}
        self._known: dict[str, tuple[_Entry, ...]] = {}
        listed = list(cues)
        shared = Counter(word for cue in listed for word in cue.words)
        for cue in listed:
            numbers = range(len(cue.words))
            number = min(numbers, key=lambda number: (len(cue.words[number]) < _LONGER, shared[cue.words[number]]))
            self._index.setdefault(cue.words[number].removesuffix(","), []).append(_entry(number, cue))
        self._heads = sorted({len(key) - 1 for key in self._index if key.endswith("*")})
        self._tails = sorted({len(key) - 1 for key in self._index if key.startswith("*")})

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """The cues in `text[start:end]` in order and without overlap."""
        run = _cut(text[start:end])
        holding = list(map(self._known.get, run.words))
        if None in holding:
            holding = list(map(self._holding, run.words))
        if not any(holding):
            return []
        found = [
            (at - entry.number, entry.cue)
            for at, entries in enumerate(holding)
            if entries
            for entry in entries
            if not entry.others or _stands(run, at, entry)
        ]
        kept = _kept(found) if found else []
        return [
            Hit(start + run.starts[at], start + run.ends[at + len(cue.words) - 1], cue.code, cue.cue, cue.weight)
            for at, cue in kept
        ]

    def _holding(self, word: str) -> tuple[_Entry, ...]:
        """The cues that are looked up by the word; kept, because words come back."""
        if len(self._known) >= _KEPT_WORDS:
            self._known.clear()
        if word not in self._known:
            self._known[word] = tuple(entry for key in self._keys(word) for entry in self._index[key])
        return self._known[word]

    def _keys(self, word: str) -> list[str]:
        """The keys of the index that the word matches, in a fixed order."""
        exact, folded = _unplural(word), fold(word)
        keys = {exact, folded}
        keys.update(folded[:length] + "*" for length in self._heads)
        keys.update("*" + folded[-length:] for length in self._tails)
        return sorted(key for key in keys if key in self._index)


@lru_cache(maxsize=8)  # codebooks and their rules ask for the same names
def _cut(text: str) -> Pieces:
    """The words of a text."""
    return split(_WORD, text)


def words(cue: str) -> tuple[str, ...]:
    """The words of a cue as they are compared; empty if there is none."""
    return tuple(_pattern(word) for word in _CUE_WORD.findall(cue))


@lru_cache(maxsize=1 << 16)  # a text repeats its words, and articles repeat one another's
def fold(word: str) -> str:
    """The word in small letters without accents, possessive and plural ending: "Communiqués" -> "communique"."""
    word = "and" if word == "&" else word.replace("’", "'").removesuffix("'s").lower()
    if not word.isascii():
        word = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    if word in _KEPT:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _unplural(word: str) -> str:
    return word[:-1] if word[-2:-1].isupper() and word.endswith("s") else word


def _pattern(word: str) -> str:
    comma = "," * word.endswith(",")
    bare = word.removesuffix(",")
    if bare.endswith("*") or bare.islower() or sum(map(str.isupper, bare)) < 2:
        return fold(bare) + comma
    return _unplural(bare) + comma


def _kept(found: list[tuple[int, Cue]]) -> list[tuple[int, Cue]]:
    """Of the cues found, each with the number of its first word, those that neither overlap nor are silenced."""
    if len(found) > 1:
        found.sort(key=lambda pair: (-len(pair[1].words), not pair[1].counter, pair[0], -len(pair[1].cue)))
    taken: set[int] = set()
    silenced: set[tuple[int, str]] = set()
    kept = []
    for at, cue in found:
        places = range(at, at + len(cue.words))
        if cue.counter:
            silenced.update((place, cue.code) for place in places)
        elif taken.isdisjoint(places) and silenced.isdisjoint((place, cue.code) for place in places):
            taken.update(places)
            kept.append((at, cue))
    return sorted(kept, key=lambda pair: pair[0])


def _entry(number: int, cue: Cue) -> _Entry:
    words = [(place - number, word.removesuffix(",")) for place, word in enumerate(cue.words) if place != number]
    nearest = sorted(words, key=lambda other: abs(other[0]))
    return _Entry(number, cue, tuple((off, word, word.islower() and "*" not in word) for off, word in nearest))


def _stands(run: Pieces, at: int, entry: _Entry) -> bool:
    """Whether a cue stands, nothing but gaps between its words, where word `at` is the one it is looked up by."""
    for off, pattern, plain in entry.others:
        if not 0 <= at + off < len(run.words):
            return False
        word = run.words[at + off]
        if pattern not in (fold(word), word) and (plain or not _same(pattern, word)):
            return False
    first = at - entry.number
    gaps = run.gaps[first + 1 : first + len(entry.cue.words)]
    return all(_is_gap(gap, pattern[-1] == ",") for gap, pattern in zip(gaps, entry.cue.words, strict=False))


def _same(pattern: str, word: str) -> bool:
    if pattern.endswith("*"):
        return fold(word).startswith(pattern[:-1])
    if pattern.startswith("*"):
        return fold(word).endswith(pattern[1:])
    return pattern == fold(word) or pattern == _unplural(word)


def _is_gap(gap: str, comma: bool) -> bool:
    """Whether only a gap stands between two words, a comma where the cue has one, or the point of "S.p.A."."""
    return gap in (" ", ".") or not gap.strip(_GAP).removeprefix("," if comma else "")
