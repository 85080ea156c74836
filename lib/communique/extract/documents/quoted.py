"""Stretches of quoted speech, in which documents are talked of and not reported."""

import re
from functools import cache

from communique import words as tables
from communique.grammar import marks, text as grammar
from communique.record import Span

# Longer pieces in quotation marks are no name of a document.
_SPEECH = 90
_CLAUSE = re.compile(r"\b(?:is|are|was|were|will|would|has|have|we|our|you|it)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")


def speech(text: str, paragraphs: tuple[Span, ...]) -> tuple[Span, ...]:
    """The stretches in quotation marks that are speech and no title."""
    found = marks.quotations(text, paragraphs)
    spans = (Span(quotation.pieces[0].start, quotation.pieces[-1].end) for quotation in found if quotation.pieces)
    return tuple(span for span in spans if _is_speech(text[slice(*span)], text[span.end + 1 : span.end + 2]))


def inside(spans: tuple[Span, ...], place: int) -> bool:
    """Whether the offset lies in one of the sorted spans."""
    return grammar.holding(spans, place) is not None


@cache
def _papers() -> frozenset[str]:
    return frozenset(tables.table("documents")["parties"]["papers"])


def _is_speech(words: str, after: str) -> bool:
    """Whether the words are a clause, or long or a whole sentence in which most words begin small, as in no title;
    `after` is what stands behind the closing mark.
    """
    ends = words[-1:] in ",.!?"
    if (ends or after == ",") and _CLAUSE.search(words):
        return True
    found = _WORD.findall(words) if ends or len(words) >= _SPEECH else []
    if found and found[0][0].isupper() and not ends and found[0].lower() in _papers():
        return False  # "“Agreement between the Government of Chad and …”"
    small: int = 2 * sum(word[0].isupper() for word in found)
    return small < len(found)
