"""The report's pages in a browser: they ask nobody, complain of nothing, and fit a screen, a phone and paper."""

import re

import pytest

OWN = ("file:", "data:", "blob:", "about:")
OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(browser, file, width):
    """What a page asks of others, what it complains of, and by how much it is too wide."""
    found = []
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.on("request", lambda asked: asked.url.startswith(OWN) or found.append(asked.url[:200]))
    page.on("console", lambda said: said.type == "error" and found.append(said.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.goto(file.as_uri())
    page.wait_for_load_state("networkidle")
    over = page.evaluate(OVER)
    page.close()
    return [*found, f"{over} pixels too wide"] if over > 0 else found


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_ask_nobody_and_fit(browser, pages, width):
    files = sorted(pages.rglob("*.html"))
    assert len(files) >= 3
    found = {str(file.relative_to(pages)): faults(browser, file, width) for file in files}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("name", "most"), [("briefing.html", 1), ("report.html", 2)])
def test_sheets_of_paper(browser, pages, name, most):
    """The briefing is handed on as one sheet, the report as two."""
    page = browser.new_page()
    files = sorted(pages.rglob(name))
    assert len(files) == 2
    for file in files:
        page.goto(file.as_uri())
        assert len(re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True))) in range(1, most + 1), file
    page.close()


def test_a_page_that_asks_complains_and_overflows_is_noticed(browser, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "<img src='http://127.0.0.1:9/x.png'><div style='width: 2000px'>wide</div><script>nothing()</script>",
        encoding="utf-8",
    )
    said = " ".join(faults(browser, page, 390))
    for part in ("http://127.0.0.1:9/x.png", "nothing is not defined", "pixels too wide"):
        assert part in said
