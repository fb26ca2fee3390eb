"""Does the review find where a poster's words and the data that were drawn say different things, and only there?"""

import pytest

from promplan.plan.poster import Poster
from promplan.review.poster_data import contradictions, supported, unproportioned

TORQUE = {"value dN·m": [1.118, 14.861], "along min": [0.0, 13.0], "curves batch": [12.0]}
TORQUE_RU = {"value дН·м": [1.118, 14.861], "along мин": [0.0, 13.0], "curves закладка": [12.0]}
AIR = {"value МПа сверх атмосферного": [0.0, 0.5007], "along с": [0.0, 579.0]}
PEOPLE = {"rows people": [118.0, 74.0, 96.0], "each people": [10.0]}
PEOPLE_RU = {"rows человек": [118.0, 74.0, 96.0], "each человек": [10.0]}
MONTHS = {"value заявлений": [6.0, 16.0]}


def told(title, shown, known=(), **more):
    poster = Poster.model_validate({"form": "rosette", "title": title, "shown": shown, **more})
    return " ".join(str(one.told) for one in contradictions(poster, frozenset(known)))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Harder than 16.2 dN·m", TORQUE),
        ("The rubber reaches 16.2 dN·m", TORQUE),
        ("14.9 N·m of resistance", TORQUE),  # ten times as much: another unit
        ("At most 12 dN·m", TORQUE),
        ("Twenty minutes under the plates", TORQUE),
        ("Ten batches, one compound", TORQUE),
        ("Резина набирает 18 дН·м", TORQUE_RU),
        ("Не больше 10 дН·м", TORQUE_RU),
        ("Полчаса под прессом", TORQUE_RU),
        ("Пятнадцать закладок одной смеси", TORQUE_RU),
        ("0,7 МПа в магистрали", AIR),
        ("Давление держится 20 минут", AIR),
        ("300 people work here", PEOPLE),
        ("One sign is 50 people", PEOPLE),
        ("Нас 412 человек", PEOPLE_RU),
        ("Один знак — 100 человек", PEOPLE_RU),
    ],
)
def test_a_number_that_the_data_do_not_come_to_is_found(title, shown):
    assert "The poster says" in told(title, shown)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Up to 15 dN·m", TORQUE),
        ("The rubber reaches 14.9 dN·m", TORQUE),
        ("From 1.1 to 14.9 dN·m", TORQUE),
        ("1.49 N·m at the end", TORQUE),
        ("Eleven minutes under the plates", TORQUE),
        ("780 seconds of patience", TORQUE),
        ("Twelve batches, one compound", TORQUE),
        ("One press, 40 people, 170 °C", TORQUE),  # nothing of that kind is drawn
        ("Made in 2026 in three shifts", TORQUE),
        ("Около 15 дН·м", TORQUE_RU),
        ("Одиннадцать минут под прессом", TORQUE_RU),
        ("Двенадцать закладок одной смеси", TORQUE_RU),
        ("0,5 МПа в магистрали", AIR),
        ("288 people work here", PEOPLE),
        ("118 people mix, 74 roll", PEOPLE),
        ("One sign is 10 people", PEOPLE),
        ("Нас 288 человек", PEOPLE_RU),
        ("Один знак — 10 человек", PEOPLE_RU),
        ("Почти 300 человек", PEOPLE_RU),
        ("16 дН·м", {}),  # nothing was drawn yet
    ],
)
def test_what_the_data_say_is_left_alone(title, shown):
    assert told(title, shown) == ""


def test_a_time_that_a_fact_of_the_idea_tells_may_be_another_than_that_of_the_drawing():
    assert told("Twenty minutes in all", TORQUE, known={20.0}) == "" != told("Twenty minutes in all", TORQUE)
    assert told("It reaches 20 dN·m", TORQUE, known={20.0}) != ""  # the drawing shows another highest value


@pytest.mark.parametrize("field", ["title", "line", "alt", "legend"])
def test_each_line_of_the_poster_is_read(field):
    said = "Up to 40 kN and 39 kN more"
    poster = Poster.model_validate({"shown": {"value kN": [0.0, 25.0]}, field: [said] if field == "legend" else said})
    assert {one.field for one in contradictions(poster, frozenset())} == {field}


def test_numbers_that_are_seen_on_the_sheet_need_no_fact():
    from promplan.measure.said import numbers

    gears = Poster.model_validate(
        {"form": "spirograph", "shown": {"curves loops": [96.0, 24.0], "curves rounds": [52.0, 13.0]}}
    )
    assert all(supported(gears, one) for one in numbers("96 : 52 = 24 : 13"))
    assert not any(supported(gears, one) for one in numbers("97 and 51"))
    signs = Poster.model_validate({"form": "isotype", "shown": PEOPLE})
    assert all(supported(signs, one) for one in numbers("10 people, 118 people, 288 people"))
    assert not any(supported(signs, one) for one in numbers("50 people"))


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Twice as hard in eleven minutes", True),
        ("Three times as high", True),
        ("30% harder", True),
        ("A fivefold rise", True),
        ("Вдвое твёрже за одиннадцать минут", True),
        ("В три раза твёрже", True),
        ("На 30 % твёрже", True),
        ("В полтора раза быстрее", True),
        ("Much harder in eleven minutes", False),
        ("The press opens ten times a day", False),
        ("Once a shift, each time the same", False),
        ("Пресс раскрывается десять раз за смену", False),
        ("В первый раз под прессом", False),
        ("На 13 единиц твёрже", False),
    ],
)
def test_a_proportion_is_claimed_only_of_a_scale_that_begins_at_zero(title, found):
    cut = Poster.model_validate({"form": "ridgeline", "title": title, "shown": {**TORQUE, "unproportioned": [1.0]}})
    assert bool(unproportioned(cut)) == found
    whole = Poster.model_validate({"form": "ridgeline", "title": title, "shown": TORQUE})
    assert unproportioned(whole) == ""


def test_a_share_is_no_proportion_where_the_data_are_in_per_cent():
    shown = {"value %": [40.0, 98.0], "unproportioned": [1.0]}
    assert unproportioned(Poster.model_validate({"title": "90 % cured", "shown": shown})) == ""
