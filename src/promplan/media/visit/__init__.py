"""A plant visit: which shots to take and in which order, within minutes, zones and walking times.

A `Visit` is asked (`asked`, `ways`), `best` answers (`answer`); below it stand the choice of shots (`choice`, with
what each stop has to give: `fronts`), the shortest way of taking given shots (`order`), and what to say when the
must-haves do not fit (`conflict`).
"""

from promplan.media.visit.answer import Best, Missed, Reason, best, worth
from promplan.media.visit.asked import Shot, Stop, Visit
from promplan.media.visit.order import Halt, Route, shortest
from promplan.media.visit.ways import Way, along

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
