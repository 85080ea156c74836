"""Says of a party what kind of body it is and from which country."""

import re

from msgspec.structs import replace

from communique.agreements import scores
from communique.agreements.scores import Weighed
from communique.agreements.title import Title, own_text
from communique.codebook import Codebooks
from communique.grammar import countries
from communique.grammar.text import collapse
from communique.record import UNCLASSIFIED, Evidence, Party, Span

_UNKNOWN = "unknown"
# What stands before a name belongs to it back to the last comma or linking word, within this many characters.
_REACH = 60
_BREAK = re.compile(r"[,;:.()]|\b(?:and|between|with|of|by|from|to|for|among|as)\b")


def identify(party: Party, title: Title, codebooks: Codebooks) -> tuple[Party, Evidence]:
    """The party with its kind and, where its name tells, its country, and the evidence for the kind."""
    evidence = _kind(party, title, codebooks)
    found = {mention.code for mention in countries.find(party.name)}
    country = party.country or (found.pop() if len(found) == 1 else None)
    return replace(party, kind=evidence.code, country=country), evidence


def _kind(party: Party, title: Title, codebooks: Codebooks) -> Evidence:
    """By the name itself, else the words before it ("the state water company X"), else its line of business."""
    if countries.code_of(party.name):
        return _evidence(
            "government", "stated", "name of a country", (party.name,), (party.span,) if party.span else ()
        )
    text, start, end, shift = own_text(party, title)
    before = Span(start - len(_BREAK.split(text[max(0, start - _REACH) : start])[-1]), start)
    for rule, place in (("words of the name", Span(start, end)), ("words before the name", before)):
        hits = codebooks.party_kinds.find(text, *place)
        if hits:
            won = scores.decide(scores.weigh(text, hits), hits, codebooks.party_kinds.weights.least)
            return _decided(won, "stated", rule, text, shift if party.span else None)
    sectors = codebooks.sectors.by_code
    hits = [hit for hit in codebooks.sectors.find(text, start, end) if sectors[hit.code].kind]
    hits = [replace(hit, code=sectors[hit.code].kind or _UNKNOWN) for hit in hits]
    won = scores.decide(scores.weigh(text, hits), hits, codebooks.sectors.weights.least)
    return _decided(won, "inferred", "line of business", text, shift if party.span else None)


def _decided(won: Weighed, confidence: str, rule: str, text: str, shift: int | None) -> Evidence:
    if won.code is None:
        return _evidence(_UNKNOWN, UNCLASSIFIED, "tie" if won.hits else "no cue", runner_up=won.runner_up)
    words = tuple(collapse(text[hit.start : hit.end]) for hit in won.hits)
    spans = () if shift is None else tuple(Span(hit.start + shift, hit.end + shift) for hit in won.hits)
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
