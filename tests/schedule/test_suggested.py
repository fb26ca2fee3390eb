"""Does a suggested schedule keep what is pinned and cleared, say why each piece moves, and what it had to bend?"""

import time
from datetime import date, timedelta

import pytest
from dated import START, dated, newsroom

from promplan.days.cleared import readiness
from promplan.days.placed import days_apart, monday
from promplan.language import Problem
from promplan.plan import Plan, edit
from promplan.schedule.fitting import asked
from promplan.schedule.moves import clashes, moved
from promplan.schedule.suggested import suggest

PLAN = edit.put(dated(), "brief", {"answer_days": 5})


def why(plan: Plan, id_: str) -> str:
    """Why a piece would move; an error where it would not."""
    (one,) = [it for it in suggest(plan).moves if it.item == id_]
    return "; ".join(map(str, one.why))


@pytest.fixture(scope="module", params=[1, 2, 3])
def solved(request):
    plan = newsroom(30, request.param)
    found = suggest(plan, 1.2)
    return plan, found, moved(plan, found.moves)


def test_what_keeps_the_rules_already_stays_where_it_is():
    found = suggest(PLAN)
    assert found.moves == () and found.stay == 6 and found.proven and "proven" in str(found.words)


def test_pinned_published_and_held_pieces_are_never_moved(solved):
    plan, found, _ = solved
    pinned = {one.id for one in plan.items if one.placing.pinned}
    assert pinned and not pinned & {one.item for one in found.moves}
    for state in ("out", "held"):
        changed = edit.put(PLAN, "items/C1/dates", {"publish": date(2026, 11, 1)})  # before the campaign, and past
        changed = edit.put(changed, "items/C1/placing", {"state": state})
        assert "C1" not in {one.item for one in suggest(changed).moves}


def test_no_piece_that_moves_comes_out_before_its_clearance_or_on_a_closed_day(solved):
    plan, found, after = solved
    ready, days = readiness(plan), {one.id: one.dates.publish for one in after.items}
    for one in found.moves:
        assert ready[one.item].first is None or one.day >= ready[one.item].first
        assert not date(2026, 12, 24) <= one.day <= date(2026, 12, 26)
        assert plan.meta.campaign_start <= one.day <= plan.meta.campaign_end and days[one.item] == one.day


def test_no_two_pieces_of_a_channel_stand_closer_than_it_allows_where_one_of_them_moves(solved):
    plan, found, after = solved
    apart = {one.channel: days_apart(one) for one in plan.calendar.rhythms}
    moving = {one.item for one in found.moves}
    dated_ = [one for one in after.items if one.dates.publish]
    for n, one in enumerate(dated_):
        for other in dated_[n + 1 :]:
            if one.channel == other.channel and {one.id, other.id} & moving and not {one.id, other.id} & {*found.kept}:
                assert abs((one.dates.publish - other.dates.publish).days) >= apart[one.channel]


def test_order_is_kept_or_said_to_be_bent(solved):
    _, found, after = solved
    days = {one.id: one.dates.publish for one in after.items}
    told = " ".join(map(str, found.bent))
    for one in after.items:
        for other in one.placing.after:
            if days[one.id] and days[other] and days[one.id] <= days[other]:
                assert f"{one.id} should come out after {other}" in told


def test_every_move_says_why_and_every_piece_is_accounted_for(solved):
    plan, found, _ = solved
    assert all(one.why and all(map(str, one.why)) for one in found.moves)
    asked_ = {one.id for one in plan.items} - {*found.aside}
    moving = asked(plan).movable
    assert len(moving) == found.stay + len(found.moves) + len(found.left)
    assert {one.item for one in found.moves} <= moving <= asked_


def test_a_second_suggestion_after_all_moves_were_taken_moves_nothing_that_matters(solved):
    _, found, after = solved
    again = suggest(after, 1.2)
    assert len(again.moves) <= len(found.moves) // 4


def test_the_reasons_are_those_that_the_calendar_has():
    reviewed = edit.put(PLAN, "items/C1/dates", {"review": date(2026, 11, 27)})
    assert "from 2026-12-04 only: the plant's answer to the review of C1 is due on 2026-12-04" in why(reviewed, "C1")
    closed, _ = edit.add(PLAN, "calendar.days", {"day": date(2026, 12, 4), "what": "Works closed", "closed": True})
    assert "nothing is published on 2026-12-04: Works closed" in why(closed, "C2")
    mourning, _ = edit.add(PLAN, "calendar.days", {"day": date(2026, 12, 4), "what": "Day of mourning"})
    assert "nothing is published on 2026-12-04" in why(mourning, "C2")
    late = edit.put(PLAN, "items/C2/dates", {"publish": date(2027, 3, 1)})
    assert "outside of the campaign" in why(late, "C2")
    past = edit.put(PLAN, "desk", {"day": date(2026, 12, 2)})
    assert "2026-12-01 is over, and it is not out yet" in why(past, "C1")
    tray = edit.put(PLAN, "items/C2/dates", {"publish": None})
    assert "it had no day" in why(tray, "C2")
    two = edit.put(PLAN, "items/C4/dates", {"publish": date(2026, 12, 4)})
    two = edit.put(two, "items/C2/placing", {"pinned": True})
    assert "on that day or too close to it: C2" in why(two, "C4")
    order = edit.put(PLAN, "items/C1/dates", {"publish": date(2026, 12, 20)})
    order = edit.put(order, "items/C1/placing", {"pinned": True})
    assert "it comes out after C1, which is on 2026-12-20" in why(order, "C2")


