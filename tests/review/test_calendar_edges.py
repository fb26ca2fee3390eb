"""What the calendar's rules see at the edges: which piece is named, what is advice, what is one fault and not two."""

from datetime import date, time

import pytest
from review.calendar import good, piece, plan
from review.faults import changed

from promplan.plan import Plan
from promplan.review import check

UNIT = "07-calendar"


def nov(day: int) -> date:
    return date(2026, 11, day)


def told(changes: dict, rule: str, severity: str = "") -> list[str]:
    report = check(plan(changed(good(), changes)), UNIT)
    return [f"{it.object}: {it.message}" for it in report if it.rule == rule and severity in ("", it.severity)]


def at(day: date, hour: int = 12) -> dict:
    return {"publish": day, "at": time(hour, 0)}


def test_the_piece_that_is_named_is_the_smallest_whose_move_is_enough():
    fault = {"items.0.placing.hours": 9.0, "items.4.placing.hours": 5.0, "calendar.person_hours": 20.0}
    assert told(fault, "CAL-5") == ["C5: With it the week of 2026-11-09 takes 14 h, and you have 12 h."]


def test_where_none_is_enough_the_largest_is_named_and_a_pinned_one_last():
    fault = {"items.0.placing.hours": 9.0, "items.4.placing.hours": 8.0, "calendar.week_hours": 2.0}
    calm = {f"items.{n}.placing.hours": 1.0 for n in (1, 2, 3, 5, 6, 7)} | {"calendar.person_hours": 20.0}
    assert [one[:3] for one in told(fault | calm, "CAL-5")] == ["C1:"]
    assert [one[:3] for one in told(fault | calm | {"items.0.placing.pinned": True}, "CAL-5")] == ["C5:"]


def test_a_week_that_is_over_is_no_longer_too_full():
    out = {"items.0.placing": {"state": "out", "hours": 9.0}, "items.4.placing": {"state": "out", "hours": 9.0}}
    late = {"meta.as_of": nov(15)}
    assert told(out | late | {"calendar.person_hours": 20.0}, "CAL-5") == []


def test_a_person_is_named_and_the_owner_of_nothing_is_nobody():
    assert told({"items.0.placing.hours": 8.5, "calendar.week_hours": 20.0}, "CAL-5") == [
        "C1: With it Bob has 8.5 h in the week of 2026-11-09, and one of you can give 8 h."
    ]
    assert told({"items.0.owner": "", "items.0.placing.hours": 8.0}, "CAL-5") == []


def test_hours_that_nobody_said_are_no_load_and_are_asked_for():
    fault = {"items.0.placing.hours": None}
    assert told(fault, "CAL-5") == [] and told(fault, "CAL-1") == ["C1: Hours it takes us: nothing stands there yet."]


def test_the_tray_is_one_finding_whatever_lies_in_it():
    tray = {f"items.{n}": piece(n + 1, nov(20), "H1", dates={}) for n in (8, 9)}
    assert told(tray, "CAL-1") == ["calendar: 2 pieces have no day: C9, C10."]


def test_the_weeks_that_lack_pieces_are_one_finding_of_the_rhythm():
    many = {"calendar.rhythms.0.least": 2, "calendar.rhythms.0.silent": 20}
    assert told(many, "CAL-7") == [
        "RH1: VK: in 4 weeks too few pieces come out: 2026-11-09 (1 of 2), 2026-11-16 (1 of 2), 2026-11-23 (1 of 2), "
        "2026-11-30 (1 of 2)."
    ]


def test_a_week_with_closed_days_owes_what_is_left_of_it():
    shut = {"id": "Z2", "day": nov(9), "until": nov(15), "what": "repairs", "source": "the plant", "closed": True}
    moved = {"calendar.days.1": shut, "items.0.dates.publish": nov(16), "items.0.dates.at": time(9, 0)}
    assert told(moved, "CAL-7") == []


def test_a_rhythm_that_cannot_be_kept_is_one_fault_and_not_two():
    fault = {"calendar.rhythms.0.least": 5, "calendar.rhythms.0.most": 2}
    assert len(told(fault, "CAL-19")) == 1 and told(fault, "CAL-7") == []


