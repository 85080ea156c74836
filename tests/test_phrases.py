"""Counts, shares, dates and countries in words."""

from collections import Counter

import pytest

from communique import phrases, words
from communique.grammar import countries


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (phrases.listed([]), ""),
        (phrases.listed(["a"]), "a"),
        (phrases.listed(["a", "b"]), "a and b"),
        (phrases.listed(["a", "b", "c"]), "a, b and c"),
        (phrases.number_of(0, "person"), "no people"),
        (phrases.number_of(1, "person"), "1 person"),
        (phrases.number_of(2, "letter of intent"), "2 letters of intent"),
        (phrases.number_of(3, "quotation"), "3 quotations"),
        (phrases.percent(1, 3), "33%"),
        (phrases.percent(0, 0), "0%"),
        (phrases.in_sentence("United Arab Emirates"), "the United Arab Emirates"),
        (phrases.in_sentence("Cook Islands"), "the Cook Islands"),
        (phrases.in_sentence("Gambia"), "the Gambia"),
        (phrases.in_sentence("Zambia"), "Zambia"),
        (phrases.amount(20e9), "20,000,000,000"),
        (phrases.amount((-4.5, 250.0)), "-4.5–250"),
        (phrases.day("2031-01-05"), "5 January 2031"),
        (phrases.country_name("TON"), "Tonga"),
        (phrases.country_name(None), "not known"),
        (phrases.country_name("EUE"), "EUE"),
    ],
)
def test_in_words(made, text):
    assert made == text


def test_equal_counts_are_ranked_by_name():
    assert phrases.ranked(Counter({"b": 1, "a": 1, "c": 2})) == [("c", 2), ("a", 1), ("b", 1)]


def test_countries_with_an_article_are_in_the_table_of_countries():
    known = {country.name for country in countries.countries().values()}
    assert set(words.table("briefing")["with_article"]) <= known
