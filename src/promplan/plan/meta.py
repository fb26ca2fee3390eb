"""The plan's own card: which plant, which language, which campaign window."""

from typing import Literal

from pydantic import Field

from promplan.plan.base import Day, Line, Part, label


class Meta(Part):
    """Section *meta* (unit 0)."""

    plan_id: Line = Field("", description="set once when the plan is made; joins copies of one plan")
    title: Line = Field("", json_schema_extra=label("Title of the plan", "Название плана"))
    language: Literal["en", "ru"] = Field(
        "en",
        json_schema_extra=label("Language of the plan's words", "Язык текстов плана"),
    )
    case: Line = Field("", description="id of the case kit, `real` for a real plant, empty: not chosen yet")
    campaign_start: Day | None = Field(None, json_schema_extra=label("Campaign starts", "Кампания начинается"))
    campaign_end: Day | None = Field(None, json_schema_extra=label("Campaign ends", "Кампания заканчивается"))
    time_zone: Line = Field("Asia/Barnaul", json_schema_extra=label("Time zone", "Часовой пояс"))
    as_of: Day | None = Field(
        None,
        json_schema_extra=label(
            "The plan's today",
            "Сегодняшний день плана",
            help_en="ages and deadlines are counted from it",
            help_ru="от него считаются возраст фактов и сроки",
        ),
    )
