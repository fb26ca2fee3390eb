"""The rules of the calendar: hours, quiet hours, rhythm of the channels, shares of the pillars; and how it stands."""

from collections.abc import Callable, Sequence
from html import escape
from math import ceil
from typing import Any

import ipywidgets as widgets

from promplan.days.placed import cadence, gaps, pillar_shares, week_load
from promplan.language import Words, number, say, say_many
from promplan.plan import edit
from promplan.plan.calendar import Rhythm, Share
from promplan.plan.channels import PlannedChannel
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.widgets.calendar_form import CalendarCard
from promplan.widgets.calendar_names import EMPTY, UNIT, channel_named, pillar_named
from promplan.widgets.editor import Editor
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.table import Column
from promplan.widgets.visit_stops import change

RHYTHMS, SHARES = "calendar.rhythms", "calendar.shares"
CARD = ("week_hours", "person_hours", "quiet_from", "quiet_to", "tolerance")
WEEKS, DAYS = 365.25 / 7 / 12, 365.25 / 12  # of a month
LEAD = say(
    "A calendar is a promise. Say first what you can carry, how often a channel speaks, and of what; the board and its "
    "findings go by that."
)


def calendar_rules(store: Store) -> Panel:
    """The rules by which the pieces get their days, to edit."""
    card, rhythms, shares = CalendarCard(store, CARD, rules=("CAL-23",)), _rhythms(store), _shares(store)
    title = str(say("Rules of the calendar"))
    lead = f"<p>{escape(str(LEAD))}</p>"
    rows = say("Add a row for each channel without one")
    children: list[Any] = [
        *(heading(title), widgets.HTML(lead), *card.parts, _says(store, _carried)),
        *(
            heading(str(say("How often each channel speaks"))),
            _adds(store, rhythms, rows, add_rhythms),
            *rhythms.children,
        ),
        *(
            heading(str(say("What we talk about, and how much"))),
            _says(store, _sum),
            _equal(store, shares),
            *shares.children,
        ),
    ]
    return Panel(title, children, lead + rhythms.static() + shares.static())


def _rhythms(store: Store) -> Editor:
    def now(one: Rhythm) -> tuple[str, str]:
        return published(store.plan, one.channel)

    columns = (
        Column(say("Channel"), lambda one: channel_named(store.plan, one.channel) or str(EMPTY)),
        Column(say("Pieces a week"), _wanted, strong=True),
        Column(say("Silent for days, at most"), lambda one: "" if one.silent is None else str(one.silent)),
        Column(say("As it is placed now"), now),
    )
    return Editor(
        store,
        RHYTHMS,
        ("channel", "least", "most", "apart", "silent"),
        say("Rhythm of the channels"),
        UNIT,
        about=("rhythms",),
        line=lambda one: f"{one.id} · {channel_named(store.plan, one.channel) or EMPTY} · {_wanted(one)}",
        columns=columns,
        order=Order(
            first=(("channel",), ("least", "most"), ("apart", "silent")),
            fills={"channel": lambda one: _filled(store.plan, one)},
            filled=("least", "silent"),
        ),
        place=say("Rhythm {n} of {all}"),
    )


def _shares(store: Store) -> Editor:
    def now(one: Share) -> tuple[str, str]:
        found = next((it for it in pillar_shares(store.plan) if it.pillar == one.pillar), None)
        if found is None or not any(it.count for it in pillar_shares(store.plan)):
            return "", ""
        return str(say("{n} %", n=number(round(found.share)))), str(
            say_many("{n} piece", "{n} pieces", found.count)
        )  # fmt: skip

    columns = (
        Column(say("Pillar"), lambda one: pillar_named(store.plan, one.pillar) or str(EMPTY)),
        Column(say("Share of the pieces, %"), _percent, strong=True),
        Column(say("As it is placed now"), now),
    )  # fmt: skip
    return Editor(
        store,
        SHARES,
        ("pillar", "percent"),
        say("Shares of the pillars"),
        UNIT,
        about=("shares",),
        line=lambda one: f"{one.id} · {one.pillar or EMPTY} · {_percent(one)} %",
        columns=columns,
        place=say("Share {n} of {all}"),
    )


def _percent(one: Share) -> str:
    return "" if one.percent is None else number(one.percent)


def _wanted(one: Rhythm) -> str:
    ends = [str(it) if it is not None else "" for it in (one.least, one.most)]
    if not any(ends):
        return ""
    if not ends[0]:
        return str(say("at most {n}", n=ends[1]))
    if not ends[1]:
        return str(say("at least {n}", n=ends[0]))
    return ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"


