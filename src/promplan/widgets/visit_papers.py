"""The papers of a visit as buttons: each is written beside the plan and offered as a link to take along."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from typing import Any, Protocol

import ipywidgets as widgets

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.exporting import export
from promplan.plan.store import Store
from promplan.widgets.guard import Guard
from promplan.widgets.hand_in import LINK, LINKED
from promplan.widgets.panel import Panel, heading, region, set_region

FOLDER = "visit"
TYPES = {
    "pdf": "application/pdf",
    "html": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv",
    "ics": "text/calendar",
}


class Paper(Protocol):
    """A paper as `promplan.export.visit_papers` describes it."""

    words: Words
    lead: Words
    ending: str
    make: Callable[[Plan], bytes]
    ours: Callable[[bytes], bool]

    def name(self, speech: str) -> str:
        """The file's name in a language."""


class Papers(Protocol):
    """What makes the papers: `promplan.export.visit_papers`."""

    PAPERS: Mapping[str, Any]


def visit_papers(store: Store, papers: Papers) -> Panel:
    """Call sheet, pocket card, consent forms and the clearance request, made from the plan as it is now."""
    return _Papers(store, papers).panel


class PaperButtons:
    """A button for each paper of a table, and what became of the last one.

    Args:
        title: over the buttons. folder: where the files go, beside the plan.
    """

    def __init__(self, store: Store, papers: Mapping[str, Any], title: Words, folder: str) -> None:
        self.store, self.papers, self.guard, self.told = store, papers, Guard(acts=True), region()
        self.folder = folder
        rows, static = [], []
        for key, one in self.papers.items():
            button = widgets.Button(
                description=str(one.words), layout=widgets.Layout(width="auto", min_width="min(20.5em, 100%)")
            )
            button.on_click(self.guard.handler(partial(self.write, key)))
            lead = widgets.HTML(f"<p>{escape(str(one.lead))}</p>", layout=widgets.Layout(flex="1 1 18em"))
            rows.append(widgets.HBox([button, lead], layout=widgets.Layout(flex_flow="row wrap", align_items="center")))
            static.append(f"<li><b>{escape(str(one.words))}</b> {escape(str(one.lead))}</li>")
        self.panel = Panel(
            str(title), [heading(str(title)), *rows, self.guard, self.told], f"<ul>{''.join(static)}</ul>"
        )

    def write(self, key: str) -> None:
        """Make one paper from the plan as it is now, over yesterday's."""
        one: Paper = self.papers[key]
        set_region(self.told, "")
        folder = self.store.folder / self.folder
        data = one.make(self.store.plan)
        folder.mkdir(exist_ok=True)
        file = export(folder / one.name(self.store.plan.meta.language), data, one.ours, largest=len(data) + 1_000_000)
        told = say("Saved: {path}", path=f"{self.folder}/{file.name}")
        link = ""
        if len(data) <= LINKED:
            address = f"data:{TYPES[one.ending]};base64,{b64encode(data).decode()}"
            words = escape(str(say("Take {name} along", name=file.name)))
            link = f' <a href="{address}" download="{escape(file.name, quote=True)}" style="{LINK}">{words}</a>'
        set_region(self.told, f"<p>{escape(str(told))}{link}</p>")


class _Papers(PaperButtons):
    def __init__(self, store: Store, papers: Papers) -> None:
        super().__init__(store, papers.PAPERS, say("Papers for the visit"), FOLDER)
