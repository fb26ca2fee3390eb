"""How a piece of content stands in the calendar: what it takes, whether it may be moved, what it waits for."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Day, Id, Key, Part, Text
from promplan.plan.labels import INSIDE, choices, label

State = Literal["", "planned", "ready", "held", "out"]
Hours = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]

STATES = choices(
    {
        "": say_in("state of a piece", "not said"),
        "planned": say_in("piece", "planned"),
        "ready": say_in("piece", "ready to go out"),
        "held": say_in("piece", "held back"),
        "out": say_in("piece", "published"),
    }
)


class Placing(Part):
    """The place of a piece in the calendar; its days stand in `dates`, and without a day it lies in the tray."""

    state: State = Field("", json_schema_extra=label("How far it is", choices=STATES))
    hours: Hours | None = Field(None, json_schema_extra=label("Hours it takes us", help="all of us together"))
    pinned: bool = Field(False, json_schema_extra=label("Stays where it is", help="a suggestion does not move it"))
    after: Annotated[list[Id], Field(max_length=10)] = Field(
        default_factory=list, json_schema_extra=label("Comes out after", refers="items")
    )
    look_again: Day | None = Field(
        None, json_schema_extra=label("Look at it again on", help="is it still true, is it still there?")
    )
    note: Text = Field(
        "", json_schema_extra=label("Note for reviewers", help="stays in the plan, is never published", wide=True)
    )
    series: Key = Field(
        "", description="what pieces of one rhythm have in common: the id of the first", json_schema_extra=INSIDE
    )
