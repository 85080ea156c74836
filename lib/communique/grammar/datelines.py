"""The forms of a dateline at the head of a paragraph: a place, what stands behind it, and the mark that closes it.

"ASTANA – ", "Hanoi (VNA) – ", "MOSCOW, November 9. /TASS/. ", "Baku/29.09.22/Turan: ", "BAKU, Azerbaijan, May 20" are
one construction: a place, then its country, a date, an agency in any order, then a dash, a colon, a full stop or the
end of the line. The more stands behind a name, the less it has to be known as a place.
"""

import re
from functools import cache
from typing import NamedTuple

from communique import words
from communique.grammar import countries, dates, places

_WORD = r"(?:St\.|[A-ZÀ-ÖØ-ÞĀ-ž](?:[\w’'-]*[\w])?(?:\.[A-Z]\.?)*)"
PLACE = rf"(?:{_WORD})(?:[ ](?:(?:de|da|del|do|es|el|al|la|of|the|and)[ ])?{_WORD}){{0,3}}(?:/{_WORD}(?:[ ]{_WORD})?)?"
DASH = r"(?:\s*[–—]\s*|\s+//\s+|\s+--?\s+|\s*--+\s*|\s+[-−]\s+|(?<=[A-Z]{3})-\s+(?=[A-ZÀ-Þ“]))"
_PLACE = re.compile(PLACE)
# The story begins: a capital, a figure, an opening mark.
_STORY = r"(?=[A-ZÀ-ÞĐ\d“\"‘'«(\[•])"
_MARK = re.compile(
    rf"(?P<dash>[.,]?\W?(?:{DASH}|(?<=[)\]/.])[-−]\s*|\s+[-−]|(?<=[A-Z]{{3}})-(?=[A-Z][a-z])){_STORY})"
    rf"|(?P<colon>\s*:\s*{_STORY})|(?P<bar>\s*\|\s*{_STORY})|(?P<stop>\s*\.\s*{_STORY})|(?P<none>\s*{_STORY})"
)
_LINE = re.compile(r"[\s.:,|]*")
# "(Bern, 3 February 2021) The commission met", "(Madrid, Spain = Morning News) The two".
_WHOLE = re.compile(rf"\((?P<place>{PLACE}),\s(?P<between>[^()\n]{{5,50}})\)\s*(?:[–—-]\s*)?(?=[A-ZÀ-Þ“\"])")
# "New York, The minister met".
_COMMA = re.compile(rf"(?P<place>{PLACE}),\s(?=The\s[A-Z])")
# "Kasane - Trade …", "Dar es Salaam. Trade …": a place like any other name; what follows starts a sentence.
_PLAIN = re.compile(rf"(?P<place>{PLACE})(?:\s+[-–—]{{1,2}}\s+|\.\s)(?=[A-ZÀ-Þ])")


# What lies between two places joined by a dash.
_BETWEEN = re.compile(
    r"\s(?:trade|relations|ties|talks|flights?|routes?|axis|cooperation|dialogue|line|railway|train|corridor)\b"
)


class Dateline(NamedTuple):
    """The place a story is filed from, with the stretch that the whole dateline takes up."""

    place: str
    start: int
    end: int


class _Tail(NamedTuple):
    """What stands behind a place: where its country ends, which parts were read, the mark that closes, the end."""

    country: int
    parts: tuple[tuple[str, str], ...]
    mark: str
    end: int

    def has(self, *kinds: str) -> bool:
        return any(kind in kinds for kind, _ in self.parts)


