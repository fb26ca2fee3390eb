"""What is said: the message house on its proofs, and the hard questions with their cleared answers."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Id, Line, Part, Record, Text
from promplan.plan.labels import choices, label

AnswerState = Literal["open", "asked", "cleared", "refused"]

ANSWER_STATES = choices(
    {
        "open": say_in("answer", "open: nobody asked"),
        "asked": say_in("answer", "asked, no answer yet"),
        "cleared": say_in("answer", "cleared"),
        "refused": "we do not answer this one",
    }
)


class Pillar(Record):
    """One pillar of the house, `P1` … `P3`: a statement that carries the umbrella, on facts of the register."""

    LETTER = "P"
    statement: Line = Field(
        "",
        json_schema_extra=label(
            "Pillar",
            help="one sentence",
            wide=True,
            said="sentence",
            distinct=True,
        ),
    )
    proofs: Annotated[list[Id], Field(max_length=12)] = Field(
        default_factory=list,
        json_schema_extra=label(
            "Proofs",
            help="facts of the register that carry it",
            refers="enterprise.facts",
        ),
    )


class Question(Record):
    """A hard question, `Q1`, `Q2` …, its answer, and who let the answer out."""

    LETTER = "Q"
    question: Line = Field("", json_schema_extra=label("Hard question", wide=True, said="sentence", distinct=True))
    answer: Text = Field(
        "",
        json_schema_extra=label(
            "Our answer",
            help="two sentences; what is not known is said so",
            wide=True,
            said="sentence",
            distinct=True,
        ),
    )
    state: AnswerState = Field("open", json_schema_extra=label(say_in("answer", "Clearance"), choices=ANSWER_STATES))
    cleared_by: Line = Field(
        "",
        json_schema_extra=label("Who clears it", help="role at the plant"),
    )


class Message(Part):
    """Section *message* (unit 3)."""

    umbrella: Text = Field(
        "",
        json_schema_extra=label(
            "Umbrella: the one sentence",
            help="at most 25 words, about people and something that can be seen",
            wide=True,
        ),
    )
    tone: Line = Field(
        "",
        json_schema_extra=label("Tone of voice", help="three words: calm, exact, with a smile"),
    )
    avoid: Text = Field(
        "",
        json_schema_extra=label("Words to avoid", help="one on a line", wide=True),
    )
    call: Line = Field(
        "",
        json_schema_extra=label(
            "Call to action",
            help="one step that a person can take today",
            wide=True,
            said="sentence",
        ),
    )
    pillars: Annotated[list[Pillar], Field(max_length=12)] = Field(default_factory=list)
    questions: Annotated[list[Question], Field(max_length=60)] = Field(default_factory=list)
