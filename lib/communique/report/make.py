"""Makes the reports of several articles side by side, and keeps what is still right from the last time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from communique import files, paths, terminal
from communique.errors import CommuniqueError
from communique.report import folders, plan as plans, pool
from communique.report.jobs import Folder, Index, Job, Notebook, Result, WarmUp
from communique.report.plan import Inputs, Plan
from communique.report.progress import Progress


def run(  # noqa: PLR0913 -- one article needs none of the named ones
    articles: Iterable[str | Path],
    *,
    force: bool = False,
    outputs: str | Path = paths.OUTPUTS,
    codebooks: str | Path | None = None,
    reference: str | Path | None = None,
    parameters: Mapping[str, Any] | None = None,
    notebooks: str | Path | None = None,
) -> list[str]:
    """The failures, a line each, after the report of every article was made; what has not changed is kept.

    `codebooks` and `reference` replace the package's own; `parameters` go to the notebooks that know them; `notebooks`
    is the folder they are in. Raises CommuniqueError if nothing can be made at all, or another run is at work.
    """
    inputs = Inputs(
        outputs=Path(outputs).resolve(),
        notebooks=tuple(plans.notebooks(Path(notebooks) if notebooks else None)),
        parameters=dict(parameters or {}),
        codebooks=paths.resolve(codebooks).resolve() if codebooks else None,
        reference=paths.resolve(reference).resolve() if reference else None,
        force=force,
    )
    with files.lock(inputs.outputs):
        return _Run(inputs).all([Path(article) for article in articles])


class _Run:
    """One run: its plans by the names of their folders, and what has failed so far."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.plans: dict[str, Plan] = {}
        self.failures: list[str] = []
        self.progress = Progress()

    def all(self, articles: list[Path]) -> list[str]:
        """The failures, after all was done that is not as it must be."""
        plans.refuse_unknown(self.inputs)
        folders.tidy(self.inputs.outputs)
        self._plan(articles)
        changed = [plan for plan in self.plans.values() if plan.changed]
        jobs = [job for plan in changed for job in self._start(plan)]
        if not changed and folders.unlisted(self.inputs.outputs):
            jobs = [Index(outputs=str(self.inputs.outputs))]
        modules = sorted({name for notebook in self.inputs.notebooks for name in plans.imports(notebook)})
        if jobs:
            warm = WarmUp(modules=tuple(modules), article=changed[0].article if changed else None)
            try:
                with self.progress.of(sum(isinstance(job, Notebook) for job in jobs)):
                    pool.run(jobs, self._done, warm)
            finally:
                for plan in changed:
                    folders.discard(plan)
        for plan in self.plans.values():
            note = "" if plan in changed else " (unchanged)"
            if not plan.broken:
                print(f"{plan.final / 'report.html'}{note}")
        return self.failures

    def _plan(self, articles: list[Path]) -> None:
        shared = self.inputs.digest()
        for article in articles:
            try:
                plan = plans.plan(article, self.inputs, shared, self.plans)
            except CommuniqueError as error:
                self.failures.append(str(error))
            else:
                terminal.tell(article, plan.notes)
                if plan.article not in {other.article for other in self.plans.values()}:
                    self.plans[plan.name] = plan

    def _start(self, plan: Plan) -> Iterator[Job]:
        """The first jobs of a plan: its notebooks, or the pages made of them if all are kept."""
        given = {"codebooks": self.inputs.codebooks, "reference": self.inputs.reference}
        for notebook in plan.todo:
            yield Notebook(
                name=plan.name,
                notebook=str(notebook),
                article=plan.article,
                folder=str(plan.part / notebook.stem),
                final=str(plan.final),
                siblings=tuple(path.stem for path in self.inputs.notebooks),
                offered={**self.inputs.parameters, **{name: str(path) for name, path in given.items() if path}},
            )
        if not plan.todo:
            yield from self._finish(plan)

    def _done(self, job: Job, result: Result) -> Iterator[Job]:
        """Takes note of how a job ended; what can be done now that it has comes back."""
        if result.error:
            self.failures.append(result.error)
        if isinstance(job, Index):
            return
        plan = self.plans[job.name]
        plan.broken = plan.broken or result.broken
        if isinstance(job, Notebook):
            stem = Path(job.notebook).stem
            self.progress.done(f"{plan.name}: {stem}", failed=bool(result.error))
            plan.running.discard(stem)
            plan.failed |= {stem} if result.error else set()
            if not plan.running:
                yield from self._finish(plan)
        else:
            yield from self._close(plan, result.error)

    def _finish(self, plan: Plan) -> Iterator[Job]:
        """Puts the folder together once its notebooks are executed, and asks for the pages made of all of them."""
        if not plan.broken:
            self._try(plan, folders.gather)
        if plan.broken:
            yield from self._close(plan, None)
            return
        given = {"codebooks": self.inputs.codebooks, "reference": self.inputs.reference}
        yield Folder(
            name=plan.name,
            article=plan.article,
            folder=str(plan.part),
            failures=tuple(sorted(plan.failed)),
            first=tuple(plan.state.written[self.inputs.notebooks[-1].stem]),
            **{name: str(path) for name, path in given.items() if path},
        )

    def _close(self, plan: Plan, error: str | None) -> Iterator[Job]:
        """Puts the folder in its place, or removes it if nothing came of it; the last one asks for the list of all."""
        if not plan.broken:
            self._try(plan, lambda plan: folders.settle(plan, error))
        if plan.broken:
            folders.discard(plan)
        plan.closed = True
        if all(plan.closed for plan in self.plans.values() if plan.changed):
            yield Index(outputs=str(self.inputs.outputs))

    def _try(self, plan: Plan, step: Callable[[Plan], None]) -> None:
        try:
            step(plan)
        except OSError as error:
            plan.broken = True
            what = f"cannot be written ({(error.strerror or str(error)).lower()})"
            self.failures.append(str(CommuniqueError(plan.final, what, "make room there; nothing was changed")))
