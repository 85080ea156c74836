"""What the processes of a report are asked to do: execute a notebook, finish an article's folder, list all articles."""

import contextlib
import importlib
from pathlib import Path
from typing import Any

import msgspec

from communique.errors import CommuniqueError

# Where a notebook writes its tables and pictures to, inside the folder of its job.
WRITTEN = "written"
# Characters of an error message: a line shorter than a pipe's 4096 bytes is written in one piece.
_LONGEST = 700


class StartError(Exception):
    """A kernel did not come up: something else took its place, or the machine was too busy."""


class Notebook(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Execute `notebook`; it, its page and what it writes go below `folder`, which will be called `final`.

    `siblings` are the stems of all notebooks of the article; of what is `offered` it gets the parameters it knows.
    """

    name: str
    notebook: str
    article: str
    folder: str
    final: str
    siblings: tuple[str, ...] = ()
    offered: dict[str, Any] = {}


class Folder(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Write the record and the report page of `article` into `folder`.

    `failures` are the notebooks that failed, `first` the files of the pictures that the page shows at once.
    """

    name: str
    article: str
    folder: str
    failures: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    codebooks: str | None = None
    reference: str | None = None


class Index(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Write the list of all articles in `outputs`."""

    outputs: str


Job = Notebook | Folder | Index


class WarmUp(msgspec.Struct, frozen=True, kw_only=True):
    """What to import and to run once before the first job, so that every job finds it done."""

    modules: tuple[str, ...] = ()
    article: str | None = None


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A job and its number."""

    number: int
    job: Job


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """How the job of a number ended: `broken` if it left nothing to keep, `again` if it is worth another try."""

    number: int
    error: str | None = None
    broken: bool = False
    again: bool = False


def line(message: WarmUp | Order | Result) -> bytes:
    """The message as one line of JSON."""
    if isinstance(message, Result) and message.error:
        message = msgspec.structs.replace(message, error=message.error[:_LONGEST])
    return msgspec.json.encode(message) + b"\n"


def warm_up(wanted: WarmUp) -> None:
    """Imports and fills caches; what fails here will fail, and be told, in the job that needs it."""
    for name in wanted.modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    with contextlib.suppress(Exception):
        from communique.report import article_page, execute, notebook_page

        execute.warm_up()
        notebook_page.warm_up()
        article_page.warm_up()
    if wanted.article:
        with contextlib.suppress(Exception):
            from communique import pipeline

            pipeline.read(wanted.article)


def failure(job: Job, error: object) -> str:
    """What a failing job is told as: the error itself, or a line that names the file and the step it was about."""
    if isinstance(error, CommuniqueError):
        return str(error)
    told = isinstance(error, str | StartError | OSError)
    what = str(error) if told else f"{type(error).__name__}: {error}"
    if isinstance(error, OSError) and error.strerror:
        what = error.strerror.lower()
    remedy = (
        "what was there before is unchanged; try again" if told else "this is a fault of communique: please tell us"
    )
    file = job.outputs if isinstance(job, Index) else job.article
    place = Path(job.notebook).stem if isinstance(job, Notebook) else type(job).__name__.lower()
    return str(CommuniqueError(file, what.strip().replace("\n", " "), remedy, place))


def do(job: Job) -> None:
    """Does the job; raises StartError, or CommuniqueError for what the user should know."""
    match job:
        case Notebook():
            from communique.report import execute

            execute.run(job)
        case Folder():
            from communique.report import article_page

            article_page.write(job)
        case Index():
            from communique.report import index_page

            index_page.write(job.outputs)
