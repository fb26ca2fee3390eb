"""The register of facts: the list, the chosen fact's form with its clearance, and what the review says live."""

from html import escape
from typing import Any

from promplan.cases.kinds import numbers_of
from promplan.language import day, pick, say, say_in
from promplan.measure.written import written
from promplan.plan import letters
from promplan.plan.enterprise import CLEARANCE_STATES, Fact
from promplan.plan.store import Store
from promplan.review.data import magnitudes
from promplan.widgets.ask import Ask
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel
from promplan.widgets.table import Column

FIELDS = (
    "statement", "quantity", "value", "unit", "tolerance", "source_kind", "source", "as_of", "about", "checked_by",
    "valid_until", "derived_from", "surprise", "clearance",
)  # fmt: skip
FIRST = (("statement",), ("quantity",), ("value", "unit", "tolerance"), ("source_kind", "as_of"), ("source",))


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
        columns=COLUMNS,
        order=Order(first=FIRST, fills={"quantity": _usual}, filled=("unit",), beside={"clearance": _ask}),
        place=say("Fact {n} of {all}"),
    )
    panel = editor.panel(str(say("Register of facts")))
    panel.static = panel.static or f"<p>{escape(str(say('The register is empty.')))}</p>"
    return panel


def _ask() -> Ask:
    return Ask(letters.FACTS)


def _kinds(plan: Any) -> list[tuple[str, str]]:
    """The kinds of number that have a usual size, those of the team's own plant first."""
    own = numbers_of(plan.meta.case)
    known = sorted(magnitudes().values(), key=lambda one: one.id not in own)
    return [(str(say("not chosen, or none of these")), ""), *((str(pick(one.name)), one.id) for one in known)]


def _usual(fact: Fact) -> dict[str, str]:
    """The unit in which this kind of number is given."""
    known = magnitudes().get(fact.quantity)
    return {} if known is None else {"unit": known.unit}


def _number(fact: Fact) -> str:
    return "" if fact.value is None else written(fact.value, fact.unit)


def _source(fact: Fact) -> tuple[str, str]:
    return begun(fact.source, 60), day(fact.as_of) if fact.as_of else ""


def _cleared(fact: Fact) -> str:
    until = fact.clearance.until
    if fact.clearance.state == "cleared" and until:
        return str(say("until {day}", day=until)).replace("-", "\N{NON-BREAKING HYPHEN}")
    return str(pick(CLEARANCE_STATES[fact.clearance.state]))


COLUMNS = (
    Column(say("Fact"), lambda fact: begun(fact.statement, 120) or str(say("(empty)"))),
    Column(say("Number"), _number, strong=True),
    Column(say("Source, as of"), _source),
    Column(say_in("fact", "Clearance"), _cleared),
)


def _line(fact: Fact) -> str:
    value = "" if fact.value is None else f" · {written(fact.value, fact.unit)}"
    return (
        f"{fact.id} · {begun(fact.statement) or say('(empty)')}{value} · {pick(CLEARANCE_STATES[fact.clearance.state])}"
    )
