"""Parties that are named only as what the signers head."""

import pytest

from communique import article, codebook
from communique.extract import documents, event as events
from communique.record import Person, Span

INSTRUMENTS = codebook.load().instruments
ANA, TOM = "Ana Sol", "Tom Berg"


def parties(text, ana, tom):
    story = article.from_text(text, date="2024-05-20")
    people = [
        Person(name=name, role=role, spans=(Span(text.index(name), text.index(name) + len(name)),))
        for name, role in ((ANA, ana), (TOM, tom))
    ]
    found = documents.find(story, events.find(story), tuple(people), INSTRUMENTS)
    return [[party.name for party in document.parties] for document in found]


CASES = [
    (
        "A protocol on tea was signed by Chairman of the State Tea Committee Ana Sol and First Deputy Chairman of the "
        "Mill Service Tom Berg.",
        ("Chairman of the State Tea Committee", "First Deputy Chairman of the Mill Service"),
        ["State Tea Committee", "Mill Service"],
    ),
    (
        "Ana Sol, president of the TCC, and Tom Berg, manager of Alfa, signed an MoU on tea.",
        ("president of the TCC", "manager of Alfa"),
        ["TCC", "Alfa"],
    ),
    (
        "They signed an MoU on tea. The MoU was signed by Ana Sol, head of the Tea Board, and Tom Berg, head of Alfa.",
        ("head of the Tea Board", "head of Alfa"),
        ["Tea Board", "Alfa"],
    ),
    # a company stands before its head
    (
        "An MoU on tea was signed by Alfa Works CEO Ana Sol and Beta chairman Tom Berg.",
        ("Alfa Works CEO", "Beta chairman"),
        ["Alfa Works", "Beta"],
    ),
    (
        "An MoU on tea was signed by Lagos Governor Ana Sol and Deputy Managing Director Tom Berg.",
        ("Lagos Governor", "Deputy Managing Director"),
        [],
    ),
    # ministers sign for their governments; fields and countries are no bodies; the other may head none
    (
        "A protocol on tea was signed by Minister of Tea Ana Sol and Tom Berg, head of the Mill Service.",
        ("Minister of Tea", "head of the Mill Service"),
        [],
    ),
    (
        "A protocol on tea was signed by Director of Tourism Ana Sol and Tom Berg, Director of Political Affairs.",
        ("Director of Tourism", "Director of Political Affairs"),
        [],
    ),
    (
        "A protocol on tea was signed by Ana Sol, President of Chad, and Tom Berg, President of Togo.",
        ("President of Chad", "President of Togo"),
        [],
    ),
    # who was there signs nothing
    (
        "An MoU on tea was signed in the presence of Ana Sol, head of the Tea Board, and Tom Berg, head of Alfa.",
        ("head of the Tea Board", "head of Alfa"),
        [],
    ),
    # parties that are named count
    (
        "An MoU of the Cup Union and Beta was signed by Ana Sol, head of the Tea Board, and Tom Berg, head of Alfa.",
        ("head of the Tea Board", "head of Alfa"),
        ["Cup Union", "Beta"],
    ),
]


@pytest.mark.parametrize(("text", "roles", "expected"), CASES)
def test_bodies_whose_heads_sign(text, roles, expected):
    assert parties(text, *roles) == [expected]
