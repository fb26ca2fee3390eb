"""The media plan: one document, made of sections that joined version by version."""

from typing import Annotated, Any, Final, Literal

from pydantic import Field, StringConstraints

from promplan.plan.answers import Answers
from promplan.plan.base import Count, Line, Part, Record
from promplan.plan.brief import Brief
from promplan.plan.enterprise import Enterprise
from promplan.plan.meta import Meta
from promplan.plan.team import Team

VERSION: Final = 2  # 1: meta, team, answers (unit 0) · 2: brief, enterprise, attachments (unit 1)


class Attachment(Record):
    """A picture, a sound or a scan beside the plan, in `plan-files/<sha256>`."""

    name: Line
    media_type: Line
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    size: Count


class Plan(Part):
    """The whole document; every section has a blank state, so that a half-made plan always opens."""

    schema_version: Literal[2] = VERSION
    meta: Meta = Field(default_factory=Meta)
    team: Team = Field(default_factory=Team)
    brief: Brief = Field(default_factory=Brief)
    enterprise: Enterprise = Field(default_factory=Enterprise)
    answers: Answers = Field(default_factory=Answers)
    attachments: Annotated[list[Attachment], Field(max_length=200)] = Field(default_factory=list)


def schema() -> dict[str, Any]:
    """The JSON Schema of the plan, as published with the package."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Plan.model_json_schema()}
