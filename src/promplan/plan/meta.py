"""The plan's own card: which plant, which language, which campaign window."""

from typing import Literal

from pydantic import Field

from promplan.plan.base import Day, Line, Part, label

LANGUAGES = {"en": {"en": "English", "ru": "английский"}, "ru": {"en": "Russian", "ru": "русский"}}


class Meta(Part):
    """Section *meta* (unit 0)."""

    plan_id: Line = Field("", description="set once when the plan is made; joins copies of one plan")
    title: Line = Field("", json_schema_extra=label("Title of the plan", "Название плана"))
    language: Literal["en", "ru"] = Field(
        "en",
        json_schema_extra=label("Language of the plan's words", "Язык текстов плана", choices=LANGUAGES),
    )
    case: Line = Field("", description="id of the case kit, `real` for a real plant, empty: not chosen yet")
    campaign_start: Day | None = Field(
        None,
        json_schema_extra=label(
            "Campaign starts",
            "Кампания начинается",
            help_en="for example 2026-11-02",
            help_ru="например 02.11.2026",
        ),
    )
    campaign_end: Day | None = Field(
        None,
        json_schema_extra=label(
            "Campaign ends",
            "Кампания заканчивается",
            help_en="for example 2027-01-31",
            help_ru="например 31.01.2027",
        ),
    )
    time_zone: Line = Field("Asia/Barnaul", json_schema_extra=label("Time zone", "Часовой пояс"))
    as_of: Day | None = Field(
        None,
        json_schema_extra=label(
            "Count from this day",
            "Считаем, что сегодня",
            help_en="for a real plant today's date; the age of facts and the deadlines are counted from it",
            help_ru="для настоящего завода — сегодняшнее число; от него отсчитываем возраст фактов и сроки",
        ),
    )
