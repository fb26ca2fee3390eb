"""A table that was read: its columns, the series that can be drawn from them, and the reading back in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from promplan.art.running import clock
from promplan.art.series import SERIES, Numbers, Quantity, Series, thinned
from promplan.language import Problem, Words, plain_number, say, say_many

KEPT = 12  # series by their columns, found once and kept
DRAWN = 20_000  # values of a series that a form needs at most; beyond, a picture does not change
SEPARATED = {";": say("semicolons"), ",": say("commas"), "\t": say("tabs"), "|": say("upright strokes")}


@dataclass(frozen=True, eq=False)
class Column:
    """A column.

    Args:
        kind: "number", "moment" (seconds from its first one), "words", or "nothing".
        values: (rows,) of numbers and moments, NaN where one is missing; empty for words.
        words: (rows,) of words.
        gaps: cells in which nothing stands.
        unread: cells in which something else stands; NaN as well. `examples` are the first: row in the file, cell.
        began: the first moment, where the cells have days.
        says: how its numbers are said, as `Quantity` has it.
    """

    name: str
    unit: str
    kind: str
    values: Numbers
    words: tuple[str, ...] = ()
    gaps: int = 0
    unread: int = 0
    examples: tuple[tuple[int, str], ...] = ()
    began: str = ""
    says: str = ""

    @property
    def limits(self) -> tuple[float, float] | None:
        """The lowest and the highest value; None where there is none."""
        there = self.values[~np.isnan(self.values)]
        return (float(there.min()), float(there.max())) if len(there) else None

    @property
    def constant(self) -> bool:
        found = self.limits
        return found is not None and found[0] == found[1]


@dataclass(frozen=True, eq=False)
class Table:
    """Columns of equal length, and how the file was written."""

    columns: tuple[Column, ...]
    rows: int
    encoding: str
    separator: str
    comma: bool
    assumed: tuple[Words, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def synthetic(self) -> bool:
        """Whether the file says of itself that its data are made."""
        return any("synthetic" in one.casefold() or "синтетич" in one.casefold() for one in self.notes)

    def __getitem__(self, name: str) -> Column:
        for one in self.columns:
            if one.name == name:
                return one
        raise Problem(
            say(
                "No column is called {name}. Choose one of: {known}.",
                name=str(name)[:60],
                known=", ".join(one.name for one in self.columns)[:300],
            )
        )

    def series(
        self, value: str, time: str | None = None, by: Sequence[str] = (), most: int = DRAWN
    ) -> tuple[Series, ...]:
        """What a form draws: one series, or one for each different value of the columns `by`.

        Where time starts again, as with one cycle after another, a new series begins there. A longer series is thinned
        to `most` values (`thinned_from` says so).

        They are found once: a hand on a slider asks for the same again and again.

        Raises:
            Problem: a column of words, more than 400 series, or times in disorder.
        """
        asked = value, time, tuple(by), most
        if asked not in self._found:
            if len(self._found) >= KEPT:
                self._found.clear()
            self._found[asked] = self._sought(*asked)
        return self._found[asked]

    @cached_property
    def _found(self) -> dict[tuple[str, str | None, tuple[str, ...], int], tuple[Series, ...]]:
        return {}

    def _sought(self, value: str, time: str | None, by: tuple[str, ...], most: int) -> tuple[Series, ...]:
        shown, when = self._numbers(value), self._numbers(time) if time is not None else None
        quantity = Quantity(shown.name, shown.unit, shown.says)
        parts = self._parts(by, when)
        runs, second = Quantity(), 1.0
        if when is not None and when.kind == "moment":
            runs, second = clock(when.name, when.says, when.began, [when.values[at] for _, at in parts])
        elif when is not None:
            runs = Quantity(when.name, when.unit, when.says)
        found = []
        for name, at in parts:
            kept = at if when is None else at[~np.isnan(when.values[at])]
            if np.isfinite(shown.values[kept]).sum() < 2:
                continue  # nothing to draw of it
            times = None if when is None else when.values[kept] / second
            found.append(thinned(Series(shown.values[kept], times, quantity, runs, name), most))
        if not found:
            raise Problem(say("The column {name} has too few numbers to draw.", name=shown.name))
        return tuple(found)

    def _numbers(self, name: str) -> Column:
        one = self[name]
        if one.kind not in ("number", "moment"):
            raise Problem(
                say(
                    "The column {name} holds no numbers. Choose one of: {known}.",
                    name=one.name,
                    known=", ".join(each.name for each in self.columns if each.kind == "number")[:300],
                )
            )
        return one

    def _parts(
        self, by: tuple[str, ...], when: Column | None
    ) -> list[tuple[str, "np.ndarray[tuple[int], np.dtype[np.int64]]"]]:
        """The name and the rows of each series."""
        everything = np.arange(self.rows)
        if by:
            names = [keys(self[name]) for name in by]
            label = ["·".join(one) for one in zip(*names, strict=True)]
            places: dict[str, list[int]] = {}
            for n, one in enumerate(label):
                places.setdefault(one, []).append(n)
            parts = [(name, np.array(at)) for name, at in places.items()]
        elif when is not None:
            known = everything[~np.isnan(when.values)]
            cuts = np.flatnonzero(np.diff(when.values[known]) < 0) + 1
            pieces = np.split(known, cuts)
            parts = [(str(n) if len(pieces) > 1 else "", at) for n, at in enumerate(pieces, 1)]
        else:
            parts = [("", everything)]
        if len(parts) > SERIES:
            raise Problem(
                say(
                    "These would be {n} series, and {most} can be drawn. If the times are in disorder, sort the rows.",
                    n=len(parts),
                    most=SERIES,
                )
            )
        return parts


def said_back(table: Table) -> tuple[Words, ...]:
    """What was read, sentence by sentence: the file, each column, each assumption."""
    lines = [
        say_many("{n} row, {columns}.", "{n} rows, {columns}.", table.rows, columns=_columns(len(table.columns))),
        say(
            "Written in {encoding}, parted by {sign}, decimals by {mark}.",
            encoding=table.encoding,
            sign=SEPARATED.get(table.separator, say("nothing: one column")),
            mark=say("a comma") if table.comma else say("a point"),
        ),
    ]
    lines += [_told(one) for one in table.columns]
    return (*lines, *table.assumed)


def _columns(n: int) -> Words:
    return say_many("{n} column", "{n} columns", n)


def _told(one: Column) -> Words:
    """A column in one sentence."""
    if one.kind == "nothing":
        return say("{name}: nothing in it.", name=one.name)
    if one.kind == "words":
        return say("{name}: words, {n} different.", name=one.name, n=len(set(one.words)))
    missing = [say_many("{n} missing", "{n} missing", one.gaps)] if one.gaps else []
    if one.unread:
        row, cell = one.examples[0]
        missing.append(
            say_many(
                "{n} not read, such as “{cell}” in row {row}",
                "{n} not read, such as “{cell}” in row {row}",
                one.unread,
                cell=cell[:30],
                row=row,
            )
        )
    rest: Words | str = ""
    if missing:
        rest = Words("".join(f"; {{m{n}}}" for n in range(len(missing))), {f"m{n}": m for n, m in enumerate(missing)})
    low, high = one.limits or (float("nan"), float("nan"))
    if one.kind == "moment" and one.began:
        there = keys(replace(one, values=np.array([low, high])))
        return say(
            "{name}: moments from {began} to {ended}{rest}.", name=one.name, began=there[0], ended=there[1], rest=rest
        )
    if one.kind == "moment":
        return say("{name}: times of day, {n} s in all{rest}.", name=one.name, n=high, rest=rest)
    if one.says == "month":
        return say("{name}: months, {n} different{rest}.", name=one.name, n=len(np.unique(one.values)), rest=rest)
    if one.says == "year":
        return say("{name}: years, {low} to {high}{rest}.", name=one.name, low=int(low), high=int(high), rest=rest)
    unit = one.unit or say("no unit")
    if one.constant:
        return say("{name} ({unit}): {low} throughout{rest}.", name=one.name, unit=unit, low=low, rest=rest)
    return say("{name} ({unit}): from {low} to {high}{rest}.", name=one.name, unit=unit, low=low, high=high, rest=rest)


def keys(one: Column) -> list[str]:
    """What each cell is called where its column parts the data: words as they stand, days, plain numbers."""
    if one.words:
        return list(one.words)
    if one.kind == "moment" and one.began:
        first = np.datetime64(one.began.replace(" ", "T"), "s")
        days = [str(first + np.timedelta64(round(value), "s")) if value == value else "" for value in one.values]
        return [day[:7] if one.says == "month" else day.removesuffix("T00:00:00").replace("T", " ") for day in days]
    return [plain_number(value) for value in one.values.tolist()]
