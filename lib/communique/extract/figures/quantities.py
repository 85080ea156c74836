"""Numbers with their units: money, percent, times and counted things; ranges and pairs of amounts joined."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from communique import words
from communique.extract.figures import counts
from communique.grammar import money
from communique.grammar.numbers import Number

_PERCENT = re.compile(
    r"[\s\u00a0-]{0,2}(?:%|per\s?cent(?:age[\s-]points?)?\b|pct\b|pc\b|p\.p\.|pp\b)(?!-?owned)", re.IGNORECASE
)
_TIMES = re.compile(
    r"[\s-]?(?:times\b|fold\b|(?-i:x)\b(?=[\s.,;)])|X\b(?=\s+(?:growth|increase|rise)\b))", re.IGNORECASE
)
# No multiple of this size is written with an x: "777x".
_MOST_FOLD = 100
_COMPARES = re.compile(
    r"\s+(?:more|higher|larger|greater|bigger|less|lower|smaller|as\s+(?:much|many|large|high)|that\s+of|what\s+(?:it|they)|its\s+(?:(?:19|20)\d\d\s+)?(?:level|size|value|volume)|the\s+(?:(?:19|20)\d\d\s+)?(?:size|level|volume|figure|amount|number|total))\b"
)
_LINK = re.compile(r"\s?(?P<dash>[-–—])\s?|\s+(?P<word>to|and|or)\s+")
_RATE = re.compile(
    r"\s*=|\s*/\s*(?:US\s?\$|USD|[$€£]|EUR\b|(?:US\s+)?dollar\b|euro\b)|\s+(?:equals?|is\s+equal|(?:to|per|for|against)\s+(?:(?:one|1|a|the)\s+)?(?:US\s+)?(?:dollar|euro))\b"
)
_ONE_RATE = re.compile(r"[^).;\n]*")  # what may stand between its two sides
_EXCHANGE = re.compile(r"\bexchange\s+rate\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_FROM = re.compile(
    r"\bfrom\s+(?:(?:the\s+|its\s+|their\s+|a\s+)?(?:current|present|existing|mere|paltry|modest)\s+(?:level\s+of\s+)?)?"
    r"(?:about\s+|some\s+|nearly\s+|around\s+|just\s+|only\s+)?\Z",
    re.IGNORECASE,
)
# "rose by $20 million to $112 million", "accounted for a fifth".
BY = re.compile(
    r"\b(?:by|(?:account(?:s|ed|ing)?\s+for|ma(?:ke|kes|de|king)\s+up|represent(?:s|ed|ing)?|fell|rose|dropped|declined|shrank|grew"
    r"|jumped|slumped|lost))\s+(?:about\s+|almost\s+|nearly\s+|around\s+|over\s+|some\s+|just\s+|more\s+than\s+|roughly\s+){0,2}\Z",
    re.IGNORECASE,
)
# "the share went from 12 to 45 percent"
_WENT = re.compile(r"\b(?:went|gone|goes|going|moved?|moving|shifted|swung)\s+(?:up\s+|down\s+)?from\s", re.IGNORECASE)
_LABEL_WORD = re.compile(r"([A-Za-z]+\.?)[\s\u00a0]+\Z")
_GLUED = re.compile(r"[A-Za-z][-–]")
# "(+12%)"
_SIGNED = re.compile(r"(?:^|(?<=[\s(]))\+\Z")
# "the top ten exporters"
_TOP = re.compile(r"\btop[\s-]\Z", re.IGNORECASE)
# "2015-18": the end of a run of years.
_YEARS = re.compile(r"\b(?:19|20)\d\d\s?[-–/]\Z")
_CONTINUES = re.compile(
    r"[:/]\d|[A-Za-z](?![A-Za-z]*\b)|(?:st|nd|rd|th)\b|[-–](?:year|day|month|hour|minute|week|member|strong|point|person|nation)s?\b"
)

_LEADS = re.compile(
    r"\b(?:from|to|and|at|of|was|were|reached|than|exceed(?:s|ed)?|further|another|additional|exports?|imports?|account(?:s|ed|ing)?\s+for|ma(?:d|k)es?\s+up|came\s+to|made|totall?ed"
    r"|[Oo]f\s+(?:them|this|that|these|which|it|the\s+(?:total|amount|sum)),?|in\s+(?:19|20)\d\d,|(?:19|20)\d\d\s?[-–—:])\s+(?:about\s+|nearly\s+|only\s+)?\Z"
)
_ENDS = re.compile(
    r"\s*[.,;)]|\s+(?:in|of|on|by|for|over|compared|against|more|less|last|this|a\s+year|two\s+years|from|to|and|is|are|was|were|came|comes|fell|went)\b"
)
# How far behind a count, in characters, "of them" takes it up.
_TAKES_UP = 300
# How far behind a count another is compared with it.
_COMPARED_WITH = 60
# How far behind an amount, in characters, millions without a currency still have its currency.
_FOLLOWS = 120
# The rule of an amount that has its currency from one before.
ORPHAN = "amount, its currency before"


class Quantity(msgspec.Struct, frozen=True):
    """A number with its unit; `high` closes a range; `kind` is money, percent, times, count or rank."""

    start: int
    end: int
    value: float
    high: float | None
    unit: str
    kind: str
    rule: str


def find(text: str, found: list[Number], sides: Iterable[str]) -> list[Quantity]:
    """The quantities that these numbers make, left to right; `sides` are the countries concerned (alpha-3)."""
    units = [unit(text, number, sides) for number in found]
    linked = {index: _link(text, found, units, index) for index in range(len(found) - 1)}
    quantities: list[Quantity] = []
    index = 0
    while index < len(found):
        one, link = units[index], linked.get(index)
        quantities += link or ([one] if one else [])
        index += 2 if link else 1
    return _without_rates(text, _with_orphans(text, found, _with_units(quantities)))


def _with_units(quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, and "64 of them" with the unit of the count before; participants where none was."""
    named: list[Quantity] = []
    last: Quantity | None = None
    for quantity in quantities:
        if quantity.unit == counts.AS_BEFORE:
            near = named[-1] if named and quantity.start - named[-1].end < _COMPARED_WITH else None
            if near and near.kind == "count":
                named.append(replace(quantity, unit=near.unit))
            continue
        pointing = quantity.kind == "count" and not quantity.unit
        before = last.unit if last and quantity.start - last.end < _TAKES_UP else "participants"
        named.append(replace(quantity, unit=before) if pointing else quantity)
        last = named[-1] if quantity.kind == "count" else last
    return named


