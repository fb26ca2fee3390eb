"""A question that was asked before and after: its shares, its change, and what it says of a KPI."""

from dataclasses import dataclass

from promplan.language import Words, say
from promplan.media.experiment import Interval, wilson
from promplan.media.paired import Paired, paired_difference
from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi
from promplan.plan.measurement import Survey
from promplan.results.heaps import entry
from promplan.results.said import ends, signed
from promplan.results.scale import is_points, scale_of
from promplan.results.value import Value

COUNTS = ("both", "gained", "lost", "neither")


@dataclass(frozen=True)
class Change:
    """What became of a question: of `n` people the share of yes before and after, and the change with its interval.

    `sure` says whether the interval leaves out 0: else nobody can say that anything changed.
    """

    survey: str
    n: int
    before: Interval
    after: Interval
    change: Interval

    @property
    def sure(self) -> bool:
        """Does the interval of the change leave out 0?"""
        return self.change.low > 0 or self.change.high < 0

    @property
    def said(self) -> Words:
        """Both shares, n, and the points between them with their interval."""
        low, high = ends(100 * self.change.low, 100 * self.change.high)
        told = say(
            "{before} % before, {after} % after, of {n} people: {points} percentage points (95 % interval {low} to "
            "{high}).",
            before=round(100 * self.before.estimate, 1),
            after=round(100 * self.after.estimate, 1),
            n=self.n,
            points=signed(round(100 * self.change.estimate, 1)),
            low=low,
            high=high,
        )
        if self.sure:
            return told
        return say("{told} 0 lies in the interval: whether anything changed cannot be told.", told=told)


def complete(one: Survey) -> bool:
    """Are the four numbers there, and is anybody in them?"""
    counts = [getattr(one, name) for name in COUNTS]
    return None not in counts and sum(counts) > 0


def change(one: Survey) -> Change | None:
    """What became of a question; None while one of its four numbers is missing, or nobody was asked."""
    if not complete(one):
        return None
    both, gained, lost, neither = (getattr(one, name) or 0 for name in COUNTS)
    pair = Paired(both, gained, lost, neither)
    before, after = wilson(both + lost, pair.n), wilson(both + gained, pair.n)
    return Change(one.id, pair.n, before, after, paired_difference(both, gained, lost, neither))


def asked(plan: Plan, kpi: Kpi) -> Value | None:
    """What a question that belongs to a KPI says of it: the last one that is whole.

    A KPI in percentage points is the change, and so is the dictionary's `pp`; any other is the share that says yes
    afterwards. Of a relative change (`lift`) no interval is worked out here, so that it is left unsure.
    """
    whole = [(one, found) for one in plan.measurement.surveys if one.kpi == kpi.id and (found := change(one))]
    if not whole:
        return None
    one, found = max(whole, key=lambda it: (it[0].after_on is not None, it[0].after_on, it[0].id))
    if kpi.metric == "pp" or (not kpi.metric and is_points(kpi.unit)):
        ends = (100 * it for it in (found.change.estimate, found.change.low, found.change.high))
        value, low, high = ends
        return Value(value, low, high, found.n, surveys=(one.id,))
    scale = scale_of(kpi, entry(kpi.metric) or entry("share"))
    if kpi.metric == "lift":
        if not found.before.estimate:
            return None
        relative = found.change.estimate / found.before.estimate
        return Value(relative * scale.by, None, None, found.n, surveys=(one.id,), unsure=True)
    after = found.after
    return Value(after.estimate * scale.by, after.low * scale.by, after.high * scale.by, found.n, surveys=(one.id,))
