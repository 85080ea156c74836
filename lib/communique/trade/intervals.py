"""Stated numbers as intervals, and the arithmetic that a claim check needs.

A printed number stands for every number that would be printed so: "$20 billion" is 19.5 to 20.5 billion, "24%" is 23.5
to 24.5. "Nearly" keeps the lower half of that, "about" doubles it, "up to" and "more than" leave one side open.
Closing zeros count as rounding in a plain count ("nearly 270 companies" is 265 to 270) and after a hedge.
"""

import math
import re
from functools import cache
from typing import NamedTuple

from communique import words
from communique.grammar import numbers
from communique.record import Figure

INFINITY = math.inf
_QUOTED = re.compile(r'"([^"]*)"')
# Room for the longest hedge ("it came close to") before a currency sign.
_HEDGE_REACH = 30


class Interval(NamedTuple):
    """All numbers from `low` to `high`, both included; an open side is infinite."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a number in common, give or take the rounding of floating-point numbers."""
        slack = 1e-9 * max(1.0, *(abs(end) for end in (*self, *other) if math.isfinite(end)))
        return self.low <= other.high + slack and other.low <= self.high + slack

    def holds(self, number: float) -> bool:
        """Whether the number lies in the interval."""
        return self.meets(Interval(number, number))

    def scaled(self, factor: float) -> "Interval":
        """Both ends multiplied by a positive factor."""
        return Interval(self.low * factor, self.high * factor)

    def plus(self, other: "Interval") -> "Interval":
        """The sums of a number of this interval and one of the other."""
        return Interval(self.low + other.low, self.high + other.high)

    @property
    def middle(self) -> float:
        """The number half-way; the finite end where one side is open."""
        if math.isfinite(self.low) and math.isfinite(self.high):
            return (self.low + self.high) / 2
        return self.low if math.isfinite(self.low) else self.high

    @property
    def is_open(self) -> bool:
        """Whether one side has no bound."""
        return not (math.isfinite(self.low) and math.isfinite(self.high))


class Hedges(NamedTuple):
    """The hedging words of the table, as expressions that match at the end of what stands before a number."""

    below: re.Pattern[str]
    around: re.Pattern[str]


def stated(figure: Figure, text: str = "") -> Interval:
    """The interval a figure stands for, in the figure's own unit; the article's `text` is read for the hedge before it.

    >>> stated(Figure(text="$20 billion", span=(0, 11), value=20e9, unit="USD"))
    Interval(low=19500000000.0, high=20500000000.0)
    """
    before = text[max(0, figure.span[0] - _HEDGE_REACH) : figure.span[0]]
    low, high = figure.value if isinstance(figure.value, tuple | list) else (figure.value, figure.value)
    if figure.unit == "rank":
        return Interval(low, high)
    units = _units(figure.text, figure.unit, low, high)
    if low != high:
        return Interval(low - units[0] / 2, high + units[1] / 2)
    # A fall of "more than 3%" is at most -3: the words speak of its size.
    interval = _hedged(abs(low), units[0], figure.qualifier, before + figure.text)
    return interval if low >= 0 else Interval(-interval.high, -interval.low)


def printed(value: float, note: str = "") -> Interval:
    """The interval of a number that reached a table as printed in the press: its digits say how far it was rounded.

    `note` may quote the words it stood in, hedge and all: `"about eight billion"`.
    """
    quoted = " ".join(_QUOTED.findall(note))
    scale = next((scale for scale in (1e12, 1e9, 1e6, 1e3) if value >= scale), 1.0)
    unit = min(_zeros(value), scale)
    qualifier = "approx" if _hedges().below.search(quoted) or _hedges().around.search(quoted) else None
    return _hedged(value, unit, qualifier, quoted)


def exact(value: float) -> Interval:
    """The interval that holds this number only."""
    return Interval(value, value)


def implied_earlier(level: Interval, growth: Interval) -> Interval:
    """The level before a growth in per cent: 20 after 24% is about 16.1."""
    low, high = 1 + growth.low / 100, 1 + growth.high / 100
    if low <= 0:
        return Interval(level.low / high if high > 0 else 0.0, INFINITY)
    return Interval(level.low / high, level.high / low)


def implied_growth(earlier: Interval, later: Interval) -> Interval:
    """The growth in per cent between two levels."""
    if earlier.low <= 0:
        return Interval((later.low / earlier.high - 1) * 100 if earlier.high > 0 else -100.0, INFINITY)
    return Interval((later.low / earlier.high - 1) * 100, (later.high / earlier.low - 1) * 100)


