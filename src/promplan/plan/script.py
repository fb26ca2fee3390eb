"""A script in two columns, what is said and what is seen, and the storyboard drawn from it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from promplan.language import say_in
from promplan.plan.base import Grid, Id, Key, Line, Part, Record, Reference, Seconds, Text
from promplan.plan.camera import ANGLES, MOVES, SIZES, Angle, Move, Size
from promplan.plan.labels import INSIDE, choices, label

Transition = Literal["", "cut", "dissolve", "fade"]
# points "x,y x,y …" in thousandths of the frame, written in one line: a drawing of numbers one on a line fills a plan
Stroke = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4},[0-9]{1,4}( [0-9]{1,4},[0-9]{1,4})*$", max_length=1200)]

TRANSITIONS = choices(
    {
        "": say_in("transition", "not chosen"),
        "cut": "cut",
        "dissolve": "dissolve",
        "fade": "fade to black",
    }
)


class ScriptLine(Record):
    """A line of the script, `L1`, `L2` …: the words at the right, the picture at the left, and how long they take."""

    LETTER = "L"
    words: Text = Field("", json_schema_extra=label("Words", help="as they are spoken, numbers in words", wide=True))
    speaker: Line = Field("", json_schema_extra=label("Whose voice", help="voice-over, the foreman, nobody"))
    picture: Line = Field("", json_schema_extra=label("Picture", help="what is seen meanwhile", wide=True))
    seconds: Seconds | None = Field(None, json_schema_extra=label("Seconds"))
    facts: Annotated[list[Id], Field(max_length=12)] = Field(
        default_factory=list, json_schema_extra=label("Facts in these words", refers="enterprise.facts")
    )


class Figure(Part):
    """A figure of the storyboard's own signs, by its name: where it stands in the frame, how large, turned how far."""

    name: Key = ""
    x: Grid = 50.0
    y: Grid = 50.0
    size: Annotated[float, Field(ge=1, le=400, allow_inf_nan=False)] = 100.0
    turn: Annotated[float, Field(ge=-360, le=360, allow_inf_nan=False)] = 0.0
    mirrored: bool = False


class Drawing(Part):
    """What is drawn in a panel, from the back to the front: a picture, figures, strokes of the hand."""

    picture: Reference = Field("", json_schema_extra=label("Picture behind it", refers="attachments"))
    figures: Annotated[list[Figure], Field(max_length=20)] = Field(default_factory=list, json_schema_extra=INSIDE)
    strokes: Annotated[list[Stroke], Field(max_length=60)] = Field(default_factory=list, json_schema_extra=INSIDE)


class Panel(Record):
    """A panel of the storyboard, `S1`, `S2` …"""

    LETTER = "S"
    action: Line = Field("", json_schema_extra=label("What happens", wide=True))
    line: Reference = Field("", json_schema_extra=label("Line of the script", refers="items/script"))
    shot: Reference = Field("", json_schema_extra=label("Shot from the visit", refers="visit.shots"))
    size: Size = Field("", json_schema_extra=label("Shot size", choices=SIZES))
    angle: Angle = Field("", json_schema_extra=label("Camera angle", choices=ANGLES))
    move: Move = Field("", json_schema_extra=label("Camera move", choices=MOVES))
    seconds: Seconds | None = Field(None, json_schema_extra=label("Seconds"))
    sound: Line = Field("", json_schema_extra=label("Sound and music"))
    transition: Transition = Field("", json_schema_extra=label("To the next panel", choices=TRANSITIONS))
    drawing: Drawing = Field(default_factory=Drawing, json_schema_extra=label("Drawing"))
