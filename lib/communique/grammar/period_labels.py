"""What a period is called: its label, with the year put in that the words or the article's date give."""

import re

from communique.grammar import dates, period_forms
from communique.grammar.text import collapse

_TO_COME = re.compile(r"\b(?:will|expected|planned|projected|forecast|aims?|hopes?|plans?|to\s+be)\b")
_WILL = re.compile(r"\bwill\s+(?:[^.;:]|\.(?=\d))*\Z")
# "had carried five million tons by the end of May": no goal.
_HAD = re.compile(
    r"\b(?:had|has|have|was|were|stood|came|amounted|reached|totall?ed)\s(?!(?:to|expected|planned|due)\b)"
    r"(?:[^.;:]|\.(?=\d))*\Z"
)
# "imports grew by 30 percent by March": up to the March before.
_GREW = re.compile(
    r"\b(?:gr[eo]wn?|rose|risen|fell|fallen|dropped|declined|decreased|increased|jumped|climbed|surged|reached|totall?ed|amounted|came|stood)\b"
    r"(?:[^.;:]|\.(?=\d))*\Z"
)
_FUTURE = re.compile(r"\b(?:by|until|till|before|next|coming|following)\b", re.IGNORECASE)


def _fixed(label: str, future: bool = False) -> tuple[str, int | None, bool]:
    years = re.findall(period_forms.YEAR, label)
    return collapse(label), int(years[-1]) if years else None, future


def _span(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    label, year, _ = _fixed(match["years"])
    future = bool(_FUTURE.match(match.group()))
    if now is not None and year is not None:
        future = year > now or (future and year == now)
    return label, year, future


def _since(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    return _fixed(f"since {match['since_year']}" if match["since_year"] else match.group())


def _whole(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    return _fixed(match.group())


def _between(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    if match["last_part"]:
        return _fixed(collapse(match.group()).split(" ", 1)[1])  # "2005 to the first half of 2023"
    if match.group()[:1] in "bB":
        return _fixed(f"between {match['first_year']} and {match['last_year']}")
    return _fixed(f"{match['first_year']}-{match['last_year']}")


def _relative_year(phrase: str, now: int | None) -> str:
    """The year that "last year" or "the year" means, or the words where the article has no date."""
    small = phrase.lower()
    if now is None or re.search(r"\d", phrase) or small.endswith("fiscal"):
        return phrase  # when a fiscal year begins depends on the country
    if "past" in small:
        return f"{now - 1}-{now}"
    return str(now + (1 if "next" in small or "coming" in small else -1 if "last" in small else 0))


def _relative(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    phrase = match["relative_year"]
    label = _relative_year(phrase, now)
    _, year, _ = _fixed(label)
    gone = now is not None and year is not None and year < now  # "by the end of last year"
    return label, year, not gone and bool(_FUTURE.search(match.group()))


def _back(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    """Counted from the article where it says "ago", else left to whoever knows the year spoken of."""
    if now is not None and (match["ago"] or match["decades"]):
        years = period_forms.count(match["ago_count"]) * (10 if match["decades"] else 1)
        return *_fixed(str(now - years) if years else match.group())[:2], False
    return *_fixed(match.group())[:2], False


def _unnamed_year(match: re.Match[str], now: int | None, date: str | None, months: int) -> str:
    """The year of a part of a year named without it: the article's, or the one before if that part was not over then.

    `months` is how many months of its year are over when the part ends.
    """
    if now is None or date is None:
        return ""
    ahead = _WILL.search(match.string, max(0, match.start() - 60), match.start())
    return str(now - (months > int(date[5:7]) and ahead is None))


def _months_to(part: str) -> int:
    """How many months of its year are over when a part of it ends: 9 for "first nine months" and "third quarter"."""
    lead, *rest = part.lower().split()
    if not rest:
        return int(lead[-1]) * (3 if "q" in lead else 6)
    place = 1 if lead == "opening" else {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(lead, 0)
    many = period_forms.count(rest[0]) if len(rest) > 1 else 1
    size = {"half": 6, "quarter": 3, "quarters": 3}.get(rest[-1], 1)
    if place == 0:
        return 12 if rest[0] in ("half", "quarter") else 0  # "last quarter", but "last three months"
    return place * many * size


def _part(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    """A part of a year, with the year put in: "first half of this year" -> "first half of 2025"."""
    phrase, name = match["part_year"], match["part_name"].replace("-half", " half").replace("-quarter", " quarter")
    year = _relative_year(phrase, now) if phrase else _unnamed_year(match, now, date, _months_to(name))
    link = " " if name[-1:].isdigit() or (name[0].isdigit() and name[-1] in "mMhHqQ") else " of "
    whole = "the year" if year == "year" else year  # of an article without a date
    return _fixed(f"{name}{link}{whole}" if year else name)


def _months(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    phrase, last = match["months_year"], match["months_last"] or re.findall(r"[A-Za-z]+\.?", match["months_name"])[-1]
    there = dates.months()[last.lower().rstrip(".")]
    year = _relative_year(phrase, now) if phrase else _unnamed_year(match, now, date, there)
    name = match["months_name"] or f"between {match['months_first']} and {match['months_last']}"
    return _fixed(f"{name} {year}")


def _stretch(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    if match["stretch_from"]:
        return _fixed(f"{match['stretch_from']}-{match['stretch_to']}")
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
    there = dates.months()[name.lower().rstrip(".")]
    past = date is not None and there <= int(date[5:7]) and _GREW.search(near) and not _TO_COME.search(near)
    future = (until and not past) or lead == "next" or _WILL.search(match.string, near_by, match.start())
    name = f"{match['month_part'] or ''}{name}"
    if date is None or now is None:
        return name, None, bool(future)
    if match["month_of"]:
        return *_fixed(f"{name} {_relative_year(match['month_of'], now)}")[:2], bool(future)
    here = int(date[5:7])
    if future:
        year = now if there >= here else now + 1
    else:
        year = now - 1 if there > here or (lead == "last" and there == here) else now
    return *_fixed(f"{name} {year}")[:2], bool(future)


def _length(match: re.Match[str], now: int | None, date: str | None) -> tuple[str, int | None, bool]:
    """A stretch of time, as printed without its preposition: "past 20 years", "two decades"."""
    label = re.sub(r"^(?:over|in|during|within|for)\s+", "", collapse(match.group()), flags=re.IGNORECASE)
    label = re.sub(r"^the\s+", "", label, flags=re.IGNORECASE)
    return label, None, bool(_FUTURE.search(match.group()))


# By the form of a period: its label, the last year in it where known, and whether it is still to come.
READERS = {
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
