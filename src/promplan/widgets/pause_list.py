"""The pause list: one person who stops everything, one deputy, and what would stop if it were now."""

from datetime import date, time
from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Problem, Words, say, say_many
from promplan.language import day as written
from promplan.plan import edit, letters
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.widgets.calendar_form import CalendarCard
from promplan.widgets.controls import STYLE, WIDE
from promplan.widgets.guard import Guard
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.picker import DayPicker
from promplan.widgets.printing import Printing
from promplan.widgets.toast import Toast
from promplan.widgets.typed import time_of_day, written_day
from promplan.widgets.what_stops import Stopping, what_stops
from promplan.widgets.what_stops_said import on_paper, on_screen

FIRST = (("who", "deputy"), ("at_plant",), ("when",), ("says",), ("back",), ("channels",))
LEAD = say(
    "After an accident nobody wants a cheerful post from you, and nobody has time to ask who may stop it. One person "
    "decides alone and at once; the others obey first and ask afterwards."
)
ASKED = say("The call comes: which day is it, and what time?")
HOW = say("Change day and hour and see what would still come out then. Print the sheet and hang it where you work.")


def pause_list(store: Store) -> Panel:
    """The pause list, to edit, with what stops now."""
    return _Pausing(store).panel


class _Pausing:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.card = CalendarCard(store, ("pause",), Order(parts={"pause": Order(first=FIRST)}))
        self.guard = Guard()
        self.toast = Toast(self.guard)
        self.day, self.picker, dated = _dated(say("Day"))
        self.at = widgets.Text(description=str(say("Hour")), style=STYLE, layout=WIDE, placeholder="14:20")
        self.wrong, self.view = region(), widgets.HTML()
        self.hold = widgets.Button(description=str(say("Hold all of these")))
        self.hold.on_click(self.guard.handler(self.hold_all))
        self.sheet = Printing(say("stop-everything.html"), say("Stop everything"))
        self.typed = False  # has somebody chosen a day? else it is the plan's own
        self.now: tuple[date, time | None] | None = None
        self._mute = False
        self.day.observe(lambda _: self._moved(), "value")
        self.at.observe(lambda _: self._moved(), "value")
        store.watch(self.draw)
        self.draw()
        title = str(say("Who stops everything, and what stops then"))
        asked = _fields(dated, self.at)
        children = [
            heading(title), _told(LEAD), *self.card.parts, heading(str(say("What stops now"))), _told(ASKED),
            asked, self.wrong, self.view, _row(self.hold, self.guard), self.toast, self.sheet, _told(HOW),
        ]  # fmt: skip
        self.panel = Panel(title, children, f"<p>{escape(str(LEAD))}</p>{self.view.value}")
        self.panel.add_class("pp-pausing")

    def draw(self) -> None:
        """Follow the plan, and the moment that was chosen."""
        if not self.typed:
            day = _plan_day(self.store.plan)
            self._mute = True
            self.day.value = written(day) if day else ""
            self._mute = False
        self._read()
        stopping = self._stopping()
        view = on_screen(self.store.plan, stopping) if stopping else ""
        if self.view.value != view:
            self.view.value = view
        self.hold.layout.display = "" if stopping and stopping.open else "none"
        self.sheet.layout.display = "" if stopping else "none"
        if stopping and self.now:
            page = on_paper(self.store.plan, stopping, *self.now)
            if self.sheet.page != page:
                self.sheet.page = page

    def _stopping(self) -> Stopping | None:
        return what_stops(self.store.plan, *self.now) if self.now else None

    def _moved(self) -> None:
        if not self._mute:
            self.typed = bool(self.day.value.strip() or self.at.value.strip())
            self.draw()

    def _read(self) -> None:
        """The moment as it was typed; what is wrong with it is said under it."""
        try:
            day, at = written_day(self.day.value), time_of_day(self.at.value)
        except Problem as problem:
            self.now = None
            set_region(self.wrong, f"<p>{escape(str(problem.what))}</p>")
            return
        self.now = (day, at) if day else None
        self.picker.day = day.isoformat() if day else ""
        none = say("Write the day: without it nobody knows what is still ahead.")
        set_region(self.wrong, "" if day else f"<p>{escape(str(none))}</p>")

    def hold_all(self) -> None:
        """Mark each piece that would still come out as held; one press takes it back."""
        before: dict[str, Any] = {}

        def held(plan: Plan) -> Plan:
            before.clear()
            if self.now is None:
                return plan
            for one in what_stops(plan, *self.now).open:
                before[one.item.id] = one.item.placing.state
                plan = edit.put(plan, f"items/{one.item.id}/placing", {"state": "held"})
            return plan

        def let_go(plan: Plan) -> Plan:
            for one in plan.items:
                if one.id in before and one.placing.state == "held":
                    plan = edit.put(plan, f"items/{one.id}/placing", {"state": before[one.id]})
            return plan

        def undo() -> Words:
            self.store.replace(let_go)
            return say("Taken back.")

        self.store.replace(held)
        if before:
            told = say_many(
                "{n} piece is marked as held. Stop the timers on the pages too: this plan does not reach them.",
                "{n} pieces are marked as held. Stop the timers on the pages too: this plan does not reach them.",
                len(before),
            )
            self.toast.offer(told, undo)


def _plan_day(plan: Plan) -> date | None:
    """The plan's own day, else the first on which something would come out."""
    ahead = [one.dates.publish for one in plan.items if one.dates.publish and one.placing.state != "out"]
    return letters.today(plan) or min(ahead, default=None) or plan.meta.campaign_start


def _dated(label: Words) -> tuple[Any, DayPicker, Any]:
    """A field for a day with a month beside it."""
    field = widgets.Text(description=str(label), style=STYLE, layout=WIDE)
    picker = DayPicker(str(label), lambda picked: setattr(field, "value", written(picked)))
    box = widgets.HBox([field, picker])
    box.add_class("pp-dated")
    return field, picker, box


def _fields(*controls: Any) -> Any:
    """Controls beside each other, as the fields of a form are."""
    lines = [widgets.VBox([one]) for one in controls]
    for line in lines:
        line.add_class("pp-line")
    row = widgets.VBox(lines)
    row.add_class("pp-fields")
    row.add_class("pp-wide")
    box = widgets.VBox([row])
    box.add_class("pp-form")
    return box


def _row(*children: Any) -> Any:
    return widgets.HBox(list(children), layout=widgets.Layout(flex_flow="row wrap"))


def _told(words: Words) -> Any:
    return widgets.HTML(f"<p>{escape(str(words))}</p>")
