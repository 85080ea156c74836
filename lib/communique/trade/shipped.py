"""The CSV files of reference rows that come with the project, read and checked row by row.

Every row gets an id made from its content, so that a verdict can name what it rests on.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from communique.errors import CommuniqueError
from communique.grammar import countries
from communique.trade.bases import bases
from communique.trade.rows import (
    AGGREGATES,
    FLOWS,
    CompanyRow,
    GdpRow,
    InvestmentRow,
    MirrorNote,
    RateRow,
    Shipped,
    TradeRow,
    trade_id,
    years,
)

_EARLIEST, _LATEST = 1900, 2100


Made = TypeVar("Made", bound=msgspec.Struct)
Cells = dict[str, str]
Check = Callable[[str], Any]


def read(folder: Path) -> Shipped:
    """The rows of all reference files in `folder`; raises CommuniqueError with file, row and column of a fault."""
    return Shipped(
        trade=_table(folder / "bilateral_trade.csv", TradeRow, _TRADE, trade_id),
        investment=_table(folder / "investment.csv", InvestmentRow, _INVESTMENT, _investment_id),
        companies=_table(
            folder / "company_counts.csv", CompanyRow, _COMPANIES, lambda r: f"companies:{r.home}-{r.host}"
        ),
        rates=_table(folder / "exchange_rates.csv", RateRow, _RATES, lambda r: f"rate:EUR-USD:{r.year}"),
        gdp=_table(folder / "gdp.csv", GdpRow, _GDP, lambda r: f"gdp:{r.country}:{r.year}"),
        mirror_notes=_table(
            folder / "mirror_notes.csv", MirrorNote, _NOTES, lambda r: f"note:{r.exporter}-{r.importer}:{r.reason}"
        ),
    )


def _table(
    path: Path, kind: type[Made], columns: dict[str, tuple[str, Check]], name: Callable[[Any], str]
) -> tuple[Made, ...]:
    """The rows of one file as structs; `columns` maps the file's columns to field and check."""
    rows = [_row(path, number, cells, kind, columns) for number, cells in _cells(path, list(columns))]
    names = [name(row) for row in rows]
    several = {text for text, count in Counter(names).items() if count > 1}
    sources = [str(row.source) for row in rows]  # type: ignore[attr-defined]  # every kind of row has one
    ids = [f"{text}:{_slug(said)}" if text in several else text for text, said in zip(names, sources, strict=True)]
    repeated = [text for text, count in Counter(ids).items() if count > 1]
    if repeated:
        second = [number for number, text in enumerate(ids) if text == repeated[0]][1]
        raise CommuniqueError(
            path, "the row is there twice", "keep one, or name the other's source", f"row {second + 2}"
        )
    return tuple(msgspec.structs.replace(row, id=text) for row, text in zip(rows, ids, strict=True))


