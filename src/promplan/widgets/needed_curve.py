"""How many people a group a test needs, over the rate that is hoped for: the curve, the test's own point, the town."""

import math
from html import escape

from promplan.language import Problem, number, say
from promplan.media.experiment import sample_size
from promplan.results.needed import needed_curve
from promplan.widgets.interval_drawn import both

TALL, LEFT, RIGHT, TOP, FOOT = 250, 62, 18, 26, 44
STEPS = (0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)  # of the rates along the foot
NEAR, SIGN, APART = 10, 8.4, 18  # px from the dot to its words, of one of their letters, between two lines of words
TICK = 68  # px at least between two of them


def curve(rate: float, hoped: float, people: int | None, power: float) -> str:
    """The curve as SVG; hidden from a screen reader, for which the sentences are. Empty where nothing can be drawn."""
    try:
        mine = sample_size(rate, hoped, power=power).per_group
        gaps = needed_curve(rate, hoped, power)
    except Problem:  # the sentences say what is wrong
        return ""
    found = sorted((rate + gap if hoped > rate else rate - gap, round(n)) for gap, n in gaps)
    group = people // 2 if people else None
    marks = [mine, *([group] if group else [])]
    high = 10 ** -(-_ten(max(*marks, min(n for _, n in found)) * 3) // 1)
    low = 10 ** (_ten(min(*marks, min(n for _, n in found))) // 1)
    return both(lambda wide: _drawn(found, (hoped, mine), group, (low, high), wide))


def _ten(value: float) -> float:
    return math.log10(max(1.0, value))


def _drawn(
    found: list[tuple[float, int]], mine: tuple[float, int], group: int | None, ends: tuple[float, float], wide: int
) -> str:
    first, last = found[0][0], found[-1][0]
    low, high = ends

    def x(value: float) -> float:
        return round(LEFT + (value - first) / (last - first) * (wide - LEFT - RIGHT), 1)

    def y(n: float) -> float:
        part = (_ten(n) - _ten(low)) / (_ten(high) - _ten(low) or 1)
        return round(TALL - FOOT - min(1.0, max(0.0, part)) * (TALL - FOOT - TOP), 1)

    parts = []
    tick = low
    while tick <= high * 1.001:
        parts.append(f'<path class="pp-grid" d="M{LEFT} {y(tick)}H{wide - RIGHT}"/>')
        parts.append(f'<text class="pp-tick pp-end" x="{LEFT - 8}" y="{y(tick) + 5}">{number(round(tick))}</text>')
        tick *= 10
    step = next((one for one in STEPS if (last - first) / one <= (wide - LEFT - RIGHT) / TICK), STEPS[-1])
    n = math.ceil(first / step - 1e-9)
    while n * step <= last + 1e-9:
        said = number(float(f"{100 * n * step:.6g}"))
        parts.append(f'<text class="pp-tick" x="{x(n * step)}" y="{TALL - 24}" text-anchor="middle">{said}</text>')
        n += 1
    line = " ".join(f"{'L' if n else 'M'}{x(a)} {y(b)}" for n, (a, b) in enumerate(it for it in found if it[1] <= high))
    parts.append(f'<path class="pp-line" d="{line}"/>')
    if group is not None and low <= group <= high:
        parts.append(f'<path class="pp-town" d="M{LEFT} {y(group)}H{wide - RIGHT}"/>')
        words = escape(str(say("half of the people: {n}", n=float(group))))
        parts.append(f'<text class="pp-said" x="{LEFT + 6}" y="{y(group) + 17}" text-anchor="start">{words}</text>')
    at = (x(mine[0]), y(mine[1]))
    falls = found[0][1] > found[-1][1]  # then there is room above the curve on the right, else on the left
    words = escape(str(say("your test: {n} a group", n=float(mine[1]))))
    if falls:
        anchor, end = _beside("start", "end", at[0] + NEAR, wide - RIGHT, len(words))
    else:
        anchor, end = _beside("end", "start", at[0] - NEAR, LEFT + 6, len(words))
    parts.append(f'<circle class="pp-dot" cx="{at[0]}" cy="{at[1]}" r="7"/>')
    above = at[1] - 12
    if group is not None and abs(y(group) + 17 - above) < APART:  # the words of the town stand there
        above = y(group) - 10
    parts.append(f'<text class="pp-said" x="{end}" y="{above}" text-anchor="{anchor}">{words}</text>')
    parts.append(
        f'<text class="pp-tick" x="{LEFT}" y="14" text-anchor="start">{escape(str(say("people a group")))}</text>'
    )
    parts.append(
        f'<text class="pp-tick pp-end" x="{wide - RIGHT}" y="{TALL - 6}">{escape(str(say("rate of B, %")))}</text>'
    )
    return f'<svg class="pp-needed" viewBox="0 0 {wide} {TALL}" aria-hidden="true">{"".join(parts)}</svg>'


def _beside(near: str, far: str, dot: float, edge: float, letters: int) -> tuple[str, float]:
    """Where words stand: beside their dot, or against the edge where there is no room for them."""
    return (near, dot) if letters * SIGN <= abs(edge - dot) else (far, edge)
