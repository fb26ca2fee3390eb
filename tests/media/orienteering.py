"""A second opinion on plant visits: the orienteering problem as a mixed-integer program for HiGHS, and random plants.

Written from the meaning of a `Visit` alone, without the tables of `promplan.media.visit`. Binary: an arc is walked, a
shot is taken. Continuous: on each arc the minute at which its first stop is left, 0 where it is not walked (time as a
flow, after Gavish and Graves 1978), and the minute at which filming starts at each stop.
"""

import random
from math import inf

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from promplan.media.visit import Shot, Stop, Visit


def plant(seed, stops=10, shots=30, minutes=90):
    """A random visit: a plant of ten by ten minutes, induction first, two stops with hours, one without filming, a
    shot after another one at its stop and one at another stop, at most three portraits, one must-have.
    """
    chance = random.Random(seed)
    where = {"gate": (0.0, 5.0), "induction": (1.0, 5.0)}
    names = [f"S{n}" for n in range(1, stops)]
    where |= {name: (chance.uniform(0, 10), chance.uniform(0, 10)) for name in names}
    walk = {
        (a, b): max(1, round(0.9 * ((x - u) ** 2 + (y - v) ** 2) ** 0.5))
        for a, (x, y) in where.items()
        for b, (u, v) in where.items()
        if a < b
    }
    with_hours = dict.fromkeys(chance.sample(names, min(2, len(names) - 1)))
    for name in with_hours:
        with_hours[name] = chance.randrange(15, 50)
    closed = chance.choice([name for name in names if name not in with_hours])
    places = [Stop("induction", enter=chance.choice([5, 10]))]
    for name in names:
        opens = with_hours.get(name, 0)
        places.append(
            Stop(
                name,
                enter=chance.choice([0, 0, 1, 2, 3]),
                opens=opens,
                closes=opens + chance.choice([15, 20, 30]) if opens else None,
                forbidden="explosive zone" if name == closed and stops > 3 else "",
                after=["induction"],
            )
        )
    menu = []
    for number in range(shots):
        stop = chance.choice(names)
        same = [shot.id for shot in menu if shot.stop == stop]
        other = [shot.id for shot in menu if shot.stop not in (stop, closed)]
        after = same[:1] if number in (12, 20) else other[:1] if number == 16 else []
        menu.append(
            Shot(
                f"F{number}",
                stop,
                chance.choice([2, 3, 4, 5, 6, 8, 10]),
                chance.randrange(1, 10),
                must=number == shots // 2 and stop != closed and stop not in with_hours and not after,
                after=after,
                group="portraits" if number % 5 == 4 else "",
            )
        )
    limits = {"portraits": 3} if any(shot.group for shot in menu) else {}
    return Visit(minutes, places, menu, walk, limits=limits)


def optimum(visit):
    """The best value by HiGHS, None where it proves that there is no visit."""
    return Program(visit).solved()


