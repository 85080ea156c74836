"""How sure the rules are of each item, what speaks for a look at it, and what it was taken for."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from communique import corrections
from communique.grammar.text import collapse
from communique.record import Article, Document, Figure, Organisation, Person, Quote, Record, Span
from communique.trade import printing

# Measures that say little without the year they are for.
_OF_A_YEAR = ("trade_turnover", "exports", "imports", "investment", "growth", "share")

Doubts = Iterator[tuple[str, float]]


class Line(NamedTuple):
    """An item for review: its id, how sure the rules are (0 to 1), the rule, its words, what speaks for a look.

    `taken` says in words what the item was taken for: the speaker of a quotation, the codes of a document.
    """

    item: str
    confidence: float
    rule: str
    words: str
    doubts: tuple[str, ...]
    taken: str = ""


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


def _line(seen: _Seen, id: str, item: Any) -> Line:
    doubts = () if corrections.is_corrected(item) else tuple(_doubts(seen, item))
    words = item.name if isinstance(item, Person | Organisation) else item.text
    confidence = round(max(0.0, 1.0 - sum(cost for _, cost in doubts)), 2)
    return Line(id, confidence, item.rule, collapse(words), tuple(why for why, _ in doubts), taken(item))


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
    if item.spans and collapse(seen.text[slice(*min(item.spans))]) != item.name:
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


def taken(item: Any) -> str:
    """What an item was taken for, in the words of its codes."""
    if isinstance(item, Person):
        return _listed(item.role or "no role", item.country)
    if isinstance(item, Organisation):
        return _listed(item.kind or "no kind", item.country)
    if isinstance(item, Quote):
        return _listed(f"said by {item.speaker}" if item.speaker else "nobody's words", item.kind)
    if isinstance(item, Figure):
        ends = item.value if isinstance(item.value, tuple) else (item.value,)
        value = " to ".join(
            f"place {end:g}" if item.unit == "rank" else printing.amount(end, item.unit) for end in ends
        )
        return _listed(value, item.measure.replace("_", " "), item.period, item.qualifier)
    codes = _listed(item.instrument, item.cap_topic or "no topic", item.legal_character, item.status)
    parties = "; ".join(f"{party.name} ({party.kind or 'no kind'})" for party in item.parties)
    return f"{codes}; between {parties}" if parties else codes


def _listed(*parts: str | None) -> str:
    return ", ".join(collapse(part) for part in parts if part)
