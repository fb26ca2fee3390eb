"""Every number that a sentence of the report may give: of the results behind it, what follows, and what was promised.

What a sentence says in other words is not here: shares and numbers are read by `promplan.measure`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from promplan.measure import registry
from promplan.measure.unit import read
from promplan.plan.document import Plan
from promplan.plan.kpis import Result
from promplan.plan.measurement import Statement, Survey
from promplan.results.answers import answered
from promplan.results.asked import change
from promplan.results.heaps import HEAPS, Heap, counters, heap, summed
from promplan.results.rates import FUNNEL, counted_entries, pooled
from promplan.results.scale import is_percent, is_points

SINGLE = 20  # a sentence names no more results; of the many that a KPI rests on, only all together are told
MONEYS = ("[rouble]", "[dollar]", "[euro]", "[yuan]", "[sterling]")


@dataclass
class Known:
    """Numbers by what they are: counts of people and things, per cent, percentage points, sums of money, multiples."""

    counts: list[float] = field(default_factory=list)
    percents: list[float] = field(default_factory=list)
    points: list[float] = field(default_factory=list)
    money: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def share(self, *values: float | None) -> None:
        """Fractions, kept in per cent."""
        self.percents += [100 * one for one in values if one is not None]

    def of_unit(self, unit: str, *values: float | None) -> None:
        """Numbers of a unit that somebody typed."""
        told = [one for one in values if one is not None]
        if is_percent(unit):
            self.percents += told
        elif is_points(unit):
            self.points += told
        elif (known := read(unit)) is not None and registry.dimension(known) in MONEYS:
            self.money += [one * known.factor for one in told]
        else:
            self.counts += told if known is None else [one * known.factor for one in told] + told


def behind(plan: Plan, one: Statement) -> tuple[list[Result], list[Survey]]:
    """The results and questions that a sentence names, and those of the KPI that it belongs to."""
    results = [it for it in plan.results if it.id in one.results]
    surveys = [it for it in plan.measurement.surveys if it.id in one.surveys]
    for kpi in plan.kpis:
        if kpi.id == one.kpi:
            told = [answered(plan, kpi, it) for it in HEAPS]
            ids = {id_ for it in told for id_ in (*it.results, *it.surveys)}
            results += [it for it in plan.results if it.id in ids and it not in results]
            surveys += [it for it in plan.measurement.surveys if it.id in ids and it not in surveys]
    return results, surveys


def known(plan: Plan, one: Statement) -> Known:
    """All numbers that may stand in this sentence without another word."""
    found = Known()
    results, surveys = behind(plan, one)
    of_results(found, results)
    for survey in surveys:
        of_survey(found, survey)
    _promised(found, plan, one)
    _plan(found, plan, len(results))
    return found


def of_results(found: Known, rows: Sequence[Result]) -> None:
    """Each result, the sums of each heap, the rates of both, what came between two steps, what one of them cost."""
    heaps = {kind: [it for it in rows if heap(it) == kind] for kind in HEAPS}
    for one in rows:
        _counted(found, [one])
        if one.value is not None:
            found.counts.append(one.value)
            found.percents.append(one.value)
            found.points.append(one.value)
            found.money.append(one.value)
        if one.n is not None:
            found.counts.append(float(one.n))
    for kind, own in heaps.items():
        if own:
            _counted(found, own)
            for one in own[:SINGLE]:
                _rates(found, [one], kind)
            _rates(found, own, kind, sure=True)
    _against(found, [summed(own) for own in heaps.values() if own])


def _counted(found: Known, rows: Sequence[Result]) -> None:
    """Counters with the price of each, the difference from step to step, and the share that took the step.

    A step is between two counters of the same results: those of a page and of a list at the gate say nothing of each
    other (`rates.Step.apart`).
    """
    counts = summed(rows)
    spend = counts.get("spend")
    found.counts += [value for name, value in counts.items() if name != "spend"]
    if spend is not None:
        found.money.append(spend)
        found.money += [spend / value for name, value in counts.items() if name != "spend" and value]
    for before, after in pairwise([name for name in FUNNEL if name in counts]):
        both = summed(one for one in rows if {before, after} <= counters(one).keys())
        if not both:
            continue
        first, then = both[before], both[after]
        found.counts.append(abs(first - then))
        if first and then <= first:
            found.share(then / first, 1 - then / first)


def _rates(found: Known, rows: Sequence[Result], kind: Heap, sure: bool = False) -> None:
    """The rates of these results, with their intervals where all are together: of each alone nobody tells them."""
    for entry in counted_entries():
        rate = pooled(entry, rows, kind)
        if rate is None:
            continue
        if entry.unit == "fraction":
            found.share(rate.value, 1 - rate.value, *((rate.low, rate.high) if sure else ()))
        elif entry.unit == "money":
            found.money.append(rate.value)
        else:
            found.counts.append(rate.value)
            found.times.append(rate.value)


def _against(found: Known, heaps: Sequence[dict[str, float]]) -> None:
    """The same counter of two heaps: how many more, how many times as many, by how many per cent."""
    for one in heaps:
        for other in heaps:
            for name in one.keys() & other.keys():
                compared(found, one[name], other[name])


def compared(found: Known, old: float, new: float) -> None:
    """What two numbers of one measure say of each other."""
    if old == new:
        return
    found.counts.append(abs(new - old))
    if old:
        found.times.append(new / old)
        found.percents.append(100 * abs(new - old) / old)


def of_survey(found: Known, one: Survey) -> None:
    """The four numbers of a question, its shares, and what they say of each other."""
    told = change(one)
    four = [float(it) for it in (one.both, one.gained, one.lost, one.neither) if it is not None]
    found.counts += four
    if told is None:
        return
    yes = [round(it.estimate * told.n) for it in (told.before, told.after)]
    found.counts += [float(told.n), *map(float, yes), *(told.n - it for it in yes), four[1] + four[2]]
    for it in (told.before, told.after):
        found.share(it.estimate, it.low, it.high, 1 - it.estimate)
    found.share(*(it / told.n for it in four), (four[1] + four[2]) / told.n)
    found.points += [100 * it for it in (told.change.estimate, told.change.low, told.change.high)]
    if told.before.estimate:
        relative = told.change.estimate / told.before.estimate
        found.percents.append(100 * abs(relative))
        found.times.append(told.after.estimate / told.before.estimate)


def _promised(found: Known, plan: Plan, one: Statement) -> None:
    """The KPI with its answer, and the objective."""
    for kpi in plan.kpis:
        if kpi.id == one.kpi or (one.objective and kpi.objective == one.objective):
            told = answered(plan, kpi)
            found.of_unit(str(told.unit), kpi.baseline, kpi.target, told.value, told.low, told.high)
            found.counts += [float(told.n)] if told.n is not None else []
    serves = one.objective or next((it.objective for it in plan.kpis if it.id == one.kpi), "")
    for objective in plan.objectives:
        if objective.id == serves:
            found.of_unit(objective.unit, objective.baseline, objective.target)
            found.of_unit("", objective.funnel.people, objective.step_capacity, objective.step_days)


def _plan(found: Known, plan: Plan, results: int) -> None:
    """Facts, and how many of its things the plan has: two posts, three channels."""
    for fact in plan.enterprise.facts:
        found.of_unit(fact.unit, fact.value)
    pieces = {it.item for it in plan.results if it.item}
    lists = (plan.items, plan.channels, plan.objectives, plan.kpis, plan.measurement.surveys, plan.measurement.tests)
    found.counts += [float(results), float(len(pieces)), *(float(len(it)) for it in lists)]
