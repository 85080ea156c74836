"""How near a cue is to a quantity: characters between them, with a surcharge for clauses and other quantities."""

import re

from communique.extract.figures.cues import Cue, breaks
from communique.extract.figures.quantities import Quantity

# What a cue may cost at most, in characters of distance with the penalties below.
REACH = 420
# How far behind a word the amount stands that it is "of", in characters.
_OF = 24
_FOR = re.compile(r"\b(?:for|to|towards?)\b")
_SOFT = re.compile(r",|\b(?:and|which|that|who)\b")  # in small letters


def least(text: str, quantity: Quantity, near: list[Cue], rivals: list[Quantity], kinds: tuple[str, ...]) -> float:
    """The cost of the nearest cue of some kinds, `REACH` if none is near enough."""
    costs = [cost(text, quantity, cue, rivals) for cue in near if cue.kind in kinds]
    return min(costs) if costs else REACH


def cost(text: str, quantity: Quantity, cue: Cue, rivals: list[Quantity]) -> float:
    """How far a cue is from a quantity in characters, with a surcharge for clauses and quantities between."""
    if cue.end <= quantity.start:
        left, right, extra = cue.end, quantity.start, 0
    else:
        left, right = quantity.end, cue.start
        ahead = text[left : min(right, left + REACH)]
        extra = 12 + 50 * ("," in ahead) + 90 * (breaks(ahead) > 0) + 60 * (" with " in ahead)
        if text.startswith(" of ", cue.end) and any(0 < rival.start - cue.end < _OF for rival in rivals):
            extra += 90  # "imports were $44 million, an imbalance of $19 million": the word is of the next one
    if right - left > REACH:
        return REACH
    gap = text[left:right]
    if cue.kind == "investment" and right == cue.start and _FOR.search(gap) and _is_work(text, cue):
        return REACH  # "$60 million for the road project" may be a loan or a gift
    between = sum(left <= rival.start < right for rival in rivals)
    return extra + len(gap) + 110 * breaks(gap) + 18 * len(_SOFT.findall(gap.lower())) + 25 * between


def _is_work(text: str, cue: Cue) -> bool:
    return text[cue.start : cue.start + 4].lower() in ("proj", "plan", "fact")
