"""Does a phone keep the calendar's days, hours and reminders, and does what comes back from it change just that?"""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dated import dated

from promplan.export.calendar_files import difference, opened, take
from promplan.export.calendar_ics import ics
from promplan.export.calendar_zone import changes
from promplan.language import Problem
from promplan.plan import Plan, edit

PLAN = dated()
PHONE = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Apple Inc.//iPhone OS 19//EN\r
{events}END:VCALENDAR\r
"""


def phone(*events: str) -> bytes:
    """A file as a phone exports it, of events in a few lines each."""
    made = (f"BEGIN:VEVENT\nUID:e{n}\nDTSTAMP:20261101T000000Z\n{one}\nEND:VEVENT\n" for n, one in enumerate(events))
    return PHONE.replace("{events}", "".join(made)).replace("\r\n", "\n").replace("\n", "\r\n").encode()


def events(data: bytes) -> dict[str, icalendar.Event]:
    """The events by the first two parts of their ids: C1.publish."""
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return {str(one["uid"]).rsplit(".", 1)[0]: one for one in found}


def rows(data: bytes, plan: Plan = PLAN) -> list[tuple]:
    """Each row that differs: its kind, its piece, the new values."""
    answer = difference(plan, opened(data))
    return [(one.kind, one.id or one.title, {it.column.key: it.after for it in one.changes}) for one in answer.rows]


def zoned(zone: str, day: date, at: time = time(10, 30)) -> Plan:
    plan = edit.put(PLAN, "meta", {"time_zone": zone})
    return edit.put(plan, "items/C1/dates", {"publish": day, "at": at})


def test_an_event_keeps_its_id_for_good_and_no_two_share_one():
    plan = edit.put(PLAN, "items/C1/dates", {"publish": date(2027, 1, 20), "review": date(2027, 1, 4)})
    plan = edit.put(plan, "items/C1", {"title": "Another title"})
    before, after = ({str(one["uid"]) for one in events(ics(it)).values()} for it in (PLAN, plan))
    assert (
        len(before) == 6
        and before < after
        and after - before == {uid.replace(".publish.", ".review.") for uid in before if uid.startswith("C1.")}
    )
    assert not before & {str(one["uid"]) for one in events(ics(edit.put(PLAN, "meta", {"plan_id": "other"}))).values()}


def test_publishing_has_its_hour_and_reminds_a_day_and_an_hour_before():
    one = events(ics(PLAN))["C1.publish"]
    assert one["dtstart"].dt == datetime(2026, 12, 1, 10, 30, tzinfo=ZoneInfo("Asia/Barnaul"))
    assert [alarm["trigger"].dt for alarm in one.walk("VALARM")] == [timedelta(days=-1), timedelta(hours=-1)]
    out = edit.put(PLAN, "items/C1/placing", {"state": "out"})
    assert events(ics(out))["C1.publish"].walk("VALARM") == []


def test_a_day_without_an_hour_is_a_whole_day_and_reminds_the_morning_before():
    plan = edit.put(PLAN, "items/C1/dates", {"at": None, "shoot": date(2026, 11, 20)})
    plan = edit.put(plan, "items/C1/placing", {"look_again": date(2027, 3, 1)})
    found = events(ics(plan))
    for key, day, hours in (("publish", 1, -15), ("shoot", 20, -15), ("look_again", 1, 9)):
        one = found[f"C1.{key}"]
        assert type(one["dtstart"].dt) is date and one["dtstart"].dt.day == day
        assert one["dtend"].dt - one["dtstart"].dt == timedelta(days=1)
        assert [alarm["trigger"].dt for alarm in one.walk("VALARM")] == [timedelta(hours=hours)]


def test_days_of_the_team_s_own_are_there_to_their_last():
    row = {"day": date(2026, 12, 30), "until": date(2027, 1, 3), "what": "The works rest", "closed": True}
    plan, _ = edit.add(PLAN, "calendar.days", row)
    one = events(ics(plan))["Z1.day"]
    assert (one["dtstart"].dt, one["dtend"].dt) == (date(2026, 12, 30), date(2027, 1, 4))
    assert "The works rest: nothing is published" in one["summary"]


def test_notes_for_reviewers_stay_in_the_plan_and_texts_are_escaped_and_folded():
    plan = edit.put(PLAN, "items/C1", {"title": "a;b, c\\d\r\nBEGIN:VEVENT\x07", "message": "«ё»" * 90})
    data = ics(plan)
    assert b"not for readers" not in data and data.count(b"\r\nBEGIN:VEVENT") == 6
    assert max(map(len, data.split(b"\r\n"))) <= 75 and b"\n" not in data.replace(b"\r\n", b"")
    data.decode("utf-8")  # no letter is cut in two
    one = events(data)["C1.publish"]
    assert one["summary"] == "VK, the plant's page: a;b, c\\d\nBEGIN:VEVENT" and "«ё»" * 90 in one["description"]


@pytest.mark.parametrize(
    ("zone", "day", "utc"),
    [
        ("Europe/Berlin", date(2026, 10, 24), 8),  # summer time's last day
        ("Europe/Berlin", date(2026, 10, 26), 9),
        ("Europe/Berlin", date(2027, 3, 27), 9),
        ("Europe/Berlin", date(2027, 3, 29), 8),
        ("America/New_York", date(2026, 11, 2), 15),
        ("Asia/Barnaul", date(2026, 7, 1), 3),
        ("Australia/Lord_Howe", date(2027, 1, 5), 23),  # half an hour of summer time: 10:30 is 23:30 the day before
    ],
)
def test_half_past_ten_is_half_past_ten_in_summer_and_in_winter(zone, day, utc):
    """Read by the file's own VTIMEZONE alone, as a program does that knows no zone by name."""
    data = ics(zoned(zone, day)).replace(zone.encode(), f"Of/No_{zone[:3]}".encode())
    found = events(data)["C1.publish"]["dtstart"].dt
    assert found.replace(tzinfo=None) == datetime.combine(day, time(10, 30))
    assert found.astimezone(UTC).hour == utc


