"""What a student's hands do in JupyterLab, for the browser tests."""

from types import SimpleNamespace

from browser.tabs import closed

from promplan.plan.document import Plan
from promplan.plan.store import NAME, read


def open_notebook(lab: SimpleNamespace, name: str, ready: str = "") -> None:
    """Open `exercises/NAME` or `notebooks/NAME` of the laid folder in the place of what is open; it runs by itself.

    Args:
        ready: what the shell then says of it: run `now`, run `before`, or `changed` and so not run.
    """
    kind, _, unit = name.partition("/")
    page, path = lab.page, f"{lab.folder.name}/{kind}/{lab.language}/{unit}.ipynb"
    if page.url.startswith(lab.base):
        closed(page)
        page.evaluate("path => window.jupyterapp.commands.execute('docmanager:open', {path})", path)
    else:
        page.goto(f"{lab.base}/lab/tree/{path}?token={lab.token}&reset")
    page.wait_for_selector(f".jp-NotebookPanel[data-pp-ready{'=' + ready if ready else ''}]", timeout=120_000)
    kernel_is_idle(page)
    if ready != "changed":
        page.wait_for_selector(".promplan-guard", state="attached")


def kernel_is_idle(page) -> None:
    page.wait_for_function(
        "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
        timeout=120_000,
    )


def run_all(page) -> None:
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells') }")
    page.wait_for_function(
        "() => ![...document.querySelectorAll('.jp-InputPrompt')].some(e => e.textContent.includes('*'))",
        timeout=120_000,
    )
    page.wait_for_selector(".promplan-guard", state="attached")


def cell(page, call: str):
    """The cell whose code calls `pp.CALL`: labels come again in other cells."""
    return page.locator(".jp-CodeCell", has=page.locator(".pp-code-line code", has_text=f"pp.{call}(")).first


def field(scope, label: str):
    """The control that carries this label, on the page or in a cell."""
    return scope.get_by_label(label, exact=True).first


def press(scope, name: str) -> None:
    """Press the button with this name."""
    scope.get_by_role("button", name=name, exact=True).first.click()


def plan(lab: SimpleNamespace) -> Plan:
    """The plan as it stands on the disk now; a blank one before its first change has been written."""
    file = lab.folder / NAME
    return read(file) if file.exists() else Plan()


def wait_for(page, condition, seconds: float = 60, say=None) -> None:
    for _ in range(int(seconds * 20)):
        if condition():
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"it did not come true in time: {say() if say else ''}")
