"""Corrections by hand: `<article>.corrections.toml` beside an article says once what the rules got wrong.

Entries are `[[set]]`, `[[add]]` and `[[drop]]`. Each names the item by kind and place (`document@1934`), repeats its
first words, and gives a reason and initials. Words that no longer stand at that place are an error, never a guess.
What is set of the article itself (`article@0`) counts before anything is extracted: see `pipeline.corrected`.
"""

import math
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import msgspec

from communique import codebook, files, paths
from communique.corrections import codes, entries, head
from communique.corrections.entries import Entry, Place
from communique.record import (
    Article,
    Correction,
    Document,
    Event,
    Figure,
    Organisation,
    Person,
    Quote,
    Record,
    Span,
)

# The kinds of items: the record's field, the type, and the field that holds their place.
KINDS: dict[str, tuple[str, type[Any], str]] = {
    "person": ("people", Person, "spans"),
    "organisation": ("organisations", Organisation, "spans"),
    "quote": ("quotes", Quote, "pieces"),
    "figure": ("figures", Figure, "span"),
    "document": ("documents", Document, "span"),
}

ENDING = ".corrections.toml"
LARGEST = entries.LARGEST


def beside(path: str | Path) -> Path:
    """Where the corrections of the article in `path` stand, whether or not there are any."""
    return Path(path).with_suffix(ENDING)


def load(path: str | Path) -> tuple[bytes, Path] | None:
    """The bytes and the name of the corrections beside the article in `path`, if there are any."""
    file = beside(path)
    return (entries.load(file), file) if paths.exists(file) else None


def apply(article: Article, record: Record, file: Path, codebooks: codebook.Codebooks | None = None) -> Record:
    """The record as corrected by the file, or the record itself where there is no such file.

    Raises CommuniqueError naming the entry that does not fit: an unknown item, other words, a value of the wrong kind,
    a code that the codebooks do not have.
    """
    return apply_bytes(article, record, entries.load(file), file, codebooks) if paths.exists(file) else record


def apply_bytes(
    article: Article, record: Record, data: bytes, file: str | Path, codebooks: codebook.Codebooks | None = None
) -> Record:
    """The record as corrected by what the corrections file holds; `file` is its name or address, for errors."""
    codebooks = codebooks or codebook.load()
    for action, place, entry in entries.read(data, file):
        record = _applied(article, record, action, entry, place, codebooks)
    return record


def of_article(article: Article, data: bytes, file: str | Path) -> tuple[Article, Callable[[Event], Event]]:
    """The article as corrected before extraction, and what corrects the event that is found in it."""
    fields = head.said(article, data, file)
    return head.dated(article, fields), lambda event: head.met(event, fields)


def is_corrected(item: Any) -> bool:
    """Whether somebody set or added the item by hand."""
    return str(item.rule).startswith(codes.BY_HAND)


def start(item: Any) -> int:
    """Where the item's first words begin in the text."""
    return place(item).start


def place(item: Any) -> Span:
    """Where the item's first words stand in the text."""
    where = getattr(item, _field_of(item)) or (Span(0, 0),)
    return where if isinstance(where, Span) else Span(*where[0])


def items(record: Record) -> Iterator[tuple[str, Any]]:
    """Every item with its id, `kind@start`, in the order of kinds and places."""
    for kind, (name, _, _) in KINDS.items():
        for item in sorted(getattr(record, name), key=start):
            yield f"{kind}@{start(item)}", item


def write_empty(path: Path, drafts: str = "") -> Path:
    """The corrections file of the article in `path`, made with examples and `drafts` as comments if it is not there."""
    file = beside(path)
    files.create_text(file, entries.TEMPLATE + drafts)
    return file


def _applied(
    article: Article, record: Record, action: str, entry: Entry, place: Place, books: codebook.Codebooks
) -> Record:
    done = Correction(item=entry.item, action=action, reason=entry.reason, by=entry.by)
    if entry.item == head.ID:
        new = head.values(article, action, entry, place)
    else:
        new = _items(article, record, action, entry, place, books)
    return msgspec.structs.replace(record, corrections=(*record.corrections, done), **new)


