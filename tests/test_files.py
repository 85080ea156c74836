import os
import subprocess
import sys
from pathlib import Path

import pytest

from communique import files, paths
from communique.errors import CommuniqueError


def test_a_file_is_written_whole(tmp_path):
    path = files.write_text(tmp_path / "new" / "note.txt", "two\r\nlines “ß”\n")
    assert path.read_bytes() == "two\r\nlines “ß”\n".encode()
    assert [child.name for child in path.parent.iterdir()] == ["note.txt"]


def test_an_error_while_writing_leaves_what_was_there(tmp_path):
    path = files.write_text(tmp_path / "note.txt", "old")
    with pytest.raises(TypeError), files.replacing(path) as part:
        part.write_text("half") + "no text"
    assert [(child.name, child.read_text()) for child in tmp_path.iterdir()] == [("note.txt", "old")]


def test_a_full_disk_is_one_line_and_leaves_what_was_there(tmp_path):
    path = files.write_text(tmp_path / "note.txt", "old")
    with pytest.raises(CommuniqueError) as raised, files.replacing(path):
        os.write(os.open("/dev/full", os.O_WRONLY), b"more")
    assert str(raised.value).startswith(f"{path}: cannot be written (no space left on device); ")
    assert path.read_text() == "old"


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path):
    (tmp_path / "plain").write_text("a file")
    with pytest.raises(CommuniqueError, match="cannot be written"):
        files.write_text(tmp_path / "plain" / "note.txt", "text")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("000_73b2e8d7d595140f", "000_73b2e8d7d595140f"),
        ("Kazakh visit (2025), final", "Kazakh_visit_(2025),_final"),
        ("Визит в Астану", "Визит_в_Астану"),
        ("a/b", "a_b"),
        ("../../etc/passwd", "etc_passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/absolute", "absolute"),
        ("C:\\absolute", "C_absolute"),
        (".hidden", "hidden"),
        ("trailing. ", "trailing"),
        ("line\nbreak\x00nul", "line_break_nul"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1", "_com1"),
        ("console", "console"),
        ("<script>&\"'", "script"),
        ("", "unnamed"),
        ("..", "unnamed"),
        ("???", "unnamed"),
        ("cafe\u0301", "café"),
    ],
)
def test_names_are_safe(name, expected):
    assert files.safe_name(name) == expected
    assert files.safe_name(expected) == expected


@pytest.mark.parametrize("name", ["x" * 500, "ж" * 500, "🗺" * 500 + "end", "a" * 121])
def test_long_names_are_cut_and_stay_apart(name):
    safe = files.safe_name(name)
    assert len(safe.encode()) <= files.NAME_LIMIT
    assert safe != files.safe_name(name + "y")


@pytest.mark.parametrize("linked", [True, False], ids=["links", "no links"])
def test_a_new_file_is_made_once(tmp_path, monkeypatch, linked):
    if not linked:
        monkeypatch.setattr(Path, "hardlink_to", lambda *_: (_ for _ in ()).throw(OSError(95, "not supported")))
    assert files.create_text(tmp_path / "new" / "a.txt", "one")
    assert not files.create_text(tmp_path / "new" / "a.txt", "two")
    assert [(path.name, path.read_text()) for path in (tmp_path / "new").iterdir()] == [("a.txt", "one")]
    with pytest.raises(CommuniqueError, match="cannot be written"):
        files.create_text(tmp_path / "new" / "a.txt" / "b.txt", "one")


def test_colliding_names_stay_apart():
    taken = ["Visit", "Visit-" + "0" * 8]
    safe = files.safe_name("visit", taken)
    assert safe.startswith("visit-")
    assert safe.casefold() not in {name.casefold() for name in taken}
    assert files.safe_name("visit", [*taken, safe]) not in {*taken, safe}


def test_notebooks_write_where_they_are_told_or_to_the_folder_of_their_article(tmp_path):
    assert files.output_folder(str(tmp_path), "a/b") == tmp_path
    assert files.output_folder("", "a/b") == paths.OUTPUTS / "a_b"


HOLD = """
import sys
from communique import files
with files.lock(sys.argv[1]):
    print("held", flush=True)
    input()
"""


def test_a_second_run_is_refused_and_a_killed_one_frees_the_folder(tmp_path):
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "held\n"
        refusal = pytest.raises(CommuniqueError, match=rf"another run is writing here \(process {other.pid}\)")
        with refusal, files.lock(tmp_path):
            pass
        other.kill()
        other.wait()
    with files.lock(tmp_path, wait=5):
        pass


def test_a_run_waits_for_another_to_end(tmp_path):
    command = [sys.executable, "-c", HOLD.replace("input()", "import time; time.sleep(0.5)"), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "held\n"
        with files.lock(tmp_path, wait=10):
            assert other.wait() == 0


def test_a_folder_that_cannot_be_locked_is_one_line(tmp_path):
    (tmp_path / "plain").write_text("a file")
    with pytest.raises(CommuniqueError, match="plain: cannot be written"), files.lock(tmp_path / "plain"):
        pass
