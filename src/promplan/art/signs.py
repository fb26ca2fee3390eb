"""The Isotype chart: so many signs, each standing for so many; more signs, never larger ones.

After the Vienna Method of Pictorial Statistics (O. and M. Neurath, G. Arntz, from 1925). What is left over is a part of
a sign with just that share of its area, so the ink of each row is its value.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from promplan.art.bounds import between, one_of, shown, whole
from promplan.art.geometry import SIDE, Area, Drawing, Label, Mark, Points, joined
from promplan.art.legend import Form, Legend, Reading, formed
from promplan.art.outlines import SIGNS, Outline, part, sign
from promplan.art.ticks import round_up
from promplan.language import Problem, say

EDGE, HEAD, GAP = 40.0, 44.0, 34.0
MOST_SIGNS, MOST_ROWS = 2_000, 40
FULL = 0.86  # of its place a sign takes


@dataclass(frozen=True)
class Row:
    """What is counted, and how many."""

    name: str
    value: float


def isotype(
    rows: Sequence[Row],
    *,
    each: float,
    sign_of: str = "person",
    quantity: str = "",
    unit: str = "",
    across: int = 10,
    accent: int | None = None,
    scales: str = "on",
) -> Form:
    """A line of signs for each row, wrapped where it is longer than `across`.

    Args:
        rows: names and values from 0 up, all of one unit.
        each: how many one sign stands for, above 0; it is stated in the legend.
        sign_of: one of `SIGNS`.
        quantity, unit: what is counted, as the data call it.
        across: signs beside each other, 2 to 50.
        accent: the row that is picked out in primer; its name stands over it as over all.
        scales: "on" or "off"; without scales the signs can still be counted, but not what one stands for.

    Raises:
        Problem: no rows, a negative value, or more signs than can be counted: with a larger `each` that would do.
    """
    if isinstance(rows, str | bytes) or not isinstance(rows, Sequence) or not 1 <= len(rows) <= MOST_ROWS:
        raise Problem(say("The chart of signs: from 1 to {most} rows are needed.", most=MOST_ROWS))
    each = between(each, say("How many one sign stands for"), 1e-9, 1e15, unit)
    one_of(sign_of, say("The sign"), SIGNS)
    across = whole(across, say("Signs beside each other"), 2, 50)
    picked = None if accent is None else whole(accent, say("The row that is picked out"), 0, len(rows) - 1)
    values = [_value(one) for one in rows]
    many = math.fsum(values) / each
    if many > MOST_SIGNS:
        raise Problem(
            say(
                "These would be {n} signs, and nobody counts so many. Let one sign stand for {each} or more.",
                n=shown(math.ceil(many)),
                each=round_up(math.fsum(values) / 100),
            )
        )
    whole_sign = sign(sign_of)
    wide, tall = whole_sign.size
    place = (SIDE - 2 * EDGE) / across
    scale = FULL * place / wide
    pitch = tall * scale + 0.2 * place
    marks: list[Mark] = []
    y = EDGE
    for n, value in enumerate(values):
        if scales == "on":
            marks.append(Label(EDGE, y + 24, f"row:{n}", value, unit, 26, fill="ink"))
        y += HEAD
        drawn, ghost = _signs(value / each, whole_sign, across, place, scale, pitch, y)
        if ghost is not None:
            marks.append(Area(ghost, "faint"))
        if len(drawn):
            marks.append(Area(drawn, "primer" if n == picked else "ink"))
        y += max(1, math.ceil(math.ceil(value / each - 1e-9) / across)) * pitch + GAP
    legend = Legend(
        "isotype",
        (Reading("count", quantity, unit, each, each, 1.0, 1.0), Reading("row", "", "", 1.0, float(len(rows)))),
        (
            ("signs", sum(math.floor(value / each + 1e-9) for value in values)),
            ("parts", sum(_rest(value / each) > 0 for value in values)),
            ("rows", len(rows)),
        ),
        names=tuple(one.name for one in rows),
    )
    return formed(Drawing(tuple(marks), SIDE, y), legend, scales, "countable")


def unit_for(values: Sequence[float], about: int = 60) -> float:
    """A round number for one sign, so that all rows together are about so many signs or fewer."""
    return round_up(math.fsum(values) / about)


def _value(row: Row) -> float:
    return between(row.value, say("The row “{name}”", name=str(row.name)[:60]), 0, 1e15)


def _rest(many: float) -> float:
    """The share of a sign that is left over; what is closer to nothing than a billionth is nothing."""
    rest = many - math.floor(many + 1e-9)
    return rest if rest > 1e-9 else 0.0


def _signs(
    many: float, one: Outline, across: int, place: float, scale: float, pitch: float, top: float
) -> tuple[Points, Points | None]:
    """The pieces of all signs of a row, and behind the part of one that whole sign, pale."""
    full, rest = math.floor(many + 1e-9), _rest(many)
    inset = (1 - FULL) * place / 2

    def at(n: int, outline: Outline) -> Points:
        return outline.pieces * scale + (EDGE + inset + (n % across) * place, top + (n // across) * pitch)

    found = [at(n, one) for n in range(full)]
    if rest:
        found.append(at(full, part(one, rest)))
    return joined(found), at(full, one) if rest else None
