"""Which split of the money reaches most people, the proof of it, and what else the same money would do.

    it = best(plan)                  # of all the money that the channels may cost
    it.amounts, it.net, it.left, [str(one) for one in it.sentences()]
    judged(plan)                     # is the team's own split as good? a certificate, in words too
    all_on_one(plan)                 # what each channel would reach with all the money
    curve(plan, [0, 50_000, 100_000])    # what each total reaches
    needed(plan, 1_200)              # the least total of which the best split reaches so many

Best is what `promplan.media.budget` proves for net reach under chance, contacts without money counted first. People are
counted everywhere as `promplan.spending.reached` counts them, with the overlaps that were measured; the proof and
rates (`Best.next`) know nothing of these, and the proof says so. A channel's least order is taken or left: it gets
nothing or at least that much. Money on channels that cannot be counted stays with them, and is no part of the total.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from promplan.language import Problem, Words, say
from promplan.media.budget import Certificate, Channel, Split, certify, split
from promplan.media.checked import amount
from promplan.plan.document import Plan
from promplan.spending.curves import Counted, counted, missing, overlaps
from promplan.spending.reached import Reached, given, reached
from promplan.spending.sums import sign, sums

__all__ = [
    "AllOnOne",
    "Best",
    "Channel",
    "all_on_one",
    "available",
    "best",
    "channels_of",
    "judged",
    "promised",
]

NEAR = 1e-9  # of a total: sums of money closer than that are the same
CUTS = 200  # questions about least orders at most; a handful is the rule


@dataclass(frozen=True)
class Best:
    """The split that reaches most, with its proof.

    Args:
        total: money that was to be split.
        amounts: money by the id of each channel that can be counted.
        split: the same as `promplan.media.budget` gives it, channels by name.
        skipped: ids of channels that get nothing because their least order would do more elsewhere.
    """

    plan: Plan
    total: float
    amounts: dict[str, float]
    split: Split
    skipped: tuple[str, ...]

    @property
    def net(self) -> float:
        """People reached, measured overlaps counted: what the plan's own split is compared with."""
        return self.reached.net

    @property
    def under_chance(self) -> float:
        """People reached if all overlaps were chance: what the proof speaks of."""
        return self.split.value * (self.plan.budget.people or 0)

    @property
    def left(self) -> float:
        """Money that no channel may take."""
        return self.split.left

    @property
    def next(self) -> float:
        """People per unit of more money, at the present rate and under chance: λ, the same between all bounds."""
        return self.split.certificate.multiplier * (self.plan.budget.people or 0)

    @property
    def bounds(self) -> dict[str, str]:
        """Where each channel stands: at its "minimum", its "maximum", "fixed", or "" between them."""
        return dict(zip(self.amounts, self.split.certificate.bounds, strict=True))

    @property
    def bound(self) -> str:
        """The channel at whose bound a unit of money more or less would bring most; "" where no bound holds back."""
        prices = dict(zip(self.amounts, self.split.certificate.prices, strict=True))
        worst = max(prices, key=lambda id_: abs(prices[id_]), default="")
        return worst if worst and prices[worst] else ""

    @cached_property
    def reached(self) -> Reached:
        """Whom it reaches, measured overlaps counted."""
        return reached(self.plan, self.amounts)

    @property
    def beyond_proof(self) -> Words | None:
        """That the proof knows nothing of measured overlaps; None where they change nobody."""
        if not overlaps(self.plan) or round(self.under_chance) == round(self.net):
            return None
        return say(
            "The proof takes every overlap as chance; with the overlaps that were asked this split reaches "
            "{net} people.",
            net=float(round(self.net)),
        )

    def sentences(self) -> tuple[Words, ...]:
        """The proof in words, sentence by sentence, then which channels it leaves out for their least order."""
        told = list(self.split.certificate.sentences(sign(self.plan), self.plan.budget.people))
        if self.beyond_proof:
            told.append(self.beyond_proof)
        for one in counted(self.plan):
            if one.id in self.skipped:
                told.append(
                    say(
                        "{name} gets nothing: less than {least} cannot be ordered there, and elsewhere that reaches "
                        "more people.",
                        name=one.name,
                        least=one.least,
                    )
                )
        return tuple(told)


@dataclass(frozen=True)
class AllOnOne:
    """All the money on one channel, up to its maximum; others keep what is promised to them.

    Args:
        money: what it takes.
        net: people reached, measured overlaps counted.
        missed: people fewer than with the best split.
    """

    id: str
    name: str
    money: float
    net: float
    missed: float


def available(plan: Plan) -> float:
    """What there is for the channels that can be counted: the total less lines, reserve and money on other channels.

    Raises:
        Problem: no total is said, or the lines and the reserve are more than it.
    """
    it = sums(plan)
    if it.for_channels is None:
        raise Problem(say("How much money there is in all is not said. Say it in the budget; 0 is an answer too."))
    ids = {one.id for one in counted(plan)}
    others = math.fsum(money for id_, money in it.by_channel.items() if id_ not in ids)
    rest = it.for_channels - others
    if rest < 0:
        raise Problem(
            say(
                "Lines, reserve and promised money are {over} more than the total: nothing is left for the channels. "
                "Take something off them, or ask for more.",
                over=round(-rest, 2),
            )
        )
    return rest


def promised(plan: Plan) -> float:
    """The money of counted channels that stays as it is: no total is less."""
    return math.fsum(one.amount for one in counted(plan) if one.paid and one.fixed)


