"""Whether an amount is invested: put into something, the price of works, or what a fund holds."""

import re
from functools import cache

from communique import words
from communique.extract.figures.cues import BREAK, led
from communique.extract.figures.quantities import Quantity
from communique.extract.figures.twins import behind

_HEDGE = r"(?:about|some|around|nearly|almost|over|more\s+than|approximately|roughly|up\s+to|just|only|an?|another)\s+"
_PUT = re.compile(
    rf"\b(?:put|puts|putting|pour(?:s|ed|ing)?|pump(?:s|ed|ing)?|plough(?:s|ed)?|channel(?:l?ed)?|br(?:ought|ing|ings)\s+in)\s+"
    rf"(?:{_HEDGE}|in\s+){{0,3}}\Z"
)
_INTO = re.compile(r"\s+(?:in)?to\b")
# What "cost" is the price of: works are invested in.
_WORKS = re.compile(
    r"\b(?:projects?|plants?|farms?|expansion|upgrade|moderni[sz]ation|rehabilitation|renovation|refurbishment|factor(?:y|ies)|refiner(?:y|ies)|bridges?|roads?|railways?|highways?|airports?|ports?|dams?|pipelines?|wharf|wharves|jetty|posts?"
    r"|terminals?|tunnels?|stations?|hospitals?|schools?|universit(?:y|ies)|campus(?:es)?|stadiums?|(?:rail(?:way)?|power|transmission|metro|tram|(?:km|kilomet(?:re|er)|mile)(?:\s[a-z-]+)?)\s+lines?|hubs?|parks?|works|facilit(?:y|ies)|construction|mines?"
    r"|cables?|complex(?:es)?|cent(?:re|er)s?|phases?|corridors?|grids?|pipes?|interconnectors?|smelters?|substations?|motorways?|canals?|depots?|workshops?|warehouses?|yards?|silos?|mills?|ventures?)\b",
    re.IGNORECASE,
)
# "a $45 million road", "the $9 billion one-stop border post".
_ATTRIBUTIVE = re.compile(
    r"\s+(?:(?!(?:for|from|with|towards?|into|over|under|and|that|which|through|between)\s)[A-Za-z-]{3,20}\s+){0,3}?(?P<last>[a-z]{3,14})\b(?=\s+(?:will|was|is|in|to|at|near|between|from|which|that|on|of|has|with|for|by|and)\b|[.,;]|\s*(?:\n|\Z))"
)
# "set up a technology fund worth $5 million", "a joint fund of $5 million".
_FUND_OF = re.compile(
    r"\b(?P<of>(?:[A-Za-z-]+\s+){1,4})(?:fund|venture)s?\s+(?:of|worth|totall?ing|valued\s+at|with\s+(?:an?\s+)?(?:\w+\s+)?capital\s+of|with)\s+(?:"
    rf"{_HEDGE}){{0,2}}\Z"
)
# "provides for an investment of $5 million"
_INVESTED = re.compile(
    rf"\binvestments?\s+(?:of|worth|totall?ing|amounting\s+to|valued\s+at|exceeding)\s+(?:{_HEDGE}){{0,2}}\Z"
)
# "investors have pledged $5 million"
_PLEDGED = re.compile(
    rf"\b(?:investors?|firms|companies)\s+(?:have\s+|has\s+|had\s+)?(?:pledged|committed|promised)\s+(?:{_HEDGE}){{0,2}}\Z"
)
# "two plants worth $5 million"
_OF_WORTH = ("worth", "valued", "costing")
_WORTH = re.compile(rf"\b(?P<works>[a-z]+)\s+(?:worth|valued\s+at|costing)\s+(?:{_HEDGE}){{0,2}}\Z")
# "created with a capital of $5 million"; the capital of a country has no amount behind it.
_CAPITAL_OF = re.compile(rf"\bcapital(?:i[sz]ed|i[sz]ation)?\s+(?:of|at)\s+(?:{_HEDGE}){{0,2}}\Z", re.IGNORECASE)
# "committed $5 million in leather"; not "in 2023", "in grants".
_COMMIT = re.compile(rf"\b(?:commit(?:s|ted|ting)?|deploy(?:s|ed|ing)?|s[iu]nk(?:s|ing)?)\s+(?:{_HEDGE}){{0,2}}\Z")
_IN_FIELD = re.compile(r"\s+in(?:to)?\s+(?:the\s+|its\s+|their\s+)?(?P<field>[A-Za-z]+)")
# "bought a 35% stake in the bank for $5 million", "acquired Sonel for $5 million": a company changes hands.
_TAKEN_OVER = re.compile(
    r"\b(?:stakes?|shareholding|(?:acquir(?:es?|ed|ing)|acquisition\s+of|takeover\s+of|t(?:ook|akes?|aking)\s+over)"
    r"\s+(?:[a-z-]+\s+){0,4}?(?:[A-Z][\w&-]+|rival|company|bank|firm|maker|producer))"
    rf"\b[^;:]{{0,100}}?\b(?:for|worth|valued\s+at)\s+(?:{_HEDGE}){{0,2}}\Z"
)
# "contractors have carried out 412 projects with a total value of $7 billion": what their contracts are worth.
_CONTRACTED = re.compile(
    rf"\bcontractors\b[^.;:]{{0,120}}\b(?:projects|works|contracts)\b[^.;:]{{0,60}}\b(?:worth|value\s+of|valued\s+at|totall?ing)\s+(?:{_HEDGE}){{0,2}}\Z"
)
# "rice at $480 a tonne": a price.
_PRICE = re.compile(
    r"\s+(?:an?|per|for\s+an?|each)\s+(?:metric\s+)?(?:tonne|ton|barrel|kilo\w*|kg|lit(?:re|er)|gallon|unit|head|bushel|ounce|[kM]Wh|"
    r"thousand\s+cubic|cubic|person|night|passenger|square|seat|vehicle|container|share)\b"
)
_COST = re.compile(r"\bcost(?:s|ing)?\b|\bprice\s+tag\b", re.IGNORECASE)
# "will set up a wind farm for $5 million", "the school was built for $5 million"
_SET_UP = re.compile(
    r"(?:\b(?:(?:set|put)(?:s|ting)?\s+up|open(?:s|ed|ing)?|erect(?:s|ed|ing)?)\s(?P<works>[^.;:]{3,90}?)"
    r"|\b(?:was|were|been?|being|is|are)\s+(?:built|set\s+up|erected|constructed)\b[^.;:]{0,40}?)"
    rf"\s(?:for|at\s+a\s+cost\s+of)\s+(?:{_HEDGE}){{0,2}}\Z"
)


