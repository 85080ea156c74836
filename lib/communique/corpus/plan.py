"""A folder -> chunks of articles: what one worker does at a time, cut alike each time so that runs can resume.

A file counts as changed when its size or the time or tag that its store keeps of it did; so do the corrections beside
an article, which lie at the same address as `<id>.corrections.toml`. The folder is listed once.
"""

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

import fsspec
import msgspec
from toolz import partition_all

from communique import corrections, limits
from communique.errors import CommuniqueError

ENDINGS = (".txt", ".html", ".htm")
LINES = (".jsonl", ".ndjson")
# What reading a packed file that is cut or damaged can raise.
UNREADABLE = (OSError, EOFError, zlib.error)
# What stores call the time or tag of a file.
_CHANGES = ("mtime", "LastModified", "last_modified", "ETag", "etag", "created")
# Bytes read at once of a line that is too long to be kept.
_BLOCK = 1 << 20


class Chunk(msgspec.Struct, frozen=True, kw_only=True):
    """Some articles: whole files by name, or the bytes `[start, end)` of one file of JSON Lines from `line` on.

    `digest` tells whether the same chunk of the same files was done before; `corrections` are the corrections files of
    its articles; `broken` says why the file ends with this chunk although it should go on.
    """

    number: int
    digest: str
    count: int
    files: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
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
    return gzip.GzipFile(fileobj=stream) if address.endswith(".gz") else stream  # type: ignore[return-value]  # a reader of bytes too


def unreadable(address: str, error: Exception) -> str:
    """What is said of a file that cannot be read, or not to its end."""
    return str(CommuniqueError(address, f"cannot be read ({error})", "pack it again, or look whether it is all there"))


def stem(address: str) -> str:
    """The file's name without its folder and endings: an article's id."""
    name = address.rstrip("/").rsplit("/", 1)[-1].removesuffix(".gz")
    return name.rsplit(".", 1)[0] if "." in name else name


def beside(address: str) -> str:
    """Where the corrections of the article at an address lie, whether or not there are any."""
    return f"{address.rpartition('/')[0]}/{stem(address)}{corrections.ENDING}"


def lines(name: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, bytes | str]]:
    """The lines of a file from `start` to `end`, each with the offset of its end.

    A line of more bytes than a page may have is cut one byte behind that, so that no line takes all memory. Where the
    file cannot be read on, the reason comes last, as a string.
    """
    place, most = start, limits.page_size()
    try:
        with _buffered(name) as stream:
            stream.seek(start)
            while (end is None or place < end) and (line := stream.readline(most + 1)):
                place += len(line)
                last = line
                while last and not last.endswith(b"\n"):
                    last = stream.readline(_BLOCK)
                    place += len(last)
                yield place, line
    except UNREADABLE as error:
        yield place, unreadable(name, error)


def _all(folder: str, size: int, version: str) -> Iterator[Chunk]:
    listing = _listing(folder)
    for batch in partition_all(size, _texts(listing)):
        files = tuple(entry.name for entry in batch)
        digest = _digest(version, *((entry.name, entry.mark) for entry in batch))
        by_hand = tuple(entry.corrections for entry in batch if entry.corrections)
        yield Chunk(number=0, digest=digest, count=len(files), files=files, corrections=by_hand)
    for name, mark in listing:
        if _kind(name) == "lines":
            yield from _line_chunks(name, size, _digest(version, (name, mark)))


class _Text(NamedTuple):
    """A file with an article, a mark that changes when it or its corrections do, and where these lie."""

    name: str
    mark: str
    corrections: str | None = None


def _texts(listing: list[tuple[str, str]]) -> Iterator[_Text]:
    """The articles with their corrections, and corrections without an article: these will be told of."""
    by_hand = {name: mark for name, mark in listing if _kind(name) == "corrections"}
    left = dict(by_hand)
    for name, mark in listing:
        place = beside(name)
        if _kind(name) == "file":
            left.pop(place, None)
            yield _Text(name, f"{mark}+{by_hand[place]}", place) if place in by_hand else _Text(name, mark)
    yield from (_Text(name, mark) for name, mark in left.items())


def _listing(folder: str) -> list[tuple[str, str]]:
    """Every file below the folder with a mark that changes when it does (its size and time), sorted by name."""
    system, root = fsspec.core.url_to_fs(folder)
    if not system.exists(root):
        raise CommuniqueError(folder, "no such folder", "check the path or the address")
    found = system.find(root, detail=True)
    return sorted((str(system.unstrip_protocol(name)), _mark(info)) for name, info in found.items() if _kind(name))


def _mark(info: dict[str, Any]) -> str:
    changed = next((info[name] for name in _CHANGES if info.get(name)), "")
    return f"{info.get('size')}:{changed}"


def _kind(name: str) -> str | None:
    if name.endswith(corrections.ENDING):
        return "corrections"
    plain = name.lower().removesuffix(".gz")
    return "file" if plain.endswith(ENDINGS) else "lines" if plain.endswith(LINES) else None


def _line_chunks(name: str, size: int, digest: str) -> Iterator[Chunk]:
    """Chunks of a file of JSON Lines by their offsets in its (unpacked) bytes."""
    start = place = first = count = 0
    broken = None
    for number, (end, line) in enumerate(lines(name)):
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


def _buffered(name: str) -> Any:
    """The file's bytes as a stream whose lines can be read up to a length; those of most stores cannot."""
    stream: Any = opened(name)
    return stream if isinstance(stream, gzip.GzipFile) else io.BufferedReader(stream, _BLOCK)


def _lines(name: str, digest: str, count: int, place: tuple[int, int, int]) -> Chunk:
    start, end, line = place
    own = _digest(digest, (str(start), str(end)))
    return Chunk(number=0, digest=own, count=count, lines=name, start=start, end=end, line=line)


def _digest(version: str, *parts: tuple[str, str]) -> str:
    return hashlib.sha256(repr((version, parts)).encode()).hexdigest()[:16]
