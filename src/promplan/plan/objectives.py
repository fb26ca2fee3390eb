"""What should be different when the campaign is over: objectives, each with its next step and its backward funnel."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Count, Day, Line, Number, Part, Record, Reference
from promplan.plan.brief import AIMS, Aim
from promplan.plan.labels import choices, label

Verb = Literal["", "raise", "lower", "get", "keep"]
Level = Literal["", "output", "out-take", "outcome", "impact"]
Share = Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)]  # a rate as a fraction
Contacts = Annotated[float, Field(ge=1, le=1000, allow_inf_nan=False)]

VERBS = choices(
    {
        "": "not chosen",
        "raise": "raise",
        "lower": "lower",
        "get": "get, from nothing",
        "keep": "keep",
    }
)
LEVELS = choices(  # AMEC's four; the words of both languages are fixed by the glossary
    {
        "": say_in("level", "not chosen"),
        "output": "output: what we put out",
        "out-take": "out-take: what people took from it",
        "outcome": "outcome: what people did",
        "impact": "impact: what changed at the plant",
    }
)


class Step(Part):
    """One step of a backward funnel: what is counted here, and which share of it reaches the step before.

    A rate is a range, because nobody knows it exactly; both ends are fractions, 0.05 for 5 %. `places` are those that
    there are at this step, seats on a tour, guests of a day; none given: nobody is turned away here.
    """

    what: Line = Field("", json_schema_extra=label("Step of the funnel"))
    low: Share = 1.0
    high: Share = 1.0
    source: Line = Field("", json_schema_extra=label("Source of the rate"))
    places: Count | None = Field(None, json_schema_extra=label("Places at this step"))


class Funnel(Part):
    """From the target back to the people who must be reached: the steps in that order, the last one being contacts.

    `frequency` is how often a person is met on average: reach = contacts / frequency.
    """

    steps: Annotated[list[Step], Field(max_length=8)] = Field(default_factory=list)
    frequency: Contacts = 1.0
    people: Count | None = None
    people_source: Line = Field("", json_schema_extra=label("Where that number is from"))


class Objective(Record):
    """One objective, `O1` … `O3`: a verb, a metric with its two numbers, whose behaviour, until when, and what then."""

    LETTER = "O"
    statement: Line = Field(
        "",
        json_schema_extra=label(
            "The objective, in one sentence",
            help="who does what, how many, until when",
            wide=True,
            said="sentence",
            distinct=True,
        ),
    )
    aim: Aim = Field("", json_schema_extra=label("Aim it serves", choices=AIMS))
    verb: Verb = Field("", json_schema_extra=label("Verb", choices=VERBS))
    metric: Line = Field(
        "",
        json_schema_extra=label("Metric", help="what is counted: applications, visitors, requests …"),
    )
    baseline: Number | None = Field(
        None,
        json_schema_extra=label("Baseline", help="the number today"),
    )
    baseline_plan: Line = Field(
        "",
        json_schema_extra=label("If unknown: how it will be measured", help="by whom and by when"),
    )
    target: Number | None = Field(None, json_schema_extra=label("Target"))
    unit: Line = Field(
        "",
        json_schema_extra=label(
            "Unit",
            help="people, applications, % …",
            said="unit",
        ),
    )
    audience: Reference = Field("", json_schema_extra=label("Audience", refers="audiences"))
    deadline: Day | None = Field(None, json_schema_extra=label("Deadline"))
    level: Level = Field(
        "",
        json_schema_extra=label("AMEC level", help="AMEC: the trade's scale of what a campaign does", choices=LEVELS),
    )
    evidence: Line = Field(
        "",
        json_schema_extra=label("How we shall know", help="which list, counter or question gives the number"),
    )
    step_where: Line = Field(
        "",
        json_schema_extra=label(
            "Next step: where", help="page, telephone, door: where somebody who wants to should go"
        ),
    )
    step_who: Line = Field(
        "",
        json_schema_extra=label("Next step: who answers", help="role at the plant"),
    )
    step_days: Annotated[int, Field(ge=0, le=90)] | None = Field(
        None, json_schema_extra=label("Answered within (working days)")
    )
    step_capacity: Count | None = Field(
        None,
        json_schema_extra=label("How many can be taken", help="places on the tour, at the college, in the shop"),
    )
    funnel: Funnel = Field(default_factory=Funnel)
