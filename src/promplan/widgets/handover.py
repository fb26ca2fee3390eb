"""What the plant handed over, into the team's plan: brief, register, and what its press office has begun."""

from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, Words, say
from promplan.plan import edit
from promplan.plan.brief import Brief
from promplan.plan.document import Plan
from promplan.plan.message import Message
from promplan.plan.store import Store
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region

SECTIONS: dict[str, Words] = {
    "brief": say("the brief"),
    "facts": say("the register of facts"),
    "objectives": say("objectives"),
    "audiences": say("audiences"),
    "message": say("the message"),
}


def handover(store: Store, kits: Mapping[str, Plan]) -> Panel:
    """A button that fills what is still empty from the kit of the plan's case; what the team wrote is never touched.

    The kit's audiences come with its objectives, beside the cards that members have put there already.
    """
    return _Handover(store, kits).panel


def taken(plan: Plan, kit: Plan) -> tuple[Plan, list[str]]:
    """The plan with its empty sections filled from the kit, and which those were (keys of `SECTIONS`)."""
    new, source = plan.model_copy(deep=True), kit.model_copy(deep=True)
    took = []
    if new.brief == Brief() and source.brief != Brief():
        new.brief = source.brief
        took.append("brief")
    if not new.enterprise.facts and source.enterprise.facts:
        new.enterprise.facts = source.enterprise.facts
        took.append("facts")
    known = {one.segment for one in new.audiences}
    fresh = [one for one in source.audiences if one.segment not in known] if not new.objectives else []
    ids: dict[str, str] = {}
    for one in fresh:  # beside the team's own cards, under ids that are still free
        new, ids[one.id] = edit.add(new, "audiences", one.model_dump(exclude={"id"}))
    if not new.objectives and source.objectives:
        for goal in source.objectives:
            goal.audience = ids.get(goal.audience, goal.audience)
        new.objectives = source.objectives
        took.append("objectives")
    if fresh:
        took.append("audiences")
    if new.message == Message() and source.message != Message():
        new.message = source.message
        took.append("message")
    return new, took


class _Handover:
    def __init__(self, store: Store, kits: Mapping[str, Plan]) -> None:
        self.store, self.kits, self.guard, self.told = store, kits, Guard(), region()
        self.button = widgets.Button(
            description=str(say("Take what the plant handed over")), layout=widgets.Layout(width="auto")
        )
        self.button.on_click(lambda _: self.take())
        store.watch(self.draw)
        self.draw()
        title = str(say("From the plant's press office"))
        lead = say(
            "The kit fills only what is still empty in your plan: {parts}. What you wrote stays.",
            parts=", ".join(map(str, SECTIONS.values())),
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
        took: list[str] = []

        def change(plan: Plan) -> Plan:
            new, names = taken(plan, kit)
            took.extend(names)
            return new

        try:
            self.store.replace(change)
        except Problem as problem:
            self.guard.report(problem.what)
            return
        self.guard.report(None)
        words: Any = say("Nothing was taken: nothing is empty.")
        if took:
            words = say("Taken: {parts}.", parts=", ".join(str(SECTIONS[one]) for one in took))
        set_region(self.told, escape(str(words)))
