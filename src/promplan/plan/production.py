"""How a piece of content gets made: the dated chain from brief to publication, and the network of its steps."""

from datetime import time
from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Day, Id, Line, Part, Record
from promplan.plan.labels import choices, label

Whose = Literal["", "team", "plant"]

WHOSE = choices(
    {
        "": say_in("whose days", "not said"),
        "team": "the team's days",
        "plant": "the plant's working days",
    }
)


class Dates(Part):
    """The chain of an item; each day is no earlier than the one before it."""

    brief: Day | None = Field(None, json_schema_extra=label("Brief on"))
    shoot: Day | None = Field(None, json_schema_extra=label("Shoot on"))
    draft: Day | None = Field(None, json_schema_extra=label("Draft on"))
    review: Day | None = Field(None, json_schema_extra=label("Review on"))
    publish: Day | None = Field(None, json_schema_extra=label("Publish on"))
    at: time | None = Field(None, json_schema_extra=label("Publish at"))


class WorkStep(Record):
    """A step of the work, `W1`, `W2` …; it begins when those that it waits for are done."""

    LETTER = "W"
    name: Line = Field("", json_schema_extra=label("Step of the work", help="script, clearance, shoot, edit …"))
    days: Annotated[int, Field(ge=0, le=365)] | None = Field(None, json_schema_extra=label("Working days"))
    whose: Whose = Field("", json_schema_extra=label("Whose days", choices=WHOSE))
    after: Annotated[list[Id], Field(max_length=20)] = Field(
        default_factory=list, json_schema_extra=label("Waits for", refers="items/production")
    )
    owner: Line = Field("", json_schema_extra=label("Who does it", help="one of us, or a role at the plant"))
