"""Does each rule of unit 10 find its fault alone, leave a good plan alone, and fall silent after its smallest fix?"""

from datetime import date

import pytest
from review.faults import changed, held
from review.pitching import CRITERIA, good, plan

from promplan.plan import Plan
from promplan.review import RULES, check
from promplan.review.pitch_marks import criteria

UNIT = "10-pitch"
OWN = ("PIT", "FACT-6P")
OPEN = {"state": "open"}
LONG = "one two three four five six seven eight nine ten eleven twelve thirteen"


def found(document: Plan) -> set[str]:
    return {one.rule for one in check(document, UNIT) if one.severity != "info" and one.rule.startswith(OWN)}


# rule: what is changed in the good plan, and the smallest fix beside it
FAULTS = {
    "PIT-1": ({"pitch.ask": ""}, {"pitch.ask": "The director says yes to the bus by 12 March."}),
    "PIT-1 nobody": ({"pitch.to": ""}, {"pitch.to": "the director"}),
    "PIT-1 day": (
        {"pitch.ask": "We ask the director for the bus and 2 trips."},
        {"pitch.ask": "We ask the director for the bus and 2 trips, by 12.03."},
    ),
    "PIT-1 wish": (
        {"pitch.ask": "Support our project, 2 trips, in March!"},
        {"pitch.ask": "We ask the director to give us 2 trips in March."},
    ),
    "PIT-1 wish ru": (
        {"pitch.ask": "Поддержите наш проект, 2 рейса, в марте!"},
        {"pitch.ask": "Просим директора в марте дать 2 рейса."},
    ),
    "PIT-2": ({"pitch.parts.0.seconds": 150}, {"pitch.parts.0.seconds": 30}),
    "PIT-2 hurried": ({"pitch.parts.0.seconds": 3}, {"pitch.parts.0.seconds": 30}),
    "PIT-2 empty": ({"pitch.limit": 900}, {"pitch.limit": 95}),
    "PIT-2 aloud": ({"pitch.rehearsals.1.seconds": 195}, {"pitch.rehearsals.1.seconds": 95}),
    "PIT-3": ({"pitch.parts.0.shows": "37 pupils"}, {"pitch.parts.0.shows": "Four times: 4"}),
    "PIT-3 ru": ({"pitch.parts.0.shows": "37 школьников"}, {"pitch.parts.0.shows": "4 раза"}),
    "PIT-3 behind": ({"pitch.parts.0.shows": "4", "pitch.parts.0.behind": []}, {"pitch.parts.0.behind": ["F1"]}),
    "PIT-4": (
        {"pitch.parts.1.who": "M1"},
        {"pitch.jury.0.who": "M2"},
    ),
    "PIT-4 nobody": ({"pitch.parts.0.who": ""}, {"pitch.parts.0.who": "M2"}),
    "PIT-5": ({"pitch.parts.0.shows": LONG}, {"pitch.parts.0.shows": "one two three"}),
    "PIT-6": ({"pitch.parts.0.behind": ["F1", "F77"]}, {"pitch.parts.0.behind": ["F1"]}),
    "PIT-6 jury": ({"pitch.jury.0.about": ["C9"]}, {"pitch.jury.0.about": []}),
    "PIT-6 mark": ({"pitch.marks.0.evidence": ["O9"]}, {"pitch.marks.0.evidence": ["I1"]}),
    "PIT-6 card": ({"pitch.cards.0.shows": ["JQ1"]}, {"pitch.cards.0.shows": ["C1"]}),
    "PIT-7": ({"pitch.marks.2.level": None}, {"pitch.marks.2.level": 2}),
    "PIT-7 evidence": ({"pitch.marks.2.evidence": []}, {"pitch.marks.2.evidence": ["F1"]}),
    "PIT-7 why": ({"pitch.marks.2.why": ""}, {"pitch.marks.2.why": "Each number of ours has its source."}),
    "PIT-7 next": ({"pitch.marks.2.lacks": ""}, {"pitch.marks.2.lacks": "ask the engineer to read it"}),
    "PIT-7 top": (
        {"pitch.marks.0.why": "It is great."},
        {"pitch.marks.0.why": "A pupil said: that is what I wanted to know."},
    ),
    "PIT-7 twice": ({"pitch.marks.1.criterion": "question"}, {"pitch.marks.1.criterion": "step"}),
    "PIT-7 six": (
        {"pitch.marks.6": {"id": "MK7"}},
        {"pitch.marks.6": good()["pitch"]["marks"][6]},
    ),
    "PIT-8": ({"pitch.left_out": ""}, {"pitch.left_out": "A film with faces: two consents of three came back."}),
    "PIT-8 why": ({"pitch.left_out": "A film."}, {"pitch.left_out": "A film: two consents of three came back."}),
    "PIT-9": ({"pitch.jury.0.answer": ""}, {"pitch.jury.0.answer": "We do not know yet."}),
    "PIT-9 long": (
        {"pitch.jury.0.answer": "We looked. We asked. We do not know yet."},
        {"pitch.jury.0.answer": "We asked. We do not know yet."},
    ),
    "PIT-9 who": ({"pitch.jury.0.who": ""}, {"pitch.jury.0.who": "M2"}),
    "PIT-9 none": ({"pitch.jury": []}, {"pitch.jury": good()["pitch"]["jury"]}),
    "PIT-9 few": ({"pitch.jury": good()["pitch"]["jury"][:2]}, {"pitch.jury": good()["pitch"]["jury"]}),
    "PIT-10": ({"pitch.cards.0.signed_on": None}, {"pitch.cards.0.page": "not asked"}),
    "PIT-10 term": ({"pitch.cards.0.until": None}, {"pitch.cards.0.until": date(2028, 1, 1)}),
    "PIT-10 over": (
        {"pitch.cards.0.until": date(2027, 1, 31), "pitch.cards.0.signed_on": date(2026, 1, 31)},
        {"pitch.cards.0.until": date(2028, 1, 1)},
    ),
    "PIT-10 turned": ({"pitch.cards.0.until": date(2027, 1, 30)}, {"pitch.cards.0.until": date(2028, 1, 1)}),
    "PIT-10 ahead": ({"pitch.cards.0.signed_on": date(2027, 2, 2)}, {"pitch.cards.0.signed_on": date(2027, 2, 1)}),
    "PIT-10 minor": ({"pitch.cards.0.minor": True}, {"pitch.cards.0.parent": True}),
    "PIT-10 back": (
        {"pitch.cards.0.withdrawn_on": date(2027, 2, 1), "pitch.cards.0.pool": "yes"},
        {"pitch.cards.0.page": "withdrawn", "pitch.cards.0.pool": "withdrawn"},
    ),
    "PIT-11": ({"pitch.cards.0.did": ""}, {"pitch.cards.0.did": "I drew the press's week."}),
    "PIT-11 other": ({"pitch.cards.0.shows": ["C2"]}, {"items.1.owner": "M2", "items.1.placing": {"state": "out"}}),
    "PIT-11 open": (
        {"pitch.cards.0.shows": ["C2"], "pitch.cards.0.member": "M1"},
        {"items.1.approvals.0.state": "approved"},
    ),
    "FACT-6P": ({"enterprise.facts.0.clearance": OPEN}, {"pitch.parts.0.behind": [], "pitch.parts.1.behind": []}),
    "FACT-6P asked": (
        {"enterprise.facts.0.clearance": {"state": "asked"}},
        {"enterprise.facts.0.clearance": good()["enterprise"]["facts"][0]["clearance"]},
    ),
    "FACT-6P refused": (
        {"enterprise.facts.0.clearance": {"state": "refused"}},
        {"enterprise.facts.0.clearance": good()["enterprise"]["facts"][0]["clearance"]},
    ),
    "FACT-6P over": (
        {"enterprise.facts.0.clearance.until": date(2027, 1, 31)},
        {"enterprise.facts.0.clearance.until": date(2027, 6, 30)},
    ),
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_good_pitch_is_left_alone(language):
    report = check(plan(good(language)), UNIT)
    assert [str(one) for one in report] == [] and report.passed


(
    test_the_fault_is_found_by_its_rule_alone_and_its_smallest_fix_cures_it,
    test_what_is_found_is_said_in_both_languages,
    test_each_cure_clears_its_finding,
) = held(UNIT, FAULTS, good, plan, found)


def test_every_rule_of_the_unit_has_its_fault_and_its_hints_in_both_languages():
    own = {one.id: one for one in RULES.values() if one.unit == UNIT and one.id.startswith(OWN)}
    assert own.keys() == {name.partition(" ")[0] for name in FAULTS}
    for one in own.values():
        nudge, pointer = one.hints
        assert str(nudge) != str(pointer)
        assert nudge.into("ru") != nudge.into("en") and pointer.into("ru") != pointer.into("en")


def test_where_nobody_has_begun_there_is_nothing_to_check_yet_and_nothing_is_passed():
    report = check(Plan(), UNIT)
    own = {id_ for id_ in RULES if RULES[id_].unit == UNIT and id_.startswith(OWN)}
    assert {report.states[id_] for id_ in own} == {"nothing yet"} and not report.passed


def test_marks_are_asked_for_by_the_criteria_of_the_rubric():
    assert criteria() == CRITERIA


def test_a_withdrawn_card_is_asked_for_nothing_but_to_be_taken_off():
    card = {
        "id": "PF1",
        "member": "M1",
        "did": "x y z",
        "shows": ["C1"],
        "page": "withdrawn",
        "withdrawn_on": date(2027, 1, 9),
    }
    assert found(plan(changed(good(), {"pitch.cards.0": card}))) == set()


def test_a_result_may_be_said_in_what_follows_from_it():
    """Numbers of results, their KPI, and prices several times over are explained; others are not."""
    values = changed(
        good(),
        {
            "kpis": [{"id": "KP1", "name": "pupils", "metric": "visits", "level": "outcome", "target": 120.0}],
            "results": [{"id": "RS1", "kind": "counted", "kpi": "KP1", "day": date(2027, 1, 20), "visits": 112}],
            "pitch.parts.0.behind": ["RS1"],
            "pitch.parts.0.shows": "112 of 120 came",
        },
    )
    assert "PIT-3" not in found(plan(values))
    assert "PIT-3" not in found(plan(changed(values, {"pitch.parts.2.shows": "2 trips: 28,000 roubles"})))
    assert "PIT-3" in found(plan(changed(values, {"pitch.parts.0.shows": "113 of 120 came"})))
