"""What is spent: money of the channels, lines, what is kept back; and what is done without money, by whom.

it = sums(plan)
it.total, it.channels, it.lines, it.reserve, it.left    # money; total and what follows from it None if not said
it.for_channels                                         # what the channels may cost: total − lines − reserve
carried(plan).most                                      # no more people than that are reached by those unpaid
"""

import math
from collections import defaultdict
from dataclasses import dataclass, field

from promplan.plan.budget import BudgetLine, LineKind, Who
from promplan.plan.document import Plan

SIGNS = {"": "¤", "RUB": "₽", "EUR": "€", "USD": "$", "GBP": "£", "KZT": "₸", "BYN": "Br"}  # of the plan's currencies


@dataclass(frozen=True)
class Sums:
    """What is spent, in the plan's currency.

    Args:
        total: money in all, None where it is not said; 0 is a budget too.
        channels: the money of all channels.
        by_channel: the same by channel; those without any money are not in it.
        by_kind: the lines by their kind, "" where it is not chosen; only those that have a price and a quantity.
        by_item, for_channel: the lines by the piece or the channel that they are for, where one is named.
        unpriced: lines of which the price or the quantity is not said; they count as nothing.
        reserve: what is kept back, None where total or per cent are not said.
    """

    total: float | None
    channels: float
    by_channel: dict[str, float] = field(hash=False)
    by_kind: dict[LineKind, float] = field(hash=False)
    by_item: dict[str, float] = field(hash=False)
    for_channel: dict[str, float] = field(hash=False)
    unpriced: tuple[str, ...]
    reserve: float | None

    @property
    def lines(self) -> float:
        """All lines that have a price."""
        return math.fsum(self.by_kind.values())

    @property
    def spent(self) -> float:
        """Channels and lines, without what is kept back."""
        return self.channels + self.lines

    @property
    def for_channels(self) -> float | None:
        """What the channels may cost: the total less lines and reserve; below 0 where these alone are too much."""
        return None if self.total is None else self.total - self.lines - (self.reserve or 0.0)

    @property
    def left(self) -> float | None:
        """What is not planned yet; below 0 where more is planned than there is."""
        return None if self.for_channels is None else self.for_channels - self.channels

    @property
    def over(self) -> float:
        """By how much the plan costs more than there is; 0 if it does not."""
        left = self.left
        return 0.0 if left is None or left > -0.005 else -left  # half of a hundredth is rounding


@dataclass(frozen=True)
class Carried:
    """What is done without money.

    The people of several carriers share people, and nobody has counted whom: together they reach at least the largest
    of them, and at most the sum, never more than the campaign is for.

    Args:
        carriers: how many there are.
        least, most: people whom they reach together.
        by_who: the sum of people by who carries it; the same caution.
        hours: what it takes us.
        uncounted, unhoured: carriers whose people, and whose hours, are not said; they count as none.
    """

    carriers: int
    least: int
    most: int
    by_who: dict[Who, int] = field(hash=False)
    hours: float
    uncounted: tuple[str, ...]
    unhoured: tuple[str, ...]


def sign(plan: Plan) -> str:
    """The sign of the plan's currency; ¤, that of any currency, where none is chosen."""
    return SIGNS[plan.budget.currency]


def costs(line: BudgetLine) -> float | None:
    """What a line costs, price × quantity; None where one of the two is not said."""
    return None if line.price is None or line.quantity is None else line.price * line.quantity


def sums(plan: Plan) -> Sums:
    """What the plan spends."""
    budget = plan.budget
    kinds: defaultdict[LineKind, float] = defaultdict(float)
    items: defaultdict[str, float] = defaultdict(float)
    of_channel: defaultdict[str, float] = defaultdict(float)
    unpriced = []
    for one in budget.lines:
        cost = costs(one)
        if cost is None:
            unpriced.append(one.id)
            continue
        kinds[one.kind] += cost
        if one.item:
            items[one.item] += cost
        if one.channel:
            of_channel[one.channel] += cost
    by_channel = {one.id: one.money.amount for one in plan.channels if one.money.amount}
    kept = None if budget.total is None or budget.reserve is None else budget.total * budget.reserve / 100
    return Sums(
        total=budget.total,
        channels=math.fsum(by_channel.values()),
        by_channel=by_channel,
        by_kind=dict(kinds),
        by_item=dict(items),
        for_channel=dict(of_channel),
        unpriced=tuple(unpriced),
        reserve=kept,
    )


def carried(plan: Plan) -> Carried:
    """What those who are not paid carry, and what it takes us."""
    carriers = plan.budget.carriers
    counts = [one.people for one in carriers if one.people is not None]
    by_who: defaultdict[Who, int] = defaultdict(int)
    for one in carriers:
        by_who[one.who] += one.people or 0
    most = sum(counts)
    if plan.budget.people is not None:
        most = min(most, plan.budget.people)
    return Carried(
        carriers=len(carriers),
        least=min(max(counts, default=0), most),
        most=most,
        by_who=dict(by_who),
        hours=math.fsum(one.hours or 0.0 for one in carriers),
        uncounted=tuple(one.id for one in carriers if one.people is None),
        unhoured=tuple(one.id for one in carriers if one.hours is None),
    )
