"""The one error a user sees: one line that names the file, the place and the remedy."""

from pathlib import Path


class CommuniqueError(Exception):
    """Something in a file is not as it must be; the text is `file: place: what is wrong; remedy`."""

    def __init__(self, file: str | Path, what: str, remedy: str, place: str = "") -> None:
        parts = [str(file), place, what] if place else [str(file), what]
        super().__init__(": ".join(parts) + f"; {remedy}")
