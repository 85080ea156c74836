"""What a report of an article is made of, and whether it is still what would be made today."""

import ast
import hashlib
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from communique import __version__, article as articles, codebook, corrections, paths, pipeline
from communique.errors import CommuniqueError
from communique.record import Article
from communique.report import naming
from communique.trade import reference_file

STATE = "run.json"
# The notebooks of a report, by their numbers; 00 is the introduction, those from 05 on are exercises and corpora.
_PATTERN = "0[1-4]_*.ipynb"
_LIBRARY = (".py", ".toml", ".csv", ".j2", ".css", ".js", ".json")


class State(msgspec.Struct, kw_only=True):
    """How a folder was made: of which article, and by the stem of each notebook what went into it and what came out."""

    version: str = __version__
    article: str = ""
    checksum: str = ""
    report: str = ""
    notebooks: dict[str, str] = {}
    written: dict[str, list[str]] = {}


class Plan(msgspec.Struct, kw_only=True):
    """The report of one article: where it is made, where it goes, which notebooks must run; the others are kept.

    `running` are those not yet done, `failed` those with an error cell; a `broken` report leaves what was there before.
    """

    article: str
    name: str
    final: Path
    part: Path
    state: State
    before: State
    todo: list[Path]
    running: set[str]
    notes: tuple[str, ...] = ()
    failed: set[str] = msgspec.field(default_factory=set)
    broken: bool = False
    closed: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything has to be made."""
        return bool(self.todo) or self.state.report != self.before.report


def notebooks(folder: Path | None = None) -> list[Path]:
    """The notebooks of a report in order.

    Raises CommuniqueError if there are none.
    """
    found = sorted((folder or paths.NOTEBOOKS).glob(_PATTERN))
    if not found:
        raise CommuniqueError(folder or paths.NOTEBOOKS, f"holds no notebook {_PATTERN}", "get the notebooks back")
    return found


def seeds() -> list[Path]:
    """Every article directly in seeds/, in order."""
    return sorted(path for path in paths.SEEDS.iterdir() if path.suffix in {".txt", ".html", ".htm"})


def imports(notebook: Path) -> list[str]:
    """The modules that the notebook's code imports at its top level; none if it cannot be read."""
    try:
        cells = msgspec.json.decode(notebook.read_bytes())["cells"]
        code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
        tree = ast.parse(re.sub(r"(?m)^\s*[%!?].*$", "", code))
    except (msgspec.DecodeError, SyntaxError, LookupError, TypeError):
        return []
    return sorted(set(_modules(tree)))


