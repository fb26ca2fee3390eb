"""What makes a boast a boast, clause by clause, and what makes it none."""

import pytest

from promplan.text.boasts import boasts


def said(text: str) -> list[tuple[str, str]]:
    return [(one.words, one.kind) for one in boasts(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a first place without a measure, and the same with one
        ("Крупнейший куб города", [("Крупнейший", "rank")]),
        ("The largest cube of the town", [("largest", "rank")]),
        ("Крупнейший куб весит 48 т", []),
        ("The largest cube weighs forty tonnes", []),
        # the number is not in the words of the boast itself
        (
            "The mill ranks among Europe's top three producers",
            [("ranks among", "rank"), ("Europe's top three", "rank")],
        ),
        # no number measures the best, but for a result
        ("Лучший куб весит 48 т", [("Лучший", "rank")]),
        ("Лучший результат — 48 т", []),
        ("Лучший результат", [("Лучший", "rank")]),
        ("Лучший куб и результат — 48 т", [("Лучший", "rank")]),
        ("Результат и лучший куб — 48 т", [("лучший", "rank")]),
        ("The best result was 48 s", []),
        ("Самый надёжный куб весит 48 т", [("Самый надёжный", "rank")]),
        # of our own ones
        ("Our oldest cube", []),
        ("The oldest cube", []),
        ("Our finest cube", [("finest", "rank")]),
        ("Our most respected cube", [("most respected", "rank")]),
        ("Our most powerful cube", [("most powerful", "rank")]),
        # compared inside the plant
        ("Самый мощный пресс", []),
        ("Самый мощный куб", [("Самый мощный", "rank")]),
        ("Самый мощный пресс страны", [("Самый мощный", "rank")]),
        ("Самый мощный завод", [("Самый мощный", "rank")]),
        ("Самый мощный куб стоит в доме, где живёт завод", [("Самый мощный", "rank")]),
        # nobody's merit
        ("Самый частый дефект", []),
        ("Самый частый дефект страны", [("Самый частый", "rank")]),
        ("The most common defect", []),
        ("Куб служит дольше всех", [("дольше всех", "rank")]),
        # wider than the plant: a year for the first, a source or a number of rivals for the rest
        ("Первый в России завод", [("Первый в России", "rank")]),
        ("Первый в России завод, 1936 год", []),
        ("Первый в России завод, 48 т", [("Первый в России", "rank")]),
        ("Первый в России завод, 1699 год", [("Первый в России", "rank")]),
        ("Первый в России завод, 1700 год", []),
        ("Первый в России завод, 2100 год", []),
        ("Первый в России завод, 2101 год", [("Первый в России", "rank")]),
        ("Крупнейший завод страны", [("Крупнейший", "rank")]),
        ("Крупнейший завод страны, 48 т", [("Крупнейший", "rank")]),
        ("Крупнейший завод страны по данным реестра", [("Крупнейший", "rank")]),
        ("Крупнейший завод страны по данным реестра: 48 т", []),
        ("Крупнейший из 14 заводов страны", []),
        ("The largest of the 14 plants of the country", []),
        ("The largest of all the 14 plants of the country", [("largest", "rank")]),
        ("Крупнейший из заводов страны", [("Крупнейший", "rank")]),
    ],
)
def test_a_first_place_is_a_boast_where_nothing_measures_it(text, found):
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Завод никогда не подводит", ["никогда", "не подводит"]),
        ("Печь никогда не гаснет", []),
        ("Куб никогда не гаснет", ["никогда"]),
        ("На кубе никогда не возят людей", []),
        ("На кубе никогда не возит людей", ["никогда"]),
        ("На кубе никогда уже не возят людей", []),
        ("На кубе никогда и нигде не возят людей", ["никогда"]),
        ("Кубы никогда не возят людей", ["никогда"]),
        ("Завод никогда не выпускал тракторов", []),
        ("Завод никогда не гаснет", ["никогда"]),
        ("Завод никогда не выпускал брака", ["никогда"]),
        ("Печь никогда не отказывает", ["никогда"]),
        ("The door is always shut", []),
        ("Our door is always shut", []),  # of a door, whose it is says nothing
        ("Our cube is always shut", ["always"]),
        ("A cube is always shut", []),
        ("Our quality is always there", ["always"]),
        ("We never made tractors", []),
        ("We never sleep", ["never"]),
        ("Это навсегда", ["навсегда"]),
        ("Завод выпускал трактора и никогда не гаснет", ["никогда"]),
        ("Завод никогда уже не выпускал тракторов", ["никогда"]),
    ],
)
def test_always_and_never_are_rules_of_a_furnace_and_promises_of_a_plant(text, found):
    assert [one.words for one in boasts(text) if one.kind == "absolute"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Газета «Уникальный рейс»", []),
        ("Газета «уникальный рейс»", ["уникальный"]),
        ("«Уникальный рейс»", ["Уникальный"]),
        ("— «Уникальный рейс»", ["Уникальный"]),
        ("Девиз: «Уникальный рейс»", ["Уникальный"]),
        ("Девиз " + "х" * 33 + " «Уникальный рейс»", ["Уникальный"]),
        ("Девиз " + "х" * 34 + " «Уникальный рейс»", []),
        ("The Leader works", []),
        ("The leader works", ["leader"]),
        ("Leader works", ["Leader"]),
        ("Stop. Leader works", ["Leader"]),
        ("So: Leader works", ["Leader"]),
        ("It is Europe's Favourite biscuit factory", []),
        ("It is Europe's favourite biscuit factory", ["Europe's favourite"]),
        ("ALL IS UNIQUE HERE", ["UNIQUE"]),
        ("A CUBE IS UNIQUE", ["UNIQUE"]),
        ("it IS UNIQUE", []),
        ("All is Unique here", []),
        ("Куб", []),
        ("", []),
    ],
)
def test_a_name_is_no_boast(text, found):
    assert [one.words for one in boasts(text)] == found


def test_a_measure_counts_as_far_as_forty_words():
    def far(before: int, behind: int) -> str:
        return "48 " + "и " * before + "крупнейший куб " + "и " * behind

    assert boasts(far(39, 0)) == ()
    assert len(boasts(far(40, 0))) == 1
    assert boasts("крупнейший куб " + "и " * 37 + "48") == ()
    assert len(boasts("крупнейший куб " + "и " * 38 + "48")) == 1
    assert len(boasts("Весит 48 тонн. Крупнейший куб")) == 1


def test_a_hundred_quotations_are_looked_at():
    assert boasts("газета «Уникальный» и " * 100) == ()
    assert len(boasts("газета «Уникальный» и " * 101)) == 1
