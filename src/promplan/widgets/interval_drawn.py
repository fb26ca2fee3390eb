"""Intervals as a drawing: each with its estimate and its ends, on one scale with 0; the words beside say the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from promplan.language import number
from promplan.media.experiment import Interval

WIDE, ROW, LEFT, RIGHT, FOOT = 560, 46, 16, 16, 30
STEPS = (1, 2, 5, 10, 20, 25, 50)


@dataclass(frozen=True)
class Drawn:
    """An interval of shares with its name; `wrong` is drawn hatched and thin."""

    name: str
    interval: Interval
    wrong: bool = False


def drawn(rows: Sequence[Drawn]) -> str:
    """The intervals as SVG, in percentage points; hidden from a screen reader, for which the sentences are."""
    if not rows:
        return ""
    low = min(0.0, *(100 * one.interval.low for one in rows))
    high = max(0.0, *(100 * one.interval.high for one in rows))
    step = next((one for one in STEPS if (high - low) / one <= 6), 50)
    low, high = step * (low // step), step * -(-high // step)
    high = high if high > low else low + step
    tall = ROW * len(rows) + FOOT

    def x(value: float) -> float:
        return round(LEFT + (value - low) / (high - low) * (WIDE - LEFT - RIGHT), 1)

    parts = []
    value = low
    while value <= high:
        kind = "zero" if value == 0 else "grid"
        parts.append(f'<path class="pp-{kind}" d="M{x(value)} 4V{tall - FOOT}"/>')
        parts.append(f'<text class="pp-tick" x="{x(value)}" y="{tall - 8}">{number(value + 0.0)}</text>')
        value += step
    for n, one in enumerate(rows):
        y = ROW * n + 30
        a, b, at = (x(100 * it) for it in (one.interval.low, one.interval.high, one.interval.estimate))
        kind = "pp-interval pp-is-wrong" if one.wrong else "pp-interval"
        parts.append(f'<g class="{kind}"><path d="M{a} {y}H{b}M{a} {y - 7}V{y + 7}M{b} {y - 7}V{y + 7}"/>')
        parts.append(f'<circle cx="{at}" cy="{y}" r="6"/>')
        anchor, end = ("start", a) if a < WIDE / 2 else ("end", b)
        parts.append(f'<text x="{end}" y="{y - 13}" text-anchor="{anchor}">{escape(one.name)}</text></g>')
    return f'<svg class="pp-intervals" viewBox="0 0 {WIDE} {tall}" aria-hidden="true">{"".join(parts)}</svg>'
