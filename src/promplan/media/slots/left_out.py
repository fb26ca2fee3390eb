"""Reasons for items left out: no day of their own, others in their way, or costs above what they bring."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from promplan.language import say
from promplan.media.slots.answer import Reason, listed
from promplan.media.slots.question import Item, Question, Spot

__all__ = ["Standing", "left_out"]


@dataclass(frozen=True)
class Standing:
    """Where the placed items stand: by channel the days and names in order, the items of a week, hours by week."""

    days: Mapping[str, Sequence[tuple[int, str]]]
    posts: Mapping[tuple[int, str], int]
    hours: Mapping[int, float]

    @classmethod
    def of(cls, question: Question, spots: Mapping[str, Spot]) -> "Standing":
        """What a calendar comes to."""
        rules = question.rules
        days: dict[str, list[tuple[int, str]]] = {channel.id: [] for channel in rules.channels}
        posts: dict[tuple[int, str], int] = {}
        hours = dict.fromkeys(range(rules.weeks), 0.0)
        for item in question.items:
            if item.id in spots:
                day, channel = spots[item.id]
                week = rules.week_of(day)
                days[channel].append((day, item.id))
                posts[week, channel] = posts.get((week, channel), 0) + 1
                hours[week] += item.hours
        return cls({channel: sorted(listed) for channel, listed in days.items()}, posts, hours)

    def near(self, day: int, channel: str, apart: int) -> Sequence[str]:
        """The items of a channel that stand closer to a day than `apart`."""
        listed = self.days[channel]
        first = bisect_left(listed, (day - apart + 1, ""))
        return [name for _, name in listed[first : bisect_left(listed, (day + apart, ""))]]


def left_out(question: Question, item: Item, standing: Standing, proven: bool) -> Reason:
    """The reason for an item without a place in a calendar, the others standing where they stand.

    `proven` says whether the calendar is the best: only then is a place that stayed free too dear.
    """
    return _crowded(question, item, standing, proven) if question.open_days(item) else _closed(question, item)


def _closed(question: Question, item: Item) -> Reason:
    """An item that would have no day even alone."""
    rules = question.rules
    earliest, last = item.earliest or 0, question.last_day(item)
    if earliest >= rules.days:
        what = say(
            "Item {id} is left out: it is cleared only from {earliest}, and the plan ends on {last}. Get the clearance "
            "sooner, or make the plan longer.",
            id=item.id,
            earliest=rules.said(earliest),
            last=rules.said(rules.days - 1),
        )
    elif last < 0:
        what = say("Item {id} is left out: its deadline is before the plan begins. Move the deadline.", id=item.id)
    elif last < earliest:
        what = say(
            "Item {id} is left out: cleared from {earliest}, deadline {deadline}, no day is left. Get the clearance "
            "sooner, or move the deadline.",
            id=item.id,
            earliest=rules.said(earliest),
            deadline=rules.said(last),
        )
    else:
        what = say(
            "Item {id} is left out: all its days, {first} to {last}, are blocked. Free one of them.",
            id=item.id,
            first=rules.said(max(0, earliest)),
            last=rules.said(last),
        )
    return Reason(what, (item.id,))


def _crowded(question: Question, item: Item, standing: Standing, proven: bool) -> Reason:
    """An item that has days, and what stands in its way on them."""
    rules = question.rules
    near: dict[str, None] = {}  # items whose place is too near to one of the item's, in order
    full: dict[str, None] = {}  # channels that have their most in one of its weeks
    free: list[tuple[float, int]] = []  # hours over and the week, of its free places
    may = set(question.channels_of(item))
    channels = [channel for channel in rules.channels if channel.id in may]
    for day in question.open_days(item):
        week = rules.week_of(day)
        for channel in channels:
            if channel.most is not None and standing.posts.get((week, channel.id), 0) >= channel.most:
                full[channel.id] = None
            elif close := standing.near(day, channel.id, channel.apart):
                near |= dict.fromkeys(close)
            else:
                capacity = rules.capacity(week)
                lacking = (
                    0.0 if capacity is None else min(item.hours, max(0.0, standing.hours[week] + item.hours - capacity))
                )
                free.append((lacking, week))
        if free and not free[-1][0]:  # days come in order: no later place is freer
            break
    if free and not proven:
        what = say(
            "Item {id} is left out, though week {week} has a place for it: the search ran out of time. Give it more "
            "seconds, or freeze the item there.",
            id=item.id,
            week=min(free)[1] + 1,
        )
        return Reason(what, (item.id,), (min(free)[1],))
    if free:
        return _dear(question, item, *min(free))
    if near and full:
        what = say(
            "Item {id} is left out: its days and those near them are taken by {items}, or the week already has its "
            "most in {channels}. Move one of them, allow more in a week, or give it more days.",
            id=item.id,
            items=listed(list(near)),
            channels=listed(list(full)),
        )
    elif near:
        what = say(
            "Item {id} is left out: its days and those near them are taken by {items}. Move one of them, allow another "
            "channel, or give it more days.",
            id=item.id,
            items=listed(list(near)),
        )
    else:
        what = say(
            "Item {id} is left out: every week in which it may come already has its most in {channels}. Allow more, or "
            "give it more days.",
            id=item.id,
            channels=listed(list(full)),
        )
    return Reason(what, (item.id, *near))


def _dear(question: Question, item: Item, lacking: float, week: int) -> Reason:
    """An item that costs more than it brings even where the crew lacks fewest hours for it."""
    most = max(item.plain(channel) for channel in question.channels_of(item)) + max(item.hooks.values(), default=0.0)
    if question.penalties.hour * lacking >= most + question.penalties.unplaced:
        what = say(
            "Item {id} is left out: even in week {week}, where most is left, the crew lacks {hours} h for it, and that "
            "costs more than it brings. Add hours there, or make the item smaller.",
            id=item.id,
            week=week + 1,
            hours=round(lacking, 2),
        )
        return Reason(what, (item.id,), (week,), lacking)
    what = say(
        "Item {id} is left out: to fit it in, rules would have to be bent (the crew's hours, its "
        "deadline, the balance of the pillars), and that costs more than the item brings. Loosen the "
        "rules, or give the item more value.",
        id=item.id,
    )
    return Reason(what, (item.id,))
