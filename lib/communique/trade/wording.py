"""The words around a figure that say what it counts: the flow, the product, the rank's object, the region."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from communique import words
from communique.grammar import countries
from communique.trade.regions import EVERYWHERE

# How far behind a figure the word may stand that says what it counts ("12.4% in annual bilateral trade").
_AHEAD = 60
_OF_WHAT = re.compile(
    r"\W{0,3}(?:(?:increase|growth|rise|gain|jump|surge|drop|fall|decline|decrease|more|higher|lower)\W{1,3})?"
    r"(?:in|of)\s(?:[\w'’-]{1,20}\s){0,3}",
    re.IGNORECASE,
)
_PRODUCT_AFTER = re.compile(r"\s(?:of|in)\s(?P<whose>[A-Z][\w'’-]{1,20}\s)?(?P<noun>[a-z][a-z-]{2,20})\b(?!['’])")
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z-]{0,20})\s\Z")
_SOMEWHERE = re.compile(r"\b(?:in|within|among|across)\s(?:the\s)?([A-Z][\w-]*(?:\s[A-Z][\w-]*){0,3})")
_SHARE_OF = re.compile(r"\s?of\s(?!(?:the|its|all|their)\stotal\b)", re.IGNORECASE)
_YEARLY = re.compile(r"\W{0,2}(?:annually|a year|per year|per annum|each year|every year|on average)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:from|against|compared (?:with|to)|than)\s(?:(?:just|only|a mere|about|some|around|nearly|almost|over)\s)?\Z"
)
_RAISED_BY = re.compile(r"\bby\s(?:(?:at least|about|up to|over|more than)\s)?\Z")
_CLAUSE = re.compile(r";|\bwhile\b|\bwhereas\b", re.IGNORECASE)


class Word(NamedTuple):
    """A word of the table found in a sentence; `what` is the flow, or "other"."""

    start: int
    end: int
    what: str


def subject(sentence: str, start: int, end: int, wanted: str | None = None) -> Word | None:
    """The flow word that the figure at `[start, end)` of the sentence is about, or None if it is about something else.

    With `wanted`, the nearest word of that flow.

    >>> subject("Exports rose 12% and imports fell 8%.", 13, 16).what
    'exports'
    """
    found = [word for word in flow_words(sentence) if wanted in (None, word.what)]
    behind = next((word for word in found if word.start >= end), None)
    if behind and _OF_WHAT.fullmatch(sentence, end, behind.start):
        return None if behind.what == "other" else behind
    clause = max((match.end() for match in _CLAUSE.finditer(sentence, 0, start)), default=0)
    before = [word for word in found if clause <= word.start and word.end <= start]
    if before:
        return None if before[-1].what == "other" else before[-1]
    if behind and behind.start - end <= _AHEAD and behind.what != "other":
        return behind
    return None


@lru_cache(maxsize=16)  # a sentence is asked about for each of its figures
def flow_words(sentence: str) -> tuple[Word, ...]:
    """Every word of the sentence that names a flow or something that is none, in order."""
    kinds = _flow_kinds()
    return tuple(Word(*match.span(), kinds[_fold(match[0])]) for match in _flows().finditer(sentence))


def product(sentence: str, word: Word | None) -> str:
    """The product that the flow word is limited to ("oil", "wheat"), or nothing where it is about all goods.

    >>> product("Its oil exports fell.", Word(8, 15, "exports"))
    'oil'
    """
    if word is None:
        return ""
    before = _WORD_BEFORE.search(sentence[max(0, word.start - 24) : word.start])
    table = words.table("trade")["products"]
    if before and before[1].lower() in table["before"]:
        return before[1].lower()
    after = _PRODUCT_AFTER.match(sentence, word.end)
    # "Buyers of Vietnamese seafood", but not "exports of Vietnam rose".
    if (
        after is None
        or after["noun"] in table["whole"]
        or (after["whose"] and not countries.has_demonym(after["whose"]))
    ):
        return ""
    return after["noun"]


def rank_object(sentence: str, start: int, end: int) -> Word | None:
    """What a rank at `[start, end)` is of: a partner, an export market, a supplier, an investor; None if not of trade.

    >>> rank_object("It is the seventh economy in the world.", 10, 17) is None
    True
    """
    ahead = _objects().search(sentence, end, end + _AHEAD)
    if ahead and not _CLAUSE.search(sentence, end, ahead.start()) and "," not in sentence[end : ahead.start()]:
        return Word(*ahead.span(), _object_kinds()[_fold(ahead[0])])
    before = list(_objects().finditer(sentence, max(0, start - 2 * _AHEAD), start))
    ranked = re.search(
        r"\b(?:rank\w*|place\w*|came|stands?|position\w*|spot)\b", sentence[max(0, start - 80) : end + 20]
    )
    if before and ranked:
        return Word(*before[-1].span(), _object_kinds()[_fold(before[-1][0])])
    behind = _objects().search(sentence, end, end + 2 * _AHEAD) if ranked else None
    return Word(*behind.span(), _object_kinds()[_fold(behind[0])]) if behind else None


def region(sentence: str, start: int, end: int) -> str:
    """The region that a rank at `[start, end)` holds in, up to the next comma or rank; the world where none is."""
    stretch = re.split(r"[;.]|,\s|\band the\b", sentence[end : end + 2 * _AHEAD])[0]
    near = _regions().search(stretch) or _regions().search(sentence, max(0, start - 25), start)
    if near:
        return _region_names()[_fold(near[0])]
    other = _SOMEWHERE.search(stretch)
    # "The largest partner in the Global South": a region that no table draws.
    return EVERYWHERE if other is None or countries.code_of(other[1]) else other[1]


def is_share_within(sentence: str, end: int, word: Word) -> bool:
    """Whether a share that ends at `end` is one of something else than a country's flow: "95% of its tungsten"."""
    mutual = words.table("trade")["totals"]["mutual"]
    if word.start >= end:
        return _fold(sentence[word.start : word.end]) in mutual
    return bool(_SHARE_OF.match(sentence, end))


