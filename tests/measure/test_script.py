"""Does a script go into its seconds, as it is spoken?"""

import pytest

from promplan.measure.script import Line, script, timed


@pytest.mark.parametrize(
    ("language", "count", "most"), [("en", 112, 45), ("en", 150, 60), ("ru", 90, 45), ("ru", 120, 60)]
)
def test_a_film_holds_so_many_words_and_not_one_more(language, count, most):
    word = {"en": "ring ", "ru": "цех "}[language]
    assert script([Line(word * count)], language, most).faults == ()
    (fault,) = script([Line(word * (count + 1))], language, most).faults
    assert (fault.kind, fault.line, fault.fewer) == ("fast", None, 1)


def test_numbers_take_the_time_of_their_words():
    assert timed("170 °C", "en").words == 6
    assert timed("кольцо при 170 °C", "ru").words == 6


def test_a_line_that_is_too_long_for_its_picture_is_named_with_the_smallest_mend():
    made = script([Line("The ring is ready.", 2), Line("ring " * 30, 8)], "en")
    (fault,) = made.faults
    assert (fault.line, fault.seconds, fault.fewer) == (1, 4.0, 10)
    assert str(fault.what) == ("30 words as they are spoken need 12 s, and there are 8: 4 s more, or 10 words fewer.")


@pytest.mark.parametrize(("seconds", "kinds"), [(30, []), (31.5, []), (28.5, []), (33, ["long"]), (20, ["short"])])
def test_panels_may_miss_the_length_of_the_film_by_a_twentieth(seconds, kinds):
    assert [one.kind for one in script([Line("Ready.", seconds)], "en", 30).faults] == kinds


def test_an_empty_script_is_no_fault():
    made = script([], "ru", 60)
    assert (made.words, made.faults, made.room) == (0, (), 120)


def test_ten_thousand_words_are_counted():
    made = script([Line("При 170 °C кольцо готово через 8 мин. " * 1_250)], "ru", 60)
    assert made.words > 10_000 and made.room < -10_000 and made.faults[0].kind == "fast"
