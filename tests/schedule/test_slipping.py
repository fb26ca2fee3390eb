"""Does a late clearance move what it must, and nothing else; and is what it costs counted?"""

from datetime import date

import pytest
from dated import dated

from promplan.days.cleared import slipping
from promplan.plan import edit
from promplan.schedule.slipping import slip

PLAN = edit.put(dated(), "brief", {"answer_days": 5})
PLAN = edit.put(PLAN, "items/C2/dates", {"review": date(2026, 11, 23)})  # due on 30 November; out on 4 December


def moves(found) -> dict[str, date]:
    return {one.item: one.day for one in found.moves}


@pytest.mark.parametrize("days", [0, 1, 4])
def test_a_delay_within_the_slack_moves_nothing(days):
    found = slip(PLAN, days, ["C2"])
    assert found.moves == () and [str(one) for one in found.cost] == ["No piece has to move."]
    assert found.slack == (5, "C2")


def test_a_delay_past_the_slack_moves_the_piece_and_no_other():
    found = slip(PLAN, 5, ["C2"])
    assert moves(found) == {"C2": date(2026, 12, 7)} or moves(found) == {"C2": date(2026, 12, 8)}
    assert "and comes 5 days later" in str(found.moves[0].why[0])
    assert "1 piece moves, by" in str(found.cost[0])


def test_what_comes_after_it_moves_with_it():
    plan = edit.put(PLAN, "items/C3/placing", {"after": ["C2"]})
    assert set(moves(slip(plan, 9, ["C2"]))) == {"C2", "C3"}
    free = edit.put(PLAN, "items/C3/placing", {"after": []})
    assert set(moves(slip(free, 9, ["C2"]))) == {"C2"}


def test_a_pinned_piece_does_not_move_and_is_named_as_uncleared():
    plan = edit.put(PLAN, "items/C2/placing", {"pinned": True})
    found = slip(plan, 10, ["C2"])
    assert found.moves == () and found.risky == ("C2",)


def test_a_piece_that_finds_no_day_any_more_is_lost_and_costs():
    found = slip(PLAN, 90, ["C2"])
    assert "C2" in found.lost and "1 piece finds no day before the campaign ends." in map(str, found.cost)


def test_what_stands_before_its_clearance_already_is_named_and_is_no_delay_s_doing():
    plan = edit.put(PLAN, "items/C3/dates", {"review": date(2026, 12, 7)})  # due on 14 December; out on the 7th
    found = slip(plan, 1, ["C2", "C3"])
    assert found.early == ("C3",) and found.moves == ()


def test_only_what_is_named_slips():
    plan = edit.put(PLAN, "items/C3/dates", {"review": date(2026, 11, 25)})
    assert list(slipping(plan)) == ["C2", "C3"]
    assert set(moves(slip(plan, 8, ["C3"]))) == {"C3"}


def test_silence_and_rhythm_that_a_delay_costs_are_counted():
    plan = edit.put(PLAN, "items/C3/dates", {"review": date(2026, 11, 30)})
    plan, _ = edit.add(plan, "calendar.rhythms", {"channel": "H2", "least": 1, "most": 2, "silent": 30})
    told = " ".join(str(one) for one in slip(plan, 12, ["C3"]).cost)
    assert "lacking in the rhythm" in told or "of silence" in told


def test_what_waits_without_a_day_is_named():
    plan, fact = edit.add(PLAN, "enterprise.facts", {"statement": "A press opens every nine minutes"})
    plan = edit.put(plan, "items/C1", {"facts": [fact]})
    assert "nobody has asked for the clearance of F1" in str(slip(plan, 3, ["C2"]).unknown["C1"])
