"""The budget and the KPI in the outline: what a line and the whole come to, a formula by its name in the dictionary."""

from collections.abc import Iterator
from dataclasses import replace

from promplan.export.outline import Block, Field, Fields, Record, Said
from promplan.export.outline_parts import Titles, blocks, record
from promplan.export.outline_values import Choice, Text
from promplan.figures.numbers import digits
from promplan.language import say
from promplan.media.kpi_dictionary import dictionary, named
from promplan.plan import tree
from promplan.plan.budget import Budget, BudgetLine
from promplan.plan.document import Plan
from promplan.spending.sums import sign, sums

LISTS = frozenset(tree.lists(Budget))


def budget(plan: Plan, known: Titles, caption: Said) -> tuple[Block, ...]:
    """The budget's card, and below it what is planned in all, and what is left; its lists are sections of their own."""
    told = blocks(plan.budget, known, skip=LISTS)
    rows = tuple(_sums(plan))
    return (*told, Fields(rows)) if rows else told


def lines(plan: Plan, known: Titles, caption: Said) -> tuple[Block, ...]:
    """The lines of the budget, each with its sum."""
    return tuple(_line(plan, one, known) for one in plan.budget.lines)


def _line(plan: Plan, one: BudgetLine, known: Titles) -> Record:
    told = record(one, known)
    if one.price is None or one.quantity is None:
        return told
    row = Field("sum", say("Sum of the line"), _money(plan, one.price * one.quantity))
    first, *rest = told.blocks or (Fields(()),)
    return replace(told, blocks=(Fields((*first.rows, row)), *rest) if isinstance(first, Fields) else told.blocks)


def _money(plan: Plan, value: float) -> Text:
    return Text(f"{digits(round(value))}\u00a0{sign(plan)}")


def _sums(plan: Plan) -> Iterator[Field]:
    it = sums(plan)
    if it.channels:
        yield Field("channels", say("Money of the channels"), _money(plan, it.channels))
    if it.lines:
        yield Field("all-lines", say("All lines together"), _money(plan, it.lines))
    if it.reserve:
        yield Field("kept", say("Kept back"), _money(plan, it.reserve))
    if it.left is not None and it.spent:
        words = say("Planned beyond what there is") if it.over else say("Not planned yet")
        yield Field("left", words, _money(plan, abs(it.left)))


def kpis(plan: Plan, known: Titles, caption: Said) -> tuple[Block, ...]:
    """The KPI; a formula of the dictionary by its name."""
    told = [record(one, known) for one in plan.kpis]
    return tuple(replace(one, blocks=tuple(map(_by_name, one.blocks))) for one in told)


def _by_name(block: Block) -> Block:
    return Fields(tuple(map(_formula, block.rows))) if isinstance(block, Fields) else block


def _formula(one: Field) -> Field:
    key = str(one.value)
    return replace(one, value=Choice(key, named(key))) if one.name == "metric" and key in dictionary().by_id else one
