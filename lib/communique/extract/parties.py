"""Parties of a document: who concluded it, from the words in its name, behind it, or before the verb of signing."""

import re
from collections.abc import Iterable
from functools import cache

from communique import words
from communique.grammar import countries, lists, text as grammar
from communique.record import Party, Person, Span

# How far the names after "between" may reach, and how far before a verb its subject may begin, in characters.
_REACH = 420
_TOKEN = re.compile(r"[^\s,;()]+|[,;()]")
_LEADING = re.compile(r"(?:the|a|an|its|their|his|her)\s+", re.IGNORECASE)
_PLURAL_OWNER = re.compile(r"\A(?:the\s+)?(?:[a-z]+\s+){0,2}[a-z]+s['’]\s+(?=[a-z])")
_GOVERNMENTS = re.compile(r"\A(?:the\s+)?governments\s+of\s+(?=.+\sand\s)", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?:\s*,)?(?:\s+(?:have|has|had|also|then|too,?|jointly|today|yesterday|recently|officially|formally|separately|each|will|would|to|are|is|were|"
    r"plan|plans|expected|due|set|agreed|intend|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))+\s*\Z"
)
_ADVERBIAL = re.compile(
    r"(?:In|On|At|After|During|Following|Among|As|Also|Separately|Meanwhile|Earlier|Later|Under|For|By|Then|Moreover|Besides|With|Within|Upon)\b"
    r"[^,;]{0,140},\s*"
)
_LABEL = re.compile(r".{0,60}(?:\s[–—-]{1,2}\s|—|:\s)", re.DOTALL)


def in_title(text: str, start: int, end: int) -> tuple[Party, ...]:
    """The parties that the document's name states: "between A and B", "with B", "of A and B", "won by A"."""
    between = _between().search(text, start, end)
    if between:
        return named(text, between.end(), end, 2)
    ending = _by().search(text, start, end)
    if ending:
        return named(text, ending.end(), end, 1)
    favour = _favour().search(text, start, end)
    if favour:
        first = named(text, favour.end(1), favour.start(2), 1)
        return first + named(text, favour.end(2), end, 1)
    of = _of_both().match(text, start, end)
    return named(text, of.end(), end, 2) if of else ()


def partner(text: str, start: int, end: int) -> tuple[Party, ...]:
    """The other party after "with" in the name or right behind it."""
    match = _with().search(text, start, end)
    return named(text, match.end(), end, 1) if match else ()


def behind(text: str, start: int, end: int, people: Iterable[Person]) -> tuple[Party, ...]:
    """The parties in a passive behind the name: "was concluded between A and B", "entered into by A and B"."""
    match = _after().match(text, start, end)
    if not match:
        return ()
    found = named(text, match.end(), min(end, match.end() + _REACH), 2 if match[0].endswith("between") else 1)
    return () if any(_is_person(text, party, people) for party in found) else found


def subject(text: str, start: int, end: int, people: Iterable[Person]) -> tuple[Party, ...]:
    """The parties named as the subject of the verb at `end`; none where persons sign or "the sides" do."""
    auxiliary = _AUXILIARY.search(text, max(start, end - 60), end)
    end = auxiliary.start() if auxiliary else end
    for pattern in (_LABEL, _ADVERBIAL):
        match = pattern.match(text, start, end)
        start = match.end() if match else start
    begin = _phrase_start(text, max(start, end - _REACH), end)
    if begin >= end:
        return ()
    found = tuple(_party(text, span) for span in lists.conjuncts(text, begin, end))
    kept = tuple(party for party in found if party and not _is_person(text, party, people))
    return kept if len(kept) == len(found) else ()


def named(text: str, start: int, end: int, least: int) -> tuple[Party, ...]:
    """The parties named from `start` on, at least `least` of them looked for."""
    stop = _names_end(text, start, min(end, start + _REACH))
    plural = _GOVERNMENTS.match(text[start:stop])
    start = start + plural.end() if plural else start
    spans = lists.conjuncts(text, start, stop, least)
    if len(spans) > 2 and text[spans[0].start : spans[0].end].islower() and text[spans[0].end] == ",":
        spans = spans[1:]  # "between the regulators, A and B"
    return tuple(party for party in (_party(text, span) for span in spans) if party)


def _names_end(text: str, start: int, end: int) -> int:
    """Where the run of names ends: at a preposition or verb that belongs to no name, or at a bracket's comma."""
    stops, fields = _sets()["stops"], _sets()["fields"]
    before, depth = "", 0
    tokens = list(_TOKEN.finditer(text, start, end))
    for number, token in enumerate(tokens):
        word = token.group()
        depth += (word == "(") - (word == ")")
        following = tokens[number + 1].group() if number + 1 < len(tokens) else ""
        inside = before.lower() in fields and following[:1].isupper() and word in ("for", "on")
        if word == ";" or (word in stops and depth <= 0 and not inside):
            return token.start()
        if word == "," and depth <= 0 and _is_aside(tokens[number + 1 : number + 40]):
            return token.start()
        before = word
    return end


def _is_aside(tokens: list[re.Match[str]]) -> bool:
    """Whether what follows a comma is no further name: it begins small, and not with an article before a name."""
    first = tokens[0].group() if tokens else ""
    return first in _sets()["stops"] or (
        first[:1].islower() and first not in ("the", "and", "its", "as", "a", "an", "de", "state")
    )


def _phrase_start(text: str, start: int, end: int) -> int:
    """Where the run of names that ends at `end` begins: names in capitals, with the small words that join them."""
    tokens = list(_TOKEN.finditer(text, start, end))
    begin = end
    for number in range(len(tokens) - 1, -1, -1):
        word = tokens[number].group()
        if word in (";", ":", "-", "--", "–", "—"):
            break
        if word[0].isupper() or word in "()" or word[0].isdigit():
            begin = tokens[number].start()
        elif not (word in _sets()["connectors"] or word == ",") and not _is_descriptor(tokens, number):
            break
    return begin


def _is_descriptor(tokens: list[re.Match[str]], number: int) -> bool:
    """Whether a small word stands inside a name: "the state water company Miyah", "Invest national company"."""
    word = tokens[number].group()
    return word in _sets()["descriptors"] or "-" in word


def _party(text: str, span: Span) -> Party | None:
    """The party in the span as printed, without article and description; None for words that name nobody."""
    start, end = _clean(text, *span)
    name = grammar.collapse(text[start:end])
    if len(name) < 2 or name.lower() in _sets()["nobody"] or not any(char.isalpha() for char in name):
        return None
    return Party(name=name, country=_country(name), span=Span(start, end))


def _clean(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without article, owner in the plural, country with possessive, and small description before the name."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',;:"”“»«'):
        end -= 1
    start += len(text[start:end]) - len(text[start:end].lstrip(' \n\t"“«'))
    for pattern in (_LEADING, _PLURAL_OWNER):
        match = pattern.match(text[start:end])
        start += match.end() if match else 0
    owner = re.match(r"([A-Z][\w.-]*(?:\s[A-Z]\w*){0,2})['’]s?\s+(?=[A-Z])", text[start:end])
    if owner and countries.code_of(owner[1]):
        start += owner.end()
    described = re.match(r"(?:[a-z][\w-]*['’]?\s+){1,6}(?=[A-Z])", text[start:end])
    if described and not _sets()["numerals"] & set(described[0].split()) and " of " not in f" {described[0]}":
        start += described.end()
    return start, end


def _ends_in_stop(text: str, start: int, end: int) -> bool:
    """Whether the full stop at the end closes the sentence and no abbreviation."""
    return text[end - 1] == "." and not re.search(
        r"(?:\b(?:Co|Inc|Ltd|Corp|Zrt|Kft|Bhd|Nyrt)|\b(?:[A-Za-z]\.)+[A-Za-z])\.\Z", text[max(start, end - 12) : end]
    )


def _country(name: str) -> str | None:
    """The country the name is, or says: "Bank of Mauritius", "Italian Trade Agency"."""
    whole = countries.code_of(name)
    found = countries.find(name) if not whole else []
    codes = {mention.code for mention in found}
    return whole or (codes.pop() if len(codes) == 1 else None)


def _is_person(text: str, party: Party, people: Iterable[Person]) -> bool:
    """Whether the party is a person: it holds a person's name, or an office."""
    span = party.span or Span(0, 0)
    if any(start < span.end and span.start < end for person in people for start, end in person.spans):
        return True
    found = {word.lower() for word in re.findall(r"[\w-]+", party.name)}
    return not found.isdisjoint(_sets()["offices"]) or (found <= _sets()["nobody"])


@cache
def _sets() -> dict[str, frozenset[str]]:
    table = words.table("documents")
    sets = {name: frozenset(value) for name, value in table["parties"].items()}
    descriptors = {word for word in sets["institutions"]} | {
        "state",
        "national",
        "state-run",
        "state-owned",
        "private",
        "joint",
        "stock",
    }
    return {**sets, "numerals": frozenset(table["numbers"]), "descriptors": frozenset(descriptors)}


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"\bbetween\s+", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    return re.compile(r"\b(?:adopted|won|awarded|signed|secured|concluded)\s+(?:by|to)\s+")


@cache
def _favour() -> re.Pattern[str]:
    return re.compile(r"(\bby)\s[^,;]{2,80}?(\sin\s+favou?r\s+of)\s")


@cache
def _of_both() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?:of|by)\s+(?=(?:the\s+)?(?:[A-Z]|two|both)[^,;]{0,160}?(?:\sand\s|[Pp]residents|[Ll]eaders|[Mm]inisters))"
    )


@cache
def _with() -> re.Pattern[str]:
    return re.compile(r"\bwith\s+(?=(?:the\s+|its\s+|their\s+|[a-z]+\s+){0,5}[A-Z])")


@cache
def _after() -> re.Pattern[str]:
    verbs = words.alternation(words.table("documents")["parties"]["before_and_after"])
    return re.compile(
        rf"[\s,”\"»)]*(?:(?:is|was|were|has|have|been|being|also|will|be|which)\s+){{0,5}}{verbs}\s+(?:[A-Za-z]+\s+){{0,5}}(?:between|by)\b|\s+(?:is|are|was)\s+between\b"
    )
