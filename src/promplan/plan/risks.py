"""What may go wrong with the campaign: how likely it is, how bad it would be, what is done about it, and by whom."""

from typing import Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Line, Rating, Record, Reference, Text
from promplan.plan.labels import choices, label

Stage = Literal["", "visit", "making", "calendar", "distribution", "measurement"]

STAGES = choices(
    {
        "": say_in("stage", "not chosen"),
        "visit": "at the plant visit",
        "making": "while making it",
        "calendar": "in the calendar",
        "distribution": "in distribution",
        "measurement": "in measurement",
    }
)


class Risk(Record):
    """One risk, `K1`, `K2` …"""

    LETTER = "K"
    what: Line = Field("", json_schema_extra=label("Risk", help="what happens, and why", wide=True, distinct=True))
    stage: Stage = Field("", json_schema_extra=label("When it may happen", choices=STAGES))
    likelihood: Rating | None = Field(None, json_schema_extra=label("Likelihood, 1–5"))
    impact: Rating | None = Field(None, json_schema_extra=label("How bad it would be, 1–5"))
    response: Text = Field(
        "",
        json_schema_extra=label(
            "Response", help="what we do so that it does not happen, and what if it does", wide=True
        ),
    )
    owner: Reference = Field("", json_schema_extra=label("Who of us watches it", refers="team.members"))
