"""The levels of KPI under both their names: AMEC's, which the trade uses, and ours, which say what they mean."""

from dataclasses import dataclass

from promplan.language import Words, say, say_in
from promplan.media.kpi_dictionary import LEVELS, Level
from promplan.plan.document import Plan
from promplan.plan.kpis import Kpi
from promplan.results.objectives import level_of

AMEC: dict[Level, Words] = {
    "output": say_in("level of AMEC", "Output"),
    "out-take": say_in("level of AMEC", "Out-take"),
    "outcome": say_in("level of AMEC", "Outcome"),
    "impact": say_in("level of AMEC", "Impact"),
}
OURS: dict[Level, Words] = {
    "output": say("what we put out"),
    "out-take": say("what people took from it"),
    "outcome": say("what people did"),
    "impact": say("what changed at the plant"),
}


@dataclass(frozen=True)
class LevelKpis:
    """A level with its KPI; `level` is None for those whose level nobody has chosen and no metric gives."""

    level: Level | None
    kpis: tuple[Kpi, ...]

    @property
    def words(self) -> Words:
        """Both names: Outcome · what people did."""
        return named(self.level)


def named(level: Level | None) -> Words:
    """Both names of a level."""
    if level is None:
        return say("level not chosen")
    return Words("{amec} · {ours}", {"amec": AMEC[level], "ours": OURS[level]})


def by_level(plan: Plan, objective: str | None = None) -> tuple[LevelKpis, ...]:
    """The KPI of the plan, or of one objective ("" for those that answer none), from output to impact; no empty one."""
    chosen = [one for one in plan.kpis if objective is None or one.objective == objective]
    found = [LevelKpis(level, tuple(one for one in chosen if level_of(one) == level)) for level in LEVELS]
    bare = tuple(one for one in chosen if not level_of(one))
    return tuple(one for one in (*found, LevelKpis(None, bare)) if one.kpis)
