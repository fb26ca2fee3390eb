"""The recipe of a poster: which form is made of which data, in which colours and words, and who cleared the data."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Key, Line, Number, Part, Reference, Text
from promplan.plan.enterprise import Clearance
from promplan.plan.labels import choices, label

ArtForm = Literal["", "rosette", "ridgeline", "spirograph", "stripes", "orbit", "isotype", "typology"]
Scales = Literal["on", "off"]
Name = Key
# what `Poster.shown` holds, as "KIND UNIT": lowest and highest of what is shown and of what it runs over; how many
# curves there are, called so; what rows of signs count and what one stands for; whether proportions are left out
SHOWN = ("value", "along", "curves", "rows", "each", "unproportioned")
Setting = Number | bool | Name | Annotated[list[Number], Field(max_length=12)]  # of one parameter of a form

ART_FORMS = choices(
    {
        "": say_in("form of art", "not chosen"),
        "rosette": "rosette of curves",
        "ridgeline": "ridgeline of cycles",
        "spirograph": "spirograph of a pair of gears",
        "stripes": "stripes of a trend",
        "orbit": "orbit of a shaft",
        "isotype": "Isotype: signs that count",
        "typology": "typology: one kind, many shapes",
    }
)
SCALES = choices(
    {
        "on": "with scales",
        "off": "without scales: removed at the plant's request",
    }
)


class Data(Part):
    """What a poster is made of: a file of the case's kit or one beside the plan, and the columns that are drawn."""

    file: Key = Field("", json_schema_extra=label("File of the case", help="rheometer.csv, for one"))
    attachment: Reference = Field("", json_schema_extra=label("Or your own file", refers="attachments"))
    values: Annotated[list[Name], Field(max_length=6)] = Field(
        default_factory=list, json_schema_extra=label("Columns that are drawn", help="one on a line")
    )
    along: Name = Field("", json_schema_extra=label("What they run over", help="the time, for one"))
    each: Annotated[list[Name], Field(max_length=3)] = Field(
        default_factory=list, json_schema_extra=label("A curve for each", help="batch, day …")
    )


class Poster(Part):
    """A poster as a recipe: the same recipe gives the same poster on any machine.

    `parameters` are those of the form's function in `promplan.art`, by their names; the form holds them to its bounds.
    `shown` is what the composer saw in the data when it drew them, by `SHOWN`: a rule reads the plan and no files.
    """

    form: ArtForm = Field("", json_schema_extra=label("Form of art", choices=ART_FORMS))
    data: Data = Field(default_factory=Data, json_schema_extra=label("Data behind it"))
    parameters: Annotated[dict[Name, Setting], Field(max_length=20)] = Field(
        default_factory=dict, json_schema_extra=label("Parameters of the form")
    )
    seed: Annotated[int, Field(ge=0, lt=2**32)] = Field(1, json_schema_extra=label("Seed"))
    palette: Key = Field("", json_schema_extra=label("Palette"))
    format: Key = Field("", json_schema_extra=label("Sheet or screen", help="a3, 4:5 …"))
    scales: Scales = Field("on", json_schema_extra=label("Scales", choices=SCALES))
    title: Line = Field("", json_schema_extra=label("Title on the poster", said="number"))
    line: Line = Field("", json_schema_extra=label("Line under the title", wide=True))
    legend: Annotated[list[Line], Field(max_length=6)] = Field(
        default_factory=list,
        json_schema_extra=label("What you add to the legend", help="one on a line; what a form shows it says itself"),
    )
    alt: Text = Field(
        "",
        json_schema_extra=label("Poster in words", help="alternative text: what is seen, and what it means", wide=True),
    )
    credit: Line = Field("", json_schema_extra=label("Credit line", help="whose data, of when, who made it"))
    link: Line = Field("", json_schema_extra=label("Link behind the QR code"))
    shown: Annotated[dict[Name, Annotated[list[Number], Field(max_length=60)]], Field(max_length=12)] = Field(
        default_factory=dict, json_schema_extra=label("What was drawn, in numbers", inside=True)
    )
    clearance: Clearance = Field(
        default_factory=Clearance,
        json_schema_extra=label("Clearance of the data behind it", help="a cure curve with its axes is a recipe"),
    )
