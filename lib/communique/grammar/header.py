"""The head of an article: where the story is filed from, and its date, in all the ways outlets glue them together."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from communique import words
from communique.grammar import countries, datelines, dates, places
from communique.grammar.datelines import DASH, PLACE, Dateline
from communique.record import Span

# "date 2025-05-30 ASTANA – …": a date put before the text by whoever collected it.
STAMP = re.compile(r"\A\s*date:?\s+(\d{4}-\d\d(?:-\d\d)?)\b[ \t]*")

# "Black Sea Agency, Bern, 3 February 2021" as a line of its own.
_SIGNATURE = re.compile(rf"[A-Z][\w.&’' -]{{1,40}},\s(?P<place>{PLACE}),\s(?P<between>[^\n,]{{5,30}}(?:,\s\d{{4}})?)\Z")
# "Cairo - MENA", "Press Agency | Cairo": a line of the place and whoever filed the story.
_PAIRED = re.compile(
    rf"(?:(?P<place>{PLACE})\s*[-–/]\s*(?P<by>[\w ]{{2,24}}?)"
    rf"|(?P<agency>[A-Z][\w ]{{2,30}}?)\s*[|,]\s*(?P<last>{PLACE}))\s*\Z"
)
# "By Ana Ruiz, Rome", "Post Reporter in Rome | 12 June", "Ana Ruiz in Rome, Italy": who wrote the story and where.
_WRITTEN = re.compile(
    rf"(?P<by>(?:(?:(?:Written|Edited|Reported)\s)?[Bb]y|From):?\s)?(?P<who>[A-Z][\w.’'@ -]{{2,60}}?)"
    rf"(?:,\s(?:in\s)?|\sin\s|\s?\|\s?|\s(?=[^\n]{{2,25}}\sUpdated))(?P<place>{PLACE}?)"
    r"(?P<land>,\s[A-Z][\w ]{2,25}?)?(?=\s*(?:\Z|[,|]|Updated|Published))"
)
# "MANILA, Philippines" as it stands behind a place.
_COUNTRY = re.compile(r",\s*([^,.(/\n]{3,30}?)\s*(?=[,.(/]|\Z)")
# "(MENAFN- Kuwait News Agency (KUNA)) KUWAIT, May 13": a credit in brackets before the place.
_CREDIT = re.compile(r"\([^()\n]{2,40}(?:\([^()\n]{1,20}\))?\)\s*|\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?\s?)?[|–-]\s*")
_LETTERS = re.compile(r"[^\W\d_]+")
_LAST = re.compile(rf"[,|–—-]\s*(?P<place>(?P<town>{PLACE})(?:,\s[A-ZÀ-Þ][\w ]{{2,30}})?)\s*\Z")
_INNER = re.compile(
    rf"(?<=[a-z)’'”»\d]\s)(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.-]{{2,}}(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.-]+){{0,2}})(?P<between>(?:\s*\([^)\n]{{1,30}}\))?){DASH}"
)
# The same glued to the headline: "… deepen tiesROME, April 3 (ANSA) - The".
_GLUED_ON = re.compile(
    rf"(?<=[a-z])(?P<place>{PLACE})(?P<between>(?:,\s[^\n–—:;()]{{2,40}}?)?(?:\s*\([^)\n]{{1,30}}\))?){DASH}"
)
_VERBAL = re.compile(r"(?:s|ed)\Z|\A(?!and\Z)[a-z]{3}")
# So many paragraphs of a story may pass before its dateline: a picture's caption and a summary.
_PASSED = 3


@lru_cache(maxsize=8)  # several steps ask for the same article's
def dateline(text: str, paragraphs: tuple[Span, ...]) -> Dateline | None:
    """The dateline among the first eight paragraphs, in a signature line, or glued behind the headline; else None."""
    told = 0
    for number, (begin, end) in enumerate(paragraphs[:8]):
        credit = _CREDIT.match(text, begin, end)
        start = credit.end() if credit else begin
        found = datelines.at(text, begin, min(end, begin + 160)) or (
            datelines.at(text, start, min(end, start + 160)) if credit else None
        )
        found = found or _alone(text, start, end) or _placed(text, start, end) or _written(text, start, end)
        if found is None and number < 5:
            found = datelines.plain(text, start, end)
        if found is not None:
            return found
        told += end - begin > 100
        if told == _PASSED:
            break
    for start, end in paragraphs[-3:]:
        signed = _alone(text, start, end) or (datelines.at(text, start, end) if end - start <= 80 else None)
        if signed is not None:
            return signed
    for start, end in paragraphs[:2]:
        for pattern in (_INNER, _GLUED_ON):
            inner = pattern.search(text, start, min(end, start + 400))
            if inner and countries.code_of(inner["place"]):
                return Dateline(_with_country(inner), inner.start(), inner.end())
    return None


def story_date(text: str, paragraphs: tuple[Span, ...], line: Dateline | None) -> str | None:
    """The article's ISO date: stamped before the text, in the dateline, on a line of head or foot, or in the lead."""
    stamp = STAMP.match(text)
    if stamp and _exists(stamp[1]):
        return stamp[1]
    places = [(line.start, line.end)] if line else []
    head = [span for span in paragraphs[:8] if is_date_line(text, span) and not text.startswith("Today", span.start)]
    foot = [span for span in paragraphs[-4:] if is_date_line(text, span)]
    lead = [Span(start, min(end, start + 300)) for start, end in paragraphs[:3]]
    for spans, told in (((*places, *head, *foot), True), (lead, False)):
        for start, end in spans:
            days = [day for day in dates.find(text, start, end) if day.iso]
            whole = [day.iso for day in days if told or not _is_quoted(text, start, day.start)]
            if whole:
                return whole[0]
    return None


