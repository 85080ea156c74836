"""Who states a figure: the speaker of the quotation it stands in, else whoever the sentence says it of."""

import bisect
import re
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from communique import words
from communique.record import Article, Record, Span

_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the )?([^,.;]{3,60})")
# Between a name and its verb there is room for a short apposition.
_REACH = 60


class Speaker(NamedTuple):
    """The name of whoever states a figure, and the country spoken for (alpha-3), where known."""

    name: str | None = None
    country: str | None = None


class Speakers:
    """The speakers of an article, found in one pass over its sentences."""

    def __init__(self, record: Record, article: Article) -> None:
        """Reads the record's people and quotes against the article's sentences."""
        self._countries = {person.name: person.country for person in record.people}
        quoted = sorted((piece, quote.speaker) for quote in record.quotes for piece in quote.pieces)
        self._pieces = [piece for piece, _ in quoted]
        self._quoted = [speaker for _, speaker in quoted]
        self._starts = [span.start for span in article.sentences]
        self._said = list(_attributed(record, article))

    def of(self, span: Span) -> Speaker:
        """Who states the figure at `span`."""
        at = bisect.bisect_right(self._pieces, span.start, key=attrgetter("start")) - 1
        if at >= 0 and self._pieces[at].start <= span.start < self._pieces[at].end:
            name = self._quoted[at]
        else:
            place = bisect.bisect_right(self._starts, span.start) - 1
            name = self._said[place] if place >= 0 else None
        return Speaker(name, self._countries.get(name or ""))


def _attributed(record: Record, article: Article) -> Iterator[str | None]:
    """For each sentence whose statement it is, or None; within a paragraph a statement goes on until another begins."""
    named = sorted((span, person.name) for person in record.people for span in person.spans)
    beginnings = {paragraph.start for paragraph in article.paragraphs}
    at, last, speaker = 0, None, None
    for sentence in article.sentences:
        here: list[tuple[Span, str]] = []
        while at < len(named) and named[at][0].start < sentence.end:
            here.append(named[at])
            at += 1
        said = _said_here(article.text[sentence.start : sentence.end], sentence.start, here, last)
        last = here[-1][1] if here else last
        speaker = said or (None if sentence.start in beginnings else speaker)
        yield speaker


def _said_here(sentence: str, offset: int, named: list[tuple[Span, str]], last: str | None) -> str | None:
    """The name that this sentence itself attributes its statement to."""
    for span, name in named:
        behind = sentence[span.end - offset : span.end - offset + _REACH]
        if _verb().match(behind):
            return name
        if _inverted().search(sentence[max(0, span.start - offset - _REACH) : span.start - offset]):
            return name
    if last and _pronoun().search(sentence):
        return last
    according = _ACCORDING.search(sentence)
    return according[1].strip() if according else None


@cache
def _verbs() -> str:
    return words.alternation(words.table("trade")["speech"]["verbs"])


@cache
def _verb() -> re.Pattern[str]:
    """A verb of speech behind a name, an apposition or an adverb between them."""
    return re.compile(rf"(?:,[^,.;]{{1,50}},)?\s(?:also\s|then\s|later\s|further\s|has\s|had\s)?{_verbs()}\b")


@cache
def _inverted() -> re.Pattern[str]:
    """ "said the President, " before a name."""
    return re.compile(rf"\b{_verbs()}\s[^,.;]{{0,40}}\Z")


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(rf"\b[Hh]e\s(?:also\s)?{_verbs()}\b|\b[Ss]he\s(?:also\s)?{_verbs()}\b")
