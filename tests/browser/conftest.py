"""A browser, JupyterLab and a report for the tests of this folder, which `make test-browser` runs."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from communique import paths, report

SEED = paths.SEEDS / "000_73b2e8d7d595140f.txt"


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright  # the default run passes by this folder without it

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """The folder of a report of the seed and of a practice article."""
    out = tmp_path_factory.mktemp("outputs")
    assert report.run([SEED, paths.PRACTICE / "31_de_sa_company_pairs.txt"], outputs=out) == []
    return out


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """The address of a JupyterLab whose folder holds the notebooks without their outputs."""
    folder = tmp_path_factory.mktemp("lab")
    for path in paths.NOTEBOOKS.glob("*.ipynb"):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell |= {"outputs": [], "execution_count": None}
        (folder / path.name).write_text(json.dumps(notebook), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--no-browser", "--allow-root", f"--port={port}", "--IdentityProvider.token=", "--expose-app-in-browser"]
    settings = {"COMMUNIQUE_OUTPUTS": str(folder / "outputs"), "JUPYTER_CONFIG_DIR": str(folder / ".config")}
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options, f"--ServerApp.root_dir={folder}"],
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    wait_for(f"{address}/api")
    yield address
    server.terminate()
    server.wait(30)


def wait_for(address):
    """Returns once a server answers there."""
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 -- our own server
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    pytest.fail(f"no answer from {address}")
