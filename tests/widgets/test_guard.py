"""Is "saved" said only of what a store has on the disk, and is nothing that fails silent?"""

import pytest

from promplan.language import Problem, say
from promplan.plan.brief import Brief
from promplan.plan.store import MemoryStore
from promplan.widgets.guard import Guard


def fail(error: BaseException):
    def act() -> None:
        raise error

    return act


def asked(guard: Guard, event: str = "input") -> str:
    """What the browser reads when its question after an event is answered."""
    number = int(guard.seq.split(".")[1]) if guard.seq else 0
    guard.seq = f"page.{number + 1}.{event}"
    assert guard.ack == guard.seq
    return f"✘ {guard.trouble}" if guard.trouble else f"✔ {guard.said}" if guard.said else ""


def test_a_handler_whose_change_is_in_the_store_is_told_as_saved():
    guard, store = Guard(), MemoryStore()
    guard.doing(lambda: store.put("brief", {"client": "press office"}))
    assert asked(guard) == "✔ saved"


def test_what_was_typed_and_came_to_no_handler_is_not_told_as_saved():
    guard, store = Guard(), MemoryStore()
    guard.doing(lambda: store.put("brief", {"client": "press office"}))
    assert asked(guard) == "✔ saved"
    assert asked(guard, "change") == "✔ saved"  # the field is left, and nothing is new in it
    assert asked(guard) == ""
    guard.doing(lambda: store.put("brief", {"client": "the director"}))  # this may be the one that was late
    assert guard.said == "saved"
    for client in ("the foreman", "the press officer"):
        asked(guard, "change")
        guard.doing(lambda client=client: store.put("brief", {"client": client}))
        assert asked(guard) == "✔ saved"


def test_a_question_that_overtakes_its_change_is_answered_by_a_tick_only_when_the_change_is_saved():
    guard, store = Guard(), MemoryStore()
    for client in ("press office", "the director", "the foreman"):
        assert asked(guard) == ""  # before the handler, whatever was saved before
        guard.doing(lambda client=client: store.put("brief", {"client": client}))
        assert guard.said == "saved"
    assert asked(guard) == ""
    guard.doing(fail(Problem(say("a number belongs here, without quotes or words"))))
    assert guard.trouble.startswith("Not saved") and asked(guard).startswith("✘")


def test_a_handler_that_saved_nothing_is_not_told_as_saved():
    guard = Guard()
    assert guard.doing(lambda: 7) == 7
    assert asked(guard) == ""


def test_a_problem_is_told_with_its_words():
    guard = Guard()
    guard.doing(fail(Problem(say("a number belongs here, without quotes or words"))))
    assert asked(guard) == "✘ Not saved: a number belongs here, without quotes or words"


@pytest.mark.parametrize("error", [IsADirectoryError(21, "Is a directory"), ZeroDivisionError("x"), MemoryError()])
def test_whatever_else_a_handler_raises_is_told_too(error):
    guard = Guard()
    assert guard.doing(fail(error)) is None
    assert asked(guard).startswith("✘ Not saved: ") and type(error).__name__ in guard.trouble


def test_what_the_document_refuses_is_told_in_words():
    guard = Guard()
    guard.doing(lambda: Brief(client="x" * 301))
    assert asked(guard) == "✘ Not saved: client: the text is longer than 300 characters; shorten it"


def test_an_interrupted_handler_is_not_saved_and_the_kernel_hears_of_it():
    guard = Guard()
    with pytest.raises(KeyboardInterrupt):
        guard.doing(fail(KeyboardInterrupt()))
    assert asked(guard).startswith("✘ Not saved")


def test_a_callback_leaves_the_event_aside():
    guard, pressed = Guard(), []
    guard.handler(lambda: pressed.append(1))({"new": "an event"})
    assert pressed == [1]


def test_a_field_that_failed_stays_told_until_it_is_mended():
    guard, store = Guard(), MemoryStore()
    guard.doing(fail(Problem(say("a whole number belongs here"))), about="brief.answer_days")
    guard.doing(lambda: store.put("brief", {"client": "c"}), about="brief.client")
    assert "a whole number belongs here" in asked(guard)
    guard.doing(lambda: store.put("brief", {"client": "d"}), about="brief.answer_days")
    assert asked(guard) == "✔ saved"


def test_two_fields_that_failed_are_both_told():
    guard = Guard()
    guard.report(say("a whole number belongs here"), about="a")
    guard.report(say("a date belongs here, written as 2026-10-31"), about="b")
    assert "a whole number" in guard.trouble and "a date belongs" in guard.trouble


def test_a_press_that_failed_is_forgotten_with_the_next_that_goes_well():
    guard, store = Guard(), MemoryStore()
    guard.doing(fail(Problem(say("a whole number belongs here"))))
    guard.doing(lambda: store.add("team.members", {}))
    assert asked(guard) == "✔ saved"


def test_what_left_the_screen_is_no_longer_told():
    guard = Guard()
    guard.report(say("a whole number belongs here"), about="enterprise.facts/F1.value")
    guard.report(say("a date belongs here, written as 2026-10-31"), about="brief.deadline")
    guard.forget("enterprise.facts/F1")
    assert guard.trouble == "Not saved: a date belongs here, written as 2026-10-31"


def test_a_handler_inside_another_that_failed_is_not_wiped_by_the_outer_one():
    guard, store = Guard(), MemoryStore()

    def act() -> None:
        guard.doing(fail(Problem(say("a whole number belongs here"))))
        store.put("brief", {"client": "c"})

    guard.doing(act)
    assert "a whole number" in asked(guard)


def test_what_an_act_reports_itself_stands():
    guard = Guard()
    guard.doing(lambda: guard.report(say("whose card is it? Choose your name first")))
    assert "Choose your name" in asked(guard)
