"""Records -> tidy pandas tables, and tables -> CSV, JSON Lines and Parquet.

Every table function takes one record or several; rows come in the order of the records, then of the text. The columns
and their types are in `COLUMNS`, the same for empty tables. In all tables `article` is the record's id, `start` and
`end` are offsets into the article's text, `item` names the item by kind and place (`document@1934`), `spans` lists
several places as `12-30 45-60`, `rule` is the rule that found the item. What the record lacks, empty text too, is
missing as pandas has it. `corrected` says whether somebody set or added the item by hand.

CSV cells that a spreadsheet would run as a formula are written with an apostrophe before them, see `guard`.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pandas as pd

from communique import files
from communique.corrections import is_corrected
from communique.record import Claim, Document, Record, Span

Row = dict[str, Any]
Records = Record | Iterable[Record]

# "$20 billion … $7.6 billion" is money; without this, notebooks typeset what stands between the signs as a formula.
pd.set_option("display.html.use_mathjax", False)

COUNTED = ("people", "organisations", "quotes", "figures", "documents", "claims", "corrections")

_ITEM = {"article": "str", "item": "str"}
_PLACE = {"start": "Int64", "end": "Int64"}
_RULE = {"rule": "str", "corrected": "bool"}
_PLACES = _PLACE | {"spans": "str"} | _RULE

COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        "article": "str",
        "date": "str",
        "dateline": "str",
        "host": "str",
        "guest": "str",
        "visit_type": "str",
        **dict.fromkeys(COUNTED, "Int64"),
    },
    "people": _ITEM | {"name": "str", "role": "str", "country": "str", "mentions": "Int64"} | _PLACES,
    "organisations": _ITEM | {"name": "str", "kind": "str", "country": "str", "mentions": "Int64"} | _PLACES,
    "quotes": _ITEM
    | {"speaker": "str", "country": "str", "cue": "str", "kind": "str", "words": "Int64", "text": "str"}
    | _PLACES,
    "figures": _ITEM
    | {"text": "str", "value": "float64", "value_to": "float64", "unit": "str", "measure": "str"}
    | {"period": "str", "qualifier": "str"}
    | _PLACE
    | _RULE,
    "documents": _ITEM
    | dict.fromkeys(("text", "instrument", "legal_character", "topic", "cap_topic", "status", "parties"), "str")
    | _PLACE
    | _RULE,
    "parties": _ITEM | {"position": "Int64", "name": "str", "kind": "str", "country": "str"} | _PLACE,
    "evidence": _ITEM
    | dict.fromkeys(("dimension", "code", "confidence", "runner_up", "words", "spans", "rule"), "str"),
    "claims": _ITEM | dict.fromkeys(("text", "kind", "verdict", "reason"), "str") | _PLACE,
    "bases": _ITEM | dict.fromkeys(("text", "kind", "basis", "verdict", "reason", "rows"), "str"),
    "corrections": _ITEM | dict.fromkeys(("action", "reason", "by"), "str"),
}


def articles(records: Records) -> pd.DataFrame:
    """One row an article: date, dateline, the two sides (`host` first where known), visit, counts of items."""
    return _table("articles", _article, records)


def people(records: Records) -> pd.DataFrame:
    """One row a person; `role` is as printed, `mentions` counts the places, `start` and `end` are the first."""
    return _table("people", lambda record: map(_named("person"), record.people), records)


def organisations(records: Records) -> pd.DataFrame:
    """One row an organisation; `mentions` counts the places, `start` and `end` are the first."""
    return _table("organisations", lambda record: map(_named("organisation"), record.organisations), records)


def quotes(records: Records) -> pd.DataFrame:
    """One row a quotation; `country` is the speaker's where the record knows it, `words` how many were quoted."""
    return _table("quotes", _quotes, records)


def figures(records: Records) -> pd.DataFrame:
    """One row a figure, in its `unit` (`percent`, not a fraction); of a range, `value_to` is the upper end."""
    return _table("figures", _figures, records)


