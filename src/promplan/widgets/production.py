"""Production of a piece: its steps, who does each and what it waits for, the longest chain, and what slips."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan import language
from promplan.figures.production_steps import Work, said, slipped, work
from promplan.language import Problem, Words, chosen, pick, say, say_many
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.production import WHOSE, WorkStep
from promplan.plan.store import Store
from promplan.widgets.guard import Guard
from promplan.widgets.in_piece import InPiece, row
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.production_usual import usual
from promplan.widgets.production_view import bars, in_calendar
from promplan.widgets.table import Column
from promplan.widgets.which_piece import Picker

FIELDS = ("name", "days", "whose", "after", "owner")
FIRST = (("name",), ("days", "whose"), ("after",), ("owner",))
RULES = ("ITEM-11",)
LOOKS: dict[str, Any] = {"style": {"description_width": "initial"}, "layout": {"max_width": "44em"}}
LEAD = say("The longest chain decides the day. Most of it is waiting: see how much of it is the plant's days.")


def production(store: Store) -> Panel:
    """The steps of production of the pieces, to edit."""
    return _Production(store).panel


class _Production:
    def __init__(self, store: Store) -> None:
        self.store = store
        guard = Guard()
        self.picker = Picker(store, guard, lambda: self.draw())
        self.editor = InPiece(
            store,
            self.picker,
            "production",
            FIELDS,
            say("Steps of production"),
            _columns,
            line=_line,
            order=Order(first=FIRST),
            place=say("Step {n} of {all}"),
            rules=RULES,
            offers={"after": self._others},
        )
        self.lay = widgets.Button(description=str(say("Lay out the usual steps")))
        self.lay.on_click(self.editor.guard.handler(self.lay_out))
        self.view, self.told = widgets.HTML(), region()
        self.late = widgets.Dropdown(description=str(say("What if this step is late?")), options=[], **LOOKS)
        self.by = widgets.BoundedIntText(5, min=1, max=60, description=str(say("Working days late")), **LOOKS)
        self.slips = region()
        for one in (self.late, self.by):
            one.observe(guard.handler(self.say_slip), "value")
        self.what_if = widgets.VBox([row(self.late, self.by), self.slips])
        self._of: Work | None = None
        self.draw()
        title = str(say("Production: who, how long, what waits for what"))
        lead = f"<p>{escape(str(LEAD))}</p>"
        children = [
            heading(title), widgets.HTML(lead), self.picker.box, guard, row(self.lay), *self.editor.children,
            self.told, self.view, self.what_if,
        ]  # fmt: skip
        self.panel = Panel(title, children, f"{lead}{self.editor.static()}")
        self.panel.add_class("pp-producing")

    def draw(self) -> None:
        """Follow the plan and the choice of the piece."""
        self.editor.load()
        item = self.picker.item
        self.lay.layout.display = "" if item and not item.production else "none"
        told: list[Words] = []
        try:
            self._of = work(item) if item else None
        except Problem as circle:
            self._of, told = None, [circle.what]
        of = self._of
        if of is not None and item is not None:
            told = said(of)
            told += [it for it in [in_calendar(self.store.plan, item, of)] if it]
        set_region(self.told, "".join(f"<p>{escape(str(one))}</p>" for one in told))
        now = bars(of) if of else ""
        if self.view.value != now:
            self.view.value = now
        self.what_if.layout.display = "" if of else "none"
        options = [(of.name(id_), id_) for id_ in of.steps] if of else []
        if list(self.late.options) != options:
            keep = self.late.value
            self.late.options = options
            tight = [id_ for _, id_ in options if of and of.is_plant(id_) and not of.timed.tasks[id_].slack]
            keys = [id_ for _, id_ in options]
            self.late.value = keep if keep in keys else next(iter([*tight, *keys]), None)
        self.say_slip()

    def say_slip(self) -> None:
        """What moves when the chosen step is late."""
        of = self._of
        if of is None or self.late.value not in of.steps:
            set_region(self.slips, "")
            return
        told = slipped(of, str(self.late.value), int(self.by.value))
        set_region(self.slips, "".join(f"<p>{escape(str(one))}</p>" for one in told))

    def lay_out(self) -> None:
        """The usual steps of the piece's form, into a piece that has none; one press takes them out again."""
        item = self.picker.item
        if item is None or item.production:
            return
        path, rows = f"items/{item.id}/production", self.editor.rows
        made: list[str] = []

        def all_of_them(plan: Plan) -> Plan:
            made.clear()
            for one in usual(plan, item):
                with language.inside(plan.meta.language):  # whose words these are from now on
                    name = str(chosen(one.name))
                values = {"name": name, "days": one.days, "whose": one.whose}
                plan, id_ = edit.add(plan, path, {**values, "after": [made[n] for n in one.after]})
                made.append(id_)
            return plan

        self.store.replace(all_of_them)
        rows.list.value = made[0]

        def undo() -> Words:
            def out(plan: Plan) -> Plan:
                for id_ in reversed(made):
                    plan = edit.remove(plan, f"{path}/{id_}") if edit.is_there(plan, f"{path}/{id_}") else plan
                return plan

            self.store.replace(out)
            return say_many("Taken back: {n} step", "Taken back: {n} steps", len(made))

        told = say_many(
            "{n} step added: correct its days, they are estimates.",
            "{n} steps added: correct their days, they are estimates.",
            len(made),
        )
        rows.toast.offer(told, undo)

    def _others(self, plan: Plan) -> list[tuple[str, str]]:
        """The steps of this piece and of no other; a step does not wait for itself."""
        item = self.picker.item
        return [(f"{one.id} · {one.name or say('(empty)')}", one.id) for one in item.production] if item else []


def _columns(item: Callable[[], Item | None]) -> Sequence[Column]:
    def after(one: WorkStep) -> str:
        here = item()
        names = {it.id: it.name.strip() or it.id for it in here.production} if here else {}
        return ", ".join(names.get(id_, id_) for id_ in one.after)

    return (
        Column(say("Step of the work"), lambda one: (one.name or str(say("(empty)")), _owner(one))),
        Column(say("Days"), lambda one: "" if one.days is None else str(one.days), strong=True),
        Column(say("Whose days"), lambda one: str(pick(WHOSE[one.whose])) if one.whose else ""),
        Column(say("Waits for"), after),
    )


def _owner(one: WorkStep) -> str:
    return one.owner.strip()


def _line(one: WorkStep) -> str:
    return f"{one.id} · {one.name or say('(empty)')} · {'–' if one.days is None else one.days}"
