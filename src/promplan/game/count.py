"""What was counted of a piece, a channel or all, and how sure that is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from promplan.media.experiment import Interval, wilson

SHOWN = ("contacts", "new", "clicks", "registrations", "visits", "applications")


@dataclass(frozen=True, eq=False)
class Count:
    """What was counted: of those who are played (segments, `SHOWN`), and for how many people one of them stands."""

    played: NDArray[np.int64]
    per: NDArray[np.int64]

    def __add__(self, other: "Count") -> "Count":
        return Count(self.played + other.played, self.per)

    def n(self, step: str) -> int:
        """The number of a step, in people or contacts of the whole town."""
        return int((self.played[:, SHOWN.index(step)] * self.per).sum())

    def range(self, step: str) -> tuple[int, int]:
        """The number with its interval: where chance alone would have led as many contacts."""
        contacts, hits = (int(self.played[:, SHOWN.index(one)].sum()) for one in ("contacts", step))
        if not contacts or hits > contacts:
            return self.n(step), self.n(step)
        share, whole = wilson(hits, contacts), self.n("contacts")
        times = self.n(step) / (share.estimate * whole) if hits else 1.0
        return round(share.low * whole * times), round(share.high * whole * times)

    def rate(self, step: str, of: str) -> Interval | None:
        """A pooled rate with its interval; None where there is nothing to take it of."""
        n, hits = (int(self.played[:, SHOWN.index(one)].sum()) for one in (of, step))
        return wilson(hits, n) if n > 0 and hits <= n else None
