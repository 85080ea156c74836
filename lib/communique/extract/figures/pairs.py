"""Quantities that measure what the one right before them does: "from $3 to $5 billion", "half, against a third"."""

import re

from communique.extract.figures.cues import HEDGE
from communique.extract.figures.quantities import Quantity

_FROM = re.compile(rf"\bfrom\s+(?:{HEDGE}|the\s+|its\s+|their\s+|current\s+){{0,2}}\Z", re.IGNORECASE)
# "from $3 billion in 2022 to $5 billion"
_TO = re.compile(
    rf"(?:\s+\([^()]{{2,40}}\))?(?:\s+(?:in|during|for|a|per|the|first|last|half|quarter|year|ago|[A-Z][a-z]{{2,8}}|of|(?:19|20)\d\d)){{0,5}},?\s+to\s+(?:{HEDGE}){{0,2}}"
)
# "88 percent of the market, and Serbia 42 percent"
_AND = re.compile(r"[^.;:,]{0,40}(?:,|\band\b)[^.;:,]{1,40}")
_AT = re.compile(rf"[A-Za-z],?\s+(?:at|with)\s+(?:{HEDGE})?\Z")
# "$6.6 billion, or 40.4 percent"
_OR = re.compile(rf",?\s+or\s+(?:{HEDGE})?")
# "2022 – $14 billion, 2023 – $16 billion"
_YEAR = re.compile(r"(?:[,;]|,?\s+and)\s+(?:in\s+)?(?:19|20)\d\d\s?(?:[-–—:(=]\s?)?")
_NEAR = 90


def are_alike(text: str, first: Quantity, second: Quantity, compared: bool) -> bool:
    """Whether a quantity with no word of its own measures what the one before does; `compared`: is set against it."""
    if first.kind == second.kind == "money":
        return first.unit == second.unit and _YEAR.fullmatch(text, first.end, second.start) is not None
    if first.kind != "percent" or second.kind != "percent":
        return False
    return compared or _AND.fullmatch(text, first.end, second.start) is not None


def is_part_said(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether a percentage says an amount or a count again, as a part: "$6.6 billion, or 40.4 percent"."""
    again = first.kind in ("money", "count") and second.kind == "percent"
    return again and _OR.fullmatch(text, first.end, second.start) is not None


def are_listed(text: str, quantities: list[Quantity], kinds: list[str]) -> list[int]:
    """The percentages with no word of their own that stand in one list: "machines at 7.3%, grain at 6.5%"."""
    return [
        place
        for place, (quantity, kind) in enumerate(zip(quantities, kinds, strict=True))
        if kind == "unknown"
        and quantity.kind == "percent"
        and _AT.search(text, max(0, quantity.start - 24), quantity.start)
    ]


def is_move(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether something went from the first amount to the second one."""
    if first.kind != "money" or first.unit != second.unit or second.start - first.end > _NEAR:
        return False
    moved = _TO.fullmatch(text, first.end, second.start)
    return moved is not None and _FROM.search(text, max(0, first.start - 40), first.start) is not None
