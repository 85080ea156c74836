"""Which quantities are what others are compared with: "up from $2 billion", "against 1,200 in 2019"."""

import re

from communique.extract.figures import twins
from communique.extract.figures.quantities import Quantity

_HEDGES = (
    r"(?:(?:about|some|around|nearly|almost|over|just|only|a\s+mere|the|roughly|current|present|less\s+than|more\s+than)\s+)"
    r"{0,2}"
)
_BASE = re.compile(
    rf"\b(?P<change>(?:up|down)\s+)?(?:from|compared\s+(?:with|to)|against|versus|vs\.?|(?<!more\s)(?<!less\s)(?<!fewer\s)than(?=\s)|than\s+the)"
    rf"\s+{_HEDGES}\Z",
    re.IGNORECASE,
)
# "below the record of $6 billion set in 2018".
_RECORD = re.compile(
    r"\b(?:(?:the|its|their|an?)\s+(?:\w+\s+|all-time\s+)?(?:record|peak|high|low|best)"
    r"|['’]s\s+(?:\w+\s+)?(?:figure|total|level|result|record|volume|mark))\s+(?:of|level\s+of)\s+\Z"
)
_AGAINST_RECORD = re.compile(
    r"\b(?:below|above|short|shy|off|beat\w*|surpass\w*|exceed\w*|past|under|over|from|break\w*|than)\b", re.IGNORECASE
)
# What every such comparison holds.
_COMPARING = ("from", "compared", "against", "versus", "vs", "than")


def is_base(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is what another is compared with: "up from $2 billion", "below the record of $6 billion"."""
    before = text[max(0, quantity.start - 72) : quantity.start]
    record = _RECORD.search(before) if before.endswith(("of ", "of\n")) else None
    return base(text, quantity) is not None or bool(record and _AGAINST_RECORD.search(before[: record.start()][-36:]))


def bases(text: str, quantities: list[Quantity]) -> list[bool]:
    """Which quantities are what another is compared with; of a dual amount, both are if the first one is."""
    found: list[bool] = []
    for index, quantity in enumerate(quantities):
        twin = index > 0 and found[-1] and twins.is_second(text, quantities[index - 1], quantity)
        found.append(twin or is_base(text, quantity))
    return found


def base(text: str, quantity: Quantity) -> re.Match[str] | None:
    """What says right before a quantity that another is compared with it; its group `change` says that it moved."""
    before = text[max(0, quantity.start - 48) : quantity.start].lower()
    return _BASE.search(before) if any(map(before.__contains__, _COMPARING)) else None
