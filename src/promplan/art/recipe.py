"""From a recipe to its form: the data by their columns, the knobs as they are set."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from promplan.art.bands import stripes
from promplan.art.columns import DRAWN, Column, Table, keys
from promplan.art.cure import rosette
from promplan.art.gears import pens, spirograph
from promplan.art.grid import typology
from promplan.art.knobs import settings
from promplan.art.legend import Form
from promplan.art.ridges import ridgeline
from promplan.art.series import Quantity, Series
from promplan.art.shaft import orbit
from promplan.art.signs import MOST_ROWS, Row, isotype, unit_for
from promplan.language import Problem, say

NO_DATA = ("spirograph",)  # forms of two numbers, the teeth
TWO = ("orbit",)  # forms of two columns at once
WORDS = ("isotype",)  # forms of rows that have a name each
NAMED = "·"  # between the columns that part the data, as between their values in a curve's name
KEYS = 40  # different values at most in a column that parts the data into curves


@dataclass(frozen=True)
class Drawn:
    """Which columns are drawn.

    Args:
        values: what is shown; two for an orbit, one band each for stripes.
        along: over what it runs, such as the time; none where the rows are in order.
        by: a curve for each different value of these; of an Isotype chart, the rows' names.
    """

    values: tuple[str, ...] = ()
    along: str = ""
    by: tuple[str, ...] = ()


def form_of(name: str, given: Mapping[str, Any], table: Table | None, drawn: Drawn, scales: str = "on") -> Form:
    """The form of this name.

    Args:
        given: the knobs that are not as they start. table: the data; none is needed for `NO_DATA`.

    Raises:
        Problem: a knob out of its bounds, no data, a column that is not there or has no numbers.
    """
    drawn = drawn if drawn.values or table is None or name in NO_DATA else suggested(name, table)
    form = _form_of(name, {**settings(name, given)}, table, drawn, scales)
    of = NAMED.join(drawn.by) if len(drawn.values) == 1 else ""
    return Form(form.drawing, replace(form.legend, named=of))


def _form_of(name: str, knobs: dict[str, Any], table: Table | None, drawn: Drawn, scales: str) -> Form:
    if "accent" in knobs:
        knobs["accent"] = int(knobs["accent"]) - 1 if knobs["accent"] else None
    if name in NO_DATA:
        family = pens(int(knobs.pop("many")), knobs.pop("inner"), knobs.pop("outer"))
        return spirograph(
            knobs.pop("ring"), knobs.pop("wheel"), pens=family, **_within(knobs, len(family)), scales=scales
        )
    if table is None:
        raise Problem(say("There are no data yet. Choose a file of the plant, or bring one of your own."))
    if name in WORDS:
        rows, column = _rows(table, drawn)
        fitting = max(float(knobs.pop("each")), unit_for([one.value for one in rows], 600))
        return isotype(
            rows, each=fitting, quantity=column.name, unit=column.unit, **_within(knobs, len(rows)), scales=scales
        )
    if name in TWO:
        if len(drawn.values) < 2:
            raise Problem(say("An orbit needs two columns: across and upright. Choose a second one."))
        across, upright = (_every(table, value) for value in drawn.values[:2])
        return orbit(across, upright, last=int(knobs.pop("last")), **knobs, scales=scales)
    found = [one for value in drawn.values for one in table.series(value, drawn.along or None, drawn.by)]
    if len(drawn.values) > 1:
        found = [replace(one, name="·".join(filter(None, (one.value.name, one.name)))) for one in found]
    if len(drawn.values) > 1:
        found = _of_one(found)
    knobs = _within(knobs, len(found))
    if name == "rosette":
        return rosette(found, **knobs, scales=scales)
    if name == "ridgeline":
        return ridgeline(found, **knobs, scales=scales)
    if name == "stripes":
        return stripes(found, strips=int(knobs.pop("strips")), **knobs, scales=scales)
    return typology(found, columns=int(knobs.pop("columns")), **knobs, scales=scales)


def suggested(name: str, table: Table) -> Drawn:
    """The columns that a form is tried with first: what grows with the rows is the time, what repeats parts curves."""
    numbers = [one for one in table.columns if one.kind in ("number", "moment")]
    if name in WORDS:
        named = next((one.name for one in table.columns if one.words), "")
        kept = [one.name for one in numbers if _counts(one)] or [one.name for one in numbers]
        return Drawn(tuple(kept[-1:]), by=(named,) if named else ())
    by = [one for one in table.columns if _parts(one, table.rows)]
    along = next((one for one in numbers if one not in by and _runs(one)), None)
    values = [one for one in numbers if one is not along and one not in by and not one.constant]
    values = values or [one for one in numbers if one is not along and one not in by]
    if not values and along is not None:
        values, along = [along], None  # a single column that grows is what is shown, one reading after another
    if name in TWO:  # two of one unit, else any two
        pairs = [(a.name, b.name) for n, a in enumerate(values) for b in values[n + 1 :] if a.unit == b.unit]
        return Drawn(pairs[0] if pairs else tuple(one.name for one in values[:2]))
    return Drawn(tuple(one.name for one in values[:1]), along.name if along else "", tuple(one.name for one in by))


def _every(table: Table, value: str) -> Series:
    """All readings of a column in their order, those that are missing too; of very many every second, third …

    Both columns of an orbit are read at the same moments: neither may be thinned by itself.
    """
    found = table.series(value, None, (), most=table.rows)[0]
    step = -(-len(found.values) // DRAWN)
    return found if step == 1 else Series(found.values[::step], None, found.value, found.time, found.name)


def _within(knobs: dict[str, Any], n: int) -> dict[str, Any]:
    """With nothing picked out where there is no such curve."""
    if knobs.get("accent") is not None and knobs["accent"] >= n:
        return {**knobs, "accent": None}
    return knobs


def _of_one(found: list[Series]) -> list[Series]:
    """Several columns of one unit are one quantity: that of the first, where all are called otherwise."""
    units = {one.value.unit for one in found}
    if len(units) > 1:
        raise Problem(
            say(
                "Columns of different units do not stand on one scale: {units}. Choose those of one.",
                units=", ".join(sorted(units)),
            )
        )
    one = found[0].value
    return [replace(each, value=Quantity(one.name, one.unit)) for each in found]


def _rows(table: Table, drawn: Drawn) -> tuple[list[Row], Column]:
    """What is counted, added up for each name."""
    column = table[drawn.values[0]] if drawn.values else table.columns[-1]
    if column.kind != "number":
        raise Problem(say("The column {name} holds no numbers. Choose one that counts.", name=column.name))
    names = keys(table[drawn.by[0]]) if drawn.by else None
    sums: dict[str, float] = {}
    for n in range(table.rows):
        value = float(column.values[n])
        if value == value:
            name = names[n] if names else str(n + 1)
            sums[name] = sums.get(name, 0.0) + value
    if len(sums) > MOST_ROWS:
        raise Problem(
            say(
                "These would be {n} rows of signs, and {most} can be read. Choose a column with fewer names.",
                n=len(sums),
                most=MOST_ROWS,
            )
        )
    return [Row(name, value) for name, value in sums.items()], column


def _parts(one: Column, rows: int) -> bool:
    """Whether a column parts the data: few values, each many times, in order."""
    if one.kind == "nothing" or rows < 8:
        return False
    if one.words:
        return one.says == "" and 1 < len(set(one.words)) <= min(KEYS, rows // 4)
    there = one.values[~np.isnan(one.values)]
    different = np.unique(there)
    whole = bool((different == np.round(different)).all())
    runs = 1 + int(np.count_nonzero(np.diff(there)))
    return whole and 1 < len(different) <= KEYS * 5 and runs <= rows // 4 and bool((np.diff(there) >= 0).mean() > 0.5)


def _runs(one: Column) -> bool:
    """Whether a column is what the others run over: it grows nearly always."""
    there = one.values[~np.isnan(one.values)]
    return len(there) > 2 and float((np.diff(there) > 0).mean()) > 0.8


def _counts(one: Column) -> bool:
    there = one.values[~np.isnan(one.values)]
    return bool((there >= 0).all())
