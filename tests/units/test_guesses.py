"""Is a damaged estimate or curve refused with its file and its fault, before anybody guesses at it?"""

import tomllib
from copy import deepcopy

import pytest

from promplan import assets
from promplan.language import Problem
from promplan.units.guesses import guess


def rows(name: str) -> list[dict]:
    file = assets.folder() / "quizzes" / f"{name}.toml"
    return deepcopy(tomllib.loads(file.read_text(encoding="utf-8"))["question"])


def refused(kind: str, question: dict | None, *more: dict) -> str:
    with pytest.raises(Problem, match="is damaged") as problem:
        guess("99-test", kind, [question, *more] if question else [])
    assert "Correct assets/quizzes/99-test.toml" in str(problem.value)
    return str(problem.value)


@pytest.fixture
def line() -> dict:
    return rows("02-pyramid")[0]


@pytest.fixture
def curve() -> dict:
    return rows("01-core")[0]


def test_a_truth_outside_its_axis_is_refused(line, curve):
    line["axis"]["to"] = 100
    assert "the truth, 114, lies outside its axis, 0 to 100" in refused("estimate", line)
    curve["axis"] |= {"to": 50, "step": 1}
    assert "lies outside its axis" in refused("curve", curve)


@pytest.mark.parametrize("key", ["axis", "truth", "low", "near", "high", "why"])
def test_a_part_that_is_missing_is_named(line, key):
    del line[key]
    assert f"`{key}` is missing" in refused("estimate", line)


def test_a_place_that_nobody_fills_is_named_and_so_are_those_there_are(line):
    line["low"]["ru"] = "Вы назвали {answer}"
    assert "there is no {answer}; there are {gap}, {is}, {said}, {times}" in refused("estimate", line)
    line["low"]["ru"] = "Вы назвали {said"
    assert "a brace is open" in refused("estimate", line)


def test_a_truth_that_the_kit_does_not_have_is_refused_with_what_there_is(line, curve):
    line["truth"]["series"] = "workforces"
    assert "workforce" in refused("estimate", line)
    line["truth"] = {"example": "02-breaks", "objective": "O9"}
    assert "no objective O9" in refused("estimate", line)
    curve["truth"]["only"] = {"blank": "frozen"}
    assert "two rows or more" in refused("curve", curve)
    curve["truth"] |= {"only": {}, "x": "hour"}
    assert "cannot be read" in refused("curve", curve)


def test_two_blanks_at_once_are_no_line(curve):
    curve["truth"]["only"] = {}
    assert "to the right of the one before" in refused("curve", curve)


def test_the_place_that_is_named_must_be_drawn_at(curve):
    curve["named"] = 9
    assert "9, is none of the points" in refused("curve", curve)


def test_the_truth_must_reach_as_far_as_the_curve_that_is_drawn(curve):
    curve["along"]["points"] = [0, 8, 60]
    assert "does not reach" in refused("curve", curve)
    curve["along"]["points"] = [8, 0, 16]
    assert "from left to right" in refused("curve", curve)
    curve["along"]["points"] = list(range(17))
    assert "3 to 15 points" in refused("curve", curve)


def test_a_sheet_with_a_guess_asks_one_thing(line):
    assert "has one question" in refused("estimate", line, line)
    assert "has one question" in refused("estimate", None)


def test_an_axis_that_is_no_line_is_refused(line):
    line["axis"]["step"] = 7
    assert "whole number of steps" in refused("estimate", line)
    line["axis"]["step"] = "five"
    assert "cannot be read" in refused("estimate", line)
    del line["axis"]["step"]
    assert "cannot be read" in refused("estimate", line)


@pytest.mark.parametrize("forms", ["people", {"en": "people"}, {"en": ["person", "people"], "ru": ["человек"]}])
def test_a_noun_that_one_language_cannot_count_is_refused(line, forms):
    line["axis"]["unit"] = forms
    assert "`unit` needs one form, or two in English and three in Russian" in refused("estimate", line)


@pytest.mark.parametrize("words", ["so it is", {"en": "so it is"}, {"en": "so it is", "ru": " "}])
def test_words_in_one_language_are_half_a_sheet(line, words):
    line["near"] = words
    assert "`near` needs its words in both languages" in refused("estimate", line)


def test_a_number_may_stand_in_the_file_where_no_kit_has_it(line):
    line["truth"] = 120
    assert guess("99-test", "estimate", [line]).truth == 120
