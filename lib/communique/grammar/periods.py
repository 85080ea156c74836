"""The time a figure speaks of: years, fiscal years, parts of years, "last year", "over the past 20 years"."""

import re
from functools import cache
from typing import NamedTuple

from communique import words
from communique.grammar import dates, period_forms, period_labels

# What a year is compared with is no time of the figure's own: "8 percent above 2020", "than in the previous year".
_BASE = re.compile(
    r"\b(?:compared\s+(?:with|to)|comparison\s+(?:with|to)|than(?:\s+in)?|against|relative\s+to|relation\s+to|versus"
    r"|vs\.?|times(?=\s+(?:the|that|those)\s)|again\s+as|as\s+(?:much|many|large|high)\s+as|(?:what|the\s+(?:amount|number|volume|level))\s+(?:it|they)\s+\w+"
    r"|(?:jump|rise|increase|gain|drop|decline|fall|decrease|surge)\s+(?:over|on|from)|(?P<plain>above|below|over|on|from))"
    r"\s+(?:(?:that|those|levels?|the\s+(?:levels?|figures?|amounts?|volumes?|totals?|size|index|indicators?|results?|values?)|the\s+(?:(?:same|corresponding|similar|analogous)\s+)?period)\s+(?:of|in|for)\s+(?:the\s+)?"
    r"|in\s+(?:[a-z]+-[a-z]+\s+)?|the\s+(?:(?:year|end)\s+(?:of\s+)?)?)?\Z",
    re.IGNORECASE,
)
# "up 8 percent over last year", but "over the last year"
_OVER = re.compile(r"over\s+last\s", re.IGNORECASE)
# "up 12% from the same period of 2023", but "in the same period of 2023 exports fell".
_THEN = re.compile(r"\b(?:in|during|for|throughout)\s+(?:the\s+|a\s+)?\Z", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:earlier|before|previous|preceding|prior)\b", re.IGNORECASE)
# "Baku, 6 December 2023 – The two …": when it was written.
_DATELINE = re.compile(r"\s?\([A-Z][^()\n]{1,30}\)(?:\s?[–—:-]|\s*(?=[A-Z“\"]))|\s?[–—:]\s|\s--?\s")
_IN = re.compile(r"\b(?:in|of|by|since|until|for|during|from|to|through)\s+\Z", re.IGNORECASE)
# "on Thursday, August 2, 2018 disclosed that": when it was said.
_SAID = re.compile(
    r"\s+(?:[A-Z]\w+\s+)?(?:said|says|told|announced|disclosed|stated|revealed|reported|noted|confirmed|declared|signed|met|held|received)\b"
)
_DAY = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]+|[A-Za-z]+\.?\s+\d{1,2}(?:st|nd|rd|th)?),?\s+\d{4}\Z")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
# Before a date so near to its sentence's start no figure stands.
_SOON = 40
# "since the bank's founding in 2009": from that year on.
_STARTED = re.compile(
    r"\bsince\s+(?:[\w'’-]+\s+){1,4}?(?:establishment|creation|launch|start|founding|opening|visit|entry|accession)\b[^.;,]{0,40}\sin\s+\Z"
)
# "When the country joined in 2001, trade was …": the time of what is said.
_WHEN = re.compile(r"(?:When|As|After)\s[^,;:]*\Z")
# "Vision 2030", "Expo 2025": a name, unless the capital only begins the sentence.
_NAME = re.compile(r"\b([A-Z][\w’'-]*)[\s-]\Z")
# "the first in ten years": how long ago, not when.
_AFTER_LONG = re.compile(
    r"\b(?:(?:first|time|visit|first\s+\w+)|(?P<best>best|worst|highest|lowest|largest|biggest|fastest|slowest|strongest|weakest"
    r"|steepest|sharpest)(?:\s+(?!(?:partner|investor|supplier|market|buyer|donor|source|destination|customer|exporter|importer)s?\b)\w+){0,4})"
    r"\s+\Z",
    re.IGNORECASE,
)
# "in its first 12 months": no part of a year
_OWN = re.compile(r"\b(?:its|their|his|her)\s+\Z", re.IGNORECASE)
# "in force since 2008", "founded in 1991", "the agreement of 2001": when something else began.
_BEGAN = re.compile(
    r"\b(?:in(?:to)?\s+(?:force|effect|operation)|t(?:ook|akes?)\s+effect|founded|established|set\s+up|created|born|built|opened|inaugurated|independent|elected"
    r"|ratified|initial(?:l)?ed|joined(?:\s+\w+){0,3}|(?:agreement|treaty|accord|pact|convention|protocol|memorandum|declaration)"
    r"(?=\s+(?:of|from|dating)\s))\s*(?:(?:back\s+)?(?:in|on|of|from|dating\s+from)\s+)?\Z",
    re.IGNORECASE,
)
# "the 1998 agreement": its name.
_OF_PAPER = re.compile(
    r"(?:['’]s)?\s+(?:[a-z-]+\s+){0,3}?(?:agreements?|treat(?:y|ies)|accords?|pacts?|conventions?|protocols?|memorand(?:um|a)|declarations?|constitution"
    r"|charter|law|war|crisis|earthquake|revolution|uprising|elections?|olympics|games|summit|visit)\b"
)
# "ten times the 2022 figure".
_LEVEL = re.compile(r"\s+(?:figures?|levels?|totals?|amount|volumes?|results?|peak|record)\b")
_DETERMINED = re.compile(r"\b(?:the|an?|its|their|our|this|that|['’]s|landmark|original|earlier)\s+\Z", re.IGNORECASE)
# "In 2023 it reached $5 billion in the first 11 months of the year"
_OF_THE_YEAR = re.compile(r"\S\s+of\s+the\s+year\Z", re.IGNORECASE)
_OTHERWISE = frozenset({"span", "since", "month_year", "month"})
# "repayable over 20 years", "at 1.5% over 20 years": how long a loan runs.
_LOAN = re.compile(r"\b(?:loan|credit)s?\b[^.;]{0,40}\Z")
_PLAIN = re.compile(r"(?:over|for)\s+(?:\d|[a-z]+\s+years?\b)")
_TERM = re.compile(
    r"\b(?:(?:repa[iy]|payable|matur|tenor|amorti[sz]|valid|run|runs|operat|leas|lasts?|stay|manag)\w*\b[^.;]{0,20}|at\s+[\d.]+\s?(?:%|per\s?cent)\s+(?:interest\s+)?)\Z"
)


