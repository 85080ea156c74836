"""Runs of document names that share one verb: "… signed an agreement on A, a protocol on B and a memorandum on C"."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec
from msgspec.structs import replace

from communique import words
from communique.codebook import Codebook
from communique.extract.documents import behind, elliptic, governors, phrases, quoted, signing, titles, trimming
from communique.extract.documents.phrases import Phrase
from communique.grammar import concordance, lists, text as grammar
from communique.grammar.lists import Unit
from communique.record import Article, Person, Span

# How far behind a name what says who concluded it may reach, in characters: "signed by the two | on Friday".
_AHEAD = 40
# How near the end of its sentence the verb of all names is looked for.
_TAIL = 80
_SENTENCE_END = '.!?"”’»;'
_FOLLOWS = re.compile(r"\s+(?:could|may|might|will|would|should|is\s+to|are\s+to)\s+(?:be\b|follow\b)")
_BREAK = re.compile(
    r"\b(?:will|would|may|could|to)\s+be\s+followed\b|\b(?:whil(?:e|st)|whereas|but)\b|\b(?:is|are|was|were|has|have|will|would)\b[^,;]{0,40}\band\b"
)
_APPOSED = re.compile(r",\s+(?:an?|the)\s+")


class Title(msgspec.Struct, frozen=True):
    """A document's name: its instrument phrase, where the name ends, and its parties where its verb is left out."""

    phrase: Phrase
    end: int
    subject: Span | None = None


class Context(msgspec.Struct, frozen=True):
    """What is the same for the whole article; `people` are the places where persons are named, in order, `roles` what
    they are there, by where the name begins.
    """

    text: str
    lowered: str
    units: tuple[Unit, ...]
    people: tuple[Span, ...]
    sides: tuple[str, ...]
    date: str | None
    speech: tuple[Span, ...]
    roles: Mapping[int, str]


class Chain(msgspec.Struct, frozen=True):
    """Names that share one verb, with the number of their unit."""

    unit: int
    titles: tuple[Title, ...]

    @property
    def start(self) -> int:
        """Where the first name begins."""
        return self.titles[0].phrase.start

    @property
    def end(self) -> int:
        """Where the last name ends."""
        return self.titles[-1].end

    def said(self, text: str) -> int:
        """Where the predicate behind the names begins: "first memorandum | , concluded between A and B"."""
        last = self.titles[-1]
        ahead = self.end + _AHEAD
        told = behind.told(text, last.phrase, ahead) or behind.concluded(text, last.phrase, ahead)
        told = told or behind.issued(text, last.phrase, ahead + _AHEAD)
        return self.end if told is None else last.phrase.end


def context(article: Article, people: tuple[Person, ...], sides: tuple[str, ...]) -> Context:
    """The article made ready: its units, its words in small letters, its quoted speech."""
    text, lowered = article.text, grammar.lower(article.text)
    units = _of_story(text, lowered, lists.units(text, article.sentences))
    named = tuple(sorted(span for person in people for span in person.spans))
    roles = {span.start: person.role for person in people if person.role for span in person.spans}
    return Context(text, lowered, units, named, sides, article.date, quoted.speech(text, article.paragraphs), roles)


