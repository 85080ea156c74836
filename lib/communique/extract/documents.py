"""Documents of the event: named one by one, with instrument, parties and whether they are signed or still planned."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.codebook import Codebook
from communique.extract import merging, pairs, parties, quoted, signing, titles
from communique.extract.titles import Phrase
from communique.grammar import countries, lists
from communique.grammar.lists import Unit
from communique.record import Article, Document, Event, Party, Person, Span

_EXISTS = re.compile(
    r"(?:there\s+(?:is|was|are|were)|they\s+(?:are|include)|these\s+(?:are|include)|one\s+is|the\s+first\s+is)\b"
)
_BREAK = re.compile(r"\b(?:while|whereas|but)\b")


class Title(NamedTuple):
    """A document's name: its instrument phrase, where the whole name ends, and its parties where its verb is left out."""

    phrase: Phrase
    end: int
    subject: Span | None = None


class Context(NamedTuple):
    """What is the same for the whole article."""

    text: str
    lowered: str
    units: tuple[Unit, ...]
    people: tuple[Person, ...]
    sides: tuple[str, ...]
    year: int | None
    speech: tuple[Span, ...]


def find(article: Article, event: Event, people: tuple[Person, ...], instruments: Codebook) -> tuple[Document, ...]:
    """The documents in the order of the text; each document once, under its fullest name.

    A bare count ("12 agreements"), documents of earlier years or of other countries, and those in quoted speech are left out.
    """
    text = article.text
    units = lists.units(text, article.sentences)
    year = int(article.date[:4]) if article.date else None
    context = Context(text, lower(text), units, people, event.countries, year, quoted.speech(text, article.paragraphs))
    phrases = titles.phrases(text, instruments)
    found: list[merging.Found] = []
    group: tuple[Party, ...] = ()
    for number, own in _by_unit(units, phrases):
        for chain in _chains(context, units[number], own):
            group = _group_parties(context, chain) or group
            found += _documents(context, number, chain, found, group)
        found += pairs.find(text, units[number], own, number)
    return merging.merge(found)


def lower(text: str) -> str:
    """The text in small letters and of the same length."""
    lowered = text.lower()
    return (
        lowered
        if len(lowered) == len(text)
        else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    )


def _by_unit(units: tuple[Unit, ...], phrases: list[Phrase]) -> Iterator[tuple[int, list[Phrase]]]:
    """The number of each unit that holds phrases, with them."""
    place = 0
    for number, unit in enumerate(units):
        own: list[Phrase] = []
        while place < len(phrases) and phrases[place].start < unit.end:
            if unit.start < phrases[place].end <= unit.end:
                own.append(phrases[place]._replace(start=max(phrases[place].start, unit.start)))
            place += 1
        if own:
            yield number, own


def _chains(context: Context, unit: Unit, own: list[Phrase]) -> list[list[Title]]:
    """The names in a unit, in runs that share one verb."""
    chains: list[list[Title]] = []
    for title in _titles(context.text, unit, own):
        if title.phrase.plural and title.end == title.phrase.end:
            continue  # a bare count
        if chains and not title.subject and _continues(context.lowered, chains[-1][-1].end, title.phrase.start):
            chains[-1].append(title)
        else:
            chains.append([title])
    return chains


def _titles(text: str, unit: Unit, own: list[Phrase]) -> Iterator[Title]:
    """The names in a unit; an instrument inside another document's name is part of it."""
    place, subject = 0, None
    while place < len(own):
        phrase, gap = own[place], None
        end = titles.title_end(text, phrase, unit.end)
        place += 1
        while place < len(own):
            gap = titles.gap(text, phrase.end, own[place].start)
            if own[place].start >= end and not gap:
                break
            if gap or _is_next(text, phrase, own[place]):
                end = min(end, titles.trim(text, phrase.end, gap.start if gap else own[place].start))
                break
            place += 1
        yield Title(phrase, max(end, phrase.end), subject)
        subject = gap


def _is_next(text: str, phrase: Phrase, following: Phrase) -> bool:
    """Whether the following phrase begins a new document and not a part of this one's name."""
    if not titles.separated(text, phrase.end, following.start):
        return False
    comma = text[: following.start].rstrip()[-1:] in ",;:"
    capital = text[following.start].isupper()
    return bool(following.article) or capital or comma or not following.modified


def _continues(lowered: str, end: int, start: int) -> bool:
    """Whether between two names stands no verb of its own."""
    return not _BREAK.search(lowered, end, start) and signing.statement(lowered, end, start) in (None, "talked of")


def _documents(
    context: Context, number: int, chain: list[Title], before: list[merging.Found], group: tuple[Party, ...]
) -> Iterator[merging.Found]:
    """The documents of a chain, if its verb makes them documents of this event."""
    first, last = chain[0], chain[-1]
    if quoted.inside(context.speech, first.phrase.start):
        return
    reading = _reading(context, number, chain, before)
    if reading.status is None:
        return
    shared = _shared_parties(context, context.units[number], chain, reading)
    code = before[-1].document.instrument if before else None
    for title in chain:
        phrase = title.phrase
        own = phrase.code or code
        if own is None or not _is_named(chain, title, before, own):
            continue
        code = own
        found = _parties(context, title) or shared or (group if _takes_group(context, number, phrase) else ())
        if _is_foreign(context.sides, found):
            continue
        document = _document(context.text, title, own, found, reading)
        yield merging.Found(document, (number, first.phrase.start), number == 0, bool(phrase.article == "the"))