def test_a_zone_s_changes_are_those_of_its_clock():
    found = changes(ZoneInfo("Europe/Berlin"), datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC))
    assert [f"{one:%m-%d %H:%M}" for one in found] == ["03-29 01:00", "10-25 01:00"]
    assert changes(ZoneInfo("Asia/Barnaul"), datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)) == []


def test_a_zone_that_nobody_knows_and_a_plan_without_a_day_are_said():
    with pytest.raises(Problem, match="Nobody knows the time zone “Barnaul”"):
        ics(edit.put(PLAN, "meta", {"time_zone": "Barnaul"}))
    with pytest.raises(Problem, match="No piece has a day yet"):
        ics(Plan())


def test_a_later_file_takes_the_place_of_an_earlier_one():
    later = edit.put(PLAN, "desk", {"day": date(2026, 11, 20)})
    before, after = (int(events(ics(one))["C1.publish"]["sequence"]) for one in (PLAN, later))
    assert after == before + 18


def test_what_nobody_has_moved_changes_nothing_even_where_the_plan_has_moved_on():
    assert rows(ics(PLAN)) == []
    assert rows(ics(PLAN), edit.put(PLAN, "items/C1/dates", {"publish": date(2027, 1, 20)})) == []


def test_an_event_of_ours_that_was_moved_moves_its_piece_and_nothing_else():
    data = ics(PLAN).replace(b"20261204T103000", b"20261209T180000")
    assert rows(data) == [("changed", "C2", {"dates.publish": "2026-12-09", "dates.at": "18:00"})]
    answer = difference(PLAN, opened(data))
    plan, _ = take(PLAN, answer, {answer.rows[0].key})
    assert (
        plan.items[1].dates.publish == date(2026, 12, 9) and plan.items[1].title == "Piece 2" and rows(data, plan) == []
    )
    bare = re.sub(rb"X-PROMPLAN-WAS:[^\r]*\r\n", b"", data)  # a phone that keeps only what it knows
    assert rows(bare) == rows(data)


def test_an_event_that_was_made_a_whole_day_loses_its_hour():
    data = re.sub(rb"DTSTART;TZID=Asia/Barnaul:20261204T103000", b"DTSTART;VALUE=DATE:20261204", ics(PLAN))
    assert rows(data) == [("changed", "C2", {"dates.at": ""})]


def test_a_series_gives_each_of_its_days_without_those_taken_out_and_with_the_one_that_was_moved():
    series = (
        "SUMMARY:Column\nDTSTART;TZID=Europe/Moscow:20261130T100000\nRRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270104T070000Z"
    )
    taken = f"{series}\nEXDATE;TZID=Europe/Moscow:20261214T100000"
    moved = (
        "BEGIN:VEVENT\nUID:e0\nDTSTAMP:20261101T000000Z\nRECURRENCE-ID;TZID=Europe/Moscow:20261221T100000\n"
        "SUMMARY:Column\nDTSTART;TZID=Europe/Moscow:20261222T120000\nEND:VEVENT\nEND:VCALENDAR"
    )
    data = phone(taken).replace(b"END:VCALENDAR", moved.encode())
    found = rows(data)
    assert [(one["dates.publish"], one["dates.at"]) for _, _, one in found] == [
        ("2026-11-30", "14:00"),  # ten in Moscow, by the plant's clock
        ("2026-12-07", "14:00"),
        ("2026-12-22", "16:00"),
        ("2026-12-28", "14:00"),
        ("2027-01-04", "14:00"),
    ]
    answer = difference(PLAN, opened(data))
    plan, _ = take(PLAN, answer, {one.key for one in answer.rows})
    assert len(plan.items) == 11 and rows(data, plan) == []  # read twice, nothing is there twice
    assert "moved by itself" in " ".join(map(str, answer.rows[2].notes))


