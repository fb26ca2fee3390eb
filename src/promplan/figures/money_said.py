"""Money and people as the budget's figures say them, and the best split where there is one."""

from promplan.figures.lettering import plain
from promplan.figures.numbers import digits
from promplan.language import Problem, Words
from promplan.plan.document import Plan
from promplan.spending.best import Best, best
from promplan.spending.sums import sign

NARROW = "\u00a0"


def money(plan: Plan, value: float) -> str:
    """A sum in the plan's currency, to the unit."""
    return f"{digits(round(value))}{NARROW}{sign(plan)}"


def people(value: float) -> str:
    """People in three digits; below ten, where they are a rate, in two."""
    return digits(float(f"{value:.3g}") if value >= 999.5 else round(value) if value >= 9.95 else float(f"{value:.2g}"))


def best_of(plan: Plan) -> tuple[Best | None, Words | None]:
    """The best split, or why there is none."""
    try:
        return best(plan), None
    except Problem as problem:
        return None, problem.what


def short(name: str) -> str:
    """A channel's name as a title may hold it."""
    return plain(name if len(name) <= 28 else f"{name[:27].rstrip()}…")
