"""The days that matter: what the calendar knows of the campaign's weeks, and the days of the team's own."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.days.placed import window
from promplan.days.special import Special, special_days
from promplan.language import Words, day, say, say_in, say_many
from promplan.plan.calendar import OwnDay
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.widgets.calendar_form import CARD, tells_too
from promplan.widgets.calendar_names import EMPTY, UNIT, on_day
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.table import Column

PATH = "calendar.days"
FIELDS = ("day", "until", "what", "closed", "source")
FIRST = (("what",), ("day", "until"), ("closed",), ("source",))
LEAD = say(
    "A calendar knows the holidays, the days off that were moved, and the days of industry. It does not know the "
    "plant's birthday, the town's fair, your exams, the annual shutdown. Add those."
)
SIGNS: dict[str, tuple[str, Words]] = {
    "holiday": ("●", say_in("day", "public holiday")),
    "weekend-moved": ("⇄", say_in("day", "moved")),
    "industry": ("◆", say_in("day", "industry and professions")),
    "own": ("★", say_in("day", "your own")),
    "mourning": ("■", say_in("day", "mourning or memory")),
}


def days_that_matter(store: Store) -> Panel:
    """The days of the campaign's window, and the team's own to edit."""
    columns = (
        Column(say("What is on that day"), lambda one: begun(one.what, 90) or str(EMPTY)),
        Column(say("Day"), lambda one: _when(one)),
        Column(say("Nothing is published"), lambda one: str(say("yes")) if one.closed else "", strong=True),
        Column(say("Where we have it from"), lambda one: begun(one.source, 70)),
    )
    editor = Editor(
        store,
        PATH,
        FIELDS,
        say("Days of our own"),
        UNIT,
        about=("days",),
        line=lambda one: f"{one.id} · {begun(one.what, 60) or EMPTY} · {_when(one)}",
        columns=columns,
        order=Order(first=FIRST),
        place=say("Day {n} of {all}"),
    )
    tells_too(editor, "CAL-12", lambda _: [CARD])  # a year whose days off nobody has moved yet
    known = region()

    def draw() -> None:
        set_region(known, known_days(store.plan))

    store.watch(draw)
    draw()
    title = str(say("Days that matter"))
    lead = f"<p>{escape(str(LEAD))}</p>"
    children: list[Any] = [
        heading(title), widgets.HTML(lead), known, heading(str(say("What no calendar knows"))), *editor.children,
    ]  # fmt: skip
    return Panel(title, children, f"{lead}{known_days(store.plan)}{editor.static()}")


def known_days(plan: Plan) -> str:
    """What falls into the campaign, as a list; without a window, what is missing."""
    ends = window(plan)
    if ends is None:
        return f"<p>{escape(str(say('Give the campaign its first and its last day, and its days stand here.')))}</p>"
    found = special_days(plan, *ends)
    if not found:
        told = say("Between {first} and {last} no such day is known.", first=ends[0], last=ends[1])
        return f"<p>{escape(str(told))}</p>"
    told = say_many(
        "From {first} to {last} the calendar knows {n} such day, or days in a row:",
        "From {first} to {last} the calendar knows {n} such days, or runs of days:",
        len(found),
        first=ends[0],
        last=ends[1],
    )
    rows = "".join(map(_row, found))
    return f'<p>{escape(str(told))}</p><ul class="pp-days">{rows}</ul>'


def _row(one: Special) -> str:
    sign, kind = SIGNS[one.kind]
    notes = [str(kind)]
    if one.closed:
        notes.append(str(say("nothing is published")))
    elif one.off:
        notes.append(str(say("nobody answers at the plant")))
    return (
        f'<li data-kind="{one.kind}"><span class="pp-day-sign" aria-hidden="true">{sign}</span>'
        f"<b>{escape(_spoken(one))}</b> <span>{escape(str(one.words))}</span> "
        f"<small>{escape(', '.join(notes))}</small></li>"
    )


def _spoken(one: Special) -> str:
    first = str(on_day(one.day))
    return first if one.until == one.day else f"{first} – {on_day(one.until)}"


def _when(one: OwnDay) -> str:
    if one.day is None:
        return ""
    return f"{day(one.day)} – {day(one.until)}" if one.until and one.until > one.day else day(one.day)
