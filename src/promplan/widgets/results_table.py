"""Results by hand: what was counted of one thing in one time, each with where the number is from."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import day, number, say, say_many
from promplan.plan.document import Plan
from promplan.plan.kpis import RESULT_KINDS, Result
from promplan.plan.labels import label_of
from promplan.plan.store import Store
from promplan.widgets.calendar_names import EMPTY, channel_named
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.measuring import UNIT
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.table import Column

PATH = "results"
COUNTS = ("impressions", "reach", "views", "engagements", "clicks", "registrations", "visits", "applications")
FIELDS = (
    *("what", "kind", "item", "channel", "kpi", "day", "until"),
    *(*COUNTS, "spend", "value", "n", "source"),
)
FIRST = (
    ("what",),
    ("kind", "item"),
    ("channel", "day"),
    ("reach", "clicks"),
    ("registrations", "applications"),
    ("source",),
)
LEAD = say(
    "What was counted: by a platform, by the plant, by yourselves. Write counts, no rates; a rate is worked out from "
    "them. Not counted is not the same as zero: then leave the field empty."
)


def results_table(store: Store) -> Panel:
    """The results of the plan, to see and to edit."""

    def whose(one: Result) -> tuple[str, str]:
        title = next((it.title for it in store.plan.items if it.id == one.item), "")
        return (f"{one.item} · {begun(title, 40)}" if one.item else ""), channel_named(store.plan, one.channel)

    columns = (
        Column(
            say("What it is"), lambda one: (begun(one.what, 60) or str(EMPTY), str(RESULT_KINDS[one.kind])), strong=True
        ),
        Column(say("Piece"), whose),
        Column(say("Day"), _when),
        Column(say("Counted"), _counted),
    )
    editor = Editor(
        store,
        PATH,
        FIELDS,
        say("Results"),
        UNIT,
        about=("results",),
        line=lambda one: f"{one.id} · {begun(one.what, 60) or EMPTY} · {_when(one)} · {_counted(one)}",
        columns=columns,
        order=Order(first=FIRST),
        place=say("Result {n} of {all}"),
    )
    strip = region()

    def draw() -> None:
        set_region(strip, f"<p>{escape(str(_said(store.plan)))}</p>")

    store.watch(draw)
    draw()
    title = str(say("Results"))
    children: list[Any] = [heading(title), widgets.HTML(f"<p>{escape(str(LEAD))}</p>"), strip, *editor.children]
    return Panel(title, children, f"<p>{escape(str(LEAD))}</p>{editor.static()}")


def _when(one: Result) -> str:
    return " – ".join(day(it) for it in (one.day, one.until) if it is not None)


def _counted(one: Result) -> str:
    """The numbers that stand in a result, the last step first: that is what the campaign is for."""
    names = ("value", *reversed(COUNTS), "spend")
    told = [
        f"{label_of(Result.model_fields[name])}: {number(value)}"
        for name in names
        if (value := getattr(one, name)) is not None
    ]
    return " · ".join(told[:3]) + (" …" if len(told) > 3 else "")


def _said(plan: Plan) -> Any:
    if not plan.results:
        return say("Nothing is counted yet: bring in an export above, or press Add and type.")
    bare = sum(not one.item and not one.kpi for one in plan.results)
    loose = sum(not one.source.strip() for one in plan.results)
    told = say_many("{n} result in the plan.", "{n} results in the plan.", len(plan.results))
    if loose:
        more = say_many(
            "Of {n} nobody has said where it is from.", "Of {n} nobody has said where they are from.", loose
        )
        return say("{told} {more}", told=told, more=more)
    if bare:
        more = say_many("{n} belongs to no piece and no KPI.", "{n} belong to no piece and no KPI.", bare)
        return say("{told} {more}", told=told, more=more)
    return told
