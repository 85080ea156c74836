"""The time a figure speaks of: years, fiscal years, parts of years, "last year", "over the past 20 years"."""

import re
from functools import cache
from typing import NamedTuple

from communique import words
from communique.grammar import concordance, dates
from communique.grammar.concordance import Opened

_YEAR = r"(?:19|20)\d\d(?![^\W_])"
_SPAN = rf"{_YEAR}(?:\s?[-–/]\s?(?:{_YEAR}|\d\d(?![^\W_])))?"
_RELATIVE = r"(?:last|this|next|current|coming|past)\s+(?:calendar\s+|fiscal\s+|financial\s+)?year\b"
_OF_YEAR = rf"(?:,?\s+(?:of\s+|in\s+)?(?:the\s+)?(?P<{{}}>{_YEAR}|{_RELATIVE}|year\b))?"
_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|several|few)"
)
# What a year is compared with is no time of the figure's own: "8 percent above 2020", "than in the previous year".
_BASE = re.compile(
    r"\b(?:compared\s+(?:with|to)|comparison\s+(?:with|to)|than(?:\s+in)?|against|relative\s+to|relation\s+to|versus"
    r"|vs\.?|(?P<plain>above|below|over|on|from))"
    r"\s+(?:(?:that|those|levels?|the\s+(?:levels?|figures?)|the\s+(?:same|corresponding)\s+period)\s+(?:of|in|for)\s+"
    r"|the\s+(?:same|corresponding)\s+period\s+|in\s+|the\s+(?:(?:year|end)\s+(?:of\s+)?)?)?\Z",
    re.IGNORECASE,
)
# "Vision 2030", "Expo 2025": a name, unless the capital only begins the sentence.
_NAME = re.compile(r"\b([A-Z][\w’'-]*)[\s-]\Z")
# "the first in ten years": how long ago, not when.
_AFTER_LONG = re.compile(r"\b(?:first|time|visit|first\s+\w+)\s+\Z", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:by|until|till|before|next|coming|following)\b", re.IGNORECASE)


class Period(NamedTuple):
    """A period in a text.

    `label` is the year, or the words with their year put in; `year` its last year where known. `kind` is "time"; "back"
    for "a year earlier", which counts from the year spoken of before; "base" for what another figure is compared with.
    """

    start: int
    end: int
    label: str
    year: int | None
    kind: str
    future: bool


def find(text: str, start: int, end: int, date: str | None) -> list[Period]:
    """The periods between two offsets; relative ones are resolved against `date` (ISO), else stay as printed.

    >>> [period.label for period in find("rose last year and in the first half of 2025", 0, 44, "2025-07-01")]
    ['2024', 'first half of 2025']
    """
    now = int(date[:4]) if date else None
    found = []
    for match in _pattern().finditer(text, start, end):
        form = match.lastgroup or ""
        label, year, future = _READERS[form](match, now, date)
        kind = "back" if form == "back" and year is None else "time"
        before = text[max(start, match.start() - 48) : match.start()]
        base = _BASE.search(before)
        if base and (form in ("span", "relative", "back") or base["plain"] is None):
            kind = "base"
        if form == "length" and _AFTER_LONG.search(before):
            continue
        name = _NAME.search(before) if form == "span" and match.group()[0].isdigit() else None
        if name is None or name[1].lower() in _leading():
            found.append(Period(match.start(), match.end(), label, year, kind, future))
    return found


def back(years: int) -> str:
    """The label of the year before a year."""
    return str(years - 1)


def previous(label: str) -> str | None:
    """The label of the period one year before: "fiscal 2023" -> "fiscal 2022", "FY 2023-24" -> "FY 2022-23"."""
    numbers = re.findall(r"\d+", label)
    if not numbers or not re.search(_YEAR, label):
        return None
    return re.sub(r"\d{4}|(?<=-)\d\d\b", lambda match: f"{int(match.group()) - 1:0{len(match.group())}d}", label)


