"""Which numbers age, and which are of a day to come.

Counts, prices, wages and answers to polls are of their day; what a thing is made of, weighs or stands, a law of
nature, a year that has been, stay true until somebody rebuilds the thing.
"""

import re
from functools import lru_cache

from promplan.measure.clean import russian
from promplan.measure.registry import dimension
from promplan.measure.said import numbers
from promplan.measure.unit import PEOPLE, read
from promplan.plan.enterprise import Fact
from promplan.review.around import around
from promplan.review.data import magnitudes
from promplan.review.fact_range import calendar_year
from promplan.review.periods import period_of
from promplan.text.morphology import tokens

AGES = re.compile(r"\[(?:count|rouble|dollar|euro|yuan|sterling|share|point|ratio|score|shift)\]")


@lru_cache(4096)
def _future(text: str) -> bool:
    if around("future").search(text):
        return True
    return russian(text) and any(one.has("VERB", "futr") for one in tokens(text))  # «выпустит», «построят»


def ages(one: Fact) -> bool:
    """Will the number be another in a year, though nobody rebuilds the thing?"""
    if one.value is None or calendar_year(one) or (one.quantity in magnitudes() and one.quantity not in DATED):
        return False
    unit = read(one.unit) if one.unit.strip() else None
    if unit is None or PEOPLE in unit.counted:
        return True
    measured, said = dimension(unit), f"{one.about}\n{one.statement}"
    timed = period_of(unit.expression) in TOTALS or bool(around("total").search(said))
    flow = timed and measured in FLOWS and not around("able").search(said)
    return (flow or bool(AGES.search(measured))) and not around("property").search(said)


TOTALS = {"day", "week", "month", "quarter", "year"}  # what a machine does in an hour is its property
FLOWS = {  # tonnes, m³, m², kilometres, megawatts, kilowatt hours, each alone or by a period
    f"{one}{by}"
    for one in ("[mass]", "[length] ** 3", "[length] ** 2", "[length]", "[mass] * [length] ** 2 / [time] ** 2")
    for by in ("", " / [time]")
} | {"[mass] * [length] ** 2 / [time] ** 3", "[mass] * [length] ** 2 / [time] ** 4"}


DATED = {"headcount", "wagon-output", "shifts"}


def ahead(one: Fact) -> bool:
    """Is its day to come because the fact speaks of then: what is planned, promised, expected?

    The day for which a planned number holds is an honest one; a fact of today has none to come.
    """
    if one.as_of is None:
        return False
    years = [it.value for it in numbers(one.statement) if it.year]
    return _future(one.statement) or (one.as_of.year in years and _future(one.about))
