"""What is asked of a plant visit: its minutes, the stops, the shots, the ways. What has been built can be solved.

Everything is counted in whole minutes from the moment at which the group stands at the entry: a visit kept to the
second is kept by nobody, and whole minutes make the answer exact.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media.visit.ways import Walk, Way, along

MOST_MINUTES = 24 * 60
MOST_VALUE = 10**6
MOST_SHOTS = 500


@dataclass(frozen=True)
class Stop:
    """A place where the group stops, at most once. What happens there for a while only may be a stop of its own.

    Args:
        id: its name, the same as in the table of ways.
        enter: minutes from reaching it until the camera may run: induction, protective equipment on.
        opens: filming starts at this minute of the visit or later; who comes earlier waits.
        closes: filming is over by this minute; None: no limit.
        forbidden: why nothing may be filmed here, in the plant's words; empty: filming is allowed. Walking past is not
            what it forbids: a way that is closed is left out of the table of ways.
        after: stops that must be visited, and earlier than this one: the safety induction.
    """

    id: str
    enter: int = 0
    opens: int = 0
    closes: int | None = None
    forbidden: str | Words = ""
    after: Sequence[str] = ()


@dataclass(frozen=True)
class Shot:
    """A shot that could be taken.

    Args:
        id: its name.
        stop: where it is taken.
        minutes: how long it takes, with setting up; at least 1.
        value: what it is worth against the others, 0 to `MOST_VALUE`; counted to a millionth.
        must: the visit is no use without it.
        after: shots that must be taken too, and earlier: the establishing shot before the detail. At the same stop as
            many as you like; from stop to stop each shot waited for doubles the work, and about five can be solved.
        group: the kind of shot it is, for `Visit.limits`.
    """

    id: str
    stop: str
    minutes: int
    value: float = 1.0
    must: bool = False
    after: Sequence[str] = ()
    group: str = ""


@dataclass(frozen=True)
class Visit:
    """One visit; checked as a whole when it is built.

    Args:
        minutes: from the entry to the exit, at the most. What is not for walking and filming (looking through the
            footage at the gate: fifteen) is taken off beforehand.
        stops: the places, closed ones included.
        shots: the menu to choose from.
        walk: {("gate", "press"): 4, …}, minutes from place to place; a way given in one direction counts for both.
            A pair must be there for every two places that the group may walk between: `along` makes the full table
            from neighbours. Shortest paths are taken before anything else.
        entry: where it begins.
        exit: where it ends; empty: where it began.
        limits: at most so many shots of a group: {"portraits": 3}.

    Raises:
        Problem: for anything that cannot be, naming where.
    """

    minutes: int
    stops: Sequence[Stop]
    shots: Sequence[Shot]
    walk: Walk
    entry: str = "gate"
    exit: str = ""
    limits: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "stops", checked.listed(self.stops, Stop, say("Stops of the visit")))
        object.__setattr__(self, "shots", checked.listed(self.shots, Shot, say("Shots to choose from")))
        checked.once([stop.id for stop in self.stops])
        checked.once([shot.id for shot in self.shots])
        checked.at_most(len(self.shots), MOST_SHOTS, say("Shots to choose from"))
        groups = {shot.group for shot in self.shots}
        for group in self.limits:
            checked.known(group, sorted(groups - {""}), say("Limits of the visit"))
        minutes = checked.whole(self.minutes, say("Minutes of the visit"))
        checked.at_most(minutes, MOST_MINUTES, say("Minutes of the visit"))
        kept = {
            "minutes": minutes,
            "stops": tuple(self._stop(stop) for stop in self.stops),
            "shots": tuple(self._shot(shot) for shot in self.shots),
            "exit": self.exit or self.entry,
            "limits": {
                group: checked.whole(limit, say("Limit of {group}", group=group))
                for group, limit in self.limits.items()
            },
        }
        for name, value in kept.items():
            object.__setattr__(self, name, value)
        _no_circle({stop.id: stop.after for stop in self.stops})
        _no_circle({shot.id: shot.after for shot in self.shots})
        places = [stop.id for stop in self.stops_worth_it]
        for here, there in [
            (self.entry, self.exit),
            *((a, b) for a in (self.entry, *places) for b in (*places, self.exit)),
        ]:
            if here != there and (here, there) not in self.ways:
                raise Problem(
                    say(
                        "How long is the way from {here} to {there}? It is not in the table. Add it, or let `along` "
                        "make the table from the ways between neighbours.",
                        here=here,
                        there=there,
                    )
                )

    def _stop(self, stop: Stop) -> Stop:
        before = say("Stop {id}, what comes before it", id=stop.id)
        after = checked.listed(stop.after, str, before)
        for name in after:
            checked.known(name, [one.id for one in self.stops], before)
        opens = checked.whole(stop.opens, say("Stop {id}, the minute it opens", id=stop.id))
        closes = stop.closes
        if closes is not None:
            closes = checked.whole(closes, say("Stop {id}, the minute it closes", id=stop.id))
            if closes < opens:
                raise Problem(
                    say(
                        "Stop {id} closes at minute {closes}, before it opens at {opens}. Exchange the two.",
                        id=stop.id,
                        closes=closes,
                        opens=opens,
                    )
                )
        enter = checked.whole(stop.enter, say("Stop {id}, minutes to enter", id=stop.id))
        for minute in (enter, opens, closes or 0):
            checked.at_most(minute, MOST_MINUTES, say("Stop {id}, its minutes", id=stop.id))
        return replace(stop, enter=enter, opens=opens, closes=closes, after=after)

    def _shot(self, shot: Shot) -> Shot:
        checked.known(shot.stop, [stop.id for stop in self.stops], say("Shot {id}, its stop", id=shot.id))
        before = say("Shot {id}, what comes before it", id=shot.id)
        after = checked.listed(shot.after, str, before)
        for name in after:
            checked.known(name, [one.id for one in self.shots], before)
        minutes = checked.whole(shot.minutes, say("Shot {id}, its minutes", id=shot.id), 1)
        checked.at_most(minutes, MOST_MINUTES, say("Shot {id}, its minutes", id=shot.id))
        worth = say("Shot {id}, its value", id=shot.id)
        checked.at_most(checked.amount(shot.value, worth), MOST_VALUE, worth)
        return replace(shot, minutes=minutes, value=float(shot.value), after=after)

    @cached_property
    def by_stop(self) -> dict[str, Stop]:
        """The stops by name."""
        return {stop.id: stop for stop in self.stops}

    @cached_property
    def by_shot(self) -> dict[str, Shot]:
        """The shots by name, as they were given, but each right after those that it comes after."""
        given = {shot.id: shot for shot in self.shots}
        ordered: dict[str, Shot] = {}
        waiting = list(reversed(given))
        while waiting:
            name = waiting[-1]
            before = [earlier for earlier in reversed(given[name].after) if earlier not in ordered]
            if name not in ordered and not before:
                ordered[name] = given[name]
            waiting = [*waiting, *before] if before else waiting[:-1]
        return ordered

    @cached_property
    def ways(self) -> dict[tuple[str, str], Way]:
        """The shortest path between every two places."""
        found = along(self.walk)
        return {**{(place, place): Way(0) for place in (self.entry, self.exit, *self.by_stop)}, **found}

    @cached_property
    def musts(self) -> frozenset[str]:
        """The must-haves and what they need."""
        return self.with_needs(shot.id for shot in self.shots if shot.must)

    @cached_property
    def allowed(self) -> frozenset[str]:
        """The shots that may be filmed: neither they nor what they need lie where filming is forbidden."""
        return frozenset(name for name in self.by_shot if self.closed_for(name) is None)

    @cached_property
    def stops_worth_it(self) -> tuple[Stop, ...]:
        """The stops where something may be filmed, and those that must come before one of them."""
        return self.stops_for(self.allowed)

    def closed_for(self, shot: str) -> Shot | None:
        """The shot that rules this one out because filming is forbidden at its stop: itself, or one that it needs."""
        needed = self.with_needs([shot])
        closed = [one for one in self.by_shot.values() if one.id in needed and self.by_stop[one.stop].forbidden]
        return next((one for one in closed if one.id == shot), closed[0] if closed else None)

    def known(self, shots: Iterable[str]) -> list[str]:
        """The names, all of them of shots here.

        Raises:
            Problem: a name that is none, and what there is.
        """
        names = list(shots)
        for name in names:
            checked.known(name, list(self.by_shot), say("Shots of the visit"))
        return names

    def with_needs(self, shots: Iterable[str]) -> frozenset[str]:
        """The shots and all that must be taken before them."""
        return _closed(shots, {shot.id: shot.after for shot in self.shots})

    def stops_for(self, shots: Iterable[str]) -> tuple[Stop, ...]:
        """The stops of these shots and all stops that must be visited before those."""
        where = _closed((self.by_shot[name].stop for name in shots), {stop.id: stop.after for stop in self.stops})
        return tuple(stop for stop in self.stops if stop.id in where)

    def over_limit(self, shots: Iterable[str]) -> str:
        """The first group that has more shots among these than it may have; empty: none has."""
        groups = [self.by_shot[name].group for name in set(shots)]
        return next((group for group, limit in self.limits.items() if groups.count(group) > limit), "")


def _closed(names: Iterable[str], after: Mapping[str, Sequence[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += after[name]
    return frozenset(found)


def _no_circle(after: Mapping[str, Sequence[str]]) -> None:
    try:
        TopologicalSorter(after).prepare()
    except CycleError as error:
        raise Problem(
            say(
                "On the visit these wait for each other in a circle: {cycle}. Take one of the links out.",
                cycle=" → ".join(error.args[1]),
            )
        ) from None
