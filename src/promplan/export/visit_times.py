"""The clock of a visit: when each stop begins and ends, counted from the hour at the gate and the minutes on foot."""

from dataclasses import dataclass
from datetime import time

from promplan.plan.shots import Stop
from promplan.plan.visit import Visit
from promplan.plan.visit_minutes import minutes_of

DAY = 24 * 60


@dataclass(frozen=True)
class Leg:
    """A stop with its hours; None where the plan does not say enough to count them."""

    stop: Stop
    start: time | None
    end: time | None

    @property
    def hours(self) -> str:
        """“09:40–10:05”; empty where nothing is known."""
        told = [f"{one:%H:%M}" for one in (self.start, self.end) if one is not None]
        return "–".join(told)


def legs(visit: Visit) -> list[Leg]:
    """The stops in their order; after a way or a stop without minutes nothing is counted: no hour is a guess."""
    gate = None if visit.arrival is None else visit.arrival.hour * 60 + visit.arrival.minute
    made = []
    for one in minutes_of(visit).halts:
        gate = None if one.assumed else gate
        start = None if gate is None else gate + one.arrive
        gate = gate if one.known else None
        made.append(Leg(one.stop, _clock(start), _clock(None if gate is None else gate + one.leave)))
    return made


def leaving(visit: Visit) -> time | None:
    """The hour at the gate on the way out."""
    if visit.arrival is None or visit.minutes is None:
        return None
    return _clock(visit.arrival.hour * 60 + visit.arrival.minute + visit.minutes)


def _clock(minutes: int | None) -> time | None:
    return None if minutes is None or minutes >= DAY else time(minutes // 60, minutes % 60)
