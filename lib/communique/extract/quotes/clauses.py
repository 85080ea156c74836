"""Clauses of reporters' sentences: the reporting verbs, and which mention is a verb's subject."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from communique import words
from communique.extract.quotes.referents import Referent, Tokens

# How far a verb and its subject may stand apart, in characters.
REACH = 600
_APART = ",;:()"
_WORD_END = re.compile(r"[^\s,;:()]+\Z")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_LINKS = re.compile(r"(?:(?:of|for|to|and)\s+)+")
_BOUND = re.compile(r"[,;:–—]|\s-\s")
_START = attrgetter("start")
_MARKS = "\"”»’'“«„` \n\t"


class Verb(msgspec.Struct, frozen=True):
    """A reporting verb: `kind` is speech, judgement or document."""

    start: int
    end: int
    word: str
    kind: str


_Item = TypeVar("_Item", Referent, Verb)


def between(items: Sequence[_Item], start: int, end: int) -> Sequence[_Item]:
    """Those of sorted mentions or verbs that begin in `[start, end)`."""
    return items and items[bisect_left(items, start, key=_START) : bisect_left(items, end, key=_START)]


def verbs(text: str, tokens: Tokens) -> Iterator[Verb]:
    """The reporting verbs, of two words before of one."""
    kinds, opening = _kinds(), _opening_words()
    for number in [number for number, word in enumerate(tokens.lower) if word in opening]:
        pair = " ".join(tokens.lower[number : number + 2])
        last = number + 1 if number + 1 < len(tokens.lower) and pair in kinds else number
        kind = kinds.get(pair) or kinds.get(tokens.lower[number])
        if kind:
            start, end = tokens.starts[number], tokens.ends[last]
            yield Verb(start, end, " ".join(text[start:end].split()), kind)


def subject(text: str, start: int, verb: Verb, mentions: Sequence[Referent]) -> Referent | None:
    """The subject of a verb among the mentions between `start` and the verb, or None.

    Next to the verb, or before a relative clause or an apposition, or the first of the clause; never an owner
    ("Silva's visit") and never one that a preposition governs ("with Silva").
    """
    start = max(start, verb.start - REACH)
    able = [one for one in between(mentions, start, verb.start) if one.end <= verb.start and not one.possessive]
    if not able:
        return None
    gap = text[able[-1].end : verb.start]
    # A participle has a governed subject in "with Minister N saying".
    governs = verb.word.endswith("ing") and not gap.strip()
    if len(gap) < 80 and light().fullmatch(gap) and (governs or not oblique(text, start, able[-1])):
        return _joint(text, start, able) or able[-1]
    if len(gap) < 80 and _relative().fullmatch(gap):
        return able[-1]
    return _head(text, start, verb, able)


def _joint(text: str, start: int, able: Sequence[Referent]) -> Referent | None:
    """Two persons who speak as one: "Presidents A and B said"; None where the first of the two is somebody's object."""
    if len(able) < 2 or able[-1].person < 0 or able[-2].person < 0:
        return None
    first, second = able[-2:]
    link, *titles = text[first.end : second.start].split()[:9] or [""]
    if link not in ("and", "&") or not all(word[0].isupper() or word.lower() in _title_words() for word in titles):
        return None
    before = text[start : noun_phrase(text, start, first)].rstrip(_MARKS + "\0")
    opens = not before or before[-1] in ",;:–—" or before.rsplit(maxsplit=1)[-1].lower() in ("both", "as", "that")
    return replace(second, words=f"{first.words} and {second.words}") if opens else None


def follower(text: str, verb: Verb, end: int, mentions: Sequence[Referent]) -> Referent | None:
    """The subject of an inverted verb ("said Minister N"), or None."""
    end = min(end, verb.end + REACH)
    able = [one for one in between(mentions, verb.end, end) if one.end <= end and not one.possessive]
    for one in able[:3]:
        gap = text[verb.end : noun_phrase(text, verb.end, one)].strip()
        if not gap or (len(gap) < 40 and light().fullmatch(gap)):
            return one
    return None


