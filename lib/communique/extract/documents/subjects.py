"""Documents named only by what they are on: "The memoranda are on “fish” and “tea”", "… on (a) fish and (b) tea"."""

import re
from collections.abc import Container, Iterator
from functools import cache, partial
from itertools import takewhile

from msgspec.structs import replace

from communique.extract.documents import (
    concluding,
    governors,
    merging,
    parties,
    party_names,
    recalling,
    signing,
    topics,
)
from communique.extract.documents.chains import Context
from communique.extract.documents.phrases import Phrase
from communique.grammar import text as grammar
from communique.grammar.lists import Unit
from communique.record import Document, Party, Span

# What may stand between "memoranda" and the first subject.
_LEAD = re.compile(
    r"(?:\s*\([^()]{1,12}\))?,?(?:\s+(?P<signed>signed|exchanged|inked|concluded)(?:\s+(?:today|yesterday|on\s+\w+day))?)?(?:\s+(?:are|were|include|included|cover|covered|covering|namely|titled|entitled|called|named))?"
    r"(?P<on>\s+(?:on|about|for|concerning|regarding|in\s+the\s+fields?\s+of)\b)?\s*:?\s*"
)
# What may stand between "agreements" and the colon before a list.
_COLON = re.compile(
    r"(?:\s+(?:that|which|are|were|include|includes|included|signed|inked|exchanged|concluded|adopted|as|follows|today|here"
    r"|also|specifically|focus|focused|focusing|touch|touched))*\s*(?::|\s(?:on|in\s+the\s+(?:areas|fields|sectors)\s+of):?)"
)
_PREPOSITION = re.compile(r"(?:[Bb]etween|on|for|with|in\s+the\s+(?:field|area|sphere|sector)s?\s+of)\s")
_WITH_BETWEEN = re.compile(r"[Bb]etween\s")  # enough for one of the items, where the others name their instruments
_ITEM = re.compile(
    rf"(?P<subject>(?:[A-Z]|[Tt]he\s|{_PREPOSITION.pattern})[^–—:;.\n]{{3,200}}?)"
    r"(?=\s[–—-]{1,2}\s|[:;.]|,\s+(?:signed|between)\b|\s*$)"
)
_ITEMS = 30
_QUOTED = re.compile(r"[“\"«‘](?P<subject>[^“”\"«»‘\n]{3,160}?),?[”\"»’](?=[\s,;.]|$)")
_NUMBERED = re.compile(
    r"\((?:[a-h]|[ivx]{1,4}|\d{1,2})\)\s*(?P<subject>[^\s(),;][^(),;.\n]{2,120}?)(?=\s*[,;.]|\s+and\s+\(|$)"
)
# "on tea, on fish and on rail": the preposition is said again before each.
_REPEATED = re.compile(
    r"(?!the\s+(?:sidelines|margins|occasion|eve|fringes|basis|side|part|spot)\b|which|whom|behalf|top|board|condition)"
    r"(?:the\s+)?(?P<subject>[a-z][^,;.:()\n]{2,80}?)(?=\s*,\s+(?:and\s+)?on\s|\s+and\s+on\s|\s*[,.;]|\s+[–—-]{1,2}\s|\s+\(|$)"
)
# Between two of them may stand an aside in dashes or brackets.
_AGAIN = re.compile(
    r"(?:\s+[–—-]{1,2}\s[^;.]{3,90}?\s[–—-]{1,2}|\s+\([^()]{2,80}\))?(?:\s*,\s+(?:and\s+)?on\s+|\s+and\s+on\s+)"
)
# "Four memoranda | were exchanged before the two premiers: on | tea, on oats and on rail".
_TOLD = re.compile(r"\s+(?:were|are|have\s+been|will\s+be)\s+[^.;:]{3,100}:\s+(?P<on>on)\s+")
# "MoUs | with Alfa University on a chair of tea | , with Beta University on mills | and with Gama University on rail"
_WITH_FIRST = re.compile(r"\s+with\s[^,;]{3,160}\s(?:on|for|in)\s")
_WITH_NEXT = re.compile(
    r"(?:,|,?\s+and)\s+(?P<named>with\s+(?:the\s+)?[A-Z][^,;]{2,120}?(?:\s(?:on|for)\s[^,;.]{3,120}?)?)"
    r"(?=,\s+with\s|,?\s+and\s+with\s|[.;]|\s*\Z)"
)
# "The MoUs | were signed with | Alfa Works, Beta Mills and Gama"
_SIGNED_WITH = re.compile(
    r"\s+(?:were|have\s+been)\s+(?:also\s+)?(?:signed|inked|exchanged|concluded)\s+with\s+(?=[A-Z])"
)
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+)?")
_COMMA = re.compile(r"\s*,\s+(?:and\s+)?|\s+and\s+(?=[A-Z][^,]{3,80}\Z|[A-Z][^,]{3,80}\.)")
_MARKS = '“"«‘'
_JOINT = re.compile(r"\s*[,;]?\s*(?:and\s+)?(?:(?:on|the)\s+)?")


