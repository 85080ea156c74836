"""What a hand says of the article itself (`article@0`): its date and dateline, the two sides, the kind of visit."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from communique import words
from communique.corrections import entries
from communique.corrections.entries import Entry, Place
from communique.grammar import countries
from communique.record import Article, Event

ID = "article@0"
_DATED, _MET = ("date", "dateline"), ("countries", "visit_type")
_KNOWN = (*_DATED, *_MET)


def said(article: Article, data: bytes, file: str | Path) -> dict[str, Any]:
    """The fields of the article that the corrections set; raises CommuniqueError for what cannot be."""
    fields: dict[str, Any] = {}
    for action, place, entry in entries.read(data, file):
        if entry.item == ID:
            fields |= values(article, action, entry, place)
    return fields


def values(article: Article, action: str, entry: Entry, place: Place) -> dict[str, Any]:
    """The fields that one entry sets, checked."""
    if action != "set":
        raise place.error("an article is neither added nor dropped", "write [[set]] to change what is said of it")
    entries.check_words(article.text, 0, entry.words, place)
    unknown = sorted(set(entry.values) - set(_KNOWN))
    if unknown:
        raise place.error(f"has no {', '.join(unknown)}", f"take one of these: {', '.join(_KNOWN)}")
    return {name: _checked(name, value, place) for name, value in entry.values.items()}


def dated(article: Article, fields: dict[str, Any]) -> Article:
    """The article with the date and the dateline that were said."""
    return msgspec.structs.replace(article, **{name: fields[name] for name in _DATED if name in fields})


def met(event: Event, fields: dict[str, Any]) -> Event:
    """The event with the sides and the kind of visit that were said."""
    return msgspec.structs.replace(event, **{name: fields[name] for name in _MET if name in fields})


def _checked(name: str, value: Any, place: Place) -> Any:
    if name == "countries":
        codes = value if isinstance(value, list) else [value]
        wrong = next((code for code in codes if not isinstance(code, str) or countries.country(code) is None), None)
        if wrong is not None or len(set(codes)) < len(codes):
            raise place.error(f"{value!r} is no list of countries", 'write their codes, such as ["KAZ", "ITA"]')
        return tuple(codes)
    if name == "date" and isinstance(value, date):
        value = value.isoformat()[:10]  # TOML knows dates, and dates with a time
    if not isinstance(value, str):
        raise place.error(f"the {name} is no text", "write it between quotation marks")
    if name == "date" and value and not _is_day(value):
        raise place.error(f"{value!r} is no date", "write it as 2025-05-30")
    known = [kind for kind in words.table("briefing")["meetings"] if kind]
    if name == "visit_type" and value and value not in known:
        raise place.error(f"{value!r} is no kind of visit", f"take one of these: {', '.join(known)}")
    return value or None


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
