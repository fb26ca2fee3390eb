"""The pre-mortem: it is the day after and the visit failed. Why? Each cause gets its control and somebody of us."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import number, say
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.risks import Risk
from promplan.plan.store import Store
from promplan.plan.visit import Visit
from promplan.review import Finding
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.form import Form
from promplan.widgets.live import Live
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading
from promplan.widgets.table import Column
from promplan.widgets.visit_stops import UNIT, change

RISKS = "risks"
ASKED = say("It is the day after, and the visit failed: why?")
HOW = say(
    "Each of you writes a line alone, then they are read aloud: one cause on a line. A bus that is late, a line that "
    "stands still, a battery that is empty, a face without consent. Then each cause gets its control and its owner."
)


def premortem(store: Store) -> Panel:
    """Causes of a failed visit, and the risks that they become."""

    def owner(one: Risk) -> str:
        return next((it.name or it.id for it in store.plan.team.members if it.id == one.owner), one.owner)

    columns = (
        Column(say("Cause"), lambda one: begun(one.what, 90) or str(say("(empty)"))),
        Column(say("What we do about it"), lambda one: begun(one.response, 90)),
        Column(say("Who watches it"), owner),
        Column(say("Likelihood × harm"), _rated, strong=True),
    )
    risks = Editor(
        store,
        RISKS,
        ("what", "response", "owner", "likelihood", "impact", "stage"),
        say("Risks"),
        UNIT,
        about=("risks",),
        line=lambda one: f"{one.id} · {begun(one.what, 60) or say('(empty)')} · {begun(one.response, 60)}",
        columns=columns,
        order=Order(first=(("what",), ("response",), ("owner",), ("likelihood", "impact"))),
        place=say("Risk {n} of {all}"),
    )
    form = Form(store, "visit", Visit, ("premortem",), risks.guard)
    button = widgets.Button(description=str(say("Make risks of these lines")))

    def tell(found: Any) -> None:
        form.tell({"premortem": list(found)})

    def belongs(one: Finding) -> bool:
        return one.object == "visit" and one.field == "premortem"

    Live(store, UNIT, belongs, told=tell)  # it says all at the field

    def follow() -> None:
        form.load()
        ready = bool(_new(store.plan))
        if button.disabled == ready:
            button.disabled = not ready

    def add(plan: Plan) -> Plan:
        for line in _new(plan):
            plan, _ = edit.add(plan, RISKS, {"what": line, "stage": "visit"})
        return plan

    def press() -> None:
        change(
            store,
            risks.rows.toast,
            [RISKS],
            add,
            lambda: say("Each line is a risk now. Give it its control and owner."),
        )

    button.on_click(risks.guard.handler(press))
    store.watch(follow)
    follow()
    title = str(say("Pre-mortem"))
    lead = widgets.HTML(f"<p><b>{escape(str(ASKED))}</b></p><p>{escape(str(HOW))}</p>")
    children = [heading(title), lead, form.box, button, *risks.children]
    return Panel(title, children, f"<p>{escape(str(ASKED))}</p>{risks.static()}")


def _new(plan: Plan) -> list[str]:
    """The lines that are no risk yet."""
    held = {one.what.strip().casefold() for one in plan.risks}
    return [one for one in dict.fromkeys(plan.visit.premortem) if one.strip() and one.strip().casefold() not in held]


def _rated(one: Risk) -> str:
    if one.likelihood is None or one.impact is None:
        return ""
    return f"{one.likelihood} × {one.impact} = {number(one.likelihood * one.impact)}"
