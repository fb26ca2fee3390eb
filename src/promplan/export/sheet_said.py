"""A row of a sheet that came back, as a screen and the command line tell it."""

from dataclasses import dataclass

from promplan.language import Words


@dataclass(frozen=True)
class Said:
    """A row: its sign, its head, what becomes what (field, before, after), what is to be known."""

    key: str
    sign: str
    head: Words
    changes: tuple[tuple[Words, str, str], ...]
    notes: tuple[Words, ...]
    can: bool
    calm: bool
