"""The shipped reference rows, the checks on them, a reader's own file, and both sides of one flow."""

import csv
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from communique import paths
from communique.errors import CommuniqueError
from communique.trade import levels, mirror, reference, reference_file
from communique.trade.bases import bases

FILES = [
    "bilateral_trade.csv",
    "investment.csv",
    "company_counts.csv",
    "exchange_rates.csv",
    "gdp.csv",
    "mirror_notes.csv",
]


@pytest.fixture(scope="module")
def shipped() -> reference.Reference:
    return reference.load(cache_folder=None)


@pytest.fixture
def folder(tmp_path) -> Path:
    for name in FILES:
        shutil.copy(paths.DATA / name, tmp_path / name)
    return tmp_path


def edit(file: Path, row: int, column: str, cell: str) -> None:
    """Writes a cell of a CSV file; rows count as in an editor, the header is row 1."""
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.reader(opened))
    rows[row - 1][rows[0].index(column)] = cell
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows(rows)


def test_every_shipped_row_is_read_with_an_id_of_its_own(shipped):
    lines = {name: len((paths.DATA / name).read_text(encoding="utf-8").splitlines()) - 1 for name in FILES}
    assert len(shipped.trade) == lines["bilateral_trade.csv"]
    assert len(shipped.investment) == lines["investment.csv"]
    assert len(shipped.gdp) == lines["gdp.csv"]
    ids = [row.id for table in (shipped.trade, shipped.investment, shipped.companies, shipped.gdp) for row in table]
    assert len(set(ids)) == len(ids)
    assert all(row.source for table in (shipped.trade, shipped.investment, shipped.companies) for row in table)


def test_the_shipped_rows_alone_are_one_object(shipped):
    """By this the notebooks tell whether the numbers in their texts are to hold, and tests are not those of a cache."""
    assert reference.load() is shipped


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("trade:KAZ-ITA:turnover:2023:national_press", 16.1e9),
        ("trade:ITA-KAZ:turnover:2022:mirror_press", 4.5e9),
        ("trade:ITA-KAZ:imports:2019:comtrade_reported", 2362923217),
        ("trade:KAZ-ITA:exports:2023-2024:imf_imts_mean", 17252200000),
        ("trade:KAZ-ITA:turnover:2024:claim:astana-times-mar-2025", 20e9),
    ],
)
def test_ids_are_made_from_content(shipped, name, value):
    assert {row.id: row.value for row in shipped.trade}[name] == value


