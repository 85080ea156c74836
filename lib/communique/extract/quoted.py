"""Stretches of quoted speech, in which documents are talked of and not reported."""

import re

from communique.grammar import text as grammar
from communique.record import Span

# Shorter pieces in quotation marks may be the name of a document.
_SPEECH = 90
_MARKS = re.compile(r"[“”\"«»]")


def speech(text: str, paragraphs: tuple[Span, ...]) -> tuple[Span, ...]:
    """The stretches between quotation marks of a paragraph that are too long for a name; a mark never closed reaches to its end."""
    spans: list[Span] = []
    for start, end in paragraphs:
        opened = None
        for mark in _MARKS.finditer(text, start, end):
            opens = mark.group() in "“«" or (mark.group() == '"' and opened is None)
            if opens and opened is None:
                opened = mark.end()
            elif not opens and opened is not None:
                spans.append(Span(opened, mark.start()))
                opened = None
        if opened is not None:
            spans.append(Span(opened, end))
    return tuple(span for span in spans if span.end - span.start >= _SPEECH or text[span.end - 1 : span.end] in ",.!?")


def inside(spans: tuple[Span, ...], place: int) -> bool:
    """Whether the offset lies in one of the sorted spans."""
    return grammar.holding(spans, place) is not None
