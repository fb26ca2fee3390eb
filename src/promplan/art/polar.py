"""Numbers around a circle: angle from 12 o'clock on, clockwise; between two samples the radius changes evenly."""

import numpy as np

from promplan.art.geometry import Points, points
from promplan.art.series import Numbers

FINE = 1.5  # degrees that a straight piece spans at most: on a chord the radius would be too small


def wrapped(degrees: Numbers, radius: Numbers, middle: float) -> Points:
    """Corners around (middle, middle), with more of them between samples that lie far apart.

    Args:
        degrees: (n,), increasing or falling.
        radius: (n,), NaN where the pen is lifted.
    """
    between = np.maximum(1, np.ceil(np.abs(np.diff(degrees)) / FINE)).astype(np.int64)
    if len(between) and int(between.max()) > 1:
        at = np.concatenate(([0.0], np.cumsum(between)))
        fine = np.arange(int(at[-1]) + 1)
        degrees, radius = np.interp(fine, at, degrees), _even(fine, at, radius)
    angle = np.radians(degrees)
    return points(np.column_stack((middle + radius * np.sin(angle), middle - radius * np.cos(angle))))


def _even(fine: "np.ndarray[tuple[int], np.dtype[np.int64]]", at: Numbers, radius: Numbers) -> Numbers:
    """Straight between two samples; nothing between a sample and a gap."""
    known = ~np.isnan(radius)
    if not known.any():
        return np.full(len(fine), np.nan)
    found = np.interp(fine, at[known], radius[known])
    before = np.clip(np.searchsorted(at, fine, side="right") - 1, 0, len(at) - 1)
    after = np.clip(np.searchsorted(at, fine, side="left"), 0, len(at) - 1)
    return np.where(known[before] & known[after], found, np.nan)
