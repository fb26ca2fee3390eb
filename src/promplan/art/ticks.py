"""Round numbers for a scale: steps of 1, 2 or 5 times a power of ten."""

import math


def round_steps(low: float, high: float, about: int) -> list[float]:
    """The round numbers from `low` to `high`, `about` as many as asked for; none where there is no range."""
    if not high > low:
        return []
    step = _step((high - low) / max(1, about))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [float(f"{n * step:.12g}") for n in range(first, last + 1)]


def _step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return float(next(by for by in (1, 2, 5, 10) if by * power >= rough * (1 - 1e-9)) * power)


def round_up(value: float) -> float:
    """The next 1, 2 or 5 times a power of ten; 1 for nothing."""
    return _step(value) if value > 0 else 1.0
