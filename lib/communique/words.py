"""Word tables in `data/words/`, closed lists that the grammar and the steps use; and texts cut into words."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from typing import Any

import msgspec

from communique import paths

# A pattern of a run of letters and digits in a word; plain letters are read faster than any.
LETTERS = r"[^\W_][A-Za-z0-9]*+[^\W_]*+"


@cache
def table(name: str) -> dict[str, Any]:
    """The table `data/words/<name>.toml`, read once."""
    return tomllib.loads((paths.WORDS / f"{name}.toml").read_text(encoding="utf-8"))


def alternation(words: Iterable[str]) -> str:
    """A regular-expression group matching any of the words, longest first; a space stands for any white space."""
    parts = sorted({re.escape(word).replace(r"\ ", r"\s+") for word in words}, key=lambda part: (-len(part), part))
    return f"(?:{_branched(parts, 2)})"


def _branched(parts: list[str], depth: int) -> str:
    """The parts joined by "|", those with the same first letters in one branch: few are tried at a place."""
    groups: dict[str, list[str]] = {}
    for part in parts:
        groups.setdefault(part[:1].lower(), []).append(part)
    branches = []
    for letter, group in groups.items():
        alike = letter.isalpha() and len(group) > 1 and all(part[0] == group[0][0] for part in group)
        inner = _branched([part[1:] for part in group], depth - 1) if alike and depth else ""
        branches.append(f"{group[0][0]}(?:{inner})" if inner else "|".join(group))
    return "|".join(branches)


class Pieces(msgspec.Struct, frozen=True):
    """The words of a text as parallel lists; `gaps` has what stands before each word, and what is behind the last."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]


def split(word: re.Pattern[str], text: str) -> Pieces:
    """The text cut into words and what is between them, by a pattern of a word that is one group as a whole."""
    pieces = word.split(text)
    ends = list(accumulate(map(len, pieces)))
    return Pieces(pieces[1::2], ends[:-1:2], ends[1::2], pieces[::2])
