"""How long does joining two full copies take? Run on demand: `pytest tests/bench/test_merge.py`."""

from bench.full import full_plan

from promplan.plan import Plan
from promplan.plan.merging import merge


def edited(plan: Plan, numbers: range, words: str) -> Plan:
    """The plan with a tenth of its facts, an objective and the brief worked on."""
    new = plan.model_copy(deep=True)
    for n in numbers:
        new.enterprise.facts[n].source = words
    new.objectives[numbers.start % 20].metric = words
    new.brief.client = words
    return new


def test_joining_two_full_copies_with_an_older_one(benchmark):
    base = full_plan()
    mine, theirs = edited(base, range(0, 40), "mine"), edited(base, range(30, 70), "theirs")
    merged = benchmark(merge, mine, theirs, base)
    assert len(merged.asked) == 11 and len(merged.came) == 31


def test_joining_two_full_copies_without_an_older_one(benchmark):
    base = full_plan()
    merged = benchmark(merge, edited(base, range(0, 40), "mine"), edited(base, range(30, 70), "theirs"))
    assert len(merged.asked) == 73


def test_joining_two_plans_made_independently(benchmark):
    """Half of theirs are other things under the same ids: found by their words, kept under new ones."""
    base = full_plan()
    for rows in (base.enterprise.facts, base.message.questions):
        del rows[len(rows) // 2 :]
    theirs = base.model_copy(deep=True)
    for n, one in enumerate(theirs.enterprise.facts):
        one.statement = f"Ovens, crates and lorries stand in yard {n}"
    assert len(benchmark(merge, base, theirs).plan.enterprise.facts) == 300
