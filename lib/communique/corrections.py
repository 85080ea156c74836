"""Corrections by hand: `<article>.corrections.toml` beside an article says once what the rules got wrong.

Entries are `[[set]]`, `[[add]]` and `[[drop]]`. Each names the item by kind and place (`document@1934`), repeats its
first words, and gives a reason and initials. Words that no longer stand at that place are an error, never a guess.
"""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from communique import files, limits, paths
from communique.errors import CommuniqueError
from communique.record import (
    Article,
    Correction,
    Document,
    Evidence,
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
_OURS = "by hand"  # how the rule of a corrected item begins, and how sure its codes are
# The codes of a document and what their evidence calls them.
_CODED = {"instrument": "instrument", "cap_topic": "topic", "legal_character": "legal character"}


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    item: str
    words: str
    reason: str
    by: str
    values: dict[str, Any] = {}


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    set: tuple[_Entry, ...] = ()
    add: tuple[_Entry, ...] = ()
    drop: tuple[_Entry, ...] = ()


def beside(path: str | Path) -> Path:
    """Where the corrections of the article in `path` stand, whether or not there are any."""
    return Path(path).with_suffix(".corrections.toml")


def apply(article: Article, record: Record, file: Path) -> Record:
    """The record as corrected by the file, or the record itself where there is no such file.

    Raises CommuniqueError naming the entry that does not fit: an unknown item, other words, a value of the wrong kind.
    """
    if not paths.exists(file):
        return record
    for action, number, entry in _entries(file):
        place = f"{action} {number} ({entry.item})"
        record = _applied(article, record, action, entry, _Place(file, place))
    return record


def is_corrected(item: Any) -> bool:
    """Whether somebody set or added the item by hand."""
    return str(item.rule).startswith(_OURS)


def start(item: Any) -> int:
    """Where the item's first words begin in the text."""
    place = getattr(item, _field_of(item)) or (Span(0, 0),)
    return int(place[0] if isinstance(place, Span) else place[0][0])


def items(record: Record) -> Iterator[tuple[str, Any]]:
    """Every item with its id, `kind@start`, in the order of kinds and places."""
    for kind, (name, _, _) in KINDS.items():
        for item in sorted(getattr(record, name), key=start):
            yield f"{kind}@{start(item)}", item


def write_empty(path: Path) -> Path:
    """The corrections file of the article in `path`, made with an example of each action if it is not there."""
    file = beside(path)
    return file if file.exists() else files.write_text(file, _TEMPLATE)


class _Place:
    """Where in which file an entry stands, for the error that it may need."""

    def __init__(self, file: Path, entry: str) -> None:
        self.file, self.entry = file, entry

    def error(self, what: str, remedy: str) -> CommuniqueError:
        return CommuniqueError(self.file, what, remedy, self.entry)


def _entries(file: Path) -> Iterator[tuple[str, int, _Entry]]:
    try:
        text = file.read_text(encoding="utf-8")
        limits.check_keys(text, file)
        read = msgspec.toml.decode(text, type=_File)
    except OSError as error:
        raise CommuniqueError(file, f"cannot be read ({str(error.strerror).lower()})", "make it a text file") from None
    except RecursionError:
        raise CommuniqueError(file, "holds brackets within brackets without end", "close them") from None
    except (msgspec.DecodeError, ValueError) as error:  # ValueError: a number of more digits than Python reads
        raise CommuniqueError(file, str(error), "correct this entry; `communique review` shows the form") from None
    for action in ("drop", "set", "add"):
        for number, entry in enumerate(getattr(read, action), 1):
            yield action, number, entry


def _applied(article: Article, record: Record, action: str, entry: _Entry, place: _Place) -> Record:
    kind, offset = _parsed(entry, place)
    name, _, _ = KINDS[kind]
    if article.text[offset : offset + len(entry.words)] != entry.words or not entry.words:
        stands = article.text[offset : offset + max(len(entry.words), 20)]
        raise place.error(f"{entry.words!r} does not stand there, {stands!r} does", "correct the place or the words")
    old: tuple[Any, ...] = getattr(record, name)
    found = [item for item in old if start(item) == offset]
    if action == "add":
        new = (*old, _added(kind, offset, entry, place))
        if found:
            raise place.error("there is one already", "write [[set]] to change it")
    elif not found:
        known = ", ".join(f"{kind}@{start(item)}" for item in old) or "none"
        raise place.error("there is no such item", f"take one of these: {known}")
    else:
        new = tuple(item for item in (_changed(item, found, action, entry, place) for item in old) if item is not None)
    done = Correction(item=entry.item, action=action, reason=entry.reason, by=entry.by)
    for item in new:
        if is_corrected(item):
            _check(article, item, place)
    ordered = tuple(sorted(new, key=start))
    return msgspec.structs.replace(record, corrections=(*record.corrections, done), **{name: ordered})


def _parsed(entry: _Entry, place: _Place) -> tuple[str, int]:
    kind, _, offset = entry.item.partition("@")
    if kind not in KINDS or not offset.isdecimal() or len(offset) > 12:
        raise place.error("is not the id of an item", f"write kind@place, the kind one of {', '.join(KINDS)}")
    return kind, int(offset)


def _changed(item: Any, found: list[Any], action: str, entry: _Entry, place: _Place) -> Any:
    """The item, changed if it is the one meant; None if it is to be dropped."""
    if item not in found:
        return item
    return None if action == "drop" else _built(type(item), msgspec.to_builtins(item) | entry.values, entry, place)


def _added(kind: str, offset: int, entry: _Entry, place: _Place) -> Any:
    _, type_, field = KINDS[kind]
    span = [offset, offset + len(entry.words)]
    ours = {"text": entry.words, "name": entry.words, field: span if field == "span" else [span]}
    known = {name: value for name, value in ours.items() if name in type_.__struct_fields__}
    return _built(type_, known | entry.values, entry, place)


def _built(type_: type[Any], values: dict[str, Any], entry: _Entry, place: _Place) -> Any:
    """The item of these values, refused where one is unknown or of another kind than the record's."""
    unknown = sorted(set(entry.values) - set(type_.__struct_fields__))
    if unknown:
        raise place.error(f"has no {', '.join(unknown)}", f"take one of these: {', '.join(type_.__struct_fields__)}")
    try:
        item = msgspec.convert(values | {"rule": f"{_OURS} ({entry.by}): {entry.reason}"}, type_)
    except msgspec.ValidationError as error:
        raise place.error(str(error), "correct the value") from None
    return _told(item, entry.values) if isinstance(item, Document) and "evidence" not in entry.values else item


def _told(document: Document, values: dict[str, Any]) -> Document:
    """The document with the hand as evidence for every code it gave, in place of the rule that gave another."""
    given = {
        dimension: Evidence(dimension=dimension, code=getattr(document, name), confidence=_OURS, rule=document.rule)
        for name, dimension in _CODED.items()
        if name in values
    }
    kept = tuple(given.pop(evidence.dimension, evidence) for evidence in document.evidence)
    return msgspec.structs.replace(document, evidence=(*kept, *given.values()))


def _check(article: Article, item: Any, place: _Place) -> None:
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


_TEMPLATE = """\
# Corrections of the article beside this file. `communique review` lists the items and their ids.
# Remove the leading "# " of an entry to use it. `words` are the first words at that place, exactly as in the text.
#
# [[drop]]
# item = "person@123"
# words = "Alfa Works"
# reason = "a company, not a person"
# by = "AB"
#
# [[set]]
# item = "document@1934"
# words = "memorandum of understanding"
# values = { cap_topic = "Energy", status = "planned" }
# reason = "the title names the power grid"
# by = "AB"
#
# [[add]]
# item = "figure@640"
# words = "$3 billion"
# values = { value = 3e9, unit = "USD", measure = "exports", period = "2023" }
# reason = "missed"
# by = "AB"
"""