def test_a_full_week_is_a_reason_and_hours_that_nobody_has_are_told_as_bent():
    plan = edit.put(PLAN, "calendar", {"week_hours": 2.5})
    plan = edit.put(plan, "items/C2/placing", {"after": []})
    found = suggest(plan)
    told = " ".join(str(it) for one in found.moves for it in one.why)
    assert "would take 5 h, and 2.5 h are there" in told
    none = edit.put(PLAN, "calendar", {"week_hours": 0.0})
    assert any("more than the crew has" in str(one) for one in suggest(none).bent)


def test_what_a_rhythm_lacks_names_the_channel_and_the_monday():
    plan, _ = edit.add(PLAN, "calendar.rhythms", {"channel": "H2", "least": 1, "most": 2})
    told = [str(one) for one in suggest(plan).bent]
    assert any("Site (H2): 0 published, at least 1 wanted" in one for one in told)
    assert any("(from 2026-11-16)" in one for one in told)


def test_hours_of_a_person_and_silence_are_counted():
    plan = edit.put(PLAN, "calendar", {"person_hours": 1.0})
    plan, _ = edit.add(plan, "calendar.rhythms", {"channel": "H2", "silent": 5})
    told = " ".join(map(str, suggest(plan).bent))
    assert "Anna has 2.5 h in the week from" in told and "Site is silent for" in told


def test_pinned_pieces_that_stand_against_a_rule_stay_and_are_named():
    plan = edit.put(PLAN, "items/C2/dates", {"publish": date(2026, 12, 1)})
    for id_ in ("C1", "C2"):
        plan = edit.put(plan, f"items/{id_}/placing", {"pinned": True})
    found = suggest(plan)
    assert "too close" in str(found.kept["C2"]) and "C2" not in {one.item for one in found.moves}


@pytest.mark.parametrize(
    ("address", "values", "told"),
    [
        ("meta", {"campaign_end": None}, "when the campaign begins and ends"),
        ("meta", {"campaign_end": START - timedelta(1)}, "when the campaign begins and ends"),
    ],
)
def test_what_is_missing_is_said(address, values, told):
    with pytest.raises(Problem, match=told):
        suggest(edit.put(PLAN, address, values))
    with pytest.raises(Problem, match="no piece of content"):
        suggest(edit.remove(dated(1), "items/C1"))


def test_a_piece_without_a_channel_stands_aside():
    assert "no channel" in str(suggest(edit.put(PLAN, "items/C2", {"channel": ""})).aside["C2"])


def test_what_is_taken_in_part_says_what_now_stands_too_close():
    plan = edit.put(PLAN, "items/C1/dates", {"publish": date(2026, 12, 4)})
    plan = edit.put(plan, "items/C2/placing", {"after": []})
    found = suggest(plan)
    assert len(found.moves) == 1
    swapped = edit.put(moved(plan, found.moves), f"items/{found.moves[0].item}/dates", {"publish": date(2026, 12, 4)})
    assert "C1 and C2 now stand closer" in str(clashes(swapped, found.moves)[0])


def test_a_piece_that_has_changed_since_is_not_moved():
    plan = edit.put(PLAN, "items/C2/dates", {"publish": None})
    found = suggest(plan)
    with pytest.raises(Problem, match="C2 has changed since"):
        moved(PLAN, found.moves)


def test_new_days_are_working_days_where_the_week_has_one_free():
    plan = edit.put(PLAN, "items/C2/dates", {"publish": None})
    (one,) = suggest(plan).moves
    assert one.day.weekday() < 5 and monday(one.day) >= START


@pytest.mark.parametrize("seconds", [0.3, 1.0])
def test_it_ends_in_its_time(seconds):
    plan = newsroom(60, 5)
    began = time.monotonic()
    found = suggest(plan, seconds)
    assert time.monotonic() - began < 4 * seconds + 3  # the machine has other work, too
    assert found.proven or found.gap > 0


def test_nobody_is_asked_to_give_away_hours_of_a_week_that_has_been():
    plan = edit.put(PLAN, "calendar", {"person_hours": 1.0})
    there = {one.id for one in plan.items if one.owner and (one.placing.hours or 0) > 1}
    assert there and any("h at most" in str(one) for one in suggest(plan).bent)
    for one in plan.items:
        plan = edit.put(plan, f"items/{one.id}/placing", {"state": "out"})
    assert not any("h at most" in str(one) for one in suggest(plan).bent)
