"""Objectives and audiences of a plan as small tables for a lesson."""

from promplan.cases.table import Table
from promplan.language import number, pick, say
from promplan.plan.audiences import SIDES, Audience
from promplan.plan.brief import AIMS
from promplan.plan.document import Plan
from promplan.plan.objectives import LEVELS, Objective


def goals(plan: Plan) -> Table:
    """The objectives: the sentence, its two numbers, the level, and what happens on the day after."""
    heads = (say("No."), say("Aim"), say("Objective"), say("From, to"), say("AMEC level"), say("Next step"))
    return Table(str(say("Objectives")), tuple(map(str, heads)), tuple(_goal(one) for one in plan.objectives))


def _goal(one: Objective) -> tuple[str, ...]:
    start = "?" if one.baseline is None else number(one.baseline)
    end = "?" if one.target is None else f"{number(one.target)} {one.unit}"
    step = ", ".join(part for part in (one.step_where, one.step_who) if part)
    level = pick(LEVELS[one.level]).partition(":")[0] if one.level else "—"
    return one.id, pick(AIMS[one.aim]) if one.aim else "—", one.statement, f"{start} → {end}", level, step or "—"


def personas(plan: Plan) -> Table:
    """The audiences: who, how many, what they want to get done, what holds them back, when they think of it."""
    heads = (
        say("No."),
        say("Who they are"),
        say("How many"),
        say("What they want to get done"),
        say("Barrier"),
        say("Trigger"),
    )
    rows = tuple(_persona(one) for one in plan.audiences)
    return Table(str(say("Audiences")), tuple(map(str, heads)), rows)


def _persona(one: Audience) -> tuple[str, ...]:
    who = f"{one.segment} ({pick(SIDES[one.side]).partition(':')[0]})" if one.side else one.segment
    return one.id, who, "?" if one.size is None else number(one.size), one.job, one.barrier, one.trigger
