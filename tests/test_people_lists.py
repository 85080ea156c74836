"""Persons on lines of their own: entries of lists with their offices, signatures of agencies, editors' credits."""

import pytest

from communique.article import from_text
from communique.extract import people

STORY = "The two sides met in Rome on Friday to talk about trade.\n\n"


def found(text):
    return [(person.name, person.role) for person in people.find(from_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smt. Meera Iyer, High Commissioner", [("Meera Iyer", "High Commissioner")]),
        ("1\nAccord on Trade\nDr. Ana Gil, Secretary (East)\n2", [("Ana Gil", "Secretary (East)")]),
        ("Shri Ravi Das, Minister of Trade", [("Ravi Das", "Minister of Trade")]),
        ("Sushri Meena Das, Ambassador of India, signed.", [("Meena Das", "Ambassador of India")]),
        ("Hon'ble Minister Ana Gil spoke.", [("Ana Gil", "Minister")]),
        # A headline says what somebody does, behind the stamp of who collected it and with amounts too.
        (
            "date 2024-02-03 Trade to Reach $1bn; PM Gil Leaves Oslo\n\nPrime Minister Ana Gil left Oslo.",
            [("Ana Gil", "Prime Minister")],
        ),
        ("Ana Gil, Minister of Trade, Visits Oslo Fair\n\nThe Oslo fair opened.", []),
    ],
)
def test_entries_of_lists(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Gil, Joint Secretary (South Asia), signed.", [("Ana Gil", "Joint Secretary (South Asia)")]),
        ("Joint Secretary (South Asia) Ana Gil signed.", [("Ana Gil", "Joint Secretary (South Asia)")]),
        ("Secretary (ER) Ana Gil signed.", [("Ana Gil", "Secretary (ER)")]),
        ("The Secretary (he was late) met Ana Gil.", [("Ana Gil", None)]),
    ],
)
def test_what_an_office_is_of_in_brackets(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prof. Emeka Okoro, Chairman of the Lagos Traders' Union, disagreed.",
            [("Emeka Okoro", "Chairman of the Lagos Traders' Union")],
        ),
        (
            "Ana Gil, President of the Teachers’ Association of Ghana, disagreed.",
            [("Ana Gil", "President of the Teachers’ Association of Ghana")],
        ),
        (
            "Chairman of the Oslo Shipowners' Club Ana Gil spoke.",
            [("Ana Gil", "Chairman of the Oslo Shipowners' Club")],
        ),
        ("The head of the traders' delegation left.", []),
    ],
)
def test_owners_of_unions(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("MNA/Ana Ros/ Jon Moe", ["Ana Ros", "Jon Moe"]),
        ("MNA/Ana Ros/1010", ["Ana Ros"]),
        ("(MNA) / Ana Ros / Jon Moe", ["Ana Ros", "Jon Moe"]),
        ("Ana Ros/MNA", ["Ana Ros"]),
        ("Edited by Ana Ros/Jon Moe", ["Ana Ros", "Jon Moe"]),
        ("Edited by: Ana Ros, Jon Moe", ["Ana Ros", "Jon Moe"]),
        ("By Ana Ros & Jon Moe in Rome", ["Ana Ros", "Jon Moe"]),
        ("DSR/ VKT", []),
        ("MNA/SMR/GA/1840hrs", []),
        ("Agriculture/Food Trade/Rome", []),
        ("MNA/Food Trade Desk/World News", []),
    ],
)
def test_signatures_between_strokes(line, expected):
    assert [name for name, _ in found(STORY + line)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Gil, the 54-year-old leader, thanked them.", [("Ana Gil", "leader")]),
        ("Ana Gil, the long-serving head of Nile Steel, left.", [("Ana Gil", "head of Nile Steel")]),
        ("Ana Gil, aged 54, left.", [("Ana Gil", None)]),
        (
            "Sheikh Saif bin Omar, Under-Secretary at the Ministry of Economy, spoke.",
            [("Saif bin Omar", "Under-Secretary at the Ministry of Economy")],
        ),
        ("Dato' Seri Ahmad Razak, Malaysia's Minister of Trade, left.", [("Ahmad Razak", "Minister of Trade")]),
        ("Ana Gil left, 54 years after the leader.", []),
        ("The secretary at the desk left.", []),
    ],
)
def test_ages_and_ministries_between_name_and_office(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prime Minister the Hon Tony Moe MP and the Prime Minister of Tuvalu, the Hon Kausea Lui, signed.",
            [("Tony Moe", "Prime Minister"), ("Kausea Lui", "Prime Minister of Tuvalu")],
        ),
        ("The Minister for Trade, the Rt Hon Ana Gil KC, left.", [("Ana Gil", "Minister for Trade")]),
        ("Minister the Honourable Jon Moe AO came.", [("Jon Moe", "Minister")]),
        ("Minister the next day met them.", []),
    ],
)
def test_honourable_persons_and_what_stands_behind_their_names(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Governor State Bank Dr Reza Moe left.", [("Reza Moe", "Governor State Bank")]),
        ("Secretary Commerce Ana Gil left.", [("Ana Gil", "Secretary Commerce")]),
        ("Speaker National Assembly Raja Ali Moe left.", [("Raja Ali Moe", "Speaker National Assembly")]),
        ("Secretary Rice left.", [("Rice", "Secretary")]),
    ],
)
def test_fields_right_behind_an_office(text, expected):
    assert found(text) == expected
