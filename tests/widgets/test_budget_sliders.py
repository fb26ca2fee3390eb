"""Do sliders, numbers and plan agree, is the best split taken and left, and is all that is missing told?"""

import math
import random
from typing import Any

import pytest
from spending_plan import spent
from widgets.acting import Page
from widgets.finding import part, told

from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.store import MemoryStore
from promplan.spending.best import all_on_one, best
from promplan.spending.curves import counted
from promplan.spending.heavy import heaviest
from promplan.spending.reached import reached
from promplan.widgets.budget_sliders import BudgetSliders, budget_sliders
from promplan.widgets.budget_sliders_words import people_said
from promplan.widgets.guard import Guard


def opened(plan: Plan | None = None) -> tuple[MemoryStore, Any, Page]:
    store = MemoryStore(plan or spent())
    page = Page(budget_sliders(store))
    return store, page.board, page


def budget(**fields: Any) -> Plan:
    return edit.put(spent(), "budget", fields)


def channel(id_: str, **fields: Any) -> Plan:
    return edit.put(spent(), f"channels/{id_}/money", fields)


def many(channels: int) -> Plan:
    """The five channels again and again."""
    plan = spent()
    for n in range(len(plan.channels), channels):
        like = plan.channels[n % 5]
        plan, id_ = edit.add(plan, "channels", {"name": f"{like.name} {n // 5 + 1}"})
        plan = edit.put(plan, f"channels/{id_}/money", like.money.model_dump())
    return edit.put(plan, "budget", {"total": 160_000.0, "people": 60_000})


def move(board: Any, turn: int = 1, **amounts: Any) -> dict[str, Any]:
    """What the page says while a hand is on a slider; what it is answered."""
    board.moved = {"page": "one", "turn": turn, "amounts": amounts}
    return board.answer


def money(store: MemoryStore, id_: str) -> float | None:
    return next(one.money.amount for one in store.plan.channels if one.id == id_)


def row(board: Any, id_: str) -> dict[str, Any]:
    return next(one for one in board.shown["rows"] if one["id"] == id_)


def test_a_move_is_answered_with_what_the_rules_and_files_count_and_nothing_is_saved():
    store, board, _ = opened()
    answer = move(board, 7, H1=9_000.0)
    found = reached(store.plan, {"H1": 9_000.0})
    assert (answer["page"], answer["turn"], answer["amounts"]["H1"]) == ("one", 7, 9_000.0)
    assert answer["net"]["people"] == people_said(found.net)
    assert answer["rows"]["H1"]["people"] == pytest.approx(found.channels[0].reach)
    assert [one[0] for one in answer["levels"]] == [people_said(found.at_least(n)) for n in range(1, 11)]
    assert math.fsum(bar[1] for bar in answer["exposures"]["bars"]) == pytest.approx(found.net, abs=0.1)
    assert money(store, "H1") == 14_000.0 and store.plan == spent()


def test_a_burst_of_moves_ends_with_the_last_one_and_a_release_saves_it_once():
    store, board, page = opened()
    chance, saved = random.Random(25), []
    store.watch(lambda: saved.append(money(store, "H1")))
    sums = [float(chance.randrange(0, 30_000, 200)) for _ in range(25)]
    for turn, one in enumerate(sums, 1):
        assert move(board, turn, H1=one)["amounts"]["H1"] == one
    assert saved == []
    page.act("amount", id="H1", to=sums[-1], **{"from": 14_000.0})
    assert saved == [sums[-1]]
    answer = {name: value for name, value in board.answer.items() if name not in ("page", "turn")}
    assert answer == board.shown["state"]  # the last picture of the hand is that of the plan
    assert row(board, "H1")["amount"] == sums[-1]


