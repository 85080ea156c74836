"""Reads the word tables in `data/words/`: closed lists that the grammar and the extraction steps use."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any

from communique import paths


@cache
def table(name: str) -> dict[str, Any]:
    """The table `data/words/<name>.toml`, read once."""
    return tomllib.loads((paths.WORDS / f"{name}.toml").read_text(encoding="utf-8"))


def alternation(words: Iterable[str]) -> str:
    """A regular-expression group matching any of the words, longest first; a space stands for any white space."""
    parts = sorted({re.escape(word).replace(r"\ ", r"\s+") for word in words}, key=lambda part: (-len(part), part))
    return "(?:" + "|".join(parts) + ")"