def test_half_a_piece_cannot_be_moved_so_a_share_may_be_that_far_off():
    thirds = {
        "message.pillars.2": {"id": "P3", "statement": "place"},
        "calendar.shares": [{"id": f"SH{n}", "pillar": f"P{n}", "percent": 33.0} for n in (1, 2, 3)],
        "calendar.tolerance": 1.0,
    }
    shared = {f"items.{n}.pillar": f"P{1 + n % 3}" for n in range(8)}
    assert told(thirds | shared, "CAL-8") == []  # 3, 3 and 2 of 8: nothing is nearer
    assert [one[:4] for one in told(thirds | shared | {"items.2.pillar": "P1"}, "CAL-8")] == ["SH1:", "SH3:"]


def test_a_piece_that_is_held_back_neither_serves_nor_fills_anything():
    fault = {"items.0.placing.state": "held"}
    assert told(fault, "CAL-7") == ["RH1: VK: in 1 week too few pieces come out: 2026-11-09 (0 of 1)."]


@pytest.mark.parametrize(
    ("hour", "quiet"),
    [(time(22, 0), True), (time(0, 0), True), (time(7, 59), True), (time(8, 0), False), (time(21, 59), False)],
)
def test_quiet_hours_go_over_midnight_and_their_end_is_free_again(hour, quiet):
    assert bool(told({"items.0.dates.at": hour}, "CAL-12")) is quiet


def test_quiet_hours_by_day_and_none_at_all():
    noon = {"calendar.quiet_from": time(11, 0), "calendar.quiet_to": time(13, 0)}
    assert len(told(noon, "CAL-12")) == 8
    assert told(noon | {"calendar.quiet_to": time(11, 0)}, "CAL-12") == []


def test_whoever_posts_at_the_plant_does_not_work_on_sunday_and_that_is_advice():
    sunday = {"channels.0.at_plant": "press officer", "items.0.dates.publish": nov(15)}
    assert told(sunday, "CAL-12", "info") == ["C1: press officer posts there, and does not work on 2026-11-15."]
    assert told(sunday, "CAL-12", "warning") == []


def test_a_year_whose_moved_days_off_are_not_known_is_said_to_be_so():
    assert told({"meta.campaign_end": date(2029, 2, 1)}, "CAL-12", "info") == [
        "calendar: Which days off are moved in 2028, the course does not know."
    ]


def test_a_day_that_only_mentions_a_profession_is_not_taken_for_its_day():
    for said in ("a meeting with metallurgists", "встреча с металлургами", "lecture of an old metallurgist"):
        assert told({"calendar.days.0.what": said}, "CAL-10") == []


def test_a_week_of_open_plants_may_be_any_of_its_days():
    named = {"calendar.days.0.what": "Week without turnstiles, autumn", "calendar.days.0.day": date(2027, 10, 20)}
    assert told(named, "CAL-10") == []
    wrong = told(named | {"calendar.days.0.day": date(2027, 10, 25)}, "CAL-10")
    assert wrong == ["Z1: In 2027 Week without turnstiles, autumn is on 2027-10-18."]


def test_nothing_cheerful_on_a_day_of_memory_of_the_country():
    summer = {"meta.campaign_start": date(2027, 6, 1), "meta.campaign_end": date(2027, 6, 30)}
    assert told(summer | {"items.0.dates.publish": date(2027, 6, 22)}, "CAL-18") == [
        "C1: 2027-06-22 is a day of mourning/remembrance: Day of Memory and Sorrow."
    ]


def test_what_ends_first_decides_when_a_piece_is_looked_at_again():
    person = {"id": "N1", "role": "x", "image": {"state": "given", "until": date(2026, 12, 31)}}
    shot = {"id": "T1", "what": "x", "people": ["N1"]}
    filmed = {
        "visit.people": [person],
        "visit.shots": [shot],
        "items.0.panels": [{"id": "S1", "shot": "T1"}],
        "items.0.facts": ["F1"],
    }
    assert told(filmed, "CAL-17") == ["C1: Until 2026-12-31 only: a consent of N1. The piece stays where it is."]
    gone = {"enterprise.facts.0.valid_until": nov(1), "items.0.facts": ["F1"]}
    assert told(gone, "CAL-17") == []  # what ended before it comes out is another rule's