def test_the_browser_s_curve_is_the_exact_one_to_a_thousandth():
    store, board, _ = opened()
    end = board.shown["scale"]["end"]
    for one in counted(store.plan):
        curve = row(board, one.id)["curve"]
        for n in range(101):
            at = end * n / 100
            k = next((k for k in range(1, len(curve)) if curve[k][0] >= at), len(curve) - 1)
            (x, y), (u, v) = curve[k - 1], curve[k]
            assert y + (v - y) * (at - x) / (u - x) == pytest.approx(one.reach(at), rel=2e-3, abs=1.5)


def test_a_release_is_undone_and_said_in_one_sentence():
    store, board, page = opened()
    page.act("amount", id="H2", to=8_000.0, **{"from": 6_000.0})
    said = unset(board.told)
    assert money(store, "H2") == 8_000.0 and said.startswith("Radio at the bus stops: 8,000") and "left" in said
    assert "6,000" in board.undoes and "8,000" in board.undoes
    page.act("undo")
    assert money(store, "H2") == 6_000.0 and board.undoes == ""


def test_what_was_changed_elsewhere_meanwhile_stays_and_is_told():
    store, board, page = opened()
    store.put("channels/H1/money", {"amount": 10_000.0})
    assert row(board, "H1")["amount"] == 10_000.0  # it follows
    page.act("amount", id="H1", to=12_000.0, **{"from": 14_000.0})
    assert page.failed and money(store, "H1") == 10_000.0
    assert "changed elsewhere meanwhile" in part(page.panel, Guard).trouble


@pytest.mark.parametrize("strange", ["1", True, None, math.nan, math.inf, -1.0, 1e13])
def test_what_is_no_sum_is_refused_and_the_page_asks_on(strange):
    store, board, page = opened()
    assert move(board, 3, H1=strange) == {"page": "one", "turn": 3}
    assert "A sum is a number" in unset(part(page.panel, Guard).trouble)
    assert move(board, 4, H1=9_000.0)["amounts"]["H1"] == 9_000.0 and part(page.panel, Guard).trouble == ""
    page.act("amount", id="H1", to=strange, **{"from": 14_000.0})
    assert page.failed and money(store, "H1") == 14_000.0


def test_the_best_split_is_proposed_with_its_proof_taken_whole_and_undone():
    store, board, page = opened()
    shown, found = board.shown["best"], best(store.plan)
    assert shown["lead"][0].endswith(f"{round(found.net):,} people, yours {round(reached(store.plan).net):,}.")
    assert "no other split reaches more" in shown["proof"][0]
    assert any("Screens in the school stands at its “At most”" in unset(one) for one in shown["proof"])
    assert {id_: row(board, id_)["best"] for id_ in shown["amounts"]} == shown["amounts"]
    assert row(board, "H5")["best"] is None  # promised: nobody may move it
    page.act("best", amounts=shown["amounts"])
    assert {id_: money(store, id_) for id_ in shown["amounts"]} == shown["amounts"] and money(store, "H5") == 4_000.0
    assert board.shown["best"]["amounts"] is None and "best one already" in board.shown["best"]["lead"][0]
    page.act("undo")
    assert store.plan.channels == spent().channels


def test_a_best_split_of_another_plan_is_not_taken():
    store, board, page = opened()
    old = board.shown["best"]["amounts"]
    store.put("budget", {"total": 60_000.0})
    page.act("best", amounts=old)
    assert page.failed and money(store, "H1") == 14_000.0


def test_with_measured_overlaps_a_split_of_the_team_s_may_be_better_and_that_is_said():
    plan, _ = edit.add(spent(), "budget.overlaps", {"one": "H1", "other": "H4", "people": 8_000})
    for id_, amount in (("H1", 15_500.0), ("H2", 5_500.0), ("H4", 5_000.0)):  # screens add few to the network
        plan = edit.put(plan, f"channels/{id_}/money", {"amount": amount})
    _, board, _ = opened(plan)
    assert "yours reaches more: keep it" in unset(" ".join(board.shown["best"]["lead"]))


