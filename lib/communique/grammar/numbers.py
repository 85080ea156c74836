"""Numbers as news prints them: digits however grouped, scales, Indian scales, number words, ordinals and fractions."""

import math
import re
from functools import cache
from typing import NamedTuple

import msgspec

from communique import words
from communique.grammar import concordance
from communique.grammar.concordance import Opened

_SPACE = " \u00a0\u2009\u202f"
_DIGITS = rf"(?<!\d)\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
_SPACES = re.compile(rf"[{_SPACE}]")
_AFTER = re.compile(rf"(?P<gap>[{_SPACE}]{{0,2}}\n?|-)(?P<word>[A-Za-z]+)")
_AGAIN = re.compile(rf"[{_SPACE}\n](?:and\s)?(?P<digits>{_DIGITS})")
_NEXT_WORD = re.compile(r"(?:[\s-]and[\s-]|[\s-])([A-Za-z]+)")
_HALF_MORE = re.compile(r"[\s-]and[\s-]a[\s-]half\b", re.IGNORECASE)
_ARTICLE = re.compile(
    r"\b(?:(?P<half>half[\s-]an?|an?[\s-]half|half)|(?P<part>(?:a|one|two|three)[\s-](?:quarter|third)s?)\sof\san?|an?)[\s-]\Z",
    re.IGNORECASE,
)
_PAID = re.compile(r"(?:[$€£¥₹₽₺₩₦₱]|(?<![A-Z])P|\b[A-Z]{3})\s?\Z")
_GLOSS = re.compile(r"\s?\(\s?(\d{1,6})\s?\)")
# More digits than this are no quantity but an identifier.
_LONGEST = 18
_EXACT = 1e11  # a whole number below it has no noise


class Number(msgspec.Struct, frozen=True):
    """A number in a text; `scale` is what its scale word multiplied by, 1 without one."""

    start: int
    end: int
    value: float
    scale: float
    digits: bool


class Ordinal(NamedTuple):
    """A place in an order: "third", "8th", "twenty-first"."""

    start: int
    end: int
    value: int


