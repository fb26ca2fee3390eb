"""Which changes does a sentence tell, and against what?"""

import pytest

from promplan.language import inside
from promplan.review.change import both_ways, difference, mixed_up, told


def steps(text: str) -> list[tuple[str, float, bool]]:
    return [(one.kind, round(one.step, 3), one.based) for one in told(text).changes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a step is told by its verb, its sign, its comparative
        ("Scrap fell by 12 %", [("percent", 12, False)]),
        ("Scrap fell 12 %", [("percent", 12, False)]),
        ("Scrap is 12 %", []),
        ("Scrap is at 12 % and falls", []),
        ("Output is +12 %", [("percent", 12, False)]),
        ("Output: plus 12 %", [("percent", 12, False)]),
        ("12 % more", [("percent", 12, False)]),
        ("12 % of them", []),
        ("Lower by 8 %", [("percent", 8, False)]),
        ("Расход меньше на 8 %", [("percent", 8, False)]),
        ("На складе 8 %", []),
        ("growth of 4 %", [("percent", 4, False)]),
        ("The plant raised floor space 44 percent", [("percent", 44, False)]),
        ("The plant raised its floor space in the hall 44 percent", []),
        ("The plant raised floor space, 44 percent", []),
        ("The plant raised floor space to 44 percent", []),
        ("The plant raised the floor space of hall 44 percent", []),
        ("The plant raised all of that floor space 44 percent", []),
        ("raised a b c d 44 percent", [("percent", 44, False)]),
        ("raised a b c d e 44 percent", []),
        ("Возраст на 44 %", []),
        ("Ростовский завод: на 44 %", []),
        ("Брак снизился на 44 %", [("percent", 44, False)]),
        # points
        ("Scrap fell 2 percentage points", [("points", 2, False)]),
        ("Scrap in percentage points: 2 percentage points", []),
        ("2 percentage points lower", [("points", 2, False)]),
        # times
        ("Выпуск вырос в 3 раза", [("times", 3, False)]),
        ("В 3 раза больше", [("times", 3, False)]),
        ("В неделю 3 раза", []),
        ("Моют в 3 раза", []),
        ("Выпуск вырос 3 раза", []),
        ("Output grew by 3 times", [("times", 3, False)]),
        ("Output grew 3 times", [("times", 3, False)]),
        ("Output grew 3-fold", [("times", 3, False)]),
        ("3 times more", [("times", 3, False)]),
        ("Output, when it grew, was checked 3 times", []),
        ("checked 3 times", []),
        ("Output doubled", [("times", 2, False)]),
        # parts in words
        ("Scrap fell by a quarter", [("percent", 25, False)]),
        ("Scrap fell by almost a third", [("percent", 33.333, False)]),
        ("by half more", [("percent", 50, False)]),
        ("split by half", []),
        ("Брак снизился на четверть", [("percent", 25, False)]),
        ("Брак снизился на пятую часть", [("percent", 20, False)]),
        ("Брак снизился на десятую часть", [("percent", 10, False)]),
        ("fell by a fifth", [("percent", 20, False)]),
        ("fell by a tenth", [("percent", 10, False)]),
        ("упал на треть", [("percent", 33.333, False)]),
        ("упал на половину", [("percent", 50, False)]),
        # against what
        ("Scrap fell by 12 % on 2024", [("percent", 12, True)]),
        ("Scrap fell by 12 % after the rebuild", [("percent", 12, True)]),
        ("Scrap fell by 12 % to 88 kg", [("percent", 12, True)]),
        ("Scrap fell by 12 % from 100 kg", [("percent", 12, True)]),
        ("Scrap fell by 12 % in hall 100", [("percent", 12, False)]),
        ("Emissions fell by 95 %, almost 8 million tonnes", [("percent", 95, True)]),
        ("Emissions fell by 95 %, 8 boxes", [("percent", 95, False)]),
        ("Emissions fell by 95 %, 8 engineers", [("percent", 95, False)]),
        ("8 million tonnes, emissions fell by 95 %", [("percent", 95, False)]),
        ("Emissions fell by 12 %, 88 kg, 100 kg", [("percent", 12, True)]),
        ("Emissions fell by 12 %: 88 kg in 100 h", [("percent", 12, False)]),
        ("Emissions fell by 12 % in 3 times and 4 times", [("percent", 12, False)]),
        ("На 2 % меньше нормы", [("percent", 2, True)]),
        ("На 2 % меньше в цехе", [("percent", 2, False)]),
        ("На 2 % меньше", [("percent", 2, False)]),
        ("Scrap halved on 2024", [("times", 2, True)]),
        ("Scrap fell by a third on 2024", [("percent", 33.333, True)]),
        ("Scrap fell by half from 60 kg to 30 kg", [("percent", 50, True)]),
        ("Output doubled from 30 t to 60 t", [("times", 2, True)]),
        ("Output doubled from 30 t to 60 bar", [("times", 2, True)]),
    ],
)
def test_the_steps_of_a_sentence_and_whether_it_says_against_what(text, expected):
    assert steps(text) == expected


