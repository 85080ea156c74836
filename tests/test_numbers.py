import pytest
from hypothesis import given, strategies as st

from communique.grammar import numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # digits and their grouping
        ("7 ports", [7]),
        ("1,250 lorries", [1250]),
        ("60 000 lorries", [60000]),
        ("12\u2009500 lorries", [12500]),
        ("1,25,000 families", [125000]),
        ("1.250.000 lei", [1250000]),
        ("7,1 billion", [7.1e9]),
        ("12,345.67 tons", [12345.67]),
        ("in 2024 300 firms came", [2024, 300]),
        # scales
        ("1,250 crore", [1.25e10]),
        ("3.7  Billion", [3.7e9]),
        ("3.7\n\nBillions were promised", [3.7]),
        ("3 lakh", [3e5]),
        ("2 lakh crore", [2e12]),
        ("4.5 mln", [4.5e6]),
        ("4.5bn", [4.5e9]),
        ("4.5 bln", [4.5e9]),
        ("3 trn", [3e12]),
        ("20m", [2e7]),
        ("20 m", [20]),
        ("52-billion-dirham", [5.2e10]),
        ("0.74 billion", [7.4e8]),
        ("290 mln 400 thousand", [290.4e6]),
        ("2 billion 300 million", [2.3e9]),
        ("5 million 2 billion", [5e6, 2e9]),
        # words
        ("eleven", [11]),
        ("twenty-five", [25]),
        ("Twenty five", [25]),
        ("two hundred and five", [205]),
        ("three thousand four hundred", [3400]),
        ("three million two hundred thousand", [3.2e6]),
        ("half a million", [5e5]),
        ("a half-million", [5e5]),
        ("one billion and 166.9 million", [1.1669e9]),
        ("one million and 2 billion", [1e6, 2e9]),
        ("a quarter of a million", [250000]),
        ("three-quarters of a million", [750000]),
        ("a quarter of the million", []),
        ("a dozen", [12]),
        ("two dozen", [24]),
        ("a hundred", [100]),
        ("one and a half billion", [1.5e9]),
        ("a million and a half", [1.5e6]),
        ("seven (7) berths", [7]),
        ("seven (8) berths", [7, 8]),
        ("NINE", [9]),
        # no numbers, or more than one
        ("hundreds of lorries", []),
        ("the hundred", []),
        ("tenfold", []),
        ("someone attended", []),
        ("between three and five", [3, 5]),
        ("twenty twelve", [20, 12]),
        ("29.09.22", []),
        ("9" * 30, []),
    ],
)
def test_find(text, expected):
    assert [number.value for number in numbers.find(text)] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("1,250", 1250),
        ("3,5", 3.5),
        ("0,125", None),
        ("1.250.000", 1250000),
        ("1.2.3", None),
        ("1,2,3", None),
        ("012", 12),
    ],
)
def test_amount(digits, expected):
    assert numbers.amount(digits) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("third", 3), ("8th largest", 8), ("twenty-first", 21), ("Fifth", 5), ("firstly", None)]
)
def test_ordinal_at(text, expected):
    found = numbers.ordinal_at(text, 0)
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(("word", "expected"), [("fifth", 5), ("quarters", 4), ("Half", 2), ("eleventh", None)])
def test_part_of(word, expected):
    assert numbers.part_of(word) == expected


@given(st.text(alphabet="0123456789.,- ()aonetwfivhudrmlibc%$\n\u00a0", max_size=80))
def test_spans_hold_in_any_text(text):
    end = 0
    for number in numbers.find(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end


@pytest.mark.parametrize("unit", ["9", "1 ", "123 ", "1,", "one ", "hundred ", "a ", "1-", "half a "])
def test_a_long_repetition_is_read(unit):
    text = unit * (100_000 // len(unit))
    assert all(0 <= number.start < number.end <= len(text) for number in numbers.find(text))
