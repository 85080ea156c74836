"""The words of a document and of its parties, with their offsets in the article."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from communique.codebook import Codebook
from communique.cues import Hit
from communique.grammar.text import collapse
from communique.record import Article, Document, Party, Span

# The words that lead from a document's name to its subject; a period or cooperation as such is no subject.
_SUBJECT = re.compile(
    r"\b(?:about|concerning|regarding|covering|in the (?:field|area|sphere)s?|(?:on|for)\b"
    r"(?!\s+(?:the\s+)?(?:period\b|years?\b|\d{4}))"
    r"(?!\s+(?:mutual\s+|bilateral\s+|further\s+)?co-?operation\s+(?:between|of|for|until|with)\b))\b",
    re.IGNORECASE,
)
# Words by which a title refers to the document named before it.
_BACK = re.compile(r"\b(?:its|their|thereof|the latter|the same)\b", re.IGNORECASE)
# Words that open a sentence about the document just named.
_AGAIN = re.compile(
    r"(?:It|This|Under (?:it|the|this)|The (?:new )?(?:documents?|papers?|texts?|deal|pact|accord|agreement|arrangement"
    r"|memorandum|MoU|MOU|contract|protocol|roadmap|treaty))\b"
)


@dataclass(frozen=True)
class Title:
    """A document's words: a stretch of `text`, whose first character has the offset `shift` in the article."""

    text: str
    start: int
    end: int
    shift: int
    names: tuple[Span, ...]
    sentences: tuple[Span, ...] = ()

    @classmethod
    def of(cls, document: Document, article: Article | None) -> "Title":
        """The title as it stands in the article or, without one, in the document itself."""
        if article is None:
            text, shift, (start, end) = document.text, document.span.start, (0, len(document.text))
        else:
            text, shift, (start, end) = article.text, 0, document.span
        spans = [party.span or _within(party.name, text, start, end, shift) for party in document.parties]
        names = tuple(Span(span.start - shift, span.end - shift) for span in spans if span)
        return cls(text, start, end, shift, names, article.sentences if article else ())

    def hits(self, book: Codebook) -> list[Hit]:
        """The cues of a codebook in the title, the parties' names left out."""
        return [hit for hit in book.find(self.text, self.start, self.end) if not self._named(hit)]

    def words(self, hits: list[Hit]) -> tuple[str, ...]:
        """The words of the hits as printed, white space collapsed."""
        return tuple(collapse(self.text[hit.start : hit.end]) for hit in hits)

    def spans(self, hits: list[Hit]) -> tuple[Span, ...]:
        """Where the hits stand in the article."""
        return tuple(Span(hit.start + self.shift, hit.end + self.shift) for hit in hits)

    @cached_property
    def has_subject(self) -> bool:
        """Whether the title goes on to say what it is about."""
        return any(not self._named(match) for match in _SUBJECT.finditer(self.text, self.start, self.end))

    @cached_property
    def points_back(self) -> bool:
        """Whether the title can only be read with the document named before it ("protocol for its application")."""
        return _BACK.search(self.text, self.start, self.end) is not None

    def _named(self, found: Hit | re.Match[str]) -> bool:
        start = found.start if isinstance(found, Hit) else found.start()
        return any(name.start <= start < name.end for name in self.names)

    @cached_property
    def around(self) -> tuple[Span, ...]:
        """The rest of the title's sentence, and the next sentence where it goes on about the document."""
        at = bisect_right(self.sentences, (self.start, self.end)) - 1
        if at < 0 or self.start >= self.sentences[at].end:
            return ()
        here, after = self.sentences[at], self.sentences[at + 1 : at + 2]
        again = _AGAIN.match(self.text, after[0].start) if after else None
        more = (Span(again.end(), after[0].end),) if again else ()
        return (Span(here.start, self.start), Span(min(self.end, here.end), here.end), *more)


def _within(name: str, text: str, start: int, end: int, shift: int) -> Span | None:
    """Where the party is named in the title, any white space for a space."""
    pattern = r"\s+".join(map(re.escape, name.split()))
    match = re.compile(pattern).search(text, start, end) if pattern else None
    return Span(match.start() + shift, match.end() + shift) if match else None


def own_text(party: Party, title: Title) -> tuple[str, int, int, int]:
    """Text, start, end and shift to look for cues in a party's name: the article's where its place is known."""
    if party.span is None:
        return party.name, 0, len(party.name), 0
    return title.text, party.span.start - title.shift, party.span.end - title.shift, title.shift
