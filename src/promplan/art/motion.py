"""Forms of time: a pure function from a moment to a drawing, for a clip, an animatic or a screen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from promplan.art.bounds import between
from promplan.art.geometry import Drawing
from promplan.art.legend import Legend
from promplan.language import say

LONGEST = 60.0  # seconds of a clip


@dataclass(frozen=True, eq=False)
class Motion:
    """A drawing for each moment.

    Args:
        at: from a share of the whole, 0 to 1, to the drawing of that moment; the same for the same share.
        seconds: how long it plays.
        legend: of all its frames.
    """

    at: Callable[[float], Drawing]
    seconds: float
    legend: Legend

    def frame(self, t: float) -> Drawing:
        """The drawing at `t` seconds, 0 to `seconds`."""
        return self.at(between(t, say("The moment of a clip"), 0, self.seconds, "s") / self.seconds)

    def frames(self, rate: float = 24.0) -> Iterator[Drawing]:
        """So many drawings a second, the first at 0; the last is a step before the end, so that a loop runs on."""
        rate = between(rate, say("Frames a second"), 1, 60)
        many = max(1, round(self.seconds * rate))
        for n in range(many):
            yield self.at(n / many)
