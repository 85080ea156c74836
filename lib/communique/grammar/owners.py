"""Whose bodies a list names: those of two countries at once, or of each: "Chad's Tea Board | and Togo's Oat Bank"."""

import re
from functools import cache

from communique import words
from communique.grammar import countries
from communique.record import Span

_ARTICLE = re.compile(r"(?:the|a|an|its|their)\s", re.IGNORECASE)
_LINK = re.compile(r"\s(?:of|for|on)\s")
_HEAD_END = re.compile(r"\s(?:of|for|in|under)\s")
_LAST_WORD = re.compile(r"([^\s]+)\Z")
# "the unions of industrialists | and entrepreneurs of the two countries"
_OF_BOTH = re.compile(r"\sof\s(?:the\stwo|both)\s(?:countries|nations|states|sides)\W?\Z")
_PLURAL_HEAD = re.compile(r"(?:the\s)?(?:[\w-]+\s){0,2}?(?P<noun>[A-Za-z]+s)\sof\s")
_PLURAL = re.compile(r"s(?:\s(?:of|for|in|under)\s|\W?\Z)")
_OWNED = re.compile(  # "ministries of justice of Chad"
    r"(?:the\s)?(?:[\w-]+\s){0,3}?(?P<noun>[A-Za-z]+s)\s(?:[^,;()]*\s)?(?:of|in)\s(?:the\s)?(?P<country>[A-Z][^,;()]*)\Z"
)
_TOWN = re.compile(r"[A-Z][\w’'-]+\.?")
_POSSESSIVE = re.compile(r"(?:the\s)?(?P<country>[A-Z][\w.-]*(?:\s[A-Z]\w*){0,2})['’]s?\s")


def joined(text: str, atoms: list[Span]) -> list[Span]:
    """The pieces with the two countries joined whose bodies are named at once: "ministries of justice of Chad | and
    Togo", "Chadian | and Togolese ministries of justice", "ministries of tea | and oats of Chad | and Togo".
    """
    whole: list[Span] = []
    for place, atom in enumerate(atoms):
        anded = place > 0 and is_anded(text, atoms, place)
        if anded and _are_owners(text[slice(*whole[-1])], text[slice(*atom)]):
            whole[-1] = Span(whole[-1].start, atom.end)
        elif anded and place > 1 and is_anded(text, atoms, place - 1) and _share_fields(text, whole[-2:], atom):
            whole[-2:] = [Span(whole[-2].start, atom.end)]
        else:
            whole.append(atom)
    return whole


def _share_fields(text: str, before: list[Span], atom: Span) -> bool:
    """Whether two pieces are bodies of two fields and the third is their second owner."""
    first, second = (text[slice(*piece)] for piece in before) if len(before) == 2 else ("", "")
    head = _PLURAL_HEAD.match(first)
    if not head or not is_plural(head["noun"]) or _ARTICLE.match(second) or countries.find(first):
        return False
    return _are_owners(text[before[0].start : before[1].end], text[slice(*atom)])


def parted(text: str, atoms: list[Span]) -> tuple[Span, Span] | None:
    """The first name and the words behind it where each of two names begins with its country: "Chad's Ministry of Tea,
    Oats and Rye | and Togo's Tea Board"; None elsewhere.
    """
    if len(atoms) < 3 or not _is_possessed(text, atoms[0]) or not goes_on(text[slice(*atoms[0])]):
        return None
    owned = [place for place in range(1, len(atoms)) if _is_possessed(text, atoms[place])]
    if len(owned) != 1 or not text.endswith("and ", 0, atoms[owned[0]].start):
        return None
    return Span(atoms[0].start, atoms[owned[0] - 1].end), Span(atoms[owned[0]].start, atoms[-1].end)


def _is_possessed(text: str, atom: Span) -> bool:
    """Whether the piece begins with its country: "Chad's Tea Board"."""
    owner = _POSSESSIVE.match(text, *atom)
    return owner is not None and countries.code_of(owner["country"]) is not None


def _are_owners(before: str, piece: str) -> bool:
    """Whether two pieces hold two countries and, in one of them, the bodies of both."""
    if _OF_BOTH.search(piece):
        owned = _PLURAL_HEAD.match(before)
        return owned is not None and is_plural(owned["noun"])
    if "s of " not in before and "s in " not in before and not _PLURAL.search(piece):
        return False
    if countries.code_of(_ARTICLE.sub("", piece, count=1).rstrip(".")) or _TOWN.fullmatch(piece):
        owned = _OWNED.match(before)
        place = owned["country"] if owned and is_plural(owned["noun"]) else ""
        return _TOWN.fullmatch(place) is not None or countries.code_of(place) is not None
    head = _HEAD_END.split(piece, maxsplit=1)[0].rsplit(maxsplit=1)
    first = piece.split(maxsplit=1)[0]
    adjectives = countries.code_of(_ARTICLE.sub("", before, count=1)) and countries.code_of(first)
    return adjectives is not None and len(head) == 2 and is_plural(head[1])


def is_plural(noun: str) -> bool:
    """Whether the noun is for several institutions: "ministries", "central banks"."""
    plain = noun.lower()
    singular = plain[:-3] + "y" if plain.endswith("ies") else plain[:-1]
    return plain[-1] == "s" and singular in _table("institutions")


def is_anded(text: str, atoms: list[Span], place: int) -> bool:
    """Whether nothing but "and" stands before the piece."""
    return text[atoms[place - 1].end : atoms[place].start].split() == ["and"]


def goes_on(before: str) -> bool:
    """Whether the name before may go on behind "and": it names a field after an institution's noun."""
    head = _LINK.split(before)
    if len(head) < 2:
        return False
    if any(mention.end == len(before) and mention.form == "name" for mention in countries.find(before)):
        return False  # "Ministry of Transport of Romania" is whole
    nouns = [noun.group(1).lower() for part in head[:-1] if (noun := _LAST_WORD.search(part))]
    fields = not _table("fields").isdisjoint(nouns) or (nouns[-1] == "bank" and " for " in before)
    return fields and not before.rstrip().endswith(")")


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(words.table("documents")["parties"][name])
