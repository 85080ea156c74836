"""The same amount said in two currencies: "$5 million (P280 million)", "€9 million, or about $10 million,"."""

import re

from communique.extract.figures.quantities import Quantity

_HEDGE = (
    r"(?:about|around|some|approximately|approx\.|roughly|nearly|almost|over|(?:just\s+)?(?:more\s+than|under|over)|close\s+to|circa|ca\."
    r"|(?:an?\s+|the\s+)?equivalent\s+(?:to|of)|equal\s+to|worth|at\s+least)\s+"
)
# Without brackets or an "or" only a word of how nearly says that the second amount is the first one: "€5, some $6".
_LINK = re.compile(rf"(?:\s?\((?:or\s+)?|,?\s+or\s+)(?:{_HEDGE}){{0,2}}|(?:,\s+|\s?[–—]\s?|\s--?\s)(?:{_HEDGE}){{1,2}}")
_LONGEST = 48
# "a 5-billion-yuan (about $700 million) contract": the twin between an amount and what it is of.
_TWIN = re.compile(r"\s?\((?=[^()\n]{0,40}\d)[^()\n]{2,48}\)")


def is_second(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether the second amount says the first one in another currency."""
    paid = first.kind == second.kind == "money" and first.unit != second.unit
    return paid and second.start - first.end < _LONGEST and bool(_LINK.fullmatch(text, first.end, second.start))


def behind(text: str, end: int) -> int:
    """Where the words go on behind an amount that ends at `end`: past the same amount in brackets."""
    twin = _TWIN.match(text, end)
    return twin.end() if twin else end
