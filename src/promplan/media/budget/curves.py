"""Many response curves at once, in numpy: values, logarithms of the marginal return, and its inverse.

The formulas of `response` for whole arrays; a test holds the two together. Marginal returns are kept as logarithms,
y = ln λ, so that nothing underflows however far a curve is saturated, and roubles and millions of roubles are the same
problem.

For net reach a curve is asked for the *contacts* behind its reach, −ln(1 − r(b)): if everybody is met independently by
each channel (random duplication), those whom no channel meets are Π(1 − r_i) = exp(−Σ −ln(1 − r_i)), so the largest net
reach is the largest sum of contacts. They are concave where r″(1 − r) + r′² <= 0:

- `Exponential`: everywhere; with a cap of exactly 1 they are the straight line b/scale;
- `GammaPoisson`: everywhere;
- `Hill`: everywhere if slope <= 1, else beyond a bend that lies further right than the curve's own;
- `Root`: only up to a reach of 1/2, that is b = 1/(4 factor²);
- `Logarithm`: only up to a reach of 1 − factor.
"""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from promplan.media.response import Exponential, GammaPoisson, Hill, Logarithm, Response, Root

__all__ = ["Curves"]

Array = NDArray[np.float64]
NEWTON = 60  # steps at most; five to eight are the rule
ROUNDING = 4 * float(np.finfo(np.float64).eps)
CLOSE = 1e-9  # a step of Newton's so short is the last: the error left is its square


class Family(Protocol):
    """Curves of one kind, one entry per curve in every array. Each has one concave part at most, convex elsewhere.

    `inverse(y)` is the money at which the marginal is exp(y) on the concave part; beyond the ends of that part it gives
    anything outside it or at its end, and the caller clips.
    """

    concave_from: Array
    concave_to: Array

    def value(self, b: Array) -> Array: ...
    def log_marginal(self, b: Array) -> Array: ...
    def inverse(self, y: Array) -> Array: ...


def _numbers(curves: Sequence[Any], name: str) -> Array:
    return np.array([getattr(curve, name) for curve in curves], dtype=np.float64)


def _softplus(x: Array) -> tuple[Array, Array]:
    """ln(1 + eˣ) and its slope, the logistic function."""
    e = np.exp(-np.abs(x))
    return np.maximum(x, 0.0) + np.log1p(e), np.where(x > 0, 1.0, e) / (1 + e)


def _contacts(reached: Array, far: Array) -> Array:
    """−ln(1 − r): from the reach where it is small, from its own formula where 1 − r would lose its digits."""
    return np.where(reached < 0.5, -np.log1p(-np.minimum(reached, 0.5)), far)


class _Exponential:
    def __init__(self, curves: Sequence[Exponential], contacts: bool) -> None:
        self.cap, self.scale, self.contacts = _numbers(curves, "cap"), _numbers(curves, "scale"), contacts
        self.free = _numbers(curves, "free")
        self.log_cap, self.log_scale = np.log(self.cap), np.log(self.scale)
        self.log_rest = np.log1p(-self.cap) if contacts else np.zeros_like(self.cap)
        self.concave_from, self.concave_to = np.zeros_like(self.cap), np.full_like(self.cap, np.inf)

    def _log_missed(self, b: Array) -> Array:
        return np.logaddexp(self.log_rest, self.log_cap - (b + self.free) / self.scale)

    def value(self, b: Array) -> Array:
        reached = -self.cap * np.expm1(-(b + self.free) / self.scale)
        return _contacts(reached, -self._log_missed(b)) if self.contacts else reached

    def log_marginal(self, b: Array) -> Array:
        y = self.log_cap - self.log_scale - (b + self.free) / self.scale
        return y - self._log_missed(b) if self.contacts else y

    def inverse(self, y: Array) -> Array:
        if not self.contacts:
            return self.scale * (self.log_cap - self.log_scale - y) - self.free
        share = np.exp(y + self.log_scale)  # λ·scale: below cap while the channel takes money
        left = y + self.log_scale + self.log_rest - self.log_cap - np.log1p(-np.minimum(share, 1.0))
        return np.where(share < self.cap, -self.scale * left - self.free, 0.0)


