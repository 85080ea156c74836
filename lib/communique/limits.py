"""The limits that keep a run from going on for ever: settings in the environment, each with a default.

COMMUNIQUE_SIZE_LIMIT     bytes of an article's text, 5,000,000; four times that for a web page and a line of JSON Lines
COMMUNIQUE_PAGE_SECONDS   seconds to fetch a page, and to read one, 30
COMMUNIQUE_CELL_SECONDS   seconds that a cell of a notebook may take in a report, 600
"""

import os
from pathlib import Path

from communique.errors import CommuniqueError

SIZE_NAME, SECONDS_NAME, CELL_NAME = "COMMUNIQUE_SIZE_LIMIT", "COMMUNIQUE_PAGE_SECONDS", "COMMUNIQUE_CELL_SECONDS"
# A news article has some thousand bytes. The time grows with the text, five seconds a megabyte and more.
_SIZE = 5_000_000
_SECONDS = 30
_CELL_SECONDS = 600
# In a line of TOML; a definition has some.
_FULL_STOPS = 1_000
# How much longer than its text a page may be, with its markup and the pictures within.
_MARKUP = 4


def size() -> int:
    """The most bytes that an article's text may have."""
    return max(1, int(_setting(SIZE_NAME, _SIZE)))


def page_size() -> int:
    """The most bytes that a web page may have."""
    return _MARKUP * size()


def page_seconds() -> float:
    """The most seconds that fetching a page may take, and reading it."""
    return _setting(SECONDS_NAME, _SECONDS)


def cell_seconds() -> int:
    """The most seconds that one cell of a notebook may take in a report."""
    return max(1, int(_setting(CELL_NAME, _CELL_SECONDS)))


def check(length: int, source: str | Path, most: int | None = None) -> None:
    """Raises CommuniqueError where a text of so many bytes is over the limit (`most`, by default that of a text)."""
    most = size() if most is None else most
    if length > most:
        what = f"has more than {most:,} bytes"
        raise CommuniqueError(source, what, f"split it into its articles, or set {SIZE_NAME} to a higher number")


def check_keys(text: str, source: str | Path) -> None:
    """Raises CommuniqueError for TOML with a key of very many parts: reading it takes memory by their square."""
    if max(line.count(".") for line in text.split("\n")) > _FULL_STOPS:
        what = f"a line holds more than {_FULL_STOPS:,} full stops"
        raise CommuniqueError(source, what, "write each entry on lines of its own")


def _setting(name: str, default: float) -> float:
    text = os.environ.get(name, "").strip()
    try:
        number = float(text or default)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise CommuniqueError(name, f"{text!r} is no number above zero", f"write one, such as {default}, or unset it")
    return number
