"""Entries for a corrections file: the least sure items as they were found, to change and to uncomment."""

import json
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
    entries = [_entry(article.text, line, items[line.item]) for line in unsure]
    return _HEAD + "".join(entries) if entries else ""


def _entry(text: str, line: doubts.Line, item: Any) -> str:
    values = ", ".join(f"{name} = {_toml(getattr(item, name))}" for name in _FIELDS[type(item)])
    lines = (
        "",
        f"# {line.item}: {'; '.join(line.doubts)}",
        "[[set]]",
        f"item = {_toml(line.item)}",
        f"words = {_toml(_first_words(text, item))}",
        f"values = {{ {values} }}",
        'reason = ""',
        'by = ""',
    )
    return "".join(f"# {one}".rstrip() + "\n" for one in lines)


def _first_words(text: str, item: Any) -> str:
    """The words at the item's place, up to the end of a word."""
    begin, end = corrections.place(item)
    words = text[begin : min(end, begin + _WORDS)]
    return (words.rpartition(" ")[0] if end > begin + _WORDS else "") or words


def _toml(value: Any) -> str:
    """The value as TOML; "" for none, which takes a value away."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(repr, value))}]"
    text = json.dumps("" if value is None else value, ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")
