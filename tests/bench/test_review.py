"""How long does the whole review of a full plan take? Run on demand: `pytest tests/bench/test_review.py`."""

from bench.full import full_plan

from promplan.review import check


def test_checking_a_full_plan(benchmark):
    plan = full_plan()
    report = benchmark(check, plan)
    assert len(report.asked) > 30


def test_checking_the_facts_of_a_full_plan(benchmark):
    plan = full_plan()
    assert benchmark(check, plan, "01-facts").asked
