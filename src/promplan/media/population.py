"""Audience segments of a simulated campaign: their people, media habits per channel, and response rates.

A person's chance of being met by one post on a channel differs from person to person: in a segment it follows
Beta(alpha, beta) with mean alpha / (alpha + beta), so the number of contacts with n posts is beta-binomial, as in
the one-vehicle model of media planning (domain: model 4). Habits of different channels are independent of each other,
which between channels is random duplication (model 1).

The continuous Beta is replaced by K classes of people without changing a single result. What n posts do depends on the
chance p through polynomials of degree n at most, and Gauss-Jacobi quadrature [golub-welsch-1969] with K nodes
integrates polynomials up to degree 2K - 1 against the Beta density exactly. So K >= (n + 1) / 2 classes, with the nodes
as chances and the weights as shares of people, give exactly the beta-binomial law, and a person's habit is drawn by
comparing one word with a table. (`scipy.special.roots_jacobi` gives the same nodes, but NaN where alpha + beta passes
some thousands and errors of 1e-9 where both are small; the eigenvalues below stay exact to 1e-12 for every habit that
a segment may have, and need no scipy.)
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from promplan.language import Problem, say
from promplan.media import checked
from promplan.media.accumulation import Beta
from promplan.media.chance import WORD, threshold, words

__all__ = ["CLASSES", "MOST_OPPORTUNITIES", "MOST_PEOPLE", "Drawn", "Response", "Segment", "classes", "drawn", "mean"]

CLASSES = 64  # enough for 127 opportunities on one channel; doubled for more
MOST_OPPORTUNITIES = 1_000  # on one channel
MOST_PEOPLE = 10**9 - 1  # in a segment: so many NumPy can draw a panel from
SMALLEST, LARGEST = 1e-3, 1e6  # of alpha and beta: beyond them a habit is a yes or no, or the same for everybody


def mean(habit: Beta) -> float:
    """The share of a segment that one post meets, alpha / (alpha + beta).

    >>> mean(Beta(1, 4))
    0.2
    """
    checked.of_kind(habit, Beta, say("A habit"))
    return habit.alpha / (habit.alpha + habit.beta)


@dataclass(frozen=True)
class Response:
    """How a segment answers: each rate is the share of the step before it, between 0 and 1.

    Args:
        attention: of the contacts, if the message fits fully and the person is fresh.
        click: of those who paid attention.
        registration: of the clicks of people who have not registered yet.
        visit: of the registrations.
        application: of the visits.
        fatigue: how much a remembered contact wears attention out: attention / (1 + fatigue · memory); 0 = never.
        lift: how much memory helps a click: click · (1 + lift · memory / (1 + memory)); 0 = not at all.

    >>> Response(attention=0.5, click=0.02, registration=0.3, visit=0.5, application=0.4).click
    0.02

    Raises:
        Problem: a rate outside 0 to 1, fatigue or lift below 0, or a lift that would bring the clicks above 1.
    """

    attention: float
    click: float
    registration: float
    visit: float
    application: float
    fatigue: float = 0.0
    lift: float = 0.0

    def __post_init__(self) -> None:
        read = {
            "attention": checked.share(self.attention, say("A segment's rate of attention")),
            "click": checked.share(self.click, say("A segment's rate of clicks")),
            "registration": checked.share(self.registration, say("A segment's rate of registrations")),
            "visit": checked.share(self.visit, say("A segment's rate of visits")),
            "application": checked.share(self.application, say("A segment's rate of applications")),
            "fatigue": checked.amount(self.fatigue, say("A segment's fatigue")),
            "lift": checked.amount(self.lift, say("A segment's lift by memory")),
        }
        for field_, value in read.items():
            object.__setattr__(self, field_, value)
        if (lifted := self.click * (1 + self.lift)) > 1:
            raise Problem(
                say(
                    "Memory could lift a segment's rate of clicks to {value}, above 1. Lower the lift or the rate.",
                    value=lifted,
                )
            )


@dataclass(frozen=True)
class Segment:
    """People of one kind: how they answer, and per channel how their habits are spread (`Beta.from_reach` helps).

    Small alpha + beta: few heavy users and many who never look; large: everybody alike. A channel without a habit is
    one that the segment does not use.

    >>> rates = Response(attention=0.5, click=0.02, registration=0.3, visit=0.5, application=0.4)
    >>> Segment("pupils", 12_000, rates, {"vk": Beta(0.4, 1.6)}).people
    12000

    Raises:
        Problem: people that are no whole number, a habit that is no `Beta` or outside `SMALLEST` to `LARGEST`.
    """

    name: str
    people: int
    response: Response
    habits: Mapping[str, Beta] = field(default_factory=dict)

    def __post_init__(self) -> None:
        name = checked.name(self.name, say("The name of a segment"))
        people = checked.whole(self.people, say("Segment {name}, its people"), name=name)
        checked.at_most(people, MOST_PEOPLE, say("Segment {name}, its people", name=name))
        checked.of_kind(self.response, Response, say("Segment {name}, its rates", name=name))
        habits = checked.named(self.habits, say("Segment {name}, its habits", name=name))
        for channel, habit in habits.items():
            checked.of_kind(habit, Beta, say("Segment {name}, its habit on {channel}", name=name, channel=channel))
            if not all(SMALLEST <= value <= LARGEST for value in (habit.alpha, habit.beta)):
                raise Problem(
                    say(
                        "Segment {name}, channel {channel}: alpha and beta of a habit run from {low} to {high} here, "
                        "not {alpha} and {beta}.",
                        name=name,
                        channel=channel,
                        low=SMALLEST,
                        high=LARGEST,
                        alpha=float(habit.alpha),
                        beta=float(habit.beta),
                    )
                )
        for field_, value in (("name", name), ("people", people), ("habits", habits)):
            object.__setattr__(self, field_, value)


def classes(habit: Beta, opportunities: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The classes of people that stand for a habit: their chances of a contact, ascending, and their shares.

    Exact for every law of up to so many opportunities: as many nodes of the Gauss-Jacobi rule on [0, 1] for the weight
    p^(alpha-1) (1-p)^(beta-1), and no fewer than `CLASSES`, so that small plans share their people. Kept, for whoever
    moves a slider simulates the same people again.

    >>> chances, shares = classes(Beta(1, 4), 10)
    >>> round(float((chances * shares).sum()), 12)  # the mean habit
    0.2

    Raises:
        Problem: what is no habit, or opportunities that are no whole number up to `MOST_OPPORTUNITIES`.
    """
    checked.of_kind(habit, Beta, say("A habit"))
    opportunities = checked.whole(opportunities, say("Opportunities on a channel"))
    checked.at_most(opportunities, MOST_OPPORTUNITIES, say("Opportunities on a channel"))
    if not all(SMALLEST <= value <= LARGEST for value in (habit.alpha, habit.beta)):
        raise Problem(
            say(
                "Alpha and beta of a habit run from {low} to {high} here, not {alpha} and {beta}.",
                low=SMALLEST,
                high=LARGEST,
                alpha=float(habit.alpha),
                beta=float(habit.beta),
            )
        )
    return _classes(habit, opportunities)