def _of_story(text: str, lowered: str, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units emptied where they are headlines of other stories, under "Related stories" and the like."""
    told = _told_by().keys() & concordance.of(text).known
    if not any(heading in lowered for word in told for heading in _told_by()[word]):
        return units
    kept: list[Unit] = []
    linked = False
    for unit in units:
        line = text[unit.start : min(unit.end, unit.start + 40)].lower().partition(":")[0]
        above = text[max(0, unit.start - 40) : unit.start].lower().rstrip().rpartition("\n")[2]
        heading = line.strip() in _related() or above.strip(" :") in _related()
        linked = heading or (linked and text[unit.end - 1] not in _SENTENCE_END)
        kept.append(replace(unit, end=unit.start) if linked else unit)
    return tuple(kept)


@cache
def _signed_all() -> re.Pattern[str]:
    """What one verb says at the end of all names before: "an MoU on tea; another on oats … were also signed"."""
    return re.compile(rf"\s(?:were|have\s+been)\s+(?:also\s+)?{governors.signed()}\b")


@cache
def _told_by() -> dict[str, list[str]]:
    """The headings by the longest of their words."""
    listed: dict[str, list[str]] = {}
    for heading in sorted(_related()):
        listed.setdefault(max(re.findall("[a-z]+", heading), key=len), []).append(heading)
    return listed


@cache
def _related() -> frozenset[str]:
    return frozenset(words.table("documents")["page"]["related"])


def find(story: Context, instruments: Codebook) -> Iterator[tuple[int, list[Phrase], list[Chain]]]:
    """For each unit that names instruments: its number, the phrases, and the chains; bare counts are in no chain."""
    for number, own in _by_unit(story.units, elliptic.joined(story.text, phrases.find(story.text, instruments))):
        yield number, own, _chains(story, number, own)


def _by_unit(units: tuple[Unit, ...], named: list[Phrase]) -> Iterator[tuple[int, list[Phrase]]]:
    """The number of each unit that holds phrases, with them."""
    place = 0
    for number, unit in enumerate(units):
        own: list[Phrase] = []
        while place < len(named) and named[place].end <= unit.end:
            if named[place].end > unit.start:
                own.append(_inside(named[place], unit.start))
            place += 1
        if own:
            yield number, own


def _inside(phrase: Phrase, start: int) -> Phrase:
    """The phrase without the words before its unit, which wrapped lines had made part of it."""
    if phrase.start >= start:
        return phrase
    return replace(phrase, start=start, article="", modified=phrase.head > start and phrase.modified)


def _chains(story: Context, number: int, own: list[Phrase]) -> list[Chain]:
    runs: list[list[Title]] = []
    for title in _titles(story.text, story.units[number], own):
        bare = title.phrase.plural and title.end == title.phrase.end
        if bare or quoted.inside(story.speech, title.phrase.start):
            continue
        if (
            runs
            and not title.subject
            and not _FOLLOWS.match(story.lowered, title.end)
            and _continues(story, number, runs[-1][-1].end, title.phrase)
        ):
            runs[-1].append(title)
        else:
            runs.append([title])
    return [Chain(number, tuple(run)) for run in runs]


def _titles(text: str, unit: Unit, own: list[Phrase]) -> Iterator[Title]:
    """The names in a unit; an instrument inside another document's name is part of it."""
    place, subject = 0, None
    while place < len(own):
        phrase, gap = own[place], None
        end = titles.title_end(text, phrase, unit.end)
        place += 1
        while place < len(own):
            gap = titles.gap(text, phrase.end, own[place].start)
            if gap or own[place].start >= end or _is_next(text, phrase, own[place]):
                end = min(end, trimming.trim(text, phrase.end, gap.start if gap else own[place].start))
                break
            place += 1
        if end <= phrase.end and place < len(own) and _is_only_counted(text, phrase, own[place]):
            continue
        yield Title(phrase, max(end, phrase.end), subject)
        subject = gap


def _is_only_counted(text: str, phrase: Phrase, following: Phrase) -> bool:
    """Whether a phrase only counts the document whose name follows: "the third accord, | a memorandum on tea"."""
    return phrase.is_counted(text) and _APPOSED.fullmatch(text, phrase.end, following.start) is not None


def _is_next(text: str, phrase: Phrase, following: Phrase) -> bool:
    """Whether the following phrase begins a new document and not a part of this one's name."""
    if not titles.separated(text, phrase.end, following.start):
        return False
    listed = text[max(0, following.start - 4) : following.start].rstrip()[-1:] in (",", ";", ":")
    return bool(following.article) or listed or text[following.start].isupper() or not following.modified


def _continues(story: Context, number: int, end: int, phrase: Phrase) -> bool:
    """Whether between two names stands no verb of its own."""
    start, limit = phrase.start, story.units[number].end
    clause = phrase.elliptic and ";" in story.text[end:start]  # "the first covers fish; the second was put off"
    clause = clause and not _signed_all().search(story.lowered, max(start, limit - _TAIL), limit)
    if clause or _BREAK.search(story.lowered, end, start) or not titles.separated(story.text, end, start):
        return False
    return not signing.has_verb(story.lowered, end, start)
