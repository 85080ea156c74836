"""Amounts of money: which currency stands before or behind a number, by symbol, code or name."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from communique import words
from communique.grammar import countries
from communique.grammar.numbers import Number
from communique.grammar.text import collapse

_GAP = r"[\s\u00a0\u2009\u202f]"
_ADJECTIVE = (
    rf"(?:(?P<adjective>U\.S\.|[A-Z][\w.-]{{1,20}}(?:{_GAP}[A-Z]\w{{2,20}}){{0,2}}|us|convertible)(?:{_GAP}|-))?"
)
# Behind a number, what no currency begins with.
_CLOSES = frozenset(",.;:)]%\"”’'/")
# The longest sign with the gap behind it, in characters.
_LONGEST_SIGN = 16
_NEXT = re.compile(rf"(?:{_GAP}|-){{0,2}}([^\W\d_]+|\S)")
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
# In small letters before a name: "of dollars", "us dollars".
_BEFORE_NAME = frozenset(("of", "us", "convertible"))
# How far behind a number its currency ends, in characters.
_REACH = 60
_AT_END = re.compile(rf"{_GAP}+\Z")


class Money(NamedTuple):
    """The words of an amount, currency included, and its ISO 4217 code."""

    start: int
    end: int
    code: str


def at(text: str, number: Number, sides: Iterable[str] = ()) -> Money | None:
    """The amount that the number is part of, or None if no currency stands beside it.

    `sides` are the countries concerned (ISO 3166 alpha-3): they decide what rupees, dinars or dollars are meant.
    """
    before = _sign(text[max(0, number.start - _LONGEST_SIGN) : number.start])
    behind = _suffix().match(text, number.end, number.end + _REACH) if _may_be_paid(text, number.end) else None
    if not (before or behind):
        return None
    paid = _paid(sides)
    codes = _from_symbol(before.strip(), number, paid) if before and not _is_initial(before, number) else ()
    named = _from_suffix(behind, number, paid) if behind else None
    if before and codes:
        start = number.start - len(before)
        # "US$5 million dollars", "$5 million (USD)": one currency said twice.
        end = behind.end() if behind and named and (named in codes or "$" in before) else number.end
        # The dollars of "NZ$5 million dollars" are the sign's.
        told = named if named in codes or codes == ("USD",) else None
        code = told if told and end > number.end else _choose(codes, paid)
        return Money(start, end, code)
    return Money(number.start, behind.end(), named) if behind and named else None


def is_name(word: str) -> bool:
    """Whether a word names a currency: "dollars" is no counted noun."""
    return _singular(word) in words.table("currencies")["names"]


def dollars(sides: Iterable[str]) -> tuple[str, ...]:
    """The dollars, as ISO 4217 codes, in which the `sides` (alpha-3) pay, in their order."""
    return tuple(code for code in _paid(sides) if code in words.table("currencies")["names"]["dollar"])


def prefix(text: str, place: int) -> int:
    """Where the currency sign that ends at `place` begins, or `place` if none does."""
    return place - len(_sign(text[max(0, place - _LONGEST_SIGN) : place]))


def _is_initial(lead: str, number: Number) -> bool:
    """Whether a letter before a number is rather the end of a name: "vitamin K 200", but "K200" and "K 2 million"."""
    return len(lead) > 1 and len(lead.strip()) == 1 and lead[0].isascii() and lead[0].isalpha() and number.scale == 1


def _from_symbol(symbol: str, number: Number, paid: tuple[str, ...]) -> tuple[str, ...]:
    """The currencies that a symbol or code may mean; none where it is a word instead."""
    table = words.table("currencies")
    name = collapse(symbol)
    if name in _leading_names():
        return _from_name(name, number, paid)
    if name in _codes():
        counts = name not in table["codes"]["wordlike"] or number.scale > 1 or number.value >= 1000
        return (name,) if counts else ()
    means = _symbols()[name]
    codes = tuple(table["names"].get(means) or table["shared"].get(means) or (means,))
    owned = bool(set(paid).intersection(codes)) and (number.scale > 1 or number.value >= 100)
    large = name in table["guarded"]["of_millions"] and number.scale >= 1_000_000
    free = name not in table["guarded"]["symbols"] or owned or large
    return codes if free else ()


def _from_name(name: str, number: Number, paid: tuple[str, ...]) -> tuple[str, ...]:
    """The currencies that a name before a large number may mean: "Taka 5 billion", "Rupees 12,000", not "Sol 2"."""
    table = words.table("currencies")
    single = _singular(name)
    codes = tuple(table["names"][single])
    guarded = single in table["guarded"]["names"] or single in table["guarded"]["light"]
    large = number.scale > 1 or (number.value >= 1000 and number.end - number.start > 4)  # four digits may be a year
    return codes if large and (not guarded or set(paid).intersection(codes)) else ()


def _from_suffix(match: re.Match[str], number: Number, paid: tuple[str, ...]) -> str | None:
    """The currency that the words behind a number name, or None where they are no currency here."""
    if match["symbol"]:
        codes = _from_symbol(match["symbol"], number, paid)
        return _choose(codes, paid) if codes else None
    codes = tuple(words.table("currencies")["names"][_singular(match["name"])])
    adjective = match["adjective"]
    if adjective and adjective.upper() == "CFA":
        return _choose(("XOF", "XAF"), paid)
    owner = _owner(adjective) if adjective else None
    if owner in codes:
        return owner
    table = words.table("currencies")["guarded"]
    name = _singular(match["name"])
    guarded = name in table["names"] or (number.scale == 1 and name in table["light"])
    return None if adjective or (guarded and not set(paid).intersection(codes)) else _choose(codes, paid)


def _owner(adjective: str) -> str | None:
    """The currency that an adjective means, of a country or of none: "U.S." -> USD, "New Taiwan" -> TWD."""
    several = words.table("currencies")["adjectives"].get(collapse(adjective.title()).replace("Cfa", "CFA"))
    if several:
        return str(several)
    code = countries.code_of("US" if adjective == "us" else adjective)
    country = countries.country(code) if code else None
    return country.currency if country else None


def _choose(codes: tuple[str, ...], paid: tuple[str, ...]) -> str:
    """The first of the currencies if a side pays in it, else that of the first side that pays in one of them.

    Dollars are the world's: all count in them.
    """
    own = [code for code in paid if code in codes]
    return own[0] if own and codes[0] not in ("USD", *own) else codes[0]


def _singular(name: str) -> str:
    table = words.table("currencies")["names"]
    small = name.lower()
    return small if small in table else small.removesuffix("s")


@cache
def _paid_of(sides: tuple[str, ...]) -> tuple[str, ...]:
    """What the sides pay in, or paid in before the euro."""
    former = words.table("currencies")["former"]
    rows = ((countries.country(side), former.get(side)) for side in sides)
    return tuple(code for row, old in rows if row for code in (row.currency, old) if code)


def _paid(sides: Iterable[str]) -> tuple[str, ...]:
    return _paid_of(tuple(sides))


@cache
def _symbols() -> dict[str, str]:
    """What the symbols mean, those among them that are a code before the sign of dollars and pesos: "JMD$", "EC $"."""
    table = words.table("currencies")
    coded = {f"{code}$": code for code in (*table["names"]["dollar"], *table["names"]["peso"])}
    known = {**coded, **table["symbols"]}
    free = (
        sign for sign in known if sign[-1] == "$" and sign[:-1].isalpha() and sign not in table["guarded"]["symbols"]
    )
    return {**{f"{sign[:-1]} $": known[sign] for sign in free if len(sign) > 2}, **known}


@cache
def _codes() -> frozenset[str]:
    own = {row.currency for row in countries.countries().values() if row.currency}
    return frozenset(own).union(words.table("currencies")["codes"]["extra"])


def _may_be_sign(ahead: str) -> bool:
    """Whether the words before a number can end in a sign: most numbers are ruled out by their last letter or word."""
    words_before = ahead.split()
    last = words_before[-1] if words_before else ""
    if not last or last[-1] not in _last_letters():
        return False
    return not last[-1].islower() or not last.isalpha() or last in _last_words()


@cache
def _last_letters() -> frozenset[str]:
    """What the signs end in."""
    return frozenset(sign[-1] for sign in _signs())


@cache
def _last_words() -> frozenset[str]:
    return frozenset(sign.split()[-1] for sign in (*_symbols(), *_leading_names()))


@cache
def _leading_names() -> frozenset[str]:
    """The names that may stand before a number, with a capital: "Taka", "Rupees"."""
    table = words.table("currencies")
    both = {form for name in table["names"] for form in (name.title(), name.title() + "s")}
    return frozenset(both).difference(_symbols())


def _sign(ahead: str) -> str:
    """The longest sign at the end of the words before a number, with the gap behind it; "" where none is."""
    if not _may_be_sign(ahead):
        return ""
    sign = _AT_END.sub("", ahead)
    gap = len(ahead) - len(sign)
    for size in _sizes().get(sign[-1], ()) if gap <= 2 else ():
        if size > len(sign):
            continue
        free = not sign[-size].isspace() and not sign[-size - 1 : -size].isalpha()
        if free and collapse(sign[-size:]) in _signs():
            return ahead[-size - gap :]
    return ""


def _may_be_paid(text: str, place: int) -> bool:
    """Whether what stands behind a number may begin with a currency; cheap, because most numbers count other things."""
    if text[place : place + 1] in _CLOSES:
        return False
    following = _NEXT.match(text, place)
    if following is None:
        return False
    first = following[1]
    if first in _beginnings() or not first.isalpha() or (first.islower() and first not in _BEFORE_NAME):
        return first in _beginnings()
    # An adjective at most: "Canadian dollars", "of US dollars".
    return not _beginnings().isdisjoint(_WORD.findall(text, place, place + _REACH))


@cache
def _beginnings() -> frozenset[str]:
    """The first word, or the first mark, of all that stands for a currency behind a number."""
    return frozenset(match[1] for form in (*_signs_behind(), *_names_behind()) if (match := _NEXT.match(form)))


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """How long the signs are that end in a letter or mark, longest first."""
    ends = {sign[-1] for sign in _signs()}
    return {end: tuple(sorted({len(sign) for sign in _signs() if sign[-1] == end}, reverse=True)) for end in ends}


@cache
def _signs() -> frozenset[str]:
    return frozenset([*_symbols(), *_codes(), *_leading_names()])


@cache
def _signs_behind() -> tuple[str, ...]:
    """The symbols and codes that may stand behind a number."""
    front = words.table("currencies")["guarded"]["front"]
    led = (sign for sign in _symbols() if sign not in front and (sign == "$" or not sign.endswith("$")))
    return *led, *_codes()


@cache
def _names_behind() -> tuple[str, ...]:
    """The names that may stand behind a number, in every case and both numbers."""
    names = words.table("currencies")["names"]
    singular = [case(name) for name in names for case in (str.lower, str.title, str.upper)]
    return *singular, *(name + ("S" if name.isupper() else "s") for name in singular)


@cache
def _suffix() -> re.Pattern[str]:
    signs, names = words.alternation(_signs_behind()), words.alternation(_names_behind())
    return re.compile(rf"(?:{_GAP}|-){{0,2}}(?:of{_GAP})?(?:(?P<symbol>{signs})(?!\w)|{_ADJECTIVE}(?P<name>{names})\b)")
