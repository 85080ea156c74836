"""Faults in tables of statistics: the whole line that a reader sees, with file, place, fault and remedy."""

import shutil

import pyarrow as pa
import pytest
from pyarrow import parquet
from test_reference import FILES, edit

from communique import paths
from communique.errors import CommuniqueError
from communique.trade import reference

CODE = "is not an ISO 3166 alpha-3 code; write the code in three capitals, or WLD or EU27"
NUMBER = "is not a number above zero; write digits only, with a point for decimals"
NO_SOURCE = "the cell is empty; say where the row is from; a row without a source cannot be used"
BASES = "national_press, comtrade_reported, imf_imts, eurostat_comext, istat, baci, imf_imts_mean, mirror_press, press"


def line(caught) -> str:
    """The error's line without the folder."""
    return str(caught.value).rpartition("/")[2]


@pytest.mark.parametrize(
    ("name", "row", "column", "cell", "said"),
    [
        ("bilateral_trade.csv", 5, "reporter_iso3", "kaz", f"'kaz' {CODE}"),
        ("bilateral_trade.csv", 9, "partner_iso3", "XXX", f"'XXX' {CODE}"),
        ("bilateral_trade.csv", 2, "flow", "trade", "'trade' is not a flow; write one of turnover, exports, imports"),
        ("bilateral_trade.csv", 3, "year_from", "2o22", "'2o22' is not a year; write it in four digits"),
        ("bilateral_trade.csv", 3, "year_to", "1899", "'1899' is not a year; write it in four digits"),
        ("bilateral_trade.csv", 3, "year_to", "2101", "'2101' is not a year; write it in four digits"),
        ("bilateral_trade.csv", 3, "year_to", "²022", "'²022' is not a year; write it in four digits"),
        (
            "bilateral_trade.csv",
            3,
            "year_to",
            "2019",
            "the period ends in 2019, before it begins in 2023; exchange the two years",
        ),
        ("bilateral_trade.csv", 7, "value", "1,088", f"'1,088' {NUMBER}"),
        ("bilateral_trade.csv", 7, "value", "0", f"'0' {NUMBER}"),
        ("bilateral_trade.csv", 7, "value", "1_000", f"'1_000' {NUMBER}"),
        (
            "bilateral_trade.csv",
            8,
            "currency",
            "euro",
            "'euro' is not a currency code; write the ISO 4217 code, such as USD",
        ),
        ("bilateral_trade.csv", 8, "basis", "law", f"'law' is not a basis; write one of {BASES}, claim"),
        ("bilateral_trade.csv", 8, "source", "  ", NO_SOURCE),
        ("investment.csv", 4, "measure", "", NO_SOURCE),
        ("mirror_notes.csv", 2, "statement", "", NO_SOURCE),
        ("company_counts.csv", 2, "low", "few", f"'few' {NUMBER}"),
    ],
)
def test_a_cell_of_the_shipped_tables(tmp_path, name, row, column, cell, said):
    for file in FILES:
        shutil.copy(paths.DATA / file, tmp_path / file)
    edit(tmp_path / name, row, column, cell)
    with pytest.raises(CommuniqueError) as caught:
        reference.load(data=tmp_path, cache_folder=None)
    assert line(caught) == f"{name}: row {row}, column {column}: {said}"


RATES = "year, eur_per_usd, source_name, source_url"
HEADER = "year,eur_per_usd,source_name,source_url\n"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (b"\xff\xfe\x00", "the file is not UTF-8 text; save it as UTF-8"),
        (None, "the file is missing; reinstall the package or restore the file"),
        (b"year,rate\n", f"row 1: there is no column eur_per_usd; the columns are {RATES}"),
        (b"", f"row 1: there is no column year; the columns are {RATES}"),
        (
            f"{HEADER}2022,0.9,A bank, Oslo,\n".encode(),
            "row 2: the row has 5 cells, the header 4; put quotes around a cell with a comma",
        ),
        (
            f"{HEADER}2022,0.9,A,\n2023,0.8,A,\n2022,0.7,A,\n".encode(),
            "row 4: the row is there twice; keep one, or name the other's source",
        ),
    ],
)
def test_a_shipped_table(tmp_path, table, said):
    for file in FILES:
        shutil.copy(paths.DATA / file, tmp_path / file)
    if table is None:
        (tmp_path / "exchange_rates.csv").unlink()
    else:
        (tmp_path / "exchange_rates.csv").write_bytes(table)
    with pytest.raises(CommuniqueError) as caught:
        reference.load(data=tmp_path, cache_folder=None)
    assert line(caught) == f"exchange_rates.csv: {said}"


