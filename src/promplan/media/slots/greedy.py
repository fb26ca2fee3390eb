"""Greedy heuristic for a first calendar: item after item goes where it brings most at that moment.

What is answered where the solver has found nothing better in its time: on a year's calendar with little slack HiGHS may
have no calendar at all after half a minute. Never called the best.
"""

from collections import Counter
from collections.abc import Callable

from promplan.media.slots.question import Question, Spot

__all__ = ["first_calendar"]


def first_calendar(question: Question, late: Callable[[], bool] = lambda: False) -> dict[str, Spot]:
    """Places by item; hard rules kept, soft ones by their price.

    First come the frozen items, then those with the fewest open months, of these the longest ones: what is hard to
    place goes while there is room. Once `late` says so, the items that are not frozen are left out.
    """
    rules, penalties = question.rules, question.penalties
    days = {item.id: question.open_days(item) for item in question.items}
    month = 4 * rules.week
    week_of = [rules.week_of(day) for day in range(rules.days)]  # asked for every item, day and channel below
    capacities = [rules.capacity(week) for week in range(rules.weeks)]
    order = sorted(question.items, key=lambda item: (item.frozen is None, len(days[item.id]) // month, -item.hours))
    spots: dict[str, Spot] = {}
    taken: set[Spot] = set()  # the places that hold an item, and those too near to one
    posts: Counter[tuple[int, str]] = Counter()
    hours = dict.fromkeys(range(rules.weeks), 0.0)
    known = {channel.id: channel for channel in rules.channels}
    owed = {(week, name): rules.owed(week, known[name]) for week in range(rules.weeks) for name in known}
    for item in order:
        best: tuple[float, int, str] | None = None
        if item.frozen is None and late():
            break
        may = [(name, item.plain(name), known[name].most) for name in question.channels_of(item)]
        for day in days[item.id]:
            week = week_of[day]
            capacity = capacities[week]
            over = 0.0 if capacity is None else min(item.hours, max(0.0, hours[week] + item.hours - capacity))
            price = penalties.hour * over - item.hooks.get(day, 0.0)
            if penalties.late:
                price += penalties.late * item.late(day)
            for name, plain, most in may:
                count = posts.get((week, name), 0)
                if (day, name) in taken or (most is not None and count >= most):
                    continue
                gain = plain - price + (penalties.post if count < owed[week, name] else 0.0)
                if best is None or gain > best[0]:
                    best = (gain, day, name)
        if best is not None and (item.frozen is not None or best[0] > -penalties.unplaced):
            _, day, name = best
            spots[item.id] = (day, name)
            apart = known[name].apart
            taken |= {(other, name) for other in range(day - apart + 1, day + apart)}
            posts[week_of[day], name] += 1
            hours[week_of[day]] += item.hours
    return spots
