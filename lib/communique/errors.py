"""The one error a user sees: one line that names the file, the place and the remedy."""

import re
from pathlib import Path

# What moves a terminal's cursor, ends a line, turns the direction of reading, or cannot be written.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """The text as a terminal can show it on one line: control characters are written out.

    >>> visible("a\\nb\\x1b[2J")
    'a\\\\nb\\\\x1b[2J'
    """
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


class CommuniqueError(Exception):
    """Something in a file is not as it must be; the text is `file: place: what is wrong; remedy`."""

    def __init__(self, file: str | Path, what: str, remedy: str, place: str = "") -> None:
        """Joins the parts to the one line; `place` is a line, a key or a column of the file, where there is one."""
        self._parts = (str(file), what, remedy, place)
        parts = [str(file), place, what] if place else [str(file), what]
        super().__init__(visible(": ".join(parts) + f"; {remedy}"))

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows instead of a traceback: IPython asks for it by this name."""
        return [str(self)]

    def __reduce__(self) -> tuple[type["CommuniqueError"], tuple[str, ...]]:
        """How the error comes whole from another process."""
        return CommuniqueError, self._parts
