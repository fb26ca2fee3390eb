"""What distribution costs and who carries it for free: the budget, its lines, overlaps of channels, what is enough."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import BY, Count, Day, Line, Part, Record, Reference, Text
from promplan.plan.labels import choices, label
from promplan.plan.money import CURRENCIES, TAXES, Currency, Money, Percent, Tax

Contacts = Annotated[int, Field(ge=1, le=100)]
Quantity = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)]
LineKind = Literal["", "making", "printing", "event", "rights", "advertising", "travel", "other"]
Who = Literal["", "workers", "families", "teachers", "pupils", "media", "exhibition", "press tour", "partners", "town"]

LINE_KINDS = choices(
    {
        "": say_in("line of a budget", "not chosen"),
        "making": say_in("line of a budget", "making it"),
        "printing": say_in("line of a budget", "printing"),
        "event": say_in("line of a budget", "event, stand, visit"),
        "rights": say_in("line of a budget", "rights and licences"),
        "advertising": say_in("line of a budget", "marking of advertisements, levy"),
        "travel": say_in("line of a budget", "travel"),
        "other": say_in("line of a budget", "other"),
    }
)
CARRIERS = choices(
    {
        "": say_in("who carries it", "not chosen"),
        "workers": say_in("who carries it", "the plant's workers"),
        "families": say_in("who carries it", "their families"),
        "teachers": say_in("who carries it", "teachers, class teachers"),
        "pupils": say_in("who carries it", "pupils and students themselves"),
        "media": say_in("who carries it", "editors of newspapers, radio, local pages"),
        "exhibition": say_in("who carries it", "an exhibition, a fair"),
        "press tour": say_in("who carries it", "guests of a press tour"),
        "partners": say_in("who carries it", "partners: college, library, museum"),
        "town": say_in("who carries it", "the town: administration, bus, noticeboards"),
    }
)


class Carrier(Record):
    """Somebody who carries the content without being paid, `FC1`, `FC2` …"""

    LETTER = "FC"
    who: Who = Field("", json_schema_extra=label("Who carries it", choices=CARRIERS))
    what: Line = Field(
        "", json_schema_extra=label("What they do", help="show it in a class hour, hang it up", wide=True)
    )
    given: Line = Field("", json_schema_extra=label("What we put into their hands", help="a poster, a text, a film"))
    why: Line = Field("", json_schema_extra=label("Why they would do it", help="what they have of it"))
    asked_by: Reference = Field("", json_schema_extra=label("Who of us asks them", refers="team.members"))
    on: Day | None = Field(None, json_schema_extra=label("By when"))
    channel: Reference = Field("", json_schema_extra=label("On which channel", refers="channels"))
    audience: Reference = Field("", json_schema_extra=label("Whom they reach", refers="audiences"))
    people: Count | None = Field(None, json_schema_extra=label("How many people they reach"))
    people_from: Line = Field("", json_schema_extra=label("Where that number is from"))
    hours: Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)] | None = Field(
        None, json_schema_extra=label("Hours it takes us")
    )


class BudgetLine(Record):
    """What is paid beside the money of the channels, `BL1`, `BL2` …: price × quantity."""

    LETTER = "BL"
    what: Line = Field("", json_schema_extra=label("What is paid for", wide=True, distinct=True))
    kind: LineKind = Field("", json_schema_extra=label("Kind", choices=LINE_KINDS))
    price: Money | None = Field(None, json_schema_extra=label("Price of one"))
    quantity: Quantity | None = Field(None, json_schema_extra=label("How many"))
    unit: Line = Field("", json_schema_extra=label("Of what", help="piece, day, run, trip"))
    source: Line = Field("", json_schema_extra=label("Where the price is from", help="price list, offer, page"))
    as_of: Day | None = Field(None, json_schema_extra=label("Price as of"))
    channel: Reference = Field("", json_schema_extra=label("For which channel", refers="channels"))
    item: Reference = Field("", json_schema_extra=label("For which piece", refers="items"))


class Overlap(Record):
    """People whom two channels have in common, `OV1`, `OV2` …; what is not measured is taken as chance."""

    LETTER = "OV"
    one: Reference = Field("", json_schema_extra=label("One channel", refers="channels"))
    other: Reference = Field("", json_schema_extra=label("The other", refers="channels"))
    people: Count | None = Field(None, json_schema_extra=label("People of ours who use both"))
    source: Line = Field("", json_schema_extra=label("Where that number is from"))


class Budget(Part):
    """Section *budget* (unit 8): how much there is, whom it shall reach and how often, and why it is split so."""

    by: Reference = Field("", json_schema_extra=BY)
    total: Money | None = Field(
        None, json_schema_extra=label("Money in all", help="0 is a budget too: then others carry it")
    )
    currency: Currency = Field("", json_schema_extra=label("Currency", choices=CURRENCIES))
    given_by: Line = Field("", json_schema_extra=label("Who gives it, and who signs", help="role at the plant"))
    tax: Tax = Field("", json_schema_extra=label("VAT in the prices", choices=TAXES))
    reserve: Percent | None = Field(None, json_schema_extra=label("Kept back for what nobody foresaw, %"))
    people: Count | None = Field(
        None, json_schema_extra=label("People whom the campaign is for", help="all of them; nobody else is counted")
    )
    people_from: Line = Field("", json_schema_extra=label("Where that number is from"))
    enough: Contacts | None = Field(
        None, json_schema_extra=label("Contacts that are enough", help="from how many on does somebody know it?")
    )
    enough_why: Line = Field("", json_schema_extra=label("Why so many", help="a convention is a reason, said as one"))
    most_contacts: Contacts | None = Field(
        None, json_schema_extra=label("Contacts that are too many", help="from here on it annoys")
    )
    target: Count | None = Field(None, json_schema_extra=label("People to be reached", help="what the objective needs"))
    without: Text = Field(
        "",
        json_schema_extra=label("Without any money", help="who carries it then, and what is left out", wide=True),
    )
    reason: Text = Field(
        "",
        json_schema_extra=label(
            "Why the money is split so", help="where it differs from what brings most: why", wide=True
        ),
    )
    carriers: Annotated[list[Carrier], Field(max_length=40)] = Field(default_factory=list)
    lines: Annotated[list[BudgetLine], Field(max_length=60)] = Field(default_factory=list)
    overlaps: Annotated[list[Overlap], Field(max_length=60)] = Field(default_factory=list)
