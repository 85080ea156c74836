"""The article's text with everything found in it marked, as HTML that is safe to show anywhere.

Every character of the article is escaped, and the classes keep notebooks from typesetting what looks like a formula.
A mark's words have the id `w-figure-971` (kind and place; the second mention `w-person-24-2`), the fact they were made
into, where a page has one, `fact-figure-971`. What was corrected by hand has a frame.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from html import escape
from itertools import pairwise
from typing import Any, NamedTuple

from communique import corrections, paths
from communique.record import Article, Record, Span

# From the outermost to the innermost where two kinds mark the same words.
KINDS = {
    "quote": ("quotations", "what somebody is reported to have said"),
    "document": ("documents", "what was signed or is planned"),
    "organisation": ("organisations", "companies, institutions, media"),
    "person": ("people", "named persons"),
    "figure": ("figures", "numbers with what they measure"),
}
# With the mark itself, so that the stylesheet, a part of every page and notebook, stays the same.
_FRAME = ' style="outline: 2px solid; outline-offset: 1px"'
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


class Mark(NamedTuple):
    """Words to mark: where they stand, their kind, fact and number in it, what to say of them, corrected or not."""

    start: int
    end: int
    kind: str
    fact: str
    number: int
    label: str
    corrected: bool = False

    @property
    def id(self) -> str:
        """The id of the marked words."""
        return f"w-{self.fact}" + (f"-{self.number}" if self.number > 1 else "")


def marked(article: Article, record: Record, *, linked: bool = False, style: bool = True) -> str:
    """The legend and the article as HTML; `linked` makes the words links to `#fact-…`, `style` brings the CSS along."""
    css = f"<style>{stylesheet()}</style>\n" if style else ""
    found = marks(record)
    body = "\n".join(_block(article.text, *block, linked) for block in _blocks(article, found))
    return f'{css}{legend(found)}\n<div class="cq-article tex2jax_ignore mathjax_ignore">\n{body}\n</div>\n'


def page(article: Article, record: Record) -> str:
    """The marked article as a page of its own, to print or hand out: it needs nothing but itself."""
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    title = escape(article.title or article.id)
    body = f'<body style="margin: 1.5rem; max-width: 46rem; font-family: sans-serif">\n{marked(article, record)}</body>'
    return f'<!doctype html>\n<html lang="en">\n<head>{head}<title>{title}</title></head>\n{body}\n</html>\n'


def marks(record: Record) -> list[Mark]:
    """Everything in the record that stands somewhere in the text, in the order of the text, outer before inner."""
    return sorted(_marks(record), key=lambda mark: (mark.start, -mark.end, _RANK[mark.kind]))


def fact(kind: str, spans: Iterable[Span]) -> str:
    """The name of an item in ids: its kind and the first place it stands at, `figure-971`."""
    return f"{kind}-{min(spans).start}"


def legend(found: Collection[Mark]) -> str:
    """A list of the kinds with their look, what they are, and how many facts there are of each."""
    counts = Counter(kind for kind, _ in {(mark.kind, mark.fact) for mark in found})
    entries = (
        f'<li id="legend-{kind}"><mark class="cq-{kind}">{plural}</mark> ({counts[kind]}): {meaning}</li>'
        for kind, (plural, meaning) in KINDS.items()
    )
    return f'<ul class="cq-legend" aria-label="Legend">{"".join((*entries, *_frames(found)))}</ul>'


def _frames(found: Collection[Mark]) -> Iterator[str]:
    """The entry of the legend for what was corrected by hand, if anything was."""
    facts = {(mark.kind, mark.fact) for mark in found if mark.corrected}
    if facts:
        yield f'<li id="legend-corrected"><span{_FRAME}>framed</span> ({len(facts)}): corrected by hand</li>'


@cache
def stylesheet() -> str:
    """The CSS that the marks and the legend need."""
    return (paths.TEMPLATES / "article.css").read_text(encoding="utf-8")


def _marks(record: Record) -> Iterator[Mark]:
    for person in record.people:
        yield from _of("person", person, person.spans, _said(person.name, person.role, person.country))
    for body in record.organisations:
        yield from _of("organisation", body, body.spans, _said(body.name, body.kind, body.country))
    for quote in record.quotes:
        yield from _of("quote", quote, quote.pieces, quote.speaker or "speaker not known")
    for figure in record.figures:
        measure = f"{figure.measure.replace('_', ' ')} in {figure.unit}"
        yield from _of("figure", figure, (figure.span,), _said(measure, figure.period, figure.qualifier))
    for document in record.documents:
        codes = _said(document.instrument, document.status, document.cap_topic)
        yield from _of("document", document, (document.span,), codes)


def _said(*parts: str | None) -> str:
    return ", ".join(part.replace("_", " ") for part in parts if part)


def _of(kind: str, item: Any, spans: tuple[Span, ...], label: str) -> Iterator[Mark]:
    corrected = corrections.is_corrected(item)
    label = f"{kind}: {label}" + ", corrected by hand" * corrected
    for number, span in enumerate(sorted(spans), start=1):
        if span.start < span.end:
            yield Mark(span.start, span.end, kind, fact(kind, spans), number, label, corrected)


def _blocks(article: Article, found: list[Mark]) -> Iterator[tuple[int, int, str, list[Mark]]]:
    """The paragraphs and what stands between them, each with the marks that reach into it."""
    coming, open_ = iter([*found, None]), list[Mark]()
    mark = next(coming)
    for begin, end, css in _cut(article):
        while mark and mark.start < end:
            open_.append(mark)
            mark = next(coming)
        open_ = [earlier for earlier in open_ if earlier.end > begin]
        yield begin, end, css, open_


def _cut(article: Article) -> Iterator[tuple[int, int, str]]:
    """Every block of the text that holds more than white space; what is no paragraph is put aside."""
    last = 0
    for begin, end in (*article.paragraphs, Span(len(article.text), len(article.text))):
        if article.text[last:begin].strip():
            yield last, begin, "cq-aside" if article.paragraphs else ""
        if begin < end:
            yield begin, end, ""
        last = end


def _block(text: str, begin: int, end: int, css: str, found: list[Mark], linked: bool) -> str:
    """A block as a paragraph. Marks that cross are closed and opened again, so that elements nest."""
    starting: dict[int, list[Mark]] = {}
    for mark in found:
        starting.setdefault(max(mark.start, begin), []).append(mark)
    edges = sorted({begin, end, *starting, *(min(mark.end, end) for mark in found)})
    stack: list[Mark] = []
    html = []
    for left, right in pairwise(edges):
        depth = next((depth for depth, mark in enumerate(stack) if mark.end <= left), len(stack))
        again = [mark for mark in stack[depth:] if mark.end > left]
        html.append("</mark>" * (len(stack) - depth))
        opening = again + starting.get(left, [])
        stack[depth:] = opening
        html += [_open(mark, mark.start == left) for mark in opening]
        html.append(_words(text[left:right], stack, left, linked))
    html.append("</mark>" * len(stack))
    attribute = f' class="{css}"' if css else ""
    return f'<p dir="auto"{attribute}>{"".join(html).strip()}</p>'


def _open(mark: Mark, first: bool) -> str:
    identity = f' id="{mark.id}"' if first else ""
    look = f'class="cq-{mark.kind}"' + (_FRAME if mark.corrected else "")
    return f'<mark{identity} {look} title="{escape(mark.label)}" aria-describedby="legend-{mark.kind}">'


def _words(words: str, stack: list[Mark], left: int, linked: bool) -> str:
    """The words, as a link to the fact of the innermost mark; the keyboard stops at the first words of a mark only."""
    if not (linked and stack):
        return escape(words)
    rest = "" if left == stack[-1].start else ' tabindex="-1"'
    return f'<a href="#fact-{stack[-1].fact}"{rest}>{escape(words)}</a>'