def needed_growth(base: Interval, target: Interval, years: int) -> Interval:
    """The growth in per cent a year that leads from `base` to `target` in so many years."""
    if years < 1 or base.low <= 0 or target.high < 0 or math.isinf(base.low):
        return Interval(-INFINITY, INFINITY)
    low, high = max(target.low, 0.0) / base.high, target.high / base.low
    return Interval((low ** (1 / years) - 1) * 100, (high ** (1 / years) - 1) * 100)


def implied_total(part: Interval, share: Interval) -> Interval:
    """The whole of which `part` is `share` per cent."""
    return Interval(part.low / share.high * 100, part.high / share.low * 100 if share.low > 0 else INFINITY)


def share_of(part: Interval, whole: Interval) -> Interval:
    """The share in per cent that `part` has in `whole`."""
    return Interval(part.low / whole.high * 100, part.high / whole.low * 100 if whole.low > 0 else INFINITY)


def is_money(unit: str) -> bool:
    """Whether a figure's unit is a currency, an ISO 4217 code."""
    return len(unit) == 3 and unit.isupper()


def as_growth(figure: Figure, interval: Interval) -> Interval:
    """A multiple ("threefold", unit `times`) as growth in per cent; per cent stays as it is."""
    if figure.unit == "times":
        return Interval((interval.low - 1) * 100, (interval.high - 1) * 100)
    return interval


def _hedged(value: float, unit: float, qualifier: str | None, words_before: str) -> Interval:
    if qualifier == "at_least":
        return Interval(value, INFINITY)
    if qualifier == "at_most":
        return Interval(0.0, value)
    if qualifier == "approx":
        # "Close to 450 million" speaks of tens of millions: closing zeros count, up to a twentieth of the number.
        unit = max(unit, min(_zeros(value), value / 20))
        below = _hedges().below.search(words_before)
        return Interval(value - unit / 2, value) if below else Interval(value - unit, value + unit)
    return Interval(value - unit / 2, value + unit / 2)


def _units(text: str, unit: str, low: float, high: float) -> tuple[float, float]:
    """The size of the last printed digit of the one or two numbers of a figure's text."""
    found = numbers.find(text)
    # "15-20 million": the scale word behind the second number holds for the first too.
    scale = max((number.scale for number in found), default=1.0)
    sizes = [
        _last_digit(text[number.start :], abs(value), scale, is_money(unit))
        for number, value in _matched(found, low, high)
    ]
    if not sizes:
        sizes = [_spelled(unit, scale, abs(high))]
    return sizes[0], sizes[-1]


def _matched(found: list[numbers.Number], low: float, high: float) -> list[tuple[numbers.Number, float]]:
    """The numbers in digits beside the values they were read as."""
    digits = [number for number in found if number.digits]
    return list(zip(digits, (low, high), strict=False)) if low != high else [(number, high) for number in digits[:1]]


def _last_digit(text: str, value: float, scale: float, money: bool) -> float:
    """The size of the last of the digits with which `text` begins."""
    printed = re.match(r"\d+(?:[.,\s]\d+)*", text)
    digits = re.sub(r"\D", "", printed[0]) if printed else ""
    decimals = next((d for d in range(7) if digits == f"{value / scale:.{d}f}".replace(".", "")), 0)
    if decimals or scale > 1:
        return float(10.0**-decimals * scale)
    # "$58,400,000" is as rounded as "$58.4 million"; a count below a hundred is a count.
    return _zeros(value) if money or value >= 100 else 1.0


def _spelled(unit: str, scale: float, value: float) -> float:
    """The size of the last digit of a number in words: "eight billion", "a fifth", "doubled"."""
    if unit == "percent":
        return 5.0
    if unit == "times":
        return 1.0 if value >= 3 else 0.5
    return scale / 10 if scale > 1 and value % scale else scale


def _zeros(value: float) -> float:
    """The power of ten of a whole number's closing zeros: 16,100 gives 100."""
    whole, unit = round(value), 1.0
    while whole and whole % 10 == 0:
        whole //= 10
        unit *= 10
    return unit


@cache
def _hedges() -> Hedges:
    table = words.table("trade")["hedges"]
    return Hedges(*(re.compile(rf"(?i)\b{words.alternation(table[kind])}\b") for kind in ("below", "around")))
