"""Are carriers, budget and the money of channels kept as they are typed, and do their sums follow?"""

import re
from datetime import date
from html import unescape

import pytest
from calendar_plan import planned
from widgets.finding import field, press, walk
from widgets.finding import told as html

from promplan.language.typesetting import unset
from promplan.plan import Plan
from promplan.plan.budget import CARRIERS
from promplan.plan.store import MemoryStore
from promplan.widgets.budget_form import budget_form
from promplan.widgets.carriers import carriers
from promplan.widgets.carriers_example import EXAMPLES
from promplan.widgets.channel_money import channel_money


def told(panel) -> str:
    return unset(unescape(re.sub("<[^>]+>", " ", html(panel)))).replace("\u00a0", " ")


def rows(panel, label: str) -> list[list[str]]:
    return [[unset(cell[0]).replace("\u00a0", " ") for cell in row["cells"]] for row in field(panel, label).rows]


def carried(*people: int | None) -> Plan:
    plan = planned()
    row = {"who": "teachers", "hours": 2.0}
    many = [{"id": f"FC{n}", **row, "people": one} for n, one in enumerate(people, 1)]
    return Plan.model_validate({**plan.model_dump(), "budget": {"carriers": many}})


# carriers


def test_a_starting_card_knows_who_and_nothing_else():
    store = MemoryStore(planned())
    panel = carriers(store)
    press(panel, "+ teachers, class teachers")
    (one,) = store.plan.budget.carriers
    assert one.who == "teachers"
    assert (one.what, one.given, one.why, one.people, one.hours) == ("", "", "", None, None)
    assert "they show it in a class hour" in told(panel)
    field(panel, "What they do").value = "a lesson on friction"
    assert "they show it in a class hour" not in told(panel) and "a lesson that needs no preparation" in told(panel)


def test_there_is_a_card_and_an_example_for_each_of_the_nine_kinds():
    assert set(EXAMPLES) == set(CARRIERS) - {""} and len(EXAMPLES) == 9
    store = MemoryStore(planned())
    panel = carriers(store)
    buttons = [one for one in walk(panel) if str(getattr(one, "description", "")).startswith("+ ")]
    for one in buttons:
        one.click()
    assert {one.who for one in store.plan.budget.carriers} == set(EXAMPLES)


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ((), "Nobody carries it yet"),
        ((30,), "At most 30 people."),
        ((30, 50), "at least 50 and at most 80 people: some are counted twice"),
        ((30, None), "Of 1 carrier nobody has said how many people it reaches: FC2"),
    ],
)
def test_people_are_summed_as_far_as_one_may(people, said):
    assert said in told(carriers(MemoryStore(carried(*people))))


def test_the_hours_are_summed():
    assert "It takes you 4 h." in told(carriers(MemoryStore(carried(1, 2))))


# the budget


def test_sums_follow_what_is_typed_in_the_currency_that_is_chosen():
    store = MemoryStore(planned())
    panel = budget_form(store)
    assert "As soon as a sum stands here" in told(panel)
    field(panel, "Money in all").value = "60000"
    assert "No currency is chosen yet" in told(panel)
    field(panel, "Currency").value = "RUB"
    field(panel, "Kept back for what nobody foresaw, %").value = "10"
    store.add("budget.lines", {"what": "Printing", "kind": "printing", "price": 35.0, "quantity": 200.0})
    store.add("budget.lines", {"what": "Trip", "kind": "travel", "price": 1500.5, "quantity": 2.0})
    store.put("channels/H1/money", {"amount": 20_000.0})
    said = " ".join(told(panel).split())
    assert "printing 7,000 ₽" in said and "Lines together 10,001 ₽" in said
    assert "Kept back 6,000 ₽" in said and "Of this, for the channels 43,999 ₽" in said
    assert "Not planned yet 23,999 ₽" in said
    assert [one[2] for one in rows(panel, "Lines of the budget")] == ["7,000 ₽", "3,001 ₽"]
    assert rows(panel, "Lines of the budget")[1][1] == "1,500.5 ₽ × 2"


def test_more_than_there_is_is_said():
    store = MemoryStore(planned())
    panel = budget_form(store)
    store.put("budget", {"total": 1000.0})
    store.put("channels/H1/money", {"amount": 1200.0})
    assert "More than there is, by 200" in " ".join(told(panel).split())


def test_a_line_without_a_price_counts_as_nothing_and_is_named():
    store = MemoryStore(planned())
    panel = budget_form(store)
    store.put("budget", {"total": 0.0})
    store.add("budget.lines", {"what": "Stand"})
    assert "BL1 has no price or no quantity: it counts as nothing." in told(panel)


def test_zero_is_a_budget():
    store = MemoryStore(planned())
    panel = budget_form(store)
    field(panel, "Money in all").value = "0"
    assert store.plan.budget.total == 0.0 and "Not planned yet 0" in " ".join(told(panel).split())


def test_what_is_no_sum_stays_in_its_field_and_is_told():
    store = MemoryStore(planned())
    panel = budget_form(store)
    field(panel, "Money in all").value = "a lot"
    assert store.plan.budget.total is None and "a number belongs here" in told(panel)


# money of the channels


def test_the_money_of_the_chosen_channel_is_kept():
    store = MemoryStore(planned())
    panel = channel_money(store)
    field(panel, "Channels").value = "H2"
    field(panel, "People of ours who use it").value = "400"
    field(panel, "Price of 1,000 contacts").value = "120"
    field(panel, "At least").value = "500"
    money = store.plan.channels[1].money
    assert (money.users, money.price, money.least) == (400, 120.0, 500.0)
    assert store.plan.channels[0].money.users is None
    assert rows(panel, "Channels")[1] == ["The plant's page", "400", "120", ""]


def test_what_the_reach_of_a_channel_lacks_is_told_until_it_can_be_counted():
    store = MemoryStore(planned())
    panel = channel_money(store)
    assert "how many people of ours use it is not said" in told(panel)
    assert field(panel, "Channels").rows[0]["sign"] == ""
    store.put("budget", {"people": 1000})
    store.put("channels/H1/money", {"users": 400, "users_from": "asked in class", "price": 120.0, "alike": 1.0})
    store.put("channels/H1/money", {"price_from": "price list", "price_on": date(2027, 2, 1)})
    assert "Its reach can be counted" in told(panel)
    assert field(panel, "Channels").rows[0]["sign"] == "passed"


def test_what_is_left_for_the_channels_is_told():
    store = MemoryStore(planned())
    panel = channel_money(store)
    assert "does not say yet how much money there is" in told(panel)
    store.put("budget", {"total": 1000.0, "currency": "EUR"})
    store.put("channels/H1/money", {"amount": 400.0, "most": 500.0})
    assert "For the channels there are 1,000 €: 400 € have a place, 600 € are left." in told(panel)


def test_two_channels_share_people():
    store = MemoryStore(planned())
    panel = channel_money(store)
    store.add("budget.overlaps", {"one": "H1", "other": "H2", "people": 90})
    assert rows(panel, "Overlaps") == [["VK + The plant's page", "90", ""]]


def test_a_plan_without_channels_says_what_comes_first():
    assert "choose them in unit 4" in told(channel_money(MemoryStore()))
    assert "A channel is missing? Choose it in unit 4" in told(channel_money(MemoryStore(planned())))


def test_a_student_s_words_are_text():
    plan = planned()
    plan.channels[0].name = "<img src=x>"
    for one in (carriers, budget_form, channel_money):
        panel = one(MemoryStore(plan))
        assert "<img" not in html(panel) + panel.static
