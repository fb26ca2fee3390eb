"""One move of a slider: five channels, all numbers that stand beside it. `pytest tests/bench/test_spending.py`."""

import pytest
from spending_plan import spent

from promplan.spending.best import best
from promplan.spending.reached import reached


@pytest.mark.parametrize("money", [14_000.0, 5_000_000.0])
def test_a_move_of_a_slider_takes_less_than_2_ms_however_many_contacts(benchmark, money):
    plan = spent()
    answer = benchmark(lambda: reached(plan, {"H1": money}))
    assert answer.net > 15_000
    assert benchmark.stats.stats.median < 0.002


def test_with_a_hundred_contacts_to_be_told_apart_it_takes_less_than_2_ms_too(benchmark):
    plan = spent()
    plan.budget.most_contacts = 100
    benchmark(lambda: reached(plan, {"H1": 30_000.0}))
    assert benchmark.stats.stats.median < 0.002


def test_the_best_split_takes_less_than_10_ms(benchmark):
    plan = spent()
    assert benchmark(lambda: best(plan)).net > 15_000
    assert benchmark.stats.stats.median < 0.01
