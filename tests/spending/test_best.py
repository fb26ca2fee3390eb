"""Is the best split proved, with bounds, least orders and contacts without money; and does it say why not otherwise?"""

import itertools
import math

import pytest
from spending_plan import spent

from promplan.language import Problem
from promplan.plan import Plan
from promplan.spending.backwards import curve, needed
from promplan.spending.best import all_on_one, available, best, judged
from promplan.spending.curves import counted
from promplan.spending.reached import reached


def two(**money: object) -> Plan:
    """Two channels of 500 users each among 1,000, a contact for 1, all alike; 1,000 to spend."""
    channels = [
        {"id": f"H{n}", "name": name, "money": {"users": 500, "price": 1_000.0, **(money if n == 1 else {})}}
        for n, name in enumerate(("VK", "radio"), 1)
    ]
    return Plan.model_validate({"channels": channels, "budget": {"people": 1_000, "total": 1_000.0, "currency": "EUR"}})


def chance(plan: Plan, amounts: dict[str, float]) -> float:
    """Net reach under chance, by the curves alone."""
    return 1 - math.prod(1 - one.share(amounts[one.id]) for one in counted(plan))


def test_half_on_each_of_two_like_channels_reaches_532_and_all_on_one_432():
    it = best(two())
    assert it.amounts == pytest.approx({"H1": 500, "H2": 500})
    assert it.net == pytest.approx(1_000 * (1 - (0.5 + 0.5 * math.exp(-1)) ** 2))  # 532.2
    first, second = all_on_one(two())
    assert first.net == second.net == pytest.approx(500 * (1 - math.exp(-2)))  # 432.3
    assert first.missed == pytest.approx(it.net - first.net) and first.money == 1_000


def test_the_proof_is_told_in_the_plans_currency_and_in_people():
    said = " ".join(str(one) for one in best(two()).sentences())
    assert "brings more than 532 people" in said
    assert "252 people per 1,000 €" in said and "rouble" not in said and "₽" not in said


def test_no_split_on_a_grid_reaches_more():
    plan = spent()
    it = best(plan)
    assert it.split.certificate.holds and it.total == 30_000
    step = 1_000
    for first, second in itertools.product(range(0, 27_000, step), repeat=2):
        third = 26_000 - first - second
        if 0 <= third <= 5_000 and (second == 0 or second >= 4_000):
            other = chance(plan, {"H1": first, "H2": second, "H3": 0, "H4": third, "H5": 4_000})
            assert 20_000 * other <= it.under_chance + 1e-6


def test_what_is_promised_stays_and_no_bound_is_passed():
    it = best(spent())
    assert it.amounts["H5"] == 4_000 and it.amounts["H3"] == 0 and it.amounts["H4"] == 5_000
    assert it.bounds["H4"] == "maximum" and it.bounds["H5"] == "fixed" and it.bound == "H4"
    assert math.fsum(it.amounts.values()) == pytest.approx(30_000) and it.left == 0
    assert it.next == pytest.approx(reached(spent(), it.amounts).channels[0].next / 1_000, rel=1e-6)


def test_contacts_without_money_make_the_next_ones_worth_less():
    it = best(two(free=400))
    # the last contact of each brings the same: both stand at 700 contacts
    assert it.amounts == pytest.approx({"H1": 300, "H2": 700})
    assert it.net == pytest.approx(1_000 * (1 - (0.5 + 0.5 * math.exp(-1.4)) ** 2))


def test_a_least_order_is_taken_or_left():
    taken = best(two(least=600.0))
    assert taken.amounts == pytest.approx({"H1": 600, "H2": 400}) and not taken.skipped
    left = best(two(least=990.0))
    alone = two().model_copy(deep=True)
    assert left.net == pytest.approx(max(chance(alone, {"H1": b, "H2": 1_000 - b}) for b in (0, 990)) * 1_000)
    few = best(two(least=600.0, users=60))
    assert few.amounts == pytest.approx({"H1": 0, "H2": 1_000}) and few.skipped == ("H1",)
    assert "VK gets nothing: less than 600 cannot be ordered there" in str(few.sentences()[-1])


def test_a_least_order_above_all_the_money_is_left():
    assert best(two(least=5_000.0)).amounts == pytest.approx({"H1": 0, "H2": 1_000})