@lru_cache(maxsize=256)
def _classes(habit: Beta, opportunities: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    k = CLASSES
    while 2 * k - 1 < opportunities:
        k *= 2
    a, b = habit.beta - 1, habit.alpha - 1  # Jacobi's exponents at the ends 1 and 0 of p
    n = np.arange(1, k)
    s = 2 * n + a + b
    middle = np.concatenate(([(b - a) / (a + b + 2)], (b - a) * (b + a) / (s * (s + 2))))
    # at n = 1 the factor (n+a+b)/(s-1) is 1 by name and 0/0 by number when alpha + beta = 1
    ratio = np.concatenate(([1.0], (n[1:] + a + b) / (s[1:] - 1)))
    beside = np.sqrt(4 * n * (n + a) * (n + b) * ratio / (s * s * (s + 1)))
    nodes, vectors = np.linalg.eigh(np.diag((1 + middle) / 2) + np.diag(beside / 2, 1) + np.diag(beside / 2, -1))
    chances, shares = np.clip(nodes, 0.0, 1.0), vectors[0] ** 2
    for array in (chances, shares):
        array.setflags(write=False)
    return chances, shares


@dataclass(frozen=True, eq=False)
class Drawn:
    """A habit ready to be drawn: thresholds for half a word, of the classes' shares and of their chances.

    >>> drawn(Beta(1, 4), 10).people(seed=1, segment="pupils", channel="vk", start=0, size=2).shape
    (2,)
    """

    shares: NDArray[np.uint64]
    chances: NDArray[np.uint32]

    def people(self, seed: int, segment: str, channel: str, start: int, size: int) -> NDArray[np.uint32]:
        """The chances of a contact of the people `start` to `start + size`, as thresholds for half a word."""
        luck = words(seed, ("habit", segment, channel), start, size) >> np.uint64(32)
        return self.chances[np.searchsorted(self.shares, luck, side="right")]


def drawn(habit: Beta, opportunities: int) -> Drawn:
    """A habit's classes as thresholds, exact to 2^-32.

    >>> len(drawn(Beta(1, 4), 10).chances) == CLASSES
    True
    """
    chances, shares = classes(habit, opportunities)
    return Drawn(np.rint(np.cumsum(shares)[:-1] * WORD).astype(np.uint64), threshold(chances))
