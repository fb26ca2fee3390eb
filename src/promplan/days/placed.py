"""The pieces that have a day, and the counts that everybody shows: load, rhythm, pillars, silence.

One definition each, the one of `promplan.media.slots`: **all hours of a piece count in the week in which it comes
out**, and with its owner; weeks begin on Mondays; a week that the campaign's ends cut owes a channel nothing. A piece
that is held back does not come out: it keeps its day, and counts nowhere. All here are counts of what the plan says,
whatever day it is.
"""

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import pairwise

from promplan.days.special import closed_days
from promplan.plan.calendar import Rhythm
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.plan.placing import State

WEEK = 7
MOST = 160  # weeks of a window: a year that was mistyped makes no endless calendar
HELD = "held"


@dataclass(frozen=True)
class Placed:
    """A piece of content that has a day, on its channel; what is not said is empty.

    `hours` are what it takes the whole team, None where nobody has said; `week` is the Monday of its week.
    """

    item: str
    channel: str
    day: date
    time: time | None
    owner: str
    hours: float | None
    pillar: str
    pinned: bool
    state: State

    @property
    def week(self) -> date:
        """The Monday of the week in which it comes out."""
        return monday(self.day)

    @property
    def comes_out(self) -> bool:
        """Is it not held back?"""
        return self.state != HELD


@dataclass(frozen=True)
class WeekLoad:
    """What a week, named by its Monday, takes: hours in all, hours by owner ("" is nobody), the pieces, and those whose
    hours nobody has said, which count as none."""

    week: date
    hours: float
    of: dict[str, float] = field(hash=False)
    items: tuple[str, ...]
    unsaid: tuple[str, ...]


@dataclass(frozen=True)
class Cadence:
    """What comes out on a channel in a week (named by its Monday); `whole` is False where the window cuts the week.

    `least` is what the rhythm asks of this week: its own least, but no more than the open days hold, none of a week
    that is cut; `most` is the rhythm's, None without a limit.
    """

    channel: str
    week: date
    items: tuple[str, ...]
    whole: bool
    least: int
    most: int | None

    @property
    def n(self) -> int:
        """How many pieces."""
        return len(self.items)


@dataclass(frozen=True)
class PillarShare:
    """A pillar's pieces (`pillar` "" holds those that stand for none): how many, their share in percent of all that
    stand for one, and the share that the plan wants in percent, None where it says nothing."""

    pillar: str
    count: int
    share: float
    wanted: float | None

    @property
    def off(self) -> float:
        """By how many percentage points the share misses the wanted one; 0 where none is wanted."""
        return 0.0 if self.wanted is None else self.share - self.wanted


@dataclass(frozen=True)
class Gap:
    """Days in a row, `first` to `last`, on which nothing comes out on a channel; `most` is what its rhythm allows."""

    channel: str
    first: date
    last: date
    most: int | None

    @property
    def days(self) -> int:
        """How many days are silent."""
        return (self.last - self.first).days + 1

    @property
    def long(self) -> bool:
        """Is it longer than the rhythm of the channel allows? False where that is not said."""
        return self.most is not None and self.days > self.most


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(day.weekday())


def placed(plan: Plan) -> tuple[Placed, ...]:
    """Every piece that has a day, by day and time (without a time last of its day), then as the plan lists them."""
    found = [
        Placed(
            one.id,
            one.channel,
            one.dates.publish,
            one.dates.at,
            one.owner,
            one.placing.hours,
            one.pillar,
            one.placing.pinned,
            one.placing.state,
        )
        for one in plan.items
        if one.dates.publish
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.time is None, one.time or time())))


def undated(plan: Plan) -> tuple[str, ...]:
    """The tray: the ids of the pieces that have no day, as the plan lists them."""
    return tuple(one.id for one in plan.items if not one.dates.publish)


def earlier(plan: Plan, one: Item) -> bool:
    """Did a piece come out before the campaign began? It is kept for what it brought; nothing of it can be changed."""
    start, day = plan.meta.campaign_start, one.dates.publish
    return one.placing.state == "out" and start is not None and day is not None and day < start


def window(plan: Plan) -> tuple[date, date] | None:
    """First and last day of the calendar: the campaign's; an end that is not said, or lies on the wrong side of what is
    placed, is that of the pieces. None while there is neither."""
    days = [one.day for one in placed(plan)]
    ends = [day for day in (plan.meta.campaign_start, plan.meta.campaign_end) if day] + days
    if not ends:
        return None
    start = plan.meta.campaign_start or min(ends)
    end = plan.meta.campaign_end or max(ends)
    return (start, end) if start <= end else (min(ends), max(ends))


