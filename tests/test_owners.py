"""Whose bodies a list names: two countries' at once, or one of each."""

import pytest

from communique.grammar import lists


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # each name begins with its country
        (
            "Chad's Ministry of Tea, Social Security, and Rye and Togo's Ministry of Oats and Hops",
            ["Chad's Ministry of Tea, Social Security, and Rye", "Togo's Ministry of Oats and Hops"],
        ),
        (
            "Chad’s State Agency for Civil Service and Local Government and Togo’s State Service Agency",
            ["Chad’s State Agency for Civil Service and Local Government", "Togo’s State Service Agency"],
        ),
        # names of companies, of which none goes on
        ("Chad's Alfa Bank, Beta Group and Togo's Gama Yard", ["Chad's Alfa Bank", "Beta Group", "Togo's Gama Yard"]),
        # bodies of two countries named at once
        ("the ministries of justice of Chad and Togo", ["the ministries of justice of Chad and Togo"]),
        (
            "the ministries of energy and natural resources of Chad and Togo",
            ["the ministries of energy and natural resources of Chad and Togo"],
        ),
        ("the universities of Chad and the Tea Board of Togo", ["the universities of Chad", "the Tea Board of Togo"]),
        # a country opens a name
        (
            "Chad's Alfa and Togo Mills Limited (TML) and Togo Oil Limited",
            ["Chad's Alfa", "Togo Mills Limited (TML)", "Togo Oil Limited"],
        ),
        ("Kenyan Water and Irrigation Ministry and Alfa", ["Kenyan Water and Irrigation Ministry", "Alfa"]),
        # what only looks like an institution of its own
        ("the Agency for Organisation and Administration", ["the Agency for Organisation and Administration"]),
        (
            "the Commission for Culture and the Arts (CCA) and the Ministry of Tea",
            ["the Commission for Culture and the Arts (CCA)", "the Ministry of Tea"],
        ),
    ],
)
def test_names_by_their_owners(line, expected):
    assert [line[start:end] for start, end in lists.conjuncts(line, 0, len(line))] == expected
