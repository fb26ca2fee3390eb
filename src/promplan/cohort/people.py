"""Who takes part: students in teams, judges, days; one `cohort.json`, written by the instructor, read by every command.

No passport, no telephone, no day of birth stands here: what a pass office asks for goes to it past this file.
"""

from datetime import date, time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from promplan.plan.team import Carried

Line = Annotated[str, StringConstraints(max_length=300)]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,59}$")]  # a folder is called so
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2199, 12, 31))]
Timetable = Literal["day", "plant-day", "three-days", "semester"]


class Part(BaseModel):
    """What all parts of the cohort's file share: nothing unknown, nothing converted."""

    model_config = ConfigDict(extra="forbid", strict=True, validate_assignment=True)


class Student(Part):
    """One student: the name as it may stand on a list, the roles that are wished for, with whom, and skills."""

    id: Key
    name: Line
    group: Line = ""
    wishes: Annotated[list[Carried], Field(max_length=5)] = Field(default_factory=list)
    skills: Line = ""
    together: Annotated[list[Key], Field(max_length=5)] = Field(default_factory=list)
    minor: bool = False


class Team(Part):
    """One team: its students, the case or the plant that it works on, the language of its plan."""

    id: Key
    name: Line
    students: Annotated[list[Key], Field(max_length=12)] = Field(default_factory=list)
    case: Line = ""
    language: Literal["en", "ru"] = "en"


class Judge(Part):
    """One judge."""

    id: Key
    name: Line
    office: Line = ""


class Meeting(Part):
    """A day on which the workshop meets: from when to when, and whether the plant is visited."""

    day: Day
    start: time
    end: time
    visit: bool = False


class Cohort(Part):
    """The whole file."""

    version: Literal[1] = 1
    title: Line = ""
    institution: Line = ""
    region: Line = ""
    language: Literal["en", "ru"] = "en"
    timetable: Timetable = "three-days"
    plant: Line = ""
    time_zone: Line = "Europe/Moscow"
    meetings: Annotated[list[Meeting], Field(max_length=60)] = Field(default_factory=list)
    students: Annotated[list[Student], Field(max_length=2000)] = Field(default_factory=list)
    teams: Annotated[list[Team], Field(max_length=500)] = Field(default_factory=list)
    judges: Annotated[list[Judge], Field(max_length=60)] = Field(default_factory=list)

    def team(self, id_: str) -> Team | None:
        """The team of an id."""
        return next((one for one in self.teams if one.id == id_), None)
