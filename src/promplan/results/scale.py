"""In which numbers a KPI is told: a share as the fraction that the dictionary keeps, or in per cent as people say."""

from dataclasses import dataclass

from promplan.language import Words
from promplan.measure.unit import read
from promplan.media.kpi_dictionary import Kpi as Entry
from promplan.media.kpi_dictionary import dictionary
from promplan.plan.kpis import Kpi

PERCENT = 100.0
PRICES = "money"  # the unit of entries of which less is better


@dataclass(frozen=True)
class Scale:
    """`by`: what a number of the dictionary is multiplied with to stand beside baseline and target; `unit` in words."""

    by: float
    unit: Words | str


def scale_of(kpi: Kpi, entry: Entry | None) -> Scale:
    """The scale of a KPI: per cent where its unit says so, or where its numbers can be no fractions.

    A share without a unit, of which 15 is wanted, is in per cent: the dictionary's own 0.15 nobody writes by hand.
    """
    unit = kpi.unit.strip()
    share = entry is not None and entry.unit == "fraction"
    if not share and entry is not None:
        return Scale(1.0, unit or _named(entry))
    if is_percent(unit):
        return Scale(PERCENT if share or entry is None else 1.0, unit)
    numbers = [abs(one) for one in (kpi.baseline, kpi.target) if one is not None]
    if share and not unit and any(one > 1 for one in numbers):
        return Scale(PERCENT, "%")
    return Scale(1.0, unit)


def is_percent(unit: str) -> bool:
    """Is it per cent, in whatever words?"""
    if (found := read(unit)) is None:
        return False
    return found.expression == "percent"


def less_is_better(kpi: Kpi, entry: Entry | None) -> bool:
    """Is the target below the baseline; without a baseline: is a price counted?"""
    if kpi.baseline is not None and kpi.target is not None and kpi.baseline != kpi.target:
        return kpi.target < kpi.baseline
    return entry is not None and entry.unit == PRICES


def is_points(unit: str) -> bool:
    """Is it percentage points?"""
    return (found := read(unit)) is not None and found.expression == "percentage_point"


def _named(entry: Entry) -> Words:
    return Words("{unit}", {"unit": dictionary().units[entry.unit]})