def _reading(context: Context, number: int, chain: list[Title], before: list[merging.Found]) -> signing.Reading:
    """The status of a chain: by its verb, else by the list it stands in."""
    unit, start, end = context.units[number], chain[0].phrase.start, chain[-1].end
    code = chain[0].phrase.code or ""
    reading = signing.read(context.lowered, unit.start, start, end, unit.end, code, context.year)
    if reading.status or reading.rule:
        return reading
    kind = signing.governed_by(context.lowered, unit.start, start)
    last = before[-1] if before else None
    if last and chain[0].phrase.code is None and last.place[0] >= number - 2:
        return signing.Reading(last.document.status, "left out instrument")
    if (
        last
        and last.place[0] == number
        and (chain[0].subject or titles.separated(context.text, last.document.span.end, start))
    ):
        return signing.Reading(last.document.status, "goes on from the document before")
    if kind == "other":
        return signing.NOTHING
    is_item = unit.item or _fills(context.text, unit, chain)
    if not is_item and kind != "list":
        return signing.NOTHING
    own = None if unit.item else signing.statement(context.lowered, unit.start, start)
    status = own or _led_by(context, number, unit.item or len(chain) > 1)
    return signing.Reading(status, "item of a list") if status in ("signed", "planned") else signing.NOTHING


def _led_by(context: Context, number: int, several: bool) -> str | None:
    """What the sentences before a list say of its documents; a list that nothing is said of is one of signed documents."""
    unit = context.units[number]
    last = unit.lead if unit.item else number - 1
    for lead in range(last, max(-1, last - 4), -1):
        said = signing.statement(context.lowered, context.units[lead].start, context.units[lead].end)
        if said:
            return said
    return "signed" if several and number else None


def _fills(text: str, unit: Unit, chain: list[Title]) -> bool:
    """Whether the unit is nothing but names of documents."""
    around = (chain[0].phrase.start - unit.start) + (unit.end - chain[-1].end)
    return around <= 12 and chain[0].phrase.start - unit.start <= 8


def _is_named(chain: list[Title], title: Title, before: list[merging.Found], code: str) -> bool:
    """Whether the phrase names one document: not a bare count, and not only "the agreement"."""
    phrase, bare = title.phrase, title.end == title.phrase.end
    if phrase.plural:
        return not bare and (len(chain) > 1 or phrase.article == "two")
    if (
        bare
        and phrase.article in ("the", "this", "that", "their", "its", "such", "any", "each", "no")
        and not phrase.modified
    ):
        return not any(found.document.instrument == code for found in before) and phrase.article == "the"
    return phrase.article not in ("such", "any", "no")


def _parties(context: Context, title: Title) -> tuple[Party, ...]:
    return parties.in_title(context.text, title.phrase.end, title.end)


def _shared_parties(context: Context, unit: Unit, chain: list[Title], reading: signing.Reading) -> tuple[Party, ...]:
    """The parties behind the last name, or the subject of the verb and the partner after "with"."""
    text, people, last = context.text, context.people, chain[-1]
    if chain[0].subject:
        gapped = parties.subject(text, *chain[0].subject, people)
        return gapped + parties.partner(text, chain[0].phrase.end, last.end)
    behind = parties.behind(text, last.end, unit.end, people)
    if behind:
        return behind
    partner = parties.partner(text, chain[0].phrase.end, last.end)
    if reading.verb is None:
        return partner
    subject = parties.subject(text, _clause_start(context.lowered, unit.start, reading.verb), reading.verb, people)
    if len(subject) + len(partner) < 2:
        return partner
    return subject + partner


def _clause_start(lowered: str, start: int, verb: int) -> int:
    """Where the clause of the verb begins: after a semicolon or "while"."""
    for boundary in re.compile(r";|\b(?:while|whereas|but)\b").finditer(lowered, max(start, verb - 420), verb):
        start = boundary.end()
    return start


def _group_parties(context: Context, chain: list[Title]) -> tuple[Party, ...]:
    """The parties of several documents at once: "three agreements between A and B"."""
    title = chain[0]
    return _parties(context, title) if title.phrase.plural and len(chain) == 1 else ()


def _takes_group(context: Context, number: int, phrase: Phrase) -> bool:
    """Whether the document is one of a group named before: "There is a memorandum on A and a second one on B"."""
    return phrase.code is None or bool(_EXISTS.match(context.lowered, context.units[number].start))


def _is_foreign(sides: Sequence[str], found: tuple[Party, ...]) -> bool:
    """Whether a party is a country that is no side of the event."""
    named = {code for party in found if (code := countries.code_of(party.name))}
    return len(sides) == 2 and not named <= set(sides)


def _document(text: str, title: Title, code: str, found: tuple[Party, ...], reading: signing.Reading) -> Document:
    start, end = title.phrase.start, title.end
    return Document(
        text=text[start:end],
        span=Span(start, end),
        instrument=code,
        parties=found,
        topic=titles.topic(text, title.phrase, end),
        status=reading.status or "signed",
        rule=reading.rule,
    )
