"""The budget: how much there is, whom it shall reach and how often; its lines, and what is left for the channels."""

from html import escape
from typing import Any

import ipywidgets as widgets

from promplan.language import Words, number, pick, say, say_in, say_many
from promplan.plan.budget import LINE_KINDS, Budget, BudgetLine
from promplan.plan.document import Plan
from promplan.plan.store import Store
from promplan.review import Finding
from promplan.spending.sums import costs, sums
from promplan.widgets.calendar_names import EMPTY, channel_named
from promplan.widgets.controls import begun
from promplan.widgets.editor import Editor
from promplan.widgets.guard import Guard
from promplan.widgets.order import Order
from promplan.widgets.panel import Panel, heading, region, set_region
from promplan.widgets.part_form import UNIT, PartForm
from promplan.widgets.sums_said import Row, money, table, unchosen
from promplan.widgets.table import Column

CARD, LINES = "budget", "budget.lines"
FIELDS = (
    "total", "currency", "given_by", "tax", "reserve", "people", "people_from", "enough", "enough_why",
    "most_contacts", "target", "without", "reason",
)  # fmt: skip
FIRST = (
    ("total", "currency"), ("given_by", "tax"), ("reserve",), ("people", "people_from"), ("target",),
    ("enough", "enough_why"), ("most_contacts",), ("without",), ("reason",),
)  # fmt: skip
OF_A_LINE = ("what", "kind", "price", "quantity", "unit", "source", "as_of", "channel", "item")
FIRST_OF_A_LINE = (("what",), ("kind",), ("price", "quantity"), ("unit",), ("source", "as_of"), ("channel", "item"))
LEAD = say(
    "A budget is a promise in numbers: how much there is, what of it is kept back, and what it has to bring. Zero is a "
    "budget too. Then say who carries it, and what is left out."
)
ELSEWHERE = ("DIS-9",)  # what is found about the links of the whole plan stands beside the links


def budget_form(store: Store) -> Panel:
    """The budget's card and its lines, to edit, with the sums as they are typed."""
    guard = Guard()
    card = PartForm(store, Budget, lambda: CARD, FIELDS, guard, order=Order(first=FIRST), whole=_whole)
    editor = _lines(store)
    view = region()

    def draw() -> None:
        set_region(view, summed(store.plan))

    store.watch(draw)
    draw()
    title, lead = str(say("Budget")), f"<p>{escape(str(LEAD))}</p>"
    what = say("What is paid for, beside the channels")
    children: list[Any] = [
        heading(title), widgets.HTML(lead), *card.parts, guard, view, heading(str(what)), *editor.children,
    ]  # fmt: skip
    panel = Panel(title, children, f"{lead}{summed(store.plan)}{editor.static()}")
    panel.add_class("pp-budgeting")
    return panel


def _whole(one: Finding) -> bool:
    return one.rule not in ELSEWHERE


def _lines(store: Store) -> Editor:
    def price(one: BudgetLine) -> tuple[str, str]:
        if one.price is None:
            return "", ""
        times = "" if one.quantity is None else f" × {number(one.quantity)} {one.unit}".rstrip()
        return f"{money(store.plan, one.price)}{times}", begun(one.source, 50)

    def for_what(one: BudgetLine) -> str:
        return ", ".join(filter(None, (channel_named(store.plan, one.channel), one.item)))

    columns = (
        Column(say("What is paid for"), lambda one: (begun(one.what, 70) or str(EMPTY), _kind(one))),
        Column(say("Price × how many"), price),
        Column(say_in("money", "Sum"), lambda one: money(store.plan, costs(one)), strong=True),
        Column(say("For what"), for_what),
    )
    return Editor(
        store,
        LINES,
        OF_A_LINE,
        say("Lines of the budget"),
        UNIT,
        about=("lines",),
        line=lambda one: f"{one.id} · {begun(one.what, 60) or EMPTY} · {money(store.plan, costs(one))}",
        columns=columns,
        order=Order(first=FIRST_OF_A_LINE),
        place=say("Line {n} of {all}"),
    )


def _kind(one: BudgetLine) -> str:
    return str(pick(LINE_KINDS[one.kind])) if one.kind else ""


def summed(plan: Plan) -> str:
    """What is spent, kept back and left, as HTML."""
    found = sums(plan)
    if found.total is None and not found.spent and not found.unpriced:
        return f"<p>{escape(str(say('As soon as a sum stands here, what is left is worked out.')))}</p>"
    none = say("without a kind")
    rows = [Row(pick(LINE_KINDS[one]) if one else none, money(plan, sum_)) for one, sum_ in found.by_kind.items()]
    if len(rows) > 1:
        rows.append(Row(say("Lines together"), money(plan, found.lines), "total"))
    if found.reserve is not None:
        rows.append(Row(say("Kept back"), money(plan, found.reserve)))
    rows.append(Row(say("Channels, as they are now"), money(plan, found.channels)))
    if found.total is not None:
        rows.append(Row(say("Money in all"), money(plan, found.total), "total"))
        rows.append(Row(say("Of this, for the channels"), money(plan, found.for_channels)))
        rows.append(_left(plan, found.left or 0.0, found.over))
    said: list[Words] = [one for one in (unchosen(plan),) if one is not None]
    if found.unpriced:
        n = len(found.unpriced)
        said.append(
            say_many(
                "{ids} has no price or no quantity: it counts as nothing.",
                "{ids} have no price or no quantity: they count as nothing.",
                n,
                ids=", ".join(found.unpriced),
            )
        )
    notes = f"<p>{escape(' '.join(map(str, said)))}</p>" if said else ""
    return table(rows, say("Sums of the budget")) + notes


def _left(plan: Plan, left: float, over: float) -> Row:
    if over:
        return Row(say("✘ More than there is, by"), money(plan, over), "over")
    return Row(say("Not planned yet"), money(plan, max(0.0, left)))
