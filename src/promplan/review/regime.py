"""A process's regime read in a sentence: two settings named with their process, or one of a kind that plants keep.

A setting is a value in a unit that a process is set by: current, voltage, heat, pressure, a step's time, feed, speed,
force, dosage. What a product bears, what a machine can do at most and how long a shift or a tour lasts is none.
"""

from functools import lru_cache

from promplan.measure import registry
from promplan.measure.clean import clean
from promplan.measure.said import Said, numbers
from promplan.review.data import proposed
from promplan.text.morphology import Token, tokens
from promplan.text.patterns import contains

NAME = "inside"
INTO = frozenset({"in", "into", "with", "under", "в", "под", "потом", "затем"})  # before water that cools hot metal
SETTINGS = {
    "[current]": "current",
    "[mass] * [length] ** 2 / [time] ** 3 / [current]": "voltage",
    "[temperature]": "heat",
    "[mass] / [length] / [time] ** 2": "pressure",
    "[time]": "time",
    "[length] / [time]": "speed",
    "[length] ** 3 / [time]": "dosage",
    "[mass] / [length] ** 3": "dosage",
    "[mass] * [length] / [time] ** 2": "force",
}
STEPS = ("second", "minute", "hour")  # a step of a process is timed in these
HELD = frozenset({"heat", "pressure", "time", "dosage"})  # what a furnace or an autoclave is set to
BORNE = frozenset({"heat", "pressure", "force", "speed"})  # what a product may bear
PACE = frozenset({"force", "speed"})  # what alone is a machine's capacity
AT_MOST = frozenset({"current", "voltage", "speed", "force", "dosage"})  # "up to" of these is what a machine can do


@lru_cache(4096)
def regime(text: str) -> str:
    """The settings of a process as they were typed, from the first to the last; empty where there is no regime."""
    text = clean(text)  # where a number stands is told of the clean text
    found = [(kind, one) for one in numbers(text) if (kind := setting(one))]
    if not found:
        return ""
    whole = text[found[0][1].start : found[-1][1].end]
    if any(one.sensitive for _, it in found if it.unit for one in proposed(text, it.unit.key)[:1]):
        return whole
    said = tokens(text)
    if harmless(said):
        found = [it for it in found if it[0] != "heat"]
    if contains(said, NAME, "stay"):
        found = [it for it in found if it[0] != "time"]
    set_ = {kind for kind, _ in found}
    if len(set_) < 2 or set_ <= PACE or (set_ <= BORNE and contains(said, NAME, "bears")):
        return ""
    if not contains(said, NAME, "operation") and not (len(set_ & HELD) > 1 and contains(said, NAME, "apparatus")):
        return ""
    return whole


def setting(one: Said) -> str:
    """Which setting of a process a number is; empty for a count, a size, a vehicle's speed."""
    unit = one.wider or one.unit
    if unit is None or unit.counted:
        return ""
    if "revolution" in unit.expression:
        return "turns" if unit.key == "rpm" or "minute" in unit.expression else "speed"
    kind = SETTINGS.get(registry.dimension(unit), "")
    if kind == "time" and unit.expression not in STEPS:
        return ""
    if kind == "speed" and "kilometre" in unit.expression:
        return ""
    return "" if one.hedge == "at most" and kind in AT_MOST else kind


def harmless(said: tuple[Token, ...]) -> bool:
    """Is it of what nobody keeps to himself: tea, the weather, water that is no bath for hot metal?"""
    bath = [n for n, one in enumerate(said) if n and contains([one], NAME, "quench") and said[n - 1].form in INTO]
    return contains([one for n, one in enumerate(said) if n not in bath], NAME, "harmless")
