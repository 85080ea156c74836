"""Bytes -> text: the encoding that was taken, and the files that are no text at all."""

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from communique.errors import CommuniqueError

# What English-language outlets write in, when not UTF-8. Windows-1250 is left out: it differs from 1252 in letters
# only, and an article in English has too few of those to tell the two apart.
_ENCODINGS = ["utf_16_le", "utf_16_be", "cp1252", "cp1251", "cp1254", "gb18030", "big5", "euc_kr"]
# The longer marks first: one of UTF-32 begins like one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf_32"),
    (codecs.BOM_UTF32_BE, "utf_32"),
    (codecs.BOM_UTF16_LE, "utf_16"),
    (codecs.BOM_UTF16_BE, "utf_16"),
)
# How files begin that people take for text, and what they are.
_OTHERS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word document or another packed file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Word"),
    (b"{\\rtf", "a rich text document"),
    (b"\x1f\x8b", "a packed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_SAMPLE = 200_000  # bytes that the encoding is told by
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_REMEDY = "save the article as plain text in UTF-8"
LOST = "\ufffd"  # stands for what could not be read


class Decoded(NamedTuple):
    """The text of some bytes, and the encoding they were taken to be in."""

    text: str
    encoding: str


def decode(data: bytes, source: str | Path, declared: str | None = None) -> Decoded:
    """The text of a file's bytes; the byte-order mark is dropped, line ends become newlines.

    UTF-8 is tried first, then the encoding `declared` by the file, then what charset-normalizer finds. Raises
    CommuniqueError for what is empty or no text.
    """
    _refuse_others(data, source)
    text, encoding = _marked(data) or _utf8(data) or _declared(data, declared) or _found(data, source)
    if "\x00" in text:
        raise CommuniqueError(source, "is not text (it holds NUL bytes)", _REMEDY)
    if len(_CONTROL.findall(text)) > len(text) // 10:
        raise CommuniqueError(source, "is not text (it holds control characters)", _REMEDY)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise CommuniqueError(source, "is empty", "put the article's text into it")
    return Decoded(text, encoding)


def _refuse_others(data: bytes, source: str | Path) -> None:
    begin = data[:1024].lstrip()
    for mark, what in _OTHERS:
        if begin.startswith(mark):
            raise CommuniqueError(source, f"is {what}, not text", "copy the article's text out of it into a .txt file")


def _marked(data: bytes) -> Decoded | None:
    """The text behind a byte-order mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            name = encoding if encoding == "utf-8" else encoding + ("_le" if mark[0] == 0xFF else "_be")
            return Decoded(data[len(mark) :].decode(name, errors="replace"), encoding)
    return None


def _utf8(data: bytes) -> Decoded | None:
    """The text as UTF-8, also where some bytes of it are broken: in other encodings more are than are not."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
        lost = text.count(LOST)
        if sum(character > "\x7f" for character in text) < 2 * lost:
            return None
    return None if "\x00" in text and _is_wide(data) else Decoded(text, "utf-8")


def _is_wide(data: bytes) -> bool:
    """Whether the bytes may be UTF-16 without a mark: the NULs stand at every other place."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    return max(even, odd) > 0.4 * len(data) and min(even, odd) == 0 and len(data) >= 4


def _declared(data: bytes, name: str | None) -> Decoded | None:
    """The text in the encoding that the file itself names, if it fits."""
    try:
        encoding = codecs.lookup(name or "").name
        if encoding in ("iso8859-1", "ascii"):
            encoding = "cp1252"  # what browsers do, since pages do not mean what they say
        return Decoded(data.decode(encoding), encoding)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _found(data: bytes, source: str | Path) -> Decoded:
    """The text in another encoding, as charset-normalizer finds it by the bytes around the first that is not UTF-8."""
    from charset_normalizer import from_bytes  # needed by few files, and slow to load

    try:
        data.decode("utf-8")
        first = 0
    except UnicodeDecodeError as error:
        first = max(0, error.start - _SAMPLE // 2) // 4 * 4
    best = from_bytes(data[first : first + _SAMPLE], cp_isolation=_ENCODINGS).best()
    if best is None:
        raise CommuniqueError(source, "is not text in any known encoding", _REMEDY)
    western = data.decode("cp1252", errors="replace")
    text = data.decode(best.encoding, errors="replace")
    return Decoded(text, "cp1252" if text == western else best.encoding)
