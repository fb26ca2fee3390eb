"""The plant's brief to the team: who asks, for what, and under which conditions."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import BY, Line, Number, Part, Reference, Text
from promplan.plan.labels import choices, label

Aim = Literal["", "careers", "cooperation", "investment", "image"]
Silence = Literal["", "no", "ask again", "yes"]

AIMS = choices(
    {
        "": "not chosen",
        "careers": "careers",
        "cooperation": "cooperation",
        "investment": "investment",
        "image": "image",
    }
)
SILENCES = choices(
    {
        "": "not agreed",
        "no": "no: nothing is published",
        "ask again": say_in("silence", "ask again"),
        "yes": "yes, after the answer days",
    }
)


class Brief(Part):
    """Section *brief* (unit 1)."""

    by: Reference = Field("", json_schema_extra=BY)
    client: Line = Field(
        "",
        json_schema_extra=label("Who asks for this work", help="department or person"),
    )
    contact: Line = Field(
        "",
        json_schema_extra=label("One contact at the plant", help="role and how to reach them", said="number"),
    )
    aim: Aim = Field("", json_schema_extra=label("Aim", choices=AIMS))
    must: Text = Field("", json_schema_extra=label("Must be in it", wide=True))
    must_not: Text = Field("", json_schema_extra=label("Must not be in it", wide=True))
    answer_days: Annotated[int, Field(ge=0, le=90)] | None = Field(
        None,
        json_schema_extra=label("Answers within (working days)"),
    )
    silence_means: Silence = Field("", json_schema_extra=label("Silence means", choices=SILENCES))
    rights: Text = Field(
        "",
        json_schema_extra=label("Rights", help="who owns the result, who may use it where", wide=True),
    )
    budget: Annotated[Number, Field(ge=0)] | None = Field(
        None,
        json_schema_extra=label("Budget, roubles", help="0 is an answer"),
    )