class Program:
    """The mixed-integer program of a visit, row by row."""

    def __init__(self, visit):
        self.visit = visit
        self.most = visit.minutes
        self.stops = [stop.id for stop in visit.stops]
        self.columns = {}
        self.rows = []  # (terms, least, most)
        arcs = [(a, b) for a in ["in", *self.stops] for b in [*self.stops, "out"] if a != b]
        self.arcs = [arc for arc in arcs if arc[0] == "in" or self.minutes(*arc) <= self.most]
        self.whole = [self.column("walked", arc) for arc in self.arcs]
        self.whole += [self.column("taken", shot.id) for shot in visit.shots]
        for arc in self.arcs:
            self.column("left", arc)
        for stop in self.stops:
            self.column("start", stop)
        self.tour()
        for stop in visit.stops:
            self.stay(stop)
        for shot in visit.shots:
            self.shot(shot)
        for group, limit in visit.limits.items():
            self.row([("taken", shot.id, 1) for shot in visit.shots if shot.group == group], -inf, limit)

    def minutes(self, a, b):
        place = {"in": self.visit.entry, "out": self.visit.exit}
        return self.visit.ways[place.get(a, a), place.get(b, b)].minutes

    def column(self, *name):
        return self.columns.setdefault(name, len(self.columns))

    def row(self, terms, least, most):
        self.rows.append(([(self.columns[kind, of], factor) for kind, of, factor in terms], least, most))

    def coming(self, stop, factor=1.0):
        return [("walked", arc, factor) for arc in self.arcs if arc[1] == stop]

    def left(self, factor, *, before=None, after=None):
        """The minute at which the stop before, or this one, is left."""
        return [("left", arc, factor) for arc in self.arcs if arc[0] == after or (before and arc[1] == before)]

    def tour(self):
        self.row([("walked", arc, 1) for arc in self.arcs if arc[0] == "in"], 1, 1)
        for stop in self.stops:
            self.row(self.coming(stop), 0, 1)
            self.row([*self.coming(stop), *(("walked", arc, -1) for arc in self.arcs if arc[0] == stop)], 0, 0)
        for arc in self.arcs:
            latest = 0 if arc[0] == "in" else self.most - self.minutes(*arc)
            self.row([("left", arc, 1), ("walked", arc, -latest)], -inf, 0)
            self.row([("walked", arc, 1)], 0, self.minutes(*arc) <= self.most)

    def stay(self, stop):
        film = [("taken", shot.id, -shot.minutes) for shot in self.visit.shots if shot.stop == stop.id]
        walked = [("walked", arc, -self.minutes(*arc) - stop.enter) for arc in self.arcs if arc[1] == stop.id]
        self.row([("start", stop.id, 1), *self.left(-1, before=stop.id), *walked], 0, inf)
        self.row([("start", stop.id, 1), *self.coming(stop.id, -stop.opens)], 0, inf)
        self.row([*self.left(1, after=stop.id), ("start", stop.id, -1), *film], 0, 0)
        if stop.closes is not None:
            self.row([*self.left(1, after=stop.id), *self.coming(stop.id, -stop.closes)], -inf, 0)
        for earlier in stop.after:
            self.row([*self.coming(stop.id), *self.coming(earlier, -1)], -inf, 0)
            late = [*self.left(1, before=stop.id), *self.left(-1, after=earlier), *self.coming(stop.id, -self.most)]
            self.row(late, -self.most, inf)

    def shot(self, shot):
        self.row([("taken", shot.id, 1), *self.coming(shot.stop, -1)], -inf, 0)
        forbidden = any(stop.forbidden for stop in self.visit.stops if stop.id == shot.stop)
        self.row([("taken", shot.id, 1)], int(shot.must), 0 if forbidden else 1)
        for needed in shot.after:
            self.row([("taken", shot.id, 1), ("taken", needed, -1)], -inf, 0)
            other = next(one.stop for one in self.visit.shots if one.id == needed)
            if other != shot.stop:
                late = [*self.left(1, before=shot.stop), *self.left(-1, after=other), ("taken", shot.id, -self.most)]
                self.row(late, -self.most, inf)

    def solved(self):
        worth = np.zeros(len(self.columns))
        for shot in self.visit.shots:
            worth[self.columns["taken", shot.id]] = -shot.value
        integral = np.zeros(len(self.columns))
        integral[self.whole] = 1
        highest = np.where(integral == 1, 1.0, self.most)
        entries = [(row, column, factor) for row, (terms, _, _) in enumerate(self.rows) for column, factor in terms]
        row, column, factor = (np.array(part) for part in zip(*entries, strict=True))
        matrix = coo_array((factor, (row, column)), shape=(len(self.rows), len(self.columns))).tocsr()
        least, most = [each[1] for each in self.rows], [each[2] for each in self.rows]
        if any(low > high for low, high in zip(least, most, strict=True)):
            return None
        found = milp(
            worth,
            integrality=integral,
            bounds=Bounds(0, highest),
            constraints=LinearConstraint(matrix, least, most),
            options={"mip_rel_gap": 0},
        )
        assert found.status in (0, 2), found.message
        return None if found.status == 2 else -found.fun
