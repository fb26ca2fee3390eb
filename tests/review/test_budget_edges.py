"""What the budget's rules see at the edges: how grave it is, what is one fault and not two, what nobody can know."""

import re
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from review.faults import changed
from review.spending import TODAY, good, plan

from promplan.plan import Plan
from promplan.plan.advertising import Advertising, Link
from promplan.plan.budget import Budget, BudgetLine, Carrier, Overlap
from promplan.plan.money import ChannelMoney
from promplan.review import check
from promplan.spending.reached import reached

UNIT = "08-distribution"


def told(changes: dict, rule: str, severity: str = "") -> list[str]:
    report = check(plan(changed(good(), changes)), UNIT)
    return [f"{it.object}: {it.message}" for it in report if it.rule == rule and severity in ("", it.severity)]


def fixes(changes: dict, rule: str) -> list[str]:
    return [str(it.fix) for it in check(plan(changed(good(), changes)), UNIT) if it.rule == rule]


@pytest.mark.parametrize(
    ("network", "severity", "rules"),
    [
        ("vk", None, set()),
        ("max", "warning", {"DIS-17"}),
        ("telegram", "warning", {"CH-5", "DIS-17"}),
        ("linkedin", "error", {"CH-5", "DIS-17"}),
    ],
)
def test_where_advertising_is_forbidden_is_an_error_and_where_it_is_disputed_a_question(network, severity, rules):
    report = check(plan(changed(good(), {"channels.0.channel": network})), UNIT)
    assert {it.rule for it in report if it.severity != "info"} == rules
    assert [it.severity for it in report if it.rule == "DIS-17"] == ([severity] if severity else [])


def test_a_network_of_a_banned_owner_brings_its_footnote_with_it():
    report = check(plan(changed(good(), {"channels.0.channel": "instagram"})), UNIT)
    (one,) = [it for it in report if it.rule == "DIS-17"]
    assert "Meta" in str(one.evidence) and "38-FZ" in str(one.fix)


def test_an_advertisement_may_stand_there_no_more_than_money():
    moved = {"channels.2.channel": "linkedin", "items.2.ad": good()["items"][0]["ad"]}
    assert [it.partition(":")[0] for it in told(moved, "DIS-17", "error")] == ["H3"]


def test_what_holds_in_russia_holds_nowhere_else():
    abroad = {"enterprise": {"place": "Leeds, England"}, "channels.0.channel": "linkedin", "items.0.ad.token": ""}
    assert told(abroad, "DIS-17") == [] and told(abroad, "DIS-11") == []
    (fix,) = fixes({**abroad, "items.0.ad.mark": ""}, "DIS-11")
    assert "CAP Code" in fix
    elsewhere = {"meta.time_zone": "Asia/Tokyo", "items.0.ad.mark": ""}
    assert told(elsewhere, "DIS-11", "error") == [] and len(told(elsewhere, "DIS-11", "warning")) == 1


@pytest.mark.parametrize(
    ("changes", "severity"),
    [
        ({"items.0.placing.state": "planned"}, "warning"),
        ({"items.0.placing.state": "ready"}, "error"),
        ({"items.0.placing.state": "out"}, "error"),
        ({"meta.as_of": date(2026, 11, 2)}, "warning"),
        ({"meta.as_of": date(2026, 11, 3)}, "error"),
        ({"channels.0.channel": "", "items.0.placing.state": "ready"}, "warning"),
    ],
)
def test_a_token_is_missing_for_certain_only_when_the_piece_is_about_to_go_out(changes, severity):
    report = check(plan(changed(good(), {"items.0.ad.token": "", **changes})), UNIT)
    assert [it.severity for it in report if it.rule == "DIS-11"] == [severity]


@pytest.mark.parametrize("place", ["school", "notice-board", "tv-radio", "exhibition"])
def test_what_is_not_on_the_internet_needs_no_token(place):
    off = {"channels.0.channel": place, "items.0.ad.token": "", "items.0.ad.reports": ""}
    assert told(off, "DIS-11") == []
    assert told({**off, "items.0.ad.mark": ""}, "DIS-11", "error") == []


def test_printing_a_poster_makes_it_no_advertisement_and_money_for_a_boosted_post_is_for_one_of_them():
    assert told({"budget.lines.0.item": "C3", "budget.lines.0.kind": "printing"}, "DIS-12") == []
    both = {"items.2.channel": "H1", "items.2.link": {}}
    assert told(both, "DIS-12") == []


def test_without_money_the_plan_may_live_on_those_who_carry_it():
    free = {"budget.total": 0.0, "budget.reserve": None, "budget.lines": [], "budget.target": 300, "brief.budget": 0.0}
    for n in (0, 1):
        free |= {f"channels.{n}.money": {"users": 900, "users_from": "asked in class", "free": 4000}}
        free |= {f"channels.{n}.media": "owned", f"items.{n}.ad": {"is_ad": "no", "why": "it informs"}}
    report = check(plan(changed(good(), free)), UNIT)
    assert [str(it) for it in report] == [] and report.passed


