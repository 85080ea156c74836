"""Which items of a record deserve a second look, least sure first, and why."""

from typing import Any, NamedTuple

from communique import corrections
from communique.record import Article, Document, Figure, Organisation, Person, Quote, Record


class Line(NamedTuple):
    """An item for review: its id, how sure the rules are (0 to 1), the rule, its words, what speaks for a look."""

    item: str
    confidence: float
    rule: str
    words: str
    doubts: tuple[str, ...]


def lines(article: Article, record: Record) -> list[Line]:
    """The items of the record, least sure first; ties by their place in the text.

    The confidence is 1 less what each doubt costs: it orders the items, it is no probability.
    """
    found = [_line(article, id, item) for id, item in corrections.items(record)]
    return sorted(found, key=lambda line: (line.confidence, int(line.item.partition("@")[2]), line.item))


def text(article: Article, record: Record) -> str:
    """The lines as a table for a terminal."""
    rows = [("item", "sure", "words", "rule", "doubts")]
    rows += [
        (line.item, f"{line.confidence:.2f}", line.words, line.rule, "; ".join(line.doubts) or "-")
        for line in lines(article, record)
    ]
    widths = [min(48, max(len(row[column]) for row in rows)) for column in range(4)]
    return "\n".join(
        "  ".join(f"{cell[:width]:{width}}" for cell, width in zip(row, widths, strict=False)) + f"  {row[4]}"
        for row in rows
    )


def _line(article: Article, id: str, item: Any) -> Line:
    doubts = () if corrections.is_corrected(item) else _doubts(item)
    words = " ".join((item.name if isinstance(item, Person | Organisation) else item.text).split())
    cost = sum(weight for _, weight in doubts)
    return Line(id, round(max(0.0, 1.0 - cost), 2), item.rule, words, tuple(why for why, _ in doubts))


def _doubts(item: Any) -> tuple[tuple[str, float], ...]:
    """What speaks for a look at the item, each with its weight."""
    if isinstance(item, Person):
        checks = [(item.role is None, "no role", 0.3), (" " not in item.name, "one name only", 0.3)]
    elif isinstance(item, Organisation):
        checks = [(item.kind in (None, "other"), "kind unknown", 0.3), (len(item.spans) == 1, "named once", 0.1)]
    elif isinstance(item, Quote):
        checks = [(item.speaker is None, "no speaker", 0.5), (item.kind == "partial", "partial", 0.2)]
    elif isinstance(item, Figure):
        checks = [(item.measure == "other", "measures nothing known", 0.3), (item.period is None, "no period", 0.2)]
    else:
        checks = _document_checks(item)
    return tuple((why, weight) for holds, why, weight in checks if holds)


def _document_checks(item: Document) -> list[tuple[bool, str, float]]:
    inferred = any(evidence.confidence == "inferred" for evidence in item.evidence)
    return [
        (item.cap_topic is None, "no topic", 0.4),
        (inferred, "a code is inferred", 0.2),
        (not item.parties, "no parties", 0.2),
        (item.status == "planned", "planned", 0.1),
    ]
