"""Institutions in small letters that count where a country, a field or an office says which: "the foreign ministry"."""

from collections.abc import Iterator, Mapping

from communique import words as tables
from communique.grammar import institutions, offices
from communique.grammar.bodies import Found
from communique.grammar.compounds import OPENING
from communique.grammar.names import Words

_TABLE = tables.table("organisations")["lower"]
HEADS = frozenset(_TABLE["heads"])
_LANDED = frozenset(_TABLE["landed"])  # these need a country before them
_OF_STATE = frozenset(_TABLE["of"])  # these may be of a field
_ALONE = frozenset({"embassy", "consulate", "parliament"})  # what a country has one of
_WHERE = frozenset({"in", "to"})


def find(words: Words, lands: Mapping[int, str]) -> Iterator[Found]:
    """The institutions in small letters that speak, or whose country and field are printed with them.

    "The foreign ministry said", "the Chadian ministry of trade", "Chad's parliament", "the president's office said".
    """
    places = [i for i, key in enumerate(words.key) if key in HEADS or key in _LANDED]
    for i in places:
        if words.capital[i] or not i:
            continue
        found = _office(words, i, lands) if words.key[i] == "office" else _body(words, i, lands)
        if found:
            yield found


def _body(words: Words, i: int, lands: Mapping[int, str]) -> Found | None:
    """The body whose noun is word i, with its country, its field and its seat."""
    first = i
    while first and words.joined[first] and words.key[first - 1] in offices.PORTFOLIO and not words.capital[first - 1]:
        first -= 1
    if words.key[first] == "government":
        return None  # "a government agency"
    field, named = first < i, first
    while named and named - 1 in lands and (words.joined[named] or (named == first and words.possessive(named - 1))):
        named -= 1
    landed, last = named < first, _end(words, i, lands)
    of = last > i + 1
    told = (field or of or words.key[i] in _ALONE) and _speaks(words, named, last)
    whole = landed and of and (words.key[i] in _OF_STATE or last - 1 in lands)
    owned = landed and words.key[i] == "parliament"
    sure = (told and (field or landed)) or whole or owned
    if not sure or (words.key[i] in _LANDED and not landed):
        return None
    return Found(named, last, institutions.KINDS[words.key[i]], None, "office that speaks")


def _end(words: Words, i: int, lands: Mapping[int, str]) -> int:
    """The word after the field that the body at word i is of, or after the country where an embassy is."""
    j = i + 1
    if j + 1 >= len(words.text) or not words.joined[j] or not words.joined[j + 1]:
        return j
    if words.key[i] == "embassy" and words.key[j] in _WHERE and j + 1 in lands:
        end = j + 2
        while end in lands and words.joined[end]:
            end += 1
        return end
    if words.key[i] not in _OF_STATE or words.key[j] != "of":
        return j
    end = j + 1
    while end < len(words.text) and words.joined[end] and end - j < 8:
        inner = words.key[end] == "and" and words.key[end + 1 : end + 2] and words.key[end + 1] in offices.PORTFOLIO
        if words.capital[end] or not (words.key[end] in offices.PORTFOLIO or inner):
            break
        end += 1
    return end if end > j + 1 else i + 1


def _speaks(words: Words, first: int, last: int) -> bool:
    """Whether the words speak: "the foreign ministry said", "according to the foreign ministry"."""
    the = first - 1 if first and words.key[first - 1] == "the" else first
    lead = the > 0 and words.joined[the]
    led = lead and (words.key[the - 1] in offices.SPEECH or words.key[max(0, the - 2) : the] == ("according", "to"))
    return led or (last < len(words.text) and words.joined[last] and words.key[last] in offices.SPEECH)


def _office(words: Words, i: int, lands: Mapping[int, str]) -> Found | None:
    """The office of a head of state that speaks: "the Chadian vice president's office said"."""
    k = i
    if not words.possessive(i - 1) or words.gap(i).strip() not in {"'s", "’s"}:
        return None
    while k and i - k < 3 and words.key[k - 1] in OPENING and (k == i or words.joined[k]):
        k -= 1
    landed = k < i and k - 1 in lands and words.joined[k] and _speaks(words, k - 1, i + 1)
    return Found(k, i + 1, "agency", None, "office that speaks") if landed else None
