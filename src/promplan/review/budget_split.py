"""DIS-18: not all the money stands on one channel."""

from collections.abc import Iterable
from datetime import date

from promplan.language import say
from promplan.plan.document import Plan
from promplan.review.budget_begun import CARD, UNIT
from promplan.review.calendar_begun import channel_name
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty

MOST = 0.8  # of the channels' money: more on one of them wants a reason


@rule(
    "DIS-18",
    severity="warning",
    unit=UNIT,
    section="distribution-l-best",
    text=say("Where two channels can be bought, not all the money stands on one without a reason"),
    hints=(
        say("That channel closes for a day, the day on which your film comes out. What then?"),
        say("The sums of the channels beside each other; why the money is split so: the budget's card."),
    ),
)
def not_all_on_one(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    amounts = {one.id: one.money.amount for one in plan.channels if one.money.amount}
    sold = [one.id for one in plan.channels if one.money.amount or one.money.price or one.media == "paid"]
    if not amounts or len(sold) < 2:
        return None
    most = max(amounts, key=lambda id_: amounts[id_])
    part = amounts[most] / sum(amounts.values())
    if part <= MOST or not empty(plan.budget.reason):
        return []
    told = say(
        "{percent} % of the channels' money go to {channel}, and others can be bought too.",
        percent=float(round(100 * part)),
        channel=channel_name(plan, most),
    )
    return [Finding(CARD, told, say("give another channel a part of it, or say why it is so"), field="reason")]
