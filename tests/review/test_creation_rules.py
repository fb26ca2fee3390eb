"""Does each rule of units 4 to 6 find its fault, leave a good plan alone, and fall silent after its smallest fix?"""

from datetime import date

import pytest
from review.creation import LATER, PUBLISH, VISIT, changed, good, plan
from review.test_cure import cured, same

from promplan.plan import Plan
from promplan.review import RULES, check

UNITS = ("04-art", "05-visit", "06-making")
READ = ("TEXT",)  # about words alone, and tested elsewhere


def ours(rule: str) -> bool:
    return RULES[rule].unit in UNITS and not rule.startswith(READ)


def found(document: Plan) -> set[str]:
    return {one.rule for one in check(document) if ours(one.rule) and one.severity != "info"}


LONG = "ring " * 70
DAY = date(2026, 11, 2)

# rule: what is changed in the good plan, and the smallest fix beside it
FAULTS = {
    "IDEA-1": ({"ideas.0.audience": ""}, {"ideas.0.audience": "A1"}),
    "IDEA-1 pillar": ({"ideas.0.pillar": ""}, {"ideas.0.pillar": "P1"}),
    "IDEA-2": ({"ideas.0.channels": []}, {"ideas.0.channels": ["H2"]}),
    "IDEA-3": ({"ideas.2.effort": None}, {"ideas.2.effort": 4}),
    "IDEA-4": ({"ideas.0.risk": " "}, {"ideas.0.risk": "the line stands"}),
    "IDEA-5": (
        {"ideas.1.form": "video", "ideas.1.title": "b c"},
        {"ideas.1.form": "text"},
    ),
    "IDEA-6": ({"ideas.0.poster.data": {}}, {"ideas.0.poster.data": {"file": "press-cycle.csv"}}),
    "IDEA-6 number": ({"ideas.0.poster.line": "240 rings"}, {"ideas.0.poster.line": "10 rings"}),
    "IDEA-6 data": (
        {"ideas.0.poster.alt": "The ring grows by 40 mm.", "ideas.0.poster.shown": {"value mm": [0.0, 25.0]}},
        {"ideas.0.poster.alt": "The ring grows by 25 mm."},
    ),
    "IDEA-6 curves": (
        {"ideas.0.poster.alt": "14 batches, a petal each.", "ideas.0.poster.shown": {"curves batch": [12.0]}},
        {"ideas.0.poster.alt": "12 batches, a petal each."},
    ),
    "IDEA-12": (
        {"ideas.0.poster.alt": "Кольцо стало вдвое твёрже.", "ideas.0.poster.shown": {"unproportioned": [1.0]}},
        {"ideas.0.poster.alt": "Кольцо стало гораздо твёрже."},
    ),
    "IDEA-7": (
        {"ideas.0.poster.scales": "on", "ideas.0.poster.clearance": {"state": "asked"}},
        {"ideas.0.poster.scales": "off"},
    ),
    "IDEA-7 refused": ({"ideas.0.poster.clearance.state": "refused"}, {"ideas.0.poster.clearance.state": "cleared"}),
    "IDEA-7 over": (
        {"ideas.0.poster.clearance.until": date(2026, 9, 1)},
        {"ideas.0.poster.clearance.until": LATER},
    ),
    "IDEA-7W": (
        {"ideas.0.poster.legend": ["accelerator 1.2 phr"]},
        {"ideas.0.poster.legend": ["a petal is a batch"]},
    ),
    "IDEA-8": ({"ideas.0.feeling": ""}, {"ideas.0.feeling": "pride"}),
    "IDEA-9": ({"ideas.1.reason": "no"}, {"ideas.1.reason": "It costs three evenings and changes nothing."}),
    "IDEA-9 none": ({"ideas.0.reason": ""}, {"ideas.0.reason": "Nobody else could make it."}),
    "IDEA-10": (
        {"ideas.0.poster.alt": "An image of our poster"},
        {"ideas.0.poster.alt": "Petals, one for each batch."},
    ),
    "IDEA-10 long": ({"ideas.0.poster.alt": LONG}, {"ideas.0.poster.alt": LONG[:200]}),
    "IDEA-11": (
        {
            "enterprise.facts.1": {"id": "F2", "statement": "x y", "clearance": {"state": "refused"}},
            "ideas.0.facts": ["F2"],
        },
        {"ideas.0.facts": ["F1"]},
    ),
    "CH-1": ({"channels.0.media": ""}, {"channels.0.media": "shared"}),
    "CH-1 task": ({"channels.0.role": ""}, {"channels.0.role": "it meets the parents"}),
    "CH-2": ({"channels.1.media": "shared", "channels.1.channel": "vk"}, {"channels.1.media": "owned"}),
    "CH-3": ({"channels.1.audiences": []}, {"channels.1.audiences": ["A1"]}),
    "CH-3 elsewhere": ({"audiences.0.places": ["work"]}, {"audiences.0.places": ["work", "social"]}),
    "CH-5": ({"channels.1.channel": "telegram"}, {"channels.1.channel": "ok"}),
    "CH-7": ({"channels.0.at_plant": ""}, {"channels.0.at_plant": "press officer"}),
    "VIS-1": ({"visit.meeting": ""}, {"visit.meeting": "the main gate"}),
    "VIS-2": ({"visit.stops.0.minutes": 100}, {"visit.stops.0.minutes": 60}),
    "VIS-3": ({"visit.stops.1.walk": None}, {"visit.stops.1.walk": 4}),
    "VIS-3 closed": ({"visit.stops.1.zone": "Z2"}, {"visit.stops.1.zone": ""}),
    "VIS-4": ({"visit.stops.1.host": ""}, {"visit.stops.1.host": "guide"}),
    "VIS-5": ({"visit.shots.0.sound": ""}, {"visit.shots.0.sound": "none"}),
    "VIS-6": ({"visit.shots.0.seconds": 1801.0}, {"visit.shots.0.seconds": 1800.0}),
    "VIS-7": ({"visit.fallback": VISIT}, {"visit.fallback": date(2026, 10, 21)}),
    "VIS-8": ({"visit.premortem": ["rain"]}, {"visit.premortem": ["rain", "noise", "no bus"]}),
    "VIS-9": ({"visit.shots.0.ideas": []}, {"visit.shots.0.ideas": ["I1"]}),
    "PRD-1": ({"visit.induction": date(2026, 10, 21)}, {"visit.induction": VISIT}),
    "PRD-1 none": ({"visit.induction": None}, {"visit.induction": VISIT}),
    "PRD-2": ({"visit.clearances.2.state": "refused"}, {"visit.clearances.2.state": "cleared"}),
    "PRD-2 late": ({"visit.clearances.0.on": date(2026, 10, 22)}, {"visit.clearances.0.on": date(2026, 10, 19)}),
    "PRD-2L": ({"visit.clearances.3.layer": "safety"}, {"visit.clearances.3.layer": "process owner"}),
    "PRD-3": ({"visit.people.0.image.state": "refused"}, {"visit.shots.0.people": []}),
    "PRD-3 asked": ({"visit.people.0.data.state": "asked"}, {"visit.people.0.data.state": "given"}),
    "PRD-3 back": ({"visit.people.0.image.withdrawn": DAY}, {"visit.shots.0.people": []}),
    "PRD-4": (
        {"visit.people.0.age": "under 14"},
        {f"visit.people.0.{paper}.guardian": VISIT for paper in ("image", "data", "dissemination")},
    ),
    "PRD-4A": ({"visit.people.0.age": ""}, {"visit.people.0.age": "adult"}),
    "PRD-8": ({"visit.hazards.0.control": ""}, {"visit.hazards.0.control": "behind the barrier"}),
    "PRD-8H": ({"visit.hazards.0.stop": "V1"}, {"visit.hazards.0.stop": ""}),
    "PRD-9": ({"visit.hospital": ""}, {"visit.hospital": "Town hospital, 4 km"}),
    "PRD-9Z": ({"visit.stops.0.ppe": []}, {"visit.stops.0.ppe": ["перчатки", "закрытая обувь"]}),
    "PRD-9W": ({"visit.stops.0.ppe": ["gloves"]}, {"visit.stops.0.ppe": ["gloves", "закрытая обувь"]}),
    "PRD-10": ({"visit.group": 11}, {"visit.group": 10}),
    "PRD-10 minors": ({"visit.minors": 6, "visit.group": 5}, {"visit.minors": 2}),
    "PRD-10 alone": ({"visit.minors": 2, "visit.escorts": 0}, {"visit.escorts": 1}),
    "PRD-10R": ({"visit.group": 16, "visit.largest": 20}, {"visit.escorts": 2}),
    "PRD-11 VIS-3": (
        {"visit.stops.1.zone": "Z2", "visit.shots.0.stop": "V2"},
        {"visit.shots.0.stop": "V1", "visit.stops.1.zone": ""},
    ),
    "PRD-13": ({"visit.footage.copies": ""}, {"visit.footage.copies": "disk at the college, cloud"}),
    "PRD-15": (
        {"visit.shots.0.what": "The operator works with the guard of the press open"},
        {"visit.shots.0.what": "The operator works; the guard is shut"},
    ),
    "PRD-15 ru": (
        {"visit.shots.0.what": "Рабочий стоит под поднятой рамой"},
        {"visit.shots.0.what": "Рабочий стоит рядом с рамой"},
    ),
    "PRD-16": (
        {"items.0.panels.0.action": "close-up of a drawing"},
        {"items.0.panels.0.action": "close-up of a ring"},
    ),
    "PRD-16 ru": (
        {"items.0.panels.0.action": "на бирке имя заказчика"},
        {"items.0.panels.0.action": "на стеллаже кольца"},
    ),
    "PRD-17": ({"visit.footage.with_whom": ""}, {"visit.footage.with_whom": "press officer"}),
    "PRD-17 home": ({"visit.footage.on": date(2026, 10, 22)}, {"visit.footage.on": VISIT}),
    "PRD-21": (
        {"visit.shots.0.clearance.state": "refused", "items.0.panels": [], "items.0.idea": ""},
        {"visit.shots.0.clearance.state": "cleared"},
    ),
    "PRD-19": ({"visit.people.0.image.until": date(2026, 11, 23)}, {"visit.people.0.image.until": PUBLISH}),
    "PRD-19 channel": (
        {"visit.people.0.dissemination.channels": ["owned"]},
        {"visit.people.0.dissemination.channels": ["owned", "shared"]},
    ),
    "PRD-20": ({"visit.shots.0.clearance.until": DAY}, {"visit.shots.0.clearance.until": LATER}),
    "PRD-20 asked": ({"visit.shots.0.clearance.state": "asked"}, {"visit.shots.0.clearance.state": "cleared"}),
    "PRD-20 channel": (
        {"visit.shots.0.clearance.channels": ["earned"]},
        {"visit.shots.0.clearance.channels": ["shared"]},
    ),
    "RISK-1": ({"risks.0.stage": ""}, {"risks.0.stage": "making"}),
    "RISK-2": ({"risks.0.response": ""}, {"risks.0.impact": 2}),
    "ITEM-1": ({"items.1.audience": ""}, {"items.1.audience": "A1"}),
    "ITEM-2": ({"items.1.owner": ""}, {"items.1.owner": "M1"}),
    "ITEM-3": (
        {"items.0.script.0.seconds": 1.0, "items.0.script.1.seconds": 9.0},
        {"items.0.script.0.seconds": 5.0, "items.0.script.1.seconds": 5.0},
    ),
    "ITEM-4": ({"items.0.panels.0.seconds": 9.0}, {"items.0.panels.0.seconds": 5.0}),
    "ITEM-6": ({"items.1.form": "press release"}, {"items.1.form": "post"}),
    "ITEM-7": ({"items.0.headline": "a ring " * 30}, {"items.0.headline": "a ring"}),
    "ITEM-8": ({"items.1.alt": ""}, {"items.1.alt": "A ring on a table."}),
    "ITEM-8 ru": ({"items.1.alt": "На фото кольцо"}, {"items.1.alt": "Кольцо на столе."}),
    "ITEM-9": ({"items.1.text": "Come and see 900 rings"}, {"items.1.text": "Come and see the rings"}),
    "ITEM-10": ({"items.1.text": "A ring lies there."}, {"items.1.text": "Have you seen a ring?"}),
    "ITEM-11": (
        {"items.0.production.0.days": 300},
        {"items.0.production.0.days": 20},
    ),
    "ITEM-11 circle": ({"items.0.production.0.after": ["W2"]}, {"items.0.production.0.after": []}),
    "ITEM-12": ({"items.0.production.1.days": None}, {"items.0.production.1.days": 0}),
    "FACT-6I": (
        {"enterprise.facts.0.clearance.channels": ["earned"]},
        {"enterprise.facts.0.clearance.channels": ["earned", "shared"]},
    ),
    "FACT-6I day": ({"enterprise.facts.0.clearance.until": date(2026, 11, 23)}, {"items.0.facts": []}),
    "CAL-2": ({"items.0.dates.draft": date(2026, 10, 19)}, {"items.0.dates.draft": VISIT}),
    "CAL-3": (
        {"items.1.dates.publish": date(2027, 2, 1)},
        {"items.1.dates.publish": date(2027, 1, 31)},
    ),
    "CAL-4": ({"items.1.approver": "M1"}, {"items.1.approver": "M2"}),
    "CAL-13": ({"items.0.dates.review": date(2026, 11, 11)}, {"items.0.dates.review": date(2026, 11, 10)}),
    "CAL-14": ({"items.1.hold_if": ""}, {"items.1.hold_if": "a day of mourning"}),
    "PRD-5P": (
        {"items.1.approvals": []},
        {"items.1.approvals": [{"id": "Y3", "judge": "plant", "who": "x", "state": "approved"}]},
    ),
    "PRD-6": ({"items.0.approvals.1.judge": "editor"}, {"items.0.approvals.1.judge": "engineer"}),
    "PRD-7": ({"items.0.rights.0.licence": ""}, {"items.0.rights.0.licence": "CC0"}),
    "PRD-7 over": ({"items.0.rights.0.until": DAY}, {"items.0.rights.0.until": None}),
    "PRD-7W": (
        {"items.0.rights": [], "items.0.panels.0.sound": "a famous song"},
        {"items.0.panels.0.sound": "the press"},
    ),
    "PRD-7W ru": (
        {"items.0.rights": [], "items.0.panels.0.sound": "музыка"},
        {"items.0.panels.0.sound": "без музыки"},
    ),
    "PRD-12": ({"items.0.panels.1.line": "L1"}, {"items.0.panels.1.line": "L2"}),
    "PRD-14": ({"items.1.hold_if": "not before 2026-12-01"}, {"items.1.dates.publish": date(2026, 12, 1)}),
    "PRD-14 ru": ({"items.1.hold_if": "не раньше 01.12.2026"}, {"items.1.dates.publish": date(2026, 12, 1)}),
    "PRD-18": ({"items.0.ai.0.disclosed": ""}, {"items.0.ai.0.disclosed": "the voice was made by a machine"}),
    "PRD-22": ({"items.0.approvals.1.raci": "A"}, {"items.0.approvals.1.raci": "C"}),
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_good_plan_is_left_alone(language):
    assert [str(one) for one in check(plan(good(language))) if ours(one.rule) and one.severity != "info"] == []


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_is_found_by_its_rule_alone_and_its_smallest_fix_cures_it(name, language):
    fault, fix = FAULTS[name]
    broken = changed(good(language), fault)
    rules = {one for one in name.split() if one in RULES}
    assert found(plan(broken)) == rules
    assert rules.isdisjoint(found(plan(changed(broken, fix))))


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_found_is_said_in_both_languages(name):
    for one in check(plan(changed(good(), FAULTS[name][0]))):
        if ours(one.rule):
            for words in (one.message, one.fix):
                assert words.into("en") != words.into("ru")
                assert any("а" <= sign <= "я" for sign in words.into("ru").casefold())


@pytest.mark.parametrize("name", FAULTS)
def test_each_cure_clears_its_finding(name):
    broken = plan(changed(good(), FAULTS[name][0]))
    for one in (it for it in check(broken) if it.cure):
        assert not any(same(one, it) for it in check(cured(broken, one)))


def test_every_rule_of_these_units_has_its_fault():
    told = {name.partition(" ")[0] for name in FAULTS}
    elsewhere = {
        "CH-4",
        "CH-6",
        "IDEA-7N",
        "ITEM-5",
        "ITEM-5N",
        "ITEM-5R",
        "ITEM-5T",
        "PRD-3C",
        "PRD-3N",
        "PRD-5",
        "RISK-3",
        "VIS-10",
        "VIS-11",
        "VIS-12",
    }
    assert {one for one in RULES if ours(one)} == told | elsewhere


def test_where_nothing_is_there_is_nothing_to_check_yet():
    states = check(Plan()).states
    assert {states[one] for one in RULES if ours(one)} == {"nothing yet"}
