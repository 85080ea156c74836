"""Sides and kind of the meeting."""

import pytest

from communique import article
from communique.extract import event

LEAD = "\n\n".join(
    ["The two ministers spoke for an hour about the trade of their countries and about the new roads."] * 3
)

AID = "KINGSTON – Jamaica and the Union signed a pact.\n\n" + "Jamaica gave aid.\n\n" * 5


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The Finnish President is on a state visit to Latvia.", ("LVA", "FIN")),
        ("RIGA – Latvia and Finland signed a pact.", ("LVA", "FIN")),
        ("Türkiye-Uzbekistan trade grew, officials of the two said in Ankara.", ("TUR", "UZB")),
        ("The UK and Ivory Coast agreed. Kenya watched.", ("CIV", "GBR")),
        ("Nobody met anyone.", ()),
        ("The Emirati foreign minister received his Dutch counterpart. They spoke of Sudan and Iran.", ("ARE", "NLD")),
        ("Delegates crossed the South China Sea to Vietnam.", ("VNM",)),
        ("President of Brazil met Portugal's Prime Minister. Spain was named too, and so was France.", ("BRA", "PRT")),
    ],
)
def test_countries(text, countries):
    found = event.find(article.from_text(text)).countries
    assert set(found) == set(countries)


def test_host_comes_first():
    assert event.find(article.from_text("The Finnish President is on a state visit to Latvia.")).countries[0] == "LVA"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He is on a state visit to Peru.", "state"),
        ("He arrived the previous day on a state visit.", "state"),
        ("He recalled the previous state visit.", None),
        ("She paid a two-day official visit to Peru.", "official"),
        ("on an official working visit to Peru", "official working"),
        ("timed to the working visit of the premier", "working"),
        ("The intergovernmental commission met.", "commission"),
        ("They closed a business forum on Sunday.", "forum"),
        ("A business forum was timed to the working visit of the premier.", "working"),
        ("It was his first visit.", None),
        ("He invited his guest to pay a state visit next year.", None),
        ("A visitor forum was held.", None),
        (
            f"{LEAD}\n\nThe Business Forum met.\n\nThe business forum ended.\n\nAt the Business Forum they sang.",
            "forum",
        ),
        (f"{LEAD}\n\nA business forum is planned.\n\nThe business forum will be in May.", None),
    ],
)
def test_visit_type(text, kind):
    assert event.visit_type(article.from_text(text))[0] == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on the sidelines of the Doha Capital Forum.", "forum"),
        ("They met on the margins of this year's Oslo Energy Forum on Friday.", "forum"),
        ("They met on the sidelines of the summit.", None),
        ("They spoke of a Forum.", None),
        ("The eighth meeting of the Economic Commission between Chad and Fiji was held.", "commission"),
        ("The eighth meeting of the Economic Commission for Africa was held.", None),
        ("The Joint Intergovernmental Commission for Economic Co-operation between Chad and Fiji met.", "commission"),
        (
            f"{LEAD}\n\nThe 3rd meeting of the Chad-Fiji Intergovernmental Commission chaired by him followed.",
            "commission",
        ),
        (f"{LEAD}\n\nThe third session of the Joint Commission was held there.", "commission"),
        (f"{LEAD}\n\nThe Joint Commission met in May.", "commission"),
        (f"{LEAD}\n\nThe Joint Commission will meet in May.", None),
        ("On Monday they chaired the meetings of the Jordanian-Iraqi Higher Committee in Baghdad.", "commission"),
        ("On Monday they praised the Jordanian-Iraqi Higher Committee.", None),
        (f"{LEAD}\n\nThe third session of the Joint Commission will be held there.", None),
        (f"{LEAD}\n\nThe next session of the Joint Commission was agreed.", None),
        ("The eighth meeting of the Economic Commission for Cooperation was held in Rome.", "commission"),
        ("The two spoke at the Economic Commission for Africa.", None),
        ("They signed a pact with the Economic Commission of the party.", None),
        ("They agreed on a Joint Commission for Cooperation.", None),
        ("She spoke with officials of the Chad-Peru Business Council.", None),
        ("The Chad-Peru Business Council met in Rome.", "forum"),
    ],
)
def test_forums_beside_and_sessions_held(text, expected):
    assert event.find(article.from_text(text)).visit_type == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He praised the ties between Chad and Fiji, noting them.\n\nIt rained.\n\nIt rained.\n\n"
            "The Ghanaian President and the Ghanaian Minister came.",
            {"TCD", "FJI"},
        ),
        # A capital may be a surname; letters may be a country.
        ("Chad met Fiji. Chief Secretary Orville London said so. London stayed. London said so.", {"TCD", "FJI"}),
        ("Chad and T&T met.", {"TCD", "TTO"}),
        # Lists are no pairs; what is spoken of is no side; a place the story is filed from may be one.
        (
            "The ministers of Peru and Fiji met.\n\nThey sat.\n\nThey ate.\n\nChad, Ghana and Mali came. Mali left.",
            {"PER", "FJI"},
        ),
        ("Peruvian and Fijian leaders met in Lima. They spoke of Mali. The war in Mali goes on.", {"PER", "FJI"}),
        (
            "LIMA, Peru – The guest flew to Fiji.\n\nHe spoke of Mali. Mali's army and Mali's government wait.",
            {"PER", "FJI"},
        ),
        (AID + "A Spanish and a Malian firm came.", {"JAM"}),
        (AID + "A Malian firm came.", {"JAM", "MLI"}),
        ("Chad and Fiji, Ghana and Mali sat. The Malian President met the President of Ghana.", {"GHA", "MLI"}),
    ],
)
def test_sides_and_other_leaders(text, expected):
    assert set(event.find(article.from_text(text)).countries) == expected