def test_the_plan_without_money_is_advice():
    assert told({"budget.without": "", "budget.carriers": []}, "DIS-8", "info") == [
        "budget: Without any money: nothing stands there yet.",
        "carriers: Nobody carries it for free.",
    ]
    assert told({"budget.carriers": [], "channels.0.media": "owned"}, "CH-9", "info") == [
        "channels: All is paid for or the plant's own: nobody else speaks of it."
    ]


def test_what_would_move_is_said_in_words_the_largest_sum_first():
    money = {"users": 900, "price": 500.0, "alike": 2.0, "amount": 30.0}
    split = {
        "channels.2.money": {**money, "users_from": "x", "price_from": "x", "price_on": date(2026, 10, 1)},
        "channels.0.money.amount": 30.0,
        "channels.1.money.amount": 1200.0,
        "budget.reason": "",
    }
    (fix,) = fixes(split, "DIS-14")
    sums = [int(it.replace(",", "")) for it in re.findall(r"move ([\d,]+) ₽ from The Dugorsk Worker to", fix)]
    assert len(sums) == 2 and sums == sorted(sums, reverse=True)
    assert fix.endswith("; or say why you split it so")


def test_a_reason_is_enough_for_another_split():
    lopsided = {"channels.0.money.amount": 200.0, "channels.1.money.amount": 700.0, "budget.reason": ""}
    assert len(told(lopsided, "DIS-14")) == 1
    assert told({**lopsided, "budget.reason": "The parents decide, and they read the newspaper."}, "DIS-14") == []


def test_without_numpy_nobody_knows_the_best_split_and_nothing_is_said_of_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "promplan.spending.best", None)
    lopsided = {"channels.0.money.amount": 200.0, "channels.1.money.amount": 700.0, "budget.reason": ""}
    assert check(plan(changed(good(), lopsided)), UNIT).states["DIS-14"] == "nothing yet"


def test_overlaps_that_contradict_each_other_are_said_and_no_reach_is_counted_with_them():
    channels = good()["channels"]
    for one in channels:
        one["money"] |= {"users": 600}
    pairs = [("H1", "H2"), ("H1", "H3"), ("H2", "H3")]
    rows = [{"id": f"OV{n}", "one": a, "other": b, "people": 200, "source": "x"} for n, (a, b) in enumerate(pairs, 1)]
    broken = {"channels": channels, "budget.people": 1000, "budget.overlaps": rows, "budget.target": 700}
    (one,) = told(broken, "DIS-4", "error")
    assert one.startswith("overlaps: These overlaps contradict each other")
    assert told(broken, "DIS-5") == told(broken, "DIS-19") == []


def test_an_error_is_said_once_not_by_the_rules_that_rest_on_it():
    assert told({"budget.target": 3000}, "DIS-5") == told({"budget.target": 3000}, "DIS-19") == []
    added = {"budget.people": 5000, "budget.overlaps": [], "budget.target": 3200}
    assert told(added, "DIS-4") == told(added, "DIS-19") == []


def test_a_target_that_is_a_sum_is_told_why_even_where_it_cannot_be():
    (one,) = told({"budget.target": 3200}, "DIS-5")
    assert one.startswith("budget: 3,200 is VK + The Dugorsk Worker + site added up")
    assert len(told({"budget.target": 3200}, "DIS-4")) == 1 and told({"budget.target": 3200}, "DIS-19") == []
    wrong = {"budget.target": 3200, "budget.overlaps.0.people": 1100}
    assert len(told(wrong, "DIS-4")) == 2 and len(told(wrong, "DIS-5")) == 1


def test_users_and_reaches_that_were_added_up_are_told_apart():
    (users,) = told({"budget.target": 3200}, "DIS-5")
    assert "use at least one of them, whatever is spent" in users and "this money meets" not in users
    people = reached(plan(good()))
    (met,) = told({"budget.target": round(people.gross)}, "DIS-5")
    assert f"this money meets about {round(people.net):,} people" in met and "use at least" not in met


def test_reach_and_carriers_are_no_addition():
    (over,) = told({"budget.target": 2500}, "DIS-19")
    assert "This split reaches 2,200, those who carry it for free 120 at most" in over
    assert "both together reach 2,320 at most, and only if nobody is counted twice" in over


def test_who_is_reached_only_if_nobody_is_counted_twice_is_asked_for_the_reason():
    fixes = {
        target: str(one.fix)
        for target in (2300, 2500)
        for one in check(plan(changed(good(), {"budget.target": target})), UNIT)
        if one.rule == "DIS-19"
    }
    assert "aim at 2,190" in fixes[2300] and "no channel meets" in fixes[2300]
    assert fixes[2500].startswith("split the money better")


def test_where_nobody_carries_it_carriers_are_not_spoken_of():
    (alone,) = told({"budget.target": 2500, "budget.carriers": []}, "DIS-19")
    assert "2,500 people are to be reached, and this split reaches 2,200" in alone and "twice" not in alone


def test_who_lacks_few_sees_it_in_whole_people():
    (one,) = told({"budget.target": 2199}, "DIS-19")
    assert "This split reaches 2,197" in one


