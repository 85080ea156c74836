"""Forms of names as outlets print them, and persons told by what they have or with whom they are listed."""

import pytest

from communique.article import from_text
from communique.extract import people


def found(text):
    return [(person.name, person.role) for person in people.find(from_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deputy Minister Roman Gil spoke. In his speech, R.Gil noted it.", [("Roman Gil", "Deputy Minister")]),
        ("R. Gil spoke. Then Deputy Minister Roman Gil left.", [("Roman Gil", "Deputy Minister")]),
        ("President Sh.Moe spoke. President Shavkat Moe left.", [("Shavkat Moe", "President")]),
        ("President Sh. Moe spoke. President Shavkat Moe left.", [("Shavkat Moe", "President")]),
        ("President Gud Th. Gil and Minister Jon Moe met.", [("Gud Th. Gil", "President"), ("Jon Moe", "Minister")]),
        ("Minister S. Moe met the envoy Roman Moe.", [("S. Moe", "Minister"), ("Roman Moe", "envoy")]),
        (
            "Minister Md. Ali Gil and Md Omar Moe, a farmer, met.",
            [("Md. Ali Gil", "Minister"), ("Md Omar Moe", "farmer")],
        ),
        ("Trade Minister Md Omar Moe met MD Ana Gil.", [("Md Omar Moe", "Trade Minister"), ("Ana Gil", "MD")]),
        ("PM Gil came. Prime Minister Sheikh Gil left.", [("Sheikh Gil", "Prime Minister")]),
        ("President Nana Moe came.", [("Nana Moe", "President")]),
        ("The President, H. E. Ana Gil, met H. E. Dr. Jon Moe.", [("Ana Gil", "President"), ("Jon Moe", None)]),
        ("They met beside the just concluded Inter-Sessional Meeting of ministers.", []),
        ("Her Majesty The Queen met His Majesty the King.", []),
        ("He paid an official State-visit, an Official Visit. The Crown Prince Couple came.", []),
        ("It appointed major general Jon Moe there.", [("Jon Moe", "major general")]),
        (
            "Crown Prince Omar bin Moe left. The ruler, Prince Omar, came.",
            [("Omar bin Moe", "Crown Prince")],
        ),
        (
            "The Mayor, Senator Councillor Dr. Ana Gil, left. Councillor Jon Moe spoke.",
            [("Ana Gil", "Mayor"), ("Jon Moe", "Councillor")],
        ),
        (
            "Ana Gil, Minister of Planning, Trade, and Energy, and Jon Moe, the envoy, met.",
            [("Ana Gil", "Minister of Planning, Trade, and Energy"), ("Jon Moe", "envoy")],
        ),
        (
            "Ana Gil, Minister of Trade, and Transport Minister Jon Moe met.",
            [("Ana Gil", "Minister of Trade"), ("Jon Moe", "Transport Minister")],
        ),
        (
            "The High Commissioner of Sri Lanka, H.E Major General ® L.K. Jayan Moe, came.",
            [("L.K. Jayan Moe", "High Commissioner of Sri Lanka")],
        ),
        ("Minister Jon Moe T.D. came.", [("Jon Moe", "Minister")]),
        ("A major Fiji Airways deal was the general Trade Union line.", []),
    ],
)
def test_initials_addresses_and_ranks(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It came after Ana Gil's inauguration in March.", [("Ana Gil", None)]),
        ("They spoke of Ana Gil’s visit to Fiji.", [("Ana Gil", None)]),
        ("They spoke of Addis Ababa's speech and the Great Northern Bridge's inauguration.", []),
        ("They spoke of Sonel Energy's growth.", []),
        # One word is a name before an office with its place, which no town or company holds.
        # The full name may stand somewhere without a title.
        (
            "Benny Gil and Indian Prime Minister Jon Moe met. PM Gil left.",
            [("Benny Gil", "Prime Minister"), ("Jon Moe", "Indian Prime Minister")],
        ),
        ("Crown Princess Eva came. The royals and Prince Ola sat.", [("Eva", "Crown Princess"), ("Ola", "Prince")]),
        ("President Gil met them. The Acme Gil firm and Indian Gil came.", [("Gil", "President")]),
        # An hour is no office, an account no person, a founder's work no name.
        ("Published 25 Aug, 1:51 PM Last updated: 2:24 PM. PM Gil left.", [("Gil", "Prime Minister")]),
        ("He wrote on the official Kabar account.", []),
        (
            "The Founder of Peace and National Unity – Leader of the Nation, President of Chad Ana Gil came.",
            [("Ana Gil", "Leader of the Nation, President of Chad")],
        ),
        ("Selam, Chief of the Textile Institute, came.", [("Selam", "Chief of the Textile Institute")]),
        ("In Davos, Minister of Trade, Ana Gil, spoke.", [("Ana Gil", "Minister of Trade")]),
        ("Visiting Davos, Minister of Trade, Ana Gil, spoke.", [("Ana Gil", "Minister of Trade")]),
        ("On Monday, Minister of Trade spoke. Sonel, owner of the mine, came.", []),
        ("Contact: Ana Gil", [("Ana Gil", None)]),
        ("Ana Gil, a doctor, was replaced by Jon Moe, an old hand.", [("Ana Gil", "doctor"), ("Jon Moe", None)]),
        ("It was replaced by Delmo Ros Energy.", []),
        (
            "It was attended by the Governor of the province of Luanda, Ana Gil.",
            [("Ana Gil", "Governor of the province of Luanda")],
        ),
        (
            "The Minister of Jobs and Postal Services, Ana Gil, came.",
            [("Ana Gil", "Minister of Jobs and Postal Services")],
        ),
        (
            "According to Ana Gil, director of the Fiji Trade Office (FTO), it rose.",
            [("Ana Gil", "director of the Fiji Trade Office")],
        ),
    ],
)
def test_what_persons_have_and_say(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The heads of government of Fiji – Ana Gil, Tonga – Jon Moe and Samoa – Eva Ros came.",
            [
                ("Ana Gil", "head of government of Fiji"),
                ("Jon Moe", "head of government of Tonga"),
                ("Eva Ros", "head of government of Samoa"),
            ],
        ),
        (
            "Ana Gil and Mr Jon Moe, the foreign ministers, met.",
            [("Ana Gil", "foreign minister"), ("Jon Moe", "foreign minister")],
        ),
        (
            "Ana Gil and Jon Moe, the presidents of Fiji and Tonga, met.",
            [("Ana Gil", "president of Fiji"), ("Jon Moe", "president of Tonga")],
        ),
        ("In Paris and New York, ministers met. Sonel and Kabar, ministers said, are banks.", []),
        (
            "The guests included Ana Gil of Acme, Jon Moe of Kiri Dyes and Eva Ros of Sintex.",
            [("Ana Gil", None), ("Jon Moe", None), ("Eva Ros", None)],
        ),
        (
            "Governors Ana Gil of the Bank of Chad and Ali Moe of the Central Bank of Fiji met.",
            [("Ana Gil", "Governor"), ("Ali Moe", "Governor")],
        ),
        (
            "He came with governors which include Ana Gil (Oyo); Jon Moe (Kwara), and Eva de Ros (Niger).",
            [("Ana Gil", None), ("Jon Moe", None), ("Eva de Ros", None)],
        ),
        ("It includes the Blue Line (Oyo) and went on.", []),
        (
            "The Presidents of Fiji Ana Gil and Tonga Jon Moe met.",
            [("Ana Gil", "President of Fiji"), ("Jon Moe", "President of Tonga")],
        ),
        ("The tour included the Great Mosque of Mecca and went on.", []),
        ("They like the Blue Lagoon of Reykjavik and the Red Square of Moscow.", []),
    ],
)
def test_lists_with_bodies_and_countries(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published on 2 May 2024 - 10:13 By Ana Gil - Rome\n\nThe talks went on.", ["Ana Gil"]),
        ("Ana Gil Published January 16, 2024 | 10:41 PM\n\nThe talks went on.", ["Ana Gil"]),
        ("The talks went on.\n\nREAD: President Ana Gil Signs It For Fiji\n\nPhoto: Jon Moe", ["Jon Moe"]),
        (" date 2021-10-06 Ana Gil\n\nThe talks went on.", ["Ana Gil"]),
        (" date 2021-10-06 ADDIS ABABA\n\nThe talks went on.", []),
        (" date 2021-10-06 Open Menu\n\nThe talks went on.", []),
        ("Main Menu\n\nSunday, January 16, 2024\n\nThe talks went on.", []),
        ("La Gaceta\n\nOctober 1, 2023\n\nThe talks went on.", []),
        ("Ana Gil\n\nOctober 1, 2023\n\nThe talks went on.", ["Ana Gil"]),
    ],
)
def test_by_lines_among_dates(text, expected):
    assert [name for name, _ in found(text)] == expected
