"""Titles and offices beside names: "Italian Prime Minister", "Minister for Trade", "chief executive of Acme".

`read(text, sentences)` gives the words, countries and titles of a text, each title a range of word numbers, which are
those of `names.read`; who bears a title is for `bearers` to say.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from communique import words as tables
from communique.grammar import complements, countries, names
from communique.grammar.names import Words
from communique.grammar.offices import (
    BEFORE,
    COUNTERPARTS,
    INITIALS,
    NOUNS,
    PORTFOLIO,
    RANKS,
    RELATIONS,
    SHORT,
    noun_of,
)
from communique.record import Span

_TABLE = tables.table("titles")
_TAILS = frozenset(_TABLE["tails"]["words"])
_VERBS: Mapping[str, list[str]] = _TABLE["verbs"]
_BEHIND = frozenset(_TABLE["address"]["behind"])
_CALLINGS = frozenset(_TABLE["address"]["callings"])
_MINOR = frozenset(_TABLE["address"]["minor"])
_COMPOUNDS: Mapping[str, list[str]] = _TABLE["compounds"]
_MONARCHS = frozenset(_TABLE["address"]["royal"])
_SMALL_TAILS = frozenset({"elect", "designate", "general", "d'affaires"})
_WIDEST = 9


class Title(msgspec.Struct, frozen=True):
    """A title: words `first` up to `last`, noun at `head`; `name` is where a personal name in its run begins."""

    first: int
    head: int
    last: int
    noun: str
    plural: bool
    name: int | None = None

    @property
    def is_office(self) -> bool:
        """Whether the noun names an office, not a mere relation ("host")."""
        return self.noun not in RELATIONS


class Reading(NamedTuple):
    """A text read for names: its words, the countries among them, its titles."""

    words: Words
    lands: Mapping[int, str]
    titles: tuple[Title, ...]


@lru_cache(maxsize=8)
def read(text: str, sentences: tuple[Span, ...] = ()) -> Reading:
    """The words of the text, the number of each word that means a country with its code, and the titles in order."""
    words = names.read(text, sentences)
    lands = lands_of(words)
    return Reading(words, lands, tuple(find(words, lands, _lone(words))))


def find(words: Words, lands: Mapping[int, str], lone: frozenset[str]) -> list[Title]:
    """The titles of a text, in order; none overlaps another.

    `lands` maps the numbers of words that mean a country to its code; `lone` holds the keys of words that stand alone
    as names somewhere (a surname repeated), which tells "Mayor of Oslo Eva Ros" from "Mayor of New Harbour Town".
    """
    found: list[Title] = []
    end = 0
    for i in [i for i, key in enumerate(words.key) if key in NOUNS or ("-" in key and noun_of(key)[0])]:
        if i < end or _modifies(words, i) or _is_verb(words, i) or _is_compound(words, i):
            continue
        head = _last_noun(words, i)
        noun, plural = noun_of(words.key[head]) if noun_of(words.key[head])[0] else noun_of(words.key[i])
        first = _extend_left(words, i, lands, found[-1].last if found else 0)
        field = complements.direct(words, complements.bracketed(words, head + 1, lands))
        if words.key[field : field + 2] == ("responsible", "for") and words.joined[field]:
            field += 1  # "Minister responsible for Trade"
        last, name = complements.extend(words, field, lands, lone)
        if name is None and words.key[last : last + 1] == ("on",) and last > field:
            last, name = complements.extend(words, last, lands, lone)  # "Adviser to the President on Trade"
        found.append(Title(first, head, last, noun or "", plural, name))
        end = max(last, head + 1)
    return _merged(words, found)


def _lone(words: Words) -> frozenset[str]:
    """Keys of the capitalised words that stand alone somewhere: surnames repeated, for instance."""
    capital, joined, size = words.capital, words.joined, len(words.text)
    return frozenset(
        words.key[i]
        for i in words.capitals
        if not (joined[i] and capital[i - 1]) and not (i + 1 < size and joined[i + 1] and capital[i + 1])
    )


def lands_of(words: Words) -> dict[int, str]:
    """The number of each word that means a country, and its code; capitals after "of" only: they are surnames too."""
    lands: dict[int, str] = {}
    for mention in countries.find(words.source):
        i = words.at(mention.start)
        if mention.form == "capital" and not (i and words.joined[i] and words.key[i - 1] == "of"):
            continue
        while i < len(words.text) and words.start[i] < mention.end:
            lands[i] = mention.code
            i += 1
    return lands


def role(words: Words, title: Title) -> str:
    """The title as printed, in the singular, abbreviations written out: "foreign ministers" -> "foreign minister"."""
    short = SHORT.get(words.key[title.head])
    if not short and not title.plural:
        seated = words.text[title.first] in _BEHIND and words.gap(title.first + 1).startswith(",")  # "MP, Secretary of"
        role = words.phrase(title.first + (seated and title.first < title.head), title.last)
        return role + ")" * (role.count("(") - role.count(")"))
    noun = short or (title.noun.capitalize() if words.capital[title.head] else title.noun)
    before = words.source[words.start[title.first] : words.start[title.head]]
    after = words.source[words.end[title.head] : words.end[title.last - 1]]
    return " ".join(f"{before}{noun}{after}".split())


def _last_noun(words: Words, i: int) -> int:
    """The number of the noun that closes a title of several nouns: "Vice President", "chief executive officer"."""
    while (
        i + 1 < len(words.text)
        and words.joined[i + 1]
        and words.key[i + 1].rstrip("s") in _TAILS
        and not words.possessive(i)
    ):
        if words.key[i : i + 2] == ("minister", "general"):
            break  # "Commerce Minister General Jon Moe"
        if words.capital[i] and not words.capital[i + 1] and words.key[i + 1] not in _SMALL_TAILS:
            break
        i += 1
        if words.key[i] == "extraordinary" and words.key[i + 1 : i + 3] == ("and", "plenipotentiary"):
            i += 2
    return i


def _extend_left(words: Words, i: int, lands: Mapping[int, str], least: int) -> int:
    """The number of the first word of the title whose first noun is word i."""
    first, listed = i, False
    while first > least and i - first < _WIDEST:
        j, word = first - 1, words.key[first - 1]
        fits = (word in BEFORE or word in PORTFOLIO or j in lands) and not (word == "then" and words.first[j])
        if words.joined[first] and fits and not words.possessive(j):
            first = j
        elif words.joined[first] and word in {"and", "&"} and _is_field(words, j - 1, first) and j - 1 >= least:
            first, listed = j - 1, True
        elif ((listed and words.gap(first).strip() == ",") or words.gap(first) == " & ") and _is_field(words, j, first):
            first, listed = j, True  # "Energy, Commerce & Industry Minister"
        else:
            break
    return first


def _is_field(words: Words, j: int, beside: int) -> bool:
    """Whether word j names a portfolio and is set like word `beside`, another one."""
    fields = words.key[j] in PORTFOLIO and words.key[beside] in PORTFOLIO
    return j >= 0 and fields and words.capital[j] == words.capital[beside]


def _is_verb(words: Words, i: int) -> bool:
    """Whether word i is a verb: "to host", "will chair"."""
    led = i > 0 and words.joined[i] and words.key[i - 1] in _VERBS["after"]
    noun = words.capital[i] or words.key[i + 1 : i + 2] == ("of",)
    return led and words.key[i] in _VERBS["words"] and not noun


def _is_compound(words: Words, i: int) -> bool:
    """Whether word i means no office with the one beside it: "Member States", "Brigadier Engineer Ros", "Md. Ali"."""
    if words.key[i] in _CALLINGS and i and words.joined[i] and words.key[i - 1] in RANKS:
        return True
    if words.key[i] in INITIALS and not words.text[i].isupper():
        return True
    if words.key[i] == "pm" and words.gap(i).strip()[-1:].isdigit():
        return True  # "1:51 PM Last updated"
    ahead = words.key[i + 1] if i + 1 < len(words.text) and words.joined[i + 1] else ""
    if (
        words.key[i] == "amir"
        and words.gap(i).strip() == ","
        and words.capital[i]
        and words.capital[i + 1 : i + 2] == (True,)
    ):
        return bool(ahead)  # "the envoy, Amir Ros,"
    king = bool(ahead) and words.joined[i] and words.key[i - 1] == "king"  # "King Sultan Omar"
    if words.key[i] == "sultan" and (king or ahead == "al" or ahead.startswith("al-")):
        return True  # "Sultan Al Jaber" is a name
    return ahead in names.PATRONYMIC or ahead in _COMPOUNDS.get(words.key[i], ())  # "Sultan bin Omar" is a name


def _modifies(words: Words, i: int) -> bool:
    """Whether word i only modifies the noun of an office that follows: "deputy" in "deputy trade minister"."""
    if words.key[i] not in BEFORE or words.key[i : i + 2] == ("king", "sultan"):
        return False
    j = i + 1
    while j < len(words.text) and j - i < 5 and words.joined[j] and not words.possessive(j - 1):
        if noun_of(words.key[j])[0]:
            return words.key[j] not in INITIALS or words.text[j].isupper()
        if words.key[j] not in BEFORE and words.key[j] not in PORTFOLIO:
            return False
        j += 1
    return False


def _merged(words: Words, found: list[Title]) -> list[Title]:
    """Titles with two offices of one person joined: "Deputy Prime Minister and Minister of Trade"."""
    merged: list[Title] = []
    for title in found:
        before = merged[-1] if merged else None
        if before and before.name is None and before.is_office and not before.plural and _adjoin(words, before, title):
            merged[-1] = _both(words, title, before)
        else:
            merged.append(title)
    return merged


def _both(words: Words, title: Title, before: Title) -> Title:
    """The two offices as one; that of a senator behind another is an address: "Minister of Art, Senator Ros"."""
    minor = title.noun in _MINOR and title.last - title.first == 1 and title.name is None
    if not minor or words.gap(title.first).strip() != "," or words.gap(title.last)[:1] == ",":
        return replace(title, first=before.first)
    return replace(title, first=before.first, head=before.head, last=before.last, noun=before.noun, name=title.last)


def _adjoin(words: Words, left: Title, right: Title) -> bool:
    """Whether two titles stand side by side as one person's: a comma or "and" between, no article before."""
    between = words.source[words.end[left.last - 1] : words.start[right.first]].strip()
    article = left.first > 0 and words.joined[left.first] and words.key[left.first - 1] == "the"
    return (
        between in {"and", ",", "&", ", and"}
        and not (article and right.noun not in _MINOR)
        and COUNTERPARTS.isdisjoint((left.noun, right.noun))
        and not (left.noun in _MONARCHS and right.noun in _MONARCHS)  # "the King, Sultan Omar"
        and words.capital[left.head] == words.capital[right.head]
        and not (_has_bearer(words, left, 1 if between == ", and" else 2) and _has_name(words, right))
    )


def _has_bearer(words: Words, title: Title, least: int) -> bool:
    """Whether a name of so many words stands before the title, set off by a comma: "Eva Ros, Secretary for Trade"."""
    first = title.first
    return first >= least and words.gap(first).strip() == "," and all(words.capital[first - least : first])


def _has_name(words: Words, title: Title) -> bool:
    """Whether a capitalised word follows the title: "Senator Jon Moe"."""
    return title.name is not None or (
        title.last < len(words.text) and words.joined[title.last] and words.capital[title.last]
    )