def test_money_that_no_channel_may_take_is_left_and_said():
    plan = two(most=100.0)
    plan.channels[1].money.most = 300.0
    it = best(plan)
    assert it.left == 600 and any("600 € stay unspent" in str(one) for one in it.sentences())


def test_the_teams_split_is_judged_with_the_remedy():
    plan = two()
    plan.channels[0].money.amount, plan.channels[1].money.amount = 900.0, 100.0
    proof = judged(plan)
    assert proof.verdict == "beaten"
    assert "move money from VK to radio" in str(proof.words("€", 1_000))
    assert judged(plan, {"H1": 500.0, "H2": 500.0}).holds
    assert judged(plan, {"H1": 900.0, "H2": 500.0}).verdict == "impossible"


def test_a_channel_that_orders_nothing_breaks_no_least_order_and_one_that_orders_less_does():
    plan = two(least=600.0)
    assert judged(plan, {"H1": 0.0, "H2": 1_000.0}).verdict == "beaten"
    assert judged(plan, {"H1": 300.0, "H2": 700.0}).verdict == "impossible"


def test_the_best_is_best_for_its_own_judge():
    plan = spent()
    assert judged(plan, best(plan).amounts).holds


def test_lines_reserve_and_what_cannot_be_counted_are_not_for_the_channels():
    plan = spent()
    assert available(plan) == 40_000 - 6_000 - 4_000
    plan.channels[1].money.users = None
    assert available(plan) == 24_000
    plan.budget.lines[0].quantity = 1_000.0
    with pytest.raises(Problem, match="more than the total: nothing is left for the channels"):
        available(plan)
    plan.budget.total = None
    with pytest.raises(Problem, match="How much money there is in all is not said"):
        best(plan)


def test_no_money_at_all_has_a_best_split_too():
    plan = spent()
    plan.budget.total, plan.budget.lines, plan.channels[4].money.fixed = 0.0, [], False
    it = best(plan)
    assert set(it.amounts.values()) == {0.0} and it.net > 0  # contacts without money


def test_the_curve_of_totals_rises_ever_less():
    points = curve(two(), range(0, 3_001, 500))
    gains = [after.value - one.value for one, after in itertools.pairwise(points)]
    assert all(gain > 0 for gain in gains) and gains == sorted(gains, reverse=True)
    assert points[2].value == pytest.approx(532.2, abs=0.05)
    assert points[2].by_name == pytest.approx({"H1": 500, "H2": 500})


@pytest.mark.parametrize("plan", [two(), two(least=600.0), two(free=300), spent()])
def test_the_least_total_reaches_just_so_many(plan):
    wanted = 0.6 * plan.budget.people
    it = needed(plan, wanted)
    assert it.net == pytest.approx(wanted, rel=1e-6)
    assert best(plan, it.total * 0.99).net < wanted


def test_without_a_number_the_plans_target_is_asked():
    plan = spent()
    assert needed(plan).net == pytest.approx(13_000)
    plan.budget.target = None
    with pytest.raises(Problem, match="How many people are to be reached is not said"):
        needed(plan)


def test_more_people_than_use_the_channels_are_out_of_reach_in_words():
    with pytest.raises(Problem, match=r"800 people are out of reach: .*fewer than 750 of 1,000"):
        needed(two(), 800)
    plan = two(most=100.0)
    plan.channels[1].money.most = 100.0
    with pytest.raises(Problem, match="out of reach"):
        needed(plan, 300)
    assert needed(two(), 0).total == 0


def test_promised_money_above_the_total_is_refused():
    plan = two(amount=2_000.0, fixed=True)
    with pytest.raises(Problem, match="Minimums and fixed amounts add up to 2,000, the total is 1,000"):
        best(plan)


def test_a_channel_without_a_price_has_no_bound_that_costs():
    plan = spent()
    unpaid = [n for n, one in enumerate(counted(plan)) if not one.paid]
    assert unpaid and all(best(plan).split.certificate.prices[n] == judged(plan).prices[n] == 0 for n in unpaid)
    name = counted(plan)[unpaid[0]].name
    assert not any(name in str(one) for one in best(plan).sentences())