def unit(text: str, number: Number, sides: Iterable[str]) -> Quantity | None:
    """The quantity that a number makes with the words beside it, or None where it stands for itself."""
    paid = money.at(text, number, sides)
    if paid is not None:
        return Quantity(paid.start, paid.end, number.value, None, paid.code, "money", "amount of money")
    plus = text.startswith("+", max(0, number.start - 1))
    signed = plus and _SIGNED.search(text, max(0, number.start - 2), number.start) and _PERCENT.match(text, number.end)
    if not signed and is_label(text, number):
        return None
    proportion = _proportion(text, number)
    if proportion is not None or _is_year(text, number):
        return proportion
    number = counts.with_whole(text, number)
    counted = counts.at(text, number)
    if counted is None:
        return None
    rule = "count that points back" if counted.refers else "counted noun"
    return Quantity(number.start, counted.end, number.value, None, counted.unit, "count", rule)


def _proportion(text: str, number: Number) -> Quantity | None:
    """A percentage or a multiple; "six times" counts occasions unless something grew or is compared."""
    percent = _PERCENT.match(text, number.end)
    if percent:
        return Quantity(number.start, percent.end(), number.value, None, "percent", "percent", "percentage")
    times = _TIMES.match(text, number.end)
    if times is None or (times.group()[-1] in "xX" and number.value >= _MOST_FOLD):
        return None
    compares = "times" not in times.group().lower() or _COMPARES.match(text, times.end())
    if not compares and not _changes().search(text[max(0, number.start - 60) : number.start]):
        return None
    return Quantity(number.start, times.end(), number.value, None, "times", "times", "multiple")


def is_label(text: str, number: Number) -> bool:
    """Whether the number is part of a name, a date or a mark: "G20", "Article 5", "10:30", "+7 727"."""
    start, end = number.start, number.end
    before = text[max(0, start - 16) : start]
    if before[-4:-1].lower() == "top" and _TOP.search(before):
        return True
    if before and number.digits and (before[-1].isalpha() or before[-1] in "#№+@_:/." or _GLUED.search(before[-2:])):
        return True
    years = number.value < 100 and before[-1:] in "-–/" and _YEARS.search(before)
    if number.digits and (years or _CONTINUES.match(text, end)):
        return True
    return number.digits and number.scale == 1 and before[-1:].isspace() and _is_labelled(before)


def _is_labelled(before: str) -> bool:
    """Whether the last word is one that numbers stand behind as names: "Article", "No."."""
    last = "".join(before.split()[-1:])
    if not (last.isalpha() and last.isascii()):
        word = _LABEL_WORD.search(before)
        last = word[1] if word else ""
    return last.lower() in _labels()


def _is_year(text: str, number: Number) -> bool:
    """Whether four plain digits are a year and no quantity: "in 2023 exports"."""
    plain = number.digits and number.scale == 1 and number.end - number.start == 4 and 1900 <= number.value <= 2099
    return plain and ("." not in text[number.start : number.end])


