"""Counted things: the noun phrase behind a number, its head and its unit ("140 Austrian companies", "64 of them")."""

import re

import msgspec
from msgspec.structs import replace

from communique.extract.figures import nouns
from communique.grammar import countries
from communique.grammar.numbers import Number
from communique.grammar.text import collapse

_ANAPHOR = re.compile(
    r"\s+(?:of\s+(?:them|these|those|which|whom)|in\s+(?:all|total)|strong|(?:are|were|come|came|hail(?:ed)?)\s+from\s+[A-Z]\w+)\b"
)
# "its companies, over 220 of them"
_APPOSED = re.compile(r"\b([a-z]+s),\s+(?:about\s+|some\s+|over\s+|more\s+than\s+|nearly\s+|around\s+)?\Z")
# "Of the 35 papers, 11 were exchanged": the rest of the sentence speaks of parts of them.
_OF_COUNTED = re.compile(
    r"(?:\b(?:Of|Out\s+of|Among)\s+(?:(?:the|these|those|all)\s+)?\d[^.;:\n]{3,60}?,|\d[^.;:\n]{3,60}?\s(?:and|while))\s+"
    r"(?:about\s+|some\s+|only\s+|over\s+|more\s+than\s+|at\s+least\s+|another\s+)?\Z"
)
_PREDICATE = re.compile(
    r"\s+(?:were|are|have|had|will|concern|cover|deal|belong|came|come|went|go|relate|involve|focus)\b"
)
# "Turkish-funded enterprises number over 700", "the number of joint ventures has exceeded 90".
_SUBJECT = re.compile(
    r"(?:\b(?:[Nn]umber|[Vv]olume)\s+of\s+(?:[\w-]+\s+){0,3}?(?P<of>[A-Za-z]+s)\b[^.;:\d]{0,70}(?:\d[\d.,]{0,6}\s?(?:%|per\s?cent)[^.;:\d]{0,30})?"
    r"|\b(?P<noun>[a-z]+s)\s+(?:now\s+|(?:[\w-]+\s+){1,4}now\s+)?(?:number(?:ed)?|total(?:l?ed)?)\s+(?:[a-z]+\s+){0,2})\Z"
)
# "960 firms, and their number will exceed 1,000"
_THEIR_NUMBER = re.compile(
    r"\b(?:their|the|this|whose)\s+number\s+(?!of\b)(?:\w+\s+){0,3}(?:exceed|reach|pass|rise|grow|grew|rose|doubl|increas)\w*\s+(?:to\s+)?"
    r"(?:about\s+|almost\s+|nearly\s+|over\s+|more\s+than\s+)?\Z"
)
# "scholarships will rise from 500", "arrivals from Asia grew 12 percent to 1.2 million", "visitors stood at 300,000".
_MOVED = re.compile(
    r"\b(?P<noun>[A-Za-z]+s)(?:\s+(?:from|to|in|of|by|at|between)\s+[^.,;:\d]{1,50}?)?\s+(?:(?:will|would|has|have|had|to|be|been|were|was|are|already|now)\s+){0,3}"
    r"(?:(?:r[io]se|risen|gr[eo]wn?|increased?|doubled?|tripled?|f[ae]ll|fallen|dropped|declined|jumped|surged|climbed|cut|raised|expanded?|reduced)\s+"
    r"(?:(?:by\s+)?(?:about\s+|some\s+|nearly\s+)?\d[\d.,]{0,5}\s?(?:%|per\s?cent|pct)\s+(?:[a-z-]+\s+){0,3}?)?(?:from|to)"
    r"|reach(?:ed)?|hit|totall?ed|exceed(?:ed)?|surpass(?:ed)?|topped|(?:stands?|stood)\s+at|estimated\s+at|came\s+to|amounted\s+to)\s+"
    r"(?:(?:about|around|some|only|just|over|nearly|almost|more\s+than|an|a|estimated|record|total\s+of)\s+){0,2}\Z"
)
_TO = re.compile(r"\b(?:from|to)\b")
_REACHED = ("reach", "hit", "total", "exceed", "surpass", "topped", " at ", "came", "amount")
# "Italian companies in Chad: 270"
_HEADED = re.compile(
    r"(?:\A|[\n.;:,•–—-]\s*)(?:[A-Za-z][\w-]*\s+){0,4}(?P<noun>[A-Za-z]+s)(?:\s+(?:in|from|to)\s+[^.,;:\d\n]{1,30})?:\s+(?:(?:about|over|some|nearly)\s+)?\Z"
)
# "doubling weekly flights to 34", "raised the number of scholarships from 100".
_MOVING = re.compile(
    r"\b(?:(?:doubl|trebl|tripl|increas|rais|reduc)(?:e|es|ed|ing)|(?:boost|expand|lift)(?:s|ed|ing)?|cut(?:s|ting)?|br(?:ought|ing|ings|inging)|tak(?:e|es|ing))\s+"
    r"(?:the\s+|its\s+|their\s+|our\s+)?(?:total\s+)?(?:number\s+of\s+)?(?:[\w-]+\s+){0,3}?(?P<noun>[a-z]+s)\s+"
    r"(?:(?:\w+\s+){0,6}?)(?:from|to)\s+(?:about\s+|some\s+|only\s+|just\s+|over\s+)?\Z"
)
# "83 Indian and 101 Kenyan companies", "101 from Kenya".
_SHARED = re.compile(r"\s+(?P<first>[\w-]{3,20}(?:\s+[\w-]{3,20})?)(?:,|\s+and)\s+(?P<second>\d[\d,]*)(?![\d.])")
_ORIGIN = re.compile(r"\s+from\s+(?:the\s+)?(?P<place>[A-Z]\w+(?:\s[A-Z]\w+)?)")
_GOES_ON = re.compile(r"(?:\band|,|;)\s+(?:about\s+|some\s+|over\s+|more\s+than\s+|another\s+)?\Z")
# "1,300 companies, up from 900 in 2019"
_COMPARED = re.compile(
    r"(?:\b(?:against|compared\s+(?:with|to)|(?:up|down)\s+from|versus|(?:double|twice|than|above|below)\s+the)|,\s+from|(?P<bare>\bfrom))\s+"
    r"(?:about\s+|some\s+|only\s+|just\s+|nearly\s+|around\s+|over\s+|fewer\s+than\s+|a\s+mere\s+)?\Z"
)
# "the quota was raised to 10,000 from 2,500"
_RAISED_TO = re.compile(
    r"\bto\s+(?:[a-z]+\s+){0,2}\d[\d.,]*\s+(?:an?\s+(?:day|week|month|year)\s+)?from\s+(?:[a-z]+\s+){0,2}\Z"
)
_THEN = re.compile(r"\s+(?:in\s+(?:19|20)\d\d|(?:an?|the|one)\s+year\b|last\s+year\b|two\s+years\b)")
# The unit of what is compared with a count right before it, and is nothing without one.
AS_BEFORE = "="
_DOTTED = re.compile(r"\d{1,3}\.\d{3}")
# "200+ firms", "1,000-odd firms", "120 or so firms"
_ODD = re.compile(r"\+|[\s-]odd\b|\s+or\s+so(?=\s+[A-Za-z])")
# "53 Czech companies and 200 | Ghanaian ones"
_ONES = re.compile(r"\s+(?:[A-Za-z][a-z-]+\s+){1,2}ones\b")
_OUT_OF = re.compile(r"(\s+out\s+of|\s+of(?=\s+the\s))\s+(?:the\s+)?\d[\d,]*")
_ALONE = re.compile(
    r"\s*[.,;)”\"]|\s*\Z|[^\S\n]*\n(?=\s*(?:\n|[A-Z•*–-]))|\s+(?:of\s+(?:19|20)\d\d|in|by|this|last|from|to|and|at|as|over|per|before|after|since|now|today|currently|an?\s+(?:year|month|week|day|decade))\b"
)
_BY_NATURE = re.compile(
    r"\s+of\s+(?:understanding|cooperation|co-operation|intent|agreement)\b(?:\s+\([A-Za-z]{2,8}\))?", re.IGNORECASE
)
_SECOND = re.compile(r"\s+and\s+(?:[a-z-]{2,20}\s+){0,2}?(?P<noun>[a-z]{3,20}s|police|staff|personnel)\b(?!['’-])")
_HERD = re.compile(r"\s+head\s+of\s+(?:[A-Z][a-z]{2,12}\s+|(?:live|beef|dairy|pedigree)\s+)?(?P<animals>[a-z]{4,12})\b")
_UNIT = re.compile(
    r"[\s\u00a0-]?(?P<unit>km|bcm|mcm|MW|GW|GWh|TWh|kWh|kg|TEU|TEUs|(?:cubic|square)\s+(?:kilo)?(?:met(?:re|er)s|feet))\b(?!/)"
)
# "a 100-bed hospital", "a 90-kilometre road"
_COMPOUND = re.compile(
    r"-(?P<unit>bed|room|seat|berth|acre|hectare|kilomet(?:re|er)|met(?:re|er)|mile|megawatt|gigawatt|tonne|ton|barrel|unit|apartment"
    r"|household|student|pupil|passenger|vehicle|container)\b"
)
# "212 of the guns", "three other agreements", "5 million more tourists"
_FURTHER = re.compile(
    r"\s+(?:of\s+(?P<known>the|its|their|our|these|those)|other|more|further|additional)(?=\s+[A-Za-z])"
)
# "participants from 60 countries"
_COUNTRIES = re.compile(r"\s+(?:countries|nations)\b")
_TO_FROM = re.compile(r"\b(?:from|to|in)\s+(?:about\s+|some\s+|over\s+|more\s+than\s+|nearly\s+|around\s+)?\Z")
# Unlisted nouns count from this number on: "44 pavilions" is a figure, "three chapters" is a way to speak.
_ENOUGH = 13


