"""Numbers in the words of a reason: money with its currency sign, intervals with a dash, per cent."""

import math

from communique.trade.intervals import Interval, is_money

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))


def amount(value: float, unit: str, digits: int = 2) -> str:
    """A number with its unit: "$16.1 billion", "PKR 2.9 trillion", "24%", "270 companies".

    >>> amount(16.13e9, "USD")
    '$16.13 billion'
    """
    if unit == "percent":
        return f"{_plain(value, 1)}%"
    scale, word = next(((size, name) for size, name in _SCALES if abs(value) >= size), (1.0, ""))
    number = _plain(value / scale, digits if scale > 1 else 0)
    return _with_unit(number + word, unit)


def interval(numbers: Interval, unit: str, digits: int = 2) -> str:
    """An interval in words: "$15.66 to 16.6 billion", "24% to 25%", "at least $20 billion", "at most 40%"."""
    if numbers.is_open or (unit != "percent" and numbers.low <= 0):
        if not math.isfinite(numbers.high):
            return f"at least {amount(numbers.low, unit, digits)}" if math.isfinite(numbers.low) else "any number"
        return f"at most {amount(numbers.high, unit, digits)}"
    low, high = amount(numbers.low, unit, digits), amount(numbers.high, unit, digits)
    if low == high:
        return low
    return _joined(low, high, unit)


def _joined(low: str, high: str, unit: str) -> str:
    """Both ends, what they have in common said once."""
    sign = _SIGNS.get(unit, f"{unit} ")
    if unit == "percent":
        return f"{low[:-1]} to {high}"
    if is_money(unit) and high.startswith(sign):
        high = high[len(sign) :]
    word = high.rpartition(" ")[2]
    if low.endswith(f" {word}") and not word.isdigit():
        low = low[: -len(word) - 1]
    return f"{low} to {high}"


def _plain(value: float, digits: int) -> str:
    text = f"{value:,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _with_unit(number: str, unit: str) -> str:
    if unit in _SIGNS:
        return f"-{_SIGNS[unit]}{number[1:]}" if number.startswith("-") else f"{_SIGNS[unit]}{number}"
    return f"{unit} {number}" if is_money(unit) else f"{number} {unit}".rstrip()
