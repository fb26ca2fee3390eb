"""Has the team begun to distribute? Until then the rules of unit 8 see nothing. And what several of them count."""

from datetime import date

from promplan.days.placed import placed
from promplan.language import Words
from promplan.plan.advertising import Advertising, Link
from promplan.plan.budget import Budget
from promplan.plan.document import Plan
from promplan.plan.money import ChannelMoney
from promplan.spending.sums import SIGNS, costs, sums

UNIT = "08-distribution"
CARD = "budget"
PLACED = ("", "advertising", "other")  # kinds of lines that may pay for being seen: making and printing do not
SMALL = 100.0  # sums below it are told to the hundredth


def begun(plan: Plan) -> bool:
    """Does anything stand in the budget's card, in the money of a channel, in the link or the mark of a piece?"""
    return (
        plan.budget != Budget(by=plan.budget.by)
        or any(one.money != ChannelMoney() for one in plan.channels)
        or any(one.ad != Advertising() or one.link != Link() for one in plan.items)
    )


def sum_words(plan: Plan, value: float) -> Words:
    """A sum as it is read: rounded, with the sign of the plan's currency, or without one while none is chosen."""
    shown = round(value, 2) if abs(value) < SMALL else float(round(value))
    sign = SIGNS[plan.budget.currency]
    return Words("{sum} {sign}", {"sum": shown, "sign": sign}) if sign else Words("{sum}", {"sum": shown})


def money_on(plan: Plan) -> dict[str, float]:
    """What is spent on each channel: its own sum, and the lines of the budget that are for it."""
    it = sums(plan)
    return {one.id: it.by_channel.get(one.id, 0.0) + it.for_channel.get(one.id, 0.0) for one in plan.channels}


def bought_on(plan: Plan) -> dict[str, float]:
    """What is paid for being seen on each channel: its own sum and what is placed there, not what making it costs."""
    found = {one.id: one.money.amount or 0.0 for one in plan.channels}
    for line in plan.budget.lines:
        if line.channel in found and line.kind in PLACED:
            found[line.channel] += costs(line) or 0.0
    return found


def days_on(plan: Plan) -> dict[str, list[date]]:
    """The days on which something comes out on a channel, in their order."""
    found: dict[str, list[date]] = {}
    for one in placed(plan):
        if one.channel and one.comes_out:
            found.setdefault(one.channel, []).append(one.day)
    return found
