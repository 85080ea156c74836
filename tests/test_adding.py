"""Pages fetched over real HTTP on loopback become seeds."""

import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from communique import adding, article
from communique.errors import CommuniqueError

PAGE = """<html><head><title>Leaders meet</title><meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2024-03-01"></head><body><article><h1>Leaders meet in Rome</h1>
<p>ROME – The two leaders met on Friday and signed a memorandum on trade and energy, the office said.</p>
<p>“We are friends,” the Prime Minister said. “That will not change,” she added, and pointed to the growth of trade.</p>
<p>Later they visited a museum that holds the largest collection of coins, and then they left for the airport.</p>
</article></body></html>""".encode()


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        status, headers, body = {
            "/news/visit.html": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
            "/plain": (200, {"Content-Type": "text/plain"}, b"ROME, 1 March 2024 - They met."),
            "/moved": (302, {"Location": "/news/visit.html"}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/file": (302, {"Location": "file:///etc/hostname"}, b""),
            "/slow": (200, {"Content-Type": "text/html"}, PAGE),
            "/large": (200, {"Content-Type": "text/html"}, b"x" * 3000),
        }.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.path == "/slow":
            time.sleep(1)
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.mark.parametrize("path", ["/news/visit.html", "/moved"])
def test_a_page_becomes_a_seed_with_front_matter(server, tmp_path, path):
    seed = adding.add(server + path, tmp_path)
    read = article.read(seed)
    assert seed.name == "visit.txt"
    assert (read.url, read.date, read.outlet) == (f"{server}/news/visit.html", "2024-03-01", "The Gazette")
    assert read.dateline == "ROME"
    assert "“We are friends,” the Prime Minister said." in read.text


def test_plain_text_and_local_files(server, tmp_path):
    (tmp_path / "local.html").write_bytes(PAGE)
    assert article.read(adding.add(f"{server}/plain", tmp_path)).date == "2024-03-01"
    assert article.read(adding.add(str(tmp_path / "local.html"), tmp_path / "seeds")).outlet == "The Gazette"


@pytest.mark.parametrize(
    ("path", "what"),
    [("/missing", "HTTP 404"), ("/loop", "redirects more than"), ("/file", "is no http or https address")],
)
def test_what_cannot_be_fetched_is_one_line(server, tmp_path, path, what):
    with pytest.raises(CommuniqueError, match=what) as error:
        adding.add(server + path, tmp_path)
    assert "\n" not in str(error.value)
    assert list(tmp_path.iterdir()) == []


def test_a_page_over_the_limit_is_refused(server):
    with pytest.raises(CommuniqueError, match="larger than 1,000 bytes"):
        adding.fetch(f"{server}/large", size=1000)


def test_a_slow_page_is_given_up(server):
    with pytest.raises(CommuniqueError, match=r"takes too long|no answer in time"):
        adding.fetch(f"{server}/slow", seconds=0.3)


def test_an_existing_seed_is_kept(server, tmp_path):
    adding.add(f"{server}/plain", tmp_path)
    with pytest.raises(CommuniqueError, match="is there already"):
        adding.add(f"{server}/plain", tmp_path)


@pytest.mark.parametrize("there", ["a.html", "a.htm", "a.txt"])
def test_a_name_is_taken_whatever_its_ending(tmp_path, there):
    (tmp_path / there).write_text("mine", encoding="utf-8")
    with pytest.raises(CommuniqueError, match=f"{there}: is there already; give another name with --name"):
        adding.save(article.from_text("They met.", "a"), tmp_path)
    assert (tmp_path / there).read_text(encoding="utf-8") == "mine"


AT_ONCE = """
import sys, time
from communique import adding, errors
time.sleep(max(0, float(sys.argv[3]) - time.time()))
try:
    print(adding.add(sys.argv[1], adding.Path(sys.argv[2]), "visit"))
except errors.CommuniqueError as error:
    sys.exit(str(error))
"""


def test_of_several_at_once_one_gets_the_name_and_its_seed_is_whole(tmp_path):
    sources = [tmp_path / f"{letter}.txt" for letter in "abcd"]
    for source in sources:
        source.write_text(f"ROME – {source.stem * 200_000}.\n", encoding="utf-8")
    begin = str(time.time() + 2)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", AT_ONCE, str(source), str(tmp_path / "seeds"), begin],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for source in sources
    ]
    told = [process.communicate(timeout=60) for process in running]
    (winner,) = (number for number, process in enumerate(running) if process.returncode == 0)
    assert [path.name for path in (tmp_path / "seeds").iterdir()] == ["visit.txt"]
    assert (tmp_path / "seeds" / "visit.txt").read_text(encoding="utf-8").strip() == sources[winner].read_text().strip()
    assert all("is there already; give another name" in told[at][1] for at in range(4) if at != winner)
