"""A page of the web or a saved file -> a seed: its text with front matter that says where it is from."""

import time
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests

from communique import article, files, paths
from communique.errors import CommuniqueError
from communique.record import Article

SIZE_LIMIT = 10_000_000  # bytes of a page
TIME_LIMIT = 30.0  # seconds for a page, redirects and all
_REDIRECTS = 5
_HEADERS = {"User-Agent": "communique (a research notebook package)", "Accept": "text/html,text/plain;q=0.9"}


def add(source: str, folder: Path = paths.SEEDS, name: str | None = None) -> Path:
    """The new seed, made from an http(s) address or a local file; an existing seed is never overwritten.

    Raises CommuniqueError for what cannot be fetched or read, and for a name that is taken.
    """
    if "://" in source:
        data, url, kind = fetch(source)
        stem, ending = Path(urlsplit(url).path).stem or urlsplit(url).netloc, ".html" if "html" in kind else ".txt"
    else:
        path = Path(source)
        data, url, stem, ending = _local(path), "", path.stem, path.suffix.lower()
    read = article.from_bytes(data, stem, f"{source}{'' if source.endswith(ending) else ending}")
    target = folder / f"{files.safe_name(name or stem)}.txt"
    if target.exists():
        raise CommuniqueError(target, "is there already", "give another name with --name")
    return files.write_text(target, _seed(read, url))


def fetch(url: str, size: int = SIZE_LIMIT, seconds: float = TIME_LIMIT) -> tuple[bytes, str, str]:
    """The page's bytes, the address it was found at after redirects, and its media type.

    Raises CommuniqueError for other schemes than http and https, errors, a page over `size` bytes or `seconds`.
    """
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


def _local(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommuniqueError(path, (error.strerror or str(error)).lower(), "check the path") from None


def _seed(read: Article, url: str) -> str:
    """The text with its front matter; a field that is not known is left out."""
    known = {
        "url": read.url or url,
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
