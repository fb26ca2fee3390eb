"""Is a piece held to the day on which the plant's answer is due, and to no day that nobody knows?"""

from datetime import date

from dated import dated

from promplan.days.cleared import readiness, slipping
from promplan.plan import edit
from promplan.plan.approvals import content_digest

PLAN = edit.put(dated(), "brief", {"answer_days": 5})


def first(plan, id_="C1"):
    return readiness(plan)[id_].first


def test_a_piece_without_anything_before_it_is_free():
    assert first(PLAN) is None and readiness(PLAN)["C1"].last is None


def test_it_waits_for_its_review_and_for_the_plant_s_working_days_after_it():
    plan = edit.put(PLAN, "items/C1/dates", {"review": date(2026, 10, 30)})  # a Friday; 4 November is a holiday
    assert first(plan) == date(2026, 11, 9)
    assert list(slipping(plan)) == ["C1"]


def test_a_yes_to_this_very_version_ends_the_waiting_and_a_yes_to_another_does_not():
    plan = edit.put(PLAN, "items/C1/dates", {"review": date(2026, 10, 30)})
    seen = content_digest(plan.items[0])
    plan, _ = edit.add(plan, "items/C1/approvals", {"judge": "plant", "state": "approved", "version": seen})
    assert first(plan) == date(2026, 10, 30) and slipping(plan) == {}
    assert first(edit.put(plan, "items/C1", {"headline": "Another"})) == date(2026, 11, 9)


def test_it_waits_for_a_letter_about_one_of_its_facts():
    plan, fact = edit.add(PLAN, "enterprise.facts", {"statement": "A press opens every nine minutes"})
    plan = edit.put(plan, "items/C1", {"facts": [fact]})
    assert first(plan) is None and "nobody has asked" in str(readiness(plan)["C1"].waits[0].why)
    plan, _ = edit.add(plan, "desk.requests", {"fact": fact, "to": "press officer", "sent": date(2026, 11, 30)})
    assert first(plan) == date(2026, 12, 7) and list(slipping(plan)) == [fact]
    assert readiness(plan)["C1"].slipped(10, {fact}).first == date(2026, 12, 17)
    assert readiness(plan)["C1"].slipped(10, {"C1"}).first == date(2026, 12, 7)
    cleared = edit.put(plan, f"enterprise.facts/{fact}/clearance", {"state": "cleared", "until": date(2027, 1, 15)})
    assert first(cleared) is None and readiness(cleared)["C1"].last == date(2027, 1, 15)


def test_without_answer_days_a_letter_has_no_day():
    plan, fact = edit.add(dated(), "enterprise.facts", {"statement": "A press opens every nine minutes"})
    plan = edit.put(plan, "items/C1", {"facts": [fact]})
    plan, _ = edit.add(plan, "desk.requests", {"fact": fact, "sent": date(2026, 11, 30)})
    assert first(plan) is None and "no day was agreed" in str(readiness(plan)["C1"].waits[0].why)


def test_what_shows_the_visit_waits_for_it():
    plan = edit.put(PLAN, "visit", {"date": date(2026, 12, 10)})
    plan, shot = edit.add(plan, "visit.shots", {"what": "hot hands"})
    plan, _ = edit.add(plan, "items/C1/panels", {"shot": shot})
    assert first(plan) == date(2026, 12, 10) and list(slipping(plan)) == ["visit"]


def test_it_is_out_before_a_licence_ends():
    plan, _ = edit.add(PLAN, "items/C1/rights", {"what": "Song", "until": date(2026, 12, 20)})
    assert readiness(plan)["C1"].last == date(2026, 12, 20)