class Counted(msgspec.Struct, frozen=True):
    """What is counted: where the phrase ends, its unit ("" for that of the count before), and if named elsewhere."""

    end: int
    unit: str
    refers: bool


def with_whole(text: str, number: Number) -> Number:
    """The number, times a thousand where a dot parts the thousands of things that come whole: "1.500 companies"."""
    dotted = (
        number.digits and number.scale == 1 and number.value % 1 and _DOTTED.fullmatch(text, number.start, number.end)
    )
    head = nouns.head(text, number.end) if dotted else None
    kind = nouns.kinds().get(head[1].lower(), "tonnes") if head else "tonnes"
    whole = kind not in ("tons", "tonnes") or (head is not None and head[1].lower() in nouns.listed("persons", "nouns"))
    return replace(number, value=number.value * 1000) if whole else number


def at(text: str, number: Number) -> Counted | None:
    """The counted things behind a number, or None if the words behind it are no such noun."""
    elsewhere = _elsewhere(text, number) or _beside(text, number)
    if elsewhere is not None:
        return elsewhere
    measured = _measured(text, number)
    if measured is not None:
        return measured
    further = _FURTHER.match(text, number.end)
    if further and further["known"] and not (number.digits and number.value >= _ENOUGH):
        return None
    odd = further or _ODD.match(text, number.end)
    head = nouns.head(text, odd.end() if odd else number.end)
    if head is None:
        return None
    unit = _special(text, number.end, head) or nouns.unit(head[1])
    head, unit = _with_second(text, head, unit)
    enough = nouns.is_listed(head[1]) or (number.digits and number.value >= _ENOUGH) or unit in ("people", "documents")
    if unit is None or not enough or number.value < 2:
        return None
    nature = _BY_NATURE.match(text, head[0]) if unit == "documents" else None
    return Counted(nature.end() if nature else head[0], unit, False)


