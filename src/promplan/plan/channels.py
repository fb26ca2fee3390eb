"""Where it will be published: the channels that the team chose, each with its task, its rhythm and who runs it."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Id, Key, Line, Record, Reference
from promplan.plan.labels import choices, label
from promplan.plan.money import ChannelMoney

Media = Literal["", "paid", "earned", "shared", "owned"]

MEDIA = choices(
    {
        "": say_in("kind of media", "not chosen"),
        "paid": "paid: we buy the place",
        "earned": "earned: others write about it",
        "shared": "shared: people pass it on",
        "owned": "owned: the plant's own",
    }
)


class PlannedChannel(Record):
    """One channel of the plan, `H1`, `H2` …"""

    LETTER = "H"
    name: Line = Field(
        "", json_schema_extra=label("Page or place", help="what it is called: VK, the plant's page …", distinct=True)
    )
    channel: Key = Field(
        "",
        description="id of a channel in assets/channels.toml; empty: none of them",
        json_schema_extra=label("Channel"),
    )
    media: Media = Field("", json_schema_extra=label("Paid, earned, shared, owned", choices=MEDIA))
    role: Line = Field("", json_schema_extra=label("Its task", help="what it does that no other channel does"))
    audiences: Annotated[list[Id], Field(max_length=10)] = Field(
        default_factory=list, json_schema_extra=label("Whom we meet there", refers="audiences")
    )
    cadence: Line = Field("", json_schema_extra=label("Rhythm", help="on Tuesdays, twice a month"))
    per_month: Annotated[int, Field(ge=0, le=200)] | None = Field(None, json_schema_extra=label("Posts a month"))
    owner: Reference = Field("", json_schema_extra=label("Who of us runs it", refers="team.members"))
    at_plant: Line = Field("", json_schema_extra=label("Who posts at the plant", help="role at the plant"))
    money: ChannelMoney = Field(default_factory=ChannelMoney, json_schema_extra=label("Money and reach"))
