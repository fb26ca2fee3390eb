"""Is a text that says nothing told from a short one that is right, in both languages?"""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promplan.text.substance import CERTAIN, blank, flaw, likenesses, shape, unnamed

GROUPS = tomllib.loads((Path(__file__).parents[1] / "data/texts.toml").read_text(encoding="utf-8"))
JUNK = [(one["as"], text) for one in GROUPS["junk"] for text in one["texts"]]
RIGHT = [(one["as"], text) for one in GROUPS["right"] for text in one["texts"]]


@pytest.mark.parametrize(("kind", "text"), JUNK, ids=ascii)
def test_what_says_nothing_is_found(kind, text):
    assert flaw(kind, text) is not None


@pytest.mark.parametrize(("kind", "text"), RIGHT, ids=ascii)
def test_what_is_short_and_right_is_left_alone(kind, text):
    assert flaw(kind, text) is None


def test_an_empty_field_has_no_flaw():
    assert [flaw("sentence", text) for text in ("", " ", "\n\t ")] == [None] * 3


@pytest.mark.parametrize("text", ["\u200b", "\u00a0", "\u00ad\u2060", "\u0301", "\u3164", "\ufeff \u2800"])
def test_what_nobody_sees_is_blank_and_is_no_text(text):
    assert blank(text) and blank(f" {text} ") and flaw("phrase", text) == "unseen"
    assert not blank(f"а{text}")


def test_what_is_certain_needs_no_reading_and_the_rest_is_doubtful():
    assert {flaw("sentence", one) for one in ("...", "Presses", "1 1 1")} <= CERTAIN
    assert {flaw("sentence", one) for one in ("asdf qwer zxcv", "фывапр ячсмит", "тест тест")} == {"doubtful"}


def test_one_odd_word_among_others_is_let_pass():
    assert flaw("sentence", "Press qwerty and wait") is None


def test_case_marks_punctuation_and_invisible_signs_make_no_other_text():
    assert shape("Ещё  раз: «Кольца»!") == shape("еще раз кольца") == shape("ещё раз кольца\u200b")
    assert shape("14 presses") != shape("15 presses")


def test_two_texts_are_nearly_the_same_in_another_order_or_but_for_one_word():
    def alike(one: str, other: str) -> bool:
        return bool({*likenesses(one)} & {*likenesses(other)})

    assert alike("We ask the plant, and answer", "We answer, and ask the plant")
    assert alike("Спросите об этом в отделе кадров завтра", "Спросите об этом в отделе кадров сегодня")
    assert not alike("Сколько платят сварщику?", "Сколько платят токарю?")
    assert not alike("The plant built 9,800 wagons in all of 2022", "The plant built 9,371 wagons in all of 2023")


@given(st.sampled_from(["sentence", "phrase", "name", "person", "unit"]), st.text(max_size=40))
def test_any_text_gets_an_answer(kind, text):
    assert flaw(kind, text) in {None, "doubtful", *CERTAIN}
    assert blank(text) <= (flaw(kind, text) in (None, "unseen"))
    shape(text), likenesses(text)


@pytest.mark.parametrize("text", ["not agreed yet", "пока не согласовано", "Ещё не согласованы."])
def test_what_is_not_agreed_yet_is_still_to_come_in_both_languages(text):
    assert unnamed(text)
