"""Offices whose institution or place follows behind a comma, before or behind the name of who holds them."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from communique.grammar import bearers, persons
from communique.grammar.names import Words
from communique.grammar.offices import INSTITUTIONS, PORTFOLIO, SPEECH
from communique.grammar.persons import Candidate
from communique.grammar.titles import Title

_INSIDE = frozenset({"of", "and", "for", "&", "the", "on"})
_INSIDE_BODIES = _INSIDE | {"in"}
_PARTS, _WIDEST = 4, 9


def body_behind(words: Words, title: Title) -> str:
    """The institution that follows a bare office in a list: "Eva Ros, Chairman, Border Council; Jon Moe"."""
    first = title.last
    if first >= len(words.text) or title.last > title.head + 1 or words.gap(first).strip() != ",":
        return ""
    j = first + 1
    while j < len(words.text) and j - first < 8 and words.joined[j] and (words.capital[j] or words.key[j] in _INSIDE):
        j += 1
    mark = words.source[words.end[j - 1] : words.end[j - 1] + 1]
    closes = mark in {";", ")"} or (mark == "," and j < len(words.text) and words.key[j] in SPEECH)
    headed = words.capital[j - 1] and not INSTITUTIONS.isdisjoint(words.key[first:j])
    return words.phrase(first, j) if closes and headed and words.capital[first] else ""


def behind_body(words: Words, title: Title, start: int, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """The person behind an office and its institution or place, in as many parts as it has.

    "Joint Secretary, Ministry of Trade, Steel and Art (MTSA), D V Singh", "Vice Minister for Trade, Chad, Ms. Eva Ros".
    """
    j, headed = start, False
    for _ in range(_PARTS):
        end = _part_end(words, j)
        headed = headed or not INSTITUTIONS.isdisjoint(words.key[j:end])
        placed = title.last > title.head + 1 and end > j and all(k in lands for k in range(j, end))
        acronym = end < len(words.text) and words.gap(end) == " (" and _is_letters(words.text[end])
        j = end + acronym
        if end == start or j >= len(words.text) or words.gap(j).strip() != (")," if acronym else ","):
            return
        name = bearers.name_from(words, j, lands)
        if name and (headed or (placed and name[0] > j)) and _is_holder(words, name, lands):
            found = persons.beside(words, title, name, lands, "title, comma, name")
            body = f"{words.phrase(start, j)}{')' * acronym}"
            yield replace(found, role=f"{found.role}, {body}" if found.role else None)
            return


def _part_end(words: Words, i: int) -> int:
    """The word after the capitals from word i on, small words inside: "Ministry of Trade", "Industry and Art"."""
    j = i
    while j < len(words.text) and j - i < _WIDEST and (j == i or words.joined[j]):
        if not (words.capital[j] or (words.key[j] in _INSIDE_BODIES and j > i)):
            return i
        j += 1
    return j


def _is_letters(word: str) -> bool:
    """Whether a word is an acronym: "MoS", "NiDCOM"."""
    return word.isupper() or sum(map(str.isupper, word)) > 2


def _is_holder(words: Words, name: tuple[int, int], lands: Mapping[int, str]) -> bool:
    """Whether the name behind an institution is a person's, not what else the institution is of."""
    inside = words.key[slice(*name)]
    return (
        len(inside) > 1
        and name[0] not in lands
        and INSTITUTIONS.isdisjoint(inside)
        and not (inside[0] in PORTFOLIO and inside[-1] in PORTFOLIO)
    )
