"""What should be different when the campaign is over: objectives, each with its next step and its backward funnel."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.plan.base import Count, Day, Line, Number, Part, Record, Reference, label
from promplan.plan.brief import AIMS, Aim

Verb = Literal["", "raise", "lower", "get", "keep"]
Level = Literal["", "output", "out-take", "outcome", "impact"]
Share = Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)]  # a rate as a fraction
Contacts = Annotated[float, Field(ge=1, le=1000, allow_inf_nan=False)]

VERBS = {
    "": {"en": "not chosen", "ru": "не выбрано"},
    "raise": {"en": "raise", "ru": "увеличить"},
    "lower": {"en": "lower", "ru": "снизить"},
    "get": {"en": "get, from nothing", "ru": "получить с нуля"},
    "keep": {"en": "keep", "ru": "удержать"},
}
LEVELS = {  # AMEC's four; the words of both languages are fixed by the glossary
    "": {"en": "not chosen", "ru": "не выбран"},
    "output": {"en": "output: what we put out", "ru": "продукт: что мы выпустили"},
    "out-take": {"en": "out-take: what people took from it", "ru": "отклик: что люди восприняли"},
    "outcome": {"en": "outcome: what people did", "ru": "результат: что люди сделали"},
    "impact": {"en": "impact: what changed at the plant", "ru": "эффект: что изменилось на заводе"},
}


class Step(Part):
    """One step of a backward funnel: what is counted here, and which share of it reaches the step before.

    A rate is a range, because nobody knows it exactly; both ends are fractions, 0.05 for 5 %.
    """

    what: Line = ""
    low: Share = 1.0
    high: Share = 1.0
    source: Line = ""


class Funnel(Part):
    """From the target back to the people who must be reached: the steps in that order, the last one being contacts.

    `frequency` is how often a person is met on average: reach = contacts / frequency.
    """

    steps: Annotated[list[Step], Field(max_length=8)] = Field(default_factory=list)
    frequency: Contacts = 1.0
    people: Count | None = None
    people_source: Line = ""


class Objective(Record):
    """One objective, `O1` … `O3`: a verb, a metric with its two numbers, whose behaviour, until when, and what then."""

    statement: Line = Field(
        "",
        json_schema_extra=label(
            "The objective, in one sentence",
            "Цель одной фразой",
            help_en="who does what, how many, until when",
            help_ru="кто что сделает, сколько человек, к какому дню",
            wide=True,
        ),
    )
    aim: Aim = Field("", json_schema_extra=label("Aim it serves", "Направление", choices=AIMS))
    verb: Verb = Field("", json_schema_extra=label("Verb", "Глагол", choices=VERBS))
    metric: Line = Field(
        "",
        json_schema_extra=label(
            "Metric",
            "Показатель",
            help_en="what is counted: applications, visitors, requests …",
            help_ru="что считаем: заявки, посетители, запросы …",
        ),
    )
    baseline: Number | None = Field(
        None,
        json_schema_extra=label("Baseline", "Исходное значение", help_en="the number today", help_ru="сколько сейчас"),
    )
    baseline_plan: Line = Field(
        "",
        json_schema_extra=label(
            "If unknown: measured how",
            "Если неизвестно: как измерим",
            help_en="by whom and by when",
            help_ru="кто и к какому дню",
        ),
    )
    target: Number | None = Field(None, json_schema_extra=label("Target", "Целевой показатель"))
    unit: Line = Field(
        "",
        json_schema_extra=label(
            "Unit",
            "Единица",
            help_en="people, applications, % …",
            help_ru="человек, заявок, % …",
        ),
    )
    audience: Reference = Field("", json_schema_extra=label("Audience", "Аудитория", refers="audiences"))
    deadline: Day | None = Field(None, json_schema_extra=label("Deadline", "Срок"))
    level: Level = Field("", json_schema_extra=label("AMEC level", "Уровень по AMEC", choices=LEVELS))
    evidence: Line = Field(
        "",
        json_schema_extra=label(
            "How we shall know",
            "Как узнаем",
            help_en="which list, counter or question gives the number",
            help_ru="какой список, счётчик или вопрос даст это число",
        ),
    )
    step_where: Line = Field(
        "",
        json_schema_extra=label(
            "Next step: where",
            "Следующий шаг: где",
            help_en="page, telephone, door: where a person goes who wants to",
            help_ru="страница, телефон, проходная: куда идти тому, кто захотел",
        ),
    )
    step_who: Line = Field(
        "",
        json_schema_extra=label(
            "Next step: who answers",
            "Следующий шаг: кто отвечает",
            help_en="role at the plant",
            help_ru="должность на заводе",
        ),
    )
    step_days: Annotated[int, Field(ge=0, le=90)] | None = Field(
        None, json_schema_extra=label("Answered within, working days", "Ответ в течение, рабочих дней")
    )
    step_capacity: Count | None = Field(
        None,
        json_schema_extra=label(
            "How many can be taken",
            "Скольких можно принять",
            help_en="places on the tour, at the college, in the shop",
            help_ru="мест на экскурсии, в группе, в цехе",
        ),
    )
    funnel: Funnel = Field(default_factory=Funnel)
