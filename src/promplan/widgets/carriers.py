"""Who carries it for free: workers, families, teachers, editors; what they are given, why, and whom they reach."""

from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Words, number, pick, say, say_in, say_many
from promplan.plan.budget import CARRIERS, Carrier
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.spending.sums import carried
from promplan.widgets.calendar_names import EMPTY, member_named
from promplan.widgets.carriers_example import example
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.part_form import UNIT
from promplan.widgets.table import Column

PATH = "budget.carriers"
FIELDS = ("who", "what", "given", "why", "asked_by", "on", "channel", "audience", "people", "people_from", "hours")
FIRST = (
    ("who",), ("what",), ("given", "why"), ("asked_by", "on"), ("audience", "channel"), ("people", "people_from"),
    ("hours",),
)  # fmt: skip
LEAD = say(
    "Begin without money. Who would show it to others because it is worth it to them? Nobody carries what they were "
    "not asked to carry, and nobody carries empty hands: say who of you asks, what you give them, and why they would."
)


def carriers(store: Store) -> Panel:
    """Who carries the content without being paid, to edit, and how many people that reaches at most."""
    return _Carriers(store).panel


class _Carriers:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.editor = Editor(
            store,
            PATH,
            FIELDS,
            say("Who carries it for free"),
            UNIT,
            about=("carriers",),
            line=lambda one: f"{one.id} · {named(one)} · {begun(one.what, 60)}",
            columns=self._columns(),
            order=Order(first=FIRST),
            place=say("Carrier {n} of {all}"),
        )
        self.sums, self.example = region(), widgets.HTML()
        self.editor.in_card(self.example)
        self.editor.rows.list.observe(lambda _: self.draw(), "value")
        store.watch(self.draw)
        self.draw()
        title, lead = str(say("Who carries it for free")), f"<p>{escape(str(LEAD))}</p>"
        children: list[Any] = [
            heading(title), widgets.HTML(lead), self._begin(), self.sums, *self.editor.children,
        ]  # fmt: skip
        self.panel = Panel(title, children, f"{lead}{told(store.plan)}{self.editor.static()}")
        self.panel.add_class("pp-carrying")

    def _columns(self) -> tuple[Column, ...]:
        def asked(one: Carrier) -> tuple[str, str]:
            return member_named(self.store.plan, one.asked_by), str(say("by {day}", day=one.on)) if one.on else ""

        def people(one: Carrier) -> tuple[str, str]:
            return ("" if one.people is None else number(one.people)), begun(one.people_from, 50)

        return (
            Column(say("Who carries it"), lambda one: (named(one), begun(one.what, 70))),
            Column(say("In their hands"), lambda one: begun(one.given, 60)),
            Column(say("Who of us asks them"), asked),
            Column(say("People"), people, strong=True),
            Column(say("Our hours"), lambda one: "" if one.hours is None else number(one.hours)),
        )

    def _begin(self) -> Any:
        """A button for each kind: a card that knows who, and nothing else."""
        buttons = []
        for key, words in CARRIERS.items():
            if not key:
                continue
            button = widgets.Button(description=f"+ {pick(words)}")
            button.on_click(self.editor.guard.handler(partial(self.add, key)))
            buttons.append(button)
        box = widgets.HBox(buttons)
        box.add_class("pp-begin-cards")
        return box

    def add(self, key: str) -> None:
        """A card for carriers of this kind, behind the chosen one."""
        rows = self.editor.rows
        rows.joins(self.store.add(PATH, {"who": key}, after=rows.list.value or None), say("Added: {record}"))

    def draw(self) -> None:
        """Follow the plan and the choice of the card."""
        set_region(self.sums, told(self.store.plan))
        one = next((it for it in self.store.plan.budget.carriers if it.id == self.editor.rows.list.value), None)
        now = for_example(one) if one is not None else ""
        if self.example.value != now:
            self.example.value = now


def named(one: Carrier) -> str:
    """Who carries it, in words."""
    return str(pick(CARRIERS[one.who])) if one.who else str(EMPTY)


def for_example(one: Carrier) -> str:
    """Questions of help for the fields that are still empty; nothing of it goes into the plan."""
    if not one.who:
        return ""
    held = {"what": one.what, "given": one.given, "why": one.why}
    rows = [(label, words) for name, label, words in example(one.who) if not held[name].strip()]
    if not rows:
        return ""
    lines = "".join(f"<br><b>{escape(str(label))}:</b> {escape(str(words))}" for label, words in rows)
    head = escape(str(say("For example, to think on; write your own:")))
    return f'<p class="pp-for-example">{head}{lines}</p>'


def told(plan: Plan) -> str:
    """How many people at most, how many hours, and what nobody has said, as HTML."""
    found = carried(plan)
    if not found.carriers:
        return f"<p>{escape(str(say('Nobody carries it yet. Begin with one of these cards.')))}</p>"
    said: list[Words] = []
    if found.most and found.carriers - len(found.uncounted) > 1:
        said.append(
            say(
                "Together at least {least} and at most {most} people: some are counted twice, and nobody knows how "
                "many.",
                least=number(found.least),
                most=number(found.most),
            )
        )
    elif found.most:
        said.append(say("At most {most} people.", most=number(found.most)))
    n = len(found.uncounted)
    if n:
        said.append(
            say_many(
                "Of {n} carrier nobody has said how many people it reaches: {ids} counts as none.",
                "Of {n} carriers nobody has said how many people they reach: {ids} count as none.",
                n,
                ids=", ".join(f"{one.id} ({named(one)})" for one in plan.budget.carriers if one.people is None),
            )
        )
    said.append(say_in("carriers", "It takes you {hours} h.", hours=found.hours))
    if found.unhoured:
        said.append(say("Without hours yet: {ids}.", ids=", ".join(found.unhoured)))
    return f"<p>{escape(' '.join(map(str, said)))}</p>"
