"""Where seeds, notebooks and outputs are, whatever folder the caller stands in."""

import os
from contextlib import suppress
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
DATA = PACKAGE / "data"
WORDS = DATA / "words"
CODEBOOKS = PACKAGE / "codebooks"
TEMPLATES = PACKAGE / "templates"

# lib/communique/paths.py -> the repository; the package is installed with `pip install -e .`.
ROOT = PACKAGE.parents[1]
SEEDS = ROOT / "seeds"
PRACTICE = SEEDS / "practice"
NOTEBOOKS = ROOT / "notebooks"
# COMMUNIQUE_OUTPUTS, COMMUNIQUE_CACHE: other folders for what is generated and fetched, such as the tests' own.
OUTPUTS = Path(os.environ.get("COMMUNIQUE_OUTPUTS") or ROOT / "outputs")
CACHE = Path(os.environ.get("COMMUNIQUE_CACHE") or ROOT / "cache")


def exists(path: str | Path) -> bool:
    """Whether there is such a file; a name that no file can have is none."""
    return os.path.exists(path)  # noqa: PTH110 -- Path.exists raises for a name that is too long


def resolve(name: str | Path) -> Path:
    """The file meant by `name`: as given from the working folder or, if it is not there, from the repository."""
    path = Path(name)
    with suppress(RuntimeError):  # "~name", and nobody is called so
        path = path.expanduser()
    inside = ROOT / path
    return inside if not path.is_absolute() and not exists(path) and exists(inside) else path
