"""Constructions that name a speaker without a plain "N said": according to N, in N's words, quoted N as saying."""

import re
from functools import cache

import msgspec

from communique import words
from communique.extract.quotes import clauses, referents
from communique.extract.quotes.clauses import Verb
from communique.extract.quotes.referents import Referent
from communique.extract.quotes.speakers import Line
from communique.grammar.text import collapse
from communique.record import Span

ACCORDING = re.compile(r"(?i)\b(?:according\s+to|in\s+the\s+words\s+of|in\s+the\s+opinion\s+of|as\s+per)\s+")
_FOR = re.compile(r"For\s+")
OWN_WORDS = re.compile(r"(?i)\bin\s+(?:(his|her)|([^,;:]{2,80}?)['’]s?)\s+(?:own\s+)?(?:words|opinion|view)\b")
_QUOTED = re.compile(
    r"(?i)\b(?:quoted|quotes|quoting|cited|cites|citing)\s+(?P<whom>[^;:\0]{1,120}?)\s+as\s+(?P<verb>[a-z]+ing)\b"
)
_WAS_QUOTED = re.compile(
    r"(?i)\b(?:was|were|is|are|been)\s+(?:also\s+)?(?:quoted|cited)\s+(?:by\s+[^;:\0]{1,80}?\s+)?as\s+[a-z]+ing\b"
)
_NOBODY = frozenset(
    ("he", "she", "it", "they", "we", "who", "one", "some", "many", "others", "both", "which", "and", "but")
)


class Attribution(msgspec.Struct, frozen=True):
    """The speaker ("" where nobody is named), the cue as printed with its end, and the rule that found them."""

    speaker: str
    cue: str | None
    rule: str
    end: int = 0


def quoted_as(text: str, line: Line, span: Span) -> Attribution | None:
    """A report inside a report: the one quoted is the speaker, not the one who quotes."""
    match = _WAS_QUOTED.search(text, *span)
    if match:
        verb = Verb(match.start(), match.end(), match.group(), "speech")
        found = clauses.subject(text, span.start, verb, line.referents)
        return Attribution(found.words, "quoted", "quoted as saying", match.end()) if found else None
    match = _QUOTED.search(text, *span)
    if match:
        inside = Span(*match.span("whom"))
        who = [one for one in clauses.between(line.referents, *inside) if one.end <= inside.end]
        named = who[0].words if who else printed(match["whom"])
        return Attribution(named, match.group("verb"), "quoted as saying", match.end())
    return None


def according(text: str, line: Line, span: Span) -> Attribution | None:
    """ "According to N", "in the words of N"."""
    match = ACCORDING.search(text, *span)
    who = first_from(line, match.end(), span.end) if match else None
    return Attribution(who.words, collapse(match.group()), "according to", who.end) if match and who else None


def for_him(text: str, line: Line, span: Span) -> Attribution | None:
    """ "For the minister, “…”": a sentence that opens with whose view it gives."""
    match = _FOR.match(text, *span)
    who = first_from(line, match.end(), span.end) if match else None
    if match and who and who.start - match.end() < 40 and text[who.end : span.end].lstrip()[:1] == ",":
        return Attribution(who.words, "for", "for somebody", who.end)
    return None


def own_words(text: str, line: Line, span: Span) -> Attribution | None:
    """ "In his words", "in the minister's words"."""
    match = OWN_WORDS.search(text, *span)
    if not match:
        return None
    inside = clauses.between(line.referents, *match.span())
    owner = [one for one in inside if one.end <= match.end() and one.words]
    who = owner[0] if owner and not match[1] else line.topic
    return Attribution(who.words, collapse(match.group()), "in somebody's words", match.end()) if who else None


def first_from(line: Line, start: int, end: int) -> Referent | None:
    """The first mention between two offsets that has a name."""
    return next((one for one in clauses.between(line.referents, start, end) if one.words), None)


def printed(phrase: str) -> str:
    """An unnamed speaker as printed: the noun phrase without article and without what is said of him or her."""
    phrase = _ending().split(phrase.strip(" \n\t,.;:–—-"), maxsplit=1)[0].strip()
    if phrase.lower() in _NOBODY or len(phrase.split()) > 10 or not re.search(r"[^\W\d_]{3}", phrase):
        return ""
    return referents.without_article(phrase)


@cache
def _ending() -> re.Pattern[str]:
    stops = words.alternation(
        ("in", "at", "on", "during", "after", "before", "as", "when", "while", "who", "which", "with", "by")
    )
    return re.compile(
        rf"[,;:.–—]|\b{stops}\b|\b{words.alternation(words.table('reporting')['light']['words'])}$", re.IGNORECASE
    )
