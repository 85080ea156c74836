"""Which items of a record deserve a second look, least sure first, and why; and where something may be missing."""

import re
import shutil
import textwrap
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from communique import corrections
from communique.grammar import dates
from communique.record import Article, Document, Figure, Organisation, Person, Quote, Record, Span

# Measures that say little without the year they are for.
_OF_A_YEAR = ("trade_turnover", "exports", "imports", "investment", "growth", "share")
# A number, or words in quotation marks that are more than a term.
_TELLING = re.compile(r"\d|[“«„\"][^“”«»„\"]{24}")
# Characters of an item's words that are shown at all, lines of a cell, and gaps that are listed.
_CUT, _LINES, _MOST = 200, 4, 12

Doubts = Iterator[tuple[str, float]]


class Line(NamedTuple):
    """An item for review: its id, how sure the rules are (0 to 1), the rule, its words, what speaks for a look."""

    item: str
    confidence: float
    rule: str
    words: str
    doubts: tuple[str, ...]


class Gap(NamedTuple):
    """Words of which nothing was made although they look as if something could be: where they begin, and which."""

    start: int
    words: str


class _Seen(NamedTuple):
    """What the doubts about an item need to know of all others."""

    text: str
    joined: frozenset[Span]
    refuted: frozenset[Span]
    names: frozenset[str]


def lines(article: Article, record: Record) -> list[Line]:
    """The items of the record, least sure first; ties by their place in the text.

    The confidence is 1 less what each doubt costs: it orders the items, it is no probability.
    """
    seen = _Seen(
        text=article.text,
        joined=frozenset(_joined(article, record)),
        refuted=frozenset(claim.span for claim in record.claims if claim.verdict == "inconsistent"),
        names=frozenset([person.name for person in record.people] + [body.name for body in record.organisations]),
    )
    found = [_line(seen, id, item) for id, item in corrections.items(record)]
    return sorted(found, key=lambda line: (line.confidence, int(line.item.partition("@")[2]), line.item))


def gaps(article: Article, record: Record) -> list[Gap]:
    """The sentences with a number or a quotation in which no figure, quotation or document was found."""
    taken = [span for quote in record.quotes for span in quote.pieces]
    taken += [figure.span for figure in record.figures] + [document.span for document in record.documents]
    starts, reached = _reach(taken)
    found = []
    for begin, end in article.sentences:
        before = bisect_left(starts, end)  # what begins before the sentence ends reaches into it or not
        if (not before or reached[before - 1] <= begin) and _telling(article.text, begin, end):
            found.append(Gap(begin, _short(article.text[begin : min(end, begin + _CUT)])))
    return found


def text(article: Article, record: Record, width: int | None = None) -> str:
    """The items as a table for a terminal of so many columns (else its own), and below it what may be missing."""
    wide = max(60, min(width or shutil.get_terminal_size((100, 24)).columns, 140))
    found = lines(article, record)
    parts = [_table(found, wide) if found else "nothing was found"]
    missing = gaps(article, record)
    counted, there = _counted(record), len(record.documents)
    if counted > there:
        parts.append(
            f"The article counts {counted} documents; {there or 'none'} {'was' if there < 2 else 'were'} found."
        )
    if missing:
        rows = [
            f"  {gap.start:<8}{textwrap.shorten(gap.words, wide - 10, placeholder=' …')}" for gap in missing[:_MOST]
        ]
        rest = f"\n  and {len(missing) - _MOST} more" if len(missing) > _MOST else ""
        parts.append("Numbers or quotations of which nothing was made:\n" + "\n".join(rows) + rest)
    return "\n\n".join(parts)


