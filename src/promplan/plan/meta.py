"""The plan's own card: which plant, which language, which campaign window."""

from typing import Literal

from pydantic import Field

from promplan.plan.base import Day, Line, Part
from promplan.plan.labels import INSIDE, choices, label

REAL = "real"  # the case of a plan for a plant that exists
NOT_CHOSEN = "Asia/Barnaul"  # the time zone while nobody has chosen one: it says nothing of where a real plant lies

LANGUAGES = choices(
    {
        "en": "English",
        "ru": "Russian",
    }
)


class Meta(Part):
    """Section *meta* (unit 0)."""

    plan_id: Line = Field(
        "", description="set once when the plan is made; joins copies of one plan", json_schema_extra=INSIDE
    )
    title: Line = Field("", json_schema_extra=label("Title of the plan"))
    language: Literal["en", "ru"] = Field(
        "en",
        json_schema_extra=label("Language of the plan's words", choices=LANGUAGES),
    )
    case: Line = Field(
        "",
        description="id of the case kit, `real` for a real plant, empty: not chosen yet",
        json_schema_extra=INSIDE,
    )
    campaign_start: Day | None = Field(
        None,
        json_schema_extra=label("Campaign starts", help="for example 2026-11-02"),
    )
    campaign_end: Day | None = Field(
        None,
        json_schema_extra=label("Campaign ends", help="for example 2027-01-31"),
    )
    time_zone: Line = Field(NOT_CHOSEN, json_schema_extra=label("Time zone"))
    as_of: Day | None = Field(
        None,
        json_schema_extra=label(
            "Count from this day",
            help="for a real plant today's date; the age of facts and the deadlines are counted from it",
        ),
    )
