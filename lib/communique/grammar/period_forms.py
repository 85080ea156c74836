"""The forms that periods have in news, as one pattern: years, fiscal and running years, parts of years, stretches."""

import re
from functools import cache

from communique import words
from communique.grammar import concordance, dates
from communique.grammar.concordance import Opened

YEAR = r"(?:19|20)\d\d(?![^\W_])"
_SPAN = rf"{YEAR}(?:\s?[-–/]\s?{YEAR}|[-–/]\d\d(?![^\W_]))?"
_RELATIVE = (
    r"(?:last|this|next|current|coming|past|previous|ongoing)\s+(?:(?<!previous\s)(?<!ongoing\s)(?:calendar\s+|fiscal\s+|financial\s+)?year\b"
    r"|fiscal\b(?!\s+(?:year|quarter|half|month|[a-z]*deficit|policy|space|stimulus|measures|package|support|reform)))"
)
_OF_YEAR = (
    rf"(?:(?:,?\s+(?:of\s+|in\s+)?(?:the\s+)?|(?<=[QH][1-4])|(?<=[1-4][QH]))(?P<{{}}>(?:(?:FY|fiscal(?:\s+year)?|financial\s+year)\s?)?{_SPAN}"
    r"|FY\s?['’]?\d\d(?:[-/]\d\d)?(?!\d)"
    rf"|{_RELATIVE}|year\b))?"
)
_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|several|few)"
)

# "first half", "Q1", "1H", "9M".
_PART = (
    rf"(?:first|second|third|fourth|last|opening)[\s-](?:half|quarter|{_COUNT}\s+quarters|(?:{_COUNT}\s+)?months?)"
    rf"|[QH][1-4](?:\s?[-–]\s?[QH]?[1-4](?!\d))?|{_COUNT}\s+months(?=\s+of\s)|\d{{1,2}}M(?=\s+(?:19|20)\d\d)|(?:[12]H|[1-4]Q)(?=\s?(?:19|20)\d\d)"
)

