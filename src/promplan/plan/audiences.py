"""Whom the campaign is for: audiences as persona cards, the plant's own people among them."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.plan.base import Count, Line, Record, Text, label

Inside = Literal["", "outside", "inside"]
Minors = Literal["", "no", "yes"]
Place = Literal["talk", "school", "work", "social", "messenger", "video", "site", "press", "event"]
Age = Annotated[int, Field(ge=0, le=110)]

SIDES = {
    "": {"en": "not said", "ru": "не указано"},
    "outside": {"en": "outside the plant", "ru": "люди вне завода"},
    "inside": {"en": "the plant's own: workers and their families", "ru": "свои: работники и их семьи"},
}
MINORS = {
    "": {"en": "not said", "ru": "не указано"},
    "no": {"en": "no, all are adults", "ru": "нет, только взрослые"},
    "yes": {"en": "yes, some are under 18", "ru": "да, есть люди до 18 лет"},
}
PLACES = {
    "talk": {"en": "conversations with people they trust", "ru": "разговоры с теми, кому доверяют"},
    "school": {"en": "school or college", "ru": "школа, техникум, вуз"},
    "work": {"en": "at work: notice board, shift meeting", "ru": "на работе: стенд, планёрка"},
    "social": {"en": "social networks", "ru": "социальные сети"},
    "messenger": {"en": "messengers", "ru": "мессенджеры"},
    "video": {"en": "video hosting", "ru": "видеохостинги"},
    "site": {"en": "websites, search, job boards", "ru": "сайты, поиск, сайты вакансий"},
    "press": {"en": "newspapers, television, radio", "ru": "газеты, телевидение, радио"},
    "event": {"en": "events: open days, fairs, exhibitions", "ru": "события: дни открытых дверей, ярмарки"},
}


class Audience(Record):
    """One audience, `A1`, `A2` …: how many they are, what they want, what holds them back, where they can be met."""

    segment: Line = Field(
        "",
        json_schema_extra=label(
            "Who they are",
            "Кто это",
            help_en="a group one could invite to one room, not everyone",
            help_ru="люди, которых можно собрать в одном зале, — не «все»",
        ),
    )
    side: Inside = Field("", json_schema_extra=label("Inside or outside", "Свои или внешние", choices=SIDES))
    size: Count | None = Field(None, json_schema_extra=label("How many there are", "Сколько их"))
    size_source: Line = Field(
        "",
        json_schema_extra=label(
            "Where the number is from",
            "Откуда число",
            help_en="source and year",
            help_ru="источник и год",
        ),
    )
    age_from: Age | None = Field(None, json_schema_extra=label("Age from", "Возраст от"))
    age_to: Age | None = Field(None, json_schema_extra=label("Age to", "Возраст до"))
    minors: Minors = Field(
        "", json_schema_extra=label("Is anybody under 18?", "Есть ли среди них люди младше 18?", choices=MINORS)
    )
    job: Text = Field(
        "",
        json_schema_extra=label(
            "What they are trying to get done",
            "Их задача",
            help_en="job to be done, in their words: choose a trade without regretting it …",
            help_ru="зачем им это, их словами: выбрать профессию и не пожалеть …",
            wide=True,
        ),
    )
    barrier: Line = Field(
        "",
        json_schema_extra=label("Barrier", "Барьер", help_en="what holds them back", help_ru="что их останавливает"),
    )
    trigger: Line = Field(
        "",
        json_schema_extra=label(
            "Trigger",
            "Повод к действию",
            help_en="when they think about it anyway: exams, a move, a birth",
            help_ru="когда они и так об этом думают: экзамены, переезд, рождение ребёнка",
        ),
    )
    influencers: Line = Field(
        "",
        json_schema_extra=label(
            "Whom they ask",
            "С кем советуются",
            help_en="parents, teachers, a foreman",
            help_ru="родители, учителя, мастер",
        ),
    )
    places: Annotated[list[Place], Field(max_length=9)] = Field(
        default_factory=list, json_schema_extra=label("Where they can be met", "Где их можно встретить", choices=PLACES)
    )
    habits: Text = Field(
        "",
        json_schema_extra=label(
            "Their media habits, as far as known",
            "Что известно о медиапривычках",
            help_en="which channel, how often, from which source you know it",
            help_ru="какой канал, как часто, откуда это известно",
            wide=True,
        ),
    )
