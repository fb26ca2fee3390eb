"""DIS-3, DIS-6: how many contacts are enough is said, with a reason, and those who are reached have about so many."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Problem, say
from promplan.plan.document import Plan
from promplan.review.budget_begun import CARD, UNIT, begun
from promplan.review.cure import Cure
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.review.gaps import unsaid
from promplan.spending.curves import counted, missing
from promplan.spending.reached import Reached, reached


@rule(
    "DIS-3",
    severity="warning",
    unit=UNIT,
    section="distribution-l-heavy",
    text=say("Those who are reached meet it often enough, and not so often that it annoys"),
    hints=(
        say("Few people often, or many people once: which of the two have you bought?"),
        say("Contacts for each person reached, beside the contacts that are enough and those that are too many."),
    ),
)
def contacts_are_enough(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    spent = {one.id for one in plan.channels if one.money.amount}
    gaps = [one for one in missing(plan) if not one.counted and (one.where in spent or (not one.where and spent))]
    found = [
        Finding(
            one.where or CARD,
            one.words,
            say("write the number, or ask whoever sells the place"),
            field=f"money.{one.field}" if one.where else one.field,
        )
        for one in gaps
    ]
    if not counted(plan):
        return found or None
    try:
        it = reached(plan)
    except Problem as problem:
        fix = say("correct the numbers of the channel")
        return [*found, Finding(CARD, problem.what, fix)]
    return found if it.frequency is None else [*found, *_often(it, it.frequency)]


def _often(it: Reached, often: float) -> Iterator[Finding]:
    if it.enough is not None and it.too_many is not None and it.enough >= it.too_many:
        return  # DIS-6 says so
    parts = say(
        "{people} people are reached with {contacts} contacts", people=_whole(it.net), contacts=_whole(it.contacts)
    )
    if it.enough is not None and often < it.enough:
        told = say(
            "Those who are reached have {often} contacts on average, and {enough} are enough.",
            often=round(often, 1),
            enough=it.enough,
        )
        fix = say("put the money on fewer channels, or add somebody who carries it to the same people")
        yield Finding(CARD, told, fix, parts, field="enough")
    elif it.too_many is not None and often > it.too_many:
        told = say(
            "Those who are reached have {often} contacts on average, and {many} are too many.",
            often=round(often, 1),
            many=it.too_many,
        )
        fix = say("spend less there, or add a channel with other people")
        yield Finding(CARD, told, fix, parts, field="most_contacts")


def _whole(value: float) -> float:
    """People and contacts are told whole."""
    return float(round(value))


@rule(
    "DIS-6",
    severity="warning",
    unit=UNIT,
    section="distribution-l-heavy",
    needed=True,
    text=say("It is said how many contacts are enough, and why"),
    hints=(
        say("How often did you have to see the last thing that you remember?"),
        say("Contacts that are enough, why so many, contacts that are too many: the budget's card."),
    ),
)
def enough_is_said(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not begun(plan):
        return None
    budget = plan.budget
    fix = say("choose a number, and say what it rests on; a convention is a reason too")
    found = list(unsaid(CARD, budget, "enough", "enough_why", fix=fix))
    few, many = budget.enough, budget.most_contacts
    if few is not None and many is not None and few >= many:
        told = say(
            "Contacts that are enough: {few}; that are too many: {many}. Nothing lies between.", few=few, many=many
        )
        cure = Cure({"enough": many, "most_contacts": few}, say("Swap the two numbers")) if few > many else None
        found.append(Finding(CARD, told, say("correct one of the two"), field="most_contacts", cure=cure))
    return found
