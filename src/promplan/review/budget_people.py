"""DIS-4: nobody is counted who is not there: users, the overlap of two channels, and the people to be reached."""

from collections.abc import Iterable, Iterator
from datetime import date

from promplan.language import Problem, Words, say
from promplan.media.overlap import pooled
from promplan.plan.budget import Overlap
from promplan.plan.document import Plan
from promplan.review.budget_begun import CARD, UNIT, days_on, money_on
from promplan.review.calendar_begun import channel_name
from promplan.review.engine import rule
from promplan.review.finding import Finding

PART = 0.5  # of a person: what rounding may add


@rule(
    "DIS-4",
    severity="error",
    unit=UNIT,
    section="distribution-l-reach",
    text=say("Nobody is counted who is not there: in users, in overlaps, in those to be reached"),
    hints=(
        say("How many people are there in all, and how many of them does a channel have at most?"),
        say("People whom the campaign is for, beside each channel's users, the people whom two share, the target."),
    ),
)
def nobody_is_counted_who_is_not_there(plan: Plan, on: date | None) -> Iterable[Finding] | None:
    users, target = users_of(plan), plan.budget.target
    shared = [one for one in plan.budget.overlaps if one.people is not None]
    counted = {**users, **{one.id: one.people for one in plan.budget.carriers if one.people is not None}}
    known = plan.budget.people is not None
    if not shared and not (known and (counted or target is not None)) and (target is None or not users):
        return None
    found = [*_users(plan, counted), *(it for one in shared for it in _overlap(plan, one, users)), *_twice(plan)]
    people = plan.budget.people
    if target is not None and people is not None and target > people:
        fix = say("correct one of the two")
        told = say("{target} people are to be reached, and there are {people}.", **_told(target=target, people=people))
        found.append(Finding(CARD, told, fix, field="target"))
    return found or _union(plan, users, target)


def _told(**counts: float) -> dict[str, float]:
    """Counts of people as they are read: whole, with their thousands."""
    return {name: float(int(n)) for name, n in counts.items()}


def users_of(plan: Plan) -> dict[str, int]:
    """The users of each channel that says how many there are."""
    return {one.id: one.money.users for one in plan.channels if one.money.users is not None}


def overlaps_of(plan: Plan, users: dict[str, int]) -> dict[tuple[str, str], float]:
    """What is measured of two channels that both say their users; what cannot be is left out."""
    people, found = plan.budget.people, dict[tuple[str, str], float]()
    for one in plan.budget.overlaps:
        if one.people is None or one.one == one.other or not {one.one, one.other} <= users.keys():
            continue
        a, b = users[one.one], users[one.other]
        if one.people <= min(a, b) and (people is None or one.people >= a + b - people):
            found.setdefault((min(one.one, one.other), max(one.one, one.other)), float(one.people))
    return found


def most_of(plan: Plan) -> float | None:
    """The most people whom channels and carriers could reach; None where that is not known."""
    return _most(plan, users_of(plan))[0]


def _users(plan: Plan, counted: dict[str, int]) -> Iterator[Finding]:
    """Channels and carriers that have more people than there are."""
    people, channels = plan.budget.people, {one.id for one in plan.channels}
    for id_, n in counted.items():
        if people is not None and n > people:
            told = say("It has {n} people, and the campaign is for {people} in all.", **_told(n=n, people=people))
            fix = say("count only those whom the campaign is for")
            name, field = (channel_name(plan, id_), "money.users") if id_ in channels else ("", "people")
            yield Finding(id_, told, fix, name, field=field)


def _overlap(plan: Plan, one: Overlap, users: dict[str, int]) -> Iterator[Finding]:
    if one.one and one.one == one.other:
        yield Finding(one.id, say("Both are the same channel."), say("choose two channels"), field="other")
        return
    if one.one not in users or one.other not in users or one.people is None:
        return
    a, b, people = users[one.one], users[one.other], plan.budget.people
    fix = say("ask again, or correct the users of one of the two")
    if one.people > min(a, b):
        told = say(
            "{n} people use both, and {channel} has {users} in all.",
            channel=channel_name(plan, one.one if a <= b else one.other),
            **_told(n=one.people, users=min(a, b)),
        )
        yield Finding(one.id, told, fix, field="people")
    elif people is not None and max(a, b) <= people and one.people < a + b - people:
        told = say(
            "{n} people use both. Of {people} people {a} use one and {b} the other: {least} at least use both.",
            **_told(n=one.people, a=a, b=b, people=people, least=a + b - people),
        )
        yield Finding(one.id, told, fix, field="people")


def _twice(plan: Plan) -> Iterator[Finding]:
    first: dict[frozenset[str], str] = {}
    for one in plan.budget.overlaps:
        pair = frozenset((one.one, one.other))
        if "" in pair or len(pair) < 2:
            continue
        if (other := first.setdefault(pair, one.id)) != one.id:
            told = say("It is about the same two channels as {id}.", id=other)
            yield Finding(one.id, told, say("keep one of the two"), field="one")


def _union(plan: Plan, users: dict[str, int], target: int | None) -> list[Finding]:
    """What no channel and no carrier can reach; asked where each number alone can be."""
    most, wrong = _most(plan, users)
    if wrong or most is None or target is None or target <= most + PART:
        return wrong
    told = say(
        "{target} people are to be reached, and all channels together have {most} at most.",
        **_told(target=target, most=most),
    )
    fix = say("add a channel or somebody who carries it, or aim at fewer people")
    return [Finding(CARD, told, fix, _apart(plan, users), field="target")]


def _apart(plan: Plan, users: dict[str, int]) -> Words:
    names = [f"{{n{at}}} {{p{at}}}" for at in range(len(users))]
    values: dict[str, object] = {}
    for at, (id_, n) in enumerate(users.items()):
        values |= {f"n{at}": channel_name(plan, id_), f"p{at}": float(n)}
    return Words(", ".join(names), values)


def _most(plan: Plan, users: dict[str, int]) -> tuple[float | None, list[Finding]]:
    """The most people whom channels and carriers could reach, None where one of them does not say; and what
    contradicts itself."""
    people = plan.budget.people
    if not users or sum(users.values()) == 0:
        return None, []
    try:
        every = pooled(users, people or sum(users.values()), overlaps_of(plan, users) or None).high
    except Problem as problem:
        fix = say("ask about all pairs at once, the same people and the same days")
        return None, [Finding("overlaps", problem.what, fix)]
    used = {id_ for id_, money in money_on(plan).items() if money} | set(days_on(plan))
    if used - users.keys() or any(one.people is None for one in plan.budget.carriers):
        return None, []
    every += sum(one.people or 0 for one in plan.budget.carriers)
    return (every if people is None else min(every, float(people))), []
