"""The command line as its users meet it: output, one-line errors, exit codes."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from communique import paths
from communique.__main__ import main

SEED = sorted(paths.SEEDS.glob("*.txt"))[0]
GOLD = paths.PRACTICE / "gold"


def test_extract_prints_one_record_a_line(capsys):
    assert main(["extract", str(SEED), str(SEED)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == second
    assert json.loads(first)["id"] == SEED.stem


def test_seeds_are_found_from_any_folder(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["extract", f"seeds/{SEED.name}"]) == 0


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("missing.txt", None, "no such file or directory; check the path"),
        ("empty.txt", b"", "is empty; put the article's text into it"),
        ("binary.txt", b"\x00\x01\x02" * 9, "is not text"),
    ],
)
def test_a_bad_file_is_one_line_and_the_others_are_done(capsys, tmp_path, name, data, what):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert main(["extract", str(path), str(SEED)]) == 1
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 1
    assert printed.err.startswith(f"communique: {path}: ")
    assert what in printed.err
    assert len(printed.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [[], ["extract"], ["nonsense"], ["corpus", "x"], ["trade"], ["trade", "fetch"], ["check", "a", "b"]]
)
def test_wrong_usage_exits_2(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_evaluate_prints_a_row_a_kind(capsys):
    assert main(["evaluate", str(GOLD), str(paths.PRACTICE)]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert {row.split()[0] for row in rows} >= {"people", "quotes", "figures", "documents", "parties", "document.topic"}


@pytest.mark.parametrize("gold", ["nowhere", "."])
def test_evaluate_without_gold_says_so(gold, capsys, tmp_path):
    assert main(["evaluate", str(tmp_path / gold), str(paths.PRACTICE)]) == 1
    assert "holds no gold files" in capsys.readouterr().err


def test_check_shows_the_claims(capsys):
    assert main(["check", str(SEED)]) == 0
    assert "consistent" in capsys.readouterr().out


OWN = """Exporteur;Importeur;Jahr;Wert
DEU;POL;2019;60,0
POL;DEU;2019;40,0
"""
SAID = """currency = "EUR"
scale = 1e9
delimiter = ";"
decimal = ","
source = "Zoll"
[columns]
exporter = "Exporteur"
importer = "Importeur"
year = "Jahr"
value = "Wert"
"""
STORY = "WARSAW, 3 May 2020 – Poland and Germany met.\n\nTrade between Poland and Germany was €100 billion in 2019.\n"


def test_a_table_of_ones_own_is_read_as_the_file_beside_it_says(tmp_path):
    for name, text in {"own.csv": OWN, "own.csv.toml": SAID, "a.txt": STORY}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "communique", "check", "a.txt", "--reference", "own.csv"]
    environment = os.environ | {"COLUMNS": "80"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert "€100 billion  [level]  CONSISTENT" in done.stdout
    assert "“Trade between Poland and Germany was €100 billion in 2019.”" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    (tmp_path / "own.csv.toml").unlink()
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "own.csv.toml may say its delimiter" in done.stderr
    assert done.stderr.count("\n") == 1


def test_review_lists_items_and_writes_a_corrections_file(capsys, tmp_path):
    seed = shutil.copy(SEED, tmp_path / "a.txt")
    assert main(["review", str(seed)]) == 0
    shown = capsys.readouterr().out
    assert "document@" in shown
    assert "= agreement, Energy, commercial, signed; between Samruk Kazyna (state company or fund)" in " ".join(
        shown.split()
    )
    file = tmp_path / "a.corrections.toml"
    draft = file.read_text(encoding="utf-8").partition("# # document@2005")[2].partition("# #")[0]
    lines = [line.removeprefix("# ") for line in draft.splitlines()[1:]]
    file.write_text("\n".join(lines).replace('"Energy"', '"Health"').replace('by = ""', 'by = "AB"'), encoding="utf-8")
    assert main(["review", str(seed)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "1 item was corrected by hand: 1 changed (AB)." in shown
    assert "= agreement, Health, commercial, signed" in shown


def test_a_correction_changes_the_record_and_is_counted(capsys, tmp_path):
    seed = tmp_path / "a.txt"
    seed.write_text("ROME, 1 May 2024 – Prime Minister Ana Ruiz met President Tom Berg.", encoding="utf-8")
    place = seed.read_text(encoding="utf-8").index("Tom Berg")
    (tmp_path / "a.corrections.toml").write_text(
        f'[[drop]]\nitem = "person@{place}"\nwords = "Tom"\nreason = "a ship"\nby = "AB"\n', encoding="utf-8"
    )
    assert main(["extract", str(seed)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert [person["name"] for person in record["people"]] == ["Ana Ruiz"]
    assert record["corrections"] == [{"item": f"person@{place}", "action": "drop", "reason": "a ship", "by": "AB"}]


def test_an_article_without_a_date_goes_on(capsys, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The two presidents met. They signed nothing.", encoding="utf-8")
    assert main(["extract", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)["date"] is None


def test_a_reader_that_stops_early_is_no_error():
    command = f"{sys.executable} -m communique extract {' '.join([str(SEED)] * 50)} | head -c 10"
    done = subprocess.run(
        [shutil.which("bash"), "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


def test_the_installed_command_answers():
    done = subprocess.run([sys.executable, "-m", "communique", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("communique ")
