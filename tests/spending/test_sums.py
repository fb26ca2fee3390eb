"""Is what is spent added up as anybody would on paper, and is nobody carried twice?"""

import pytest
from spending_plan import spent

from promplan.plan import Plan
from promplan.spending.sums import carried, costs, sign, sums


def test_channels_lines_and_reserve_against_the_total():
    it = sums(spent())
    assert it.channels == 14_000 + 6_000 + 2_000 + 4_000
    assert it.lines == 40 * 100 + 2_000 and it.spent == 32_000
    assert it.reserve == 4_000 and it.for_channels == 30_000
    assert it.left == 4_000 and it.over == 0


def test_lines_by_kind_and_by_channel_and_those_without_a_price():
    it = sums(spent())
    assert it.by_kind == {"printing": 4_000, "travel": 2_000}
    assert it.for_channel == {"H4": 4_000} and it.by_item == {}
    assert it.unpriced == ("BL3",) and costs(spent().budget.lines[2]) is None


def test_a_plan_over_its_total_says_by_how_much():
    plan = spent()
    plan.budget.total = 30_000.0
    it = sums(plan)  # 26,000 + 6,000 + 3,000 of 30,000
    assert it.left == -5_000 and it.over == 5_000


def test_without_a_total_nothing_follows_from_it():
    it = sums(Plan())
    assert (it.total, it.reserve, it.for_channels, it.left, it.over, it.spent) == (None, None, None, None, 0, 0)


def test_a_rounding_is_no_overspending():
    plan = spent()
    plan.channels[0].money.amount = 18_000.001
    assert sums(plan).over == 0


def test_people_of_several_carriers_are_at_most_their_sum_and_at_least_the_largest():
    it = carried(spent())
    assert (it.carriers, it.least, it.most, it.hours) == (3, 5_000, 8_000, 8)
    assert it.by_who == {"teachers": 5_000, "families": 3_000}
    assert it.uncounted == ("FC3",) and it.unhoured == ("FC2",)


def test_nobody_carries_to_more_people_than_there_are():
    plan = spent()
    plan.budget.people = 4_000
    it = carried(plan)
    assert (it.least, it.most) == (4_000, 4_000)


def test_nobody_carries_anything_yet():
    it = carried(Plan())
    assert (it.carriers, it.least, it.most, it.hours) == (0, 0, 0, 0)


@pytest.mark.parametrize(("currency", "said"), [("RUB", "₽"), ("BYN", "Br"), ("", "¤")])
def test_every_currency_has_its_sign(currency, said):
    plan = spent()
    plan.budget.currency = currency
    assert sign(plan) == said
