"""A kit's shots: the menu that the plant lets out beforehand, its answers to what else is asked, and what came back."""

from typing import Annotated, Literal

from pydantic import Field

from promplan.cases.rows import Id, Minutes, Row, Told, rows

Size = Literal["wide", "medium", "close", "detail"]
Move = Literal["still", "pan", "tilt", "track", "hand"]
Sound = Literal["real", "voice", "none"]
Seconds = Annotated[int, Field(ge=1, le=600)]


class Shot(Row):
    """A shot at a stop. `cleared` stands on the menu; the other states are the answer of whoever is asked (`by`).

    `condition` binds a cleared shot; `wording` is the form in which an asked one is let out.
    """

    id: Id
    stop: Id
    what: Told
    size: Size
    move: Move
    seconds: Seconds
    minutes: Minutes
    sound: Sound
    people: tuple[Id, ...]
    state: Literal["cleared", "yes", "words", "no"]
    condition: Told | None = None
    by: Id = ""
    said: Told | None = None
    wording: Told | None = None


class Take(Row):
    """A file that a team brought back: of which shot, when, who and what is in the frame, what the file carries."""

    id: Id
    shot: Id
    file: str
    at: Annotated[str, Field(pattern=r"^\d\d:\d\d$")]
    seconds: Seconds
    seen: Told
    people: tuple[Id, ...]
    metadata: tuple[Literal["place", "serial"], ...]


def shots(case: str) -> tuple[Shot, ...]:
    """All shots that the plant has thought about; none for a real plant."""
    return rows(case, "shots", "shot", Shot)


def menu(case: str) -> tuple[Shot, ...]:
    """The shots that need no asking."""
    return tuple(one for one in shots(case) if one.state == "cleared")


def asked(case: str) -> tuple[Shot, ...]:
    """The shots that a team may ask for, with the plant's answer."""
    return tuple(one for one in shots(case) if one.state != "cleared")


def takes(case: str) -> tuple[Take, ...]:
    """What came back from a visit; none for a real plant."""
    return rows(case, "takes", "take", Take)
