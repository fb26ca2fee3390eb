"""A personal card for one persona, the screen's twin of the printed A5 card: written alone, then put to the others."""

from typing import Any

from promplan.language import say
from promplan.plan.audiences import Audience
from promplan.plan.labels import label_of
from promplan.plan.store import Store
from promplan.widgets.cards import Card, line, lines
from promplan.widgets.panel import Panel

LONG, SHORT = "job", ("barrier", "trigger", "influencers")


def persona_card(store: Store) -> Panel:
    """One card for one persona of one member: who, what for, what holds them back, when, and whom they ask.

    How many there are and where they can be met is looked up later, in the audiences: a card is what one knows alone.
    """
    fields: dict[str, Any] = {
        "segment": line(_label("segment")),
        LONG: lines(_label(LONG), rows=3),
        **{name: line(_label(name)) for name in SHORT},
    }
    return Card(
        store,
        "audiences",
        say("My persona card"),
        fields,
        say("Put it into the audiences"),
        say("the card is empty: write who they are first"),
        lambda id_: say(
            "It is among the audiences as {id}. Say there how many they are and where to meet them.", id=id_
        ),
    ).panel


def _label(name: str) -> str:
    """The field's label, the same as in the audiences."""
    return str(label_of(Audience.model_fields[name]) or name)
