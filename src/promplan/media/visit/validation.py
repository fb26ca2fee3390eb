"""Input validation of a plant visit: its minutes, stops, shots and walking times. What has been built can be solved.

Everything is counted in whole minutes from the moment at which the group stands at the entry: a visit kept to the
second is kept by nobody, and whole minutes make the answer exact.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from promplan.language import Problem, Words, say
from promplan.media import checked
from promplan.media.visit.walking import MOST_PLACES, Walk, Way, along

__all__ = ["MOST_MINUTES", "MOST_SHOTS", "MOST_STOPS", "Shot", "Stop", "Visit"]

MOST_MINUTES = 24 * 60
MOST_VALUE = 10**6
MOST_SHOTS = 500
MOST_STOPS = 14  # where something may be filmed: one more doubles the work


@dataclass(frozen=True)
class Stop:
    """A place where the group stops, at most once. What happens there for a while only may be a stop of its own.

    >>> Stop("press", enter=3, opens=20, after=["induction"]).closes is None
    True

    Args:
        id: its name, the same as in the table of ways.
        enter: minutes from reaching it until the camera may run: induction, protective equipment on.
        opens: filming starts at this minute of the visit or later; who comes earlier waits.
        closes: filming is over by this minute; None: no limit.
        forbidden: why nothing may be filmed here, in the plant's words; empty: filming is allowed. Walking past is not
            what it forbids: a way that is closed is left out of the table of ways.
        after: stops that must be visited, and earlier than this one: the safety induction.

    Raises:
        Problem: for anything that cannot be, naming where.
    """

    id: str
    enter: int = 0
    opens: int = 0
    closes: int | None = None
    forbidden: str | Words = ""
    after: Sequence[str] = ()

    def __post_init__(self) -> None:
        name = checked.name(self.id, say("The name of a stop"))
        after = checked.names(self.after, say("Stop {id}, what comes before it", id=name), ordered=False)
        opens = checked.whole(self.opens, say("Stop {id}, the minute it opens"), id=name)
        enter = checked.whole(self.enter, say("Stop {id}, minutes to enter"), id=name)
        closes = self.closes
        if closes is not None:
            closes = checked.whole(closes, say("Stop {id}, the minute it closes"), id=name)
            if closes < opens:
                raise Problem(
                    say(
                        "Stop {id} closes at minute {closes}, before it opens at {opens}. Exchange the two.",
                        id=name,
                        closes=closes,
                        opens=opens,
                    )
                )
        for minute in (enter, opens, closes or 0):
            checked.at_most(minute, MOST_MINUTES, say("Stop {id}, its minutes", id=name))
        forbidden = self.forbidden
        if not isinstance(forbidden, Words):
            forbidden = checked.name(forbidden, say("Stop {id}, why nothing may be filmed there"), empty=True, id=name)
        _keep(self, id=name, enter=enter, opens=opens, closes=closes, forbidden=forbidden, after=after)


@dataclass(frozen=True)
class Shot:
    """A shot that could be taken.

    >>> Shot("opening", "press", minutes=6, value=5, must=True).value
    5.0

    Args:
        id: its name.
        stop: where it is taken.
        minutes: how long it takes, with setting up; at least 1.
        value: what it is worth against the others, 0 to `MOST_VALUE`; counted to a millionth.
        must: the visit is no use without it.
        after: shots that must be taken too, and earlier: the establishing shot before the detail. At the same stop as
            many as you like; from stop to stop each shot waited for doubles the work, and about five can be solved.
        group: the kind of shot it is, for `Visit.limits`.

    Raises:
        Problem: for anything that cannot be, naming where.
    """

    id: str
    stop: str
    minutes: int
    value: float = 1.0
    must: bool = False
    after: Sequence[str] = ()
    group: str = ""

    def __post_init__(self) -> None:
        name = checked.name(self.id, say("The name of a shot"))
        stop = checked.name(self.stop, say("Shot {id}, its stop"), id=name)
        after = checked.names(self.after, say("Shot {id}, what comes before it", id=name), ordered=False)
        minutes = checked.whole(self.minutes, say("Shot {id}, its minutes"), 1, id=name)
        checked.at_most(minutes, MOST_MINUTES, say("Shot {id}, its minutes", id=name))
        value = checked.amount(self.value, say("Shot {id}, its value"), id=name)
        checked.at_most(value, MOST_VALUE, say("Shot {id}, its value", id=name))
        must = checked.flag(self.must, say("Shot {id}, whether it is a must-have"), id=name)
        group = checked.name(self.group, say("Shot {id}, its group"), empty=True, id=name)
        _keep(self, id=name, stop=stop, minutes=minutes, value=value, must=must, after=after, group=group)


@dataclass(frozen=True)
class Visit:
    """One visit; checked as a whole when it is built, and it keeps nothing of the lists that it was given.

    The exact method ends at `MOST_STOPS` stops where something may be filmed (each one doubles the work), and earlier
    where many shots wait for shots at other stops; the first is refused here, the second by `best`.

    >>> visit = Visit(30, [Stop("press")], [Shot("opening", "press", 6)], {("gate", "press"): 9})
    >>> visit.ways["press", "gate"].minutes
    9

    Args:
        minutes: from the entry to the exit, at the most. What is not for walking and filming (looking through the
            footage at the gate: fifteen) is taken off beforehand.
        stops: the places, closed ones included.
        shots: the menu to choose from, also as mappings or as the rows of a table.
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
        stops = checked.listed(self.stops, Stop, say("Stops of the visit"))
        shots = checked.listed(self.shots, Shot, say("Shots to choose from"))
        checked.once(stop.id for stop in stops)
        checked.once(shot.id for shot in shots)
        checked.at_most(len(stops), MOST_PLACES, say("Stops of the visit"))
        checked.at_most(len(shots), MOST_SHOTS, say("Shots to choose from"))
        limits = checked.named(self.limits, say("Limits of the visit"))
        groups = sorted({shot.group for shot in shots} - {""})
        for group in limits:
            checked.known(group, groups, say("Limits of the visit"))
        minutes = checked.whole(self.minutes, say("Minutes of the visit"))
        checked.at_most(minutes, MOST_MINUTES, say("Minutes of the visit"))
        entry = checked.name(self.entry, say("Where the visit begins"))
        _keep(
            self,
            minutes=minutes,
            stops=stops,
            shots=shots,
            walk=checked.mapping(self.walk, say("Ways between the places")),
            entry=entry,
            exit=checked.name(self.exit, say("Where the visit ends"), empty=True) or entry,
            limits={
                group: checked.whole(limit, say("Limit of {group}"), group=group) for group, limit in limits.items()
            },
        )
        self._check_names()
        self._check_ways()
        # one stop more doubles the work: what cannot be solved is refused before anything is tried
        open_stops = len(self.stops_worth_it)
        checked.at_most(open_stops, MOST_STOPS, say("Stops of one visit (leave some out, or make two visits of it)"))

    def _check_names(self) -> None:
        """Whatever is waited for is there, and nothing waits for itself."""
        places, shots = {stop.id: stop.after for stop in self.stops}, {shot.id: shot.after for shot in self.shots}
        for stop in self.stops:
            for name in stop.after:
                checked.known(name, places, say("Stop {id}, what comes before it", id=stop.id))
        for shot in self.shots:
            checked.known(shot.stop, places, say("Shot {id}, its stop", id=shot.id))
            for name in shot.after:
                checked.known(name, shots, say("Shot {id}, what comes before it", id=shot.id))
        _no_circle(places)
        _no_circle(shots)

    def _check_ways(self) -> None:
        """Between all places where the group may be there is a way."""
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
        still = {(place, place): Way(0) for place in (self.entry, self.exit, *self.by_stop)}
        return still | along(self.walk)

    @cached_property
    def musts(self) -> frozenset[str]:
        """The must-haves and what they need."""
        return self.with_needs(frozenset(shot.id for shot in self.shots if shot.must))

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
        checked.known(shot, self.by_shot, say("Shots of the visit"))
        needed = self.with_needs(frozenset([shot]))
        closed = [one for one in self.by_shot.values() if one.id in needed and self.by_stop[one.stop].forbidden]
        return next((one for one in closed if one.id == shot), closed[0] if closed else None)

    def known(self, shots: Iterable[str]) -> list[str]:
        """The names, all of them of shots here.

        Raises:
            Problem: a name that is none, and what there is.
        """
        if isinstance(shots, frozenset) and self.by_shot.keys() >= shots:  # asked often, and nothing is wrong with them
            return list(shots)
        names = checked.names(shots, say("Shots of the visit"), ordered=False)
        for name in names:
            checked.known(name, self.by_shot, say("Shots of the visit"))
        return list(names)

    def with_needs(self, shots: Iterable[str]) -> frozenset[str]:
        """The shots and all that must be taken before them."""
        return _closed(self.known(shots), {shot.id: shot.after for shot in self.shots})

    def stops_for(self, shots: Iterable[str]) -> tuple[Stop, ...]:
        """The stops of these shots and all stops that must be visited before those."""
        where = _closed(
            (self.by_shot[name].stop for name in self.known(shots)), {stop.id: stop.after for stop in self.stops}
        )
        return tuple(stop for stop in self.stops if stop.id in where)

    def over_limit(self, shots: Iterable[str]) -> str:
        """The first group that has more shots among these than it may have; empty: none has."""
        groups = [self.by_shot[name].group for name in set(self.known(shots))]
        return next((group for group, limit in self.limits.items() if groups.count(group) > limit), "")


def _keep(built: object, **read: object) -> None:
    """What was read takes the place of what was given."""
    for name, value in read.items():
        object.__setattr__(built, name, value)


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
