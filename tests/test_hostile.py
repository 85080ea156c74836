"""Hostile input and trust: whatever a file holds, each way into the package ends in a record or in one line.

The command line, the notebooks and the runs are real processes here. What each module does with such text by itself
its own tests say; the largest sizes are in `make bench`.
"""

import ast
import csv
import gzip
import json
import math
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from communique import adding, article, coding_sheet, files, highlight, limits, paths, pipeline, review, tables
from communique.errors import CommuniqueError
from communique.record import Record, to_json

STORY = (
    "ROME, 1 May 2024 – Prime Minister Ana Ruiz met President Tom Berg.\n\n"
    "“We trade more,” Ruiz said. Trade with Kenya grew by 24% to $3 billion in 2023.\n\n"
    "The ministers signed a memorandum of understanding on rail between Alfa Works and Beta Bank.\n"
)
PAGE = (
    "<!doctype html><html><head><title>Leaders meet</title></head><body><nav>Home</nav><article><h1>Leaders meet</h1>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in STORY.split("\n\n"))
    + "<script>steal()</script></article></body></html>"
)
MARKS = "“”\"'.,;:!?()[]{}–—-/\\&%$€#*_`~|<>@^+="
TALK = (
    " <script>alert(1)</script><img src=x onerror=alert(1)><b id=canary>we</b> trade & win </mark></p> **bold** "
    "[x](javascript:alert(1)) `code` $x^2$ \\(y\\) \\begin{equation}z\\end{equation}"
)
MARKUP = (
    f"{STORY}\nPresident Tom <b id=canary>Berg</b> & Co. came. “{TALK},” Ruiz said.\n\nThey signed a memorandum on "
    "<i id=canary>energy</i> & $\\alpha$ water between Alfa <script>x</script> Works and Beta Ltd.\n"
)
FORMULAS = (
    'ROME – “=HYPERLINK("http://x") is what we sign,” President Ana Ruiz said. “@SUM(A1) is a sum that we know,” she '
    "said. “+1 is more than we had,” Ruiz said. “-2+3 is one in the end,” Ruiz said.\n\nThey signed a pact on rail."
)
ESCAPES = (
    f"{STORY}\n“We \x1b[2J\x1b]0;title\x07 trade \u202emore\u202c now,” Ruiz said. Exports rose to \x1b[31m$5 billion."
)
GERMAN = (
    "Der Kanzler und die Präsidentin trafen sich am Freitag. „Wir handeln mehr“, sagte er. Der Handel wuchs um 24%. "
)

# For each file: its bytes, why there is no record (None where there is one), and what is noted of how it was read.
CASES = {
    "empty": (b"", "is empty", ""),
    "only white space": (b" \r\n\t\n", "is empty", ""),
    "one character": (b"x", None, ""),
    "one quotation mark": ("“".encode(), None, ""),
    "a line": (" ".join((STORY * 50).split()).encode(), None, ""),
    "no punctuation": (re.sub(r"[^\w\s]", "", STORY * 20).encode(), None, ""),
    "only punctuation": ((MARKS * 50).encode(), None, ""),
    "NUL bytes": (STORY.encode().replace(b"Ruiz", b"Ru\x00z"), "is not text (it holds NUL bytes)", ""),
    "noise": (bytes(range(1, 256)) * 9, "is not text", ""),
    "invalid UTF-8": (STORY.encode().replace(b"Kenya", b"Ken\xff\xfeya"), None, "2 characters that could not be read"),
    "UTF-8 cut off": (STORY.encode() + "—".encode()[:2], None, "1 character that could not be read"),
    "UTF-16": (STORY.encode("utf-16"), None, "read as utf_16"),
    "UTF-16 without its mark": (b"The two leaders met.".decode().encode("utf-16-be"), None, "read as utf_16_be"),
    "Latin-1 with curly quotes": (STORY.encode("cp1252"), None, "read as cp1252"),
    "Latin-1 far behind": (b"They met. " * 30_000 + STORY.encode("cp1252"), None, "read as cp1252"),
    "mixed line ends": (STORY.replace("\n\n", "\r\n\r").encode(), None, ""),
    "right to left": (("\u202e" + STORY.replace(" ", "\u200f ") + "\u202c\u2066").encode(), None, ""),
    "combining characters": ("".join(f"{letter}\u0301\u0323" for letter in STORY).encode(), None, ""),
    "emoji": (STORY.replace(" ", " 🇮🇹👨‍👩‍👧 ").encode("utf-16"), None, "read as utf_16"),
    "page posing as text": (PAGE.encode(), None, "is a web page"),
    "page in Latin-1": (PAGE.replace("<title>", "<meta charset=latin1><title>").encode("cp1252"), None, "cp1252"),
    "PDF posing as text": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj <</Type /Catalog>> endobj\n", "is a PDF document", ""),
    "Word posing as text": (b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)), "is a Word document", ""),
    "German": ((GERMAN * 5).encode(), None, "does not read as English"),
    "Chinese": (("两国元首会晤并签署了谅解备忘录。" * 9).encode("gb18030"), None, "most of its letters are Chinese"),
    "unbalanced marks": (("“We (trade “more [he «said ‘and " * 100).encode(), None, ""),
    "ten thousand quotes": (("“We trade more,” Prime Minister Ana Ruiz said.\n" * 10_000).encode(), None, ""),
    "nested brackets": (("(" * 5_000 + STORY + ")" * 5_000).encode(), None, ""),
    "gigantic numbers": (f"Trade grew by {'9' * 400}% to ${'9' * 400} billion, $1e999 trillion.".encode(), None, ""),
    "impossible dates": (b"date: 2024-13-45\n\nROME, 31 February 2024 - Talks ran to 30.02.2025, 99.99.99.", None, ""),
    "markup": (MARKUP.encode(), None, ""),
    "formulas": (FORMULAS.encode(), None, ""),
    "escape sequences": (ESCAPES.encode(), None, ""),
    "50 MB": (b"The ministers met in Rome. " * 1_900_000, "has more than 5,000,000 bytes; ", ""),
}  # fmt: skip


