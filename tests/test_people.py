import pytest

from communique.article import from_text
from communique.extract import people


def found(text):
    return [(person.name, person.role) for person in people.find(from_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danish Foreign Minister Eva Ros spoke.", [("Eva Ros", "Danish Foreign Minister")]),
        ("Minister for Maritime Trade Eva Ros spoke.", [("Eva Ros", "Minister for Maritime Trade")]),
        (
            "He met foreign ministers Eva Ros and Jon Moe.",
            [("Eva Ros", "foreign minister"), ("Jon Moe", "foreign minister")],
        ),
    ],
)
def test_title_before_the_name(text, expected):
    assert found(text) == expected
