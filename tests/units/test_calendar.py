"""Is every number of unit 7 what the plans, the production calendar and the tools of the calendar say?"""

from datetime import date, timedelta

import nbformat
import pytest

import promplan as pp
from promplan import assets, language
from promplan.cases.example import example
from promplan.cases.kit import load
from promplan.days.cleared import slipping
from promplan.days.industry import load_dates
from promplan.days.placed import gaps, pillar_shares, placed, undated, week_load
from promplan.days.workdays import at_work
from promplan.language import LANGUAGES
from promplan.media.dates import on as day_of
from promplan.media.workdays import add_working_days, working_days
from promplan.notebooks.catalogue import read
from promplan.plan.approvals import holds
from promplan.plan.document import Plan
from promplan.review import RULES, check
from promplan.schedule.slipping import slip
from promplan.schedule.suggested import suggest
from promplan.units.quizzes import sheet

HOME = assets.course()
LESSON = nbformat.read(HOME / "notebooks" / "en" / "07-calendar.ipynb", as_version=4).cells
CELLS = {
    "en": {one.id: one.source for one in LESSON},
    "ru": {str(one.context): str(one.string) for one in read(HOME / "src/promplan/locale/ru/07-calendar.po") if one.id},
}
RUBBER = load("rubber-works")
DAYS = RUBBER.plan.brief.answer_days
tongues = pytest.mark.parametrize("tongue", LANGUAGES)


def plans(tongue: str) -> tuple[Plan, Plan]:
    """The wall of that Monday, and the quarter that became of it."""
    with language.inside(tongue):
        return example("07-wall"), example("07-quarter")


def told(tongue: str, cell: str) -> str:
    return CELLS[tongue][f"calendar-l-{cell}"]


def publish(plan: Plan) -> dict[str, date]:
    return {one.item: one.day for one in placed(plan)}


WALL, QUARTER = plans("en")
WORKS = at_work(QUARTER)


# -- from right to left


@tongues
def test_thirteen_weeks_and_twenty_one_cards_hang_on_the_wall(tongue):
    wall, _ = plans(tongue)
    assert (len(week_load(wall)), len(wall.items), len(placed(wall))) == (13, 21, 21)
    assert {"en": "twenty-one", "ru": "двадцать одна"}[tongue] in told(tongue, "scene")


def test_the_card_of_12_january_must_be_with_the_plant_on_18_december():
    out, handed = date(2027, 1, 12), date(2026, 12, 18)
    assert publish(WALL)["C18"] == out == publish(QUARTER)["C18"]
    assert add_working_days(handed, DAYS, WORKS) == out and handed.weekday() == 4
    assert (out - handed).days == sheet("07-back").questions[0].guess.truth == 25
    between = [handed + timedelta(n) for n in range(1, 26)]
    assert sum(WORKS(day) for day in between if day.year == 2026) == 8
    assert [day for day in between if not WORKS(day)][-11:] == [date(2026, 12, 31) + timedelta(n) for n in range(11)]


def test_in_the_week_of_that_friday_the_team_is_tested_and_four_cards_hang():
    week = next(one for one in week_load(WALL) if one.week == date(2026, 12, 14))
    assert len(week.items) == 4
    assert any(one.day == date(2026, 12, 14) and "test" in one.what for one in QUARTER.calendar.days)


def test_nine_cards_of_the_wall_cannot_come_out_on_their_day():
    pieces = {one.id: one for one in WALL.items}
    waiting = [one for one in WALL.items if not (one.approvals and all(holds(it, one) for it in one.approvals))]
    near = {one.id for one in waiting if working_days(one.dates.review, one.dates.publish, WORKS) < DAYS}
    alone = {one for one, day in publish(WALL).items() if not WORKS(day)}
    assert near == {"C3", "C4", "C6", "C16", "C18", "C21"}
    assert alone - near == {"C14", "C15", "C17"}
    assert len(pieces) - len(near | alone) == 12
    for tongue, words in {"en": ("Twelve", "Six of"), "ru": ("Двенадцать", "шесть висели")}.items():
        assert all(one in told(tongue, "mistakes-why") for one in words)


def test_the_pictures_of_the_excursion_come_out_on_the_next_tuesday_after_the_answer():
    piece = next(one for one in QUARTER.items if one.id == "C6")
    assert piece.dates.review == date(2026, 11, 20)
    assert add_working_days(piece.dates.review, DAYS, WORKS) == date(2026, 12, 4)
    assert piece.dates.publish == date(2026, 12, 8) and piece.dates.publish.weekday() == 1


