"""Who answers comments: for each channel somebody of us, the hours, and whom at the plant one may ask."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import number, say, say_in, say_many
from promplan.plan import edit
from promplan.plan.calendar import Duty
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.widgets.calendar_form import tells_too
from promplan.widgets.calendar_names import EMPTY, UNIT, channel_named, member_named
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.table import Column
from promplan.widgets.visit_stops import change

PATH = "calendar.duties"
FIELDS = ("channel", "who", "hours", "within", "at_plant")
FIRST = (("channel", "who"), ("hours", "within"), ("at_plant",))
LEAD = say(
    "A post is a question to its readers, and their answers come at nine in the evening. Where comments are open, "
    "somebody of you reads them: who, when, and how soon do they reply?"
)


def comment_duties(store: Store) -> Panel:
    """The duties, to edit, above them the channels that nobody watches."""

    def who(one: Duty) -> tuple[str, str]:
        return (member_named(store.plan, one.who) if one.who else str(say("nobody"))), one.at_plant

    columns = (
        Column(say("Channel"), lambda one: channel_named(store.plan, one.channel) or str(EMPTY)),
        Column(say("Who of us answers"), who, strong=True),
        Column(say("When"), lambda one: begun(one.hours, 70)),
        Column(say_in("answer", "Within"), _within),
    )
    editor = Editor(
        store,
        PATH,
        FIELDS,
        say("Who answers comments"),
        UNIT,
        about=("duties",),
        line=lambda one: f"{one.id} · {channel_named(store.plan, one.channel) or EMPTY} · {who(one)[0]}",
        columns=columns,
        order=Order(first=FIRST),
        place=say("Duty {n} of {all}"),
    )
    tells_too(editor, "CAL-15", lambda plan: [one.id for one in plan.channels])
    strip, button = region(), widgets.Button(description=str(say("Add a row for each channel without one")))

    def draw() -> None:
        bare = unwatched(store.plan)
        set_region(strip, f"<p>{escape(str(_said(store.plan, bare)))}</p>")
        if button.disabled == bool(bare):
            button.disabled = not bare

    def add(plan: Plan) -> Plan:
        for one in unwatched(plan):
            owner = next(it.owner for it in plan.channels if it.id == one)
            plan, _ = edit.add(plan, PATH, {"channel": one, "who": owner})
        return plan

    def press() -> None:
        said = say("Each channel has its row: whoever runs it answers, until you name another. Add the hours.")
        change(store, editor.rows.toast, [PATH], add, lambda: said)

    button.on_click(editor.guard.handler(press))
    store.watch(draw)
    draw()
    title = str(say("Who answers comments"))
    children: list[Any] = [heading(title), widgets.HTML(f"<p>{escape(str(LEAD))}</p>"), strip, button, *editor.children]
    return Panel(title, children, f"<p>{escape(str(LEAD))}</p>{editor.static()}")


def _within(one: Duty) -> str:
    return "" if one.within is None else str(say("{n} h", n=number(one.within)))


def unwatched(plan: Plan) -> list[str]:
    """The channels of the plan for which no duty is written."""
    held = {one.channel for one in plan.calendar.duties}
    return [one.id for one in plan.channels if one.id not in held]


def _said(plan: Plan, bare: list[str]) -> Any:
    if not plan.channels:
        return say("The plan has no channel yet: choose them in unit 4, then somebody can watch over them.")
    nobody = [one.channel for one in plan.calendar.duties if one.channel and not one.who]
    named = ", ".join(channel_named(plan, one) for one in dict.fromkeys([*bare, *nobody]))
    if named:
        n = len(dict.fromkeys([*bare, *nobody]))
        return say_many(
            "On {n} of {all} channels nobody answers: {named}.", "On {n} of {all} channels nobody answers: {named}.",
            n, all=len(plan.channels), named=named,
        )  # fmt: skip
    return say_many(
        "Somebody answers on your {n} channel.", "Somebody answers on each of your {n} channels.", len(plan.channels)
    )
