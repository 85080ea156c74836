"""Multiples and parts of a whole written as one word: "tenfold", "a fifth", "two thirds of", "half as much again"."""

import re
from functools import cache

from communique import words
from communique.extract.figures import cues
from communique.extract.figures.quantities import BY, Quantity
from communique.grammar import concordance, money, numbers
from communique.grammar.concordance import Opened

_FOLD = re.compile(r"\b([A-Za-z]{2,20})-?fold\b")
_WHOLE_OF = re.compile(
    r"(?P<more>\s+(?:as\s+(?:much|many|large|big|high|great)\s+)?again\b)"
    r"|\s+(?:of\b(?!\s+(?:(?:an?\s+|the\s+|this\s+|last\s+)?(?:century|year|hour|day|mile|\d{4})|them\b|us\b|it\b|whom\b))|(?:more|less|higher|lower|smaller|larger|bigger|greater|fewer|above|below|up|down)\b)",
    re.IGNORECASE,
)
# "an investment of $5 million, a fifth of it from Rome": of what the sentence has counted before.
_OF_WHICH = re.compile(r"\s+of\s+(?:it|them|whom)\b")
# "of which nearly a quarter was wheat"
_WHICH_OF = re.compile(
    r"\bof\s+(?:which|whom|these|them),?\s+(?:(?:about|nearly|almost|over|more\s+than|some)\s+){0,2}\Z"
)
_OF_ALL = re.compile(
    r"\b(?:Of|Out\s+of)\s+(?:the|its|this|that|these|those)\s[^.;]*(?:\.\d[^.;]*)?,\s+(?:(?:only|about|nearly|almost|over|some|just)\s+){0,2}"
    r"(?:(?:an?|one|two|three)[\s-])?\Z"
)
# "exports were up a quarter on the year", "trips, down a fifth"; not "set up a third plant", "up a quarter mile"
_UP = re.compile(
    r"(?:,|\b(?:is|was|were|are|being))\s+(?:up|down)\s+(?:(?:about|nearly|almost|some|over|more\s+than)\s+)?\Z"
)
_CHANGED_SO = re.compile(r"\s*(?:[.,;)]|\Z)|\s+(?:on|from|year|compared|in|over|against|since|this|last)\b")
_DONE = re.compile(r"\s+(?:has|have|had|is|are|was|were|went|goes|comes?|came|will)\b")
_COUNTED = re.compile(r"\d(?:[^.!?]|[.!?](?!\s)){0,120}\Z")
# "a quarter of a million" is a number by itself.
_OF_SCALE = re.compile(r"\s+of\s+an?\s+(?:(?:m|b|tr|quadr)illion|dozen|hundred|thousand|lakh|crore)\b", re.IGNORECASE)
# "half the exports", "half our gas"; not "half the battle".
_HALF_THE = re.compile(
    r"\s+(?:the|its|our|their|all|these|those|[A-Z]\w+['’]s?)\s+(?!(?:\w+\s+)?(?:battle|time|way|day|night|week|month|year|century|story"
    r"|truth|fun|job|point|work)\b)(?=[a-z])"
)
# "four out of every ten farmers", "one in five jobs", "nine out of ten visitors"; not "three in five towns".
_SMALL = r"[1-9]|one|two|three|four|five|six|seven|eight|nine"
_OUT_OF = re.compile(
    rf"\b(?:(?P<part>{_SMALL})\s+(?:(?:out\s+of|of|in)\s+every|out\s+of)|(?P<one>one|1)\s+in)\s+(?P<whole>100?0?|{_SMALL}|ten|twelve|twenty|a\s+hundred)"
    r"(?=\s+[a-z])(?![\s-](?:years?|months?|days?|weeks?|hours?|minutes?)\b)(?:\s+(?:[a-z]{3,15}\s+)??[a-z]{2,20}s\b)?",
    re.IGNORECASE,
)
# "mainly machines (25%) and grain (12% of the total)"
_BRACKETED = re.compile(r"\b([a-z]{3,})\s\((?:about\s+|over\s+|nearly\s+|almost\s+|more\s+than\s+)?\Z")
_CLOSED = re.compile(r"(?:\s+of\s+[^().;]{3,40})?[),;]")
_HOW_MANY = re.compile(r"\b(an?|one|two|three|four|five|seven|nine)[\s-]+\Z", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:first|last|opening|final|past)\s+\Z", re.IGNORECASE)
_TOO_BY = re.compile(r"\btoo\s+[\w-]+\s+by\s+\Z", re.IGNORECASE)  # "too clever by half"
_HALF_OF_TIME = re.compile(r"\b(?:first|second|latter|other|last|and|a)[\s-]+\Z", re.IGNORECASE)