def test_before_you_choose_your_exams_begins_in_november_and_is_with_the_plant_on_11_december():
    piece = next(one for one in QUARTER.items if one.id == "C18")
    assert (piece.dates.brief.month, piece.dates.review) == (11, date(2026, 12, 11))


# -- hours


@tongues
def test_less_than_half_of_the_hours_and_three_weeks_too_full(tongue):
    wall, _ = plans(tongue)
    ours, mine = wall.calendar.week_hours, wall.calendar.person_hours
    assert (ours, mine, ours * 13) == (16, 10, 208)
    assert sum(one.hours for one in week_load(wall)) == 95
    over = [one for one in week_load(wall) if one.hours > ours]
    assert [one.hours for one in over] == [18, 17, 23]
    assert [max(one.of.values()) > mine for one in over] == [False, True, True]
    assert all(str(n) in told(tongue, "hours-read") for n in (18, 17, 23))
    assert "208" in told(tongue, "hours") and "95" in told(tongue, "hours")
    assert max(over[1].of.values()) == 13  # the mistakes' thirteen hours


def test_three_posts_in_four_days_are_about_one_saturday():
    days = publish(WALL)
    assert [days[id_].day for id_ in ("C11", "C12", "C13")] == [15, 17, 18]


def test_the_diary_lies_in_the_tray_with_its_twenty_hours():
    assert undated(QUARTER) == ("C21",)
    assert next(one.placing.hours for one in QUARTER.items if one.id == "C21") == 20


# -- rhythm, shares, rules


def test_the_quarter_has_seventeen_pieces_and_one_silence_that_is_meant():
    assert len(placed(QUARTER)) == 17 and not any(one.long for one in gaps(QUARTER))
    closed = next(one for one in QUARTER.calendar.days if one.closed)
    assert (closed.day, closed.until) == (date(2026, 12, 31), date(2027, 1, 10))
    rhythm = next(one for one in QUARTER.calendar.rhythms if one.channel == "H2")
    assert (rhythm.least, rhythm.most, rhythm.apart, rhythm.silent) == (1, 2, 24, 14)
    assert max(one.days for one in gaps(QUARTER) if one.channel == "H3") == 62
    assert {day.weekday() for id_, day in publish(QUARTER).items() if _channel(QUARTER, id_) == "H2"} == {1}


def _channel(plan: Plan, id_: str) -> str:
    return next(one.channel for one in plan.items if one.id == id_)


@tongues
def test_eleven_of_twenty_cards_say_that_one_may_look(tongue):
    wall, quarter = plans(tongue)
    rows = {one.pillar: one for one in pillar_shares(wall)}
    assert (rows["P3"].count, rows["P1"].count) == (11, 3) and sum(rows[id_].count for id_ in ("P1", "P2", "P3")) == 20
    assert [one.percent for one in wall.calendar.shares] == [25, 30, 45] and wall.calendar.tolerance == 5
    assert all(abs(one.off) <= 5 for one in pillar_shares(quarter))


def test_the_days_that_are_reckoned_are_those_of_the_lesson():
    known = load_dates()
    assert day_of(known["machine-builder"].rule, 2026) == date(2026, 9, 27)
    assert day_of(known["machine-builder"].rule, 2027) == date(2027, 9, 26)
    assert day_of(known["energy"].rule, 2026) == date(2026, 12, 22) == publish(QUARTER)["C14"]
    assert date(2027, 9, 27).weekday() == 0 and publish(WALL)["C14"] == date(2026, 12, 20)


# -- what slips, and what a machine suggests


@tongues
def test_a_week_late_moves_three_pieces_and_a_day_more_nine(tongue):
    _, quarter = plans(tongue)
    owed = list(slipping(quarter))
    week, more = slip(quarter, 7, owed), slip(quarter, 8, owed)
    assert len(week.moves) == sheet("07-slip").questions[0].guess.truth == 3 and not week.lost and not week.risky
    assert (len(more.moves), more.risky, len(more.lost)) == (8, ("C14",), 0)
    assert next(one.day for one in week.moves if one.item == "C6") == date(2026, 12, 11)
    assert len(placed(quarter)) - len(owed) == 2  # let out already


@tongues
def test_the_suggestion_is_proven_and_calls_two_days_left_after_the_open_day(tongue):
    wall, _ = plans(tongue)
    found = suggest(wall, 10)
    days = {one.item: one.day for one in found.moves}
    assert found.proven and days["C12"] == date(2027, 1, 5) and days["C14"] == date(2026, 12, 21)
    assert not {"C1", "C2"} & set(days)


# -- the review


@tongues
def test_the_finished_quarter_leaves_one_warning_with_a_reason(tongue):
    _, quarter = plans(tongue)
    report = check(quarter, "07-calendar", on=quarter.meta.as_of)
    assert report.passed and [one.rule for one in report] == ["CAL-1"]


