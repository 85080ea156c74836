"""Writes pictures to files that carry their own alt text, and reads it back.

A picture is `<folder>/figures/<name>.png` and `.svg`; the alt text is the SVG's title and the PNG's description, so a
picture that is copied elsewhere still says what it shows.
"""

from pathlib import Path
from xml.etree import ElementTree

from communique import charts, files

FOLDER = "figures"
_TITLE = "{http://www.w3.org/2000/svg}title"


def save(picture: charts.Picture, name: str, folder: str | Path) -> list[Path]:
    """The files written for a picture, the same bytes every time: none if there was nothing to draw."""
    if picture.figure is None:
        return []
    stem = Path(folder) / FOLDER / files.safe_name(name)
    written = [stem.with_name(stem.name + ending) for ending in (".png", ".svg")]
    with files.replacing(written[0]) as part:
        picture.figure.savefig(
            part, format="png", dpi=charts.DPI, metadata={"Description": picture.alt, "Software": None}
        )
    with files.replacing(written[1]) as part:
        # Date and version of the program would make every file another one.
        picture.figure.savefig(part, format="svg", metadata={"Title": picture.alt, "Date": None, "Creator": None})
    return written


def alt(path: str | Path) -> str:
    """The alt text of an SVG that `save` wrote; empty if it has none."""
    for _, element in ElementTree.iterparse(path):  # noqa: S314 -- a file of our own making
        if element.tag == _TITLE:
            return (element.text or "").strip()
    return ""
