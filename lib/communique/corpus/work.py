"""One chunk -> one part of every table. A part is written whole, and a mark beside it says that the chunk is done."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import fsspec
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from communique import article as articles, codebook, corrections, files, limits, pipeline
from communique.corpus import plan, schema
from communique.errors import CommuniqueError, visible
from communique.record import Article, Record


class Read(NamedTuple):
    """An article, or why there is none, with its id and source, and where corrections of it lie."""

    id: str
    source: str
    article: Article | str
    corrections: str | None = None


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
    for read in _articles(chunk):
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


def _rows(read: Read, books: codebook.Codebooks) -> schema.Rows:
    """The rows of one article; whatever goes wrong in it becomes a row of `failures` and stops nobody else."""
    if isinstance(read.article, str):
        return schema.failure(read.id, read.source, read.article)
    try:
        return schema.rows(read.article, _record(read.article, read.corrections, books), read.source)
    except CommuniqueError as error:
        reason = str(error)
    except Exception as error:  # one bad article among 100,000 must cost one row
        reason = visible(f"{type(error).__name__}: {error}")
    return schema.failure(read.id, read.source, reason)


def _record(article: Article, by_hand: str | None, books: codebook.Codebooks) -> Record:
    """The record of the article, as corrected by the file at the address `by_hand` if there is one."""
    record = pipeline.coded(article, books)
    if by_hand is None:
        return record
    try:
        with plan.opened(by_hand) as stream:
            data = stream.read(corrections.LARGEST + 1)
    except plan.UNREADABLE as error:
        raise CommuniqueError(by_hand, f"cannot be read ({error})", "look whether it is still there") from None
    return corrections.apply_bytes(article, record, data, by_hand, books)


def _articles(chunk: plan.Chunk) -> Iterator[Read]:
    return _from_lines(chunk) if chunk.lines else _from_files(chunk)


def _from_files(chunk: plan.Chunk) -> Iterator[Read]:
    corrected = frozenset(chunk.corrections)
    for address in chunk.files:
        if address.endswith(corrections.ENDING):
            yield _without_article(address)
            continue
        id, by_hand = plan.stem(address), plan.beside(address)
        try:
            with plan.opened(address) as stream:
                data = stream.read(limits.page_size() + 1)
            read = articles.from_bytes(data, id, address.removesuffix(".gz"))
            yield Read(id, address, read, by_hand if by_hand in corrected else None)
        except CommuniqueError as error:
            yield Read(id, address, str(error))
        except plan.UNREADABLE as error:
            yield Read(id, address, plan.unreadable(address, error))


def _without_article(address: str) -> Read:
    id = address.rpartition("/")[2].removesuffix(corrections.ENDING)
    remedy = f"call it after one ({', '.join(plan.ENDINGS)}; lines of .jsonl cannot be corrected), or remove it"
    return Read(id, address, str(CommuniqueError(address, "there is no article of this name beside it", remedy)))


def _from_lines(chunk: plan.Chunk) -> Iterator[Read]:
    name = str(chunk.lines)
    id, broken = plan.stem(name), chunk.broken
    for number, (_, line) in enumerate(plan.lines(name, chunk.start, chunk.end), chunk.line + 1):
        if isinstance(line, str):
            broken = line
        elif line.strip():
            yield _from_line(line, f"{name}:{number}", f"{id}-{number}")
    if broken:
        yield Read(id, name, broken)


def _from_line(line: bytes, source: str, fallback: str) -> Read:
    try:
        limits.check(len(line), source, limits.page_size())
        read = msgspec.json.decode(line, type=_Line)
        limits.check(len(read.text.encode()), source)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        what = f"{source}: {error}; each line must be an object with id, text and maybe date"
        return Read(fallback, source, visible(what))
    except CommuniqueError as error:
        return Read(fallback, source, str(error))
    if not read.text.strip():
        return Read(read.id, source, f"{source}: the text is empty; leave the line out")
    return Read(read.id, source, articles.from_text(read.text, read.id, date=read.date))


def _parquet(table: pa.Table) -> Any:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue().to_pybytes()
