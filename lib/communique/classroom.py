"""Copies of the notebooks for a class: for students without solutions and outputs, for the teacher with both.

The session plans of `notebooks/README.md` become one page each, and an empty coding sheet lies beside them.
"""

import json
import re
from pathlib import Path

from communique import coding_sheet, files, paths, pipeline
from communique.errors import CommuniqueError

_PLAN = re.compile(r"^## (\d+) minutes: .*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def write(out: str | Path = paths.OUTPUTS / "class", notebooks: str | Path = paths.NOTEBOOKS) -> list[Path]:
    """The paths of everything written for a class: notebooks for students and teacher, plans, coding sheet, codes.

    Raises CommuniqueError if there are no notebooks or the folder cannot be written to.
    """
    out, sources = Path(out), sorted(Path(notebooks).glob("*.ipynb"))
    if not sources:
        raise CommuniqueError(notebooks, "holds no notebooks", "get the notebooks back")
    readme = (Path(notebooks) / "README.md").read_text(encoding="utf-8")
    written = [files.write_text(out / f"session_{plan[1]}_minutes.md", plan[0]) for plan in _PLAN.finditer(readme)]
    for kind in ("students", "teacher"):
        written.append(files.write_text(out / kind / "README.md", readme))
    for source in sources:
        written.append(files.write_text(out / "students" / source.name, student_copy(source)))
        written.append(files.write_bytes(out / "teacher" / source.name, source.read_bytes()))
    articles = sorted(paths.PRACTICE.glob("*.txt"))
    return written + list(coding_sheet.write(out / "coding_sheet.csv", map(pipeline.read, articles)))


def student_copy(notebook: str | Path) -> str:
    """The notebook as JSON without its solutions, outputs and execution counts."""
    content = json.loads(Path(notebook).read_text(encoding="utf-8"))
    content["cells"] = [cell for cell in content["cells"] if "solution" not in cell["metadata"].get("tags", ())]
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
