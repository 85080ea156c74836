"""A process that imports what the notebooks need once, and forks itself for every job.

Orders come as lines of JSON on standard input, results go as lines of JSON to standard output. The process ends with
everything it started when its input ends, so also when the process that started it is killed.
"""

import gc
import os
import select
import signal
import sys
from collections.abc import Iterator

import msgspec

from communique.report import jobs

# Seconds until a job whose process died without a word is noticed.
_POLL = 0.05


def main() -> None:
    """Serves orders until the input ends."""
    results = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not come between the results
    running: dict[int, jobs.Order] = {}
    orders = _orders(running, results)
    jobs.warm_up(msgspec.json.decode(next(orders, b"{}"), type=jobs.WarmUp))
    gc.freeze()  # what is there now stays shared between the forks
    for line in orders:
        order = msgspec.json.decode(line, type=jobs.Order)
        pid = os.fork()
        if pid == 0:
            _work(order, results)
        running[pid] = order
    os.killpg(0, signal.SIGKILL)


def _orders(running: dict[int, jobs.Order], results: int) -> Iterator[bytes]:
    """The lines of standard input; between them, processes that have ended are taken note of."""
    rest = b""
    while True:
        if select.select([0], [], [], _POLL if running else None)[0]:
            chunk = os.read(0, 65_536)
            if not chunk:
                return
            *lines, rest = (rest + chunk).split(b"\n")
            yield from lines
        _reap(running, results)


def _reap(running: dict[int, jobs.Order], results: int) -> None:
    for pid in list(running):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            order, code = running.pop(pid), os.waitstatus_to_exitcode(status)
            if code:
                error = f"the process that worked on it ended with {code}"
                _answer(results, order, error, broken=True, again=True)


def _work(order: jobs.Order, results: int) -> None:
    """Does the job of an order in this process, which ends with it."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    try:
        jobs.do(order.job)
    except jobs.StartError as error:
        _answer(results, order, error, broken=True, again=True)
    except OSError as error:
        _answer(results, order, error, broken=True)
    except Exception as error:
        _answer(results, order, error, broken=isinstance(error.__cause__, OSError))
    else:
        _answer(results, order)
    finally:
        sys.stderr.flush()
        os._exit(0)


def _answer(
    results: int, order: jobs.Order, error: object = None, *, broken: bool = False, again: bool = False
) -> None:
    told = None if error is None else jobs.failure(order.job, error)
    os.write(results, jobs.line(jobs.Result(number=order.number, error=told, broken=broken, again=again)))


if __name__ == "__main__":
    main()
