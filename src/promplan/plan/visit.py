"""The plant visit: its call sheet, route, shots, people and permissions, and what came back from the day."""

from datetime import time
from typing import Annotated

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import BY, Day, Line, Minutes, Part, Record, Reference, Text
from promplan.plan.consents import Person
from promplan.plan.labels import label
from promplan.plan.safety import Hazard, VisitClearance
from promplan.plan.shots import Shot, Stop

People = Annotated[int, Field(ge=0, le=200)]


class Heard(Record):
    """What somebody said on the day, `E1`, `E2` …; it returns to the register as an oral fact, unconfirmed."""

    LETTER = "E"
    statement: Line = Field("", json_schema_extra=label("What was said", wide=True, said="sentence", distinct=True))
    who: Line = Field("", json_schema_extra=label("Who said it", help="role at the plant"))
    at: time | None = Field(None, json_schema_extra=label("Said at"))
    stop: Reference = Field("", json_schema_extra=label("Said at which stop", refers="visit.stops"))
    fact: Reference = Field("", json_schema_extra=label("Fact that it became", refers="enterprise.facts"))


class Footage(Part):
    """The footage looked through together with the plant before the gate."""

    with_whom: Line = Field("", json_schema_extra=label("Looked through with", help="role at the plant"))
    on: Day | None = Field(None, json_schema_extra=label("Looked through on"))
    at: time | None = Field(None, json_schema_extra=label("Looked through at"))
    deleted: Text = Field("", json_schema_extra=label("Deleted on the spot", help="one on a line", wide=True))
    note: Text = Field("", json_schema_extra=label("What to mind in the edit", help="blur, cut, ask again", wide=True))
    copies: Line = Field(
        "", json_schema_extra=label("Where the copies are", help="two places, one of them not with you")
    )


class Visit(Part):
    """Section *visit* (unit 5); its own fields are the call sheet.

    Passport data for the passes goes from the instructor to the plant and never stands here.
    """

    by: Reference = Field("", json_schema_extra=BY)
    date: Day | None = Field(None, json_schema_extra=label("Day of the visit"))
    fallback: Day | None = Field(None, json_schema_extra=label("Second day, if that one falls through"))
    arrival: time | None = Field(None, json_schema_extra=label("At the gate at"))
    minutes: Minutes | None = Field(None, json_schema_extra=label("Minutes on the site"))
    back: Minutes | None = Field(
        None, json_schema_extra=label("Minutes on foot back to the gate", help="from the last stop")
    )
    group: People | None = Field(None, json_schema_extra=label("How many come"))
    minors: People | None = Field(None, json_schema_extra=label("How many of them are under 18"))
    largest: People | None = Field(None, json_schema_extra=label("How many the plant lets in at once"))
    escorts: People | None = Field(None, json_schema_extra=label("How many escorts"))
    meeting: Line = Field("", json_schema_extra=label("Meeting place", help="which gate, at what"))
    travel: Line = Field("", json_schema_extra=label("How we get there", help="bus, where it may park"))
    guide: Line = Field("", json_schema_extra=label(say_in("visit", "Guide"), help="role at the plant"))
    escort: Line = Field("", json_schema_extra=label("Escort", help="who is with the group at all times"))
    contact: Line = Field("", json_schema_extra=label("Contact on the day", help="role and telephone", said="number"))
    producer: Reference = Field("", json_schema_extra=label("Our producer on the day", refers="team.members"))
    induction: Day | None = Field(None, json_schema_extra=label("Safety induction on"))
    induction_by: Line = Field("", json_schema_extra=label("Who gives the induction", help="role at the plant"))
    clothing: Line = Field("", json_schema_extra=label("Clothing", help="closed shoes, no straps, sizes of helmets"))
    hospital: Line = Field("", json_schema_extra=label("Nearest hospital and first-aid post", said="number"))
    emergency: Line = Field("", json_schema_extra=label("Emergency number", said="number"))
    equipment: Annotated[list[Line], Field(max_length=30)] = Field(
        default_factory=list, json_schema_extra=label("Our equipment", help="one on a line: the pass office lists it")
    )
    permits: Text = Field(
        "",
        json_schema_extra=label(
            "Passes and permits", help="what was applied for, by when; no passport data here", wide=True
        ),
    )
    breaks: Line = Field("", json_schema_extra=label("Breaks", help="when the shop stops, when we rest", said="number"))
    weather: Text = Field(
        "", json_schema_extra=label("If it rains, if a line stands still", help="what we film instead", wide=True)
    )
    stops: Annotated[list[Stop], Field(max_length=20)] = Field(default_factory=list)
    shots: Annotated[list[Shot], Field(max_length=120)] = Field(default_factory=list)
    people: Annotated[list[Person], Field(max_length=40)] = Field(default_factory=list)
    clearances: Annotated[list[VisitClearance], Field(max_length=30)] = Field(default_factory=list)
    hazards: Annotated[list[Hazard], Field(max_length=40)] = Field(default_factory=list)
    premortem: Annotated[list[Line], Field(max_length=20)] = Field(
        default_factory=list,
        json_schema_extra=label(
            "Pre-mortem", help="it is the evening after, and it went wrong: why? One on a line", wide=True
        ),
    )
    heard: Annotated[list[Heard], Field(max_length=60)] = Field(default_factory=list)
    footage: Footage = Field(default_factory=Footage, json_schema_extra=label("Footage, before the gate"))
