"""Codes in corrections: only those that there are, and for documents the codebooks' where no hand gave one."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

import msgspec

from communique import agreements, words
from communique.codebook import Codebooks
from communique.corrections.entries import Place
from communique.grammar import countries
from communique.record import Article, Document, Evidence, Figure, Organisation, Quote

BY_HAND = "by hand"  # how the rule of a corrected item begins, and how sure its codes are
# The codes of a document and what their evidence calls them.
_CODED = {"instrument": "instrument", "cap_topic": "topic", "legal_character": "legal character"}
_PARTY = "party kind"
_FOUND = "words of the title"


def check(item: Any, values: dict[str, Any], codebooks: Codebooks, place: Place) -> None:
    """Raises CommuniqueError for a value that is no code of its field; values that were not given are not looked at."""
    for name, known in _known(type(item), codebooks).items():
        if name in values:
            _refuse(getattr(item, name), name, known, place)
    if "country" in values:
        _check_country(item.country, "country", place)
    for number, party in enumerate(item.parties if "parties" in values else (), 1):
        _refuse(party.kind, f"kind of party {number}", codebooks.party_kinds.by_code, place)
        _check_country(party.country, f"country of party {number}", place)


def instrument(title: str, codebooks: Codebooks) -> str:
    """The instrument that the title of a document names first, "other" if it names none."""
    return next((hit.code for hit in codebooks.instruments.find(title) if hit.weight > 0), "other")


def coded(
    document: Document, values: dict[str, Any], before: Document | None, article: Article, codebooks: Codebooks
) -> Document:
    """The document with the codes that a hand gave it, now or `before`, and all others by the codebooks."""
    rule = (
        next((one.rule for one in before.evidence if one.dimension == "instrument"), before.rule) if before else _FOUND
    )
    found = agreements.categorise(msgspec.structs.replace(document, rule=rule), codebooks, article)
    hand = {one.dimension: one for one in _of_hand(before) if one.dimension in _CODED.values()}
    for name, dimension in _CODED.items():
        if name in values:
            hand[dimension] = _evidence(dimension, getattr(document, name), document.rule)
    codes = {name: hand[dimension].code for name, dimension in _CODED.items() if dimension in hand}
    kinds = _kinds(document, values, before)
    parties = tuple(
        msgspec.structs.replace(party, kind=kind.code) if kind else party
        for party, kind in zip(found.parties, kinds, strict=True)
    )
    told = iter(kinds)
    evidence = tuple(
        (next(told) if one.dimension == _PARTY else hand.get(one.dimension)) or one for one in found.evidence
    )
    return msgspec.structs.replace(found, parties=parties, evidence=evidence, rule=document.rule, **codes)


def _kinds(document: Document, values: dict[str, Any], before: Document | None) -> list[Evidence | None]:
    """For each party the evidence of a kind that a hand gave it, if one did."""
    if "parties" in values:
        return [_evidence(_PARTY, party.kind, document.rule) if party.kind else None for party in document.parties]
    told = [one for one in before.evidence if one.dimension == _PARTY] if before else []
    kept = [one if one.confidence == BY_HAND else None for one in told]
    return kept if len(kept) == len(document.parties) else [None] * len(document.parties)


def _of_hand(document: Document | None) -> Iterator[Evidence]:
    yield from (one for one in document.evidence if one.confidence == BY_HAND) if document else ()


def _evidence(dimension: str, code: str | None, rule: str) -> Evidence:
    return Evidence(dimension=dimension, code=code, confidence=BY_HAND, rule=rule)


def _known(kind: type[Any], codebooks: Codebooks) -> dict[str, Collection[str]]:
    """The codes that there are for the fields of an item."""
    if kind is Document:
        return {
            "instrument": codebooks.instruments.by_code,
            "cap_topic": codebooks.topics.by_code,
            "legal_character": codebooks.legal_character.by_code,
            "status": ("signed", "planned"),
        }
    table = words.table("briefing")
    others: dict[type[Any], dict[str, Collection[str]]] = {
        Figure: {"measure": table["measures"], "qualifier": table["qualifiers"]},
        Quote: {"kind": ("full", "partial")},
        Organisation: {"kind": _bodies()},
    }
    return others.get(kind, {})


@cache
def _bodies() -> tuple[str, ...]:
    """The kinds of organisations, as the rules give them."""
    heads = words.table("organisations")["heads"]
    return tuple("international organisation" if kind == "international" else kind for kind in heads)


def _refuse(code: str | None, name: str, known: Collection[str], place: Place) -> None:
    if code is not None and code not in known:
        raise place.error(f"{code!r} is no code for the {name}", f"take one of these: {', '.join(known)}")


def _check_country(code: str | None, name: str, place: Place) -> None:
    if code is not None and countries.country(code) is None:
        raise place.error(f"{code!r} is no code for the {name}", "write the three letters of ISO 3166, such as KAZ")
