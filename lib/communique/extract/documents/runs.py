"""Runs of names of parties: where one begins and where it ends."""

import re
from functools import cache
from itertools import islice

from communique import words
from communique.grammar import countries, dates

# The longest run of names, in characters.
REACH = 420
# How many words tell whether a name goes on, the one that is asked of included.
_AHEAD = 5
TOKEN = re.compile(r"[^\s,;()]+|[,;()]")
# "the Ministry of Labour in the State of Qatar"
_OF_STATE = re.compile(
    r"the\s(?:[A-Z][a-z]+\s)?(?:State|Republic|Kingdom|Sultanate|Emirate|Union|Federation|Commonwealth|Principality)\sof\b"
)
# "Centre for the Study of Trade"
_MISSION = re.compile(r"\b(?:Embassy|Mission|Representation|Consulate|Delegation)\s(?:of\s)?[^,;.]{3,60}\Z")
# "State Committee of Chad | for Television"
_OF_COUNTRY = re.compile(r"(?P<noun>\w+)\sof\s(?:the\s)?(?P<country>[A-Z][\w ]*)\s\Z")
_STUDY = re.compile(r"the\s[A-Z]\w+\s(?:of|and)\b")
# What may stand before the noun of an institution that is "on" its field.
_GENERAL = frozenset(
    ("State", "National", "Federal", "Joint", "Standing", "Special", "Supreme", "Central", "Main", "Higher")
)
_DASHES = frozenset([";", ":", "-", "--", "–", "—"])


def run_end(text: str, start: int, end: int) -> int:
    """Where a run of names ends: at a preposition or verb that belongs to no name, or at a comma before an aside."""
    depth, turns = 0, sets()["turns"]
    tokens = TOKEN.finditer(text, start, end)
    near = list(islice(tokens, _AHEAD))
    for number, token in enumerate(near):
        near += islice(tokens, 1)
        word = token.group()
        if word not in turns:
            continue
        depth += (word == "(") - (word == ")")
        if depth < 0 or (depth == 0 and _ends(near, number)):
            return token.start()
    return end


def _ends(tokens: list[re.Match[str]], number: int) -> bool:
    """Whether a run of names ends at the word: a full stop, a dash, a comma before an aside, a word of no name."""
    word = tokens[number].group()
    if word == ",":
        return _is_aside(tokens[number + 1 : number + 3])
    if word in ("(", ")"):
        return False
    return word == "." or word in _DASHES or not _inside(tokens, number, tokens[number - 1].group() if number else "")


def run_start(text: str, start: int, end: int) -> int:
    """Where the run of names that ends at `end` begins: after the last preposition or verb that belongs to no name."""
    tokens = list(TOKEN.finditer(text, start, end))
    begin, depth = end, 0
    for number in range(len(tokens) - 1, -1, -1):
        word = tokens[number].group()
        depth += (word == ")") - (word == "(")
        before = tokens[number - 1].group() if number else ""
        if depth <= 0 and (word in _DASHES or (word in sets()["stops"] and not _inside(tokens, number, before))):
            break
        if word not in (",", "and"):
            begin = tokens[number].start()
    return begin


def _inside(tokens: list[re.Match[str]], number: int, before: str) -> bool:
    """Whether a preposition belongs to a name: "Ministry for Trade", "Academy under the President"."""
    word, *following = [token.group() for token in tokens[number : number + 5]]
    capital = bool(following) and following[0][:1].isupper()
    if word == "in":
        # "the Ministry of Finance in Qatar and the Bank of Spain"
        seat = before[:1].isupper() and following[1:2] == ["and"] and countries.code_of(following[0]) is not None
        return seat or bool(_OF_STATE.match(" ".join(following)))
    if word in ("for", "on", "to"):
        said = tokens[number].string[max(0, tokens[number].start() - 70) : tokens[number].start()]
        if word == "to" and _MISSION.search(said):
            return True  # "the Embassy of Chad | to | the State of Qatar"
        of = _OF_COUNTRY.search(said) if before[:1].isupper() else None
        noun = of["noun"] if of and countries.code_of(of["country"]) else before
        apart = word == "on" and (noun.lower() in sets()["never_on"] or _has_field(said))
        field = (
            (noun.lower() in sets()["fields"] or (word == "for" and noun == "Bank"))
            and not apart
            and (capital or _STUDY.match(" ".join(following)) is not None)
        )
        return field and countries.code_of(" ".join(said.split()[-2:])) is None  # "the Russian Federation | on Trade"
    if word != "under" or len(following) < 2:
        return False
    owned = capital and any(token.endswith(("'s", "’s")) for token in following[:2])  # "Board under Chad's Ministry"
    return owned or (following[0] == "the" and following[1][:1].isupper())


def _has_field(said: str) -> bool:
    """Whether the noun that the words end in has its field before it: "Trade Promotion Agency | on tea", but not "State
    Agency on Tea".
    """
    before = said.split()[-3:-1]
    plain = len(before) < 2 or not all(word[:1].isupper() and word.isalpha() for word in before)
    return not plain and countries.code_of(before[1]) is None and before[1] not in _GENERAL


def _is_aside(tokens: list[re.Match[str]]) -> bool:
    """Whether what follows a comma is no further name: it begins small, and not as a name with an article does."""
    first = tokens[0].group() if tokens else ""
    second = tokens[1].group() if len(tokens) > 1 else ""
    if first in sets()["stops"]:
        return True
    if first in ("a", "an"):
        return second[:1].islower()
    return first.islower() and first not in ("the", "and", "its", "as", "de", "state", "state-run", "state-owned")


@cache
def sets() -> dict[str, frozenset[str]]:
    """The words around and in names of parties, by what they are."""
    table = words.table("documents")
    sets = {name: frozenset(value) for name, value in table["parties"].items()}
    legal = frozenset(words.table("organisations")["legal"]["forms"])
    sets |= {"inner": sets["connectors"].union(table["numbers"]), "legal": legal, "months": frozenset(dates.months())}
    return {**sets, "turns": sets["stops"] | _DASHES | {"(", ")", ".", ","}}  # where a run of names may end
