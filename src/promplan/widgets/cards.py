"""A personal fact card, the screen's twin of the printed one: written alone, then put into the register."""

from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, pick, say
from promplan.plan.enterprise import SOURCE_KINDS
from promplan.plan.store import Store
from promplan.widgets.form import WIDE
from promplan.widgets.guard import Guard
from promplan.widgets.panel import Panel, heading, region, set_region

STYLE = {"description_width": "20em"}


def fact_card(store: Store) -> Panel:
    """One card for one fact of one member; nothing of it is in the register before the button is pressed."""
    return _Card(store).panel


class _Card:
    def __init__(self, store: Store) -> None:
        self.store, self.guard, self.told = store, Guard(), region()
        self.who = widgets.Dropdown(description=str(say("Whose card is it?")), style=STYLE, layout=WIDE)
        self.statement = widgets.Textarea(
            description=str(say("One fact, in one sentence")), style=STYLE, layout=WIDE, rows=2
        )
        self.source = widgets.Text(description=str(say("Where do I know it from?")), style=STYLE, layout=WIDE)
        kinds = [(str(pick(words)), key) for key, words in SOURCE_KINDS.items()]
        self.kind = widgets.Dropdown(
            options=kinds, description=str(say("Document, measured, or said?")), style=STYLE, layout=WIDE
        )
        self.clears = widgets.Text(description=str(say("Who must clear it?")), style=STYLE, layout=WIDE)
        self.button = widgets.Button(description=str(say("Put it into the register")), layout={"width": "auto"})
        self.button.on_click(lambda _: self.put())
        store.watch(self.follow)
        self.follow()
        title = str(say("My fact card"))
        fields = [self.who, self.statement, self.source, self.kind, self.clears]
        labels = "".join(f"<li>{one.description} ________</li>" for one in fields)
        self.panel = Panel(title, [heading(title), *fields, self.button, self.guard, self.told], f"<ul>{labels}</ul>")

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
        """The card becomes a fact, with its writer's id; the card is empty again."""
        if not self.statement.value.strip():
            self.guard.report(say("the card is empty: write one sentence first"))
            return
        if not self.who.value and self.store.plan.team.members:
            self.guard.report(say("whose card is it? Choose your name first"))
            return
        values: dict[str, Any] = {
            "by": self.who.value,
            "statement": self.statement.value.strip(),
            "source": self.source.value.strip(),
            "source_kind": self.kind.value,
            "clearance": {"by": self.clears.value.strip()},
        }
        too_long = [one for one in (self.statement, self.source, self.clears) if len(one.value.strip()) > 300]
        if too_long:
            words = say("{field}: at most 300 characters; shorten it", field=too_long[0].description)
            self.guard.report(words)
            return
        try:
            new = self.store.add("enterprise.facts", values)
        except Problem as problem:
            self.guard.report(problem.what)
            return
        self.guard.report(None)
        for one in (self.statement, self.source, self.clears):
            one.value = ""
        self.kind.value = ""
        set_region(self.told, str(say("It is in the register as {id}. Give it its date and its unit there.", id=new)))