def test_a_look_that_was_promised_and_is_over_is_asked_about():
    late = {"items.0.placing": {"state": "out", "hours": 4.0, "look_again": nov(30)}, "meta.as_of": date(2026, 12, 2)}
    assert told(late, "CAL-17") == ["C1: It was to be looked at again on 2026-11-30."]


def test_a_chain_of_three_that_bites_its_tail_is_told_on_each_of_them_and_a_tail_beside_it_is_not():
    chain = {"items.0.placing.after": ["C2"], "items.1.placing.after": ["C3"], "items.2.placing.after": ["C1"]}
    found = told(chain | {"items.3.placing.after": ["C1"]}, "CAL-16")
    assert [one[:2] for one in found] == ["C1", "C2", "C3"] and all("itself" in one for one in found)


def test_a_piece_that_waits_for_one_in_the_tray_is_told():
    fault = {"items.0.dates": {}, "items.1.placing.after": ["C1"]}
    assert told(fault, "CAL-16") == ["C2: It comes out after C1, and C1 has no day."]


def test_a_page_of_the_plants_own_in_a_network_is_answered_too_and_a_notice_board_is_not():
    assert told({"channels.0.media": "owned", "calendar.duties": []}, "CAL-15") == ["H1: Nobody answers comments here."]
    lone = {"channels": [{"id": "H2", "name": "notice board", "media": "owned"}], "calendar.duties": []}
    assert told(lone, "CAL-15") == []


@pytest.mark.parametrize(
    ("when", "missing"),
    [
        ("авария, траур", []),
        ("на участке кто-то пострадал; день траура в регионе", []),
        ("пожар\nдень памяти погибших", []),
        ("somebody is hurt at the plant; mourning in the region", []),
        ("несчастный случай", ["mourning"]),
        ("a worker was killed; a minute's silence is called: mourning", []),
        ("обрушение кровли\nобъявлен траур", []),
        ("the workshop is being evacuated", ["mourning"]),
        ("quarterly report is late", ["accident", "mourning"]),
        ("день рождения директора", ["accident", "mourning"]),
        ("national mourning", ["accident"]),
        ("the director rings", ["accident", "mourning"]),
    ],
)
def test_what_stops_everything_is_read_in_many_words(when, missing):
    found = told({"calendar.pause.when": when}, "CAL-21")
    assert [word for word in ("accident", "mourning") if any(word in one for one in found)] == missing


def test_one_alone_in_a_team_makes_everything_and_nobody_minds():
    alone = {f"items.{n}.owner": "M1" for n in range(8)} | {"team.members": [{"id": "M1", "name": "Ann"}]}
    assert told(alone, "CAL-23") == []


def test_the_plants_days_to_answer_are_those_of_its_own_production_calendar():
    answered = {"items.0.dates.review": nov(3), "meta.campaign_start": nov(2)}
    made = plan(changed(good(), answered))
    found = [str(it.message) for it in check(made, "06-making") if it.rule == "CAL-13"]
    assert found == ["The plant answers within 5 working days, and has 4."]  # 4 November is a holiday


def test_the_whole_plan_is_asked_without_a_fault_of_the_rules_themselves():
    assert check(Plan()).states["CAL-14P"] == "nothing yet"
    assert check(plan(good())).states["CAL-14P"] == "ok"


def test_what_came_out_before_the_campaign_is_kept_for_what_it_brought_and_nothing_is_asked_of_it():
    old = {"id": "C9", "title": "Last quarter's post", "channel": "H1", "owner": "M1", "dates": {"publish": nov(2)}}
    asks = {"CAL-1", "CAL-3", "CAL-14", "ITEM-1", "ITEM-2"}

    def about(state: str) -> set[str]:
        document = plan(changed(good(), {"items.8": {**old, "placing": {"state": state}}}))
        return {one.rule for unit in (UNIT, "06-making") for one in check(document, unit) if one.object == "C9"} & asks

    assert about("planned") == asks and about("out") == set()


def test_no_rhythm_is_asked_of_others_who_write_when_they_like():
    town = {"id": "H3", "name": "the town's paper", "media": "owned"}
    assert any("the town's paper" in one for one in told({"channels.2": town}, "CAL-19"))
    assert told({"channels.2": {**town, "media": "earned"}}, "CAL-19") == []
