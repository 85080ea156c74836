"""The words that say what figures near them measure, or that they rise or fall."""

import re
from functools import cache, lru_cache

import msgspec

from communique import words
from communique.extract.figures import directions
from communique.grammar.concordance import Opened

_WORD = re.compile(r"[A-Za-z]+")
# Where a clause ends.
BREAK = re.compile(
    r"[;:–—]|\b(?:while|whilst|whereas|but|although|though|when)\b|(?<![.\s]\w)[.!?][”\"’»]?\s", re.IGNORECASE
)
# It holds one of these in any case.
_BREAKING = (".", ";", ":", "–", "—", "!", "?", "wh", "but", "though")
# "the value of goods that crossed the border": goods alone are no cue.
_EXCHANGED = re.compile(
    r"\b(?:value|volume|flow|exchange|movement|worth)s?\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE
)
# "made up 44 percent", "set up a fund": no rise.
_PHRASAL = re.compile(
    r"\b(?:ma(?:kes?|de|king)|set(?:s|ting)?|open(?:s|ed|ing)?|end(?:s|ed|ing)?|sign(?:s|ed|ing)?|dr[ae]wn?|drawing|back(?:s|ed|ing)?|"
    r"t[ao]ken?|took|taking|sum(?:s|med|ming)?|speed(?:s|ed|ing)?|link(?:s|ed|ing)?|team(?:s|ed|ing)?|follow(?:s|ed|ing)?)\s+\Z",
    re.IGNORECASE,
)
# "in order to", "of the order of $5 million": nothing is ordered.
_IN_ORDER = re.compile(r"\b(?:in|by|and|(?:in|of|on|to|for|world|that|this)\s+the|world|law)\s+\Z", re.IGNORECASE)
# "our volume was $340 million"
_OURS = re.compile(r"\b(?:our|mutual|bilateral|two-way|annual)\s+\Z", re.IGNORECASE)
# "export turnover", "import revenue"; but "import-export turnover" is trade.
_ONE_SIDED = re.compile(
    r"(?P<both>\b(?:imports?|exports?)(?:\s+and\s+|-|\s&\s|/))?\b(?:exports?|imports?)\s+\Z", re.IGNORECASE
)
_OF_FLOW = frozenset(
    ("turnover", "turnovers", "revenue", "revenues", "earnings", "income", "value", "volume", "volumes")
)
_COMMERCIAL = re.compile(
    r"\b(?:commodity|merchandise|commercial|mercantile|mutual|goods|bilateral|two-way)\s+\Z", re.IGNORECASE
)
_ONE_WAY = re.compile(r"\s+(?:exported|imported|sold|bought|sent|shipped|from|to|it|they|we)\b", re.IGNORECASE)
# How nearly.
HEDGE = (
    r"(?:about|some|around|nearly|almost|over|more\s+than|approximately|roughly|up\s+to|just|only|an?|another"
    r"|as\s+much\s+as)\s+"
)
# "It fell to $3 billion": what the sentence before began with, not what it ended with.
_TAKEN_UP = re.compile(
    r"\b(?:[Ii]t|[Tt]h(?:is|at|e)\s+(?:figure|indicator|number|total))\s+(?:ha[sd]\s+|then\s+|already\s+)?(?:was|is|stood|stands|rose|risen|fell|fallen|gr[eo]wn?"
    r"|declined|decreased|increased|dropped|jumped|reached|amounted|came|totall?ed|exceeded|hit|made|dipped|shrank|climbed|surged)\b"
)
_GOES_ON = re.compile(
    r"\s*[\"“]?(?:The|This|That)\s+(?:(?:figure|indicator|number|total|amount)\s+)?(?:ha[sd]\s+|also\s+)?"
    r"(?:is|was|stood|stands|rose|fell|gr[eo]w|compares|represents|marks)\b"
)
TRADE = ("trade_turnover", "exports", "imports")
# "imported $92 billion worth of goods"
_SENT = re.compile(r"\b(?:import|export|ship)ed\s(?:[^.;]|\.(?=\d)){0,60}\bworth\s+of\s+\Z")
# Most figures stand behind one of these, by which nothing moves.
_NO_MOVE = tuple(f" {word} " for word in ("to", "of", "by", "from", "in", "a", "an", "as", "than", "with"))


class Cue(msgspec.Struct, frozen=True):
    """A word that says what figures near it measure, or that they rise or fall."""

    start: int
    end: int
    kind: str


def find(text: str, start: int, end: int, sides: tuple[str, ...] = ()) -> list[Cue]:
    """The cues between two offsets, left to right.

    Which way goods go that are sold or bought depends on which of the `sides` (alpha-3) does it.
    """
    known = _kinds()
    matches = list(_cue_words().finditer(text, start, end))
    sold = [match for match in matches if directions.is_sale(match.group().lower())] if len(sides) > 1 else []
    ways = directions.read(text, start, end, sold, sides) if sold else {}
    found = []
    for match in matches:
        word = match.group().lower()
        kind = known[word]
        if not _names_something(text, match, word, kind) and not _is_one_sided(text, match, word):
            found.append(Cue(match.start(), match.end(), ways.get(match.start(), kind)))
    return found


