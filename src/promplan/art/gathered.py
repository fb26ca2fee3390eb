"""The rows of a table gathered into columns, chunk by chunk: what is long is never held as text."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from promplan.art.cells import DAY_S, GAPS, Header, moment, numbers
from promplan.art.columns import Column
from promplan.art.decoded import Chunk
from promplan.art.months import counted_on, month, says
from promplan.art.series import Numbers
from promplan.language import Problem, Words, say, say_many

EXAMPLES = 3  # cells of a column that were not read, kept to be shown


@dataclass(frozen=True)
class Plan:
    """What the first rows told about the file; `assumed` grows while it is read."""

    headers: list[Header]
    kinds: list[str]
    comma: bool
    assumed: list[Words]
    named: bool = True


class Gathered:
    """Columns that grow with each chunk."""

    def __init__(self, plan: Plan, wide: int) -> None:
        self.plan, self.wide, self.rows = plan, wide, 0
        self.parts: list[list[Numbers]] = [[] for _ in range(wide)]
        self.words: list[list[str]] = [[] for _ in range(wide)]
        self.unread: list[list[tuple[int, str]]] = [[] for _ in range(wide)]
        self.wrong = [0] * wide
        self.ragged, self.ragged_at = 0, 0

    def take(self, chunk: Chunk) -> None:
        """The rows of a chunk."""
        self._even(chunk)
        for n, cells in enumerate(zip(*chunk.rows, strict=True)):
            found, wrong = self._column(list(cells), n)
            if isinstance(found, list):
                self.words[n] += found
            else:
                self.parts[n].append(found)
            self.wrong[n] += len(wrong)
            room = EXAMPLES - len(self.unread[n])
            self.unread[n] += [(chunk.lines[at], cells[at]) for at in wrong[:room]]
        self.rows += len(chunk.rows)

    def columns(self) -> tuple[Column, ...]:
        """The columns.

        Raises:
            Problem: most rows have another number of cells than the first, or there are no numbers at all.
        """
        if self.ragged > self.rows / 2:
            raise Problem(
                say(
                    "Most rows have another number of cells than the first ones, as in row {n}. Save the table as CSV "
                    "with one separator, and put text with that sign into quotation marks.",
                    n=self.ragged_at,
                )
            )
        if self.ragged:
            self.plan.assumed.append(
                say_many(
                    "{n} row has another number of cells, as row {at} does; what it lacks counts as missing.",
                    "{n} rows have another number of cells, as row {at} does; what they lack counts as missing.",
                    self.ragged,
                    at=self.ragged_at,
                )
            )
        found = tuple(self._made(n) for n in range(self.wide))
        if not any(one.kind == "number" for one in found):
            names = ", ".join(one.name for one in found)[:200]
            raise Problem(
                say(
                    "There are no numbers in this table: the columns are {names}. Choose the file with the values.",
                    names=names,
                )
            )
        return found

    def _even(self, chunk: Chunk) -> None:
        """Each row as wide as the table; what lacks is empty, what is filled beyond is counted and dropped."""
        if set(map(len, chunk.rows)) <= {self.wide}:
            return
        for line, row in zip(chunk.lines, chunk.rows, strict=True):
            if len(row) != self.wide:
                if len(row) < self.wide or any(map(str.strip, row[self.wide :])):
                    self.ragged, self.ragged_at = self.ragged + 1, self.ragged_at or line
                row[self.wide :] = []
                row += [""] * (self.wide - len(row))

    def _column(self, cells: list[str], n: int) -> tuple[Numbers | list[str], list[int]]:
        """Numbers, seconds since 1970 or since midnight, or words; and where it was none of the column's kind."""
        if self.plan.kinds[n] == "number":
            return numbers(cells, self.plan.comma, self.plan.headers[n].unit)
        if self.plan.kinds[n] != "moment":
            return [one.strip() for one in cells], []
        empty = [one.strip().casefold() in GAPS for one in cells]
        found = [None if gap else moment(one) for one, gap in zip(cells, empty, strict=True)]
        wrong = [at for at, one in enumerate(found) if one is None and not empty[at]]
        return np.array([np.nan if one is None else _stamp(one) for one in found], dtype=np.float64), wrong

    def _made(self, n: int) -> Column:
        (name, unit), kind = self.plan.headers[n], self.plan.kinds[n]
        words = self.words[n]
        if kind == "month" and all(month(one) or one.casefold() in GAPS for one in words):
            values = counted_on([month(one) for one in words])
            values.flags.writeable = False
            return Column(name, "", "number", values, tuple(words), int(np.isnan(values).sum()), says="month")
        if kind in ("words", "month", "nothing"):
            kind = "nothing" if kind == "nothing" else "words"
            return Column(name, "", kind, np.empty(0), tuple(words), sum(one.casefold() in GAPS for one in words))
        values, began = np.concatenate(self.parts[n]), ""
        gaps = int(np.isnan(values).sum()) - self.wrong[n]
        said = "" if kind == "moment" else says(name, values)
        if kind == "moment":
            values, began = _from_first(values)
            unit, said = "s", _days(values, began)
        elif said == "month":
            values = counted_on([None if one != one else int(one) for one in values.tolist()])
        values.flags.writeable = False
        return Column(name, unit, kind, values, (), gaps, self.wrong[n], tuple(self.unread[n]), began, said)


def _days(values: Numbers, began: str) -> str:
    """How moments are said: "month" where each is the first of one, "day", "clock" where no day is known."""
    if not began:
        return "clock"
    first = np.datetime64(began.replace(" ", "T"), "s")
    there = values[~np.isnan(values)].round().astype(np.int64)
    at = first + there.astype("timedelta64[s]")
    return "month" if bool((at == at.astype("datetime64[M]").astype("datetime64[s]")).all()) else "day"


def _stamp(one: datetime | float) -> float:
    return (one - datetime(1970, 1, 1)).total_seconds() if isinstance(one, datetime) else one


def _from_first(values: Numbers) -> tuple[Numbers, str]:
    """Seconds from the first moment, and when that was, where the cells have days; past midnight comes the next day."""
    known = ~np.isnan(values)
    there = values[known]
    if not len(there):
        return values, ""
    if there.min() >= 0 and there.max() < DAY_S:
        there = there + DAY_S * np.concatenate(([0], np.cumsum(np.diff(there) < -DAY_S / 2)))
        began = ""
    else:
        began = str(np.datetime64(round(float(there[0])), "s")).replace("T", " ")
    found = np.full(len(values), np.nan)
    found[known] = there - there[0]
    return found, began
