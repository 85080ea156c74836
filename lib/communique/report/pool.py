"""Jobs side by side in forks of one warm process, seen from the side that hands them out."""

import os
import signal
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from typing import IO

import msgspec

from communique.errors import CommuniqueError
from communique.report.jobs import Job, Order, Result, WarmUp, line

# Of a job's two processes, who executes and the kernel, one waits for the other, and at its start both wait.
WORKERS = 1 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
# The cores are taken by the jobs already.
_THREADS = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def run(
    jobs: Iterable[Job], done: Callable[[Job, Result], Iterable[Job]], warm: WarmUp, workers: int = WORKERS
) -> None:
    """Does the jobs, `workers` at a time; what `done(job, result)` hands back comes next, before those that wait.

    A job whose kernel or process did not come up is tried twice. Everything ends at once when this is interrupted.
    """
    waiting, running, numbers = deque(jobs), dict[int, Job](), count()
    again: set[int] = set()
    with _server(warm) as (orders, results):
        while waiting or running:
            while waiting and len(running) < workers:
                number = next(numbers)
                running[number] = waiting.popleft()
                orders.write(line(Order(number=number, job=running[number])))
            result = _next(results)
            job = running.pop(result.number)
            if result.again and id(job) not in again:
                again.add(id(job))
                waiting.appendleft(job)
            else:
                waiting.extendleft(reversed(list(done(job, result))))


@contextmanager
def _server(warm: WarmUp) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """The pipes to and from a warm process, which is killed with all its children when the block is left.

    Its session is its own, so that Ctrl-C reaches only us; its temporary folder is ours, so that nothing stays behind.
    """
    command = [sys.executable, "-P", "-m", "communique.report.server"]
    with tempfile.TemporaryDirectory(prefix="communique-", ignore_cleanup_errors=True) as folder:
        env = {**os.environ, **_THREADS, "TMPDIR": folder, "IPYTHONDIR": f"{folder}/ipython"}
        with subprocess.Popen(  # noqa: S603 -- our own command
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env=env, start_new_session=True
        ) as server:
            assert server.stdin is not None  # noqa: S101 -- asked for two lines above
            assert server.stdout is not None  # noqa: S101 -- likewise
            try:
                server.stdin.write(line(warm))
                yield server.stdin, server.stdout
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(server.pid, signal.SIGKILL)


def _next(results: IO[bytes]) -> Result:
    text = results.readline()
    if not text:
        raise CommuniqueError("report", "the process that runs the notebooks has ended", "see above why; try again")
    return msgspec.json.decode(text, type=Result)
