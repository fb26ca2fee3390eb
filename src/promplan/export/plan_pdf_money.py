"""What no record holds and a table of money shows: contacts and reach of a channel, and the money in all."""

from typing import Any

from promplan.figures.money_said import money, people
from promplan.language import Problem, Words, say
from promplan.plan.document import Plan
from promplan.spending.reached import Reached, reached
from promplan.spending.sums import sums


def computed(plan: Plan) -> dict[str, dict[str, str]]:
    """Values by the column that shows them, and the record."""
    met = met_by(plan)
    return {
        "=contacts": {one.id: people(one.contacts) for one in met.channels} if met else {},
        "=reach": {one.id: people(one.reach) for one in met.channels} if met else {},
    }


def met_by(plan: Plan) -> Reached | None:
    """Whom the channels reach; None where it cannot be counted yet."""
    try:
        return reached(plan)
    except Problem:
        return None


def totals(plan: Plan) -> dict[str, Any]:
    """The budget as a bar and in words: channels, lines, reserve, what is left, and whom it reaches."""
    spent, met = sums(plan), met_by(plan)
    parts: list[tuple[Words, float | None]] = [
        (say("Channels"), spent.channels),
        (say("All else"), spent.lines),
        (say("Kept back"), spent.reserve),
        (say("Not planned yet"), spent.left if spent.left and spent.left > 0 else None),
    ]
    all_ = spent.total or spent.spent
    told = [
        {"label": str(label), "value": money(plan, sum_), "share": sum_ / all_ if all_ else 0.0}
        for label, sum_ in parts
        if sum_
    ]
    reach = []
    if met is not None:
        reach.append([str(say("Net reach")), f"{people(met.net)} / {people(met.people)}"])
        reach.append([str(say("measured alone allows")), f"{people(met.low)}–{people(met.high)}"])
        if met.frequency is not None:
            reach.append([str(say("contacts for each")), people(met.frequency)])
        if met.price_per_person is not None:
            reach.append([str(say("money for each")), money(plan, met.price_per_person)])
    over = str(say("More is planned than there is: {sum} too much.", sum=money(plan, spent.over))) if spent.over else ""
    return {
        "kind": "money",
        "total": money(plan, spent.total) if spent.total is not None else "",
        "total_label": str(say("Money in all")),
        "parts": told,
        "reach": reach,
        "over": over,
    }
