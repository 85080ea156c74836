"""Every committed output is still what its code prints: nbval in strict mode, a run for each notebook."""

import os
import subprocess
import sys

import pytest

from communique import paths

NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
STRICT = ["--nbval", "--nbval-current-env", "--nbval-sanitize-with", str(paths.ROOT / "tests" / "sanitize.cfg")]


def nbval(notebook, outputs):
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *STRICT, str(notebook)]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=paths.ROOT,
        env=os.environ | {"COMMUNIQUE_OUTPUTS": str(outputs)},
        check=False,
        timeout=300,
    )


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_what_the_code_prints(notebook, tmp_path):
    done = nbval(notebook, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_changed_output_is_noticed(tmp_path):
    """The check must be able to fail: a digit in one output is changed."""
    source = next(path for path in NOTEBOOKS if path.stem.startswith("01"))
    text = source.read_text(encoding="utf-8")
    changed = text.replace("of the article reports", "of the article reported").replace("reports an", "reported an")
    assert changed != text
    broken = tmp_path / source.name
    broken.write_text(changed, encoding="utf-8")
    done = nbval(broken, tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
