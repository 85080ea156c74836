"""Corpora: the same tables serially, on two cores and on a real Dask cluster; resuming; bad files; processes killed."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from communique import corpus
from communique.corpus import driver, plan, schema, work
from communique.errors import CommuniqueError

TEXT = (
    "ROME, {day} May 2024 – Prime Minister Ana Ruiz signed a memorandum of understanding on rail {number}.\n\n"
    "“We trade more,” Ruiz said. Trade with Kenya grew by {number}% to $3 billion in 2023.\n"
)


def fill(folder, count):
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"a{number:04}.txt").write_text(TEXT.format(number=number, day=number % 28 + 1), encoding="utf-8")
    return str(folder)


def tables(out):
    """Every table in the order of its parts, as rows."""
    return {
        name: [row for part in sorted(Path(out, name).glob("*.parquet")) for row in pq.read_table(part).to_pylist()]
        for name in schema.TABLES
    }


def marks(out):
    return {path.name: path.stat().st_mtime_ns for path in Path(out).rglob("part-*")}


def test_tables_have_the_stated_columns_and_the_articles_facts(tmp_path):
    done = corpus.run(fill(tmp_path / "in", 3), str(tmp_path / "out"), workers=1)
    rows = tables(tmp_path / "out")
    assert (done.read, done.failed, done.skipped) == (3, 0, 0)
    assert [row["article"] for row in rows["articles"]] == ["a0000", "a0001", "a0002"]
    assert rows["articles"][2]["date"] == "2024-05-03"
    assert {row["name"] for row in rows["people"]} == {"Ana Ruiz"}
    assert [row["instrument"] for row in rows["documents"]] == ["memorandum"] * 3
    for name in schema.TABLES:
        part = next(Path(tmp_path, "out", name).glob("*.parquet"))
        assert pq.read_schema(part).equals(schema.SCHEMAS[name])
    assert json.loads(Path(tmp_path, "out", "manifest.json").read_text())["rows"]["articles"] == 3


def test_two_cores_give_the_same_tables_as_one(tmp_path):
    source = fill(tmp_path / "in", 40)
    correct(source, 11)
    correct(source, 12, words="treaty")
    corpus.run(source, str(tmp_path / "one"), workers=1, size=7)
    corpus.run(source, str(tmp_path / "two"), workers=2, size=7)
    assert tables(tmp_path / "one") == tables(tmp_path / "two")
    assert by_hand(tables(tmp_path / "two")) == ["a0011"]


def test_json_lines_gzip_and_pages(tmp_path):
    folder = tmp_path / "in"
    fill(folder, 1)
    lines = [json.dumps({"id": f"l{n}", "text": TEXT.format(number=n, day=1), "date": "2024-06-01"}) for n in range(5)]
    (folder / "many.jsonl").write_text("\n".join([*lines[:2], "", *lines[2:]]) + "\n", encoding="utf-8")
    (folder / "more.jsonl.gz").write_bytes(gzip.compress(("\n".join(lines) + "\nno json\n").encode()))
    (folder / "packed.txt.gz").write_bytes(gzip.compress(TEXT.format(number=9, day=9).encode()))
    (folder / "ignored.pdf").write_bytes(b"%PDF")
    done = corpus.run(str(folder), str(tmp_path / "out"), workers=1, size=2)
    rows = tables(tmp_path / "out")
    assert (done.read, done.failed) == (12, 1)
    assert Counter(row["date"] for row in rows["articles"])["2024-06-01"] == 10
    assert rows["failures"][0]["source"].endswith("more.jsonl.gz:6")
    assert {row["source"].rsplit("/", 1)[1] for row in rows["articles"] if row["article"] == "l2"} == {
        "many.jsonl:4",
        "more.jsonl.gz:3",
    }


def test_bad_articles_become_failures_and_stop_nobody(tmp_path):
    folder = tmp_path / "in"
    fill(folder, 95)
    for number in range(5):
        (folder / f"bad{number}.txt").write_bytes([b"", b"\x00\x01", b" ", b"ab\x00" * 9, b"\n"][number])
    done = corpus.run(str(folder), str(tmp_path / "out"), workers=2, size=10)
    assert (done.read, done.failed) == (95, 5)
    failures = tables(tmp_path / "out")["failures"]
    assert sorted(row["article"] for row in failures) == [f"bad{number}" for number in range(5)]
    assert all(row["reason"] and "\n" not in row["reason"] for row in failures)


def test_the_same_run_twice_does_nothing_the_second_time(tmp_path):
    source, out = fill(tmp_path / "in", 20), str(tmp_path / "out")
    corpus.run(source, out, workers=1, size=6)
    before = marks(out)
    done = corpus.run(source, out, workers=1, size=6)
    assert (done.read, done.skipped, done.rows["articles"]) == (0, 20, 20)
    assert marks(out) == before


def test_only_what_changed_is_done_again_and_nothing_stale_is_left(tmp_path):
    source, out = fill(tmp_path / "in", 20), str(tmp_path / "out")
    corpus.run(source, out, workers=1, size=5)
    changed = Path(source, "a0007.txt")
    changed.write_text(TEXT.format(number=777, day=2), encoding="utf-8")
    assert corpus.run(source, out, workers=1, size=5).skipped == 15
    for number in range(12, 20):
        Path(source, f"a{number:04}.txt").unlink()
    corpus.run(source, out, workers=1, size=5)
    assert [row["article"] for row in tables(out)["articles"]] == [f"a{number:04}" for number in range(12)]


def test_a_chunk_half_written_is_done_again(tmp_path):
    source, out = fill(tmp_path / "in", 20), tmp_path / "out"
    corpus.run(source, str(out), workers=1, size=5)
    whole = tables(out)
    (out / "done" / "part-000002.json").unlink()
    (out / "articles" / "part-000002.parquet").write_bytes(b"half")
    assert corpus.run(source, str(out), workers=1, size=5).read == 5
    assert tables(out) == whole


@pytest.mark.parametrize(("make", "what"), [(lambda p: None, "no such folder"), (Path.mkdir, "holds no articles")])
def test_a_folder_without_articles_is_named(tmp_path, make, what):
    make(tmp_path / "in")
    with pytest.raises(CommuniqueError, match=what):
        corpus.run(str(tmp_path / "in"), str(tmp_path / "out"))


def test_an_address_where_no_scheduler_answers(tmp_path):
    with pytest.raises(CommuniqueError, match="no Dask scheduler answers"):
        corpus.run(fill(tmp_path / "in", 1), str(tmp_path / "out"), scheduler="tcp://127.0.0.1:9")


def test_every_other_address_that_fsspec_knows_will_do(tmp_path):
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe_file("/in/a.txt", TEXT.format(number=1, day=1).encode())
    assert corpus.run("memory://in", "memory://out", workers=1).read == 1
    assert memory.exists("/out/articles/part-000000.parquet")


def correct(folder, number, day=None, words="memorandum", values='{ cap_topic = "Culture" }'):
    """Corrections beside an article of `fill`: its memorandum gets another topic, a person goes."""
    text = TEXT.format(number=number, day=number % 28 + 1 if day is None else day)
    file = Path(folder, f"a{number:04}.corrections.toml")
    end = 'reason = "seen"\nby = "AB"\n'
    file.write_text(
        f'[[set]]\nitem = "document@{text.index("memorandum")}"\nwords = "{words}"\nvalues = {values}\n{end}'
        f'[[drop]]\nitem = "person@{text.index("Ana")}"\nwords = "Ana Ruiz"\n{end}',
        encoding="utf-8",
    )
    return file


def by_hand(rows):
    return [row["article"] for row in rows["documents"] if row["corrected"]]


def test_corrections_beside_an_article_count_in_every_table(tmp_path):
    source = fill(tmp_path / "in", 4)
    correct(source, 1)
    packed = Path(source, "a0002.txt")
    Path(source, "a0002.txt.gz").write_bytes(gzip.compress(packed.read_bytes()))
    packed.unlink()
    correct(source, 2)
    done = corpus.run(source, str(tmp_path / "out"), workers=1)
    rows = tables(tmp_path / "out")
    assert (done.read, done.failed) == (4, 0)
    assert [row["cap_topic"] for row in rows["documents"]] == ["Transportation", "Culture", "Culture", "Transportation"]
    assert by_hand(rows) == ["a0001", "a0002"]
    assert [row["article"] for row in rows["people"]] == ["a0000", "a0003"]
    assert [row["corrections"] for row in rows["articles"]] == [0, 2, 2, 0]
    assert [(row["article"], row["action"], row["reason"], row["by"]) for row in rows["corrections"]] == [
        (article, action, "seen", "AB") for article in ("a0001", "a0002") for action in ("drop", "set")
    ]
    assert not any(row["corrected"] for name in ("quotes", "figures") for row in rows[name])


def test_corrections_of_the_article_itself_are_in_the_tables(tmp_path):
    source = fill(tmp_path / "in", 1)
    said = 'values = { date = "2031-01-02", countries = ["KEN", "ITA"], visit_type = "state" }'
    toml = f'[[set]]\nitem = "article@0"\nwords = "ROME"\n{said}\nreason = "r"\nby = "AB"\n'
    Path(source, "a0000.corrections.toml").write_text(toml, encoding="utf-8")
    corpus.run(source, str(tmp_path / "out"), workers=1)
    (row,) = tables(tmp_path / "out")["articles"]
    assert [row[name] for name in ("date", "host", "guest", "visit_type", "corrections")] == [
        "2031-01-02",
        "KEN",
        "ITA",
        "state",
        1,
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            lambda file: file.write_text(file.read_text().replace('"memorandum"', '"treaty"')),
            "set 1 (document@52): 'treaty' does not stand there",
        ),
        (
            lambda file: file.write_text(file.read_text().replace("Culture", "Rail")),
            "set 1 (document@52): 'Rail' is no code for the cap_topic; take one of these: Macroeconomics",
        ),
        (lambda file: file.write_bytes(b"\xff\xfe"), "can't decode"),
        (lambda file: file.write_bytes(b"#" * 1_000_001), "has more than 1,000,000 bytes"),
        (
            lambda file: file.rename(file.with_name("lost.corrections.toml")),
            "lost.corrections.toml: there is no article of this name beside it",
        ),
    ],
)
def test_corrections_that_do_not_fit_are_a_failure_of_one_line(tmp_path, change, reason):
    source = fill(tmp_path / "in", 3)
    change(correct(source, 1))
    done = corpus.run(source, str(tmp_path / "out"), workers=1)
    rows = tables(tmp_path / "out")
    assert len(rows["failures"]) == done.failed == 1
    assert reason in rows["failures"][0]["reason"]
    assert "\n" not in rows["failures"][0]["reason"]
    lost = rows["failures"][0]["article"] == "lost"
    assert [row["article"] for row in rows["articles"]] == ["a0000", *["a0001"] * lost, "a0002"]


def test_corrections_that_came_changed_or_went_do_their_article_again(tmp_path):
    source, out = fill(tmp_path / "in", 20), str(tmp_path / "out")
    corpus.run(source, out, workers=1, size=5)
    file = correct(source, 7)
    assert corpus.run(source, out, workers=1, size=5).read == 5
    assert by_hand(tables(out)) == ["a0007"]
    correct(source, 7, values='{ cap_topic = "Health", status = "planned" }')
    assert corpus.run(source, out, workers=1, size=5).read == 5
    assert {row["cap_topic"] for row in tables(out)["documents"] if row["corrected"]} == {"Health"}
    assert corpus.run(source, out, workers=1, size=5).skipped == 20
    file.unlink()
    assert corpus.run(source, out, workers=1, size=5).read == 5
    assert by_hand(tables(out)) == []


def test_at_any_address_the_folder_is_listed_once_and_only_corrections_that_are_there_are_opened(tmp_path, monkeypatch):
    import fsspec

    source, memory = fill(tmp_path / "in", 12), fsspec.filesystem("memory")
    correct(source, 3)
    for file in Path(source).iterdir():
        memory.pipe_file(f"/corrected/{file.name}", file.read_bytes())
    calls = Counter()
    for name in ("find", "ls", "info", "exists", "_open"):
        own = getattr(memory, name)
        monkeypatch.setattr(memory, name, lambda *a, own=own, name=name, **k: calls.update([name]) or own(*a, **k))
    chunks = list(plan.chunks("memory://corrected", 5, "v"))
    assert calls["find"] == 1
    calls.clear()
    marks = [work.do(chunk, f"file://{tmp_path}/out") for chunk in chunks]
    assert calls["_open"] == 13
    assert not calls["find"] + calls["ls"] + calls["exists"]
    assert sum(mark.rows["corrections"] for mark in marks) == 2
    assert by_hand(tables(tmp_path / "out")) == ["a0003"]


def test_tables_of_other_columns_are_made_anew(tmp_path, monkeypatch):
    source, out = fill(tmp_path / "in", 3), str(tmp_path / "out")
    corpus.run(source, out, workers=1)
    monkeypatch.setattr(schema, "DIGEST", "older")
    assert corpus.run(source, out, workers=1).read == 3


ENDLESS = """
import gzip, resource, sys
from communique import corpus
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2)
print(corpus.run(sys.argv[1], sys.argv[2], workers=1, size=2))
"""


@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz"])
def test_an_endless_line_is_a_failure_within_the_limit(tmp_path, ending):
    folder = tmp_path / "in"
    folder.mkdir()
    good = [json.dumps({"id": f"l{n}", "text": TEXT.format(number=n, day=1)}).encode() + b"\n" for n in range(3)]
    write = partial(gzip.open, compresslevel=1) if ending.endswith("gz") else open
    with write(folder / f"long{ending}", "wb") as file:
        file.write(good[0])
        for _ in range(600 if ending.endswith("gz") else 3):
            file.write(b"a" * (1 << 20))
        file.write(b"\n" + good[1] + good[2])
    environment = os.environ | {"COMMUNIQUE_SIZE_LIMIT": "500000", "MALLOC_ARENA_MAX": "1"}
    command = [sys.executable, "-c", ENDLESS, str(folder), str(tmp_path / "out")]
    subprocess.run(command, check=True, env=environment, timeout=120, stdout=subprocess.DEVNULL)
    rows = tables(tmp_path / "out")
    assert [row["article"] for row in rows["articles"]] == ["l0", "l1", "l2"]
    assert [row["source"].rsplit("/", 1)[1] for row in rows["articles"]] == [f"long{ending}:{n}" for n in (1, 3, 4)]
    assert "has more than 2,000,000 bytes; split it into its articles" in rows["failures"][0]["reason"]
    assert rows["failures"][0]["source"].endswith(f"long{ending}:2")


def command(*arguments):
    return subprocess.Popen(
        [sys.executable, "-m", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def wait_for(condition, seconds=60):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "nothing happened in time"
        time.sleep(0.05)


def done_parts(out):
    return len(list(Path(out, "done").glob("*.json"))) if Path(out, "done").exists() else 0


def test_a_killed_run_is_resumed_with_nothing_lost_or_doubled(tmp_path):
    source, out = fill(tmp_path / "in", 600), str(tmp_path / "out")
    corpus.run(source, str(tmp_path / "serial"), workers=1)
    running = command("communique", "corpus", source, "--out", out, "--workers", "2")
    wait_for(lambda: done_parts(out) >= 1 or running.poll() is not None)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    corpus.run(source, out, workers=2)
    assert tables(out) == tables(tmp_path / "serial")


def test_a_killed_worker_of_this_machine_costs_nothing(tmp_path):
    source, out = fill(tmp_path / "in", 200), str(tmp_path / "out")
    corpus.run(source, str(tmp_path / "serial"), workers=1, size=10)
    victim = tmp_path / "victim"
    job = Suicide(out, str(victim))
    folder = plan.chunks(f"file://{source}", 10, "v")
    marks = list(driver._on_cores(list(folder), job, 2))
    assert victim.exists()
    assert sorted(chunk.number for chunk, _ in marks) == list(range(20))
    assert tables(out) == tables(tmp_path / "serial")


class Suicide:
    """A job that kills its own process the first time it meets the tenth chunk."""

    def __init__(self, out, victim):
        self.out, self.victim = f"file://{out}", victim

    def __call__(self, chunk):
        if chunk.number == 10 and not Path(self.victim).exists():
            Path(self.victim).write_text("killed")
            os.kill(os.getpid(), signal.SIGKILL)
        return work.do(chunk, self.out)


@pytest.fixture
def cluster(tmp_path):
    """A scheduler and two workers, three processes that talk over TCP on loopback."""
    file = tmp_path / "scheduler.json"
    place = ("--host", "127.0.0.1", "--no-dashboard")
    processes = [command("distributed.cli.dask_scheduler", *place, "--port", "0", "--scheduler-file", str(file))]
    wait_for(lambda: file.exists() and file.read_text().strip().endswith("}"))
    address = json.loads(file.read_text())["address"]
    for _ in range(2):
        processes.append(command("distributed.cli.dask_worker", address, *place, "--nthreads", "1", "--no-nanny"))
    yield address, processes
    for process in processes:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_a_cluster_gives_the_same_tables_also_with_a_worker_killed(tmp_path, cluster):
    address, processes = cluster
    source, out = fill(tmp_path / "in", 1500), str(tmp_path / "out")
    correct(source, 700)
    correct(source, 701, words="treaty")
    corpus.run(source, str(tmp_path / "serial"), workers=2, size=20)
    running = command("communique", "corpus", source, "--out", out, "--scheduler", address)
    wait_for(lambda: done_parts(out) >= 2)
    os.killpg(processes[1].pid, signal.SIGKILL)
    assert running.wait(timeout=90) == 1, "one article failed: its corrections do not fit"
    assert tables(out) == tables(tmp_path / "serial")
    assert by_hand(tables(out)) == ["a0700"]
    assert [row["article"] for row in tables(out)["failures"]] == ["a0701"]
