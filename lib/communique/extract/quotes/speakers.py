"""The reporter's part of an article, sentence by sentence: who is mentioned, which verbs report, whom it is about."""

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from communique.extract.quotes import referents
from communique.extract.quotes.clauses import Verb, between, follower, oblique, subject, verbs as reporting_verbs
from communique.extract.quotes.coreference import RECEIVED, Reader, received, resolved
from communique.extract.quotes.referents import Referent
from communique.grammar import text as grammar
from communique.grammar.concordance import Opened
from communique.record import Article, Organisation, Person, Span

_BEING = re.compile(r"(?:,[^,.]{1,120},)?\s+(?:is|was|will\s+be|has\s+been)\b")
_ACCORDING = Opened(
    re.compile(
        r"\b(?:according\s+to|in\s+the\s+words\s+of|(?:stated|said|announced|declared|voiced)\s+by)\s+", re.IGNORECASE
    ),
    frozenset(("according", "in", "stated", "said", "announced", "declared", "voiced")),
)


class Line(msgspec.Struct, frozen=True):
    """A reporter's sentence, quoted words blanked out: its referents resolved, its verbs, whom it is about."""

    start: int
    end: int
    referents: tuple[Referent, ...]
    verbs: tuple[Verb, ...]
    topic: Referent | None  # the speaker or subject so far, this sentence taken in
    before: Referent | None  # the same before this sentence
    voice: Referent | None = None  # the institution that closes it: "…, the agency said."


class Report(msgspec.Struct, frozen=True):
    """The reporter's part of an article: `text` has the article's length, quoted words as NUL characters."""

    text: str
    lines: tuple[Line, ...]

    def line(self, place: int) -> Line | None:
        """The sentence that holds the offset."""
        return grammar.holding(self.lines, place)


def read(
    article: Article, quoted: Sequence[Span], people: tuple[Person, ...], organisations: tuple[Organisation, ...]
) -> Report:
    """The reporter's sentences of an article up to its last quotation's paragraph, with every mention resolved."""
    reach = sum(1 for span in article.paragraphs if quoted and span.start <= quoted[-1].start)
    paragraphs = list(article.paragraphs[: reach + 1 if reach else 0])  # with the line that may sign the last
    text = _blanked(article.text, quoted)[: paragraphs[-1].end if paragraphs else 0]
    tokens = referents.tokens(text)
    mentions = referents.find(text, tokens, people, organisations)
    verbs = list(reporting_verbs(text, tokens))
    profiles = referents.profiles(text, people, mentions)
    told, welcomed = (list(pattern.finditer(text, known=article.text)) for pattern in (_ACCORDING, RECEIVED))
    reader, lines, paragraph = Reader(), [], None
    for start, end in grammar.sentences(text, tuple(paragraphs)):
        within = grammar.holding(article.paragraphs, start)
        if reader.background and within != paragraph:
            reader.topic = reader.speaker
        own = resolved(text, start, list(between(mentions, start, end)), reader, profiles)
        according, welcome = _first(told, start, end), _first(welcomed, start, end)
        reader.visitors |= received(welcome, own) if welcome else set()
        spoken = tuple(between(verbs, start, end))
        lines.append(_line(text, Span(start, end), own, spoken, reader, according.end() if according else None))
        paragraph = within
    return Report(text, tuple(lines))


def _first(matches: list[re.Match[str]], start: int, end: int) -> re.Match[str] | None:
    """The first of sorted matches that stands between two offsets."""
    place = bisect_left(matches, start, key=re.Match.start)
    return matches[place] if place < len(matches) and matches[place].end() <= end else None


def _line(
    text: str,
    span: Span,
    own: tuple[Referent, ...],
    verbs: tuple[Verb, ...],
    reader: Reader,
    according: int | None,
) -> Line:
    """The sentence, after which the reader knows whom it was about; `according` is where an "according to" ends."""
    before = reader.topic
    speech = [verb for verb in verbs if verb.kind == "speech"]
    heard = [(verb, subject(text, span.start, verb, own)) for verb in speech]
    speaker, other = _topic(text, span, own, heard, according)
    reader.background = bool(other and reader.speaker and _is_background(text, other, span.end))
    reader.speaker = speaker or reader.speaker
    reader.topic = speaker or other or before
    voice = next((one for _, one in heard if one and one.kind == "office" and one.words), None)
    reader.voice = voice or reader.voice
    closing = voice if voice and not text[verbs[-1].end : span.end].strip(" .\n") else None
    return Line(span.start, span.end, own, verbs, reader.topic, before, closing)


def _topic(
    text: str,
    span: Span,
    own: tuple[Referent, ...],
    heard: Sequence[tuple[Verb, Referent | None]],
    according: int | None,
) -> tuple[Referent | None, Referent | None]:
    """Who speaks in a sentence, or else the first person in it who is not governed by a preposition."""
    for one in own:
        if according is not None and one.start >= according and one.person >= 0:
            return one, None
    for verb, who in heard:
        found = who or follower(text, verb, span.end, own)
        if found and (found.person >= 0 or found.kind == "epithet"):
            return found, None
    for one in own:
        if one.person >= 0 and not one.possessive and not oblique(text, span.start, one):
            return None, one
    return None, None


def _is_background(text: str, referent: Referent, end: int) -> bool:
    """Whether a sentence only says what somebody is ("N is on a visit here"): the speech goes on after it."""
    return bool(_BEING.match(text, referent.end, min(end, referent.end + 160)))


def _blanked(text: str, quoted: Sequence[Span]) -> str:
    """The text with the inside of quotations blanked, but for a first letter and a closing full stop: they show
    where the reporter's sentences end."""
    parts, place = [], 0
    for start, end in quoted:
        stop = end - 1 if text[end - 1] == "." and end - start > 1 else end
        parts += [text[place : start + 1], "\0" * (stop - start - 1), text[stop:end]]
        place = end
    return "".join([*parts, text[place:]])
