"""Whom a split of money reaches, and how often: per channel, and all channels together.

    it = reached(plan)                       # the plan's own amounts
    it = reached(plan, {"H2": 30_000})       # another amount for one channel, the plan's own for the others
    it.net, it.low, it.high, it.counted_twice            # people
    it.effective, it.annoyed                             # people with enough contacts, with too many; None if not said
    it.channels[0].reach, it.channels[0].exclusive

Together: people whom two channels share are taken from the plan's overlaps, and where none is measured as chance would
have it (`promplan.media.overlap.pooled`). Of the users that two channels share each channel reaches as large a part as
of its users in all. How often is counted under chance between the channels: whoever has many contacts with one is as
likely as anybody to have many with another.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.impressions import NBD
from promplan.media.overlap import incremental_reach, net_bounds, pooled
from promplan.plan.document import Plan
from promplan.spending.curves import HEAVIEST, Counted, counted, missing, overlaps

__all__ = ["STEP", "ChannelReach", "Reached", "given", "reached"]

STEP = 1000  # of money: what the next so much brings is a number that can be read
LAST = 20  # contacts, or more: so far a distribution goes, further where enough or too many are more
ROUNDING = 1e-9
ALIKE = 1e9  # the shape at which all use a channel alike


@dataclass(frozen=True)
class ChannelReach:
    """What one channel does with its money; all in people and contacts.

    Args:
        exclusive: people whom no other channel reaches: what is lost if it is dropped.
        added: people whom no channel before it in the plan reaches; these add up to the net reach.
        next: people whom `STEP` more of money would add to the net reach, at the present rate and under chance; None
            where no contacts can be bought.
    """

    id: str
    name: str
    money: float
    contacts: float
    users: int
    reach: float
    exclusive: float
    added: float
    next: float | None

    @property
    def frequency(self) -> float | None:
        """Contacts for each person it reaches; None where it reaches nobody."""
        return self.contacts / self.reach if self.reach else None

    @property
    def price_per_person(self) -> float | None:
        """Money for each person it reaches; None where it reaches nobody."""
        return self.money / self.reach if self.reach else None


@dataclass(frozen=True)
class Reached:
    """Whom all channels together reach, and how often.

    Args:
        people: all for whom the campaign is.
        net: people whom at least one channel reaches: an estimate; low <= net <= high, which follow from what is
            measured alone.
        exposures: shares of all people with 0, 1, 2 … contacts, the last entry with so many or more. Those with none
            are whom `net` leaves out; the others are spread as chance between the channels spreads them.
        enough, too_many: contacts from which on it is enough, and too many, as the plan says; None if it does not.
        measured: pairs of channels whose overlap is measured, of `pairs`.
        uncounted: money on channels that cannot be counted (`curves.missing`).
    """

    people: int
    channels: tuple[ChannelReach, ...]
    net: float
    low: float
    high: float
    exposures: tuple[float, ...]
    enough: int | None
    too_many: int | None
    measured: int
    uncounted: float

    @property
    def pairs(self) -> int:
        """Pairs of channels."""
        return math.comb(len(self.channels), 2)

    @property
    def money(self) -> float:
        """Money on the channels that are counted."""
        return math.fsum(one.money for one in self.channels)

    @property
    def contacts(self) -> float:
        """Contacts with all channels."""
        return math.fsum(one.contacts for one in self.channels)

    @property
    def gross(self) -> float:
        """The sum of reaches: whoever is reached by two channels is counted twice."""
        return math.fsum(one.reach for one in self.channels)

    @property
    def counted_twice(self) -> float:
        """What that sum counts too much."""
        return self.gross - self.net

    @property
    def share(self) -> float:
        """Net reach as a share of all people."""
        return self.net / self.people

    @property
    def frequency(self) -> float | None:
        """Contacts for each person reached; None where nobody is."""
        return self.contacts / self.net if self.net else None

    @property
    def grp(self) -> float:
        """Gross rating points: contacts for each hundred people."""
        return 100 * self.contacts / self.people

    @property
    def price_per_person(self) -> float | None:
        """Money for each person reached; None where nobody is."""
        return self.money / self.net if self.net else None

    @property
    def effective(self) -> float | None:
        """Effective reach: people with enough contacts; None where the plan does not say how many those are."""
        return None if self.enough is None else self.at_least(self.enough)

    @property
    def annoyed(self) -> float | None:
        """People with too many contacts; None where the plan does not say how many those are."""
        return None if self.too_many is None else self.at_least(self.too_many)

    def at_least(self, contacts: int) -> float:
        """People with so many contacts or more, up to the last entry of `exposures`."""
        checked.at_most(contacts, len(self.exposures) - 1, say("Contacts"))
        return self.people * min(1.0, math.fsum(self.exposures[contacts:]))


def reached(plan: Plan, amounts: Mapping[str, float] | None = None) -> Reached:
    """Whom these amounts reach.

    Args:
        amounts: money by the id of a channel; the plan's own where a channel is not named.

    Raises:
        Problem: no channel can be counted; an id that no channel has; an amount that is no number from 0 up; more
            than a thousand contacts for each user of a channel; overlaps that contradict each other.
    """
    channels = counted(plan)
    if not channels:
        gaps = [gap for gap in missing(plan) if not gap.counted]
        raise Problem(gaps[0].words if gaps else say("The plan has no channel yet: choose one in unit 4."))
    money = given(plan, channels, amounts)
    reaches = {one.id: one.reach(money[one.id]) for one in channels}
    shared = {pair: _both(reaches, channels, pair, both) for pair, both in overlaps(plan).items()}
    people = channels[0].people
    net = pooled(reaches, people, {pair: both[0] for pair, both in shared.items()}).net
    low, high = net_bounds(
        reaches,
        people,
        {pair: both[1] for pair, both in shared.items()},
        {pair: both[2] for pair, both in shared.items()},
    )
    increments = incremental_reach(reaches, people, {pair: both[0] for pair, both in shared.items()})
    found = []
    for one, its in zip(channels, increments, strict=True):
        spent = money[one.id]
        others = math.prod(1 - reaches[other.id] / people for other in channels if other is not one)
        more = STEP * people * one.curve.marginal(spent) * others if one.paid else None
        found.append(
            ChannelReach(
                one.id,
                one.name,
                spent,
                one.contacts(spent),
                one.users,
                reaches[one.id],
                its.exclusive,
                its.added,
                more,
            )
        )
    return Reached(
        people=people,
        channels=tuple(found),
        net=net,
        low=min(low, net),
        high=max(high, net),
        exposures=_exposures(plan, channels, [one.contacts for one in found], net / people),
        enough=plan.budget.enough,
        too_many=plan.budget.most_contacts,
        measured=len(shared),
        uncounted=_uncounted(plan, channels, amounts or {}),
    )


def given(plan: Plan, channels: Sequence[Counted], amounts: Mapping[str, float] | None) -> dict[str, float]:
    """Money by the id of each counted channel: what is given, else the plan's own; 0 where nothing can be bought."""
    amounts = amounts or {}
    for id_ in amounts:
        checked.known(id_, [one.id for one in plan.channels], say("Amounts of the channels"))
    found = {}
    for one in channels:
        money = checked.amount(amounts.get(one.id, one.amount), say("Money on {name}"), name=one.name)
        if one.contacts(money) > HEAVIEST * one.users * (1 + ROUNDING):
            raise Problem(
                say(
                    "{name}: {n} contacts for each of its {users} users cannot be. Check its price of 1,000 contacts, "
                    "its money, and the people who use it.",
                    name=one.name,
                    n=float(round(one.contacts(money) / one.users)),
                    users=float(one.users),
                )
            )
        found[one.id] = money
    return found


