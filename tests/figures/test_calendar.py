"""Do the figures of the calendar say what is wrong with it, as their title and in words, and stay readable?"""

from datetime import date, time, timedelta

import pytest
from calendar_plan import planned
from figures.looking import drawn as few
from figures.looking import faults, odd_words, pale, words
from hypothesis import given
from matplotlib.patches import Rectangle

from promplan import figures
from promplan.language import inside
from promplan.language.typesetting import unset
from promplan.plan import Plan

NAMES = ("gantt", "calendar_heat", "pillar_balance", "workload")


def said(picture) -> str:
    return unset(words(picture))


def alt(name: str, plan: Plan) -> str:
    return unset(getattr(figures, name)(plan).alt)


def without_trouble() -> Plan:
    plan = planned()
    plan.items = plan.items[:16]
    plan.calendar.days = []
    return plan


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_without_a_day_says_what_to_do(name):
    picture = getattr(figures, name)(Plan())
    assert "yet" in picture.alt and not faults(picture)


@pytest.mark.parametrize("name", NAMES)
def test_the_title_stands_in_the_picture_and_in_its_words(name):
    picture = getattr(figures, name)(planned())
    first = unset(picture.alt).split(". ")[1]
    assert first in said(picture)


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_of_a_real_plant_gives_its_day_as_the_source(name):
    plan = planned()
    plan.meta.case = "real"
    assert "Source: the team's plan, 2027-02-20." in getattr(figures, name)(plan).caption


def test_who_has_too_much_is_named_with_the_week_and_the_hours():
    assert "Vera: 13 h in the week of 2027-03-15, 5 h over the 8 h agreed" in alt("workload", planned())
    plan = planned()
    plan.calendar.person_hours = 13.0
    assert "Nobody has too much: most is 13 h, Vera in the week of 2027-03-15" in alt("workload", plan)
    plan.calendar.person_hours = plan.calendar.week_hours = None
    assert "The fullest week begins on 2027-03-15: 13 h, and no bound is set" in alt("workload", plan)


def test_the_whole_team_over_its_hours_is_told_when_no_one_person_is():
    plan = planned()
    plan.calendar.person_hours, plan.calendar.week_hours = 20.0, 10.0
    assert "all of us: 13 h in the week of 2027-03-15, 3 h over the 10 h agreed" in alt("workload", plan)


def test_more_than_one_over_the_bound_are_counted():
    plan = planned()
    plan.calendar.person_hours = 6.0
    assert "1 more is over it too" in alt("workload", plan)


def test_an_hour_is_as_high_for_everybody_and_what_is_over_is_hatched():
    picture = figures.workload(planned())
    bars = [one for one in picture.fig.axes[0].patches if isinstance(one, Rectangle)]
    over = [one.get_height() for one in bars if one.get_hatch()]
    assert over == pytest.approx([over[1] * 3 / 5, over[1]])  # 11 and 13 hours of 8


def test_pieces_without_hours_or_owner_are_told():
    plan = planned()
    plan.items[0].owner = ""
    plan.items[1].placing.hours = None
    picture = figures.workload(plan)
    assert "nobody" in said(picture) and "Of 1 piece nobody has said its hours" in unset(picture.caption)
    for one in plan.items:
        one.placing.hours = None
    assert "Nobody has said how many hours a piece takes" in alt("workload", plan)


def test_a_piece_that_is_held_takes_nobodys_hours():
    plan = planned()
    for one in plan.items:
        if one.dates.publish in (date(2027, 3, 16), date(2027, 3, 20)):
            one.placing.state = "held"
    assert "Vera: 11 h in the week of 2027-02-08" in alt("workload", plan)


def test_the_pillar_that_misses_its_share_most_is_the_title():
    assert "P3 has 11 % of the pieces: 19 points too few, 30 % were wanted" in alt("pillar_balance", planned())
    plan = planned()
    plan.calendar.shares[0].percent = 20.0
    assert "P1 has 56 % of the pieces: 36 points too many, 20 % were wanted" in alt("pillar_balance", plan)


def test_within_the_tolerance_every_pillar_keeps_its_share():
    plan = planned()
    plan.calendar.tolerance = 20.0
    assert "Every pillar keeps its share within 20 points" in alt("pillar_balance", plan)
    bars = figures.pillar_balance(plan).fig.axes[0].patches
    assert not any(one.get_hatch() for one in bars)


def test_a_pillar_for_which_nothing_stands_is_named_and_pieces_without_one_are_counted():
    plan = planned()
    plan.calendar.shares = []
    for one in plan.items:
        one.pillar = "P1" if one.pillar == "P1" else ""
    told = alt("pillar_balance", plan)
    assert "Nothing stands for P2, P3" in told and "8 pieces that have a day stand for no pillar" in told


def test_a_share_twice_as_large_is_a_bar_twice_as_long():
    plan = planned()
    plan.calendar.shares = []
    bars = [one.get_width() for one in figures.pillar_balance(plan).fig.axes[0].patches]
    assert bars == pytest.approx([bars[2] * 5, bars[2] * 3, bars[2]])  # 10, 6 and 2 pieces


