"""Who publishes what on which day, and what that comes to: load, rhythm, pillars, silence, each by one definition."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from promplan.days.placed import (
    cadence,
    days_apart,
    gaps,
    monday,
    owed,
    pillar_shares,
    placed,
    undated,
    week_load,
    weeks,
    window,
)
from promplan.media.slots.question import Channel, Rules
from promplan.plan import Plan
from promplan.plan.calendar import Rhythm

MON = date(2026, 11, 2)  # a Monday
END = date(2026, 11, 29)  # a Sunday


def nov(day: int) -> date:
    return date(2026, 11, day)


def piece(id_: str, day: date | None, hours: float | None = None, **more: Any) -> dict[str, Any]:
    at, state, pinned = more.pop("at", None), more.pop("state", ""), more.pop("pinned", False)
    return {
        "id": id_,
        "channel": "H1",
        "owner": "M1",
        "pillar": "P1",
        "dates": {"publish": day, "at": at},
        "placing": {"hours": hours, "state": state, "pinned": pinned},
        **more,
    }


def plan(*items: dict[str, Any], start: date | None = MON, end: date | None = END, **calendar: Any) -> Plan:
    return Plan.model_validate(
        {
            "meta": {"campaign_start": start, "campaign_end": end},
            "message": {"pillars": [{"id": "P1"}, {"id": "P2"}]},
            "channels": [{"id": "H1"}, {"id": "H2"}],
            "items": list(items),
            "calendar": calendar,
        }
    )


def test_pieces_stand_by_day_and_time_and_those_without_a_day_lie_in_the_tray():
    made = plan(
        piece("C1", None),
        piece("C2", nov(10)),
        piece("C3", nov(10), at=time(9, 30), pinned=True),
        piece("C4", nov(3), state="held"),
    )
    assert [one.item for one in placed(made)] == ["C4", "C3", "C2"]
    assert undated(made) == ("C1",)
    assert placed(made)[1].pinned and placed(made)[1].time == time(9, 30)
    assert [one.comes_out for one in placed(made)] == [False, True, True]


def test_all_hours_of_a_piece_count_in_the_week_in_which_it_comes_out_and_with_its_owner():
    made = plan(piece("C1", nov(8), 6.0), piece("C2", nov(3), 2.5, owner="M2"), piece("C3", nov(9), 4.0))
    first, second, *rest = week_load(made)
    assert (first.week, first.hours, first.of) == (MON, 8.5, {"M2": 2.5, "M1": 6.0})
    assert (second.week, second.hours, second.items) == (nov(9), 4.0, ("C3",))
    assert [one.hours for one in rest] == [0, 0]


def test_what_is_held_back_counts_nowhere_and_hours_that_nobody_said_are_told():
    made = plan(piece("C1", nov(3), 6.0, state="held"), piece("C2", nov(4)))
    assert week_load(made)[0].hours == 0 and week_load(made)[0].unsaid == ("C2",)
    assert [one.count for one in pillar_shares(made)] == [1, 0]
    assert cadence(made)[0].items == ("C2",)


def test_a_channel_is_counted_in_each_week_and_owes_nothing_where_the_campaign_cuts_the_week():
    rhythm = {"id": "RH1", "channel": "H1", "least": 2, "most": 3}
    made = plan(piece("C1", nov(4)), piece("C2", nov(6)), start=nov(4), rhythms=[rhythm])
    vk = [one for one in cadence(made) if one.channel == "H1"]
    assert [(one.week, one.n, one.whole, one.least, one.most) for one in vk] == [
        (MON, 2, False, 0, 3),
        (nov(9), 0, True, 2, 3),
        (nov(16), 0, True, 2, 3),
        (nov(23), 0, True, 2, 3),
    ]
    assert all(one.least == 0 and one.most is None for one in cadence(made) if one.channel == "H2")


def test_a_week_owes_no_more_than_its_open_days_hold():
    rhythm = {"id": "RH1", "channel": "H1", "least": 3}
    shut = {"id": "Z1", "day": nov(9), "until": nov(13), "what": "x", "closed": True}
    made = plan(piece("C1", nov(4)), rhythms=[rhythm], days=[shut])
    assert [one.least for one in cadence(made) if one.channel == "H1"] == [3, 2, 3, 3]


@given(
    least=st.integers(0, 7),
    apart=st.one_of(st.none(), st.floats(0, 200)),
    shut=st.sets(st.integers(0, 20), max_size=20),
    week=st.integers(0, 2),
)
def test_a_week_owes_what_the_scheduler_says_that_it_owes(least, apart, shut, week):
    rhythm = Rhythm(id="RH1", channel="H1", least=least, apart=apart)
    assume(least <= -(-7 // days_apart(rhythm)))  # more than a week can hold is refused there
    channel = Channel("H1", least=least, apart=days_apart(rhythm))
    rules = Rules(21, [channel], blocked=shut, start=MON)
    days = {date.fromordinal(MON.toordinal() + n) for n in shut}
    assert owed(rhythm, date.fromordinal(MON.toordinal() + 7 * week), days) == rules.owed(week, channel)


@given(st.lists(st.tuples(st.integers(0, 27), st.floats(0, 40)), max_size=12), st.integers(0, 6))
def test_the_hours_of_a_week_are_those_that_the_scheduler_charges_to_it(rows, later):
    start = date.fromordinal(MON.toordinal() + later)
    rules = Rules(28, [Channel("H1")], start=start)
    charged = [0.0] * rules.weeks
    pieces = []
    for n, (day, hours) in enumerate(rows, 1):
        charged[rules.week_of(day)] += hours
        pieces.append(piece(f"C{n}", date.fromordinal(start.toordinal() + day), hours))
    made = plan(*pieces, start=start, end=date.fromordinal(start.toordinal() + 27))
    assert [one.hours for one in week_load(made)] == pytest.approx(charged)


@pytest.mark.parametrize(("hours", "days"), [(None, 1), (0.0, 1), (24.0, 1), (25.0, 2), (48.0, 2), (72.5, 4)])
def test_hours_between_two_pieces_are_days_from_one_to_the_next(hours, days):
    assert days_apart(Rhythm(id="RH1", apart=hours)) == days


def test_the_share_of_a_pillar_is_among_the_pieces_that_stand_for_one():
    items = [piece(f"C{n}", nov(n), pillar="P1" if n < 4 else "P2" if n == 4 else "") for n in range(1, 6)]
    made = plan(*items, shares=[{"id": "SH1", "pillar": "P1", "percent": 50.0}])
    one, two, none = pillar_shares(made)
    assert (one.pillar, one.count, one.share, one.wanted, one.off) == ("P1", 3, 75.0, 50.0, 25.0)
    assert (two.pillar, two.count, two.share, two.wanted, two.off) == ("P2", 1, 25.0, None, 0.0)
    assert (none.pillar, none.count, none.share) == ("", 1, 0.0)


def test_pieces_in_the_tray_have_no_share_yet():
    assert [one.count for one in pillar_shares(plan(piece("C1", None)))] == [0, 0]


def test_a_silence_is_told_before_between_and_after_the_pieces_of_a_channel():
    rhythm = {"id": "RH1", "channel": "H1", "silent": 10}
    found = gaps(plan(piece("C1", nov(4)), piece("C2", nov(5)), piece("C3", nov(20)), rhythms=[rhythm]))
    vk = [one for one in found if one.channel == "H1"]
    assert [(one.first, one.last, one.days, one.long) for one in vk] == [
        (nov(2), nov(3), 2, False),
        (nov(6), nov(19), 14, True),
        (nov(21), nov(29), 9, False),
    ]
    assert [(one.days, one.most, one.long) for one in found if one.channel == "H2"] == [(28, None, False)]


def test_an_empty_plan_has_no_window_and_nothing_to_count():
    made = Plan()
    assert window(made) is None and weeks(made) == []
    assert placed(made) == undated(made) == week_load(made) == cadence(made) == pillar_shares(made) == gaps(made) == ()


def test_without_a_campaign_the_pieces_are_the_window():
    made = plan(piece("C1", nov(4)), piece("C2", nov(20)), start=None, end=None)
    assert window(made) == (nov(4), nov(20))


def test_a_campaign_whose_ends_are_swapped_still_has_a_window():
    assert window(plan(start=nov(20), end=nov(4))) == (nov(4), nov(20))


def test_a_year_that_was_mistyped_makes_no_endless_calendar():
    made = plan(piece("C1", date(2199, 1, 1)), end=date(2190, 1, 1))
    found = weeks(made)
    assert len(found) < 170 and found[-1] == monday(date(2199, 1, 1))
    assert week_load(made)[-1].items == ("C1",)
