"""A workshop with collected plans, made for tests as `promplan collect` leaves it."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path

from promplan.cases.example import example
from promplan.cohort.folder import Workshop
from promplan.cohort.people import Cohort, Student, Team
from promplan.cohort.register import Register, Taken, read, save
from promplan.language import inside
from promplan.plan import Plan, edit
from promplan.plan.codec import dumps
from promplan.plan.store import NAME

SPRING = datetime(2026, 11, 2, 18, 30)


@cache
def sample(name: str, spoken: str = "en") -> Plan:
    """A plan of the examples."""
    with inside(spoken):
        return example(name)


def workshop(folder: Path, teams: Iterable[Team], students: Iterable[Student] = (), title: str = "Spring") -> Workshop:
    """An empty workshop."""
    made = Workshop(folder)
    made.save(Cohort(title=title, teams=list(teams), students=list(students)))
    save(made, Register())
    return made


def hand_in(room: Workshop, team: str, plan: Plan | bytes, when: datetime | None = SPRING) -> int:
    """A plan of a team is collected: its newest counts."""
    register, data = read(room), plan if isinstance(plan, bytes) else dumps(plan)
    n = 1 + sum(one.team == team for one in register.taken)
    place = room.collected / team / str(n)
    place.mkdir(parents=True)
    (place / NAME).write_bytes(data)
    for one in register.taken:
        if one.team == team:
            one.counts = False
    digest = hashlib.sha256(data).hexdigest()
    register.taken.append(Taken(team=team, n=n, source=f"{team}.zip", digest=digest, received=when))
    save(room, register)
    return n


def named(plan: Plan, name: str) -> Plan:
    """The plan of a team of another name."""
    return edit.put(plan, "team", {"name": name})


TEAMS = (
    Team(id="T1", name="Valve", students=["S1", "S2"], case=""),
    Team(id="T2", name="Дуга", students=["S3"], language="ru"),
    Team(id="T3", name="Piston", students=["S4"]),
)
STUDENTS = (
    Student(id="S1", name="Timur Bolt"),
    Student(id="S2", name="Вера Клапанова"),
    Student(id="S3", name="Инна Шайбова"),
    Student(id="S4", name="Gasket, Ida"),
)


def three(folder: Path) -> Workshop:
    """A good plan, a Russian weak one, and a team of whom nothing came."""
    room = workshop(folder, TEAMS, STUDENTS)
    hand_in(room, "T1", named(sample("10-good"), "Valve"))
    hand_in(room, "T2", named(sample("10-weak", "ru"), "Дуга"))
    return room