def weeks(plan: Plan) -> list[date]:
    """The Mondays of the weeks of the window (of its first three years), and of those that hold a piece, in order."""
    found = window(plan)
    if found is None:
        return []
    first, last = map(monday, found)
    every = {first + timedelta(WEEK * n) for n in range(min(MOST, (last - first).days // WEEK + 1))}
    return sorted(every | {one.week for one in placed(plan)})


def week_load(plan: Plan) -> tuple[WeekLoad, ...]:
    """The load of each of `weeks`, empty ones too. The hours of a piece stand whole in the week in which it comes
    out: work that was done in the weeks before is charged there too, as in `promplan.media.slots`."""
    by_week: dict[date, list[Placed]] = {week: [] for week in weeks(plan)}
    for one in _coming(plan):
        by_week[one.week].append(one)
    return tuple(_load(week, rows) for week, rows in by_week.items())


def _load(week: date, rows: list[Placed]) -> WeekLoad:
    of: dict[str, float] = {}
    for one in rows:
        of[one.owner] = of.get(one.owner, 0.0) + (one.hours or 0.0)
    unsaid = tuple(one.item for one in rows if one.hours is None)
    return WeekLoad(week, sum(of.values()), of, tuple(one.item for one in rows), unsaid)


def cadence(plan: Plan) -> tuple[Cadence, ...]:
    """Every channel of the plan in every week of `weeks`: by channel as the plan lists them, then by week."""
    ends, rhythms = window(plan), {one.channel: one for one in reversed(plan.calendar.rhythms)}
    if ends is None:
        return ()
    start, end = ends
    closed = closed_days(plan, start, end)
    out: dict[tuple[str, date], list[str]] = {}
    for one in _coming(plan):
        out.setdefault((one.channel, one.week), []).append(one.item)
    found = []
    for channel in plan.channels:
        rhythm = rhythms.get(channel.id)
        for week in weeks(plan):
            whole = start <= week and week + timedelta(WEEK - 1) <= end
            least = owed(rhythm, week, closed) if rhythm and whole else 0
            most = rhythm.most if rhythm else None
            found.append(Cadence(channel.id, week, tuple(out.get((channel.id, week), ())), whole, least, most))
    return tuple(found)


def owed(rhythm: Rhythm, week: date, closed: Container[date]) -> int:
    """What a rhythm asks of a whole week: its least, but no more than its open days hold, `apart` kept."""
    if not rhythm.least:
        return 0
    apart, room, free = days_apart(rhythm), 0, week
    for n in range(WEEK):
        day = week + timedelta(n)
        if day >= free and day not in closed:
            room, free = room + 1, day + timedelta(apart)
    return min(rhythm.least, room)


def days_apart(rhythm: Rhythm) -> int:
    """The hours between two pieces of a channel as days from one to the next: 0 to 24 hours are a day, 25 are two."""
    return max(1, -int(-(rhythm.apart or 0) // 24))


def pillar_shares(plan: Plan) -> tuple[PillarShare, ...]:
    """Each pillar of the message house, as it lists them, then those that stand for none, if there are any."""
    n = Counter(one.pillar for one in _coming(plan))
    wanted = {one.pillar: one.percent for one in reversed(plan.calendar.shares)}
    known = [one.id for one in plan.message.pillars]
    every = sum(n[id_] for id_ in known)
    rows = [PillarShare(id_, n[id_], 100 * n[id_] / every if every else 0.0, wanted.get(id_)) for id_ in known]
    none = sum(n.values()) - every
    return (*rows, PillarShare("", none, 0.0, None)) if none else tuple(rows)


def gaps(plan: Plan) -> tuple[Gap, ...]:
    """Every silence of each channel within the window: before its first piece, between two, and after its last."""
    ends = window(plan)
    if ends is None:
        return ()
    start, end = ends
    most = {one.channel: one.silent for one in reversed(plan.calendar.rhythms)}
    found = []
    for channel in plan.channels:
        days = sorted({one.day for one in _coming(plan) if one.channel == channel.id and start <= one.day <= end})
        for before, after in pairwise([start - timedelta(1), *days, end + timedelta(1)]):
            if (after - before).days > 1:
                first, last = before + timedelta(1), after - timedelta(1)
                found.append(Gap(channel.id, first, last, most.get(channel.id)))
    return tuple(found)


def _coming(plan: Plan) -> Iterator[Placed]:
    return (one for one in placed(plan) if one.comes_out)
