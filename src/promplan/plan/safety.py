"""Who must let a visit happen, and what must not happen on it: the layers of clearance, the hazards, their controls."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Day, Id, Line, Record, Reference, Text
from promplan.plan.enterprise import CLEARANCE_STATES, ClearanceState
from promplan.plan.labels import choices, label

Layer = Literal["", "corporate", "plant", "safety", "process owner"]

LAYERS = choices(
    {
        "": say_in("layer", "not chosen"),
        "corporate": "the company: press office, security",
        "plant": "the plant: who runs the site",
        "safety": "safety engineer",
        "process owner": "who answers for the process: process engineer, foreman",
    }
)


class VisitClearance(Record):
    """One layer's yes to the visit, `G1`, `G2` …: permissions come from above down to whoever runs the machine."""

    LETTER = "G"
    what: Line = Field("", json_schema_extra=label("What is asked for", help="entry, filming in the press shop …"))
    layer: Layer = Field("", json_schema_extra=label("Who has to agree", choices=LAYERS))
    stops: Annotated[list[Id], Field(max_length=20)] = Field(
        default_factory=list, json_schema_extra=label("For which stops", refers="visit.stops", help="none: for all")
    )
    state: ClearanceState = Field(
        "open", json_schema_extra=label(say_in("visit", "Clearance"), choices=CLEARANCE_STATES)
    )
    by_whom: Line = Field("", json_schema_extra=label("Who agrees", help="role at the plant"))
    on: Day | None = Field(None, json_schema_extra=label("Agreed on"))
    note: Text = Field("", json_schema_extra=label("Conditions and notes", wide=True))


class Hazard(Record):
    """What may hurt somebody, `D1`, `D2` …, and what is done so that it does not."""

    LETTER = "D"
    what: Line = Field("", json_schema_extra=label("Hazard", help="moving rolls, hot parts, forklifts", distinct=True))
    stop: Reference = Field("", json_schema_extra=label("Where it is", refers="visit.stops", help="empty: everywhere"))
    harm: Line = Field("", json_schema_extra=label("Whom it may hurt, and how"))
    control: Line = Field(
        "",
        json_schema_extra=label(
            say_in("hazard", "Control"),
            help="what is done about it: a line on the floor, no straps, an escort",
            wide=True,
        ),
    )
    owner: Line = Field("", json_schema_extra=label("Who sees to it", help="role at the plant, or one of us"))
