"""Executes one notebook for one article with papermill, in a kernel that starts warm, and writes its page."""

import json
import logging
import re
import tempfile
from pathlib import Path
from typing import Any

import matplotlib.pyplot  # noqa: F401 -- for the kernels that are forked from this process
import nbformat
import papermill
from ipykernel import ipkernel, kernelapp, zmqshell  # noqa: F401 -- likewise
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError
from papermill.translators import translate_parameters

from communique import charts, limits, pictures
from communique.errors import CommuniqueError
from communique.report import kernel, notebook_page
from communique.report.jobs import WRITTEN, Notebook, StartError

# Seconds for a kernel to come up.
START_LIMIT = 60

# What papermill notes that differs from run to run.
_PASSING = ("start_time", "end_time", "duration", "environment_variables", "input_path", "output_path")
# The cells for a class, and those that papermill adds.
_CLASS = frozenset(("exercise", "solution"))
_TAGS = frozenset(("injected-parameters", "papermill-error-cell-tag"))
_ANSI = re.compile(r"\x1b\[[0-9;]*m|[\x00-\x1f\x7f]+")


def run(job: Notebook) -> None:
    """Executes the notebook and writes its page.

    Raises CommuniqueError with the error of the cell that failed, once notebook and page are kept; StartError if there
    was no kernel.
    """
    executed = Path(job.folder) / Path(job.notebook).name
    (executed.parent / WRITTEN).mkdir(parents=True, exist_ok=True)
    failure = _execute(job, executed)
    _settle(executed, job)
    notebook_page.write(executed, job.siblings)
    if failure:
        remedy = f"see the cell in {Path(job.final) / executed.with_suffix('.html').name}"
        raise CommuniqueError(job.article, _ANSI.sub(" ", failure).strip(), remedy, executed.stem)


def _execute(job: Notebook, executed: Path) -> str:
    """What failed in the executed notebook, or nothing."""
    nursery = kernel.Nursery()  # before anything below opens a socket
    started: list[NotebookNode] = []
    try:
        _papermill(job, executed, nursery, started)
    except PapermillExecutionError as error:
        if error.ename == "KeyboardInterrupt":  # nothing but the limit interrupts a cell
            return f"a cell took more than {limits.cell_seconds()} seconds"
        return f"{error.ename}: {error.evalue}"
    except (CommuniqueError, OSError):
        raise
    except Exception as error:
        if not started:
            raise StartError(f"no kernel came up ({error})") from error
        _mark_dead(started[0], error)
        nbformat.write(started[0], executed)
        return f"{type(error).__name__}: {error}"
    finally:
        nursery.kill()
    return ""


def warm_up() -> None:
    """Draws a picture, so that fonts and formats are loaded."""
    figure, axes = charts.canvas(1.0)
    axes.bar(["a", "b"], [1, 2])
    charts.frame(figure, "a", "b", "c")
    with tempfile.TemporaryDirectory() as folder:
        pictures.save(charts.Picture(figure, "a"), "a", folder)


def without_exercises(notebook: NotebookNode) -> NotebookNode:
    """The notebook without the cells for a class: a report does not depend on them, nor wait for them."""
    kept = [cell for cell in notebook.cells if _CLASS.isdisjoint(cell.metadata.get("tags", ()))]
    return NotebookNode(notebook, cells=kept)


def known_parameters(notebook: str | Path) -> list[str]:
    """The names of the notebook's parameters."""
    return list(papermill.inspect_notebook(str(notebook)))


def _parameters(job: Notebook, out: str) -> dict[str, Any]:
    """The values for the notebook. Raises CommuniqueError for a name it does not have; papermill would only warn."""
    values = {"article": job.article, "out": out}
    known = known_parameters(job.notebook)
    unknown = [name for name in values if name not in known]
    if unknown:
        what = f"has no parameter {', '.join(unknown)}"
        raise CommuniqueError(job.notebook, what, f"its parameters are {', '.join(known) or 'none'}")
    return values | {name: value for name, value in job.offered.items() if name in known}


def _papermill(job: Notebook, executed: Path, nursery: kernel.Nursery, started: list[NotebookNode]) -> None:
    source = executed.parent / "source.ipynb"
    nbformat.write(without_exercises(nbformat.read(job.notebook, as_version=4)), source)
    logging.getLogger("papermill").setLevel(logging.CRITICAL)  # what fails is told by the job's own error
    papermill.execute_notebook(
        _unformatted(source),
        _unformatted(executed),
        _parameters(job, str(executed.parent / WRITTEN)),
        kernel_name="python3",
        progress_bar=False,
        start_timeout=START_LIMIT,
        execution_timeout=limits.cell_seconds(),
        interrupt_on_timeout=True,
        shutdown_kernel="immediate",
        kernel_manager_class=kernel.manager(nursery),
        on_notebook_start=lambda notebook: started.append(notebook),  # noqa: PLW0108 -- a hook is called by name
        request_save_on_cell_execute=False,
    )


def _unformatted(path: Path) -> str:
    """The path as papermill takes it, which puts parameters into what stands in braces."""
    return str(path).replace("{", "{{").replace("}", "}}")


def _settle(executed: Path, job: Notebook) -> None:
    """Leaves in the executed notebook only what is the same every time, and the folder's later name."""
    text = executed.read_text(encoding="utf-8")
    for folder in (executed.parent / WRITTEN, executed.parent):
        text = text.replace(_quoted(str(folder)), _quoted(job.final))
    notebook = nbformat.reads(text, as_version=4)
    values = _parameters(job, job.final)
    for number, part in enumerate((notebook, *notebook.cells)):
        noted = part.metadata.get("papermill", {})
        noted.update(dict.fromkeys(_PASSING), **({"parameters": values} if "parameters" in noted else {}))
        part.metadata.pop("execution", None)
        if "injected-parameters" in part.metadata.get("tags", ()):
            part.source = translate_parameters("python3", "python", values, "Parameters")
        if not _TAGS.isdisjoint(part.metadata.get("tags", ())):
            part.id = f"papermill-{number}"  # else another one every time
    nbformat.write(notebook, executed)


def _quoted(text: str) -> str:
    """The text as it stands within a string of a notebook's JSON."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _mark_dead(notebook: NotebookNode, error: Exception) -> None:
    """Puts an error that no kernel could report below the cell that ran last."""
    begun = [cell for cell in notebook.cells if cell.metadata.get("papermill", {}).get("start_time")]
    output = nbformat.v4.new_output("error", ename=type(error).__name__, evalue=str(error), traceback=[str(error)])
    next((cell for cell in reversed(begun) if cell.cell_type == "code"), notebook.cells[0]).setdefault(
        "outputs", []
    ).append(output)
