"""How exact the words around a figure say it is: "about", "more than", "up to", "or so"."""

import re
from functools import cache

from communique import words

# "trade went up to $5 billion": a level, no bound.
_WENT_UP = re.compile(
    r"\b(?:went|go|goes|going|gone|moved|adds?|added|adding|sum(?:s|med)?|shot|crept|edged|jumped|climbed|ticked|taking)\s+up\s+to\s+\Z"
    r"|\b(?:br(?:ing|ings|inging|ought)|tak(?:e|es|ing)|took|push(?:es|ed|ing)?)\s+[^.;,]{1,30}\sup\s+to\s+\Z"
)
# "handed over 12 ambulances"
_HANDED = re.compile(r"\b(?:hand|turn)(?:s|ed|ing)?\s+over\s+(?:the\s+)?\Z")
_OR_SO = re.compile(r"\d[\s-](?:or\s+so|odd)\s")
# "increased by 20 percent up to $1.9 billion": likewise
_GREW_UP_TO = re.compile(r"(?:%|\bper\s?cent|\bpct|\btimes|fold)(?:\s*[,–—-])?\s+up\s+to\s+\Z")
_PLUS = re.compile(r"\d(?:\+|[\s-]plus\b)")


def read(text: str, start: int, end: int, unit: str | None = None) -> str | None:
    """How exact the words around a figure say it is: `approx`, `at_least`, `at_most` or None.

    "Under 35 agreements", which something is done by, sets no limit; so the `unit` is asked for.
    """
    if _PLUS.search(text, start, end):
        return "at_least"
    if _OR_SO.search(text, start, end):
        return "approx"
    after = _behind().match(text, end, end + 20)
    if after:
        return after.lastgroup
    before = text[max(0, start - 40) : start]
    small = before.lower()
    match = _before().search(small) if small.rstrip().endswith(_closing()) else None
    by_paper = match is not None and unit == "documents" and match.group().strip() == "under"
    reached = match is not None and (_WENT_UP.search(before) or _GREW_UP_TO.search(before))
    given = match is not None and _HANDED.search(before) is not None
    return match.lastgroup if match and not (by_paper or reached or given) else None


@cache
def _before() -> re.Pattern[str]:
    table = words.table("figures")["qualifiers"]
    names = "|".join(f"(?P<{name}>{_listed(table[name])})" for name in ("at_least", "at_most", "approx"))
    return re.compile(rf"(?<![\w-])(?:{names})\s*(?:\b{_listed(table['between'])}\s+){{0,2}}\Z")


@cache
def _closing() -> tuple[str, ...]:
    """What the words before a figure end in where they qualify it: most figures are ruled out by that."""
    table = words.table("figures")["qualifiers"]
    listed = [*table["at_least"], *table["at_most"], *table["approx"], *table["between"]]
    return tuple(sorted({phrase.split()[-1] for phrase in listed}))


@cache
def _behind() -> re.Pattern[str]:
    table = words.table("figures")["qualifiers"]
    names = "|".join(f"(?P<{name}>{_listed(table[f'behind_{name}'])})" for name in ("approx", "at_least"))
    return re.compile(rf"\s?(?:{names})(?!\w)", re.IGNORECASE)


def _listed(items: list[str]) -> str:
    return words.alternation(items)
