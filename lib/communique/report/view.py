"""What the report page shows: a record as words and links ready for the template, which escapes them.

Only the marked article is HTML already. Every fact has the name that its words in the marked article link to.
"""

import re
from collections.abc import Iterable
from typing import Any

from communique import __version__, briefing, codebook, corrections, highlight, phrases, words
from communique.grammar.text import holding
from communique.record import Article, Claim, Document, Evidence, Figure, Person, Quote, Record, Span
from communique.report import sources
from communique.trade.reference import Reference

# Shown beside the words of a verdict, so that nobody needs its colour.
SIGNS = {"consistent": "✓", "inconsistent": "✗", "not comparable": "≠", "no reference": "?"}
# Characters of the sentence shown on either side of a figure.
REACH = 60
_SPACE = re.compile(r"\s+")


def page(article: Article, record: Record, books: codebook.Codebooks, reference: Reference) -> dict[str, Any]:
    """Everything the template of the report page needs but the pictures and what failed."""
    quotes = _by_speaker(record)
    claims = {claim.span: claim for claim in record.claims}
    figures = [(_figure(figure, article), claims.get(figure.span)) for figure in record.figures]
    return {
        "title": title(record),
        "visit": visit(record),
        "date": phrases.day(record.date) if record.date else "",
        "article": article,
        "record": record,
        "opening": briefing.opening(article),
        "sentences": briefing.sentences(article, record),
        "people": [_person(person, quotes[person.name]) for person in record.people],
        "others": [_quote(quote) for quote in quotes[None]],
        "organisations": [_named("organisation", body) for body in record.organisations],
        "claims": [{**figure, **_claim(claim)} for figure, claim in figures if claim],
        "figures": [figure for figure, claim in figures if not claim],
        "documents": [_document(document, books) for document in record.documents],
        "marked": highlight.marked(article, record, linked=True, style=False),
        "statistics": sources.cited(record.claims, reference),
        "digest": books.digest,
        "version": __version__,
    }


def _by_speaker(record: Record) -> dict[str | None, list[Quote]]:
    """The quotes of each person, and those of nobody listed under None."""
    quotes: dict[str | None, list[Quote]] = {person.name: [] for person in record.people} | {None: []}
    for quote in record.quotes:
        quotes[quote.speaker if quote.speaker in quotes else None].append(quote)
    return quotes


def title(record: Record) -> str:
    """The sides of the meeting, or the article's id where none are known."""
    return phrases.listed([phrases.country_name(code) for code in record.countries]) or record.id


def visit(record: Record) -> str:
    """The kind of meeting as a heading: "Official visit"."""
    meeting = words.table("briefing")["meetings"].get(record.visit_type or "", "a meeting")
    return str(meeting).removeprefix("an ").removeprefix("a ").capitalize()


def _fact(kind: str, spans: Iterable[Span], item: Any) -> dict[str, Any]:
    """The name of a fact, the ids of its words in the marked article, and whether somebody corrected it by hand."""
    places = sorted(spans)
    name = highlight.fact(kind, places) if places else ""
    ids = [f"w-{name}" + (f"-{number}" if number > 1 else "") for number in range(1, len(places) + 1)]
    return {"fact": name, "words": ids, "corrected": corrections.is_corrected(item) if item is not None else False}


def _named(kind: str, item: Any) -> dict[str, Any]:
    country = phrases.country_name(item.country) if item.country else ""
    role = getattr(item, "role", None) or getattr(item, "kind", None) or ""
    role = "" if role == "other" else role
    return {"name": item.name, "role": role, "country": country, **_fact(kind, item.spans, item)}


def _person(person: Person, quotes: list[Quote]) -> dict[str, Any]:
    return {**_named("person", person), "quotes": [_quote(quote) for quote in quotes]}


def _quote(quote: Quote) -> dict[str, Any]:
    said = {"text": quote.text, "speaker": quote.speaker or "", "cue": quote.cue or "", "kind": quote.kind}
    return {**said, **_fact("quote", quote.pieces, quote)}


def _figure(figure: Figure, article: Article) -> dict[str, Any]:
    measure = words.table("briefing")["measures"].get(figure.measure, figure.measure)
    before, after = _around(article, figure.span)
    said = {"text": figure.text, "before": before, "after": after, "measure": measure, "period": figure.period or ""}
    return {**said, **_fact("figure", (figure.span,), figure)}


def _around(article: Article, span: Span) -> tuple[str, str]:
    """The words of the sentence before and after a figure, up to `REACH` characters each; "…" stands for the rest."""
    begin, end = holding(article.sentences, span.start) or span
    end = max(end, span.end)
    before = _SPACE.sub(" ", article.text[max(begin, span.start - REACH) : span.start])
    after = _SPACE.sub(" ", article.text[span.end : min(end, span.end + REACH)])
    if begin < span.start - REACH:
        before = "… " + before.partition(" ")[2]
    if end > span.end + REACH:
        after = after.rpartition(" ")[0] + " …"
    return before, after


def _claim(claim: Claim) -> dict[str, Any]:
    bases = [
        {"basis": sources.basis(found.basis), "verdict": found.verdict, "reason": phrases.sentence(found.reason)}
        for found in claim.by_basis
    ]
    sign = SIGNS.get(claim.verdict, "")
    return {"verdict": claim.verdict, "sign": sign, "reason": phrases.sentence(claim.reason), "bases": bases}


def _document(document: Document, books: codebook.Codebooks) -> dict[str, Any]:
    topic = books.topics.by_code.get(document.cap_topic or "")
    character = books.legal_character.by_code.get(document.legal_character or "")
    parties = [
        {
            "name": party.name,
            "kind": party.kind or "",
            "country": phrases.country_name(party.country) if party.country else "",
        }
        for party in document.parties
    ]
    codes = {
        "instrument": document.instrument,
        "character": character.label if character else document.legal_character or "unclassified",
        "cap_topic": topic.label if topic else document.cap_topic or "unclassified",
        "number": topic.number if topic else None,
        "topic": document.topic or "not stated",
    }
    evidence = [_evidence(found) for found in document.evidence]
    head = {"text": document.text, "planned": document.status == "planned", "parties": parties}
    return {**head, **codes, "evidence": evidence, **_fact("document", (document.span,), document)}


def _evidence(found: Evidence) -> dict[str, Any]:
    return {
        "dimension": found.dimension,
        "code": found.code or "unclassified",
        "confidence": found.confidence,
        "rule": found.rule,
        "words": found.words,
    }
