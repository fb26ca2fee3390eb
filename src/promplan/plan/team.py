"""The team: who works on the plan, in which role."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.plan.base import Line, Part, Record, label

Role = Literal["", "producer", "editor", "visual", "safety", "distribution"]
Consent = Literal["not asked", "yes", "no"]

ROLES = {
    "": {"en": "not chosen", "ru": "не выбрана"},
    "producer": {"en": "producer", "ru": "продюсер"},
    "editor": {"en": "editor", "ru": "редактор"},
    "visual": {"en": "visual lead", "ru": "визуальный редактор"},
    "safety": {"en": "fact-and-safety lead", "ru": "ответственный за факты и безопасность"},
    "distribution": {"en": "distribution lead", "ru": "ответственный за распространение"},
}
CONSENTS = {
    "not asked": {"en": "not asked", "ru": "не спрашивали"},
    "yes": {"en": "yes", "ru": "да"},
    "no": {"en": "no", "ru": "нет"},
}


class Member(Record):
    """One member of the team, `M1`, `M2` …; `by` is who entered the line."""

    name: Line = Field("", json_schema_extra=label("Name", "Имя"))
    role: Role = Field("", json_schema_extra=label("Role", "Роль", choices=ROLES))
    skills: Line = Field(
        "",
        json_schema_extra=label(
            "What I can do",
            "Что умею",
            help_en="camera, drawing, welding …",
            help_ru="снимать, рисовать, варить …",
        ),
    )
    portfolio_consent: Consent = Field(
        "not asked",
        json_schema_extra=label(
            "May go into the talent pool",
            "Можно в пул медиаспециалистов",
            help_en="only with your yes; you can take it back",
            help_ru="только с вашего «да»; его можно отозвать",
            choices=CONSENTS,
        ),
    )


class Team(Part):
    """Section *team* (unit 0)."""

    name: Line = Field("", json_schema_extra=label("Team", "Команда"))
    institution: Line = Field("", json_schema_extra=label("Where you study", "Где вы учитесь"))
    region: Line = Field("", json_schema_extra=label("Region", "Регион"))
    members: Annotated[list[Member], Field(max_length=12)] = Field(default_factory=list)