def test_rows_of_one_figure_are_told_apart_by_their_sources(tmp_path):
    for file in FILES:
        shutil.copy(paths.DATA / file, tmp_path / file)
    table = (
        f"\ufeff{HEADER}2022,0.9,A bank (its 3rd Report of the years 2020 to 2022; Oslo),\n2022,0.8,B,x\n2023,1,B,\n"
    )
    (tmp_path / "exchange_rates.csv").write_text(table, encoding="utf-8")
    loaded = reference.load(data=tmp_path, cache_folder=None)
    assert (loaded.rate(2022).id, loaded.rate(2022).url) == ("rate:EUR-USD:2022:b", "x")
    assert loaded.rate(2023).id == "rate:EUR-USD:2023"
    assert loaded.rate(2021) is None


OWN = "exporter,importer,year,value\n"
YEAR, VALUE = "a year in four digits", "a number, with a point for decimals"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (OWN, "the table has no rows; give one row a pair and year"),
        (f"{OWN}DE,POL,2015,1\n", "row 2, column exporter: 'DE' is not {0}; write {0}"),
        (f"{OWN}DEU,POL,2015,1\nDEU,,2016,1\n", "row 3, column importer: the cell is empty; write {0}"),
        (f"{OWN}DEU,NA,2015,1\n", "row 2, column importer: 'NA' is not {0}; write {0}"),
        (f"{OWN}DEU,POL,FY15,1\n", f"row 2, column year: 'FY15' is not {YEAR}; correct the cell"),
        (f"{OWN}DEU,POL,,1\n", f"row 2, column year: the cell is empty; write {YEAR}"),
        (f"{OWN}DEU,POL,1899,1\n", "row 2, column year: 1899 is not a year; write a year"),
        (f"{OWN}DEU,POL,2101,1\n", "row 2, column year: 2101 is not a year; write a year"),
        (
            f"{OWN}DEU,POL,2015,1\nDEU,POL,2016,much\n",
            f"row 3, column value: 'much' is not {VALUE}; correct the cell",
        ),
        (
            f"{OWN}DEU,POL,2015,-1\n",
            "row 2, column value: -1.0 is not a number of zero or more; write a number of zero or more",
        ),
        (f"{OWN}DEU,POL,2015,\n", f"row 2, column value: the cell is empty; write {VALUE}"),
        (
            f"{OWN}DEU,POL,2015,1\nDEU,FRA,2015,2\nDEU,POL,2015,2\n",
            "DEU to POL in 2015 is there 2 times; add the products up, so that a pair and year has one row",
        ),
        (None, "there is no such file; give a CSV or Parquet file of exporter, importer, year, value"),
        (
            "exporter,importer,year,year,value\nDEU,POL,2015,2015,1\n",
            "row 1: there are several columns year; keep one of them",
        ),
    ],
)
def test_a_table_of_ones_own(tmp_path, table, said):
    if table is not None:
        (tmp_path / "own.csv").write_text(table, encoding="utf-8")
    with pytest.raises(CommuniqueError) as caught:
        reference.load(tmp_path / "own.csv", cache_folder=None)
    assert line(caught) == "own.csv: " + said.format("an ISO 3166 alpha-3 code")


def test_rows_of_ones_own_say_whose_they_are(tmp_path):
    """Years and values at their limits, an aggregate left out, totals added up; Parquet by either ending."""
    flows = [("DEU", "POL", 2100, 0.5), ("DEU", "FRA", 2100, 2.0), ("POL", "DEU", 1900, 0.0), ("DEU", "WLD", 2100, 9.0)]
    fields = ("exporter", "importer", "year", "value")
    table = pa.table(dict(zip(fields, map(list, zip(*flows, strict=True)), strict=True)))
    parquet.write_table(table, tmp_path / "mine.PQ")
    loaded = reference.load(tmp_path / "mine.PQ", currency="EUR", scale=1000, cache_folder=None)
    there, back = sorted(loaded.pair("POL", "DEU"), key=lambda row: -row.first)
    assert (there.id, there.reporter, there.partner, there.flow) == (
        "mine:DEU-POL:exports:2100",
        "DEU",
        "POL",
        "exports",
    )
    assert (there.first, there.last, there.value, there.currency) == (2100, 2100, 500.0, "EUR")
    assert (there.basis, there.source, there.note) == ("mine", "mine.PQ", "")
    assert (back.first, back.value) == (1900, 0.0)
    assert [(row.id, row.value, row.note) for row in loaded.pair("DEU", "WLD")] == [
        ("mine:DEU-WLD:imports:1900", 0.0, "sum over 1 partners"),
        ("mine:DEU-WLD:exports:2100", 2500.0, "sum over 2 partners"),
    ]
    assert {row.partner for row in loaded.partners("DEU")} == {"POL", "FRA", "DEU"}
