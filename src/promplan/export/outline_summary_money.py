"""Channels, money and reach on the summary's page: what is spent of what there is, and how many people that reaches."""

from collections.abc import Iterator

from promplan.export.outline import Block, Field, Fields
from promplan.export.outline_values import About, Number, Several, Share, Text
from promplan.language import Problem, say
from promplan.plan.document import Plan
from promplan.spending.reached import Reached, reached
from promplan.spending.sums import carried, sign, sums


def money(plan: Plan) -> Iterator[Block]:
    """The channels by their names; the sums; people reached, as far as they can be counted."""
    told = tuple(_channels(plan)) + tuple(_sums(plan)) + tuple(_people(plan))
    if told:
        yield Fields(told)


def _channels(plan: Plan) -> Iterator[Field]:
    names = tuple(Text(one.name) for one in plan.channels if one.name.strip())
    if names:
        yield Field("channels", say("Channels"), Several(names))


def _sums(plan: Plan) -> Iterator[Field]:
    found = sums(plan)
    if found.total is not None:
        yield Field("total", say("Budget"), Number(found.total, sign(plan)))
    if found.spent:
        yield Field("spent", say("Planned of it"), Number(found.spent, sign(plan)))
    if free := carried(plan).carriers:
        yield Field("carriers", say("Carried for free by"), Number(free))


def _people(plan: Plan) -> Iterator[Field]:
    found = _reached(plan)
    if found is not None and found.net:
        yield Field("reach", say("People reached"), About(found.low, found.high))
        yield Field(
            "share", say("Share of all for whom it is"), Share(found.low / found.people, found.high / found.people)
        )
    if found is not None and found.effective is not None:
        yield Field("effective", say("Of them often enough"), About(found.effective, found.effective))


def _reached(plan: Plan) -> Reached | None:
    """None where it cannot be counted: the budget's section says why."""
    try:
        return reached(plan)
    except Problem:
        return None
