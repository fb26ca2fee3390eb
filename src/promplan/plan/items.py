"""The pieces of content: what each says to whom and where, its script, storyboard, rights, approvals and days."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.advertising import Advertising, Link
from promplan.plan.approvals import Approval
from promplan.plan.base import Id, Line, Record, Reference, Seconds, Text
from promplan.plan.labels import choices, label
from promplan.plan.placing import Placing
from promplan.plan.production import Dates, WorkStep
from promplan.plan.rights import AiUse, Right
from promplan.plan.script import Panel, ScriptLine
from promplan.plan.subtitles import Subtitles

ItemForm = Literal["", "video", "animation", "photo", "poster", "post", "article", "press release", "audio", "event"]

ITEM_FORMS = choices(
    {
        "": say_in("form of an item", "not chosen"),
        "video": say_in("item", "video"),
        "animation": say_in("item", "animation"),
        "photo": say_in("item", "photo or gallery"),
        "poster": "poster",
        "post": "post",
        "article": "article",
        "press release": "press release",
        "audio": say_in("item", "sound: podcast, radio"),
        "event": say_in("item", "event"),
    }
)


class Item(Record):
    """One piece of content, `C1`, `C2` …"""

    LETTER = "C"
    title: Line = Field("", json_schema_extra=label("Piece of content", help="a working title", distinct=True))
    idea: Reference = Field("", json_schema_extra=label("Idea it comes from", refers="ideas"))
    message: Line = Field(
        "", json_schema_extra=label("What it says", help="one sentence that stays", wide=True, said="sentence")
    )
    pillar: Reference = Field("", json_schema_extra=label("Pillar", refers="message.pillars"))
    objective: Reference = Field("", json_schema_extra=label("Objective it serves", refers="objectives"))
    audience: Reference = Field("", json_schema_extra=label("For whom", refers="audiences"))
    channel: Reference = Field("", json_schema_extra=label("On which channel", refers="channels"))
    form: ItemForm = Field("", json_schema_extra=label("Form", choices=ITEM_FORMS))
    facts: Annotated[list[Id], Field(max_length=20)] = Field(
        default_factory=list, json_schema_extra=label("Facts in it", refers="enterprise.facts")
    )
    owner: Reference = Field("", json_schema_extra=label("Owner: who does it", refers="team.members"))
    approver: Reference = Field("", json_schema_extra=label("Who of us approves it", refers="team.members"))
    length: Seconds | None = Field(None, json_schema_extra=label("Length, seconds", help="of a film or a sound"))
    headline: Line = Field("", json_schema_extra=label("Headline", said="number"))
    text: Text = Field(
        "", json_schema_extra=label("Text", help="of the post, the article, the press release", wide=True)
    )
    alt: Text = Field(
        "",
        json_schema_extra=label(
            "Picture in words", help="alternative text: what is seen, and why it matters", wide=True
        ),
    )
    hold_if: Line = Field(
        "", json_schema_extra=label("Hold it if", help="an accident, a day of mourning, a clearance that is not there")
    )
    script: Annotated[list[ScriptLine], Field(max_length=80)] = Field(
        default_factory=list, json_schema_extra=label("Script")
    )
    panels: Annotated[list[Panel], Field(max_length=60)] = Field(
        default_factory=list, json_schema_extra=label("Storyboard")
    )
    subtitles: Subtitles = Field(default_factory=Subtitles, json_schema_extra=label("Subtitles"))
    rights: Annotated[list[Right], Field(max_length=30)] = Field(
        default_factory=list, json_schema_extra=label("Rights of others")
    )
    ai: Annotated[list[AiUse], Field(max_length=20)] = Field(default_factory=list, json_schema_extra=label("Use of AI"))
    approvals: Annotated[list[Approval], Field(max_length=20)] = Field(
        default_factory=list, json_schema_extra=label("Approvals")
    )
    production: Annotated[list[WorkStep], Field(max_length=30)] = Field(
        default_factory=list, json_schema_extra=label("Steps of production")
    )
    dates: Dates = Field(default_factory=Dates, json_schema_extra=label("Dates"))
    placing: Placing = Field(default_factory=Placing, json_schema_extra=label("In the calendar"))
    ad: Advertising = Field(default_factory=Advertising, json_schema_extra=label("Advertisement"))
    link: Link = Field(default_factory=Link, json_schema_extra=label("Link"))
