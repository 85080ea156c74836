"""Each notebook opened in JupyterLab and run by the menu, as a person does."""

import pytest

from communique import paths

NOTEBOOKS = sorted(path.name for path in paths.NOTEBOOKS.glob("*.ipynb"))
# What the open notebook holds: cells out of view are not in the page, so the application is asked.
CELLS = """() => {
  const panel = window.jupyterapp.shell.currentWidget;
  const cells = Array.from(panel.content.model.cells).filter(cell => cell.type === "code").map(cell => cell.toJSON());
  return {kernel: panel.sessionContext.kernelDisplayStatus, cells: cells};
}"""
READY = "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.kernelDisplayStatus === 'idle'"
DONE = f"() => {{ const found = ({CELLS})(); return found.kernel === 'idle' && "
DONE += "found.cells.every(cell => cell.execution_count || !cell.source.length || cell.source === ''); }"
STOPPED = f"() => ({CELLS})().cells.some(cell => cell.outputs.some(output => output.output_type === 'error'))"


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_by_the_menu(browser, lab, name):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{lab}/lab/tree/{name}?reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
    page.wait_for_function(READY, timeout=90_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_function(f"() => ({DONE})() || ({STOPPED})()", timeout=240_000)
    cells = page.evaluate(CELLS)["cells"]
    page.close()
    assert [output for cell in cells for output in cell["outputs"] if output["output_type"] == "error"] == []
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
