"""The folder of an article in the outputs: its own each time, and never that of another article of the same name."""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from communique import files

# Names in outputs/ that are no article's.
_RESERVED = ("index.html", "README.md", "class")


class Origin(NamedTuple):
    """What a report was made of: the article's path as seen from the outputs, and a digest of its bytes."""

    article: str = ""
    checksum: str = ""


def origin(path: Path, outputs: Path) -> Origin:
    """The origin of the report of the article in `path`."""
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    return Origin(os.path.relpath(path, outputs), checksum)


def plain(id: str) -> str:
    """The name that the folder of an article has, unless another article has it."""
    return files.safe_name(id, _RESERVED)


def choose(id: str, own: Origin, outputs: Path, taken: Iterable[str], made_of: Callable[[Path], Origin | None]) -> str:
    """The name of the folder for an article.

    `taken` are names given in this run; `made_of` tells the origin of the report in a folder, where there is one.
    """
    digest = hashlib.sha256(own.article.encode(errors="surrogatepass")).hexdigest()
    head = plain(id).encode()[: files.NAME_LIMIT - 65].decode(errors="ignore")
    names = [plain(id), *(f"{head}-{digest[:length]}" for length in (8, 16, 64))]
    used = {name.casefold() for name in taken}
    free = [name for name in names if name.casefold() not in used]
    before = {name: made_of(outputs / name) for name in names}
    mine = [name for name in free if _is_of(before[name], own, outputs)]
    return next(iter(mine or [name for name in free if before[name] is None] or free[-1:]), names[-1])


def place(made: Origin, outputs: Path) -> Path:
    """Where the article was that a report was made of."""
    return Path(os.path.normpath(outputs / made.article))


def _is_of(made: Origin | None, own: Origin, outputs: Path) -> bool:
    """Whether the report is the article's: by its path or, where nothing is there any more, by its bytes."""
    if made is None:
        return False
    gone = not place(made, outputs).exists()
    return made.article == own.article or (gone and made.checksum == own.checksum)
