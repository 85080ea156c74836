"""A page saved from the web -> its main text and what the page says of itself, by trafilatura."""

from pathlib import Path
from typing import Any

import trafilatura

from communique.errors import CommuniqueError


def main_text(data: bytes, source: str | Path) -> dict[str, str]:
    """The page's `text` (a blank line between paragraphs), with title, date (ISO), author, outlet and url where given.

    Raises CommuniqueError where the page holds no article.
    """
    page: Any = trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)
    if page is None or not page.text:
        raise CommuniqueError(source, "holds no article that can be told from the page", "save the text as a .txt file")
    text = page.text.replace("\r\n", "\n").replace("\n", "\n\n")
    said = {"title": page.title, "date": page.date, "author": page.author, "outlet": page.sitename, "url": page.url}
    return {"text": text, **{name: str(value) for name, value in said.items() if value}}
