"""Optimality certificate of a budget split (KKT conditions, shadow prices): whether it is the best there is, and why.

Two proofs that do not take the solver's word:

- **The last rouble** [karush-1939] [kuhn-tucker-1951]: no channel that could take a rouble may bring more on it than
  a channel that could give one. For concave curves nothing more is needed; for others it shows a summit, perhaps not
  the highest one.
- **The ceiling** (see `filling`, and `branching` for curves that are not concave): what no split brings more than.
"""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from promplan.language import Words, say, say_many
from promplan.media.budget import sentences
from promplan.media.budget.branching import Best
from promplan.media.budget.channel import Objective, Question
from promplan.media.budget.curves import Array
from promplan.media.budget.sentences import Unit

__all__ = ["Bound", "Certificate", "Verdict"]

SAME = 1e-6  # of what is at stake: who is closer to the best split has it for all purposes
ROUNDING = 1e-13  # of what is brought in all: that much rounding adds or takes
AT_BOUND = 1e-9  # of the total: so near to a bound a channel stands at it, and sums of money are the same
TOLD = 12  # bounds spelled out in `words`

Bound = Literal["", "minimum", "maximum", "fixed"]
Verdict = Literal["best", "open", "beaten", "impossible"]


@dataclass(frozen=True)
class Certificate:
    """What can be said for certain about a split; tuples have one entry per channel, in their order.

    "Brings" is in units of the responses (objective "sum") or a fraction of people ("net_reach"); prices and marginal
    returns are that per rouble.

        >>> from promplan.media import BudgetChannel, Logarithm, certify_budget
        >>> channels = [BudgetChannel("site", Logarithm(10, 1)), BudgetChannel("radio", Logarithm(6, 1))]
        >>> half = certify_budget(channels, [2, 2], total=4)
        >>> print(half.verdict, round(half.gap, 2), [half.names[n] for n in half.move])
        beaten 0.51 ['radio', 'site']
        >>> print(half.words())
        This split is not the best: it brings 17.577797, and 18.08314 can be had. ... move money from radio to site.

    Args:
        verdict: "best": within 1e-6 of what is at stake no split brings more; "beaten": `better` is known to bring
            more; "open": none is known to, but none is ruled out up to `ceiling`; "impossible": see `faults`.
        value: what the split brings in all.
        better: what the best split known brings, which may be this one.
        ceiling: no split of the same total within the same bounds brings more.
        stake: ceiling less what the lower bounds alone bring; the measure for gaps.
        total, left: roubles to be spent, and roubles that stay unspent.
        multiplier: λ, what one more rouble of the total would bring: the best marginal return among the channels that
            could take it; 0 if none could.
        marginals: what the next rouble on each channel would bring.
        bounds: at which of its bounds each channel stands, "" if between them.
        prices: what a rouble less of that bound's force would bring: one more of room at a maximum, one less to be
            spent at a minimum; for a fixed channel what moving one rouble towards it (positive) or away from it
            (negative) would bring. 0 for a channel between its bounds.
        move: the two channels, by place, between which moving a rouble brings most, from where to where; None if there
            are no two.
        violation: what that rouble would bring, 0 or more. At a summit it is 0 but for rounding.
        bent: places of the channels whose curve is not concave between their bounds (for net reach: whose −ln(1 − r)
            is not); without any, a summit is the best split.
        faults: what is impossible about the split, in words.
    """

    names: tuple[str, ...]
    objective: Objective
    verdict: Verdict
    value: float
    better: float
    ceiling: float
    stake: float
    total: float
    left: float
    amounts: tuple[float, ...]
    marginals: tuple[float, ...]
    multiplier: float
    bounds: tuple[Bound, ...]
    prices: tuple[float, ...]
    move: tuple[int, int] | None
    violation: float
    bent: tuple[int, ...]
    faults: tuple[Words, ...]

    @property
    def holds(self) -> bool:
        """Is the split possible, and as good as the best?"""
        return self.verdict == "best"

    @property
    def gap(self) -> float:
        """How much more another split could bring at most."""
        return max(0.0, self.ceiling - self.value)

    def words(self, sign: str = sentences.ROUBLE, people: float | None = None) -> Words:
        """The certificate in words: its `sentences` in a row."""
        said = {f"s{n}": one for n, one in enumerate(self.sentences(sign, people))}
        return Words(" ".join(f"{{{name}}}" for name in said), said)

    def sentences(self, sign: str = sentences.ROUBLE, people: float | None = None) -> tuple[Words, ...]:
        """Sentence by sentence: what is wrong, or why there is nothing better; then what each bound costs.

        Args:
            sign: of the currency.
            people: how many a reach of 1 is, to tell a net reach in people; it is told in per cent without.
        """
        if self.faults:
            return self.faults
        unit = Unit(self.objective == "net_reach", sign, people)
        told = [self._verdict(unit)]
        if self.verdict == "beaten":
            return (*told, self._remedy(unit))
        if 0 < self.multiplier < math.inf:
            told.append(sentences.more_money(self.multiplier, unit))
        if self.left > 0:
            full = all(bound in ("maximum", "fixed") for bound in self.bounds)
            told.append(sentences.left_over(self.left, full, unit))
        binding = sorted((n for n, price in enumerate(self.prices) if price), key=lambda n: -abs(self.prices[n]))
        for n in binding[:TOLD]:
            stands, own = (self.bounds[n], self.names[n], self.amounts[n]), self.marginals[n]
            told.append(sentences.binding(*stands, self.prices[n], own, self.multiplier, unit))
        if len(binding) > TOLD:
            told.append(
                say(
                    "Not all the bounds that hold this split back are listed here. Left out: {n}.",
                    n=len(binding) - TOLD,
                )
            )
        return tuple(told)

    def _verdict(self, unit: Unit) -> Words:
        value, ceiling = (sentences.response(x, unit) for x in (self.value, self.ceiling))
        if self.verdict == "beaten":
            better = sentences.response(self.better, unit)
            more = 100 * (self.better - self.value) / self.stake
            return say(
                "This split is not the best: it brings {value}, and {better} can be had. It misses {percent} % "
                "of what the money above the minimums can bring.",
                value=value,
                better=better,
                percent=sentences.short(more, 3),
            )
        if self.verdict == "open":
            return say(
                "This split brings {value}. A better one is not known, and none brings more than {ceiling}. So "
                "it misses at most {percent} % of what the money above the minimums can bring.",
                value=value,
                ceiling=ceiling,
                percent=sentences.short(100 * self.gap / self.stake, 2),
            )
        if self.bent:
            return say_many(
                "No other split of this total brings more than {ceiling}. The curve of {names} bends both ways, so "
                "all its summits were compared.",
                "No other split of this total brings more than {ceiling}. The curves of {names} bend both ways, so "
                "all their summits were compared.",
                len(self.bent),
                ceiling=ceiling,
                names=self._bent_names(),
            )
        return say(
            "No other split of this total brings more than {ceiling}: wherever money could be taken from, it brings "
            "at least as much as anywhere it could go.",
            ceiling=ceiling,
        )

    def _remedy(self, unit: Unit) -> Words:
        if self.left > 0 and self.multiplier > 0:
            takers = [n for n, bound in enumerate(self.bounds) if bound not in ("maximum", "fixed")]
            best = max(takers, key=lambda n: self.marginals[n])
            return sentences.spend(self.left, self.names[best], self.multiplier, unit)
        if self.move:
            giver, taker = self.move
            gives, takes = self.marginals[giver], self.marginals[taker]
            if takes > gives * (1 + SAME):
                return sentences.move(self.names[giver], gives, self.names[taker], takes, unit)
        return say_many(
            "Moving single roubles would not help: the curve of {names} bends both ways, so there are several "
            "summits. Take the split that is computed here.",
            "Moving single roubles would not help: the curves of {names} bend both ways and have several "
            "summits. Take the split that is computed here.",
            len(self.bent),
            names=self._bent_names(),
        )

    def _bent_names(self) -> str:
        named = [self.names[n] for n in self.bent[:TOLD]]
        return ", ".join([*named, "…"] if len(self.bent) > TOLD else named)