def _items(
    article: Article, record: Record, action: str, entry: Entry, place: Place, books: codebook.Codebooks
) -> dict[str, tuple[Any, ...]]:
    """The items of the kind that the entry changes, under their name in the record."""
    kind, offset = _parsed(entry, place)
    name, _, _ = KINDS[kind]
    entries.check_words(article.text, offset, entry.words, place)
    old: tuple[Any, ...] = getattr(record, name)
    found = [item for item in old if start(item) == offset]
    if action == "add" and found:
        raise place.error("there is one already", "write [[set]] to change it")
    if action != "add" and not found:
        known = ", ".join(f"{kind}@{start(item)}" for item in old) or "none"
        raise place.error("there is no such item", f"take one of these: {known}")
    if action == "add":
        made = [_added(kind, offset, entry, place, books)]
    else:
        made = [_changed(item, entry, place) for item in found] if action == "set" else []
    ours = [_settled(article, item, before, entry, place, books) for item, before in zip_longest(made, found) if item]
    kept = [item for item in old if item not in found]
    return {name: tuple(sorted([*kept, *ours], key=start))}


def _parsed(entry: Entry, place: Place) -> tuple[str, int]:
    kind, _, offset = entry.item.partition("@")
    if kind not in KINDS or not offset.isdecimal() or len(offset) > 12:
        raise place.error("is not the id of an item", f"write {head.ID}, or kind@place with one of {', '.join(KINDS)}")
    return kind, int(offset)


def _changed(item: Any, entry: Entry, place: Place) -> Any:
    return _built(type(item), msgspec.to_builtins(item), entry, place)


def _added(kind: str, offset: int, entry: Entry, place: Place, books: codebook.Codebooks) -> Any:
    _, type_, field = KINDS[kind]
    span = [offset, offset + len(entry.words)]
    ours = {"text": entry.words, "name": entry.words, field: span if field == "span" else [span]}
    if type_ is Document:
        ours["instrument"] = codes.instrument(str(entry.values.get("text", entry.words)), books)
    return _built(type_, {name: ours[name] for name in type_.__struct_fields__ if name in ours}, entry, place)


def _built(type_: type[Any], known: dict[str, Any], entry: Entry, place: Place) -> Any:
    """The item of the known and the entry's values, refused where one of these is unknown or of the wrong kind."""
    unknown = sorted(set(entry.values) - set(type_.__struct_fields__))
    if unknown:
        raise place.error(f"has no {', '.join(unknown)}", f"take one of these: {', '.join(type_.__struct_fields__)}")
    empty = {field.name for field in msgspec.structs.fields(type_) if field.default is None}
    given = {name: None if value == "" and name in empty else value for name, value in entry.values.items()}
    try:
        return msgspec.convert(known | given | {"rule": f"{codes.BY_HAND} ({entry.by}): {entry.reason}"}, type_)
    except msgspec.ValidationError as error:
        raise place.error(str(error), "correct the value") from None


def _settled(article: Article, item: Any, before: Any, entry: Entry, place: Place, books: codebook.Codebooks) -> Any:
    """The item, once it stands in the text and has codes that there are; a document is coded where no hand did it."""
    _check(article, item, place)
    codes.check(item, entry.values, books, place)
    if not isinstance(item, Document) or "evidence" in entry.values:
        return item
    return codes.coded(item, entry.values, before, article, books)


def _check(article: Article, item: Any, place: Place) -> None:
    """Raises where a corrected item does not stand in the text with its words, or where its value is no number."""
    where = getattr(item, _field_of(item))
    spans = (where,) if isinstance(where, Span) else where
    if not spans or any(not 0 <= begin < end <= len(article.text) for begin, end in spans):
        raise place.error("its place is not in the text", "give [start, end) within the text")
    words = " ".join(article.text[begin:end] for begin, end in spans)
    if not isinstance(item, Person | Organisation) and item.text.split() != words.split():
        raise place.error("its text is not what stands at its place", "give both, the words and their place")
    parties = item.parties if isinstance(item, Document) else ()
    if any(party.span and not 0 <= party.span.start < party.span.end <= len(article.text) for party in parties):
        raise place.error("the place of a party is not in the text", "give [start, end) within the text")
    value = getattr(item, "value", 0.0)
    if not all(math.isfinite(number) for number in (value if isinstance(value, tuple) else (value,))):
        raise place.error("its value is no number", "give a number")


def _field_of(item: Any) -> str:
    return next(field for _, type_, field in KINDS.values() if isinstance(item, type_))