def _uncounted(plan: Plan, channels: Sequence[Counted], amounts: Mapping[str, float]) -> float:
    known = {one.id for one in channels}
    others = [one for one in plan.channels if one.id not in known]
    return math.fsum(amounts.get(one.id, one.money.amount or 0.0) for one in others)


def _both(
    reaches: Mapping[str, float], channels: Sequence[Counted], pair: tuple[str, str], users: int
) -> tuple[float, float, float]:
    """People whom both channels reach, of so many who use both: the estimate, at least, at most."""
    one, other = (next(channel for channel in channels if channel.id == id_) for id_ in pair)
    here, there = reaches[one.id], reaches[other.id]
    # those of one channel's reached who cannot be among the users of both leave the rest, who must be
    least = max(0.0, here - (one.users - users) + there - (other.users - users) - users, here + there - one.people)
    most = min(float(users), here, there)
    estimate = users * (here / one.users) * (there / other.users)
    return min(max(estimate, least), most), min(least, most), most


def _exposures(plan: Plan, channels: Sequence[Counted], contacts: Sequence[float], net: float) -> tuple[float, ...]:
    """Shares of people with 0, 1, 2 … contacts: the channels' distributions, convolved as far as they are shown."""
    last = max(LAST, plan.budget.enough or 0, plan.budget.most_contacts or 0)
    together: list[float] = []
    for one, n in zip(channels, contacts, strict=True):
        use = one.users / one.people
        met = [use * share for share in NBD(min(n / one.users, HEAVIEST), one.alike or ALIKE).first(last)]
        met[0] += 1 - use
        if together:
            backwards = met[::-1]
            met = [sum(map(mul, together, backwards[last - 1 - k :])) for k in range(last)]
        together = met
    chance = 1 - together[0]
    part = net / chance if chance > 0 else 0.0
    some = [share * part for share in together[1:]]
    return (1 - net, *some, max(0.0, net - math.fsum(some)))
