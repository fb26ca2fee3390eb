"""The day within the week: a piece that moves anyway comes out on a working day, apart from its neighbours.

The slots program knows weeks; within one, every open day is as good to it. Here a piece that does not keep its own day
is put, in the same week and channel, on the day that lies farthest from the channel's other pieces, a working day of
the plant before any other, so that somebody is there when readers ask. No rule is bent more by that.
"""

from collections.abc import Mapping, Sequence

from promplan.days.workdays import at_work
from promplan.media.slots import Item
from promplan.schedule.fitting import Asked

Spot = tuple[int, str]
FAR = 10**6


def settled(question: Asked, items: Sequence[Item], spots: Mapping[str, Spot]) -> dict[str, Spot]:
    """The same places, each moving piece on the best day of its week."""
    working = at_work(question.plan)
    works = {n: working(question.day(n)) for n in range(question.rules.days)}
    apart = {one.id: one.apart for one in question.rules.channels}
    before = {one.id: one.placing.after for one in question.plan.items}
    kept: dict[str, list[int]] = {}  # pieces that stay beside the question
    for one in question.plan.items:
        if one.id in question.kept and one.dates.publish:
            kept.setdefault(one.channel, []).append(question.number(one.dates.publish))
    behind: dict[str, list[str]] = {}
    for id_, ones in before.items():
        for other in ones:
            behind.setdefault(other, []).append(id_)
    dated = {one.id for one in question.plan.items if one.dates.publish}
    found = dict(spots)
    for item in items:
        if item.frozen is not None or item.id not in found or (item.id in dated and found[item.id][0] in item.hooks):
            continue
        day, channel = found[item.id]
        others = [n for id_, (n, its) in found.items() if id_ != item.id and its == channel]
        beside = kept.get(channel, ())
        every = [n for id_, (n, _) in found.items() if id_ != item.id]
        low = max([item.earliest or 0, *(found[it][0] + 1 for it in before[item.id] if it in found)])
        high = min([FAR if item.deadline is None else item.deadline, *_ends(found, behind.get(item.id, ()))])
        free = [
            n
            for n in question.rules.days_of(question.rules.week_of(day))
            if low <= n <= high
            and n not in question.rules.blocked
            and all(abs(n - it) >= apart[channel] for it in others)
        ]
        if free:
            near = {n: min((abs(n - it) for it in (*others, *beside)), default=FAR) for n in free}
            close = {n: any(abs(n - it) < apart[channel] for it in beside) for n in free}
            found[item.id] = min(free, key=lambda n: (close[n], not works[n], -near[n], every.count(n), n)), channel
    return found


def _ends(found: Mapping[str, Spot], after: Sequence[str]) -> list[int]:
    """The last days that leave room for what comes out after a piece."""
    return [found[it][0] - 1 for it in after if it in found]
