"""A first calendar, quickly: item after item goes where it brings most at that moment.

Good enough to start from and to fall back on; never called the best.
"""

from collections import Counter

from promplan.media.slots.question import Question, Spot


def first_calendar(question: Question) -> dict[str, Spot]:
    """Places by item; hard rules kept, soft ones by their price.

    First come the frozen items, then those with the fewest open months, of these the longest ones: what is hard to
    place goes while there is room.
    """
    rules, penalties = question.rules, question.penalties
    days = {item.id: question.open_days(item) for item in question.items}
    month = 4 * rules.week
    order = sorted(question.items, key=lambda item: (item.frozen is None, len(days[item.id]) // month, -item.hours))
    spots: dict[str, Spot] = {}
    taken: set[Spot] = set()  # the places that hold an item, and those too near to one
    posts: Counter[tuple[int, str]] = Counter()
    hours = dict.fromkeys(range(rules.weeks), 0.0)
    known = {channel.id: channel for channel in rules.channels}
    owed = {(week, name): rules.owed(week, known[name]) for week in range(rules.weeks) for name in known}
    for item in order:
        best: tuple[float, int, str] | None = None
        may = question.channels_of(item)
        for day in days[item.id]:
            week = rules.week_of(day)
            capacity = rules.capacity(week)
            over = 0.0 if capacity is None else min(item.hours, max(0.0, hours[week] + item.hours - capacity))
            price = penalties.hour * over + (penalties.late or 0.0) * item.late(day)
            for name in may:
                most, count = known[name].most, posts[week, name]
                if (day, name) in taken or (most is not None and count >= most):
                    continue
                gain = item.worth((day, name)) - price + (penalties.post if count < owed[week, name] else 0.0)
                if best is None or gain > best[0]:
                    best = (gain, day, name)
        if best is not None and (item.frozen is not None or best[0] > -penalties.unplaced):
            _, day, name = best
            spots[item.id] = (day, name)
            apart = known[name].apart
            taken |= {(other, name) for other in range(day - apart + 1, day + apart)}
            posts[rules.week_of(day), name] += 1
            hours[rules.week_of(day)] += item.hours
    return spots
