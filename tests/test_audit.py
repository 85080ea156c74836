"""Advisories read from a folder: which versions they concern."""

import json

import audit
import pytest

RANGE = {"type": "ECOSYSTEM", "events": [{"introduced": "1.2"}, {"fixed": "1.4.1"}]}


@pytest.mark.parametrize(
    ("entry", "version", "expected"),
    [
        ({"versions": ["1.0", "1.1"]}, "1.1", True),
        ({"versions": ["1.0", "1.1"]}, "1.10", False),
        ({"ranges": [RANGE]}, "1.1.9", False),
        ({"ranges": [RANGE]}, "1.2", True),
        ({"ranges": [RANGE]}, "1.10", False),  # by number, not by letter
        ({"ranges": [RANGE]}, "1.4.1", False),
        ({"ranges": [{**RANGE, "events": [{"introduced": "0"}, {"last_affected": "2.0"}]}]}, "2.0", True),
        ({"ranges": [{**RANGE, "events": [{"introduced": "0"}, {"last_affected": "2.0"}]}]}, "2.0.1", False),
        ({"ranges": [{**RANGE, "events": [{"introduced": "0"}]}]}, "9", True),  # never mended
        ({"ranges": [{**RANGE, "type": "GIT"}]}, "1.3", False),  # commits are no versions
    ],
)
def test_concerns(entry, version, expected):
    assert audit.concerns(entry, version) is expected


def advisory(name, **more):
    return {
        "id": "X-1",
        "modified": "2024-01-02",
        "affected": [{"package": {"name": name, "ecosystem": "PyPI"}, **more}],
    }


def test_a_folder_that_names_a_pinned_version(tmp_path, capsys):
    name, version = next(iter(audit.pinned().items()))
    (tmp_path / "one.json").write_text(json.dumps(advisory(name.upper(), versions=[version])))
    assert audit.main(str(tmp_path)) == 1
    printed = capsys.readouterr().out
    assert f"{name} {version}: X-1, mended in no version yet" in printed
    assert "1 with a known vulnerability, 0 not looked up" in printed


def test_a_folder_that_names_none(tmp_path, capsys):
    name = next(iter(audit.pinned()))
    (tmp_path / name).mkdir()
    (tmp_path / name / "one.yaml").write_text(json.dumps(advisory(name, versions=["0.0.0.1"])))
    (tmp_path / "withdrawn.json").write_text(
        json.dumps({**advisory(name, versions=list(audit.pinned().values())), "withdrawn": "2024-02-02"})
    )
    assert audit.main(str(tmp_path)) == 0
    assert "0 with a known vulnerability" in capsys.readouterr().out


def test_an_empty_folder_audits_nothing(tmp_path, capsys):
    assert audit.main(str(tmp_path)) == 1
    assert "NOT AUDITED" in capsys.readouterr().out
