"""What stops now: the pieces that would still come out, in their order in time, and whom one tells, in which order.

Pure: a plan, a day and an hour in, lists out. Who reads them aloud is the person of the pause list.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.items import Item
from promplan.widgets.calendar_names import channel_named, member_named, on_day

LATELY = timedelta(7)  # what came out in these days is looked at again: it still stands there
EARLY, LATE = time.min, time.max


@dataclass(frozen=True)
class Due:
    """A piece with the day and the hour at which it would come out."""

    item: Item
    day: date
    at: time | None

    @property
    def when(self) -> Words:
        """Its day and hour in words."""
        return on_day(self.day, self.at)


@dataclass(frozen=True)
class Call:
    """Somebody to be told, and what they do then."""

    who: str
    does: tuple[Words, ...]


@dataclass(frozen=True)
class Stopping:
    """The whole of it.

    Attributes:
        stops: what would come out where it stops, the next one first; what is held already stands there too.
        goes_on: what comes out elsewhere all the same. lately: what is out, or should be, and is looked at again.
        undated: how many pieces have no day. calls: whom to tell, the most urgent first.
        nobody: channels where it stops and nobody is named who could stop it.
    """

    stops: tuple[Due, ...]
    goes_on: tuple[Due, ...]
    lately: tuple[Due, ...]
    undated: int
    calls: tuple[Call, ...]
    nobody: tuple[str, ...]

    @property
    def open(self) -> list[Due]:
        """What is not held back yet."""
        return [one for one in self.stops if one.item.placing.state != "held"]


def what_stops(plan: Plan, day: date, at: time | None = None) -> Stopping:
    """What the pause of the plan stops, called on `day` at `at`; without an hour the whole day counts as ahead."""
    due = [Due(one, one.dates.publish, one.dates.at) for one in plan.items if one.dates.publish is not None]
    due.sort(key=lambda one: (one.day, one.at or EARLY))  # without an hour: first, to be safe
    now = (day, at or EARLY)
    ahead = [one for one in due if one.item.placing.state != "out" and (one.day, one.at or LATE) >= now]
    stopped = [one for one in ahead if is_stopped(plan, one.item.channel)]
    past = [one for one in due if one not in ahead and day - LATELY <= one.day]
    behind = [one for one in past if one.item.placing.state != "held"]
    calls, nobody = _calls(plan, stopped)
    return Stopping(
        tuple(stopped),
        tuple(one for one in ahead if one not in stopped),
        tuple(one for one in behind if is_stopped(plan, one.item.channel)),
        sum(one.dates.publish is None for one in plan.items),
        tuple(calls),
        tuple(nobody),
    )


def is_stopped(plan: Plan, channel: str) -> bool:
    """Does the pause hold there? On every channel where none is chosen; and for a piece of which none is known."""
    chosen = plan.calendar.pause.channels
    return not chosen or channel in chosen or channel not in {one.id for one in plan.channels}


def _calls(plan: Plan, stopped: list[Due]) -> tuple[list[Call], list[str]]:
    """Who runs a channel is told in the order in which pieces would come out; then who answers, then who makes."""
    does: dict[str, list[Words]] = {}
    nobody = []

    def tell(who: str, what: Words) -> None:
        if who.strip():
            does.setdefault(who.strip(), []).append(what)

    channels = [one for one in plan.channels if is_stopped(plan, one.id)]
    first = {one.item.channel: one for one in reversed(stopped)}  # the next piece of each
    place = {one.item.channel: n for n, one in reversed(list(enumerate(stopped)))}
    for one in sorted(channels, key=lambda it: place.get(it.id, len(stopped))):
        name = channel_named(plan, one.id)
        due = first.get(one.id)
        what = (
            say("stops {channel}: next would be {piece}, {when}", channel=name, piece=due.item.id, when=due.when)
            if due
            else say("posts nothing on {channel}, not even by hand", channel=name)
        )
        for who in (member_named(plan, one.owner), one.at_plant):
            tell(who, what)
        if not one.owner and not one.at_plant.strip():
            nobody.append(name)
    stopping = {one.id for one in channels}
    for duty in plan.calendar.duties:
        if duty.channel in stopping or not duty.channel:
            name = channel_named(plan, duty.channel) or str(say("every channel"))
            tell(member_named(plan, duty.who), say("answers on {channel} only with the sentence below", channel=name))
            tell(duty.at_plant, say("is told to expect questions on {channel}", channel=name))
    for member in plan.team.members:
        ids = [it.item.id for it in stopped if it.item.owner == member.id]
        if ids:
            tell(member_named(plan, member.id), say("keeps back {pieces}", pieces=", ".join(ids)))
    return [Call(who, tuple(what)) for who, what in does.items()], nobody
