"""Turns an executed notebook into a page of prose, tables and pictures: no code, no exercises, no outside requests."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import HTMLExporter
from nbconvert.preprocessors import Preprocessor, TagRemovePreprocessor
from nbformat import NotebookNode
from traitlets.config import Config

from communique import files, paths

_LINK = re.compile(r"\[([^\]\n]{1,200})\]\((?:\./)?([\w-]{1,80})\.ipynb\)")


_ARTICLE = re.compile(r"^article(?:: str)? = ([\"'])(.*?)\1", re.MULTILINE)
# The finding that a notebook opens with is that of its default article; other articles' pages do without.
_FINDING = re.compile(r"^\*\*Finding\*\* \(for the default article.*?(?:\n\n|\Z)", re.MULTILINE | re.DOTALL)


class Findings(Preprocessor):
    """Leaves out the finding of the default article from the pages of others."""

    def preprocess_cell(self, cell: NotebookNode, resources: dict[str, Any], index: int) -> Any:
        """The cell without that paragraph, and the resources as they were."""
        if cell.cell_type == "markdown" and not resources["default"]:
            cell.source = _FINDING.sub("", cell.source)
        return cell, resources


class Links(Preprocessor):
    """Points links between notebooks at their pages; a notebook that has no page keeps only its name."""

    def preprocess_cell(self, cell: NotebookNode, resources: dict[str, Any], index: int) -> Any:
        """The cell with its links changed, and the resources as they were."""
        if cell.cell_type == "markdown":
            pages = resources["siblings"]
            cell.source = _LINK.sub(
                lambda link: f"[{link[1]}]({link[2]}.html)" if link[2] in pages else link[1], cell.source
            )
        return cell, resources


def write(executed: str | Path, siblings: tuple[str, ...]) -> Path:
    """The page beside the executed notebook; `siblings` are the stems of all notebooks of its article, in order."""
    executed = Path(executed)
    notebook = nbformat.read(executed, as_version=4)
    resources = _resources(siblings, executed.stem, title(notebook, executed.stem))
    page, _ = _exporter().from_notebook_node(notebook, resources | {"default": _is_default(notebook)})
    return files.write_text(executed.with_suffix(".html"), page)


def title(notebook: NotebookNode, otherwise: str) -> str:
    """The notebook's first heading."""
    heads = (re.match(r"#\s+(.+)", cell.source) for cell in notebook.cells if cell.cell_type == "markdown")
    return next((head[1].strip() for head in heads if head), otherwise)


def warm_up() -> None:
    """Converts a small notebook, so that the templates are compiled."""
    cell = nbformat.v4.new_code_cell("1", outputs=[nbformat.v4.new_output("stream", text="1")])
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# A"), cell])
    _exporter().from_notebook_node(notebook, _resources((), "a", "a") | {"default": True})


def _resources(siblings: tuple[str, ...], own: str, name: str) -> dict[str, Any]:
    styles = [(paths.TEMPLATES / file).read_text(encoding="utf-8") for file in ("page.css", "notebook.css")]
    return {"siblings": siblings, "own": own, "title": name, "styles": "\n".join(styles)}


def _is_default(notebook: NotebookNode) -> bool:
    """Whether the notebook ran on the article that its own parameters name."""
    cells = [cell for cell in notebook.cells if "parameters" in " ".join(cell.metadata.get("tags", []))]
    named = [match[2] for cell in cells for match in [_ARTICLE.search(cell.source)] if match]
    return len({Path(name).name for name in named}) < 2


@cache
def _exporter() -> HTMLExporter:
    config = Config()
    config.TagRemovePreprocessor.remove_cell_tags = {"parameters", "injected-parameters"}
    exporter = HTMLExporter(
        config=config,
        template_name="notebook",
        extra_template_basedirs=[str(paths.TEMPLATES)],
        exclude_anchor_links=True,
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        mathjax_url="",
        require_js_url="",
    )
    exporter.register_preprocessor(TagRemovePreprocessor, enabled=True)
    exporter.register_preprocessor(Findings, enabled=True)
    exporter.register_preprocessor(Links, enabled=True)
    return exporter
