"""Imports run one way: a module imports only what stands before it in the pipeline."""

import ast
import subprocess
import sys

import pytest

from communique import paths

ORDER = (
    "__init__", "paths", "errors", "files", "limits", "record", "words", "cues", "codebook", "grammar", "phrases",
    "decoding", "pages", "article", "extract", "agreements", "trade", "corrections", "pipeline", "briefing", "tables",
    "tables_trade", "tables_agreements", "charts", "charts_article", "charts_trade", "charts_agreements", "pictures",
    "handout", "highlight", "reliability", "coding_sheet", "classroom", "evaluation", "review", "adding", "corpus",
    "terminal", "tables_corpus", "charts_corpus", "report", "__main__",
)  # fmt: skip
MODULES = sorted(paths.PACKAGE.rglob("*.py"))


def step(path):
    return path.relative_to(paths.PACKAGE).with_suffix("").parts[0]


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "communique":
            inner = node.module.split(".")[1:]
            yield from [inner[0]] if inner else [alias.name for alias in node.names if not alias.name.startswith("__")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(paths.PACKAGE)))
def test_no_import_runs_backwards(path):
    own = ORDER.index(step(path))
    assert [name for name in imported(path) if ORDER.index(name) > own] == []


@pytest.mark.parametrize("module", ["communique", "communique.pipeline", "communique.__main__"])
def test_importing_loads_neither_pandas_nor_matplotlib(module):
    code = f"import sys, {module}; print(sorted({{'pandas', 'matplotlib', 'numpy', 'pyarrow'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