def test_the_standard_library_is_enough_for_the_shipped_rows():
    code = (
        "import sys; from communique.trade import claims, reference; reference.load(cache_folder=None); "
        "print([name for name in ('pandas', 'pyarrow', 'numpy', 'sdmx', 'requests') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


WRONG = [
    ("bilateral_trade.csv", 5, "reporter_iso3", "Kazakhstan", "'Kazakhstan' is not an ISO 3166 alpha-3 code"),
    ("bilateral_trade.csv", 9, "partner_iso3", "KZ", "'KZ' is not an ISO 3166 alpha-3 code"),
    ("bilateral_trade.csv", 9, "partner_iso3", "XXX", "'XXX' is not an ISO 3166 alpha-3 code"),
    ("bilateral_trade.csv", 2, "flow", "trade", "'trade' is not a flow"),
    ("bilateral_trade.csv", 3, "year_from", "2o22", "'2o22' is not a year"),
    ("bilateral_trade.csv", 3, "year_to", "1850", "'1850' is not a year"),
    ("bilateral_trade.csv", 3, "year_to", "2019", "the period ends in 2019, before it begins"),
    ("bilateral_trade.csv", 7, "value", "1,088", "'1,088' is not a number above zero"),
    ("bilateral_trade.csv", 7, "value", "nan", "'nan' is not a number above zero"),
    ("bilateral_trade.csv", 7, "value", "-5", "'-5' is not a number above zero"),
    ("bilateral_trade.csv", 7, "value", "", "'' is not a number above zero"),
    ("bilateral_trade.csv", 8, "currency", "euro", "'euro' is not a currency code"),
    ("bilateral_trade.csv", 8, "basis", "official", "'official' is not a basis"),
    ("bilateral_trade.csv", 8, "source", "  ", "the cell is empty; say where the row is from"),
    ("investment.csv", 4, "source", "", "the cell is empty"),
    ("investment.csv", 4, "host_iso3", "KAZAKHSTAN", "is not an ISO 3166 alpha-3 code"),
    ("exchange_rates.csv", 6, "eur_per_usd", "0,88", "'0,88' is not a number above zero"),
    ("gdp.csv", 6, "iso3", "IT", "'IT' is not an ISO 3166 alpha-3 code"),
    ("company_counts.csv", 2, "low", "few", "'few' is not a number above zero"),
]


@pytest.mark.parametrize(("name", "row", "column", "cell", "what"), WRONG)
def test_a_broken_row_is_named_by_file_row_and_column(folder, name, row, column, cell, what):
    edit(folder / name, row, column, cell)
    with pytest.raises(CommuniqueError) as caught:
        reference.load(data=folder, cache_folder=None)
    assert what in str(caught.value)
    assert str(folder / name) in str(caught.value)
    assert f"row {row}, column {column}" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda text: text.replace("basis", "base", 1), "row 1: there is no column basis"),
        (lambda text: text + "\n", ""),
        (lambda text: text + "KAZ,ITA,exports\n", "the row has 3 cells, the header 11"),
        (lambda text: text + text.splitlines()[5] + "\n", "the row is there twice"),
        (lambda text: "", "there is no column reporter_iso3"),
    ],
)
def test_a_broken_table_is_named(folder, change, what):
    file = folder / "bilateral_trade.csv"
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    if not what:
        what = "the row has 0 cells"
    with pytest.raises(CommuniqueError, match=what):
        reference.load(data=folder, cache_folder=None)