def _table(found: list[Line], wide: int) -> str:
    first = max(len(line.item) for line in found)
    room = wide - first - 10
    widths = (room * 5 // 9, room - room * 5 // 9)
    rows = [f"{'item':{first}}  sure  {'words':{widths[0]}}  doubts (rule)"]
    for line in found:
        why = f"{'; '.join(line.doubts)} ({line.rule})".strip()
        cells = [textwrap.wrap(_short(cell), one) or [""] for cell, one in zip((line.words, why), widths, strict=True)]
        head = f"{line.item:{first}}  {line.confidence:.2f}"
        for number in range(min(max(map(len, cells)), _LINES)):
            left, right = (cell[number] if number < len(cell) else "" for cell in cells)
            rows.append(f"{head if not number else '':{first + 6}}  {left:{widths[0]}}  {right}".rstrip())
    return "\n".join(rows)


def _line(seen: _Seen, id: str, item: Any) -> Line:
    doubts = () if corrections.is_corrected(item) else tuple(_doubts(seen, item))
    words = item.name if isinstance(item, Person | Organisation) else item.text
    confidence = round(max(0.0, 1.0 - sum(cost for _, cost in doubts)), 2)
    return Line(id, confidence, item.rule, " ".join(words.split()), tuple(why for why, _ in doubts))


def _doubts(seen: _Seen, item: Any) -> Doubts:
    """What speaks for a look at the item, each with its cost."""
    if isinstance(item, Person):
        yield from _of_person(seen, item)
    elif isinstance(item, Organisation):
        yield from _of_organisation(seen, item)
    elif isinstance(item, Quote):
        yield from _of_quote(seen, item)
    elif isinstance(item, Figure):
        yield from _of_figure(seen, item)
    else:
        yield from _of_document(item)


def _of_person(seen: _Seen, item: Person) -> Doubts:
    if " " not in item.name:
        yield "one name only", 0.3
    if item.role is None:
        yield "no role", 0.2
    if item.spans and " ".join(seen.text[slice(*min(item.spans))].split()) != item.name:
        yield "first named in short", 0.2
    if item.country is None:
        yield "side not known", 0.05


def _of_organisation(seen: _Seen, item: Organisation) -> Doubts:
    if item.kind in (None, "other"):
        yield "kind unknown", 0.3
    if not seen.joined.isdisjoint(item.spans):
        yield "“and” beside it: one name or two?", 0.25
    if len(item.spans) == 1 and " " not in item.name:
        yield "one word, named once", 0.1


def _of_quote(seen: _Seen, item: Quote) -> Doubts:
    if item.speaker is None:
        yield "no speaker", 0.5
    elif item.speaker not in seen.names:
        yield f"speaker: {item.speaker}", 0.2
    if item.kind == "partial":
        yield "partial", 0.1
    if len(item.text.split()) < 4:
        yield "few words", 0.1


def _of_figure(seen: _Seen, item: Figure) -> Doubts:
    if item.measure == "other":
        yield "measures nothing known", 0.3
    if item.period is None and item.measure in _OF_A_YEAR:
        yield f"{item.measure.replace('_', ' ')} without a period", 0.2
    if item.span in seen.refuted:
        yield "statistics say otherwise", 0.2


def _of_document(item: Document) -> Doubts:
    evidence = {one.dimension: one for one in item.evidence}
    topic = evidence.get("topic")
    if item.cap_topic is None:
        yield "no topic", 0.4
    elif topic and topic.confidence == "inferred":
        yield f"topic inferred: {item.cap_topic}", 0.2
    if topic and topic.runner_up:
        yield f"or {topic.runner_up}", 0.1
    if len(item.text.split()) < 4:
        yield "title only", 0.3
    if item.instrument == "other":
        yield "instrument unknown", 0.2
    if item.parties and any(party.kind in (None, "unknown") for party in item.parties):
        yield "kind of a party unknown", 0.1
    if item.status == "planned":
        yield "planned", 0.1


def _joined(article: Article, record: Record) -> Iterator[Span]:
    """The places of two organisations with nothing but "and" between them: they may be one body of that name.

    Two parties of one document stand so too, and so does the end of a list; these are left out.
    """
    pairs = {frozenset(party.span for party in paper.parties) for paper in record.documents if len(paper.parties) == 2}
    spans = sorted(span for body in record.organisations for span in body.spans)
    for left, right in pairwise(spans):
        near = 0 <= right.start - left.end < 8  # room for " and "
        between = article.text[left.end : right.start].split() if near else []
        listed = article.text[max(left.start - 2, 0) : left.start].strip() == ","
        if between in (["and"], ["&"]) and not listed and frozenset((left, right)) not in pairs:
            yield from (left, right)


def _reach(spans: list[Span]) -> tuple[list[int], list[int]]:
    """Where the spans begin, in order, and how far those up to each of them reach."""
    starts, reached = [], list[int]()
    for begin, end in sorted(spans):
        starts.append(begin)
        reached.append(max(end, reached[-1] if reached else 0))
    return starts, reached


def _telling(words: str, begin: int, end: int) -> bool:
    """Whether the sentence holds a number that is no date's, or more than a term in quotation marks."""
    days = dates.find(words, begin, end)
    edges = [begin, *(edge for day in days for edge in (day.start, day.end)), end]
    return any(_TELLING.search(words, left, right) for left, right in zip(edges[::2], edges[1::2], strict=True))


def _counted(record: Record) -> int:
    """How many documents the article says there are, as far as it counts them."""
    counts = [figure.value for figure in record.figures if figure.measure == "document_count"]
    return max((int(count) for count in counts if not isinstance(count, tuple)), default=0)


def _short(words: str) -> str:
    return " ".join(words[:_CUT].split())
