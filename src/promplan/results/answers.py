"""Is a KPI reached, missed, or can nobody tell? Its value from the results, with interval and n, beside its target."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from promplan.language import Words, say
from promplan.media.kpi_dictionary import Kpi as Entry
from promplan.plan import letters
from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi, Result
from promplan.results.asked import asked
from promplan.results.heaps import COUNTERS, Heap, action_of, entry, heaped, summed
from promplan.results.rates import pooled
from promplan.results.said import ends, told
from promplan.results.scale import is_percent, less_is_better, scale_of
from promplan.results.select import belongs
from promplan.results.value import Value, share_of

Outcome = Literal["reached", "missed", "unknown"]

FEW = 10  # of so few people a share says nothing, whatever its interval
FIELDS = {name: field for field, name in COUNTERS.items()}
OUTCOMES: dict[Outcome, Words] = {
    "reached": say("reached"),
    "missed": say("missed"),
    "unknown": say("cannot be told"),
}


@dataclass(frozen=True)
class Answer:
    """What the results say of a KPI: all numbers in its own unit, as its target is.

    `value` is None where nothing was measured, `low` and `high` where there is no interval, `n` where there is none.
    `why` says in a sentence why it is so; `short` is the outcome in a word.
    """

    kpi: str
    heap: Heap
    value: float | None
    low: float | None
    high: float | None
    n: int | None
    baseline: float | None
    target: float | None
    unit: Words | str
    outcome: Outcome
    why: Words
    results: tuple[str, ...] = ()
    surveys: tuple[str, ...] = ()

    @property
    def short(self) -> Words:
        """Reached, missed, or cannot be told."""
        return OUTCOMES[self.outcome]

    @property
    def number(self) -> Words:
        """The value with its unit, interval and n."""
        if self.value is None:
            return say("nothing measured yet")
        value: dict[str, object] = {"value": told(self.value, self.unit)}
        if self.low is None or self.high is None:
            if self.n is None:
                return told(self.value, self.unit)
            return say("{value}, n = {n}", **value, n=float(self.n))
        value["low"], value["high"] = ends(self.low, self.high)
        if self.n is None:
            return say("{value} (between {low} and {high})", **value)
        return say("{value} (95 % interval {low} to {high}, n = {n})", **value, n=float(self.n))

    @property
    def said(self) -> Words:
        """The answer as a sentence: number, target, outcome and why."""
        if self.target is None:
            return say("{number}. {why}", number=self.number, why=self.why)
        return say(
            "{number}; target {target}: {short}. {why}",
            number=self.number,
            target=told(self.target, self.unit),
            short=self.short,
            why=self.why,
        )


def answers(plan: Plan, heap: Heap = "measured") -> tuple[Answer, ...]:
    """Every KPI of the plan, answered."""
    return tuple(answered(plan, one, heap) for one in plan.kpis)


def answered(plan: Plan, kpi: Kpi, heap: Heap = "measured") -> Answer:
    """What the results of a heap say of a KPI.

    A question asked before and after that belongs to it comes first, then the number of a result that is linked to it,
    then the counters by its formula: of the results linked to it, else of all on its channel, or without one of
    all for its objective, until its day. What was simulated answers for the simulated heap alone.
    """
    found = _value(plan, kpi, heap)
    unit = scale_of(kpi, entry(kpi.metric)).unit
    outcome, why = _judged(plan, kpi, heap, found)
    if found is None:
        return Answer(kpi.id, heap, None, None, None, None, kpi.baseline, kpi.target, unit, outcome, why)
    return Answer(
        kpi.id,
        heap,
        found.value,
        found.low,
        found.high,
        found.n,
        kpi.baseline,
        kpi.target,
        found.unit or unit,
        outcome,
        why,
        found.results,
        found.surveys,
    )


def _value(plan: Plan, kpi: Kpi, heap: Heap) -> Value | None:
    if heap == "measured" and (survey := asked(plan, kpi)):
        return survey
    rows = heaped(plan, heap)
    linked = [one for one in rows if one.kpi == kpi.id]
    if own := [one for one in linked if one.value is not None]:
        return _written(kpi, own)
    metric = entry(kpi.metric)
    if metric is None:
        return None
    chosen = linked or [one for one in rows if belongs(plan, kpi, one)]
    return _counted(kpi, metric, chosen) if metric.counted else _worked_out(plan, kpi, metric, chosen, heap)


def _written(kpi: Kpi, rows: Sequence[Result]) -> Value:
    """The last number that somebody put down for it; a share has its interval from n."""
    one = max(rows, key=lambda it: (it.until or it.day or date.min, it.id))
    assert one.value is not None
    metric = entry(kpi.metric)
    scale = scale_of(kpi, metric)
    share = is_percent(kpi.unit) if metric is None else metric.bounds == (0.0, 1.0)
    if share and one.n:
        return share_of(one.value / scale.by, one.n, scale.by, (one.id,))
    return Value(one.value, None, None, one.n, (one.id,), unsure=share)


def _counted(kpi: Kpi, metric: Entry, rows: Sequence[Result]) -> Value | None:
    """A sum of one counter. Reach of several is between the largest and the sum: nobody knows who was met twice."""
    name = FIELDS.get(metric.id) or action_of(kpi)
    used = [one for one in rows if name and getattr(one, name) is not None]
    if not used:
        return None
    total = summed(used)[name]
    ids = tuple(one.id for one in used)
    if name == "reach" and len(used) > 1:
        return Value(total, float(max(one.reach or 0 for one in used)), total, None, ids)
    return Value(total, None, None, None, ids)


def _worked_out(plan: Plan, kpi: Kpi, metric: Entry, rows: Sequence[Result], heap: Heap) -> Value | None:
    rate = pooled(metric, rows, heap, action=action_of(kpi), people=_people(plan, kpi))
    if rate is None:
        return None
    by = scale_of(kpi, metric).by
    low, high = (None if one is None else one * by for one in (rate.low, rate.high))
    n = rate.n if rate.low is not None or metric.unit == "fraction" else None  # a share says of how many
    return Value(rate.value * by, low, high, n, rate.results)


def _people(plan: Plan, kpi: Kpi) -> int | None:
    """How many people there are in all, from the funnel of its objective."""
    return next((one.funnel.people for one in plan.objectives if one.id == kpi.objective), None)


def _judged(plan: Plan, kpi: Kpi, heap: Heap, found: Value | None) -> tuple[Outcome, Words]:
    if found is None:
        if heap == "measured" and _value(plan, kpi, "simulated") is not None:
            return "unknown", say("Only the simulation has a number, and no real people stand behind it.")
        return "unknown", say("No result has what its formula needs.")
    if kpi.target is None:
        return "unknown", say("It has no target.")
    if found.unsure:
        return "unknown", say("From how many people it is nobody has said.")
    if found.n is not None and found.low is not None and found.n < FEW:
        return "unknown", say("{n} are too few to tell anything.", n=found.n)
    low, high = (found.value if one is None else one for one in (found.low, found.high))
    less = less_is_better(kpi, entry(kpi.metric))
    reached = high <= kpi.target if less else low >= kpi.target
    missed = low > kpi.target if less else high < kpi.target
    if not reached and not missed:
        return "unknown", say("The target lies within the interval.")
    if missed and heap == "measured" and (day := letters.today(plan)) and kpi.until and day < kpi.until:
        return "unknown", say("Its day, {day}, is still to come.", day=kpi.until)
    if found.low is None and reached:
        return "reached", say("It is not above the target.") if less else say("It is not below the target.")
    if found.low is None:
        return "missed", say("It is above the target.") if less else say("It is below the target.")
    if reached:
        return "reached", say("The whole interval is on the right side of the target.")
    return "missed", say("The whole interval is on the wrong side of the target.")
