"""What one sees, as data: which quantity is shown by what, in which unit, from where to where. Words are added above.

The data behind a work need clearance too. `scales="off"` takes the numbers off the drawing and out of the legend, which
then says so; what is seen stays, and so do proportions: they can still be measured on the sheet, and the legend says
that as well (`cautions`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from promplan.art.bounds import one_of
from promplan.art.geometry import Drawing
from promplan.art.series import Quantity
from promplan.language import say

SCALES = ("on", "off")

# what the reader is told to mind, by what it is called; the sentences stand above
CAUTIONS = (
    "area-exaggerates",  # radius is proportional, area grows with its square: read the distance, not the area
    "from-the-ring",  # the same, and the distance counts from a ring around an empty middle
    "base-not-zero",  # the scale begins elsewhere than at 0: differences are true, proportions are not
    "colour-not-zero",  # the colours begin at the lowest value
    "equal-steps",  # a tone: equal steps of the value are equal intervals, and proportions are not
    "rows-overlap",  # one row covers a part of those behind it
    "covered-thin",  # a row lies mostly behind others, and what is covered of it is drawn thin over them
    "beyond-ends",  # values lie beyond the ends of the scale, and are painted as its ends
    "uneven",  # readings stand one after another at equal distances, and their times do not
    "mean-of-many",  # each strip is the mean of several samples
    "mean-removed",  # shown around their mean
    "constant",  # nothing changes in these data
    "gaps",  # data are missing, and left empty
    "thinned",  # of many samples the lowest and the highest of each short stretch are shown
    "teeth-simplified",  # drawn with straight flanks
    "proportions-remain",  # scales are off, and what is twice as much still looks twice as much
    "scales-off",  # scales are off, and proportions were none before: the drawing does not begin at zero
    "countable",  # scales are off, and what is drawn can still be counted
    "another-speed",  # time runs faster or slower than it did, and in which unit it ran is not known
)
UNPROPORTIONED = frozenset({"base-not-zero", "colour-not-zero", "equal-steps", "mean-removed"})

LEFT_OFF = ("proportions-remain", "scales-off", "countable")  # one of them says that scales are off


@dataclass(frozen=True)
class Reading:
    """One thing that is shown.

    Args:
        shows: by what it is seen or heard: "radius", "angle", "height", "across", "colour", "count", "pitch" …
        also: by what else the same is told; colour alone must not tell anything.
        quantity: what was measured, as the data call it.
        unit, low, high: the range, in the unit of the data; None where the scales are off.
        says, began: how the range is said, as `Quantity` has it: a month by its name, a day by its date.
        low_at, high_at: where the range's ends lie, in the drawing's unit (degrees for an angle, hertz for a pitch).
    """

    shows: str
    quantity: str
    unit: str | None = ""
    low: float | None = None
    high: float | None = None
    low_at: float | None = None
    high_at: float | None = None
    also: tuple[str, ...] = ()
    says: str = ""
    began: str = ""


def ran_over(
    shows: str, time: Quantity, starts: Sequence[float], low: float, high: float, low_at: float, high_at: float
) -> Reading:
    """The reading of what the others run over, by its `starts` (`running.axis`): days by their dates.

    Where cycles begin each at its own start no day can be named, and how long they last is said.
    """
    says = time.says if len(set(starts)) == 1 else "clock" if time.says else ""
    return Reading(shows, time.name, time.unit, low, high, low_at, high_at, (), says, time.began)


def lasted(shows: str, time: Quantity, begin: float, end: float, low_at: float, high_at: float) -> Reading:
    """The reading of a single cycle's own time: how long it lasts; of months, years and days, from which to which."""
    if time.says in ("month", "year") or (time.says == "day" and time.began):
        return ran_over(shows, time, [0.0], begin, end, low_at, high_at)
    return Reading(shows, time.name, time.unit, 0.0, end - begin, low_at, high_at)


@dataclass(frozen=True)
class Legend:
    """What one sees in a form.

    Args:
        form: its name.
        readings: what is shown by what.
        counts: how many curves, points, gaps, signs; whole numbers that can be counted on the sheet.
        cautions: of `CAUTIONS`.
        names: what the rows or curves are called in the data, in their order. named: of what these are names: "batch".
    """

    form: str
    readings: tuple[Reading, ...]
    counts: tuple[tuple[str, int], ...] = ()
    cautions: tuple[str, ...] = ()
    scales: str = "on"
    names: tuple[str, ...] = ()
    named: str = ""

    def __post_init__(self) -> None:
        for one in self.cautions:
            if one not in CAUTIONS:
                raise ValueError(f"no caution is called {one!r}")

    def by_colour_alone(self) -> tuple[Reading, ...]:
        """What a reader who does not see colours would miss."""
        return tuple(one for one in self.readings if one.shows == "colour" and not one.also)

    def data(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "form": self.form,
            "readings": [{**vars(one), "also": list(one.also)} for one in self.readings],
            "counts": dict(self.counts),
            "cautions": list(self.cautions),
            "scales": self.scales,
            "names": list(self.names),
            "named": self.named,
        }


@dataclass(frozen=True, eq=False)
class Form:
    """A drawing and what one sees in it."""

    drawing: Drawing
    legend: Legend


def formed(drawing: Drawing, legend: Legend, scales: str, left: str = "proportions-remain") -> Form:
    """The form, its scales on or taken off.

    Args:
        left: the caution for what can be read even without scales; "" for none.
    """
    if one_of(scales, say("Scales"), SCALES) == "on":
        return Form(drawing, legend)
    if left == "proportions-remain" and not UNPROPORTIONED.isdisjoint(legend.cautions):
        left = "scales-off"  # nobody may be told in one breath that proportions are true and that they are not
    bare = tuple(replace(one, unit=None, low=None, high=None) for one in legend.readings)
    cautions = (*legend.cautions, *((left,) if left else ()))
    return Form(drawing.without_labels(), replace(legend, readings=bare, cautions=cautions, scales="off"))
