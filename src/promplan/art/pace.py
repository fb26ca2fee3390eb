"""How many times faster or slower a form runs in time than what it shows: computed, never guessed.

It is a reading like any other: with the scales off its number goes, for with it a clock would give the process away.
"""

from promplan.art.legend import Reading
from promplan.art.series import Series

SECONDS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3_600.0, "d": 86_400.0}
SAME = 0.01  # a share by which nobody hears the difference


def pace(series: Series, seconds: float) -> tuple[Reading, ...] | None:
    """The reading that tells it, none where the speed is the process's own; None where the unit of its time is unknown.

    Args:
        seconds: that the form takes for the whole series.
    """
    if series.time.unit not in SECONDS:
        return None
    ran = series.seconds * SECONDS[series.time.unit]
    if abs(ran - seconds) <= SAME * seconds:
        return ()
    shows, by = ("faster", ran / seconds) if ran > seconds else ("slower", seconds / ran)
    return (Reading(shows, "", "", 1.0, by),)
