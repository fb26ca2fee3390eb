"""A file that comes back: what is what in it, what would change row by row, and what is accepted.

Nothing enters the plan before somebody has ticked it and pressed; then all that is ticked does, or nothing. What is
shared by the calendar (`calendar_back`) and the results (`results_back`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
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


class Files(Protocol):
    """What reads them: `promplan.export.calendar_files`, `results_files`."""

    def fields(self) -> Mapping[str, Words]:
        """What a column may hold."""

    def said(self, row: Any) -> Any:
        """A row in words."""

    def counted(self, found: Any) -> Sequence[Words]:
        """How much differs."""

    def take(self, plan: Plan, found: Any, chosen: Collection[str]) -> tuple[Plan, Sequence[Words]]:
        """The plan with the chosen rows, and what was done."""


@dataclass(frozen=True)
class Texts:
    """What is said: the panel's title and its lead, the endings of files, what is said of one too large ({name}).

    `choice` is what may be chosen in each row; None: nothing.
    """

    title: Words
    lead: Words
    accept: str
    large: Words
    choice: Words | None = None


class SheetBack:
    """The panel; `path` is the list of the plan that what is taken goes into."""

    def __init__(self, store: Store, files: Files, texts: Texts, path: str) -> None:
        self.store, self.files, self.texts, self.path = store, files, texts, path
        self.guard = Guard(acts=True)
        self.toast, self.told = Toast(self.guard), region()
        self.file: Any = None
        self.found: Any = None
        self.places: list[Any] = []
        self.upload = widgets.FileUpload(
            accept=texts.accept,
            multiple=False,
            description=str(say("Choose the file")),
            layout=widgets.Layout(width="max-content", max_width="100%"),
        )
        self.upload.observe(self.guard.handler(self.read), "value")
        self.columns = widgets.VBox([])
        self.proposals = Proposals(say("What would change"), texts.choice)
        self.proposals.observe(self.guard.handler(self.take_ticked), "pressed")
        asked = self.asked()
        self._show(None)
        store.watch(self.follow)
        title, lead = str(texts.title), escape(str(texts.lead))
        children = [
            heading(title),
            widgets.HTML(f"<p>{lead}</p>"),
            widgets.VBox([self.upload, *self.sources()]),
            self.guard,
            self.told,
            self.columns,
            *asked,
            self.proposals,
            self.toast,
        ]
        self.panel = Panel(title, children, f"<p>{lead}</p>")

    # what each kind of file does its own way

    def asked(self) -> Sequence[Any]:
        """What is asked of a file beside its columns."""
        return ()

    def sources(self) -> Sequence[Any]:
        """Where a file may come from beside an upload."""
        return ()

    def opened(self, data: bytes, name: str) -> Any:
        """The file, with its `heads` and the `mapping` of its columns."""
        raise NotImplementedError

    def difference(self) -> Any:
        """What the file would change in the plan as it is now."""
        raise NotImplementedError

    def proposal(self, said: Any) -> Proposal:
        """A row in words as a proposal."""
        return Proposal(said.key, said.sign, said.head, said.changes, said.notes, said.can, said.calm)

    def asks_columns(self) -> bool:
        """Is it somebody's own sheet, whose columns are asked about?"""
        return True

    # what is the same for all

    def read(self) -> None:
        """Read the file that was chosen; one that cannot be read leaves nothing of an earlier one on the screen."""
        if not self.upload.value:
            return
        one = self.upload.value[0]
        self.upload.value = ()
        self.forget()
        if one["size"] > MOST:
            raise Problem(Words(self.texts.large.template, {"name": str(one["name"])}))
        self.take_file(str(one["name"]), bytes(one["content"]))

    def forget(self) -> None:
        """Nothing of an earlier file, or of what was done with it, is on the screen."""
        self.file, self.places = None, []
        self.columns.children = ()
        self.toast.clear()
        self._show(None)

    def take_file(self, name: str, data: bytes) -> None:
        """Open a file and compare it."""
        self.forget()
        self.file = self.opened(data, name)
        self._ask_columns()
        self.compare()

    def _ask_columns(self) -> None:
        """A choice for each column of somebody's own sheet: what it holds. One of ours says so itself."""
        if not self.asks_columns():
            return
        mapping = self.file.mapping
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

    def mapping(self) -> dict[int, str] | None:
        """What the columns were said to hold; None where nobody was asked."""
        return {place: one.value for place, one in self.places if one.value} if self.places else None

    def compare(self) -> None:
        """Compare the file with the plan as it is now."""
        self._show(None)
        if self.file is not None:
            self._show(self.difference())

    def again(self) -> None:
        """Compare anew, the ticks as they were: what was calm and not ticked stays so."""
        if self.found is None:
            return
        refused = {one.key for one in self.found.rows} - set(self.proposals.value)
        found = self.difference()
        self._show(found, [one.key for one in found.rows if one.calm and one.key not in refused])

    def follow(self) -> None:
        """The plan has changed: what differs now; an undo brings rows back."""
        if self.found is not None and len(self.found.rows) <= FOLLOWED:
            self.again()

    def _show(self, found: Any, picked: Collection[str] | None = None) -> None:
        self.found = found
        every = () if found is None else found.rows
        rows = [self.proposal(self.files.said(row)) for row in every[:MOST_SHOWN]]
        self.proposals.show(rows, picked, len(every) - len(rows))
        lines = [] if found is None else [*self.files.counted(found), *found.notes]
        set_region(self.told, f"<ul>{''.join(f'<li>{escape(str(one))}</li>' for one in lines)}</ul>" if lines else "")

    def take_ticked(self) -> None:
        """What is ticked goes into the plan, all of it or nothing; what is left is compared anew."""
        if self.found is None:
            raise Problem(say("Choose a file first."))
        found, chosen, told = self.found, self.chosen(), list[Words]()

        def act(plan: Plan) -> Plan:
            new, lines = self.files.take(plan, found, chosen)
            told[:] = lines
            return new

        act(self.store.plan)  # what cannot be taken is said before anything is kept
        self.store.keep()
        change(self.store, self.toast, [self.path], act, lambda: Words(" ".join(map(str, told))))
        self.compare()

    def chosen(self) -> Collection[str]:
        """The keys of what was ticked."""
        return self.proposals.value