def test_the_last_day_of_february_and_every_second_friday_are_those_of_the_calendar():
    plan = edit.put(PLAN, "meta", {"campaign_start": date(2027, 1, 1), "campaign_end": date(2028, 3, 31)})
    leap = phone("SUMMARY:X\nDTSTART;VALUE=DATE:20270228\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1")
    assert [one["dates.publish"] for _, _, one in rows(leap, plan)] == ["2027-02-28", "2028-02-29"]
    fridays = phone("SUMMARY:X\nDTSTART;VALUE=DATE:20270108\nRRULE:FREQ=MONTHLY;BYDAY=2FR;COUNT=3")
    assert [one["dates.publish"] for _, _, one in rows(fridays, plan)] == ["2027-01-08", "2027-02-12", "2027-03-12"]


def test_ten_o_clock_of_a_series_stays_ten_o_clock_when_the_clock_changes():
    plan = edit.put(PLAN, "meta", {"time_zone": "Europe/Berlin", "campaign_start": date(2026, 10, 1)})
    data = phone("SUMMARY:X\nDTSTART;TZID=Europe/Berlin:20261019T100000\nRRULE:FREQ=WEEKLY;COUNT=3")
    assert [one["dates.at"] for _, _, one in rows(data, plan)] == ["10:00"] * 3
    utc = phone("SUMMARY:X\nDTSTART:20261019T080000Z\nRRULE:FREQ=WEEKLY;COUNT=3")
    assert [one["dates.at"] for _, _, one in rows(utc, plan)] == ["10:00", "09:00", "09:00"]


@pytest.mark.parametrize(("offset", "at"), [("+0300", "14:00"), ("+0500", "12:00"), ("-0500", "22:00")])
def test_a_zone_that_a_file_makes_up_is_that_file_s_own(offset, at):
    clock = f"DTSTART:19700101T000000\nTZOFFSETFROM:{offset}\nTZOFFSETTO:{offset}"
    zone = f"BEGIN:VTIMEZONE\nTZID:Office\nBEGIN:STANDARD\n{clock}\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT"
    data = phone("SUMMARY:X\nDTSTART;TZID=Office:20261203T100000").replace(b"BEGIN:VEVENT", zone.encode(), 1)
    assert [one["dates.at"] for _, _, one in rows(data)] == [at]


def test_whole_days_floating_hours_and_other_zones_are_told_apart():
    data = phone(
        "SUMMARY:Fair\nDTSTART;VALUE=DATE:20261203\nDTEND;VALUE=DATE:20261206",
        "SUMMARY:Floating\nDTSTART:20261203T090000",
        "SUMMARY:Utc\nDTSTART:20261203T200000Z",
    )
    answer = difference(PLAN, opened(data))
    found = {
        one.title: ({it.column.key: it.after for it in one.changes}, " ".join(map(str, one.notes)))
        for one in answer.rows
    }
    assert (
        found["Fair"][0] == {"title": "Fair", "dates.publish": "2026-12-03"} and "until 2026-12-05" in found["Fair"][1]
    )
    assert found["Floating"][0]["dates.at"] == "09:00" and found["Floating"][1] == ""
    assert found["Utc"][0]["dates.publish"] == "2026-12-04" and "20:00 there is 03:00" in found["Utc"][1]


@pytest.mark.parametrize(
    ("event", "why"),
    [
        ("SUMMARY:X\nDTSTART:20261203T090000Z\nRRULE:FREQ=SECONDLY", "more often than daily"),
        ("SUMMARY:X\nDTSTART;VALUE=DATE:20261203\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "no day of the campaign"),
        ("SUMMARY:X\nDTSTART;VALUE=DATE:20261203\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2", "no day of the"),
        ("SUMMARY:X\nDTSTART;VALUE=DATE:18000101\nRRULE:FREQ=DAILY", "since 1800"),
        ("SUMMARY:X\nDTSTART:99999", "no day"),
        ("SUMMARY:X", "no day"),
        ("DTSTART:20261203T090000Z", "no title"),
        ("SUMMARY:X\nDTSTART:20261203T090000Z\nSTATUS:CANCELLED", "cancelled"),
        (f"SUMMARY:{'x' * 301}\nDTSTART:20261203T090000Z", "longer than a plan holds"),
    ],
)
def test_an_event_that_cannot_be_taken_says_why(event, why):
    answer = difference(PLAN, opened(phone(event, "SUMMARY:Good\nDTSTART;VALUE=DATE:20261224")))
    assert [one.kind for one in answer.rows] == ["unread", "new"] and why in str(answer.rows[0].notes[0])


@pytest.mark.parametrize("data", [b"BEGIN:VCALENDAR", phone(), b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY"])
def test_a_damaged_calendar_and_one_without_events_are_said(data):
    with pytest.raises(Problem, match=r"no event|damaged"):
        difference(PLAN, opened(data))


def test_another_plan_s_calendar_is_refused():
    with pytest.raises(Problem, match="made from another plan"):
        difference(edit.put(PLAN, "meta", {"plan_id": "other"}), opened(ics(PLAN)))
