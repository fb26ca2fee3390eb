"""Reach curves and their inverse: GRP or insertions for a wanted reach, effective reach, frequency cap.

A curve needs to know how people meet the medium. The `model` says it, everywhere in this module:

| model | weight | how contacts fall |
|---|---|---|
| None | GRP | Poisson: at random, the upper bound |
| `impressions.NBD` | GRP | light and heavy users of that shape |
| `accumulation.Beta` | insertions | beta-binomial: one vehicle whose audience comes back |
| a share | insertions | random duplication of insertions with this audience |
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from numbers import Real
from typing import Any

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.accumulation import Beta
from promplan.media.impressions import NBD
from promplan.media.reach import MOST, Distribution, limited, poisson, sainsbury

__all__ = ["Point", "capped_reach", "grp_for_reach", "insertions_for_reach", "reach_at", "reach_curve"]

Model = NBD | Beta | float | None

_MOST_GRP = 100_000.0  # a thousand contacts a person, as in `reach.poisson`
_STEPS = 200


@dataclass(frozen=True)
class Point:
    """One point of a reach curve; reach and effective reach are shares, frequency is 0 where nobody is reached.

    >>> (point,) = reach_curve([200])
    >>> print(f"{point.grp:.0f} GRP reach {point.reach:.0%}, {point.frequency:.1f} times each; "
    ...       f"{point.effective:.0%} three times or more")
    200 GRP reach 86%, 2.3 times each; 32% three times or more
    """

    weight: float
    grp: float
    reach: float
    frequency: float
    effective: float


def reach_curve(weights: Iterable[float], model: Model = None, *, effective: int = 3) -> tuple[Point, ...]:
    """The reach of each weight: GRP, or insertions where the model counts insertions.

        >>> for point in reach_curve([100, 200, 300]):
        ...     print(point.grp, round(point.reach, 3), round(point.frequency, 2), round(point.effective, 3))
        100.0 0.632 1.58 0.08
        200.0 0.865 2.31 0.323
        300.0 0.95 3.16 0.577

    Args:
        weights: 100 GRP are one contact per person on average; insertions are whole.
        model: see the module.
        effective: from how many contacts on a person counts in `Point.effective`.

    Raises:
        Problem: a weight that is none, or more than 100,000 GRP or `reach.MOST` insertions; no such model.
    """
    least = checked.whole(effective, say("Contacts wanted"), 1)
    checked.at_most(least, MOST, say("Contacts wanted"))
    found = []
    each: tuple[Any, ...] = checked.listed(weights, object, say("Weights of a reach curve"))
    for weight in each:
        if _by_grp(model):
            nbd, grp = _at(model, weight)
            reach = nbd.reach if isinstance(nbd, NBD) else nbd.at_least(1)
            met = nbd.at_least(least)
            found.append(Point(grp, grp, reach, grp / 100 / reach if reach else 0.0, met))
        else:
            distribution = _over(model, weight)
            reach, mean = distribution.reach, distribution.mean
            n = float(len(distribution.p) - 1)
            found.append(Point(n, 100 * mean, reach, mean / reach if reach else 0.0, distribution.at_least(least)))
    return tuple(found)


def reach_at(weight: float, model: Model = None) -> float:
    """The reach of so many GRP, or insertions: one point of `reach_curve`.

    >>> from promplan.media.accumulation import Beta
    >>> round(reach_at(100), 2), round(reach_at(10, Beta.from_reach(0.10, 0.14)), 2)  # 100 GRP, both
    (0.63, 0.24)
    """
    return reach_curve([weight], model)[0].reach


def grp_for_reach(reach: float, model: NBD | None = None) -> float:
    """The GRP that reach a wanted share of the people: the inverse of the curve, in closed form.

    −100 ln(1 − R) at random; 100 k ((1 − R)^(−1/k) − 1) for the negative binomial.

        >>> round(grp_for_reach(0.60)), round(grp_for_reach(0.60, NBD(mean=1, shape=0.5)))
        (92, 262)

    Raises:
        Problem: no share, all the people, or a reach that takes more than 100,000 GRP.
    """
    reach = _wanted(reach)
    if not _by_grp(model):
        raise Problem(say("This model counts insertions, not GRP: ask for the insertions of the reach."))
    missed = -math.log1p(-reach)
    if isinstance(model, NBD):
        power = missed / model.shape
        grp = 100 * model.shape * math.expm1(power) if power < 700 else math.inf
    else:
        grp = 100 * missed
    if grp > _MOST_GRP:
        raise Problem(
            say(
                "A reach of {reach} takes more than {most} GRP with this audience: its light users are hardly ever "
                "there. Add another medium.",
                reach=reach,
                most=_MOST_GRP,
            )
        )
    return grp


def insertions_for_reach(reach: float, model: Beta | float) -> int:
    """The fewest insertions that reach a wanted share of the people: the inverse of the curve.

        >>> insertions_for_reach(0.60, 0.20)
        5
        >>> insertions_for_reach(0.25, Beta.from_reach(0.10, 0.14))
        13

    Raises:
        Problem: no share, all the people, an audience of nobody, or more than `reach.MOST` insertions.
    """
    reach = _wanted(reach)
    if _by_grp(model):
        raise Problem(say("This model counts GRP, not insertions: ask for the GRP of the reach."))
    if not reach:
        return 0
    wanted, missed = math.log1p(-reach), 0.0
    for n in range(MOST):
        missed += _log_missed(model, n)
        if missed <= wanted * (1 - 1e-12):  # 1 − 0.8⁵ reaches 0.67232, whatever the last digit says
            return n + 1
    raise Problem(
        say(
            "Not even {most} insertions reach {reach} of the people here: those who are left hardly ever meet this "
            "vehicle. Add another one.",
            most=MOST,
            reach=reach,
        )
    )


def capped_reach(grp: float, cap: int, model: NBD | None = None) -> float:
    """The reach of so many delivered GRP under a frequency cap: whoever has had `cap` contacts gets no more.

    The impressions that the cap takes from the heavy users go to the others: the rate rises until E[min(X, cap)] is
    GRP/100. Without heavy users a cap changes little.

        >>> heavy = NBD(mean=1, shape=0.3)
        >>> round(reach_at(200, heavy), 2), round(capped_reach(200, cap=4, model=heavy), 2)
        (0.46, 0.63)

    Raises:
        Problem: a cap that is not whole or below 1; as many GRP as 100 × cap or more, which the cap does not let
            through.
    """
    checked.of_kind(model, NBD, say("The model of a frequency cap")) if model is not None else None
    mean = checked.amount(grp, say("GRP")) / 100
    most = limited(checked.whole(cap, say("Frequency cap"), 1))
    if mean >= most:
        raise Problem(
            say(
                "{grp} GRP are {mean} contacts a person, and the cap lets {cap} through. "
                "Raise the cap, or deliver fewer.",
                grp=100 * mean,
                mean=mean,
                cap=most,
            )
        )
    low, high = 0.0, _MOST_GRP
    if _delivered(model, high, most) < mean:
        raise Problem(
            say(
                "Under this cap {grp} GRP cannot be delivered: the light users are hardly ever there. "
                "Raise the cap, or deliver fewer.",
                grp=100 * mean,
            )
        )
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if _delivered(model, middle, most) < mean:
            low = middle
        else:
            high = middle
    return _at(model, high)[0].at_least(1)


def _by_grp(model: Model) -> bool:
    if model is None or isinstance(model, NBD):
        return True
    if isinstance(model, Beta) or (isinstance(model, Real) and not isinstance(model, bool)):
        return False
    raise Problem(
        say(
            "The model of a reach curve is an NBD or a Beta, the audience of one insertion as a share, or left out; "
            "not {value}.",
            value=checked.shown(model),
        )
    )


def _at(model: Model, weight: float) -> tuple[NBD | Distribution, float]:
    """The contacts at so many GRP."""
    grp = checked.amount(weight, say("GRP"))
    checked.at_most(grp, _MOST_GRP, say("GRP"))
    return (model.at(grp=grp) if isinstance(model, NBD) else poisson(grp, 100)), grp


def _over(model: Model, weight: float) -> Distribution:
    """The contacts of so many insertions."""
    n = limited(checked.whole(weight, say("Insertions")))
    return model.over(n) if isinstance(model, Beta) else sainsbury([model], [n])  # type: ignore[list-item]


def _delivered(model: NBD | None, grp: float, cap: int) -> float:
    """E[min(X, cap)] = Σ P(X >= m) over m = 1 … cap."""
    met, _ = _at(model, grp)
    head = met.first(cap) if isinstance(met, NBD) else [*met.p[:cap], *([0.0] * (cap - len(met.p)))]
    return cap - math.fsum((cap - k) * one for k, one in enumerate(head))


def _log_missed(model: Beta | float, n: int) -> float:
    """The logarithm of the share of those not yet reached whom one more insertion, after n, misses."""
    if isinstance(model, Beta):
        share = model.alpha / (model.alpha + model.beta + n)
    else:
        share = checked.share(model, say("Audience of an insertion"))
    return math.log1p(-share) if share < 1 else -math.inf


def _wanted(reach: float) -> float:
    plain = checked.share(reach, say("Reach wanted"))
    if plain == 1:
        raise Problem(say("Nothing reaches all the people. Ask for a reach below 1, 0.95 say."))
    return plain
