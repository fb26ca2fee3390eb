"""The channels of the plan: where it will be published, each with its one task, its rhythm and who runs it."""

from typing import Any

from promplan.language import number, pick, say
from promplan.plan.channels import MEDIA, PlannedChannel
from promplan.plan.store import Store
from promplan.text.dated import channels
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel
from promplan.widgets.table import Column

UNIT = "04-art"
FIELDS = tuple(name for name in PlannedChannel.model_fields if name not in ("id", "by"))
FIRST = (("name", "channel"), ("role",), ("media",), ("audiences",), ("per_month", "owner"))
COLUMNS = (
    Column(say("Channel"), lambda one: begun(one.name, 90) or str(say("(empty)"))),
    Column(say("Its task"), lambda one: begun(one.role, 90)),
    Column(say("Posts a month"), lambda one: "" if one.per_month is None else number(one.per_month), strong=True),
    Column(say("Media"), lambda one: str(pick(MEDIA[one.media])).partition(":")[0] if one.media else ""),
)


def channel_cards(store: Store) -> Panel:
    """The team's channels, to edit."""
    editor = Editor(
        store,
        "channels",
        FIELDS,
        say("Channels"),
        UNIT,
        about=("channels",),
        line=_line,
        offers={"channel": _known},
        columns=COLUMNS,
        order=Order(first=FIRST),
        place=say("Channel {n} of {all}"),
    )
    return editor.panel(str(say("Channels")))


def _known(plan: Any) -> list[tuple[str, str]]:
    """The channels whose rules and limits the course knows."""
    return [(str(say("none of these")), ""), *((pick(one.name), one.id) for one in channels())]


def _line(one: PlannedChannel) -> str:
    role = f" · {begun(one.role)}" if one.role else ""
    return f"{one.id} · {one.name or say('(empty)')}{role}"
