"""What a visit brings home: stops on the floor plan, the shots taken there, and the log of what was got."""

from datetime import time
from typing import Annotated, Literal

from pydantic import Field

from promplan.language import say_in
from promplan.plan.base import Day, Grid, Id, Key, Line, Minutes, Part, Record, Reference, Seconds, Text
from promplan.plan.camera import MOVES, SIZES, Move, Size
from promplan.plan.enterprise import CHANNELS, CLEARANCE_STATES, Channel, ClearanceState
from promplan.plan.labels import choices, label

Priority = Literal["", "must", "should", "could"]
Got = Literal["", "got", "missing", "reshoot"]

PRIORITIES = choices(
    {
        "": say_in("priority", "not chosen"),
        "must": "must: without it an idea falls",
        "should": "should: much better with it",
        "could": "could: if there is time",
    }
)
LOGGED = choices(
    {
        "": "not taken yet",
        "got": "got it",
        "missing": "did not get it",
        "reshoot": "take it again",
    }
)


class Stop(Record):
    """A stop of the visit, `V1`, `V2` …, in the order of the route: where, how long, what may be filmed there."""

    LETTER = "V"
    name: Line = Field(
        "", json_schema_extra=label(say_in("visit", "Stop"), help="press line, laboratory …", distinct=True)
    )
    zone: Key = Field(
        "", description="id of the zone in the case's kit; empty: none of them", json_schema_extra=label("Zone")
    )
    x: Grid | None = Field(None, json_schema_extra=label("On the floor plan, from the left", help="0 to 100"))
    y: Grid | None = Field(None, json_schema_extra=label("On the floor plan, from the top", help="0 to 100"))
    minutes: Minutes | None = Field(None, json_schema_extra=label("Minutes there"))
    walk: Minutes | None = Field(None, json_schema_extra=label("Minutes on foot to get there"))
    ppe: Annotated[list[Line], Field(max_length=12)] = Field(
        default_factory=list, json_schema_extra=label("Protective equipment", help="one on a line")
    )
    allowed: Text = Field("", json_schema_extra=label("What may be filmed", wide=True))
    forbidden: Text = Field("", json_schema_extra=label("Never in frame", wide=True))
    host: Line = Field("", json_schema_extra=label("Who receives us there", help="role at the plant"))


class ShotClearance(Part):
    """Whether a shot may be taken and shown: by whom, under which conditions, where, until when."""

    state: ClearanceState = Field(
        "open", json_schema_extra=label(say_in("shot", "Clearance"), choices=CLEARANCE_STATES)
    )
    conditions: Text = Field(
        "",
        json_schema_extra=label(
            "Under which conditions", help="rolls stopped, screens dark, from the passage", wide=True
        ),
    )
    channels: Annotated[list[Channel], Field(max_length=4)] = Field(
        default_factory=list, json_schema_extra=label(say_in("shot", "Channels"), choices=CHANNELS)
    )
    until: Day | None = Field(None, json_schema_extra=label(say_in("shot", "Cleared until")))
    by: Line = Field("", json_schema_extra=label(say_in("shot", "Who clears it"), help="role at the plant"))


class Log(Part):
    """What became of a shot on the day."""

    state: Got = Field("", json_schema_extra=label("What became of it", choices=LOGGED))
    at: time | None = Field(None, json_schema_extra=label("Taken at"))
    note: Line = Field("", json_schema_extra=label("Note from the shoot", wide=True))
    file: Key = Field("", json_schema_extra=label("File in the camera", help="as the camera named it"))
    still: Reference = Field("", json_schema_extra=label("Still beside the plan", refers="attachments"))


class Shot(Record):
    """A shot to take, `T1`, `T2` …: what is seen, for which ideas and facts, who is in it, and what must not be."""

    LETTER = "T"
    what: Line = Field("", json_schema_extra=label("What is seen", wide=True))
    stop: Reference = Field("", json_schema_extra=label("At which stop", refers="visit.stops"))
    ideas: Annotated[list[Id], Field(max_length=12)] = Field(
        default_factory=list, json_schema_extra=label("For which ideas", refers="ideas")
    )
    facts: Annotated[list[Id], Field(max_length=12)] = Field(
        default_factory=list, json_schema_extra=label("Facts that it shows", refers="enterprise.facts")
    )
    size: Size = Field("", json_schema_extra=label("Shot size", choices=SIZES))
    move: Move = Field("", json_schema_extra=label("Camera move", choices=MOVES))
    seconds: Seconds | None = Field(None, json_schema_extra=label("Length of the shot, seconds"))
    sound: Line = Field("", json_schema_extra=label("Sound", help="the press itself, a voice, none"))
    people: Annotated[list[Id], Field(max_length=12)] = Field(
        default_factory=list, json_schema_extra=label("Who is in it", refers="visit.people")
    )
    avoid: Annotated[list[Line], Field(max_length=12)] = Field(
        default_factory=list,
        json_schema_extra=label("Must not be in frame", help="one on a line: screens, drawings, labels …"),
    )
    priority: Priority = Field("", json_schema_extra=label("Priority", choices=PRIORITIES))
    menu: Key = Field(
        "",
        description="id of the shot in the case's menu of shots cleared in advance; empty: none of them",
        json_schema_extra=label("From the pre-cleared shot menu"),
    )
    clearance: ShotClearance = Field(default_factory=ShotClearance, json_schema_extra=label("Clearance of the shot"))
    log: Log = Field(default_factory=Log, json_schema_extra=label("Log"))
