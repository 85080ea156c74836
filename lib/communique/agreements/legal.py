"""Says how binding a document looks, by the rules of the codebook."""

from communique.agreements import rules
from communique.agreements.title import Title
from communique.codebook import Codebooks
from communique.record import Document, Evidence


def find(document: Document, title: Title, kinds: tuple[str, ...], codebooks: Codebooks) -> Evidence:
    """The code of the first rule that holds, with its name and words; the next code that a rule gives is runner-up."""
    found = list(rules.holding(document, title, kinds, codebooks.legal_character))
    if not found:
        return Evidence(dimension="legal character")
    rule, hits = found[0]
    return Evidence(
        dimension="legal character",
        code=rule.gives,
        confidence="inferred",
        rule=rule.name,
        words=title.words(hits),
        spans=title.spans(hits),
        runner_up=next((other.gives for other, _ in found if other.gives != rule.gives), None),
    )