def test_money_is_left_over_with_the_bound_that_holds_it_back():
    plan = spent()
    for id_ in ("H1", "H2"):
        plan = edit.put(plan, f"channels/{id_}/money", {"most": 7_000.0})
    _, board, _ = opened(plan)
    told = unset(" ".join(board.shown["best"]["proof"]))
    assert (
        "7,000 ₽ are left over: every channel stands at its “At most”" in told and "VK, targeted posts stands" in told
    )


def test_where_one_channel_alone_sells_no_other_is_spoken_of():
    plan = spent()
    for one in plan.channels[1:]:
        plan = edit.put(plan, f"channels/{one.id}/money", {"price": None, "amount": None, "fixed": False})
    _, board, _ = opened(plan)
    assert "Only one channel sells contacts" in unset(board.shown["best"]["proof"][0])
    assert not any("any other channel" in unset(one) for one in board.shown["best"]["proof"])


def test_a_channel_that_is_not_worth_its_least_order_is_told():
    _, board, _ = opened(channel("H2", least=25_000.0))
    assert any("least order" in unset(one) for one in board.shown["best"]["proof"])


def test_a_promise_is_given_and_taken_back():
    store, board, page = opened()
    page.act("fixed", id="H1", on=True)
    assert store.plan.channels[0].money.fixed and row(board, "H1")["best"] is None
    page.act("undo")
    assert not store.plan.channels[0].money.fixed


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ("13 000", "13,000 people take 10,981 ₽ on the channels"),
        ("5000", "reached by what is promised already, 4,000 ₽"),
        ("17,500", "more than there is"),
        ("19000", "out of reach"),
        ("nobody", "a number belongs here"),
        ("", "Type a number above 0"),
        ("-3", "Type a number above 0"),
    ],
)
def test_people_are_reckoned_back_to_the_least_money_or_out_of_reach(people, said):
    _, board, _ = opened()
    board.asked = {"page": "one", "turn": 2, "people": people}
    assert said in unset(" ".join(board.cost["said"])) and board.cost["turn"] == 2


def test_people_who_were_typed_come_back_as_typed_and_the_target_stands_as_the_plan_says_it():
    _, board, _ = opened(budget(target=12_345))
    assert board.shown["wanted"] == "12,345"
    board.asked = {"page": "one", "turn": 2, "people": board.shown["wanted"]}
    assert board.cost["said"][0].startswith("12,345 people take ")


def shared(people: int) -> Plan:
    """The plan with as many who use both VK and the screens, measured."""
    return edit.add(spent(), "budget.overlaps", {"one": "H1", "other": "H4", "people": people})[0]


def test_the_best_split_its_proof_and_what_people_cost_count_measured_overlaps():
    plan = shared(8_000)
    _, board, _ = opened(plan)
    found = best(plan)
    assert round(found.net) != round(found.under_chance)
    people = f"{round(found.net):,}"
    assert f"The best split reaches {people} people" in unset(board.shown["best"]["lead"][0])
    assert unset(board.shown["best"]["proof"][1]).endswith(f"this split reaches {people} people.")
    for one, other in zip(board.shown["alone"]["table"]["rows"], all_on_one(plan), strict=True):
        assert one[2] == f"{round(reached(plan, {**nothing(plan), other.id: other.money}).net):,}"
    board.asked = {"page": "one", "turn": 2, "people": str(math.floor(found.net))}
    assert "There is that much" in unset(board.cost["said"][1])
    board.asked = {"page": "one", "turn": 3, "people": str(math.ceil(found.net) + 5)}
    assert "more than there is" in unset(board.cost["said"][1])


def nothing(plan: Plan) -> dict[str, float]:
    """No money but what is promised."""
    return {one.id: one.amount if one.fixed else 0.0 for one in counted(plan)}