def test_a_step_knows_where_it_stands():
    assert [one.at for one in told("Scrap fell by 12 %, then doubled, then fell by a third").changes] == [14, 25, 44]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("from 7 to 4 %", ((7, 4),)),
        ("с 7 до 4 %", ((7, 4),)),
        ("7 to 4 %", ()),
        ("from 7 % and 4 %", ()),
        ("from 7 kg to 4 kg", ()),
        ("from 7 kg to 4 %", ()),
        ("from 7 % last year to 4 %", ((7, 4),)),
        ("from 7 % in the long last year to 4 %", ()),
        ("fell by 3 %: 7 % and 4 %", ((7, 4),)),
        ("fell by 3 %: now 4 %, 7 %", ((7, 4),)),
        ("fell by 3 %: 4 %, was 7 %", ((7, 4),)),
        ("fell by 3 %: 7 %", ()),
        ("fell by 3 %: 7 %, 4 %, 2 %", ()),
        ("7 % and 4 %", ()),
        ("doubled: 7 % and 4 %", ()),
        ("from 7 to 4 % by 3 %: 9 % and 8 %", ((7, 4),)),
    ],
)
def test_from_what_to_what(text, spans):
    assert told(text).spans == spans


def test_shares_are_no_changes_until_they_make_a_span():
    assert [one.value for one in told("7 % and 4 %").shares] == [7, 4]
    assert [one.value for one in told("fell by 3 %, of 9 %").shares] == [9]
    assert told("fell by 3 %: 7 % and 4 %").shares == ()
    assert told("7 kg and 4 kg").shares == told("7 percentage points").shares == ()


@pytest.mark.parametrize(
    ("text", "step", "expected"),
    [
        ("fell from 7 to 4 %, by 3 %", None, (7, 4, "percent")),
        ("fell from 7 to 4 %, by 3 percentage points", None, None),
        ("fell from 7 to 4 %, by 43 %", None, None),
        ("fell from 7 to 4 %, by 43 percentage points", None, (7, 4, "points")),
        ("fell from 7 to 4 %, by 42.3 percentage points", None, (7, 4, "points")),
        ("fell from 7 to 4 %, by 42 percentage points", None, None),
        ("fell from 7 to 4 %, by 43.5 percentage points", None, None),
        ("fell from 7 to 4 %; 3 % of it", None, (7, 4, "percent")),
        ("fell from 7 to 4 %", 3.0, (7, 4, "percent")),
        ("fell from 7 to 4 %", 2.0, None),
        ("fell from 7 to 4 %", None, None),
        ("fell from 100 to 97 %, by 3 %", None, None),
        ("rose from 0 to 3 %, by 3 %", None, (0, 3, "percent")),
        ("rose from 0 to 3 %, by 3 percentage points", None, None),
        ("stays from 3 to 3 %", 0.0, None),
        ("rose from 1 to 1.6 %, by 60 percentage points", None, (1, 1.6, "points")),
        ("rose from 1 to 1.5 %, by 0.5 percentage points", None, None),
    ],
)
def test_points_and_per_cent_are_mixed_up(text, step, expected):
    assert mixed_up(text, step=step) == expected


def test_a_span_of_elsewhere_counts_as_one_of_the_sentence():
    assert mixed_up("fell by 3 %", ((7.0, 4.0),)) == (7, 4, "percent")
    assert mixed_up("fell by 3 %") is None


@pytest.mark.parametrize(
    ("old", "new", "english"),
    [
        (7, 4, "write: lower by 43 %, or by 3 percentage points"),
        (4, 7, "write: higher by 75 %, or by 3 percentage points"),
        (4, 5, "write: higher by 25 %, or by 1 percentage point"),
        (0, 3, "write: higher by 3 percentage points"),
        (0.3, 0.1, "write: lower by 67 %, or by 0.2 percentage points"),
        (80, 83, "write: higher by 3.8 %, or by 3 percentage points"),
        (50, 55, "write: higher by 10 %, or by 5 percentage points"),
        (100, 109.94, "write: higher by 9.9 %, or by 9.94 percentage points"),
    ],
)
def test_both_true_ways_to_say_it(old, new, english):
    with inside("en"):
        assert str(both_ways(old, new)) == english


def test_the_difference_is_told_without_stray_decimals():
    with inside("en"):
        assert str(difference(0.3, 0.1)) == "From 0.3 to 0.1 %: the difference in percentage points is 0.2."
        assert str(difference(1, 4)) == "From 1 to 4 %: the difference in percentage points is 3."


def test_a_span_and_a_step_that_are_nothing_of_the_sort():
    assert steps("Emissions fell by 12 %, 88, 100") == [("percent", 12, False)]  # of what, nobody says
    assert steps("Emissions fell by 95 %, 8 %") == [("percent", 95, False)]
    assert steps("Emissions fell, and grew fast 44 percent") == [("percent", 44, False)]
    assert mixed_up("rose from 0.4 to 0.6 %, by 50 percentage points") == (0.4, 0.6, "points")
    assert mixed_up("fell from 10 to 9.4 %, by 6 percentage points") == (10, 9.4, "points")