def test_a_missing_or_foreign_file(folder):
    (folder / "gdp.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CommuniqueError, match=r"gdp\.csv: the file is not UTF-8 text"):
        reference.load(data=folder, cache_folder=None)
    (folder / "gdp.csv").unlink()
    with pytest.raises(CommuniqueError, match=r"gdp\.csv: the file is missing"):
        reference.load(data=folder, cache_folder=None)


# A reader's own file: two pairs, two years, and a third country for totals and ranks.
OWN = [
    ("DEU", "POL", 2014, 59540),
    ("POL", "DEU", 2014, 54654),
    ("DEU", "POL", 2015, 53935),
    ("POL", "DEU", 2015, 51347),
    ("DEU", "FRA", 2015, 114000),
    ("FRA", "DEU", 2015, 70000),
]


def write_csv(file: Path, rows: list, header: str = "exporter,importer,year,value") -> Path:
    file.write_text("\n".join([header, *(",".join(map(str, row)) for row in rows)]) + "\n", encoding="utf-8")
    return file


def test_a_file_of_ones_own_as_csv_and_parquet(tmp_path):
    names = ["exporter_iso3", "importer_iso3", "year", "value_usd"]
    columns = [
        pa.array(column).dictionary_encode() if at < 2 else pa.array(column)
        for at, column in enumerate(zip(*OWN, strict=True))
    ]
    parquet.write_table(pa.Table.from_arrays(columns, names=names), tmp_path / "baci.parquet")
    write_csv(tmp_path / "own.csv", OWN)
    for name in ("baci.parquet", "own.csv"):
        loaded = reference.load(tmp_path / name, scale=1e6, cache_folder=None)
        found = levels.of_pair(loaded, "POL", "DEU", "turnover")
        assert [(level.first, level.value) for level in found] == [(2014, 114194e6), (2015, 105282e6)]
        assert {level.basis for level in found} == {Path(name).stem}
        totals = levels.of_pair(loaded, "DEU", "WLD", "exports")
        assert [(level.first, level.value) for level in totals] == [(2014, 59540e6), (2015, 167935e6)]


def test_columns_under_other_names(tmp_path):
    file = write_csv(tmp_path / "own.csv", OWN, "i,j,t,v")
    columns = {"exporter": "i", "importer": "j", "year": "t", "value": "v"}
    loaded = reference.load(file, columns=columns, currency="EUR", cache_folder=None)
    assert levels.of_pair(loaded, "DEU", "POL", "exports")[0].currency == "EUR"


SAID = """
currency = "EUR"
scale = 1e6
source = "Customs office, 2024"
delimiter = ";"
decimal = ","
[columns]
exporter = "from"
importer = "to"
year = "period"
value = "goods"
"""


def described(tmp_path, said=SAID, text="from;to;period;goods\nDEU;POL;2015;1,5\n"):
    file = tmp_path / "own.csv"
    file.write_text(text, encoding="utf-8")
    reference_file.beside(file).write_text(said, encoding="utf-8")
    return file


def test_a_description_beside_the_file_says_columns_currency_and_scale(tmp_path):
    file = described(tmp_path)
    row = reference.load(file, cache_folder=None).pair("DEU", "POL")[0]
    assert (row.value, row.currency, row.source, row.basis) == (1.5e6, "EUR", "Customs office, 2024", "own")
    given = reference.load(file, currency="PLN", scale=10, columns={"value": "goods"}, cache_folder=None)
    assert given.pair("DEU", "POL")[0].value == 15
    assert given.pair("DEU", "POL")[0].currency == "PLN"
    assert reference.load(described(tmp_path, "\ufeff" + SAID), cache_folder=None).tidy.source == "Customs office, 2024"


def test_a_description_of_a_parquet_file(tmp_path):
    columns = {"rep": ["DEU"], "importer": ["POL"], "year": [2015], "value": [2]}
    parquet.write_table(pa.table(columns), tmp_path / "own.parquet")
    said = 'scale = 1000\n[columns]\nexporter = "rep"\n'
    (tmp_path / "own.parquet.toml").write_text(said, encoding="utf-8")
    assert reference.load(tmp_path / "own.parquet", cache_folder=None).pair("DEU", "POL")[0].value == 2000


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("currency = 1", "own.csv.toml: $.currency: Expected `str`, got `int`; the keys are columns, currency, scale"),
        ('money = "EUR"', "own.csv.toml: Object contains unknown field `money`; the keys are columns, currency"),
        ('currency = "euro"', "own.csv.toml: currency: 'euro' is no currency; write three letters, such as EUR"),
        ("scale = 0", "own.csv.toml: scale: 0 is no number above zero; write 1e6 for values in millions"),
        ("scale = nan", "own.csv.toml: scale: nan is no number above zero"),
        ('[columns]\nreporter = "from"', "own.csv.toml: columns: 'reporter' is not one of the four columns"),
        ('delimiter = ""', "own.csv.toml: delimiter: '' is no sign that could stand there"),
        ('delimiter = "ab"', "delimiter: 'ab' is no sign"),
        ('decimal = ","', "own.csv.toml: decimal: ',' cannot stand between cells and in numbers"),
        ("[columns", "own.csv.toml: "),
        ("\x00", "own.csv.toml: "),
        ("a." * 100_000 + "a = 1", "more than 1,000 full stops"),
        ("nested = " + "[" * 90_000, "own.csv.toml: "),
        (
            SAID.replace('"goods"', '"worth"'),
            "own.csv: row 1: there is no column for the value (columns: from, to, period, goods); say which one it is: "
            'value = "NAME" below [columns] in own.csv.toml',
        ),
        ("", "give a CSV or Parquet file; own.csv.toml may say its delimiter"),
    ],
)
def test_a_description_that_cannot_be_is_one_line(tmp_path, said, what):
    with pytest.raises(CommuniqueError) as caught:
        reference.load(described(tmp_path, said), cache_folder=None)
    assert what in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_description_that_is_no_file_or_no_text(tmp_path):
    file = described(tmp_path)
    reference_file.beside(file).write_bytes(b"\xff")
    with pytest.raises(CommuniqueError, match=r"own\.csv\.toml: 'utf-8' codec can't decode"):
        reference.load(file, cache_folder=None)
    reference_file.beside(file).unlink()
    reference_file.beside(file).mkdir()
    with pytest.raises(CommuniqueError, match=r"own\.csv\.toml: cannot be read \(is a directory\)"):
        reference.load(file, cache_folder=None)