class Period(NamedTuple):
    """A period in a text.

    `label` is the year, or the words with their year put in; `year` its last year where known. `kind` is "time"; "back"
    for "a year earlier" and "alike" for "the same period (of 2023)", which count from the period spoken of before, see
    `seen_from`; "base" for what another figure is compared with.
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
    found: list[Period] = []
    for match in period_forms.pattern().finditer(text, start, end):
        form = match.lastgroup or ""
        label, year, future = period_labels.READERS[form](match, now, date)
        before = text[max(start, match.start() - 48) : match.start()]
        if form == "span" and _STARTED.search(text, max(start, match.start() - 90), match.start()):
            label = f"since {label}"
        if found and year == now and _OF_THE_YEAR.search(match.group()):
            label, year = _year_spoken_of(label, year, found)
        kind = "base" if _is_base(text, match, before) else _kind(form, year)
        if _is_other(text, match, start, before) or (form == "length" and _is_term(match.group(), before)):
            continue
        if (date and _is_today(text, match, date, before)) or _ISO.match(text, match.start()):
            continue
        name = _NAME.search(before) if form == "span" and match.group()[0].isdigit() else None
        if name is None or name[1].lower() in _leading():
            found.append(Period(match.start(), match.end(), label, year, kind, future))
    return found


def _year_spoken_of(label: str, year: int | None, found: list[Period]) -> tuple[str, int | None]:
    """The label and year of a part "of the year", put into the year that the sentence names before."""
    named = next((period for period in reversed(found) if period.label.isdigit() and period.kind == "time"), None)
    return (label.replace(str(year), named.label), named.year) if named else (label, year)


def _kind(form: str, year: int | None) -> str:
    return form if form == "alike" else "back" if form == "back" and year is None else "time"


def _is_base(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a period is what a figure is compared with: "8 percent above 2020", "ten times the 2022 figure"."""
    base, form = _BASE.search(before), match.lastgroup
    if form == "alike":
        if match["alike_year"] or match["alike_before"]:
            return base is not None or _THEN.search(before) is None
        return base is not None and (base["plain"] or "").lower() != "over"
    if base and form == "span" and (base["plain"] or "").lower() == "over" and _is_long(match.group()):
        return False
    if form == "relative" and _OVER.match(match.group()):
        return True
    if base:
        short = form == "part" and match.group()[0] in "HhQq"  # "8 percent over H1 2022", but "over the first half"
        return form in ("span", "relative", "back") or base["plain"] is None or short
    return form == "span" and bool(_LEVEL.match(text, match.end()) and _DETERMINED.search(before))


