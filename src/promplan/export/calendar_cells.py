"""A cell of somebody's calendar as a value of the plan: names and choices of either language, days (`sheet_days`).

What cannot be read is a `Problem` that says why, and what to write instead; nothing is guessed. Bounds are those of the
plan's own fields.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Any, get_args

from promplan.export.calendar_columns import Column, Names, plainly
from promplan.export.calendar_mapping import folded, read
from promplan.export.sheet_days import Days, clock, plain
from promplan.language import LANGUAGES, Problem, say
from promplan.plan.base import Line, Text

LINE, TEXT = (next(it.max_length for it in get_args(one) if hasattr(it, "max_length")) for one in (Line, Text))
HOURS, AFTER = 1000, 10
AMOUNT = re.compile(r"(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:h|hours?|hrs?|ч|час|часа|часов)?\.?", re.IGNORECASE)
ID = re.compile(r"\(([A-Z]{1,2}[0-9]{1,6})\)$|^([A-Z]{1,2}[0-9]{1,6})$")


class Reader:
    """Reads the cells of one sheet: it knows the plan's names; `days` what its columns of days have shown."""

    def __init__(self, plan: Any) -> None:
        self.names = Names(plan)
        self.days = Days()
        self._known: dict[str, dict[str, str]] = {}
        self._read: dict[tuple[str, str], Any] = {}
        self._kinds: dict[str, Callable[[Column, Any], Any]] = {
            "line": lambda column, cell: _text(cell, LINE),
            "text": lambda column, cell: _text(cell, TEXT),
            "day": lambda column, cell: self.days.day(column.key, cell),
            "time": lambda column, cell: clock(cell),
            "number": lambda column, cell: _hours(cell),
            "yes": lambda column, cell: _yes(cell),
            "choice": lambda column, cell: _choice(column, cell),
            "one": self._one,
            "many": self._many,
        }

    def value(self, column: Column, cell: Any) -> Any:
        """The value that the plan would hold.

        Raises:
            Problem: the cell cannot be read, with what to write.
        """
        cell = plain(cell)
        if not isinstance(cell, str) or column.kind in ("line", "text"):
            return self._kinds[column.kind](column, cell)
        key = column.key, cell  # few different words stand in ten thousand cells
        if key not in self._read:
            self._read[key] = self._kinds[column.kind](column, cell)
        return self._read[key]

    def _one(self, column: Column, cell: Any) -> str:
        said = _text(cell, TEXT)
        return self._id(column, said) if said else ""

    def _many(self, column: Column, cell: Any) -> list[str]:
        said = _text(cell, TEXT)
        parts = [it.strip() for it in re.split(r"[;,\n]", said) if it.strip()]
        if len(parts) > AFTER:
            raise Problem(say("{n} are too many here: {most} at most", n=len(parts), most=AFTER))
        return list(dict.fromkeys(self._id(column, one) for one in parts))

    def _id(self, column: Column, said: str) -> str:
        """The record that a name means: by its id, by the whole name, by the only one that begins so."""
        there = self.names.of(column.refers)
        hit = ID.search(said)
        if hit and (id_ := hit[1] or hit[2]) in there:
            return str(id_)
        if column.refers not in self._known:
            self._known[column.refers] = {folded(name): id_ for id_, name in there.items()}
        known, bare = self._known[column.refers], folded(said)
        if bare in known:
            return known[bare]
        begins = [id_ for name, id_ in known.items() if bare and (name.startswith(bare) or bare.startswith(name + " "))]
        if len(begins) == 1:
            return begins[0]
        listed = "; ".join(there.values()) if there else str(say("there are none in the plan yet"))
        raise Problem(
            say("“{text}” is none of those in the plan: {known}", text=_begun(said), known=_begun(listed, 200))
        )


def _text(cell: Any, most: int) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        cell = cell.date() if cell.time() == time.min else cell
    text = plainly(cell if isinstance(cell, str) else str(cell))
    if len(text) > most:
        raise Problem(say("{n} signs are too many for this field: {most} at most", n=len(text), most=most))
    return text


def _hours(cell: Any) -> float | None:
    if cell is None or cell == "":
        return None
    if isinstance(cell, str) and (hit := AMOUNT.fullmatch(cell.strip())):
        cell = float(hit[1].replace(",", "."))
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not 0 <= cell <= HOURS:
        raise Problem(say("hours are a number from 0 to {most}, such as 1.5", most=HOURS))
    return float(cell)


def _yes(cell: Any) -> bool:
    if isinstance(cell, bool):
        return cell
    if cell is None or cell in (0, ""):
        return False
    if cell == 1:
        return True
    words: Mapping[str, Any] = read()["words"]
    said = str(cell).strip().casefold()
    if said in words["yes"]:
        return True
    if said in words["no"]:
        return False
    raise Problem(say("yes or no belongs here"))


def _choice(column: Column, cell: Any) -> str:
    said = _text(cell, LINE)
    if not said:
        return ""
    bare = folded(said)
    for key, words in column.choices.items():
        if bare in {key, *(folded(words.into(one)) for one in LANGUAGES)}:
            return key
    if column.key == "placing.state":
        for key, known in read()["words"].items():
            if key in column.choices and bare in map(folded, known):
                return str(key)
    listed = "; ".join(str(words) for key, words in column.choices.items() if key)
    raise Problem(say("“{text}” is none of the choices: {known}", text=_begun(said), known=listed))


def _begun(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
