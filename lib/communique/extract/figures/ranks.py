"""Ranks: "third trading partner in the world", "the 8th largest buyer", "ranked fifth", "and were the twelfth"."""

import re
from functools import cache

import msgspec

from communique import words
from communique.grammar import concordance, numbers
from communique.grammar.concordance import Opened

# A place in space or a field behind an ordinal makes it a rank where another rank came before.
_WHERE = re.compile(
    r"\s+(?:in|among|within|across|out\s+of|behind|after|on)\s+(?:the\s+|all\s+)?\w|\s+(?:worldwide|globally|overall)\b|\s*[.,;!?)”\"’']"
)
_IN_WORLD = re.compile(r"(?P<noun>(?:\s+(?!time)[\w-]+){1,3}?)?\s+in\s+the\s+world\b")
_AFTER = re.compile(
    r"[\s-](?:(?:and\s+[a-z]+\s+)?(?:place|position)s?|only\s+to|after|behind|in\s+the\s+(?:statistics|rankings?|list|league|table))\b"
)
# "from 35th to 28th place", "its rank improved from 8th to 7th"; not "from the 8th to the 12th of May".
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?\Z")
_TO_PLACE = re.compile(
    r"(?:\s+(?:place|position))?\s+to\s+(?:the\s+)?(?:\d{1,3}(?:st|nd|rd|th)|[a-z]{5,12})"
    r"(?P<place>\s+(?:place|position|spot)\b)?"
)
_RANKING = re.compile(r"\b(?:rank(?:ing|ed)?|plac(?:e|ed)|position)\b[^.;:]{0,40}\Z")
# "the second largest buyer and biggest supplier"
_AS_WELL = re.compile(r"(?:,|\band)\s+(?:now\s+)?\Z")
_THE = re.compile(
    r"\b(?:the|its|their|our|(?:[A-Z]\w+|country|nation|island|region|world|kingdom|republic)['’]s?)\s+(?:\w+\s+)?\Z"
)
# "First Deputy Economy Minister"
_OFFICE = re.compile(r"[\s-](?:deputy|vice|lady|secretary|assistant|under)\b", re.IGNORECASE)
# "the top ten partners" are several.
_NUMBERED = re.compile(r"[\s-](?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b)")
_WORD = re.compile(r"[\s\u00a0-]{1,3}((?:[^\W_]|['’.](?=[^\W_]))+)")

# How far back, in characters, a rank lies that a bare ordinal may take up.
_MEMORY = 200


# "its first partner", "the country's first partner"; "the first partner to sign" is first in time.
_OWNED = re.compile(r"(?:\b(?:its|their|our|his|her|whose)|['’]s?)\s+\Z", re.IGNORECASE)
_TO_DO = re.compile(r"\s+(?:to|that|which|who)\s+[a-z]")


class Rank(msgspec.Struct, frozen=True):
    """A rank in a text and its place in the order."""

    start: int
    end: int
    value: int


def find(text: str) -> list[Rank]:
    """The ranks in a text, left to right.

    >>> find("It is the third-largest buyer in Asia.")
    [Rank(start=10, end=23, value=3)]
    """
    found: list[Rank] = []
    for match in _trigger().finditer(text):
        since = match.start() - found[-1].end if found else _MEMORY
        rank = _read(text, match, len(text), earlier=since < _MEMORY) if since >= 0 else None
        if rank is not None:
            found.append(rank)
    return found