def is_yearly(sentence: str, end: int) -> bool:
    """Whether a growth is an average over years: "8.1 percent annually"."""
    return bool(_YEARLY.match(sentence, end))


def is_earlier(sentence: str, start: int) -> bool:
    """Whether an amount is the one that a change started from: "up from $250 million"."""
    return bool(_EARLIER.search(sentence, max(0, start - 40), start))


def is_raise(sentence: str, start: int) -> bool:
    """Whether a target in per cent is a change: "to raise trade by 50 percent"."""
    return bool(_RAISED_BY.search(sentence, max(0, start - 30), start))


def is_planned(sentence: str, start: int) -> bool:
    """Whether an amount at `start` is announced, not yet invested."""
    return bool(_planned().search(sentence, max(0, start - 80), start))


def names_total(sentence: str, word: Word | None) -> bool:
    """Whether the flow word speaks of a country's trade with the whole world."""
    if word is None:
        return False
    stretch = _fold(sentence[max(0, word.start - 10) : word.end + 10])
    return any(phrase in stretch for phrase in words.table("trade")["totals"]["words"])


def _fold(phrase: str) -> str:
    return re.sub(r"\s+", " ", phrase.lower())


@cache
def _flow_kinds() -> dict[str, str]:
    table = words.table("trade")
    kinds = {word: flow for flow, listed in table["flows"].items() for word in listed}
    return {**dict.fromkeys(table["other"]["nouns"], "other"), **kinds}


@cache
def _flows() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){words.alternation(_flow_kinds())}(?![\w-])", re.IGNORECASE)


@cache
def _object_kinds() -> dict[str, str]:
    return {word: flow for flow, listed in words.table("trade")["ranks"].items() for word in listed}


@cache
def _objects() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words.alternation(_object_kinds())}(?!\w)", re.IGNORECASE)


@cache
def _region_names() -> dict[str, str]:
    return {word: name for name, entry in words.table("trade")["regions"].items() for word in entry["words"]}


@cache
def _regions() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words.alternation(_region_names())}(?!\w)", re.IGNORECASE)


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(rf"\b{words.alternation(words.table('trade')['planned']['words'])}\b", re.IGNORECASE)
