"""Input validation of the calendar's parts: what cannot be meant is refused, and numbers come back plain.

Each class of `question` reads its own fields here when it is built; what must be true of all of them together stands
in `checks`.
"""

from collections.abc import Iterable, Mapping, Set
from typing import Any

from promplan.language import Problem, Words, say, say_many
from promplan.media import checked

__all__ = ["CHANNELS", "DAYS", "channel", "day", "hours", "item", "penalties", "rules", "spot"]

DAYS, CHANNELS = 1100, 30  # three years of a large newsroom; beyond that a list is taken to be wrong


def item(given: Any) -> dict[str, Any]:
    """The fields of an `Item`."""
    name = checked.name(given.id, say("The name of an item"))

    def worth(value: Any) -> float:
        return checked.amount(value, say("Value of item {id}"), id=name)

    value = given.value
    by_channel = isinstance(value, Mapping) or hasattr(value, "to_dict")
    table = checked.named(value, say("Value of item {id}", id=name)) if by_channel else {}
    channels = given.channels
    if channels is not None:
        channels = checked.names(channels, say("Channels of item {id}", id=name), ordered=False)
    hooks = checked.mapping(given.hooks, say("Hooks of item {id}", id=name))
    return {
        "id": name,
        "value": {channel: worth(each) for channel, each in table.items()} if by_channel else worth(value),
        "hours": checked.amount(given.hours, say("Hours of item {id}"), id=name),
        "earliest": None if given.earliest is None else day(given.earliest, say("Earliest day of item {id}", id=name)),
        "deadline": None if given.deadline is None else day(given.deadline, say("Deadline of item {id}", id=name)),
        "channels": channels,
        "pillar": checked.name(given.pillar, say("Pillar of item {id}"), empty=True, id=name),
        "frozen": None if given.frozen is None else spot(given.frozen, name),
        "hooks": {day(there, say("Day of a hook of item {id}", id=name)): worth(each) for there, each in hooks.items()},
    }


def spot(value: Any, item: str) -> tuple[int, str]:
    """A place: a day and a channel."""
    if isinstance(value, tuple) and len(value) == 2:
        place, channel = value
        return (
            day(place, say("Frozen day of item {id}", id=item)),
            checked.name(channel, say("Frozen channel of item {id}"), id=item),
        )
    raise Problem(
        say(
            "Item {id}: a frozen place is a day and a channel, (3, “vk”), not {value}.",
            id=item,
            value=checked.shown(value),
        )
    )


def day(value: Any, where: Words) -> int:
    """A day, which may lie outside the plan."""
    plain = checked.number(value, where)
    if plain.is_integer():
        return int(plain)
    raise Problem(
        say("{where}: a day is a whole number, 0 for the first day of the plan, not {value}.", where=where, value=plain)
    )


def channel(given: Any) -> dict[str, Any]:
    """The fields of a `Channel`."""
    name = checked.name(given.id, say("The name of a channel"))
    least = checked.whole(given.least, say("Fewest items a week in {id}"), id=name)
    most = given.most
    if most is not None:
        most = checked.whole(most, say("Most items a week in {id}"), least=least, id=name)
    apart = checked.whole(given.apart, say("Days from one item to the next in {id}"), least=1, id=name)
    return {"id": name, "least": least, "most": most, "apart": apart}


def rules(given: Any, kind: type[Any]) -> dict[str, Any]:
    """The fields of `Rules` but the hours; `kind` is the class of its channels."""
    days = checked.whole(given.days, say("Days of the plan"), least=1)
    week = checked.whole(given.week, say("Days in a week"), least=1)
    if days > DAYS:
        raise Problem(say("{n} days are more than the {most} this is made for: plan a part.", n=days, most=DAYS))
    channels = checked.listed(given.channels, kind, say("Channels of the calendar"))
    if not 1 <= len(channels) <= CHANNELS:
        raise Problem(
            say("A plan has 1 to {most} channels, not {n}: name those that publish.", most=CHANNELS, n=len(channels))
        )
    names = [each.id for each in channels]
    for name in names:
        if names.count(name) > 1:
            raise Problem(say("Channel {id} is in the list twice: give one of them another name.", id=name))
    blocked = checked.numbers(given.blocked, say("Blocked days"), day, ordered=False)
    if set(range(days)) <= set(blocked):
        raise Problem(say("All days of the plan are blocked: free one of them, or make the plan longer."))
    shares = checked.named(given.pillars, say("Pillars of the plan"))
    pillars = {pillar: checked.share(share, say("Pillar {id}"), id=pillar) for pillar, share in shares.items()}
    if pillars and abs(sum(pillars.values()) - 1) > 1e-6:
        raise Problem(
            say("The shares of the pillars make {total} together: let them make 1.", total=sum(pillars.values()))
        )
    return {
        "days": days,
        "week": week,
        "channels": tuple(_rhythm(each, kind, week, days) for each in channels),
        "tolerance": checked.share(given.tolerance, say("Tolerance of the pillars' shares")),
        "blocked": frozenset(blocked),
        "start": None if given.start is None else checked.day(given.start, say("The date of the first day")),
        "pillars": pillars,
    }


def hours(given: Any, weeks: int) -> float | tuple[float, ...] | None:
    """Hours of the crew: none, the same for every week, or one number for each."""
    if given is None:
        return None
    if not isinstance(given, Iterable) or isinstance(given, str | bytes | Mapping | Set):  # these have no order
        return checked.amount(given, say("Hours of the crew in a week"))
    numbers = checked.numbers(given, say("Hours of the crew by week"), lambda value, _: value)
    each = tuple(checked.amount(value, say("Week {n}, hours of the crew"), n=n) for n, value in enumerate(numbers, 1))
    if len(each) != weeks:
        raise Problem(
            say_many(
                "The plan touches {n} week, and {given} have hours: give one number for every week.",
                "The plan touches {n} weeks, but {given} have hours: give one number for every week.",
                weeks,
                given=len(each),
            )
        )
    return each


def penalties(given: Any) -> dict[str, Any]:
    """The fields of `Penalties`."""
    price = say("Price of a bent rule")
    read: dict[str, Any] = {
        name: checked.amount(getattr(given, name), price) for name in ("unplaced", "hour", "post", "balance")
    }
    return read | {"late": None if given.late is None else checked.amount(given.late, price)}


def _rhythm(given: Any, kind: type[Any], week: int, days: int) -> Any:
    """A channel whose least fits into a week."""
    room = -(-week // given.apart)  # a week's first day, and every `apart` days another
    if given.least > room:
        raise Problem(
            say_many(
                "Channel {id} wants at least {least} items a week, but with {n} day from one to the next a week "
                "holds {room}: ask for less, or let them stand closer.",
                "Channel {id} wants at least {least} items a week, but with {n} days from one to the next a week "
                "holds {room}: ask for less, or let them stand closer.",
                given.apart,
                id=given.id,
                least=given.least,
                room=room,
            )
        )
    return kind(given.id, given.least, given.most, min(given.apart, days))  # so far apart is once in the plan
