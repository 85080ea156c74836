"""A folder -> chunks of articles: what one worker does at a time, cut alike each time so that runs can resume."""

import gzip
import hashlib
from collections.abc import Iterator
from typing import IO, Any

import fsspec
import msgspec
from toolz import partition_all

from communique.errors import CommuniqueError

ENDINGS = (".txt", ".html", ".htm")
LINES = (".jsonl", ".ndjson")


class Chunk(msgspec.Struct, frozen=True, kw_only=True):
    """Some articles: whole files by name, or the bytes `[start, end)` of one file of JSON Lines from `line` on.

    `digest` tells whether the same chunk of the same files was done before.
    """

    number: int
    digest: str
    count: int
    files: tuple[str, ...] = ()
    lines: str | None = None
    start: int = 0
    end: int = 0
    line: int = 0


def chunks(folder: str, size: int, version: str) -> Iterator[Chunk]:
    """The chunks of a folder on any fsspec address, sorted by name, each of `size` articles at most.

    Raises CommuniqueError where the folder is missing or holds no article.
    """
    number = -1
    for number, chunk in enumerate(_all(folder, size, version)):
        yield msgspec.structs.replace(chunk, number=number)
    if number < 0:
        raise CommuniqueError(folder, "holds no articles", "put .txt, .html or .jsonl files into it (.gz of them too)")


def opened(address: str) -> IO[bytes]:
    """The file's bytes as a stream, unpacked where its name ends in .gz."""
    stream: IO[bytes] = fsspec.open(address, "rb").open()
    return gzip.GzipFile(fileobj=stream) if address.endswith(".gz") else stream  # type: ignore[return-value]


def stem(address: str) -> str:
    """The file's name without its folder and endings: an article's id."""
    name = address.rstrip("/").rsplit("/", 1)[-1].removesuffix(".gz")
    return name.rsplit(".", 1)[0] if "." in name else name


def _all(folder: str, size: int, version: str) -> Iterator[Chunk]:
    listing = _listing(folder)
    texts = [entry for entry in listing if _kind(entry[0]) == "file"]
    for batch in partition_all(size, texts):
        files = tuple(name for name, _ in batch)
        yield Chunk(number=0, digest=_digest(version, *batch), count=len(files), files=files)
    for name, mark in listing:
        if _kind(name) == "lines":
            yield from _line_chunks(name, size, _digest(version, (name, mark)))


def _listing(folder: str) -> list[tuple[str, str]]:
    """Every file below the folder with a mark that changes when it does (its size and time), sorted by name."""
    system, root = fsspec.core.url_to_fs(folder)
    if not system.exists(root):
        raise CommuniqueError(folder, "no such folder", "check the path or the address")
    found = system.find(root, detail=True)
    return sorted((str(system.unstrip_protocol(name)), _mark(info)) for name, info in found.items() if _kind(name))


def _mark(info: dict[str, Any]) -> str:
    changed = info.get("mtime") or info.get("LastModified") or info.get("ETag") or info.get("etag") or ""
    return f"{info.get('size')}:{changed}"


def _kind(name: str) -> str | None:
    plain = name.lower().removesuffix(".gz")
    return "file" if plain.endswith(ENDINGS) else "lines" if plain.endswith(LINES) else None


def _line_chunks(name: str, size: int, digest: str) -> Iterator[Chunk]:
    """Chunks of a file of JSON Lines by their offsets in its (unpacked) bytes."""
    place = start = first = 0
    count = 0
    with opened(name) as stream:
        for number, line in enumerate(stream):
            place += len(line)
            count += bool(line.strip())
            if count == size:
                yield _lines(name, digest, count, (start, place, first))
                start, first, count = place, number + 1, 0
    if count:
        yield _lines(name, digest, count, (start, place, first))


def _lines(name: str, digest: str, count: int, place: tuple[int, int, int]) -> Chunk:
    start, end, line = place
    own = _digest(digest, (str(start), str(end)))
    return Chunk(number=0, digest=own, count=count, lines=name, start=start, end=end, line=line)


def _digest(version: str, *parts: tuple[str, str]) -> str:
    return hashlib.sha256(repr((version, parts)).encode()).hexdigest()[:16]
