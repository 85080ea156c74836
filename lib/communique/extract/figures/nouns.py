"""Noun phrases behind numbers: where they end, what their head is, and the unit it stands for."""

import re
from functools import cache

from communique import words
from communique.grammar import countries, money

_WORD = re.compile(r"(?:[ \t\u00a0]{1,3}|[ \t]?\n[ \t]?)((?:[A-Z]\.){2,}|(?:[^\W_]|['’.-](?=[^\W_]))+)")
# "six other agreements"
_OTHERS = re.compile(r"\s+(?:other|more|further|such)(?=\s+[a-z])")
# "25,000 Vietnamese live there": a people without a plural of its own.
_PEOPLE = re.compile(r"[A-Z][a-z]+ese|Swiss|French|British|Irish|Dutch")
_LONGEST_PHRASE = 6


def head(text: str, place: int) -> tuple[int, str] | None:
    """Where the noun phrase ends and its head: the first plural noun before any word that ends the phrase."""
    more = _OTHERS.match(text, place)
    place = more.end() if more else place
    following, stops = _WORD.match(text, place, place + 40), listed("stops", "words")
    people = (following.end(), following[1]) if following and _PEOPLE.fullmatch(following[1]) else None
    for _ in range(_LONGEST_PHRASE):
        match = following
        if match is None:
            return people
        word = match[1].lower()
        if word in stops and word not in ("and", "signed", "work"):
            return people
        following = _WORD.match(text, match.end(), match.end() + 40)
        if word in stops and not (following and _goes_on(word, following[1])):
            return None
        if _is_plural(word) and not (following and _describes(word, following[1])):
            return match.end(), match[1]
    return None


def _goes_on(word: str, following: str) -> bool:
    """Whether a noun phrase goes on behind a word that ends most: "ships and planes", "260 signed agreements"."""
    if word == "work":
        return following in ("permits", "visas", "placements")
    return following[0].isalpha() if word == "and" else word == "signed" and kinds().get(following) == "documents"


def _describes(word: str, following: str) -> bool:
    """Whether a plural only describes the noun behind it: "sports facilities", "police officers"."""
    if word in listed("plurals", "attributive"):
        return following not in listed("stops", "words")
    collective = word in listed("plurals", "irregular") and not word.endswith("s")
    return collective and following.islower() and following not in listed("stops", "words") and _is_plural(following)


def _is_plural(word: str) -> bool:
    if word in listed("plurals", "irregular"):
        return True
    regular = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s"))
    return (regular and word not in listed("plurals", "singular")) or word == "mous"


def unit(noun: str) -> str | None:
    """The unit of a noun: its kind where the table has one, people for the people of a country, else the noun."""
    small = noun.lower()
    if small in listed("never", "time") or small in listed("never", "talk") or money.is_name(small):
        return None
    if small in kinds():
        return kinds()[small]
    if noun[0].isupper() and countries.code_of(noun):
        return "people"
    return small


def is_listed(noun: str) -> bool:
    """Whether news counts a noun even in small numbers."""
    small = noun.lower()
    return small in kinds() or small in listed("counted", "nouns")


@cache
def kinds() -> dict[str, str]:
    """The units of nouns that are not their own unit: "firms" are companies."""
    return {noun: unit for unit, nouns in words.table("figures")["units"].items() for noun in nouns.split()}


@cache
def listed(table: str, key: str) -> frozenset[str]:
    """The words of a list in the table of figures."""
    return frozenset(words.table("figures")[table][key].split())
