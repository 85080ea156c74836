"""Finds the policy topic of a document: in its title, in the names of its parties, in the words around it."""

from collections.abc import Iterator

from msgspec.structs import replace

from communique.agreements import rules, scores
from communique.agreements.scores import Weighed
from communique.agreements.title import Title, own_text
from communique.codebook import Codebooks
from communique.cues import Hit
from communique.record import UNCLASSIFIED, Document, Evidence, Span

# Kinds of party that deal with everything, so that their names say nothing about a subject.
_GENERAL = ("government", "head of state or government")


def find(document: Document, title: Title, kinds: tuple[str, ...], codebooks: Codebooks) -> Evidence:
    """The topic with its evidence: stated in the title, else inferred from names or rules, else unclassified."""
    weights = codebooks.topics.weights
    everything = title.hits(codebooks.topics)
    hits = [hit for hit in everything if hit.weight > weights.frame]
    totals = scores.weigh(title.text, hits)
    stated = scores.decide(totals, hits, weights.least)
    if stated.code and (len(stated.hits) > 1 or stated.hits[0].weight > weights.weak):
        return _evidence(stated, "stated", "words of the title", title)
    names, spoken = _names(document, title, kinds, codebooks)
    both = scores.together(totals, names)
    won = scores.decide(both, [*hits, *spoken], weights.least)
    if won.code and names:
        return _evidence(won, "inferred", "names of the parties", title)
    if stated.code:
        return _evidence(stated, "stated", "words of the title", title)
    if won.score >= weights.least:
        how = ("stated", "first of several subjects") if hits else ("inferred", "first of the parties")
        return _evidence(scores.first_named(both, [*hits, *spoken]), *how, title)
    if hits or spoken:
        return _evidence(won, UNCLASSIFIED, "weak evidence", title)
    return _otherwise(document, title, kinds, codebooks, everything)


def _otherwise(
    document: Document, title: Title, kinds: tuple[str, ...], codebooks: Codebooks, hits: list[Hit]
) -> Evidence:
    """Where no word of the title and no name tells: frame words, then the sentence around, then the rules."""
    book = codebooks.topics
    if hits:
        won = scores.decide(scores.weigh(title.text, hits), hits, book.weights.frame)
        return _evidence(won, "stated" if won.code else UNCLASSIFIED, "frame of the title", title)
    held = [rule for rule, _ in rules.holding(document, title, kinds, book)]
    first = [rule for rule in held if rule.before_sentence]
    around = _around(title, codebooks)
    if around.code and not first:
        return _evidence(around, "inferred", "words around it", title)
    for rule in (*first, *held):
        return Evidence(dimension="topic", code=rule.gives, confidence="inferred", rule=rule.name)
    return _evidence(around, UNCLASSIFIED, "no cue", title)


def _names(
    document: Document, title: Title, kinds: tuple[str, ...], codebooks: Codebooks
) -> tuple[dict[str, float], list[Hit]]:
    """What the parties' names speak for, and the hits that have a place in the title's text."""
    totals: dict[str, float] = {}
    placed: list[Hit] = []
    for party, kind in zip(document.parties, kinds, strict=True):
        if kind not in _GENERAL:
            text, start, end, _ = own_text(party, title)
            hits = _name_hits(text, start, end, codebooks)
            totals = scores.together(totals, scores.weigh(text, hits, first_counts_most=True))
            placed += hits if party.span else ()
    return totals, placed


def _name_hits(text: str, start: int, end: int, codebooks: Codebooks) -> list[Hit]:
    """Cues of topics and sectors in a name; where both claim a word, the longer cue counts, then the topic's."""
    sectors = codebooks.sectors.by_code
    topics = [hit for hit in codebooks.topics.find(text, start, end) if hit.weight != codebooks.topics.weights.frame]
    found = [replace(hit, code=sectors[hit.code].topic or hit.code) for hit in codebooks.sectors.find(text, start, end)]
    kept = [
        hit
        for hit in found
        if not any(_clash(hit, other) and other.end - other.start >= hit.end - hit.start for other in topics)
    ]
    topics = [hit for hit in topics if not any(_clash(hit, other) for other in kept)]
    return sorted(topics + kept, key=lambda hit: hit.start)


def _clash(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _around(title: Title, codebooks: Codebooks) -> Weighed:
    """What the rest of the sentence says, unless another document is named in it; only strong words count there."""
    book = codebooks.topics
    hits: list[Hit] = []
    totals: dict[str, float] = {}
    for start, end in _clear(title, codebooks):
        found = [hit for hit in book.find(title.text, start, end) if hit.weight > book.weights.weak]
        totals = scores.together(totals, scores.weigh(title.text, found))
        hits += found
    return scores.decide(totals, hits, book.weights.plain)


def _clear(title: Title, codebooks: Codebooks) -> Iterator[Span]:
    for span in title.around:
        if title.points_back or not codebooks.instruments.find(title.text, *span):
            yield span


def _evidence(won: Weighed, confidence: str, rule: str, title: Title) -> Evidence:
    hits = list(won.hits)
    return Evidence(
        dimension="topic",
        code=won.code,
        confidence=confidence,
        rule=rule,
        words=title.words(hits),
        spans=title.spans(hits),
        runner_up=won.runner_up,
    )
