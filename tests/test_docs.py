"""Every command, option, make target and file that README, CONTRIBUTING, docs, notebooks and comments name exists."""

import argparse
import re
import shlex
from functools import cache

import nbformat
import pytest

from communique import paths
from communique.__main__ import _parser

ROOT = paths.ROOT
FOLDERS = ("lib", "seeds", "notebooks", "tests", "docs", ".ci")
PAGES = sorted(
    path
    for pattern in ("*.md", "docs/*.md", "notebooks/*.md", "seeds/**/*.md", "outputs/README.md", "lib/**/*.md")
    for path in ROOT.glob(pattern)
)
NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
CODE = re.compile(r"`([^`\n]+)`|^ {4}(\S[^\n]*)$|^\s*(?:!|%)\s*(\S[^\n]*)$", re.MULTILINE)
PLACE = re.compile(rf"(?<![\w./-])(?:{'|'.join(map(re.escape, FOLDERS))})/(?:[\w/*-]|\.(?!\.))*(?![\w<.…/*-])")
FILE = re.compile(r"[\w.*-]+\.(?:py|toml|md|csv|txt|ipynb|cfg|html)")
LINK = re.compile(r"\]\(([^)\s#]+)[^)]*\)")
# Files that the reader has or that a command writes.
READERS = {
    "article.txt",
    "baci.parquet",
    "baci.parquet.toml",
    "out.ipynb",
    "sheet.csv",
    "OUT.csv",
    "report.html",
    "briefing.html",
    "seeds/my_article.txt",
}
READERS |= {"index.html", "ann.csv", "coding_sheet.csv", "coding_sheet_codes.csv", "sheet_codes.csv"}


@cache
def text(path):
    """What a person reads: all of a page, the text cells of a notebook."""
    if path.suffix != ".ipynb":
        return path.read_text(encoding="utf-8")
    cells = nbformat.read(path, as_version=4).cells
    return "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


@cache
def names():
    """Every file of the project by its bare name."""
    kept = [ROOT / folder for folder in FOLDERS]
    found = {path.name for path in ROOT.iterdir()}
    return found | {path.name for folder in kept for path in folder.rglob("*")}


def code(path):
    """What is set as code: spans in a line, indented lines, without the comment behind a command."""
    spans = ("".join(span) for span in CODE.findall(text(path)))
    return [re.split(r"\s{2,}#|\s#\s", span)[0].strip() for span in spans]


@cache
def commands():
    """The command line's commands with the options of each."""

    def inner(parser):
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                return action.choices
        return {}

    known = {}
    for name, parser in inner(_parser()).items():
        known[name] = set(parser._option_string_actions)
        for below in inner(parser).values():
            known[name] |= set(below._option_string_actions)
    return known


@cache
def targets():
    """The targets of the Makefile."""
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def wrong(path):
    """What of a page or notebook does not exist."""
    for span in code(path):
        words = span.split()
        if words[0] == "make":
            yield from (word for word in words[1:] if re.fullmatch(r"[a-z-]+", word) and word not in targets())
        called = re.search(r"(?:^|python -m |\.venv/bin/)communique (?P<rest>[a-z].*)", span)
        if called:
            command, *rest = shlex.split(called["rest"].replace("'", ""))
            if command not in commands():
                yield span
            options = {word.partition("=")[0] for word in rest if word.startswith("--")}
            yield from options - commands().get(command, set())
        if FILE.fullmatch(span) and "*" not in span and span not in READERS | names():
            yield span
    for place in (found.rstrip("./") for found in PLACE.findall(text(path))):
        if place not in READERS and not list(ROOT.glob(place)):
            yield place
    for link in LINK.findall(text(path)):
        if "://" not in link and not (path.parent / link).exists():
            yield link


@pytest.mark.parametrize("path", [*PAGES, *NOTEBOOKS], ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_named_exists(path):
    assert list(wrong(path)) == []


@pytest.mark.parametrize(
    ("page", "named"),
    [
        ("Run `make reports`.", "reports"),
        ("    make report      # fine\n    make everything\n", "everything"),
        ("`communique extrct FILE`", "communique extrct FILE"),
        ("    .venv/bin/python -m communique report --codebook my\n", "--codebook"),
        ("See `tests/test_nothing.py`.", "tests/test_nothing.py"),
        ("See lib/communique/nothing.py.", "lib/communique/nothing.py"),
        ("`nothing.toml` and [this](nowhere.md)", "nothing.toml"),
        ("[this](nowhere.md)", "nowhere.md"),
    ],
)
def test_what_does_not_exist_is_noticed(tmp_path, page, named):
    (tmp_path / "page.md").write_text(page, encoding="utf-8")
    assert named in list(wrong(tmp_path / "page.md"))


def test_readme_names_every_notebook_command_and_setting():
    readme = text(ROOT / "README.md")
    assert [path.stem for path in NOTEBOOKS if f"`{path.stem}`" not in readme] == []
    missing = {name for name in commands() if f"communique {name}" not in readme and f"`{name}" not in readme}
    assert missing <= {"class"}, "make class stands for it"
    settings = set(re.findall(r'"(COMMUNIQUE_\w+)"', (paths.PACKAGE / "limits.py").read_text(encoding="utf-8")))
    assert [name for name in settings if name not in readme] == []


def test_every_target_for_people_is_explained():
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    helpers = {"install", "peers", "audit-tools", "fuzz-tools", "mutation-tools", "browser-tools"}
    assert [
        line
        for line in lines
        if re.match(r"[a-z-]+:(?!=)", line) and "##" not in line and line.partition(":")[0] not in helpers
    ] == []


def test_no_text_is_left_to_be_filled_in():
    page = "\n".join(text(path) for path in [*PAGES, *NOTEBOOKS])
    assert re.findall(r"^[A-Z]{4,}(?:_[A-Z]+)*$|\bTODO\b|\bFIXME\b|\bTBD\b", page, re.MULTILINE) == []
