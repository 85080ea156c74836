"""A reader's own table of trade flows: exporter, importer, year, value, for any pair of countries.

The only module beside `fetched` that loads pyarrow, so it is imported only when there is such a file.
The table stays in columns (pyarrow); rows are made only for the pair or the country that is looked up.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv, parquet

from communique.errors import CommuniqueError
from communique.trade import reference_file
from communique.trade.reference_file import FIELDS, Description
from communique.trade.rows import AGGREGATES, WORLD, TradeRow

# Names that files in circulation use, BACI's tidy form among them.
_USUAL = {
    "exporter": ("exporter", "exporter_iso3", "origin", "iso3_o"),
    "importer": ("importer", "importer_iso3", "destination", "iso3_d"),
    "year": ("year",),
    "value": ("value", "value_usd", "trade_value"),
}
_CODE = re.compile(r"[A-Z][A-Z0-9]{2}|EU\d\d")


class Tidy:
    """The checked table, and look-ups in it."""

    def __init__(self, table: pa.Table, basis: str, source: str, currency: str) -> None:
        """`table` has the columns exporter, importer, year and value, checked by `read`."""
        self._table = table
        self.basis = basis
        self.source = source
        self.currency = currency

    @classmethod
    def read(cls, path: Path, said: Description) -> "Tidy":
        """The table in a CSV or Parquet file, read as its description says.

        Raises CommuniqueError naming file, row and column of the first fault.
        """
        try:
            table = _checked(path, _named(path, _open(path, said), said), said.scale)
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            reason = str(error).splitlines()[0]
            remedy = f"give a CSV or Parquet file; {reference_file.beside(path).name} may say its delimiter"
            raise CommuniqueError(path, f"cannot be read as a table ({reason})", remedy) from None
        return cls(table, path.stem, said.source or path.name, said.currency)

    def __len__(self) -> int:
        """How many flows the table holds."""
        return int(self._table.num_rows)

    def pair(self, country: str, partner: str) -> tuple[TradeRow, ...]:
        """The flows between the two, both directions, by year."""
        table = self._table
        there = pc.and_(pc.equal(table["exporter"], country), pc.equal(table["importer"], partner))
        back = pc.and_(pc.equal(table["exporter"], partner), pc.equal(table["importer"], country))
        return self._rows(table.filter(pc.or_(there, back)))

    def partners(self, country: str) -> tuple[TradeRow, ...]:
        """All flows of a country with single partners, by year."""
        table = self._table
        side = pc.or_(pc.equal(table["exporter"], country), pc.equal(table["importer"], country))
        return self._rows(table.filter(side))

    def totals(self, country: str) -> tuple[TradeRow, ...]:
        """A country's exports to and imports from all partners by year, added up."""
        sums: dict[tuple[int, str], list[float]] = {}
        for row in self.partners(country):
            flow = "exports" if row.reporter == country else "imports"
            sums.setdefault((row.first, flow), []).append(row.value)
        return tuple(
            self._row(country, WORLD, flow, year, sum(values), f"sum over {len(values)} partners")
            for (year, flow), values in sorted(sums.items())
        )

    def _rows(self, table: pa.Table) -> tuple[TradeRow, ...]:
        cells = zip(*(table[name].to_pylist() for name in FIELDS), strict=True)
        found = ((e, i, y, v) for e, i, y, v in cells if e not in AGGREGATES and i not in AGGREGATES)
        return tuple(self._row(e, i, "exports", y, float(v), "") for e, i, y, v in sorted(found))

    def _row(self, reporter: str, partner: str, flow: str, year: int, value: float, note: str) -> TradeRow:
        name = f"{self.basis}:{reporter}-{partner}:{flow}:{year}"
        return TradeRow(
            id=name,
            reporter=reporter,
            partner=partner,
            flow=flow,
            first=year,
            last=year,
            value=value,
            currency=self.currency,
            basis=self.basis,
            source=self.source,
            note=note,
        )


def _open(path: Path, said: Description) -> pa.Table:
    """The file as a table, whatever its columns."""
    if not path.is_file():
        raise CommuniqueError(
            path, "there is no such file", "give a CSV or Parquet file of exporter, importer, year, value"
        )
    if path.suffix.lower() in (".parquet", ".pq"):
        return parquet.read_table(path)
    # Codes such as "NA" are text, never a missing value.
    options = csv.ConvertOptions(strings_can_be_null=False, null_values=[""], decimal_point=said.decimal)
    return csv.read_csv(path, parse_options=csv.ParseOptions(delimiter=said.delimiter), convert_options=options)


