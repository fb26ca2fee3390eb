"""Who goes when: a mixed-integer program, small and elastic, so that there is always an answer.

    min  sum left u_t + short s_v + wish rank(t, v) x_tv
    sum_v x_tv + u_t = 1                              a team goes once, or stays at home at a price
    sum_t guests_t x_tv <= room_v                     places and escorts: never bent
    sum_t need_t,k x_tv <= stock_v,k                  protective equipment: never bent
    sum_t guests_t x_tv + s_v >= least_v y_v          a group smaller than the plant's least: asked for, at a price
    x_tv <= y_v

A team that cannot on a visit's day, or has a class then, has no x there. Solved with HiGHS (scipy.optimize.milp).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from promplan.cohort.excursion_file import Class, Excursions, Guests, Visit, clash
from promplan.extras import needed
from promplan.language import Problem, say

SECONDS = 30.0
OPTIONS = 20_000  # pairs of a team and a visit
SAME = 1e-6
Alike = Mapping[str, Collection[str]]
NONE: Alike = {}


@dataclass(frozen=True)
class Shut:
    """Why a team may not go to a visit whoever else goes: the day, a class, no room for it, a size that lacks."""

    why: str  # "day", "class", "room", "size"
    detail: str = ""
    lesson: Class | None = None


@dataclass(frozen=True)
class Allocation:
    """Which team goes where, what was bent, what it costs.

    Args:
        goes: of each team its visit. left: the teams without one. short: by visit, guests too few for its least.
        cost: what giving way costs in all. bound: no allocation costs less. proven: whether this one is the cheapest.
    """

    goes: Mapping[str, str]
    left: tuple[str, ...]
    short: Mapping[str, int]
    cost: float
    bound: float

    @property
    def proven(self) -> bool:
        """Is no allocation cheaper?"""
        return self.cost - self.bound <= SAME * max(1.0, self.cost)


def rank(team: Guests, visit: str, alike: Collection[str] = ()) -> int:
    """Steps down from the first wish: 0 for it, or for a team without wishes; what was not wished is one past them.

    `alike`: visits that are as good to the team as this one.
    """
    wished = [n for n, one in enumerate(team.wishes) if one == visit or one in alike]
    return min(wished, default=len(team.wishes))


def shut(team: Guests, visit: Visit, classes: list[Class]) -> Shut | None:
    """Why the team may not go there at all; None where it may."""
    if visit.day in team.cannot:
        return Shut("day")
    if (lesson := clash(visit, team.team, classes)) is not None:
        return Shut("class", lesson=lesson)
    if (team.guests or 0) > visit.room:
        return Shut("room", str(visit.room))
    if visit.ppe:
        for size, n in team.sizes.items():
            if n > visit.ppe.get(size, 0):
                return Shut("size", size)
    return None


def cost(asked: Excursions, goes: Mapping[str, str], alike: Alike = NONE) -> float:
    """What an allocation costs, counted without any solver."""
    prices = asked.prices
    total = prices.left * sum(one.team not in goes and bool(one.guests) for one in asked.teams)
    total += sum(
        prices.wish * rank(one, goes[one.team], alike.get(goes[one.team], ()))
        for one in asked.teams
        if one.team in goes
    )
    return total + prices.short * sum(short(asked, goes).values())


def short(asked: Excursions, goes: Mapping[str, str]) -> dict[str, int]:
    """By visit that takes place, how many guests it has too few for the plant's least."""
    found = {}
    for visit in asked.visits:
        guests = [one.guests or 0 for one in asked.teams if goes.get(one.team) == visit.id]
        if guests and sum(guests) < visit.least:
            found[visit.id] = visit.least - sum(guests)
    return found


def allocate(asked: Excursions, seconds: float = SECONDS, alike: Alike = NONE) -> Allocation:
    """The cheapest allocation; teams without a guest are left out of the question.

    Args:
        alike: of a visit those that are as good a wish: another date at the same plant.

    Raises:
        Problem: there is no visit, nobody to go, or more pairs than this is made for.
    """
    teams = [one for one in asked.teams if one.guests]
    if not asked.visits:
        raise Problem(say("There is no visit in excursions.json yet."))
    if not teams:
        raise Problem(say("No team has a guest: write students into cohort.json or guests into excursions.json."))
    if len(teams) * len(asked.visits) > OPTIONS:
        raise Problem(
            say(
                "{teams} teams and {visits} visits are more than this is made for: split them by plant.",
                teams=len(teams),
                visits=len(asked.visits),
            )
        )
    pairs = [
        (t, v)
        for t, team in enumerate(teams)
        for v, visit in enumerate(asked.visits)
        if shut(team, visit, asked.classes) is None
    ]
    chosen, bound = _solved(asked, teams, pairs, seconds, alike)
    goes = {teams[t].team: asked.visits[v].id for t, v in chosen}
    left = tuple(one.team for one in teams if one.team not in goes)
    found = cost(asked, goes, alike)
    return Allocation(goes, left, short(asked, goes), found, min(bound, found))


def _solved(
    asked: Excursions, teams: list[Guests], pairs: list[tuple[int, int]], seconds: float, alike: Alike
) -> tuple[list[tuple[int, int]], float]:
    """The pairs that were chosen, and a cost that no allocation falls below."""
    with needed():
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array
    prices, visits = asked.prices, asked.visits
    left, held, lack = len(pairs), len(pairs) + len(teams), len(pairs) + len(teams) + len(visits)
    columns = lack + len(visits)
    price = np.zeros(columns)
    names = [one.id for one in visits]
    price[:left] = [prices.wish * rank(teams[t], names[v], alike.get(names[v], ())) for t, v in pairs]
    price[left:held] = prices.left
    price[lack:] = prices.short
    upper = np.ones(columns)
    upper[lack:] = [one.least for one in visits]
    rows: list[tuple[dict[int, float], float, float]] = []
    for t in range(len(teams)):
        mine = {k: 1.0 for k, pair in enumerate(pairs) if pair[0] == t}
        rows.append(({**mine, left + t: 1.0}, 1, 1))
    for v, visit in enumerate(visits):
        coming = [(k, teams[t]) for k, (t, there) in enumerate(pairs) if there == v]
        guests = {k: float(team.guests or 0) for k, team in coming}
        rows.append((guests, 0, visit.room))
        for size, stock in visit.ppe.items():
            need = {k: float(team.sizes[size]) for k, team in coming if team.sizes.get(size)}
            rows.append((need, 0, stock))
        rows.append(({**guests, lack + v: 1.0, held + v: -float(visit.least)}, 0, np.inf))
        rows += [({k: 1.0, held + v: -1.0}, -np.inf, 0) for k, _ in coming]
    matrix = _matrix(rows, columns, csr_array)
    integral = np.ones(columns)
    integral[lack:] = 0
    answer = milp(
        price,
        integrality=integral,
        bounds=Bounds(0, upper),
        constraints=LinearConstraint(matrix, [low for _, low, _ in rows], [high for _, _, high in rows]),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )
    bound = 0.0 if answer.mip_dual_bound is None else float(answer.mip_dual_bound)
    if answer.x is None:
        return [], bound
    return [pair for pair, x in zip(pairs, answer.x, strict=False) if x > 0.5], bound


def _matrix(rows: list[tuple[dict[int, float], float, float]], columns: int, make: Any) -> Any:
    places = [n for n, (terms, _, _) in enumerate(rows) for _ in terms]
    which = [column for terms, _, _ in rows for column in terms]
    values = [value for terms, _, _ in rows for value in terms.values()]
    return make((values, (places, which)), shape=(len(rows), columns))
