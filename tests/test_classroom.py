import nbformat
import pytest

from communique import briefing, charts, classroom, paths
from communique.errors import CommuniqueError

NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("class")
    classroom.write(out)
    return out


def code(path):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def test_there_is_a_copy_of_each_notebook_for_both(folder):
    for kind in ("students", "teacher"):
        assert sorted(path.name for path in (folder / kind).glob("*.ipynb")) == [path.name for path in NOTEBOOKS]


@pytest.mark.parametrize("name", [path.name for path in NOTEBOOKS])
def test_students_get_neither_outputs_nor_solutions(folder, name):
    cells = code(folder / "students" / name)
    assert [cell for cell in cells if cell.outputs or cell.execution_count is not None] == []
    tags = [tag for cell in cells for tag in cell.metadata.get("tags", [])]
    assert "solution" not in tags
    assert tags.count("exercise") >= 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_teacher_gets_the_notebook_as_it_is(folder, path):
    assert (folder / "teacher" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_students_copy_runs_before_anything_is_filled_in(folder, path, tmp_path, monkeypatch):
    for module in (briefing, charts):
        monkeypatch.setattr(module, "display", lambda *_, **__: None)
    names: dict = {"__name__": path.stem}
    for cell in code(folder / "students" / path.name):
        exec(compile(cell.source, f"{path.name}:{cell.id}", "exec"), names)  # noqa: S102 -- our own notebooks
        if "parameters" in cell.metadata.get("tags", []) and "out" in names:
            names["out"] = str(tmp_path)


@pytest.mark.parametrize("minutes", [45, 90, 180])
def test_each_session_has_a_plan_of_a_page(folder, minutes):
    plan = (folder / f"session_{minutes}_minutes.md").read_text(encoding="utf-8")
    assert plan.startswith(f"## {minutes} minutes: ")
    assert plan.count("\n## ") == 0
    assert f"–{minutes} |" in plan
    assert "Watch for" in plan
    assert len(plan.splitlines()) < 40


def test_the_coding_sheet_lies_beside(folder):
    assert {path.name for path in folder.glob("*.csv")} == {"coding_sheet.csv", "coding_sheet_codes.csv"}


def test_no_notebooks_is_an_error(tmp_path):
    with pytest.raises(CommuniqueError, match="holds no notebooks"):
        classroom.write(tmp_path / "out", tmp_path)
