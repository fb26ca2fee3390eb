"""What the game assumes where a plan says nothing: the numbers, kinds of channels and events of `assets/game.toml`."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from promplan import assets, toml

Said = dict[str, str]  # a text in both languages


@dataclass(frozen=True)
class Kind:
    """A kind of channel, and how its users meet what stands there."""

    id: str
    name: Said
    channels: tuple[str, ...]
    media: tuple[str, ...]
    users: float
    seen: float
    alike: float
    arrival: tuple[float, ...]
    click: float

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True)
class Answer:
    """One answer to an event, and what comes of it from the week's end on.

    Args:
        attention: a factor on the attention for what comes out within `days`.
        delay: what would come out within so many days comes out so many days later.
        echo: the last piece is shown once more to this share of those who use its channel.
        guests: so many people come on a list of names.
    """

    id: str
    name: Said
    then: Said
    attention: float = 1.0
    days: int = 0
    delay: int = 0
    echo: float = 0.0
    guests: int = 0

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True)
class Event:
    """Something that happens, three answers to it, and what a press officer would do.

    `published`: it happens to a piece, so one has to be out.
    """

    id: str
    name: Said
    what: Said
    officer: Said
    answers: tuple[Answer, ...]
    published: bool = False

    def __hash__(self) -> int:
        return hash(self.id)


@cache
def _file() -> dict[str, Any]:
    return toml.read(assets.folder() / "game.toml")


def numbers(table: str) -> dict[str, float]:
    """The numbers of a table: `rates`, `fit`, `anyway`, `counters`."""
    found: dict[str, float] = _file()[table]
    return found


@cache
def stages() -> dict[str, tuple[str, ...]]:
    """By which beginnings of words a step of a funnel is known, from contacts to applications."""
    return {one["id"]: tuple(one["words"]) for one in _file()["stage"]}


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of channels."""
    return tuple(_read(Kind, one) for one in _file()["kind"])


@cache
def events() -> tuple[Event, ...]:
    """All that may happen."""
    return tuple(
        Event(
            one["id"],
            one["name"],
            one["what"],
            one["officer"],
            tuple(_read(Answer, each) for each in one["answer"]),
            one.get("published", False),
        )
        for one in _file()["event"]
    )


def _read(kind: Any, row: dict[str, Any]) -> Any:
    known = {one.name for one in fields(kind)}
    return kind(
        **{key: tuple(value) if isinstance(value, list) else value for key, value in row.items() if key in known}
    )
