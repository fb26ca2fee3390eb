"""A team with portfolio cards, for tests of the page, of its paper and of the badges."""

from datetime import date
from typing import Any

from promplan.cases.example import example
from promplan.plan import Plan, edit

ON = date(2026, 11, 9)
YES: dict[str, Any] = {"page": "yes", "signed_on": date(2026, 10, 1), "until": date(2027, 12, 31)}


def carded(card: dict[str, Any] | None = None) -> Plan:
    """The solved plan of the wagon works: M1 and M3 agree, M2 has the card of the test, else a no."""
    plan = example("08-solved")
    for one in plan.team.members:
        values = {"did": f"I worked on it from the first day, {one.role}.", "learned": "To ask before I film."}
        values |= YES if one.id != "M2" else card or {"page": "no"}
        plan, _ = edit.add(plan, "pitch.cards", {"member": one.id, **values})
    return plan


def bare(names: list[str], card: dict[str, Any]) -> Plan:
    """A plan with nothing but a team of these names, the first with this card, the others with a no."""
    plan = edit.put(Plan(), "team", {"name": "Team"})
    for n, name in enumerate(names):
        plan, id_ = edit.add(plan, "team.members", {"name": name, "role": "editor"})
        plan, _ = edit.add(plan, "pitch.cards", {"member": id_, **(card if n == 0 else {"page": "no"})})
    return plan
