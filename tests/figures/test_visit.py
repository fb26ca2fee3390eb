"""Does the line of time add up, does the table of shots and ideas show who comes home empty?"""

from datetime import time

import pytest
from figures.looking import faults, words
from matplotlib.patches import Rectangle

from promplan import figures
from promplan.plan import Plan
from promplan.plan.visit_minutes import LOOK, minutes_of


def plan(minutes: int | None = 90, stops: int = 3, shots: int = 4, ideas: int = 2, text: str = "press line") -> Plan:
    return Plan.model_validate(
        {
            "visit": {
                "minutes": minutes,
                "back": 0,
                "stops": [{"id": f"V{n}", "name": text, "walk": 5, "minutes": 10} for n in range(1, stops + 1)],
                "shots": [
                    {"id": f"T{n}", "what": text, "ideas": [f"I{n % 2 + 1}"] if n % 3 else []}
                    for n in range(1, shots + 1)
                ],
            },
            "ideas": [{"id": f"I{n}", "title": text, "chosen": "yes"} for n in range(1, ideas + 1)],
        }
    )


def test_stops_follow_each_other_with_the_way_between_them():
    found = minutes_of(plan().visit).halts
    assert [(one.start, one.arrive, one.leave) for one in found] == [(0, 5, 15), (15, 20, 30), (30, 35, 45)]


def test_a_minute_is_as_long_everywhere():
    picture = figures.visit_timeline(plan())
    wide = [one.get_width() for one in picture.fig.axes[0].patches if isinstance(one, Rectangle)]
    stops, look = wide[:3], wide[3]
    assert stops == pytest.approx([stops[0]] * 3) and look / stops[0] == pytest.approx(LOOK / 10)


@pytest.mark.parametrize(
    ("minutes", "said"), [(90, "30 min are left"), (50, "10 min too many"), (60, "0 min are left")]
)
def test_what_is_left_or_too_much_is_said_in_the_picture_and_in_its_words(minutes, said):
    picture = figures.visit_timeline(plan(minutes))
    assert said in words(picture).replace("\u00a0", " ")
    assert ("too late" in picture.alt) == (minutes < 60)


def test_the_hour_stands_where_the_call_sheet_says_when():
    document = plan()
    document.visit.arrival = time(9, 40)
    assert "09:40" in words(figures.visit_timeline(document))
    assert "09:40" not in words(figures.visit_timeline(plan()))


def test_a_visit_without_minutes_says_what_to_do():
    assert "No stop has its minutes yet" in figures.visit_timeline(Plan()).alt


def test_an_idea_without_a_shot_is_marked_with_a_word():
    document = plan(ideas=3)
    picture = figures.shot_coverage(document)
    assert "none" in words(picture) and "I3: no shot" in picture.alt
    assert "Shots that serve no idea: T3" in picture.alt


def test_before_anything_is_chosen_all_ideas_stand_there_and_those_left_out_do_not():
    document = plan()
    for one in document.ideas:
        one.chosen = ""
    assert "I2" in figures.shot_coverage(document).alt
    document.ideas[1].chosen = "no"
    assert "I2" not in figures.shot_coverage(document).alt


def test_an_empty_plan_says_that_nothing_meets_here_yet():
    assert "No shot serves an idea yet" in figures.shot_coverage(Plan()).alt


@pytest.mark.parametrize("text", ["<script>x</script>", "$x$ $", "ж" * 200, "Сварщик котельного цеха " * 8])
def test_many_long_and_hostile_words_are_still_a_picture_that_can_be_read(text):
    document = plan(minutes=200, stops=20, shots=60, ideas=9, text=text[:290])
    for picture in (figures.visit_timeline(document), figures.shot_coverage(document)):
        assert faults(picture) == []
        assert picture.fig.get_figheight() <= 7.2 and "<script>" not in picture._repr_html_()


def test_the_way_back_is_the_plan_s_and_what_nobody_has_measured_is_said():
    document = plan()
    document.visit.back = None
    guessed = figures.visit_timeline(document)
    assert "way back to the gate is: 15 minutes" in guessed.caption.replace("\u00a0", " ")
    assert "minute 75" in guessed.alt.replace("\u00a0", " ")
    known = figures.visit_timeline(document, back=8)
    assert "way back" not in known.caption and "minute 68" in known.alt.replace("\u00a0", " ")
