"""Whose it is: who owns the result, whose works are in it by which licence, and what a machine made of it."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Words, pick, say
from promplan.plan.brief import Brief
from promplan.plan.items import Item
from promplan.plan.rights import WORKS, AiUse, Right
from promplan.plan.store import Store
from promplan.widgets.controls import begun
from promplan.widgets.copying import Copying
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.in_piece import InPiece
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading
from promplan.widgets.rights_said import borrowed, credits_of, lines
from promplan.widgets.table import Column
from promplan.widgets.which_piece import Picker

RIGHTS = ("what", "kind", "owner", "licence", "until", "credit", "paper")
AI = ("tool", "purpose", "disclosed", "checked_by")
LEAD = say("What is free to hear is not free to publish. Write down whose each part is, and by which permission.")
MACHINE = say(
    "A machine writes whatever sounds likely. Say what it was used for, say so to readers, and name who compared it "
    "with the register."
)


def rights(store: Store) -> Panel:
    """The rights in the pieces of the plan and the use of AI, to edit."""
    return _Rights(store).panel


class _Rights:
    def __init__(self, store: Store) -> None:
        self.store = store
        guard = Guard()
        self.picker = Picker(store, guard, lambda: self.draw())
        self.whose = Form(store, "brief", Brief, ("rights",), guard)
        store.watch(self.whose.load)
        self.works = InPiece(
            store,
            self.picker,
            "rights",
            RIGHTS,
            say("Works of others"),
            _works,
            line=_work,
            order=Order(first=(("what",), ("kind", "owner"), ("licence",), ("credit",))),
            place=say("Work {n} of {all}"),
            rules=("PRD-7W",),
        )
        self.machine = InPiece(
            store,
            self.picker,
            "ai",
            AI,
            say("Use of AI"),
            _uses,
            line=_use,
            place=say("Use {n} of {all}"),
        )
        self.kinds, self.credits = widgets.HTML(), widgets.HTML()
        self.copy = Copying(say("Copy the credits"))
        works = [self.kinds, *self.works.children]
        machine = [_small(say("What a machine made")), _told(MACHINE), *self.machine.children]
        seen = [_small(say("What readers see under it")), self.credits, self.copy]
        self.parts = widgets.VBox([*works, *machine, *seen])
        self.draw()
        title = str(say("Rights and AI"))
        lead = f"<p>{escape(str(LEAD))}</p>"
        children = [
            heading(title), widgets.HTML(lead), _small(say("The result")), self.whose.box, guard, self.picker.box,
            self.parts,
        ]  # fmt: skip
        self.panel = Panel(title, children, f"{lead}{self.works.static()}{self.machine.static()}")

    def draw(self) -> None:
        """Follow the plan and the choice of the piece."""
        self.works.load()
        self.machine.load()
        item = self.picker.item
        self.parts.layout.display = "" if item else "none"
        if item is None:
            return
        self.copy.text = "\n".join(lines(item))
        for region, html in ((self.kinds, borrowed(item)), (self.credits, credits_of(item))):
            if region.value != html:
                region.value = html


def _small(words: Words) -> Any:
    return widgets.HTML(f'<h4 class="pp-small-head">{escape(str(words))}</h4>')


def _told(words: Words) -> Any:
    return widgets.HTML(f"<p>{escape(str(words))}</p>")


def _works(item: Callable[[], Item | None]) -> Sequence[Column]:
    def until(one: Right) -> tuple[str, str]:
        return begun(one.licence, 60), str(say("until {day}", day=one.until)) if one.until else ""

    return (
        Column(say("Work"), lambda one: one.what or str(say("(empty)"))),
        Column(say("Kind of work"), lambda one: str(pick(WORKS[one.kind])) if one.kind else ""),
        Column(say("Whose it is"), lambda one: begun(one.owner, 60)),
        Column(say("Licence"), until),
    )


def _work(one: Right) -> str:
    kind = f" · {pick(WORKS[one.kind])}" if one.kind else ""
    return f"{one.id} · {one.what or say('(empty)')}{kind} · {one.licence or say('no licence yet')}"


def _uses(item: Callable[[], Item | None]) -> Sequence[Column]:
    return (
        Column(say("AI tool"), lambda one: one.tool or str(say("(empty)"))),
        Column(say("What it was used for"), lambda one: begun(one.purpose, 70)),
        Column(say("How we say so"), lambda one: begun(one.disclosed, 70)),
        Column(say("Who checked it"), lambda one: begun(one.checked_by, 50)),
    )


def _use(one: AiUse) -> str:
    return f"{one.id} · {one.tool or say('(empty)')} · {one.purpose}"
