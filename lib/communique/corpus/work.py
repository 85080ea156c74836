"""One chunk -> one part of every table. A part is written whole, and a mark beside it says that the chunk is done."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import fsspec
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from communique import article as articles, codebook, files, limits, pipeline
from communique.corpus import plan, schema
from communique.errors import CommuniqueError, visible
from communique.record import Article

# An article, or why there is none, with its id and source.
Read = tuple[str, str, Article | str]


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What a finished chunk says of itself: the digest it was made from and the rows it gave to each table."""

    digest: str
    rows: dict[str, int]


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    text: str
    date: str | None = None


def do(chunk: plan.Chunk, out: str, codebooks: str | None = None) -> Mark:
    """The mark of the chunk, after its parts and then the mark itself were written below `out`."""
    books = codebook.load(Path(codebooks) if codebooks else None)
    tables: schema.Rows = {name: [] for name in schema.TABLES}
    for id, source, read in _articles(chunk):
        for name, rows in _rows(id, source, read, books).items():
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


def _rows(id: str, source: str, read: Article | str, books: codebook.Codebooks) -> schema.Rows:
    """The rows of one article; whatever goes wrong in it becomes a row of `failures` and stops nobody else."""
    if isinstance(read, str):
        return schema.failure(id, source, read)
    try:
        return schema.rows(read, pipeline.coded(read, books), source)
    except Exception as error:  # one bad article among 100,000 must cost one row
        return schema.failure(id, source, visible(f"{type(error).__name__}: {error}"))


def _articles(chunk: plan.Chunk) -> Iterator[Read]:
    return _from_lines(chunk) if chunk.lines else _from_files(chunk)


def _from_files(chunk: plan.Chunk) -> Iterator[Read]:
    for address in chunk.files:
        id = plan.stem(address)
        try:
            with plan.opened(address) as stream:
                data = stream.read(limits.page_size() + 1)
            yield id, address, articles.from_bytes(data, id, address.removesuffix(".gz"))
        except CommuniqueError as error:
            yield id, address, str(error)
        except plan.UNREADABLE as error:
            yield id, address, plan.unreadable(address, error)


def _from_lines(chunk: plan.Chunk) -> Iterator[Read]:
    name = str(chunk.lines)
    id, broken = plan.stem(name), chunk.broken
    lines: list[bytes] = []
    try:
        with plan.opened(name) as stream:
            stream.seek(chunk.start)
            lines = stream.read(chunk.end - chunk.start).split(b"\n")
    except plan.UNREADABLE as error:
        broken = plan.unreadable(name, error)
    for number, line in enumerate(lines, chunk.line + 1):
        if line.strip():
            yield _from_line(line, f"{name}:{number}", f"{id}-{number}")
    if broken:
        yield id, name, broken


def _from_line(line: bytes, source: str, fallback: str) -> Read:
    try:
        read = msgspec.json.decode(line, type=_Line)
        limits.check(len(read.text.encode()), source)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return fallback, source, f"{source}: {error}; each line must be an object with id, text and maybe date"
    except CommuniqueError as error:
        return fallback, source, str(error)
    if not read.text.strip():
        return read.id, source, f"{source}: the text is empty; leave the line out"
    return read.id, source, articles.from_text(read.text, read.id, date=read.date)


def _parquet(table: pa.Table) -> Any:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue().to_pybytes()
