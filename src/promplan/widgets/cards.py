"""Personal cards, the screen's twins of printed ones: written alone, then put into the plan. Here the fact's card."""

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets as widgets
from pydantic import ValidationError

from promplan.language import Problem, Words, pick, say
from promplan.plan.codec import fault
from promplan.plan.enterprise import SOURCE_KINDS
from promplan.plan.store import Store
from promplan.widgets.controls import WIDE
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region

STYLE = {"description_width": "20em"}


class Card:
    """One member's card for one record of the plan: nothing of it is in the plan before its button is pressed.

    Args:
        path: the list that the record goes into. fields: the card's controls by the record's fields, in their order;
            the first must not be empty (`empty` says so).
        nested: the record's values from the card's, where they are not the same.
        told: what is said afterwards, with the record's id in it.
    """

    def __init__(
        self,
        store: Store,
        path: str,
        title: Words,
        fields: Mapping[str, Any],
        button: Words,
        empty: Words,
        told: Callable[[str], Words],
        nested: Callable[[dict[str, Any]], dict[str, Any]] = dict,
    ) -> None:
        self.store, self.path, self.fields = store, path, fields
        self.empty, self.told, self.nested = empty, told, nested
        self.guard, self.said = Guard(), region()
        self.who = widgets.Dropdown(description=str(say("Whose card is it?")), style=STYLE, layout=WIDE)
        self.button = widgets.Button(description=str(button), layout={"width": "auto"})
        self.button.on_click(self.guard.handler(self.put))
        store.watch(self.follow)
        self.follow()
        controls = [self.who, *fields.values()]
        labels = "".join(f"<li>{one.description} ________</li>" for one in controls)
        children = [heading(str(title)), *controls, self.button, self.guard, self.said]
        self.panel = Panel(str(title), children, f"<ul>{labels}</ul>")

    def follow(self) -> None:
        """The members as the plan has them now."""
        names = [(one.name or one.id, one.id) for one in self.store.plan.team.members]
        first = say("choose your name") if names else say("nobody yet: enter the team in unit 0")
        options = [(str(first), ""), *names]
        if tuple(options) != tuple(self.who.options):
            keep = self.who.value
            self.who.options = options
            self.who.value = keep if keep in [key for _, key in options] else ""

    def put(self) -> None:
        """The card becomes a record, with its writer's id; the card is empty again."""
        values = {name: one.value.strip() for name, one in self.fields.items()}
        if not next(iter(values.values())):
            raise Problem(self.empty)
        if not self.who.value and self.store.plan.team.members:
            raise Problem(say("whose card is it? Choose your name first"))
        try:
            new = self.store.add(self.path, {"by": self.who.value, **self.nested(values)})
        except ValidationError as error:
            raise Problem(self._wrong(error)) from None
        for one in self.fields.values():
            one.value = ""
        set_region(self.said, str(self.told(new)))

    def _wrong(self, error: ValidationError) -> Words:
        first = error.errors(include_url=False)[0]
        control = self.fields.get(".".join(str(one) for one in first["loc"]))
        why = fault(first["type"], first.get("ctx") or {})
        return say("{field}: {why}", field=control.description, why=why) if control is not None else why


def fact_card(store: Store) -> Panel:
    """One card for one fact of one member."""
    kinds = [(str(pick(words)), key) for key, words in SOURCE_KINDS.items()]
    fields = {
        "statement": lines(say("One fact, in one sentence"), rows=2),
        "source": line(say("Where do I know it from?")),
        "source_kind": widgets.Dropdown(
            options=kinds, description=str(say("Document, measured, or said?")), style=STYLE, layout=WIDE
        ),
        "clearance.by": line(say("Who must clear it?")),
    }

    def nested(values: dict[str, Any]) -> dict[str, Any]:
        clears = values.pop("clearance.by")
        return {**values, "clearance": {"by": clears}}

    return Card(
        store,
        "enterprise.facts",
        say("My fact card"),
        fields,
        say("Put it into the register"),
        say("the card is empty: write one sentence first"),
        lambda id_: say("It is in the register as {id}. Give it its date and its unit there.", id=id_),
        nested,
    ).panel


def line(label: Words | str) -> Any:
    """A field of one line."""
    return widgets.Text(description=str(label), style=STYLE, layout=WIDE)


def lines(label: Words | str, rows: int) -> Any:
    """A field of several lines."""
    return widgets.Textarea(description=str(label), style=STYLE, layout=WIDE, rows=rows)
