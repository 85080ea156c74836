"""Writes the record and the report page of one article: a page that needs nothing but itself."""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from communique import codebook, files, handout, highlight, pictures, pipeline
from communique.record import to_json
from communique.report import sources, view
from communique.report.jobs import Folder
from communique.trade import reference


def write(job: Folder) -> None:
    """Writes `record.json` and `report.html` of the job's article into its folder."""
    folder = Path(job.folder)
    books, rows = codebook.load(job.codebooks), reference.load(job.reference)
    article, record = pipeline.read(job.article, books, rows)
    files.write_text(folder / "record.json", to_json(record) + "\n")
    shown = view.page(article, record, books, rows)
    drawn = sorted((folder / pictures.FOLDER).glob("*.svg"))
    first = [path for path in drawn if f"{pictures.FOLDER}/{path.name}" in job.first] or drawn
    page = template("report.html.j2").render(
        **shown,
        pictures=[_picture(path) for path in first],
        more=[_picture(path) for path in drawn if path not in first],
        failures=job.failures,
        source=Path(job.article).name,
        checksum=hashlib.sha256(Path(job.article).read_bytes()).hexdigest()[:12],
    )
    files.write_text(folder / "report.html", page)


def template(name: str) -> jinja2.Template:
    """A template of this package, with everything put into it escaped."""
    return _environment().get_template(name)


def warm_up() -> None:
    """Compiles the template and reads codebooks and statistics."""
    template("report.html.j2")
    codebook.load()
    reference.load()


@cache
def _environment() -> jinja2.Environment:
    environment = handout.environment()
    environment.globals["marks_css"] = highlight.stylesheet()
    environment.filters["address"] = sources.address
    return environment


def _picture(path: Path) -> dict[str, Any]:
    """A picture as an address that holds it, with its alt text."""
    data = base64.b64encode(path.read_bytes()).decode()
    return {"name": path.stem, "alt": pictures.alt(path), "data": f"data:image/svg+xml;base64,{data}"}
