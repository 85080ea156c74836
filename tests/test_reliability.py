"""The statistics against worked examples that were published with their data.

- Artstein and Poesio (2008), Inter-Coder Agreement for Computational Linguistics, Computational Linguistics 34(4),
  tables 1 and 2: 100 utterances, percent agreement 0.88, kappa 0.801.
- Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 3rd edition, table 18.1: 100 subjects,
  percent agreement 0.89, kappa 0.68.
- Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, examples A (alpha 0.095),
  B (0.692) and C (four observers, missing data, 0.743).
"""

import math

import pandas as pd
import pytest
from hypothesis import given, strategies as st

from communique import reliability


def coding(codes):
    """`a b . c`: the codes of units 0, 1, 2, 3, unit 2 not coded."""
    return {str(unit): None if code == "." else code for unit, code in enumerate(codes.split())}


def from_table(table):
    """Two codings that have this table of counts."""
    pairs = [pair for pair, count in table.items() for _ in range(count)]
    return [coding(" ".join(pair[coder] for pair in pairs)) for coder in (0, 1)]


UTTERANCES = from_table(
    {("s", "s"): 46, ("s", "i"): 6, ("i", "i"): 32, ("c", "i"): 6, ("c", "c"): 10},
)
DIAGNOSES = from_table(
    {("p", "p"): 75, ("p", "n"): 1, ("p", "o"): 4, ("n", "p"): 5, ("n", "n"): 4, ("n", "o"): 1, ("o", "o"): 10},
)
BINARY = [coding("0 1 0 0 0 0 0 0 1 0"), coding("1 1 1 0 0 1 0 0 0 0")]
NOMINAL = [coding("a a b b d c c c e d d a"), coding("b a b b b c c c e d d d")]
FOUR = [
    coding("1 2 3 3 2 1 4 1 2 . . ."),
    coding("1 2 3 3 2 2 4 1 2 5 . 3"),
    coding(". 3 3 3 2 3 4 2 2 5 1 ."),
    coding("1 2 3 3 2 4 4 1 2 5 1 ."),
]


@pytest.mark.parametrize(
    ("statistic", "codings", "published", "places"),
    [
        (reliability.percent, UTTERANCES, 0.88, 2),
        (reliability.kappa, UTTERANCES, 0.801, 3),
        (reliability.percent, DIAGNOSES, 0.89, 2),
        (reliability.kappa, DIAGNOSES, 0.68, 2),
        (reliability.alpha, BINARY, 0.095, 3),
        (reliability.percent, BINARY, 0.6, 3),
        (reliability.alpha, NOMINAL, 0.692, 3),
        (reliability.alpha, FOUR, 0.743, 3),
    ],
)
def test_published_examples(statistic, codings, published, places):
    assert round(statistic(codings), places) == published


@pytest.mark.parametrize("statistic", [reliability.percent, reliability.kappa, reliability.alpha])
@pytest.mark.parametrize(
    "codings",
    [
        [{}, {}],
        [coding("a b"), {}],
        [coding("a ."), coding(". b")],
        [coding(". ."), coding(". .")],
    ],
)
def test_nothing_coded_twice_is_not_defined(statistic, codings):
    assert math.isnan(statistic(codings))


def test_one_code_only_agrees_always_and_proves_nothing():
    codings = [coding("a a a"), coding("a a a")]
    assert reliability.percent(codings) == 1
    assert math.isnan(reliability.kappa(codings))
    assert math.isnan(reliability.alpha(codings))
    assert all(map(math.isnan, reliability.alpha_interval(codings, draws=10)))


def test_missing_codes_are_left_out_and_not_classified_is_a_code():
    with_gap = [coding("a b . c"), coding("a b a .")]
    assert reliability.percent(with_gap) == 1
    assert reliability.percent([coding("a none"), coding("a b")]) == 0.5


def test_two_coders_only_for_percent_and_kappa():
    with pytest.raises(ValueError, match="two coders, not 4"):
        reliability.kappa(FOUR)


