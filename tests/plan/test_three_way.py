"""Object by object: which version stays, what is said to have come or gone, and what is asked about?"""

from datetime import date

import pytest

from promplan.plan import Plan, edit
from promplan.plan.brief import Brief
from promplan.plan.desk import Desk, Request
from promplan.plan.enterprise import Fact
from promplan.plan.merging import merge
from promplan.plan.merging.three_way import Clash, _Judge, woven

EARLY, LATE = date(2026, 10, 12), date(2026, 10, 13)


def judged(address, base, mine, theirs, *, ask=True, **choices):
    """What stays, and what came, left and is asked about."""
    judge = _Judge(choices, frozenset())
    stays = judge.pick(address, base, mine, theirs, ask=ask)
    return stays, judge.came, judge.gone, [one.address for one in judge.asked]


OLD, MINE, THEIRS, BLANK = (Fact(id="F1", statement=one) for one in ("old", "mine", "theirs", ""))


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "stays", "came", "gone", "asked"),
    [
        (OLD, OLD, OLD, OLD, [], [], []),
        (OLD, MINE, OLD, MINE, [], [], []),
        (OLD, OLD, THEIRS, THEIRS, ["F1"], [], []),
        (OLD, MINE, MINE, MINE, [], [], []),
        (OLD, MINE, THEIRS, MINE, [], [], ["F1"]),
        (OLD, OLD, None, None, [], ["F1"], []),
        (OLD, None, OLD, None, [], [], []),
        (OLD, None, None, None, [], [], []),
        (OLD, MINE, None, MINE, [], [], ["F1"]),
        (OLD, None, THEIRS, None, [], [], ["F1"]),
        (None, MINE, THEIRS, MINE, [], [], ["F1"]),
        (None, BLANK, THEIRS, THEIRS, ["F1"], [], []),
        (None, MINE, BLANK, MINE, [], [], []),
        (None, None, THEIRS, THEIRS, ["F1"], [], []),
        (None, MINE, None, MINE, [], [], []),
        (OLD, BLANK, THEIRS, BLANK, [], [], ["F1"]),
        (OLD, MINE, BLANK, MINE, [], [], ["F1"]),
    ],
)
def test_what_one_side_changed_follows_and_only_what_both_changed_is_asked_about(
    base, mine, theirs, stays, came, gone, asked
):
    assert judged("F1", base, mine, theirs) == (stays, came, gone, asked)
    if asked:
        assert judged("F1", base, mine, theirs, ask=False) == (mine, [], [], [])
        taken = judged("F1", base, mine, theirs, F1="theirs")
        assert taken == (theirs, [] if theirs is None else ["F1"], ["F1"] if theirs is None else [], ["F1"])
        assert judged("F1", base, mine, theirs, F1="mine") == (mine, [], [], ["F1"])


def test_fields_of_a_card_that_one_side_changed_go_together_and_those_of_a_record_do_not():
    base, mine, theirs = Brief(), Brief(client="the press office"), Brief(contact="Anna")
    both = Brief(client="the press office", contact="Anna")
    assert judged("brief", base, mine, theirs) == (both, ["brief"], [], [])
    torn = judged("brief", base, Brief(client="a", aim="image"), Brief(client="b", contact="Anna"))
    assert torn == (Brief(client="a", contact="Anna", aim="image"), [], [], ["brief"])
    said, valued = Fact(id="F1", statement="14 presses"), Fact(id="F1", value=14.0)
    assert judged("facts/F1", Fact(id="F1"), said, valued) == (said, [], [], ["facts/F1"])


@pytest.mark.parametrize(
    ("mine", "theirs", "stays", "came"),
    [
        (EARLY, LATE, LATE, ["desk"]),
        (LATE, EARLY, LATE, []),
        (None, LATE, LATE, ["desk"]),
        (LATE, None, LATE, []),
        (LATE, LATE, LATE, []),
        (None, None, None, []),
    ],
)
def test_of_two_clocks_the_later_stands_and_nobody_is_asked(mine, theirs, stays, came):
    for base in (None, Desk(), Desk(day=EARLY)):
        assert judged("desk", base, Desk(day=mine), Desk(day=theirs)) == (Desk(day=stays), came, [], [])


def test_beside_a_later_clock_what_else_differs_is_judged_as_ever():
    letter = Request(id="R1", to="engineer")
    mine, theirs = Desk(day=LATE), Desk(day=EARLY, requests=[letter])
    assert judged("desk", Desk(day=EARLY), mine, theirs)[0] == Desk(day=LATE, requests=[letter])


def test_a_question_shows_each_version_without_what_stands_in_it():
    judge = _Judge({}, frozenset())
    judge.pick("F1", None, MINE, THEIRS)
    (asked,) = judge.asked
    assert (asked.address, asked.base, asked.mine["statement"], asked.theirs["statement"]) == (
        "F1",
        None,
        "mine",
        "theirs",
    )
    judge.pick("F1", OLD, MINE, None)
    assert judge.asked[-1] == Clash("F1", judge.asked[-1].base, judge.asked[-1].mine, None)


def test_a_list_whose_order_came_is_said_so():
    def judge(base, mine, theirs):
        plans = [Plan() if ids is None else _plan(*ids) for ids in (base, mine, theirs)]
        one = _Judge({}, frozenset())
        rows = one.rows("enterprise.facts", "facts", *(plan.enterprise for plan in plans))
        return [row.id for row in rows], one.came

    def _plan(*ids: str) -> Plan:
        return Plan.model_validate({"enterprise": {"facts": [{"id": id_, "statement": id_} for id_ in ids]}})

    assert judge(("F1", "F2"), ("F1", "F2"), ("F2", "F1")) == (["F2", "F1"], ["enterprise.facts"])
    assert judge(("F1", "F2"), ("F2", "F1"), ("F1", "F2")) == (["F2", "F1"], [])
    assert judge(("F1",), ("F1",), ("F1", "F2")) == (["F1", "F2"], ["enterprise.facts/F2"])


@pytest.mark.parametrize(
    ("mine", "theirs", "base", "order"),
    [
        ("a", "abc", "", "abc"),
        ("ad", "abcd", "", "abcd"),
        ("ab", "cab", "", "cab"),
        ("ab", "cdab", "", "cdab"),
        ("ab", "acb", "", "acb"),
        ("ab", "cd", "", "abcd"),
        ("", "ab", "", "ab"),
        ("ab", "ba", "ab", "ba"),
        ("ba", "ab", "ab", "ba"),
        ("ab", "ba", "", "ab"),
        ("axb", "bya", "ab", "byax"),
        ("abc", "cxa", "abc", "cxab"),
    ],
)
def test_what_only_they_have_stands_behind_its_neighbour_and_the_order_that_was_changed_is_followed(
    mine, theirs, base, order
):
    assert "".join(woven(mine, theirs, base, {*mine, *theirs})) == order


def test_what_is_not_kept_stands_nowhere():
    assert woven("abc", "axc", "", "ac") == ["a", "c"] and woven("abc", "axc", "", "xc") == ["x", "c"]


def test_answers_that_came_are_said_so():
    answered = edit.answer(Plan(), {"q": "a"})
    assert merge(Plan(), answered).came == ["answers"] and merge(answered, Plan()).came == []
