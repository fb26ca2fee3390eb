"""What is said: the message house on its proofs, and the hard questions with their cleared answers."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.plan.base import Id, Line, Part, Record, Text, label

AnswerState = Literal["open", "asked", "cleared", "refused"]

ANSWER_STATES = {
    "open": {"en": "open: nobody asked", "ru": "не согласовывали"},
    "asked": {"en": "asked, no answer yet", "ru": "отправили, ответа нет"},
    "cleared": {"en": "cleared", "ru": "согласован"},
    "refused": {"en": "we do not answer this one", "ru": "на этот вопрос не отвечаем"},
}


class Pillar(Record):
    """One pillar of the house, `P1` … `P3`: a statement that carries the umbrella, on facts of the register."""

    statement: Line = Field(
        "", json_schema_extra=label("Pillar", "Опора", help_en="one sentence", help_ru="одна фраза", wide=True)
    )
    proofs: Annotated[list[Id], Field(max_length=12)] = Field(
        default_factory=list,
        json_schema_extra=label(
            "Proofs: ids of facts", "Подтверждения: номера фактов", help_en="F1, F2", help_ru="F1, F2"
        ),
    )


class Question(Record):
    """A hard question, `Q1`, `Q2` …, its answer, and who let the answer out."""

    question: Line = Field("", json_schema_extra=label("Hard question", "Трудный вопрос", wide=True))
    answer: Text = Field(
        "",
        json_schema_extra=label(
            "Our answer",
            "Наш ответ",
            help_en="two sentences; what is not known is said so",
            help_ru="две фразы; чего не знаем, о том так и говорим",
            wide=True,
        ),
    )
    state: AnswerState = Field("open", json_schema_extra=label("Clearance", "Согласование", choices=ANSWER_STATES))
    cleared_by: Line = Field(
        "",
        json_schema_extra=label(
            "Who clears it", "Кто согласует", help_en="role at the plant", help_ru="должность на заводе"
        ),
    )


class Message(Part):
    """Section *message* (unit 3)."""

    umbrella: Text = Field(
        "",
        json_schema_extra=label(
            "Umbrella: the one sentence",
            "Главное сообщение: одна фраза",
            help_en="at most 25 words, about people and something that can be seen",
            help_ru="не больше 25 слов, о людях и о том, что можно увидеть",
            wide=True,
        ),
    )
    tone: Line = Field(
        "",
        json_schema_extra=label(
            "Tone of voice",
            "Тональность",
            help_en="three words: calm, exact, with a smile",
            help_ru="три слова: спокойно, точно, с улыбкой",
        ),
    )
    avoid: Text = Field(
        "",
        json_schema_extra=label(
            "Words to avoid",
            "Слова, которых избегаем",
            help_en="one on a line",
            help_ru="по одному в строке",
            wide=True,
        ),
    )
    call: Line = Field(
        "",
        json_schema_extra=label(
            "Call to action",
            "Призыв к действию",
            help_en="one step that a person can take today",
            help_ru="один шаг, который можно сделать сегодня",
        ),
    )
    pillars: Annotated[list[Pillar], Field(max_length=12)] = Field(default_factory=list)
    questions: Annotated[list[Question], Field(max_length=60)] = Field(default_factory=list)