@tongues
def test_the_three_mistakes_of_the_wall_are_found_by_the_review(tongue):
    wall, _ = plans(tongue)
    found = {(one.rule, one.object) for one in check(wall, "07-calendar", on=wall.meta.as_of)}
    assert {("CAL-12", "C4"), ("CAL-12", "C15"), ("CAL-10", "Z4")} <= found  # days from the head
    assert {("CAL-7", "C14"), ("CAL-5", "C13"), ("CAL-8", "SH3")} <= found  # more, because it matters
    assert {("CAL-14P", "calendar"), ("CAL-15", "B1"), ("CAL-21", "calendar")} <= found  # all of us


def test_a_piece_that_says_a_number_is_looked_at_again_while_it_may_be_said():
    pay = next(one for one in QUARTER.items if one.id == "C20")
    until = next(one.clearance.until for one in QUARTER.enterprise.facts if one.id == "F44")
    assert pay.dates.publish < pay.placing.look_again == date(2027, 1, 29) < until == date(2027, 1, 31)


def test_on_no_weekday_has_the_page_enough_posts_to_name_a_best_one():
    posts = [one for one in RUBBER.series("posts") if one["channel"] == "social"]
    by_day: dict[int, list[float]] = {}
    for one in posts:
        by_day.setdefault(date.fromisoformat(str(one["date"])).weekday(), []).append(float(one["reach"]))
    mean = {day: round(sum(rows) / len(rows)) for day, rows in by_day.items()}
    assert len(posts) == 62 and [(len(by_day[n]), mean[n]) for n in (1, 5, 4)] == [(5, 1708), (5, 1850), (7, 1310)]
    reach = [it for rows in by_day.values() for it in rows]
    assert (min(reach), max(reach)) == (481, 2836)
    for tongue, numbers in {"en": ("1,708", "1,850", "1,310"), "ru": ("1708", "1850", "1310")}.items():
        assert all(one in told(tongue, "depth-best") for one in numbers)


# -- the kits and the solved plan


@tongues
@pytest.mark.parametrize(("case", "day"), [("wagon-works", "Z4"), ("boiler-works", "Z3")])
def test_a_press_office_has_typed_a_day_from_the_head_and_named_nobody(case, day, tongue):
    with language.inside(tongue):
        one = load(case)
        found = {(it.rule, it.object) for it in check(one.plan, "07-calendar", on=one.date)}
    assert {("CAL-10", day), ("CAL-14P", "calendar"), ("CAL-15", "B1")} <= found


def test_the_wagon_works_wish_for_five_a_week_and_three_at_most():
    kit = load("wagon-works")
    assert ("CAL-19", "RH1") in {(it.rule, it.object) for it in check(kit.plan, "07-calendar", on=kit.date)}


@tongues
def test_the_solved_calendar_gives_the_plant_its_days_and_holds_the_day_of_science(tongue):
    with language.inside(tongue):
        solved = example("07-solved")
        report = check(solved, "07-calendar", on=solved.meta.as_of)
        days = {one.rule for one in check(solved, "06-making", on=solved.meta.as_of)}
    assert report.passed and [one.rule for one in report] == ["CAL-1"]
    assert not {"CAL-2", "CAL-3", "CAL-4", "CAL-13", "CAL-14"} & days
    assert publish(solved)["C12"] == date(2027, 2, 8) == day_of(load_dates()["science"].rule, 2027)
    assert solved.calendar.week_hours == 12 == 4 * len(solved.team.members)


@tongues
def test_a_draft_over_another_keeps_what_its_rows_do_not_change(tongue):
    with language.inside(tongue):
        under, over = example("06-solved"), example("07-solved")
    before, after = under.items[0].model_dump(), over.items[0].model_dump()
    assert {key for key in before if before[key] != after[key]} == {"placing"}
    assert [one.id for one in over.items][:2] == [one.id for one in under.items] and len(over.items) == 14


def test_every_rule_of_the_unit_opens_the_lesson_where_it_is_taught():
    own = [one for one in RULES.values() if one.unit == "07-calendar" and not one.id.startswith("TEXT")]
    assert len(own) == 20 and all(one.section in CELLS["en"] for one in own)


def test_a_lesson_shows_another_plan_s_calendar_and_leaves_the_team_s_own_alone():
    pp.start("07-calendar", "en")
    before = pp.my_plan()
    names = ("calendar_board", "what_if_slips", "suggest_schedule", "pause_list", "calendar_files", "calendar_rules")
    for name in names:
        assert getattr(pp, name)(QUARTER)
    assert pp.my_plan() == before
