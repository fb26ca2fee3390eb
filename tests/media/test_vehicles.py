"""Are vehicles found by their names, in whatever a planner keeps them, and counted from 1 where they have none?"""

import math
import unicodedata

import numpy as np
import pytest
from media.columns import Column, Table

from promplan.language import Problem, inside
from promplan.media.duplication import agostini, duplication, metheringham
from promplan.media.overlap import pooled
from promplan.media.reach import random_reach, sainsbury

NAMED, SHARED = {"vk": 30, "tg": 25}, {("vk", "tg"): 12}


def test_a_pair_is_named_by_its_vehicles_in_either_order():
    assert pooled(NAMED, 62, SHARED).net == pytest.approx(43)
    assert pooled(NAMED, 62, {("tg", "vk"): 12}).net == pytest.approx(43)


def test_without_names_a_pair_is_counted_from_1_as_messages_count():
    assert pooled([0.3, 0.2, 0.1], 1, {(1, 2): 0.05}).net == pytest.approx(1 - 0.55 * 0.9)
    with pytest.raises(Problem, match="counted from 1, like"):
        pooled([0.3, 0.2, 0.1], 1, {(0, 1): 0.05})


def test_a_numbered_pair_among_named_vehicles_is_refused_with_the_names():
    with pytest.raises(Problem, match=r"vk, tg\. Write two of the names, like \('vk', 'tg'\)"):
        pooled(NAMED, 62, {(1, 2): 12})


def test_messages_call_a_vehicle_by_its_name():
    with pytest.raises(Problem, match="Vehicles vk and tg cannot share 26 people"):
        pooled(NAMED, 62, {("vk", "tg"): 26})
    with pytest.raises(Problem, match=r"Add the pair \('vk', 'vk'\)"):
        metheringham(NAMED, {"vk": 2, "tg": 1}, SHARED, 62)


@pytest.mark.parametrize(
    "matrix",
    [
        [[15, 12], [12, 20]],
        np.array([[15.0, 12.0], [12.0, 20.0]]),
        [[None, 12], [None, None]],
        np.array([[np.nan, np.nan], [12.0, np.nan]]),
        Table({"tg": [12, 20], "vk": [15, 12]}, ["vk", "tg"]),
    ],
)
def test_a_matrix_of_duplications_is_the_same_as_pairs(matrix):
    assert pooled(NAMED, 62, matrix).net == pytest.approx(43)


def test_the_diagonal_of_a_matrix_is_what_two_insertions_in_one_vehicle_share():
    by_pairs = {("vk", "vk"): 15, ("vk", "tg"): 12, ("tg", "tg"): 20}
    by_name = metheringham(NAMED, {"tg": 2, "vk": 1}, by_pairs, 62)
    assert by_name == metheringham([30, 25], [1, 2], [[15, 12], [12, 20]], 62)
    assert by_name == metheringham([30, 25], np.array([1, 2]), np.array([[15, 12], [12, 20]]), 62)


def test_what_a_matrix_says_of_one_vehicle_does_not_matter_where_each_counts_once():
    assert pooled([30, 25], 62, [[0, 12], [12, 0]]).net == pytest.approx(43)


@pytest.mark.parametrize("wrong", [[[1, 2]], [[1, 2], [3]], "12", [1, 2], np.zeros((2, 3)), Table({"vk": [1]}, ["vk"])])
def test_a_matrix_of_another_shape_is_refused(wrong):
    with pytest.raises(Problem, match="one row and one column for each of the 2 vehicles"):
        pooled(NAMED, 62, wrong)


def test_a_matrix_that_is_not_symmetric_contradicts_itself():
    with pytest.raises(Problem, match="two different duplications"):
        pooled([30, 25], 62, [[0, 12], [11, 0]])


def test_a_series_is_read_with_its_names_and_a_column_of_numbers_in_its_order():
    insertions = Column([1, 3], ["tg", "vk"])
    named = sainsbury(Column([0.3, 0.2], ["vk", "tg"]), insertions)
    assert named == sainsbury([0.3, 0.2], [3, 1]) == sainsbury(Column([0.3, 0.2]), Column([3, 1]))


def test_a_column_with_one_name_twice_is_refused():
    with pytest.raises(Problem, match="twice"):
        sainsbury(Column([0.3, 0.2], ["vk", "vk"]))


def test_names_and_lists_are_not_mixed():
    with pytest.raises(Problem, match="by name, audiences are not"):
        sainsbury([0.3, 0.2], {"vk": 1, "tg": 2})


def test_an_insertion_in_a_vehicle_that_is_not_there_is_told_the_vehicles():
    with pytest.raises(Problem, match="nothing here is called ok"):
        sainsbury({"vk": 0.3}, {"ok": 1})
    with pytest.raises(Problem, match="Give one number of insertions for each vehicle"):
        sainsbury({"vk": 0.3, "tg": 0.2}, {"vk": 1})


@pytest.mark.parametrize("loose", [{0.3, 0.2}, b"12", "12", 0.3, None])
def test_what_has_no_order_or_is_no_list_is_refused(loose):
    for model in (sainsbury, random_reach, lambda one: pooled(one, 1)):
        with pytest.raises(Problem, match="a list of"):
            model(loose)


def test_a_name_is_the_same_however_its_letters_are_put_together():
    apart = unicodedata.normalize("NFD", "Бийский рабочий")
    assert apart != "Бийский рабочий"
    assert sainsbury({apart: 0.3}, {"Бийский рабочий": 2}).reach == pytest.approx(0.51)
    with pytest.raises(Problem, match="twice"):
        sainsbury({apart: 0.3, "Бийский рабочий": 0.2})


def test_duplication_is_what_the_sum_counts_twice():
    assert duplication(30, 25, together=43, population=62) == 12
    assert duplication(0.3, 0.2, together=0.5, population=1) == 0
    with pytest.raises(Problem, match="cannot share 30 people"):
        duplication(30, 25, together=25, population=62)
    with pytest.raises(Problem, match="Duplication of vehicles 1 and 2"):
        duplication(30, 25, together=56, population=62)


def test_no_vehicles_reach_nobody_and_no_zero_is_below_zero():
    assert str(pooled([], 1).net) == str(random_reach([-0.0])) == "0.0"


def test_agostini_of_named_and_numbered_vehicles_is_one_number():
    assert agostini(NAMED, SHARED, 62) == agostini([30, 25], {(1, 2): 12}, 62)
    assert not math.isnan(agostini(NAMED, SHARED, 62))


def test_the_messages_have_their_russian():
    with pytest.raises(Problem) as problem, inside("ru"):
        pooled(NAMED, 62, {(1, 2): 12})
    assert "vk" in problem.value.what.into("ru") and "Write" not in problem.value.what.into("ru")
