"""A file -> an Article: its text, where it was filed and when, its paragraphs and sentences."""

import re
from collections.abc import Iterator
from datetime import date as day
from pathlib import Path

from communique import decoding, limits, pages
from communique.errors import CommuniqueError
from communique.grammar import furniture, header, language, text as grammar
from communique.record import Article, Span

_FRONT = re.compile(r"\A(?:[ \t]*(?:url|date|title|outlet|author):[^\n]*\n){1,5}\s*(?:---[ \t]*\n)?", re.IGNORECASE)
_FIELD = re.compile(r"^[ \t]*(url|date|title|outlet|author):([^\n]*)", re.IGNORECASE | re.MULTILINE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
# Half of a pair that stands for one character; alone it is no character.
_HALF = re.compile("[\ud800-\udfff]")


def from_text(text: str, id: str = "article", notes: tuple[str, ...] = (), **meta: str | None) -> Article:
    """The article whose text is `text`; `meta` (date, title, url, outlet, author, encoding) outranks the text's own.

    `notes` are what a reader should know of how the text was read; that it is not in English is added to them.

    >>> from_text("ASTANA, 30 May 2025 – The leaders met.").date
    '2025-05-30'
    """
    text = _whole(text)
    front = _front_matter(text)
    known = {**front, **{name: value for name, value in meta.items() if value}}
    everything = _paragraphs(text, front)
    paragraphs = tuple(span for span in everything if not furniture.is_furniture(text[span.start : span.end][:200]))
    line = header.dateline(text, paragraphs)
    stamp = known.pop("date", None)
    return Article(
        id=_whole(id),
        text=text,
        date=stamp if _is_day(stamp) else header.story_date(text, everything, line),
        dateline=line.place if line else None,
        paragraphs=paragraphs,
        sentences=grammar.sentences(text, paragraphs),
        notes=(*notes, *_foreign(text)),
        **known,
    )


def read(path: str | Path) -> Article:
    """The article in a `.txt` or `.html` file; its id is the file's stem.

    Raises CommuniqueError for a file that is missing, empty, too large or not text.
    """
    path = Path(path)
    return from_bytes(_bytes(path), path.stem, path)


def from_bytes(data: bytes, id: str, source: str | Path, page: bool = False) -> Article:
    """The article in the bytes of the file `source`; it is a `page` if that is known, if it is named or begins so.

    Raises CommuniqueError for what is empty, too large or not text.
    """
    named = page or str(source).lower().endswith((".html", ".htm"))
    if len(data) > limits.page_size():
        limits.check(len(data), source, limits.page_size() if named else limits.size())
    text, encoding = decoding.decode(data, source, pages.charset(data))
    notes = tuple(_read_as(text, encoding))
    if not pages.is_page(text, named):
        limits.check(len(data), source)
        return from_text(text, id, notes, encoding=encoding)
    said = pages.main_text(text, source)
    limits.check(len(said["text"]), source)
    if not named:
        notes += ("is a web page; its main text was taken",)
    return from_text(said.pop("text"), id, notes, encoding=encoding, **said)


def _whole(text: str) -> str:
    """The text with halves of characters, which cannot be written, marked as lost."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _HALF.sub(decoding.LOST, text)
    return text


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limits.page_size() + 1)
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or str(error)
        raise CommuniqueError(path, what.lower(), "check the path") from None


def _read_as(text: str, encoding: str) -> Iterator[str]:
    """What there is to say of the encoding that was taken."""
    if encoding != "utf-8":
        yield f"is not in UTF-8; it was read as {encoding}"
    lost = text.count(decoding.LOST)
    if lost:
        yield f"holds {lost} character{'s' * (lost > 1)} that could not be read; {decoding.LOST} stands for each"


def _foreign(text: str) -> Iterator[str]:
    doubt = language.doubt(text)
    if doubt:
        yield f"does not read as English ({doubt}); the rules are made for English, so they may find little"


def _is_day(text: str | None) -> bool:
    """Whether the text is an ISO date that the calendar has."""
    try:
        return bool(text and _ISO.fullmatch(text) and day.fromisoformat(text))
    except ValueError:
        return False


def _front_matter(text: str) -> dict[str, str]:
    """The fields (url, date, title, outlet, author) that stand as `name: value` lines before the text."""
    head = _FRONT.match(text)
    fields = _FIELD.findall(head.group()) if head else []
    return {name.lower(): value.strip() for name, value in fields if value.strip()}


def _paragraphs(text: str, front: dict[str, str]) -> tuple[Span, ...]:
    """The paragraphs behind front matter or a stamped date, furniture of the page among them."""
    head = _FRONT.match(text) if front else header.STAMP.match(text)
    begin = head.end() if head else 0
    return tuple(Span(max(start, begin), end) for start, end in grammar.paragraphs(text) if end > begin)
