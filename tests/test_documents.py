"""Documents: what is found, how its name ends, and what became of it."""

import json

import pytest

from communique import article, codebook, paths
from communique.extract import documents, event as events

INSTRUMENTS = codebook.load().instruments


def found(text):
    story = article.from_text(text, date="2024-05-20")
    return documents.find(story, events.find(story), (), INSTRUMENTS)


def names(text):
    return [" ".join(document.text.split()) for document in found(text)]


def test_seed_holds_the_documents_of_its_gold():
    gold = json.loads((paths.ROOT / "tests/gold/000_73b2e8d7d595140f.json").read_text(encoding="utf-8"))
    story = article.read(paths.SEEDS / "000_73b2e8d7d595140f.txt")
    got = documents.find(story, events.find(story), (), INSTRUMENTS)
    assert [(one.text, one.instrument) for one in got] == [
        (one["text"], one["instrument"]) for one in gold["documents"]
    ]
    assert [[party.name for party in one.parties] for one in got] == [one["parties"] for one in gold["documents"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They signed an agreement on tea and a protocol on salt.", ["agreement on tea", "protocol on salt"]),
        ("They signed 12 agreements.", []),
    ],
)
def test_names(text, expected):
    assert names(text) == expected
