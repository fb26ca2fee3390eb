"""DIS-7: where there is money there is a piece, where a place is bought there is money, and both at one time."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.days.placed import Placed, placed
from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.budget_begun import UNIT, begun, money_on, sum_words
from promplan.review.calendar_begun import channel_name
from promplan.review.engine import rule
from promplan.review.finding import Finding


@rule(
    "DIS-7",
    severity="warning",
    unit=UNIT,
    section="distribution-l-channels",
    text=say("Money and pieces meet: none without the other, and both within the campaign"),
    hints=(
        say("What exactly is bought for that money, and on which day is it seen?"),
        say("Each channel with money: which pieces come out there. Each paid channel with a piece: how much money."),
    ),
)
def money_meets_pieces(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    money = money_on(plan)
    paid = {one.id for one in plan.channels if one.media == "paid"}
    if not begun(plan) or not plan.items or not (paid or any(money.values())):
        return None
    coming = [one for one in placed(plan) if one.comes_out]
    return [*_idle(plan, money), *_unpaid(plan, money, paid), *_outside(plan, money, coming)]


def _idle(plan: Plan, money: dict[str, float]) -> Iterator[Finding]:
    used = {one.channel for one in plan.items if one.placing.state != "held"}
    for id_, amount in money.items():
        if amount and id_ not in used:
            told = say("{sum} go into it, and no piece comes out there.", sum=sum_words(plan, amount))
            fix = say("say which piece the money is for, or spend it elsewhere")
            yield Finding(id_, told, fix, channel_name(plan, id_), field="money.amount")


def _unpaid(plan: Plan, money: dict[str, float], paid: set[str]) -> Iterator[Finding]:
    for id_ in paid if plan.brief.budget else ():  # where the brief has none either, CH-4 says so
        pieces = [one.id for one in plan.items if one.channel == id_]
        if pieces and not money[id_]:
            told = say("It is paid and has no money, and pieces wait for it: {ids}.", ids=", ".join(pieces))
            fix = say("give it its sum, or publish them elsewhere")
            yield Finding(id_, told, fix, channel_name(plan, id_), field="money.amount")


def _outside(plan: Plan, money: dict[str, float], coming: list[Placed]) -> Iterator[Finding]:
    start, end = plan.meta.campaign_start, plan.meta.campaign_end
    titles = {one.id: one.title for one in plan.items}
    for one in coming:
        if not money.get(one.channel):
            continue
        told = None
        if start and one.day < start:
            told = say(
                "Money is spent on its channel from {start}, and it comes out on {day}.", start=start, day=one.day
            )
        elif end and one.day > end:
            told = say("Money is spent on its channel until {end}, and it comes out on {day}.", end=end, day=one.day)
        if told:
            fix = say("move it into the campaign")
            yield Finding(one.item, told, fix, titles[one.item], field="dates.publish")
