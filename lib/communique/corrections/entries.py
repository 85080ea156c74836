"""A corrections file -> its entries, or one line that says what is wrong with it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from communique import limits
from communique.errors import CommuniqueError

# Bytes and entries of a file: it is read whole, and an article has some dozens of items.
LARGEST, _ENTRIES = 1_000_000, 2_000


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One correction: the item as `kind@start`, the first words there, values to set, why, and whose it is."""

    item: str
    words: str
    reason: str
    by: str
    values: dict[str, Any] = {}


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    set: tuple[Entry, ...] = ()
    add: tuple[Entry, ...] = ()
    drop: tuple[Entry, ...] = ()


class Place:
    """Where in which file an entry stands, for the error that it may need."""

    def __init__(self, file: str | Path, entry: str) -> None:
        """Keeps the file and the entry's name."""
        self.file, self.entry = file, entry

    def error(self, what: str, remedy: str) -> CommuniqueError:
        """The error that names this entry."""
        return CommuniqueError(self.file, what, remedy, self.entry)


def load(file: Path) -> bytes:
    """The bytes of the file. Raises CommuniqueError where it cannot be read."""
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise CommuniqueError(file, f"cannot be read ({str(error.strerror).lower()})", "make it a text file") from None


def read(data: bytes, file: str | Path) -> Iterator[tuple[str, Place, Entry]]:
    """The entries with what they do, first those that drop, then set, then add; `file` is for errors.

    Raises CommuniqueError for bytes that are no such file.
    """
    if len(data) > LARGEST:
        raise CommuniqueError(file, f"has more than {LARGEST:,} bytes", "keep the corrections of one article in it")
    try:
        text = data.decode("utf-8-sig")
        limits.check_keys(text, file)
        found = msgspec.toml.decode(text, type=_File)
    except RecursionError:
        raise CommuniqueError(file, "holds brackets within brackets without end", "close them") from None
    except ValueError as error:  # what TOML does not allow, no UTF-8, a number of more digits than Python reads
        raise CommuniqueError(file, str(error), "correct this entry; `communique review` shows the form") from None
    if len(found.drop) + len(found.set) + len(found.add) > _ENTRIES:
        raise CommuniqueError(file, f"has more than {_ENTRIES:,} entries", "keep the corrections of one article in it")
    for action in ("drop", "set", "add"):
        for number, entry in enumerate(getattr(found, action), 1):
            yield action, Place(file, f"{action} {number} ({entry.item})"), entry


def check_words(text: str, offset: int, words: str, place: Place) -> None:
    """Raises CommuniqueError where the words do not stand at that place of the text, or where there are none."""
    if text[offset : offset + len(words)] != words or not words:
        stands = text[offset : offset + max(len(words), 20)]
        raise place.error(f"{words!r} does not stand there, {stands!r} does", "correct the place or the words")


TEMPLATE = """\
# Corrections of the article beside this file. `communique review` lists the items and their ids.
# Remove the leading "# " of an entry to use it. `words` are the first words at that place, exactly as in the text.
# Codes (instrument, cap_topic, legal_character, kind ...) are those of the codebooks; "" takes a value away. What an
# entry does not say of a document is coded by the codebooks, as for the documents that were found.
#
# [[set]]
# item = "article@0"
# words = "ASTANA"
# values = { date = "2025-05-30", dateline = "ASTANA", countries = ["KAZ", "ITA"], visit_type = "official" }
# reason = "the first of the two countries is the host"
# by = "AB"
#
# [[drop]]
# item = "person@123"
# words = "Alfa Works"
# reason = "a company, not a person"
# by = "AB"
#
# [[set]]
# item = "document@1934"
# words = "memorandum of understanding"
# values = { cap_topic = "Energy", status = "planned" }
# reason = "the title names the power grid"
# by = "AB"
#
# [[add]]
# item = "figure@640"
# words = "$3 billion"
# values = { value = 3e9, unit = "USD", measure = "exports", period = "2023" }
# reason = "missed"
# by = "AB"
#
# [[add]]
# item = "document@2210"
# words = "protocol on air services"
# values = { parties = [{ name = "Fiji" }, { name = "Tonga" }] }
# reason = "missed"
# by = "AB"
"""