# Which form is tried before which.
_ORDER = (
    "running",
    "alike",
    "fiscal",
    "part",
    "stretch",
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


@cache
def pattern() -> Opened:
    """All forms in one pattern; the group that names the form is the outermost, so that it is the last to close."""
    months = [name for name in dates.months() for name in (name.title(), name.upper())]
    month = f"(?-i:{words.alternation(months)})"
    forms = {**_years(month), **_parts(month), **_lengths()}
    joined = "|".join(f"(?P<{name}>{forms[name]})" for name in _ORDER)
    joined_forms = rf"(?<![\w.,$€£-]){_begins(month)}(?:{joined})(?![\d%])"
    table = words.table("figures")["periods"]
    begin = " ".join(table[name] for name in ("begin", "leads", "counts")).split()
    openings = concordance.openings([*begin, *dates.months(), "q", "h", "fy"]) | {concordance.DIGITS}
    return Opened(re.compile(joined_forms, re.IGNORECASE), openings)


def _begins(month: str) -> str:
    """What every form begins with: most places are ruled out by their first words, before fifteen forms are tried."""
    table = words.table("figures")["periods"]
    begin, leads, led, counts = (words.alternation(table[name].split()) for name in ("begin", "leads", "led", "counts"))
    counted = r"\s+(?:month|quarter|year|decade)"
    digits = rf"(?:19|20)\d\d|\d{{1,3}}(?:[MHQ]|{counted}|(?:st|nd|rd|th)?\s+{month})"
    return (
        rf"(?={digits}|{counts}{counted}|{leads}\s+(?:the\s+)?(?:\d|{month}|(?:{led}|{counts})\b)"
        rf"|(?:{begin}|{month})\b|Q[1-4]|H[12]|FY)"
    )


def count(word: str | None) -> int:
    """The number that a word of a period counts ("three", "12", "a"); 0 without one and for "several"."""
    if word is None:
        return 0
    if word.isdigit():
        return int(word)
    units: dict[str, int] = words.table("numbers")["units"]
    return 1 if word.lower() in ("a", "an") else units.get(word.lower(), 0)


def _years(month: str) -> dict[str, str]:
    """Whole years and what is counted from them."""
    start = rf"(?:the\s+)?(?:start|beginning)\s+of\s+(?:the\s+year|{YEAR})"
    before = r"(?:previous|preceding|prior)\s+year|(?:an?\s+)?year\s+(?:earlier|before)"
    until = r"(?:by|until|till|before)\s+(?:the\s+end\s+of\s+|end-)?(?:the\s+year\s+)?|(?:end|mid)-"
    end = r"(?:by|at|until)\s+(?:the\s+)?end\s+of\s+(?:the\s+)?"
    return {
        "fiscal": rf"(?:FY[\s-]?|(?:fiscal(?:\s+year)?|financial\s+year)[\s-])['’]?(?:{_SPAN}|\d\d(?:[-/]\d\d)?(?!\d))"
        rf"|(?:[12]H|[1-4]Q|9M|[QH][1-4])['’]?\d\d(?![\d%])"
        rf"|{_SPAN}\s+(?:(?:fiscal|financial|marketing|agricultural|crop)\s+(?:year|season)|season)\b",
        "alike": rf"(?:same|corresponding|similar|comparable)\s+period\b(?:,?\s+(?:of\s+|in\s+|a\s+)?(?:the\s+)?"
        rf"(?:(?P<alike_year>{YEAR}|last\s+year\b)|(?P<alike_before>{before})))?"
        rf"|(?<=\bthis\s|\bthat\s)period\b|(?<=\breporting\s)period\b|period\s+under\s+review\b|(?<=\bthese\s|\bthose\s)(?:{_COUNT}\s+)?(?:months|years)\b",
        "between": rf"(?:between|from)\s+(?P<first_year>{YEAR})\s+(?:and|to|through|until)\s+"
        rf"(?:(?P<last_part>(?:the\s+)?(?:{_PART}|{month}))\s+(?:of\s+)?)?(?P<last_year>{YEAR})",
        "since": rf"since\s+(?:(?:the\s+year\s+)?(?P<since_year>{YEAR})|{start}|independence|then)",
        "back": rf"(?P<ago_count>{_COUNT})\s+(?:years?\s+(?:earlier|before|(?P<ago>ago))|(?P<decades>decades?\s+ago))"
        r"|(?:previous|preceding|prior|same)\s+year|year\s+before",
        "relative": rf"(?:{end}|(?:over|during)\s+(?:the\s+)?)?"
        rf"(?P<relative_year>{_RELATIVE}|(?<=end\sof\sthe\s)year\b)",
        "decade": r"(?:(?:early|mid|late)[\s-])?(?:19|20)\d0s",
        "span": rf"(?:{until})?(?P<years>{_SPAN})",
    }


def _parts(month: str) -> dict[str, str]:
    """Months and other parts of a year."""
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    no_day = rf"(?!\.?\s+\d|\s?[-–]|\s+(?:to|through|and)\s+{month})"
    part = r"(?:the\s+end\s+of\s+|(?:end|mid)-|(?:late|early)\s+)?"
    ends = rf"(?:to|through|until|till|up\s+to|end(?:ed|ing)(?:\s+in)?)\s+{part}"
    run = rf"(?:{_COUNT}\s+months|(?:fiscal\s+|financial\s+)?year)"
    return {
        "running": rf"(?P<running_name>{run}\s+{ends}(?:\d{{1,2}}\s+)?"
        rf"(?P<running_month>{month})\b(?:\.(?=\s+\d))?(?:\s+\d{{1,2}}(?!\d))?)"
        rf"(?:,?\s+(?:of\s+)?(?P<running_year>{YEAR}|{_RELATIVE}))?"
        rf"|{_COUNT}\s+quarters\s+to\s+(?:the\s+)?end\s+of\s+Q[1-4]\s+{YEAR}",
        "part": rf"(?P<part_name>{_PART}){_OF_YEAR.format('part_year')}",
        "stretch": rf"(?P<stretch_name>{month}\s+{YEAR}\s?(?:[-–]|to|through|until|till)\s?{month})"
        rf"\s+(?P<stretch_year>{YEAR}|{_RELATIVE})"
        rf"|between\s+(?P<stretch_from>{month}\s+{YEAR})\s+and\s+(?P<stretch_to>{month}\s+{YEAR})",
        "months": rf"(?:between\s+(?P<months_first>{month})\s+and\s+(?P<months_last>{month})"
        rf"|(?P<months_name>{month}\s?(?:[-–]|to|through|and)\s?{month}))(?:\s+period)?"
        rf"{_OF_YEAR.format('months_year')}",
        "month_year": rf"(?:{day}\s+)?{month}[.,]?\s+(?:{day},?\s+|of\s+)?{YEAR}",
        "month": rf"(?P<month_lead>in|by|until|last|next|this|since|at(?=\s+the\s|\s+end\b)|as\s+of)\s+"
        rf"(?:(?:early|late|mid)[\s-]|(?:the\s+)?(?P<month_part>(?:end|start|beginning|middle)\s+of\s+|end-))?"
        rf"(?P<month_name>{month})\b(?:(?:\s+of)?\s+(?P<month_of>(?:last|this|next)\s+year)\b|{no_day})",
    }


def _lengths() -> dict[str, str]:
    """Stretches of time: "over the past 20 years", "within five years"."""
    lead = r"(?:(?:over|in|during|within|for)\s+(?:the\s+)?)?"
    which = r"(?:past|last|next|coming|previous|following|recent)"
    whole = r"(?:over|in|during)\s+(?:the|a)\s+(?:decade|century)\b"
    count = rf"{_COUNT}(?:(?:\s?[-–]\s?|\s+(?:to|or)\s+){_COUNT})?"
    plain = rf"(?:over|within|in|for)\s+(?:a\s+period\s+of\s+)?{count}\s+(?:years?|decades?|months?)\b"
    return {
        "length": rf"{lead}{which}\s+(?:{count}\s+)?(?:years|decades?|months)\b|(?:last|this|next)\s+season\b"
        rf"|{plain}(?!\s+(?:earlier|ago|before|of\s))|{whole}"
    }
