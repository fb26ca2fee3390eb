"""The plant and its register of facts: the ground that every later section stands on."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Day, Id, Line, Number, Part, Record, Text
from promplan.plan.labels import choices, label

SourceKind = Literal["", "document", "measured", "oral"]
ClearanceState = Literal["open", "asked", "cleared", "refused"]
Channel = Literal["owned", "shared", "earned", "paid"]

SOURCE_KINDS = choices(
    {
        "": say_in("kind of source", "not said"),
        "document": "document",
        "measured": "we measured it",
        "oral": "somebody said so",
    }
)
CLEARANCE_STATES = choices(
    {
        "open": say_in("fact", "open: nobody asked"),
        "asked": say_in("fact", "asked, no answer yet"),
        "cleared": "cleared",
        "refused": "refused",
    }
)
CHANNELS = choices(
    {
        "owned": "the plant's own",
        "shared": "social media",
        "earned": "the press",
        "paid": "paid",
    }
)


class Clearance(Part):
    """Who let a fact out: in which words, where, until when."""

    state: ClearanceState = Field(
        "open", json_schema_extra=label(say_in("fact", "Clearance"), choices=CLEARANCE_STATES)
    )
    wording: Text = Field("", json_schema_extra=label("Cleared wording", wide=True))
    channels: Annotated[list[Channel], Field(max_length=4)] = Field(
        default_factory=list, json_schema_extra=label("Channels", choices=CHANNELS)
    )
    until: Day | None = Field(None, json_schema_extra=label("Cleared until"))
    by: Line = Field(
        "",
        json_schema_extra=label("Who clears it", help="role: process engineer …"),
    )


class Fact(Record):
    """One fact, `F1`, `F2` …: a statement with, where it has one, its number, unit and tolerance."""

    LETTER = "F"
    statement: Line = Field("", json_schema_extra=label("Fact", wide=True, said="sentence", distinct=True))
    about: Line = Field(
        "",
        json_schema_extra=label("What the number measures", help="two facts about one thing are compared by this line"),
    )
    quantity: Line = Field(
        "",
        description="id of a kind in assets/magnitudes.toml; empty: none fits",
        json_schema_extra=label("Kind of number"),
    )
    value: Number | None = Field(None, json_schema_extra=label("Value"))
    unit: Line = Field("", json_schema_extra=label("Unit", said="unit"))
    tolerance: Annotated[Number, Field(ge=0)] | None = Field(
        None,
        json_schema_extra=label("Tolerance ±", help="in the same unit"),
    )
    source: Line = Field(
        "",
        json_schema_extra=label("Source", help="which document, who, where"),
    )
    source_kind: SourceKind = Field("", json_schema_extra=label("Kind of source", choices=SOURCE_KINDS))
    as_of: Day | None = Field(
        None,
        json_schema_extra=label("As of", help="the day for which it is true"),
    )
    valid_until: Day | None = Field(None, json_schema_extra=label("Valid until"))
    derived_from: Annotated[list[Id], Field(max_length=20)] = Field(
        default_factory=list,
        json_schema_extra=label(
            "Computed from", help="the facts that it was worked out from", refers="enterprise.facts"
        ),
    )
    checked_by: Line = Field("", json_schema_extra=label("Checked by"))
    surprise: Annotated[int, Field(ge=1, le=5)] | None = Field(None, json_schema_extra=label("Surprise, 1–5"))
    clearance: Clearance = Field(
        default_factory=Clearance,
        json_schema_extra=label(
            "Clearance: who lets it out, in which words, where, until when",
        ),
    )


class Enterprise(Part):
    """Section *enterprise* (unit 1)."""

    name: Line = Field("", json_schema_extra=label("Plant", said="name"))
    place: Line = Field("", json_schema_extra=label("Place", said="name"))
    industry: Line = Field("", json_schema_extra=label("Industry"))
    products: Text = Field("", json_schema_extra=label("Products", wide=True))
    protected_names: Text = Field(
        "",
        json_schema_extra=label(
            "Names that stay inside", help="customers, orders; one on a line", wide=True, inside=True
        ),
    )
    facts: Annotated[list[Fact], Field(max_length=300)] = Field(default_factory=list)