def _measured(text: str, number: Number) -> Counted | None:
    """What a number measures by a unit, alone or as part of a compound, and heads of cattle and far countries."""
    measured = _UNIT.match(text, number.end)
    if measured and number.digits:
        return Counted(measured.end(), collapse(measured["unit"]), False)
    compound = _COMPOUND.match(text, number.end)
    if compound and number.digits and number.value > 1:
        return Counted(compound.end(), compound["unit"] + "s", False)
    herd = _HERD.match(text, number.end)
    if herd:
        return Counted(herd.end(), herd["animals"], False)
    lands = _COUNTRIES.match(text, number.end) if number.digits and number.value >= _ENOUGH else None
    if lands and _TO_FROM.search(text, max(0, number.start - 24), number.start):
        return Counted(lands.end(), "countries", False)
    return None


def stands_alone(text: str, number: Number) -> bool:
    """Whether no noun follows a number: "from 60 to 120 a year"."""
    return _ALONE.match(text, number.end) is not None


def _special(text: str, start: int, head: tuple[int, str]) -> str | None:
    """The unit that a noun has with the word before it: business leaders are participants, some programmes papers."""
    if _is_nation(text[start : head[0]].split()[-2:]):
        return "people"
    if _come_for_business(text, start, head):
        return "participants"
    first, last = ["", *text[start : head[0]].lower().split()][-2:]
    if last in ("meetings", "sessions") and first in nouns.listed("business", "met_for"):
        return last
    is_paper = last in nouns.listed("paper", "heads") and first in nouns.listed("paper", "of")
    return "documents" if is_paper else None


def _is_nation(name: list[str]) -> bool:
    """Whether two words name the people of a country: "New Zealanders"."""
    return len(name) == 2 and name[0].istitle() and name[1].istitle() and countries.code_of(" ".join(name)) is not None