def test_without_a_measured_overlap_the_proof_says_nothing_of_any():
    plan = spent()
    plan.budget.overlaps = []
    _, board, _ = opened(plan)
    assert not any("overlap" in one for one in board.shown["best"]["proof"])
    assert "at the present rate" in unset(board.shown["best"]["proof"][0])


def test_least_orders_and_promises_above_the_least_money_are_no_fault_of_the_question():
    _, board, _ = opened(channel("H2", least=8_000.0))
    for people in range(9_500, 14_000, 250):
        board.asked = {"page": "one", "turn": people, "people": str(people)}
        assert "people take" in unset(board.cost["said"][0]), board.cost


def test_all_on_one_channel_is_a_small_table():
    _, board, _ = opened()
    alone = board.shown["alone"]["table"]
    assert [one[0] for one in alone["rows"]] == [
        "VK, targeted posts",
        "Radio at the bus stops",
        "Screens in the school",
    ]
    assert len(alone["heads"]) == 4


def test_enough_contacts_are_tried_in_the_browser_and_written_when_asked():
    store, board, page = opened()
    sensitivity = [one[1] for one in board.shown["state"]["levels"]]
    assert sensitivity == sorted(sensitivity, reverse=True) and len(sensitivity) == 10
    page.act("enough", to=5)
    assert store.plan.budget.enough == 5 == board.shown["enough"]
    page.act("undo")
    assert store.plan.budget.enough == 3
    for wrong in (0, 11, "3", None):
        page.act("enough", to=wrong)
        assert page.failed


def test_heavy_users_are_told_from_many_users():
    few, alike = counted(channel("H1", alike=0.1))[0], counted(channel("H1", alike=50.0))[0]
    assert heaviest(few, 14_000.0) < 0.5 * heaviest(alike, 14_000.0) < 0.25 * 16_000
    assert heaviest(few, 0.0) is None
    _, board, _ = opened(channel("H1", alike=0.1))
    assert (
        f"Half of the contacts go to {people_said(heaviest(few, 14_000.0))}"
        in board.shown["state"]["rows"]["H1"]["heavy"]
    )


def test_half_of_the_contacts_are_half_of_them():
    """All alike and a hundred contacts each: nearly half of the people; one contact for two of three: who has some."""
    one = counted(channel("H1", alike=None))[0]
    crowded = heaviest(one, 100 * one.users * one.price / 1000)
    assert 0.45 < crowded / one.users < 0.5
    assert heaviest(one, one.users * one.price / 1e6) == pytest.approx(one.users / 2000, rel=0.02)


MISSING = [
    (channel("H1", price=None), "H1", "what 1,000 contacts cost is not said"),
    (channel("H1", users=None), "H1", "how many people of ours use it is not said"),
    (channel("H1", alike=None), "H1", "how alike people use it is not said"),
    (budget(people=None), "", "How many people the campaign is for is not said"),
    (budget(total=None), "", "How much money there is in all is not said"),
    (budget(enough=None), "", "How many contacts are enough is not said"),
    (channel("H1", amount=99_000_000.0), "fault", "contacts for each of its"),
]


@pytest.mark.parametrize(("plan", "where", "said"), MISSING, ids=[said for _, _, said in MISSING])
def test_what_is_missing_is_said_with_the_field_and_the_rest_is_shown(plan, where, said):
    store, board, page = opened(plan)
    told = board.shown["state"]["net"]["between"] if where == "fault" else ""
    told += " ".join(row(board, where)["missing"] if where.startswith("H") else board.shown["gaps"])
    assert said in unset(told)
    assert where == "fault" or "Fill in “" in told
    assert len(board.shown["rows"]) == 5 and board.shown["best"]["lead"] and board.shown["alone"]["lead"]
    answer = move(board, 1, H4=1_000.0)
    assert answer["amounts"]["H4"] == 1_000.0 and part(page.panel, Guard).trouble == ""
    page.act("amount", id="H4", to=1_000.0, **{"from": 2_000.0})
    assert money(store, "H4") == 1_000.0
    assert said in unset(page.panel.static) or (where == "" and "total" not in said)


