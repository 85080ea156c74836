"""The evidence of every code given to a document: how sure, by which rule, which words, what came second."""

import pytest

from communique import article, pipeline

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
