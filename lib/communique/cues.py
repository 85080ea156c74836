"""Finds cues, the words and phrases of a codebook, in a text.

A cue matches in any case, with or without accents and a plural ending; a word with two capitals ("MoU", "AI") matches
only as written; `*` at the end of a word stands for any ending, at its start for any beginning; a hyphen, a slash and
white space are the same gap, and a comma in a cue may stand in the text or not. Where cues overlap, the one of more
words wins, then the one of more letters. A counter-cue silences the cues of its own code that it overlaps and that
have no more words; other codes' cues stand in it as elsewhere.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_CUE_WORD = re.compile(r"\*?[^\W_]+(?:['’][^\W_]+)*\*?,?|&")
# Words that mean something else without their s.
_KEPT = frozenset(
    ("arms", "customs", "goods", "headquarters", "means", "news", "securities", "series", "species", "works")
)
_GAP = " \t\n\r\f\v\u00a0-‐‑–—/'’"


class Cue(NamedTuple):
    """A cue ready for comparison: its folded words, its code, what it counts, and whether it is a counter-cue."""

    words: tuple[str, ...]
    code: str
    cue: str
    weight: float
    counter: bool = False


class Hit(NamedTuple):
    """A cue found in a text: where it stands, its code, and what it counts."""

    start: int
    end: int
    code: str
    cue: str
    weight: float


class Token(NamedTuple):
    """A word of a text: where it stands, as written without its plural s, and folded."""

    start: int
    end: int
    exact: str
    folded: str


class Finder:
    """Finds any number of cues in one pass over a text."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        """Indexes the cues by their first word."""
        self._index: dict[str, list[Cue]] = {}
        for cue in cues:
            self._index.setdefault(cue.words[0].removesuffix(","), []).append(cue)
        self._heads = sorted({len(key) - 1 for key in self._index if key.endswith("*")})
        self._tails = sorted({len(key) - 1 for key in self._index if key.startswith("*")})

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """The cues in `text[start:end]` in order and without overlap."""
        tokens = tokenise(text, start, len(text) if end is None else end)
        found = [(at, cue) for at in range(len(tokens)) for cue in self._starting(text, tokens, at)]
        found.sort(key=lambda pair: (-len(pair[1].words), not pair[1].counter, pair[0], -len(pair[1].cue)))
        taken: set[int] = set()
        silenced: set[tuple[int, str]] = set()
        hits = []
        for at, cue in found:
            places = range(at, at + len(cue.words))
            if cue.counter:
                silenced.update((place, cue.code) for place in places)
            elif taken.isdisjoint(places) and silenced.isdisjoint((place, cue.code) for place in places):
                taken.update(places)
                hits.append(Hit(tokens[at].start, tokens[places[-1]].end, cue.code, cue.cue, cue.weight))
        return sorted(hits, key=lambda hit: hit.start)

    def _starting(self, text: str, tokens: list[Token], at: int) -> Iterator[Cue]:
        for key in self._keys(tokens[at]):
            for cue in self._index[key]:
                run = tokens[at : at + len(cue.words)]
                if len(run) == len(cue.words) and all(map(_same, cue.words, run)) and _joined(text, run, cue.words):
                    yield cue

    def _keys(self, token: Token) -> list[str]:
        """The keys of the index that the token may begin, in a fixed order."""
        exact, folded, index = token.exact, token.folded, self._index
        keys = [key for key in ((exact, folded) if exact != folded else (exact,)) if key in index]
        keys += [key for length in self._heads if (key := folded[:length] + "*") in index]
        keys += [key for length in self._tails if (key := "*" + folded[-length:]) in index]
        return sorted(keys) if len(keys) > 1 else keys


def words(cue: str) -> tuple[str, ...]:
    """The words of a cue as they are compared; empty if there is none."""
    return tuple(_pattern(word) for word in _CUE_WORD.findall(cue))


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]`."""
    matches = _WORD.finditer(text, start, end)
    return [Token(match.start(), match.end(), _unplural(match[0]), fold(match[0])) for match in matches]


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
    if bare.endswith("*") or sum(char.isupper() for char in bare) < 2:
        return fold(bare) + comma
    return _unplural(bare) + comma


def _same(pattern: str, token: Token) -> bool:
    pattern = pattern.removesuffix(",")
    if pattern.endswith("*"):
        return token.folded.startswith(pattern[:-1])
    if pattern.startswith("*"):
        return token.folded.endswith(pattern[1:])
    return pattern in (token.folded, token.exact)


def _joined(text: str, run: list[Token], patterns: tuple[str, ...]) -> bool:
    """Whether nothing but a gap stands between the words, a comma where the cue has one, or the points of "S.p.A."."""
    for left, right, pattern in zip(run, run[1:], patterns, strict=False):
        gap = text[left.end : right.start]
        if gap != "." and gap.strip(_GAP).removeprefix("," if pattern.endswith(",") else ""):
            return False
    return True