OWN_WRONG = [
    ("exporter,importer,year\n", "there is no column for the value"),
    ("exporter,importer,year,value\n", "the table has no rows"),
    ("exporter,importer,year,value\nDE,POL,2015,1\n", "row 2, column exporter: 'DE' is not an ISO 3166 alpha-3 code"),
    ("exporter,importer,year,value\nDEU,POL,2015,1\nDEU,Poland,2016,1\n", "row 3, column importer: 'Poland'"),
    ("exporter,importer,year,value\nDEU,,2015,1\n", "row 2, column importer: the cell is empty"),
    ("exporter,importer,year,value\n276,616,2015,1\n", "row 2, column exporter: 276 is not an ISO 3166 alpha-3 code"),
    ("exporter,importer,year,value\nDEU,POL,FY15,1\n", "row 2, column year: 'FY15' is not a year"),
    ("exporter,importer,year,value\nDEU,POL,2015,1\nDEU,POL,15,1\n", "row 3, column year: 15 is not a year"),
    (
        "exporter,importer,year,value\nDEU,POL,2015,1\nDEU,POL,2016,much\n",
        "row 3, column value: 'much' is not a number",
    ),
    ("exporter,importer,year,value\nDEU,POL,2015,-1\n", "row 2, column value: -1.0 is not a number of zero or more"),
    ("exporter,importer,year,value\nDEU,POL,2015,\n", "row 2, column value: the cell is empty"),
    ("exporter,importer,year,value\nDEU,POL,2015,1\nDEU,POL,2015,2\n", "DEU to POL in 2015 is there 2 times"),
    ('exporter,importer,year,value\nDEU,"POL,2015,1\n', "cannot be read as a table"),
    ("", "cannot be read as a table"),
]


# Found by fuzzing: what pyarrow reads and Python then cannot show as text.
OWN_BYTES = [
    (b"\xef\xbbe\xbfx;importer;year;value\nKAZ;1\n", "cannot be read as a table"),
    (b"exporter,importer,year,value\nI\xd4A,KAZ,2023,1\n", "row 2, column exporter: b'I\\xd4A' is not an ISO 3166"),
    (b"exporter,importer,year,value\nITA,KAZ,2023,1\nITA,KAZ,20\xd4,1\n", "column year: b'20\\xd4' is not a year"),
    (b"exporter,importer,year,year,value\nITA,KAZ,2023,2023,1\n", "there are several columns year"),
]


@pytest.mark.parametrize(("data", "what"), OWN_BYTES)
def test_a_file_of_ones_own_with_bytes_that_are_no_text(tmp_path, data, what):
    (tmp_path / "own.csv").write_bytes(data)
    with pytest.raises(CommuniqueError) as caught:
        reference.load(tmp_path / "own.csv", cache_folder=None)
    assert what in str(caught.value)


@pytest.mark.parametrize(("text", "what"), OWN_WRONG)
def test_a_broken_file_of_ones_own(tmp_path, text, what):
    file = tmp_path / "own.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommuniqueError) as caught:
        reference.load(file, cache_folder=None)
    assert what in str(caught.value)
    assert "own.csv" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_that_are_not_there_or_no_tables(tmp_path):
    with pytest.raises(CommuniqueError, match="there is no such file"):
        reference.load(tmp_path / "none.csv", cache_folder=None)
    (tmp_path / "own.parquet").write_bytes(b"PAR1 but no more")
    with pytest.raises(CommuniqueError, match="cannot be read as a table"):
        reference.load(tmp_path / "own.parquet", cache_folder=None)
    with pytest.raises(CommuniqueError, match="'from' is not one of the four columns"):
        reference.load(write_csv(tmp_path / "own.csv", OWN), columns={"from": "exporter"}, cache_folder=None)


