"""The folder of an article: put together beside its place, then renamed, so that it is whole or as it was."""

import shutil
from pathlib import Path

import msgspec

from communique import files
from communique.report.jobs import WRITTEN
from communique.report.plan import STATE, Plan


def tidy(outputs: Path) -> None:
    """Clears away what a run that was killed has left, and puts back what it had moved aside."""
    for part in outputs.glob(".*.part"):
        shutil.rmtree(part) if part.is_dir() else part.unlink()
    for old in outputs.glob(".*.old"):
        final = outputs / old.name.removeprefix(".").removesuffix(".old")
        if final.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(final)


def unlisted(outputs: Path) -> bool:
    """Whether the list of all articles is missing, or older than one of them because a run was interrupted."""
    index = outputs / "index.html"
    made = [file.stat().st_mtime_ns for file in outputs.glob(f"[!.]*/{STATE}")]
    return not index.exists() or index.stat().st_mtime_ns < max(made, default=0)


def gather(plan: Plan) -> None:
    """Brings together what the notebooks wrote, in their order, and what is kept of the ones that did not run."""
    plan.part.mkdir(parents=True, exist_ok=True)
    for stem in plan.state.notebooks:
        own = plan.part / stem
        if own.exists():
            found = {path.name: path for path in sorted(own.glob(f"{stem}.*"))}
            found |= {str(path.relative_to(own / WRITTEN)): path for path in _all(own / WRITTEN)}
        else:
            found = {name: plan.final / name for name in plan.before.written[stem]}
        for name, source in found.items():
            (plan.part / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, plan.part / name)
        plan.state.written[stem] = list(found)
        shutil.rmtree(own, ignore_errors=True)


def settle(plan: Plan, error: str | None) -> None:
    """Puts the folder in its place, with a note of what it was made of; what failed will be made again next time."""
    kept = {stem: digest for stem, digest in plan.state.notebooks.items() if stem not in plan.failed}
    report = "" if error or plan.failed else plan.state.report
    state = msgspec.structs.replace(plan.state, notebooks=kept, report=report)
    files.write_bytes(plan.part / STATE, msgspec.json.format(msgspec.json.encode(state), indent=1) + b"\n")
    old = plan.final.with_name(f".{plan.name}.old")
    if plan.final.exists():
        plan.final.rename(old)
    plan.part.rename(plan.final)
    shutil.rmtree(old, ignore_errors=True)


def discard(plan: Plan) -> None:
    """Removes what was begun; what was there before stays."""
    shutil.rmtree(plan.part, ignore_errors=True)


def _all(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
