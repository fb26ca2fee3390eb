"""A team's stops on a plant's site: where each stands, how one walks to the next, and who gets there at all."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from promplan.cases.floor import Floor, Spot
from promplan.cases.floor import Stop as Place
from promplan.plan.shots import Stop

NEAR = 1.0  # metres between a stop of the plan and the place of the site that it stands at


@dataclass(frozen=True)
class Leg:
    """The way to one stop of the plan, from wherever the group was before.

    Attributes:
        stop: its id; empty: back to the gate. place: where on the site it stands; empty: beside every place.
        spot: where it is drawn, in metres; None: it is not on the map yet.
        line: the way walked, corner by corner; empty where nobody gets there. metres, minutes: how long it is.
        enter: minutes until the camera may run.
    """

    stop: str
    place: str = ""
    spot: Spot | None = None
    line: tuple[Spot, ...] = ()
    metres: int = 0
    minutes: int = 0
    enter: int = 0

    @property
    def reached(self) -> bool:
        """Does the group get there?"""
        return bool(self.line)


def spot_of(floor: Floor, one: Stop) -> Spot | None:
    """Where a stop of the plan is on the site, in metres; where it only names a zone, at that zone's one place."""
    if one.x is not None and one.y is not None:
        return one.x * floor.site.width / 100, one.y * floor.site.height / 100
    there = [it for it in floor.stops if one.zone and it.zone == one.zone]
    return (there[0].x, there[0].y) if len(there) == 1 else None


def grid(floor: Floor, spot: Spot) -> tuple[float, float]:
    """A spot in metres as the plan keeps it, in hundredths of the site."""
    held = (spot[0] / floor.site.width, spot[1] / floor.site.height)
    x, y = (round(100 * min(1.0, max(0.0, one)), 2) for one in held)
    return x, y


def place_at(floor: Floor, spot: Spot | None, near: float = NEAR) -> Place | None:
    """The place of the site that is nearest to a spot, and no farther than `near`."""
    if spot is None:
        return None
    nearest = min(floor.stops, key=lambda one: math.dist((one.x, one.y), spot), default=None)
    return nearest if nearest and math.dist((nearest.x, nearest.y), spot) <= near else None


def zone_at(floor: Floor, spot: Spot) -> str:
    """The zone that a spot lies in; empty in the yard."""
    return next((one.zone for one in floor.areas if one.holds(spot)), "")


def zone_of(floor: Floor, place: Place) -> str:
    """The zone that one stands in at a place; a window is looked through from outside, and nobody goes in there."""
    area = floor.by_zone.get(place.zone)
    return place.zone if area is None or area.holds((place.x, place.y)) else zone_at(floor, (place.x, place.y))


def legs(floor: Floor, stops: Sequence[Stop], closed: frozenset[str] = frozenset()) -> list[Leg]:
    """The whole walk in the order of the plan, and back to the gate; who is not reached is passed by.

    Args:
        closed: zones that nobody of the team enters.
    """
    here, found = floor.site.entry, []
    for one in stops:
        spot = spot_of(floor, one)
        place = place_at(floor, spot)
        if place is None or zone_of(floor, place) in closed or not _leads(floor, here, place.id):
            found.append(Leg(one.id, place.id if place else "", spot))
            continue
        found.append(_leg(floor, here, place.id, one.id, spot, place.enter))
        here = place.id
    if here != floor.site.entry:
        found.append(_leg(floor, here, floor.site.entry, "", floor.spots[floor.site.entry]))
    return found


def _leads(floor: Floor, start: str, end: str) -> bool:
    return end in floor.reached_from(start)


def _leg(floor: Floor, start: str, end: str, stop: str, spot: Spot | None, enter: int = 0) -> Leg:
    line = floor.drawn((start, end))
    metres = round(sum(math.dist(a, b) for a, b in pairwise(line)))
    return Leg(stop, end, spot, line, metres, floor.minutes(start, end), enter)
