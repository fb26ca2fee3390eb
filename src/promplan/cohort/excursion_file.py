"""`excursions.json`: visits that plants offer, and what teams wish and cannot; written by the instructor.

Numbers and sizes only. No passport, no telephone, no day of birth: what a pass office asks for goes to it past us.
"""

from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal

from pydantic import Field, ValidationError, model_validator

from promplan.cohort.folder import Workshop
from promplan.cohort.people import Cohort, Day, Key, Line, Part
from promplan.language import Problem, say
from promplan.plan import reading
from promplan.plan.writing import write

MOST = 5_000_000  # bytes
NAME = "excursions.json"
Size = Annotated[str, Field(min_length=1, max_length=60)]
Count = Annotated[int, Field(ge=0, le=2000)]


class Visit(Part):
    """A date at a plant.

    Args:
        minutes: there and back. capacity: the most guests. least: the fewest for whom the plant opens.
        escorts: how many of ours go along. each: how many guests one of them may lead.
        ppe: the plant's stock by size (`"boots 42": 3`). Where it is empty the plant names no limit; where it is not,
            a size that is not in it is not there.
    """

    id: Key
    plant: Line
    day: Day
    start: time
    minutes: Annotated[int, Field(ge=1, le=24 * 60)] = 180
    capacity: Count
    least: Count = 0
    escorts: Count = 1
    each: Annotated[int, Field(ge=1, le=500)] = 15
    ppe: dict[Size, Count] = Field(default_factory=dict)

    @property
    def room(self) -> int:
        """The most guests for whom there are places and escorts."""
        return min(self.capacity, self.escorts * self.each)


class Guests(Part):
    """A team: how many come, in which sizes, where they wish to go (first wish first), on which days they cannot.

    `guests` is the number of the team's students where it is not said.
    """

    team: Key
    guests: Count | None = None
    sizes: dict[Size, Count] = Field(default_factory=dict)
    wishes: Annotated[list[Key], Field(max_length=20)] = Field(default_factory=list)
    cannot: Annotated[list[Day], Field(max_length=100)] = Field(default_factory=list)


class Class(Part):
    """A class that a visit may not fall on; of the teams named, of everybody where none is."""

    day: Day
    start: time
    end: time
    teams: Annotated[list[Key], Field(max_length=500)] = Field(default_factory=list)


class Prices(Part):
    """What giving way costs: a team without a visit; a guest too few for the plant's least; a step down in wishes."""

    left: Annotated[float, Field(gt=0, le=1e6)] = 100.0
    short: Annotated[float, Field(ge=0, le=1e6)] = 6.0
    wish: Annotated[float, Field(ge=0, le=1e6)] = 1.0


class Excursions(Part):
    """The whole file."""

    version: Literal[1] = 1
    visits: Annotated[list[Visit], Field(max_length=100)] = Field(default_factory=list)
    teams: Annotated[list[Guests], Field(max_length=500)] = Field(default_factory=list)
    classes: Annotated[list[Class], Field(max_length=500)] = Field(default_factory=list)
    prices: Prices = Field(default_factory=Prices)

    @model_validator(mode="after")
    def _each_once(self) -> "Excursions":
        for rows in ([one.id for one in self.visits], [one.team for one in self.teams]):
            twice = sorted({one for one in rows if rows.count(one) > 1})
            if twice:
                raise ValueError(f"{twice[0]} twice")
        return self


def read(workshop: Workshop, cohort: Cohort) -> Excursions:
    """The file of a workshop, every team of the cohort in it, its guests counted and its meetings among the classes.

    Raises:
        Problem: there is no such file, or it says what cannot be: an unknown team or visit.
    """
    path = workshop.root / NAME
    if not path.exists():
        raise Problem(
            say("There is no {file} in the workshop's folder. Begin one: promplan excursions --new.", file=NAME)
        )
    try:
        found = Excursions.model_validate_json(reading.asked(path, MOST))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(one + 1) if isinstance(one, int) else str(one) for one in first["loc"]) or "1"
        raise Problem(say("{file}, {where}: {fault}", file=NAME, where=where, fault=first["msg"])) from None
    return whole(found, cohort)


def whole(found: Excursions, cohort: Cohort) -> Excursions:
    """The same with what the cohort's file says: all teams, their numbers, the meetings that are no visits."""
    teams, visits = {one.id for one in cohort.teams}, {one.id for one in found.visits}
    told = {one.team: one for one in found.teams}
    named = [*told, *(it for one in found.classes for it in one.teams)]
    if strange := sorted(set(named) - teams):
        raise Problem(say("{file}: cohort.json has no team {team}.", file=NAME, team=strange[0]))
    if strange := sorted({it for one in found.teams for it in one.wishes} - visits):
        raise Problem(say("{file}: there is no visit {visit} to wish for.", file=NAME, visit=strange[0]))
    rows = []
    for team in cohort.teams:
        one = told.get(team.id) or Guests(team=team.id)
        guests = len(team.students) if one.guests is None else one.guests
        rows.append(one.model_copy(update={"guests": guests}))
    meetings = [Class(day=one.day, start=one.start, end=one.end) for one in cohort.meetings if not one.visit]
    return found.model_copy(update={"teams": rows, "classes": [*found.classes, *meetings]})


def begun(cohort: Cohort) -> Excursions:
    """A file to begin with: a visit for each visiting day of the cohort, a row for each team, no wishes yet."""
    days = [one for one in cohort.meetings if one.visit]
    visits = [
        Visit(
            id=f"V{n}",
            plant=cohort.plant,
            day=one.day,
            start=one.start,
            minutes=max(1, _minutes(one.start, one.end)),
            capacity=0,
        )
        for n, one in enumerate(days, 1)
    ]
    return Excursions(visits=visits, teams=[Guests(team=one.id) for one in cohort.teams])


def begin(workshop: Workshop) -> str:
    """Write that file; one that is there stays. Its name."""
    path = workshop.root / NAME
    if path.exists() or path.is_symlink():
        raise Problem(say("{file} is there already and is left as it is.", file=NAME))
    write(path, begun(workshop.cohort()).model_dump_json(indent=1).encode("utf-8"))
    return NAME


def clash(visit: Visit, team: str, classes: list[Class]) -> Class | None:
    """A class of the team that the visit falls on, travel and all."""
    begins = datetime.combine(visit.day, visit.start)
    ends = begins + timedelta(minutes=visit.minutes)
    for one in classes:
        if one.teams and team not in one.teams:
            continue
        if begins < datetime.combine(one.day, one.end) and datetime.combine(one.day, one.start) < ends:
            return one
    return None


def _minutes(start: time, end: time) -> int:
    base = date(2000, 1, 1)
    return int((datetime.combine(base, end) - datetime.combine(base, start)).total_seconds() // 60)
