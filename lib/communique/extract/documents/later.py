"""Parties told later: "The first was signed by A and B, the second by C and D", "X signed for A and Y for B"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from communique import words
from communique.extract.documents import heads, parties, party_names, runs
from communique.extract.documents.chains import Context
from communique.grammar import concordance, countries
from communique.grammar.concordance import Opened
from communique.grammar.lists import Unit
from communique.record import Document, Party

# How far behind a document a sentence speaks of it, and how far apart those of one list stand, in characters.
_REACH = 900
_APART = 700
_MOST = 12
# How many characters "these " has.
_DETERMINER = 6
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "former": -2, "latter": -1, "last": -1, "other": -1}
_ENDS = re.compile(
    r"(?=\s*[,.;]|\s+(?:on|in|at|for|during|with|while|and|yesterday|today|here|last|after|before|which)\b|\s*\Z)"
)
_GAPPED = re.compile(r"\s+(?:by|between)\s+")
# "X signed the agreement on behalf of | the Government of Chad and Y signed for | the Tea Fund"
_SIGNED_FOR = re.compile(
    r"\b(?:signed|signing|inked|initialled)\s+(?:(?:(?:the|this)\s+)?(?:[\w()]+\s+){1,5}?)?(?:on\s+behalf\s+of|for)\s+"
    r"(?=(?:the\s+)?[A-Z])"
)
_ON_BEHALF = re.compile(r"\bon\s+behalf\s+of\s+(?=(?:the\s+)?[A-Z])")
_AND_FOR = re.compile(r"\b(?:on\s+behalf\s+of|for)\s+(?=(?:the\s+)?[A-Z])")
_OWN = Opened(
    re.compile(
        r"(?P<it>It)(?=\s(?:was|is|has|will)\s)|(?:Signed|Exchanged|Concluded)(?:\s(?:by|between))?\s?:\s*(?=\S)"
        r"|[Pp]arties\s(?:to\s(?:it|(?:the|this)\s\w+)\s)?(?:are|were)\s+(?=\S)|(?:Parties|Signatories)\s?:\s*(?=\S)"
        r"|[Ss]ignatories\s(?:to\s(?:it|(?:the|this)\s\w+)\s)?(?:are|were)\s+(?=\S)"
    ),
    concordance.openings(["it", "signed", "exchanged", "concluded", "parties", "signatories"]),
)
_THE = re.compile(r"(?:The|Its)\s(?:two\s)?\Z")


class _Mention(msgspec.Struct, frozen=True):
    """Words for documents named before; `found` are the parties that their sentence gives."""

    start: int
    ordinal: str
    several: bool
    found: tuple[Party, ...]


def told(story: Context, documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """The documents, those without parties with the ones that a later sentence gives them."""
    if not documents:
        return documents
    kept = list(documents)
    named = {document.span.start for document in kept}
    for mention in (*_mentions(story, kept[0].span.end), *_stated(story, kept[0].span.end)):
        if named.isdisjoint(range(mention.start, mention.start + _DETERMINER)):  # "The last | MoU" is one itself
            _give(kept, mention)
    for number, document in enumerate(kept):
        if not document.parties and (found := _on_behalf(story, kept, number) or _of_heads(story, document)):
            kept[number] = replace(document, parties=found)
    return tuple(kept)


def _is_known(document: Document, ordinal: bool = False) -> bool:
    """Whether a party is named; two countries only are the parties of all, so that an ordinal tells more."""
    states = ordinal and all(countries.code_of(party.name) for party in document.parties)
    return not states and any(not party_names.is_anybody(party) for party in document.parties)


def _give(kept: list[Document], mention: _Mention) -> None:
    """Gives the parties of a mention to the documents that it means."""
    run = _run(kept, mention.start)
    if mention.several:
        meant = run
    elif mention.ordinal:
        place = _PLACES[mention.ordinal]
        meant = run[place : place + 1 or None] if len(run) > 1 else []
    else:
        meant = run[-1:]
    for number in meant:
        if not _is_known(kept[number], bool(mention.ordinal)):
            kept[number] = replace(kept[number], parties=mention.found)


def _run(kept: list[Document], start: int) -> list[int]:
    """The numbers of the documents that were last named before the place, one near the other."""
    last = bisect_right(kept, start, key=lambda document: document.span.end) - 1
    if last < 0 or start - kept[last].span.end > _REACH:
        return []
    first = last
    while first and last - first < _MOST and kept[first].span.start - kept[first - 1].span.end < _APART:
        first -= 1
    return list(range(first, last + 1))


def _mentions(story: Context, start: int) -> Iterator[_Mention]:
    """The words for documents named before, where their sentence says who signed these."""
    named = [match for match in _pattern().finditer(story.text, start) if match["ordinal"] or match["noun"]]
    before: re.Match[str] | None = None
    for match, following in pairwise([*named, None]):
        if match is None:
            return
        unit = _unit(story, match.start())
        end = min(unit.end, following.start() if following else unit.end)
        found = parties.behind(story.text, match.end(), end, story.people) or _signers(story, unit, match)
        found = found or heads.behind(story, match.end(), end)
        if not found and before is not None and match["ordinal"] and before.start() >= unit.start:
            gapped = _GAPPED.match(story.text, match.end(), end)
            found = party_names.listed(story.text, gapped.end(), end, 2) if gapped else ()
        if len(found) > 1 and not any(party_names.is_person(story.text, party, story.people) for party in found):
            before = match
            noun = (match["noun"] or "").lower()
            several = match["several"] is not None or noun.endswith("s") or noun == "memoranda"
            yield _Mention(match.start(), (match["ordinal"] or "").lower(), several, found)


def _stated(story: Context, start: int) -> Iterator[_Mention]:
    """What a sentence or a line of its own says of the document before: "It was signed by A and B", "Parties: A; B"."""
    for match in _OWN.finditer(story.text, start):
        unit = _unit(story, match.start())
        owner = _THE.search(story.text, max(0, match.start() - 8), match.start())
        start = owner.start() if owner else match.start()
        if start != unit.start and story.text[start - 1] != "\n":
            continue
        if match["it"]:
            found = parties.behind(story.text, match.end("it"), unit.end, story.people)
        else:
            found = parties.both(story.text, match.end(), unit.end)
            found = found or party_names.listed(story.text, match.end(), unit.end, 2)
        if len(found) > 1 and not any(party_names.is_person(story.text, party, story.people) for party in found):
            yield _Mention(match.start(), "", False, found)


def _unit(story: Context, place: int) -> Unit:
    """The last sentence or item that begins no later than the place."""
    return story.units[bisect_right(story.units, place, key=attrgetter("start")) - 1]


def _signers(story: Context, unit: Unit, match: re.Match[str]) -> tuple[Party, ...]:
    """The subject of a verb of signing right before the words, with its partner: "A signed | the second | with B"."""
    verb = _verb().search(story.text, max(unit.start, match.start() - 40), match.start())
    if verb is None or not _ENDS.match(story.text, match.end(), unit.end):
        return ()
    partner = parties.partner(story.text, match.end(), min(unit.end, match.end() + 8), story.people)
    if partner:
        partner = parties.partner(story.text, match.end(), unit.end, story.people)
    start = max(unit.start, verb.start() - runs.REACH)
    return parties.subject(story.text, start, verb.start(), story.people, 1 if partner else 2) + partner


def _on_behalf(story: Context, kept: list[Document], number: int) -> tuple[Party, ...]:
    """The two on whose behalf a single document was signed, as its sentence or the next two say."""
    document = kept[number]
    limit = kept[number + 1].span.start if number + 1 < len(kept) else len(story.text)
    limit = min(limit, document.span.end + _REACH)
    first = _SIGNED_FOR.search(story.text, document.span.end, limit) or _ON_BEHALF.search(
        story.text, document.span.end, limit
    )
    second = _AND_FOR.search(story.text, first.end(), min(limit, first.end() + 300)) if first else None
    if first is None or second is None or len(_run(kept, first.start())) > 1:
        return ()
    sides = (*_side(story, first.end(), second.start()), *_side(story, second.end(), limit))
    return sides if len(sides) > 1 else ()


def _of_heads(story: Context, document: Document) -> tuple[Party, ...]:
    """The bodies whose heads sign the document in its own sentence: "X, head of A, and Y, head of B, signed an MoU"."""
    unit = _unit(story, document.span.start)
    found = heads.behind(story, document.span.end, unit.end)
    verb = (
        None if found else _object().search(story.text, max(unit.start, document.span.start - 40), document.span.start)
    )
    return heads.signing(story, unit.start, verb.start()) if verb else found


def _side(story: Context, start: int, end: int) -> tuple[Party, ...]:
    """The body or country that is named there, no person and no "Chadian side"."""
    found = party_names.listed(story.text, start, end, 1)[:1]
    return () if any(party_names.is_person(story.text, party, story.people) for party in found) else found


@cache
def _pattern() -> Opened:
    papers = [*words.table("documents")["parties"]["papers"], "one", "text", "texts", "paper", "papers", "letter"]
    nouns = words.alternation([*papers, "memorandum of understanding", "memoranda of understanding"])
    ordinal = words.alternation(_PLACES)
    pattern = (
        rf"\b(?:the|this|(?P<several>these|both))\b(?:\s+(?P<ordinal>{ordinal})\b)?(?:\s+(?P<noun>{nouns})\b)?"
        r"(?:\s\([A-Za-z]{2,6}\))?"
    )
    return Opened(re.compile(pattern, re.IGNORECASE), concordance.openings(["the", "this", "these", "both"]))


@cache
def _object() -> re.Pattern[str]:
    return re.compile(rf"\b{_signed()}\s+(?:(?:an?|the|this)\s+)?[\"“'‘]?\Z")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b{_signed()}\s+\Z")


@cache
def _signed() -> str:
    return words.alternation([*words.table("documents")["parties"]["before_and_after"], "penned"])
