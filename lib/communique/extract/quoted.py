"""Stretches of quoted speech, in which documents are talked of and not reported."""

import re

from communique.grammar import marks, text as grammar
from communique.record import Span

# Longer pieces in quotation marks are no name of a document.
_SPEECH = 90
_WORD = re.compile(r"[^\W\d_]{4,}")


def speech(text: str, paragraphs: tuple[Span, ...]) -> tuple[Span, ...]:
    """The stretches in quotation marks that are long, or that end as a sentence and are not in title case."""
    spans = (Span(quotation.start, quotation.end) for quotation in marks.quotations(text, paragraphs))
    return tuple(span for span in spans if span.end - span.start >= _SPEECH or _is_sentence(text[slice(*span)]))


def inside(spans: tuple[Span, ...], place: int) -> bool:
    """Whether the offset lies in one of the sorted spans."""
    return grammar.holding(spans, place) is not None


def _is_sentence(words: str) -> bool:
    """Whether the words end as a sentence does and most of them begin small."""
    found = _WORD.findall(words)
    return words[-1:] in ",.!?" and 2 * sum(word[0].isupper() for word in found) < len(found)
