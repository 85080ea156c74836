"""What a figure measures, whether it falls, and how exact it is: decided from the construction around it."""

import re
from bisect import bisect_left
from functools import cache

from communique import words
from communique.extract.figures import nearness, parts, works
from communique.extract.figures.cues import HEDGE, TRADE, Cue, breaks, led, moved_by
from communique.extract.figures.quantities import Quantity
from communique.extract.figures.twins import behind

# How far a word of trade may be from goods, in characters.
_NEAR = 120
# Cues looked at on each side of a quantity: more stand so near in no sentence that says anything.
_MOST = 20
# What an amount may measure by a cue; where two are as near, the first.
_OF_MONEY = (*TRADE, "investment", "other", "balance", "agreements_value")
_WORTH = re.compile(
    r"\b(?:worth|valued|valuing|value|totall?ing|totals?|totall?ed|exceeding|surpassing|topping|amounting|amount(?:s|ed)?|tune|estimated|put\s+at)\b"
    rf"|\b(?:for|of)\s+(?:{HEDGE}|(?:the\s+)?(?:total|sum|value|tune)\s+of\s+|at\s+least\s+|less\s+than\s+|this\s+|the\s+)*\Z",
    re.IGNORECASE,
)
# "an EC$6 million technical and economic cooperation agreement"
_TECHNICAL = re.compile(r"\s+[A-Za-z]+(?:al|ic)\s+and\s+[A-Za-z]+(?:al|ic)\s+(?:[Cc]ooperation\s+)?")
_ON = re.compile(r"\s+(?:today\s+)?on\s+(?:\w+ing\s+)?(?:\w+\s+)?")
_MORE = re.compile(
    r"\s+(?:(?P<down>below|less|lower|fewer|smaller|down)|above|more|higher|larger|bigger|greater|up)\b(?:\s+(?:than|on))?",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:by|(?:increase|decrease|rise|growth|drop|decline|fall|jump|gain|reduction|improvement|expansion|contraction|surge|slump)\s+of)\s+(?:{HEDGE}){{0,3}}\Z"
)
# "up 12% or £130 million"
_AS_MONEY = re.compile(rf"(?:%|per\s?cent|pct)(?:,?\s+or\s+|,?\s*\()(?:by\s+)?(?:{HEDGE})?\Z", re.IGNORECASE)
# "registered a $24 billion increase"
_AS_MOVE = re.compile(r"\s+(?:increase|rise|gain|jump|surge|drop|decline|fall|decrease|reduction)\b")
_LEVEL = re.compile(rf"\b(?:(?<!up\s)to|from)\s+(?:{HEDGE}){{0,2}}(?:\d[\d.]*%?\s+to\s+)?\Z")
_GROWTH = re.compile(r"\bgrowth\b[^.;]*\Z", re.IGNORECASE)
_VALUE_OF = re.compile(r"\b(?:value|worth|total)\s+of\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE)
_LOST = re.compile(
    rf"\b(?:(?P<down>lost|loses?|losing|sheds?|shedding)|gain(?:s|ed|ing)|add(?:s|ed|ing)|put(?:s|ting)?\s+on)\s+(?:{HEDGE}){{0,2}}\Z"
)
# "the former holds 60 percent", "took 51 percent".
_HOLDS = re.compile(
    r"\b(?:(?:hold|own|control|retain|acquire|tak)(?:e?s|e|ed|ing)?|held|took|(?:made|mak(?:e|es|ing))\s+up)"
    rf"\s+(?:{HEDGE}){{0,2}}\Z"
)
# "the growth of exports has made 11 percent"
_GREW = re.compile(
    rf"\bgrowth\b[^.;,]{{0,80}}?\b(?:made|makes?|was|is|amount(?:ed|s)\s+to|reached|stood\s+at|came\s+to|constituted)\s+"
    rf"(?:{HEDGE}){{0,2}}\Z"
)
# "4.5 million tons, of which 30% was wheat"
_OF_WHICH = re.compile(rf"\bof\s+(?:which|whom|these|them),?\s+(?:{HEDGE}){{0,2}}\Z")
# "at 11 per cent, down from 27 per cent": a level, no movement.
_STANDS = re.compile(rf"\b(?:at|was|were|is|are|of|be)\s+(?:{HEDGE}){{0,2}}\Z", re.IGNORECASE)
_FROM_LEVEL = re.compile(r",\s+(?:up|down)\s+from\s+(?:about\s+|nearly\s+|just\s+)?\d(?!\d{3}\b)")
# "That compares with 5,100 tons": traded like the goods before.
_COMPARES = re.compile(
    rf"\b(?:compares?|compared|against|versus|(?:up|down)\s+from)\s+(?:(?:with|to)\s+)?(?:{HEDGE})?\Z"
)
# "has exported more than | 3,800 tractors"
_TRADED = re.compile(rf"\b(?P<kind>export|import)ed\s+(?:{HEDGE}){{0,2}}\Z", re.IGNORECASE)
# "lost an estimated $5 million to smuggling"
_LOST_TO = re.compile(rf"\blos(?:t|es?|ing)\s+(?:an?\s+estimated\s+|{HEDGE}){{0,2}}\Z", re.IGNORECASE)
_WORTH_NOW = re.compile(r"\b(?:worth|valued\s+at|totall?ing)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
_PART_OF = re.compile(
    r"\s+(?:of\s+\w|(?:(?:which\s+)?(?:(?:will|would|to|is|are|was|were)\s+){0,2}(?:be(?:ing)?\s+)?)"
    r"(?:funded|financed|owned|covered|held|backed|controlled|processed|consumed|exported|imported|shipped|produced|grown)\b"
    r"|(?:(?-i:[A-Z])\w{3,}|foreign|local|private|state)\s+(?:capital|ownership|investment)\b)",
    re.IGNORECASE,
)
# "access to 98 percent of the lines"
_OF_ALL = re.compile(r"\s+of\s+(?:the|its|their|all|[A-Z]\w+['’]s?)\s")
_CAPACITY = re.compile(
    r"\b(?:capacity|plants?|stations?|farms?|dams?|turbines?|reactors?|units?|generat\w+|projects?)\b", re.IGNORECASE
)
_DETERMINED = re.compile(r"\s+(?:the|its|our|their|all|these|those|[A-Z]\w+['’]s?)\s")
# "(+12%)", "(-3.5%)", "(-) 3.5 per cent"; not the dash before "– 5% of the total".
_SIGNED = re.compile(r"[+＋]\s?\Z|(?<=[\s(])(?P<minus>[-−–]|\([-−–]\)\s?)\Z")


def window(found: list[Cue], starts: list[int], quantity: Quantity) -> list[Cue]:
    """The cues near enough to a quantity to count; `starts` are the offsets of all of them."""
    middle = bisect_left(starts, quantity.start)
    first = max(bisect_left(starts, quantity.start - nearness.REACH), middle - _MOST)
    return found[first : min(bisect_left(starts, quantity.end + nearness.REACH), middle + _MOST)]


def decide(text: str, quantity: Quantity, near: list[Cue], rivals: list[Quantity]) -> str:
    """The measure of a quantity by the cues `near` it; `rivals` are the sentence's other quantities.

    Beside the measures of the record it answers "balance" for a trade balance and "unknown" where nothing says.
    """
    if quantity.kind in ("rank", "count"):
        return "rank" if quantity.kind == "rank" else _counted(text, quantity, near, rivals)
    if quantity.kind == "times":
        return "growth"
    if quantity.kind == "percent":
        return _percent(text, quantity, near, rivals)
    return _money(text, quantity, near, rivals)


def falls(text: str, quantity: Quantity, near: list[Cue], rivals: list[Quantity]) -> bool:
    """Whether a growth figure is a fall: the nearest word of change goes down."""
    sign = _SIGNED.search(text, max(0, quantity.start - 6), quantity.start)
    if sign:
        return sign["minus"] is not None
    after, before = _MORE.match(text, quantity.end), text[max(0, quantity.start - 50) : quantity.start]
    if _is_standing(text, quantity, before):
        return False
    if after or led(_LEVEL, before):
        return after is not None and after["down"] is not None
    led_to = led(_LOST, before) or moved_by(before)
    if led_to:
        return led_to["down"] is not None
    return nearness.least(text, quantity, near, rivals, ("down",)) < nearness.least(
        text, quantity, near, rivals, ("up",)
    )


def _money(text: str, quantity: Quantity, near: list[Cue], rivals: list[Quantity]) -> str:
    """The measure of an amount: a difference, the worth of documents, or what the nearest cue says."""
    before = text[max(0, quantity.start - 50) : quantity.start]
    more = _MORE.match(text, quantity.end)
    changed = near and (_AS_MONEY.search(before) or led(_BY, before)) and _changes(near, quantity)
    moved = _AS_MOVE.match(text, quantity.end) and before.endswith((" a ", " an "))
    if changed or moved or (more and re.search(r"(?:above|below|than|on)\Z", more.group())) or moved_by(before):
        return "growth"
    if works.is_price(text, quantity):
        return "other"
    contracted = works.is_contracted(text, quantity)
    if contracted or works.is_put_into(text, quantity):
        return "agreements_value" if contracted else "investment"
    if text.startswith(" to ", quantity.end) and _LOST_TO.search(before):
        return "other"
    kind, cost = _nearest(text, quantity, near, rivals) if near else ("unknown", nearness.REACH)
    if kind == "other" or cost >= nearness.REACH:
        kind = "investment" if works.is_cost(text, quantity) else kind
    if cost < nearness.REACH or kind == "investment":
        return kind
    around = before + text[quantity.end : quantity.end + 80]
    both = "between" in around.lower() and (
        _between().match(text, quantity.end, quantity.end + 80) or _between().search(before)
    )
    return "trade_turnover" if both else "unknown"


def _nearest(text: str, quantity: Quantity, near: list[Cue], rivals: list[Quantity]) -> tuple[str, float]:
    """What the nearest cue says that an amount measures, and how far that cue is."""
    told: dict[str, list[float]] = {kind: [] for kind in _OF_MONEY}
    for cue in near:
        if cue.kind == "document":
            told["agreements_value"].append(_worth(text, quantity, cue, rivals))
        elif cue.kind in told:
            told[cue.kind].append(nearness.cost(text, quantity, cue, rivals))
    costs = {kind: min(each) if each else nearness.REACH for kind, each in told.items()}
    kind = min(costs, key=costs.__getitem__)
    return kind, costs[kind]


def _percent(text: str, quantity: Quantity, near: list[Cue], rivals: list[Quantity]) -> str:
    """Growth, share, or the rate of something else."""
    before = text[max(0, quantity.start - 50) : quantity.start]
    on_top = text.endswith("again", quantity.start, quantity.end) or _MORE.match(text, quantity.end)
    if on_top or led(_BY, before) or led(_LOST, before) or _SIGNED.search(before):
        return "growth"
    whole = _OF_ALL.match(text, quantity.end, quantity.end + 24) is not None
    if (led(_LEVEL, before) and not whole) or _is_standing(text, quantity, before):
        return _level(text, quantity, near, rivals)
    grew = led(_GREW, text[max(0, quantity.start - 120) : quantity.start])
    if grew or led(_OF_WHICH, before) or led(_HOLDS, before):
        return "growth" if grew else "share"
    part = quantity.rule == "part of a whole" and _DETERMINED.match(text, quantity.end)
    listed = quantity.rule == "so many of so many" or parts.is_bracketed(text, quantity)
    if part or listed or _PART_OF.match(text, quantity.end, quantity.end + 40):
        return "share"
    if not near:
        return "unknown"
    costs = {
        "growth": nearness.least(text, quantity, near, rivals, ("up", "down")),
        "share": nearness.least(text, quantity, near, rivals, ("share",)),
        "other": nearness.least(text, quantity, near, rivals, ("rate",)),
    }
    kind = min(costs, key=lambda name: costs[name])
    unsaid = "share" if quantity.rule == "part of a whole" else "unknown"
    return kind if costs[kind] < nearness.REACH else unsaid


def _is_earlier_part(text: str, quantity: Quantity, rivals: list[Quantity]) -> bool:
    """Whether a percentage is what a part was before: "6 percent of demand, down from | 8 percent"."""
    if not _COMPARES.search(text, max(0, quantity.start - 40), quantity.start):
        return False
    before = [one for one in rivals if one.end <= quantity.start and one.unit == "percent"][-1:]
    return any(_PART_OF.match(text, one.end, one.end + 40) for one in before)


def _is_standing(text: str, quantity: Quantity, before: str) -> bool:
    """Whether a percentage is a level that is compared with an earlier one: "at 3 percent, down from 5 percent"."""
    return _FROM_LEVEL.match(text, quantity.end) is not None and _STANDS.search(before) is not None


def _level(text: str, quantity: Quantity, near: list[Cue], rivals: list[Quantity]) -> str:
    """What a percentage is that something moved to or from: a share, a growth rate, or a rate of another kind."""
    earlier = _is_earlier_part(text, quantity, rivals)
    if earlier or nearness.least(text, quantity, near, rivals, ("share",)) < nearness.REACH:
        return "share"
    return "growth" if _GROWTH.search(text[max(0, quantity.start - 80) : quantity.start]) else "other"


def _counted(text: str, quantity: Quantity, near: list[Cue], rivals: list[Quantity]) -> str:
    """Documents and companies have measures of their own; goods are traded where a word of trade is near."""
    if quantity.unit in ("documents", "companies"):
        return "document_count" if quantity.unit == "documents" else "company_count"
    traded = _TRADED.search(text, max(0, quantity.start - 40), quantity.start)
    if traded:
        return f"{traded['kind'].lower()}s"
    thing = quantity.unit.split()[0].lower()
    if thing not in _words_of("goods") and (thing not in _words_of("power") or _of_plant(text, quantity)):
        return "other"
    costs = {kind: nearness.least(text, quantity, near, rivals, (kind,)) for kind in ("exports", "imports")}
    kind = min(costs, key=lambda name: costs[name])
    compared = _COMPARES.search(text, max(0, quantity.start - 40), quantity.start)
    return kind if costs[kind] < (nearness.REACH if compared else _NEAR) else "other"


def _of_plant(text: str, quantity: Quantity) -> bool:
    """Whether an amount of power is what a plant can do, and is not traded: "a 500 MW solar farm"."""
    around = text[max(0, quantity.start - 60) : quantity.start], text[quantity.end : quantity.end + 40]
    return any(_CAPACITY.search(side) for side in around)


def _worth(text: str, quantity: Quantity, cue: Cue, rivals: list[Quantity]) -> float:
    """The cost of a document as what an amount is the worth of: "deals worth $5 billion", "a €740 million contract"."""
    if cue.end <= quantity.start:
        gap = text[cue.end : quantity.start]
        if len(gap) >= 160 or breaks(gap):
            return nearness.REACH
        worth = _WORTH.search(gap, max(0, len(gap) - 60)) or _ON.fullmatch(gap)
        worth = worth or _VALUE_OF.search(text[max(0, cue.start - 40) : cue.start])
        if not (worth or (gap.endswith("(") and gap.count("(") == 1 and text.startswith(")", quantity.end))):
            return nearness.REACH
        return 10 if _WORTH_NOW.search(gap) else nearness.cost(text, quantity, cue, rivals) - 60
    gap = text[min(behind(text, quantity.end), cue.start) : cue.start]
    if _TECHNICAL.fullmatch(gap):
        return len(gap)
    glued = len(gap.split()) <= 3 and not re.search(r"[.,;]|\b(?:and|with|by|to|under|through)\b", gap)
    return len(gap) if glued else nearness.REACH


def _changes(near: list[Cue], quantity: Quantity) -> bool:
    return any(cue.kind in ("up", "down") and abs(cue.start - quantity.start) < 120 for cue in near)


@cache
def _words_of(kind: str) -> frozenset[str]:
    return frozenset(words.table("figures")["plurals"][kind].split())


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"[^.;]{0,60}?\b" + words.table("figures")["phrases"]["between"], re.IGNORECASE)
