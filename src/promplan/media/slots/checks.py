"""Before anything is solved, the question is read: what cannot be meant is refused, and numbers come back plain.

What can be meant but cannot be done (a deadline before the clearance) passes: it comes back as a reason of the answer.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from datetime import date
from typing import Any

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media.slots.question import Channel, Item, Penalties, Question, Rules, usual

ITEMS, DAYS, CHANNELS = 1000, 1100, 30  # three years of a large newsroom; beyond that a list is taken to be wrong


def checked_question(items: Iterable[Item], rules: Rules, penalties: Penalties | None) -> Question:
    """The question with its numbers plain and the `usual` penalties where none are given.

    Raises:
        Problem: names twice, numbers below 0 or none at all, channels and pillars that nobody knows, an item or a plan
            without a channel, a plan without a day.
    """
    rules = _rules(checked.of_kind(rules, Rules, say("Rules of the calendar")))
    listed = checked.listed(items, Item, say("Items of the calendar"))
    if len(listed) > ITEMS:
        raise Problem(
            say("{n} items are more than the {most} this is made for: plan a part.", n=len(listed), most=ITEMS)
        )
    _once((item.id for item in listed), say("Item {id} is in the list twice: give one of them another name."))
    read = [_item(item, rules) for item in listed]
    question = Question(read, rules, usual(read) if penalties is None else _penalties(penalties))
    for item in read:
        if not question.channels_of(replace(item, frozen=None)):
            raise Problem(say("Item {id} has no channel that may carry it: name one.", id=item.id))
        if item.frozen is not None and not question.channels_of(item):
            raise Problem(
                say(
                    "Item {id} is frozen in {channel}, which may not carry it: allow the channel or thaw the item.",
                    id=item.id,
                    channel=item.frozen[1],
                )
            )
    return question


def _item(item: Item, rules: Rules) -> Item:
    """An item with plain numbers."""

    def day(value: Any, place: Words) -> int:
        return _day(value, replace(place, values={"id": item.id}))

    def worth(value: Any) -> float:
        return checked.amount(value, say("Value of item {id}"), id=item.id)

    value: float | dict[str, float]
    if isinstance(item.value, Mapping):
        value = {channel: worth(each) for channel, each in item.value.items()}
    else:
        value = worth(item.value)
    channels = item.channels
    if channels is not None:
        channels = checked.listed(channels, str, say("Channels of item {id}", id=item.id))
    known = {channel.id for channel in rules.channels}
    if item.frozen is not None and not (isinstance(item.frozen, tuple) and len(item.frozen) == 2):
        raise Problem(
            say(
                "Item {id}: a frozen place is a day and a channel, (3, “vk”), not {value}.",
                id=item.id,
                value=repr(item.frozen)[:40],
            )
        )
    frozen = () if item.frozen is None else (item.frozen[1],)
    for channel in (*(channels or ()), *(value if isinstance(value, Mapping) else ()), *frozen):
        if channel not in known:
            raise Problem(
                say(
                    "Item {id} names a channel that the rules do not have, {channel}: add it to the channels or "
                    "correct the name.",
                    id=item.id,
                    channel=channel,
                )
            )
    if rules.pillars and item.pillar and item.pillar not in rules.pillars:
        raise Problem(
            say(
                "Item {id} stands for the pillar {pillar}, which has no share: give it one or correct the name.",
                id=item.id,
                pillar=item.pillar,
            )
        )
    return replace(
        item,
        value=value,
        hours=checked.amount(item.hours, say("Hours of item {id}"), id=item.id),
        earliest=None if item.earliest is None else day(item.earliest, say("Earliest day of item {id}")),
        deadline=None if item.deadline is None else day(item.deadline, say("Deadline of item {id}")),
        channels=channels,
        frozen=None if item.frozen is None else (day(item.frozen[0], say("Frozen day of item {id}")), item.frozen[1]),
        hooks={day(there, say("Day of a hook of item {id}")): worth(bonus) for there, bonus in item.hooks.items()},
    )


def _day(value: Any, where: Words) -> int:
    """A day, which may lie outside the plan."""
    plain = checked.number(value, where)
    if plain.is_integer():
        return int(value)
    raise Problem(
        say("{where}: a day is a whole number, 0 for the first day of the plan, not {value}.", where=where, value=plain)
    )


def _rules(rules: Rules) -> Rules:
    """The rules with plain numbers."""
    days = checked.whole(rules.days, say("Days of the plan"), least=1)
    week = checked.whole(rules.week, say("Days in a week"), least=1)
    if days > DAYS:
        raise Problem(say("{n} days are more than the {most} this is made for: plan a part.", n=days, most=DAYS))
    if rules.start is not None:
        checked.of_kind(rules.start, date, say("The date of the first day"))
    rules = replace(rules, channels=checked.listed(rules.channels, Channel, say("Channels of the calendar")))
    if not 1 <= len(rules.channels) <= CHANNELS:
        raise Problem(
            say(
                "A plan has 1 to {most} channels, not {n}: name those that publish.",
                most=CHANNELS,
                n=len(rules.channels),
            )
        )
    _once(
        (channel.id for channel in rules.channels),
        say("Channel {id} is in the list twice: give one of them another name."),
    )
    read = replace(
        rules,
        days=days,
        week=week,
        channels=tuple(_channel(channel, week, days) for channel in rules.channels),
        tolerance=checked.share(rules.tolerance, say("Tolerance of the pillars' shares")),
        blocked=frozenset(_day(day, say("Blocked day")) for day in rules.blocked),
        pillars={
            pillar: checked.share(share, say("Pillar {id}"), id=pillar) for pillar, share in rules.pillars.items()
        },
    )
    if all(day in read.blocked for day in range(days)):
        raise Problem(say("All days of the plan are blocked: free one of them, or make the plan longer."))
    if read.pillars and abs(sum(read.pillars.values()) - 1) > 1e-6:
        raise Problem(
            say("The shares of the pillars make {total} together: let them make 1.", total=sum(read.pillars.values()))
        )
    return replace(read, hours=_hours(rules.hours, read.weeks))


def _hours(hours: Any, weeks: int) -> float | tuple[float, ...] | None:
    """Hours of the crew: none, the same for every week, or one number for each."""
    if hours is None:
        return None
    if not isinstance(hours, Iterable) or isinstance(hours, str | Mapping | Set):  # these have no order of weeks
        return checked.amount(hours, say("Hours of the crew in a week"))
    each = tuple(checked.amount(value, say("Week {n}, hours of the crew"), n=n) for n, value in enumerate(hours, 1))
    if len(each) != weeks:
        raise Problem(
            say(
                "The plan touches {weeks} weeks, but {n} have hours: give one number for every week.",
                weeks=weeks,
                n=len(each),
            )
        )
    return each


def _channel(channel: Channel, week: int, days: int) -> Channel:
    least = checked.whole(channel.least, say("Fewest items a week in {id}"), id=channel.id)
    apart = checked.whole(channel.apart, say("Days from one item to the next in {id}"), least=1, id=channel.id)
    most = channel.most
    if most is not None:
        most = checked.whole(most, say("Most items a week in {id}"), least=least, id=channel.id)
    room = -(-week // apart)  # a week's first day, and every `apart` days another
    if least > room:
        raise Problem(
            say(
                "Channel {id} wants at least {least} items a week, but with {apart} days from one to the next a week "
                "holds {room}: ask for less, or let them stand closer.",
                id=channel.id,
                least=least,
                apart=apart,
                room=room,
            )
        )
    return Channel(channel.id, least, most, min(apart, days))  # so far apart is once in the plan, however far


def _penalties(penalties: Penalties) -> Penalties:
    price = say("Price of a bent rule")
    checked.of_kind(penalties, Penalties, price)
    return Penalties(
        unplaced=checked.amount(penalties.unplaced, price),
        hour=checked.amount(penalties.hour, price),
        post=checked.amount(penalties.post, price),
        balance=checked.amount(penalties.balance, price),
        late=None if penalties.late is None else checked.amount(penalties.late, price),
    )


def _once(ids: Iterable[str], sentence: Words) -> None:
    for name, times in Counter(ids).items():
        if times > 1:
            raise Problem(replace(sentence, values={"id": name}))
