"""A sheet or a calendar that comes back: what is what in it, what would change row by row, and what is accepted.

Nothing enters the plan before somebody has ticked it and pressed; then all that is ticked does, or nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from html import escape
from typing import Any, Protocol

import ipywidgets as widgets

from promplan.language import Problem, Words, say
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.proposals import MOST as MOST_SHOWN
from promplan.widgets.proposals import Proposal, Proposals
from promplan.widgets.toast import Toast
from promplan.widgets.visit_stops import change

MOST = 20_000_000  # bytes of a file that is read
COLUMNS = 40  # of a sheet that are asked about
FOLLOWED = 1000  # rows that are compared anew with every change of the plan
ITEMS = "items"


class Files(Protocol):
    """What reads them: `promplan.export.calendar_files`."""

    def opened(self, data: bytes) -> Any:
        """A file: its `heads`, and the `mapping` of its columns."""

    def fields(self) -> Mapping[str, Words]:
        """What a column may hold."""

    def difference(self, plan: Plan, file: Any, mapping: Mapping[int, str] | None = None) -> Any:
        """What the file would change: its `rows`, and `notes` about the whole."""

    def said(self, row: Any) -> Any:
        """A row in words."""

    def counted(self, found: Any) -> Sequence[Words]:
        """How much differs."""

    def take(self, plan: Plan, found: Any, chosen: Collection[str]) -> tuple[Plan, Sequence[Words]]:
        """The plan with the chosen rows, and what was done."""


def calendar_back(store: Store, files: Files) -> Panel:
    """Reads .xlsx, .csv and .ics, shows what differs from the plan, and takes what is ticked; Undo takes it back."""
    return _Back(store, files).panel


class _Back:
    def __init__(self, store: Store, files: Files) -> None:
        self.store, self.files, self.guard = store, files, Guard(acts=True)
        self.toast, self.told = Toast(self.guard), region()
        self.file: Any = None
        self.found: Any = None
        self.places: list[Any] = []
        self.upload = widgets.FileUpload(
            accept=".xlsx,.csv,.ics,.txt,.tsv",
            multiple=False,
            description=str(say("Choose the file")),
            layout=widgets.Layout(width="max-content", max_width="100%"),
        )
        self.upload.observe(self.guard.handler(self.read), "value")
        self.columns = widgets.VBox([])
        self.proposals = Proposals(say("What would change"))
        self.proposals.observe(self.guard.handler(self.take_ticked), "pressed")
        self._show(None)
        store.watch(self.follow)
        title = str(say("A calendar that comes back"))
        lead = escape(
            str(
                say(
                    "The sheet that the press office has edited, or a calendar from a phone. Nothing enters the plan "
                    "before you have ticked it here."
                )
            )
        )
        children = [
            heading(title),
            widgets.HTML(f"<p>{lead}</p>"),
            self.upload,
            self.guard,
            self.told,
            self.columns,
            self.proposals,
            self.toast,
        ]
        self.panel = Panel(title, children, f"<p>{lead}</p>")

    def read(self) -> None:
        """Read the file that was chosen; one that cannot be read leaves nothing of an earlier one on the screen."""
        if not self.upload.value:
            return
        one = self.upload.value[0]
        self.upload.value = ()
        self.file, self.places = None, []
        self.columns.children = ()
        self._show(None)
        if one["size"] > MOST:
            raise Problem(say("{name} is too large for a calendar.", name=str(one["name"])))
        self.file = self.files.opened(bytes(one["content"]))
        self._ask_columns()
        self.compare()

    def _ask_columns(self) -> None:
        """A choice for each column of somebody's own sheet: what it holds. One of ours says so itself."""
        mapping = self.file.mapping
        if "code" in mapping.values():
            return
        known = [(str(say("(ignored)")), ""), *((str(words), key) for key, words in self.files.fields().items())]
        for place, head in [(place, head) for place, head in enumerate(self.file.heads) if head][:COLUMNS]:
            one = widgets.Dropdown(
                options=known,
                value=mapping.get(place, ""),
                description=head[:60],
                style={"description_width": "13em"},
                layout=widgets.Layout(width="98%", max_width="40em"),
            )
            one.observe(self.guard.handler(self.compare), "value")
            self.places.append((place, one))
        if self.places:
            title = escape(str(say("What each column holds")))
            self.columns.children = [widgets.HTML(f"<p><b>{title}</b></p>"), *(one for _, one in self.places)]

    def _mapping(self) -> dict[int, str] | None:
        """What the columns were said to hold; None where nobody was asked."""
        return {place: one.value for place, one in self.places if one.value} if self.places else None

    def compare(self) -> None:
        """Compare the file with the plan as it is now."""
        self._show(None)
        self._show(self.files.difference(self.store.plan, self.file, self._mapping()))

    def follow(self) -> None:
        """The plan has changed: what differs now, the ticks as they were; an undo brings rows back."""
        if self.found is None or len(self.found.rows) > FOLLOWED:
            return
        refused = {one.key for one in self.found.rows} - set(self.proposals.value)
        found = self.files.difference(self.store.plan, self.file, self._mapping())
        self._show(found, [one.key for one in found.rows if one.calm and one.key not in refused])

    def _show(self, found: Any, picked: Collection[str] | None = None) -> None:
        self.found = found
        every = () if found is None else found.rows
        rows = [_proposal(self.files.said(row)) for row in every[:MOST_SHOWN]]
        self.proposals.show(rows, picked, len(every) - len(rows))
        lines = [] if found is None else [*self.files.counted(found), *found.notes]
        set_region(self.told, f"<ul>{''.join(f'<li>{escape(str(one))}</li>' for one in lines)}</ul>" if lines else "")

    def take_ticked(self) -> None:
        """What is ticked goes into the plan, all of it or nothing; what is left is compared anew."""
        if self.found is None:
            raise Problem(say("Choose a file first."))
        found, chosen, told = self.found, self.proposals.value, list[Words]()

        def act(plan: Plan) -> Plan:
            new, lines = self.files.take(plan, found, chosen)
            told[:] = lines
            return new

        act(self.store.plan)  # what cannot be taken is said before anything is kept
        self.store.keep()
        change(self.store, self.toast, [ITEMS], act, lambda: Words(" ".join(map(str, told))))
        self.compare()


def _proposal(said: Any) -> Proposal:
    return Proposal(said.key, said.sign, said.head, said.changes, said.notes, said.can, said.calm)
