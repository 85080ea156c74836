"""Organisations told by relations, by acronyms in brackets and by what stands in front of a name or behind it."""

import pytest

from communique import article, pipeline
from communique.extract import organisations, people


def named(text):
    read = article.from_text(text)
    return [found.name for found in organisations.find(read, people.find(read))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # somebody's, somewhere's, of a side in politics
        ("It was Rear Admiral Jon Moe of the Peruvian Navy who left.", ["Peruvian Navy"]),
        ("It was Mme Eva Ros of the Conseil des Graines who left.", ["Conseil des Graines"]),
        ("It was Mme Eva Ros of the Republic of Chad who left.", []),
        ("It was Mayor Eva Ros of Tala who left.", []),
        ("They and Oslo-based Metalko will build it.", ["Metalko"]),
        ("It was Oslo-based Prime Minister Jon Moe.", []),
        ("It was Jon Moe, who owns Vardar Fruit.", ["Vardar Fruit"]),
        ("It was Eva Ros, who leads Tala Rima.", ["Tala Rima"]),
        ("It was Eva Ros, who runs Tala.", []),
        ("It was Jon Moe, who leads the Chadian delegation.", []),
        ("It was the opposition Tala Dawn that asked.", ["Tala Dawn"]),
        ("It was the opposition Senator Eva Ros who asked.", []),
        # an acronym in brackets made of the name's initials
        ("It was the Defence Supply Administration (DSA) that left.", ["Defence Supply Administration (DSA)"]),
        ("They met Economic Relations Division (ERD) staff.", ["Economic Relations Division (ERD)"]),
        ("They met the defence supply administration there.", []),
        # legal forms in front
        ("They met PT Kereta Lintas and JV Borneo Tala.", ["PT Kereta Lintas", "JV Borneo Tala"]),
        # media
        ("It is what the lawmaker wrote in El Tala.", ["El Tala"]),
        ("It is what he wrote in Tala.", []),
        ("Asked by Radio Tala whether it could, she said no.", ["Radio Tala"]),
        ("OSLO, Oct 12 (Tala News) — Chad and Fiji agreed.", []),
        # what changed hands
        ("The store, bought last year by Tala Rima, remains.", ["Tala Rima"]),
        ("The store, bought last year by Chad, remains.", []),
        ("They signed a contract of Bolav Rubber Joint Stock Company.", ["Bolav Rubber Joint Stock Company"]),
        ("PT Kereta Tala and Malayan Coach Berhad did likewise.", ["PT Kereta Tala", "Malayan Coach Berhad"]),
        ("The firm Rimo and Tala's Petro met.", ["Rimo", "Petro"]),
        ("It is between Tala Development Bank and Cerbo Capital.", ["Tala Development Bank", "Cerbo Capital"]),
        ("It is with Tala Marine Group on U.S. navy ships.", ["Tala Marine Group"]),
        ("Tala Zinc reached an agreement on tin.", ["Tala Zinc"]),
        ("Chad reached an agreement on tin.", []),
        ("The firm Rimo and Tala's mayor met.", ["Rimo"]),
        ("OSLO, Oct 12 (ANI/WAM): Chad and Fiji agreed.", []),
        ("It is the Abu Dhabi Tourism and Culture Authority that left.", ["Abu Dhabi Tourism and Culture Authority"]),
        # places, currencies, lines from one place to another
        ("It came from companies and from Nghe Tala province.", []),
        ("It has AU$2.5 million.", []),
        ("The firm will build a line from Kapiri to the border.", []),
        ("The firms Rimo and Sarawak's Petro met.", ["Rimo", "Petro"]),
    ],
)
def test_relations(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "NOK 640 will be channelled through the Tala Facility, and NOK 310 million through Tala Relief.",
            ["Tala Facility", "Tala Relief"],
        ),
        ("They came through the Tala Gate.", []),
        ("They went through Tala Rima.", []),
        ("Aid was delivered through Port Tala.", []),
        ("AlfaTrans, Tala Wagon and Oslo-based Metalko will build it.", ["AlfaTrans", "Tala Wagon", "Metalko"]),
    ],
)
def test_what_money_goes_through_and_lists_with_seats(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the Standing Committee that met.", []),
        ("It was the Joint Committee that met.", ["Joint Committee"]),
        ("It was the Chadian Banks that met.", []),
        ("It was the Board of Directors of Tala Company that met.", []),
        ("It was the Chief of Presidential Affairs who came.", []),
        ("It was the EXIM Bank Conclave that met.", []),
        ("It was the Chad Iron and Steel Association (CISA) that met.", ["Chad Iron and Steel Association (CISA)"]),
    ],
)
def test_names_of_no_institution(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('They signed an agreement with "Zarneftegaz," and left.', ["Zarneftegaz"]),
        ('JSC "Zartelecom" and the "Artel" company met.', ["Zartelecom", "Artel"]),
        ("The company “Nova” came.", ["Nova"]),
        # Marks around what is no company.
        ('They spoke with "Nova" and signed a memorandum "On Trade".', []),
        ('The so-called "Nova" was a success.', []),
    ],
)
def test_names_in_marks(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Delmo Nova will fly to Lome. Kardar will invest $2 billion. Sibra acquired it.",
            ["Delmo Nova", "Kardar", "Sibra"],
        ),
        ("Chad will invest. Lome invested in it.", []),
        ("Kardar will visit.", []),
        (
            "A contract between Delmo Tekstil and Lome Industrial Park for a mill was signed.",
            ["Delmo Tekstil", "Lome Industrial Park"],
        ),
        ("They visited Lome Industrial Park.", []),
    ],
)
def test_what_companies_do_and_sites_that_sign(text, expected):
    read = article.from_text(text)
    assert [found.name for found in pipeline.extract(read).organisations] == expected