def find(
    story: Context, number: int, own: list[Phrase], group: tuple[Party, ...], numbers: Container[int]
) -> Iterator[merging.Found]:
    """The documents of a sentence that names several of a kind and then two subjects of theirs at least, in itself or
    as the items of a list behind it; `group` are the parties where it names none, `numbers` the units that name
    instruments.
    """
    plural = [phrase for phrase in own if phrase.plural]
    if not plural:
        return
    unit, last = story.units[number], plural[-1]
    subjects = _in_sentence(story.text, unit, last, own[-1] is last) or _in_items(story, number, last, numbers)
    if len(subjects) < 2 and not (subjects and _WITH_BETWEEN.match(story.text, subjects[0].start)):
        return
    status = _status(story, number, last, subjects[-1].end)
    signed = concluding.counted(story, unit, own, bare=True) or group
    for subject in subjects if status else ():
        own_parties = parties.in_title(story.text, subject.start, subject.end, story.people)
        document = _document(story.text, last, subject, own_parties or signed, status)
        yield merging.Found(document, (number, unit.start), False, False)


def with_all(story: Context, number: int, own: list[Phrase], group: tuple[Party, ...]) -> Iterator[merging.Found]:
    """The documents of a body with each of its three partners or more: "The MoUs were signed with | A, B and C"."""
    last, unit = own[-1], story.units[number]
    match = _SIGNED_WITH.match(story.text, last.end, unit.end) if last.plural else None
    partners = party_names.listed(story.text, match.end(), unit.end, 3) if match else ()
    spans = [party.span for party in partners if party.span and story.text[party.span.start].isupper()]
    if len(partners) < 3 or len(spans) < len(partners):
        return
    status = _status(story, number, last, spans[-1].end)
    for partner, span in zip(partners, spans, strict=True) if status else ():
        document = _document(story.text, last, span, (*group[:1], partner), status)
        yield merging.Found(replace(document, topic="not stated"), (number, unit.start), False, False)


def with_each(story: Context, number: int, own: list[Phrase], before: list[merging.Found]) -> Iterator[merging.Found]:
    """The further documents of a body that signed one with each partner: "MoUs with A on tea | , with B on oats"."""
    last = own[-1]
    if not before or not last.plural or before[-1].place != (number, last.start):
        return
    first, unit = before[-1].document, story.units[number]
    if first.span.start != last.start or not _WITH_FIRST.match(story.text, last.end, first.span.end):
        return
    partner = [party.span for party in first.parties if party.span and party.span.start >= last.end]
    shared = tuple(party for party in first.parties if party.span not in partner)
    end = first.span.end
    while match := _WITH_NEXT.match(story.text, end, unit.end):
        end = match.end()
        named = Span(*match.span("named"))
        mine = party_names.listed(story.text, named.start + len("with "), named.end, 1)
        document = _document(story.text, last, named, shared + mine, first.status)
        yield merging.Found(document, (number, last.start), False, False)


def _status(story: Context, number: int, last: Phrase, end: int) -> str:
    """What the sentence says of its documents, named up to `end`, or else the one before it; "" for earlier ones."""
    unit = story.units[number]
    place = recalling.Place(story.lowered, unit.start, last.start, min(end, unit.end), unit.end, story.date)
    reading = signing.read(place, last.code)
    if reading.status or reading.rule:
        return reading.status or ""
    units = (unit, *story.units[max(0, number - 1) : number])
    stated = (signing.statement(story.lowered, unit.start, unit.end) for unit in units)
    return "planned" if next(filter(None, stated), "signed") == "planned" else "signed"


