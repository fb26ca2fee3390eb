"""Teams of three to five by roles and wishes: a search of swaps, the same for the same seed, every answer explained.

Each member carries a role of their own; what a small team lacks of the five is shared out, to whoever wished for it. A
wish costs the more the later it comes; two who wished to be together and are not cost a price too. Within a team roles
are given at the lowest cost of all (over sets of roles); between teams two students change places as long as that
costs less. The work is counted, not timed: a machine that is slow finds the same teams.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import get_args

from promplan.cohort.people import Student
from promplan.language import Problem, Words, say, say_many
from promplan.plan.team import CARRIED, Carried

LEAST, MOST = 3, 5
ROLES: tuple[Carried, ...] = get_args(Carried)
UNWISHED = 5.0  # a role that was not wished for, of one who wished
APART = 4.0  # a wish to be together that is not kept
SWAPS = 40_000  # that are tried in all
STARTS = 6


@dataclass(frozen=True)
class Place:
    """A student's place: the team by its number from 0, the role, the roles carried beside it, which wish it was.

    `wish` counts from 1; 0 is a role that was not wished for, None one of a student without wishes.
    """

    student: str
    team: int
    role: Carried
    also: tuple[Carried, ...] = ()
    wish: int | None = None


@dataclass(frozen=True)
class Groups:
    """Who is in which team in which role; what it costs; what could not be kept, and why."""

    teams: tuple[tuple[str, ...], ...]
    places: Mapping[str, Place]
    cost: float
    unkept: tuple[Words, ...] = ()
    notes: tuple[Words, ...] = ()


def sizes(n: int, teams: int | None = None) -> tuple[int, ...]:
    """How large the teams of so many students are: as few teams as hold five each, as even as can be.

    Raises:
        Problem: so many teams cannot be had of them.
    """
    if n == 0:
        return ()
    k = -(-n // MOST) if teams is None else teams
    if teams is not None and not LEAST * k <= n <= MOST * k:
        fewest, most = -(-n // MOST), max(1, n // LEAST)
        raise Problem(
            say(
                "{n} students make {fewest} to {most} teams of three to five, not {teams}.",
                n=n,
                fewest=fewest,
                most=most,
                teams=teams,
            )
        )
    return tuple(n // k + (one < n % k) for one in range(k))


def form(students: Sequence[Student], seed: int = 0, teams: int | None = None) -> Groups:
    """The teams of these students."""
    rooms = sizes(len(students), teams)
    if not rooms:
        return Groups((), {}, 0.0)
    search = _Search(students)
    drawn = random.Random(seed)
    starts = 1 if len(rooms) == 1 else STARTS
    found = [search.settled(search.start(rooms, drawn), drawn, SWAPS // starts) for _ in range(starts)]
    best = min(found, key=search.whole)
    # each team and the teams among themselves in the order of the list
    order = {one.id: n for n, one in enumerate(students)}
    made = sorted((tuple(sorted(one, key=order.__getitem__)) for one in best), key=lambda it: order[it[0]])
    places = {one.student: one for n, team in enumerate(made) for one in search.places(n, team)}
    notes = () if min(rooms) >= LEAST else (say("Fewer than three students: one team, each carries several roles."),)
    return Groups(tuple(made), places, search.whole(made), tuple(_unkept(students, places, made)), notes)


def price(one: Student, role: Carried) -> float:
    """What it costs to give a student a role."""
    if not one.wishes:
        return 0.0
    return float(one.wishes.index(role)) if role in one.wishes else UNWISHED


class _Search:
    """Costs of teams, remembered, and the swaps that lower them."""

    def __init__(self, students: Sequence[Student]) -> None:
        self._students = {one.id: one for one in students}
        self._known: dict[tuple[str, ...], tuple[float, tuple[Carried, ...]]] = {}

    def start(self, rooms: Sequence[int], drawn: random.Random) -> list[list[str]]:
        """Teams filled in a drawn order; who wished to be with one who has a place comes there while there is room."""
        rest = list(self._students)
        drawn.shuffle(rest)
        waiting, found = dict.fromkeys(rest), []
        for room in rooms:
            team: list[str] = []
            while len(team) < room:
                near = [it for one in team for it in self._students[one].together if it in waiting]
                here = near[0] if near else next(iter(waiting))
                waiting.pop(here)
                team.append(here)
            found.append(team)
        return found

    def settled(self, teams: list[list[str]], drawn: random.Random, tries: int) -> list[list[str]]:
        """The same after swaps, until none helps or so many were tried."""
        costs = [self.of(one) for one in teams]
        pairs = list(combinations(range(len(teams)), 2))
        helped = True
        while helped and tries > 0 and sum(costs) > 0:
            helped = False
            drawn.shuffle(pairs)
            for a, b in pairs:
                if costs[a] + costs[b] == 0:
                    continue
                for i in range(len(teams[a])):
                    for j in range(len(teams[b])):
                        tries -= 1
                        if self._swap(teams, costs, (a, i), (b, j)):
                            helped = True
                if tries <= 0:
                    break
        return teams

    def _swap(self, teams: list[list[str]], costs: list[float], one: tuple[int, int], other: tuple[int, int]) -> bool:
        (a, i), (b, j) = one, other
        teams[a][i], teams[b][j] = teams[b][j], teams[a][i]
        new = self.of(teams[a]), self.of(teams[b])
        if sum(new) < costs[a] + costs[b] - 1e-9:
            costs[a], costs[b] = new
            return True
        teams[a][i], teams[b][j] = teams[b][j], teams[a][i]
        return False

    def whole(self, teams: Sequence[Sequence[str]]) -> float:
        """What all teams cost."""
        return sum(self.of(one) for one in teams)

    def of(self, team: Sequence[str]) -> float:
        """What a team costs: its roles, and those who are missed in it."""
        return self._given(tuple(sorted(team)))[0]

    def places(self, n: int, team: Sequence[str]) -> Iterator[Place]:
        """The members with their roles; the roles that are left over go to whoever wished for them, else in turn."""
        bare = tuple(sorted(team))
        mains = dict(zip(bare, self._given(bare)[1], strict=True))
        more: dict[str, list[Carried]] = {one: [] for one in team}
        for role in ROLES:
            if role not in mains.values():
                who = min(team, key=lambda it: (len(more[it]), self._rank(it, role), team.index(it)))
                more[who].append(role)
        for one in team:
            wishes, role = self._students[one].wishes, mains[one]
            wish = None if not wishes else wishes.index(role) + 1 if role in wishes else 0
            yield Place(one, n, role, tuple(more[one]), wish)

    def _rank(self, one: str, role: Carried) -> float:
        wishes = self._students[one].wishes
        return float(wishes.index(role)) if role in wishes else UNWISHED

    def _given(self, team: tuple[str, ...]) -> tuple[float, tuple[Carried, ...]]:
        if (found := self._known.get(team)) is None:
            cost, roles = self._roles(team)
            apart = sum(it not in team for one in team for it in self._students[one].together if it in self._students)
            found = self._known[team] = (cost + APART * apart, roles)
        return found

    def _roles(self, team: tuple[str, ...]) -> tuple[float, tuple[Carried, ...]]:
        """The cheapest roles, one each: the best for the first members by the set of roles that they took."""
        best: dict[int, tuple[float, tuple[Carried, ...]]] = {0: (0.0, ())}
        for one in team:
            student = self._students[one]
            after: dict[int, tuple[float, tuple[Carried, ...]]] = {}
            for taken, (cost, roles) in best.items():
                for n, role in enumerate(ROLES):
                    if taken & 1 << n:
                        continue
                    made = (cost + price(student, role), (*roles, role))
                    if (key := taken | 1 << n) not in after or made[0] < after[key][0]:
                        after[key] = made
            best = after
        return min(best.values())


def _unkept(
    students: Sequence[Student], places: Mapping[str, Place], teams: Sequence[Sequence[str]]
) -> Iterator[Words]:
    """A sentence for each wish that was not kept, with its reason."""
    known = {one.id: one for one in students}
    circles = _circles(students)
    room = max(map(len, teams))
    for one in students:
        place = places[one.id]
        if one.wishes and place.wish != 1:
            yield _role_said(one, place, students, teams, places)
        for other in one.together:
            if other in places and places[other].team != place.team:
                yield say(
                    "{name} is not in one team with {other}: {why}.",
                    name=one.name,
                    other=known[other].name,
                    why=_apart_said(one, known[other], circles[one.id], room),
                )


def _role_said(
    one: Student,
    place: Place,
    students: Sequence[Student],
    teams: Sequence[Sequence[str]],
    places: Mapping[str, Place],
) -> Words:
    first = one.wishes[0]
    asked = sum(it.wishes[:1] == [first] for it in students)
    holder = next((it for it in students if it.id in teams[place.team] and places[it.id].role == first), None)
    if first in place.also:
        why = say("it is carried beside the other one")
    elif asked > len(teams):
        why = say_many(
            "{asked} wished for it first, and there is {n} team",
            "{asked} wished for it first, and there are {n} teams",
            len(teams),
            asked=asked,
        )
    elif holder is not None:
        why = say("in this team {other} carries it, and another swap would cost others more", other=holder.name)
    else:
        why = say("another swap would cost others more")
    return say(
        "{name} wished to be {wish} and is {role}: {why}.",
        name=one.name,
        wish=CARRIED[first],
        role=CARRIED[place.role],
        why=why,
    )


def _circles(students: Sequence[Student]) -> dict[str, int]:
    """Of each student, how many are to be together by wishes of wishes."""
    near: dict[str, set[str]] = {one.id: set() for one in students}
    for one in students:
        for other in one.together:
            if other in near:
                near[one.id].add(other)
                near[other].add(one.id)
    found: dict[str, int] = {}
    for begun in near:
        if begun in found:
            continue
        circle, ahead = {begun}, [begun]
        while ahead:
            new = near[ahead.pop()] - circle
            circle |= new
            ahead += new
        found |= dict.fromkeys(circle, len(circle))
    return found


def _apart_said(one: Student, other: Student, circle: int, room: int) -> Words:
    if circle > room:
        return say("{n} would have to be together, and a team has {room} at most", n=circle, room=room)
    if one.wishes and one.wishes[:1] == other.wishes[:1]:
        return say("both wished for the same role first")
    return say("the roles and wishes of others weighed more")
