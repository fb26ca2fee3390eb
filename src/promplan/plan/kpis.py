"""What is measured, by which formula, at which level, and what came of it: KPI and results."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Count, Day, Key, Line, Number, Record, Reference
from promplan.plan.labels import choices, label
from promplan.plan.money import Money
from promplan.plan.objectives import LEVELS, Level

ResultKind = Literal["", "past", "export", "counted", "asked", "simulated"]

RESULT_KINDS = choices(
    {
        "": say_in("result", "not said"),
        "past": say_in("result", "from before the campaign"),
        "export": say_in("result", "from a platform's export"),
        "counted": say_in("result", "counted by us or by the plant"),
        "asked": say_in("result", "people were asked"),
        "simulated": say_in("result", "simulated: no real people"),
    }
)


class Kpi(Record):
    """A number by which the campaign is steered, `KP1`, `KP2` …"""

    LETTER = "KP"
    name: Line = Field("", json_schema_extra=label("What we measure", wide=True, distinct=True))
    metric: Key = Field(
        "",
        description="id of an entry of assets/kpi.toml; empty: none of them",
        json_schema_extra=label("Formula from the dictionary"),
    )
    own_formula: Line = Field(
        "", json_schema_extra=label("If none fits: how it is counted", help="what by what", said="sentence")
    )
    level: Level = Field("", json_schema_extra=label("Level", choices=LEVELS))
    objective: Reference = Field("", json_schema_extra=label("Objective it answers", refers="objectives"))
    channel: Reference = Field("", json_schema_extra=label("On which channel", refers="channels"))
    source: Line = Field(
        "",
        json_schema_extra=label("Where the number comes from", help="export of which page, whose list, which question"),
    )
    owner: Reference = Field("", json_schema_extra=label("Who of us reads it", refers="team.members"))
    every: Line = Field("", json_schema_extra=label("How often it is read", help="on Mondays; once, at the end"))
    baseline: Number | None = Field(None, json_schema_extra=label("Baseline", help="the number today"))
    target: Number | None = Field(None, json_schema_extra=label("Target"))
    unit: Line = Field("", json_schema_extra=label("Unit", help="people, %, roubles", said="unit"))
    until: Day | None = Field(None, json_schema_extra=label("Until"))
    then: Line = Field(
        "",
        json_schema_extra=label("What we change if it is missed", help="a KPI without this is a decoration", wide=True),
    )


class Result(Record):
    """What was counted of one thing in one time, `RS1`, `RS2` …; a rate is worked out from it, never written in it."""

    LETTER = "RS"
    what: Line = Field("", json_schema_extra=label("What it is", help="title as the export has it", wide=True))
    kind: ResultKind = Field("", json_schema_extra=label("How we know", choices=RESULT_KINDS))
    item: Reference = Field("", json_schema_extra=label("Piece", refers="items"))
    channel: Reference = Field("", json_schema_extra=label("Channel", refers="channels"))
    kpi: Reference = Field(
        "", json_schema_extra=label("KPI it belongs to", help="where one number answers it", refers="kpis")
    )
    day: Day | None = Field(None, json_schema_extra=label("Day", help="or the first of several"))
    until: Day | None = Field(None, json_schema_extra=label("Last day"))
    impressions: Count | None = Field(None, json_schema_extra=label("Impressions"))
    reach: Count | None = Field(None, json_schema_extra=label("Reach, people"))
    views: Count | None = Field(None, json_schema_extra=label("Complete views"))
    engagements: Count | None = Field(
        None, json_schema_extra=label("Engagements", help="likes, comments, shares, saves")
    )
    clicks: Count | None = Field(None, json_schema_extra=label("Clicks"))
    registrations: Count | None = Field(None, json_schema_extra=label("Registrations"))
    visits: Count | None = Field(None, json_schema_extra=label("Visitors who came"))
    applications: Count | None = Field(None, json_schema_extra=label("Applications"))
    spend: Money | None = Field(None, json_schema_extra=label("Money spent"))
    value: Number | None = Field(None, json_schema_extra=label("The KPI's number"))
    n: Count | None = Field(None, json_schema_extra=label("From how many", help="people asked, cases counted"))
    source: Line = Field("", json_schema_extra=label("Where it is from", help="file, list, person"))


Results = Annotated[list[Result], Field(max_length=600)]
