"""Paragraphs and sentences."""

import itertools

import pytest
from hypothesis import given, strategies as st

from communique.grammar import text as grammar


def words_of(text, spans):
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n  \n\n Two. ", ["One.", "Two."]),
        ("A headline\nThe body stands on its own line.", ["A headline", "The body stands on its own line."]),
        ("Posted are:\n-\nThe pact.\n-\nThe other.", ["Posted are:", "-", "The pact.", "-", "The other."]),
        (
            "The seventh meeting of the commission on trade and\neconomic cooperation took place at the ministry of\n"
            "economy and innovation on a cold morning there.",
            ["The seventh meeting of the commission on trade and\neconomic cooperation took place at the ministry of\n"
             "economy and innovation on a cold morning there."],
        ),
        ("", []),
        (" \n\n ", []),
    ],
)  # fmt: skip
def test_paragraphs(text, expected):
    assert words_of(text, grammar.paragraphs(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("Dr. Ito met Mr. Bo.", ["Dr. Ito met Mr. Bo."]),
        ("A pact with Alfa S.p.A. and Beta Co. was signed.", ["A pact with Alfa S.p.A. and Beta Co. was signed."]),
        ("They met in Washington, D.C. The talks went on.", ["They met in Washington, D.C.", "The talks went on."]),
        ("“We are friends. We trade,” he said.", ["“We are friends.", "We trade,” he said."]),
        ("He said: “Good.” Then he left.", ["He said: “Good.”", "Then he left."]),
        ("J. F. Doe spoke.", ["J. F. Doe spoke."]),
        ("It grew by 3.5 percent. Exports fell.", ["It grew by 3.5 percent.", "Exports fell."]),
        ("Is it so? Yes! It is…", ["Is it so?", "Yes!", "It is…"]),
        ("The U.S. delegation came. It left.", ["The U.S. delegation came.", "It left."]),
        ("He flew to the U.S. He came back.", ["He flew to the U.S.", "He came back."]),
    ],
)
def test_sentences(text, expected):
    assert words_of(text, grammar.sentences(text, grammar.paragraphs(text))) == expected


@given(st.text(alphabet='aB. \n"”-1\u00a0', max_size=200))
def test_spans_are_inside_sorted_and_disjoint(text):
    paragraphs = grammar.paragraphs(text)
    for spans in (paragraphs, grammar.sentences(text, paragraphs)):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(left.end <= right.start for left, right in itertools.pairwise(spans))


@given(st.text(max_size=200))
def test_nothing_but_white_space_is_lost(text):
    spans = grammar.sentences(text, grammar.paragraphs(text))
    assert "".join("".join(words_of(text, spans)).split()) == "".join(text.split())


@pytest.mark.parametrize(("place", "expected"), [(0, (0, 3)), (2, (0, 3)), (3, None), (5, (5, 9)), (9, None)])
def test_holding(place, expected):
    spans = (grammar.Span(0, 3), grammar.Span(5, 9))
    assert grammar.holding(spans, place) == expected
