"""What in a piece of content belongs to others, and what a machine made of it."""

from typing import Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Day, Line, Record, Reference
from promplan.plan.labels import choices, label

Work = Literal["", "music", "sound", "font", "picture", "video", "text"]

WORKS = choices(
    {
        "": say_in("work", "not chosen"),
        "music": "music",
        "sound": say_in("work", "sound"),
        "font": "font",
        "picture": "picture",
        "video": say_in("work", "video"),
        "text": say_in("work", "text"),
    }
)


class Right(Record):
    """Somebody's work and the licence to use it, `U1`, `U2` …"""

    LETTER = "U"
    what: Line = Field("", json_schema_extra=label("Work", help="title and author", said="name"))
    kind: Work = Field("", json_schema_extra=label("Kind of work", choices=WORKS))
    owner: Line = Field("", json_schema_extra=label("Whose it is", said="name"))
    licence: Line = Field("", json_schema_extra=label("Licence", help="CC BY 4.0, a contract of …"))
    until: Day | None = Field(None, json_schema_extra=label("Licence until", help="empty: without end"))
    credit: Line = Field("", json_schema_extra=label("Credit", help="as the licence wants it"))
    paper: Reference = Field("", json_schema_extra=label("Proof beside the plan", refers="attachments"))


class AiUse(Record):
    """What a machine made or changed, `J1`, `J2` …, how readers learn of it, and who checked it."""

    LETTER = "J"
    tool: Line = Field("", json_schema_extra=label("AI tool", said="name"))
    purpose: Line = Field("", json_schema_extra=label("What it was used for", help="a draft, a voice, a background"))
    disclosed: Line = Field("", json_schema_extra=label("How we say so", help="the line that readers see"))
    checked_by: Line = Field("", json_schema_extra=label("Who checked what it made", help="and against what"))
