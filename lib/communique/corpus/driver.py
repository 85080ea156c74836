"""Works through the chunks of a folder, on this machine's cores or on a Dask cluster, skipping what is done."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import fsspec
import msgspec
from tqdm import tqdm

from communique import __version__, codebook, files, limits
from communique.corpus import plan, schema, work
from communique.errors import CommuniqueError

SIZE = 250  # articles a chunk: some tenths of a second of work, and parts that are not too many
_ATTEMPTS = 3

Job = Callable[[plan.Chunk], work.Mark]
Results = Iterator[tuple[plan.Chunk, work.Mark]]


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What a run did: articles read and failed now, articles found done before, and the rows of each table over all."""

    read: int
    failed: int
    skipped: int
    rows: dict[str, int]


def run(
    folder: str,
    out: str,
    scheduler: str | None = None,
    workers: int | None = None,
    size: int = SIZE,
    codebooks: Path | None = None,
) -> Done:
    """What was done, after the articles below `folder` became Parquet tables below `out`.

    `folder` and `out` are paths or fsspec addresses; `scheduler` is the address of a Dask cluster whose workers read
    and write both; without it `workers` processes of this machine (all cores by default) do the work. A run that was
    interrupted goes on where it stopped; one that is done does nothing.
    """
    folder, out = _address(folder), _address(out)
    version = f"{__version__}:{schema.DIGEST}:{codebook.load(codebooks).digest}:{limits.size()}"
    job = partial(work.do, out=out, codebooks=str(codebooks.resolve()) if codebooks else None)
    with files.lock(out.removeprefix("file://")) if out.startswith("file://") else nullcontext():
        planned = list(plan.chunks(folder, size, version))
        marks = {chunk.number: mark for chunk in planned if (mark := _mark(out, chunk)) is not None}
        todo = [chunk for chunk in planned if chunk.number not in marks]
        skipped = sum(chunk.count for chunk in planned) - sum(chunk.count for chunk in todo)
        new = _work(todo, job, scheduler, workers or os.cpu_count() or 1)
        _tidy(out, len(planned))
        total: Counter[str] = sum((Counter(mark.rows) for mark in [*marks.values(), *new]), Counter())
        rows = {name: total[name] for name in schema.TABLES}
        _manifest(out, version, rows, len(planned))
    failed = sum(mark.rows["failures"] for mark in new)
    return Done(read=sum(mark.rows["articles"] for mark in new), failed=failed, skipped=skipped, rows=rows)


def _work(todo: list[plan.Chunk], job: Job, scheduler: str | None, workers: int) -> list[work.Mark]:
    """The marks of the chunks, done here or on the cluster, with a bar that counts articles."""
    if scheduler:
        results = _on_cluster(todo, job, scheduler)
    elif workers == 1:
        results = ((chunk, job(chunk)) for chunk in todo)
    else:
        results = _on_cores(todo, job, workers)
    marks = []
    with tqdm(total=sum(chunk.count for chunk in todo), unit=" articles", disable=None, leave=False) as bar:
        for chunk, mark in results:
            marks.append(mark)
            bar.update(chunk.count)
    return marks


def _on_cores(todo: list[plan.Chunk], job: Job, workers: int) -> Results:
    """Chunks done by processes of this machine; one that dies is replaced, and its chunks are done again."""
    left = {chunk.number: chunk for chunk in todo}
    for _ in range(_ATTEMPTS):
        try:
            for chunk, mark in _pool(list(left.values()), job, workers):
                del left[chunk.number]
                yield chunk, mark
        except BrokenProcessPool:
            continue
        return
    raise CommuniqueError(
        _first(left), "a worker died on this chunk or beside it, three times", "look at these files, or free memory"
    )


def _pool(todo: list[plan.Chunk], job: Job, workers: int) -> Results:
    # "spawn" would import everything anew in each worker; "forkserver" starts clean of this process's threads.
    with ProcessPoolExecutor(workers, mp_context=get_context("forkserver")) as pool:
        pending: dict[Future[work.Mark], plan.Chunk] = {}
        waiting = iter(todo)
        while True:
            for chunk in waiting:
                pending[pool.submit(job, chunk)] = chunk
                if len(pending) >= 2 * workers:
                    break
            if not pending:
                return
            for future in wait(pending, return_when=FIRST_COMPLETED).done:
                yield pending.pop(future), future.result()


def _on_cluster(todo: list[plan.Chunk], job: Job, scheduler: str) -> Results:
    """Chunks done by the workers of a Dask cluster; the scheduler does those of a lost worker again elsewhere."""
    from distributed import Client, as_completed

    try:
        client = Client(scheduler, timeout=10)
    except (OSError, TimeoutError, ValueError) as error:
        raise CommuniqueError(scheduler, "no Dask scheduler answers there", "check the address and the port") from error
    with client:
        waiting = iter(todo)
        pending: dict[str, plan.Chunk] = {}
        running: Any = as_completed()
        for chunk in _some(waiting, max(8, 4 * sum(client.nthreads().values()))):
            _submit(client, job, chunk, pending, running)
        for future in running:
            yield pending.pop(future.key), future.result()
            for chunk in _some(waiting, 1):
                _submit(client, job, chunk, pending, running)


def _submit(client: Any, job: Job, chunk: plan.Chunk, pending: dict[str, plan.Chunk], running: Any) -> None:
    future = client.submit(job, chunk, pure=False, retries=_ATTEMPTS)
    pending[future.key] = chunk
    running.add(future)


def _some(chunks: Iterator[plan.Chunk], count: int) -> Iterator[plan.Chunk]:
    for _, chunk in zip(range(count), chunks, strict=False):
        yield chunk


def _first(left: dict[int, plan.Chunk]) -> str:
    chunk = next(iter(left.values()))
    return chunk.lines or chunk.files[0]


def _address(place: str) -> str:
    return place if "://" in place else f"file://{Path(place).expanduser().resolve()}"


def _mark(out: str, chunk: plan.Chunk) -> work.Mark | None:
    """The mark of a chunk that is done, or None where it is to be done (again)."""
    try:
        with fsspec.open(work.mark_address(out, chunk.number), "rb") as stream:
            mark = msgspec.json.decode(stream.read(), type=work.Mark)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    return mark if mark.digest == chunk.digest else None


def _tidy(out: str, count: int) -> None:
    """Removes parts beyond the last chunk: they are left from a run over a folder that held more."""
    system, root = fsspec.core.url_to_fs(out)
    last = work.part(count - 1)
    for name in system.find(root):
        stem = plan.stem(name)
        if stem.startswith("part-") and stem > last:
            system.rm_file(name)


def _manifest(out: str, version: str, rows: dict[str, int], chunks: int) -> None:
    manifest = {"communique": version, "chunks": chunks, "rows": rows}
    work.put(f"{out}/manifest.json", msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
