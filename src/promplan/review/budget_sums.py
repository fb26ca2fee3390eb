"""DIS-1, DIS-2: the money adds up to what there is, and each channel's sum is one that can be bought."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Words, say
from promplan.plan.channels import PlannedChannel
from promplan.plan.document import Plan
from promplan.review.budget_begun import CARD, UNIT, begun, sum_words
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid
from promplan.spending.sums import sums

WHOLE = 1.0  # a unit of money: what rounding may take or add
ROUBLES = ("", "RUB")  # the brief's budget is in roubles


@rule(
    "DIS-1",
    severity="warning",
    unit=UNIT,
    section="distribution-l-budget",
    needed=True,
    text=say("Channels, lines and reserve add up to the money that there is"),
    hints=(
        say("Add it up on paper: what is spent, what is kept back, and what does the plant give?"),
        say("Money in all, beside the sums of the channels, the lines of the budget and the reserve in percent."),
    ),
)
def money_adds_up(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not begun(plan):
        return None
    budget = plan.budget
    found = list(unsaid(CARD, budget, "total", fix=say("ask the plant for the sum; 0 is an answer too")))
    fix = say("write both down: the line costs one times the other")
    found += [it for one in budget.lines for it in unsaid(one.id, one, "price", "quantity", fix=fix)]
    whole = not found
    found += _twice(plan)
    return found if budget.total is None else [*found, *_of_the_brief(plan), *_sums(plan, whole)]


def _twice(plan: Plan) -> Iterator[Finding]:
    """Advice: a line for a channel that costs just what the channel itself is given, so perhaps one thing twice."""
    given = {one.id: one.money.amount for one in plan.channels if one.money.amount}
    for one in plan.budget.lines:
        if one.price is None or one.quantity is None or one.channel not in given:
            continue
        amount = given[one.channel]
        if amount and abs(one.price * one.quantity - amount) <= WHOLE:
            told = say(
                "The channel itself is given just as much, {sum}: is it counted twice?", **_sum(plan, sum=amount)
            )
            fix = say("what is bought on a channel is the channel's money or a line, not both")
            yield Finding(one.id, told, fix, one.what, severity="info", field="channel")


def _of_the_brief(plan: Plan) -> Iterator[Finding]:
    given, total = plan.brief.budget, plan.budget.total
    if given is None or total is None or plan.budget.currency not in ROUBLES or total <= given + WHOLE:
        return
    told = say("The brief gives {given}, and the budget begins with {total}.", **_sum(plan, given=given, total=total))
    fix = say("take the brief's sum, or correct the brief when the plant has agreed to more")
    yield Finding(CARD, told, fix, field="total")


def _sums(plan: Plan, whole: bool) -> Iterator[Finding]:
    it = sums(plan)
    total, reserve, left = it.total or 0.0, it.reserve or 0.0, it.left or 0.0
    parts = say(
        "channels {channels}, lines {lines}, reserve {reserve}, together {sum} of {total}",
        **_sum(plan, channels=it.channels, lines=it.lines, reserve=reserve, sum=it.spent + reserve, total=total),
    )
    if it.spent > total + WHOLE:
        told = say("More is planned than there is, by {over}.", **_sum(plan, over=it.spent - total))
        fix = say("take it off a channel or a line, or ask the plant for more before you promise it")
        yield Finding(CARD, told, fix, parts, severity="error", field="total")
    elif left < -WHOLE:
        told = say("{over} of the reserve are given to something else already.", **_sum(plan, over=-left))
        fix = say("take it off a channel or a line, or keep less back")
        yield Finding(CARD, told, fix, parts, severity="error", field="reserve")
    elif left > WHOLE and whole:
        told = say("Nobody has said what {left} are for.", **_sum(plan, left=left))
        fix = say("give it to a channel or a line, or add it to the reserve and say so")
        yield Finding(CARD, told, fix, parts, field="total")


def _sum(plan: Plan, **sums: float) -> dict[str, Words]:
    return {name: sum_words(plan, value) for name, value in sums.items()}


@rule(
    "DIS-2",
    severity="error",
    unit=UNIT,
    section="distribution-l-budget",
    text=say("Each channel's sum is one that can be bought, and what is promised stands"),
    hints=(
        say("Would they take an order of that size, and have you promised it already?"),
        say("Money for this channel, beside its least, its most, and the tick of what is promised."),
    ),
)
def sums_are_within_their_bounds(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    bound = [
        one
        for one in plan.channels
        if one.money.fixed or one.money.amount or one.money.least is not None or one.money.most is not None
    ]
    return [it for one in bound for it in _bounds(plan, one)] if bound else None


def _bounds(plan: Plan, one: PlannedChannel) -> Iterator[Finding]:
    money = one.money
    least, most, amount = money.least or 0.0, money.most, money.amount
    if most is not None and least > most:
        told = say("At least {least}, and at most {most}: that cannot be.", **_sum(plan, least=least, most=most))
        swapped = {**money.model_dump(), "least": most, "most": least}
        cure = Cure({"money": swapped}, say("Swap the two numbers"))
        yield Finding(one.id, told, say("swap the two, or correct one"), one.name, field="money.least", cure=cure)
    elif money.fixed and amount is None:
        told = say("The sum is promised already, and nothing stands there.")
        yield Finding(one.id, told, say("write the sum that you promised"), one.name, field="money.amount")
    elif amount and amount < least - WHOLE:
        told = say("{amount} stand there, and an order begins at {least}.", **_sum(plan, amount=amount, least=least))
        fix = say("spend at least so much there, or nothing")
        yield Finding(one.id, told, fix, one.name, field="money.amount")
    elif amount and most is not None and amount > most + WHOLE:
        told = say("{amount} stand there, and {most} is the most.", **_sum(plan, amount=amount, most=most))
        cure = Cure({"money": {**money.model_dump(), "amount": most}}, say("Put {value}", value=most))
        yield Finding(one.id, told, say("spend no more than that there"), one.name, field="money.amount", cure=cure)