def run(*arguments, **settings):
    """A command as a user gives it, with settings in the environment; it must come to an end."""
    command = [sys.executable, "-m", *map(str, arguments)]
    env = {**os.environ, **settings}
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, env=env)


def told(done):
    """What a command said on standard error: its lines, none of them of a traceback, each with a remedy or a note."""
    lines = done.stderr.splitlines()
    assert "Traceback" not in done.stderr
    assert all(line.startswith("communique: ") for line in lines)
    return lines


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    for name, (data, _, _) in CASES.items():
        (folder / f"{name}.txt").write_bytes(data)
    return folder


@pytest.mark.parametrize("name", CASES)
def test_the_library_gives_a_record_or_one_line(folder, name):
    path = folder / f"{name}.txt"
    _, error, note = CASES[name]
    if error:
        with pytest.raises(CommuniqueError) as raised:
            pipeline.read(path)
        assert str(raised.value).startswith(f"{path}: {error}")
        assert "\n" not in str(raised.value)
        assert "; " in str(raised.value)
        return
    read, record = pipeline.read(path)
    assert note in "; ".join(read.notes)
    assert bool(note) or not read.notes or "English" in read.notes[0]
    check(read, record)


def check(read, record):
    """What holds of every record: it is written and read back the same, its words stand where it says."""
    assert msgspec.json.decode(to_json(record), type=Record) == record
    for item in (*record.figures, *record.documents):
        assert read.text[slice(*item.span)] == item.text
    for figure in record.figures:
        assert all(map(math.isfinite, figure.value if isinstance(figure.value, tuple) else (figure.value,)))
    assert highlight.marked(read, record, linked=True)
    assert review.text(read, record)


def test_the_command_line_gives_a_record_or_one_line_a_file(folder):
    done = run("communique", "extract", *sorted(folder.iterdir()))
    lines = told(done)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert {record["id"] for record in records} == {name for name, (_, error, _) in CASES.items() if not error}
    assert len(records) + sum(": note: " not in line for line in lines) == len(CASES)
    for name, (_, error, note) in CASES.items():
        own = [line for line in lines if f"/{name}.txt: " in line]
        assert [line for line in own if ": note: " not in line and error and error in line] == own[: bool(error)]
        assert note in " ".join(own)


