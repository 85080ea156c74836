"""What a command shows: failures and notes in one line each, an article's words without what moves the cursor."""

import os
import sys
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from communique.errors import CommuniqueError, visible


def each(files: Iterable[Path], one: Callable[[Path], None]) -> int:
    """The exit code, after `one` was done for each file; a failing one is named and does not stop the others."""
    failed = 0
    for file in files:
        try:
            one(file)
        except BrokenPipeError:
            raise
        except Exception as error:
            failed += 1
            print(f"communique: {told(file, error)}", file=sys.stderr)
    return 1 if failed else 0


def told(file: str | Path, error: Exception) -> CommuniqueError:
    """The error as its one line, also where it is one that nobody thought of; `file` is what was worked on."""
    if isinstance(error, CommuniqueError):
        return error
    if isinstance(error, MemoryError):
        return CommuniqueError(file, "there is not enough memory for it", "split it, or free memory")
    if isinstance(error, OSError):
        what = (error.strerror or str(error)).lower()
        return CommuniqueError(error.filename or "standard output", what, "check the path, and whether there is room")
    last = traceback.extract_tb(error.__traceback__)[-1]
    what, place = f"{type(error).__name__}: {error}", f"{Path(last.filename).stem}:{last.lineno}"
    return CommuniqueError(file, what, "this is an error of communique: please tell us", place)


def tell(file: str | Path, notes: Iterable[str]) -> None:
    """Says on standard error what there is to know of how the file was read."""
    for note in notes:
        print(visible(f"communique: note: {file}: {note}"), file=sys.stderr)


def show(text: str) -> None:
    """Prints lines that hold words of an article: none of them moves the cursor."""
    print("\n".join(map(visible, text.split("\n"))))


def close_output() -> None:
    """Gives up standard output: at its end Python would try once more to write what could not be written."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