def judge(asked: Question, given: Array, best: Best) -> Certificate:
    """The certificate of a split.

    Args:
        given: roubles per channel, perhaps outside the bounds.
        best: what a solver makes of the question. A poor one gives a certificate that says less, not a wrong one.
    """
    reach, near = asked.objective == "net_reach", AT_BOUND * asked.total
    faults = _impossible(asked, given, near)
    b = np.clip(given, asked.low, asked.high)
    left = max(0.0, asked.total - math.fsum(given.tolist()))
    left = 0.0 if left <= near else left
    at, least = asked.envelope.value(b), asked.envelope.value(asked.low)

    def shown(x: float) -> float:
        return -math.expm1(-x) if reach else x

    slopes = np.exp(asked.curves.log_marginal(b)) * (math.exp(-at) if reach else 1.0)
    pinned = asked.low >= asked.most
    takes, gives = ~pinned & (asked.most - b > near), ~pinned & (b - asked.low > near)
    taker = int(np.argmax(np.where(takes, slopes, -1.0))) if takes.any() else None
    giver = int(np.argmin(np.where(gives, slopes, np.inf))) if gives.any() else None
    multiplier = float(slopes[taker]) if taker is not None else 0.0
    floor = 0.0 if left > 0 else float(slopes[giver]) if giver is not None else math.inf
    stake, better, ceiling = shown(best.ceiling) - shown(least), max(at, best.value), max(at, best.ceiling)
    same = SAME * stake + ROUNDING * shown(ceiling)
    verdict: Verdict = "best"
    if faults:
        verdict, better, ceiling = "impossible", best.value, best.ceiling
    elif shown(better) - shown(at) > same:
        verdict = "beaten"
    elif shown(ceiling) - shown(at) > same:
        verdict = "open"
    bounds, prices = _bounds(asked, takes, gives, slopes, multiplier, floor)
    bent = (asked.high > asked.low) & ((asked.curves.concave_from > asked.low) | (asked.curves.concave_to < asked.high))
    return Certificate(
        names=asked.names,
        objective=asked.objective,
        verdict=verdict,
        value=shown(at),
        better=shown(better),
        ceiling=shown(ceiling),
        stake=max(0.0, stake),
        total=asked.total,
        left=left,
        amounts=tuple(given.tolist()),
        marginals=tuple(slopes.tolist()),
        multiplier=multiplier,
        bounds=bounds,
        prices=prices,
        move=(giver, taker) if giver is not None and taker is not None and giver != taker else None,
        violation=multiplier - floor if multiplier > floor else 0.0,
        bent=tuple(np.flatnonzero(bent).tolist()),
        faults=faults,
    )


