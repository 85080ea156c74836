"""Lines of a page that are no text: links, buttons, credits."""

import re
from functools import cache

from communique import words
from communique.grammar.text import holding
from communique.record import Span

# What a line of credits begins with.
_CREDITING = ("photo", "copyright", "©")


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to the text: "2388 views", "Share", "Read also: …"."""
    return _furniture().fullmatch(line.strip()) is not None


def is_told(text: str, paragraphs: tuple[Span, ...], place: int) -> bool:
    """Whether a place is in a paragraph of the story or in a line that credits it, not among links of the page."""
    if holding(paragraphs, place):
        return True
    line = text[max(0, place - 200) : place].rpartition("\n")[2].lower().lstrip()
    return line.startswith(_CREDITING)


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in words.table("header")["furniture"]), re.IGNORECASE)
