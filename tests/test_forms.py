"""The longest form of a name that stands at a word."""

import pytest

from communique.grammar import forms, names

KNOWN = {("ana", "ros"), ("ana", "maria", "ros"), ("ros",)}
TEXT = "Ana Maria Ros met Ana Ros; Ana Moe left Ana"


@pytest.mark.parametrize(
    ("i", "end"),
    [
        (0, 3),  # the longest
        (2, 3),  # a part of it
        (4, 6),
        (6, 6),  # begins like a form
        (9, 9),  # the text ends too soon
        (3, 3),
    ],
)
def test_longest(i, end):
    assert forms.longest(names.read(TEXT), i, KNOWN, forms.sizes(KNOWN)) == end


def test_a_form_that_ends_the_text_is_found_behind_a_longer_one():
    words = names.read("Moe met Ros")
    known = {("ros",), ("ros", "moe")}
    assert forms.longest(words, 2, known, forms.sizes(known)) == 3


def test_sizes_are_those_of_each_first_word():
    assert forms.sizes(KNOWN) == {"ana": [3, 2], "ros": [1]}
