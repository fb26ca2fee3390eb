"""How long it takes to walk from one place of the plant to another, and past what.

Walking past a stop without filming there is allowed and costs nothing but the walking, so the shortest paths are what
counts: a way of 9 minutes in the table gives way to 4 + 3 past a third place. All pairs by Floyd (1962).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from promplan.language import Problem, say
from promplan.media import checked


@dataclass(frozen=True)
class Way:
    """A way: whole minutes, and the places walked through between its two ends."""

    minutes: int
    through: tuple[str, ...] = ()


Walk = Mapping[tuple[str, str], int | Way]


def along(ways: Walk) -> dict[tuple[str, str], Way]:
    """The full table of ways from those between neighbours alone: time ten ways with a watch, not fifty-five.

    Args:
        ways: {("gate", "press"): 4, …}; a way given in one direction counts for both.

    Returns:
        The shortest path for every two places that the ways join, in both directions, and 0 minutes from a place to
        itself. Of two paths of the same length the one through fewer places.

    Raises:
        Problem: a way that is no pair of places, or minutes that are no whole number from 0 up.
    """
    given = _checked(ways)
    places = list(dict.fromkeys(place for pair in given for place in pair))
    found = {(there, here): Way(way.minutes, way.through[::-1]) for (here, there), way in given.items()}
    found |= given
    found |= {(place, place): Way(0) for place in places}
    for middle in places:
        for here in places:
            for there in places:
                if middle in (here, there) or (here, middle) not in found or (middle, there) not in found:
                    continue
                first, second = found[here, middle], found[middle, there]
                way = Way(first.minutes + second.minutes, (*first.through, middle, *second.through))
                if (here, there) not in found or _length(way) < _length(found[here, there]):
                    found[here, there] = way
    return found


def _length(way: Way) -> tuple[int, int]:
    return way.minutes, len(way.through)


def _checked(walk: Walk) -> dict[tuple[str, str], Way]:
    given = {}
    for pair, way in walk.items() if isinstance(walk, Mapping) else [(walk, 0)]:
        if not (isinstance(pair, tuple) and len(pair) == 2):
            raise Problem(
                say(
                    'A way is written as two places and its minutes, ("gate", "press"): 4; this is none: {pair}.',
                    pair=repr(pair)[:40],
                )
            )
        here, there = pair
        minutes, through = (way.minutes, way.through) if isinstance(way, Way) else (way, ())
        where = say("Minutes of walking from {here} to {there}", here=here, there=there)
        given[here, there] = Way(checked.whole(minutes, where), through)
    return given