def test_from_the_plants_site_to_the_plants_site_nothing_is_counted():
    tagged = {"items.2.link": good()["items"][0]["link"] | {"source": "site", "content": "c3"}}
    assert len(told(tagged, "DIS-9", "info")) == 1 and told(tagged, "DIS-9", "warning") == []
    named = {**tagged, "channels.2.name": "www.uprugost.example"}
    assert len(told(named, "DIS-9", "warning")) == 1
    bare = {**named, "items.2.link": {"target": "https://uprugost.example/work"}}
    assert told(bare, "DIS-9") == []


def test_of_two_spellings_the_clean_one_stays_and_is_said_once():
    two = {"items.1.link.campaign": "Open-Day-2026"}
    assert told(two, "DIS-9") == ["C2: Capital letters: a counter takes Open-Day-2026 and open-day-2026 for two."]


def test_what_nobody_has_counted_is_not_said_to_be_out_of_reach():
    unknown = {"channels.2.money": {}, "budget.target": 2600, "budget.carriers.0.people": 20}
    assert told(unknown, "DIS-4") == []
    assert told({"budget.carriers.0.people": None, "budget.target": 2690}, "DIS-4") == []


def test_a_mistyped_price_is_said_in_words():
    (one,) = told({"channels.0.money.price": 0.01}, "DIS-3")
    assert "contacts for each of its 1,900 users cannot be" in one


@pytest.mark.parametrize("days", [183, 184])
def test_half_a_year_is_counted_to_the_day_of_publishing(days):
    last = date(2026, 11, 28) + timedelta(days)
    late = {"meta.campaign_end": date(2027, 12, 31), "items.2.dates.publish": last}
    assert len(told(late, "CH-8")) == (days > 183)


def test_a_paid_channel_has_money_of_its_own_or_of_the_brief():
    bare = {"channels.1.money.amount": None, "brief.budget": 0.0}
    assert told(bare, "CH-4", "warning") == ["H2: This channel is paid, and neither it nor the brief has money."]
    assert told(bare, "DIS-7") == []
    assert told({"brief.budget": None}, "CH-4", "warning") == []


counts = st.none() | st.integers(0, 10**12)
sums_ = st.none() | st.floats(0, 1e12)
texts = st.sampled_from(
    ["", "x", "всего 2900 человек", "1e309 people", "VK", "https://a.example/?utm_source=x", "?", "."]
)
channel = st.sampled_from(["", "H1", "H2", "H9"])
days = st.none() | st.dates(date(1700, 1, 1), date(2199, 12, 31))
moneys = st.builds(
    ChannelMoney,
    users=counts,
    free=counts,
    price=sums_,
    price_on=days,
    alike=st.none() | st.floats(0.05, 1000),
    amount=sums_,
    least=sums_,
    most=sums_,
    fixed=st.booleans(),
)
lines = st.builds(BudgetLine, id=st.just("BL1"), price=sums_, quantity=st.none() | st.floats(0, 1e9), channel=channel)
overlaps = st.builds(Overlap, id=st.just("OV1"), one=channel, other=channel, people=counts)
carriers = st.builds(Carrier, id=st.just("FC1"), what=texts, people=counts, on=days)
budgets = st.builds(
    Budget,
    total=sums_,
    reserve=st.none() | st.floats(0, 100),
    people=counts,
    enough=st.none() | st.integers(1, 100),
    most_contacts=st.none() | st.integers(1, 100),
    target=counts,
    reason=texts,
    carriers=st.lists(carriers, max_size=2),
    lines=st.lists(lines, max_size=2),
    overlaps=st.lists(overlaps, max_size=2),
)
links = st.builds(Link, target=texts, source=texts, medium=texts, campaign=texts)
ads = st.builds(Advertising, is_ad=st.sampled_from(["", "no", "yes", "ask"]), token=texts)


@settings(max_examples=80, deadline=None)
@given(budgets, st.lists(moneys, min_size=3, max_size=3), links, ads, st.none() | st.just(TODAY))
def test_no_budget_makes_the_review_stumble(budget, money, link, ad, on):
    document: Plan = plan(good())
    document.budget = budget
    for one, its in zip(document.channels, money, strict=True):
        one.money = its
    document.items[0].link, document.items[1].ad = link, ad
    for language in ("en", "ru"):
        [it.message.into(language) + it.fix.into(language) + str(it.evidence) for it in check(document, UNIT, on)]


def test_a_line_that_costs_just_what_its_channel_is_given_may_be_the_same_thing_twice():
    amount = next(one.money.amount for one in plan(good()).channels if one.money.amount)
    id_ = next(one.id for one in plan(good()).channels if one.money.amount)
    line = {"id": "BL9", "what": "A page", "kind": "other", "quantity": 2.0, "source": "price list", "channel": id_}
    at = f"budget.lines.{len(plan(good()).budget.lines)}"
    same = told({at: {**line, "price": amount / 2, "as_of": TODAY}}, "DIS-1", "info")
    assert len(same) == 1 and same[0].startswith("BL9: The channel itself is given just as much")
    assert told({at: {**line, "price": amount, "as_of": TODAY}}, "DIS-1", "info") == []
