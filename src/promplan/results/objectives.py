"""Is an objective reached? Its KPI at the levels of outcome and impact answer for it, and no others."""

from collections.abc import Mapping
from dataclasses import dataclass

from promplan.language import Words, say
from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi
from promplan.results.answers import OUTCOMES, Answer, Outcome, answered
from promplan.results.heaps import Heap, entry

DONE = ("outcome", "impact")


@dataclass(frozen=True)
class ObjectiveAnswer:
    """An objective with the answers of all its KPI, and of those that decide (`deciding`): what people did."""

    objective: str
    outcome: Outcome
    why: Words
    answers: tuple[Answer, ...]
    deciding: tuple[str, ...]

    @property
    def short(self) -> Words:
        """Reached, missed, or cannot be told."""
        return OUTCOMES[self.outcome]


def level_of(one: Kpi) -> str:
    """The level of a KPI: its own, else the dictionary's for its metric; empty for neither."""
    metric = entry(one.metric)
    return one.level or (metric.level if metric else "")


def objectives_answered(plan: Plan, heap: Heap = "measured") -> tuple[ObjectiveAnswer, ...]:
    """Every objective: reached if all KPI that decide are, missed if one of them is, else nobody can tell."""
    found = []
    for objective in plan.objectives:
        own = [one for one in plan.kpis if one.objective == objective.id]
        told = {one.id: answered(plan, one, heap) for one in own}
        deciding = tuple(one.id for one in own if level_of(one) in DONE)
        names = {one.id: one.name.strip() or one.id for one in own}
        outcome, why = _judged([told[id_] for id_ in deciding], names)
        found.append(ObjectiveAnswer(objective.id, outcome, why, tuple(told.values()), deciding))
    return tuple(found)


def _judged(deciding: list[Answer], names: Mapping[str, str]) -> tuple[Outcome, Words]:
    if not deciding:
        if names:
            return "unknown", say("None of its KPI counts what people did.")
        return "unknown", say("It has no KPI.")
    missed = [names[one.kpi] for one in deciding if one.outcome == "missed"]
    open_ = [names[one.kpi] for one in deciding if one.outcome == "unknown"]
    if missed:
        return "missed", say("Missed: {kpis}.", kpis=", ".join(missed))
    if open_:
        return "unknown", say("Not known: {kpis}.", kpis=", ".join(open_))
    return "reached", say("Reached: {kpis}.", kpis=", ".join(names[one.kpi] for one in deciding))
