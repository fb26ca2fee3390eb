"""Is a file that came from elsewhere doubted for the right reason, and is that said in words?"""

from threading import Thread

import pytest

from promplan.plan import Plan, edit
from promplan.plan.arrival import Arrival, Asked, doubt
from promplan.plan.meta import Meta
from promplan.plan.turn import Turn


def facts(*statements: str, plan_id: str = "ours") -> Plan:
    plan = Plan(meta=Meta(plan_id=plan_id))
    for one in statements:
        plan, _ = edit.add(plan, "enterprise.facts", {"statement": one})
    return plan


TWO, ONE, NONE, OTHER = facts("a", "b"), facts("a"), facts(), facts("a", "b", "c", plan_id="another")


@pytest.mark.parametrize(
    ("found", "relation", "why"),
    [
        (ONE, "newer", None),
        (ONE, "taken", None),
        (OTHER, "newer", None),
        (OTHER, "taken", None),
        (OTHER, "unknown", "other"),
        (OTHER, "older", "other"),
        (ONE, "older", "older"),
        (TWO, "apart", "apart"),
        (ONE, "unknown", "lacking"),
        (NONE, "unknown", "lacking"),
        (TWO, "unknown", None),
        (facts("x", "y", "z"), "unknown", None),
    ],
)
def test_a_file_is_doubted_by_where_it_comes_from_and_by_what_it_lacks(found, relation, why):
    assert doubt(TWO, found, relation) == why


@pytest.mark.parametrize(
    ("kind", "said", "joined"),
    [
        ("other", "There is another plan where yours was: that of Arc.", False),
        ("older", "There is an older copy of your plan where yours was.", True),
        ("apart", "it does not have the latest changes.", True),
        ("lacking", "some of what you have is missing from it.", True),
        ("unkept", "what you see here could not be backed up.", True),
    ],
)
def test_what_has_happened_is_said_and_only_plans_that_were_begun_as_one_may_be_joined(kind, said, joined):
    arrival = Arrival(edit.put(ONE, "team", {"name": "Arc"}), b"{}", "r", kind)
    assert str(arrival.words).endswith(said) and arrival.may_be_joined is joined
    assert str(Asked(arrival)) == f"{arrival.words} Choose in the first cell of this notebook what becomes of it."


def test_a_team_without_a_name_is_called_so():
    assert str(Arrival(OTHER, b"", "r", "other").words).endswith("that of (no name).")


def test_who_has_the_turn_may_ask_again_and_nobody_else_has_it_meanwhile():
    turn, had = Turn(), []

    def ask() -> None:
        if turn._lock.acquire(blocking=False):
            turn._lock.release()
            had.append("had")
        else:
            had.append("waits")

    def elsewhere() -> None:
        thread = Thread(target=ask)
        thread.start(), thread.join()

    with turn:
        with turn:
            elsewhere()
        elsewhere()
    elsewhere()
    assert had == ["waits", "waits", "had"] and turn.saves == 0
