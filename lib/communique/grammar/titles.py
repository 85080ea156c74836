"""Titles and offices beside names: "Italian Prime Minister", "Minister for Trade", "chief executive of Acme".

`read(text, sentences)` gives the words, countries and titles of a text, each title a range of word numbers, which are
those of `names.read`; who bears a title is for `bearers` to say.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from communique import words as tables
from communique.grammar import countries, names
from communique.grammar.names import PARTICLES, Words
from communique.record import Span

_TABLE = tables.table("titles")
OFFICES = frozenset(_TABLE["offices"])
RELATIONS = frozenset(_TABLE["relations"]["words"])
COUNTERPARTS = frozenset(_TABLE["relations"]["roles"])
SHORT: dict[str, str] = _TABLE["short"]
PORTFOLIO = frozenset(_TABLE["portfolio"]["words"])
ADDRESS = frozenset(_TABLE["address"]["words"])
RANKS = frozenset(_TABLE["address"]["ranks"])
SPEECH = frozenset(_TABLE["speech"]["words"])
RECEIVING = frozenset(_TABLE["speech"]["objects"])
BEFORE = frozenset(_TABLE["before"]["words"])
_PLURALS: dict[str, str] = _TABLE["plurals"]
_TAILS = frozenset(_TABLE["tails"]["words"])
_LINKS = frozenset(_TABLE["links"]["words"])
_ADJECTIVES = frozenset(_TABLE["links"]["adjectives"])
INSTITUTIONS = frozenset(word for kind in tables.table("organisations")["heads"].values() for word in kind)

_WIDEST = 9


class Title(NamedTuple):
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
    for i in [i for i, key in enumerate(words.key) if _noun(key)[0]]:
        if i < end or _modifies(words, i):
            continue
        head = _last_noun(words, i)
        noun, plural = noun_of(words, head) if noun_of(words, head)[0] else noun_of(words, i)
        first = _extend_left(words, i, lands, found[-1].last if found else 0)
        last, name = _extend_right(words, head + 1, lands, lone)
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


def noun_of(words: Words, i: int) -> tuple[str | None, bool]:
    """The singular noun of the office or relation that word i is, and whether it stands in the plural."""
    return _noun(words.key[i])


@lru_cache(maxsize=8192)
def _noun(word: str) -> tuple[str | None, bool]:
    if word in OFFICES or word in RELATIONS or word in COUNTERPARTS:
        return word, False
    if word in _PLURALS:
        return _PLURALS[word], True
    if word.endswith("s") and (word[:-1] in OFFICES or word[:-1] in COUNTERPARTS):
        return word[:-1], True
    if "-" in word and (word.split("-", maxsplit=1)[0] in OFFICES or word.rsplit("-", 1)[1] in OFFICES):
        return word, False
    return None, False


def role(words: Words, title: Title) -> str:
    """The title as printed, in the singular, abbreviations written out: "foreign ministers" -> "foreign minister"."""
    short = SHORT.get(words.key[title.head])
    if not short and not title.plural:
        return words.phrase(title.first, title.last)
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
        if words.capital[i] and not words.capital[i + 1] and words.key[i + 1] not in {"elect", "designate", "general"}:
            break
        i += 1
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
        elif listed and words.gap(first).strip() == "," and _is_field(words, j, first):
            first = j
        else:
            break
    return first


def _is_field(words: Words, j: int, beside: int) -> bool:
    """Whether word j names a portfolio and is set like word `beside`, another one."""
    fields = words.key[j] in PORTFOLIO and words.key[beside] in PORTFOLIO
    return j >= 0 and fields and words.capital[j] == words.capital[beside]


def _extend_right(words: Words, i: int, lands: Mapping[int, str], lone: frozenset[str]) -> tuple[int, int | None]:
    """Where the title ends that may go on at word i ("of Trade of Chad Eva Ros"), and where a name in it begins."""
    size = len(words.text)
    if i + 1 >= size or not words.joined[i] or words.key[i] not in _LINKS or words.possessive(i - 1):
        return i, None
    if words.key[i] in {"in", "on", "to", "at"} and not _reaches(words, i):
        return i, None
    j, content, trail = i + 1, i, -1
    while j < size and j - i < 2 * _WIDEST and (words.joined[j] or _lists_field(words, j)):
        kind = _kind(words, j, lands, trail >= 0)
        if kind == "address":
            return _trim(words, i, j), j
        if kind == "end":
            break
        if kind == "content":
            content, trail = j + 1, -1
        elif kind == "unknown" and trail < 0:
            trail = j
        elif kind == "link" and trail >= 0:
            trail = -1
        j += 1
        if words.possessive(j - 1):
            return i, None
    return _split(words, (i, content, trail, j), lands, lone)


def _modifies(words: Words, i: int) -> bool:
    """Whether word i only modifies the noun of an office that follows: "deputy" in "deputy trade minister"."""
    if words.key[i] not in BEFORE:
        return False
    j = i + 1
    while j < len(words.text) and j - i < 5 and words.joined[j] and not words.possessive(j - 1):
        if noun_of(words, j)[0]:
            return True
        if words.key[j] not in BEFORE and words.key[j] not in PORTFOLIO:
            return False
        j += 1
    return False


def _reaches(words: Words, i: int) -> bool:
    """Whether "to", "in", "at" or "on" after a title leads to its object: an envoy's country, a director's place."""
    noun, follows = words.key[i - 1], words.capital[i + 1] or words.key[i + 1] == "the"
    return follows and noun in _TABLE["links"][words.key[i]]


def _split(
    words: Words, places: tuple[int, int, int, int], lands: Mapping[int, str], lone: frozenset[str]
) -> tuple[int, int | None]:
    """Part a complement from the name that may follow it without a comma."""
    start, content, trail, end = places
    if trail < 0:
        return _trim(words, start, end), None
    size = sum(words.capital[trail:end])
    if content == trail and content > start:
        field = trail - 1 in lands or words.key[trail - 1] in PORTFOLIO
        if size >= 2 or field:
            return trail, trail
    elif size >= 3 and (words.key[end - 1] in lone or _speaks(words, end)):
        return end - 2, end - 2
    return end, None


def _kind(words: Words, j: int, lands: Mapping[int, str], trailing: bool) -> str:
    """What word j is to a complement: content, address, unknown (a name of something), link, or its end."""
    word = words.key[j]
    if words.capital[j]:
        if j in lands or word in PORTFOLIO or word in INSTITUTIONS or word in OFFICES or word in _LEGAL:
            return "content"
        return "address" if word in ADDRESS and j + 1 < len(words.text) and words.joined[j + 1] else "unknown"
    ahead = j + 1 < len(words.text)
    if word in {"and", "&"}:
        follows = ahead and (words.key[j + 1] in PORTFOLIO or words.key[j + 1] in INSTITUTIONS)
        alike = follows and words.capital[j + 1] == words.capital[j - 1]
        return "inner" if alike and not any(_noun(key)[0] for key in words.key[j + 2 : j + 4]) else "end"
    if trailing and word in PARTICLES and word != "the":
        return "inner"
    if word in {"of", "the", "for", "its", "our", "de", "del", "do", "da"} or word in _ADJECTIVES:
        return "link"
    lower = word in PORTFOLIO or word in INSTITUTIONS or word in BEFORE
    return "content" if lower and not trailing else "end"


def _trim(words: Words, start: int, end: int) -> int:
    """`end` moved back over links that lead nowhere; `start` when nothing is left."""
    while end > start and (not words.capital[end - 1]) and words.key[end - 1] in _EDGE:
        end -= 1
    return end


_EDGE = frozenset({"of", "the", "for", "and", "&", "at", "to", "in", "on", "its", "our", "de", "del", "do", "da"})
FORMS = frozenset(tables.table("organisations")["legal"]["forms"])
_LEGAL = frozenset(form.lower().rstrip(".") for form in FORMS)


def _lists_field(words: Words, j: int) -> bool:
    """Whether word j goes on a list of portfolios after a comma: "of Industry, Trade and Technology"."""
    fields = words.key[j] in PORTFOLIO and words.key[j - 1] in PORTFOLIO
    return fields and words.capital[j] == words.capital[j - 1] and words.gap(j).strip() == ","


def _speaks(words: Words, i: int) -> bool:
    return i < len(words.text) and words.joined[i] and words.key[i] in SPEECH


def _merged(words: Words, found: list[Title]) -> list[Title]:
    """Titles with two offices of one person joined: "Deputy Prime Minister and Minister of Trade"."""
    merged: list[Title] = []
    for title in found:
        before = merged[-1] if merged else None
        if before and before.name is None and before.is_office and not before.plural and _adjoin(words, before, title):
            merged[-1] = title._replace(first=before.first)
        else:
            merged.append(title)
    return merged


def _adjoin(words: Words, left: Title, right: Title) -> bool:
    """Whether two titles stand side by side as one person's: a comma or "and" between, no article before."""
    between = words.source[words.end[left.last - 1] : words.start[right.first]].strip()
    article = left.first > 0 and words.joined[left.first] and words.key[left.first - 1] == "the"
    return (
        between in {"and", ",", "&", ", and"} and not article and words.capital[left.head] == words.capital[right.head]
    )
