"""For any text: a record comes back, every span lies inside the text and is its words, quotes do not overlap."""

import json

import pytest
from hypothesis import given, settings, strategies as st

from communique import article, paths, pipeline
from communique.record import to_json

PIECES = [
    "President",
    "Prime Minister",
    "Ana Ruiz",
    "Dr. bin Al Mansoor",
    "said",
    "told",
    "“",
    "”",
    '"',
    "'",
    "«",
    "»",
    "''",
    "We trade",
    "memorandum of understanding",
    "agreement",
    "on",
    "between",
    "and",
    ",",
    ";",
    ":",
    ".",
    "\n",
    "\n\n",
    "-",
    "–",
    "(i)",
    "1.",
    "•",
    "signed",
    "will sign",
    "$",
    "20 billion",
    "24%",
    "USD",
    "Rs",
    "crore",
    "a fifth",
    "tenfold",
    "from",
    "to",
    "in 2024",
    "last year",
    "third",
    "largest",
    "companies",
    "Alfa Bank JSC",
    "S.p.A.",
    "Kazakhstan",
    "Italy",
    "Astana",
    "official visit",
    "joint statement",
    "he",
    "she",
    "who",
    "trade",
    "exports",
    "fell",
    "rose",
    "nearly",
    "up to",
    "🇮🇹",
    "\u202e",
    "e\u0301",
    "\x0b",
    "\t",
    "(",
    ")",
    "/",
    "[",
    "]",
    "5.5",
    "1,250",
    "half as much again",
    "the statement reads",
    "10-15",
    "%",
]
SENSE = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
NONSENSE = st.text(max_size=300)


def check(text):
    read = article.from_text(text)
    record = pipeline.record(read)
    place = 0
    for quote in record.quotes:
        assert " ".join(" ".join(text[slice(*piece)] for piece in quote.pieces).split()) == quote.text
        for start, end in quote.pieces:
            assert place <= start < end <= len(text)
            place = end
    for item in (*record.figures, *record.documents):
        assert 0 <= item.span.start < item.span.end <= len(text)
        assert text[slice(*item.span)] == item.text
    for item in (*record.people, *record.organisations):
        assert all(0 <= start < end <= len(text) for start, end in item.spans)
    for document in record.documents:
        assert all(
            party.span is None or text[slice(*party.span)].split() == party.name.split() for party in document.parties
        )
    assert json.loads(to_json(record))["id"] == "article"
    assert pipeline.record(read) == record


@settings(max_examples=150, deadline=None)
@given(SENSE)
def test_sense(text):
    check(text)


@settings(max_examples=100, deadline=None)
@given(NONSENSE)
def test_nonsense(text):
    check(text)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_practice_articles_cut_and_glued(data):
    texts = [path.read_text(encoding="utf-8") for path in sorted(paths.PRACTICE.glob("*.txt"))]
    parts = []
    for _ in range(3):
        text = data.draw(st.sampled_from(texts))
        start = data.draw(st.integers(0, len(text) - 1))
        parts.append(text[start : start + data.draw(st.integers(1, 500))])
    check("".join(parts))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        " ",
        "\n",
        ".",
        "“",
        "”" * 50,
        "'" * 99,
        "(" * 500,
        "((" * 100 + "))" * 100,
        "1" * 400,
        "$" + "9" * 400,
        "9" * 400 + "%",
        "$1e999 billion",
        "31 February 2024",
        "date 2024-13-45 ROME – x",
        "\u202eROME\u202c – x",
        "\ud7ff\uffff",
        "A" * 5000,
        "- " * 500,
        "“a ” b “ c” said " * 100,
        "a memorandum on " * 200,
        "\n".join(["-"] * 300),
        "Президент встретился с премьером в Астане.",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text(text):
    check(text)
