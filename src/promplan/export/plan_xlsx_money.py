"""Channels, lines and sums of the budget in the plan's workbook: what follows from other cells is a formula.

Reach is the closed form of `promplan.media.response`: of N people who use a channel c contacts reach
N (1 − (1 + c / (N k)) ^ −k), or N (1 − exp(−c / N)) where nobody has said how alike people use it.
"""

import math
from typing import Any

from promplan.export.outline_parts import NUMBER, titles
from promplan.export.plan_xlsx_cells import Cell, Column, Grid, Sheet, Worked, held, own, sheet
from promplan.export.whole import Whole
from promplan.language import say
from promplan.plan.budget import BudgetLine
from promplan.plan.channels import PlannedChannel
from promplan.spending.curves import called, counted
from promplan.spending.sums import costs

ID = Column("id", NUMBER, 6, "id")


def channels(told: Whole, rows: list[PlannedChannel]) -> Sheet:
    """The channels: what each costs, how many contacts that buys, and whom they reach."""
    columns = (
        ID,
        own(PlannedChannel, "name", 30, "strong"),
        own(PlannedChannel, "media", 14),
        own(PlannedChannel, "role", 34),
        own(PlannedChannel, "audiences", 30),
        own(PlannedChannel, "per_month", 9, "number"),
        own(PlannedChannel, "owner", 18),
        own(PlannedChannel, "money.price", 14, "money"),
        own(PlannedChannel, "money.amount", 15, "money"),
        Column("share", say("Share of the channels' money"), 13, "share"),
        Column("bought", say("Contacts bought"), 12, "count"),
        own(PlannedChannel, "money.free", 12, "number"),
        Column("contacts", say("Contacts in all"), 12, "count"),
        own(PlannedChannel, "money.users", 12, "number"),
        own(PlannedChannel, "money.alike", 12, "number"),
        Column("reach", say("People reached"), 12, "count"),
        Column("often", say("Contacts for each of them"), 12, "number"),
        Column("each", say("Money for each of them"), 13, "money"),
        own(PlannedChannel, "money.price_from", 30),
        own(PlannedChannel, "money.price_on", 12, "day"),
    )
    known, names = titles(told.plan), called(told.plan)
    spent = math.fsum(one.money.amount or 0.0 for one in rows)
    reaching = {one.id for one in counted(told.plan)}

    def row(one: PlannedChannel, place: int, grid: Grid) -> list[Cell]:
        made: dict[str, Cell] = {"id": one.id, "name": names[one.id]}
        made |= _contacts(one, place, grid, spent) if one.money.amount or one.money.free is not None else {}
        if one.id in reaching:
            made |= _reach(one, place, grid)
        return [made[it.key] if it.key in made else _held(one, it.key, known) for it in columns]

    lead = say("What each channel does, costs and reaches.")
    return sheet(say("Channels"), lead, columns, rows, row)


def _contacts(one: PlannedChannel, place: int, grid: Grid, spent: float) -> dict[str, Cell]:
    money, price = one.money.amount or 0.0, one.money.price or 0.0
    at = {key: grid.cell(key, place) for key in ("money.amount", "money.price", "bought", "money.free")}
    area = grid.area("money.amount")
    made: dict[str, Cell] = {}
    if one.money.amount is not None:
        made["share"] = Worked(f"IF(SUM({area})=0,0,{at['money.amount']}/SUM({area}))", money / spent if spent else 0.0)
    bought = 1000 * money / price if price else 0.0
    made["bought"] = Worked(f"IF(N({at['money.price']})=0,0,1000*{at['money.amount']}/{at['money.price']})", bought)
    made["contacts"] = Worked(f"{at['bought']}+{at['money.free']}", bought + (one.money.free or 0))
    return made


def _reach(one: PlannedChannel, place: int, grid: Grid) -> dict[str, Cell]:
    users, contacts, alike, reach = (
        grid.cell(key, place) for key in ("money.users", "contacts", "money.alike", "reach")
    )
    n, k = one.money.users or 0, one.money.alike
    met = (1000 * (one.money.amount or 0.0) / one.money.price if one.money.price else 0.0) + (one.money.free or 0)
    if k:
        text, people = (
            f"{users}*(1-(1+{contacts}/({users}*{alike}))^(-{alike}))",
            n * -math.expm1(-k * math.log1p(met / (n * k))),
        )
    else:
        text, people = f"{users}*(1-EXP(-{contacts}/{users}))", n * -math.expm1(-met / n)
    often = Worked(f'IF({reach}=0,"",{contacts}/{reach})', met / people if people else "")
    amount = grid.cell("money.amount", place)
    made: dict[str, Cell] = {"reach": Worked(text, people), "often": often}
    if one.money.amount:
        made["each"] = Worked(f'IF({reach}=0,"",{amount}/{reach})', one.money.amount / people if people else "")
    return made


def lines(told: Whole, rows: list[BudgetLine]) -> Sheet:
    """What is paid beside the channels: price × quantity."""
    columns = (
        ID,
        own(BudgetLine, "what", 46, "strong"),
        own(BudgetLine, "kind", 24),
        own(BudgetLine, "price", 15, "money"),
        own(BudgetLine, "quantity", 11, "number"),
        own(BudgetLine, "unit", 12),
        Column("cost", say("Cost: price × how many"), 16, "money"),
        Column("share", say("Share of the lines"), 11, "share"),
        own(BudgetLine, "source", 34),
        own(BudgetLine, "as_of", 12, "day"),
        own(BudgetLine, "channel", 24),
        own(BudgetLine, "item", 28),
    )
    known = titles(told.plan)
    every = math.fsum(costs(one) or 0.0 for one in rows)

    def row(one: BudgetLine, place: int, grid: Grid) -> list[Cell]:
        cost = costs(one)
        price, many, own_cost = (grid.cell(key, place) for key in ("price", "quantity", "cost"))
        made: dict[str, Cell] = {"id": one.id}
        if cost is not None:
            made["cost"] = Worked(f"{price}*{many}", cost)
            area = grid.area("cost")
            made["share"] = Worked(f"IF(SUM({area})=0,0,{own_cost}/SUM({area}))", cost / every if every else 0.0)
        return [made[it.key] if it.key in made else _held(one, it.key, known) for it in columns]

    lead = say("What is paid beside the money of the channels. Change a price or a number: the sums follow.")
    return sheet(say("Budget lines"), lead, columns, rows, row)


def _held(one: Any, path: str, known: Any) -> Cell:
    return None if path in WORKED else held(one, path, known)


WORKED = frozenset(
    {"share", "bought", "contacts", "reach", "often", "each", "cost"}
)  # left empty where nothing follows
