import csv
import json

import pandas as pd
import pytest

from communique import tables
from communique.record import (
    BasisVerdict,
    Claim,
    Correction,
    Document,
    Evidence,
    Figure,
    Organisation,
    Party,
    Person,
    Quote,
    Record,
    Span,
)

EMPTY = Record(id="empty")
FULL = Record(
    id="full",
    date="2024-05-01",
    countries=("NOR", "PER"),
    people=(
        Person(name="Kari Berg", role="Prime Minister", country="NOR", spans=(Span(5, 14), Span(40, 44)), rule="title"),
        Person(name="Luis Vega", spans=(Span(60, 69),)),
    ),
    organisations=(Organisation(name="+Plus AS", kind="company", spans=(Span(80, 88),)),),
    quotes=(
        Quote(
            text="we start now",
            speaker="Kari Berg",
            cue="said",
            pieces=(Span(100, 108), Span(120, 123)),
            kind="partial",
        ),
        Quote(text="yes", pieces=(Span(130, 133),)),
    ),
    figures=(
        Figure(text="$20 billion", span=Span(200, 211), value=2e10, unit="USD", measure="exports", period="2023"),
        Figure(text="fell 3 to 4%", span=Span(220, 232), value=(-4.0, -3.0), unit="percent", qualifier="approx"),
    ),
    documents=(
        Document(
            text="a treaty",
            span=Span(300, 308),
            instrument="treaty",
            parties=(Party(name="Norway", kind="state", country="NOR", span=Span(310, 316)), Party(name="Peru")),
            evidence=(
                Evidence(dimension="instrument", code="treaty", words=("treaty", "law"), spans=(Span(302, 308),)),
            ),
        ),
    ),
    claims=(
        Claim(
            text="$20 billion",
            span=Span(200, 211),
            kind="level",
            verdict="consistent",
            reason="near",
            by_basis=(BasisVerdict(basis="NOR customs", verdict="consistent", reason="near", rows=("r1", "r2")),),
        ),
    ),
    corrections=(Correction(item="person@5", action="set", reason="seen", by="AB"),),
)


@pytest.mark.parametrize("name", tables.TABLES)
def test_tables_have_the_same_columns_and_types_with_and_without_rows(name):
    empty, full = tables.TABLES[name]([]), tables.TABLES[name]([EMPTY, FULL])
    assert list(empty.columns) == list(full.columns) == list(tables.COLUMNS[name])
    assert empty.dtypes.tolist() == full.dtypes.tolist()
    assert len(empty) == 0 < len(full)


@pytest.mark.parametrize("name", tables.TABLES)
def test_several_records_are_one_after_the_other(name):
    once = tables.TABLES[name](FULL)
    twice = tables.TABLES[name](iter([FULL, Record(id="between"), FULL]))
    rows = twice[twice["article"] == "full"].reset_index(drop=True)
    pd.testing.assert_frame_equal(rows, pd.concat([once, once], ignore_index=True))


@pytest.mark.parametrize(
    ("table", "row", "expected"),
    [
        ("articles", 0, {"article": "full", "host": "NOR", "guest": "PER", "documents": 1, "people": 2}),
        (
            "people",
            0,
            {"item": "person@5", "mentions": 2, "start": 5, "spans": "5-14 40-44", "rule": "title"},
        ),
        ("organisations", 0, {"item": "organisation@80", "name": "+Plus AS", "kind": "company"}),
        ("quotes", 0, {"country": "NOR", "words": 3, "start": 100, "end": 123, "spans": "100-108 120-123"}),
        ("figures", 0, {"item": "figure@200", "value": 2e10, "unit": "USD", "measure": "exports", "period": "2023"}),
        ("figures", 1, {"value": -4.0, "value_to": -3.0, "qualifier": "approx"}),
        ("documents", 0, {"item": "document@300", "parties": "Norway; Peru", "start": 300}),
        ("parties", 1, {"item": "document@300", "position": 2, "name": "Peru"}),
        ("evidence", 0, {"item": "document@300", "words": "treaty; law", "spans": "302-308"}),
        ("claims", 0, {"item": "figure@200", "verdict": "consistent", "start": 200}),
        ("bases", 0, {"item": "figure@200", "text": "$20 billion", "basis": "NOR customs", "rows": "r1; r2"}),
    ],
)
def test_rows(table, row, expected):
    made = tables.TABLES[table](FULL).iloc[row]
    assert {column: made[column] for column in expected} == expected


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [("people", 1, "role"), ("quotes", 1, "country"), ("figures", 0, "value_to"), ("parties", 1, "start")],
)
def test_what_the_record_lacks_is_missing(table, row, column):
    assert pd.isna(tables.TABLES[table](FULL).loc[row, column])


CELLS = [
    ("=1+1", "'=1+1"),
    ("+49 30", "'+49 30"),
    ("-5%", "'-5%"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"),
    ("\rx", "'\rx"),
    ("\nx", "'\nx"),
    ("＝1+1", "'＝1+1"),
    ("'=1", "''=1"),
    ("''=1", "'''=1"),
    ("'tis", "'tis"),
    ("'", "'"),
    ("1-0", "1-0"),
    ("a=b", "a=b"),
    ("$20 billion", "$20 billion"),
    ('say "=1", twice', 'say "=1", twice'),
]


@pytest.mark.parametrize(("cell", "written"), CELLS)
def test_cells_that_start_like_a_formula_are_guarded(cell, written):
    assert tables.guard(cell) == written
    assert tables.unguard(written) == cell


def test_csv_comes_back_as_it_was(tmp_path):
    table = pd.DataFrame({"text": [cell for cell, _ in CELLS], "=n": range(len(CELLS)), "-x": -1.5})
    path = tables.write_csv(table, tmp_path / "cells.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["text", "'=n", "'-x"]
    assert [row[0] for row in rows[1:]] == [written for _, written in CELLS]
    assert {row[2] for row in rows[1:]} == {"-1.5"}
    pd.testing.assert_frame_equal(tables.read_csv(path), table)


@pytest.mark.parametrize("name", tables.TABLES)
@pytest.mark.parametrize("record", [EMPTY, FULL], ids=lambda record: record.id)
def test_tables_come_back_from_csv_and_parquet(tmp_path, name, record):
    table = tables.TABLES[name](record)
    pd.testing.assert_frame_equal(tables.read_csv(tables.write_csv(table, tmp_path / "t.csv")), table)
    pd.testing.assert_frame_equal(pd.read_parquet(tables.write_parquet(table, tmp_path / "t.parquet")), table)


def test_text_that_pandas_takes_for_missing_stays_text(tmp_path):
    table = tables.people(Record(id="NA", people=(Person(name="null", role="None", spans=(Span(0, 4),)),)))
    pd.testing.assert_frame_equal(tables.read_csv(tables.write_csv(table, tmp_path / "t.csv")), table)


def test_json_lines_hold_a_row_each(tmp_path):
    path = tables.write_jsonl(tables.figures(FULL), tmp_path / "figures.jsonl")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [row["value"] for row in rows] == [2e10, -4.0]
    assert rows[0]["value_to"] is None


def test_money_is_not_typeset_as_a_formula():
    assert "tex2jax_ignore" in tables.figures(FULL)._repr_html_()
