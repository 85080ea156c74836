"""Whether an amount is invested: put into something, the price of works, or what a fund holds."""

import re
from functools import cache

from communique import words
from communique.extract.figures.cues import BREAK, led
from communique.extract.figures.quantities import Quantity, behind

_HEDGE = r"(?:about|some|around|nearly|almost|over|more\s+than|approximately|roughly|up\s+to|just|only|an?|another)\s+"
_PUT = re.compile(
    rf"\b(?:put|puts|putting|pour(?:s|ed|ing)?|pump(?:s|ed|ing)?|plough(?:s|ed)?|channel(?:l?ed)?|br(?:ought|ing|ings)\s+in)\s+"
    rf"(?:{_HEDGE}|in\s+){{0,3}}\Z",
    re.IGNORECASE,
)
_INTO = re.compile(r"\s+(?:in)?to\b")
# What "cost" is the price of: works are invested in.
_WORKS = re.compile(
    r"\b(?:projects?|plants?|factor(?:y|ies)|refiner(?:y|ies)|bridges?|roads?|railways?|highways?|airports?|ports?|dams?|pipelines?|wharf|wharves|jetty|posts?"
    r"|terminals?|tunnels?|stations?|hospitals?|schools?|stadiums?|(?:rail(?:way)?|power|transmission|metro|tram)\s+lines?|hubs?|parks?|works|facilit(?:y|ies)|construction|mines?"
    r"|cables?|complex(?:es)?|cent(?:re|er)s?|phases?|corridors?|grids?|interconnectors?|smelters?|substations?|motorways?|canals?)\b",
    re.IGNORECASE,
)
# "a $45 million road", "the $9 billion one-stop border post".
_ATTRIBUTIVE = re.compile(
    r"\s+(?:[a-z-]{3,20}\s+){0,3}?(?P<last>[a-z]{3,14})\b(?=\s+(?:will|was|is|in|to|at|near|between|from|which|that|on|has|with|for|by|and)\b|[.,;]|\s*\Z)"
)
# "set up a technology fund worth $5 million", "a joint fund of $5 million".
_FUND_OF = re.compile(
    r"\b(?P<of>(?:[A-Za-z-]+\s+){1,4})fund\s+(?:of|worth|totall?ing|with\s+(?:an?\s+)?(?:\w+\s+)?capital\s+of|with)\s+(?:"
    rf"{_HEDGE}){{0,2}}\Z"
)
_COST = re.compile(r"\bcost(?:s|ing)?\b", re.IGNORECASE)


def is_put_into(text: str, quantity: Quantity) -> bool:
    """Whether an amount is put into something, or is said of works or a fund: "a $45 million road"."""
    before = text[max(0, quantity.start - 70) : quantity.start]
    if led(_PUT, before) and _INTO.match(text, quantity.end):
        return True
    place = behind(text, quantity.end)
    noun = _ATTRIBUTIVE.match(text, place, place + 70)
    if noun is None or not (_WORKS.fullmatch(noun["last"]) or noun["last"] == "fund"):
        fund = _FUND_OF.search(before)
        return fund is not None and _is_invested(fund["of"])
    if noun["last"] == "fund":
        return _is_invested(noun.group())
    return not _words("of_money").intersection(noun.group().lower().split())


def is_cost(text: str, quantity: Quantity) -> bool:
    """Whether an amount is what works cost: "the plant will cost $3 million"; not "the cost of living"."""
    before = text[max(0, quantity.start - 90) : quantity.start]
    cost = max((match.start() for match in _COST.finditer(before)), default=None) if "cost" in before.lower() else None
    if cost is None or BREAK.search(before, cost):
        return False
    ahead = text[quantity.end : quantity.end + 40]
    return bool(_WORKS.search(before) or (_WORKS.search(ahead) and not BREAK.search(ahead)))


def _is_invested(phrase: str) -> bool:
    """Whether a fund is for ventures, not for aid: "technology fund", not "relief fund"."""
    return _words("of_aid").isdisjoint(phrase.lower().split())


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(words.table("figures")["phrases"][kind].split())
