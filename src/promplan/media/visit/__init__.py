"""A plant visit: which shots to take and in which order, within minutes, zones and walking times.

A `Visit` is asked (`validation`, `walking`), `best` answers (`answer`); below it stand the choice of shots
(`orienteering`, with what each stop has to give: `pareto`), the shortest way of taking given shots (`routing`), and
what to say when the must-haves do not fit (`conflict`). Up to fourteen stops; relies on numpy and scipy.
"""

from promplan.media.visit.answer import Best, Missed, Reason, best, worth
from promplan.media.visit.routing import Halt, Route, shortest
from promplan.media.visit.validation import Shot, Stop, Visit
from promplan.media.visit.walking import Way, along

__all__ = [
    "Best",
    "Halt",
    "Missed",
    "Reason",
    "Route",
    "Shot",
    "Stop",
    "Visit",
    "Way",
    "along",
    "best",
    "shortest",
    "worth",
]
