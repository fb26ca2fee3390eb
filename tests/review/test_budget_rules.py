"""Does each rule of the budget find its fault alone, leave a good plan alone, and fall silent after its fix?"""

from datetime import date

import pytest
from review.faults import changed, held
from review.spending import good, link, plan
from review.test_cure import cured

from promplan.plan import Plan
from promplan.review import RULES, check

UNIT = "08-distribution"
OWN = ("DIS-", "CH-8", "CH-9")
INFO = {"DIS-8", "CH-9"}  # advice alone
CARRIER = good()["budget"]["carriers"][0]
OVERLAP = good()["budget"]["overlaps"][0]


def found(document: Plan) -> set[str]:
    return {one.rule for one in check(document, UNIT) if one.severity != "info"}


def said(text: str) -> dict[str, str]:
    return {"budget.reason": text}


# rule: what is changed in the good plan, and the smallest fix beside it
FAULTS = {
    "CH-8": (
        {"meta.campaign_end": date(2027, 12, 31), "items.2.dates.publish": date(2027, 6, 10)},
        {"items.2.dates.publish": date(2027, 5, 30)},
    ),
    "DIS-1": ({"channels.0.money.amount": 9000.0}, {"channels.0.money.amount": 6000.0}),
    "DIS-1 reserve": ({"channels.0.money.amount": 7000.0}, {"budget.reserve": 7.5}),
    "DIS-1 left": ({"channels.0.money.amount": 5000.0}, {"budget.reserve": 17.5}),
    "DIS-1 total": ({"budget.total": None}, {"budget.total": 20000.0}),
    "DIS-1 line": ({"budget.lines.0.quantity": None}, {"budget.lines.0.quantity": 14.0}),
    "DIS-1 brief": ({"brief.budget": 10000.0}, {"brief.budget": 20000.0}),
    "DIS-2": ({"channels.0.money.least": 7000.0}, {"channels.0.money.least": 6000.0}),
    "DIS-2 most": ({"channels.0.money.most": 5000.0}, {"channels.0.money.most": 6000.0}),
    "DIS-2 turned": (
        {"channels.0.money.least": 9000.0, "channels.0.money.most": 2000.0},
        {"channels.0.money.least": 2000.0, "channels.0.money.most": 9000.0},
    ),
    "DIS-2 promised": ({"channels.2.money.fixed": True}, {"channels.2.money.fixed": False}),
    "DIS-3": ({"budget.enough": 8}, {"budget.enough": 6}),
    "DIS-3 many": ({"budget.most_contacts": 5}, {"budget.most_contacts": 8}),
    "DIS-3 uncounted": ({"channels.0.money.price": None, "budget.target": 900}, {"channels.0.money.price": 600.0}),
    "DIS-4": ({"channels.2.money.users": 2800}, {"channels.2.money.users": 300}),
    "DIS-4 carrier": ({"budget.carriers.0.people": 2701}, {"budget.carriers.0.people": 2700}),
    "DIS-4 overlap": ({"budget.overlaps.0.people": 1100}, {"budget.overlaps.0.people": 1000}),
    "DIS-4 apart": ({"budget.overlaps.0.people": 199}, {"budget.overlaps.0.people": 200}),
    "DIS-4 one": ({"budget.overlaps.0.other": "H1"}, {"budget.overlaps.0.other": "H2"}),
    "DIS-4 twice": (
        {"budget.overlaps.1": {**OVERLAP, "id": "OV2", "one": "H2", "other": "H1"}},
        {"budget.overlaps": [OVERLAP]},
    ),
    "DIS-4 target": ({"budget.target": 3000}, {"budget.target": 1500}),
    "DIS-4 union": ({"budget.target": 2680, "budget.carriers.0.people": 20}, {"budget.target": 1500}),
    "DIS-5": ({"budget.people": 5000, "budget.overlaps": [], "budget.target": 2870}, {"budget.target": 2000}),
    "DIS-5 users": ({"budget.people": 5000, "budget.overlaps": [], "budget.target": 3200}, {"budget.target": 2000}),
    "DIS-5 text": (said("Together they reach 3,200 people."), said("Together they reach 2,200 people.")),
    "DIS-5 pair": (said("VK and the newspaper reach 2,900 people."), said("VK and the newspaper reach 2,300 people.")),
    "DIS-5 text ru": (said("Вместе каналы охватят 3200 человек."), said("Вместе каналы охватят 2200 человек.")),
    "DIS-5 carriers": (
        {"budget.carriers.1": {**CARRIER, "id": "FC2", "what": "hang it up", "people": 2650}},
        {"budget.carriers.1.people": 600},
    ),
    "DIS-6": ({"budget.enough": None}, {"budget.enough": 3}),
    "DIS-6 why": ({"budget.enough_why": ""}, {"budget.enough_why": "a convention of the trade, no count of ours"}),
    "DIS-6 turned": (
        {"budget.enough": 12, "budget.most_contacts": 3},
        {"budget.enough": 3, "budget.most_contacts": 12},
    ),
    "DIS-7": ({"items.0.channel": "H3"}, {"items.0.channel": "H1"}),
    "DIS-7 unpaid": (
        {"channels.0.money.amount": 14000.0, "channels.1.money.amount": None, "budget.most_contacts": 30},
        {"channels.0.money.amount": 6000.0, "channels.1.money.amount": 8000.0},
    ),
    "DIS-7 late": ({"items.0.dates.publish": date(2026, 12, 7)}, {"items.0.dates.publish": date(2026, 12, 6)}),
    "DIS-7 early": ({"items.0.dates.publish": date(2026, 11, 8)}, {"items.0.dates.publish": date(2026, 11, 9)}),
    "DIS-9": ({"items.0.link.source": ""}, {"items.0.link.source": "vk"}),
    "DIS-9 capital": ({"items.0.link.source": "Vk"}, {"items.0.link.source": "vk"}),
    "DIS-9 none": ({"items.0.link": {}, "items.1.link": {}}, {"items.1.link": link("newspaper", 2)}),
    "DIS-10": ({"items.2.ad.is_ad": ""}, {"items.2.ad.is_ad": "no"}),
    "DIS-10 ask": (
        {"items.2.ad": {"is_ad": "ask"}},
        {"items.2.ad": {"is_ad": "ask", "asked": "lawyer", "asked_on": date(2026, 10, 20), "answer": "no, it informs"}},
    ),
    "DIS-10 answer": (
        {"items.2.ad": {"is_ad": "ask", "asked": "lawyer", "asked_on": date(2026, 10, 20)}},
        {"items.2.ad": {"is_ad": "no"}},
    ),
    "DIS-11": ({"items.0.ad.mark": ""}, {"items.0.ad.mark": "Реклама"}),
    "DIS-11 advertiser": ({"items.0.ad.advertiser": ""}, {"items.0.ad.advertiser": "Uprugost"}),
    "DIS-11 token": (
        {"items.0.ad.token": "", "items.0.placing.state": "ready"},
        {"items.0.ad.token": "2VtzqwExample"},
    ),
    "DIS-11 token to come": ({"items.0.ad.token": ""}, {"items.0.ad.token": "2VtzqwExample"}),
    "DIS-11 reports": ({"items.0.ad.reports": ""}, {"items.0.ad.reports": "press officer, to the operator"}),
    "DIS-11 newspaper": ({"items.1.ad.mark": ""}, {"items.1.ad.mark": "на правах рекламы"}),
    "DIS-12": ({"items.1.ad.is_ad": "no"}, {"items.1.ad.is_ad": "yes"}),
    "DIS-12 boosted": ({"items.0.ad.is_ad": "no"}, {"items.0.ad.is_ad": "yes"}),
    "DIS-12 line": (
        {"budget.lines.0.item": "C3", "budget.lines.0.kind": "other"},
        {"budget.lines.0.kind": "printing"},
    ),
    "DIS-13": ({"channels.0.money.price_from": ""}, {"channels.0.money.price_from": "price list"}),
    "DIS-13 old": (
        {"channels.0.money.price_on": date(2026, 5, 10)},
        {"channels.0.money.price_on": date(2026, 5, 11)},
    ),
    "DIS-13 to come": (
        {"channels.0.money.price_on": date(2026, 10, 27)},
        {"channels.0.money.price_on": date(2026, 10, 26)},
    ),
    "DIS-13 line": ({"budget.lines.0.as_of": date(2026, 4, 25)}, {"budget.lines.0.as_of": date(2026, 4, 26)}),
    "DIS-13 tax": ({"budget.tax": ""}, {"budget.tax": "without"}),
    "DIS-13 currency": ({"budget.currency": ""}, {"budget.currency": "RUB"}),
    "DIS-14": (
        {
            "channels.0.money.amount": 200.0,
            "channels.1.money.amount": 700.0,
            "budget.total": 4400.0,
            "budget.reserve": 0.0,
            "budget.enough": 1,
            "budget.target": 400,
            "budget.reason": "",
        },
        {"budget.reason": "The newspaper is read by the parents, and they decide."},
    ),
    "DIS-15": ({"channels.2.money.users_from": ""}, {"channels.2.money.users_from": "its counter, in October"}),
    "DIS-15 people": ({"budget.people_from": ""}, {"budget.people_from": "statistics of the town, 2025"}),
    "DIS-15 overlap": ({"budget.overlaps.0.source": ""}, {"budget.overlaps.0.source": "asked in class"}),
    "DIS-15 pair": ({"budget.overlaps.0.other": ""}, {"budget.overlaps.0.other": "H2"}),
    "DIS-15 carrier": ({"budget.carriers.0.people_from": ""}, {"budget.carriers.0.people_from": "four classes of 30"}),
    "DIS-16": ({"budget.carriers.0.given": ""}, {"budget.carriers.0.given": "the film"}),
    "DIS-16 nobody": ({"budget.carriers.0.asked_by": ""}, {"budget.carriers.0.asked_by": "M1"}),
    "DIS-16 late": ({"budget.carriers.0.on": date(2026, 12, 7)}, {"budget.carriers.0.on": date(2026, 12, 6)}),
    "DIS-17": ({"channels.0.channel": "max"}, {"channels.0.channel": "vk"}),
    "DIS-18": (
        {"channels.0.money.amount": 12000.0, "channels.1.money.amount": 2000.0, "budget.reason": ""},
        {"budget.reason": "The newspaper comes out once a month, and our day is before that."},
    ),
    "DIS-19": ({"budget.target": 2500}, {"budget.target": 2190}),
    "DIS-19 perhaps": ({"budget.target": 2300}, {"budget.target": 2190}),
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_good_budget_is_left_alone(language):
    report = check(plan(good(language)), UNIT)
    assert [str(one) for one in report if one.rule != "CH-4"] == [] and report.passed


(
    test_the_fault_is_found_by_its_rule_alone_and_its_smallest_fix_cures_it,
    test_what_is_found_is_said_in_both_languages,
    test_each_cure_clears_its_finding,
) = held(UNIT, FAULTS, good, plan, found)


@pytest.mark.parametrize(
    ("name", "button"),
    [
        ("DIS-2 most", "Put 5,000"),
        ("DIS-2 turned", "Swap the two numbers"),
        ("DIS-6 turned", "Swap the two numbers"),
        ("DIS-9 capital", "Put vk"),
    ],
)
def test_where_the_rule_knows_the_value_one_press_puts_it(name, button):
    broken = plan(changed(good(), FAULTS[name][0]))
    (one,) = [it for it in check(broken, UNIT) if it.cure]
    assert str(one.cure.said) == button
    assert one.rule not in found(cured(broken, one)) or name == "DIS-2 most"


def test_every_rule_of_the_unit_has_its_fault_and_its_hints_in_both_languages():
    own = {one.id: one for one in RULES.values() if one.unit == UNIT and one.id.startswith(OWN)}
    assert own.keys() == {name.partition(" ")[0] for name in FAULTS} | INFO
    for one in own.values():
        nudge, pointer = one.hints
        assert one.section.startswith("distribution-l-")
        assert str(nudge) != str(pointer)
        assert nudge.into("ru") != nudge.into("en") and pointer.into("ru") != pointer.into("en")


def test_where_nobody_has_begun_there_is_nothing_to_check_yet_and_nothing_is_passed():
    bare = {
        **good(),
        "budget": {},
        "channels": [{**one, "money": {}} for one in good()["channels"]],
        "items": [{**one, "ad": {}, "link": {}} for one in good()["items"]],
    }
    for one in (Plan(), plan(bare)):
        report = check(one, UNIT)
        assert {report.states[id_] for id_ in RULES if RULES[id_].unit == UNIT} == {"nothing yet"}
        assert not report.passed


@pytest.mark.parametrize("id_", ["CH-4", "CH-5", "CH-6"])
def test_what_was_asked_of_the_channels_is_asked_again_before_money_is_spent(id_):
    assert check(plan(good()), UNIT).states[id_] != "nothing yet"