LINES = {
    "good": json.dumps({"id": "good", "text": STORY}).encode(),
    "climbing": json.dumps({"id": "../../climbing", "text": STORY}).encode(),
    "NUL": json.dumps({"id": "NUL", "text": "a\x00b " + STORY}).encode(),
    "impossible date": json.dumps({"id": "impossible date", "text": STORY, "date": "2024-99-99"}).encode(),
    "no JSON": b"no JSON",
    "no UTF-8": b'{"id": "\xff", "text": "a"}',
    "half a character": b'{"id": "a", "text": "\\ud800"}',
    "a number for a text": b'{"id": "a", "text": 1}',
    "deep": b'{"id": "a", "text": "a", "more": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "too long": json.dumps({"id": "a", "text": "a " * 3_000_000}).encode(),
}
GOOD_LINES = ("good", "../../climbing", "NUL", "impossible date")


def test_a_corpus_gives_a_row_a_file(folder, tmp_path):
    source = shutil.copytree(folder, tmp_path / "in")
    (source / "lines.jsonl").write_bytes(b"\n".join(LINES.values()))
    packed = gzip.compress(STORY.encode() * 20)
    (source / "cut.txt.gz").write_bytes(packed[:-20])
    (source / "damaged.txt.gz").write_bytes(packed[:30] + b"\xff" + packed[31:])
    (source / "cut.jsonl.gz").write_bytes(gzip.compress(LINES["good"] + b"\n" + os.urandom(9_000))[:-4_000])
    (source / "bomb.txt.gz").write_bytes(gzip.compress(b"a" * 60_000_000))
    done = run("communique", "corpus", source, "--out", tmp_path / "out", "--workers", "2")
    assert done.returncode == 1
    assert told(done)[0].endswith("articles failed; the table failures says why")
    rows = table(tmp_path / "out", "articles")
    noted = {row["article"]: row["notes"] or "" for row in rows}
    expected = [name for name, (_, error, _) in CASES.items() if not error]
    assert sorted(row["article"] for row in rows) == sorted([*expected, *GOOD_LINES, "good"])
    assert all(CASES[name][2] in noted[name] for name in expected)
    failures = {row["source"].rsplit("/", 1)[1]: row["reason"] for row in table(tmp_path / "out", "failures")}
    assert {name for name, (_, error, _) in CASES.items() if error} <= {name.removesuffix(".txt") for name in failures}
    assert sum(name.startswith("lines.jsonl:") for name in failures) == len(LINES) - len(GOOD_LINES)
    assert {"cut.txt.gz", "damaged.txt.gz", "cut.jsonl.gz", "bomb.txt.gz"} <= set(failures)
    assert all(re.search(r": .*; ", reason) and "\n" not in reason for reason in failures.values())


def table(out, name):
    return [row for part in sorted(Path(out, name).glob("*.parquet")) for row in pq.read_table(part).to_pylist()]