def _named(path: Path, table: pa.Table, said: Description) -> pa.Table:
    """The four columns under their own names."""
    found = []
    for field in FIELDS:
        names: Iterable[str] = (said.columns[field],) if field in said.columns else _USUAL[field]
        name = next((name for name in names if name in table.column_names), None)
        if name is None:
            what = f"there is no column for the {field} (columns: {', '.join(table.column_names[:8])})"
            raise CommuniqueError(path, what, _remedy(path, field), "row 1")
        if table.column_names.count(name) > 1:
            raise CommuniqueError(path, f"there are several columns {name}", "keep one of them", "row 1")
        found.append(name)
    return table.select(found).rename_columns(list(FIELDS))


def _remedy(path: Path, field: str) -> str:
    return f'say which one it is: {field} = "NAME" below [columns] in {reference_file.beside(path).name}'


def _checked(path: Path, table: pa.Table, scale: float) -> pa.Table:
    """The table with its types set, once every cell is as it must be."""
    if not table.num_rows:
        raise CommuniqueError(path, "the table has no rows", "give one row a pair and year")
    for field in ("exporter", "importer"):
        _check_codes(path, table, field)
    year = _as(path, table, "year", pa.int32(), "a year in four digits")
    value = _as(path, table, "value", pa.float64(), "a number, with a point for decimals")
    _refuse(path, "year", pc.invert(pc.and_(pc.greater_equal(year, 1900), pc.less_equal(year, 2100))), year, "a year")
    wrong = pc.invert(pc.and_(pc.is_finite(value), pc.greater_equal(value, 0)))
    _refuse(path, "value", wrong, value, "a number of zero or more")
    codes = [pc.cast(table[field], pa.string()) for field in ("exporter", "importer")]
    checked = pa.Table.from_arrays([*codes, year, pc.multiply(value, scale)], names=list(FIELDS))
    return _without_repeats(path, checked)


def _check_codes(path: Path, table: pa.Table, field: str) -> None:
    column = table[field]
    for code in column.unique().to_pylist():
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            cells = [None if cell in (None, "") else cell for cell in column.to_pylist()]
            _refuse(path, field, pa.array(cell == (code or None) for cell in cells), column, "an ISO 3166 alpha-3 code")


def _as(path: Path, table: pa.Table, field: str, kind: Any, wanted: str) -> Any:
    """A column cast to a type; the first cell that cannot be is named."""
    column = table[field]
    try:
        cast = column.cast(kind)
    except pa.ArrowException:
        cells = column.to_pylist()
        place = next((n for n, cell in enumerate(cells) if not _castable(cell, kind)), 0)
        raise CommuniqueError(
            path, f"{cells[place]!r} is not {wanted}", "correct the cell", _place(place, field)
        ) from None
    _refuse(path, field, cast.is_null(), column, wanted)
    return cast


def _castable(cell: object, kind: object) -> bool:
    try:
        pa.array([cell]).cast(kind)
    except pa.ArrowException:
        return False
    return True


def _refuse(path: Path, field: str, wrong: Any, column: Any, wanted: str) -> None:
    """Raises for the first cell marked as wrong."""
    place = pc.index(wrong, True).as_py()
    if place >= 0:
        cell = column[place].as_py()
        what = "the cell is empty" if cell is None or cell == "" else f"{cell!r} is not {wanted}"
        raise CommuniqueError(path, what, f"write {wanted}", _place(place, field))


def _without_repeats(path: Path, table: pa.Table) -> pa.Table:
    keys = ["year", "exporter", "importer"]
    counts = table.group_by(keys).aggregate([("value", "count")])
    if counts.num_rows < table.num_rows:
        row = counts.filter(pc.greater(counts["value_count"], 1)).slice(0, 1).to_pylist()[0]
        what = f"{row['exporter']} to {row['importer']} in {row['year']} is there {row['value_count']} times"
        raise CommuniqueError(path, what, "add the products up, so that a pair and year has one row")
    return table


def _place(number: int, field: str) -> str:
    return f"row {number + 2}, column {field}"