class _GammaPoisson:
    # with t = ln(1 + (b + free)/(shape·scale)): r = cap (1 − exp(−shape·t)), so it is solved for t
    def __init__(self, curves: Sequence[GammaPoisson], contacts: bool) -> None:
        self.cap, self.scale, self.contacts = _numbers(curves, "cap"), _numbers(curves, "scale"), contacts
        self.shape, self.free = _numbers(curves, "shape"), _numbers(curves, "free")
        self.log_cap, self.log_scale = np.log(self.cap), np.log(self.scale)
        self.log_rest = np.log1p(-self.cap) if contacts else np.zeros_like(self.cap)
        self.concave_from, self.concave_to = np.zeros_like(self.cap), np.full_like(self.cap, np.inf)

    def _log(self, b: Array) -> Array:
        return np.log1p((b + self.free) / self.scale / self.shape)

    def _log_missed(self, t: Array) -> Array:
        return np.logaddexp(self.log_rest, self.log_cap - self.shape * t)

    def value(self, b: Array) -> Array:
        t = self._log(b)
        reached = -self.cap * np.expm1(-self.shape * t)
        return _contacts(reached, -self._log_missed(t)) if self.contacts else reached

    def log_marginal(self, b: Array) -> Array:
        t = self._log(b)
        y = self.log_cap - self.log_scale - (self.shape + 1) * t
        return y - self._log_missed(t) if self.contacts else y

    def inverse(self, y: Array) -> Array:
        target, k = np.maximum(0.0, self.log_cap - self.log_scale - y), self.shape
        t = target / (k + 1)
        if self.contacts:
            # (k + 1)t + ln(rest + cap·exp(−kt)) = target: convex, rising, above two lines; Newton from their right
            t = np.minimum((target - self.log_rest) / (k + 1), target - self.log_cap)
            t, noise = np.where(target > 0, t, 0.0), ROUNDING * (1 + np.abs(target))
            for _ in range(NEWTON):
                missed = self._log_missed(t)
                rise = k + 1 - k * np.exp(self.log_cap - k * t - missed)
                step = ((k + 1) * t + missed - target) / rise
                t = np.maximum(0.0, t - step)
                if np.all(np.abs(step) <= CLOSE * t + noise):
                    break
        return k * self.scale * np.expm1(t) - self.free


class _Hill:
    # with W = (b/half)^slope = exp(w): r = cap·W/(1 + W), and 1 − r = (1 + rest·W)/(1 + W) for rest = 1 − cap
    def __init__(self, curves: Sequence[Hill], contacts: bool) -> None:
        self.cap, self.slope, self.contacts = _numbers(curves, "cap"), _numbers(curves, "slope"), contacts
        self.half, self.log_half = _numbers(curves, "half"), np.log(_numbers(curves, "half"))
        rest = 1 - self.cap if contacts else np.ones_like(self.cap)
        self.log_rest = np.log(rest)
        self.start = np.log(self.cap) + np.log(self.slope) - self.log_half
        # the bend: rest (slope + 1) W² + (1 + rest) W − (slope − 1) = 0
        above = np.maximum(self.slope - 1, 0.0)
        root = np.sqrt((1 + rest) ** 2 + 4 * rest * above * (self.slope + 1))
        self.concave_from = self.half * (2 * above / (1 + rest + root)) ** (1 / self.slope)
        self.concave_to = np.full_like(self.cap, np.inf)
        self.steepest = self.log_marginal(self.concave_from)

    def value(self, b: Array) -> Array:
        w = self.slope * (np.log(b) - self.log_half)
        soft, share = _softplus(w)
        reached = self.cap * share
        return _contacts(reached, soft - _softplus(w + self.log_rest)[0]) if self.contacts else reached

    def log_marginal(self, b: Array) -> Array:
        u = np.log(b) - self.log_half
        w = self.slope * u
        rising = np.where(self.slope == 1, 0.0, (self.slope - 1) * u)  # no 0 · ∞ at no money
        return self.start + rising - _softplus(w)[0] - _softplus(w + self.log_rest)[0]

    def inverse(self, y: Array) -> Array:
        # ln r′ over u = ln(b/half) is concave and lies below three falling lines: where the first of them meets t is
        # right of the answer, and from there Newton's method comes down on it without ever jumping over
        falls, n = y < self.steepest, self.slope
        t = np.where(falls, y, self.steepest - 1) - self.start
        u = np.minimum(-(t + self.log_rest) / (n + 1), -t)
        u = np.minimum(u, np.where(n < 1, t / np.where(n < 1, n - 1, -1.0), np.inf))
        for _ in range(NEWTON):
            soft, share = _softplus(n * u)
            soft_rest, share_rest = _softplus(n * u + self.log_rest) if self.contacts else (soft, share)
            fall = n - 1 - n * (share + share_rest)
            step = ((n - 1) * u - soft - soft_rest - t) / np.where(fall < 0, fall, -np.inf)
            u = u - step
            if np.all(np.abs(step) <= CLOSE * np.maximum(1.0, np.abs(u))):
                break
        return np.where(falls, np.exp(u + self.log_half), self.concave_from)


