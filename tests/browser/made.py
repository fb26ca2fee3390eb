"""A notebook of a test's own, for widgets before a lesson has them, and what a hand does on the screen."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import nbformat
from browser.driving import kernel_is_idle, run_all
from browser.tabs import closed

from promplan.plan.codec import dumps
from promplan.plan.document import Plan
from promplan.plan.store import NAME


def open_cells(lab: SimpleNamespace, plan: Plan, calls: Sequence[str], unit: str = "04-art") -> None:
    """Write the plan, open a notebook with these cells, and run it."""
    page = lab.page
    (lab.folder / NAME).write_bytes(dumps(plan))
    cells = [f'import promplan as pp\npp.start("{unit}", "{lab.language}")', *calls]
    course = nbformat.read(lab.folder / "exercises" / lab.language / "03-message.ipynb", as_version=4)
    notebook = nbformat.v4.new_notebook(  # with the mark of the course's own, so that the shell is around it
        cells=[nbformat.v4.new_code_cell(source) for source in cells], metadata=course.metadata
    )
    path = f"{lab.folder.name}/exercises/{lab.language}/own.ipynb"
    nbformat.write(notebook, lab.folder.parent / path)
    if page.url.startswith(lab.base):
        closed(page)
        page.evaluate("path => window.jupyterapp.commands.execute('docmanager:open', {path})", path)
    else:
        page.goto(f"{lab.base}/lab/tree/{path}?token={lab.token}&reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    kernel_is_idle(page)
    run_all(page)  # its code is none of the course's: nothing runs it unasked


def middle(one: Any) -> tuple[float, float]:
    """The middle of an element, on the screen."""
    one.scroll_into_view_if_needed()
    box = one.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Any, one: Any, to: Any) -> None:
    """Carry an element by mouse to the middle of another."""
    start = middle(one)
    page.mouse.move(*start)
    page.mouse.down()
    end = to.bounding_box()
    x, y = end["x"] + end["width"] / 2, end["y"] + end["height"] / 2
    page.mouse.move((start[0] + x) / 2, (start[1] + y) / 2, steps=4)
    page.mouse.move(x, y, steps=4)
    page.mouse.up()
