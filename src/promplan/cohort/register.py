"""What was handed in: every submission with what became of it. Nothing is forgotten, nothing counts twice."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from promplan.cohort.folder import Workshop
from promplan.cohort.people import Key, Line, Part
from promplan.language import Problem, say
from promplan.plan.writing import write

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Taken(Part):
    """A plan that could be read.

    Args:
        team: whose it is. n: the team's n-th. source: the file that it came in, and the path inside it.
        digest: SHA-256 of the plan's own bytes. received: when, as the source says; None where it does not.
        counts: is it the one that is graded? why: the reason in words for the instructor.
        cleaned: what was put right on the way (a name in a wrong encoding, a folder around it).
        reach: how far the plan has come (standing.py). files: how many came with it. called: its team's name in it.
    """

    team: Key
    n: Annotated[int, Field(ge=1, le=10_000)]
    source: Line
    inside: Line = ""
    digest: Digest
    received: datetime | None = None
    counts: bool = True
    why: Line = ""
    cleaned: list[Line] = Field(default_factory=list)
    reach: Annotated[int, Field(ge=0)] = 0
    files: Annotated[int, Field(ge=0)] = 0
    called: Line = ""


class Refused(Part):
    """What could not be taken, and why."""

    source: Line
    inside: Line = ""
    kind: Literal["not a plan", "damaged", "hostile", "too large", "newer", "unknown team", "unreadable"] = "unreadable"
    why: Line


class Register(Part):
    """Every submission of a workshop, in the order in which they were met.

    `done` are the archives that were read to their end, each with its stamp: they are not opened again.
    """

    version: Literal[1] = 1
    taken: list[Taken] = Field(default_factory=list)
    refused: list[Refused] = Field(default_factory=list)
    done: dict[str, Line] = Field(default_factory=dict)

    def counting(self) -> list[Taken]:
        """The plan of each team that is graded."""
        return [one for one in self.taken if one.counts]


def read(workshop: Workshop) -> Register:
    """The register of a workshop; an empty one where nothing was collected yet."""
    try:
        return Register.model_validate_json(workshop.register.read_bytes())
    except FileNotFoundError:
        return Register()
    except (OSError, ValidationError) as error:
        raise Problem(
            say("collected.json cannot be read ({why}). Collect again: promplan collect.", why=type(error).__name__)
        ) from None


def save(workshop: Workshop, register: Register) -> None:
    """Write the register."""
    write(workshop.register, register.model_dump_json(indent=1).encode("utf-8"))
