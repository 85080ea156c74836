"""Entries for a corrections file: the least sure items as they were found, to change and to uncomment."""

import json
from collections.abc import Iterable
from typing import Any

from communique import corrections
from communique.record import Article, Document, Figure, Organisation, Person, Quote, Record
from communique.review import doubts

_MOST = 12
# Characters of the words that an entry repeats.
_WORDS = 40
_HEAD = """\
#
# The least sure of what was found, as it stands. Remove the leading "# " of an entry, keep of its `values` only what
# you change, and give a reason and your initials. To take an item out, write [[drop]] and remove the line of `values`.
"""
_FIELDS: dict[type[Any], tuple[str, ...]] = {
    Record: ("date", "dateline", "countries", "visit_type"),
    Person: ("name", "role", "country"),
    Organisation: ("name", "kind", "country"),
    Quote: ("speaker", "kind"),
    Figure: ("value", "unit", "measure", "period", "qualifier"),
    Document: ("instrument", "cap_topic", "legal_character", "status"),
}


def drafts(article: Article, record: Record) -> str:
    """The entries as lines of TOML behind "# "; nothing where no item is in doubt."""
    unsure = [line for line in doubts.lines(article, record) if line.doubts][:_MOST]
    items = dict(corrections.items(record))
    entries = [_of_article(article, record)] if len(record.countries) < 2 or not record.date else []
    entries += [
        _entry(
            line.item, line.doubts, _first_words(article.text, *corrections.place(items[line.item])), items[line.item]
        )
        for line in unsure
    ]
    return _HEAD + "".join(entries) if entries else ""


def _of_article(article: Article, record: Record) -> str:
    lacking = [f"no {name}" for name in ("date", "dateline", "visit_type") if not getattr(record, name)]
    lacking += ["not two sides"] if len(record.countries) < 2 else []
    words = _first_words(article.text, 0, len(article.text))
    return _entry(corrections.head.ID, lacking, words, record)


def _entry(id: str, why: Iterable[str], words: str, item: Any) -> str:
    values = ", ".join(f"{name} = {_toml(getattr(item, name))}" for name in _FIELDS[type(item)])
    lines = (
        "",
        f"# {id}: {'; '.join(why)}",
        "[[set]]",
        f"item = {_toml(id)}",
        f"words = {_toml(words)}",
        f"values = {{ {values} }}",
        'reason = ""',
        'by = ""',
    )
    return "".join(f"# {one}".rstrip() + "\n" for one in lines)


def _first_words(text: str, begin: int, end: int) -> str:
    """The first words between two places of the text, up to the end of a word."""
    words = text[begin : min(end, begin + _WORDS)]
    return (words.rpartition(" ")[0] if end > begin + _WORDS else "") or words


def _toml(value: Any) -> str:
    """The value as TOML; "" for none, which takes a value away."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    text = json.dumps("" if value is None else value, ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")
