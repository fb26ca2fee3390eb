"""The team: who works on the plan, in which role."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Line, Part, Record
from promplan.plan.labels import choices, label

Role = Literal["", "producer", "editor", "visual", "safety", "distribution"]
Carried = Literal["producer", "editor", "visual", "safety", "distribution"]
Consent = Literal["not asked", "yes", "no"]

ROLES = choices(
    {
        "": say_in("role", "not chosen"),
        "producer": "producer",
        "editor": "editor",
        "visual": "visual lead",
        "safety": "fact-and-safety lead",
        "distribution": "distribution lead",
    }
)
CONSENTS = choices(
    {
        "not asked": "not asked",
        "yes": "yes",
        "no": "no",
    }
)

CARRIED = {value: words for value, words in ROLES.items() if value}


class Member(Record):
    """One member of the team, `M1`, `M2` …; `by` is who entered the line."""

    LETTER = "M"
    name: Line = Field("", json_schema_extra=label("Name", said="person"))
    role: Role = Field("", json_schema_extra=label("Role", choices=ROLES))
    also: Annotated[list[Carried], Field(max_length=5)] = Field(
        default_factory=list,
        json_schema_extra=label(
            "Other roles", help="three people can carry five: the rest is shared out", choices=CARRIED
        ),
    )
    skills: Line = Field(
        "",
        json_schema_extra=label("What I can do", help="camera, drawing, welding …"),
    )
    portfolio_consent: Consent = Field(
        "not asked",
        json_schema_extra=label(
            "May go into the talent pool",
            help="your wish, and you can take it back; consent is a paper of its own",
            choices=CONSENTS,
        ),
    )

    @property
    def roles(self) -> list[Carried]:
        """All that the member carries, the first role first; empty where none is chosen."""
        return list(dict.fromkeys([*([self.role] if self.role else []), *self.also]))


class Team(Part):
    """Section *team* (unit 0)."""

    name: Line = Field("", json_schema_extra=label("Team", said="name"))
    institution: Line = Field("", json_schema_extra=label("Where you study", said="name"))
    region: Line = Field("", json_schema_extra=label("Region", said="name"))
    members: Annotated[list[Member], Field(max_length=12)] = Field(default_factory=list)
