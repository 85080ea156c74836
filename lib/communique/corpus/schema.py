"""The tables of a corpus: their columns, and the rows that one record gives to each.

Every row of every table carries `article` (the id) and `source` (the file, with its line for JSON Lines). Offsets
`start` and `end` count characters of the article's text. `low` and `high` are equal unless a figure is a range. `notes`
say what there is to know of how the file was read: another encoding than UTF-8, another language than English.
`corrected` is true for what somebody set or added by hand in the corrections beside the article; `corrections` has a
row for each entry of these, those that dropped something too, and `articles` counts them.
"""

import hashlib
from typing import Any

import msgspec
import pyarrow as pa

from communique.corrections import is_corrected
from communique.record import Article, Document, Figure, Record

Rows = dict[str, list[dict[str, Any]]]

_TEXT, _INT, _REAL, _BOOL = pa.string(), pa.int64(), pa.float64(), pa.bool_()
_KEY = [("article", _TEXT), ("source", _TEXT)]
_SPAN = [("start", _INT), ("end", _INT)]
_RULE = [("rule", _TEXT), ("corrected", _BOOL)]

_COLUMNS: dict[str, list[tuple[str, pa.DataType]]] = {
    "articles": [
        ("date", _TEXT), ("dateline", _TEXT), ("host", _TEXT), ("guest", _TEXT), ("visit_type", _TEXT),
        ("characters", _INT), ("notes", _TEXT),
        ("people", _INT), ("organisations", _INT), ("quotes", _INT), ("figures", _INT), ("documents", _INT),
        ("corrections", _INT),
    ],
    "people": [("name", _TEXT), ("role", _TEXT), ("country", _TEXT), ("mentions", _INT), *_SPAN, *_RULE],
    "organisations": [
        ("name", _TEXT), ("kind", _TEXT), ("country", _TEXT), ("mentions", _INT), *_SPAN, *_RULE,
    ],
    "quotes": [("text", _TEXT), ("speaker", _TEXT), ("cue", _TEXT), ("kind", _TEXT), *_SPAN, *_RULE],
    "figures": [
        ("text", _TEXT), ("low", _REAL), ("high", _REAL), ("unit", _TEXT), ("measure", _TEXT), ("period", _TEXT),
        ("qualifier", _TEXT), *_SPAN, *_RULE,
    ],
    "documents": [
        ("document", _INT), ("text", _TEXT), ("instrument", _TEXT), ("legal_character", _TEXT), ("topic", _TEXT),
        ("cap_topic", _TEXT), ("status", _TEXT), *_SPAN, *_RULE,
    ],
    "parties": [("document", _INT), ("name", _TEXT), ("kind", _TEXT), ("country", _TEXT)],
    "corrections": [("item", _TEXT), ("action", _TEXT), ("reason", _TEXT), ("by", _TEXT)],
    "failures": [("reason", _TEXT)],
}  # fmt: skip

_COUNTED = ("people", "organisations", "quotes", "figures", "documents", "corrections")

SCHEMAS: dict[str, pa.Schema] = {name: pa.schema([*_KEY, *columns]) for name, columns in _COLUMNS.items()}
TABLES = tuple(SCHEMAS)
# Tables of other columns are no parts of these: a run resumes only where the columns are the same.
DIGEST = hashlib.sha256(repr(_COLUMNS).encode()).hexdigest()[:8]


def rows(article: Article, record: Record, source: str) -> Rows:
    """The rows of one article for every table but `failures`."""
    key = {"article": article.id, "source": source}
    documents = list(enumerate(record.documents))
    return {
        "articles": [key | _article(article, record)],
        "people": [key | _named(person) | {"role": person.role} for person in record.people],
        "organisations": [key | _named(body) | {"kind": body.kind} for body in record.organisations],
        "quotes": [key | _quote(quote) for quote in record.quotes],
        "figures": [key | _figure(figure) for figure in record.figures],
        "documents": [key | _document(number, document) for number, document in documents],
        "parties": [
            key | {"document": number, "name": party.name, "kind": party.kind, "country": party.country}
            for number, document in documents
            for party in document.parties
        ],
        "corrections": [key | msgspec.structs.asdict(correction) for correction in record.corrections],
    }


def failure(id: str, source: str, reason: str) -> Rows:
    """The row of an article that could not be read."""
    return {"failures": [{"article": id, "source": source, "reason": reason}]}


def table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """The rows as a table of the stated columns, in their order."""
    return pa.Table.from_pylist(rows, schema=SCHEMAS[name])


def _article(article: Article, record: Record) -> dict[str, Any]:
    host, guest = (*record.countries, None, None)[:2]
    counts = {name: len(getattr(record, name)) for name in _COUNTED}
    head = {"date": record.date, "dateline": record.dateline, "host": host, "guest": guest}
    notes = "; ".join(article.notes) or None
    return {**head, "visit_type": record.visit_type, "characters": len(article.text), "notes": notes, **counts}


def _named(item: Any) -> dict[str, Any]:
    first = item.spans[0] if item.spans else (None, None)
    return {
        "name": item.name,
        "country": item.country,
        "mentions": len(item.spans),
        "start": first[0],
        "end": first[1],
        **_rule(item),
    }


def _rule(item: Any) -> dict[str, Any]:
    return {"rule": item.rule, "corrected": is_corrected(item)}


def _quote(quote: Any) -> dict[str, Any]:
    said = {"text": quote.text, "speaker": quote.speaker, "cue": quote.cue, "kind": quote.kind}
    return {**said, **_rule(quote), "start": quote.pieces[0].start, "end": quote.pieces[-1].end}


def _figure(figure: Figure) -> dict[str, Any]:
    low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
    names = ("text", "unit", "measure", "period", "qualifier")
    span = {"start": figure.span.start, "end": figure.span.end}
    return {
        "low": float(low),
        "high": float(high),
        **span,
        **_rule(figure),
        **{name: getattr(figure, name) for name in names},
    }


def _document(number: int, document: Document) -> dict[str, Any]:
    names = ("text", "instrument", "legal_character", "topic", "cap_topic", "status")
    span = {"start": document.span.start, "end": document.span.end}
    return {"document": number, **span, **_rule(document), **{name: getattr(document, name) for name in names}}
