"""Persons as pages of newspapers name them: offices of several parts, by-lines, captions, days that are names."""

import pytest

from communique.article import from_text
from communique.extract.people import find


def named(text):
    return [(person.name, person.role) for person in find(from_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Chairman, Nurses in Exile Commission (NuECOM), Ana Gil, spoke.",
            [("Ana Gil", "Chairman, Nurses in Exile Commission (NuECOM)")],
        ),
        (
            "The Permanent Secretary, Ministry of Trade, Industry and Art, Ana Gil, signed.",
            [("Ana Gil", "Permanent Secretary, Ministry of Trade, Industry and Art")],
        ),
        (
            "They met Vice Minister for Trade, Oyo Province, Chad, Ms. Ana Gil to talk.",
            [("Ana Gil", "Vice Minister for Trade, Oyo Province, Chad")],
        ),
        ("The Minister for Trade, Chad, Fiji and Laos, agreed.", []),
        ("The Permanent Secretary, Ministry of Foreign Affairs, Trade Promotion, agreed.", []),
        (
            "Mr Jon Moe, President, Fiji Chamber of Commerce, stated that it helps.",
            [("Jon Moe", "President, Fiji Chamber of Commerce")],
        ),
        (
            "A statement by Special Adviser to the President on Media and Publicity, Ana Gil, says so.",
            [("Ana Gil", "Special Adviser to the President on Media and Publicity")],
        ),
        ("It quoted the Defence Attaché in Oslo, Major Jon Moe.", [("Jon Moe", "Defence Attaché in Oslo")]),
        ("Chad’s ambassador to the oil-rich Fiji, Amir Ros, wrote.", [("Amir Ros", "ambassador to the oil-rich Fiji")]),
        ("He met Commerce Minister General Jon Moe.", [("Jon Moe", "Commerce Minister")]),
        (
            "He met Presidential Adviser on the Peace Process Ana Gil and Special Assistant to the President Jon Moe.",
            [
                ("Ana Gil", "Presidential Adviser on the Peace Process"),
                ("Jon Moe", "Special Assistant to the President"),
            ],
        ),
        ("It was signed by Secretary Jon B. Moe, Jr. Both agreed.", [("Jon B. Moe, Jr.", "Secretary")]),
        ("They sign documents During Moe's visit to Lome.", []),
        ("They met Malaysian King Sultan Olav on Friday.", [("Sultan Olav", "Malaysian King")]),
        ("He met the Amir of Qatar.", []),
        ("They saw Fiji's King, Sultan Olav, and left.", [("Sultan Olav", "King")]),
        ("They saw the ruler, Prince Olav, and left.", [("Olav", "ruler")]),
        ("He and the First Lady, Ana, arrived.", [("Ana", "First Lady")]),
        ("He and the First Lady, Fiji said, arrived.", []),
    ],
)
def test_offices_of_several_parts(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Minister of Sports, Sunday Moe, spoke.", [("Sunday Moe", "Minister of Sports")]),
        ("The Minister of Sports, Sunday, spoke.", []),
        ("They met on Saturday, Sunday Meetings followed on Friday, May 2.", []),
        ("After the election of Yun Suk-mo as leader, it rose.", [("Yun Suk-mo", None)]),
        ("After the election of Kim Dynamics as supplier, the visit of Fiji as host ended.", []),
    ],
)
def test_days_and_who_is_chosen(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad, Fiji sign deals\nFrom Ana Gil and Jon Moe, Abuja\n\nThe two signed.", ["Ana Gil", "Jon Moe"]),
        ("Chad, Fiji sign deals\nFrom Oslo to Abuja\n\nThe two signed.", []),
    ],
)
def test_by_lines_that_begin_with_from(text, expected):
    assert [name for name, _ in named(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They met on Friday.\n\nTrade Minister of Chad Ana Gil, Mayor of Lome Jon Moe and Others\n\nIt ended.",
            ["Ana Gil", "Jon Moe"],
        ),
        ("They met on Friday.\n\nPresident Jon Moe Visits Chad for Trade Talks\n\nIt ended.", []),
    ],
)
def test_captions_without_a_verb(text, expected):
    assert [name for name, _ in named(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "With him are the Ministers of Tourism, Ana Gil; Defence, Gen. Jon Moe (rtd); CFT, Eva Ros; Trade, Law and "
            "Health, Dr. Ola Lind; and the mayor, Per Dahl.",
            [
                ("Ana Gil", "Minister of Tourism"),
                ("Jon Moe", "Minister of Defence"),
                ("Eva Ros", "Minister of CFT"),
                ("Ola Lind", "Minister of Trade, Law and Health"),
                ("Per Dahl", "mayor"),
            ],
        ),
        ("Ana Gil, the current President of Chad, came.", [("Ana Gil", "President of Chad")]),
        ("It rose, top negotiator in Oslo Jon Moe said.", [("Jon Moe", "top negotiator in Oslo")]),
        ("Prices rose as Jon Moe commenced a two-day visit to Chad.", [("Jon Moe", None)]),
        ("Prices rose as Oslo Energy commenced a two-day sale.", []),
        ("One.\n\nTwo.\n\nThree.\n\nIt ended.\n\nAna Gil in Lagos", [("Ana Gil", None)]),
        ("One.\n\nIt ended.\n\nWith a report from Ana Gil/Post.net", [("Ana Gil", None)]),
        ("One.\n\nIt ended.\n\nWith a report from Kabar", []),
        ("They saw Jon Moe, Chad's long-time de facto ruler who is ill.", [("Jon Moe", "ruler")]),
        ("One.\n\nTwo.\n\nThree.\n\nIt ended.\n\nLocal Elections in Lagos", []),
    ],
)
def test_delegations_and_foot_lines(text, expected):
    assert named(text) == expected
