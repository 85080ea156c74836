"""Whole articles against their gold: the seed is right in every row, the practice articles do not fall."""

import json
from functools import cache

import pytest

from communique import evaluation, paths, pipeline
from communique.record import to_json

SEED_GOLD = paths.ROOT / "tests" / "gold"

# What the rules reach on the practice articles; a change may raise these, never lower them.
PRACTICE = {
    "people": 1.0,
    "organisations": 0.98,
    "quotes": 1.0,
    "figures": 1.0,
    "documents": 1.0,
    "parties": 1.0,
    "date": 1.0,
    "dateline": 1.0,
    "countries": 0.923,
    "visit_type": 1.0,
    "person.name (full)": 1.0,
    "person.role": 1.0,
    "quote.speaker": 1.0,
    "figure.unit": 1.0,
    "figure.measure": 1.0,
    "figure.period": 1.0,
    "figure.qualifier": 1.0,
    "document.instrument": 1.0,
    "document.topic": 1.0,
    "document.status": 1.0,
}


@cache
def rows(gold, articles):
    pairs = []
    for path in sorted(gold.glob("*.json")):
        wanted = json.loads(path.read_text(encoding="utf-8"))
        _, record = pipeline.read(articles / f"{wanted['id']}.txt")
        pairs.append((wanted, json.loads(to_json(record))))
    return evaluation.evaluate(pairs).rows()


@pytest.mark.parametrize("name", PRACTICE)
def test_the_seed_is_right_in_every_row(name):
    row = rows(SEED_GOLD, paths.SEEDS)[name]
    assert row.get("f1", row.get("accuracy")) == 1.0


@pytest.mark.parametrize(("name", "least"), PRACTICE.items())
def test_the_practice_articles_have_not_fallen(name, least):
    row = rows(paths.PRACTICE / "gold", paths.PRACTICE)[name]
    assert row.get("f1", row.get("accuracy")) >= least


@pytest.mark.parametrize(
    "path", sorted([*paths.SEEDS.glob("*.txt"), *paths.PRACTICE.glob("*.txt")]), ids=lambda p: p.stem
)
def test_every_span_is_its_words(path):
    article, record = pipeline.read(path)
    text = article.text
    for figure in record.figures:
        assert text[slice(*figure.span)] == figure.text
    for document in record.documents:
        assert text[slice(*document.span)] == document.text
        for party in document.parties:
            assert " ".join(text[slice(*party.span)].split()) == party.name
        for evidence in document.evidence:
            assert [text[slice(*span)] for span in evidence.spans] == list(evidence.words)
    for quote in record.quotes:
        assert " ".join(" ".join(text[slice(*piece)] for piece in quote.pieces).split()) == quote.text
    for item in (*record.people, *record.organisations):
        assert item.spans
        assert all(text[start:end].strip() for start, end in item.spans)
    assert all(item.rule for item in (*record.people, *record.organisations, *record.figures, *record.documents))
