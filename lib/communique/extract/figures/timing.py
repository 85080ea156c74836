"""Which period each quantity of a sentence speaks of: its own, its neighbour's, or the one spoken of before."""

import re

import msgspec

from communique.extract.figures import asides, comparisons, twins
from communique.extract.figures.cues import BREAK, Cue
from communique.extract.figures.quantities import ORPHAN, Quantity
from communique.grammar import periods
from communique.grammar.periods import Period

_AND = re.compile(r"\band\b", re.IGNORECASE)
# "by 17% to $6 billion in 2023": one movement, one period.
_ONE_MOVE = re.compile(r"[\s,]*(?:\w+\s+){0,3}?(?:to|reach(?:ing|ed)?|totall?ing|hitting)\b", re.IGNORECASE)
# "7 percent more than in 2022, when it was $11 billion": the year compared with is the time of what follows.
_WHEN = re.compile(r",?\s+(?:when|which\s+(?:saw|witnessed|recorded|was|had))\b")
# "58 percent of the exports" takes up exports spoken of.
_OF_TRADE = re.compile(
    r"\s+of\s+(?:the|these|those|this|that|its|our|their|all)\s+(?:\w+\s+)?(?:exports?|imports?|trade|turnover|shipments|sales|total|amount|volume)\b"
)
# "has fallen by 70 percent": up to now, whatever year was spoken of before.
_UNTIL_NOW = re.compile(
    r"\bha(?:s|ve)\s+(?:\w+\s+){0,2}(?:\w+(?:ed|en|own)|gone\s+(?:up|down)|shrunk|cut)\b[^.;]{0,30}\Z"
)
# "trade stands at $5 billion": now, whatever year was spoken of before.
_NOW = re.compile(r"\b(?:is|are|now|currently|today|stands?)\b[^.;]{0,30}\Z", re.IGNORECASE)
_FLOWS = frozenset({"trade_turnover", "exports", "imports", "growth", "balance", "share"})
_OF_THIS = re.compile(r"\s*(?:Out\s+of|Of)\s+(?:this|these|that|which)\b")  # "Of this amount, $3 million …"
_CARRIED = frozenset({"growth", "exports", "imports", "trade_turnover", "balance"})
# "60 percent (in 2021 – 43 percent)"
_THEN = re.compile(r"\(\s*(?:in\s+)?(?:19|20)\d\d\b")
_OWNS = re.compile(r"['’]s\s+(?:[a-z]+\s+){1,3}(?:of|at)\s+(?:[a-z]+\s+){0,2}")
_ITS = re.compile(r"['’]s\s+(?:(?:record|about|some|total\s+of)\s+)?")
_LISTED = re.compile(r"\s*[-–—:=]?\s*(?:(?:was|were|about|some|only|nearly|over)\s+){0,2}")
# "another $5 million, on top of the $3 million pledged in May": of another time.
_BESIDES = re.compile(r"\b(?:on\s+top\s+of|in\s+addition\s+to|besides|beyond|following|after)\b")
_COMPOUND = re.compile(r"\d[\d.,]*-[a-z]")
_TIMELESS = frozenset({"count", "rank"})
# "26 million tonnes by the end of May, including 5 million tonnes across the border"
_PART_OF = re.compile(
    r"[^.;:]*?(?:,\s+|\()(?:including|of\s+which|of\s+them|among\s+(?:them|which)|with)\b[^.;:]*", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 160
# "$4 billion in trade by 2031": the words that may stand between a quantity and the period right behind it.
_BEHIND = re.compile(r"[\s)]*(?:(?!(?:and|or|to|from|while|against)\b)[a-z-]+\s+){0,4}", re.IGNORECASE)
_NEAR = 40
_ASIDE = re.compile(r",\s+(?:which|who|whose|where|that)\b")
# Words behind a period that do not lead from it to the things counted: "Over the past years trade grew, he said".
_APART = re.compile(r"[“”\"]|\b(?:said|saying|adding|added|noting|noted)\b")
_FEW = 6


class Timed(msgspec.Struct, frozen=True):
    """The period of a quantity as a label, and whether it is still to come."""

    label: str | None
    future: bool

    @property
    def year(self) -> int | None:
        """The last year in the label, if it has one."""
        years = _YEAR.findall(self.label or "")
        return int(years[-1]) if years else None


class Scene(msgspec.Struct, frozen=True):
    """A sentence: its start, its quantities, what they measure, if as an aim, its periods, and those before it.

    `cues` are, for each quantity, the cues near it.
    `spoken` is the last period of the text so far, `running` the one of the sentence just before, `recent` the one of
    the last two sentences. `bases` says which quantities others are compared with.
    """

    text: str
    start: int
    quantities: list[Quantity]
    measures: list[str]
    aims: list[bool]
    periods: list[Period]
    spoken: str | None
    running: str | None
    cues: list[list[Cue]]
    bases: list[bool]
    recent: str | None


_NEVER = Timed(None, False)


def assign(scene: Scene) -> list[Timed]:
    """The periods of the sentence's quantities, in order."""
    own = _owners(scene)
    silent = not any(time for time, base in zip(own, scene.bases, strict=True) if not base)
    timed: list[Timed] = []
    for index, quantity in enumerate(scene.quantities):
        mine = own[index]
        if mine is None and quantity.kind not in _TIMELESS:
            mine = _inherited(scene, own, timed, index, silent)
        elif mine is None and index and (_is_part(scene, index) or _is_moved_to(scene, index)):
            mine = timed[index - 1]
        timed.append(mine or _NEVER)
    return timed


def _is_part(scene: Scene, index: int) -> bool:
    """Whether a count is a part of the one before it: "including 5 million tonnes across the border"."""
    before, quantity = scene.quantities[index - 1], scene.quantities[index]
    alike = before.kind == quantity.kind == "count" and before.unit == quantity.unit
    return alike and len(gap := scene.text[before.end : quantity.start]) < _REACH and bool(_PART_OF.fullmatch(gap))


def _is_moved_to(scene: Scene, index: int) -> bool:
    """Whether a count is the level that the growth before it led to: "rose 1.6-fold to 4 million tons"."""
    gap = scene.text[scene.quantities[index - 1].end : scene.quantities[index].start]
    return scene.measures[index - 1] == "growth" and len(gap) < _NEAR and bool(_ONE_MOVE.match(gap))


def last(scene: Scene, timed: list[Timed]) -> str | None:
    """The period that the next sentence may go on with: the last one of the sentence that is past and no comparison."""
    for base, time in zip(reversed(scene.bases), reversed(timed), strict=True):
        if time.year is not None and not time.future and not base:
            return time.label
    return None


def _owners(scene: Scene) -> list[Timed | None]:
    """The period that belongs to each quantity by its place: behind it in its clause, else in front of it."""
    own: list[Timed | None] = [None] * len(scene.quantities)
    position, spoken, leading = 0, scene.spoken, dict[int, int]()
    for period in scene.periods:
        while position < len(own) and scene.quantities[position].end <= period.start:
            position += 1
        if period.kind == "base" and not _WHEN.match(scene.text, period.end):
            if position < len(own) and _ITS.fullmatch(scene.text, period.end, scene.quantities[position].start):
                own[position] = Timed(period.label, False)  # "up from 2020's $10 billion"
            continue
        counted = period.kind in ("back", "alike")  # from the period spoken of
        label = periods.seen_from(period, spoken) if counted else period.label
        if position and position - 1 in leading and _is_behind(scene, period, position - 1):
            own[position - 1] = None
        owner = _owner(scene, own, period, position)
        if owner is not None and (own[owner] is None or _is_nearer(scene, period, leading.get(owner))):
            own[owner] = Timed(label, period.future)
            leading = {position: period.end} if owner == position else {}
        spoken = label if period.year or counted else spoken
    return own


def _is_nearer(scene: Scene, period: Period, before: int | None) -> bool:
    """Whether a period in front of a quantity is nearer than the one that ends at `before`, and in no aside."""
    return before is not None and _ASIDE.search(scene.text, before, period.start) is None


def _is_behind(scene: Scene, period: Period, place: int) -> bool:
    """Whether a period stands right behind a quantity: "over recent years reached $4 billion in 2019"."""
    gap = scene.text[scene.quantities[place].end : period.start]
    return len(gap) <= _NEAR and _BEHIND.fullmatch(gap) is not None


def _owner(scene: Scene, own: list[Timed | None], period: Period, position: int) -> int | None:
    """The index of the quantity that a period belongs to; `position` is that of the first quantity behind it."""
    before, after = position - 1, position if position < len(own) else None
    if after is not None and scene.quantities[after].kind in _TIMELESS and _is_apart(scene, period, after):
        after = None  # things are counted now: "the accord, initialled in December, is on 24 trainer jets"
    if after is not None and asides.sets_off(scene.text, period.end, scene.quantities[after].start):
        after = None  # "a firm will be set up within two months, in which 75 percent will be held by Italy"
    if before < 0 or own[before] is not None or period.kind == "base" or _is_of_next(scene, period, after):
        return after
    gap = scene.text[scene.quantities[before].end : period.start]
    if after is not None and "(" in gap and _LISTED.fullmatch(scene.text, period.end, scene.quantities[after].start):
        return after  # "60 percent (in 2021 – 43 percent)"
    counted = scene.quantities[before].kind in _TIMELESS and ("," in gap or _is_compound(scene, before))
    if len(gap) > _REACH or counted or BREAK.search(gap) or (after is not None and _parted(scene, gap, period, after)):
        return after
    return before


def _is_compound(scene: Scene, place: int) -> bool:
    """Whether a count only describes a thing, which is of no time: "a 600-kilometre road, finished in 2027"."""
    return _COMPOUND.match(scene.text, scene.quantities[place].start) is not None


def _is_of_next(scene: Scene, period: Period, after: int | None) -> bool:
    """Whether a period owns the quantity behind it: "up 32 percent, past last year's figure of $147 billion"."""
    start = scene.quantities[after].start if after is not None else 0
    return start - period.end < _NEAR and _OWNS.fullmatch(scene.text, period.end, start) is not None


def _is_apart(scene: Scene, period: Period, after: int) -> bool:
    """Whether a period in front of things counted is not theirs: not at the sentence's start, or a clause between."""
    start = scene.quantities[after].start
    opens = period.start <= scene.start + 4 or scene.measures[after] in _FLOWS  # goods traded are of their time
    if not opens or start - period.end > _REACH:
        return True
    return _APART.search(scene.text, period.end, start) is not None


def _parted(scene: Scene, gap: str, period: Period, after: int) -> bool:
    """Whether an "and" parts a quantity from a period, so that the period goes with the next quantity."""
    ahead = scene.text[period.end : scene.quantities[after].start]
    return bool(_AND.search(gap)) and len(ahead) < len(gap) + 20 and not BREAK.search(ahead) and "," not in ahead


def _inherited(scene: Scene, own: list[Timed | None], timed: list[Timed], index: int, silent: bool) -> Timed | None:
    """The period of a quantity that has none of its own."""
    twin = _of_twin(scene, own, index)
    base = None if twin else comparisons.base(scene.text, scene.quantities[index])
    if base:
        level = own[index - 1] if index else None
        if level and "from" not in base.group() and _is_other_way(scene, index):
            return level  # "exports were $5 million in May, against $3 million in imports"
        level = level if base["change"] else None
        label = periods.previous(level.label) if level and level.label and not level.future else None
        return Timed(label, False) if label else None
    if twin or scene.aims[index]:
        return twin
    found = _of_one_move(scene, own, index) or _from_before(scene, timed, index) or _from_behind(scene, own, index)
    carried = _carried(scene, index) if found is None and silent else None
    return Timed(carried, False) if carried else found


def _is_other_way(scene: Scene, index: int) -> bool:
    """Whether an amount is set against the one before because its goods go the other way."""
    return {scene.measures[index - 1], scene.measures[index]} == {"exports", "imports"}


def _carried(scene: Scene, index: int) -> str | None:
    """The period that goes on from a sentence before: of the trade spoken of, not of what has changed up to now."""
    quantity, measure = scene.quantities[index], scene.measures[index]
    if measure == "share":
        return scene.recent if _OF_TRADE.match(scene.text, quantity.end, quantity.end + 60) else None
    if measure not in _CARRIED:
        return scene.running if _OF_THIS.match(scene.text, scene.start) else None
    before = scene.text[max(scene.start, quantity.start - 60) : quantity.start]
    until_now = _UNTIL_NOW if measure == "growth" else _NOW
    # What has run since a year is over when the next sentence speaks.
    return None if until_now.search(before) or (scene.running or "").startswith("since") else scene.running


def _of_twin(scene: Scene, own: list[Timed | None], index: int) -> Timed | None:
    """The period behind the same amount in another currency: "$5 billion (€4.6 billion) by 2030"."""
    if index + 1 >= len(own) or not twins.is_second(scene.text, *scene.quantities[index : index + 2]):
        return None
    return own[index + 1]


def _of_one_move(scene: Scene, own: list[Timed | None], index: int) -> Timed | None:
    """The period of the level that a change led to."""
    flows = scene.measures[index] in _FLOWS  # not "gives £15 million, taking its support to £120 million since 2022"
    if not flows or index + 1 >= len(own) or own[index + 1] is None or scene.bases[index + 1]:
        return None
    gap = scene.text[scene.quantities[index].end : scene.quantities[index + 1].start]
    return own[index + 1] if len(gap) < 50 and _ONE_MOVE.match(gap) and not BREAK.search(gap) else None


def _from_before(scene: Scene, timed: list[Timed], index: int) -> Timed | None:
    """The period of the quantity before, past comparisons; other things than trade need the same clause."""
    for place in range(index - 1, max(-1, index - 1 - _FEW), -1):
        if timed[place].label is None or timed[place].future or scene.bases[place]:
            continue
        gap = scene.text[scene.quantities[place].end : scene.quantities[index].start]
        flows = scene.measures[index] in _FLOWS
        if asides.moves_on(gap) or asides.is_left(scene.text, scene.start, scene.quantities[place].start, gap):
            return None
        if scene.quantities[index].kind == "money" and _NOW.search(gap) and not _is_parted_up(scene, index):
            return None
        parted = BREAK.search(gap) or (_AND.search(gap) and not _is_opening(scene, timed[place]))
        return timed[place] if flows or not parted else None
    return None


def _is_opening(scene: Scene, time: Timed) -> bool:
    """Whether a period opens the sentence and so goes with all of it: "In 2023 it lent $3 and gave $2 million"."""
    first = scene.periods[0] if scene.periods else None
    return first is not None and first.start - scene.start < _FEW and first.label == time.label


def _is_parted_up(scene: Scene, index: int) -> bool:
    """Whether an amount without a currency is a part of the one that gave it: "of it 3 million is export"."""
    return scene.quantities[index].rule == ORPHAN


def _from_behind(scene: Scene, own: list[Timed | None], index: int) -> Timed | None:
    """The period of a quantity further on in the clause: "rose by 24% to $20 billion in 2024"."""
    for place in range(index + 1, min(len(own), index + 1 + _FEW)):
        start, later = scene.quantities[place - 1].end, scene.quantities[place]
        gap = scene.text[start : later.start]
        flows = scene.measures[index] in _FLOWS and scene.measures[place] in _FLOWS
        if scene.measures[index] != "growth" and asides.relates(scene.text, start, later.start, later.end):
            return None
        if BREAK.search(gap) or _BESIDES.search(gap) or _THEN.search(gap) or (_AND.search(gap) and not flows):
            return None
        found = own[place]
        if found is not None and scene.quantities[index].kind == "money" and found.label and found.label[:5] == "since":
            return None  # "stands at $5 billion, 6 percent more since 2023"
        if found is not None and not scene.bases[place]:
            return found if scene.aims[place] == scene.aims[index] or not found.future else None
    return None
