"""What each total reaches if it is split best, and backwards: the least total that reaches so many people.

curve(plan, [0, 50_000, 100_000])
needed(plan, 1_200)
"""

import math
from collections.abc import Iterable

from promplan.language import Problem, say
from promplan.media.budget import BudgetPoint
from promplan.media.checked import amount
from promplan.plan.document import Plan
from promplan.spending.best import NEAR, Best, best, promised
from promplan.spending.curves import Counted, counted

__all__ = ["curve", "needed"]

CENT = 0.01  # of the plan's currency: so near to the least total


def curve(plan: Plan, totals: Iterable[float]) -> tuple[BudgetPoint, ...]:
    """What each total reaches if it is split as well as it can be: people, and the rate at which more money adds some.

    `by_name` of each point holds the money by the channels' ids.

    Raises:
        Problem: a total below what is `promised`; as `channels_of`.
    """
    points = []
    for total in totals:
        it = best(plan, total)
        points.append(BudgetPoint(it.total, it.net, it.next, it.amounts))
    return tuple(points)


def needed(plan: Plan, people: float | None = None) -> Best:
    """The least total of which the best split reaches so many: the plan's `target` if no number is given.

    Raises:
        Problem: nobody says how many; no money reaches so many; as `channels_of`.
    """
    people = plan.budget.target if people is None else people
    if people is None:
        raise Problem(say("How many people are to be reached is not said. Say it in the budget, or give a number."))
    wanted = amount(people, say("People to be reached"))
    low, whole = promised(plan), plan.budget.people or 0
    least = best(plan, low)
    if least.net >= wanted:
        return least
    high = math.fsum(_end(one) for one in counted(plan))
    if best(plan, high).net < wanted:
        raise Problem(
            say(
                "{wanted} people are out of reach: whatever is spent, these channels reach fewer than {most} of "
                "{people}. Add a channel, raise a maximum, or ask for fewer.",
                wanted=float(round(wanted)),
                most=float(math.ceil(best(plan, high).net)),
                people=float(whole),
            )
        )
    # bisection, for where a least order comes within reach the net reach jumps
    while high - low > max(CENT, NEAR * high):
        total = (low + high) / 2
        low, high = (low, total) if best(plan, total).net >= wanted else (total, high)
    return best(plan, high)


def _end(one: Counted) -> float:
    """The most money that a channel may take."""
    if not one.paid:
        return 0.0
    return one.amount if one.fixed else one.end if one.most is None else min(one.most, one.end)
