"""The register of facts: the list, the chosen fact's form with its clearance, and what the review says live."""

from html import escape
from typing import Any

from promplan.language import pick, say
from promplan.measure.written import written
from promplan.plan.enterprise import CLEARANCE_STATES, Fact
from promplan.plan.store import Store
from promplan.review.data import magnitudes
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.panel import Panel

FIELDS = (
    "statement", "about", "value", "quantity", "unit", "tolerance", "source", "source_kind", "as_of", "valid_until",
    "derived_from", "checked_by", "surprise", "clearance",
)  # fmt: skip


def fact_table(store: Store) -> Panel:
    """The team's register of facts, to edit."""
    editor = Editor(
        store,
        "enterprise.facts",
        FIELDS,
        say("Facts"),
        "01-facts",
        about=("facts",),
        line=_line,
        offers={"quantity": _kinds},
    )
    panel = editor.panel(str(say("Register of facts")))
    panel.static = panel.static or f"<p>{escape(str(say('The register is empty.')))}</p>"
    return panel


def _kinds(plan: Any) -> list[tuple[str, str]]:
    """The kinds of number that have a usual size."""
    known = [(str(pick(one.name)), one.id) for one in magnitudes().values()]
    return [(str(say("none of these")), ""), *known]


def _line(fact: Fact) -> str:
    value = "" if fact.value is None else f" · {written(fact.value, fact.unit)}"
    return (
        f"{fact.id} · {begun(fact.statement) or say('(empty)')}{value} · {pick(CLEARANCE_STATES[fact.clearance.state])}"
    )