def published(plan: Plan, channel: str) -> tuple[str, str]:
    """Fewest and most pieces a whole week on a channel as they are placed, and its longest silence, in words."""
    weeks = [one for one in cadence(plan) if one.channel == channel and one.whole]
    if not weeks:
        return "", ""
    counts = [one.n for one in weeks]
    few, many = min(counts), max(counts)
    silent = max((one.days for one in gaps(plan) if one.channel == channel), default=0)
    said = say_many("silent for {n} day at the longest", "silent for {n} days at the longest", silent)
    return (str(few) if few == many else f"{few}–{many}"), str(said)


def usual_rhythm(channel: PlannedChannel) -> dict[str, int]:
    """What the posts a month of a channel come to: pieces a week where it is one at least, and days of silence."""
    if not channel.per_month:
        return {}
    weekly = channel.per_month / WEEKS
    return {**({"least": int(weekly)} if weekly >= 1 else {}), "silent": ceil(DAYS / channel.per_month)}


def _filled(plan: Plan, one: Rhythm) -> dict[str, int]:
    return next((usual_rhythm(it) for it in plan.channels if it.id == one.channel), {})


def add_rhythms(plan: Plan) -> Plan:
    """The plan with a rhythm for each channel that had none, of the posts a month that the channel's card says."""
    held = {one.channel for one in plan.calendar.rhythms}
    for one in plan.channels:
        if one.id not in held:
            plan, _ = edit.add(plan, RHYTHMS, {"channel": one.id, **usual_rhythm(one)})
    return plan


def add_shares(plan: Plan) -> Plan:
    """The plan with a row for each pillar that had none; what is left of a hundred is divided among them evenly."""
    held = {one.pillar for one in plan.calendar.shares}
    bare = [one.id for one in plan.message.pillars if one.id not in held]
    left = max(0, round(100 - sum(one.percent or 0 for one in plan.calendar.shares)))
    for n, pillar in enumerate(bare):
        percent = left // len(bare) + (n < left % len(bare))
        plan, _ = edit.add(plan, SHARES, {"pillar": pillar, "percent": float(percent)})
    return plan


def _adds(store: Store, editor: Editor, label: Words, act: Callable[[Plan], Plan]) -> Any:
    """A button that adds what is missing in an editor's list; grey where nothing is."""
    button = widgets.Button(description=str(label))
    path = editor.path

    def draw() -> None:
        ready = act(store.plan) is not store.plan
        if button.disabled == ready:
            button.disabled = not ready

    def press() -> None:
        before = len(edit.records(store.plan, path))

        def said() -> Words:
            n = len(edit.records(store.plan, path)) - before
            return say_many("{n} row added: correct it.", "{n} rows added: correct them.", n)

        change(store, editor.rows.toast, [path], act, said)

    button.on_click(editor.guard.handler(press))
    store.watch(draw)
    draw()
    return button


def _equal(store: Store, editor: Editor) -> Any:
    return _adds(store, editor, say("Add a row for each pillar without one"), add_shares)


def _says(store: Store, told: Callable[[Plan], Sequence[Words]]) -> Any:
    """Sentences that follow the plan."""
    view = region()

    def draw() -> None:
        set_region(view, "".join(f"<p>{escape(str(one))}</p>" for one in told(store.plan)))

    store.watch(draw)
    draw()
    return view


def _carried(plan: Plan) -> list[Words]:
    """The fullest week against the hours that the team has."""
    loads = [one for one in week_load(plan) if one.items]
    if not loads:
        return [say("No piece has a day yet: the hours are counted when some have.")]
    fullest = max(loads, key=lambda one: one.hours)
    told = [
        say("The fullest week begins on {day}: {n} h.", day=fullest.week, n=fullest.hours)
        if plan.calendar.week_hours is None
        else say(
            "The fullest week begins on {day}: {n} h of {all} h.",
            day=fullest.week,
            n=fullest.hours,
            all=plan.calendar.week_hours,
        )
    ]
    unsaid = sum(len(one.unsaid) for one in loads)
    if unsaid:
        told.append(
            say_many(
                "Of {n} piece nobody has said how long it takes: it counts as nothing.",
                "{n} pieces have no hours yet: they count as nothing.",
                unsaid,
            )
        )
    return told


def _sum(plan: Plan) -> list[Words]:
    """Whether the shares make a hundred."""
    if not plan.message.pillars:
        return [say("The message has no pillar yet: build the house in unit 3 first.")]
    if not plan.calendar.shares:
        return []
    total = sum(one.percent or 0 for one in plan.calendar.shares)
    if abs(total - 100) < 0.05:
        return [say("Together the shares are 100 %.")]
    if total < 100:
        return [say("The shares add up to {n} %: {left} % missing.", n=total, left=100 - total)]
    return [say("The shares add up to {n} %: {left} % too many.", n=total, left=total - 100)]