def test_a_total_of_zero_shows_who_carries_it_and_what_is_reached_without_money():
    plan = budget(total=0.0)
    for id_ in ("H1", "H2", "H4", "H5"):
        plan = edit.put(plan, f"channels/{id_}/money", {"amount": None, "fixed": False})
    for one in ("BL1", "BL2", "BL3"):
        plan = edit.remove(plan, f"budget.lines/{one}")
    _, board, _ = opened(plan)
    told = unset(" ".join(text for text, _ in board.shown["zero"]))
    assert "teachers, class teachers (people: 5,000)" in told and "Together they reach 5,000 to 8,000 people" in told
    assert board.shown["scale"]["end"] == 0.0 and float(board.shown["state"]["net"]["people"].replace(",", "")) > 3_000
    assert board.shown["best"]["proof"] == ["There is no money to split."]


def test_a_total_of_zero_without_carriers_asks_for_them():
    plan = budget(total=0.0)
    for one in ("FC1", "FC2", "FC3"):
        plan = edit.remove(plan, f"budget.carriers/{one}")
    _, board, _ = opened(plan)
    assert "Nobody is named yet" in unset(board.shown["zero"][1][0])


def test_without_a_channel_it_is_said_where_one_is_chosen():
    _, board, page = opened(Plan())
    assert "There is no channel" in board.shown["none"] and board.shown["rows"] == []
    assert "There is no channel" in unset(page.panel.static)


def test_twenty_channels_are_shown_and_moved():
    _, board, _ = opened(many(20))
    assert len(board.shown["rows"]) == 20 and board.shown["best"]["amounts"]
    assert move(board, 1, H17=3_000.0)["net"]["people"] != "—"


def test_a_sum_outside_of_its_bounds_is_said_at_its_slider():
    _, board, _ = opened()
    assert "no order below 4,000" in unset(move(board, 1, H2=3_000.0)["rows"]["H2"]["outside"])
    assert move(board, 2, H2=0.0)["rows"]["H2"]["outside"] == ""  # no order is none that is too small
    assert "More than 5,000" in unset(move(board, 3, H4=6_000.0)["rows"]["H4"]["outside"])


def test_without_a_kernel_it_is_a_table_with_the_same_numbers():
    _, _, page = opened()
    bundle = page.panel._repr_mimebundle_()
    static = unset(bundle["text/html"])
    assert "<table" in static and "Reached together: 15,600 of 20,000 people" in static
    assert "Money: 0 ₽ left" in static or "left." in static


def test_a_name_is_text_wherever_it_is_shown():
    plan = edit.put(spent(), "channels/H1", {"name": "<b>VK</b>"})
    _, board, page = opened(plan)
    assert row(board, "H1")["name"] == "<b>VK</b>" and "<b>VK</b>" not in page.panel.static


def test_it_speaks_the_reader_s_language():
    with inside("ru"):
        _, board, page = opened()
    assert board.words["best"] != "Best split" and "Best" not in str(board.shown["best"])
    assert not any(one in page.panel.static for one in ("Reached", "people", "Money"))


def test_what_is_outside_of_the_budget_draws_nothing_anew():
    store, board, _ = opened()
    sent = []
    board.observe(lambda change: sent.append(change["name"]), "shown")
    store.put("meta", {"title": "Other"})
    assert sent == []
    store.put("budget", {"people": 30_000})
    assert sent == ["shown"]


def test_the_board_is_one():
    _, _, page = opened()
    assert isinstance(part(page.panel, BudgetSliders), BudgetSliders)


def test_what_the_review_says_of_the_split_stands_below_and_follows():
    store, _, page = opened()
    assert "DIS-1" not in told(page.panel)
    store.put("channels/H1/money", {"amount": 29_000.0})
    assert "DIS-1" in told(page.panel)