def oblique(text: str, start: int, referent: Referent) -> bool:
    """Whether a preposition governs the mention, its titles taken in ("talks with Prime Minister N")."""
    begin = noun_phrase(text, start, referent)
    before = text[max(start, begin - 24) : begin].split()
    if not before:
        return False
    last = before[-1] if before[-1].isalpha() else _last_letters(before[-1])
    return last.lower() in _prepositions()


def _last_letters(word: str) -> str:
    """The letters that a word ends with: "with" of "“with"."""
    last = _LAST_WORD.search(word)
    return last.group() if last else ""


def noun_phrase(text: str, start: int, referent: Referent) -> int:
    """Where the noun phrase of a mention begins: its titles, adjectives and article before it."""
    begin = referent.start
    if referent.kind != "person":
        return begin
    window, prepositions, titles = max(start, begin - 120), _prepositions(), _title_words()
    while bare := text[window:begin].rstrip():
        word = bare.rsplit(maxsplit=1)[-1]
        if not word.isalpha() and (last := _WORD_END.search(word)):
            word = last.group()
        token = word.strip(_MARKS)
        lower = token.lower()
        governs = lower in prepositions and lower not in ("of", "for", "to")
        if governs or bare[-1] in _APART or not (token[:1].isupper() or lower in titles):
            break
        begin = window + len(bare) - len(word)
    return begin + _leading(text[begin : referent.start]) if begin < referent.start else begin


def _leading(phrase: str) -> int:
    """The length of small words at the start of a phrase that belong to what stands before it."""
    match = _LINKS.match(phrase)
    return match.end() if match else 0


def _head(text: str, start: int, verb: Verb, able: list[Referent]) -> Referent | None:
    """The subject of a verb further off: the last clause to begin with a mention has it, else the first mention."""
    free = [one for one in able if not oblique(text, start, one)]
    bounds = [match.end() for match in _BOUND.finditer(text, start, verb.start)]
    apposed = bool(bounds) and bool(light().fullmatch(text[bounds[-1] : verb.start]))
    openers: dict[int, Referent] = {}
    for one in free:
        begin = noun_phrase(text, start, one)
        clause = max((bound for bound in [start, *bounds] if bound <= begin), default=start)
        if _opening().fullmatch(text[clause:begin].strip(_MARKS)):
            openers.setdefault(clause, one)
    ordered = [openers[clause] for clause in sorted(openers, reverse=True)]
    if apposed:
        named = [one for one in ordered if one.kind in ("person", "pronoun")]
        ordered = named or ordered
    return ordered[0] if ordered else (free[0] if free else None)


@cache
def _kinds() -> dict[str, str]:
    """Every form of a reporting verb with its kind."""
    table = words.table("reporting")
    kinds = dict.fromkeys(table["document_verbs"], "document")
    for kind in ("judgement", "speech"):
        for row in table[kind]:
            kinds |= dict.fromkeys((form.strip() for form in row.split(",")), kind)
    return kinds


@cache
def _opening_words() -> frozenset[str]:
    return frozenset(form.partition(" ")[0] for form in _kinds())


@cache
def light() -> re.Pattern[str]:
    """What may stand between a subject and its verb: adverbs, auxiliaries, days, a bracket."""
    light = words.alternation(words.table("reporting")["light"]["words"])
    return re.compile(rf"(?i)[\s{re.escape(_MARKS)}]*(?:(?:{light}|\w+ly|\([^()]{{1,40}}\))[\s]+)*")


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(rf"(?i)\s*,?\s*(?:who|which|that)\s+{light().pattern.removeprefix('(?i)')}")


@cache
def _opening() -> re.Pattern[str]:
    """What may stand before the subject at the head of a clause."""
    return re.compile(r"(?i)(?:(?:and|but|as|while|when|whereas|yet|so|then|also|meanwhile|however|for)\b\s*)*")


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(words.table("reporting")["prepositions"]["words"])


@cache
def _title_words() -> frozenset[str]:
    titles, own = words.table("titles"), words.table("reporting")
    heads = (part for head in own["epithets"] for part in head.split())
    return frozenset([*titles["offices"], *titles["portfolio"]["words"], *heads, *own["title_parts"]["words"]])