class Tags(HTMLParser):
    """The tags of a page that an article could have put there."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        outside = tag == "img" and not (given.get("src") or "").startswith("data:")
        acts = any(name.startswith("on") or "javascript:" in (value or "") for name, value in attrs)
        if tag == "script" or given.get("id") == "canary" or outside or acts:
            self.found.append((tag, attrs))


NAMES = {
    'it\'s "q" \\ back {x} $y': "it_s_q_back_x_y",
    "new\nline <script>alert(1)<": "new_line_script_alert(1)",
    "CON": "_CON",
}


@pytest.fixture(scope="module")
def reported(folder, tmp_path_factory):
    """A report of hostile articles, some under hostile names, and how its command ended."""
    source, out = tmp_path_factory.mktemp("named"), tmp_path_factory.mktemp("reported")
    taken = dict(zip(NAMES, ("markup", "emoji", "formulas"), strict=True))
    for name, case in taken.items():
        shutil.copy(folder / f"{case}.txt", source / f"{name}.txt")
    unreadable = [folder / f"{name}.txt" for name in ("NUL bytes", "PDF posing as text", "50 MB")]
    unreadable.append(write(Path(os.fsdecode(os.fsencode(source) + b"/caf\xe9.txt")), STORY))
    (source / "corrected.txt").write_text(STORY)
    (source / "corrected.corrections.toml").write_text("[[drop]")
    done = run("communique", "report", *sorted(source.glob("*[!\udce9].txt")), *unreadable, "--out", out / "inside")
    return out, done


def test_a_report_of_hostile_articles_is_whole_and_each_failure_is_a_line(reported):
    out, done = reported
    lines = [line for line in done.stderr.splitlines() if not re.match(r"\d+/\d+ ", line)]
    assert done.returncode == 1
    failures = [line for line in lines if ": note: " not in line]
    named = (
        "NUL bytes.txt: ",
        "PDF posing as text.txt: ",
        "50 MB.txt: ",
        "corrected.corrections.toml: ",
        "caf\\udce9.txt: ",
    )
    assert all(any(f"/{name}" in line for line in failures) for name in named)
    assert len(failures) == len(named)
    assert all(line.startswith("communique: ") and "; " in line for line in failures)
    assert any("it was read as utf_16" in line for line in lines)
    assert [path.name for path in out.iterdir()] == ["inside"]
    assert {path.name for path in (out / "inside").iterdir() if path.is_dir()} == set(NAMES.values())


def test_notebooks_get_their_parameters_as_they_are(reported):
    out, _ = reported
    for name, safe in NAMES.items():
        assert json.loads((out / "inside" / safe / "record.json").read_text(encoding="utf-8"))["id"] == name


def test_what_an_article_says_is_text_on_every_page_and_in_every_notebook(reported):
    out, _ = reported
    pages = sorted((out / "inside").glob("*/*.html"))
    assert len(pages) >= 6 * len(NAMES)
    for page in pages:
        assert Tags(page.read_text(encoding="utf-8")).found == []
    for path in (out / "inside").glob("*/*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                assert output.get("name") != "stderr", "a warning"
                assert set(output.get("data", {})) <= {"text/plain", "text/html", "image/png"}
    report = (out / "inside" / "it_s_q_back_x_y" / "report.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in report
    assert "$x^2$" in report
    other = (out / "inside" / "new_line_script_alert(1)" / "report.html").read_text(encoding="utf-8")
    assert "The file is not in UTF-8; it was read as utf_16." in other


def test_no_cell_of_a_table_is_a_formula_and_all_come_back(reported, tmp_path):
    out, _ = reported
    written = sorted((out / "inside").glob("*/tables/*.csv"))
    read, record = pipeline.read(write(tmp_path / "a.txt", FORMULAS))
    coding_sheet.write(tmp_path / "sheet.csv", [(read, record)])
    assert len(written) > 10 * len(NAMES)
    for path in [*written, *tmp_path.glob("*.csv")]:
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert [
            cell for cell in cells if re.match(r"[=+\-@\t\r\n]", cell) and not re.fullmatch(r"-?[\d.e-]+", cell)
        ] == []
    quoted = tables.read_csv(out / "inside" / "_CON" / "tables" / "quotes.csv")["text"].tolist()
    assert quoted == [quote.text for quote in record.quotes]
    assert {text[0] for text in quoted} == set("=@+-")


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_a_notebook_under_papermill(tmp_path):
    """The first notebook with an article whose name would end a string, and with one that cannot be read."""
    seed = write(tmp_path / 'a\'""" \\n\n{b}.txt', MARKUP)
    out = tmp_path / "it's \\ here\n"
    notebook, executed = paths.NOTEBOOKS / "00_start_here.ipynb", tmp_path / "out.ipynb"
    common = ["papermill", notebook, executed, "--no-progress-bar", "-k", "python3"]
    done = run(*common, "-p", "article", seed, "-p", "out", out)
    assert done.returncode == 0, done.stderr
    page = (out / "annotated.html").read_text(encoding="utf-8")
    assert Tags(page).found == []
    assert "&lt;b id=canary&gt;" in page
    (tmp_path / "empty.txt").touch()
    failed = run(*common, "-p", "article", tmp_path / "empty.txt", "-p", "out", out)
    assert failed.returncode == 1
    outputs = [output for cell in json.loads(executed.read_text())["cells"] for output in cell.get("outputs", [])]
    shown = next(output for output in outputs if output["output_type"] == "error")
    assert shown["traceback"] == [f"{tmp_path}/empty.txt: is empty; put the article's text into it"]


def test_words_of_an_article_do_not_move_the_cursor(folder, tmp_path):
    path = shutil.copy(folder / "escape sequences.txt", tmp_path / "a.txt")
    for command in ("check", "review"):
        done = run("communique", command, path)
        assert done.returncode == 0
        assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", done.stdout) == []
        assert "\\x1b" in done.stdout or command == "check"


