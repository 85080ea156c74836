"""The reporter's part of an article, sentence by sentence: who is mentioned, which verbs report, whom it is about."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from communique.extract import referents
from communique.extract.clauses import Verb, follower, oblique, subject, verbs as reporting_verbs
from communique.extract.coreference import Reader, received, resolved
from communique.extract.referents import Referent
from communique.grammar import text as grammar
from communique.record import Article, Organisation, Person, Span

_BEING = re.compile(r"(?:,[^,.]{1,120},)?\s+(?:is|was|will\s+be|has\s+been)\b")
_ACCORDING = re.compile(r"(?i)\baccording\s+to\s+|in\s+the\s+words\s+of\s+")


class Line(NamedTuple):
    """A reporter's sentence, quoted words blanked out: its referents resolved, its verbs, whom it is about."""

    start: int
    end: int
    referents: tuple[Referent, ...]
    verbs: tuple[Verb, ...]
    topic: Referent | None  # the speaker or subject so far, this sentence taken in
    before: Referent | None  # the same before this sentence


class Report(NamedTuple):
    """The reporter's part of an article: `text` has the article's length, quoted words as NUL characters."""

    text: str
    lines: tuple[Line, ...]

    def line(self, place: int) -> Line | None:
        """The sentence that holds the offset."""
        low, high = 0, len(self.lines)
        while low < high:
            middle = (low + high) // 2
            if self.lines[middle].end <= place:
                low = middle + 1
            else:
                high = middle
        return self.lines[low] if low < len(self.lines) and self.lines[low].start <= place else None


def read(
    article: Article, quoted: Iterable[Span], people: tuple[Person, ...], organisations: tuple[Organisation, ...]
) -> Report:
    """The reporter's sentences of an article with every mention resolved, read from first to last."""
    text = _blanked(article.text, quoted)
    tokens = referents.tokens(text)
    mentions = referents.find(text, tokens, people, organisations)
    profiles = referents.profiles(text, people, mentions)
    verbs = list(reporting_verbs(text, tokens))
    lines: list[Line] = []
    state, mention, verb, background = Reader(), 0, 0, False
    for start, end in grammar.sentences(text, article.paragraphs):
        first, first_verb = mention, verb
        while mention < len(mentions) and mentions[mention].start < end:
            mention += 1
        while verb < len(verbs) and verbs[verb].start < end:
            verb += 1
        own_verbs = tuple(one for one in verbs[first_verb:verb] if one.start >= start)
        if background and grammar.holding(article.paragraphs, start) != grammar.holding(
            article.paragraphs, lines[-1].start
        ):
            state.topic = state.speaker
        before = state.topic
        own = resolved(text, start, [one for one in mentions[first:mention] if one.start >= start], state, profiles)
        speaker, other = _topic(text, start, end, own, own_verbs)
        background = bool(other and state.speaker and _is_background(text, other, end))
        state.speaker = speaker or state.speaker
        state.topic = speaker or other or state.topic
        state.visitors |= received(text, start, end, own)
        lines.append(Line(start, end, own, own_verbs, state.topic, before))
    return Report(text, tuple(lines))


def _topic(
    text: str, start: int, end: int, own: tuple[Referent, ...], verbs: tuple[Verb, ...]
) -> tuple[Referent | None, Referent | None]:
    """Who speaks in a sentence, or else the first person in it who is not governed by a preposition."""
    according = _ACCORDING.search(text, start, end)
    for one in own:
        if according and one.start >= according.end() and one.person >= 0:
            return one, None
    for verb in verbs:
        if verb.kind == "speech":
            found = subject(text, start, verb, own) or follower(text, verb, end, own)
            if found and (found.person >= 0 or found.kind == "epithet"):
                return found, None
    for one in own:
        if one.person >= 0 and not one.possessive and not oblique(text, start, one):
            return None, one
    return None, None


def _is_background(text: str, referent: Referent, end: int) -> bool:
    """Whether a sentence only says what somebody is ("N is on a visit here"): the speech goes on after it."""
    return bool(_BEING.match(text, referent.end, min(end, referent.end + 160)))


def _blanked(text: str, quoted: Iterable[Span]) -> str:
    """The text with the inside of quotations blanked, but for a first letter and a closing full stop: they show
    where the reporter's sentences end."""
    parts, place = [], 0
    for start, end in quoted:
        stop = end - 1 if text[end - 1] == "." and end - start > 1 else end
        parts += [text[place : start + 1], "\0" * (stop - start - 1), text[stop:end]]
        place = end
    return "".join([*parts, text[place:]])