def is_put_into(text: str, quantity: Quantity) -> bool:
    """Whether an amount is put into something, or is said of works or a fund: "a $45 million road"."""
    before = text[max(0, quantity.start - 70) : quantity.start]
    place = behind(text, quantity.end)
    if led(_PUT, before) and _INTO.match(text, place):
        return True
    capital = "apital" in before and _CAPITAL_OF.search(before)
    if (
        capital
        or ("investment" in before and led(_INVESTED, before))
        or _PLEDGED.search(before)
        or _is_committed(text, before, place)
        or _is_set_up(text[max(0, quantity.start - 120) : quantity.start])
        or is_taken_over(text, quantity)
    ):
        return True
    noun = _ATTRIBUTIVE.match(text, place, place + 70)
    if noun is None or not (_WORKS.fullmatch(noun["last"]) or noun["last"] == "fund"):
        worth = _WORTH.search(before) if any(map(before.__contains__, _OF_WORTH)) else None
        fund = _FUND_OF.search(before) if "fund" in before or "venture" in before else None
        works = worth is not None and _WORKS.fullmatch(worth["works"]) is not None
        return works or (fund is not None and _is_invested(fund["of"]))
    if noun["last"] == "fund":
        return _is_invested(noun.group() + " " + text[noun.end() : noun.end() + 30].replace(",", " "))
    return not _words("of_money").intersection(noun.group().lower().split())


def _is_committed(text: str, before: str, place: int) -> bool:
    """Whether an amount is committed in a field of business: "committed $5 million in leather"."""
    field = _IN_FIELD.match(text, place, place + 40) if led(_COMMIT, before) else None
    return field is not None and not _words("of_help").intersection([field["field"].lower()])


def is_taken_over(text: str, quantity: Quantity) -> bool:
    """Whether an amount is the price of a company or of a stake in one."""
    paid = frozenset(text[max(0, quantity.start - 40) : quantity.start].split()[-4:])
    if paid.isdisjoint(("for", "worth", "at")):
        return False
    return _TAKEN_OVER.search(text[max(0, quantity.start - 150) : quantity.start]) is not None


def is_contracted(text: str, quantity: Quantity) -> bool:
    """Whether an amount is what the projects of contractors are worth."""
    before = text[max(0, quantity.start - 200) : quantity.start]
    return "contractors" in before and _CONTRACTED.search(before) is not None


def is_price(text: str, quantity: Quantity) -> bool:
    """Whether an amount is what one of something costs: "$480 a tonne"."""
    return _PRICE.match(text, quantity.end, quantity.end + 40) is not None


def is_cost(text: str, quantity: Quantity) -> bool:
    """Whether an amount is what works cost: "the plant will cost $3 million"; not "the cost of living"."""
    before = text[max(0, quantity.start - 90) : quantity.start]
    cost = max((match.start() for match in _COST.finditer(before)), default=None) if _costs(before) else None
    if cost is None or BREAK.search(before, cost):
        return False
    ahead = text[quantity.end : quantity.end + 40]
    return bool(_WORKS.search(before) or (_WORKS.search(ahead) and not BREAK.search(ahead)))


def _costs(before: str) -> bool:
    """Whether words hold one of cost; cheap, because most do not."""
    small = before.lower()
    return "cost" in small or "price tag" in small


def _is_set_up(before: str) -> bool:
    """Whether an amount is what works are set up for: "will set up a wind farm for $5 million"."""
    match = _SET_UP.search(before) if before.endswith(("for ", "of ")) or " for " in before[-24:] else None
    return match is not None and _WORKS.search(match["works"] or before[: match.start()]) is not None


def _is_invested(phrase: str) -> bool:
    """Whether a fund is for ventures, not for aid: "technology fund", not "relief fund"."""
    return _words("of_aid").isdisjoint(phrase.lower().split())


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(words.table("figures")["phrases"][kind].split())
