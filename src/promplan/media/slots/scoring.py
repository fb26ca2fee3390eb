"""The objective of a calendar: the value of its items less the price of the rules it bends.

The one place where that is defined; the model is built to agree with it, and every answer is measured by it.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from promplan.media.slots.question import Question, Spot

__all__ = ["Score", "score"]

TINY = 1e-9  # hours and items below this are rounding


@dataclass(frozen=True)
class Score:
    """The value, and by how much each soft rule is bent.

    Args:
        value: what the placed items bring.
        penalty: what the bent rules cost.
        over: hours above a week's capacity, by week.
        short: items that a channel lacks in a week, by week and channel.
        off: items by which a pillar is beyond its share and tolerance, by pillar.
        late: days after the deadline, by item.
    """

    value: float
    penalty: float
    over: Mapping[int, float]
    short: Mapping[tuple[int, str], int]
    off: Mapping[str, float]
    late: Mapping[str, int]

    @property
    def objective(self) -> float:
        """What a calendar is to make as large as possible."""
        return self.value - self.penalty


def score(question: Question, spots: Mapping[str, Spot]) -> Score:
    """Measure a calendar that keeps the hard rules.

    objective = sum of values - unplaced * items without a place - hour * hours over - post * items short
    - balance * items off - late * days late. A pillar with n of the N placed items that have a share is off by
    max(0, |n - share N| - tolerance N).
    """
    rules, penalties = question.rules, question.penalties
    placed = [item for item in question.items if item.id in spots]
    value = sum(item.worth(spots[item.id]) for item in placed)

    hours: dict[int, float] = dict.fromkeys(range(rules.weeks), 0.0)
    posts: Counter[tuple[int, str]] = Counter()
    for item in placed:
        day, channel = spots[item.id]
        hours[rules.week_of(day)] += item.hours
        posts[rules.week_of(day), channel] += 1
    over = {}
    for week, spent in hours.items():
        capacity = rules.capacity(week)
        if capacity is not None and spent - capacity > TINY:
            over[week] = spent - capacity

    short = {}
    for week in range(rules.weeks):
        for known in rules.channels:
            lacking = rules.owed(week, known) - posts[week, known.id]
            if lacking > 0:
                short[week, known.id] = lacking

    counts = Counter(item.pillar for item in placed if item.pillar in rules.pillars)
    off = {}
    for pillar, share in rules.pillars.items():
        beyond = abs(counts[pillar] - share * counts.total()) - rules.tolerance * counts.total()
        if beyond > TINY:
            off[pillar] = beyond

    late = {item.id: days for item in placed if (days := item.late(spots[item.id][0]))}
    penalty = (
        penalties.unplaced * (len(question.items) - len(placed))
        + penalties.hour * sum(over.values())
        + penalties.post * sum(short.values())
        + penalties.balance * sum(off.values())
        + (penalties.late or 0.0) * sum(late.values())
    )
    return Score(value, penalty, over, short, off, late)
