"""DIS-14, DIS-18: the money is split about as well as it can be, or somebody says why not; not all on one channel."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from promplan.language import Problem, Words, say
from promplan.plan.document import Plan
from promplan.review.budget_added import reach_of
from promplan.review.budget_begun import CARD, UNIT, sum_words
from promplan.review.calendar_begun import channel_name, listed
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import empty
from promplan.spending.curves import counted
from promplan.spending.reached import Reached

MISSED = 0.1  # of the reach that can be had: less is no matter
MOST = 0.8  # of the channels' money: more on one of them wants a reason
SMALL = 0.01  # of the money: what is not worth moving


@rule(
    "DIS-14",
    severity="warning",
    unit=UNIT,
    section="distribution-l-best",
    text=say("The money is split so that it reaches about as many as it can, or it is said why not"),
    hints=(
        say("Where does the money that you would give last bring most people?"),
        say("Your split beside the best one: where they differ, the budget's card asks why."),
    ),
)
def split_is_good_or_explained(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    sold = [one for one in counted(plan) if one.paid]
    it = reach_of(plan) if len(sold) > 1 else None
    if it is None or not it.money:
        return None
    if not empty(plan.budget.reason):
        return []
    try:
        better = _best(plan, it.money)
    except ImportError:  # no numpy: nobody knows what is best
        return None
    if better is None or better.net - it.net <= MISSED * better.net:
        return []
    told = say(
        "This split reaches {now} people, and {best} can be reached with the same money.",
        now=float(round(it.net)),
        best=float(round(better.net)),
    )
    moves = listed(list(_moves(plan, {one.id: one.money for one in it.channels}, better)))
    return [Finding(CARD, told, say("{moves}; or say why you split it so", moves=moves), field="reason")]


def _best(plan: Plan, money: float) -> Reached | None:
    """What the same money could do; None where promises and bounds leave nothing to choose."""
    from promplan.spending.best import best  # loads numpy and scipy: only where nobody has said why

    try:
        return best(plan, money).reached
    except Problem:
        return None


def _moves(plan: Plan, now: Mapping[str, float], better: Reached) -> Iterator[Words]:
    """What would move from where to where, the largest sums first."""
    change = {one.id: one.money - now[one.id] for one in better.channels}
    least = SMALL * sum(now.values())
    givers = sorted((id_ for id_, sum_ in change.items() if sum_ < -least), key=lambda id_: change[id_])
    takers = sorted((id_ for id_, sum_ in change.items() if sum_ > least), key=lambda id_: -change[id_])
    for giver in givers:
        for taker in takers:
            part = min(-change[giver], change[taker])
            if part <= least:
                continue
            change[giver] += part
            change[taker] -= part
            yield say(
                "move {sum} from {one} to {other}",
                sum=sum_words(plan, part),
                one=channel_name(plan, giver),
                other=channel_name(plan, taker),
            )


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