def _cells(path: Path, columns: list[str]) -> Iterator[tuple[int, Cells]]:
    """Each line of a CSV file with the number it has in an editor; the columns must be as expected."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise CommuniqueError(path, "the file is missing", "reinstall the package or restore the file") from None
    except UnicodeDecodeError:
        raise CommuniqueError(path, "the file is not UTF-8 text", "save it as UTF-8") from None
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, [])
    missing = [name for name in columns if name not in header]
    if missing:
        raise CommuniqueError(
            path, f"there is no column {missing[0]}", f"the columns are {', '.join(columns)}", "row 1"
        )
    for cells in reader:
        if len(cells) != len(header):
            what = f"the row has {len(cells)} cells, the header {len(header)}"
            raise CommuniqueError(path, what, "put quotes around a cell with a comma", f"row {reader.line_num}")
        yield reader.line_num, dict(zip(header, cells, strict=True))


def _row(path: Path, number: int, cells: Cells, kind: type[Made], columns: dict[str, tuple[str, Check]]) -> Made:
    fields: dict[str, Any] = {}
    for column, (field, check) in columns.items():
        try:
            fields[field] = check(cells[column].strip())
        except ValueError as error:
            what, remedy = error.args
            raise CommuniqueError(path, what, remedy, f"row {number}, column {column}") from None
    if fields.get("last", 0) < fields.get("first", 0):
        what = f"the period ends in {fields['last']}, before it begins in {fields['first']}"
        raise CommuniqueError(path, what, "exchange the two years", f"row {number}, column year_to")
    return kind(**fields)


def _code(cell: str) -> str:
    if cell in AGGREGATES or countries.country(cell):
        return cell
    raise ValueError(f"{cell!r} is not an ISO 3166 alpha-3 code", "write the code in three capitals, or WLD or EU27")


def _year(cell: str) -> int:
    if cell.isascii() and cell.isdigit() and _EARLIEST <= int(cell) <= _LATEST:
        return int(cell)
    raise ValueError(f"{cell!r} is not a year", "write it in four digits")


def _number(cell: str) -> float:
    # float() would also take "1_000", "nan" and "inf".
    if re.fullmatch(r"\d+(?:\.\d+)?", cell) and float(cell) > 0:
        return float(cell)
    raise ValueError(f"{cell!r} is not a number above zero", "write digits only, with a point for decimals")


def _needed(cell: str) -> str:
    if cell:
        return cell
    raise ValueError("the cell is empty", "say where the row is from; a row without a source cannot be used")


def _currency(cell: str) -> str:
    if re.fullmatch(r"[A-Z]{3}", cell):
        return cell
    raise ValueError(f"{cell!r} is not a currency code", "write the ISO 4217 code, such as USD")


def _flow(cell: str) -> str:
    if cell in FLOWS:
        return cell
    raise ValueError(f"{cell!r} is not a flow", f"write one of {', '.join(FLOWS)}")


def _basis(cell: str) -> str:
    if cell in bases():
        return cell
    raise ValueError(f"{cell!r} is not a basis", f"write one of {', '.join(bases())}")


def _slug(source: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", source.lower()).strip("-").split("-")
    return "-".join(words[:8])


def _investment_id(row: InvestmentRow) -> str:
    return f"investment:{row.investor}-{row.host}:{years(row.first, row.last)}:{_slug(row.measure)}"


_TRADE: dict[str, tuple[str, Check]] = {
    "reporter_iso3": ("reporter", _code),
    "partner_iso3": ("partner", _code),
    "flow": ("flow", _flow),
    "year_from": ("first", _year),
    "year_to": ("last", _year),
    "value": ("value", _number),
    "currency": ("currency", _currency),
    "basis": ("basis", _basis),
    "source": ("source", _needed),
    "url": ("url", str),
    "note": ("note", str),
}
_INVESTMENT: dict[str, tuple[str, Check]] = {
    "investor_iso3": ("investor", _code),
    "host_iso3": ("host", _code),
    "year_from": ("first", _year),
    "year_to": ("last", _year),
    "measure": ("measure", _needed),
    "value": ("value", _number),
    "currency": ("currency", _currency),
    "source": ("source", _needed),
    "url": ("url", str),
    "note": ("note", str),
}
_COMPANIES: dict[str, tuple[str, Check]] = {
    "home_iso3": ("home", _code),
    "host_iso3": ("host", _code),
    "low": ("low", _number),
    "high": ("high", _number),
    "source": ("source", _needed),
    "url": ("url", str),
    "note": ("note", str),
}
_RATES: dict[str, tuple[str, Check]] = {
    "year": ("year", _year),
    "eur_per_usd": ("eur_per_usd", _number),
    "source_name": ("source", _needed),
    "source_url": ("url", str),
}
_GDP: dict[str, tuple[str, Check]] = {
    "iso3": ("country", _code),
    "year": ("year", _year),
    "gdp_current_usd": ("value", _number),
    "source_name": ("source", _needed),
    "source_url": ("url", str),
}
_NOTES: dict[str, tuple[str, Check]] = {
    "exporter_iso3": ("exporter", _code),
    "importer_iso3": ("importer", _code),
    "reason": ("reason", _needed),
    "statement": ("statement", _needed),
    "source": ("source", _needed),
    "url": ("url", str),
}
