"""A campaign to be simulated: audience segments, channels, posts with impressions bought, and days.

A `Campaign` that has been built can be run: whatever is wrong is said when it is built, with its place and its remedy,
and it keeps nothing of the lists and mappings that it was given.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media.population import MOST_OPPORTUNITIES, Segment, mean

__all__ = ["Campaign", "Channel", "Item"]

MOST_DAYS = 3_660
MOST_CELLS = 2_000_000  # items times days times segments: what is counted of each takes 64 bytes


@dataclass(frozen=True)
class Channel:
    """Where items stand.

    >>> Channel("vk", arrival=[0.7, 0.2, 0.1]).arrival
    (0.7, 0.2, 0.1)

    Args:
        name: its name in habits and items.
        arrival: the shares of an item's contacts on the day of posting and on each day after it; they add up to 1.
        click: what a click is worth here against the segment's rate, 0 to 1: a poster with a code is no link.

    Raises:
        Problem: for anything that cannot be, naming where.
    """

    name: str
    arrival: Sequence[float] = (1.0,)
    click: float = 1.0

    def __post_init__(self) -> None:
        name = checked.name(self.name, say("The name of a channel"))
        where = say("Channel {name}, contacts by day after posting", name=name)
        arrival = checked.numbers(self.arrival, where, checked.share)
        checked.at_most(len(arrival), MOST_DAYS, where)
        total = math.fsum(arrival)
        if abs(total - 1) > 1e-9:
            raise Problem(
                say(
                    "Channel {name}: the shares of contacts on the day of posting and after it add up to {total}, not "
                    "to 1. Divide each of them by their sum.",
                    name=name,
                    total=total,
                )
            )
        click = checked.share(self.click, say("Channel {name}, what a click is worth"), name=name)
        _keep(self, name=name, arrival=arrival, click=click)


@dataclass(frozen=True)
class Item:
    """A post, with or without money behind it.

    >>> Item("P1", "vk", day=3, paid=20_000, targets=["pupils"]).paid
    20000.0

    Args:
        id: its name.
        channel: where it stands.
        day: when it is posted, 0 being the first day of the campaign.
        organic: the share of the channel's own contacts that it gets without money, 0 to 1.
        paid: impressions bought; on average so many contacts come on top.
        targets: the segments that the money may reach; none named: all of them.
        fit: how well the message fits a segment, 0 to 1; 1 where nothing is said.

    Raises:
        Problem: for anything that cannot be, naming where.
    """

    id: str
    channel: str
    day: int
    organic: float = 1.0
    paid: float = 0.0
    targets: Collection[str] = ()
    fit: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        name = checked.name(self.id, say("The name of an item"))
        fit = checked.named(self.fit, say("Item {id}, its fit to the segments", id=name))
        _keep(
            self,
            id=name,
            channel=checked.name(self.channel, say("Item {id}, its channel"), id=name),
            day=checked.whole(self.day, _day(name)),
            organic=checked.share(self.organic, say("Item {id}, its share without money"), id=name),
            paid=checked.amount(self.paid, say("Item {id}, its impressions bought"), id=name),
            targets=checked.names(self.targets, say("Item {id}, the segments targeted", id=name), ordered=False),
            fit={
                segment: checked.share(share, say("Item {id}, its fit to {name}"), id=name, name=segment)
                for segment, share in fit.items()
            },
        )


@dataclass(frozen=True)
class Campaign:
    """What is simulated.

    >>> from promplan.media.population import Response
    >>> from promplan.media.accumulation import Beta
    >>> pupils = Segment("pupils", 1_000, Response(0.5, 0.2, 0.5, 0.5, 0.4), {"vk": Beta(1, 4)})
    >>> Campaign([pupils], [Channel("vk")], [Item("P1", "vk", 0), {"id": "P2", "channel": "vk", "day": 3}], days=7).days
    7

    Args:
        segments: the people.
        channels: where items stand.
        items: the posts, also as mappings or as the rows of a table.
        days: how long it is watched.
        memory: the share of a remembered contact that is left a day later, 0 to below 1.

    Raises:
        Problem: for anything that cannot be, naming where.
    """

    segments: Sequence[Segment]
    channels: Sequence[Channel]
    items: Sequence[Item]
    days: int
    memory: float = 0.9

    def __post_init__(self) -> None:
        segments = checked.listed(self.segments, Segment, say("Segments of the campaign"))
        channels = checked.listed(self.channels, Channel, say("Channels of the campaign"))
        items = checked.listed(self.items, Item, say("Items of the campaign"))
        days = checked.whole(self.days, say("Days of the campaign"), 1)
        checked.at_most(days, MOST_DAYS, say("Days of the campaign"))
        left = say("What is remembered a day later")
        memory = checked.share(self.memory, left)
        if memory == 1:
            raise Problem(say("{where}: something must be forgotten. Write a share below 1.", where=left))
        _keep(self, segments=segments, channels=channels, items=items, days=days, memory=memory)
        for names in (
            [segment.name for segment in segments],
            [channel.name for channel in channels],
            [item.id for item in items],
        ):
            checked.once(names)
        cells = len(items) * days * len(segments)
        checked.at_most(cells, MOST_CELLS, say("Items times days times segments (simulate a part of the campaign)"))
        known = {channel.name: None for channel in channels}
        for segment in segments:
            for channel in segment.habits:
                checked.known(channel, known, say("Segment {name}", name=segment.name))
        for item in items:
            self._check_item(item, known)
        for channel in known:
            checked.at_most(self.opportunities(channel), MOST_OPPORTUNITIES, _many(channel))

    def _check_item(self, item: Item, channels: Collection[str]) -> None:
        checked.known(item.channel, channels, say("Item {id}", id=item.id))
        checked.at_most(item.day, self.days - 1, _day(item.id))
        for name in (*item.targets, *item.fit):
            checked.known(name, [segment.name for segment in self.segments], say("Item {id}", id=item.id))
        if item.paid:
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

        Raises:
            Problem: an item or a segment of another campaign.
        """
        for one, kind, mine in ((item, Item, self.items), (segment, Segment, self.segments)):
            if checked.of_kind(one, kind, say("Meetings of an item and a segment")) not in mine:
                raise Problem(
                    say(
                        "{name} belongs to another campaign. Take it from the items and segments of this one.",
                        name=one.id if isinstance(one, Item) else one.name,
                    )
                )
        return self._meetings(item, segment)

    def _meetings(self, item: Item, segment: Segment) -> list[tuple[int, float]]:
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
        """With how many meetings on a channel any one person can be offered.

        Raises:
            Problem: no such channel.
        """
        checked.known(channel, [one.name for one in self.channels], say("Opportunities on a channel"))
        items = [item for item in self.items if item.channel == channel]
        return max((sum(len(self._meetings(item, segment)) for item in items) for segment in self.segments), default=0)


def _keep(built: object, **read: object) -> None:
    """What was read takes the place of what was given."""
    for name, value in read.items():
        object.__setattr__(built, name, value)


def _many(channel: str) -> Words:
    return say("Posts and impressions for each user of {channel} (buy fewer impressions there)", channel=channel)


def _day(item: str) -> Words:
    return say("Item {id}, its day (the campaign starts with day 0)", id=item)
