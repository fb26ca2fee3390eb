"""An editor of a list of records: the list, the chosen record's form, and what the review says of it, live."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Words
from promplan.plan import edit
from promplan.plan.base import Part
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.widgets.form import Form
from promplan.widgets.form import line as first_words
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading
from promplan.widgets.records import Records


class ChosenForm:
    """The chosen record's form: built with the first record and then only filled anew, so that focus stays."""

    def __init__(self, store: Store, path: str, kind: type[Part], fields: Iterable[str], guard: Guard) -> None:
        self.store, self.path, self.kind, self.fields, self.guard = store, path, kind, tuple(fields), guard
        self.box = widgets.VBox([])
        self.form: Form | None = None
        self.id = ""

    def show(self, id_: str) -> None:
        """Fill the form with this record; none is shown for an empty id."""
        self.id = id_
        self.box.layout.display = "" if id_ else "none"
        if not id_:
            return
        if self.form is None:
            self.form = Form(self.store, f"{self.path}/{id_}", self.kind, self.fields, self.guard)
            self.box.children = (self.form.box,)
        else:
            self.form.load(f"{self.path}/{id_}")

    def follow(self) -> None:
        """Follow the plan while the record is in it."""
        if self.form is not None and any(one.id == self.id for one in edit.records(self.store.plan, self.path)):
            self.form.load()


class Editor:
    """List, form and findings of the records at `path`.

    Args:
        fields: names of the record's fields, in the form's order. unit: whose rules speak.
        about: objects besides the list's own records whose findings are shown too.
        line: how a record looks in the list.
    """

    def __init__(
        self,
        store: Store,
        path: str,
        fields: Iterable[str],
        label: Words,
        unit: str,
        about: Iterable[str] = (),
        line: Callable[[Any], str] = first_words,
    ) -> None:
        self.store, self.path, self.line = store, path, line
        self.guard = Guard()
        letter, others = edit.LISTS[path], set(about)

        def belongs(one: Finding) -> bool:
            return one.object in others or (one.object[:1] == letter and one.object[1:].isdigit())

        self.chosen = ChosenForm(store, path, edit.KINDS[path], fields, self.guard)
        self.rows = Records(store, path, label, line, self.guard, self.chosen.show)
        self.chosen.show(self.rows.list.value or "")
        store.watch(self.chosen.follow)
        self.says = Live(store, unit, belongs, chosen=lambda: self.rows.list.value or "")
        self.rows.list.observe(lambda _: self.says.draw(), "value")

    @property
    def children(self) -> list[Any]:
        """The parts in their order: list, form, guard, findings."""
        return [self.rows.box, self.chosen.box, self.guard, self.says.view]

    def panel(self, title: str, *before: Any) -> Panel:
        """The editor under a heading, with what comes before its list."""
        return Panel(title, [heading(title), *before, *self.children], self.static())

    def static(self) -> str:
        """The records as a list, for a page without a kernel."""
        rows = "".join(f"<li>{escape(self.line(one))}</li>" for one in edit.records(self.store.plan, self.path))
        return f"<ul>{rows}</ul>" if rows else ""
