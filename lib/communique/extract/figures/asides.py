"""Clauses that keep the period of one quantity from another: asides, and what only follows from a quantity."""

import re

# "trade, which stood at $3 billion in 2019, has reached $5 billion"
_IN_ASIDE = re.compile(r",\s+(?:which|that)\s[^,;]*\Z")
_GOES_ON = re.compile(r"[^,;]{0,60},\s+(?:ha[sd]|have|now|today|is|are)\b")
# "a firm will come within two months, in which 75 percent are held"
_SET_OFF = re.compile(r",\s+(?:in|of|by|under|through)\s+which\b")
# "the surplus, €4 billion in 2022, fell to €3 billion"
_MOVES_ON = re.compile(
    r"[^.;]*\b(?:19|20)\d\d,?\s+(?:and\s+)?(?:then\s+)?(?:fell|rose|gr[eo]w|dropped|climbed|shrank|went|jumped|declined|increased|slid)\b"
    r"[^.;]*\bto\s+(?:\w+\s+){0,2}"
)
# "exceeds $2 billion, $600 million of it in 2023": the time of a part
_OF_PART = re.compile(r"\s+of\s+(?:it|this|that|them|which)\b")
# "imports came to $2 billion, reflecting a rise in exports, which reached $1 billion in 2023"
_RELATES = re.compile(r",\s+(?:which|whose|reflecting)\b")


def is_left(text: str, start: int, place: int, gap: str) -> bool:
    """Whether a sentence goes on behind an aside about an earlier time: "trade, which was $3 billion then, reached".

    The sentence begins at `start`, the quantity of the aside at `place`; `gap` is what stands behind it.
    """
    return _GOES_ON.match(gap) is not None and _IN_ASIDE.search(text[max(start, place - 60) : place]) is not None


def sets_off(text: str, start: int, end: int) -> bool:
    """Whether a clause about something else stands between two offsets: ", in which 75 percent"."""
    return _SET_OFF.search(text, start, end) is not None


def relates(text: str, start: int, place: int, end: int) -> bool:
    """Whether a later quantity only relates to an earlier one or is a part of it: ", which reached", "$6 of it".

    The earlier one ends at `start`; the later one stands between `place` and `end`.
    """
    return _RELATES.search(text, start, place) is not None or _OF_PART.match(text, end) is not None


def moves_on(gap: str) -> bool:
    """Whether what was of one year moves on to a later level: " in 2022, fell to "."""
    return _MOVES_ON.fullmatch(gap) is not None