@pytest.mark.parametrize(
    ("settings", "what"),
    [
        (
            {limits.SIZE_NAME: "100"},
            "has more than 100 bytes; split it into its articles, or set COMMUNIQUE_SIZE_LIMIT",
        ),
        (
            {limits.SIZE_NAME: "many"},
            "COMMUNIQUE_SIZE_LIMIT: 'many' is no number above zero; write one, such as 5000000",
        ),
        ({limits.SIZE_NAME: "-1"}, "'-1' is no number above zero"),
        ({limits.SIZE_NAME: "nan"}, "'nan' is no number above zero"),
    ],
)
def test_limits_are_settings(tmp_path, settings, what):
    done = run("communique", "extract", write(tmp_path / "a.txt", STORY), **settings)
    assert (done.returncode, done.stdout) == (1, "")
    assert what in told(done)[0]


def test_a_page_may_be_longer_than_its_text(tmp_path):
    picture = f'<img src="data:image/png;base64,{"A" * 9_000_000}">'
    path = write(tmp_path / "a.html", PAGE.replace("</article>", f"{picture}</article>"))
    assert article.read(path).date == "2024-05-01"


def test_a_page_that_takes_too_long_is_given_up(tmp_path):
    attributes = " ".join(f"a{number}=1" for number in range(60_000))  # each is compared with all before it
    path = write(tmp_path / "a.html", PAGE.replace("<h1>", f"<h1 {attributes}>"))
    done = run("communique", "extract", path, **{limits.SECONDS_NAME: "1"})
    assert done.returncode == 1
    assert told(done)[0].endswith(
        "a.html: takes more than 1 seconds to read; copy the article's text into a .txt file, or set "
        "COMMUNIQUE_PAGE_SECONDS to a higher number"
    )


@pytest.mark.parametrize("html", ["<html><body>" + "<div>" * 100_000, "<p>", "<?xml version='1.0'?><!DOCTYPE a><html>"])
def test_pages_that_hold_no_article(tmp_path, html):
    with pytest.raises(CommuniqueError, match="holds no article"):
        article.read(write(tmp_path / "a.html", html))


HANGS = {
    **{
        f"only {mark!r}": mark
        for mark in (*"“”\"'(.?1A", ". ", "- ", "a\n", "\n", "\u0301", "„", "«", "1,", "$", "5% ")
    },
    "words": "the ministers met and ",
    "names": "Alfa Beta, ",
    "quotes": "“a” he said ",
    "documents": "a memorandum on ",
    "signings": "signed an agreement on ",
    "signings by many": "An MoU was signed between A and B on tea by Ana Sol, chairman of the Tea Board, ",
    "figures": "from 5 to 10 billion ",
    "dates": "31 February 2024 ",
}
EACH = """
import json, sys
from communique import article, pipeline
for mark in json.load(sys.stdin):
    pipeline.record(article.from_text((mark * 60_000)[:60_000]))
    article.from_text("title: a" + mark * 60_000 + "b")
"""


def test_nothing_hangs():
    """Sixty thousand characters of one kind: where time grew with the square, this would not end."""
    command = [sys.executable, "-c", EACH]
    subprocess.run(command, input=json.dumps(list(HANGS.values())), text=True, check=True, timeout=240)


@pytest.mark.parametrize("name", ["x" * 250, "x" * 5_000, "~nobody/x", "a\x00b", "", "..", "\ud800"])
def test_names_that_no_file_has_are_one_line(name):
    with pytest.raises(CommuniqueError) as raised:
        pipeline.read(f"{name}.txt")
    assert re.fullmatch(r"[^\x00-\x1f\ud800-\udfff]+: [^:]+; check the path", str(raised.value))


def test_a_name_of_the_longest_kind_is_read(tmp_path):
    _, record = pipeline.read(write(tmp_path / ("x" * 251 + ".txt"), STORY))
    assert record.id == "x" * 251


def test_a_name_that_is_no_text_is_read(tmp_path):
    path = write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")), STORY)
    assert json.loads(run("communique", "extract", path).stdout)["id"] == "caf\ufffd"


def test_endless_files_are_given_up():
    done = run("communique", "extract", "/dev/zero")
    assert "has more than 5,000,000 bytes" in told(done)[0]


def test_text_that_no_file_holds_is_read():
    read = article.from_text("a\ud800b “\udfff” said Ana Ruiz", id="\udce9")
    check(read, pipeline.record(read))


GOLD = {
    "no JSON": "{",
    "deep": "[" * 100_000,
    "no id": "{}",
    "a list": "[]",
    "climbing": '{"id": "../../../etc/hosts"}',
}


