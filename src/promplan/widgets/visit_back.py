"""What came back from the visit: a pocket card's code or file, a clearance request with its answers, line by line."""

from collections.abc import Sequence
from html import escape
from typing import Any, Protocol

import ipywidgets as widgets

from promplan.language import Problem, Words, say, say_many
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region

MOST = 2_000_000  # bytes of a file that is read


class Papers(Protocol):
    """What reads them: `promplan.export.visit_papers`."""

    def came_back(self, plan: Plan, data: bytes | str) -> tuple[Plan, Sequence[Words]]:
        """The plan with what stands in one of them, and what became of each line."""


def visit_back(store: Store, papers: Papers) -> Panel:
    """Reads a code as it is typed or pasted, and files: of several phones, of the plant; twice does no harm."""
    return _Back(store, papers).panel


class _Back:
    def __init__(self, store: Store, papers: Papers) -> None:
        self.store, self.papers, self.guard, self.told = store, papers, Guard(acts=True), region()
        wide = widgets.Layout(width="98%", max_width="44em")
        self.code = widgets.Textarea(
            description=str(say("Code of a pocket card")),
            placeholder="224D-230D-XM0G …",
            rows=3,
            style={"description_width": "13em"},
            layout=wide,
        )
        self.take = widgets.Button(description=str(say("Read the code")), layout=widgets.Layout(width="auto"))
        self.take.on_click(self.guard.handler(self.read_code))
        self.upload = widgets.FileUpload(
            accept=".json,.xlsx,.docx",
            multiple=True,
            description=str(say("Read files")),
            layout=widgets.Layout(width="max-content", max_width="100%"),
        )
        self.upload.observe(self.guard.handler(self.read_files), "value")
        title = str(say("What came back from the visit"))
        lead = escape(
            str(
                say(
                    "Each phone's card, by its code or its file, and the sheets that the plant filled in. Ticks of two "
                    "phones are joined; read twice, nothing is there twice."
                )
            )
        )
        row = widgets.HBox([self.take, self.upload], layout=widgets.Layout(flex_flow="row wrap"))
        parts = [heading(title), widgets.HTML(f"<p>{lead}</p>"), self.code, row, self.guard, self.told]
        self.panel = Panel(title, parts, f"<p>{lead}</p>")

    def read_code(self) -> None:
        """What the field holds; it is emptied once it was read."""
        set_region(self.told, "")
        lines = self._into(self.code.value)
        self.code.value = ""
        self._tell([("", lines)])

    def read_files(self) -> None:
        """Every file by itself: one that cannot be read keeps nobody from the next."""
        if not self.upload.value:
            return
        set_region(self.told, "")
        found: list[tuple[str, Sequence[Words]]] = []
        unread = 0
        for one in self.upload.value:
            name = str(one["name"])
            try:
                if one["size"] > MOST:
                    raise Problem(say("{name} is too large for a card or a sheet.", name=name))
                found.append((name, self._into(bytes(one["content"]))))
            except Problem as problem:
                found.append((name, [problem.what]))
                unread += 1
        self.upload.value = ()
        self._tell(found)
        if unread:  # else the tick of what was saved before would stand over it
            self.guard.report(
                say_many(
                    "{n} file was not read; what is the matter with it stands below.",
                    "{n} files were not read; what is the matter with them stands below.",
                    unread,
                )
            )

    def _into(self, data: bytes | str) -> Sequence[Words]:
        told: list[Words] = []

        def change(plan: Plan) -> Plan:
            new, lines = self.papers.came_back(plan, data)
            told[:] = lines
            return new

        self.papers.came_back(self.store.plan, data)  # what cannot be read is said before anything is kept
        self.store.keep()
        self.store.replace(change)
        return told

    def _tell(self, found: Sequence[tuple[str, Sequence[Any]]]) -> None:
        parts = []
        for name, lines in found:
            head = f"<p><b>{escape(name)}</b></p>" if name else ""
            parts.append(f"{head}<ul>{''.join(f'<li>{escape(str(one))}</li>' for one in lines)}</ul>")
        set_region(self.told, "".join(parts))