def _impossible(asked: Question, given: Array, near: float) -> tuple[Words, ...]:
    outside = np.flatnonzero((given < asked.low - near) | (given > asked.most + near)).tolist()
    faults = [
        sentences.outside(asked.names[n], float(given[n]), float(asked.low[n]), float(asked.most[n]))
        for n in outside[:TOLD]
    ]
    over = math.fsum(given.tolist()) - asked.total
    if over > near:
        faults.append(say("The split spends {over} more than the total: take that off.", over=sentences.money(over)))
    return tuple(faults)


def _bounds(
    asked: Question,
    takes: NDArray[np.bool_],
    gives: NDArray[np.bool_],
    slopes: Array,
    multiplier: float,
    floor: float,
) -> tuple[tuple[Bound, ...], tuple[float, ...]]:
    """Where each channel stands, and the shadow price of it."""
    with np.errstate(invalid="ignore"):
        more = np.fmax(0.0, slopes - floor)  # for one more rouble there, taken from the worst giver
        less = np.fmax(0.0, multiplier - slopes)  # for one rouble less there, given to the best taker
    pinned = asked.low >= asked.most
    stuck = pinned & ~asked.fixed  # minimum and maximum are one: it stands at the one that costs more
    full = stuck & ((more >= less) | (asked.low == 0))
    at_low, at_high = (~pinned & ~gives) | (stuck & ~full), (~pinned & ~takes & gives) | full
    prices = np.where(at_low, less, np.where(at_high, more, np.where(pinned, np.where(more > 0, more, -less), 0.0)))
    if 0 < multiplier < np.inf:
        prices = np.where(np.abs(prices) <= SAME * multiplier, 0.0, prices)  # what rounding brings binds nobody
    kinds: tuple[Bound, ...] = ("", "minimum", "maximum", "fixed")
    which = np.where(at_low, 1, np.where(at_high, 2, np.where(pinned, 3, 0)))
    return tuple(kinds[k] for k in which.tolist()), tuple(prices.tolist())
