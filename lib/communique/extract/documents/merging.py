"""One document under several names becomes one: the headline's and the lead's mentions join the fuller one."""

import re
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from communique import words
from communique.grammar import countries
from communique.record import Document, Party

# How many documents back a second mention is looked for; no article names as many.
_REACH = 60
_WORD = re.compile(r"[^\W_]+")
# The rule of the documents that a list names.
LISTED = "item of a list"
# The rule of the documents whose count, or whose instrument alone, was told before their names.
COUNTED = "one of those counted"


class Found(msgspec.Struct, frozen=True):
    """A document with where it was found: unit and chain, whether in the headline, whether with "the" before it or with
    "another", which takes up no document named before.
    """

    document: Document
    place: tuple[int, int]
    headline: bool
    definite: bool
    another: bool = False


def merge(found: list[Found]) -> tuple[Document, ...]:
    """The documents in the order of the text, each once; the fuller name is kept."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.document.span):
        near = range(max(0, len(kept) - _REACH), len(kept))
        twin = next((number for number in _order(near, one) if _same(kept[number], one)), None)
        if twin is None:
            kept.append(one)
        else:
            kept[twin] = _fuller(kept[twin], one)
    body = [one for one in kept if not one.headline][:_REACH]
    kept = [one for one in kept if not one.headline or not any(_echoes(one, other) for other in body)]
    return tuple(one.document for one in sorted(kept, key=lambda one: one.document.span))


def _order(near: range, one: Found) -> range:
    """The documents before in the order in which they are tried: the nearest first for "the agreement"."""
    return near if _bag(one.document.text) else near[::-1]


def _same(first: Found, second: Found) -> bool:
    """Whether the second mention means the first's document; names in one list are different documents."""
    at_once = first.place == second.place or (first.place[0] == second.place[0] and not second.definite)
    alike = first.document.instrument == second.document.instrument
    if second.another or at_once or not alike or _are_numbered(first.document.text, second.document.text):
        return False
    a, b = _bag(first.document.text), _bag(second.document.text)
    if second.document.rule == COUNTED and not a:
        return True  # "signed a letter of intent. In the letter of intent on free trade, …"
    if a != b and first.document.rule == second.document.rule == LISTED and not second.definite:
        return False
    if not _alike(first.document.parties, second.document.parties) or (not a and _named(first.document.parties) and b):
        return False
    if not a or not b:
        told = _is_alone(second.document) and first.document.status == second.document.status
        return (second.definite and " on " not in second.document.text) or (
            told or (not a and not _named(first.document.parties) and first.place[0] < 2)
        )
    return len(a & b) / min(len(a), len(b)) >= 0.66 and not _differ(a, b, _who(first.document) | _who(second.document))


def _is_alone(document: Document) -> bool:
    """Whether nothing but the instrument is told: "signed a memorandum in May", where one was named before."""
    bare = not document.parties and document.topic == "not stated"
    return bare and document.text[0].islower() and not _bag(document.text)


def _differ(a: frozenset[str], b: frozenset[str], who: frozenset[str]) -> bool:
    """Whether two names share nothing but their parties, the words `who`, and each says on what it is."""
    return (a & b) <= who and not a <= who and not b <= who


def _who(document: Document) -> frozenset[str]:
    """The words of the names of the parties."""
    return frozenset(word for party in document.parties for word in _words_of(party.name))


def _are_numbered(first: str, second: str) -> bool:
    """Whether two names begin with numbers of their own: "the second memorandum", "the third memorandum"."""
    return len({_ordinal(first), _ordinal(second)} - {""}) > 1


def _ordinal(name: str) -> str:
    """The number that the name begins with, or ""."""
    word = name.split(maxsplit=1)[0].lower()
    return word if word in words.table("documents")["ellipsis"]["ordinals"] else ""


def _alike(first: tuple[Party, ...], second: tuple[Party, ...]) -> bool:
    """Whether the parties may be the same: each of the shorter list is named in the other, fully or shorter.

    "The two sides" may be anybody; a country stands for its ministries.
    """
    fewer, more = sorted((_named(first), _named(second)), key=len)
    return not fewer or all(any(_is_same(one, other) for other in more) for one in fewer)


def _is_same(first: Party, second: Party) -> bool:
    a, b = _words_of(first.name), _words_of(second.name)
    of_state = countries.code_of(first.name) or countries.code_of(second.name)
    ours = first.country == second.country or None in (first.country, second.country)
    legal = (a | b) & _legal()
    return a <= b or b <= a or bool(of_state and ours and not legal)


def _named(parties: tuple[Party, ...]) -> list[Party]:
    """The parties that are more than "the two governments"."""
    return [party for party in parties if not _words_of(party.name) <= _anybody()]


def _echoes(headline: Found, other: Found) -> bool:
    """Whether the headline only announces a document that the text names; "deal" and "pact" may mean any."""
    a, b = _bag(headline.document.text), _bag(other.document.text)
    alike = headline.document.instrument == other.document.instrument or not _words("loose").isdisjoint(
        _WORD.findall(headline.document.text.lower())
    )
    if not a or alike:
        return True
    who = _who(headline.document)
    a, b = a - who or a, b - who or b  # what it is on tells, not between whom
    return len(a & b) / max(1, min(len(a), len(b))) >= 0.5


def _fuller(first: Found, second: Found) -> Found:
    """The mention with more words, or the first where the second takes it up; parties of the other if it has none."""
    a, b = _bag(first.document.text), _bag(second.document.text)
    if first.headline and not second.headline and b:
        return second
    again = second.definite and not a and _only_says_how(second.document.text)
    again = again or (bool(a) and _is_deal(second.document.text) and not _is_deal(first.document.text))
    proper = second.definite and first.document.text.islower() and _is_proper(second.document.text)
    longer = len(b) > len(a) and (not a or not second.definite or proper) and not again
    keep, other = (second, first) if longer else (first, second)
    parties = other.document.parties
    closer = _are_states(keep.document.parties) and len(parties) > 1 and not _are_states(parties)
    if other.headline or not parties or (keep.document.parties and not closer):
        return keep
    return replace(keep, document=replace(keep.document, parties=parties))


def _are_states(parties: tuple[Party, ...]) -> bool:
    """Whether the parties are nothing but countries, for which their ministries and others may have signed."""
    return all(countries.code_of(party.name) for party in parties)


def _is_proper(name: str) -> bool:
    """Whether a name is in capitals: "Partnership Arrangement"."""
    return sum(word[0].isupper() for word in name.split()) > 1


def _is_deal(name: str) -> bool:
    """Whether a name's noun is a newspaper's for any document: "Lome's first trade deal"."""
    return name.endswith((" deal", " pact"))


def _only_says_how(name: str) -> bool:
    """Whether the name is a noun for a document with small words before it: "17-article agreement"."""
    return name.islower() and name.rsplit(maxsplit=1)[-1] in _words("names") and " on " not in name


@lru_cache(maxsize=64)  # a name is compared with many
def _bag(name: str) -> frozenset[str]:
    """The words of a document's name that tell it from others of its instrument."""
    return frozenset(_WORD.findall(name.lower())) - _words("small") - _words("names") - _anybody()


@lru_cache(maxsize=256)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.lower())) - _words("small")


@cache
def _anybody() -> frozenset[str]:
    table = words.table("documents")
    return frozenset((*table["parties"]["nobody"], *table["numbers"]))


@cache
def _legal() -> frozenset[str]:
    return frozenset(words.table("documents")["parties"]["legal_forms"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words.table("documents")["merging"][name])
