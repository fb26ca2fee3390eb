"""What holds in a zone: what may be filmed, what is worn there, what can hurt, and what is done against it."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.cases.rows import Id, Row, Told, rows
from promplan.language import Words, say
from promplan.plan.worn import Worn

FILMING: dict[str, Words] = {
    "yes": say("may be filmed, within what stands here"),
    "asked": say("only what was agreed beforehand"),
    "no": say("nobody films here"),
}


class Hazard(Row):
    """What can hurt, and the control against it: one is never listed without the other."""

    what: Told
    control: Told


class Zone(Row):
    """A zone: `filmed` and `never` in the plant's words; `at_once` is how many of the team, 0 where nobody goes in."""

    id: Id
    name: Told
    filming: Literal["yes", "asked", "no"]
    filmed: Told
    never: Told
    ppe: Told
    limits: Told
    wear: tuple[Worn, ...]
    at_once: Annotated[int, Field(ge=0, le=20)]
    hazard: Annotated[tuple[Hazard, ...], Field(min_length=1)]


def zones(case: str) -> tuple[Zone, ...]:
    """The zones of a case; none for a real plant."""
    return rows(case, "zones", "zone", Zone)
