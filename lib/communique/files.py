"""Files written whole or not at all, names that stay inside their folder, and one run at a time on a folder."""

import fcntl
import hashlib
import os
import re
import secrets
import time
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from communique import paths
from communique.errors import CommuniqueError

# File systems take 255 bytes; a temporary name and an ending are added to ours.
NAME_LIMIT = 120
LOCK = ".lock"

_UNSAFE = re.compile(r"[^\w.()+,-]+")
# Windows reserves these whatever their ending, and folders are copied to such machines.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)


@contextmanager
def replacing(path: str | Path) -> Iterator[Path]:
    """A new name beside `path` to write to; it becomes `path` if the block ends well and is removed if not.

    Raises CommuniqueError for what the system refuses (no space, no permission); what was at `path` is still there.
    """
    with _beside(Path(path)) as part:
        yield part
        part.replace(path)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A new name beside `path` to write to, removed at the end; what the system refuses is told of `path`."""
    part = path.parent / f".{path.name}.{secrets.token_hex(4)}.part"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield part
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(path, error) from error


def create_text(path: str | Path, text: str) -> bool:
    """Whether a new file with `text` in UTF-8 was made: not if there is one, nor if another process just made it.

    Raises CommuniqueError for what the system refuses.
    """
    path = Path(path)
    with _beside(path) as part:
        part.write_bytes(text.encode("utf-8", errors="replace"))
        try:
            path.hardlink_to(part)
        except FileExistsError:
            return False
        except OSError:  # a file system that knows no links
            return _created(path, part.read_bytes())
    return True


def _created(path: Path, data: bytes) -> bool:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return False
    return True


def write_bytes(path: str | Path, data: bytes) -> Path:
    """The path, after its file has become `data`."""
    with replacing(path) as part:
        part.write_bytes(data)
    return Path(path)


def write_text(path: str | Path, text: str) -> Path:
    """The path, after its file has become `text` in UTF-8 with its line ends as they are."""
    return write_bytes(path, text.encode("utf-8", errors="replace"))


def safe_name(name: str, taken: Collection[str] = ()) -> str:
    """A file name for any text: one part of a path, never hidden or reserved, and none of `taken` in any case.

    Letters and digits of all scripts stay; what is cut or would collide gets a digest of the whole text as its ending.

    >>> safe_name("../../etc/passwd"), safe_name("con.txt"), safe_name("")
    ('etc_passwd', '_con.txt', 'unnamed')
    """
    plain = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip("._- ")
    plain = "_" + plain if _RESERVED.match(plain) else plain or "unnamed"
    digest = hashlib.sha256(name.encode("utf-8", errors="surrogatepass")).hexdigest()
    used = {other.casefold() for other in taken}
    if len(plain.encode()) <= NAME_LIMIT and plain.casefold() not in used:
        return plain
    head = plain.encode()[: NAME_LIMIT - 17].decode(errors="ignore")
    endings = (digest[:length] for length in (8, 16, 64))
    return next(full for full in (f"{head}-{ending}" for ending in endings) if full.casefold() not in used)


def output_folder(out: str, id: str) -> Path:
    """The folder a notebook writes to: `out` if it was given one, else the article's own in outputs/."""
    return Path(out) if out else paths.OUTPUTS / safe_name(id)


@contextmanager
def lock(folder: str | Path, wait: float = 0.0) -> Iterator[None]:
    """Keeps other runs out of `folder` while the block runs; the system frees it when the process ends in any way.

    Waits up to `wait` seconds for another run, then raises CommuniqueError naming its process.
    """
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / LOCK).open("ab", buffering=0)
    except OSError as error:
        raise _refused(folder, error) from error
    with file:
        _acquire(file.fileno(), folder, time.monotonic() + wait)
        with suppress(OSError):  # on a full disk the lock holds all the same, it only does not say whose it is
            file.truncate(0)
            file.write(str(os.getpid()).encode())
        try:
            yield
        finally:
            with suppress(OSError):
                file.truncate(0)


def _refused(path: Path, error: OSError) -> CommuniqueError:
    what = f"cannot be written ({(error.strerror or str(error)).lower()})"
    return CommuniqueError(path, what, "make room there or choose another folder; nothing was changed")


def _acquire(handle: int, folder: Path, until: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if time.monotonic() >= until:
                owner = (folder / LOCK).read_text(encoding="ascii") or "unknown"
                what = f"another run is writing here (process {owner})"
                raise CommuniqueError(folder, what, "wait until it has ended, or write to another folder") from error
            time.sleep(0.1)
        else:
            return