def test_a_piece_on_a_closed_day_comes_before_a_silence_in_the_title():
    assert "C18 comes out on 2027-04-13, when nothing is published (Annual repair)" in alt("calendar_heat", planned())
    told = alt("calendar_heat", without_trouble())
    assert "The plant's page is silent for 28 days from 2027-03-29: its rhythm allows 10" in told


def test_without_a_rhythm_the_fullest_day_is_told_and_else_that_none_has_two():
    plan = without_trouble()
    plan.calendar.rhythms = []
    assert "16 pieces, never two on one day" in alt("calendar_heat", plan)
    plan.items[3].dates.publish = plan.items[2].dates.publish
    assert "The fullest day is 2027-02-12: 2 pieces come out on it" in alt("calendar_heat", plan)


def test_a_day_of_mourning_is_said_to_be_one():
    plan = without_trouble()
    plan.calendar.days = planned().calendar.days[:1]
    plan.calendar.days[0].what, plan.calendar.days[0].day = "Day of mourning", plan.items[5].dates.publish
    assert "C6 comes out on 2027-02-24, a day of mourning or memory (Day of mourning)" in alt("calendar_heat", plan)


def test_in_the_bars_whatever_cannot_hold_is_named_with_its_reason():
    assert "C18 cannot hold its day: it comes out on 2027-04-13 (Annual repair)" in alt("gantt", planned())
    plan = without_trouble()
    assert "All days hold; the tightest is" in alt("gantt", plan)
    plan.items[1].placing.after = ["C9"]
    assert "C2 cannot hold its day: it comes out before C9, which it waits for" in alt("gantt", plan)
    plan.items[4].dates.review = plan.items[4].dates.publish + timedelta(2)
    told = alt("gantt", plan)
    assert "2 of 16 pieces cannot hold their days; C2 comes out before C9" in told
    assert "it goes backwards: Publish on 2027-02-20, Review on 2027-02-22" in told


def test_holidays_of_the_plant_count_as_no_days_to_answer():
    plan = without_trouble()
    plan.brief.answer_days = 4
    told = alt("gantt", plan)  # C6: 17 to 24 February, with the 22nd and the 23rd off and Saturday the 20th worked
    assert "leaves the plant" not in told or "C6" in told
    plan.brief.answer_days = 5
    assert "C6 leaves the plant 4 working days to answer, and it needs 5" in alt("gantt", plan)


def test_a_held_piece_may_stand_on_a_closed_day_and_is_hollow():
    plan = planned()
    plan.items[17].placing.state = "held"
    assert "C18 cannot hold" not in alt("gantt", plan)


def test_of_eighty_pieces_those_in_trouble_are_drawn_and_the_rest_is_counted():
    plan = planned(79, 4)
    plan.items[70].placing.after = ["C75"]
    picture = figures.gantt(plan)
    assert "C71" in said(picture) and "pieces more" in said(picture)
    assert picture.fig.get_figheight() <= 7.2 and not faults(picture) and not pale(picture)


def test_twelve_members_and_twenty_channels_stay_on_a_screen():
    plan = planned()
    plan.team.members = [plan.team.members[0].model_copy(update={"id": f"M{n}"}) for n in range(1, 13)]
    plan.channels = [plan.channels[0].model_copy(update={"id": f"H{n}"}) for n in range(1, 21)]
    for name in NAMES:
        picture = getattr(figures, name)(plan)
        assert picture.fig.get_figheight() <= 7.2 and not faults(picture), name


@pytest.mark.parametrize("name", NAMES)
def test_one_piece_in_one_week_is_a_picture(name):
    plan = planned(1)
    plan.meta.campaign_start = plan.meta.campaign_end = None
    plan.items[0].dates.at = time(9)
    picture = getattr(figures, name)(plan)
    assert not faults(picture) and not pale(picture)


@few
@given(odd_words)
def test_odd_words_are_drawn_as_words(text):
    plan = planned(6)
    plan.items[0].title = plan.team.members[0].name = plan.channels[0].name = text
    plan.message.pillars[0].statement = plan.calendar.days[0].what = text
    for name in NAMES:
        picture = getattr(figures, name)(plan)
        assert not faults(picture), name
        assert "<script>" not in picture._repr_html_()


def test_in_russian_the_figures_speak_russian():
    with inside("ru"):
        plan = planned()
        assert "Вера: 13 ч на неделе с 15.03.2027, на 5 ч больше предела в 8 ч" in alt("workload", plan)
        assert "P3: 11 % материалов, на 19 п. п. меньше заданных 30 %" in alt("pillar_balance", plan)
        assert "C18: сроки не сходятся, выходит 13.04.2027 (Ежегодный ремонт)" in alt("gantt", plan)
        assert "когда ничего не публикуем (Ежегодный ремонт)" in alt("calendar_heat", plan)
