"""Mixed-integer rounding cut: a sharper line under the hours above a week's capacity, where hours come in equal steps.

With steps of g, the part of the capacity above floor(capacity / g) steps is of no use to anybody. With f that part in
steps, over >= (1 - f) (hours - g floor(capacity / g)): mixed-integer rounding [gomory-1960]. The solver finds such cuts
itself, but later, and not for every week.
"""

import math
from collections.abc import Iterable
from fractions import Fraction

__all__ = ["rounded"]

FINEST = 1000  # parts of an hour; below such a step next to nothing is won


def rounded(capacity: float, hours: Iterable[float]) -> tuple[float, float]:
    """Slope and start of the line for hours above 0: over >= slope (sum of hours - start); slope 1: nothing is won."""
    exact = set(hours)
    parts = {spent: Fraction(spent).limit_denominator(FINEST) for spent in exact}
    if not exact or any(abs(float(part) - spent) > 1e-12 * spent for spent, part in parts.items()):
        return 1.0, capacity
    common = math.lcm(*(part.denominator for part in parts.values()))
    if common > FINEST:
        return 1.0, capacity
    step = Fraction(math.gcd(*(int(part * common) for part in parts.values())), common)
    steps = math.floor(capacity / float(step) + 1e-9)
    slope = 1 - max(0.0, capacity / float(step) - steps)
    return (slope, float(steps * step)) if slope < 1 - 1e-9 else (1.0, capacity)