def _come_for_business(text: str, start: int, head: tuple[int, str]) -> bool:
    """Whether a noun that is nobody's own is of the business that comes to a forum: "200 business leaders"."""
    words_of_phrase = text[start : head[0]].lower().split()[-2:]
    of_business = len(words_of_phrase) == 2 and words_of_phrase[0] in nouns.listed("business", "of")
    return of_business and words_of_phrase[1] in nouns.listed("business", "heads")


def _with_second(text: str, head: tuple[int, str], unit: str | None) -> tuple[tuple[int, str], str | None]:
    """The head and its unit with a second sort of persons: "1,500 teachers and nurses" are people."""
    second = _SECOND.match(text, head[0], head[0] + 60) if head[1].lower() in nouns.listed("persons", "nouns") else None
    noun = second["noun"].lower() if second else ""
    if second is None or noun not in nouns.listed("persons", "nouns"):
        return head, unit
    both = (unit, nouns.unit(noun))
    return (second.end(), head[1]), "participants" if "participants" in both else "people"


def _elsewhere(text: str, number: Number) -> Counted | None:
    """What a number counts that stands somewhere else: before the verb, behind "out of 34", or named before."""
    before = text[max(0, number.start - 110) : number.start]
    unit = _named_before(before) if number.digits and _ALONE.match(text, number.end) else None
    if unit is not None:
        return Counted(number.end, unit, True)
    outer = _OUT_OF.match(text, number.end)
    whole = nouns.head(text, outer.end()) if outer else None
    if outer and whole:
        unit = nouns.unit(whole[1])
        return Counted(outer.end(1), unit, True) if unit else None
    ones = _ONES.match(text, number.end) if number.value > 1 else None
    if ones:
        return Counted(ones.end(), AS_BEFORE, False)
    pointing = _ANAPHOR.match(text, number.end)
    if pointing and number.value > 1:
        named = _APPOSED.search(before[-40:]) if pointing.group().endswith("them") else None
        unit = nouns.unit(named[1]) if named and nouns.is_listed(named[1]) else None
        return Counted(pointing.end(), "people" if "strong" in pointing.group() else unit or "", True)
    parted = number.value > 1 and _PREDICATE.match(text, number.end) and _OF_COUNTED.search(before)
    return Counted(number.end, AS_BEFORE, True) if parted else None


def _named_before(before: str) -> str | None:
    """The unit of a number that stands alone, by the noun before it; "" for that of the count before."""
    if any(map(before.__contains__, ("umber", "total", "olume of"))):
        subject = _SUBJECT.search(before)
        if subject:
            return nouns.unit(subject["of"] or subject["noun"])
        if _THEIR_NUMBER.search(before):
            return ""
    if ":" in before[-10:]:
        headed = _HEADED.search(before)
        return nouns.unit(headed["noun"]) if headed and nouns.is_listed(headed["noun"]) else None
    near = before[-32:]
    moves = before.endswith((" ", "\n")) and (_TO.search(near) or any(map(near.__contains__, _REACHED)))
    moved = (_MOVED.search(before) or _MOVING.search(before)) if moves else None
    return nouns.unit(moved["noun"]) if moved and nouns.is_listed(moved["noun"]) else None


def _beside(text: str, number: Number) -> Counted | None:
    """What a number counts whose noun stands behind the next number, or before the one before, by a country's name."""
    shared = _SHARED.match(text, number.end, number.end + 60)
    whole = nouns.head(text, shared.end()) if shared and countries.code_of(shared["first"]) else None
    if shared and whole and number.digits:
        unit = nouns.unit(whole[1])
        return Counted(shared.end("first"), unit, False) if unit else None
    if number.digits and _is_compared(text, number):
        return Counted(number.end, AS_BEFORE, True)
    origin = _ORIGIN.match(text, number.end, number.end + 40)
    if origin and number.digits and _GOES_ON.search(text[max(0, number.start - 24) : number.start]):
        ours = countries.code_of(origin["place"]) or countries.code_of(origin["place"].split()[0])
        return Counted(number.end, "", True) if ours else None
    return None


def _is_compared(text: str, number: Number) -> bool:
    """Whether a number without a noun is what a count is compared with: "up from 900", "to 80 from 210 in 2019"."""
    compared = _COMPARED.search(text[max(0, number.start - 36) : number.start]) if stands_alone(text, number) else None
    if compared is None or not compared["bare"] or _THEN.match(text, number.end):
        return compared is not None
    return _RAISED_TO.search(text, max(0, number.start - 48), number.start) is not None
