"""The plant's brief to the team: who asks, for what, and under which conditions."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.plan.base import Line, Number, Part, Reference, Text, label

Aim = Literal["", "careers", "cooperation", "investment", "image"]
Silence = Literal["", "no", "ask again", "yes"]

AIMS = {
    "": {"en": "not chosen", "ru": "не выбрано"},
    "careers": {"en": "careers", "ru": "кадры и профессии"},
    "cooperation": {"en": "cooperation", "ru": "кооперация"},
    "investment": {"en": "investment", "ru": "инвестиции"},
    "image": {"en": "image", "ru": "образ предприятия"},
}
SILENCES = {
    "": {"en": "not agreed", "ru": "не договорились"},
    "no": {"en": "no: nothing is published", "ru": "«нет»: ничего не публикуем"},
    "ask again": {"en": "ask again", "ru": "спрашиваем ещё раз"},
    "yes": {"en": "yes, after the answer days", "ru": "«да» по истечении срока ответа"},
}


class Brief(Part):
    """Section *brief* (unit 1)."""

    by: Reference = ""
    client: Line = Field(
        "",
        json_schema_extra=label(
            "Who asks for this work",
            "Кто даёт задание",
            help_en="department or person",
            help_ru="служба или человек",
        ),
    )
    contact: Line = Field(
        "",
        json_schema_extra=label(
            "One contact at the plant",
            "Контакт на заводе — один",
            help_en="role and how to reach them",
            help_ru="должность и как связаться",
        ),
    )
    aim: Aim = Field("", json_schema_extra=label("Aim", "Направление", choices=AIMS))
    must: Text = Field("", json_schema_extra=label("Must be in it", "Обязательно", wide=True))
    must_not: Text = Field("", json_schema_extra=label("Must not be in it", "Нельзя", wide=True))
    answer_days: Annotated[int, Field(ge=0, le=90)] | None = Field(
        None,
        json_schema_extra=label("The plant answers within, working days", "Завод отвечает за, рабочих дней"),
    )
    silence_means: Silence = Field("", json_schema_extra=label("Silence means", "Молчание означает", choices=SILENCES))
    rights: Text = Field(
        "",
        json_schema_extra=label(
            "Rights",
            "Права",
            help_en="who owns the result, who may use it where",
            help_ru="чей результат, кто и где его использует",
        ),
    )
    budget: Annotated[Number, Field(ge=0)] | None = Field(
        None,
        json_schema_extra=label(
            "Budget, roubles", "Бюджет, рублей", help_en="0 is an answer", help_ru="ноль — тоже ответ"
        ),
    )
