"""A campaign to be simulated: people, channels, items and days, each of them possible.

A `Campaign` that has been built can be run: whatever is wrong is said when it is built, with its place and its remedy.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media.population import MOST_OPPORTUNITIES, Segment, mean

MOST_PEOPLE = 1_000_000_000
MOST_DAYS = 3_660
SMALLEST, LARGEST = 1e-3, 1e6  # of alpha and beta: beyond them a habit is a yes or no, or the same for everybody


@dataclass(frozen=True)
class Channel:
    """Where items stand.

    Args:
        name: its name in habits and items.
        arrival: the shares of an item's contacts on the day of posting and on each day after it; they add up to 1.
        click: what a click is worth here against the segment's rate, 0 to 1: a poster with a code is no link.
    """

    name: str
    arrival: Sequence[float] = (1.0,)
    click: float = 1.0


@dataclass(frozen=True)
class Item:
    """A post, with or without money behind it.

    Args:
        id: its name.
        channel: where it stands.
        day: when it is posted, 0 being the first day of the campaign.
        organic: the share of the channel's own contacts that it gets without money, 0 to 1.
        paid: impressions bought; on average so many contacts come on top.
        targets: the segments that the money may reach; none named: all of them.
        fit: how well the message fits a segment, 0 to 1; 1 where nothing is said.
    """

    id: str
    channel: str
    day: int
    organic: float = 1.0
    paid: float = 0.0
    targets: Collection[str] = ()
    fit: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Campaign:
    """What is simulated; `memory` is the share of a remembered contact that is left a day later, 0 to below 1.

    Raises:
        Problem: for anything that cannot be, naming where.
    """

    segments: Sequence[Segment]
    channels: Sequence[Channel]
    items: Sequence[Item]
    days: int
    memory: float = 0.9

    def __post_init__(self) -> None:
        for names in (
            [segment.name for segment in self.segments],
            [channel.name for channel in self.channels],
            [item.id for item in self.items],
        ):
            checked.once(names)
        days = checked.whole(self.days, say("Days of the campaign"), 1)
        checked.at_most(days, MOST_DAYS, say("Days of the campaign"))
        left = say("What is remembered a day later")
        if checked.share(self.memory, left) == 1:
            raise Problem(say("{where}: something must be forgotten. Write a share below 1.", where=left))
        # 3.0 passes for 3, and from here on it is one
        segments = [replace(one, people=checked.whole(one.people, _people(one.name))) for one in self.segments]
        items = [replace(one, day=checked.whole(one.day, _day(one.id))) for one in self.items]
        for name, value in (("days", days), ("segments", tuple(segments)), ("items", tuple(items))):
            object.__setattr__(self, name, value)
        for channel in self.channels:
            _check_channel(channel)
        names = [channel.name for channel in self.channels]
        for segment in self.segments:
            _check_segment(segment, names)
        for item in self.items:
            self._check_item(item, names)
        for name in names:
            checked.at_most(self.opportunities(name), MOST_OPPORTUNITIES, _many(name))

    def _check_item(self, item: Item, channels: Collection[str]) -> None:
        checked.known(item.channel, channels, say("Item {id}", id=item.id))
        checked.at_most(item.day, self.days - 1, _day(item.id))
        for name in (*item.targets, *item.fit):
            checked.known(name, [segment.name for segment in self.segments], say("Item {id}", id=item.id))
        checked.share(item.organic, say("Item {id}, its share without money", id=item.id))
        for name, fit in item.fit.items():
            checked.share(fit, say("Item {id}, its fit to {name}", id=item.id, name=name))
        if checked.amount(item.paid, say("Item {id}, its impressions bought", id=item.id)):
            met = self._met_once(item)
            if not met:
                raise Problem(
                    say(
                        "Item {id}: impressions are bought on {channel}, and none of the people targeted use it. "
                        "Target another segment or choose another channel.",
                        id=item.id,
                        channel=item.channel,
                    )
                )
            checked.at_most(item.paid / met, MOST_OPPORTUNITIES, _many(item.channel))

    def _met_once(self, item: Item) -> float:
        """How many of the people whom the item's money may reach are met by one post, on average."""
        return sum(
            segment.people * mean(segment.habits[item.channel])
            for segment in self.segments
            if item.channel in segment.habits and (not item.targets or segment.name in item.targets)
        )

    def meetings(self, item: Item, segment: Segment) -> list[tuple[int, float]]:
        """The opportunities for an item to meet people of a segment: (number, share of the channel's contacts).

        Number 0 is the post itself; the numbers from 1 on are bought. One opportunity meets S = sum N · mean habit of
        the people targeted, so I impressions are I / S opportunities: whole ones and a last one with the rest. More
        money only adds meetings, it takes none away.
        """
        if item.channel not in segment.habits or segment.people == 0:
            return []
        found = [(0, item.organic)] if item.organic else []
        if item.paid and (not item.targets or segment.name in item.targets):
            bought = item.paid / self._met_once(item)
            whole = int(bought)
            found += [(number, 1.0) for number in range(1, whole + 1)]
            if bought > whole:
                found.append((whole + 1, bought - whole))
        return found

    def opportunities(self, channel: str) -> int:
        """With how many meetings on a channel any one person can be offered."""
        items = [item for item in self.items if item.channel == channel]
        return max((sum(len(self.meetings(item, segment)) for item in items) for segment in self.segments), default=0)


