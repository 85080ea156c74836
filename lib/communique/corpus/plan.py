"""A folder -> chunks of articles: what one worker does at a time, cut alike each time so that runs can resume."""

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from typing import IO, Any

import fsspec
import msgspec
from toolz import partition_all

from communique.errors import CommuniqueError

ENDINGS = (".txt", ".html", ".htm")
LINES = (".jsonl", ".ndjson")
# What reading a packed file that is cut or damaged can raise.
UNREADABLE = (OSError, EOFError, zlib.error)


class Chunk(msgspec.Struct, frozen=True, kw_only=True):
    """Some articles: whole files by name, or the bytes `[start, end)` of one file of JSON Lines from `line` on.

    `digest` tells whether the same chunk of the same files was done before; `broken` why the file ends with this chunk
    although it should go on.
    """

    number: int
    digest: str
    count: int
    files: tuple[str, ...] = ()
    lines: str | None = None
    start: int = 0
    end: int = 0
    line: int = 0
    broken: str | None = None


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


def unreadable(address: str, error: Exception) -> str:
    """What is said of a file that cannot be read, or not to its end."""
    return str(CommuniqueError(address, f"cannot be read ({error})", "pack it again, or look whether it is all there"))


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
    start = place = first = count = 0
    broken = None
    for number, (end, line) in enumerate(_each_line(name)):
        if isinstance(line, str):
            broken = line
            break
        place = end
        count += bool(line.strip())
        if count == size:
            yield _lines(name, digest, count, (start, place, first))
            start, first, count = place, number + 1, 0
    if count or broken:
        yield msgspec.structs.replace(_lines(name, digest, count, (start, place, first)), broken=broken)


def _each_line(name: str) -> Iterator[tuple[int, bytes | str]]:
    """The lines of a file, each with the offset of its end; where it cannot be read on, why, as a string."""
    place = 0
    try:
        with opened(name) as stream:
            for line in stream:
                place += len(line)
                yield place, line
    except UNREADABLE as error:
        yield place, unreadable(name, error)


def _lines(name: str, digest: str, count: int, place: tuple[int, int, int]) -> Chunk:
    start, end, line = place
    own = _digest(digest, (str(start), str(end)))
    return Chunk(number=0, digest=own, count=count, lines=name, start=start, end=end, line=line)


def _digest(version: str, *parts: tuple[str, str]) -> str:
    return hashlib.sha256(repr((version, parts)).encode()).hexdigest()[:16]