def _modules(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            # `from communique import charts` imports a module too.
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


class Inputs(msgspec.Struct, kw_only=True, frozen=True):
    """What all articles of a run share."""

    outputs: Path
    notebooks: tuple[Path, ...]
    parameters: dict[str, Any]
    codebooks: Path | None = None
    reference: Path | None = None
    force: bool = False

    def digest(self) -> str:
        """The digest of library, pinned packages, codebooks, statistics and parameters."""
        own = [path for path in paths.PACKAGE.rglob("*") if path.suffix in _LIBRARY]
        given = [*self.codebooks.rglob("*.toml")] if self.codebooks else []
        others = [paths.ROOT / "requirements.txt", *paths.CACHE.glob("*.parquet"), *given]
        others += [self.reference, reference_file.beside(self.reference)] if self.reference else []
        parameters = msgspec.json.encode(self.parameters, order="sorted")
        return _digest(sys.version.encode(), parameters, *map(_bytes, sorted(own)), *map(_bytes, sorted(others)))


def plan(file: Path, inputs: Inputs, shared: str, others: Mapping[str, "Plan"]) -> Plan:
    """What there is to do for an article; `shared` is the digest of what all have in common, `others` are planned.

    Raises CommuniqueError for a file that cannot be read, and for corrections that do not fit it.
    """
    path = paths.resolve(file).resolve()
    article = _read(path, inputs)
    origin = naming.origin(path, inputs.outputs)
    taken = [name for name, other in others.items() if other.article != str(path)]
    name = naming.choose(article.id, origin, inputs.outputs, taken, _made_of)
    digest = _digest(shared.encode(), path.read_bytes(), _bytes(corrections.beside(path)))
    digests = {notebook.stem: _digest(digest.encode(), _bytes(notebook)) for notebook in inputs.notebooks}
    before = State() if inputs.force else _state(inputs.outputs / name)
    todo = [notebook for notebook in inputs.notebooks if before.notebooks.get(notebook.stem) != digests[notebook.stem]]
    return Plan(
        article=str(path),
        name=name,
        final=inputs.outputs / name,
        part=inputs.outputs / f".{name}.part",
        state=_to_be(origin, digests),
        before=before,
        todo=todo,
        running={notebook.stem for notebook in todo},
        notes=(*article.notes, *_renamed(name, article.id, inputs.outputs, others)),
    )


def _to_be(origin: naming.Origin, digests: dict[str, str]) -> State:
    """How the folder will have been made."""
    report = _digest(*(value.encode() for value in digests.values()))
    return State(article=origin.article, checksum=origin.checksum, report=report, notebooks=digests)


def _renamed(name: str, id: str, outputs: Path, others: Mapping[str, Plan]) -> Iterator[str]:
    """What to say where the folder has not the article's name because another article of that name has it."""
    plain = naming.plain(id)
    made = _made_of(outputs / plain)
    holder = others[plain].article if plain in others else naming.place(made, outputs) if made else None
    if name != plain and holder:
        yield f"its report is in {name}: that of {holder} has the name {plain}"


def _made_of(folder: Path) -> naming.Origin | None:
    """What the report in a folder was made of; nothing where there is none, or none that says so."""
    state = _stored(folder)
    return naming.Origin(state.article, state.checksum) if state and state.article else None


def _read(path: Path, inputs: Inputs) -> Article:
    """The article; corrections beside it are tried too, so that one that does not fit is told at once."""
    if not _can_be_told(path):
        raise CommuniqueError(path, "has a name that is not in UTF-8, and no notebook can be given it", "rename it")
    if paths.exists(corrections.beside(path)):
        return pipeline.read(path, codebook.load(inputs.codebooks))[0]
    return articles.read(path)


def refuse_unknown(inputs: Inputs) -> None:
    """Raises CommuniqueError for a parameter that none of the notebooks has."""
    if inputs.parameters:
        from communique.report import execute  # papermill is slow to load, and parameters are rare

        known = {name for notebook in inputs.notebooks for name in execute.known_parameters(notebook)}
        unknown = sorted(set(inputs.parameters) - known)
        if unknown:
            what = f"no notebook has a parameter {', '.join(unknown)}"
            raise CommuniqueError(inputs.notebooks[0].parent, what, f"their parameters are {', '.join(sorted(known))}")


def _can_be_told(path: Path) -> bool:
    try:
        return bool(str(path).encode())
    except UnicodeEncodeError:
        return False


def _state(folder: Path) -> State:
    """How the folder was made, as far as it is still whole."""
    state = _stored(folder)
    if state is None:
        return State()
    if not (folder / "report.html").exists():
        state.report = ""
    for stem, written in state.written.items():
        if not all((folder / name).is_file() for name in written):
            state.notebooks.pop(stem, None)
    return state


def _stored(folder: Path) -> State | None:
    try:
        return msgspec.json.decode((folder / STATE).read_bytes(), type=State)
    except (OSError, msgspec.DecodeError):
        return None


def _bytes(path: Path) -> bytes:
    """Name and content of a file; a file that is not there has neither."""
    return path.name.encode() + b"\0" + path.read_bytes() if paths.exists(path) else b""


def _digest(*parts: bytes) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()[:16]