def _document(text: str, last: Phrase, subject: Span, group: tuple[Party, ...], status: str) -> Document:
    topic = grammar.collapse(text[subject.start : subject.end])
    if _PREPOSITION.match(topic):  # "between A and B on | tea"
        named = max((party.span.end for party in group if party.span and party.span.start > subject.start), default=0)
        topic = topics.topic(text, replace(last, end=subject.start - 1), subject.end, named)
    return Document(
        text=text[subject.start : subject.end],
        span=subject,
        instrument=last.code,
        parties=group,
        topic=topic,
        status=status,
        rule="subject of one of several",
    )


def _in_sentence(text: str, unit: Unit, last: Phrase, only: bool) -> list[Span]:
    """The subjects behind the last count of documents; `only`: no instrument is named behind it."""
    lead = _TOLD.match(text, last.end, unit.end) or _LEAD.match(text, last.end, unit.end)
    told = lead and (lead["on"] or (lead["signed"] and text[lead.end() : lead.end() + 1].isupper()))
    subjects = (only and lead and told and _listed(text, lead.end(), unit.end)) or (
        list(_subjects(text, lead.end(), unit.end)) if lead else []
    )
    # "The agreements are “a start” and “a bridge”" names none.
    titled = lead and (lead["on"] or all(text[subject.start].isupper() for subject in subjects))
    return subjects if titled else []


def _in_items(story: Context, number: int, last: Phrase, numbers: Container[int]) -> list[Span]:
    """The names of those items under "The following agreements were signed:" that name no instrument."""
    if not _COLON.fullmatch(story.text, last.end, story.units[number].end):
        return []
    listed = takewhile(partial(_in_list, story.text), story.units[number + 1 : number + 1 + _ITEMS])
    bare = [item for place, item in enumerate(listed, number + 1) if item.item and place not in numbers]
    names = [_ITEM.match(story.text, item.start, item.end) for item in bare]
    return [Span(*name.span("subject")) for name in names if name] if all(names) else []


def _in_list(text: str, unit: Unit) -> bool:
    """Whether a unit is an item, or goes on on an item's line."""
    return unit.item or "\n" not in text[max(0, unit.start - 3) : unit.start]


def _listed(text: str, start: int, end: int) -> list[Span]:
    """The three subjects or more that semicolons part, or that commas part and capitals begin."""
    close = end - (text[end - 1] == ".")
    parting = _SEMICOLON if text.count(";", start, end) > 1 else _COMMA
    places = [*parting.finditer(text, start, close)]
    last = next((n for n, place in enumerate(places) if parting is _SEMICOLON and "and" in place.group()), len(places))
    places = places[: last + 1]  # "Mining; and Cooperation in Culture; Youth; and Sports" are two
    starts, ends = [start, *(place.end() for place in places)], [*(place.start() for place in places), close]
    pieces = [grammar.strip(text, *piece) for piece in zip(starts, ends, strict=True)]
    plain = all(3 < piece.end - piece.start < 120 and "“" not in text[slice(*piece)] for piece in pieces)
    plain = plain and not any(_clause().search(text, *piece) for piece in pieces)
    capital = parting is _SEMICOLON or all(text[piece.start].isupper() for piece in pieces)
    return pieces if len(pieces) > 2 and plain and capital else []


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(rf"\s(?:were|was|are|have\s+been)\s+(?:also\s+)?{governors.concluded()}\b")


def _subjects(text: str, start: int, end: int) -> Iterator[Span]:
    """The quoted, numbered or repeated subjects that follow one another from `start` on."""
    pattern = _NUMBERED if text.startswith("(", start) else _QUOTED if text[start : start + 1] in _MARKS else _REPEATED
    joining = _AGAIN if pattern is _REPEATED else _JOINT
    while match := pattern.match(text, start, end):
        yield Span(*match.span("subject"))
        joint = joining.match(text, match.end(), end)
        if joint is None:
            return
        start = joint.end()
