"""A file -> an Article: its text, where it was filed and when, its paragraphs and sentences."""

import re
from pathlib import Path

from communique.errors import CommuniqueError
from communique.grammar import header, text as grammar
from communique.record import Article, Span

# The largest file read, in bytes; a news article is a thousandth of it.
SIZE_LIMIT = 50_000_000

# What English-language outlets write in, when not UTF-8. Windows-1250 is left out: it differs from 1252 in letters
# only, and an article in English has too few of those to tell the two apart.
_ENCODINGS = ["utf_16", "utf_16_le", "utf_16_be", "utf_32", "cp1252", "cp1251", "cp1254", "gb18030", "big5", "euc_kr"]

_FRONT = re.compile(r"\A(?:[ \t]*(?:url|date|title|outlet|author):[^\n]*\n){1,5}\s*(?:---[ \t]*\n)?", re.IGNORECASE)
_FIELD = re.compile(r"^[ \t]*(url|date|title|outlet|author):[ \t]*(.*?)[ \t]*$", re.IGNORECASE | re.MULTILINE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def from_text(text: str, id: str = "article", **meta: str | None) -> Article:
    """The article whose text is `text`; `meta` (date, title, url, outlet, author, encoding) outranks the text's own.

    >>> from_text("ASTANA, 30 May 2025 – The leaders met.").date
    '2025-05-30'
    """
    front = _front_matter(text)
    known = {**front, **{name: value for name, value in meta.items() if value}}
    everything = _paragraphs(text, front)
    paragraphs = tuple(span for span in everything if not header.is_furniture(text[span.start : span.end][:200]))
    line = header.dateline(text, paragraphs)
    stamp = known.pop("date", None)
    date = stamp if stamp and _ISO.fullmatch(stamp) else header.story_date(text, everything, line)
    return Article(
        id=id,
        text=text,
        date=date,
        dateline=line.place if line else None,
        paragraphs=paragraphs,
        sentences=grammar.sentences(text, paragraphs),
        **known,
    )


def read(path: str | Path) -> Article:
    """The article in a `.txt` or `.html` file; its id is the file's stem.

    Raises CommuniqueError for a file that is missing, empty, too large or not text.
    """
    path = Path(path)
    return from_bytes(_bytes(path), path.stem, path)


def from_bytes(data: bytes, id: str, source: str | Path) -> Article:
    """The article in a file's bytes; the ending of `source`'s name says whether it is a page (`.html`) or text."""
    if str(source).lower().endswith((".html", ".htm")):
        from communique import pages  # trafilatura is slow to load, and most seeds are plain text

        page = pages.main_text(data, source)
        return from_text(page.pop("text"), id, **page)
    text, encoding = decode(data, source)
    return from_text(text, id, encoding=encoding)


def decode(data: bytes, source: str | Path) -> tuple[str, str]:
    """The text of the bytes and the encoding taken; the byte-order mark is dropped, line ends become newlines."""
    try:
        text, encoding = data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = _detect(data, source)
    if "\x00" in text:
        raise CommuniqueError(source, "is not text (it holds NUL bytes)", "save the article as plain text in UTF-8")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise CommuniqueError(source, "is empty", "put the article's text into it")
    return text, encoding


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise CommuniqueError(path, f"has {size:,} bytes, the limit is {SIZE_LIMIT:,}", "split it into articles")
        return path.read_bytes()
    except OSError as error:
        raise CommuniqueError(path, (error.strerror or str(error)).lower(), "check the path") from None


def _detect(data: bytes, source: str | Path) -> tuple[str, str]:
    """Text in another encoding than UTF-8, as charset-normalizer reads it."""
    from charset_normalizer import from_bytes  # needed by few files, and slow to load

    best = from_bytes(data[:200_000], cp_isolation=_ENCODINGS).best()
    if best is None:
        raise CommuniqueError(source, "is not text in any known encoding", "save the article as plain text in UTF-8")
    western = data.decode("cp1252", errors="replace")
    text = data.decode(best.encoding, errors="replace").lstrip("\ufeff")
    return text, "cp1252" if text == western else best.encoding


def _front_matter(text: str) -> dict[str, str]:
    """The fields (url, date, title, outlet, author) that stand as `name: value` lines before the text."""
    head = _FRONT.match(text)
    return {name.lower(): value for name, value in _FIELD.findall(head.group()) if value} if head else {}


def _paragraphs(text: str, front: dict[str, str]) -> tuple[Span, ...]:
    """The paragraphs behind front matter or a stamped date, furniture of the page among them."""
    head = _FRONT.match(text) if front else header.STAMP.match(text)
    begin = head.end() if head else 0
    return tuple(Span(max(start, begin), end) for start, end in grammar.paragraphs(text) if end > begin)
