"""Executes one notebook for one article with papermill, in a kernel that starts warm, and writes its page."""

import json
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

from communique import charts, pictures
from communique.errors import CommuniqueError
from communique.report import kernel, notebook_page
from communique.report.jobs import WRITTEN, Notebook, StartError

# Seconds for one cell, and for a kernel to come up.
CELL_LIMIT = 600
START_LIMIT = 60

# What papermill notes that differs from run to run.
_PASSING = ("start_time", "end_time", "duration", "environment_variables", "input_path", "output_path")
_ANSI = re.compile(r"\x1b\[[0-9;]*m|[\x00-\x1f\x7f]+")


def run(job: Notebook) -> None:
    """Executes the notebook and writes its page.

    Raises CommuniqueError with the error of the cell that failed, once notebook and page are kept; StartError if there
    was no kernel.
    """
    nursery = kernel.Nursery()  # before anything below opens a socket
    executed = Path(job.folder) / Path(job.notebook).name
    (executed.parent / WRITTEN).mkdir(parents=True, exist_ok=True)
    started: list[NotebookNode] = []
    failure = ""
    try:
        _papermill(job, executed, nursery, started)
    except PapermillExecutionError as error:
        failure = f"{error.ename}: {error.evalue}"
    except (CommuniqueError, OSError):
        raise
    except Exception as error:
        if not started:
            raise StartError(f"no kernel came up ({error})") from error
        failure = f"{type(error).__name__}: {error}"
        nbformat.write(started[0], executed)
    finally:
        nursery.kill()
    _settle(executed, job)
    notebook_page.write(executed, job.siblings)
    if failure:
        remedy = f"see the cell in {Path(job.final) / executed.with_suffix('.html').name}"
        raise CommuniqueError(job.article, _ANSI.sub(" ", failure).strip(), remedy, executed.stem)


def warm_up() -> None:
    """Draws a picture, so that fonts and formats are loaded."""
    figure, axes = charts.canvas(1.0)
    axes.bar(["a", "b"], [1, 2])
    charts.frame(figure, "a", "b", "c")
    with tempfile.TemporaryDirectory() as folder:
        pictures.save(charts.Picture(figure, "a"), "a", folder)


def known_parameters(notebook: str | Path) -> list[str]:
    """The names of the notebook's parameters."""
    return list(papermill.inspect_notebook(str(notebook)))


def _parameters(job: Notebook, executed: Path) -> dict[str, Any]:
    """The values for the notebook. Raises CommuniqueError for a name it does not have; papermill would only warn."""
    values = {"article": job.article, "out": str(executed.parent / WRITTEN), **job.parameters}
    known = known_parameters(job.notebook)
    unknown = [name for name in values if name not in known]
    if unknown:
        what = f"has no parameter {', '.join(unknown)}"
        raise CommuniqueError(job.notebook, what, f"its parameters are {', '.join(known) or 'none'}")
    return values | {name: value for name, value in job.offered.items() if name in known}


def _papermill(job: Notebook, executed: Path, nursery: kernel.Nursery, started: list[NotebookNode]) -> None:
    papermill.execute_notebook(
        job.notebook,
        str(executed).replace("{", "{{").replace("}", "}}"),  # papermill formats the name
        _parameters(job, executed),
        kernel_name="python3",
        progress_bar=False,
        start_timeout=START_LIMIT,
        execution_timeout=CELL_LIMIT,
        interrupt_on_timeout=True,
        shutdown_kernel="immediate",
        kernel_manager_class=kernel.manager(nursery),
        on_notebook_start=lambda notebook: started.append(notebook),  # noqa: PLW0108 -- a hook is called by name
        request_save_on_cell_execute=False,
    )


def _settle(executed: Path, job: Notebook) -> None:
    """Leaves in the executed notebook only what is the same every time, and the folder's later name."""
    text = executed.read_text(encoding="utf-8")
    for then, later in ((str(executed.parent / WRITTEN), job.final), (str(executed.parent), job.final)):
        text = text.replace(json.dumps(json.dumps(then))[3:-3], json.dumps(json.dumps(later))[3:-3])
        text = text.replace(json.dumps(then)[1:-1], json.dumps(later)[1:-1])
    notebook = nbformat.reads(text, as_version=4)
    for part in (notebook, *notebook.cells):
        part.metadata.get("papermill", {}).update(dict.fromkeys(_PASSING))
        part.metadata.pop("execution", None)
    nbformat.write(notebook, executed)