def channels_of(plan: Plan) -> tuple[Channel, ...]:
    """The counted channels as `promplan.media.budget` takes them: curves, least, most, fixed.

    Raises:
        Problem: no channel can be counted; bounds that contradict each other.
    """
    channels = counted(plan)
    if not channels:
        gaps = [gap for gap in missing(plan) if not gap.counted]
        raise Problem(gaps[0].words if gaps else say("The plan has no channel yet: choose one in unit 4."))
    return tuple(map(_channel, channels))


def best(plan: Plan, total: float | None = None) -> Best:
    """The split of `total`, of what is `available` if it is not given.

    Raises:
        Problem: as `available` and `channels_of`; promised money above the total.
    """
    total = available(plan) if total is None else amount(total, say("Total of the budget"))
    return _best(plan, channels_of(plan), total)


def judged(plan: Plan, amounts: Mapping[str, float] | None = None, total: float | None = None) -> Certificate:
    """The certificate of a split, of the team's own if none is given: the best, or what is wrong and what is missing.

    Least orders are not judged: a channel that gets less than its least is a fault in words all the same, one that
    gets nothing is not.

    Raises:
        Problem: as `best`, and for amounts as `reached`.
    """
    channels = counted(plan)
    wholes = channels_of(plan)
    money = given(plan, channels, amounts)
    total = available(plan) if total is None else amount(total, say("Total of the budget"))
    asked = [
        whole if whole.fixed is not None or money[one.id] > 0 else replace(whole, minimum=0.0)
        for one, whole in zip(channels, wholes, strict=True)
    ]
    asked = asked if _least(asked) <= total else [replace(one, minimum=0.0) for one in asked]
    return _sold(channels, certify(asked, [money[one.id] for one in channels], total, "net_reach"))


def all_on_one(plan: Plan, total: float | None = None) -> tuple[AllOnOne, ...]:
    """What each channel that takes money would reach with all of it, the best first.

    Raises:
        Problem: as `best`.
    """
    whole = best(plan, total)
    channels = counted(plan)
    kept = {one.id: one.amount if one.fixed else 0.0 for one in channels}
    free = whole.total - math.fsum(kept.values())
    found = []
    for one in channels:
        if not one.paid or one.fixed:
            continue
        money = min(free, one.end, math.inf if one.most is None else one.most)
        net = reached(plan, {**kept, one.id: money}).net
        found.append(AllOnOne(one.id, one.name, money, net, max(0.0, whole.net - net)))
    return tuple(sorted(found, key=lambda one: -one.net))


def _channel(one: Counted) -> Channel:
    if not one.paid:
        return Channel(one.name, one.curve, fixed=0.0)
    if one.fixed:
        return Channel(one.name, one.curve, fixed=one.amount)
    # a maximum below the least is the plan's own contradiction, and told as one
    return Channel(
        one.name, one.curve, one.least, max(one.least, one.end) if one.most is None else min(one.most, one.end)
    )


def _least(channels: Sequence[Channel]) -> float:
    return math.fsum(one.minimum if one.fixed is None else one.fixed for one in channels)


def _best(plan: Plan, channels: Sequence[Channel], total: float) -> Best:
    """The best split where a least order may be left: channels are asked freely, and cut where one gets a part of it.

    `orders`: 0 where a channel may not order, its least where it must, None where nobody has asked yet.
    """
    ids = [one.id for one in counted(plan)]
    found: tuple[Split, tuple[float | None, ...]] | None = None
    open_: list[tuple[float | None, ...]] = [tuple(None for _ in channels)]
    for _ in range(CUTS):
        if not open_:
            break
        orders = open_.pop()
        asked = [_ordered(one, order) for one, order in zip(channels, orders, strict=True)]
        if any(orders) and _least(asked) > total:
            continue
        answer = split(asked, total, "net_reach")
        if found and answer.value <= found[0].value:
            continue
        near = NEAR * total
        parts = [
            n
            for n, (one, money) in enumerate(zip(channels, answer.amounts, strict=True))
            if one.fixed is None and near < money < one.minimum - near
        ]
        if not parts:
            found = answer, orders
            continue
        n = max(parts, key=lambda n: answer.amounts[n] / channels[n].minimum)
        taken, left = ((*orders[:n], order, *orders[n + 1 :]) for order in (channels[n].minimum, 0.0))
        open_ += [left, taken]
    assert found  # with every order left there is always an answer
    answer, orders = found
    skipped = tuple(
        id_
        for id_, order, one, money in zip(ids, orders, channels, answer.amounts, strict=True)
        if order == 0 and one.minimum and not money
    )
    answer = replace(answer, certificate=_sold(counted(plan), answer.certificate, skipped))
    return Best(plan, total, dict(zip(ids, answer.amounts, strict=True)), answer, skipped)


def _sold(channels: Sequence[Counted], certificate: Certificate, skipped: Sequence[str] = ()) -> Certificate:
    """The certificate without the price of a bound where nothing can be bought, or no least order is worth it."""
    prices = zip(channels, certificate.prices, strict=True)
    return replace(
        certificate, prices=tuple(price if one.paid and one.id not in skipped else 0.0 for one, price in prices)
    )


def _ordered(one: Channel, order: float | None) -> Channel:
    """A channel whose least order is open, taken or left."""
    if one.fixed is not None:
        return one
    if order is None:
        return replace(one, minimum=0.0)
    return replace(one, minimum=order, maximum=one.maximum if order else 0.0)
