"""A plan with money, for the tests of what is made of it: five channels of a works in an invented town."""

from promplan.plan import edit
from promplan.plan.document import Plan

CHANNELS = (
    (
        "Works page",
        {"users": 9_000, "free": 12_000, "price": 260.0, "alike": 0.6, "amount": 12_000.0, "most": 20_000.0},
    ),
    ("Radio Verkhnebolt", {"users": 16_000, "price": 480.0, "alike": 2.0, "amount": 20_000.0, "least": 8_000.0}),
    ("Bus screens", {"users": 21_000, "price": 390.0, "alike": 8.0, "amount": 8_000.0, "most": 30_000.0}),
    ("College chat", {"users": 2_400, "free": 5_000, "alike": 0.4}),
    ("Town paper", {"users": 7_000, "price": 700.0, "alike": 5.0, "amount": 6_000.0, "fixed": True}),
)
BUDGET = {
    "total": 60_000.0,
    "currency": "RUB",
    "reserve": 5.0,
    "people": 40_000,
    "enough": 3,
    "most_contacts": 8,
    "target": 20_000,
}


def spending_plan(channels: int = 5, **budget: object) -> Plan:
    """So many channels, the five again and again, and the budget with whatever is said otherwise."""
    plan = Plan()
    for n in range(channels):
        name, money = CHANNELS[n % len(CHANNELS)]
        plan, id_ = edit.add(plan, "channels", {"name": name if n < len(CHANNELS) else f"{name} {n // 5 + 1}"})
        plan = edit.put(plan, f"channels/{id_}/money", dict(money))
    plan = edit.put(plan, "budget", {**BUDGET, **budget})
    plan, _ = edit.add(plan, "budget.overlaps", {"one": "H1", "other": "H2", "people": 3_000, "source": "our survey"})
    plan, _ = edit.add(plan, "budget.lines", {"what": "printing", "price": 30.0, "quantity": 100.0})
    for who, people in (("teachers", 1_200), ("families", 3_000)):
        plan, _ = edit.add(plan, "budget.carriers", {"who": who, "what": "show the film", "people": people})
    return plan