def test_intervals_are_seeded_and_hold_the_value():
    interval = reliability.alpha_interval(UTTERANCES, draws=200)
    assert interval == reliability.alpha_interval(UTTERANCES, draws=200)
    assert interval != reliability.alpha_interval(UTTERANCES, draws=200, seed=2)
    assert interval.low < reliability.alpha(UTTERANCES) < interval.high
    general = reliability.interval(reliability.kappa, UTTERANCES, draws=200)
    assert general.low < reliability.kappa(UTTERANCES) < general.high
    assert general == pytest.approx(interval, abs=0.05)
    assert all(map(math.isnan, reliability.interval(reliability.kappa, [{}, {}], draws=5)))


def test_more_units_make_a_narrower_interval():
    few = reliability.alpha_interval(from_table({("a", "a"): 8, ("b", "b"): 8, ("a", "b"): 4}), draws=300)
    many = reliability.alpha_interval(from_table({("a", "a"): 80, ("b", "b"): 80, ("a", "b"): 40}), draws=300)
    assert many.high - many.low < few.high - few.low


def test_the_summary_has_a_row_a_pair_and_one_for_all():
    table = reliability.summary({"Ann": FOUR[0], "Ben": FOUR[1], "Cy": FOUR[2]}, draws=20)
    assert list(table["coders"]) == ["Ann and Ben", "Ann and Cy", "Ben and Cy", "all 3"]
    assert list(table["units"]) == [9, 8, 9, 10]
    assert table["kappa"].isna().tolist() == [False, False, False, True]
    pair = reliability.summary({"Ann": FOUR[0], "Ben": FOUR[1]}, draws=20)
    assert list(pair["coders"]) == ["Ann and Ben"]
    assert reliability.summary({"Ann": FOUR[0]}).empty


def test_the_confusion_table_counts_pairs_in_the_order_of_the_codebook():
    table = reliability.confusion(coding("a b b c ."), coding("a b c a a"), order=["c", "b", "z"])
    assert list(table.index) == list(table.columns) == ["c", "b", "a"]
    assert table.loc["b"].tolist() == [1, 1, 0]
    assert int(table.to_numpy().sum()) == 4
    assert reliability.confusion({}, {}).empty


def test_precision_and_recall_of_each_code():
    table = reliability.by_code(*UTTERANCES).set_index("code")
    assert table.loc["i"].tolist() == pytest.approx([32, 44, 32, 32 / 44, 1])
    assert table.loc["c"].tolist() == pytest.approx([16, 10, 10, 1, 10 / 16])
    one_sided = reliability.by_code(coding("a a"), coding("a b")).set_index("code")
    assert pd.isna(one_sided.loc["b", "recall"])
    assert one_sided.loc["b", "precision"] == 0
    assert pd.isna(reliability.by_code(coding("a b"), coding("a a")).set_index("code").loc["b", "precision"])


def test_disagreements_come_with_the_most_different_first():
    table = reliability.disagreements({"Ann": coding("a b c a"), "Ben": coding("a b a b"), "Cy": coding("a . b b")})
    assert table["unit"].tolist() == ["2", "3"]
    assert table.loc[0, ["Ann", "Ben", "Cy"]].tolist() == ["c", "a", "b"]
    assert reliability.disagreements({"Ann": coding("a"), "Ben": coding(".")}).empty


def test_gold_accepts_its_alternatives():
    gold = reliability.accepting(coding("a b c"), coding("x y c"), {"0": ["x"], "1": ["z"]})
    assert gold == {"0": "x", "1": "b", "2": "c"}


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", None]), min_size=6, max_size=6), min_size=2, max_size=4))
def test_alpha_of_the_library_and_of_the_draws_are_one(rows):
    codings = [{f"u{number}": code for number, code in enumerate(row)} for row in rows]
    ours = reliability._alpha(reliability._counts(codings))
    assert reliability.alpha(codings) == pytest.approx(ours, nan_ok=True)
