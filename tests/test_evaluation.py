"""The project's own scorer: its definitions, on small cases."""

import copy

import pytest

from communique import evaluation

GOLD = {
    "id": "a",
    "date": "2024-01-02",
    "dateline": "BAKU",
    "countries": ["AZE", "GEO"],
    "visit_type": None,
    "people": [{"name": "Ana de la Cruz", "role": "Foreign Minister"}],
    "organisations": ["Alfa Bank JSC"],
    "quotes": [
        {"text": "We are good friends of old,", "speaker": "Ana de la Cruz", "kind": "full"},
        {"text": "a golden age", "speaker": None, "kind": "partial"},
    ],
    "figures": [
        {
            "text": "5%",
            "value": 5,
            "unit": "percent",
            "measure": "growth",
            "period": "2023",
            "qualifier": None,
            "start": 10,
        }
    ],
    "documents": [
        {
            "text": "memorandum on trade",
            "instrument": "memorandum",
            "parties": ["Alfa Bank"],
            "cap_topic": "Foreign Trade",
        }
    ],
}


def perfect():
    record = copy.deepcopy(GOLD)
    record["organisations"] = [{"name": "Alfa Bank JSC"}]
    record["figures"][0]["span"] = [10, 12]
    record["documents"][0]["parties"] = [{"name": "Alfa Bank"}]
    return record


def rows(record):
    return evaluation.evaluate([(GOLD, record)]).rows()


def test_gold_against_itself_is_right_everywhere():
    assert all(row.get("f1", row.get("accuracy")) == 1.0 for row in rows(perfect()).values())


def test_a_missing_record_scores_nothing():
    assert {name: row["f1"] for name, row in rows({}).items() if "f1" in row} == dict.fromkeys(
        ("people", "organisations", "quotes", "figures", "documents"), 0.0
    )


@pytest.mark.parametrize(
    ("change", "row", "value"),
    [
        (lambda r: r.update(date="2024-01-03"), "date", 0.0),
        (lambda r: r.update(countries=["GEO", "AZE"]), "countries", 1.0),
        (lambda r: r.update(dateline="Baku"), "dateline", 1.0),
        (lambda r: r["people"][0].update(name="de la Cruz"), "person.name (full)", 0.0),
        (lambda r: r["people"][0].update(role="Deputy Foreign Minister"), "person.role", 1.0),
        (lambda r: r["people"][0].update(role=None), "person.role", 0.0),
        (lambda r: r["figures"][0].update(span=[40, 42]), "figures", 0.0),
        (lambda r: r["figures"][0].update(value=-5), "figures", 0.0),
        (lambda r: r["figures"][0].update(period="in 2023"), "figure.period", 1.0),
        (lambda r: r["figures"][0].update(unit="USD"), "figure.unit", 0.0),
        (lambda r: r["quotes"].pop(), "quotes", 1.0),
        (lambda r: r["quotes"][0].update(speaker="Cruz"), "quote.speaker", 1.0),
        (lambda r: r["quotes"][0].update(speaker="Baku"), "quote.speaker", 0.5),
        (lambda r: r["documents"][0].update(status="planned"), "document.status", 0.0),
        (lambda r: r["documents"][0].update(parties=[]), "parties", 0.0),
    ],
)
def test_each_row_sees_its_own_mistake(change, row, value):
    record = perfect()
    change(record)
    found = rows(record)[row]
    assert found.get("f1", found.get("accuracy")) == value
