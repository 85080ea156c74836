"""Documents named behind their count: "They signed three MoUs. The MoU on tea opens …"."""

import pytest

from communique import article, pipeline

HEAD = "LOME, 3 May 2024 - President Ada Ros of Chad met President Tom Berg of Togo during a state visit.\n\n"


def names(text):
    return [(one.text, one.status) for one in pipeline.extract(article.from_text(HEAD + text)).documents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad and Togo signed two MoUs. The MoU on transport abolishes stamps. The MoU on tea will help.",
            ["MoU on transport", "MoU on tea"],
        ),
        (
            "The ministers signed several documents. Under the protocol on fisheries, boats will be licensed.",
            ["protocol on fisheries"],
        ),
        (
            "They signed an agreement and a letter of intent. In the letter of intent on free trade, they vow more.",
            ["agreement", "letter of intent on free trade"],
        ),
        (
            "They signed two agreements. The agreement on air services, between Alfa Air and Beta Air, lets both fly.",
            ["agreement on air services, between Alfa Air and Beta Air"],
        ),
        (
            "Two agreements were signed. The agreement on work permits for nurses offers visas.",
            ["agreement on work permits for nurses"],
        ),
    ],
)
def test_one_of_those_counted(text, expected):
    assert names(text) == [(name, "signed") for name in expected]


@pytest.mark.parametrize(
    "text",
    [
        "The agreement on transport provides for joint patrols, the minister recalled.",
        "Two MoUs were signed. The Nice Agreement on climate provides for less smoke.",
        "Two agreements were signed. The 2019 agreement on transport abolishes stamps.",
        "Two agreements were signed. The agreement on borders remains a dream.",
        "Two MoUs were signed. The convention on rivers protects fish.",
        "The two sides have yet to sign the documents. The protocol on fisheries, he said, is ready.",
        "The two sides spoke about documents. The protocol on fisheries gives hope.",
    ],
)
def test_not_one_of_those_counted(text):
    assert names(text) == []


def test_one_of_those_counted_is_not_yet_signed():
    text = "They signed two MoUs. Trade has grown since. The MoU on ports has yet to be signed."
    assert names(text) == [("MoU on ports", "planned")]
