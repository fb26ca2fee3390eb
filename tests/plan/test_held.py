"""Do both stores keep what they are told, tell whoever watches, and say what happened in an order that can be read?"""

from pathlib import Path

import pytest

from promplan.language import Problem, say
from promplan.plan import Plan
from promplan.plan.codec import dumps
from promplan.plan.held import TOLD, digest
from promplan.plan.store import NAME, FileStore, MemoryStore, Store
from promplan.plan.turn import TURN


@pytest.fixture(params=["memory", "file"])
def store(request, tmp_path: Path) -> Store:
    return MemoryStore() if request.param == "memory" else FileStore(tmp_path / NAME)


def test_the_newest_notices_are_shown_each_once_the_newest_last(store):
    assert store.notice is None
    for number in range(TOLD + 3):
        store.tell(say("{n} is done.", n=number))
    store.tell(say("{n} is done.", n=4))
    assert [str(one)[0] for one in store.notices] == ["3", "5", "6", "7", "4"]
    assert str(store.notice) == "4 is done."


def test_a_revision_is_the_digest_of_the_text_that_is_held(store):
    first = store.revision
    store.put("team", {"name": "Arc"})
    assert store.revision == digest(dumps(store.plan)) != first
    assert len(store.revision) == 64


def test_a_blank_store_holds_the_blank_plan_it_was_given():
    plan = Plan(team={"name": "Arc"})
    store = MemoryStore(plan)
    assert store.plan == plan and store.revision == digest(dumps(plan)) and store.where == ""
    assert MemoryStore().plan == Plan() and not store.refresh()


def test_every_change_says_that_it_is_saved_and_tells_the_views_once(store):
    told: list[str] = []
    store.watch(lambda: told.append(store.plan.team.name))
    before = TURN.saves
    assert store.put("team", {"name": "Arc"}) == store.plan
    assert TURN.saves == before + 1 and told == ["Arc"]
    with pytest.raises(ValueError):
        store.put("team", {"name": 5})
    assert TURN.saves == before + 1 and told == ["Arc"]


def test_a_view_that_has_gone_is_told_nothing_and_may_go_twice(store):
    told: list[int] = []
    stay, go = store.watch(lambda: told.append(1)), store.watch(lambda: told.append(2))
    go(), go()
    store.put("team", {"name": "Arc"})
    assert told == [1]
    stay()
    store.put("team", {"name": "Bow"})
    assert told == [1]


def test_a_view_may_go_while_it_is_told(store):
    told: list[int] = []
    ends = [store.watch(lambda: (told.append(1), ends[0]())), store.watch(lambda: told.append(2))]
    store.put("team", {"name": "Arc"})
    store.put("team", {"name": "Bow"})
    assert told == [1, 2, 2]


def test_a_view_that_fails_is_named_in_a_line_that_can_be_read(store):
    def fails() -> None:
        raise ZeroDivisionError("x" * 500)

    store.watch(fails)
    store.put("team", {"name": "Arc"})
    said = str(store.notice)
    assert "(ZeroDivisionError xxx" in said and said.endswith("x). Run its cell again.") and said.count("x") < 200


def test_records_come_and_go_and_change_places(store):
    one, two = (store.add("enterprise.facts", {"statement": words}) for words in ("a", "b"))
    three = store.add("enterprise.facts", {"statement": "c"}, after=one)
    assert [fact.id for fact in store.plan.enterprise.facts] == [one, three, two]
    store.move(f"enterprise.facts/{two}", -2)
    store.remove(f"enterprise.facts/{three}")
    assert [fact.statement for fact in store.plan.enterprise.facts] == ["b", "a"]


def test_an_answer_is_found_by_its_question_and_by_whom(store):
    store.answer({"q": "the team's", "p": "other"})
    store.answer({"q": "Anna's"}, by="M1")
    assert (store.answered("q"), store.answered("q", by="M1")) == ("the team's", "Anna's")
    assert store.answered("q", by="M2") is None and store.answered("r") is None


def test_tries_are_counted_for_each_exercise(store):
    assert [store.attempt("01-facts"), store.attempt("01-facts"), store.attempt("02-goals")] == [1, 2, 1]


def test_a_reason_is_kept_with_who_gave_it(store):
    store.reason("FACT-9", "F1", "the foreman will sign", by="M2")
    (given,) = store.plan.answers.reasons
    assert (given.rule, given.object, given.reason, given.by) == ("FACT-9", "F1", "the foreman will sign", "M2")


def test_what_the_document_refuses_is_said_in_words_and_changes_nothing(store):
    before = store.plan
    with pytest.raises(Problem, match="longer than 300 characters"):
        store.answer({"q" * 301: "a"})
    with pytest.raises(Problem, match="three words"):
        store.reason("FACT-9", "F1", "no")
    assert store.plan == before


def test_any_function_from_plan_to_plan_is_applied_and_checked(store):
    plan = store.replace(lambda plan: plan.model_copy(update={"team": type(plan.team)(name="Arc")}))
    assert plan == store.plan and plan.team.name == "Arc"
    store.keep()