def _read(text: str, match: re.Match[str], stop: int, earlier: bool) -> Rank | None:
    start, end = match.span()
    before = text[max(0, start - 60) : start]
    if _excluded().search(before) or _NUMBERED.match(text, end, stop) or _OFFICE.match(text, end, end + 12):
        return None
    if match["ordinal"] or match["digits"]:
        ordinal = numbers.ordinal_at(text, start)
        if ordinal is None:
            return None
        superlative = _superlative().match(text, ordinal.end, stop)
        last = superlative.end() if superlative else ordinal.end
        counts = superlative is not None or _placed(text, ordinal, before)
        noun = _WORD.match(text, superlative.end(), stop) if superlative else None
        if noun and noun[1].lower() in _list("never"):
            return None
        ranked = counts or (earlier and _bare(text, before, ordinal.end))
        in_time = ordinal.value == 1 and not counts and not (_OWNED.search(before) or _copula().search(before))
        ranked = ranked or (not in_time and _ranked_noun(text, last, stop))
        return Rank(start, last, ordinal.value) if ranked else None
    known = _THE.search(before) or (earlier and _AS_WELL.search(before))
    return Rank(start, end, 1) if known and _ranked_noun(text, end, stop) else None


def _ranked_noun(text: str, place: int, stop: int) -> bool:
    """Whether the noun phrase that begins at `place` is of something that news ranks: a partner, a buyer."""
    for _ in range(6):
        match = _WORD.match(text, place, min(stop, place + 40))
        word = match[1].lower() if match else ""
        if match is None or word in _stops():
            return False
        if word in _nouns():
            return not _TO_DO.match(text, match.end(), match.end() + 16)
        place = match.end()
    return False


def _placed(text: str, ordinal: numbers.Ordinal, before: str) -> bool:
    """Whether the words around an ordinal say that it is a place: "ranked third", "in fifth place"."""
    if _ranked().search(before) or _AFTER.match(text, ordinal.end, ordinal.end + 28):
        return True
    moved = _TO_PLACE.match(text, ordinal.end, ordinal.end + 48) if _FROM.search(before) else None
    if moved:
        return moved["place"] is not None or _RANKING.search(before) is not None
    world = _IN_WORLD.match(text, ordinal.end, ordinal.end + 60)
    return world is not None and (ordinal.value > 1 or world["noun"] is None)  # the first to do so is no rank


def _bare(text: str, before: str, place: int) -> bool:
    """Whether an ordinal alone takes up a rank spoken of before: "and were the twelfth"."""
    return bool(_copula().search(before)) and bool(_WHERE.match(text, place, place + 30))


def _list(key: str) -> list[str]:
    value = words.table("figures")["ranks"][key]
    return value.split() if isinstance(value, str) else value


@cache
def _trigger() -> Opened:
    table = words.table("numbers")
    compound = [f"{ten}-{one}" for ten in table["tens"] for one in list(table["ordinals"])[:9]]
    ordinals, first = [*table["ordinals"], *compound], [*_list("superlatives"), *_list("first")]
    pattern = re.compile(
        r"\b(?:(?P<digits>\d{1,3}(?:st|nd|rd|th))"
        rf"|(?i:(?P<ordinal>{words.alternation(ordinals)})|(?P<first>{words.alternation(first)})))\b"
    )
    return Opened(pattern, concordance.openings([*ordinals, *first]) | {concordance.DIGITS})


@cache
def _superlative() -> re.Pattern[str]:
    return re.compile(rf"[\s-](?:most\s+important|{words.alternation(_list('superlatives'))})\b", re.IGNORECASE)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(_list("nouns"))


@cache
def _stops() -> frozenset[str]:
    return frozenset(words.table("figures")["stops"]["words"].split()) - {"and", "most"}


@cache
def _excluded() -> re.Pattern[str]:
    return re.compile(words.table("figures")["ranks"]["not_before"], re.IGNORECASE)


@cache
def _ranked() -> re.Pattern[str]:
    return re.compile(r"\b(?:rank(?:s|ed|ing)?|placed|placing)\s+(?:as\s+)?(?:the\s+)?\Z", re.IGNORECASE)


@cache
def _copula() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:is|was|were|are|be|been|become|became|and|but|now|to|ranks?|comes?|came|(?:up|down)\s+from)\s+(?:the\s+)?\Z",
        re.IGNORECASE,
    )
