"""Do the promised minutes hold what the notebooks ask?"""

import pytest

from promplan.language import LANGUAGES, inside
from promplan.units import minutes as reckoned
from promplan.units.minutes import minutes, table
from promplan.units.registry import UNITS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_keeps_its_promised_minutes(unit: str, language: str) -> None:
    one = minutes(unit, language)
    assert one.kept, f"{unit} promises {one.promised} and asks {one.asked}"


@pytest.mark.parametrize("unit", UNITS)
def test_a_lesson_leaves_the_exercise_at_least_as_long_as_itself_nearly(unit: str) -> None:
    one = minutes(unit)
    assert one.exercise[1] >= 0.8 * one.lesson[0]


def test_a_sheet_with_more_questions_takes_longer_and_an_unread_word_takes_nothing(monkeypatch) -> None:
    before = minutes("01-facts")
    slow = {**reckoned._read("minutes"), "pace": {"en": 90, "ru": 90}}
    read = reckoned._read
    monkeypatch.setattr(reckoned, "_read", lambda name: slow if name == "minutes" else read(name))
    assert minutes("01-facts").lesson[0] > before.lesson[0] + 5
    assert not minutes("01-facts").kept


def test_the_instructor_reads_them_in_russian() -> None:
    with inside("ru"):
        told = repr(table())
    assert "01-facts" in told and "Урок" in told and "40 / 60" in told
