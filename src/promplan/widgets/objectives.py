"""Objective cards: what should be different when the campaign is over, and what happens on the day after."""

from promplan.language import day, pick, say
from promplan.measure.written import written
from promplan.plan.brief import AIMS
from promplan.plan.objectives import Objective
from promplan.plan.store import Store
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel
from promplan.widgets.table import Column

FIELDS = tuple(name for name in Objective.model_fields if name not in ("id", "by", "funnel"))
FIRST = (("statement",), ("aim", "verb"), ("metric",), ("baseline", "target", "unit"), ("audience",), ("deadline",))
COLUMNS = (
    Column(say("Objective"), lambda one: begun(one.statement, 120) or str(say("(empty)"))),
    Column(
        say("Target"),
        lambda one: "" if one.target is None else (written(one.target, one.unit), one.metric),
        strong=True,
    ),
    Column(say("Aim"), lambda one: str(pick(AIMS[one.aim]))),
    Column(say("Deadline"), lambda one: day(one.deadline) if one.deadline else ""),
)


def objective_cards(store: Store) -> Panel:
    """The team's objectives, to edit."""
    editor = Editor(
        store,
        "objectives",
        FIELDS,
        say("Objectives"),
        "02-goals",
        about=("objectives",),
        line=_line,
        columns=COLUMNS,
        order=Order(first=FIRST),
        place=say("Objective {n} of {all}"),
    )
    return editor.panel(str(say("Objectives")))


def _line(one: Objective) -> str:
    target = "" if one.target is None else f" · {written(one.target, one.unit)}"
    return f"{one.id} · {one.statement[:60] or say('(empty)')}{target} · {pick(AIMS[one.aim])}"
