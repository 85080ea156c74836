"""Asks the rules of a codebook about a document."""

from collections.abc import Iterator

from communique.agreements.title import Title
from communique.codebook import Codebook, Rule
from communique.cues import Hit
from communique.record import Document


def holding(
    document: Document, title: Title, kinds: tuple[str, ...], book: Codebook
) -> Iterator[tuple[Rule, list[Hit]]]:
    """The rules of the book that hold for the document, from top to bottom, with the words that they found."""
    for rule in book.rules:
        if (
            (not rule.instruments or document.instrument in rule.instruments)
            and (not rule.any_party or any(kind in rule.any_party for kind in kinds))
            and (not rule.all_parties or (kinds and all(kind in rule.all_parties for kind in kinds)))
            and not (rule.no_subject and title.has_subject)
            and not (rule.no_parties and kinds)
        ):
            hits = book.said(rule, title.text, title.start, title.end) if rule.words else []
            if hits or not rule.words:
                yield rule, hits
