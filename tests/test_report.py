import base64
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import nbformat
import pytest
from nbformat import v4
from papermill.exceptions import PapermillExecutionError

from communique import charts, files, paths, pictures, report
from communique.errors import CommuniqueError
from communique.record import Claim, Document, Record, Span
from communique.report import (
    article_page,
    execute,
    folders,
    index_page,
    jobs,
    kernel,
    naming,
    notebook_page,
    plan,
    pool,
)

ARTICLE = """date 2024-03-01 LIMA – Norwegian Prime Minister Kari Berg arrived on an official visit to Peru.

“We sell 5% of our tin,” Berg said.

The two governments signed a memorandum of understanding on fisheries.
"""

DIGEST = plan.Inputs.digest


def notebook(*cells, tagged=None):
    """A notebook with the parameters every notebook has, code cells, and a cell of a tag."""
    parts = [v4.new_markdown_cell("# A *title*\n\nSee [two](02_two.ipynb), [zero](00_zero.ipynb).")]
    head = 'article: str = ""  # the article\nout: str = ""  # the folder'
    parts += [v4.new_code_cell(head, metadata={"tags": ["parameters"]}), *map(v4.new_code_cell, cells)]
    parts += [v4.new_code_cell(f"'this is the {tag}'", metadata={"tags": [tag]}) for tag in tagged or ()]
    kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return v4.new_notebook(cells=parts, metadata={"kernelspec": kernelspec})


def lengthen(path):
    """Adds an empty line to a file."""
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")


