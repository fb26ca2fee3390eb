"""An editor of a list of records: the table, the chosen record's card, and what the review says of it, live."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Words, say
from promplan.plan import edit, tree
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.review.report_html import ORDER
from promplan.widgets.card import Card
from promplan.widgets.chosen import ChosenForm
from promplan.widgets.controls import Offer
from promplan.widgets.controls import line as first_words
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live, filled
from promplan.widgets.order import AS_IT_IS, Order
from promplan.widgets.panel import Panel, heading
from promplan.widgets.records import Records
from promplan.widgets.table import Column


class Editor:
    """Table, card and findings of the records at `path`.

    Args:
        fields: names of the record's fields, in the form's order. unit: whose rules speak.
        about: objects besides the list's own records whose findings are shown too. offers: see `Form`.
        line: how a record looks in one line. columns: what the table shows of it. order: what its card asks first.
        place: the card's head: "Fact {n} of {all}".
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
        offers: Mapping[str, Offer] | None = None,
        columns: Sequence[Column] = (),
        order: Order = AS_IT_IS,
        place: Words | None = None,
    ) -> None:
        self.store, self.path, self.line = store, path, line
        self.place = place or say("{n} of {all}")
        self.guard = Guard()
        kind = tree.kind_at(type(store.plan), path)
        letters, others = {one.LETTER for one in tree.kinds(kind)}, set(about)

        def belongs(one: Finding) -> bool:
            return one.object in others or (one.object[-1:].isdigit() and tree.letter_of(one.object) in letters)

        typed = replace(order, typed=lambda: self.rows.toast.clear())
        self.chosen = ChosenForm(store, path, kind, fields, self.guard, offers, typed)
        self.rows = Records(store, path, label, line, self.guard, self.chosen.show, columns)
        self.chosen.show(self.rows.list.value)
        store.watch(self.chosen.follow)
        self.head = Card()
        self.says = Live(store, unit, belongs, chosen=self._shown, told=self._tell)
        self.rows.list.observe(lambda _: self.says.draw(), "value")
        self.register = self._register()

    def _register(self) -> Any:
        head = widgets.HBox([self.head, self.guard])
        head.add_class("pp-record-head")
        self.more = widgets.Button(description=str(say("Add another")))
        self.more.add_class("pp-add")
        self.more.on_click(self.guard.handler(self.rows.add))
        self.card = widgets.VBox([head, self.chosen.box, self.more, self.says.view])
        self.card.add_class("pp-record")
        box = widgets.VBox([self.rows.box, self.card])
        box.add_class("pp-register")
        return box

    def in_card(self, *parts: Any) -> None:
        """Show these in the card, above its form."""
        head, *rest = self.card.children
        self.card.children = (head, *parts, *rest)

    def _shown(self) -> set[str]:
        """The chosen record, and those that stand in it."""
        chosen = [one for one in self.rows.rows() if one.id == self.rows.list.value]
        return {one.id for record in chosen for one in (record, *tree.records(record))}

    def _tell(self, found: Sequence[Finding]) -> None:
        """Say in each row the worst that was found, and at each field of the card what was found there."""
        rows = self.rows.rows()
        by: dict[str, list[Finding]] = {}
        for one in found:
            by.setdefault(one.object, []).append(one)
        whose = {one.id: [one.id, *(it.id for it in tree.records(one))] for one in rows}
        self.rows.show_signs(
            {one.id: _sign(one, [it for id_ in whose[one.id] for it in by.get(id_, ())]) for one in rows}
        )
        with self.head.hold_sync():
            self.head.said, self.head.key = self._place(rows), self.chosen.id
        if self.chosen.form is not None:
            at: dict[str, list[Finding]] = {}
            for it in by.get(self.chosen.id, ()):
                at.setdefault(it.field, []).append(it)
            self.chosen.form.tell(at)

    def _place(self, rows: Sequence[Any]) -> str:
        """Which record of how many the card shows, and who entered it."""
        n = next((n for n, one in enumerate(rows, 1) if one.id == self.rows.list.value), 0)
        if not n:
            return ""
        said = Words(self.place.template, {"n": n, "all": len(rows)})
        who = next((one.name for one in self.store.plan.team.members if one.id == rows[n - 1].by), "")
        return str(say("{place}, by {name}", place=said, name=who) if who else said)

    @property
    def children(self) -> list[Any]:
        """The parts in their order."""
        return [self.register]

    def panel(self, title: str, *before: Any) -> Panel:
        """The editor under a heading, with what comes before its table."""
        return Panel(title, [heading(title), *before, *self.children], self.static())

    def static(self) -> str:
        """The records as a list, for a page without a kernel."""
        rows = "".join(f"<li>{escape(self.line(one))}</li>" for one in edit.records(self.store.plan, self.path))
        return f"<ul>{rows}</ul>" if rows else ""


def _sign(record: Any, found: Sequence[Finding]) -> str:
    """The worst open finding of a record; none: does it hold, or is nothing in it yet?"""
    still = [one.severity for one in found if one.answered is None]
    if still:
        return min(still, key=ORDER.index)
    return "excepted" if found else "passed" if filled(record) else ""
