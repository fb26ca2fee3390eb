"""Routing of a visit: the shortest way of taking given shots, in which order the stops are visited, and when.

Dynamic programming over sets of stops [bellman-1962] [held-karp-1962]: for every set of stops visited and the one
visited last, the earliest minute at which the group can leave it. Leaving earlier is never worse, because it can wait,
so the earliest minute is all that has to be remembered, opening hours included. The table of `orienteering` with every
shot forced would find the same order, but has an axis of minutes more: fourteen stops on a day fill 330 MB there and
0.2 million entries here, and this one is asked for each shot that is left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from promplan.language import say
from promplan.media import checked
from promplan.media.visit.validation import Stop, Visit
from promplan.media.visit.walking import Way

__all__ = ["Halt", "Route", "shortest"]


@dataclass(frozen=True)
class Halt:
    """What happens at a stop, in minutes of the visit.

    The group comes by `way`, arrives, has the camera ready `enter` minutes later, waits until it may `start`, takes
    the shots one after the other and leaves: arrive + enter + wait = start, start + minutes of the shots = leave.

    >>> from promplan.media.visit import Shot
    >>> visit = Visit(30, [Stop("press", enter=2)], [Shot("opening", "press", 6)], {("gate", "press"): 9})
    >>> halt = shortest(visit, ["opening"]).halts[0]
    >>> halt.arrive, halt.start, halt.leave
    (9, 11, 17)
    """

    stop: str
    way: Way
    arrive: int
    wait: int
    start: int
    leave: int
    shots: tuple[str, ...]


@dataclass(frozen=True)
class Route:
    """A visit from the entry to the exit.

    `minutes` is when the exit is reached: walked + entered + waited + filmed. `back` is the way from the last stop to
    the exit.

    >>> from promplan.media.visit import Shot
    >>> visit = Visit(30, [Stop("press", enter=2)], [Shot("opening", "press", 6)], {("gate", "press"): 9})
    >>> route = shortest(visit, ["opening"])
    >>> route.minutes, route.walked, route.filmed
    (26, 18, 6)
    """

    halts: tuple[Halt, ...]
    back: Way
    minutes: int
    walked: int
    entered: int
    waited: int
    filmed: int

    @property
    def shots(self) -> tuple[str, ...]:
        """The shots in the order in which they are taken."""
        return tuple(shot for halt in self.halts for shot in halt.shots)


def shortest(visit: Visit, shots: Iterable[str]) -> Route | None:
    """The shortest visit that takes these shots and what they need, however many minutes `visit` has.

    None if no visit of any length does: filming is forbidden there, opening hours or orders stand against each other,
    or a group would have too many. Of several orders of the same length it is the one that ends with the stops named
    last. Time grows with 2^stops · stops²: ten stops take some hundredths of a second.

    >>> from promplan.media.visit import Shot, along
    >>> stops = [Stop("press"), Stop("mills")]
    >>> shots = [Shot("opening", "press", 6), Shot("sheet", "mills", 5)]
    >>> walk = along({("gate", "mills"): 4, ("mills", "press"): 3})
    >>> [halt.stop for halt in shortest(Visit(30, stops, shots, walk), ["opening", "sheet"]).halts]
    ['press', 'mills']

    Raises:
        Problem: what is no visit, or an unknown shot.
    """
    checked.of_kind(visit, Visit, say("The visit"))
    taken = visit.with_needs(visit.known(shots))
    if not taken <= visit.allowed or visit.over_limit(taken):
        return None
    stops = visit.stops_for(taken)
    order = _order(visit, stops, taken)
    return None if order is None else _timed(visit, [stops[number] for number in order], taken)


def _order(visit: Visit, stops: tuple[Stop, ...], taken: frozenset[str]) -> list[int] | None:
    """The numbers of the stops in the order that reaches the exit first."""
    numbers = range(len(stops))
    before = [_before(visit, stops, stop, taken) for stop in stops]
    film = [sum(visit.by_shot[name].minutes for name in taken if visit.by_shot[name].stop == stop.id) for stop in stops]
    walk = [[visit.ways[here.id, there.id].minutes for there in stops] for here in stops]
    first = [visit.ways[visit.entry, stop.id].minutes for stop in stops]
    last = [visit.ways[stop.id, visit.exit].minutes for stop in stops]
    leave: list[dict[int, tuple[int, int]]] = [{} for _ in range(1 << len(stops))]  # by set, then by its last stop
    for visited in range(1, 1 << len(stops)):
        for number in numbers:
            rest = visited ^ (1 << number)
            if rest > visited or before[number] & ~rest:
                continue
            stop = stops[number]
            coming = [(left + walk[previous][number], -previous) for previous, (left, _) in leave[rest].items()]
            if not rest:
                coming = [(first[number], 1)]
            if not coming:
                continue
            arrive, previous = min(coming)
            end = max(arrive + stop.enter, stop.opens) + film[number]
            if stop.closes is None or end <= stop.closes:
                leave[visited][number] = (end, -previous)
    visited = len(leave) - 1
    if not visited:
        return []
    if not leave[visited]:
        return None
    number = min(leave[visited], key=lambda one: (leave[visited][one][0] + last[one], -one))
    order = []
    while number >= 0:
        order.append(number)
        visited, number = visited ^ (1 << number), leave[visited][number][1]
    return order[::-1]


def _before(visit: Visit, stops: tuple[Stop, ...], stop: Stop, taken: frozenset[str]) -> int:
    """The set of stops, as bits, that must be visited before this one when these shots are taken."""
    earlier = set(stop.after)
    for name in taken:
        shot = visit.by_shot[name]
        if shot.stop == stop.id:
            earlier |= {visit.by_shot[needed].stop for needed in shot.after} - {stop.id}
    return sum(1 << number for number, one in enumerate(stops) if one.id in earlier)


def _timed(visit: Visit, stops: list[Stop], taken: frozenset[str]) -> Route:
    here, now, halts = visit.entry, 0, []
    for stop in stops:
        way = visit.ways[here, stop.id]
        shots = tuple(name for name, shot in visit.by_shot.items() if name in taken and shot.stop == stop.id)
        arrive = now + way.minutes
        start = max(arrive + stop.enter, stop.opens)
        now = start + sum(visit.by_shot[name].minutes for name in shots)
        halts.append(Halt(stop.id, way, arrive, start - arrive - stop.enter, start, now, shots))
        here = stop.id
    back = visit.ways[here, visit.exit]
    return Route(
        halts=tuple(halts),
        back=back,
        minutes=now + back.minutes,
        walked=sum(halt.way.minutes for halt in halts) + back.minutes,
        entered=sum(stop.enter for stop in stops),
        waited=sum(halt.wait for halt in halts),
        filmed=sum(visit.by_shot[name].minutes for name in taken),
    )
