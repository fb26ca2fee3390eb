"""How long a visit takes: on foot, at each stop, back to the gate, the footage there. The one sum; all others read it.

A way that nobody has measured is counted with `UNSAID` minutes, the way back like all ways there: whoever shows the sum
says so (`assumptions`).
"""

from dataclasses import dataclass

from promplan.language import Words, say, say_many
from promplan.plan.shots import Stop
from promplan.plan.visit import Visit

LOOK = 15  # minutes for looking the footage through before the gate
UNSAID = 5  # minutes on foot where nobody has said any: 250 m at the 50 m a minute of a group; ours


@dataclass(frozen=True)
class Halt:
    """A stop in minutes from the gate: when the group sets out for it, gets there, and goes on.

    Attributes:
        assumed: its minutes on foot are nobody's. known: it has its own minutes.
    """

    stop: Stop
    start: int
    arrive: int
    leave: int
    assumed: bool
    known: bool


@dataclass(frozen=True)
class Minutes:
    """The visit in minutes; `back_assumed`: nobody has said how far it is from the last stop to the gate."""

    halts: tuple[Halt, ...]
    back: int
    back_assumed: bool

    @property
    def there(self) -> int:
        """At the stops."""
        return sum(one.leave - one.arrive for one in self.halts)

    @property
    def foot(self) -> int:
        """On foot, back to the gate too."""
        return sum(one.arrive - one.start for one in self.halts) + self.back

    @property
    def route(self) -> int:
        """From the gate to the gate."""
        return self.there + self.foot

    @property
    def whole(self) -> int:
        """The route, and the footage at its end."""
        return self.route + LOOK if self.halts else 0

    @property
    def guessed(self) -> int:
        """On foot on ways that nobody has measured: the rest of the sum is certain."""
        ways = sum(one.arrive - one.start for one in self.halts if one.assumed)
        return ways + (self.back if self.back_assumed else 0)


def minutes_of(visit: Visit, back: int | None = None) -> Minutes:
    """The minutes of a visit, its stops in the order of the plan.

    Args:
        back: minutes on foot from the last stop to the gate, where they are known from a map; else the plan's own.
    """
    now, halts = 0, []
    for one in visit.stops:
        arrive = now + (UNSAID if one.walk is None else one.walk)
        leave = arrive + (one.minutes or 0)
        halts.append(Halt(one, now, arrive, leave, one.walk is None, one.minutes is not None))
        now = leave
    told = visit.back if back is None else back
    if not halts:
        return Minutes((), 0, False)
    if told is None:
        return Minutes(tuple(halts), sum(one.arrive - one.start for one in halts), True)
    return Minutes(tuple(halts), told, False)


def assumptions(day: Minutes) -> list[Words]:
    """What the sum rests on that nobody has said, in sentences."""
    told = []
    if unsaid := [one.stop.id for one in day.halts if one.assumed]:
        told.append(
            say_many(
                "Nobody has said how long one walks to {stops}: {each} minutes are counted for it.",
                "Nobody has said how long one walks to {stops}: {each} minutes are counted for each.",
                len(unsaid),
                stops=", ".join(unsaid),
                each=UNSAID,
            )
        )
    if day.back_assumed:
        told.append(
            say("Nobody has said how long the way back to the gate is: {n} minutes, like all ways there.", n=day.back)
        )
    return told
