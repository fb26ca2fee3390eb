"""Money and reach of each channel: who of ours uses it, what a thousand contacts cost, its bounds; overlaps."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Words, number, say
from promplan.plan.budget import Overlap
from promplan.plan.channels import PlannedChannel
from promplan.plan.document import Plan
from promplan.plan.money import ChannelMoney
from promplan.plan.store import Store
from promplan.spending.curves import missing
from promplan.spending.sums import sums
from promplan.widgets.calendar_names import EMPTY, channel_named
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.guard import Guard
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.part_form import UNIT, PartForm
from promplan.widgets.row_table import RowTable
from promplan.widgets.sums_said import money
from promplan.widgets.table import Column

PATH, OVERLAPS = "channels", "budget.overlaps"
FIELDS = tuple(ChannelMoney.model_fields)
FIRST = (
    ("users", "users_from"), ("free", "alike"), ("price",), ("price_from", "price_on"), ("amount",), ("least", "most"),
    ("fixed",),
)  # fmt: skip
NONE = say("The plan has no channel yet: choose them in unit 4, then they can get money here.")
LEAD = say(
    "A channel reaches only those of your people who use it. Say how many, what a thousand contacts cost there, and "
    "where you have both from; a number without a source is a guess and is called one."
)
MORE = say("A channel is missing? Choose it in unit 4: it gets its money here.")
BOTH = say(
    "Who is met on two channels is one person. Where nobody has counted, the course takes it as chance; where you know "
    "better, write it down."
)


def channel_money(store: Store) -> Panel:
    """What each channel costs and whom it can reach, to edit, and the people whom two channels share."""
    return _Money(store).panel


class _Money:
    def __init__(self, store: Store) -> None:
        self.store, self.guard = store, Guard()
        self.told, self.sums = region(), region()
        self.table = RowTable(store, PATH, say("Channels"), self._columns(), self.guard, self.draw, NONE, self._sign)
        self.form = PartForm(
            store, ChannelMoney, self._id, FIELDS, self.guard, PATH, "money", Order(first=FIRST),
            whole=lambda one: True, about=(PATH,),
        )  # fmt: skip
        self.form.told = lambda: self.table.show_signs(self.form.signs)
        self.head = widgets.HTML()
        shared = self._overlaps()
        title, lead = str(say("Money and reach of the channels")), f"<p>{escape(str(LEAD))}</p>"
        more = widgets.HTML(f"<p>{escape(str(MORE))}</p>")
        children: list[Any] = [
            heading(title), widgets.HTML(lead), self.sums, self.table.box, more, self.head, *self.form.parts, self.told,
            self.guard, heading(str(say("People whom two channels share"))),
            widgets.HTML(f"<p>{escape(str(BOTH))}</p>"), *shared.children,
        ]  # fmt: skip
        self.panel = Panel(title, children, f"{lead}{listed(store.plan)}{shared.static()}")
        self.panel.add_class("pp-channel-money")
        self.draw()
        self.form.told()

    def _id(self) -> str:
        one = self.table.row
        return one.id if one is not None else ""

    def _sign(self, one: PlannedChannel) -> str:
        return sign(self.store.plan, one)

    def _columns(self) -> tuple[Column, ...]:
        def price(one: PlannedChannel) -> tuple[str, str]:
            return money(self.store.plan, one.money.price), begun(one.money.price_from, 50)

        def amount(one: PlannedChannel) -> tuple[str, str]:
            return money(self.store.plan, one.money.amount), bounds(self.store.plan, one)

        return (
            Column(say("Channel"), lambda one: one.name.strip() or str(EMPTY)),
            Column(say("People of ours"), lambda one: (_count(one.money.users), begun(one.money.users_from, 50))),
            Column(say("1,000 contacts"), price),
            Column(say("Money for it"), amount, strong=True),
        )

    def draw(self) -> None:
        """Follow the plan and the choice of the channel."""
        self.form.load()
        set_region(self.sums, f"<p>{escape(str(left(self.store.plan)))}</p>")
        one = self.table.row
        for part in (self.head, self.told):
            part.layout.display = "" if one is not None else "none"
        if one is None:
            return
        now = f'<h4 class="pp-small-head">{escape(f"{one.id} · {one.name or EMPTY}")}</h4>'
        if self.head.value != now:
            self.head.value = now
        set_region(self.told, lacking(self.store.plan, one.id))

    def _overlaps(self) -> Editor:
        def pair(one: Overlap) -> str:
            names = (channel_named(self.store.plan, it) or str(EMPTY) for it in (one.one, one.other))
            return " + ".join(names)

        return Editor(
            self.store,
            OVERLAPS,
            ("one", "other", "people", "source"),
            say("Overlaps"),
            UNIT,
            about=("overlaps",),
            line=lambda one: f"{one.id} · {pair(one)} · {_count(one.people)}",
            columns=(
                Column(say("Two channels"), pair),
                Column(say("People who use both"), lambda one: _count(one.people), strong=True),
                Column(say("Where that number is from"), lambda one: begun(one.source, 60)),
            ),
            order=Order(first=(("one", "other"), ("people", "source"))),
            place=say("Overlap {n} of {all}"),
        )


def _count(value: int | None) -> str:
    return "" if value is None else number(value)


def bounds(plan: Plan, one: PlannedChannel) -> str:
    """Between which sums it stays, in words."""
    least, most = one.money.least, one.money.most
    if one.money.fixed:
        return str(say("promised, stays"))
    if least is not None and most is not None:
        return str(say("from {least} to {most}", least=money(plan, least), most=money(plan, most)))
    if least is not None:
        return str(say("at least {n}", n=money(plan, least)))
    return str(say("at most {n}", n=money(plan, most))) if most is not None else ""


def sign(plan: Plan, one: PlannedChannel) -> str:
    """A channel's sign: it can be counted, something is missing, or nothing is said of it yet."""
    if one.money == ChannelMoney():
        return ""
    found = [it for it in missing(plan) if it.where == one.id]
    return "passed" if not found else "info" if all(it.counted for it in found) else "warning"


def lacking(plan: Plan, id_: str) -> str:
    """What its reach curve lacks, as HTML."""
    found = [one.words for one in missing(plan) if one.where in ("", id_)]
    rows = "".join(f"<li>{escape(str(one))}</li>" for one in found)
    if rows:
        return f'<ul class="pp-lacking">{rows}</ul>'
    return f"<p>{escape(str(say('✔ Its reach can be counted.')))}</p>"


def left(plan: Plan) -> Words:
    """What the channels may cost, and what of it has a place."""
    found = sums(plan)
    placed = money(plan, found.channels)
    if found.for_channels is None:
        return say("The budget does not say yet how much money there is: the channels have {sum}.", sum=placed)
    return say(
        "For the channels there are {all}: {sum} have a place, {left} are left.",
        all=money(plan, found.for_channels),
        sum=placed,
        left=money(plan, found.left),
    )


def listed(plan: Plan) -> str:
    """The channels and their money as HTML, for a page without a kernel."""
    told = [(one.id, one.name, _count(one.money.users), money(plan, one.money.amount)) for one in plan.channels]
    rows = "".join(f"<li>{escape(' · '.join(filter(None, one)))}</li>" for one in told)
    return f"<ul>{rows}</ul>" if rows else f"<p>{escape(str(NONE))}</p>"
