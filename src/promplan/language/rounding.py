"""A range as a sentence says it: as exactly as a reader needs, both ends to one place."""

import math


def rounded(low: float, high: float) -> tuple[float, float]:
    """A range as it is said: whole numbers as they are, others to three digits, or as far as the two differ.

    Both are rounded to one place: beside 0.498, a lowest value of 0.00008 is said as 0.

    >>> rounded(0.00008, 0.49812), rounded(2019.0, 2024.0), rounded(100.12, 100.44)
    ((0.0, 0.498), (2019.0, 2024.0), (100.1, 100.4))
    """
    largest, span = max(abs(low), abs(high)), abs(high - low)
    if not largest or (largest < 1e6 and low == round(low) and high == round(high)):
        return low + 0.0, high + 0.0
    places = 2 - math.floor(math.log10(largest))
    if span:
        places = max(places, -math.floor(math.log10(span)))
    return round(low, places) + 0.0, round(high, places) + 0.0
