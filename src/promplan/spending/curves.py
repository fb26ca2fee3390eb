"""The channels whose reach can be counted, each with its curve; and what is missing where it cannot.

A channel reaches those of ours who use it. Its contacts are those that it has without money and 1,000 for each time its
price is paid; they fall on light and heavy users (`promplan.media.response.GammaPoisson`), or, where nobody has said
how alike people use it, on all alike (`Exponential`), which reaches the most that so many contacts can.

    for channel in counted(plan):
        channel.name, channel.contacts(30_000), channel.reach(30_000)
    for gap in missing(plan):
        gap.where, gap.field, gap.words, gap.counted
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from promplan.language import Words, say
from promplan.media.response import Exponential, GammaPoisson
from promplan.plan.channels import PlannedChannel
from promplan.plan.document import Plan

THOUSAND = 1000  # contacts that a price is for
HEAVIEST = 1000  # contacts for each user of a channel: beyond that something is mistyped


@dataclass(frozen=True)
class Counted:
    """A channel that can be counted: its users among `people`, and its money.

    `price` is 0 where the channel takes no money: then its contacts are those without money, whatever is spent.
    `name` is unlike that of every other channel.
    """

    id: str
    name: str
    people: int
    users: int
    free: int
    price: float
    alike: float | None
    amount: float
    least: float
    most: float | None
    fixed: bool

    @property
    def paid(self) -> bool:
        """Can contacts be bought here?"""
        return self.price > 0

    def contacts(self, money: float) -> float:
        """Contacts with so much money, those without money included."""
        return self.free + (THOUSAND * money / self.price if self.paid else 0.0)

    def share(self, money: float) -> float:
        """Reach with so much money, as a share of all people."""
        return self.curve.value(money if self.paid else 0.0)

    def reach(self, money: float) -> float:
        """People reached with so much money."""
        return self.people * self.share(money)

    @property
    def end(self) -> float:
        """The money that buys `HEAVIEST` contacts for each user: no split goes further."""
        return max(0.0, HEAVIEST * self.users - self.free) * self.price / THOUSAND

    @cached_property
    def curve(self) -> Exponential | GammaPoisson:
        """Reach as a share of all people, by money; contacts without money come before the paid ones.

        Without a price a unit of money is one contact, and none is ever spent.
        """
        each = self.price / THOUSAND if self.paid else 1.0
        cap, scale, free = self.users / self.people, self.users * each, self.free * each
        return GammaPoisson(cap, scale, self.alike, free) if self.alike else Exponential(cap, scale, free)


@dataclass(frozen=True)
class Missing:
    """Something that is not said or cannot be: `where` is the id of a channel or an overlap, "" for the budget itself.

    `field` is the plan's own name for it. `counted` says whether the channel is counted nevertheless, with what `words`
    say; an overlap that is not counted is taken as chance.
    """

    where: str
    field: str
    words: Words
    counted: bool = False


def counted(plan: Plan) -> tuple[Counted, ...]:
    """The channels of the plan that can be counted, in its order; none as long as nobody says for how many people."""
    people = plan.budget.people
    if not people:
        return ()
    names = called(plan)
    return tuple(
        Counted(
            id=one.id,
            name=names[one.id],
            people=people,
            users=one.money.users or 0,
            free=one.money.free or 0,
            price=one.money.price or 0.0,
            alike=one.money.alike,
            amount=one.money.amount or 0.0,
            least=one.money.least or 0.0,
            most=one.money.most,
            fixed=one.money.fixed,
        )
        for one in plan.channels
        if all(gap.counted for gap in _gaps(one, names[one.id], people))
    )


def called(plan: Plan) -> dict[str, str]:
    """What each channel is called, by its id; its id is added where it has no name, or one that another has too."""
    names = [one.name.strip() for one in plan.channels]
    return {
        one.id: f"{name} ({one.id})" if names.count(name) > 1 and name else name or one.id
        for one, name in zip(plan.channels, names, strict=True)
    }


def missing(plan: Plan) -> tuple[Missing, ...]:
    """All that is not said, the budget's own first, then channel by channel, then the overlaps."""
    people = plan.budget.people
    names = called(plan)
    found = []
    if not people:
        found.append(
            Missing(
                "",
                "people",
                say(
                    "How many people the campaign is for is not said yet, so no reach can be counted. Count them, and "
                    "say where the number is from."
                ),
            )
        )
    for one in plan.channels:
        found += _gaps(one, names[one.id], people)
    return (*found, *_overlap_gaps(plan))


def overlaps(plan: Plan) -> dict[tuple[str, str], int]:
    """People who use both, by pair of the ids of two counted channels; what is not said or cannot be is left out."""
    users = {one.id: one.users for one in counted(plan)}
    wrong = {gap.where for gap in _overlap_gaps(plan)}
    return {
        (one.one, one.other): one.people
        for one in plan.budget.overlaps
        if one.id not in wrong and one.people is not None and one.one in users and one.other in users
    }


def _gaps(one: PlannedChannel, name: str, people: int | None) -> Iterator[Missing]:
    """What a channel lacks."""
    it = one.money
    if not it.users:
        yield Missing(one.id, "users", say("{name}: how many people of ours use it is not said.", name=name))
    elif people and it.users > people:
        yield Missing(
            one.id,
            "users",
            say(
                "{name}: {users} people of ours use it, and the campaign is for {people} in all. Count only those whom "
                "the campaign is for.",
                name=name,
                users=float(it.users),
                people=float(people),
            ),
        )
    if not it.price and it.amount:
        yield Missing(
            one.id,
            "price",
            say("{name}: what 1,000 contacts cost is not said, so nobody knows what its money buys.", name=name),
        )
    elif not it.price and it.free is None:
        yield Missing(
            one.id,
            "free",
            say("{name}: neither the price of 1,000 contacts is said nor how many there are without money.", name=name),
        )
    if it.users and it.alike is None:
        yield Missing(
            one.id,
            "alike",
            say(
                "{name}: how alike people use it is not said. It is counted as if all used it alike, and that is the "
                "most that its contacts can reach.",
                name=name,
            ),
            counted=True,
        )


def _overlap_gaps(plan: Plan) -> tuple[Missing, ...]:
    """Overlaps that cannot be, or are there twice: then chance is taken in their place."""
    users = {one.id: one.users for one in counted(plan)}
    people, names = plan.budget.people or 0, called(plan)
    seen: set[frozenset[str]] = set()
    found = []
    for one in plan.budget.overlaps:
        pair = frozenset((one.one, one.other))
        if one.people is None or not pair <= users.keys():
            continue
        if len(pair) == 1 or pair in seen:
            words = say(
                "{id}: the two channels are one and the same, or the pair is there twice. Keep one overlap of each "
                "pair.",
                id=one.id,
            )
            found.append(Missing(one.id, "other", words))
            continue
        seen.add(pair)
        most = min(users[one.one], users[one.other])
        least = max(0, users[one.one] + users[one.other] - people)
        if not least <= one.people <= most:
            words = say(
                "{id}: {one} and {other} cannot share {n} people: with their users it is from {least} to {most}.",
                id=one.id,
                one=names[one.one],
                other=names[one.other],
                n=float(one.people),
                least=float(least),
                most=float(most),
            )
            found.append(Missing(one.id, "people", words))
    return tuple(found)
