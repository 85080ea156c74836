"""What each command hands on to the library, prints and returns; the steps behind them have tests of their own."""

import errno
import io
import sys
from types import SimpleNamespace

import pytest

from communique import adding, article, classroom, corpus, paths, report, terminal
from communique.__main__ import main
from communique.errors import CommuniqueError
from communique.report.progress import Progress
from communique.trade import live

GOLD = """{"id": "a", "date": null, "dateline": null, "countries": [], "visit_type": null, "organisations": [],
"people": [{"name": "Ana Ruiz", "role": null}], "quotes": [], "figures": [], "documents": []}"""


def test_report_names_its_failures(monkeypatch, capsys, tmp_path):
    asked = {}

    def run(files, **settings):
        asked.update(settings, files=files)
        return [CommuniqueError("a.txt", "is empty", "put text into it")] * len(files)

    monkeypatch.setattr(report, "run", run)
    monkeypatch.setattr(report, "seeds", list)
    assert main(["report", "--force", "--out", str(tmp_path)]) == 0
    assert (asked["files"], asked["force"], asked["outputs"]) == ([], True, tmp_path)
    assert main(["report", "a.txt"]) == 1
    assert capsys.readouterr().err == "communique: a.txt: is empty; put text into it\n"


@pytest.mark.parametrize(("failed", "code"), [(0, 0), (2, 1)])
def test_corpus_counts(monkeypatch, capsys, failed, code):
    done = SimpleNamespace(read=1200, failed=failed, skipped=3)
    monkeypatch.setattr(corpus, "run", lambda *_, **__: done)
    assert main(["corpus", "articles", "--out", "tables"]) == code
    printed = capsys.readouterr()
    assert printed.out == f"1,200 articles read, {failed} failed, 3 done before; tables in tables\n"
    assert ("the table failures says why" in printed.err) == bool(failed)


def test_add_says_where_the_seed_is_and_what_there_is_to_know(monkeypatch, capsys):
    monkeypatch.setattr(adding, "get", lambda source: article.from_text("x", notes=("was read as latin-1",)))
    monkeypatch.setattr(adding, "save", lambda read, name: paths.SEEDS / f"{name}.txt")
    assert main(["add", "https://example.org/a", "--name", "b"]) == 0
    printed = capsys.readouterr()
    assert printed.out == f"{paths.SEEDS / 'b.txt'}\n"
    assert "note: https://example.org/a: was read as latin-1" in printed.err


def test_fetch_says_where_the_rows_are(monkeypatch, capsys):
    monkeypatch.setattr(live, "fetch", lambda *asked, timeout: f"{asked} {timeout}")
    assert main(["trade", "fetch", "--reporter", "FJI", "--partner", "TON", "--timeout", "5"]) == 0
    assert capsys.readouterr().out == "FJI–TON: ('FJI', 'TON', 'imf') 5.0\n"


def test_class_counts_its_files(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(classroom, "write", lambda out: [out] * 7)
    assert main(["class", "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"7 files for a class in {tmp_path}\n"


def test_a_coding_sheet_is_written(capsys, tmp_path):
    (tmp_path / "a.txt").write_text("Fiji and Tonga signed a treaty on fisheries.", encoding="utf-8")
    assert main(["coding-sheet", str(tmp_path / "s.csv"), "--articles", str(tmp_path)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["coding-sheet", str(tmp_path / "s.csv"), "--articles", str(tmp_path / "none")]) == 1
    assert "holds no articles" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"[]", "has no id"),
        (b"{", "cannot be read"),
        (b'{"id": "x"}', "has no date"),
        (GOLD.encode(), "holds no a.txt or a.html"),
    ],
)
def test_gold_that_is_none(capsys, tmp_path, data, what):
    (tmp_path / "a.json").write_bytes(data)
    assert main(["evaluate", str(tmp_path), str(tmp_path)]) == 1
    assert what in capsys.readouterr().err


def test_evaluate_lists_misses(capsys, tmp_path):
    (tmp_path / "a.json").write_text(GOLD, encoding="utf-8")
    (tmp_path / "a.txt").write_text("Nobody came.", encoding="utf-8")
    assert main(["evaluate", str(tmp_path), str(tmp_path), "--misses"]) == 0
    assert "Ana Ruiz" in capsys.readouterr().out


def test_a_person_may_stop_it(monkeypatch, capsys):
    monkeypatch.setattr(classroom, "write", lambda out: (_ for _ in ()).throw(KeyboardInterrupt))
    assert main(["class"]) == 1
    assert "what was finished is whole" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "a.txt: there is not enough memory for it; split it, or free memory"),
        (OSError(errno.ENOSPC, "No space left", "b.txt"), "b.txt: no space left; check the path, and whether there"),
        (OSError("odd"), "standard output: odd; check the path"),
        (ValueError("x\ny"), "a.txt: test_commands:"),
    ],
)
def test_any_error_is_one_line(error, said):
    try:
        raise error
    except Exception as caught:
        line = str(terminal.told("a.txt", caught))
    assert line.startswith(said)
    assert len(line.splitlines()) == 1


def test_what_nobody_thought_of_ends_the_command_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr(classroom, "write", lambda out: 1 / 0)
    monkeypatch.setattr(terminal, "close_output", lambda: None)
    assert main(["class"]) == 1
    assert "ZeroDivisionError: division by zero; this is an error of communique" in capsys.readouterr().err


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_on_a_terminal_is_a_bar_and_elsewhere_lines(monkeypatch):
    for stream, wanted in ((Terminal(), "notebook"), (io.StringIO(), "1/2 a\n2/2 b failed\n")):
        monkeypatch.setattr(sys, "stderr", stream)
        progress = Progress()
        with progress.of(2):
            progress.done("a")
            progress.done("b", failed=True)
        assert wanted in stream.getvalue()
        assert "b failed" in stream.getvalue()
