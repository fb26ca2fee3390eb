"""Which units are written, and the exercise loop of each."""

from importlib import import_module
from importlib.util import find_spec

from promplan import assets
from promplan.versioned import unknown
from promplan.widgets.exercise import Loop


def _module(unit: str) -> str:
    return f"promplan.units.{unit.partition('-')[2]}"


UNITS = tuple(one for one in assets.units() if find_spec(_module(one)))  # of the course's units, those with a module


def loop(unit: str) -> Loop:
    """The exercise loop of a unit; `Problem` where this version has none."""
    if unit not in UNITS:
        raise unknown('pp.exercise("{}")', unit, UNITS)
    found: Loop = import_module(_module(unit)).LOOP
    return found