def documents(records: Records) -> pd.DataFrame:
    """One row a document with the codes given to it; `parties` are their names as printed, joined by "; "."""
    return _table("documents", lambda record: map(_document, record.documents), records)


def parties(records: Records) -> pd.DataFrame:
    """One row a party of a document (`item` is the document), numbered by `position` from 1."""
    return _table("parties", lambda record: _of_documents(record, _parties), records)


def evidence(records: Records) -> pd.DataFrame:
    """One row a code given to a document (`item`): which rule gave it, by which `words` (joined by "; ") and where."""
    return _table("evidence", lambda record: _of_documents(record, _evidence), records)


def claims(records: Records) -> pd.DataFrame:
    """One row a checked figure (`item` is the figure) with the headline verdict and its reason."""
    return _table(
        "claims", lambda record: ({**_claim(claim), **_place(claim.span)} for claim in record.claims), records
    )


def bases(records: Records) -> pd.DataFrame:
    """One row a claim and statistical basis, `rows` being the ids of the reference rows it rests on, joined by "; "."""
    return _table("bases", _bases, records)


def corrections(records: Records) -> pd.DataFrame:
    """One row a correction by hand: the item, what was done (set, add, drop), why, and by whom."""
    return _table("corrections", lambda record: map(msgspec.structs.asdict, record.corrections), records)


def shown(table: pd.DataFrame, *columns: str, missing: str = "") -> pd.DataFrame:
    """Some columns to read, `missing` where there is nothing, and `corrected` behind them if any row was corrected."""
    extra = ["corrected"] if table["corrected"].any() else []
    return table[[*columns, *extra]].fillna(missing)


# Every table by its name, for who wants them all.
TABLES: dict[str, Callable[[Records], pd.DataFrame]] = {
    made.__name__: made
    for made in (
        articles,
        people,
        organisations,
        quotes,
        figures,
        documents,
        parties,
        evidence,
        claims,
        bases,
        corrections,
    )
}

# A leading apostrophe makes a spreadsheet show a cell as text. The signs are those of OWASP's page on CSV injection.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guard(cell: str) -> str:
    """The text as it is written to CSV: an apostrophe goes before what starts, apostrophes apart, with a formula sign.

    The signs are `=`, `+`, `-`, `@` (full-width too), tab, carriage return and line feed; `unguard` undoes it.

    >>> guard("=1+1"), guard("'=1+1"), guard("'tis"), guard("1-0")
    ("'=1+1", "''=1+1", "'tis", '1-0')
    """
    return "'" + cell if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """The text that `guard` made this of."""
    return cell[1:] if _GUARDED.match(cell) else cell


