"""DIS-5, DIS-19: no reach is an addition, and what is to be reached is reached."""

import math
from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Problem, Words, say
from promplan.plan import tree
from promplan.plan.document import Plan
from promplan.review.budget_begun import CARD, UNIT, begun
from promplan.review.budget_people import most_of, overlaps_of, users_of
from promplan.review.budget_told import Added, added_in, sum_in, sums_of
from promplan.review.calendar_begun import channel_name
from promplan.review.engine import rule
from promplan.review.finding import Finding
from promplan.spending.curves import counted
from promplan.spending.reached import Reached, reached
from promplan.spending.sums import carried

TOLD = ("without", "reason", "enough_why", "people_from")  # texts of the budget's card
OF_RECORDS = {"carriers": ("what", "why", "given", "people_from"), "lines": ("what", "unit"), "overlaps": ("source",)}
PART = 0.5  # of a person: rounding


@rule(
    "DIS-5",
    severity="warning",
    unit=UNIT,
    section="distribution-l-reach",
    text=say("No reach is an addition: whoever uses two channels is counted once"),
    hints=(
        say("Your neighbour reads the newspaper and sees the post. How many people is that?"),
        say("People to be reached, numbers in the texts, those whom carriers reach: is one of them a sum?"),
    ),
)
def nobody_is_counted_twice(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    if not begun(plan):
        return None
    people, sums = plan.budget.people, _sums(plan)
    carriers = [one for one in plan.budget.carriers if one.people]
    if not sums and not (people and carriers):
        return None
    return [*_target(plan, sums), *_texts(plan, sums, people), *_carriers(plan, people)]


def reach_of(plan: Plan) -> Reached | None:
    """Whom the plan's own money reaches; None while that cannot be counted."""
    if not counted(plan):
        return None
    try:
        return reached(plan)
    except Problem:
        return None  # what is wrong with the numbers has rules of its own


def _sums(plan: Plan) -> list[Added]:
    """Users added up, and reaches added up."""
    users = {id_: float(n) for id_, n in users_of(plan).items()}
    found = sums_of(users, float(plan.budget.people or sum(users.values())), overlaps_of(plan, users_of(plan)))
    it = reach_of(plan)
    if it is not None and len([one for one in it.channels if one.reach]) > 1:
        found.append(Added(tuple(one.id for one in it.channels if one.reach), it.gross, it.net, users=False))
    return found


def _target(plan: Plan, sums: list[Added]) -> Iterator[Finding]:
    target = plan.budget.target
    if target is not None and (one := sum_in(target, sums)):
        yield Finding(CARD, _twice(plan, float(target), one), _fix(one), field="target")


def _twice(plan: Plan, value: float, one: Added) -> Words:
    channels = " + ".join(channel_name(plan, id_) for id_ in one.channels)
    net = float(round(one.net))
    if one.users:
        return say(
            "{value} is {channels} added up, and whoever uses two of them stands in it twice. Counted once, about "
            "{net} people use at least one of them, whatever is spent. The money meets fewer: the sliders say how "
            "many.",
            value=value,
            channels=channels,
            net=net,
        )
    return say(
        "{value} is {channels} added up: whoever is met by two of them is counted twice. Counted once, this money "
        "meets about {net} people.",
        value=value,
        channels=channels,
        net=net,
    )


def _fix(one: Added) -> Words:
    if one.users:
        return say("write how many this money reaches together, by the sliders, or ask how many use two of them")
    return say("write {net}, or ask how many use two of them", net=float(round(one.net)))


def _texts(plan: Plan, sums: list[Added], people: int | None) -> Iterator[Finding]:
    every = float(people) if people else None
    for where, field, text in _told(plan):
        if text and (hit := added_in(text, sums, every)):
            said, one = hit
            yield Finding(where, _twice(plan, said.value, one), _fix(one), text, field=field)


def _told(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """The texts of the section in which somebody may tell how many people are reached."""
    yield from ((CARD, name, getattr(plan.budget, name)) for name in TOLD)
    for name, fields in OF_RECORDS.items():
        for one in tree.at(plan, f"budget.{name}"):
            yield from ((one.id, field, getattr(one, field)) for field in fields)


def _carriers(plan: Plan, people: int | None) -> Iterator[Finding]:
    carriers = [one for one in plan.budget.carriers if one.people]
    every = sum(one.people or 0 for one in carriers)
    if people and len(carriers) > 1 and every > people:
        told = say(
            "Together they reach {n} people, and there are {people}: some of them are counted twice.",
            n=float(every),
            people=float(people),
        )
        fix = say("say whom each of them reaches, and count nobody twice")
        yield Finding("carriers", told, fix, ", ".join(one.id for one in carriers))


@rule(
    "DIS-19",
    severity="warning",
    unit=UNIT,
    section="distribution-l-backward",
    text=say("This money, and those who carry it for free, reach as many people as are to be reached"),
    hints=(
        say("What has to happen so that so many people hear of it?"),
        say("People to be reached, beside the net reach of your split and the people whom carriers reach."),
    ),
)
def target_is_reached(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    target, it, most = plan.budget.target, reach_of(plan), most_of(plan)
    if target is None or it is None:
        return None
    free = carried(plan)
    sure = max(it.net, float(free.least))  # whom the carriers meet, a channel may meet too: nobody has counted
    if target <= sure + PART or target > (it.people if most is None else most) + PART:
        return []  # or DIS-4 says that it cannot be
    if sum_in(target, _sums(plan)):
        return []  # DIS-5 says why
    together = min(float(it.people), it.net + free.most)
    if not free.most:
        told = say(
            "{target} people are to be reached, and this split reaches {net}.",
            target=float(target),
            net=_about(it.net, target),
        )
    else:
        told = say(
            "{target} people are to be reached. This split reaches {net}, those who carry it for free {free} at most; "
            "both together reach {most} at most, and only if nobody is counted twice.",
            target=float(target),
            net=_about(it.net, target),
            free=float(free.most),
            most=_about(together, target),
        )
    fix = say("split the money better, find somebody who carries it, ask for more, or aim at fewer")
    if target <= together + PART:
        fix = say(
            "aim at {n}, split the money better, or write down as your reason why the carriers meet people whom no "
            "channel meets",
            n=math.floor(sure / _step(sure)) * _step(sure),
        )
    return [Finding(CARD, told, fix, field="target")]


def _about(people: float, target: int) -> float:
    """People in three digits that count, as the sliders show them; whole where that would hide what is missing."""
    step = _step(people)
    shown = math.floor(people / step + 0.5) * step
    return shown if (shown < target) == (people < target) else float(math.floor(people))


def _step(people: float) -> float:
    """What the third digit of so many people stands for; one person at least."""
    return 10.0 ** max(0, len(str(int(people))) - 3)
