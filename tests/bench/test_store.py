"""How long does a save take, and does a thousand kills lose anything? Run on demand: `pytest tests/bench`."""

from killing import killed_in_mid_save

from promplan.plan import Plan, edit
from promplan.plan.codec import dumps, loads
from promplan.plan.store import NAME, FileStore


def full_plan(facts: int = 100) -> Plan:
    plan = Plan()
    for number in range(facts):
        values = {"statement": f"Fact number {number} about the plant " * 3, "value": float(number), "unit": "mm"}
        plan, _ = edit.add(plan, "enterprise.facts", values)
    return plan


def test_saving_one_field_of_a_full_plan(benchmark, tmp_path):
    (tmp_path / NAME).write_bytes(dumps(full_plan()))
    store = FileStore(tmp_path / NAME)
    words = iter(range(10**9))
    benchmark(lambda: store.put("enterprise.facts/F50", {"statement": str(next(words))}))


def test_reading_a_full_plan(benchmark):
    text = dumps(full_plan())
    benchmark(loads, text)


def test_a_thousand_kills_in_mid_save(tmp_path):
    assert killed_in_mid_save(tmp_path / NAME, kills=1000) >= 1000
