"""One chunk -> one part of every table. A part is written whole, and a mark beside it says that the chunk is done."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import fsspec
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from communique import codebook, corrections, files, pipeline
from communique.corpus import plan, reading, schema
from communique.errors import CommuniqueError, visible


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What a finished chunk says of itself: the digest it was made from and the rows it gave to each table."""

    digest: str
    rows: dict[str, int]


def do(chunk: plan.Chunk, out: str, codebooks: str | None = None) -> Mark:
    """The mark of the chunk, after its parts and then the mark itself were written below `out`."""
    books = codebook.load(Path(codebooks) if codebooks else None)
    tables: schema.Rows = {name: [] for name in schema.TABLES}
    for read in reading.articles(chunk):
        for name, rows in _rows(read, books).items():
            tables[name] += rows
    _put_together(
        (f"{out}/{name}/{part(chunk.number)}.parquet", _parquet(schema.table(name, rows)))
        for name, rows in tables.items()
    )
    mark = Mark(digest=chunk.digest, rows={name: len(rows) for name, rows in tables.items()})
    put(mark_address(out, chunk.number), msgspec.json.encode(mark))
    return mark


def part(number: int) -> str:
    """The name of a chunk's parts: sorting them by name keeps the order of the articles."""
    return f"part-{number:06}"


def mark_address(out: str, number: int) -> str:
    """Where the mark of a chunk stands."""
    return f"{out}/done/{part(number)}.json"


def put(address: str, data: bytes) -> None:
    """Writes a file whole or not at all; object stores do so by themselves, local files by a temporary name."""
    _put_together([(address, data)])


def _put_together(parts: Iterable[tuple[str, bytes]]) -> None:
    """Writes several files; local ones get their names only when all are written, so that a full disk changes none."""
    with ExitStack() as written:
        for address, data in parts:
            system, path = fsspec.core.url_to_fs(address)
            if "file" in system.protocol or "local" in system.protocol:
                written.enter_context(files.replacing(path)).write_bytes(data)
            else:
                system.pipe_file(path, data)


def _rows(read: reading.Read, books: codebook.Codebooks) -> schema.Rows:
    """The rows of one article; whatever goes wrong in it becomes a row of `failures` and stops nobody else."""
    if isinstance(read.article, str):
        return schema.failure(read.id, read.source, read.article)
    try:
        by_hand = (_loaded(read.corrections), read.corrections) if read.corrections else None
        return schema.rows(*pipeline.corrected(read.article, by_hand, books), read.source)
    except CommuniqueError as error:
        reason = str(error)
    except Exception as error:  # one bad article among 100,000 must cost one row
        reason = visible(f"{type(error).__name__}: {error}")
    return schema.failure(read.id, read.source, reason)


def _loaded(address: str) -> bytes:
    """The bytes of a corrections file, up to one more than it may have."""
    try:
        with plan.opened(address) as stream:
            return bytes(stream.read(corrections.LARGEST + 1))
    except plan.UNREADABLE as error:
        raise CommuniqueError(address, f"cannot be read ({error})", "look whether it is still there") from None


def _parquet(table: pa.Table) -> Any:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue().to_pybytes()
