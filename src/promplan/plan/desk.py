"""The desk: what the team asks named people of the plant to let out, what they answered, and the campaign's clock."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.approvals import JUDGES, Judge
from promplan.plan.base import Day, Digest, Line, Part, Record, Reference, Text
from promplan.plan.enterprise import CHANNELS, Channel
from promplan.plan.labels import choices, label

Scale = Literal["", "on", "off"]
Said = Literal["", "yes", "words", "no", "elsewhere", "silence"]

ANSWERS = choices(
    {
        "": say_in("the plant's answer", "no answer yet"),
        "yes": say_in("the plant's answer", "yes"),
        "words": "yes, in other words",
        "no": say_in("the plant's answer", "no, because …"),
        "elsewhere": "not my matter: ask somebody else",
        "silence": "nothing came back",
    }
)
SCALE = choices(
    {
        "": say_in("scales", "not said"),
        "on": say_in("scales", "with its scales"),
        "off": say_in("scales", "without its scales"),
    }
)


class Answer(Part):
    """What came back: yes, yes in other words, no, not my matter, nothing; who said so, when and how."""

    state: Said = Field("", json_schema_extra=label(say_in("the plant", "Answer"), choices=ANSWERS))
    said: Text = Field("", json_schema_extra=label("What they wrote", wide=True))
    wording: Text = Field("", json_schema_extra=label(say_in("the plant", "Wording that may go out"), wide=True))
    channels: Annotated[list[Channel], Field(max_length=4)] = Field(
        default_factory=list, json_schema_extra=label(say_in("the plant", "Channels allowed"), choices=CHANNELS)
    )
    until: Day | None = Field(None, json_schema_extra=label(say_in("the plant", "Allowed until")))
    scales: Scale = Field("", json_schema_extra=label("A work of art may go out", choices=SCALE))
    by: Line = Field("", json_schema_extra=label("Who answered", help="role at the plant"))
    ask: Line = Field("", json_schema_extra=label("Whom to ask instead", help="role at the plant"))
    received: Day | None = Field(None, json_schema_extra=label("Answer received"))
    how: Line = Field("", json_schema_extra=label("How it came", help="by letter, in the sheet, by telephone, aloud"))
    taken: bool = Field(
        False, description="the team has put this answer into the plan", json_schema_extra=label("Taken into the plan")
    )


class Request(Record):
    """One letter to one person about one thing, `R1`, `R2` …; without `sent` it is still a draft."""

    LETTER = "R"
    CALLED = ("to", "wording", "judge")  # two letters to one person are two
    to: Line = Field("", json_schema_extra=label("To whom", help="role at the plant: press officer …", said="person"))
    fact: Reference = Field("", json_schema_extra=label("Fact it asks about", refers="enterprise.facts"))
    question: Reference = Field("", json_schema_extra=label("Hard question it asks about", refers="message.questions"))
    idea: Reference = Field("", json_schema_extra=label("Idea whose poster it asks about", refers="ideas"))
    shot: Reference = Field("", json_schema_extra=label("Shot it asks about", refers="visit.shots"))
    item: Reference = Field("", json_schema_extra=label("Piece of content it asks about", refers="items"))
    permit: Reference = Field(
        "", json_schema_extra=label("Clearance of the visit it asks about", refers="visit.clearances")
    )
    judge: Judge = Field("", json_schema_extra=label("What is to be looked at", choices=JUDGES))
    scales: Scale = Field("", json_schema_extra=label("Asked for with scales or without", choices=SCALE))
    version: Digest = Field("", json_schema_extra=label("Version that was shown", inside=True))
    person: Line = Field(
        "", description="id of the person in the case's kit", json_schema_extra=label("Whom do you ask?", inside=True)
    )
    wording: Text = Field(
        "", json_schema_extra=label("May we say", help="the very sentence, as it would go out", wide=True)
    )
    channels: Annotated[list[Channel], Field(max_length=4)] = Field(
        default_factory=list, json_schema_extra=label("Where we would say it", choices=CHANNELS)
    )
    until: Day | None = Field(None, json_schema_extra=label("Until which day we would use it"))
    purpose: Line = Field("", json_schema_extra=label("What it is for", help="a post for school-leavers, a page …"))
    needed: Day | None = Field(
        None, json_schema_extra=label("We need the answer by", help="empty: before the campaign ends")
    )
    sent: Day | None = Field(None, json_schema_extra=label("Sent on"))
    answer: Answer = Field(default_factory=Answer, json_schema_extra=label(say_in("the plant", "The plant's answer")))


class Desk(Part):
    """Section *desk* (units 1 and 3)."""

    day: Day | None = Field(
        None,
        description="a working day of the plant, moved by the team and never back; empty: `meta.as_of`",
        json_schema_extra=label("The campaign's day", never_back=True),
    )
    requests: Annotated[list[Request], Field(max_length=300)] = Field(default_factory=list)
