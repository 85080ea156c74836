"""Whether a figure is one that somebody aims at: a target, not a result."""

import re
from functools import cache

from communique import words
from communique.extract.figures.cues import TRADE
from communique.extract.figures.quantities import Quantity
from communique.grammar.concordance import Opened

_CLAUSE = re.compile(
    r"[;:–—](?!\s*to\s)|\b(?:while|whereas|but|compared|against|from|up\s+from|down\s+from)\b|,\s+(?:and|which)\b",
    re.IGNORECASE,
)

# "countries which make up 85 percent": what is, within what is aimed at.
_RELATIVE = re.compile(r"\b(?:which|that|who)\b", re.IGNORECASE)
# "to raise trade, now at some $8 billion, to $15 billion": what is, within what is aimed at.
_NOW = re.compile(r",\s+(?:now|currently|today|at\s+present|presently|already)\s+(?:[a-z]+\s+){0,4}\Z", re.IGNORECASE)
# "to lift trade from the current $2 billion to $5 billion": the second is aimed at, the first is not.
_FROM_TO = re.compile(r"\bfrom\s[^;:]{2,60}\sto\s+(?:[a-z]+\s+){0,3}\Z")
# "is expected to grow by 4 percent": what somebody foresees, not what somebody aims at.
_FORECAST = re.compile(
    r"(?:will|shall|can|could|may|would\s+(?!like)|expect|project|possible|potential)", re.IGNORECASE
)
_HEDGE = r"(?:(?:about|around|some|at\s+least|more\s+than|over|nearly|almost|up\s+to|an?)\s+){0,2}"
# "raise its investment to $10 billion", "investment is to reach $10 billion": a level to come, no sum to be put in.
_TO_LEVEL = re.compile(
    rf"\b(?:(?:rais|increas|tak|doubl|tripl)(?:e|ing)|bring(?:ing)?|boost(?:ing)?|lift(?:ing)?|expand(?:ing)?|r[io]se|grow)\s[^.;]{{0,40}}?\bto\s+{_HEDGE}\Z"
    rf"|\b(?:reach(?:ing)?|exceed(?:ing)?|hit(?:ting)?|total)\s+{_HEDGE}\Z",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(r"\ban?\s+\Z")
# "to see the current $600 million doubled"
_CURRENT = re.compile(r"\b(?:current|present|existing)\s+\Z")
# "we want $20 billion", "the government wants 60 percent"
_WANTED = re.compile(rf"\bwants?\s+(?:to\s+(?:see|have)\s+)?{_HEDGE}\Z")
# "the $10 billion trade target".
_BEHIND = re.compile(
    r"\s+(?:[a-z-]+\s+){0,3}?(?:targets?|goals?|ambitions?)\b(?!\s+(?:was|were|had\s+been)\s+(?:met|exceeded|surpassed|reached))"
)
# "had set a target of $10 billion by 2015": an aim whatever year it is now.
_NAMED = re.compile(rf"\b(?:targets?|goals?)\s+(?:(?:was|is|had\s+been|set)\s+){{0,2}}(?:of|at)\s+{_HEDGE}\Z")


def is_named(text: str, quantity: Quantity) -> bool:
    """Whether an amount is called a target right before it, which it stays when its year is over."""
    return _NAMED.search(text, max(0, quantity.start - 50), quantity.start) is not None


def is_aimed_at(text: str, quantity: Quantity, measure: str, start: int) -> bool:
    """Whether words of its own clause say that an amount or a growth is aimed at; `start` is the sentence's."""
    if quantity.kind == "count" or measure not in (*TRADE, "growth", "investment", "unknown", "share"):
        return False
    if measure != "growth" and _BEHIND.match(text, quantity.end, quantity.end + 60):
        return True
    wanted = measure in TRADE or quantity.kind == "percent"
    if wanted and _WANTED.search(text, max(start, quantity.start - 40), quantity.start):
        return True
    named = measure == "unknown" and _ATTRIBUTED.search(text, max(start, quantity.start - 4), quantity.start)
    if named or _CURRENT.search(text, max(start, quantity.start - 12), quantity.start):
        return False  # "to lift standards and a $12 million program"
    begin, end = max(start, quantity.start - 160), quantity.start
    if next(_goal().finditer(text, begin, end), None) is None or _NOW.search(text, max(begin, end - 48), end):
        return False
    return _is_of_clause(text, measure, begin, end)


def _is_of_clause(text: str, measure: str, begin: int, end: int) -> bool:
    """Whether words of aims between two offsets are of the clause of the amount at `end`, which is the aim."""
    if measure == "share":
        begin = max((match.end() for match in _RELATIVE.finditer(text, begin, end)), default=begin)
    change = _FROM_TO.search(text, max(begin, end - 80), end)
    until = change.start() if change else end
    clause = max((match.end() for match in _CLAUSE.finditer(text, begin, until)), default=begin)
    found = list(_goal().finditer(text, clause, until))
    # "surpassing the target of $20 billion by one third": the amount is the target, not the growth.
    if not found or (measure == "growth" and any(map(str.isdigit, text[found[0].end() : end]))):
        return False
    if measure == "growth":
        return any(_FORECAST.match(aim.group()) is None for aim in found)
    level = measure != "investment" or _TO_LEVEL.search(text, max(begin, end - 60), end)
    return bool(level or _target().search(text, begin, end))


def is_to_come(quantity: Quantity, measure: str) -> bool:
    """Whether a coming year makes the figure a target: a sum of trade does not exist before its year."""
    return quantity.kind != "count" and measure in TRADE


@cache
def _goal() -> Opened:
    table = words.table("figures")["phrases"]
    pattern = re.compile(table["goal"], re.IGNORECASE | re.VERBOSE)
    return Opened(pattern, frozenset(table["goal_openings"].split()))


@cache
def _target() -> re.Pattern[str]:
    return re.compile(r"\b(?:target|goal|aim|objective)s?\b", re.IGNORECASE)