class _Root:
    def __init__(self, curves: Sequence[Root], contacts: bool) -> None:
        self.factor, self.contacts = _numbers(curves, "factor"), contacts
        self.log_factor = np.log(self.factor)
        self.concave_from = np.zeros_like(self.factor)
        self.concave_to = 0.25 / self.factor**2 if contacts else np.full_like(self.factor, np.inf)

    def value(self, b: Array) -> Array:
        reached = self.factor * np.sqrt(b)
        return -np.log1p(-reached) if self.contacts else reached

    def log_marginal(self, b: Array) -> Array:
        y = self.log_factor - np.log(4 * b) / 2
        return y - np.log1p(-self.factor * np.sqrt(b)) if self.contacts else y

    def inverse(self, y: Array) -> Array:
        ratio = np.exp(self.log_factor - y)
        if not self.contacts:
            return (ratio / 2) ** 2
        # 2x(1 − factor·x) = factor/λ for x = √b, the smaller root; the bend where there is none
        left = 1 - 2 * self.factor * ratio
        return np.where(left >= 0, (ratio / (1 + np.sqrt(np.maximum(0.0, left)))) ** 2, self.concave_to)


class _Logarithm:
    def __init__(self, curves: Sequence[Logarithm], contacts: bool) -> None:
        self.factor, self.scale, self.contacts = _numbers(curves, "factor"), _numbers(curves, "scale"), contacts
        self.log_steep = np.log(self.factor / self.scale)
        self.bend = np.maximum(0.0, 1 / self.factor - 1)  # as ln(1 + b/scale)
        self.concave_from = np.zeros_like(self.factor)
        self.concave_to = self.scale * np.expm1(self.bend) if contacts else np.full_like(self.factor, np.inf)

    def value(self, b: Array) -> Array:
        reached = self.factor * np.log1p(b / self.scale)
        return -np.log1p(-reached) if self.contacts else reached

    def log_marginal(self, b: Array) -> Array:
        grown = np.log1p(b / self.scale)
        y = self.log_steep - grown
        return y - np.log1p(-self.factor * grown) if self.contacts else y

    def inverse(self, y: Array) -> Array:
        target = self.log_steep - y
        if not self.contacts:
            return self.scale * np.expm1(target)
        # v + ln(1 − factor·v) = target for v = ln(1 + b/scale): concave, rising up to the bend; Newton from the left
        inside = (target > 0) & (target < self.bend + np.log1p(-self.factor * self.bend))
        v = np.zeros_like(target)
        for _ in range(NEWTON):
            rest = 1 - self.factor * v
            step = np.where(inside, (target - v - np.log(rest)) / np.where(inside, 1 - self.factor / rest, 1.0), 0.0)
            v = v + step
            if np.all(np.abs(step) <= CLOSE * v):
                break
        return self.scale * np.expm1(np.where(inside, v, np.where(target > 0, self.bend, 0.0)))


_FAMILIES: dict[type, Any] = {
    Exponential: _Exponential,
    GammaPoisson: _GammaPoisson,
    Hill: _Hill,
    Root: _Root,
    Logarithm: _Logarithm,
}


class Curves:
    """Curves of all kinds in the order given, asked as one.

    Attributes:
        concave_from, concave_to: the ends of each curve's concave part, in roubles; it is convex elsewhere.
    """

    def __init__(self, curves: Sequence[Response], contacts: bool) -> None:
        self.list, self.contacts = list(curves), contacts
        kinds: dict[type, list[int]] = {}
        for n, curve in enumerate(self.list):
            kinds.setdefault(type(curve), []).append(n)
        self.parts: list[tuple[Any, Family]] = []
        self.concave_from, self.concave_to = np.empty(len(self.list)), np.empty(len(self.list))
        for kind, members in kinds.items():
            places = slice(None) if len(kinds) == 1 else np.array(members)
            with np.errstate(all="ignore"):
                family = _FAMILIES[kind]([self.list[n] for n in members], contacts)
            self.parts.append((places, family))
            self.concave_from[places], self.concave_to[places] = family.concave_from, family.concave_to

    def at(self, places: Sequence[int]) -> "Curves":
        """Some of the curves, by their places."""
        return Curves([self.list[n] for n in places], self.contacts)

    def _ask(self, what: str, x: Array) -> Array:
        answer = np.empty(len(self.list))
        with np.errstate(all="ignore"):
            for places, family in self.parts:
                answer[places] = getattr(family, what)(x[places])
        return answer

    def value(self, b: Array) -> Array:
        """What each channel brings for its money."""
        return self._ask("value", b)

    def log_marginal(self, b: Array) -> Array:
        """The logarithm of what the next rouble brings; ∞ where it brings infinitely much, −∞ where nothing."""
        return self._ask("log_marginal", b)

    def inverse(self, y: Array | float) -> Array:
        """The money after which the next rouble brings exp(y), on the concave part of each curve."""
        return self._ask("inverse", np.broadcast_to(np.asarray(y, dtype=np.float64), len(self.list)))
