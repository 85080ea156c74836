"""Codes a document by the codebooks: kinds of party, policy topic and legal character, each with its evidence."""

import msgspec

from communique.agreements import legal, parties, topics
from communique.agreements.title import Title
from communique.codebook import Codebooks
from communique.record import Article, Document, Evidence

__all__ = ["categorise"]


def categorise(document: Document, codebooks: Codebooks, article: Article | None = None) -> Document:
    """The document with its codes filled in and the evidence for each of them.

    `evidence` holds one entry for the instrument, one for each party in their order, one for the topic and one for the
    legal character; without the article, offsets count from the document's own span and only its own words are read.
    """
    title = Title.of(document, article)
    bodies = [parties.identify(party, title, codebooks) for party in document.parties]
    kinds = tuple(party.kind or "" for party, _ in bodies)
    topic = topics.find(document, title, kinds, codebooks)
    force = legal.find(document, title, kinds, codebooks)
    return msgspec.structs.replace(
        document,
        parties=tuple(party for party, _ in bodies),
        cap_topic=topic.code,
        legal_character=force.code,
        evidence=(_instrument(document, title, codebooks), *(evidence for _, evidence in bodies), topic, force),
    )


def _instrument(document: Document, title: Title, codebooks: Codebooks) -> Evidence:
    hits = [hit for hit in title.hits(codebooks.instruments) if hit.code == document.instrument][:1]
    return Evidence(
        dimension="instrument",
        code=document.instrument,
        confidence="stated" if hits else "inferred",
        rule=document.rule,
        words=title.words(hits),
        spans=title.spans(hits),
    )