def _link(text: str, found: list[Number], units: list[Quantity | None], index: int) -> list[Quantity]:
    """The quantities of two numbers that belong together ("15-20 percent", "from $2 to $3 million"), or none."""
    left, right, first = found[index], found[index + 1], units[index]
    if first is not None and first.unit == counts.AS_BEFORE:
        first = None  # "the share went up from 43 to 66 percent"
    second = units[index + 1] or (_same_unit(text, first, left, right) if first else None)
    if second is None or right.start - left.end > 30:
        return []
    end = max(left.end, first.end if first else 0)
    link = _LINK.fullmatch(text, end, second.start)
    if (
        link is None
        or (first is not None and first.unit != second.unit)
        or (first is None and (_is_year(text, left) or is_label(text, left)))
    ):
        return []
    opening = money.prefix(text, left.start) if second.kind == "money" else left.start
    both = first is not None or (left.scale > 1 and right.scale > 1)
    kind = _pairing(text[max(0, opening - 90) : opening], link, both)
    if kind == "none":
        return []
    value = left.value * (
        right.scale if left.scale == 1 and left.value < 1000 and (first is None or not _own(first, left)) else 1
    )
    start = first.start if first else opening
    if kind == "range" and value < second.value:
        return [replace(second, start=start, value=value, high=second.value, rule=f"range of {second.kind}")]
    return [replace(second, start=start, end=end, value=value, rule=f"first of two: {second.kind}"), second]


def _with_orphans(text: str, found: list[Number], known: list[Quantity]) -> list[Quantity]:
    """The quantities, and millions that have their currency from an amount before: "to €5 million, from 3 million"."""
    result: list[Quantity] = []
    position, paid = 0, None
    for number in found:
        while position < len(known) and known[position].start <= number.start:
            if known[position].kind == "money" and not (
                paid and "(" in text[max(paid.end, known[position].start - 12) : known[position].start]
            ):
                paid = known[position]
            result.append(known[position])
            position += 1
        inside = bool(result) and number.start < result[-1].end
        if paid is None or inside or number.scale < 1_000_000 or number.start - paid.end > _FOLLOWS:
            continue
        if _LEADS.search(text[paid.end : number.start]) and _ENDS.match(text, number.end):
            orphan = Quantity(number.start, number.end, number.value, None, paid.unit, "money", ORPHAN)
            paid = orphan
            result.append(orphan)
    return result + known[position:]


def _same_unit(text: str, first: Quantity, left: Number, right: Number) -> Quantity | None:
    """The second number of "$2-3 billion" or "rose from 60 to 120 a year", which has its unit from the first."""
    if first.kind == "count" and first.end == left.end and right.digits and not _is_year(text, right):
        moved = text[left.end : right.start].strip() == "to" and counts.stands_alone(text, right)
        return replace(first, start=right.start, end=right.end, value=right.value) if moved else None
    signed = first.kind == "money" and first.start < left.start and first.end == left.end
    if not signed or right.scale == 1 or left.scale not in (1, right.scale):
        return None
    return Quantity(right.start, right.end, right.value, None, first.unit, "money", "amount of money")


def _own(first: Quantity, left: Number) -> bool:
    """Whether the left number is whole by itself: it has its unit behind it ("5 dollars to 3 million dollars")."""
    return first.end > left.end


def _pairing(before: str, link: re.Match[str], whole: bool) -> str:
    """What joins two numbers: "range", "change" ("rose from 3 to 5"), or "none"; `whole`: the first is whole."""
    if link["dash"]:
        return "range"
    if link["word"] == "and":
        return "range" if _BETWEEN.search(before) else "none"
    if link["word"] == "to" and whole and BY.search(before):
        return "change"  # "rose by $20 million to $112 million"
    if link["word"] == "to" and _FROM.search(before):
        return "change" if _changes().search(before) or _WENT.search(before) else "range"
    return "range"


def _without_rates(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities without those of an exchange rate: "$1 = 56.9 pesos", "85 rupees to the dollar"."""
    rated: set[int] = set()
    for index, quantity in enumerate(quantities):
        before = text[max(0, quantity.start - 40) : quantity.start] if quantity.kind == "money" else ""
        of_rate = "xchange" in before and _EXCHANGE.search(before)
        if quantity.kind == "money" and (of_rate or _RATE.match(text, quantity.end)):
            rated.add(index)
    for index, (left, right) in enumerate(pairwise(quantities)):
        if index in rated and right.start - left.end < 20 and _ONE_RATE.fullmatch(text, left.end, right.start):
            rated.add(index + 1)
    return [quantity for index, quantity in enumerate(quantities) if index not in rated]


@cache
def _labels() -> frozenset[str]:
    return frozenset(words.table("figures")["labels"]["words"].split())


@cache
def _changes() -> re.Pattern[str]:
    cues = words.table("figures")["cues"]
    known = f"{cues['up']} {cues['down']} {words.table('figures')['phrases']['raised']}"
    return re.compile(rf"\b{words.alternation(known.split())}\b", re.IGNORECASE)
