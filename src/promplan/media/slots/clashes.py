"""Infeasible frozen items: they break hard rules, alone or together, and nothing can be solved before they move."""

from collections.abc import Iterable
from itertools import islice, pairwise

from promplan.language import Problem, say, say_many
from promplan.media.slots.answer import Reason, listed
from promplan.media.slots.question import Channel, Item, Question

__all__ = ["clashes", "refuse"]


def clashes(question: Question) -> list[Reason]:
    """Every such clash, by day, then channel by channel; empty if there is none."""
    frozen = sorted(
        ((item.frozen, item.id, item) for item in question.items if item.frozen is not None), key=lambda each: each[:2]
    )
    found = [reason for (day, _), _, item in frozen if (reason := _misplaced(question, item, day)) is not None]
    for channel in question.rules.channels:
        mine = [(day, name) for (day, there), name, _ in frozen if there == channel.id]
        found += _close(channel, mine)
        found += _full(question, channel, mine)
    return found


def refuse(found: list[Reason], most: int = 5) -> None:
    """Problem that says the first few of these clashes, if there are any."""
    if not found:
        return
    whole = found[0].what
    for reason in islice(found, 1, most):
        whole = say("{first} {then}", first=whole, then=reason.what)
    raise Problem(whole)


def _misplaced(question: Question, item: Item, day: int) -> Reason | None:
    """An item frozen where it may not be even alone."""
    rules = question.rules
    if not 0 <= day < rules.days:
        what = say("Item {id} is frozen on day {n}, outside the plan: move or thaw it.", id=item.id, n=day)
        return Reason(what, (item.id,))
    values = {"id": item.id, "day": rules.said(day)}
    if day in rules.blocked:
        what = say("Item {id} is frozen on {day}, which is blocked: move or thaw it.", **values)
    elif item.earliest is not None and day < item.earliest:
        what = say(
            "Item {id} is frozen on {day}, but it is cleared only from {earliest}: move it, or get the clearance "
            "sooner.",
            **values,
            earliest=rules.said(item.earliest),
        )
    elif day > question.last_day(item):
        what = say(
            "Item {id} is frozen on {day}, after its deadline on {deadline}: move it or the deadline.",
            **values,
            deadline=rules.said(question.last_day(item)),
        )
    else:
        return None
    return Reason(what, (item.id,), (rules.week_of(day),))


def _close(channel: Channel, frozen: list[tuple[int, str]]) -> Iterable[Reason]:
    """Neighbours in a channel that stand in one place, or closer than it allows."""
    for (early, one), (late, other) in pairwise(frozen):
        values = {"first": one, "second": other, "channel": channel.id}
        if early == late:
            what = say("Items {first} and {second} are frozen in one place of {channel}: move or thaw one.", **values)
            yield Reason(what, (one, other), (), channel.apart)
        elif late - early < channel.apart:
            what = say_many(
                "Items {first} and {second} are frozen too close to each other: {channel} wants {n} day from one to "
                "the next. Move or thaw one of them.",
                "Items {first} and {second} are frozen too close to each other: {channel} wants {n} days from one to "
                "the next. Move or thaw one of them.",
                channel.apart,
                **values,
            )
            yield Reason(what, (one, other), (), channel.apart - (late - early))


def _full(question: Question, channel: Channel, frozen: list[tuple[int, str]]) -> Iterable[Reason]:
    """Weeks of a channel with more frozen items than it allows."""
    weeks: dict[int, list[str]] = {}
    for day, name in frozen:
        weeks.setdefault(question.rules.week_of(day), []).append(name)
    for week, names in weeks.items():
        if channel.most is not None and len(names) > channel.most:
            what = say_many(
                "Week {week}, {channel}: {items} are frozen there, but a week has at most {n} item: thaw one of them "
                "or allow more.",
                "Week {week}, {channel}: {items} are frozen there, but a week has at most {n} items: thaw one of them "
                "or allow more.",
                channel.most,
                week=week + 1,
                channel=channel.id,
                items=listed(names),
            )
            yield Reason(what, tuple(names), (week,), len(names) - channel.most)