def find(text: str) -> list[Quantity]:
    """The multiples and parts written as one word: "tenfold", "a fifth", "two thirds of", "half as much again"."""
    found = []
    for match in _FOLD.finditer(text) if "fold" in text else ():
        number = numbers.find(match[1])
        if number and number[0].end == len(match[1]):
            found.append(Quantity(match.start(), match.end(), number[0].value, None, "times", "times", "multiple"))
    for match in _fractions().finditer(text):
        quantity = _fraction(text, match)
        if quantity is not None:
            found.append(quantity)
    for match in _out_of().finditer(text):
        part, whole = numbers.find(match["part"] or match["one"])[0].value, numbers.find(match["whole"])[0].value
        if part < whole:
            value = round(100 * part / whole, 1)
            found.append(Quantity(match.start(), match.end(), value, None, "percent", "percent", "so many of so many"))
    return found


def is_bracketed(text: str, quantity: Quantity) -> bool:
    """Whether a percentage in brackets is the part that the thing before makes up: "machines (25%) and grain (12%)"."""
    named = _BRACKETED.search(text, max(0, quantity.start - 48), quantity.start)
    if named is None or not _CLOSED.match(text, quantity.end, quantity.end + 48):
        return False
    if named[1].endswith("ly"):
        return False  # "declined slightly (1%)"
    scaled = named[1] in words.table("numbers")["scales"] or named[1] in words.table("numbers")["abbreviations"]
    return not scaled and not money.is_name(named[1]) and not cues.is_cue(named[1])


def _fraction(text: str, match: re.Match[str]) -> Quantity | None:
    """The percentage that a part of a whole stands for, where the words around make it one."""
    part = match.group().lower()
    before = text[max(0, match.start() - 40) : match.start()]
    count = _HOW_MANY.search(before)
    behind = _whole(text, match)
    more = behind is not None and "again" in behind.group()
    if count is None and (part != "half" or ((_HALF_OF_TIME.search(before) or _TOO_BY.search(before)) and not more)):
        return None
    if (count and _FIRST.search(before[: count.start()])) or _OF_SCALE.match(text, match.end()):
        return None
    ahead = before[: count.start()] if count else before
    taken = behind is not None or BY.search(ahead) or _WHICH_OF.search(ahead) or _is_of_all(text, match, len(ahead))
    if not taken and not (_UP.search(ahead) and _CHANGED_SO.match(text, match.end())):
        return None
    many = count[1].lower() if count else "a"
    times = 1.0 if many in ("a", "an") else numbers.find(many)[0].value
    start = match.start() - (len(before) - count.start() if count else 0)
    end = behind.end() if behind and more else match.end()
    value = round(100 * times / (numbers.part_of(part) or 1), 1)
    return Quantity(start, end, value, None, "percent", "percent", "part of a whole")


def _is_of_all(text: str, match: re.Match[str], lead: int) -> bool:
    """Whether a sentence speaks of a whole before a fraction of it: "Of the $3 billion, only a fifth has been paid"."""
    start = match.start() - lead
    return (
        _DONE.match(text, match.end()) is not None
        and _OF_ALL.search(text, max(0, start - 120), match.start()) is not None
    )


def _whole(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """What says behind a fraction of which whole it is, or that it comes on top."""
    behind = _WHOLE_OF.match(text, match.end())
    if behind is None and match.group().lower() == "half":
        behind = _HALF_THE.match(text, match.end())
    taken = _OF_WHICH.match(text, match.end()) if behind is None else None
    if taken and _COUNTED.search(text, max(0, match.start() - 140), match.start()):
        return taken
    return behind


@cache
def _fractions() -> Opened:
    listed = words.table("numbers")["fractions"]
    return Opened(re.compile(rf"\b{words.alternation(listed)}\b", re.IGNORECASE), concordance.openings(listed))


@cache
def _out_of() -> Opened:
    return Opened(_OUT_OF, concordance.openings(_SMALL.split("|")) | {concordance.DIGITS})
