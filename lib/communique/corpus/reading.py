"""One chunk -> its articles, each read or with the reason why it could not be."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from communique import article, corrections, limits
from communique.corpus import plan
from communique.errors import CommuniqueError, visible
from communique.record import Article


class Read(NamedTuple):
    """An article, or why there is none, with its id and source, and where corrections of it lie."""

    id: str
    source: str
    article: Article | str
    corrections: str | None = None


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    text: str
    date: str | None = None


def articles(chunk: plan.Chunk) -> Iterator[Read]:
    """The articles of a chunk, or why there are none."""
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
            read = article.from_bytes(data, id, address.removesuffix(".gz"))
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
    broken = chunk.broken
    for read in lines(name, chunk.start, chunk.end, chunk.line):
        if read.source == name:
            broken = str(read.article)
        else:
            yield read
    if broken:
        yield Read(plan.stem(name), name, broken)


def lines(name: str, start: int = 0, end: int | None = None, before: int = 0) -> Iterator[Read]:
    """The articles in the lines of a file between two offsets, `before` lines standing in front of them.

    Their source is `name:line`; where the file cannot be read on, the last has the file itself as its source.
    """
    id = plan.stem(name)
    for number, (_, line) in enumerate(plan.lines(name, start, end), before + 1):
        if isinstance(line, str):
            yield Read(id, name, line)
        elif line.strip():
            yield _from_line(line, f"{name}:{number}", f"{id}-{number}")


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
    return Read(read.id, source, article.from_text(read.text, read.id, date=read.date))