def _many(channel: str) -> Words:
    return say("Posts and impressions for each user of {channel} (buy fewer impressions there)", channel=channel)


def _people(segment: str) -> Words:
    return say("Segment {name}, its people", name=segment)


def _day(item: str) -> Words:
    return say("Item {id}, its day (the campaign starts with day 0)", id=item)


def _check_channel(channel: Channel) -> None:
    for share in channel.arrival:
        checked.share(share, say("Channel {name}, contacts by day after posting", name=channel.name))
    total = math.fsum(channel.arrival)
    if abs(total - 1) > 1e-9:
        raise Problem(
            say(
                "Channel {name}: the shares of contacts on the day of posting and after it add up to {total}, not "
                "to 1. Divide each of them by their sum.",
                name=channel.name,
                total=total,
            )
        )
    checked.share(channel.click, say("Channel {name}, what a click is worth", name=channel.name))


def _check_segment(segment: Segment, channels: Collection[str]) -> None:
    name = segment.name
    checked.at_most(segment.people, MOST_PEOPLE, _people(name))
    for channel, habit in segment.habits.items():
        checked.known(channel, channels, say("Segment {name}", name=name))
        if not all(SMALLEST <= value <= LARGEST for value in (habit.alpha, habit.beta)):
            raise Problem(
                say(
                    "Segment {name}, channel {channel}: alpha and beta of a habit run from {low} to {high} here, "
                    "not {alpha} and {beta}.",
                    name=name,
                    channel=channel,
                    low=SMALLEST,
                    high=LARGEST,
                    alpha=float(habit.alpha),
                    beta=float(habit.beta),
                )
            )
    answer = segment.response
    checked.share(answer.attention, say("Segment {name}, rate of attention", name=name))
    checked.share(answer.click, say("Segment {name}, rate of clicks", name=name))
    checked.share(answer.registration, say("Segment {name}, rate of registrations", name=name))
    checked.share(answer.visit, say("Segment {name}, rate of visits", name=name))
    checked.share(answer.application, say("Segment {name}, rate of applications", name=name))
    checked.amount(answer.fatigue, say("Segment {name}, fatigue", name=name))
    checked.amount(answer.lift, say("Segment {name}, lift by memory", name=name))
    lifted = answer.click * (1 + answer.lift)
    if lifted > 1:
        raise Problem(
            say(
                "Segment {name}: memory could lift the rate of clicks to {value}, above 1. Lower the lift or the rate.",
                name=name,
                value=float(lifted),
            )
        )