def _fixed(label: str, future: bool = False) -> tuple[str, int | None, bool]:
    years = re.findall(_YEAR, label)
    return " ".join(label.split()), int(years[-1]) if years else None, future


def _span(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    label, year, _ = _fixed(match["years"])
    future = bool(_FUTURE.match(match.group()))
    if now is not None and year is not None:
        future = year > now or (future and year == now)
    return label, year, future


def _since(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    return _fixed(match.group().lower() if match["since_year"] else match.group())


def _whole(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    return _fixed(match.group())


def _between(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    return _fixed(f"{match['first_year']}-{match['last_year']}")


def _relative_year(phrase: str, now: int | None) -> str:
    """The year that "last year" or "the year" means, or the words where the article has no date."""
    if now is None or re.fullmatch(_YEAR, phrase):
        return phrase
    small = phrase.lower()
    if "past" in small:
        return f"{now - 1}-{now}"
    return str(now + (1 if "next" in small or "coming" in small else -1 if "last" in small else 0))


def _relative(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    phrase = match["relative_year"]
    label = _relative_year(phrase, now)
    return *_fixed(label)[:2], bool(_FUTURE.search(match.group()))


def _back(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    """Counted from the article where it says "ago", else left to whoever knows the year spoken of."""
    if now is not None and match["ago"]:
        years = _small(match["ago_count"])
        return *_fixed(str(now - years) if years else match.group())[:2], False
    return *_fixed(match.group())[:2], False


def _part(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    """A part of a year, with the year put in: "first half of this year" -> "first half of 2025"."""
    phrase = match["part_year"]
    year = _relative_year(phrase, now) if phrase else (str(now) if now else "")
    return _fixed(f"{match['part_name']} of {year}" if year else match["part_name"])


def _months(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    phrase = match["months_year"]
    year = _relative_year(phrase, now) if phrase else (str(now) if now else "")
    return _fixed(f"{match['months_name']} {year}")


def _month(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    """A month without its year: the last such month before the article, or the next one for "by" and "next"."""
    name, lead = match["month_name"], match["month_lead"].lower()
    future = lead in ("by", "until", "next")
    if date is None or now is None:
        return name, None, future
    here, there = int(date[5:7]), dates.months()[name.lower().rstrip(".")]
    if future:
        year = now if there >= here else now + 1
    else:
        year = now - 1 if there > here or (lead == "last" and there == here) else now
    return *_fixed(f"{name} {year}")[:2], future


def _length(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    """A stretch of time, as printed without its preposition: "past 20 years", "two decades"."""
    label = re.sub(r"^(?:over|in|during|within|for)\s+", "", " ".join(match.group().split()), flags=re.IGNORECASE)
    label = re.sub(r"^the\s+", "", label, flags=re.IGNORECASE)
    return label, None, bool(_FUTURE.search(match.group()))


def _small(word: str | None) -> int:
    if word is None:
        return 0
    if word.isdigit():
        return int(word)
    units: dict[str, int] = words.table("numbers")["units"]
    return 1 if word.lower() in ("a", "an") else units.get(word.lower(), 0)


_READERS = {
    "fiscal": _whole,
    "part": _part,
    "months": _months,
    "month_year": _whole,
    "between": _between,
    "since": _since,
    "length": _length,
    "relative": _relative,
    "back": _back,
    "span": _span,
    "decade": _whole,
    "month": _month,
}


@cache
def _leading() -> frozenset[str]:
    """Words that may stand with a capital before a year without making it a name."""
    return frozenset([*words.table("figures")["periods"]["leading"].split(), *dates.months()])


@cache
def _pattern() -> Opened:
    """All forms in one pattern; the group that names the form is the outermost, so that it is the last to close."""
    months = [name for name in dates.months() for name in (name.title(), name.upper())]
    month = f"(?-i:{words.alternation(months)})"
    forms = {**_years(), **_parts(month), **_lengths()}
    order = (
        "fiscal",
        "part",
        "months",
        "month_year",
        "between",
        "since",
        "length",
        "back",
        "relative",
        "decade",
        "span",
        "month",
    )
    joined = "|".join(f"(?P<{name}>{forms[name]})" for name in order)
    # Only these words begin a form.
    begin = [*words.table("figures")["periods"]["begin"].split(), *dates.months()]
    pattern = rf"(?<![\w.,$€£-])(?=\d|Q[1-4]|H[12]|FY|{words.alternation(begin)}\b)(?:{joined})(?![\d%])"
    openings = concordance.openings([*begin, "q", "h", "fy"]) | {concordance.DIGITS}
    return Opened(re.compile(pattern, re.IGNORECASE), openings)


def _years() -> dict[str, str]:
    """Whole years and what is counted from them."""
    start = rf"(?:the\s+)?(?:start|beginning)\s+of\s+(?:the\s+year|{_YEAR})"
    until = r"(?:by|until|till|before)\s+(?:the\s+end\s+of\s+|end-)?(?:the\s+year\s+)?"
    end = r"(?:by|at|until)\s+(?:the\s+)?end\s+of\s+(?:the\s+)?"
    return {
        "fiscal": rf"(?:FY|fiscal(?:\s+year)?|financial\s+year)[\s-]?['’]?(?:{_SPAN}|\d\d(?:[-/]\d\d)?(?!\d))",
        "between": rf"(?:between|from)\s+(?P<first_year>{_YEAR})\s+(?:and|to|through|until)\s+(?P<last_year>{_YEAR})",
        "since": rf"since\s+(?:(?P<since_year>{_YEAR})|{start}|independence|then)",
        "back": rf"(?P<ago_count>{_COUNT})\s+years?\s+(?:earlier|before|(?P<ago>ago))"
        r"|(?:previous|preceding|prior|same)\s+year|year\s+before",
        "relative": rf"(?:{end}|(?:over|during)\s+(?:the\s+)?)?"
        rf"(?P<relative_year>{_RELATIVE}|(?<=end\sof\sthe\s)year\b)",
        "decade": r"(?:(?:early|mid|late)[\s-])?(?:19|20)\d0s",
        "span": rf"(?:{until})?(?P<years>{_SPAN})",
    }


def _parts(month: str) -> dict[str, str]:
    """Months and other parts of a year."""
    part = (
        rf"(?:first|second|third|fourth|last|opening)\s+(?:half|quarter|(?:{_COUNT}\s+)?months?)"
        rf"|[QH][1-4]|{_COUNT}\s+months(?=\s+of\s)"
    )
    no_day = rf"(?!\.?\s+\d|\s?[-–]|\s+(?:to|through|and)\s+{month})"
    return {
        "part": rf"(?P<part_name>{part}){_OF_YEAR.format('part_year')}",
        "months": rf"(?P<months_name>{month}\s?(?:[-–]|to|through|and)\s?{month}){_OF_YEAR.format('months_year')}",
        "month_year": rf"(?:\d{{1,2}}\s+)?{month}\.?\s+(?:\d{{1,2}},?\s+|of\s+)?{_YEAR}",
        "month": rf"(?P<month_lead>in|by|until|last|next|this|since)\s+(?:(?:early|late|mid)[\s-])?"
        rf"(?P<month_name>{month})\b{no_day}",
    }


def _lengths() -> dict[str, str]:
    """Stretches of time: "over the past 20 years", "within five years"."""
    lead = r"(?:(?:over|in|during|within|for)\s+(?:the\s+)?)?"
    which = r"(?:past|last|next|coming|previous|following|recent)"
    plain = rf"(?:over|within|in|for)\s+(?:a\s+period\s+of\s+)?{_COUNT}\s+(?:years?|decades?|months?)\b"
    return {
        "length": rf"{lead}{which}\s+(?:{_COUNT}\s+)?(?:years|decades?|months)\b"
        rf"|{plain}(?!\s+(?:earlier|ago|before|of\s))"
    }
