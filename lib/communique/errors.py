"""The one error a user sees: one line that names the file, the place and the remedy."""

from pathlib import Path


class CommuniqueError(Exception):
    """Something in a file is not as it must be; the text is `file: place: what is wrong; remedy`."""

    def __init__(self, file: str | Path, what: str, remedy: str, place: str = "") -> None:
        """Joins the parts to the one line; `place` is a line, a key or a column of the file, where there is one."""
        parts = [str(file), place, what] if place else [str(file), what]
        super().__init__(": ".join(parts) + f"; {remedy}")
