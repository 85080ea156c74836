"""Countries in running text: which one a name, a demonym or a capital means.

The table `data/countries.csv` holds the 249 entries of ISO 3166-1 and Kosovo, whose XKX is a user-assigned code and no
part of the standard. Regions are those of the UN M49 geoscheme; for Taiwan and Kosovo, which M49 does not list, those
of their neighbours. Currencies are today's, in ISO 4217: the euro for Bulgaria, which had the lev until 2025. Capitals
are the cities that news uses for a government, so The Hague stands beside Amsterdam and Tel Aviv beside Jerusalem.
A form that two countries share is in one row or in none: "Congo" is the ISO short name of COG, "Korea" the South,
"Dominican" the Republic; "Congolese" is in neither row.
`data/words/countries.toml` holds the phrases that contain a country's name and mean something else.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from communique import paths, words

# Every form starts with a capital letter, so only such words of a text are looked at.
_CAPITALISED = re.compile(r"[A-Z\u00c0-\u00d6\u00d8-\u00de\u0130]\w*")
_ARTICLE = re.compile(r"^(?:[Tt]he|THE)\s+")
_POSSESSIVE = re.compile(r"['\u2019](?:[sS])?$")


class Country(NamedTuple):
    """A row of the table: one ISO 3166-1 entry with the forms that news prints for it."""

    iso3: str
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    currency: str
    region: str
    subregion: str


class Mention(msgspec.Struct, frozen=True):
    """A country found in a text; `form` is "name", "demonym" or "capital", and `text[start:end]` its words."""

    code: str
    start: int
    end: int
    form: str


class _Index(msgspec.Struct, frozen=True):
    """The forms made ready for `find`; the code is None for a phrase that counts for no country."""

    forms: dict[str, tuple[str | None, str]]
    lengths: dict[str, tuple[int, ...]]  # first word -> lengths of the forms that start with it, longest first
    lookup: dict[str, str]  # what `code_of` knows: every form that means a country, the ambiguous ones too


@cache
def countries() -> dict[str, Country]:
    """The table, by ISO 3166-1 alpha-3 code and in the order of the codes."""
    with (paths.DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return {row[0]: Country(*row[:2], *map(_split, row[2:5]), *row[5:]) for row in rows}  # type: ignore[arg-type]  # rows have seven columns


def country(code: str) -> Country | None:
    """The country of an ISO 3166-1 alpha-3 code, or None if there is none.

    >>> country("KAZ").currency
    'KZT'
    """
    return countries().get(code)


def find(text: str) -> list[Mention]:
    """The countries that `text` mentions, from left to right, the longest form first, none overlapping.

    Forms count as the table lists them or in ALL CAPS, with or without their accents, never in lower case.

    >>> find("Kazakh-Italian talks")
    [Mention(code='KAZ', start=0, end=6, form='demonym'), Mention(code='ITA', start=7, end=14, form='demonym')]
    """
    return list(_mentions(text))


@lru_cache(maxsize=64)  # several steps ask for the same text
def _mentions(text: str) -> tuple[Mention, ...]:
    index = _index()
    mentions: list[Mention] = []
    position = 0
    for match in _CAPITALISED.finditer(text):
        word = match.group()
        lengths = index.lengths.get(word if word.isascii() else fold(word))
        if lengths is None or match.start() < position:
            continue
        start = match.start()
        form = None if start and _in_word(text[start - 1]) else _longest(text, start, lengths, index.forms)
        if form is None:
            continue
        position = start + len(form)
        code, kind = index.forms[form]
        if code is not None:
            mentions.append(Mention(code, start, position, kind))
    return tuple(mentions)


def has_demonym(phrase: str) -> bool:
    """Whether a phrase says of which country something is: "Polish", not "Poland"."""
    return any(mention.form == "demonym" for mention in find(phrase))


def capital_end(text: str, start: int) -> int | None:
    """Where the name of a capital that begins exactly at `start` ends, the longest one; None where there is none."""
    index = _index()
    first = _CAPITALISED.match(text, start)
    lengths = index.lengths.get(fold(first.group())) if first else None
    form = _longest(text, start, lengths, index.forms) if lengths else None
    return start + len(form) if form and index.forms[form][1] == "capital" else None


@lru_cache(maxsize=4096)
def code_of(phrase: str) -> str | None:
    """The alpha-3 code of the country that the whole phrase means, or None.

    A leading "the" and a closing possessive do not count.

    >>> code_of("the Kingdom of Thailand")
    'THA'
    """
    lookup = _index().lookup
    whole = fold(phrase.strip())
    for form in (whole, _POSSESSIVE.sub("", whole)):
        # "The Hague" before "Hague": the article may be part of the name.
        code = lookup.get(form) or (lookup.get(_ARTICLE.sub("", form)) if form[:1] in ("t", "T") else None)
        if code:
            return code
    return None


def surface_forms() -> Iterator[tuple[str, str, str]]:
    """Code, kind ("name", "demonym" or "capital") and words of every form that means a country, as listed."""
    for row in countries().values():
        yield from ((row.iso3, "name", form) for form in (row.name, *row.other_names))
        yield from ((row.iso3, "demonym", form) for form in row.demonyms)
        yield from ((row.iso3, "capital", form) for form in row.capitals)
    for code, part in words.table("countries")["parts"].items():
        yield from ((code, "name", form) for form in part["names"])
        yield from ((code, "demonym", form) for form in part["demonyms"])


def variants(form: str) -> tuple[str, str]:
    """The folded form as listed and in ALL CAPS: what `find` compares a text with."""
    return fold(form), fold(form.upper())


def fold(text: str) -> str:
    """The text in the same length without accents, with plain apostrophes, hyphens and spaces.

    >>> fold("Côte d’Ivoire")
    "Cote d'Ivoire"
    """
    return text if text.isascii() and "\n" not in text else text.translate(_plain())


def _longest(text: str, start: int, lengths: tuple[int, ...], forms: dict[str, tuple[str | None, str]]) -> str | None:
    """The longest form that stands at `start` and ends where a word ends."""
    ahead = fold(text[start : start + lengths[0] + 1])
    for length in lengths:
        form = ahead[:length]
        # A form such as "U.S." or "US$" ends by itself; "Niger" must not be found in "Nigeria".
        if form in forms and not (_in_word(form[-1]) and _in_word(ahead[length : length + 1])):
            return form
    return None


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


@cache
def _plain() -> dict[int, str]:
    """One plain character for each accented Latin letter and each typographic apostrophe, dash and space."""
    plain = str.maketrans("øØłŁđĐı’‘ʼʻ–‑\n\u00a0\u202f", "oOlLdDi''''--   ")
    for point in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(point))[0]
        if base.isascii():
            plain[point] = base  # type: ignore[assignment]  # str.translate takes letters too
    return plain  # type: ignore[return-value]  # likewise


@cache
def _index() -> _Index:
    """The index over all forms, read once."""
    exceptions = words.table("countries")
    forms: dict[str, tuple[str | None, str]] = {}
    for code, kind, form in surface_forms():
        for variant in variants(form):
            forms.setdefault(variant, (code, kind))
    lookup = {form: code for form, (code, _) in forms.items() if code is not None}
    for form in exceptions["lookup_only"]:
        for variant in variants(form):
            forms.pop(variant, None)
    forms |= {variant: (None, "") for form in exceptions["nothing"] for variant in variants(form)}
    return _Index(forms, _lengths(forms), lookup)


def _lengths(forms: dict[str, tuple[str | None, str]]) -> dict[str, tuple[int, ...]]:
    """The lengths of the forms that begin with each word, longest first."""
    lengths: dict[str, set[int]] = {}
    for form in forms:
        first = _CAPITALISED.match(form)
        if first:
            lengths.setdefault(first[0], set()).add(len(form))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
