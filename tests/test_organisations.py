import pytest

from communique.article import from_text
from communique.extract import organisations, people


def found(text):
    article = from_text(text)
    return [body.name for body in organisations.find(article, people.find(article), ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed by Monte Banca S.p.A. on Friday.", ["Monte Banca S.p.A."]),
        ("The Ministry of Trade and Industry (MTI) agreed.", ["Ministry of Trade and Industry (MTI)"]),
        ("The Ministry of Energy and Zambia agreed.", ["Ministry of Energy"]),
    ],
)
def test_names_that_say_so(text, expected):
    assert found(text) == expected
