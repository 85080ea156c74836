"""The head of an article: where the story is filed from, and its date, in all the ways outlets glue them together."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from communique import words
from communique.grammar import countries, dates
from communique.record import Span

# "date 2025-05-30 ASTANA – …": a date put before the text by whoever collected it.
STAMP = re.compile(r"\A\s*date:?\s+(\d{4}-\d\d(?:-\d\d)?)\b[ \t]*")

_WORD = r"(?:St\.|[A-ZÀ-ÖØ-ÞĀ-ž](?:[\w’'-]*[\w])?(?:\.[A-Z]\.?)*)"
_PLACE = rf"(?:{_WORD})(?:[ ](?:(?:de|da|del|do|es|el|al|la|of|the|and)[ ])?{_WORD}){{0,3}}(?:/{_WORD}(?:[ ]{_WORD})?)?"
_DASH = r"(?:\s*[–—]\s*|\s+//\s+|\s+--?\s+|\s*--\s*|\s+[-−]\s+|(?<=[A-Z]{3})-\s+(?=[A-ZÀ-Þ“]))"
# Between the place and the dash: a country or state, a date, an agency, in any order, in brackets, slashes or bare.
_BETWEEN = r"(?P<between>(?:\s*[,./(\[][^\n–—:]{1,60}?)?)"
_GLUED = re.compile(rf"(?P<place>{_PLACE}){_BETWEEN}(?:(?P<dash>{_DASH})|(?P<colon>(?<=\)):\s*|:\s+))(?=\S)")
# What a full stop does not end: "Dec. 1", "Sept. 12".
_MONTH_STOP = r"(?<=[a-z])\.(?=\s?\d)"
# "Hanoi, August 17 /VNA/. The two met"
_SLASHED = re.compile(
    rf"(?P<place>{_PLACE})(?:,\s(?P<day>(?:[^./\n]|{_MONTH_STOP}){{3,30}}\w))?\s*/(?P<between>[^/\n]{{1,40}})/[^\n:–—]{{0,30}}[:–—]?\s*"
)
_STOPPED = re.compile(
    rf"(?P<place>{_PLACE})(?P<between>,\s(?:[^.\n]|{_MONTH_STOP}|(?<=\d)\.(?=\d)){{3,30}})?\.\s*(?:/[^/\n]{{2,30}}/\.?|[A-Z]{{3,}}(?:\s[A-Z]{{3,}})?(?:\s*[/.:–—-]|\s)|[A-Z]\w+:)"
)
# "Accra, February 6/2020 (GNA)The minister": an agency in brackets and no dash.
_FILED = re.compile(
    rf"(?P<place>{_PLACE})(?P<between>(?:,\s(?:[^\n.:;–—(]|{_MONTH_STOP}){{3,30}})?"
    r",?\s\((?P<agency>[A-Z][\w ]{1,20})\))\s*\.?-?\s*(?=[A-ZÀ-Þ“\"])"
)
# "Vilnius, 21 November 2022. The commission met": the date makes the full stop a dateline's.
_DATED = re.compile(
    rf"(?P<place>{_PLACE}),\s(?P<between>(?:[^.\n]|{_MONTH_STOP}){{3,30}}(?:\d(?:,\s[A-Z]\w{{2,15}})?|[a-z]))\.\s"
)
# "(Bern, 3 February 2021) The commission met".
_WHOLE = re.compile(rf"\((?P<place>{_PLACE}),\s(?P<between>[^()\n]{{5,30}})\)\s*(?:[–—-]\s*)?(?=[A-ZÀ-Þ“\"])")
# "Black Sea Agency, Bern, 3 February 2021" as a line of its own.
_SIGNATURE = re.compile(
    rf"[A-Z][\w.&’' -]{{1,40}},\s(?P<place>{_PLACE}),\s(?P<between>[^\n,]{{5,30}}(?:,\s\d{{4}})?)\Z"
)
# "21 November 2022, Vilnius – The commission met".
_DATE_FIRST = re.compile(rf"[\w.]{{1,10}}\s[\w.]{{1,10}},?\s\d{{4}}[,:]?\s(?P<place>{_PLACE})(?:{_DASH}|:\s)(?=\S)")
# "New York, The minister met".
_COMMA = re.compile(rf"(?P<place>{_PLACE}),\s(?=The\s[A-Z])")
# "Cairo - MENA", "Press Agency | Cairo": a line of the place and whoever filed the story.
_PAIRED = re.compile(
    rf"(?:(?P<place>{_PLACE})\s+[-–/]\s+(?P<by>[\w ]{{2,24}}?)"
    rf"|(?P<agency>[A-Z][\w ]{{2,30}}?)\s*\|\s*(?P<last>{_PLACE}))\s*\Z"
)
# "Baku, March 3, AZERTAC" as a line of its own.
_LINE = re.compile(rf"(?P<place>{_PLACE})(?P<between>,(?:[^\n.:;–—]|{_MONTH_STOP}|(?<=\d):(?=\d\d\b)){{3,60}})[:.]?\Z")
# What every dateline but one that begins with its date has before and behind its place.
_LED = re.compile(rf"\(?{_PLACE}\s*[,./(\[–—:−-]")
# "Kasane - Trade …", "Dar es Salaam. Trade …": a place like any other name; what follows starts a sentence.
_PLAIN = re.compile(rf"(?P<place>{_PLACE})(?:\s+[-–—]{{1,2}}\s+|\.\s)(?=[A-ZÀ-Þ])")
# "(MENAFN- Kuwait News Agency (KUNA)) KUWAIT, May 13": a credit in brackets before the place.
_CREDIT = re.compile(r"\([^()\n]{2,40}(?:\([^()\n]{1,20}\))?\)\s*|\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?\s?)?[|–-]\s*")
_LETTERS = re.compile(r"[^\W\d_]+")
_LAST = re.compile(rf"[,|–—-]\s*(?P<place>(?P<town>{_PLACE})(?:,\s[A-ZÀ-Þ][\w ]{{2,30}})?)\s*\Z")
_COUNTRY = re.compile(r",\s*([^,.(/\n]{3,30}?)\s*(?=[,.(/]|\Z)")
_IN_BRACKETS = re.compile(r"\([A-Z]")
_AGENCY = re.compile(r"[A-Z]{2,}|[A-Z]\w+|\d")
_INNER = re.compile(
    rf"(?<=[a-z)’'”»\d]\s)(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.-]{{2,}}(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.-]+){{0,2}})(?P<between>(?:\s*\([^)\n]{{1,30}}\))?){_DASH}"
)
# The same glued to the headline: "… deepen tiesROME, April 3 (ANSA) - The".
_GLUED_ON = re.compile(
    rf"(?<=[a-z])(?P<place>{_PLACE})(?P<between>(?:,\s[^\n–—:;()]{{2,40}}?)?(?:\s*\([^)\n]{{1,30}}\))?){_DASH}"
)


class Dateline(NamedTuple):
    """The place a story is filed from, with the stretch that the whole dateline takes up."""

    place: str
    start: int
    end: int


def dateline(text: str, paragraphs: tuple[Span, ...]) -> Dateline | None:
    """The dateline among the first eight paragraphs, in a signature line, or glued behind the headline; else None."""
    for number, (begin, end) in enumerate(paragraphs[:8]):
        credit = _CREDIT.match(text, begin, end)
        start = credit.end() if credit and not _WHOLE.match(text, begin, end) else begin
        found = _at(text, start, min(end, start + 160)) or _alone(text, start, end) or _placed(text, start, end)
        if found is None and number < 5:
            found = _plain(text, start, end)
        if found is not None:
            return found
    for start, end in paragraphs[-3:]:
        signed = _alone(text, start, end)
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


def _at(text: str, start: int, end: int) -> Dateline | None:
    """A dateline that begins exactly at `start`."""
    led = _led(text, start, end) if _LED.match(text, start, end) else None
    first = None if led else _DATE_FIRST.match(text, start, end)
    if first and _known(first["place"]) and dates.find(text, start, first.start("place")):
        return Dateline(first["place"], first.start(), first.end())
    return led


def _led(text: str, start: int, end: int) -> Dateline | None:
    """A dateline that begins with its place exactly at `start`."""
    for pattern in (_SLASHED, _GLUED, _STOPPED):
        match = pattern.match(text, start, end)
        if match and _is_place(match) and _is_day(match.groupdict().get("day")):
            return Dateline(_with_country(match), match.start(), match.end())
    filed = _FILED.match(text, start, end)
    signed = filed is not None and (
        filed["agency"].isupper()
        or filed["place"].isupper()
        or filed["between"].startswith(", (")
        or bool(dates.find(filed["between"]))
    )
    if filed and signed and (_known(filed["place"]) or _is_stated(filed["place"], filed["between"])):
        return Dateline(_with_country(filed), filed.start(), filed.end())
    for pattern in (_DATED, _WHOLE):
        match = pattern.match(text, start, end)
        if match and _known(match["place"]) and _is_day(match["between"]):
            return Dateline(match["place"], match.start(), match.end())
    comma = _COMMA.match(text, start, end)
    if comma and not _is_common(comma["place"]):
        return Dateline(comma["place"], comma.start(), comma.end())
    return None


def _is_day(words: str | None) -> bool:
    """Whether words in a dateline are a date, and nothing behind it but an agency; so is that there are none."""
    days = dates.find(words) if words else []
    return not words or (bool(days) and (words[-1].isdigit() or "," in words or days[-1].end == len(words)))


def _is_stated(place: str, between: str) -> bool:
    """Whether what stands behind a name makes it a place: its country, or a date and an agency."""
    country = _COUNTRY.match(between)
    parts = place.lower().split()
    if countries.code_of(place) or len(parts) > 3 or place.upper() in _not_places() or _common().intersection(parts):
        return False
    stated = country is not None and countries.code_of(country[1]) is not None
    return stated or (_IN_BRACKETS.search(between) is not None and any(day.day for day in dates.find(between)))


def _with_country(match: re.Match[str]) -> str:
    """The place as printed, with the country that is printed right behind it: "MANILA, Philippines"."""
    between = (match.groupdict().get("between") or "").strip()
    country = _COUNTRY.match(between)
    return f"{match['place']}, {country[1]}" if country and countries.code_of(country[1]) else match["place"]


def _alone(text: str, start: int, end: int) -> Dateline | None:
    """A dateline that is a line of its own: "ANKARA", "Baku, March 3, AZERTAC", "Kigali, 21 February 2022"."""
    line = text[start:end] if end - start <= 40 else ""
    if line.isupper() and _known(line):
        return Dateline(line, start, end)
    pair = _PAIRED.match(text, start, end) if end - start <= 60 else None
    if pair and (pair["by"] or pair["agency"]).lower() in _agencies():
        return Dateline(pair["place"] or pair["last"], start, end)
    match = _LINE.match(text, start, end) if end - start <= 80 else None
    dated = match is not None and bool(dates.find(text, match.end("place"), end))
    if match and dated and _known(match["place"]):
        return Dateline(_with_country(match), start, end)
    signed = _SIGNATURE.match(text, start, end) if end - start <= 90 else None
    told = signed is not None and _known(signed["place"]) and _is_day(signed["between"])
    return Dateline(signed["place"], signed.start("place"), end) if signed and told else None


def _placed(text: str, start: int, end: int) -> Dateline | None:
    """A place that ends a line with the date: "Black Sea Daily, 14 Nov 2024 - 17:32, Tbilisi, Georgia"."""
    if end - start > 120 or not dates.find(text, start, end):
        return None
    match = _LAST.search(text, start, end)
    return Dateline(match["place"], match.start("place"), end) if match and _known(match["town"]) else None


def _plain(text: str, start: int, end: int) -> Dateline | None:
    """A place not known as one, by its shape alone: a short name before a dash or full stop at the head of a story."""
    match = _PLAIN.match(text, start, end)
    if match is None or end - start < 80 or len(match["place"]) < 3 or len(match["place"].split()) > 3:
        return None
    parts = match["place"].split()
    # Before a full stop, two names are rather a person's: "Ana Ruiz. She …"; one that ends in -ly is an adverb.
    person = "." in match.group() and len(parts) > 1 and not any(part.islower() for part in parts)
    other = any(mention.form != "capital" for mention in countries.find(match["place"]))
    told = _is_common(match["place"]) or any(part.upper() in _not_places() or part.endswith("ly") for part in parts)
    told = told or not _not_towns().isdisjoint(match["place"].replace("-", " ").split())
    return None if person or other or told else Dateline(match["place"], match.start(), match.end())


def _is_place(match: re.Match[str]) -> bool:
    """Whether what stands before the dash is a place: known as one, in capitals, or followed by an agency or a date."""
    place = match["place"]
    parts = match.groupdict()
    between = (parts.get("between") or "").strip()
    if _known(place) or (parts.get("dash") and _is_stated(place, between)):
        return True
    if parts.get("dash") is None and "colon" in parts and not between:
        return place.isupper() and len(place.split()) <= 2 and len(place) > 3 and not _is_common(place)
    capitals = place.isupper() and len(place) > 3 and len(place.split()) <= 3
    capitals = capitals and ("/" not in place or any(map(_known, place.split("/"))))  # "CARICOM/BUSINESS – The two"
    filed = bool(between) and between[0] in "(/," and bool(_AGENCY.search(between)) and len(between.split()) <= 6
    return (capitals and place not in _not_places()) or (filed and len(place.split()) <= 3 and between[0] == "(")


def _is_common(place: str) -> bool:
    """Whether a word of what looks like a place names none: "IN TALKS: The two", "However, The"."""
    parts = {*place.lower().split()} - {"new"}  # "NEW YORK: The two"
    return place.upper() in _not_places() or not _common().isdisjoint(parts)


def _known(place: str) -> bool:
    return any(
        mention.form == "capital" and mention.end - mention.start == len(place) for mention in countries.find(place)
    )


def _exists(iso: str) -> bool:
    return any(day.iso == iso for day in dates.find(iso))


@cache
def _not_places() -> frozenset[str]:
    return frozenset(words.table("header")["not_places"])


@cache
def _agencies() -> frozenset[str]:
    """The agencies and papers known everywhere, in small letters."""
    return frozenset(name.lower() for name in words.table("organisations")["known"]["media"])


@cache
def _common() -> frozenset[str]:
    """Words that no place is named with: "In Rome, Italy – where they met", "President Moe, Italy"."""
    return frozenset(words.table("names")["ordinary"]) | frozenset(words.table("titles")["offices"])


@cache
def _not_towns() -> frozenset[str]:
    return frozenset(words.table("header")["not_towns"]) | frozenset(dates.weekdays())


@cache
def _date_words() -> frozenset[str]:
    return frozenset(words.table("header")["date_words"])
