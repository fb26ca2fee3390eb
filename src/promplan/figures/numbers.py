"""Numbers as a student would say them: two significant digits, thousands as the language sets them off, ranges."""

import math

from promplan.language import current, say

MILLION, BILLION = 1e6, 1e9
MOST = 1e12  # beyond it there is nothing to count on Earth


def digits(value: float) -> str:
    """A number as it is, as the language writes it: 9,800 and 0.5; 9800 and 0,5 (set off from five digits)."""
    text = f"{value:,.10g}" if abs(value) < 1e10 else f"{value:,.0f}"
    if current() == "ru":
        return text.replace(",", "" if abs(value) < 1e4 else "\u202f").replace(".", ",")
    return text


def said(value: float) -> str:
    """About how many people: 316 becomes 320, 1,234,567 becomes 1.2 million; below ten a part of one is a whole one."""
    return between(value, value)


def between(low: float, high: float) -> str:
    """A range in such numbers, `320–630`; one number where both ends say the same."""
    low, high = _rounded(low), _rounded(high)
    if _scale(low) == _scale(high) and low != high <= MOST:
        return _scaled(f"{digits(low / _scale(low))}–{digits(high / _scale(low))}", _scale(low))
    return "–".join(dict.fromkeys(_one(end) for end in (low, high)))


def per_cent(low: float, high: float) -> str:
    """Fractions as per cent, in two digits: `0.5–1.5 %`."""
    ends = [digits(_two(100 * one)) if one >= 1e-4 else f"<{digits(0.01)}" for one in (low, high)]
    return f"{'–'.join(dict.fromkeys(ends))}\u00a0%"


def _one(value: float) -> str:
    if value > MOST:
        return str(say("over {n} billion", n=digits(MOST / BILLION)))
    return _scaled(digits(value / _scale(value)), _scale(value))


def _scale(value: float) -> float:
    return next((one for one in (BILLION, MILLION) if value >= one), 1.0)


def _scaled(ends: str, scale: float) -> str:
    if scale == BILLION:
        return str(say("{n} billion", n=ends))
    return str(say("{n} million", n=ends)) if scale == MILLION else ends


def _rounded(value: float) -> float:
    """Two significant digits; whole people, upwards, where there are fewer than ten of them."""
    if not math.isfinite(value):
        return math.inf
    return float(math.ceil(_two(value))) if _two(value) < 10 else _two(value)


def _two(value: float) -> float:
    """Two significant digits, a half upwards as people do it: 625 is about 630."""
    if value < 1e-12:  # nobody, or so little that its powers of ten run out
        return max(0.0, value)
    place = math.floor(math.log10(value)) - 1
    whole = math.floor(float(f"{value:.12g}") / 10.0**place + 0.5)
    return float(f"{whole}e{place}")