@pytest.mark.parametrize("text", GOLD.values(), ids=GOLD)
def test_gold_that_is_none_is_one_line(tmp_path, text):
    write(tmp_path / "a.json", text)
    done = run("communique", "evaluate", tmp_path, tmp_path)
    assert (done.returncode, len(told(done))) == (1, 1)


def test_what_cannot_be_printed_is_one_line(tmp_path):
    path = write(tmp_path / "a.txt", STORY)
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "communique", "extract", path]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, len(told(done))) == (1, 1)
    assert "no space left on device" in done.stderr
    assert json.loads(run("communique", "extract", path, PYTHONIOENCODING="ascii").stdout)["dateline"] == "ROME"


def test_a_seed_keeps_what_is_said_of_how_it_was_read(tmp_path):
    source = tmp_path / "a.txt"
    source.write_bytes(STORY.encode("cp1252"))
    read = adding.get(str(source))
    assert read.notes == ("is not in UTF-8; it was read as cp1252",)
    assert article.read(adding.save(read, tmp_path, "../b")).text.endswith(STORY)
    assert (tmp_path / "b.txt").exists()


HOLD = "import sys; from communique import files\nwith files.lock(sys.argv[1]): print('held', flush=True); input()"


@pytest.mark.parametrize("command", ["corpus", "report"])
def test_a_second_run_on_the_same_folder_is_refused(tmp_path, command):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    seed = write(source / "a.txt", STORY)
    holder = [sys.executable, "-c", HOLD, str(out)]
    with subprocess.Popen(holder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "held\n"
        done = run("communique", command, source if command == "corpus" else seed, "--out", out)
        other.communicate("\n")
    assert done.returncode == 1
    assert told(done) == [
        f"communique: {out}: another run is writing here (process {other.pid}); "
        "wait until it has ended, or write to another folder"
    ]
    assert [path.name for path in out.iterdir()] == [files.LOCK]


def test_two_runs_at_once_never_mix(tmp_path):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for number in range(300):
        write(source / f"a{number}.txt", STORY.replace("24%", f"{number}%"))
    command = [sys.executable, "-m", "communique", "corpus", source, "--out", out, "--workers", "1"]
    runs = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert sorted(one.wait() for one in runs) in ([0, 0], [0, 1])
    assert sorted(row["article"] for row in table(out, "articles")) == sorted(f"a{number}" for number in range(300))


@pytest.fixture
def disk(tmp_path):
    """A disk of 30 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    command = [mount, "-t", "tmpfs", "-o", "size=30m", "tmpfs", place]
    if not mount or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can be mounted by root only")
    yield place
    subprocess.run([shutil.which("umount"), place], check=True)


def test_a_full_disk_leaves_what_was_there(disk, tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    seed = write(source / "a.txt", STORY)
    commands = {
        "report": ("report", seed, "--out", disk / "report"),
        "corpus": ("corpus", source, "--out", disk / "corpus", "--workers", "2"),
        "sheet": ("coding-sheet", disk / "sheet.csv", "--articles", source),
    }
    for command in commands.values():
        assert run("communique", *command).returncode == 0
    before = contents(disk)
    write(seed, STORY.replace("Kenya", "Ghana"))
    fill(disk)
    for name, command in commands.items():
        done = run("communique", *command)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        failures = [line for line in done.stderr.splitlines() if line.startswith("communique: ")]
        assert failures, name
        assert all("no space left on device" in line and "; " in line for line in failures)
    (disk / "fill").unlink()
    assert contents(disk) == before
    del commands["report"]  # it takes longest, and does the same
    for command in commands.values():
        assert run("communique", *command).returncode == 0


def fill(disk):
    with suppress(OSError), (disk / "fill").open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def contents(folder):
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


_UNSAFE = ("pickle", "cPickle", "dill", "marshal", "shelve", "joblib", "yaml", "cloudpickle")


@pytest.mark.parametrize("path", sorted(paths.PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_nothing_unpickles_or_runs_what_it_reads(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {name.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    names |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    called = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
    called_names = {getattr(function, "id", getattr(function, "attr", "")) for function in called}
    assert names.isdisjoint(_UNSAFE)
    assert called_names.isdisjoint(("eval", "exec", "read_pickle", "to_pickle", "system", "popen"))
    assert "allow_pickle" not in {
        word.arg for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords
    }
