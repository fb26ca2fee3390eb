"""Intervals as a drawing: each with its estimate and its ends, on one scale with 0; the words beside say the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from promplan.media.experiment import Interval
from promplan.results.said import signed

WIDE, NARROW = 560, 270  # of a page and of a phone: type keeps its size in both, and the style shows one of them
ROW, LEFT, RIGHT, FOOT = 46, 20, 20, 30
STEPS = (1, 2, 5, 10, 20, 25, 50)


@dataclass(frozen=True)
class Drawn:
    """An interval of shares with its name; `wrong` is drawn hatched and thin."""

    name: str
    interval: Interval
    wrong: bool = False


def drawn(rows: Sequence[Drawn]) -> str:
    """The intervals as SVG, in percentage points; hidden from a screen reader, for which the sentences are."""
    return both(lambda wide: _svg(rows, wide)) if rows else ""


def both(draw: Callable[[int], str]) -> str:
    """A drawing in both widths, one of which is shown."""
    return f'<div class="pp-on-page">{draw(WIDE)}</div><div class="pp-on-phone">{draw(NARROW)}</div>'


def _svg(rows: Sequence[Drawn], wide: int) -> str:
    low = min(0.0, *(100 * one.interval.low for one in rows))
    high = max(0.0, *(100 * one.interval.high for one in rows))
    step = next((one for one in STEPS if (high - low) / one <= wide / 90), 50)
    low, high = step * (low // step), step * -(-high // step)
    high = high if high > low else low + step
    tall = ROW * len(rows) + FOOT

    def x(value: float) -> float:
        return round(LEFT + (value - low) / (high - low) * (wide - LEFT - RIGHT), 1)

    parts = []
    value = low
    while value <= high:
        kind = "zero" if value == 0 else "grid"
        parts.append(f'<path class="pp-{kind}" d="M{x(value)} 4V{tall - FOOT}"/>')
        parts.append(f'<text class="pp-tick" x="{x(value)}" y="{tall - 8}">{signed(value + 0.0)}</text>')
        value += step
    for n, one in enumerate(rows):
        y = ROW * n + 30
        a, b, at = (x(100 * it) for it in (one.interval.low, one.interval.high, one.interval.estimate))
        kind = "pp-interval pp-is-wrong" if one.wrong else "pp-interval"
        parts.append(f'<g class="{kind}"><path d="M{a} {y}H{b}M{a} {y - 7}V{y + 7}M{b} {y - 7}V{y + 7}"/>')
        parts.append(f'<circle cx="{at}" cy="{y}" r="6"/>')
        anchor, end = ("start", a) if a < wide / 2 else ("end", b)
        parts.append(f'<text x="{end}" y="{y - 13}" text-anchor="{anchor}">{escape(one.name)}</text></g>')
    return f'<svg class="pp-intervals" viewBox="0 0 {wide} {tall}" aria-hidden="true">{"".join(parts)}</svg>'
