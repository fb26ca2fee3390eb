"""Persona cards of the plan: whom the campaign is for, how many they are, where they can be met."""

from promplan.language import number, pick, say
from promplan.plan.audiences import SIDES, Audience
from promplan.plan.store import Store
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel
from promplan.widgets.table import Column

FIELDS = tuple(name for name in Audience.model_fields if name not in ("id", "by"))
FIRST = (("segment",), ("side", "size"), ("size_source",), ("job",), ("barrier",), ("places",))
COLUMNS = (
    Column(say("Audience"), lambda one: begun(one.segment, 120) or str(say("(empty)"))),
    Column(say("How many"), lambda one: "" if one.size is None else number(one.size), strong=True),
    Column(say("Barrier"), lambda one: begun(one.barrier)),
    Column(say("Inside or outside"), lambda one: str(pick(SIDES[one.side])).partition(":")[0]),
)


def audience_cards(store: Store) -> Panel:
    """The team's audiences, to edit."""
    editor = Editor(
        store,
        "audiences",
        FIELDS,
        say("Audiences"),
        "02-goals",
        about=("audiences",),
        line=_line,
        columns=COLUMNS,
        order=Order(first=FIRST),
        place=say("Audience {n} of {all}"),
    )
    return editor.panel(str(say("Audiences")))


def _line(one: Audience) -> str:
    size = "" if one.size is None else f" · {number(one.size)}"
    return f"{one.id} · {one.segment[:60] or say('(empty)')}{size}"
