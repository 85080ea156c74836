"""Writes pictures to files that carry their own alt text, and reads it back.

A picture is `<folder>/figures/<name>.png` and `.svg`; the alt text is the SVG's title and the PNG's description, so a
picture that is copied elsewhere still says what it shows.
"""

import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree

from communique import charts, files

FOLDER = "figures"
# Bytes of a PNG's signature and header chunk.
_HEADER = 33
_TITLE = "{http://www.w3.org/2000/svg}title"


def save(picture: charts.Picture, name: str, folder: str | Path) -> list[Path]:
    """The files written for a picture, the same bytes every time: none if there was nothing to draw."""
    if picture.figure is None:
        return []
    stem = Path(folder) / FOLDER / files.safe_name(name)
    written = [stem.with_name(stem.name + ending) for ending in (".png", ".svg")]
    files.write_bytes(written[0], _described(charts.png(picture.figure), picture.alt))
    layout = picture.figure.get_layout_engine()
    picture.figure.set_layout_engine("none")  # everything has its place already
    with files.replacing(written[1]) as part:
        # Date and version of the program would make every file another one.
        picture.figure.savefig(part, format="svg", metadata={"Title": picture.alt, "Date": None, "Creator": None})
    picture.figure.set_layout_engine(layout)
    return written


def _described(png: bytes, alt: str) -> bytes:
    """The PNG with a text chunk (iTXt, UTF-8, not compressed) behind its first, the header."""
    chunk = b"iTXtDescription" + bytes(5) + alt.encode()
    length, check = struct.pack(">I", len(chunk) - 4), struct.pack(">I", zlib.crc32(chunk))
    return png[:_HEADER] + length + chunk + check + png[_HEADER:]


def alt(path: str | Path) -> str:
    """The alt text of an SVG that `save` wrote; empty if it has none."""
    for _, element in ElementTree.iterparse(path):  # noqa: S314 -- a file of our own making
        if element.tag == _TITLE:
            return (element.text or "").strip()
    return ""
