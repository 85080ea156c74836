"""A page of the web or a saved file -> a seed: its text with front matter that says where it is from."""

import time
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import msgspec
import requests

from communique import article, files, limits, paths
from communique.errors import CommuniqueError
from communique.record import Article

_REDIRECTS = 5
# Other endings of seeds than that of the text which is saved.
_PAGES = (".html", ".htm")
_HEADERS = {"User-Agent": "communique (a research notebook package)", "Accept": "text/html,text/plain;q=0.9"}


def add(source: str, folder: Path = paths.SEEDS, name: str | None = None) -> Path:
    """The new seed, made from an http(s) address or a local file; an existing seed is never overwritten.

    Raises CommuniqueError for what cannot be fetched or read, and for a name that is taken.
    """
    return save(get(source), folder, name)


def get(source: str) -> Article:
    """The article at an http(s) address, or in a local file; its id is what the seed would be called."""
    if "://" not in source:
        return article.read(source)
    data, url, kind = fetch(source)
    stem = Path(urlsplit(url).path).stem or urlsplit(url).netloc
    read = article.from_bytes(data, stem, url, page="html" in kind)
    return read if read.url else msgspec.structs.replace(read, url=url)


def save(read: Article, folder: Path = paths.SEEDS, name: str | None = None) -> Path:
    """The new seed that holds the article.

    Raises CommuniqueError where there is one of that name, whatever its ending: the two would share their corrections.
    """
    stem = files.safe_name(name or read.id)
    target = folder / f"{stem}.txt"
    there = next((path for ending in _PAGES if paths.exists(path := folder / f"{stem}{ending}")), None)
    if there or not files.create_text(target, _seed(read)):
        raise CommuniqueError(there or target, "is there already", "give another name with --name")
    return target


def fetch(url: str, size: int | None = None, seconds: float | None = None) -> tuple[bytes, str, str]:
    """The page's bytes, the address it was found at after redirects, and its media type.

    Raises CommuniqueError for other schemes than http and https, errors, a page over `size` bytes or `seconds`; the
    defaults of both are in `limits`.
    """
    size, seconds = size or limits.page_size(), seconds or limits.page_seconds()
    until = time.monotonic() + seconds
    for _ in range(_REDIRECTS + 1):
        if urlsplit(url).scheme not in ("http", "https"):
            raise CommuniqueError(url, "is no http or https address", "save the page by hand and add the file")
        try:
            with requests.get(url, headers=_HEADERS, timeout=seconds, stream=True, allow_redirects=False) as answer:
                if answer.is_redirect:
                    url = urljoin(url, answer.headers["Location"])
                    continue
                answer.raise_for_status()
                kind = answer.headers.get("Content-Type", "text/html").partition(";")[0]
                return _body(answer, url, size, until), url, kind
        except requests.RequestException as error:
            raise CommuniqueError(
                url, f"cannot be fetched ({_short(error)})", "save the page by hand and add it"
            ) from None
    raise CommuniqueError(url, f"redirects more than {_REDIRECTS} times", "save the page by hand and add the file")


def _body(answer: requests.Response, url: str, size: int, until: float) -> bytes:
    parts, total = [], 0
    for part in answer.iter_content(65536):
        parts.append(part)
        total += len(part)
        if total > size:
            raise CommuniqueError(url, f"is larger than {size:,} bytes", "save the text alone and add the file")
        if time.monotonic() > until:
            raise CommuniqueError(url, "takes too long", "try again, or save the page by hand and add the file")
    return b"".join(parts)


def _seed(read: Article) -> str:
    """The text with its front matter; a field that is not known is left out."""
    known = {
        "url": read.url,
        "date": read.date,
        "title": read.title,
        "outlet": read.outlet,
        "author": read.author,
    }
    lines = [f"{name}: {' '.join(value.split())}" for name, value in known.items() if value]
    return "\n".join([*lines, "", read.text.strip(), ""])


def _short(error: requests.RequestException) -> str:
    if error.response is not None:
        return f"HTTP {error.response.status_code}"
    # A body that stops coming is a ConnectionError to requests, with the time-out only in its words.
    late = isinstance(error, requests.Timeout) or "timed out" in str(error)
    return "no answer in time" if late else type(error).__name__
