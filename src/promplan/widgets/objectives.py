"""Objective cards: what should be different when the campaign is over, and what happens on the day after."""

from promplan.language import pick, say
from promplan.measure.written import written
from promplan.plan.brief import AIMS
from promplan.plan.objectives import Objective
from promplan.plan.store import Store
from promplan.widgets.editor import Editor
from promplan.widgets.panel import Panel

FIELDS = tuple(name for name in Objective.model_fields if name not in ("id", "by", "funnel"))


def objective_cards(store: Store) -> Panel:
    """The team's objectives, to edit."""
    editor = Editor(store, "objectives", FIELDS, say("Objectives"), "02-goals", about=("objectives",), line=_line)
    return editor.panel(str(say("Objectives")))


def _line(one: Objective) -> str:
    target = "" if one.target is None else f" · {written(one.target, one.unit)}"
    return f"{one.id} · {one.statement[:60] or say('(empty)')}{target} · {pick(AIMS[one.aim])}"
