"""The evidence of every code given to a document: how sure, by which rule, which words, what came second."""

import pytest

from communique import agreements, article, codebook, pipeline
from communique.record import Document, Party, Span

MET = "ROME, 3 May 2024 – "
STATED, INFERRED, NONE = "stated", "inferred", "unclassified"
INSTRUMENT, KIND, TOPIC, FORCE = "instrument", "party kind", "topic", "legal character"
COUNTRY = (KIND, "government", STATED, "name of a country")
# A text, and its evidence: dimension, code, confidence, rule, words, runner-up.
CASES = [
    (
        "Italy and Norway signed an agreement on readmission of persons.",
        [
            (INSTRUMENT, "agreement", STATED, "object of a verb of signing", ["agreement"], None),
            (*COUNTRY, ["Italy"], None),
            (*COUNTRY, ["Norway"], None),
            (TOPIC, "Immigration", STATED, "words of the title", ["readmission of persons"], None),
            (FORCE, "binding", INFERRED, "subject that needs law", ["readmission"], "undetermined"),
        ],
    ),
    (
        "The state water company Nereo and Berg Shipping AS signed a memorandum of understanding.",
        [
            (INSTRUMENT, "memorandum", STATED, "object of a verb of signing", ["memorandum of understanding"], None),
            (KIND, "state company or fund", STATED, "words before the name", ["state water company"], None),
            (KIND, "company", STATED, "words of the name", ["Shipping"], None),
            (TOPIC, "Transportation", INFERRED, "names of the parties", ["Shipping"], None),
            (FORCE, "commercial", INFERRED, "companies on all sides", [], "political"),
        ],
    ),
    (
        "The Ministry of Energy of Norway and Italy's University of Bologna signed a joint declaration.",
        [
            (INSTRUMENT, "declaration", STATED, "object of a verb of signing", ["joint declaration"], None),
            (KIND, "ministry or agency", STATED, "words of the name", ["Ministry"], "company"),
            (KIND, "university or research", STATED, "words of the name", ["University"], None),
            (TOPIC, "Energy", INFERRED, "names of the parties", ["Ministry of Energy"], "Education"),
            (FORCE, "political", INFERRED, "statement or declaration", [], "undetermined"),
        ],
    ),
    (
        "Alfa and Beta signed an agreement. The agreement covers vaccines and hospitals.",
        [
            (INSTRUMENT, "agreement", STATED, "object of a verb of signing", ["agreement"], None),
            (KIND, "unknown", NONE, "no cue", [], None),
            (KIND, "unknown", NONE, "no cue", [], None),
            (TOPIC, "Health", INFERRED, "words around it", ["vaccines", "hospitals"], None),
            (FORCE, "undetermined", INFERRED, "unknown party", [], None),
        ],
    ),
    (
        "Enel and Equinor signed a contract.",
        [
            (INSTRUMENT, "contract", STATED, "object of a verb of signing", ["contract"], None),
            (KIND, "company", INFERRED, "line of business", ["Enel"], None),
            (KIND, "company", INFERRED, "line of business", ["Equinor"], None),
            (TOPIC, "Energy", INFERRED, "names of the parties", ["Enel", "Equinor"], None),
            (FORCE, "commercial", INFERRED, "contract", [], "undetermined"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:40] for text, _ in CASES])
def test_the_evidence_is_whole_and_stands_in_the_article(text, wanted):
    read = article.from_text(MET + text)
    (document,) = pipeline.record(read).documents
    found = document.evidence
    assert [(e.dimension, e.code, e.confidence, e.rule, list(e.words), e.runner_up) for e in found] == wanted
    for entry in found:
        assert [read.text[slice(*span)] for span in entry.spans] == list(entry.words)


def coded(text, *parties, start=1000):
    """A document that begins at an offset, its article not at hand; parties by name alone or with their place."""
    document = Document(text=text, span=Span(start, start + len(text)), instrument="agreement", parties=parties)
    return agreements.categorise(document, codebook.load())


def test_offsets_count_from_the_document_where_the_article_is_not_at_hand():
    at = 1000 + len("agreement with ")
    party = Party(name="Nereo Shipping Ltd", span=Span(at, at + 18))
    entries = coded("agreement with Nereo Shipping Ltd on vaccines", party).evidence
    assert [(entry.code, entry.spans) for entry in entries[:3]] == [
        ("agreement", (Span(1000, 1009),)),
        ("company", (Span(at + 6, at + 14), Span(at + 15, at + 18))),
        ("Health", (Span(1037, 1045),)),
    ]


def test_words_of_a_party_without_a_place_are_shown_without_one():
    entries = coded("agreement on vaccines", Party(name="Nereo Shipping Ltd"), Party(name="Fiji")).evidence
    assert [(entry.code, entry.words, entry.spans) for entry in entries[1:3]] == [
        ("company", ("Shipping", "Ltd"), ()),
        ("government", ("Fiji",), ()),
    ]


@pytest.mark.parametrize("name", ["Vaccines Ltd", "Vaccines\nLtd"])
def test_a_partys_name_in_the_title_is_no_word_of_the_title(name):
    document = coded(f"agreement with {name} on trade cooperation", Party(name="Vaccines Ltd"))
    assert document.evidence[2].words == ("trade cooperation",)
