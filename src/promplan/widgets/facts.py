"""The register of facts: the list, the chosen fact's form, its clearance, and what the review says live."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import number, pick, say
from promplan.plan import edit
from promplan.plan.enterprise import CLEARANCE_STATES, Clearance, Fact
from promplan.plan.store import Store
from promplan.review.data import magnitudes
from promplan.widgets.form import Form
from promplan.widgets.guard import Guard
from promplan.widgets.live import Live
from promplan.widgets.panel import Panel, heading
from promplan.widgets.records import Records

FIELDS = (
    "statement", "about", "value", "unit", "tolerance", "source", "source_kind", "as_of", "valid_until",
    "derived_from", "checked_by", "surprise",
)  # fmt: skip


def fact_table(store: Store) -> Panel:
    """The team's register of facts, to edit."""
    guard = Guard()
    form = _FactForm(store, guard)
    rows = Records(store, "enterprise.facts", say("Facts"), _line, guard, form.show)
    form.show(rows.list.value or "")
    store.watch(form.follow)
    says = Live(
        store,
        "01-facts",
        lambda one: one.object == "facts" or one.object.startswith("F"),
        chosen=lambda: rows.list.value or "",
    )
    rows.list.observe(lambda _: says.draw(), "value")
    children = [heading(str(say("Register of facts"))), rows.box, form.box, guard, says.view]
    return Panel(str(say("Register of facts")), children, _static(store.plan.enterprise.facts))


def _line(fact: Fact) -> str:
    value = "" if fact.value is None else f" · {number(fact.value)} {fact.unit}"
    return (
        f"{fact.id} · {fact.statement[:70] or say('(empty)')}{value} · {pick(CLEARANCE_STATES[fact.clearance.state])}"
    )


class _FactForm:
    """Built with the first fact and then only filled anew, so that focus and tab order stay."""

    def __init__(self, store: Store, guard: Guard) -> None:
        self.store, self.guard = store, guard
        self.box = widgets.VBox([])
        self.form: Form | None = None
        self.id = ""

    def show(self, id_: str) -> None:
        self.id = id_
        if not id_:
            self.box.layout.display = "none"
            return
        self.box.layout.display = ""
        address = f"enterprise.facts/{id_}"
        if self.form is None:
            self.form = Form(self.store, address, Fact, FIELDS, self.guard)
            self.kind = widgets.Dropdown(
                options=[
                    (str(say("none of these")), ""),
                    *((str(pick(one.name)), one.id) for one in magnitudes().values()),
                ],
                description=str(say("Kind of number")),
                style={"description_width": "20em"},
                layout=widgets.Layout(width="98%", max_width="60em"),
            )
            self.kind.observe(self._kind_chosen, "value")
            self.clearance = Form(_ClearanceStore(self), "clearance", Clearance, Clearance.model_fields, self.guard)
            title = heading(str(say("Clearance: who lets it out, in which words, where, until when")))
            self.box.children = (
                *self.form.box.children[:3],
                self.kind,
                *self.form.box.children[3:],
                title,
                self.clearance.box,
            )
        else:
            self.form.load(address)
            self.clearance.load("clearance")
        self._show_kind()

    def follow(self) -> None:
        if self.form is not None and any(one.id == self.id for one in self.store.plan.enterprise.facts):
            self.form.load()
            self.clearance.load()
            self._show_kind()

    def fact(self) -> Any:
        return edit.find(self.store.plan, f"enterprise.facts/{self.id}")

    def _show_kind(self) -> None:
        known = self.fact().quantity
        self.kind.value = known if known in magnitudes() else ""

    def _kind_chosen(self, change: Any) -> None:
        if self.form is not None and self.fact().quantity != change["new"]:
            self.form._save("quantity", change["new"])


class _ClearanceStore:
    """The clearance of the chosen fact, to a form that knows objects only: reads and writes through the fact."""

    def __init__(self, owner: _FactForm) -> None:
        self.owner = owner

    @property
    def plan(self) -> Any:
        return self.owner.fact()

    def put(self, address: str, fields: dict[str, Any], seen: dict[str, Any] | None = None) -> None:
        now = self.owner.fact().clearance.model_dump()
        self.owner.form._seen = {**self.owner.form._seen, "clearance": {**now, **fields}}  # type: ignore[union-attr]
        self.owner.store.put(
            f"enterprise.facts/{self.owner.id}",
            {"clearance": {**now, **fields}},
            seen={"clearance": seen} if seen else None,
        )


def _static(facts: list[Fact]) -> str:
    if not facts:
        return f"<p>{escape(str(say('The register is empty.')))}</p>"
    return "<ul>" + "".join(f"<li>{escape(_line(one))}</li>" for one in facts) + "</ul>"
