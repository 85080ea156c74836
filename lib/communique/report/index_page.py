"""Writes the list of all articles that have a folder in the outputs, newest first."""

import base64
import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from communique import __version__, files, paths, phrases
from communique.record import Record
from communique.report import naming, view
from communique.report.article_page import template
from communique.report.plan import STATE


def write(outputs: str | Path) -> Path:
    """The `index.html` written into the outputs."""
    outputs = Path(outputs)
    articles = [_entry(file.parent) for file in sorted(outputs.glob(f"[!.]*/{STATE}"))]
    articles.sort(key=lambda entry: entry["iso"], reverse=True)
    script = (paths.TEMPLATES / "index.js").read_text(encoding="utf-8")
    page = template("index.html.j2").render(
        articles=articles,
        script=script,
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        version=__version__,
    )
    return files.write_text(outputs / "index.html", page)


def _entry(folder: Path) -> dict[str, Any]:
    """The row of the article in a folder; of one whose report could not be made there is little to say."""
    file = folder / "record.json"
    record = msgspec.json.decode(file.read_bytes(), type=Record) if file.exists() else Record(id=folder.name)
    verdicts = Counter(claim.verdict for claim in record.claims)
    pages = sorted(page.name for page in folder.glob("[0-9][0-9]_*.html"))
    return {
        # Of articles of one name, only their folders tell which is which.
        "id": record.id if folder.name == naming.plain(record.id) else folder.name,
        "folder": folder.name,
        "report": (folder / "report.html").exists(),
        "iso": record.date or "",
        "date": phrases.day(record.date) if record.date else "",
        "sides": phrases.listed([phrases.country_name(code) for code in record.countries]),
        "visit": view.visit(record),
        "documents": len(record.documents),
        "planned": sum(document.status == "planned" for document in record.documents),
        "claims": len(record.claims),
        "verdicts": [(view.SIGNS[name], name, verdicts[name]) for name in view.SIGNS if verdicts[name]],
        "pages": [(page[:2], page) for page in pages]
        + [("to print", name) for name in ("briefing.html",) if (folder / name).exists()],
    }
