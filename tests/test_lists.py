"""Lists: items told from sentences, and names parted at the right "and"."""

from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from communique.grammar import lists, text as grammar


def conjuncts(line, least=1):
    return [line[start:end] for start, end in lists.conjuncts(line, 0, len(line), least)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Alfa and Beta", ["Alfa", "Beta"]),
        ("Alfa, Beta and Gamma", ["Alfa", "Beta", "Gamma"]),
        ("Alfa, Beta, and Gamma", ["Alfa", "Beta", "Gamma"]),
        ("Alfa as well as Beta", ["Alfa", "Beta"]),
        ("Alfa (one and two) and Beta", ["Alfa (one and two)", "Beta"]),
        ("Alfa, Inc. and Beta", ["Alfa, Inc.", "Beta"]),
        (
            "the Ministry of Labour and Family and the Dublin Institute",
            ["the Ministry of Labour and Family", "the Dublin Institute"],
        ),
        ("Ministry of Labour and Family", ["Ministry of Labour and Family"]),
        ("Department of Health and Human Services", ["Department of Health and Human Services"]),
        ("Togo Chamber of Commerce and Industry and Alfa Bank", ["Togo Chamber of Commerce and Industry", "Alfa Bank"]),
        ("the Trade and Development Bank", ["the Trade and Development Bank"]),
        ("Trinidad and Tobago and Chad", ["Trinidad and Tobago", "Chad"]),
        ("Bank Alfa and Bank Beta", ["Bank Alfa", "Bank Beta"]),
    ],
)
def test_conjuncts(line, expected):
    assert conjuncts(line) == expected


def test_two_names_are_found_where_two_are_sure():
    assert conjuncts("the Ministry of Health and Alfacorp", 2) == ["the Ministry of Health", "Alfacorp"]
    assert conjuncts("Chambers of Commerce and Industry", 2) == ["Chambers of Commerce and Industry"]
    assert conjuncts("the Ministry of Health and Alfacorp", 1) == ["the Ministry of Health and Alfacorp"]


def units(text):
    sentences = grammar.sentences(text, grammar.paragraphs(text))
    return [(text[unit.start : unit.end], unit.item, unit.lead) for unit in lists.units(text, sentences)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", [("One.", False, 0), ("Two.", False, 1)]),
        ("They are:\n- tea;\n- salt", [("They are:", False, 0), ("tea;", True, 0), ("salt", True, 0)]),
        (
            "They are:\n-\nTea.\n-\nSalt.\nBye.",
            [("They are:", False, 0), ("Tea.", True, 0), ("Salt.", True, 0), ("Bye.", False, 3)],
        ),
        ("So:\n-Tea\n-Salt", [("So:", False, 0), ("Tea", True, 0), ("Salt", True, 0)]),
        ("So:\n-like it", [("So:", False, 0), ("-like it", False, 1)]),
        ("So:\n1. Tea\n2. Salt", [("So:", False, 0), ("Tea", True, 0), ("Salt", True, 0)]),
        ("So:\n• Tea\n• Salt", [("So:", False, 0), ("Tea", True, 0), ("Salt", True, 0)]),
        ("So:\n(a) Tea;\n(b) Salt", [("So:", False, 0), ("Tea;", True, 0), ("Salt", True, 0)]),
        # a dash inside a line opens no item
        ("Tea - and salt.", [("Tea - and salt.", False, 0)]),
    ],
)
def test_units(text, expected):
    assert units(text) == expected


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab AB,;()\n-1.•and ", max_size=200))
def test_any_text_gives_units_in_order_and_conjuncts_inside(text):
    sentences = grammar.sentences(text, grammar.paragraphs(text))
    found = lists.units(text, sentences)
    assert all(0 <= unit.start < unit.end <= len(text) for unit in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    spans = lists.conjuncts(text, 0, len(text), 2)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # a field in front of the noun that both have
        (
            "Export and Investment Promotion Foundation (EIPF) and the Hop Board",
            ["Export and Investment Promotion Foundation (EIPF)", "the Hop Board"],
        ),
        ("Petra, Investment Bank and the Hop Board", ["Petra", "Investment Bank", "the Hop Board"]),
        (
            "Trade and Development Bank of Chad and Alfa Centre",
            ["Trade and Development Bank of Chad", "Alfa Centre"],
        ),
        (
            "RTA and the Chadian Radio and Television Corporation",
            ["RTA", "the Chadian Radio and Television Corporation"],
        ),
        (
            "Chad’s Tavani and Togo’s Electricity and Water Company",
            ["Chad’s Tavani", "Togo’s Electricity and Water Company"],
        ),
        # a body that stands under the Government is one body
        (
            "the Tea Board and the Committee on Hops and Construction under the Government of Chad",
            ["the Tea Board", "the Committee on Hops and Construction under the Government of Chad"],
        ),
        (
            "the Committee on Hops and the Government of Chad",
            ["the Committee on Hops", "the Government of Chad"],
        ),
        (
            "the Lome Chamber of Commerce and Industry (LCCI) and Chad's Private Tea Federation (PTF)",
            ["the Lome Chamber of Commerce and Industry (LCCI)", "Chad's Private Tea Federation (PTF)"],
        ),
        # countries set off behind the names
        ("the Tea Board, Chad, and the Hop Board, Togo", ["the Tea Board", "the Hop Board"]),
        ("the Council of Tea Research, Chad and the Hop Board", ["the Council of Tea Research", "the Hop Board"]),
        ("the Tea Board, Alfa Works and the Hop Board", ["the Tea Board", "Alfa Works", "the Hop Board"]),
        ("Alfa, and the Chad Tea and Trade Centre (CTTC)", ["Alfa", "the Chad Tea and Trade Centre (CTTC)"]),
        ("the Tea Board, Chad and Togo", ["the Tea Board", "Chad", "Togo"]),
    ],
)
def test_fields_and_seats(line, expected):
    assert conjuncts(line) == expected
