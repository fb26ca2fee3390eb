"""A new workshop: its folder, who takes part, teams, days; nothing that is there is written over unasked.

Even when asked, the earlier cohort.json is kept beside the new one, its judges are taken over, and where plans were
collected already the teams stay as they are: what was handed in is known by them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from promplan import language
from promplan.cohort import countdown, timetable
from promplan.cohort.folder import Workshop
from promplan.cohort.groups import Groups, form
from promplan.cohort.people import Cohort, Student, Team
from promplan.cohort.people import Timetable as Kind
from promplan.language import Problem, say
from promplan.plan.writing import write

EXPECTED = 6  # teams for whose pitches there is to be time, where there is no list of students yet
KINDS: tuple[Kind, ...] = ("day", "plant-day", "three-days", "semester")


@dataclass(frozen=True)
class Asked:
    """What a workshop is made of."""

    kind: Kind
    start: date
    title: str = ""
    institution: str = ""
    region: str = ""
    plant: str = ""
    speech: str = "en"
    zone: str = "Europe/Moscow"
    begin: time = timetable.BEGIN
    visit: date | None = None
    seed: int = 0
    teams: int | None = None


@dataclass(frozen=True)
class Made:
    """A workshop as it was laid out."""

    cohort: Cohort
    groups: Groups
    days: tuple[timetable.Day, ...]
    steps: tuple[countdown.Step, ...]


def made(asked: Asked, students: Sequence[Student] = ()) -> Made:
    """The cohort with its teams and days; nothing is written.

    Raises:
        Problem: so many teams cannot be had, or the days cannot be.
    """
    for one in (asked.start, asked.visit or asked.start):
        if not 2000 < one.year < 2199:  # the cohort's file knows no other, and months are counted back and forth
            raise Problem(say("{day} is no day for a workshop: the year is a mistake.", day=one))
    groups = form(students, asked.seed, asked.teams)
    days = timetable.days(
        asked.kind, asked.start, len(groups.teams) or asked.teams or EXPECTED, asked.begin, visit=asked.visit
    )
    visits = [one.day for one in days if any(it.kind == "visit" for it in one.blocks)]
    if asked.visit is not None and asked.visit not in visits:
        raise Problem(
            say(
                "This timetable visits the plant on {day}: leave --visit out, or choose another first day.",
                day=visits[0],
            )
            if visits
            else say("This timetable has no visit to a plant: leave --visit out, or choose another kind.")
        )
    if len({one.day for one in days}) < len(days):
        raise Problem(say("There is a lesson on {day} already: choose another day for --visit.", day=visits[0]))
    with language.inside(asked.speech):
        teams = [
            Team(
                id=f"T{n}",
                name=str(say("Team {n}", n=n)),
                students=list(ids),
                case=asked.plant,
                language="ru" if asked.speech == "ru" else "en",
            )
            for n, ids in enumerate(groups.teams, 1)
        ]
    cohort = Cohort(
        title=asked.title,
        institution=asked.institution,
        region=asked.region,
        language="ru" if asked.speech == "ru" else "en",
        timetable=asked.kind,
        plant=asked.plant,
        time_zone=asked.zone,
        meetings=timetable.meetings(days),
        students=list(students),
        teams=teams,
    )
    return Made(cohort, groups, days, countdown.steps(days[0].day, visits[0] if visits else None))


def may_begin(place: Workshop, *, force: bool = False) -> None:
    """Raise a `Problem` where a workshop stands in the folder and nobody said that it may be made anew."""
    file = place.cohort_file
    if file.is_symlink():
        raise Problem(say("cohort.json is a link: it is left as it is. Choose another folder."))
    if not file.exists():
        return
    if place.register.exists():
        raise Problem(
            say(
                "Plans were collected here already by the teams of this cohort.json. Change it by hand, or make the "
                "new workshop in another folder."
            )
        )
    if not force:
        raise Problem(
            say("There is a cohort.json in {folder} already. Make it anew with --force.", folder=place.root.name or ".")
        )


def begin(place: Workshop, it: Made, *, force: bool = False) -> Cohort:
    """Write the cohort's file and the folders; an earlier file is kept beside it, its judges are taken over."""
    may_begin(place, force=force)
    cohort = it.cohort
    if place.cohort_file.exists():
        cohort = cohort.model_copy(update={"judges": place.cohort().judges})
        n = 1
        while (kept := place.root / f"cohort-before-{n}.json").exists():
            n += 1
        write(kept, place.cohort_file.read_bytes())
    place.save(cohort)
    for folder in (place.submissions, place.papers):
        folder.mkdir(exist_ok=True)
    return cohort