def _is_one_sided(text: str, match: re.Match[str], word: str) -> bool:
    """Whether a cue is the size of what goes one way: "export turnover"."""
    if word not in _OF_FLOW:
        return False
    sided = _ONE_SIDED.search(text, max(0, match.start() - 24), match.start())
    return sided is not None and sided["both"] is None


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins with what the one before spoke of: "The figure stood at", "This is up from"."""
    return _GOES_ON.match(text, start, end) is not None


def taken_up(text: str, start: int, end: int, found: list[Cue]) -> list[Cue]:
    """The cues of a sentence and of the one before it, without those that its "it" does not take up."""
    first = next((cue for cue in found if cue.kind in TRADE), None)
    if first is None or first.start >= start or not _TAKEN_UP.search(text, start, end):
        return found
    if any(cue.kind in TRADE and cue.start >= start for cue in found):
        return found
    return [cue for cue in found if cue is first or cue.start >= start or cue.kind not in TRADE]


def is_cue(word: str) -> bool:
    """Whether a word, in small letters, may say what a figure measures or that it moves."""
    return word in _kinds()


def _names_something(text: str, match: re.Match[str], word: str, kind: str) -> bool:
    """Whether a cue is part of a name or a phrase that measures nothing: "trade agreement", "up to", "to date"."""
    if word in ("exchange", "exchanges"):
        return _COMMERCIAL.search(text[max(0, match.start() - 20) : match.start()]) is None
    if word in ("volume", "volumes"):
        return _OURS.search(text[max(0, match.start() - 14) : match.start()]) is None
    if word == "goods":
        exchanged = _EXCHANGED.search(text[max(0, match.start() - 40) : match.start()])
        way = _ONE_WAY.match(text, match.end()) or _SENT.search(text, max(0, match.start() - 80), match.start())
        return exchanged is None or way is not None
    if word == "order":
        return _IN_ORDER.search(text, max(0, match.start() - 12), match.start()) is not None
    if word == "up" and _PHRASAL.search(text, max(0, match.start() - 12), match.start()):
        return True
    skipped = _skipped().get(word) or _skipped().get(kind) or ()
    following = _WORD.match(text, match.end() + 1) if skipped else None
    return following is not None and following.group().lower() in skipped


def led(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The match of a pattern that ends in a word that leads to a figure; most figures have no such word before them.

    The pattern is of small letters, and so is what it matches.
    """
    small = before.lower()
    return pattern.search(small) if _is_led(small) else None


def breaks(gap: str) -> int:
    """How many clauses end in some words."""
    small = gap.lower()
    return len(BREAK.findall(small)) if any(map(small.__contains__, _BREAKING)) else 0


def moved_by(before: str) -> re.Match[str] | None:
    """What says right before an amount that something moved by it."""
    return None if before.endswith(_NO_MOVE) else led(_moved(), before)


@cache
def _moved() -> re.Pattern[str]:
    """What stands right before the amount by which something moved: ", down $3 million", "rose nearly $3 million"."""
    table = words.table("figures")["phrases"]
    down, up = (words.alternation(table[key].split()) for key in ("moved_down", "moved_up"))
    opens = r"(?:[,(;–—]\s*|\b(?:is|was|were|are|been|went|goes|gone|ticked|edged|moved|and)\s+)"
    return re.compile(rf"(?:(?P<down>{opens}down|\b{down})|{opens}up|\b{up})\s+(?:(?!an?\s){HEDGE}){{0,2}}\Z")


@lru_cache(maxsize=8)
def _is_led(before: str) -> bool:
    """Whether the last word leads to a figure; asked once for the several patterns of one figure."""
    last = before.rsplit(maxsplit=1)[-1:]
    return bool(last) and (last[0] in _leads() or (last[0][-1].isalpha() and not last[0].isalpha()))


@cache
def _leads() -> frozenset[str]:
    table = words.table("figures")["phrases"]
    return frozenset(" ".join(table[key] for key in ("leads", "moved_up", "moved_down")).split())


@cache
def _skipped() -> dict[str, frozenset[str]]:
    """The words behind which a cue, or one of a kind, measures nothing."""
    return {cue: frozenset(behind.split()) for cue, behind in words.table("figures")["cues"]["skip"].items()}


@cache
def _kinds() -> dict[str, str]:
    lists = {kind: listed for kind, listed in words.table("figures")["cues"].items() if kind != "skip"}
    return {word: kind for kind, listed in lists.items() for word in listed.split()}


@cache
def _cue_words() -> Opened:
    return Opened(_WORD, frozenset(_kinds()))