def at(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that begins at `start` or, behind an agency, a date or a building, soon after it."""
    found = _led(text, start, end) or _introduced(text, start, end) or _stated(text, start, end)
    if found and countries.code_of(found.place) and not places.is_known(found.place):
        return at(text, found.end, end) or found  # "VIETNAM, July 10 - HANOI – The two"
    return found


def plain(text: str, start: int, end: int) -> Dateline | None:
    """A place not known as one, by its shape alone: a short name before a dash or full stop at the head of a story."""
    match = _PLAIN.match(text, start, end)
    if match is None or end - start < 80 or len(match["place"]) < 3 or len(match["place"].split()) > 3:
        return None
    place = match["place"]
    # Before a full stop, two names are rather a person's: "Ana Ruiz. She …".
    person = "." in match.group() and _is_person(place)
    other = any(mention.form != "capital" for mention in countries.find(place))
    known = places.is_known(place) and "." not in match.group()  # "Rome – Astana trade": no dateline as a known place
    agency = place.isupper() and len(place) < 4  # "NNA - The two"
    told = places.is_common(place) or places.is_label(place) or place.lower() in places.agencies()
    return None if person or other or known or agency or told else Dateline(place, match.start(), match.end())


def _led(text: str, start: int, end: int) -> Dateline | None:
    """A dateline that begins with a known place exactly at `start`."""
    known = places.known_end(text, start)
    if known is None:
        return None
    second = places.known_end(text, known + 1) if text.startswith("/", known) else None
    tail = _tail(text, second or known, end)  # "BERLIN/PARIS"
    if tail is None or not _closes(text[start:known], tail) or _is_pair(text, start, known, tail):
        return None
    return Dateline(text[start : tail.country or second or known], start, tail.end)


def _stated(text: str, start: int, end: int) -> Dateline | None:
    """A dateline that begins with a name that what follows makes a place, or that is in brackets as a whole."""
    match = _PLACE.match(text, start, end)
    if match is None:
        return _bracketed(text, start, end)
    tail = _tail(text, match.end(), end)
    if tail and _is_stated(match.group(), tail):
        return Dateline(text[start : tail.country or match.end()], start, tail.end)
    comma = _COMMA.match(text, start, end)
    told = comma is not None and not places.is_common(comma["place"])
    return Dateline(comma["place"], start, comma.end()) if comma and told else None


def _is_pair(text: str, start: int, end: int, tail: _Tail) -> bool:
    """Whether a dash joins two places that something lies between: "Rome–Astana flights", "Rome – Astana trade"."""
    other = None if tail.parts or text[start:end].isupper() else places.known_end(text, tail.end)
    return other is not None and _BETWEEN.match(text, other) is not None


def _bracketed(text: str, start: int, end: int) -> Dateline | None:
    """A dateline that is in brackets as a whole."""
    whole = _WHOLE.match(text, start, end)
    if whole is None or not places.is_known(whole["place"]):
        return None
    country = re.split(r"\s*[,=]", whole["between"])[0]
    if countries.code_of(country):
        return Dateline(text[whole.start("place") : whole.start("between") + len(country)], start, whole.end())
    return Dateline(whole["place"], start, whole.end()) if dates.find(whole["between"]) else None


def _introduced(text: str, start: int, end: int) -> Dateline | None:
    """A dateline behind what leads to it: "(ANSA) - Rome, 12 June - ", "State House, Accra – ", "ANI | Accra | "."""
    lead = _lead().match(text, start, end)
    known = places.known_end(text, lead.end()) if lead else None
    if lead is None or known is None or places.is_common(lead.group().strip(" -–,|")):
        return None
    code = countries.code_of(text[lead.end() : known])
    same = all(mention.code == code for mention in countries.find(lead.group()))  # "Paris, London – The two"
    return _led(text, lead.end(), end) if same else None


def _tail(text: str, start: int, end: int) -> _Tail | None:
    """What stands behind the place that ends at `start`, up to the mark that closes the dateline; None without one."""
    parts: list[tuple[str, str]] = []
    place, country = start, 0
    for _ in range(6):
        part = _part().match(text, place, end)
        if part is None:
            break
        kind = part.lastgroup or ""
        words_ = part[kind]
        if kind == "name" and countries.code_of(words_):
            kind = "country"
            country = part.end() if not parts and "," in part.group() else country
        parts.append((kind, words_))
        place = part.end()
    if _LINE.fullmatch(text, place, end):
        return _Tail(country, tuple(parts), "line", end)
    mark = _MARK.match(text, place, end)
    return _Tail(country, tuple(parts), mark.lastgroup or "", mark.end()) if mark else None


def _closes(place: str, tail: _Tail) -> bool:
    """Whether what stands behind a known place makes it a dateline."""
    names = [name for kind, name in tail.parts if kind == "name"]
    if any(map(places.is_known, names)) or (tail.has("country") and not _is_home(place, tail)):
        return False
    filed = tail.has("day", "slash", "bracket") or any(name.isupper() and len(name) > 2 for name in names)
    if tail.mark in ("dash", "colon", "bar"):
        return True
    if tail.mark == "stop":
        return filed
    last = tail.parts[-1][0] if tail.parts else ""
    if tail.mark == "none":
        agency = last == "slash" or (last == "bracket" and not tail.parts[-1][1][1].islower())
        return agency or (last == "day" and (place.isupper() or tail.has("bracket")))
    return tail.has("day", "slash")


def _is_stated(place: str, tail: _Tail) -> bool:
    """Whether what stands behind a name that is not known makes it a place."""
    size = len([part for part in place.split() if part[0].isupper()])
    if size > 3 or places.is_common(place) or places.is_label(place) or place.lower() in places.agencies():
        return False
    capitals = place.isupper() and len(place) > 3 and "/" not in place
    if any(mention.form != "capital" for mention in countries.find(place)):
        country = capitals or countries.code_of(place) is not None
        return country and tail.has("day") and tail.mark == "dash"  # "RUSSIA, March 15 - The two"
    dated = tail.has("day") and (capitals or not _is_person(place) or tail.has("bracket", "slash"))
    stated = dated or tail.has("country")
    if tail.mark == "dash":
        return stated or tail.has("bracket") or (capitals and not tail.parts)
    if tail.mark == "colon":
        return stated or tail.has("bracket") or (capitals and not tail.parts and size < 3)
    if tail.mark == "stop":
        return dated
    return tail.has("day") and tail.has("bracket" if tail.mark == "none" else "country")


def _is_person(place: str) -> bool:
    """Whether a name of two words or more is rather a person's: no particle stands in it, as in "Dar es Salaam"."""
    parts = place.split()
    return len(parts) > 1 and not any(part.islower() for part in parts)


@cache
def _part() -> re.Pattern[str]:
    """One thing behind a place: an agency between slashes or in brackets, a day, a time, a country or another name."""
    month = rf"(?:{dates.month()}|{dates.month().upper()})\b\.?"
    number = r"\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)?"
    year = r"(?:19|20)\d\d"
    day = (
        rf"{number}(?:\s?[-–]\s?{number})?\.?\s(?:of\s)?{month}(?:,?\s{year})?|{month}\s{number}\b(?:[,/]?\s?{year})?"
        rf"|\d{{1,2}}(?P<by>[./-])\d{{1,2}}(?:(?P=by)(?:{year}|\d\d))?(?![\d:])|{year}-\d\d-\d\d"
    )
    week = words.alternation([*dates.weekdays(), *(name.upper() for name in dates.weekdays())])
    name = r"[A-ZÀ-Þ][\w.’'&-]*(?:\s(?:of\s|de\s|&\s)?[A-ZÀ-Þ“\d][\w.’'”&-]*){0,3}(?=\s*(?:[][,./|:–—()-]|\Z))"
    return re.compile(
        rf"\s*[,./|]?\s*(?:(?P<slash>/[^/\n\d]{{2,40}}/)|(?P<bracket>[(\[][^()\[\]\n]{{1,70}}(?:\([^()\n]{{1,20}}\))?[)\]])"
        rf"|(?:(?:UPDATED|Updated|Published|PUBLISHED)(?:\son)?:?\s)?(?P<day>{day})"
        rf"|(?P<time>\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{{3}})?)|(?P<week>{week})\b)"
        rf"|\s*(?:[,|/]\s*|\.\s+)(?P<name>{name})",
    )


@cache
def _lead() -> re.Pattern[str]:
    """What may stand before a place that is known: a credit in brackets, a date, an agency or building, initials."""
    month = rf"(?:{dates.month()}|{dates.month().upper()})"
    day = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s{month}|{month}\s\d{{1,2}}),?\s(?:19|20)\d\d"
    name = r"[A-Z][\w.’'&]*(?:\s[A-Z][\w.’'&]*){0,3}"
    return re.compile(
        rf"\([A-Z][^()\n]{{1,38}}\)\s*[-–—]\s*|{day}\s*[,:|–—-]?\s*|[A-Z]{{2,5}}\s(?=[A-ZÀ-Þ])|{name}(?:,\s|\s?\|\s|\s?-\s)"
    )


def _is_home(place: str, tail: _Tail) -> bool:
    """Whether the country printed behind a place can be its own."""
    code = countries.code_of(place)
    return code is None or any(kind == "country" and countries.code_of(name) == code for kind, name in tail.parts)
