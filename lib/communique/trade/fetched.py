"""The local cache of fetched statistics: one Parquet file a source and pair, with its query and time of retrieval."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
import pyarrow as pa
from pyarrow import parquet

from communique import files
from communique.errors import CommuniqueError
from communique.trade.rows import TradeRow, trade_id

_COLUMNS = tuple(field.name for field in msgspec.structs.fields(TradeRow) if field.name != "id")


def path(folder: Path, source: str, reporter: str, partner: str) -> Path:
    """Where the rows of that source and pair are kept."""
    return folder / f"{source}_{reporter}_{partner}.parquet"


def write(file: Path, rows: Iterable[TradeRow], source: str, query: str, retrieved: str) -> None:
    """Writes rows with their source, query and time of retrieval, over an older file only once they are complete.

    Raises CommuniqueError where the system refuses it.
    """
    cells = [msgspec.structs.asdict(row) for row in rows]
    table = pa.Table.from_pylist([{name: cell[name] for name in _COLUMNS} for cell in cells])
    metadata = {"source": source, "query": query, "retrieved": retrieved}
    with files.replacing(file) as part:
        parquet.write_table(table.replace_schema_metadata(metadata), part)


def read(several: Iterable[Path]) -> tuple[TradeRow, ...]:
    """The rows of cached files, with ids; raises CommuniqueError for a file that is no cache file."""
    return tuple(row for file in several for row in _rows(file))


def about(file: Path) -> dict[str, str]:
    """The source, the query and the time of retrieval of a cached file."""
    try:
        metadata = parquet.read_schema(file).metadata or {}
    except (pa.ArrowException, OSError):
        return {}
    return {key.decode(): value.decode() for key, value in metadata.items() if not key.startswith(b"ARROW")}


def _rows(file: Path) -> list[TradeRow]:
    try:
        cells = parquet.read_table(file, columns=list(_COLUMNS)).to_pylist()
        rows = [msgspec.convert(cell, TradeRow) for cell in cells]
    except (pa.ArrowException, OSError, msgspec.ValidationError):
        raise CommuniqueError(file, "is no file of fetched statistics", "delete it and fetch again") from None
    return [msgspec.structs.replace(row, id=trade_id(row)) for row in rows]