def _is_long(years: str) -> bool:
    """Whether a span is of more years than a fiscal one has: "over 2024-2027", but "8 percent over 2021-22"."""
    ends = re.findall(period_forms.YEAR, years)
    return len(ends) == 2 and int(ends[1]) - int(ends[0]) > 1


def _is_other(text: str, match: re.Match[str], start: int, before: str) -> bool:
    """Whether words in the form of a period are none: how long ago, when something else began, a dateline."""
    form = match.lastgroup
    if form == "part" and match["part_year"] is None and _OWN.search(before):
        return True
    long = _AFTER_LONG.search(before) if form in ("length", "since") else None
    if long and (form == "length" or long["best"]):
        return True
    dated = form == "month_year" and match.start() - start < _SOON and not _IN.search(before)
    if dated and _DATELINE.match(text, match.end()):
        return True
    if form == "month_year" and _DAY.match(match.group()) and _SAID.match(text, match.end(), match.end() + 40):
        return True
    if form not in _OTHERWISE or not _is_event(text, match, before):
        return False
    fronted = text.startswith(",", match.end()) and _WHEN.match(text, start, match.start())
    return not (form == "span" and fronted)


def _is_today(text: str, match: re.Match[str], date: str, before: str) -> bool:
    """Whether a whole date is that of the article: when it was written, no time of its figures."""
    if match.lastgroup != "month_year" or _DAY.match(match.group()) is None or _IN.search(before):
        return False
    return any(day.iso == date for day in dates.find(text, *match.span()))


def _is_term(length: str, before: str) -> bool:
    """Whether a stretch of time is how long a loan runs: "repayable over 20 years"."""
    if _TERM.search(before):
        return True
    return _LOAN.search(before) is not None and _PLAIN.match(length) is not None


def _is_event(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a date says when something else began or names a paper: "in force since 2008", "the 1998 agreement"."""
    paper = (
        match.group().isdigit() and _DETERMINED.search(before) and _OF_PAPER.match(text, match.end(), match.end() + 60)
    )
    return bool(paper or _BEGAN.search(before))


def previous(label: str) -> str | None:
    """The label of the period one year before: "fiscal 2023" -> "fiscal 2022", "FY 2023-24" -> "FY 2022-23"."""
    numbers = re.findall(r"\d+", label)
    if not numbers or not re.search(period_forms.YEAR, label):
        return None
    return re.sub(r"\d{4}|(?<=-)\d\d\b", lambda match: f"{int(match.group()) - 1:0{len(match.group())}d}", label)


def seen_from(period: Period, spoken: str | None) -> str:
    """The label of a period that counts from the one spoken of before; its own where none was."""
    if spoken is None:
        return period.label
    if period.kind == "back" and "same" in period.label.lower():
        return spoken
    if period.kind == "back" or _EARLIER.search(period.label):
        return previous(spoken) or period.label
    years = re.findall(period_forms.YEAR, spoken)
    if period.year is None or len(years) != 1:
        return spoken if period.year is None else period.label
    # "the same period last year" beside figures of last year is the year before.
    before = previous(spoken) if int(years[0]) - 1 <= period.year <= int(years[0]) else None
    return before or re.sub(rf"{years[0]}(?:-\d\d\b)?", str(period.year), spoken)


@cache
def _leading() -> frozenset[str]:
    """Words that may stand with a capital before a year without making it a name."""
    return frozenset([*words.table("figures")["periods"]["leading"].split(), *dates.months()])
