"""A plan as full as a team's at the end, for the bench of exports: 60 pieces, 40 facts, 10 ideas with posters."""

from promplan.cases.example import example
from promplan.plan import Plan

PIECES, FACTS, IDEAS = 60, 40, 10


def full_export() -> Plan:
    """The last example, its lists filled up to the measure by copies of what is there, or cut to it."""
    plan = example("10-good").model_copy(deep=True)
    plan.items = _many(plan.items, PIECES, "C")
    plan.ideas = _many(plan.ideas, IDEAS, "I")
    plan.enterprise.facts = _many(plan.enterprise.facts, FACTS, "F")
    return Plan.model_validate(plan.model_dump())


def _many(rows: list, n: int, letter: str) -> list:
    """As many rows: the first n, or copies of them in turn, each with an id of its own."""
    kept = list(rows[:n])
    at = max(int(one.id[len(letter) :]) for one in rows)
    while len(kept) < n:
        at += 1
        copy = rows[len(kept) % len(rows)].model_copy(deep=True, update={"id": f"{letter}{at}"})
        kept.append(copy)
    return kept
