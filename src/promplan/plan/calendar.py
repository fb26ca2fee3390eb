"""The editorial calendar: what the team can carry, who answers comments, days of its own, and who stops everything."""

from datetime import time
from typing import Annotated

from pydantic import Field

from promplan.plan.base import BY, Day, Id, Line, Part, Record, Reference, Text
from promplan.plan.labels import label
from promplan.plan.placing import Hours

Days = Annotated[int, Field(ge=0, le=366)]
Weekly = Annotated[int, Field(ge=0, le=50)]
Wait = Annotated[float, Field(ge=0, le=720, allow_inf_nan=False)]  # hours
Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]


class Rhythm(Record):
    """How often a channel publishes, `RH1`, `RH2` …"""

    LETTER = "RH"
    channel: Reference = Field("", json_schema_extra=label("Channel", refers="channels"))
    least: Weekly | None = Field(None, json_schema_extra=label("A week, at least"))
    most: Weekly | None = Field(None, json_schema_extra=label("A week, at most"))
    apart: Wait | None = Field(None, json_schema_extra=label("Between two pieces, hours at least"))
    silent: Days | None = Field(None, json_schema_extra=label("Silent for days, at most"))


class Share(Record):
    """The share of a pillar among the pieces, `SH1`, `SH2` …"""

    LETTER = "SH"
    pillar: Reference = Field("", json_schema_extra=label("Pillar", refers="message.pillars"))
    percent: Percent | None = Field(None, json_schema_extra=label("Share of the pieces, %"))


class Duty(Record):
    """Who answers comments on a channel, `B1`, `B2` …"""

    LETTER = "B"
    channel: Reference = Field("", json_schema_extra=label("Channel", refers="channels"))
    who: Reference = Field("", json_schema_extra=label("Who of us answers", refers="team.members"))
    at_plant: Line = Field("", json_schema_extra=label("Who at the plant helps with the answer", help="role"))
    hours: Line = Field(
        "", json_schema_extra=label("When", help="on working days from 9 to 18, at weekends once a day", said="number")
    )
    within: Wait | None = Field(None, json_schema_extra=label("Answers within, hours"))


class OwnDay(Record):
    """A day that matters to the campaign, `Z1`, `Z2` …: of the plant, the town, the school, the team."""

    LETTER = "Z"
    day: Day | None = Field(None, json_schema_extra=label("Day"))
    until: Day | None = Field(None, json_schema_extra=label("Until", help="where it lasts longer than a day"))
    what: Line = Field("", json_schema_extra=label("What is on that day", wide=True, distinct=True))
    closed: bool = Field(False, json_schema_extra=label("Nothing is published"))
    source: Line = Field("", json_schema_extra=label("Where we have it from"))


class Pause(Part):
    """Who stops all publishing at once, when, and what happens then."""

    who: Reference = Field("", json_schema_extra=label("Who stops it", help="one person", refers="team.members"))
    deputy: Reference = Field("", json_schema_extra=label("If that one cannot be reached", refers="team.members"))
    at_plant: Line = Field(
        "", json_schema_extra=label("Who at the plant calls", help="role and telephone of the post", said="number")
    )
    when: Text = Field(
        "",
        json_schema_extra=label(
            "When everything stops", help="an accident, a day of mourning; one on a line", wide=True
        ),
    )
    says: Text = Field("", json_schema_extra=label("What is said meanwhile, and by whom", wide=True))
    back: Line = Field(
        "", json_schema_extra=label("Who lets it go on", help="role at the plant, in writing", wide=True)
    )
    channels: Annotated[list[Id], Field(max_length=20)] = Field(
        default_factory=list,
        json_schema_extra=label("Channels where it stops", help="none chosen: all", refers="channels"),
    )


class Calendar(Part):
    """Section *calendar* (unit 7): the rules by which the pieces get their days."""

    by: Reference = Field("", json_schema_extra=BY)
    week_hours: Hours | None = Field(
        None, json_schema_extra=label("Hours a week that we have", help="all of us together, classes taken off")
    )
    person_hours: Hours | None = Field(None, json_schema_extra=label("Hours a week for one of us, at most"))
    tolerance: Percent | None = Field(
        None, json_schema_extra=label("A pillar may be off its share by, percentage points")
    )
    quiet_from: time | None = Field(None, json_schema_extra=label("Nothing is published from"))
    quiet_to: time | None = Field(None, json_schema_extra=label("Nothing is published until"))
    days: Annotated[list[OwnDay], Field(max_length=80)] = Field(default_factory=list)
    rhythms: Annotated[list[Rhythm], Field(max_length=20)] = Field(default_factory=list)
    shares: Annotated[list[Share], Field(max_length=10)] = Field(default_factory=list)
    duties: Annotated[list[Duty], Field(max_length=20)] = Field(default_factory=list)
    pause: Pause = Field(default_factory=Pause, json_schema_extra=label("Pause list"))
