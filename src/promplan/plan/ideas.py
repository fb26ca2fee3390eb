"""Ideas in which engineering becomes art: fact × form × feeling, what they cost and promise, and which were chosen."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Id, Line, Rating, Record, Reference, Text
from promplan.plan.labels import choices, label
from promplan.plan.poster import Poster

Form = Literal["", "art", "design", "animation", "video", "photo", "text", "audio", "event"]
Chosen = Literal["", "yes", "no"]

FORMS = choices(
    {
        "": say_in("form of an idea", "not chosen"),
        "art": "art from data",
        "design": "design",
        "animation": "animation",
        "video": "video",
        "photo": "photo",
        "text": "text",
        "audio": "sound",
        "event": "event",
    }
)
CHOSEN = choices(
    {
        "": "not decided",
        "yes": "yes, we make it",
        "no": "no, not this time",
    }
)


class Idea(Record):
    """One idea, `I1`, `I2` …: what makes one stop, the facts it stands on, its form, and why it was taken or left."""

    LETTER = "I"
    title: Line = Field("", json_schema_extra=label("Idea", help="a working title", distinct=True))
    hook: Line = Field(
        "", json_schema_extra=label("Hook", help="what makes somebody stop and look", wide=True, said="sentence")
    )
    facts: Annotated[list[Id], Field(max_length=12)] = Field(
        default_factory=list, json_schema_extra=label("Facts it stands on", refers="enterprise.facts")
    )
    form: Form = Field("", json_schema_extra=label("Form of the idea", choices=FORMS))
    feeling: Line = Field(
        "", json_schema_extra=label("Feeling", help="what somebody should feel: pride, calm, surprise")
    )
    pillar: Reference = Field("", json_schema_extra=label("Pillar it carries", refers="message.pillars"))
    audience: Reference = Field("", json_schema_extra=label("Whom it is for", refers="audiences"))
    channels: Annotated[list[Id], Field(max_length=6)] = Field(
        default_factory=list, json_schema_extra=label("Where it would appear", refers="channels")
    )
    effort: Rating | None = Field(None, json_schema_extra=label("Effort, 1–5"))
    impact: Rating | None = Field(None, json_schema_extra=label("Impact, 1–5"))
    needs: Line = Field(
        "", json_schema_extra=label("What the plant gives", help="an hour of an engineer, a series of data, a part")
    )
    risk: Line = Field("", json_schema_extra=label("What may go wrong"))
    chosen: Chosen = Field("", json_schema_extra=label("Do we make it?", choices=CHOSEN))
    reason: Text = Field("", json_schema_extra=label("Why, or why not", wide=True))
    poster: Poster = Field(default_factory=Poster, json_schema_extra=label("Recipe of the poster"))
