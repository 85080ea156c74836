"""Counts, shares, dates and countries as they stand in a sentence."""

import calendar
from collections import Counter
from datetime import date

from communique import words
from communique.grammar import countries

UNKNOWN = "not known"


def day(iso: str) -> str:
    """An ISO date as it is written out.

    >>> day("2031-01-05")
    '5 January 2031'
    """
    then = date.fromisoformat(iso)
    return f"{then.day} {calendar.month_name[then.month]} {then.year}"


def country_name(code: str | None) -> str:
    """The country's name for its alpha-3 code; "not known" for none."""
    found = countries.country(code) if code else None
    return found.name if found else code or UNKNOWN


def number_of(count: int, noun: str) -> str:
    """A count with its noun in the right number.

    >>> number_of(2, "memorandum"), number_of(0, "person")
    ('2 memoranda', 'no people')
    """
    return f"{count or 'no'} {noun if count == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """The noun in the plural, from the table where it is irregular."""
    return str(words.table("briefing")["plurals"].get(noun, f"{noun}s"))


def in_sentence(name: str) -> str:
    """A country's name as it stands in a sentence, with its article.

    >>> in_sentence("Philippines"), in_sentence("Tonga")
    ('the Philippines', 'Tonga')
    """
    needs = name.startswith("United ") or name.endswith(" Islands") or name in words.table("briefing")["with_article"]
    return f"the {name}" if needs else name


def sentence(text: str) -> str:
    """The text as a sentence: with a capital and a full stop.

    >>> sentence("no figure for 2023 (it has 2022)")
    'No figure for 2023 (it has 2022).'
    """
    return text[:1].upper() + text[1:] + "." * (not text.endswith((".", "!", "?")))


def amount(value: float | tuple[float, float]) -> str:
    """A number with its thousands set apart, or a range of two.

    >>> amount(20e9), amount((1.5, 2))
    ('20,000,000,000', '1.5–2')
    """
    return "–".join(f"{number:,.15g}" for number in (value if isinstance(value, tuple) else (value,)))


def listed(items: list[str]) -> str:
    """The items as a list in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def percent(part: int, whole: int) -> str:
    """A share in whole percent."""
    return f"{round(100 * part / whole)}%" if whole else "0%"


def ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    """The counts, highest first, equals by name."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
