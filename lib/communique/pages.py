"""A page saved from the web -> its main text and what the page says of itself, by trafilatura.

A long page is read by a process of its own, which can be stopped: some pages take the parser hours. `python -m
communique.pages` is that process: the page on standard input, what it holds as JSON on standard output.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from communique import limits
from communique.errors import CommuniqueError

# Characters of a page that is read without a process of its own: it takes seconds at the worst.
_SHORT = 300_000
_COMMENTS = r"(?:<!--(?:(?!-->).){0,5000}-->\s*){0,9}"
_BEGIN = re.compile(
    rf"\s*(?:<\?xml[^>]{{0,200}}>\s*)?{_COMMENTS}<(?:!doctype\s+html|html|head|body|meta|title|script|style|article|main"
    r"|section|header|nav|div|span|p|h[1-6]|br|table|ul|ol)\b[^<]{0,5000}>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"</?[a-z!]", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]{2,30})", re.IGNORECASE)
_REMEDY = "copy the article's text into a .txt file"


def is_page(text: str, named: bool) -> bool:
    """Whether the text is a web page: by its tags where its file is `named` so, by how it begins where not."""
    return bool(_TAG.search(text) if named else _BEGIN.match(text))


def charset(data: bytes) -> str | None:
    """The encoding that a page says it is in."""
    said = _CHARSET.search(data[:4096])
    return said[1].decode("ascii", errors="replace") if said else None


def main_text(html: str, source: str | Path) -> dict[str, str]:
    """The page's `text` (a blank line between paragraphs), with title, date (ISO), author, outlet and url where given.

    Raises CommuniqueError where the page holds no article, or takes too long to read.
    """
    said = _read(html) if len(html) <= _SHORT else _read_in_time(html, source)
    if not said.get("text", "").strip():
        raise CommuniqueError(source, "holds no article that can be told from the page", _REMEDY)
    return said


def main() -> None:
    """Reads the page on standard input and prints what it holds."""
    html = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    print(json.dumps(_read(html)))


def _read_in_time(html: str, source: str | Path) -> dict[str, str]:
    import subprocess  # as slow to load as seldom needed

    limit = limits.page_seconds()
    command = [sys.executable, "-P", "-m", "communique.pages"]
    try:
        done = subprocess.run(  # noqa: S603 -- our own command
            command, input=html.encode("utf-8", errors="replace"), capture_output=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        what = f"takes more than {limit:g} seconds to read"
        raise CommuniqueError(source, what, f"{_REMEDY}, or set {limits.SECONDS_NAME} to a higher number") from None
    return dict(json.loads(done.stdout)) if done.returncode == 0 else {}


def _read(html: str) -> dict[str, str]:
    """What the page holds; nothing where the parser cannot read it."""
    import logging  # both are slow to load, and most seeds are plain text

    import trafilatura

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # they would tell of pages that we tell of ourselves
    try:
        page: Any = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True)
    except Exception:  # a parser that fails on a page has found no article in it, whatever the reason
        page = None
    if page is None or not page.text:
        return {}
    text = page.text.replace("\r\n", "\n").replace("\n", "\n\n")
    said = {"title": page.title, "date": page.date, "author": page.author, "outlet": page.sitename, "url": page.url}
    return {"text": text, **{name: " ".join(str(value).split()) for name, value in said.items() if value}}


if __name__ == "__main__":
    main()
