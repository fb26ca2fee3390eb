"""How many people a test needs over the difference it is to find: the numbers of the curve, for figure and form."""

from promplan.media.experiment import sample_size

POINTS = 80  # of the curve
LEAST = 0.05  # of the rate: no smaller difference is drawn


def needed_curve(
    rate: float, hoped: float | None, power: float = 0.8, alpha: float = 0.05
) -> list[tuple[float, float]]:
    """Differences with the people per group that show them, in the direction that is hoped for.

    Raises:
        Problem: as `sample_size`.
    """
    falls = (hoped is not None and hoped < rate) or rate >= 1
    room = rate if falls else 1 - rate
    gap = abs(hoped - rate) if hoped is not None else max(0.02, rate / 2)
    most = min(room, max(3 * gap, 0.02))
    least = min(most / 2, max(gap / 4, LEAST * rate, 0.001))
    sign = -1 if falls else 1
    found = []
    for n in range(POINTS + 1):
        step = least * (most / least) ** (n / POINTS)
        other = min(1.0, max(0.0, rate + sign * step))
        found.append((step, float(sample_size(rate, other, power=power, alpha=alpha).per_group)))
    return found
