"""The media plan: one document, made of sections that joined version by version (`sections.py` says all about them)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from promplan.plan.answers import Answers
from promplan.plan.audiences import Audience
from promplan.plan.base import Count, Line, Part, Record
from promplan.plan.brief import Brief
from promplan.plan.budget import Budget
from promplan.plan.calendar import Calendar
from promplan.plan.channels import PlannedChannel
from promplan.plan.desk import Desk
from promplan.plan.enterprise import Enterprise
from promplan.plan.ideas import Idea
from promplan.plan.items import Item
from promplan.plan.kpis import Kpi, Results
from promplan.plan.labels import INSIDE, label
from promplan.plan.measurement import Measurement
from promplan.plan.message import Message
from promplan.plan.meta import Meta
from promplan.plan.migrations import VERSION
from promplan.plan.objectives import Objective
from promplan.plan.pitch import Pitch
from promplan.plan.risks import Risk
from promplan.plan.team import Team
from promplan.plan.visit import Visit


class Attachment(Record):
    """A picture, a sound or a scan beside the plan, in `plan-files/<sha256>`."""

    LETTER = "X"
    name: Line = Field(json_schema_extra=label("File"))
    media_type: Line = Field(json_schema_extra=label("Media type"))
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(
        json_schema_extra=label("Its digest, SHA-256", inside=True)
    )
    size: Count = Field(json_schema_extra=label("Size, bytes"))


class Plan(Part):
    """The whole document; every section has a blank state, so that a half-made plan always opens."""

    schema_version: Annotated[int, Field(ge=VERSION, le=VERSION)] = VERSION
    meta: Meta = Field(default_factory=Meta)
    team: Team = Field(default_factory=Team)
    brief: Brief = Field(default_factory=Brief)
    enterprise: Enterprise = Field(default_factory=Enterprise)
    objectives: Annotated[list[Objective], Field(max_length=20)] = Field(default_factory=list)
    audiences: Annotated[list[Audience], Field(max_length=20)] = Field(default_factory=list)
    message: Message = Field(default_factory=Message)
    ideas: Annotated[list[Idea], Field(max_length=60)] = Field(default_factory=list)
    channels: Annotated[list[PlannedChannel], Field(max_length=20)] = Field(default_factory=list)
    visit: Visit = Field(default_factory=Visit)
    items: Annotated[list[Item], Field(max_length=160)] = Field(default_factory=list)
    calendar: Calendar = Field(default_factory=Calendar)
    budget: Budget = Field(default_factory=Budget)
    kpis: Annotated[list[Kpi], Field(max_length=30)] = Field(default_factory=list)
    results: Results = Field(default_factory=list)
    measurement: Measurement = Field(default_factory=Measurement)
    pitch: Pitch = Field(default_factory=Pitch)
    risks: Annotated[list[Risk], Field(max_length=40)] = Field(default_factory=list)
    desk: Desk = Field(default_factory=Desk)
    answers: Answers = Field(default_factory=Answers, json_schema_extra=INSIDE)
    attachments: Annotated[list[Attachment], Field(max_length=200)] = Field(default_factory=list)


def schema() -> dict[str, Any]:
    """The JSON Schema of the plan, as published with the package."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Plan.model_json_schema()}
