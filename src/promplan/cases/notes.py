"""What a team wrote down at an invented plant, each note with its paper and its day: a kit's `notes.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from promplan import assets

Told = Mapping[str, str]


@dataclass(frozen=True)
class Note:
    """One thing that was heard or read, and where it is from."""

    heard: Told
    paper: Told


@dataclass(frozen=True)
class Notes:
    """The notes of one plant, in both languages: the scene, what the press officer's letter says, what was heard."""

    scene: Told
    letter: Told
    notes: tuple[Note, ...]


def notes(case: str) -> Notes | None:
    """The notes of a case; None where it has none, as a real plant."""
    file = assets.kit(case, "notes.toml")
    if file is None:
        return None
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    return Notes(raw["scene"], raw["letter"], tuple(Note(one["heard"], one["paper"]) for one in raw["note"]))
