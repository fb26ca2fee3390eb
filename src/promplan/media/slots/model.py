"""The mixed-integer program of the calendar, small because it decides weeks first and days only where they differ.

An item's column is not a day but an *option*: a week, a channel and the part of that week in which the item may stand;
a day of its own only where the day itself counts (a hook, a day after the deadline, a frozen place). Beside them
z[day, channel] says which days of a channel are used. That is exact: `windows` says when options fit on used days, and
deals the days out afterwards. 60 items on 84 days in 4 channels take some 2,000 columns instead of 20,000, and the days
of a week no longer mirror each other.

    max  sum worth y - unplaced u - hour over - post short - balance off
    sum of an item's y + u = 1                                             (u = 0 if it is frozen)
    sum of a week's y in a channel = sum of its z;   sum of y within [a, b] <= sum of z in [a, b]
    any `apart` days in a row of a channel: sum z <= 1
    sum z of a week <= most;   sum z + short >= owed
    sum hours y <= capacity + over                                         (and `rounded`)
    +-(n_pillar - share N) <= tolerance N + off
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from promplan.media.slots.question import Question, Spot
from promplan.media.slots.rounding import rounded
from promplan.media.slots.windows import Window, fitted, runs

__all__ = ["Model", "Option", "Vector"]

Vector = NDArray[np.float64]
Terms = list[tuple[int, float]]


@dataclass(frozen=True)
class Option:
    """A part of a week in which an item may stand in a channel, and what that brings (days late deducted)."""

    item: int
    week: int
    channel: int
    window: Window
    worth: float


class Model:
    """The matrices of the program, and the way from its columns to a calendar.

    Columns, in this order: options, used days, items left out, hours over, items short, items off balance; `used`,
    `left`, `over`, `short` and `off` are where these begin. `cost` is minimised: the objective with its sign turned.
    `tick` is called at every step of building, for whoever wants to break it off.
    """

    def __init__(self, question: Question, tick: Callable[[], None] = lambda: None) -> None:
        self.question, self._tick = question, tick
        rules, penalties = question.rules, question.penalties
        self.channels = {channel.id: number for number, channel in enumerate(rules.channels)}
        self.options = [option for n in range(len(question.items)) for option in self._options(n)]
        self.used = len(self.options)
        self.left = self.used + rules.days * len(self.channels)
        self.over = self.left + len(question.items)
        self.short = self.over + rules.weeks
        self.off = self.short + rules.weeks * len(self.channels)
        self.columns = self.off + len(rules.pillars)

        self.cost = np.zeros(self.columns)
        self.cost[: self.used] = [-option.worth for option in self.options]
        self.cost[self.left : self.over] = penalties.unplaced
        self.cost[self.over : self.short] = penalties.hour
        self.cost[self.short : self.off] = penalties.post
        self.cost[self.off :] = penalties.balance
        self.upper = np.full(self.columns, np.inf)
        self.upper[: self.over] = 1.0
        frozen = [self.left + n for n, item in enumerate(question.items) if item.frozen is not None]
        self.upper[frozen] = 0.0
        for day in filter(range(rules.days).__contains__, rules.blocked):
            self.upper[self.day(day, 0) : self.day(day + 1, 0)] = 0.0
        self.integral = np.zeros(self.columns)
        self.integral[: self.left] = 1

        rows = list(self._rows())
        places = [row for row, (terms, _, _) in enumerate(rows) for _ in terms]
        columns = [column for terms, _, _ in rows for column, _ in terms]
        values = [value for terms, _, _ in rows for _, value in terms]
        self.matrix = csr_array((values, (places, columns)), shape=(len(rows), self.columns))
        self.low = np.array([low for _, low, _ in rows])
        self.high = np.array([high for _, _, high in rows])

    def day(self, day: int, channel: int) -> int:
        """The column that says whether a day of a channel is used."""
        return self.used + day * len(self.channels) + channel

    def _options(self, n: int) -> Iterator[Option]:
        item, rules = self.question.items[n], self.question.rules
        late = self.question.penalties.late or 0.0
        self._tick()
        weeks: dict[int, list[int]] = {}
        for day in self.question.open_days(item):
            weeks.setdefault(rules.week_of(day), []).append(day)
        for name in self.question.channels_of(item):
            plain = item.plain(name)
            for week, days in weeks.items():
                timely = days if item.deadline is None else [day for day in days if day <= item.deadline]
                if timely and (not item.hooks or any(day not in item.hooks for day in timely)):
                    yield Option(n, week, self.channels[name], (timely[0], timely[-1]), plain)
                for day in days if item.hooks or len(timely) < len(days) else ():
                    if day in item.hooks or item.late(day):
                        worth = plain + item.hooks.get(day, 0.0) - late * item.late(day)
                        yield Option(n, week, self.channels[name], (day, day), worth)

    def _rows(self) -> Iterator[tuple[Terms, float, float]]:
        """The rows: terms, and the least and most they may come to."""
        rules = self.question.rules
        by_item: list[Terms] = [[(self.left + n, 1.0)] for n in range(len(self.question.items))]
        by_place: dict[tuple[int, int], dict[int, Window]] = {}
        by_week: dict[int, Terms] = {}
        for column, option in enumerate(self.options):
            by_item[option.item].append((column, 1.0))
            by_place.setdefault((option.week, option.channel), {})[column] = option.window
            if hours := self.question.items[option.item].hours:
                by_week.setdefault(option.week, []).append((column, hours))
        for terms in by_item:
            yield terms, 1, 1
        for week in range(rules.weeks):
            for channel in range(len(self.channels)):
                yield from self._place(week, channel, by_place.get((week, channel), {}))
            yield from self._capacity(week, by_week.get(week, []))
        for number, rhythm in enumerate(rules.channels):
            for first in range(rules.days - rhythm.apart + 1 if rhythm.apart > 1 else 0):
                yield [(self.day(day, number), 1.0) for day in range(first, first + rhythm.apart)], -np.inf, 1
        for number, pillar in enumerate(rules.pillars):
            yield from self._balance(number, pillar)

    def _place(self, week: int, number: int, windows: dict[int, Window]) -> Iterator[tuple[Terms, float, float]]:
        """A channel's week: options and used days are as many, fit each other, and keep the cadence."""
        self._tick()
        rules, channel = self.question.rules, self.question.rules.channels[number]
        days = {day: self.day(day, number) for day in rules.days_of(week)}
        used: Terms = [(column, 1.0) for column in days.values()]
        yield [*((column, 1.0) for column in windows), *((column, -1.0) for column in days.values())], 0, 0
        if channel.most is not None:
            yield used, -np.inf, channel.most
        if owed := rules.owed(week, channel):
            yield [*used, (self.short + week * len(self.channels) + number, 1.0)], owed, np.inf
        free = [day for day in days if day not in rules.blocked]
        for first, last in runs(windows.values()):
            if first > free[0] or last < free[-1]:  # all free days are in the equation above
                inside: Terms = [
                    (column, 1.0) for column, (start, end) in windows.items() if first <= start and end <= last
                ]
                yield [*inside, *((days[day], -1.0) for day in range(first, last + 1))], -np.inf, 0

    def _capacity(self, week: int, hours: Terms) -> Iterator[tuple[Terms, float, float]]:
        """A week's hours, and once more as a sharper line."""
        capacity = self.question.rules.capacity(week)
        if capacity is None or not hours:
            return
        over = (self.over + week, -1.0)
        yield [*hours, over], -np.inf, capacity
        slope, start = rounded(capacity, (spent for _, spent in hours))
        if slope < 1:
            yield [*((column, slope * spent) for column, spent in hours), over], -np.inf, slope * start

    def _balance(self, number: int, pillar: str) -> Iterator[tuple[Terms, float, float]]:
        """A pillar's share from both sides; n_pillar and N count placed items: all items less those left out."""
        share, tolerance = self.question.rules.pillars[pillar], self.question.rules.tolerance
        counted = {n: item for n, item in enumerate(self.question.items) if item.pillar in self.question.rules.pillars}
        mine = sum(item.pillar == pillar for item in counted.values())
        for sign in (1, -1):
            left = [
                (self.left + n, sign * (share - (item.pillar == pillar)) + tolerance) for n, item in counted.items()
            ]
            high = tolerance * len(counted) - sign * (mine - share * len(counted))
            yield [*left, (self.off + number, -1.0)], -np.inf, high

    def read(self, columns: Vector) -> dict[str, Spot]:
        """The calendar of a solution."""
        chosen: dict[tuple[int, int], list[Option]] = {}
        for option, value in zip(self.options, columns, strict=False):
            if value > 0.5:
                chosen.setdefault((option.week, option.channel), []).append(option)
        spots: dict[str, Spot] = {}
        for (week, channel), options in chosen.items():
            used = [day for day in self.question.rules.days_of(week) if columns[self.day(day, channel)] > 0.5]
            for n, day in fitted([option.window for option in options], used).items():
                spots[self.question.items[options[n].item].id] = (day, self.question.rules.channels[channel].id)
        return spots
