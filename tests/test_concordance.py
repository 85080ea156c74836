"""The concordance gives what a search through the text gives."""

import re

import pytest

from communique.extract.figures import aims
from communique.grammar import concordance
from communique.grammar.concordance import DIGITS, Opened

TEXT = "First, the first of 25 talks; twenty-first 1st\nİ éfirst firstly FIRST"


@pytest.mark.parametrize(
    ("pattern", "phrases", "found"),
    [
        (r"\bfirst\b", ["first"], ["First", "first", "first", "FIRST"]),
        (r"\bfirst\s+of\s+\d+", ["first of"], ["first of 25"]),
        (r"\d+", [], ["25", "1"]),
        (r"\b\d+(?:st)?\b", [], ["25", "1st"]),
        (r"\b(?:twenty-first|first)\b", ["twenty-first", "first"], ["First", "first", "twenty-first", "FIRST"]),
        (r"\bsecond\b", ["second"], []),
    ],
)
def test_matches_are_those_of_a_search(pattern, phrases, found):
    pattern = re.compile(pattern, re.IGNORECASE)
    opened = Opened(pattern, concordance.openings(phrases) | {DIGITS})
    assert [match.group() for match in opened.finditer(TEXT)] == found
    assert [match.span() for match in opened.finditer(TEXT)] == [match.span() for match in pattern.finditer(TEXT)]


@pytest.mark.parametrize(("start", "end"), [(0, None), (1, None), (11, 40), (12, 13), (40, 40)])
def test_matches_lie_between_the_offsets(start, end):
    pattern = re.compile(r"\bfirst\b", re.IGNORECASE)
    stop = len(TEXT) if end is None else end
    expected = [match.span() for match in pattern.finditer(TEXT, start, stop)]
    assert [m.span() for m in Opened(pattern, frozenset({"first"})).finditer(TEXT, start, end)] == expected


def test_openings_are_the_first_words_in_small_letters():
    assert concordance.openings(["Third-largest", "in the", "~", ""]) == {"third", "in"}


def test_openings_of_aims_are_complete():
    """`goal_openings` beside the pattern of aims in figures.toml names every word that the pattern can begin with."""
    goal = aims._goal()
    stems = set(re.findall(r"[a-z]+", goal.pattern.pattern))
    forms = {stem + ending for stem in stems for ending in ("", "s", "es", "e", "d", "ed", "ing")}
    tails = ("", " to", " of", " reach", " to raise")
    beginning = {form for form in forms for tail in tails if goal.pattern.match(f"{form}{tail}")}
    assert beginning - goal.openings == set()
