"""Says of a party what kind of body it is and from which country."""

import msgspec

from communique.agreements import scores
from communique.agreements.title import Title, own_text
from communique.codebook import Codebooks
from communique.grammar import countries
from communique.record import Evidence, Party, Span

_UNKNOWN = "unknown"


def identify(party: Party, title: Title, codebooks: Codebooks) -> tuple[Party, Evidence]:
    """The party with its kind and, where its name tells, its country, and the evidence for the kind."""
    evidence = _kind(party, title, codebooks)
    found = {mention.code for mention in countries.find(party.name)}
    country = party.country or (found.pop() if len(found) == 1 else None)
    return msgspec.structs.replace(party, kind=evidence.code, country=country), evidence


def _kind(party: Party, title: Title, codebooks: Codebooks) -> Evidence:
    text, start, end, shift = own_text(party, title)
    if countries.code_of(party.name):
        return _evidence(
            "government", "stated", "name of a country", (party.name,), (party.span,) if party.span else ()
        )
    hits = codebooks.party_kinds.find(text, start, end)
    won = scores.decide(scores.weigh(text, hits), hits, codebooks.party_kinds.weights.least)
    confidence, rule = "stated", "words of the name"
    if not hits:
        sectors = codebooks.sectors.by_code
        hits = [hit for hit in codebooks.sectors.find(text, start, end) if sectors[hit.code].kind]
        hits = [hit._replace(code=sectors[hit.code].kind or _UNKNOWN) for hit in hits]
        won = scores.decide(scores.weigh(text, hits), hits, codebooks.sectors.weights.least)
        confidence, rule = "inferred", "line of business"
    if won.code is None:
        rule = "tie" if won.hits and won.runner_up else "no cue"
        return _evidence(_UNKNOWN, "unclassified", rule, runner_up=won.runner_up)
    words = tuple(" ".join(text[hit.start : hit.end].split()) for hit in won.hits)
    spans = tuple(Span(hit.start + shift, hit.end + shift) for hit in won.hits) if party.span else ()
    return _evidence(won.code, confidence, rule, words, spans, won.runner_up)


def _evidence(
    code: str,
    confidence: str,
    rule: str,
    words: tuple[str, ...] = (),
    spans: tuple[Span, ...] = (),
    runner_up: str | None = None,
) -> Evidence:
    return Evidence(
        dimension="party kind",
        code=code,
        confidence=confidence,
        rule=rule,
        words=words,
        spans=spans,
        runner_up=runner_up,
    )
