"""Whom the campaign is for: audiences as persona cards, the plant's own people among them."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.plan.base import Count, Line, Record, Text
from promplan.plan.labels import choices, label

Inside = Literal["", "outside", "inside"]
Minors = Literal["", "no", "yes"]
Place = Literal["talk", "school", "work", "social", "messenger", "video", "site", "press", "event"]
Age = Annotated[int, Field(ge=0, le=110)]

SIDES = choices(
    {
        "": "not said",
        "outside": "outside the plant",
        "inside": "the plant's own: workers and their families",
    }
)
MINORS = choices(
    {
        "": "not said",
        "no": "no, all are adults",
        "yes": "yes, some are under 18",
    }
)
PLACES = choices(
    {
        "talk": "conversations with people they trust",
        "school": "school or college",
        "work": "at work: notice board, shift meeting",
        "social": "social networks",
        "messenger": "messengers",
        "video": "video hosting",
        "site": "websites, search, job boards",
        "press": "newspapers, television, radio",
        "event": "events: open days, fairs, exhibitions",
    }
)


class Audience(Record):
    """One audience, `A1`, `A2` …: how many they are, what they want, what holds them back, where they can be met."""

    LETTER = "A"
    segment: Line = Field(
        "",
        json_schema_extra=label(
            "Who they are",
            help="a group you could invite into one room, not everyone",
            distinct=True,
        ),
    )
    side: Inside = Field("", json_schema_extra=label("Inside or outside", choices=SIDES))
    size: Count | None = Field(None, json_schema_extra=label("How many there are"))
    size_source: Line = Field(
        "",
        json_schema_extra=label("Where the number is from", help="source and year"),
    )
    age_from: Age | None = Field(None, json_schema_extra=label("Age from"))
    age_to: Age | None = Field(None, json_schema_extra=label("Age to"))
    minors: Minors = Field("", json_schema_extra=label("Is anybody under 18?", choices=MINORS))
    job: Text = Field(
        "",
        json_schema_extra=label(
            "What they are trying to get done",
            help="job to be done, in their words: choose a trade without regretting it …",
            wide=True,
        ),
    )
    barrier: Line = Field(
        "",
        json_schema_extra=label("Barrier", help="what holds them back", wide=True),
    )
    trigger: Line = Field(
        "",
        json_schema_extra=label("Trigger", help="when they think about it anyway: exams, a move, a birth"),
    )
    influencers: Line = Field(
        "",
        json_schema_extra=label("Whom they ask", help="parents, teachers, a foreman"),
    )
    places: Annotated[list[Place], Field(max_length=9)] = Field(
        default_factory=list, json_schema_extra=label("Where they can be met", choices=PLACES)
    )
    habits: Text = Field(
        "",
        json_schema_extra=label(
            "Their media habits, as far as known",
            help="which channel, how often, from which source you know it",
            wide=True,
        ),
    )
