"""Persona cards of the plan: whom the campaign is for, how many they are, where they can be met."""

from promplan.language import number, say
from promplan.plan.audiences import Audience
from promplan.plan.store import Store
from promplan.widgets.editor import Editor
from promplan.widgets.panel import Panel

FIELDS = tuple(name for name in Audience.model_fields if name not in ("id", "by"))


def audience_cards(store: Store) -> Panel:
    """The team's audiences, to edit."""
    editor = Editor(store, "audiences", FIELDS, say("Audiences"), "02-goals", about=("audiences",), line=_line)
    return editor.panel(str(say("Audiences")))


def _line(one: Audience) -> str:
    size = "" if one.size is None else f" · {number(one.size)}"
    return f"{one.id} · {one.segment[:60] or say('(empty)')}{size}"
