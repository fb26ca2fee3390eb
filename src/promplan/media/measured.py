"""What the team would get to see of a simulated campaign: counters that miss some, and a panel that asks a few.

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

MEASURED = ("contacts", "clicks", "registrations", "visits", "applications")


@dataclass(frozen=True)
class Counters:
    """The share of each step that is counted, 0 to 1, and how many people of each segment a panel asks at the end."""

    contacts: float = 1.0
    clicks: float = 1.0
    registrations: float = 1.0
    visits: float = 1.0
    applications: float = 1.0
    panel: int = 0


@dataclass(frozen=True, eq=False)
class Measured:
    """Counts (items, days, segments, `MEASURED`), the people asked in each segment and those who had met something."""

    counts: NDArray[np.int64]
    asked: NDArray[np.int64]
    met: NDArray[np.int64]


def measured(outcome: Outcome, counters: Counters, seed: int) -> Measured:
    """The outcome as counters and a panel show it; another seed is another try at measuring the same campaign.

    Uses NumPy's binomial and hypergeometric draws of PCG64: equal for equal seeds with one version of NumPy.

    Raises:
        Problem: a share outside 0 to 1, a panel or a seed that is no whole number of 0 or more.
    """
    shares = [checked.share(getattr(counters, step), say("A counter's share of what happens")) for step in MEASURED]
    panel = checked.whole(counters.panel, say("People asked by the panel"))
    seed = checked.whole(seed, say("Seed"))
    chance = np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(0,))))
    counts = chance.binomial(outcome.counts[..., [STEPS.index(step) for step in MEASURED]], shares)
    people = np.array([segment.people for segment in outcome.campaign.segments], np.int64)
    reached = outcome.reach[-1]
    asked = np.minimum(people, panel)
    met = chance.hypergeometric(reached, people - reached, asked) if len(people) else asked
    return Measured(counts, asked, met)
