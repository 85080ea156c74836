"""What cues add up to: the weights of dependent words, heads and phrases, ties, and the least that decides."""

import pytest

from communique.agreements import scores
from communique.cues import Hit


def hits(text: str, *cues: tuple[str, str, float]) -> list[Hit]:
    """The hits of cues in a text, each cue wherever it stands, in order."""
    found = []
    for cue, code, weight in cues:
        at = -1
        while (at := text.find(cue, at + 1)) >= 0:
            found.append(Hit(at, at + len(cue), code, cue, weight))
    return sorted(found)


RAIL, HEALTH, TRADE = ("rail", "Transport", 2.0), ("health", "Health", 2.0), ("trade", "Trade", 2.0)


@pytest.mark.parametrize(
    ("text", "cues", "first_counts_most", "wanted"),
    [
        ("", [], False, {}),
        ("rail", [RAIL], False, {"Transport": 2.0}),
        # The same cue twice counts once, two cues of a code are added up.
        ("rail and rail", [RAIL], False, {"Transport": 2.0}),
        ("rail, tram", [RAIL, ("tram", "Transport", 1.0)], False, {"Transport": 3.0}),
        # Side by side the words count alike; one that hangs on another counts four fifths, and less and less.
        ("rail and health", [RAIL, HEALTH], False, {"Transport": 2.0, "Health": 2.0}),
        ("rail of health", [RAIL, HEALTH], False, {"Transport": 2.0, "Health": 1.6}),
        ("rail of health in trade", [RAIL, HEALTH, TRADE], False, {"Transport": 2.0, "Health": 1.6, "Trade": 1.28}),
        (
            "rail of health in trade with art by sea under law",
            [RAIL, HEALTH, TRADE, ("art", "Art", 2.0), ("sea", "Sea", 2.0), ("law", "Law", 2.0)],
            False,
            {"Transport": 2.0, "Health": 1.6, "Trade": 1.28, "Art": 1.024, "Sea": 1.0, "Law": 1.0},
        ),
        # A cue that itself ends in a preposition makes the next word hang on it.
        ("use of rail", [("use of", "Use", 2.0), RAIL], False, {"Use": 2.25, "Transport": 1.76}),
        # Of neighbours the last is the head.
        ("health trade", [HEALTH, TRADE], False, {"Health": 2.0, "Trade": 2.2}),
        ("health-trade", [HEALTH, TRADE], False, {"Health": 2.0, "Trade": 2.2}),
        ("health\ntrade", [HEALTH, TRADE], False, {"Health": 2.0, "Trade": 2.2}),
        ("health/trade", [HEALTH, TRADE], False, {"Health": 2.0, "Trade": 2.0}),
        # A phrase of several words tells a little more.
        ("air and sea rail", [("air and sea", "Air", 1.0)], False, {"Air": 1.5}),
        ("air and sea rail", [("air and sea", "Air", 0.5)], False, {"Air": 0.75}),
        # In the name of a body the first field is the main one.
        ("rail and health", [RAIL, HEALTH], True, {"Transport": 2.0, "Health": 1.6}),
        ("rail, health", [RAIL, HEALTH], True, {"Transport": 2.0, "Health": 1.6}),
        ("rail as well as health", [RAIL, HEALTH], True, {"Transport": 2.0, "Health": 1.6}),
        ("rail of health", [RAIL, HEALTH], True, {"Transport": 2.0, "Health": 1.6}),
    ],
)
def test_what_the_hits_add_up_to(text, cues, first_counts_most, wanted):
    found = scores.weigh(text, hits(text, *cues), first_counts_most)
    assert found == pytest.approx(wanted)
    assert list(found) == list(wanted)


ONE = (Hit(0, 4, "Transport", "rail", 2.0), Hit(5, 11, "Health", "health", 2.0))


@pytest.mark.parametrize(
    ("totals", "least", "wanted"),
    [
        ({}, 1.0, (None, None, 0.0, ONE)),
        ({"Transport": 0.9}, 1.0, (None, "Transport", 0.9, ONE)),
        ({"Transport": 1.0}, 1.0, ("Transport", None, 1.0, ONE[:1])),
        ({"Health": 1.0, "Transport": 2.0}, 1.0, ("Transport", "Health", 2.0, ONE[:1])),
        ({"Health": 3.0, "Transport": 2.0, "Art": 1.0}, 1.0, ("Health", "Transport", 3.0, ONE[1:])),
        # A lead of a twentieth is none.
        ({"Transport": 2.0, "Health": 1.9}, 1.0, (None, "Health / Transport", 2.0, ONE)),
        ({"Transport": 2.0, "Health": 1.89}, 1.0, ("Transport", "Health", 2.0, ONE[:1])),
    ],
)
def test_who_wins(totals, least, wanted):
    assert scores.decide(totals, ONE, least) == wanted


@pytest.mark.parametrize(
    ("totals", "wanted"),
    [
        ({"Transport": 2.0, "Health": 2.0}, ("Transport", "Health", 2.0, ONE[:1])),
        ({"Health": 1.95, "Transport": 2.0}, ("Health", "Transport", 2.0, ONE[1:])),
        ({"Art": 1.0, "Health": 2.0, "Transport": 2.0, "Law": 2.0}, ("Health", "Law / Transport", 2.0, ONE[1:])),
    ],
)
def test_the_first_of_those_that_tie(totals, wanted):
    assert scores.first_named(totals, ONE) == wanted


def test_totals_are_added_up():
    assert scores.together() == {}
    assert scores.together({"A": 1.0, "B": 2.0}, {}, {"B": 0.5, "C": 3.0}) == {"A": 1.0, "B": 2.5, "C": 3.0}
