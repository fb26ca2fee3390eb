"""A hazard as a sheet of the visit says it: what is done about it, and who sees to it, never one for the other."""

from promplan.language import say
from promplan.plan.safety import Hazard


def control(one: Hazard) -> str:
    """What is done about it; where nobody has said, a line to write on."""
    return one.control or str(say("no control yet: ____"))


def owner(one: Hazard) -> str:
    """Who sees to it; empty where nobody has said."""
    return str(say("sees to it: {who}", who=one.owner)) if one.owner else ""


def line(one: Hazard) -> str:
    """The hazard and its control in a line."""
    return f"{one.what} — {control(one)}"
