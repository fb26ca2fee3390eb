"""Walking times: how long it takes from one place of the plant to another, by the shortest path, and past what.

Walking past a stop without filming there is allowed and costs nothing but the walking, so the shortest paths are what
counts: a way of 9 minutes in the table gives way to 4 + 3 past a third place. All pairs by [floyd-1962] and Warshall,
as scipy has it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import floyd_warshall

from promplan.language import Problem, say
from promplan.media import checked

__all__ = ["Walk", "Way", "along"]

MOST_MINUTES = 24 * 60  # of one way
MOST_PLACES = 300


@dataclass(frozen=True)
class Way:
    """A way: whole minutes, and the places walked through between its two ends.

    >>> Way(7, through=["yard"])
    Way(minutes=7, through=('yard',))

    Raises:
        Problem: minutes that are no whole number from 0 up, or places that are no list of names.
    """

    minutes: int
    through: Sequence[str] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "minutes", checked.whole(self.minutes, say("Minutes of walking")))
        object.__setattr__(self, "through", checked.names(self.through, say("Places walked through")))


Walk = Mapping[tuple[str, str], int | Way]


def along(ways: Walk) -> dict[tuple[str, str], Way]:
    """The full table of ways from those between neighbours alone: time ten ways with a watch, not fifty-five.

    >>> table = along({("gate", "mills"): 4, ("mills", "press"): 3})
    >>> table["gate", "press"]
    Way(minutes=7, through=('mills',))

    Args:
        ways: {("gate", "press"): 4, …}; a way given in one direction counts for both.

    Returns:
        The shortest path for every two places that the ways join, in both directions, and 0 minutes from a place to
        itself. Of two paths of the same length the one through fewer places.

    Raises:
        Problem: a way that is no pair of places, minutes that are no whole number from 0 up or more than a day's, or
            more than `MOST_PLACES` places.
    """
    given = _checked(ways)
    places = list(dict.fromkeys(place for pair in given for place in pair))
    checked.at_most(len(places), MOST_PLACES, say("Places of the plant"))
    if not places:
        return {}
    found = {(there, here): Way(way.minutes, way.through[::-1]) for (here, there), way in given.items()} | given
    number = {place: n for n, place in enumerate(places)}
    # minutes first, then places: a place weighs so little that all of them together weigh less than a minute
    minute = 1 + sum(1 + len(way.through) for way in found.values())
    weights = np.full((len(places), len(places)), np.inf)
    for (here, there), way in found.items():
        weights[number[here], number[there]] = way.minutes * minute + 1 + len(way.through)
    _, before = floyd_warshall(weights, return_predecessors=True)

    def path(here: int, there: int) -> Way:
        minutes, through = 0, ()
        while there != here:
            earlier = int(before[here, there])
            way = found[places[earlier], places[there]]
            between = (places[earlier],) if earlier != here else ()
            minutes, through, there = minutes + way.minutes, (*between, *way.through, *through), earlier
        return Way(minutes, through)

    pairs = [(a, b) for a in range(len(places)) for b in range(len(places)) if a == b or before[a, b] >= 0]
    return {(places[a], places[b]): path(a, b) for a, b in pairs}


def _checked(walk: Walk) -> dict[tuple[str, str], Way]:
    given = {}
    for pair, way in checked.mapping(walk, say("Ways between the places")).items():
        if not (isinstance(pair, tuple) and len(pair) == 2):
            raise Problem(
                say(
                    'A way is written as two places and its minutes, ("gate", "press"): 4; this is none: {pair}.',
                    pair=checked.shown(pair),
                )
            )
        here, there = (checked.name(place, say("A place of the plant")) for place in pair)
        where = say("Minutes of walking from {here} to {there}", here=here, there=there)
        if not isinstance(way, Way):
            way = Way(checked.whole(way, where))
        checked.at_most(way.minutes, MOST_MINUTES, where)
        if here != there:
            given[here, there] = way
    return given
