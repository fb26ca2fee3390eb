"""The log of decisions: what a result made the team change, who decided, and why."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import day, say, say_many
from promplan.plan.document import Plan
from promplan.plan.measurement import Decision
from promplan.plan.store import Store
from promplan.widgets.calendar_names import EMPTY, member_named
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.measuring import UNIT
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.table import Column

PATH = "measurement.decisions"
FIELDS = ("day", "seen", "decided", "why", "who")
FIRST = (("day", "who"), ("seen",), ("decided",), ("why",))
LEAD = say(
    "A number that changes nothing was not needed. Write down what you saw, what you decided, and why; “we change "
    "nothing” is a decision as well."
)


def decisions(store: Store) -> Panel:
    """The decisions of the campaign, to edit."""

    def seen(one: Decision) -> tuple[str, str]:
        titles = {it.id: it.what for it in store.plan.results}
        first = next((titles[it] for it in one.seen if it in titles), "")
        return ", ".join(one.seen), begun(first, 50)

    columns = (
        Column(say("Day"), lambda one: day(one.day) if one.day else ""),
        Column(say("What we saw"), seen),
        Column(
            say("What we decided"), lambda one: (begun(one.decided, 70) or str(EMPTY), begun(one.why, 70)), strong=True
        ),
        Column(say("Who"), lambda one: member_named(store.plan, one.who)),
    )
    editor = Editor(
        store,
        PATH,
        FIELDS,
        say("Decisions"),
        UNIT,
        about=("decisions",),
        line=lambda one: f"{one.id} · {day(one.day) if one.day else EMPTY} · {begun(one.decided, 70) or EMPTY}",
        columns=columns,
        order=Order(first=FIRST),
        place=say("Decision {n} of {all}"),
    )
    strip = region()

    def draw() -> None:
        set_region(strip, f"<p>{escape(str(_said(store.plan)))}</p>")

    store.watch(draw)
    draw()
    title, lead = str(say("Log of decisions")), f"<p>{escape(str(LEAD))}</p>"
    children: list[Any] = [heading(title), widgets.HTML(lead), strip, *editor.children]
    return Panel(title, children, lead + editor.static())


def _said(plan: Plan) -> Any:
    rows = plan.measurement.decisions
    if not rows:
        return say("No decision yet. Look at the results, then press Add.")
    blind = sum(not one.seen for one in rows)
    if blind:
        return say_many("{n} decision names no result: what did you see?",
                        "{n} decisions name no result: what did you see?", blind)  # fmt: skip
    return say_many("{n} decision, and it names the results behind it.",
                    "{n} decisions, and each names the results behind it.", len(rows))  # fmt: skip