def _is_quoted(text: str, start: int, place: int) -> bool:
    """Whether a place in a paragraph that begins at `start` is inside marks: what is recalled there is another day."""
    before = text[start:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


@lru_cache(maxsize=64)  # several steps ask for the same lines
def is_date_line(text: str, span: Span) -> bool:
    """Whether a paragraph is a short line of head or foot with a date: "Rome, 21 June 2022", "Posted May 30, 2025"."""
    start, end = span
    found = dates.find(text, start, end) if end - start <= 120 else []
    if not found:
        return False
    rest = text[start : found[0].start] + " " + text[found[-1].end : end]
    lower = [word for word in _LETTERS.findall(rest) if word.islower()]
    return len(rest.split()) <= 10 and all(word in _date_words() for word in lower)


def _with_country(match: re.Match[str]) -> str:
    """The place as printed, with the country that is printed right behind it: "MANILA, Philippines"."""
    between = (match.groupdict().get("between") or "").strip()
    country = _COUNTRY.match(between)
    return f"{match['place']}, {country[1]}" if country and countries.code_of(country[1]) else match["place"]


def _alone(text: str, start: int, end: int) -> Dateline | None:
    """A dateline that is a line of its own: "ANKARA", "Cairo - MENA", "Rome, Italy", "Agency, Bern, 3 May 2021"."""
    line = text[start:end] if end - start <= 40 else ""
    if line and places.is_known(line) and (line.isupper() or _leads(text, end)):
        return Dateline(line, start, end)
    town = places.known_end(line, 0) if "," in line else None
    if town and line[town : town + 1] == "," and countries.code_of(line[town + 1 :]):
        return Dateline(line, start, end)
    pair = _PAIRED.match(text, start, end) if end - start <= 60 else None
    if pair and (pair["by"] or pair["agency"]).lower() in places.agencies():
        return Dateline(pair["place"] or pair["last"], start, end)
    signed = _SIGNATURE.match(text, start, end) if end - start <= 90 else None
    told = signed is not None and places.is_known(signed["place"]) and bool(dates.find(signed["between"]))
    return Dateline(signed["place"], signed.start("place"), end) if signed and told else None


def _leads(text: str, end: int) -> bool:
    """Whether the line that ends there stands right before a paragraph of some length."""
    following = text[end : end + 100].lstrip()
    return len(following) > 80 and "\n" not in following[:80]


def _written(text: str, start: int, end: int) -> Dateline | None:
    """The place in a by-line."""
    line = by_line(text, Span(start, end))
    return Dateline(line.place, start, end) if line else None


class ByLine(NamedTuple):
    """Who wrote a story, and where; `led` says that "By" or "From" stands before."""

    who: Span
    place: str
    led: bool


def by_line(text: str, span: Span) -> ByLine | None:
    """A by-line with a place: "By Ana Ruiz in Rome", "Ana Ruiz, Rome Reporter", "Ana Ruiz, Rome"."""
    start, end = span
    match = _WRITTEN.match(text, start, end) if end - start <= 120 else None
    if match is None or countries.find(match["who"]) or (match["land"] and not countries.code_of(match["land"][2:])):
        return None
    place = text[match.start("place") : places.known_end(text, match.start("place")) or match.end("place")]
    desk = match["place"][len(place) :].strip().lower()
    if not (desk in _credits() if desk else match["land"] or places.is_known(place)):
        return None
    found = ByLine(Span(*match.span("who")), place + (match["land"] or ""), bool(match["by"]))
    return found if found.led or desk or _is_writer(text, match, end) else None


def _is_writer(text: str, match: re.Match[str], end: int) -> bool:
    """Whether what stands before a place is a writer's name or desk.

    "Ana Ruiz, Rome" is and, not as the headline, "Ana Ruiz in Rome"; "Leaders Gather in Rome" has a verb or a plural.
    """
    who = match["who"].split()
    if who[-1].lower() in _credits():
        return True
    names = match["who"].split(" and ")
    named = match.end() == end and all(len(name.split()) in (2, 3) and name[0].isupper() for name in names)
    apart = text[match.end("who")] == "," or (match.start() > 0 and _leads(text, end))
    event = who[-1].lower() in words.table("organisations")["not"]["heads"]  # "Business Forum in Rome"
    plain = not event and not places.is_label(match["who"]) and not any(map(places.is_common, names))
    return named and apart and plain and not any(map(_VERBAL.search, who))


def _placed(text: str, start: int, end: int) -> Dateline | None:
    """A place that ends a line with the date: "Black Sea Daily, 14 Nov 2024 - 17:32, Tbilisi, Georgia"."""
    if end - start > 120 or not dates.find(text, start, end):
        return None
    match = _LAST.search(text, start, end)
    return Dateline(match["place"], match.start("place"), end) if match and places.is_known(match["town"]) else None


def _exists(iso: str) -> bool:
    return any(day.iso == iso for day in dates.find(iso))


@cache
def _date_words() -> frozenset[str]:
    return frozenset(words.table("header")["date_words"])


@cache
def _credits() -> frozenset[str]:
    return frozenset(words.table("header")["credits"])