class Page(HTMLParser):
    """The ids, addresses, alt texts and elements of a page."""

    def __init__(self, path):
        super().__init__()
        self.ids, self.links, self.sources, self.alts, self.tags = [], [], [], [], set()
        self.text = path.read_text(encoding="utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.add(tag)
        self.ids += [attrs["id"]] if "id" in attrs else []
        self.links += [attrs["href"]] if "href" in attrs else []
        self.sources += [attrs["src"]] if "src" in attrs else []
        self.alts += [attrs.get("alt")] if tag == "img" else []


def asks_for_nothing(page):
    """Whether a browser that opens the page has nothing to fetch and nothing to run."""
    return (
        all(source.startswith("data:") for source in page.sources)
        and not page.tags & {"link", "iframe", "object", "embed", "base"}
        and not re.search(r"@import|url\((?!#)", page.text)
    )


# --- one run from a working folder that is not the repository, with a notebook that fails and a file that is not there


@pytest.fixture(scope="module")
def same_library():
    """The library counts as unchanged, whoever edits it while the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan.Inputs, "digest", lambda _: "the same")
        yield


@pytest.fixture(scope="module")
def ran(tmp_path_factory, same_library):
    here = tmp_path_factory.mktemp("elsewhere")
    (here / "notebooks").mkdir()
    good = notebook(
        "from communique import charts, files, pictures\nfolder = files.output_folder(out, article)",
        "figure, axes = charts.canvas(1.0)\npicture = charts.Picture(figure, 'A <b> & \"c\"')",
        "charts.show(*picture)",
        "[path.name for path in pictures.save(picture, 'bars', folder)]",
        "files.write_text(folder / 'tables' / 'a.csv', 'a\\n').name",
        "open(article).read()[:9], globals().get('codebooks')",
        tagged=("exercise", "solution"),
    )
    bad = notebook("import os", "assert os.path.basename(article) != 'second.txt', 'no <second>'", "'after'")
    nbformat.write(good, here / "notebooks" / "01_one.ipynb")
    nbformat.write(bad, here / "notebooks" / "02_two.ipynb")
    strange = "quote \" back\\slash 'tick'\nline é.txt"
    for name in (strange, "second.txt"):
        (here / name).write_text(ARTICLE, encoding="utf-8")
    before = Path.cwd()
    os.chdir(here)
    try:
        failures = report.run([strange, "second.txt", "none.txt"], outputs="out", notebooks="notebooks")
    finally:
        os.chdir(before)
    return here, failures


def test_failures_name_file_place_and_remedy_and_leave_the_others_alone(ran):
    here, failures = ran
    page = here / "out" / "second" / "02_two.html"
    assert failures[1:] == [f"{here / 'second.txt'}: 02_two: AssertionError: no <second>; see the cell in {page}"]
    assert failures[0].endswith("none.txt: no such file or directory; check the path")
    assert "no &lt;second&gt;" in page.read_text(encoding="utf-8")
    executed = nbformat.read(here / "out" / "second" / "02_two.ipynb", 4)
    assert [output.ename for cell in executed.cells for output in cell.get("outputs", ())] == ["AssertionError"]
    assert "Not complete" in (here / "out" / "second" / "report.html").read_text(encoding="utf-8")


def test_a_whole_folder(ran):
    (folder,) = (path for path in (ran[0] / "out").iterdir() if path.name.startswith("quote"))
    assert folder.name == "quote_back_slash_tick_line_é"
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    assert names == [
        "01_one.html", "01_one.ipynb", "02_two.html", "02_two.ipynb", "figures/bars.png", "figures/bars.svg",
        "record.json", "report.html", "run.json", "tables/a.csv",
    ]  # fmt: skip
    assert msgspec.json.decode((folder / "record.json").read_bytes(), type=Record).countries


def test_parameters_arrive_as_they_were_and_the_notebook_names_its_later_folder(ran):
    here, _ = ran
    (folder,) = (path for path in (here / "out").iterdir() if path.name.startswith("quote"))
    executed = nbformat.read(folder / "01_one.ipynb", 4)
    (cell,) = (cell for cell in executed.cells if "injected-parameters" in cell.metadata.get("tags", ()))
    values = {}
    exec(cell.source, values)  # noqa: S102 -- the cell is ours
    assert Path(values["article"]).read_text(encoding="utf-8") == ARTICLE
    assert values["out"] == str(folder)
    assert executed.metadata.papermill.parameters["out"] == str(folder)
    assert executed.metadata.papermill.start_time is None
    assert ".part" not in (folder / "01_one.ipynb").read_text(encoding="utf-8")


def test_a_notebooks_page(ran):
    page = Page(ran[0] / "out" / "second" / "01_one.html")
    assert asks_for_nothing(page)
    assert "script" not in page.tags
    assert page.alts == ['A <b> & "c"']
    assert "this is the" not in page.text
    assert "write_text" not in page.text
    assert {"report.html", "02_two.html"} <= set(page.links)
    assert not [link for link in page.links if link.endswith(".ipynb")]


def test_the_list_of_all(ran):
    page = Page(ran[0] / "out" / "index.html")
    assert "second/report.html" in page.links
    assert all((ran[0] / "out" / link.replace("%C3%A9", "é")).exists() for link in page.links)


def test_nothing_is_done_twice(ran, monkeypatch, capsys):
    here, _ = ran
    monkeypatch.chdir(here)
    monkeypatch.setattr(pool, "run", lambda *_: pytest.fail("a job was started"))
    (strange,) = here.glob("quote*.txt")
    assert report.run([strange, strange.resolve()], outputs="out", notebooks="notebooks") == []
    assert capsys.readouterr().out.count("(unchanged)") == 1


@pytest.mark.parametrize(
    ("change", "jobs_done"),
    [
        (lambda here, _: lengthen(here / "notebooks" / "02_two.ipynb"), ["02_two", "Folder"]),
        (lambda here, folder: (folder / "figures" / "bars.svg").unlink(), ["01_one", "Folder"]),
        (lambda here, folder: (folder / "report.html").unlink(), ["Folder"]),
        (lambda here, _: lengthen(next(here.glob("quote*.txt"))), ["01_one", "02_two", "Folder"]),
        (
            lambda here, _: next(here.glob("quote*.txt")).with_suffix(".corrections.toml").write_text(""),
            ["01_one", "02_two", "Folder"],
        ),
    ],
    ids=["a notebook", "a picture", "the page", "the article", "its corrections"],
)
def test_only_what_changed_is_done(ran, tmp_path, monkeypatch, change, jobs_done):
    here = tmp_path / "copy"
    shutil.copytree(ran[0], here)
    (folder,) = (path for path in (here / "out").iterdir() if path.name.startswith("quote"))
    change(here, folder)
    done = []

    def record_jobs(waiting, answer, _):
        waiting = list(waiting)
        for job in waiting:
            done.append(Path(job.notebook).stem if isinstance(job, jobs.Notebook) else type(job).__name__)
            if isinstance(job, jobs.Notebook):
                Path(job.folder).mkdir(parents=True)
            waiting += answer(job, jobs.Result(number=0))

    monkeypatch.setattr(pool, "run", record_jobs)
    report.run(here.glob("quote*.txt"), outputs=here / "out", notebooks=here / "notebooks")
    assert done == [*jobs_done, "Index"]


def test_force_does_everything(ran, monkeypatch):
    done = []
    monkeypatch.setattr(pool, "run", lambda waiting, *_: done.extend(type(job).__name__ for job in waiting))
    report.run(ran[0].glob("quote*.txt"), outputs=ran[0] / "out", notebooks=ran[0] / "notebooks", force=True)
    assert done == ["Notebook", "Notebook"]


def test_an_unknown_parameter_is_refused(ran):
    with pytest.raises(CommuniqueError, match=r"no notebook has a parameter artcle; their parameters are article, out"):
        report.run([], outputs=ran[0] / "out", notebooks=ran[0] / "notebooks", parameters={"artcle": 1})


def test_ctrl_c_leaves_finished_articles_whole_and_nothing_half(tmp_path):
    nbformat.write(notebook("import time\ntime.sleep(20 * ('slow' in article))"), tmp_path / "01_wait.ipynb")
    for name in ("quick", "slow"):
        (tmp_path / f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
    code = "import sys; from communique import report; report.run(sys.argv[1:], outputs='out', notebooks='.')"
    command = [sys.executable, "-c", code, "quick.txt", "slow.txt"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        killer = threading.Timer(60, run.kill)
        killer.start()
        assert run.stderr.readline() == "1/2 quick: 01_wait\n"
        while not (tmp_path / "out" / "quick" / "report.html").exists():
            pass
        os.killpg(run.pid, signal.SIGINT)
        assert "KeyboardInterrupt" in run.stderr.read()
        killer.cancel()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [".lock", "quick"]


ONE_OF_SEVERAL = (
    "import sys; from communique import report; sys.exit(len(report.run(sys.argv[1:], outputs='out', notebooks='.')))"
)


def test_articles_of_one_name_keep_their_own_folders_from_run_to_run(tmp_path):
    nbformat.write(notebook("open(article).read()"), tmp_path / "01_one.ipynb")
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "visit.txt").write_text(f"{ARTICLE}\n\nThis is of {folder}.\n", encoding="utf-8")

    def made(*articles):
        command = [sys.executable, "-c", ONE_OF_SEVERAL, *articles]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=True)
        notes = [line for line in done.stderr.splitlines() if "note" in line]
        return [Path(line.split()[0]).parent.name for line in done.stdout.splitlines()], notes

    assert made("a/visit.txt") == (["visit"], [])
    (other,), (note,) = made("b/visit.txt")
    assert other.startswith("visit-")
    assert note == (
        f"communique: note: b/visit.txt: its report is in {other}: that of {tmp_path}/a/visit.txt has the name visit"
    )
    assert "This is of a." in (tmp_path / "out" / "visit" / "report.html").read_text(encoding="utf-8")
    assert "This is of b." in (tmp_path / "out" / other / "report.html").read_text(encoding="utf-8")
    (tmp_path / "b" / "visit.txt").write_text(f"{ARTICLE}\n\nThis is new.\n", encoding="utf-8")
    assert made("b/visit.txt", "a/visit.txt") == ([other, "visit"], [note])
    assert "This is new." in (tmp_path / "out" / other / "report.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in (tmp_path / "out").iterdir() if path.is_dir()) == ["visit", other]
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert f">{other}<" in index
    shutil.rmtree(tmp_path / "out")
    assert made("a/visit.txt", "b/visit.txt") == (["visit", other], [note])


def named(tmp_path, path, taken=(), **before):
    """The folder for an article among folders that hold the report of other paths."""
    file = files.write_text(tmp_path / path, "text")
    made = {
        tmp_path / "out" / name: naming.Origin(f"../{other}", checksum) for name, (other, checksum) in before.items()
    }
    return naming.choose(file.stem, naming.origin(file, tmp_path / "out"), tmp_path / "out", taken, made.get)


def test_which_folder_an_article_gets(tmp_path):
    files.write_text(tmp_path / "b/x.txt", "other")
    checksum = naming.origin(files.write_text(tmp_path / "c/x.txt", "text"), tmp_path / "out").checksum
    assert named(tmp_path, "a/x.txt") == "x"
    assert named(tmp_path, "a/x.txt", x=("a/x.txt", "")) == "x", "its own, whatever it held"
    alone = named(tmp_path, "a/x.txt", x=("b/x.txt", ""))
    assert (alone[:2], len(alone)) == ("x-", 10)
    assert named(tmp_path, "a/x.txt", x=("b/x.txt", checksum)) == alone, "a copy that is still there is another"
    assert named(tmp_path, "a/x.txt", x=("gone/x.txt", checksum)) == "x", "it was moved"
    assert named(tmp_path, "a/x.txt", x=("gone/x.txt", "other")) == alone, "what is gone may be another's"
    assert named(tmp_path, "a/x.txt", **{alone: ("a/x.txt", "")}) == alone, "it stays where it was"
    assert named(tmp_path, "a/x.txt", ["X"]) == alone, "some disks know no capitals"
    assert len(named(tmp_path, "a/x.txt", ["X", alone])) == 18
    assert named(tmp_path, "a/index.html.txt").startswith("index.html-")


# --- the pieces


def test_what_a_killed_run_left_is_put_right(tmp_path):
    for name in (".a.part", ".b.old", "b", ".c.old"):
        files.write_text(tmp_path / name / "report.html", name)
    folders.tidy(tmp_path)
    assert {path.parent.name: path.read_text() for path in tmp_path.glob("*/report.html")} == {"b": "b", "c": ".c.old"}


@pytest.mark.parametrize(
    ("answers", "errors", "orders"),
    [
        ([None, None], [None, None], 2),
        (["taken", None, None], [None, None], 3),
        (["taken", "taken", None], ["taken", None], 3),
    ],
    ids=["both come up", "one at the second try", "one never"],
)
def test_a_job_that_does_not_come_up_is_tried_twice(monkeypatch, answers, errors, orders):
    sent, ended = [], []

    class Orders:
        def write(self, line):
            sent.append(msgspec.json.decode(line, type=jobs.Order))

    class Results:
        def readline(self):
            error = answers.pop(0)
            number = sent[len(ended) + (len(sent) - 1 - len(ended))].number
            return jobs.line(jobs.Result(number=number, error=error, broken=bool(error), again=bool(error)))

    @contextmanager
    def server(_):
        yield Orders(), Results()

    monkeypatch.setattr(pool, "_server", server)
    waiting = [jobs.Index(outputs="a"), jobs.Index(outputs="b")]
    pool.run(waiting, lambda _, result: ended.append(result.error) or (), jobs.WarmUp(), workers=1)
    assert (ended, len(sent)) == (errors, orders)


class Unborn:
    """A nursery without a process."""

    def kill(self):
        """There is nothing to end."""


def a_job(folder, **changes):
    wanted = {"name": "a", "notebook": str(folder / "01_a.ipynb"), "article": "a.txt", "folder": str(folder / "01_a")}
    return jobs.Notebook(final=str(folder / "final"), **{**wanted, **changes})


def test_a_kernel_that_does_not_come_up_is_told_apart_from_a_cell_that_fails(tmp_path, monkeypatch):
    nbformat.write(notebook(), tmp_path / "01_a.ipynb")

    def no_kernel(*_, **__):
        raise RuntimeError("Address already in use")

    monkeypatch.setattr(kernel, "Nursery", Unborn)
    monkeypatch.setattr("papermill.execute_notebook", no_kernel)
    with pytest.raises(jobs.StartError, match="Address already in use"):
        execute.run(a_job(tmp_path))


def test_a_cell_that_takes_too_long_is_told_with_the_limit(tmp_path, monkeypatch):
    nbformat.write(notebook("1"), tmp_path / "01_a.ipynb")

    def too_long(source, executed, *_, execution_timeout, **__):
        shutil.copy(source, executed)
        raise PapermillExecutionError(1, 1, "1", "KeyboardInterrupt", f"after {execution_timeout}", [])

    monkeypatch.setattr(kernel, "Nursery", Unborn)
    monkeypatch.setattr("papermill.execute_notebook", too_long)
    monkeypatch.setenv("COMMUNIQUE_CELL_SECONDS", "2")
    with pytest.raises(CommuniqueError, match=r"01_a: a cell took more than 2 seconds; see"):
        execute.run(a_job(tmp_path))


def test_a_notebook_without_the_parameters_is_refused(tmp_path, monkeypatch):
    nbformat.write(v4.new_notebook(cells=[v4.new_code_cell("1")]), tmp_path / "01_a.ipynb")
    monkeypatch.setattr(kernel, "Nursery", Unborn)
    with pytest.raises(CommuniqueError, match=r"has no parameter article, out; its parameters are none"):
        execute.run(a_job(tmp_path))


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (CommuniqueError("f", "is wrong", "fix it"), "f: is wrong; fix it"),
        (OSError(28, "No space left on device"), "a.txt: 01_a: no space left on device; what was there before is "),
        (ValueError("x\ny"), "a.txt: 01_a: ValueError: x y; this is a fault of communique"),
        ("ended with -9", "a.txt: 01_a: ended with -9; what was there"),
    ],
)
def test_every_failure_is_one_line(tmp_path, error, told):
    line = jobs.failure(a_job(tmp_path), error)
    assert line.startswith(told)
    assert "\n" not in line


def test_a_result_fits_into_one_write_to_a_pipe():
    assert len(jobs.line(jobs.Result(number=1, error="🗺" * 5000))) < 4096


@pytest.mark.parametrize(
    ("code", "modules"),
    [
        (
            "import pandas as pd, numpy\nfrom communique import charts",
            ["communique", "communique.charts", "numpy", "pandas"],
        ),
        ("%matplotlib inline\n!ls\nimport json", ["json"]),
        ("def later():\n    import json", []),
        ("this is no Python", []),
    ],
)
def test_the_modules_a_notebook_imports(tmp_path, code, modules):
    nbformat.write(v4.new_notebook(cells=[v4.new_code_cell(code)]), tmp_path / "01_a.ipynb")
    assert plan.imports(tmp_path / "01_a.ipynb") == modules


def test_the_notebooks_of_a_report_are_those_from_one_to_four():
    stems = [path.stem for path in report.notebooks()]
    assert stems == sorted(stems)
    assert {stem[:2] for stem in stems} <= {"01", "02", "03", "04"}
    with pytest.raises(CommuniqueError, match="holds no notebook"):
        report.notebooks(paths.SEEDS)


def test_the_seeds_are_the_articles_directly_in_their_folder():
    assert paths.SEEDS / "000_73b2e8d7d595140f.txt" in report.seeds()
    assert {path.parent for path in report.seeds()} == {paths.SEEDS}


SHARED = ("package/a.py", "package/codebooks/b.toml", "codebooks/c.toml", "own.csv", "own.csv.toml", "cache/d.parquet")


@pytest.mark.parametrize("changed", SHARED)
def test_what_all_articles_share(tmp_path, monkeypatch, changed):
    for name in ("PACKAGE", "ROOT", "CACHE"):
        monkeypatch.setattr(paths, name, tmp_path / name.lower())
    for name in (*SHARED, "package/e.pyc"):
        files.write_text(tmp_path / name, "before")

    def digest(**inputs):
        given = {"codebooks": tmp_path / "codebooks", "reference": tmp_path / "own.csv", "parameters": {}}
        return DIGEST(plan.Inputs(outputs=tmp_path, notebooks=(), **{**given, **inputs}))

    before = digest()
    files.write_text(tmp_path / "package/e.pyc", "after")
    assert digest() == before
    assert digest(parameters={"a": 1}) != before
    files.write_text(tmp_path / changed, "after")
    assert digest() != before


def test_links_between_notebooks_become_links_between_pages(tmp_path):
    nbformat.write(notebook(), tmp_path / "01_one.ipynb")
    page = Page(notebook_page.write(tmp_path / "01_one.ipynb", ("01_one", "02_two")))
    assert page.links == ["report.html", "02_two.html", "02_two.html"]
    assert "<title>A *title*</title>" in page.text
    assert ", zero." in page.text


# --- the report page


def written(folder, text, **job):
    (folder / "article.txt").write_text(text, encoding="utf-8")
    article_page.write(jobs.Folder(name="a", article=str(folder / "article.txt"), folder=str(folder), **job))
    return Page(folder / "report.html")


def test_every_fact_and_its_words_are_linked_both_ways(tmp_path):
    page = written(tmp_path, (paths.SEEDS / "000_73b2e8d7d595140f.txt").read_text(encoding="utf-8"))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    facts = {name for name in page.ids if name.startswith("fact-")}
    assert {f"#{name}" for name in facts} <= set(page.links)
    assert {f"#w-{name.removeprefix('fact-')}" for name in facts} <= set(page.links)
    assert {name.split("-")[1] for name in facts} == {"person", "quote", "organisation", "figure", "document"}
    assert page.tags >= {"header", "nav", "main", "section", "h1", "h2", "h3", "table", "th", "blockquote", "time"}


def test_the_page_needs_nothing_but_itself(tmp_path):
    page = written(tmp_path, ARTICLE)
    assert asks_for_nothing(page)
    assert "script" not in page.tags
    assert "default-src 'none'" in page.text


HOSTILE = """LIMA – Prime Minister Kari Berg of Norway made an official visit to Peru.

“<script>alert(1)</script> & **bold** $x^2$ <img src=x onerror=alert(2)>,” Berg said.

They signed a memorandum on "</style><script>alert(3)</script>" and $5 billion <b>trade</b>.
"""


def test_what_the_article_says_is_text_everywhere(tmp_path):
    page = written(tmp_path, HOSTILE)
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert "b" not in page.tags
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; **bold** $x^2$" in page.text


@pytest.mark.parametrize("text", ["x", "12", "No sides, no date, nothing signed."])
def test_an_article_with_nothing_in_it_has_a_page(tmp_path, text):
    page = written(tmp_path, text)
    assert "No named person was found." in page.text
    assert "There was nothing to draw." in page.text


def test_pictures_are_within_the_page_with_their_alt_text(tmp_path):
    for name in ("first", "second"):
        figure, _ = charts.canvas(1.0)
        pictures.save(charts.Picture(figure, f'the "{name}" <picture>'), name, tmp_path)
    page = written(tmp_path, ARTICLE, first=("figures/second.svg",), failures=("02_two",))
    assert page.alts == ['the "second" <picture>', 'the "first" <picture>']
    assert page.text.index("1 more from the notebooks") < page.text.index("first&#34;")
    assert "02_two stopped with an error" in page.text


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://example.org/a?b=1&c=2", True), ("javascript:alert(1)", False), ('https://a"onclick="x', False)],
)
def test_only_addresses_of_the_web_are_linked(tmp_path, url, linked):
    page = written(tmp_path, f"url: {url}\n---\n{ARTICLE}")
    assert ([link for link in page.links if not link.startswith("#")] == [url]) == linked


def test_the_statistics_behind_a_verdict_are_listed_with_their_sources(tmp_path):
    page = written(tmp_path, (paths.SEEDS / "000_73b2e8d7d595140f.txt").read_text(encoding="utf-8"))
    assert any(link.startswith("http") for link in page.links)
    assert re.search(r"The \d+ figures compared with", page.text)


def listed(folder, *records):
    for record in records:
        files.write_text(folder / record.id / "record.json", msgspec.json.encode(record).decode())
        files.write_text(folder / record.id / plan.STATE, "{}")
        files.write_text(folder / record.id / "01_a.html", "")
        files.write_text(folder / record.id / "report.html", "")
    return Page(index_page.write(folder))


def test_the_list_has_a_row_an_article_newest_first(tmp_path):
    document = Document(text="", span=Span(0, 1), instrument="treaty", status="planned")
    claim = Claim(text="1", span=Span(0, 1), kind="level", verdict="inconsistent", reason="")
    old = Record(id="old", date="2020-01-02", countries=("PER", "NOR"), visit_type="state", documents=(document,) * 2)
    new = Record(id="new & <b>", date="2021-01-02", claims=(claim,))
    page = listed(tmp_path, old, new, Record(id="undated"))
    assert [link for link in page.links if link.endswith("report.html")] == [
        "new%20%26%20%3Cb%3E/report.html",
        "old/report.html",
        "undated/report.html",
    ]
    for words in ("2 January 2020", "Peru and Norway", "State visit", "2 (2 planned)", "✗ 1 inconsistent", "no claims"):
        assert words in page.text
    assert "<b>" not in page.text


def test_the_list_runs_its_own_script_and_no_other(tmp_path):
    page = listed(tmp_path, Record(id="a"))
    script = re.search(r"<script>(.*)</script>", page.text, re.DOTALL)[1]
    assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in page.text
    assert asks_for_nothing(page)


def test_an_article_without_a_report_is_listed_as_such(tmp_path):
    files.write_text(tmp_path / "broken" / plan.STATE, "{}")
    assert "broken (no report)" in listed(tmp_path).text


def test_importing_the_report_loads_neither_papermill_nor_nbconvert():
    code = "import sys, communique.report; print({'papermill', 'nbconvert', 'pandas', 'matplotlib'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_state_of_a_folder_is_plain_json(ran):
    state = json.loads((ran[0] / "out" / "second" / plan.STATE).read_text())
    assert list(state) == ["version", "article", "checksum", "report", "notebooks", "written"]
    assert list(state["notebooks"]) == ["01_one"]


@pytest.mark.parametrize(
    ("given", "shown"), [("seeds/own.txt", True), ("/elsewhere/own.txt", True), ("other.txt", False)]
)
def test_the_finding_of_the_default_article_is_not_told_of_others(tmp_path, given, shown):
    notebook_ = nbformat.v4.new_notebook()
    parameters = nbformat.v4.new_code_cell(
        'article: str = "seeds/own.txt"  # the article', metadata={"tags": ["parameters"]}
    )
    injected = nbformat.v4.new_code_cell(f'article = "{given}"', metadata={"tags": ["injected-parameters"]})
    text = "# 01\n\n**Question.** Who?\n\n**Finding** (for the default article). Two.\n\n**Reads** it."
    notebook_.cells = [nbformat.v4.new_markdown_cell(text), parameters, injected]
    nbformat.write(notebook_, tmp_path / "01_one.ipynb")
    page = Page(notebook_page.write(tmp_path / "01_one.ipynb", ("01_one",)))
    assert ("Two." in page.text) is shown
    assert "Who?" in page.text
    assert "Reads" in page.text
