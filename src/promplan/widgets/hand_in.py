"""The Hand in button: one zip beside the plan, whatever is still open; it can be pressed again and again."""

from base64 import b64encode
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, Words, say
from promplan.plan import pack
from promplan.plan.document import Plan
from promplan.plan.store import FileStore, Store
from promplan.review import RULES, check
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region

LINKED = 2_000_000  # bytes of a zip that a link may hold
LINK = "color: var(--jp-content-link-color, #0550ae); text-decoration: underline"  # JupyterLab shows a widget's bare


def hand_in(store: Store, leaving: Any = None) -> Panel:
    """Packs the plan as it is; what the review still finds is said beside it and keeps nobody from handing in.

    Args:
        leaving: `promplan.export.leaving`; with it, a second button opens `pp.exports()` in place.
    """
    return _HandIn(store, leaving).panel


class _HandIn:
    def __init__(self, store: Store, leaving: Any = None) -> None:
        self.store, self.leaving, self.guard, self.told = store, leaving, Guard(), region()
        self.button = widgets.Button(description=str(say("Hand in")))
        self.button.on_click(self.guard.handler(self.press))
        line = escape(str(pack.ONE_ZIP))
        title = str(say("Hand in"))
        buttons, self.opened = [self.button], widgets.VBox()
        if leaving is not None:
            self.export = widgets.Button(description=str(say("Export the plan")), layout=widgets.Layout(width="auto"))
            self.export.on_click(self.guard.handler(self.open))
            buttons.append(self.export)
        row = widgets.HBox(buttons, layout=widgets.Layout(flex_flow="row wrap"))
        parts = [heading(title), widgets.HTML(f"<p>{line}</p>"), row, self.guard, self.told, self.opened]
        self.panel = Panel(title, parts, f"<p>{line}</p>")

    def open(self) -> None:
        """Show the formats under the buttons; a second press takes them away."""
        from promplan.widgets.exports import exports

        self.opened.children = () if self.opened.children else (exports(self.store, self.leaving),)

    def press(self) -> None:
        """Write the zip anew and say what it is called, how large it is and what is still open."""
        set_region(self.told, "")
        set_region(self.told, self._write())

    def _write(self) -> str:
        if not isinstance(self.store, FileStore):
            raise Problem(
                say("This plan is kept in memory only: there is no file to pack. Start the course with promplan lab.")
            )
        if not self.store.path.exists():
            raise Problem(say("No media plan here yet: it is made with your first answer."))
        done = pack.hand_in(self.store.path)
        lines = [*done.told(), *still_open(self.store.plan)]
        return "<br>".join([*(escape(str(line)) for line in lines), _link(done.path)])


def _link(zip_: Path) -> str:
    """A link that holds the zip itself: a relative one in a widget leads to a page of JupyterLab, not to the file."""
    if zip_.stat().st_size > LINKED:
        words = say("To download it, right-click {name} in the list of files and choose Download.", name=zip_.name)
        return escape(str(words))
    data = b64encode(zip_.read_bytes()).decode()
    name = escape(zip_.name)
    words = say("Download {name}", name=zip_.name)
    return f'<a href="data:application/zip;base64,{data}" download="{name}" style="{LINK}">{escape(str(words))}</a>'


def still_open(plan: Plan) -> list[Words]:
    """What the review would still say, unit by unit, and how many reasons stand in place of a fix."""
    found, blank, excused = [], [], []
    for unit in sorted({one.unit for one in RULES.values()}):
        report = check(plan, unit)
        if report.exceptions:
            excused.append(f"{unit} – {len(report.exceptions)}")
        if report.open:
            found.append(f"{unit} – {len(report.open)}")
        elif not report.passed:
            blank.append(unit)
    lines = []
    if found:
        lines.append(say("Still open, by unit: {units}. You may hand in again later.", units=", ".join(found)))
    if blank:
        lines.append(say("Nothing to check yet: {units}.", units=", ".join(blank)))
    lines = lines or [say("The review finds nothing open.")]
    if excused:
        lines.append(say("Reasons given in place of a fix, by unit: {units}.", units=", ".join(excused)))
    return lines