def write_csv(table: pd.DataFrame, path: str | Path) -> Path:
    """The path, after the table was written there: UTF-8, all text quoted and guarded, rows in the table's order."""
    with files.replacing(path) as part:
        _each_text(table, guard).to_csv(part, index=False, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    return Path(path)


def read_csv(path: str | Path) -> pd.DataFrame:
    """The table that `write_csv` wrote, with the types of `COLUMNS` if it is one of those; empty text is missing."""
    header = [unguard(name) for name in pd.read_csv(path, nrows=0).columns]
    types = next((types for types in COLUMNS.values() if list(types) == header), None)
    table = pd.read_csv(path, names=header, header=0, dtype=types, keep_default_na=False, na_values=[""])
    return _each_text(table, unguard)


def write_jsonl(table: pd.DataFrame, path: str | Path) -> Path:
    """The path, after the table was written there as JSON Lines: an object a row, missing values null."""
    with files.replacing(path) as part:
        table.to_json(part, orient="records", lines=True, force_ascii=False, double_precision=15)
    return Path(path)


def write_parquet(table: pd.DataFrame, path: str | Path) -> Path:
    """The path, after the table was written there as Parquet."""
    with files.replacing(path) as part:
        table.to_parquet(part, index=False)
    return Path(path)


def _each_text(table: pd.DataFrame, change: Callable[[str], str]) -> pd.DataFrame:
    def changed(cell: Any) -> Any:
        return change(cell) if isinstance(cell, str) else cell

    texts = [name for name in table.columns if not pd.api.types.is_numeric_dtype(table[name])]
    return table.assign(**{name: table[name].map(changed).astype(table[name].dtype) for name in texts}).rename(
        columns=changed
    )


def _table(name: str, rows: Callable[[Record], Iterable[Row]], records: Records) -> pd.DataFrame:
    several = [records] if isinstance(records, Record) else records
    found = [{"article": record.id, **row} for record in several for row in rows(record)]
    table = pd.DataFrame(found, columns=list(COLUMNS[name])).replace("", None)
    return table.astype(COLUMNS[name])


def _fields(item: Any) -> Row:
    return {**msgspec.structs.asdict(item), "corrected": is_corrected(item)}


def _item(kind: str, span: Span | None) -> str:
    return f"{kind}@{span.start if span else ''}"


def _place(span: Span | None) -> Row:
    return {"start": span.start, "end": span.end} if span else {}


def _listed(spans: Iterable[Span]) -> str:
    return " ".join(f"{start}-{end}" for start, end in spans)


def _article(record: Record) -> Iterator[Row]:
    host, guest = record.sides
    counts = {name: len(getattr(record, name)) for name in COUNTED}
    head = {"date": record.date, "dateline": record.dateline, "visit_type": record.visit_type}
    yield {**head, "host": host, "guest": guest, **counts}


def _named(kind: str) -> Callable[[Any], Row]:
    def row(item: Any) -> Row:
        first = item.spans[0] if item.spans else None
        places = {"mentions": len(item.spans), "spans": _listed(item.spans), **_place(first)}
        return {**_fields(item), "item": _item(kind, first), **places}

    return row


def _quotes(record: Record) -> Iterator[Row]:
    countries = {person.name: person.country for person in record.people}
    for quote in record.quotes:
        span = Span(quote.pieces[0].start, quote.pieces[-1].end) if quote.pieces else None
        said = {"country": countries.get(quote.speaker or ""), "words": len(quote.text.split())}
        places = {"item": _item("quote", span), "spans": _listed(quote.pieces), **_place(span)}
        yield {**_fields(quote), **said, **places}


def _figures(record: Record) -> Iterator[Row]:
    for figure in record.figures:
        low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, None)
        place = {"item": _item("figure", figure.span), **_place(figure.span)}
        yield {**_fields(figure), "value": low, "value_to": high, **place}


def _document(document: Document) -> Row:
    names = "; ".join(party.name for party in document.parties)
    place = {"item": _item("document", document.span), **_place(document.span)}
    return {**_fields(document), "parties": names, **place}


def _of_documents(record: Record, rows: Callable[[Document], Iterable[Row]]) -> Iterator[Row]:
    for document in record.documents:
        yield from ({"item": _item("document", document.span), **row} for row in rows(document))


def _parties(document: Document) -> Iterator[Row]:
    for position, party in enumerate(document.parties, start=1):
        yield {**msgspec.structs.asdict(party), "position": position, **_place(party.span)}


def _evidence(document: Document) -> Iterator[Row]:
    for code in document.evidence:
        yield {**msgspec.structs.asdict(code), "words": "; ".join(code.words), "spans": _listed(code.spans)}


def _claim(claim: Claim) -> Row:
    return {**msgspec.structs.asdict(claim), "item": _item("figure", claim.span)}


def _bases(record: Record) -> Iterator[Row]:
    for claim in record.claims:
        for basis in claim.by_basis:
            yield {**_claim(claim), **msgspec.structs.asdict(basis), "rows": "; ".join(basis.rows)}
