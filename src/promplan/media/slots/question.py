"""The calendar problem: items, channels, rules (cadence, capacity, balance), and what it costs to bend a rule.

Days are counted from 0, the first day of the plan; weeks from 0 in code and from 1 in sentences. A place for an item is
a day of a channel, and it holds one item. Everything is read when it is built, and keeps nothing of the lists and
mappings that it was given.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from promplan.language import Words, say
from promplan.media import checked
from promplan.media.slots import validation

__all__ = ["Channel", "Item", "Penalties", "Question", "Rules", "Spot", "usual"]

Spot = tuple[int, str]  # a day and a channel


@dataclass(frozen=True)
class Item:
    """One piece of content that wants a day and a channel.

    >>> Item("I1", {"vk": 5, "site": 3}, hours=6, earliest=14).plain("site")
    3.0

    Args:
        id: its name, once in the list.
        value: what it is worth, 0 or more, in any unit: one number for every channel, or a number per channel; then
            these channels alone may carry it.
        hours: hours of the crew it takes, in the week in which it is published.
        earliest: the first day allowed (hard: cleared from that day on); None if it is free from the start.
        deadline: the last day allowed; None if there is none.
        channels: the channels allowed; None for all that `value` names.
        pillar: the pillar of the message it stands for, empty if none.
        frozen: the place where somebody has put it and where it stays.
        hooks: what a day adds to its value (an anniversary, a fair), 0 or more, by day; days outside the plan are idle.

    Raises:
        Problem: for anything that cannot be, naming where.
    """

    id: str
    value: float | Mapping[str, float] = 1.0
    hours: float = 0.0
    earliest: int | None = None
    deadline: int | None = None
    channels: Collection[str] | None = None
    pillar: str = ""
    frozen: Spot | None = None
    hooks: Mapping[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _keep(self, validation.item(self))

    def plain(self, channel: str) -> float:
        """What it brings in a channel on a day like any other; Problem for a channel that may not carry it."""
        if not isinstance(self.value, dict):
            assert isinstance(self.value, float)  # as it was read
            return self.value
        checked.known(channel, self.value, say("Value of item {id}", id=self.id))
        found: float = self.value[channel]
        return found

    def worth(self, spot: Spot) -> float:
        """What it brings on that day in that channel, its hook included."""
        day, channel = validation.spot(spot, self.id)
        return self.plain(channel) + self.hooks.get(day, 0.0)

    def late(self, day: int) -> int:
        """By how many days that day misses its deadline; 0 if it does not."""
        return 0 if self.deadline is None else max(0, _day(day) - self.deadline)


@dataclass(frozen=True)
class Channel:
    """A channel and its rhythm.

    >>> Channel("vk", least=1, most=5, apart=2).most
    5

    Args:
        id: its name, once in the list.
        least: how many items a week should have (soft; see `Rules.owed`).
        most: how many items a week may have (hard); None for no limit.
        apart: how many days lie at least from the date of one item to that of the next (hard): 1 is any two days, 2 no
            two neighbours.

    Raises:
        Problem: for anything that cannot be, naming where.
    """

    id: str
    least: int = 0
    most: int | None = None
    apart: int = 1

    def __post_init__(self) -> None:
        _keep(self, validation.channel(self))


@dataclass(frozen=True)
class Rules:
    """The rules of the game.

    >>> Rules(84, [Channel("vk")], hours=20, start=date(2027, 3, 1)).weeks
    12

    Args:
        days: how many days the plan has.
        channels: the channels and their rhythm, also as mappings or as the rows of a table.
        hours: hours of the crew in a week: one number for each week, a number per week, or None for no limit (soft).
        pillars: the share of every pillar among the items placed, together 1; empty for no balance (soft).
        tolerance: how far a share may be off before it counts: 0.1 is ten points.
        blocked: days on which nothing is published (hard).
        start: the date of day 0; with it, sentences name dates and weeks begin on Mondays.
        week: days in a week.

    Raises:
        Problem: for anything that cannot be, naming where.
    """

    days: int
    channels: Sequence[Channel]
    hours: float | Sequence[float] | None = None
    pillars: Mapping[str, float] = field(default_factory=dict)
    tolerance: float = 0.1
    blocked: Collection[int] = frozenset()
    start: date | None = None
    week: int = 7

    def __post_init__(self) -> None:
        _keep(self, validation.rules(self, Channel))
        _keep(self, {"hours": validation.hours(self.hours, self.weeks)})

    @property
    def offset(self) -> int:
        """How many days of the first week lie before day 0."""
        return self.start.weekday() if self.start is not None and self.week == 7 else 0

    @property
    def weeks(self) -> int:
        """How many weeks the plan touches."""
        return self.week_of(self.days - 1) + 1

    def week_of(self, day: int) -> int:
        """The week in which a day lies, from 0."""
        return (_day(day) + self.offset) // self.week

    def days_of(self, week: int) -> range:
        """The days of a week that lie in the plan."""
        first = _day(week) * self.week - self.offset
        return range(max(0, first), min(self.days, first + self.week))

    def owed(self, week: int, channel: Channel) -> int:
        """How many items a week owes a channel: its least, but no more than the week's open days hold.

        A week that the plan's ends cut owes nothing; with blocked days, it owes what the others hold, `apart` kept.
        """
        checked.of_kind(channel, Channel, say("A channel of the calendar"))
        days = self.days_of(week)
        if len(days) < self.week:
            return 0
        room, free = 0, days.start
        for day in days:
            if day >= free and day not in self.blocked:
                room, free = room + 1, day + channel.apart
        return min(channel.least, room)

    def capacity(self, week: int) -> float | None:
        """Hours of the crew in a week; None for no limit. Problem for a week outside the plan."""
        if not isinstance(self.hours, tuple):
            assert self.hours is None or isinstance(self.hours, float)  # as they were read
            return self.hours
        week = checked.whole(week, say("The week"))
        checked.at_most(week, len(self.hours) - 1, say("The week"))
        found: float = self.hours[week]
        return found

    def said(self, day: int) -> Words | date:
        """A day as a sentence names it: its date, or its number where the plan has no dates."""
        day = _day(day)
        with suppress(OverflowError):  # no calendar knows a day so far away
            if self.start is not None:
                return self.start + timedelta(days=day)
        return say("day {n}", n=day)


@dataclass(frozen=True)
class Penalties:
    """What it costs to bend a soft rule, in the unit of the items' value.

    >>> Penalties(unplaced=100, hour=5, post=10, balance=5, late=1).late
    1.0

    Args:
        unplaced: an item without a place.
        hour: an hour of the crew above a week's capacity.
        post: an item that a channel lacks in a week.
        balance: an item by which a pillar is off its share and tolerance.
        late: a day after the deadline; None if the deadline is hard.

    Raises:
        Problem: a price that is no number from 0 up.
    """

    unplaced: float
    hour: float
    post: float
    balance: float
    late: float | None = None

    def __post_init__(self) -> None:
        _keep(self, validation.penalties(self))


@dataclass(frozen=True)
class Question:
    """All of it together, as `checked_question` has read it."""

    items: Sequence[Item]
    rules: Rules
    penalties: Penalties

    def channels_of(self, item: Item) -> list[str]:
        """The channels that may carry an item, in the order of the rules; a frozen item has but one."""
        return [
            channel.id
            for channel in self.rules.channels
            if (item.channels is None or channel.id in item.channels)
            and (not isinstance(item.value, dict) or channel.id in item.value)
            and (item.frozen is None or channel.id == item.frozen[1])
        ]

    def last_day(self, item: Item) -> int:
        """The last day an item may have: the plan's, or its deadline if that is hard."""
        last = self.rules.days - 1
        return last if item.deadline is None or self.penalties.late is not None else min(last, item.deadline)

    def open_days(self, item: Item) -> list[int]:
        """The days on which the hard rules let an item appear, were it alone; a frozen item has but one."""
        days = range(max(0, item.earliest or 0), self.last_day(item) + 1)
        if item.frozen is not None:
            days = range(item.frozen[0], item.frozen[0] + 1) if item.frozen[0] in days else range(0)
        return [day for day in days if day not in self.rules.blocked]


def usual(items: Iterable[Item]) -> Penalties:
    """Penalties that keep the rules wherever they can be kept, measured by the greatest value an item can bring.

    A rule bent once costs about what one item can bring at most, an item without a place twenty times that: it is left
    out only where nothing else helps. A convention of this library, to be changed at will.

    >>> usual([Item("I1", 5), Item("I2", 3)]).unplaced
    100.0
    """
    listed = checked.listed(items, Item, say("Items of the calendar"))
    top = max((_greatest(item) for item in listed), default=0.0) or 1.0
    return Penalties(unplaced=20 * top, hour=top, post=2 * top, balance=top)


def _greatest(item: Item) -> float:
    values = item.value.values() if isinstance(item.value, Mapping) else [item.value]
    return max(values, default=0.0) + max(item.hooks.values(), default=0.0)


def _day(value: int) -> int:
    """A day or a week that a caller asks for; asked so often within that whole numbers pass unread."""
    return value if type(value) is int and abs(value) <= checked.MOST else validation.day(value, say("The day"))


def _keep(built: object, read: Mapping[str, Any]) -> None:
    """What was read takes the place of what was given."""
    for name, value in read.items():
        object.__setattr__(built, name, value)
