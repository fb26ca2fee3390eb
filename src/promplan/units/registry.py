"""Which units there are, and the exercise loop of each."""

from importlib import import_module

from promplan.language import Problem, say
from promplan.widgets.exercise import Loop

UNITS = {
    "00-start": "promplan.units.start",
    "01-facts": "promplan.units.facts",
    "02-goals": "promplan.units.goals",
    "03-message": "promplan.units.message",
}


def loop(unit: str) -> Loop:
    """The exercise loop of a unit; `Problem` with the units there are."""
    if unit not in UNITS:
        raise Problem(say("There is no unit {unit}; there are {units}.", unit=unit, units=", ".join(UNITS)))
    found: Loop = import_module(UNITS[unit]).LOOP
    return found
