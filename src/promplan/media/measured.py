"""Measurement error of a simulated campaign: counters that miss some events, and a panel that asks a few people.

Every counter sees each event with a chance of its own: a count n becomes Binomial(n, share). Steps are missed
independently of each other, so more registrations than clicks may be measured, as in life. Attention leaves no trace
and is not measured. Nobody counts people: reach is known from a panel only, of which a seeded sample without
replacement says how many were met (hypergeometric). A platform knows no segments of yours: sum over them for what it
would show.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from promplan.language import say
from promplan.media import checked
from promplan.media.simulate import STEPS, Outcome

__all__ = ["MEASURED", "Counters", "Measured", "measured"]

MEASURED = ("contacts", "clicks", "registrations", "visits", "applications")


@dataclass(frozen=True)
class Counters:
    """The share of each step that is counted, 0 to 1, and how many people of each segment a panel asks at the end.

    >>> Counters(clicks=0.8, panel=300).contacts
    1.0
    """

    contacts: float = 1.0
    clicks: float = 1.0
    registrations: float = 1.0
    visits: float = 1.0
    applications: float = 1.0
    panel: int = 0

    def __post_init__(self) -> None:
        for step in MEASURED:
            share = checked.share(getattr(self, step), say("A counter's share of what happens"))
            object.__setattr__(self, step, share)
        object.__setattr__(self, "panel", checked.whole(self.panel, say("People asked by the panel")))


@dataclass(frozen=True, eq=False)
class Measured:
    """Counts (items, days, segments, `MEASURED`), the people asked in each segment and those who had met something.

    >>> Measured(np.zeros((1, 1, 1, 5), int), asked=np.array([300]), met=np.array([120])).met[0] / 300
    np.float64(0.4)
    """

    counts: NDArray[np.int64]
    asked: NDArray[np.int64]
    met: NDArray[np.int64]


def measured(outcome: Outcome, counters: Counters, seed: int) -> Measured:
    """The outcome as counters and a panel show it; another seed is another try at measuring the same campaign.

    Uses NumPy's binomial and hypergeometric draws of PCG64: equal for equal seeds with one version of NumPy.

    >>> from promplan.media.campaign import Campaign, Channel, Item
    >>> from promplan.media.population import Beta, Response, Segment
    >>> from promplan.media.simulate import simulate
    >>> pupils = Segment("pupils", 1_000, Response(0.5, 0.2, 0.5, 0.5, 0.4), {"vk": Beta(1, 4)})
    >>> played = simulate(Campaign([pupils], [Channel("vk")], [Item("P1", "vk", 0)], days=1), seed=1)
    >>> seen = measured(played, Counters(contacts=0.5, panel=100), seed=1)
    >>> bool(seen.counts[..., 0].sum() < played.total("contacts")), int(seen.asked[0])
    (True, 100)

    Raises:
        Problem: no outcome, no counters, or a seed that is no whole number of 0 or more.
    """
    checked.of_kind(outcome, Outcome, say("What is measured"))
    checked.of_kind(counters, Counters, say("What measures"))
    shares, panel = [getattr(counters, step) for step in MEASURED], counters.panel
    seed = checked.whole(seed, say("Seed"))
    chance = np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(0,))))
    counts = chance.binomial(outcome.counts[..., [STEPS.index(step) for step in MEASURED]], shares)
    people = np.array([segment.people for segment in outcome.campaign.segments], np.int64)
    reached = outcome.reach[-1]
    asked = np.minimum(people, panel)
    met = chance.hypergeometric(reached, people - reached, asked) if len(people) else asked
    return Measured(counts, asked, met)
