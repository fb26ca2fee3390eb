"""The rates of an export against what its own counts come to: which denominator it took, whether it averaged rates.

A rate is never taken into the plan. The formulas are the KPI dictionary's; a total is that of all counts together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from promplan.export.results_mapping import COUNTS, RATES, names
from promplan.export.results_rows import Row, Sheet
from promplan.export.sheet_table import spans
from promplan.language import Words, number, say, say_many

NEAR = 0.006  # of the rate: what rounding to a hundredth of a per cent may come to
LEAST = 0.00006
OTHER = "other"


def told(sheet: Sheet, heads: Mapping[str, str]) -> list[Words]:
    """What is to be said of each rate; `heads` are the columns' own names by their field."""
    found: list[Words] = []
    for key in RATES:
        rows = [one for one in sheet.rows if key in one.rates]
        if rows:
            scale = 100.0 if _in_per_cent(rows, sheet.totals, key, heads[key]) else 1.0
            found += _of_rows(key, rows, scale, heads[key])
            found += _of_totals(key, sheet, scale, heads[key])
    return found


def _in_per_cent(rows: Iterable[Row], totals: Iterable[Row], key: str, head: str) -> bool:
    """Are the rates written in per cent? Their sign says so, the head, or a rate above one."""
    said = [one.rates[key] for one in (*rows, *totals) if key in one.rates]
    return "%" in head or any(sign or value > 1 for value, sign in said)


def _of_rows(key: str, rows: Sequence[Row], scale: float, head: str) -> list[Words]:
    top, below = RATES[key]
    took: Counter[str] = Counter()
    strange: list[int] = []
    for one in rows:
        here = one.rates[key][0] / scale
        fits = [by for by in below if one.values.get(by) and _near(here, one.values.get(top, 0) / one.values[by])]
        took[fits[0] if fits else OTHER] += 1
        if not fits:
            strange.append(one.number)
    if not any(one.values.get(by) for one in rows for by in below) or all(top not in one.values for one in rows):
        return [
            say(
                "“{head}” is a rate and was left: the counts that it comes from are in no column that was read.",
                head=head,
            )
        ]
    by = next((it for it in below if took[it]), "")
    found = []
    if by and took[by] >= took[OTHER]:
        formula = say("{top} by {below}", top=names()[top], below=names()[by])
        found.append(
            say("“{head}” is a rate and was left; it is worked out anew. The export counts it as {formula}.", head=head,
                formula=formula)
            if by == below[0]
            else say(
                "“{head}” is a rate and was left. The export counts it as {formula}, the course by {other}: the two "
                "cannot be compared.", head=head, formula=formula, other=names()[below[0]])
        )  # fmt: skip
    else:
        found.append(say("“{head}” is a rate and was left: it does not follow from the counts of the file.", head=head))
    if by and strange:
        found.append(
            say_many(
                "“{head}”: in {n} row it does not follow from the counts ({rows}).",
                "“{head}”: in {n} rows it does not follow from the counts ({rows}).",
                len(strange), head=head, rows=spans(strange),
            )
        )  # fmt: skip
    return found


def _of_totals(key: str, sheet: Sheet, scale: float, head: str) -> list[Words]:
    """What the total's rate is: that of all counts together, or the mean of the rows' rates."""
    top, below = RATES[key]
    said = [one.rates[key][0] / scale for one in sheet.totals if key in one.rates]
    for by in below:
        pairs = [(one.values[top], one.values[by]) for one in sheet.rows if one.values.get(by) and top in one.values]
        if not pairs or not said:
            continue
        pooled = sum(a for a, _ in pairs) / sum(b for _, b in pairs)
        mean = fmean(a / b for a, b in pairs)
        if _near(said[0], pooled):
            return []
        if _near(said[0], mean):
            return [
                say(
                    "“{head}” of the total, {said} %, is the mean of the rows' rates: a tiny post weighs as much as a "
                    "large one. All counts together give {pooled} %.",
                    head=head,
                    said=per_cent(said[0]),
                    pooled=per_cent(pooled),
                )
            ]
    return []


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= max(LEAST, NEAR * abs(other))


def per_cent(value: float) -> str:
    """A fraction as hundredths, as exactly as an export shows them."""
    return number(round(100 * value, 2))


def of_totals(sheet: Sheet) -> list[Words]:
    """What is to be said of the rows that sum up the others."""
    found = []
    for total in sheet.totals:
        found.append(say("Row {n} is a total: it was left aside, the sum is worked out from the rows.", n=total.number))
        for key in COUNTS:
            rows = sum(one.values.get(key, 0) for one in sheet.rows)
            if (said := total.values.get(key)) is None or said == rows:
                continue
            if key == "reach" and said < rows:
                words = say(
                    "The total's reach is {said}, the rows add up to {rows}: a person who saw two posts was reached "
                    "once.", said=float(said), rows=float(rows))  # fmt: skip
            else:
                words = say("In the total, {field}: {said}. The rows add up to {rows}. Is a row missing?",
                            field=names()[key], said=float(said), rows=float(rows))  # fmt: skip
            found.append(words)
    if sheet.averages:
        found.append(
            say_many(
                "{n} row of averages was left aside ({rows}).",
                "{n} rows of averages were left aside ({rows}).",
                len(sheet.averages),
                rows=spans(sheet.averages),
            )
        )
    return found
