"""The shape of the notebooks: run from top to bottom, built alike, readable, and fit for any article."""

import ast
import re
import tokenize
from io import StringIO

import nbformat
import pytest

from communique import briefing, charts, paths

FILES = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
NAMES = [
    "00_start_here",
    "01_extraction",
    "02_trade_context",
    "03_agreement_categorisation",
    "04_briefing",
    "05_coding_practice",
    "06_corpus",
]
TAGS = {"parameters", "exercise", "solution", "nbval-ignore-output"}
# Exercises are the readers' own ground.
FREE = {"exercise", "solution"}
LINK = re.compile(r"\]\(([^)\s#]+)[^)]*\)")
ARTICLES = ["02_kz_at_semicolon", "12_vn_no_vna", "22_br_pt_summit", "31_de_sa_company_pairs"]


def read(path):
    return nbformat.read(path, as_version=4)


def tags(cell):
    return set(cell.metadata.get("tags", []))


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tagged(notebook, tag):
    return [cell for cell in notebook.cells if tag in tags(cell)]


def outputs(notebook):
    return [output for cell in code(notebook) for output in cell.outputs]


each = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def test_all_notebooks_are_there():
    assert [path.stem for path in FILES] == NAMES


@each
def test_every_code_cell_was_run_in_order(path):
    counts = [cell.execution_count for cell in code(read(path))]
    assert counts == list(range(1, len(counts) + 1)), "run `make notebooks`"


@each
def test_only_known_tags(path):
    assert set().union(*(tags(cell) for cell in read(path).cells)) <= TAGS


@each
def test_metadata_is_normalised(path):
    notebook = read(path)
    assert notebook.metadata.kernelspec.name == "python3"
    assert set(notebook.metadata) == {"kernelspec"}, "run `make notebooks`"
    assert [cell.id for cell in notebook.cells if set(cell.metadata) - {"tags"}] == []


@each
def test_opens_with_question_finding_and_parameters(path):
    first, parameters = read(path).cells[:2]
    assert first.source.startswith(f"# {path.stem[:2]} ")
    for word in ("**Question", "**Finding", "**Reads**", "**Writes**", "minutes"):
        assert word in first.source
    assert re.search(r"\d", first.source.partition("**Finding")[2]), "the finding is given in numbers"
    assert tags(parameters) == {"parameters"}
    assert len(tagged(read(path), "parameters")) == 1


@each
def test_parameters_are_typed_literals_with_a_comment(path):
    source = read(path).cells[1].source
    for line in source.splitlines():
        (statement,) = ast.parse(line).body
        assert isinstance(statement, ast.AnnAssign)
        assert type(ast.literal_eval(statement.value)).__name__ == statement.annotation.id
        assert [token for token in tokenize.generate_tokens(StringIO(line).readline) if token.type == tokenize.COMMENT]


@each
def test_no_cell_ends_in_a_semicolon(path):
    """nbval runs cells without history, where the semicolon does not hide the last value."""
    for cell in code(read(path)):
        assert not cell.source.rstrip().endswith(";"), cell.id


@each
def test_the_library_does_the_work(path):
    notebook = read(path)
    lines = [len([line for line in cell.source.splitlines() if line.strip()]) for cell in code(notebook)]
    assert sum(lines) / len(lines) <= 4
    for cell in code(notebook):
        defined = [
            node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.FunctionDef | ast.ClassDef)
        ]
        assert not defined or tags(cell) & FREE, cell.id


@each
def test_length(path):
    assert 25 <= len(read(path).cells) <= 50


@each
def test_a_text_cell_before_most_code(path):
    kinds = [cell.cell_type for cell in read(path).cells]
    assert kinds.count("markdown") >= len(kinds) / 3


@each
def test_every_exercise_has_a_solution_after_it(path):
    order = [tag for cell in code(read(path)) for tag in ("exercise", "solution") if tag in tags(cell)]
    assert order.count("exercise") >= 3
    assert order == ["exercise", "solution"] * order.count("exercise")


@each
def test_says_what_it_does_not_show(path):
    assert any(cell.source.startswith("## What this does not show") for cell in read(path).cells)


@each
def test_links_resolve(path):
    for cell in read(path).cells:
        if cell.cell_type == "markdown":
            targets = [link for link in LINK.findall(cell.source) if "://" not in link]
            assert [link for link in targets if not (path.parent / link).exists()] == []
            assert "![" not in cell.source, "a picture from elsewhere would be asked for when the page is opened"


@each
def test_ends_with_links_to_its_neighbours(path):
    place = NAMES.index(path.stem)
    neighbours = {f"{name}.ipynb" for name in NAMES[max(place - 1, 0) : place] + NAMES[place + 1 : place + 2]}
    assert neighbours <= set(LINK.findall(read(path).cells[-1].source))


@each
def test_every_picture_has_alt_text(path):
    kinds = ("image/png", "image/svg+xml", "image/jpeg")
    shown = [(output, kind) for output in outputs(read(path)) for kind in kinds if kind in output.get("data", {})]
    assert shown
    for output, kind in shown:
        alt = output.metadata.get(kind, {}).get("alt", "")
        assert len(alt) > 60, "alt text says what the picture shows"
        assert re.search(r"\d", alt), "with its numbers"


@each
def test_outputs_are_clean(path):
    """No errors, no warnings, nothing that depends on the machine or the run."""
    for output in outputs(read(path)):
        assert output.output_type != "error"
        assert output.get("name") != "stderr"
        shown = "".join(str(value) for kind, value in output.get("data", {}).items() if kind != "image/png")
        shown += output.get("text", "")
        assert not re.search(r"0x[0-9a-f]{6,}|<script|T_[0-9a-f]{5}", shown)
        assert str(paths.ROOT) not in shown


def run(path, article, out):
    """Runs the code of a notebook here, with other parameters, without a kernel: much faster, and enough to fail."""
    names: dict = {"__name__": path.stem}
    for cell in code(read(path)):
        exec(compile(cell.source, f"{path.name}:{cell.id}", "exec"), names)  # noqa: S102 -- our own notebooks
        if "parameters" in tags(cell):
            names |= {"article": str(article), "out": str(out)}


@pytest.fixture
def quiet(monkeypatch):
    """Nothing is displayed: there is no notebook to display it."""
    for module in (briefing, charts):
        monkeypatch.setattr(module, "display", lambda *_, **__: None)


reported = pytest.mark.parametrize("path", FILES[:5], ids=lambda path: path.stem)


@reported
@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("name", ARTICLES)
def test_runs_for_other_articles(path, name, tmp_path):
    run(path, paths.PRACTICE / f"{name}.txt", tmp_path)


@reported
@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize(
    "text",
    [
        "Nothing of note was said.\n",
        "“We agree,” President Ana Lee said in Suva on 3 May.\n",
        "Turnover of <b>Fiji</b> and Tonga grew by 12% to $40 million.\n",
        "Fiji and Tonga signed a memorandum on <script>alert(1)</script> fisheries.\n",
    ],
    ids=["nothing", "one quote, no date", "figures only", "a document only"],
)
def test_runs_for_articles_that_lack_something(path, text, tmp_path):
    article = tmp_path / "short.txt"
    article.write_text(text, encoding="utf-8")
    run(path, article, tmp_path / "out")
