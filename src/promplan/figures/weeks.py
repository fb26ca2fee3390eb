"""Weeks across a sheet: where a day lies, the months and Mondays above, the days on which nothing is published below.

Words of a figure are few: a month by its name, a week by the number of its Monday.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from promplan.figures.lettering import inches, plain
from promplan.figures.style import BLACK, GREY, INK, tint
from promplan.language import Words
from promplan.language.calendar_names import MONTHS, SHORT_MONTHS

SIZE = 10  # points
HEAD = 0.42  # inches: two lines above the weeks
WEEK = timedelta(7)


@dataclass(frozen=True)
class Weeks:
    """Weeks, named by their Mondays, between `left` and `right`, in inches of a sheet."""

    mondays: Sequence[date]
    left: float
    right: float

    @property
    def wide(self) -> float:
        """How wide a week is."""
        return (self.right - self.left) / max(len(self.mondays), 1)

    @property
    def first(self) -> date:
        """The first Monday."""
        return self.mondays[0]

    @property
    def last(self) -> date:
        """The last Sunday."""
        return self.mondays[-1] + WEEK - timedelta(1)

    def x(self, day: date) -> float:
        """Where a day begins; one outside lies on the edge."""
        days = min(max((day - self.first).days, 0), 7 * len(self.mondays))
        return self.left + days * self.wide / 7

    def head(self, axes: Axes, low: float, top: float) -> None:
        """Months and Mondays above `top`, and hairlines down to `low`, a thicker one where a month begins.

        Where weeks are narrow a month has the number of its first Monday alone; names are all full or all short.
        """
        every = self.wide >= inches("00", SIZE) + 0.1
        months = self._months()
        for monday in self.mondays:
            x, new = self.x(monday), monday in months
            look = {"color": tint(GREY, 0.55 if new else 0.3), "linewidth": 1.1 if new else 0.6, "zorder": 0}
            axes.plot([x, x], [low, top + (HEAD if new else 0.04)], **look)  # type: ignore[arg-type]
            if (every or new) and months.get(monday, self.wide) > inches("00", SIZE) + 0.04:
                axes.text(x + 0.04, top + 0.11, str(monday.day), size=SIZE, va="center_baseline", color=BLACK)
        names = next(
            (it for it in (MONTHS, SHORT_MONTHS) if all(_fits(it, *one) for one in months.items())), SHORT_MONTHS
        )
        for monday, room in months.items():
            if _fits(names, monday, room):
                words = plain(str(names[monday.month - 1]))
                axes.text(self.x(monday) + 0.04, top + 0.31, words, size=SIZE, weight="bold", va="center_baseline",
                          color=BLACK)  # fmt: skip

    def _months(self) -> dict[date, float]:
        """The first Monday of each month, and how much room the month has, in inches."""
        pairs = pairwise([None, *self.mondays])
        starts = [one for before, one in pairs if one and (before is None or one.month != before.month)]
        ends = [*map(self.x, starts[1:]), self.right]
        return {one: end - self.x(one) for one, end in zip(starts, ends, strict=True)}

    def band(self, axes: Axes, first: date, last: date, low: float, top: float, colour: str, hatch: str = "") -> None:
        """The days from `first` to `last` as a ground."""
        if last < self.first or first > self.last:
            return
        start, end = self.x(first), self.x(last + timedelta(1))
        look = {"facecolor": colour, "edgecolor": GREY if hatch else "none", "linewidth": 0.0, "hatch": hatch or None}
        axes.add_patch(Rectangle((start, low), max(end - start, 0.02), top - low, zorder=0.4, **look))  # type: ignore[arg-type]

    def now(self, axes: Axes, day: date | None, low: float, top: float) -> None:
        """The plan's own day as an upright line with its word at the foot; nothing where it lies outside."""
        if day is None or not self.first <= day <= self.last:
            return
        x = self.x(day)
        axes.plot([x, x], [low, top], color=INK, linewidth=1.4, linestyle=(0, (2, 2)), zorder=1)


def _fits(names: Sequence[Words], monday: date, room: float) -> bool:
    return inches(plain(str(names[monday.month - 1])), SIZE, True) + 0.05 <= room