def find(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """The numbers between two offsets, left to right: "1,250 crore", "290 mln 400 thousand", "seven (7)".

    >>> [number.value for number in find("twenty-five ships and 1.4 bn tons")]
    [25.0, 1400000000.0]
    """
    found: list[Number] = []
    stop = len(text) if end is None else end
    reached = start
    for match in _trigger().finditer(text, start, stop):
        if match.start() < reached:
            continue
        number = _figures(text, match, stop) if match["digits"] else _spelled(text, match, stop)
        if number is not None:
            if found and number.start < found[-1].end:
                found.pop()  # the "three" of "three-quarters of a million"
            found.append(number)
            reached = number.end
    return found


def amount(digits: str) -> float | None:
    """The value of digits with their separators, read as English news writes them, or None if they are no quantity.

    >>> amount("1,250"), amount("1,25,000"), amount("7,1"), amount("1.250.000"), amount("29.09.22")
    (1250.0, 125000.0, 7.1, 1250000.0, None)
    """
    if digits.isdecimal() and len(digits) <= _LONGEST:
        return float(digits)
    plain = _SPACES.sub("", digits)
    if len(plain) > _LONGEST + 6 or sum(map(str.isdigit, plain)) > _LONGEST:
        return None
    return _separated(plain)


def _separated(plain: str) -> float | None:
    """The value of digits with commas and full stops among them."""
    commas, dots = plain.count(","), plain.count(".")
    if commas and dots:
        last = max(plain.rfind(","), plain.rfind("."))
        whole, part = plain[:last], plain[last + 1 :]
        mark = "." if "." in whole else ","
        return float(f"{whole.replace(mark, '')}.{part}") if mark != plain[last] and _grouped(whole, mark) else None
    if commas:
        if _grouped(plain, ","):
            return float(plain.replace(",", ""))
        return float(plain.replace(",", ".")) if commas == 1 and len(plain) - plain.index(",") <= 3 else None
    if dots > 1:
        return float(plain.replace(".", "")) if _grouped(plain, ".") else None
    return float(plain)


def ordinal_at(text: str, place: int) -> Ordinal | None:
    """The ordinal that begins at `place`: "third", "8th", "twenty-first"."""
    match = _ordinal().match(text, place)
    if match is None:
        return None
    if match["digits"]:
        return Ordinal(place, match.end(), int(match["digits"]))
    tens = _table("tens").get((match["tens"] or "").lower(), 0)
    return Ordinal(place, match.end(), int(tens + _table("ordinals")[match["word"].lower()]))


def part_of(word: str) -> float | None:
    """The number that a fraction word divides by ("fifth" -> 5), or None."""
    return _table("fractions").get(word.lower())


def _grouped(plain: str, mark: str) -> bool:
    """Whether the mark groups thousands, or lakhs as in 1,25,000."""
    first, *inner, last = plain.split(mark)
    sizes = {len(group) for group in inner}
    return first[:1] != "0" and 1 <= len(first) <= 3 and len(last) == 3 and sizes in (set(), {3}, {2})


def _figures(text: str, match: re.Match[str], stop: int) -> Number | None:
    """The number that digits begin, with its scale words and a smaller amount behind it."""
    value = amount(match["digits"])
    if value is None:
        return None
    end, scale = _scale(text, match.end(), stop, match.start())
    end, more = _smaller(text, end, stop, scale)
    return Number(match.start(), end, _round(value * scale + more), scale, True)


def _smaller(text: str, end: int, stop: int, scale: float) -> tuple[int, float]:
    """Where a smaller amount behind a scale word ends, and the amount: "2 billion and 300 million"."""
    again = _AGAIN.match(text, end, stop) if scale > 1000 else None
    more = amount(again["digits"]) if again else None
    if again is None or more is None:
        return end, 0.0
    later, smaller = _scale(text, again.end(), stop)
    return (later, more * smaller) if 1 < smaller < scale and more * smaller < scale else (end, 0.0)


def _scale(text: str, place: int, stop: int, start: int = 0) -> tuple[int, float]:
    """Where the scale words behind digits end, and what they multiply by: "bn", "-billion", "lakh crore".

    A letter apart counts where a currency stands before the digits, which begin at `start`: "EUR 107 m".
    """
    factor = 1.0
    for _ in range(2):
        match = _AFTER.match(text, place, stop)
        if match is None:
            break
        word = match["word"]
        times = _scales().get(word.lower())
        if times is None and len(word) == 1 and (not match["gap"] or _PAID.search(text, max(0, start - 5), start)):
            times = _table("letters").get(word)
        if times is None or (factor > 1 and times < 1000):
            break
        factor, place = factor * times, match.end()
    return place, factor


def _spelled(text: str, match: re.Match[str], stop: int) -> Number | None:
    """The number that a word begins: "two hundred and five", "half a million", "one and a half billion"."""
    kind = _kind(match.group())
    if kind is None:
        return None
    start, lead = _lead(text, match.start(), kind[0])
    if lead is None:
        return None
    end, value, scale = _sum(text, match, stop, lead)
    end, more = _smaller(text, end, stop, scale)
    value += more
    gloss = _GLOSS.match(text, end, stop)
    if gloss and float(gloss[1]) == value:
        end = gloss.end()
    return Number(start, end, _round(value), scale, False)


def _lead(text: str, start: int, kind: str) -> tuple[int, float | None]:
    """Where the number begins and what its first scale multiplies: "a dozen", "half a million"."""
    if kind != "scales":
        return start, 0.0
    before = text[max(0, start - 24) : start]
    article = _ARTICLE.search(before)
    if article is None:
        return start, None
    return start - len(before) + article.start(), 0.5 if article["half"] else _part(article["part"]) or 1.0


def _part(phrase: str | None) -> float:
    """What "three quarters" or "a third" multiplies by; 0 without a phrase."""
    if phrase is None:
        return 0.0
    many, part = re.split(r"[\s-]", phrase.lower())
    return _table("units").get(many, 1) / _table("fractions")[part]


def _sum(text: str, match: re.Match[str], stop: int, lead: float) -> tuple[int, float, float]:
    """The end, the value and the largest scale of a run of number words; it stops at the word that does not fit."""
    total, current, scale, smallest = 0.0, lead, 1.0, math.inf
    word, place, end = match.group(), match.end(), match.end()
    while known := _kind(word):
        kind, size = known
        grown = _step(current, kind, size)
        if grown is None or (size >= 1000 and size >= smallest):
            break
        current, end, scale = grown, place, max(scale, size if kind == "scales" else 1.0)
        if size >= 1000:
            total, current, smallest = total + current, 0.0, size
        half = _HALF_MORE.match(text, end, stop)
        if half:
            current, end = current + (0.5 if current else smallest / 2), half.end()
        following = _NEXT_WORD.match(text, end, stop)
        if following is None:
            break
        word, place = following[1], following.end()
    return end, total + current, scale


def _step(current: float, kind: str, size: float) -> float | None:
    """What a number becomes with one more word, or None where the word does not continue it ("twenty" + "twelve")."""
    rest = current % 100
    if kind == "units" and (rest == 0 or (rest >= 20 and rest % 10 == 0 and 0 < size < 10)):
        return current + size
    if kind == "tens" and rest == 0:
        return current + size
    if kind == "scales" and current:
        return current * size
    return None


@cache
def _table(name: str) -> dict[str, float]:
    table: dict[str, float] = words.table("numbers")[name]
    return table


@cache
def _scales() -> dict[str, float]:
    return {**_table("scales"), **_table("abbreviations")}


@cache
def _trigger() -> Opened:
    """Where a number may begin: digits or a number word."""
    pattern = re.compile(rf"(?P<digits>{_DIGITS})|\b{words.alternation(_kinds())}\b", re.IGNORECASE)
    return Opened(pattern, concordance.openings(_kinds()) | {concordance.DIGITS})


@cache
def _kinds() -> dict[str, tuple[str, float]]:
    return {word: (kind, float(size)) for kind in ("units", "tens", "scales") for word, size in _table(kind).items()}


def _kind(word: str) -> tuple[str, float] | None:
    return _kinds().get(word.lower()) if len(word) < 13 else None


def _round(value: float) -> float:
    """The value without the noise of binary fractions: 0.74 billion is 740000000."""
    return value if value.is_integer() and value < _EXACT else float(f"{value:.12g}")


@cache
def _ordinal() -> re.Pattern[str]:
    tens = words.alternation(_table("tens"))
    word = words.alternation(_table("ordinals"))
    return re.compile(
        rf"(?P<digits>\d{{1,3}})(?:st|nd|rd|th)\b|(?:(?P<tens>{tens})[\s-])?(?P<word>{word})\b", re.IGNORECASE
    )
