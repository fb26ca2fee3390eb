"""The site of an invented plant in metres: zones as rectangles, doors, stops, and the ways that a group walks.

Minutes are counted from the metres of the shortest way at the pace of a group with an escort, and rounded up once, at
the end: ten ways of half a minute are five minutes, not ten.
"""

import heapq
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field

from promplan.cases.rows import Id, Minutes, Row, Told, raw, row, rows
from promplan.language import Problem, say

Metres = Annotated[float, Field(ge=0, le=5000, strict=False)]
Spot = tuple[float, float]


class Area(Row):
    """The outline of a zone."""

    zone: Id
    x: Metres
    y: Metres
    width: Metres
    height: Metres

    def holds(self, spot: Spot) -> bool:
        """Does a spot lie in it or on its wall?"""
        x, y = spot
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def walls(self, spot: Spot) -> bool:
        """Does a spot lie on its wall?"""
        x, y = spot
        return self.holds(spot) and (x in (self.x, self.x + self.width) or y in (self.y, self.y + self.height))


class Point(Row):
    """A gate, a door in a zone's wall, or a crossing in the yard."""

    id: Id
    kind: Literal["gate", "door", "crossing"]
    zone: Id = ""
    x: Metres
    y: Metres


class Stop(Row):
    """Where the camera stands; `enter` are the minutes until it may run."""

    id: Id
    zone: Id
    name: Told
    x: Metres
    y: Metres
    enter: Minutes


class Way(Row):
    """A straight way between two points or stops."""

    ends: Annotated[tuple[Id, ...], Field(min_length=2, max_length=2)]
    inside: bool


class Site(Row):
    """How large the site is, and where a visit begins and ends."""

    width: Metres
    height: Metres
    entry: Id


class Pace(Row):
    """Metres a minute of a group with an escort, in the yard and along the marked path of a shop."""

    yard: Annotated[float, Field(ge=20, le=100, strict=False)]
    inside: Annotated[float, Field(ge=20, le=100, strict=False)]


@dataclass(frozen=True)
class Floor:
    """A plant's site: what is where, and how one gets from one place to another."""

    site: Site
    pace: Pace
    areas: tuple[Area, ...]
    points: tuple[Point, ...]
    stops: tuple[Stop, ...]
    ways: tuple[Way, ...]

    @cached_property
    def spots(self) -> Mapping[str, Spot]:
        """Where each point and stop lies, in metres."""
        marks: tuple[Point | Stop, ...] = (*self.points, *self.stops)
        return {one.id: (one.x, one.y) for one in marks}

    @cached_property
    def by_zone(self) -> Mapping[str, Area]:
        """The outline of each zone."""
        return {one.zone: one for one in self.areas}

    def stop(self, id: str) -> Stop:
        """A stop by its id; a `Problem` that names those there are."""
        for one in self.stops:
            if one.id == id:
                return one
        known = ", ".join(one.id for one in self.stops)
        raise Problem(say("There is no stop “{id}” on this site. Choose one of these: {known}.", id=id, known=known))

    def route(self, start: str, end: str) -> tuple[str, ...]:
        """The points of the shortest way, both ends with it; a `Problem` where no way leads there."""
        before = self._from(start)[1]
        if end not in before:
            raise Problem(say("No way leads from {start} to {end} on this site.", start=start, end=end))
        found = [end]
        while found[-1] != start:
            found.append(before[found[-1]])
        return tuple(reversed(found))

    def drawn(self, places: Iterable[str]) -> tuple[Spot, ...]:
        """The line that a visit through these places walks, corner by corner."""
        names = list(places)
        line = names[:1]
        for start, end in pairwise(names):
            line += self.route(start, end)[1:]
        return tuple(self.spots[one] for one in line)

    def minutes(self, start: str, end: str) -> int:
        """Minutes of walking by the shortest way, rounded up."""
        reached = self._from(start)[0]
        if end not in reached:
            self.route(start, end)
        return math.ceil(round(reached[end], 6))

    def reached_from(self, start: str) -> frozenset[str]:
        """Every place to which a way leads from there."""
        return frozenset(self._from(start)[0])

    def walk(self) -> dict[tuple[str, str], int]:
        """Minutes between every two of the entry and the stops, as `promplan.media.visit` asks for them."""
        names = [self.site.entry, *(one.id for one in self.stops)]
        return {(a, b): self.minutes(a, b) for n, a in enumerate(names) for b in names[n + 1 :]}

    @cached_property
    def _beside(self) -> Mapping[str, tuple[tuple[str, float], ...]]:
        found: dict[str, list[tuple[str, float]]] = {one: [] for one in self.spots}
        for way in self.ways:
            a, b = way.ends
            took = math.dist(self.spots[a], self.spots[b]) / (self.pace.inside if way.inside else self.pace.yard)
            found[a].append((b, took))
            found[b].append((a, took))
        return {one: tuple(near) for one, near in found.items()}

    def _from(self, start: str) -> tuple[dict[str, float], dict[str, str]]:
        """Minutes to every place that can be reached, and the place before each: Dijkstra's method."""
        if start not in self.spots:
            raise Problem(say("There is no place “{id}” on this site.", id=start))
        reached, before, queue = {start: 0.0}, {start: start}, [(0.0, start)]
        while queue:
            took, here = heapq.heappop(queue)
            if took > reached[here]:
                continue
            for there, more in self._beside[here]:
                if took + more < reached.get(there, math.inf):
                    reached[there], before[there] = took + more, here
                    heapq.heappush(queue, (took + more, there))
        return reached, before


def floor(case: str) -> Floor | None:
    """The site of a case; None where it has none, as a real plant."""
    told = raw(case, "floor")
    if not told:
        return None
    return Floor(
        row(case, "floor.toml", told["site"], Site),
        row(case, "floor.toml", told["pace"], Pace),
        rows(case, "floor", "area", Area),
        rows(case, "floor", "point", Point),
        rows(case, "floor", "stop", Stop),
        rows(case, "floor", "way", Way),
    )