def test_half_a_million_flows_load_and_are_looked_up_quickly(tmp_path):
    codes = [a + b + c for a in "ABCDEFGHIJ" for b in "KLMNO" for c in "PQRS"][:170]
    pairs = [(one, two) for one in codes for two in codes if one != two]
    years = [2000 + at for at in range(20)]
    columns = [
        pa.array([one for one, _ in pairs for _ in years]).dictionary_encode(),
        pa.array([two for _, two in pairs for _ in years]).dictionary_encode(),
        pa.array(years * len(pairs), pa.int16()),
        pa.array(range(len(pairs) * len(years)), pa.int64()),
    ]
    names = ["exporter_iso3", "importer_iso3", "year", "value_usd"]
    parquet.write_table(pa.Table.from_arrays(columns, names=names), tmp_path / "large.parquet")
    begun = time.perf_counter()
    loaded = reference.load(tmp_path / "large.parquet", cache_folder=None)
    ready = time.perf_counter()
    assert len(levels.of_pair(loaded, codes[0], codes[1], "turnover")) == 20
    done = time.perf_counter()
    # Limits for a busy machine; on an idle one it is a third of a second and ten milliseconds.
    assert ready - begun < 3
    assert done - ready < 0.6


def test_every_basis_of_the_rows_is_described(shipped):
    assert {row.basis for row in shipped.trade} <= set(bases())
    assert {basis.kind for basis in bases().values()} == {"own", "exporter", "reconciled", "statement", "unnamed"}


def test_a_sum_is_made_within_one_series_only(shipped):
    found = levels.of_pair(shipped, "KAZ", "ITA", "turnover")
    # Both sides report imports to Comtrade and nothing else: added up they would be nobody's turnover.
    assert not any(level.basis.startswith("comtrade_reported") for level in found)
    assert [level.value for level in found if level.basis == "imf_imts_mean"] == [17252200000 + 1208800000]


def test_a_conversion_is_by_the_average_rate_of_the_year(shipped):
    level = next(
        level
        for level in levels.of_pair(shipped, "KAZ", "ITA", "turnover")
        if level.currency == "EUR" and level.kind == "own"
    )
    made = levels.converted(level, "USD", shipped)
    assert made is not None
    assert made.numbers.middle == pytest.approx(4.5e9 / 0.9493)
    assert levels.converted(level, "KZT", shipped) is None


def test_both_sides_of_the_flow_of_the_seed(shipped):
    mirrors = mirror.both_sides(shipped, "KAZ", "ITA")
    out = {entry.year: entry for entry in mirrors if entry.flow == "exports" and entry.exporter == "KAZ"}
    assert {year: round(entry.ratio, 1) for year, entry in out.items()} == {2018: 5.7, 2019: 3.5}
    assert all(entry.is_flagged for entry in out.values())
    back = [entry for entry in mirrors if entry.flow == "exports" and entry.exporter == "ITA"]
    assert [(entry.year, round(entry.ratio, 2), entry.is_flagged, entry.converted) for entry in back] == [
        (2019, 0.77, False, True)
    ]
    finding = mirror.finding(mirrors)
    assert "Kazakhstan declares as exports to Italy 3.5 to 5.7 times" in finding
    assert "agree on what Italy sends to Kazakhstan" in finding


@pytest.mark.parametrize(
    ("exported", "flagged"), [(0.62, True), (0.64, False), (1.0, False), (1.41, False), (1.43, True)]
)
def test_the_flag_allows_for_freight_and_insurance(exported, flagged):
    entry = mirror.Mirror("exports", "AAA", "BBB", 2020, exported, 1.0, "x", "y", (), False)
    assert entry.is_flagged is flagged


def test_reasons_are_general_and_cited(shipped):
    assert all(reason.source for reason in mirror.reasons())
    assert [note.source for note in mirror.notes(shipped, "ITA", "KAZ")] == ["Vlast, 18 January 2024"]
    assert not mirror.notes(shipped, "DEU", "POL")
    assert mirror.both_sides(shipped, "DEU", "POL") == ()
