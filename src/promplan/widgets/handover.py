"""What the plant handed over, into the team's plan: brief, register, and what its press office has begun."""

from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import say
from promplan.plan.document import Plan
from promplan.plan.handover import HANDED, take
from promplan.plan.sections import Section
from promplan.plan.store import Store
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region


def handover(store: Store, kits: Mapping[str, Plan]) -> Panel:
    """A button that fills what is still empty from the kit of the plan's case; what the team wrote is never touched.

    The kit's audiences come with its objectives, beside the cards that members have put there already.
    """
    return _Handover(store, kits).panel


class _Handover:
    def __init__(self, store: Store, kits: Mapping[str, Plan]) -> None:
        self.store, self.kits, self.guard, self.told = store, kits, Guard(), region()
        self.button = widgets.Button(
            description=str(say("Take what the plant handed over")), layout=widgets.Layout(width="auto")
        )
        self.button.on_click(self.guard.handler(self.take))
        store.watch(self.draw)
        self.draw()
        title = str(say("From the plant's press office"))
        lead = say(
            "The kit fills only what is still empty in your plan: {parts}. What you wrote stays.",
            parts=", ".join(str(one.short) for one in HANDED),
        )
        text = f"<p>{escape(str(lead))}</p>"
        self.panel = Panel(title, [heading(title), widgets.HTML(text), self.button, self.guard, self.told], text)

    def draw(self) -> None:
        """A real plant, or none, hands nothing over."""
        case = self.store.plan.meta.case
        self.button.disabled = case not in self.kits
        if case == "real":
            set_region(self.told, escape(str(say("Yours is a real plant: write from your own notes."))))
        elif case not in self.kits:
            set_region(self.told, escape(str(say("Choose a plant first: the plant picker is in unit 0."))))

    def take(self) -> None:
        """Fill what is empty, say what it was."""
        kit = self.kits[self.store.plan.meta.case]
        took: list[Section] = []

        def change(plan: Plan) -> Plan:
            new, names = take(plan, kit)
            took.extend(names)
            return new

        self.store.replace(change)
        words: Any = say("Nothing was taken: nothing is empty.")
        if took:
            words = say("Taken: {parts}.", parts=", ".join(str(one.short) for one in took))
        set_region(self.told, escape(str(words)))
