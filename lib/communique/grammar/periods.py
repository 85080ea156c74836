"""The time a figure speaks of: years, fiscal years, parts of years, "last year", "over the past 20 years"."""

import re
from functools import cache
from typing import NamedTuple

from communique import words
from communique.grammar import dates, period_forms

# What a year is compared with is no time of the figure's own: "8 percent above 2020", "than in the previous year".
_BASE = re.compile(
    r"\b(?:compared\s+(?:with|to)|comparison\s+(?:with|to)|than(?:\s+in)?|against|relative\s+to|relation\s+to|versus"
    r"|vs\.?|times(?=\s+the\s)|again\s+as|as\s+(?:much|many|large|high)\s+as|(?P<plain>above|below|over|on|from))"
    r"\s+(?:(?:that|those|levels?|the\s+(?:levels?|figures?|amounts?|volumes?|totals?|size)|the\s+(?:same|corresponding)\s+period)\s+(?:of|in|for)\s+(?:the\s+)?"
    r"|in\s+|the\s+(?:(?:year|end)\s+(?:of\s+)?)?)?\Z",
    re.IGNORECASE,
)
# "up 12% from the same period of 2023", but "in the same period of 2023 exports fell".
_THEN = re.compile(r"\b(?:in|during|for|throughout)\s+(?:the\s+|a\s+)?\Z", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:earlier|before|previous|preceding|prior)\b", re.IGNORECASE)
# "Baku, 6 December 2023 – The two …": when it was written.
_DATELINE = re.compile(r"\s?\([A-Z][^()\n]{1,30}\)(?:\s?[–—:-]|\s*(?=[A-Z“\"]))|\s?[–—:]\s|\s--?\s")
_IN = re.compile(r"\b(?:in|of|by|since|until|for|during|from|to|through)\s+\Z", re.IGNORECASE)
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
    r"|steepest|sharpest)(?:\s+\w+){0,4})\s+\Z",
    re.IGNORECASE,
)
# "in force since 2008", "founded in 1991", "the agreement of 2001": when something else began.
_BEGAN = re.compile(
    r"\b(?:in(?:to)?\s+(?:force|effect|operation)|founded|established|set\s+up|created|born|built|opened|inaugurated|independent|elected"
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
_WILL = re.compile(r"\bwill\s+(?:[^.;:]|\.(?=\d))*\Z")
# "had carried five million tons by the end of May": no goal.
_HAD = re.compile(
    r"\b(?:had|has|have|was|were|stood|came|amounted|reached|totall?ed)\s(?!(?:to|expected|planned|due)\b)"
    r"(?:[^.;:]|\.(?=\d))*\Z"
)
_OTHERWISE = frozenset({"span", "since", "month_year", "month"})
# "repayable over 20 years", "at 1.5% over 20 years": how long a loan runs.
_TERM = re.compile(
    r"\b(?:(?:repa[iy]|payable|matur|tenor|amorti[sz]|valid|run|runs|operat|leas|lasts?|stay|manag)\w*\b[^.;]{0,20}|at\s+[\d.]+\s?(?:%|per\s?cent)\s+(?:interest\s+)?)\Z"
)
_FUTURE = re.compile(r"\b(?:by|until|till|before|next|coming|following)\b", re.IGNORECASE)


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
    found = []
    for match in period_forms.pattern().finditer(text, start, end):
        form = match.lastgroup or ""
        label, year, future = _READERS[form](match, now, date)
        before = text[max(start, match.start() - 48) : match.start()]
        if form == "span" and _STARTED.search(text, max(start, match.start() - 90), match.start()):
            label = f"since {label}"
        kind = "base" if _is_base(text, match, before) else _kind(form, year)
        if _is_other(text, match, start, before) or (form == "length" and _TERM.search(before)):
            continue
        name = _NAME.search(before) if form == "span" and match.group()[0].isdigit() else None
        if name is None or name[1].lower() in _leading():
            found.append(Period(match.start(), match.end(), label, year, kind, future))
    return found


def _kind(form: str, year: int | None) -> str:
    return form if form == "alike" else "back" if form == "back" and year is None else "time"


def _is_base(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a period is what a figure is compared with: "8 percent above 2020", "ten times the 2022 figure"."""
    base, form = _BASE.search(before), match.lastgroup
    if form == "alike":
        if match["alike_year"] or match["alike_before"]:
            return base is not None or _THEN.search(before) is None
        return base is not None and (base["plain"] or "").lower() != "over"
    if base:
        return form in ("span", "relative", "back") or base["plain"] is None
    return form == "span" and bool(_LEVEL.match(text, match.end()) and _DETERMINED.search(before))


def _is_other(text: str, match: re.Match[str], start: int, before: str) -> bool:
    """Whether words in the form of a period are none: how long ago, when something else began, a dateline."""
    form = match.lastgroup
    long = _AFTER_LONG.search(before) if form in ("length", "since") else None
    if long and (form == "length" or long["best"]):
        return True
    dated = form == "month_year" and match.start() - start < _SOON and not _IN.search(before)
    if dated and _DATELINE.match(text, match.end()):
        return True
    if form not in _OTHERWISE or not _is_event(text, match, before):
        return False
    fronted = text.startswith(",", match.end()) and _WHEN.match(text, start, match.start())
    return not (form == "span" and fronted)


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


def _fixed(label: str, future: bool = False) -> tuple[str, int | None, bool]:
    years = re.findall(period_forms.YEAR, label)
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
    if now is None or re.search(r"\d", phrase):
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
        years = period_forms.count(match["ago_count"])
        return *_fixed(str(now - years) if years else match.group())[:2], False
    return *_fixed(match.group())[:2], False


def _part(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    """A part of a year, with the year put in: "first half of this year" -> "first half of 2025"."""
    phrase = match["part_year"]
    year = _relative_year(phrase, now) if phrase else (str(now) if now else "")
    name = match["part_name"]
    link = " " if name[-1:].isdigit() or (name[0].isdigit() and name[-1] in "mMhHqQ") else " of "
    return _fixed(f"{name}{link}{year}" if year else name)


def _months(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    phrase = match["months_year"]
    year = _relative_year(phrase, now) if phrase else (str(now) if now else "")
    name = match["months_name"] or f"{match['months_first']}-{match['months_last']}"
    return _fixed(f"{name} {year}")


def _stretch(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    return _fixed(f"{match['stretch_name']} {_relative_year(match['stretch_year'], now)}")


def _alike(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    """Which period it is like is left to whoever knows the one spoken of; its year is known where one is named."""
    named = match["alike_year"]
    return _fixed(_relative_year(named, now)) if named else _fixed(match.group())


def _running(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    """A year that ends in a month, the last such month where no year is named: "year to March 2024"."""
    label, year, future = _fixed(match["running_name"] or match.group())
    phrase = match["running_year"]
    if phrase:
        return *_fixed(f"{label} {_relative_year(phrase, now)}")[:2], False
    if date is None or now is None or match["running_month"] is None:
        return label, year, future
    there = dates.months()[match["running_month"].lower().rstrip(".")]
    return *_fixed(f"{label} {now - (there > int(date[5:7]))}")[:2], False


def _month(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    """A month without its year: the last such month before the article, or the next one for "by" and "next"."""
    name, lead = match["month_name"], match["month_lead"].lower()
    near, near_by = match.string[max(0, match.start() - 60) : match.start()], max(0, match.start() - 40)
    until = lead in ("by", "until") and not (match["month_part"] and _HAD.search(near))
    future = until or lead == "next" or _WILL.search(match.string, near_by, match.start())
    there = dates.months()[name.lower().rstrip(".")]
    name = f"{match['month_part'] or ''}{name}"
    if date is None or now is None:
        return name, None, bool(future)
    here = int(date[5:7])
    if future:
        year = now if there >= here else now + 1
    else:
        year = now - 1 if there > here or (lead == "last" and there == here) else now
    return *_fixed(f"{name} {year}")[:2], bool(future)


def _length(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    """A stretch of time, as printed without its preposition: "past 20 years", "two decades"."""
    label = re.sub(r"^(?:over|in|during|within|for)\s+", "", " ".join(match.group().split()), flags=re.IGNORECASE)
    label = re.sub(r"^the\s+", "", label, flags=re.IGNORECASE)
    return label, None, bool(_FUTURE.search(match.group()))


_READERS = {
    "running": _running,
    "fiscal": _whole,
    "part": _part,
    "stretch": _stretch,
    "months": _months,
    "alike": _alike,
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
