"""Sheets on which people code documents by hand: a CSV with one row a document, and the allowed codes beside it.

`write` makes OUT.csv and OUT_codes.csv; students fill in the empty columns; `read` takes any number of filled sheets
back as codings that `reliability` compares. A cell that a spreadsheet would run as a formula is written with an
apostrophe before it (`tables.guard`), which reading takes off again.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from communique import codebook, files, paths
from communique.codebook import Codebooks
from communique.errors import CommuniqueError
from communique.grammar.text import collapse, holding
from communique.record import UNCLASSIFIED, Article, Document, Record, Span
from communique.tables import guard, unguard
from communique.tables_agreements import evidence_of

# The dimensions that are coded by hand, and the codebook of each.
DIMENSIONS = {"instrument": "instruments", "legal_character": "legal_character", "topic": "topics"}
_GIVEN = ("document", "text", "parties", "sentence")
COLUMNS = (*_GIVEN, *DIMENSIONS, "remarks")
_CODES = ("column", "code", "number", "label", "definition", "example")

Coded = tuple[Article, Record]


class Sheet(NamedTuple):
    """A filled sheet: who coded (the file's name), and for each dimension the code of each document, None if empty."""

    coder: str
    codes: dict[str, dict[str, str | None]]


def write(path: str | Path, coded: Iterable[Coded], codebooks: Codebooks | None = None) -> tuple[Path, Path]:
    """The paths of the empty sheet and of the list of allowed codes beside it, after both were written."""
    path = Path(path)
    beside = path.with_name(f"{path.stem}_codes{path.suffix or '.csv'}")
    rows = ({**row, **dict.fromkeys((*DIMENSIONS, "remarks"), "")} for pair in coded for row in _documents(*pair))
    _write(path, COLUMNS, rows)
    _write(beside, _CODES, _allowed(codebooks or codebook.load()))
    return path, beside


def read(sheets: Sequence[str | Path], coded: Iterable[Coded], codebooks: Codebooks | None = None) -> list[Sheet]:
    """The filled sheets of the coders; a code may be given by its name, its label or its number, in any case.

    `coded` are the articles and records that the sheet was written for. Raises CommuniqueError with file, row and
    remedy for a sheet that lacks a column, has rows of other documents, or codes that the codebooks do not have.
    """
    known = [row["document"] for pair in coded for row in _documents(*pair)]
    names = _names(codebooks or codebook.load())
    return [Sheet(coder, _read(Path(path), known, names)) for coder, path in _coders(sheets)]


def collect(
    sheets: str | Path, coded: Iterable[Coded], codebooks: Codebooks | None = None
) -> tuple[list[Sheet], list[str]]:
    """The sheets of a folder, or of files named with semicolons between them, and a message for each unusable one.

    Nothing is raised: a class goes on with the sheets that can be read. Lists of codes in the folder are no sheets.
    """
    named = [paths.resolve(part.strip()) for part in str(sheets).split(";") if part.strip()]
    found = [file for path in named for file in (sorted(path.glob("*.csv")) if path.is_dir() else [path])]
    pairs, usable, messages = list(coded), [], []
    for file in (file for file in found if not file.stem.endswith("_codes")):
        try:
            read([file], pairs, codebooks)
            usable.append(file)
        except CommuniqueError as error:
            messages.append(f"Left out: {file.name}{str(error).removeprefix(str(file))}")
    return read(usable, pairs, codebooks), messages


def automatic(coded: Iterable[Coded], coder: str = "codebook") -> Sheet:
    """The codes that the codebooks gave to the same documents, as a sheet of one more coder."""
    given = [(key(article, document), document) for article, record in coded for document in record.documents]
    return Sheet(
        coder,
        {
            "instrument": {name: document.instrument for name, document in given},
            "legal_character": {name: document.legal_character for name, document in given},
            "topic": {name: document.cap_topic or UNCLASSIFIED for name, document in given},
        },
    )


def key(article: Article, document: Document) -> str:
    """The name of a document's row: the article's id and where the document stands in it."""
    return f"{article.id}@{document.span.start}-{document.span.end}"


def gold(coded: Iterable[Coded], folder: str | Path, coder: str = "gold") -> tuple[Sheet, dict[str, list[str]]]:
    """The published codes of the same documents (`<id>.json` in a folder) as a sheet, and the topics accepted as well.

    A document is matched with the gold document whose words it overlaps most; the legal character has no gold.
    """
    codes: dict[str, dict[str, str | None]] = {dimension: {} for dimension in DIMENSIONS}
    accepted: dict[str, list[str]] = {}
    for article, record in coded:
        entries = _gold_entries(Path(folder) / f"{article.id}.json", article)
        for document in record.documents:
            name = key(article, document)
            best = max(entries, key=lambda pair: _common(pair[0], document.span), default=(Span(0, 0), {}))
            entry = best[1] if _common(best[0], document.span) > 0 else {}
            codes["instrument"][name] = entry.get("instrument")
            codes["legal_character"][name] = None
            codes["topic"][name] = entry.get("cap_topic")
            accepted[name] = entry.get("cap_alt", [])
    return Sheet(coder, codes), accepted


def in_context(
    coded: Iterable[Coded], disagreements: pd.DataFrame, accepted: Mapping[str, Sequence[str]] | None = None
) -> pd.DataFrame:
    """Topics on which coders differ, with the document, its sentence, and what the codebooks went by.

    `disagreements` is what `reliability.disagreements` gives. Those that gold does not accept as an alternative come
    first, then those whose other code was the codebooks' second choice: the more there is to learn, the earlier.
    """
    placed = {key(story, document): (story, document) for story, record in coded for document in record.documents}
    coders = list(disagreements.columns[1:])
    rows = [
        _parted(*placed[row["unit"]], {name: row[name] or "" for name in coders}, (accepted or {}).get(row["unit"], ()))
        for row in disagreements.to_dict("records")
    ]
    columns = ["document", "sentence", *coders, "rule", "words", "alternative accepted"]
    return pd.DataFrame([row for _, row in sorted(rows, key=lambda pair: pair[0])], columns=columns)


def _parted(
    article: Article, document: Document, codes: dict[str, str], accepted: Sequence[str]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """One row of `in_context` and what it is sorted by."""
    topic = evidence_of(document, "topic")
    known = document.cap_topic in accepted
    told = {"document": collapse(document.text), "sentence": collapse(_sentence(article, document))}
    went_by = {"rule": topic.rule, "words": "; ".join(topic.words), "alternative accepted": known}
    return (known, topic.runner_up not in codes.values(), key(article, document)), {**told, **codes, **went_by}


def _gold_entries(file: Path, article: Article) -> list[tuple[Span, dict[str, Any]]]:
    if not file.exists():
        return []
    entries = []
    for entry in json.loads(file.read_text(encoding="utf-8"))["documents"]:
        match = re.search(r"\s+".join(map(re.escape, entry["text"].split())), article.text)
        if match:
            entries.append((Span(*match.span()), entry))
    return entries


def _common(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _documents(article: Article, record: Record) -> Iterator[dict[str, str]]:
    for document in record.documents:
        yield {
            "document": key(article, document),
            "text": collapse(document.text),
            "parties": "; ".join(collapse(party.name) for party in document.parties),
            "sentence": collapse(_sentence(article, document)),
        }


def _sentence(article: Article, document: Document) -> str:
    start, end = holding(article.sentences, document.span.start) or document.span
    return article.text[start : max(end, document.span.end)]


def _allowed(codebooks: Codebooks) -> Iterator[dict[str, str]]:
    for dimension, name in DIMENSIONS.items():
        for entry in getattr(codebooks, name).codes:
            number = "" if entry.number is None else str(entry.number)
            told = {"label": entry.label, "definition": collapse(entry.definition), "example": entry.example}
            yield {"column": dimension, "code": entry.code, "number": number, **told}
        told = {"label": "Not classified", "definition": "You read it and no code fits.", "example": ""}
        yield {"column": dimension, "code": UNCLASSIFIED, "number": "", **told}


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: guard(cell) for name, cell in row.items()} for row in rows)
    # The byte-order mark tells spreadsheets that the letters are UTF-8.
    files.write_text(path, "\ufeff" + text.getvalue())


def _names(codebooks: Codebooks) -> dict[str, dict[str, str]]:
    """For each dimension what may stand in its column (folded) and the code it means."""
    names: dict[str, dict[str, str]] = {}
    for dimension, name in DIMENSIONS.items():
        entries = getattr(codebooks, name).codes
        numbers = {str(entry.number): entry.code for entry in entries if entry.number is not None}
        labels = {entry.label.casefold(): entry.code for entry in entries}
        own = {entry.code.casefold(): entry.code for entry in entries}
        names[dimension] = numbers | labels | own | {UNCLASSIFIED: UNCLASSIFIED, "not classified": UNCLASSIFIED}
    return names


def _coders(sheets: Sequence[str | Path]) -> list[tuple[str, str | Path]]:
    """Each sheet with the name of its file, numbered where two files have the same name."""
    stems = [Path(sheet).stem for sheet in sheets]
    return [
        (f"{stem} ({stems[: at + 1].count(stem)})" if stems.count(stem) > 1 else stem, sheets[at])
        for at, stem in enumerate(stems)
    ]


def _read(path: Path, known: Sequence[str], names: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str | None]]:
    codes: dict[str, dict[str, str | None]] = {dimension: dict.fromkeys(known) for dimension in DIMENSIONS}
    seen: set[str] = set()
    for number, row in _rows(path):
        document = unguard(row["document"] or "").strip()
        if document not in codes["topic"] or document in seen:
            what = f"{document!r} is " + ("there twice" if document in seen else "no document of these articles")
            raise CommuniqueError(
                path, what, "start from the sheet as it was written, one row a document", f"row {number}"
            )
        seen.add(document)
        for dimension in DIMENSIONS:
            cell = collapse(unguard(row[dimension] or ""))
            if cell and cell.casefold() not in names[dimension]:
                remedy = "use a code of the list of codes, or leave the cell empty"
                raise CommuniqueError(path, f"{cell!r} is no code", remedy, f"row {number}, column {dimension}")
            codes[dimension][document] = names[dimension][cell.casefold()] if cell else None
    return codes


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows with their numbers in a spreadsheet (the header is row 1); rows without anything are left out."""
    text = _text(path)
    first = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), restval="")
    columns = {(name or "").strip().casefold(): name for name in reader.fieldnames or ()}
    lacking = [name for name in ("document", *DIMENSIONS) if name not in columns]
    if lacking:
        what = f"has no column {', '.join(map(repr, lacking))}"
        raise CommuniqueError(path, what, "start from the sheet as it was written and keep its first row", "row 1")
    try:
        for number, row in enumerate(reader, start=2):
            if any(str(cell or "").strip() for cell in row.values()):
                yield number, {name: row[columns[name]] for name in ("document", *DIMENSIONS)}
    except csv.Error as error:
        what = f"cannot be read as a table ({error})"
        raise CommuniqueError(path, what, "save it from the spreadsheet as CSV again") from None


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        what = f"cannot be read ({(error.strerror or str(error)).lower()})"
        raise CommuniqueError(path, what, "name a filled sheet, a CSV file") from None
    if b"\0" in data:
        raise CommuniqueError(path, "is no text", "save it from the spreadsheet as CSV")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # what spreadsheets on Windows write unless told otherwise
