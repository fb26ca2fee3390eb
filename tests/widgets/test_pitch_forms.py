"""Do the editors of unit 10 grade, build, time and answer: what they save, hide, and say without a kernel?"""

import pytest
from review.faults import changed
from review.pitching import good, plan

from promplan.cases.example import example
from promplan.grading import anchors, classic, questions, rubric
from promplan.language import inside
from promplan.plan import Plan
from promplan.plan.store import MemoryStore
from promplan.widgets.clock import Clock
from promplan.widgets.jury import jury
from promplan.widgets.pitch import filled, pitch, seconds_html, told
from promplan.widgets.pitching import pieces
from promplan.widgets.rubric import rubric_form
from promplan.widgets.sample_marks import sample_marks
from promplan.widgets.table import Table


def walk(one):
    yield one
    for child in getattr(one, "children", ()):
        yield from walk(child)


def opened(form, values=None):
    store = MemoryStore(plan(values) if values is not None else Plan())
    return store, form(store)


def button(panel, name: str):
    return next(one for one in walk(panel) if getattr(one, "description", None) == name and hasattr(one, "click"))


def radio(panel):
    return next(one for one in walk(panel) if "pp-levels" in getattr(one, "_dom_classes", ()))


def number(id_: str) -> str:
    return str([one.id for one in rubric().criteria].index(id_) + 1)


def table(panel) -> Table:
    return next(one for one in walk(panel) if isinstance(one, Table))


def said(panel) -> str:
    return " ".join(str(one.value) for one in walk(panel) if isinstance(getattr(one, "value", None), str))


def troubles(panel) -> str:
    return " ".join(one.trouble for one in walk(panel) if hasattr(one, "trouble"))


# the rubric


def test_a_level_makes_a_mark_and_another_changes_it():
    store, panel = opened(rubric_form, {**good(), "pitch": {}})
    radio(panel).value = 2
    (mark,) = store.plan.pitch.marks
    assert (mark.criterion, mark.level) == ("question", 2)
    radio(panel).value = 3
    assert [one.level for one in store.plan.pitch.marks] == [3]
    assert "15 of 100 points; 1 of 7 criteria" in said(panel)


def test_each_criterion_shows_its_levels_in_words_and_its_evidence_and_next_goes_on():
    store, panel = opened(rubric_form, good())
    assert radio(panel).options[3][0] == f"4 · {rubric().criteria[0].anchor(4)}" and radio(panel).value == 4
    button(panel, "Next criterion").click()
    button(panel, "Next criterion").click()
    assert table(panel).value == number("truth") and "facts used are cleared" in said(panel) and "[F1]" in said(panel)
    assert radio(panel).value == 3
    for _ in range(5):
        button(panel, "Next criterion").click()
    assert table(panel).value == "1" and store.plan.pitch.marks == plan(good()).pitch.marks


def test_gates_come_first_with_what_closes_them():
    _, panel = opened(rubric_form, changed(good(), {"enterprise.facts.0.clearance": {"state": "open"}}))
    assert "mend: 2 places" in said(panel) and "FACT-6P" in said(panel) and "✔ passes" in said(panel)
    _, panel = opened(rubric_form)
    assert "✔" not in said(panel) and said(panel).count("nothing to look at yet") == 5


def test_a_mark_without_evidence_is_told_beside_it():
    _, panel = opened(rubric_form, changed(good(), {"pitch.marks.0.evidence": []}))
    assert "Level 4, and no id" in said(panel) + " ".join(str(getattr(one, "findings", "")) for one in walk(panel))


# sample plans


def test_ours_is_hidden_until_all_seven_levels_are_given_and_then_nothing_changes():
    store, panel = opened(sample_marks)
    weak = anchors()[0]
    reason = weak.marks[0].why.split(".")[0]
    levels = {**weak.levels, "question": 2, "art": 4}
    for one in rubric().criteria[:-1]:
        table(panel).value = number(one.id)
        radio(panel).value = levels[one.id]
    assert "1 level is still missing" in said(panel) and reason[1:20] not in said(panel)
    table(panel).value = number("measure")
    radio(panel).value = levels["measure"]
    assert "Exact: 5 of 7; one level off: 1; farther: 1" in said(panel) and "3 levels kinder than we" in said(panel)
    assert len(store.plan.pitch.samples) == 7 and radio(panel).disabled
    radio(panel).value = 1
    assert {one.criterion: one.level for one in store.plan.pitch.samples} == levels
    assert "Exact: 5 of 7" in sample_marks(store)._repr_mimebundle_()["text/html"]


def test_the_two_samples_are_kept_apart():
    store, panel = opened(sample_marks)
    radio(panel).value = 1
    which = next(one for one in walk(panel) if "pp-samples" in getattr(one, "_dom_classes", ()))
    which.value = "good"
    assert radio(panel).value is None
    radio(panel).value = 3
    assert [(one.sample, one.level) for one in store.plan.pitch.samples] == [("weak", 1), ("good", 3)]


# the pitch


def test_empty_parts_are_filled_from_the_plan_once_and_what_was_written_stays():
    document = example("09-quarter")
    new = filled(document)
    assert [one.beat for one in new.pitch.parts] == [
        "scene",
        "problem",
        "audience",
        "message",
        "idea",
        "plan",
        "proof",
        "ask",
    ]
    assert filled(new) == new
    own = document.model_copy(deep=True)
    own.pitch = plan({"pitch": {"parts": [{"id": "PT1", "beat": "idea", "says": "Ours."}]}}).pitch
    kept = filled(own)
    assert len(kept.pitch.parts) == 8 and next(one.says for one in kept.pitch.parts if one.beat == "idea") == "Ours."
    assert [one.beat for one in kept.pitch.parts][4] == "idea"


def test_the_draft_is_taken_by_a_press_and_undone():
    store = MemoryStore(example("09-quarter"))
    panel = pitch(store)
    button(panel, "Begin from the plan").click()
    assert len(store.plan.pitch.parts) == 8
    toast = next(one for one in walk(panel) if "filled" in getattr(one, "said", ""))
    toast.pressed += 1
    assert store.plan.pitch.parts == []
    _, blank = opened(pitch)
    button(blank, "Begin from the plan").click()
    assert "There is nothing to take over" in troubles(blank)


def test_seconds_follow_what_is_typed_and_what_is_over_is_said():
    store, panel = opened(pitch, good())
    assert "s are left" in said(panel)
    store.put("pitch", {"limit": 30})
    assert "s too long" in said(panel) and "data-over" in said(panel)
    assert str(told(180.4, 180)) == "180 s of 180: 0 s are left."
    assert "No part yet" in seconds_html(Plan())


def test_findings_of_the_request_stand_at_its_field_and_are_live():
    store, panel = opened(pitch, good())
    store.put("pitch", {"ask": ""})
    assert "PIT-1" in said(panel) or any(
        "nothing stands there yet" in str(getattr(one, "value", "")) for one in walk(panel)
    )


def clocked(values=None):
    store, panel = opened(pitch, values or good())
    return store, panel, next(one for one in walk(panel) if isinstance(one, Clock))


def rehearse(board, parts, turn=1):
    board.acts = {"page": "p", "list": [{"turn": turn, "do": "rehearsed", "parts": parts}]}


def test_a_rehearsal_is_saved_with_its_seconds_by_part_once():
    store, _, board = clocked({**good(), "pitch": {**good()["pitch"], "rehearsals": []}})
    rehearse(board, [40, 31.6, 52])
    rehearse(board, [40, 31.6, 52])  # the page sends again what it has not heard of
    (one,) = store.plan.pitch.rehearsals
    assert (one.seconds, one.parts, one.day) == (124, [40, 32, 52], store.plan.meta.as_of)
    assert board.heard["turn"] == 1


@pytest.mark.parametrize("parts", [[], [-3], [10**9], None])
def test_a_rehearsal_that_cannot_be_is_refused(parts):
    store, panel, board = clocked()
    before = store.plan
    rehearse(board, parts)
    assert store.plan == before and "no seconds" in troubles(panel) + str(
        [one.trouble for one in walk(panel) if hasattr(one, "trouble")]
    )


def test_the_clock_knows_the_parts_as_they_are():
    store, _, board = clocked()
    assert [one["id"] for one in board.shown["parts"]] == ["PT1", "PT2", "PT3"] and board.shown["limit"] == 100
    store.put("pitch.parts/PT1", {"seconds": 12})
    assert board.shown["parts"][0]["seconds"] == 12.0


# the jury


def test_the_plans_questions_are_taken_in_its_language_once_and_undone():
    with inside("ru"):
        document = example("09-quarter")
    store = MemoryStore(document)
    panel = jury(store)
    button(panel, "Take the plan's own questions").click()
    taken = store.plan.pitch.jury
    assert [one.kind for one in taken] == [one.kind for one in questions(document)]
    assert all("?" in one.question and any("а" <= it <= "я" for it in one.question.casefold()) for one in taken)
    button(panel, "Take the plan's own questions").click()
    assert len(store.plan.pitch.jury) >= len(taken)
    button(panel, "Take the seven that any jury asks").click()
    assert {one.kind for one in classic()} <= {one.kind for one in store.plan.pitch.jury}
    assert "on the list, no answer yet" in said(panel)


def test_what_may_stand_behind_is_offered_in_words_cleared_facts_before_others():
    document = example("09-quarter")
    told_ = pieces(document)
    assert len({key for _, key in told_}) == len(told_)
    facts = [key for _, key in told_ if key.startswith("F") and key[1:].isdigit()]
    states = {one.id: one.clearance.state for one in document.enterprise.facts}
    cleared = [states[one] == "cleared" for one in facts]
    assert cleared == sorted(cleared, reverse=True)


@pytest.mark.parametrize("form", [rubric_form, sample_marks, pitch, jury])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_without_a_kernel_each_is_a_page_and_what_was_typed_is_escaped(form, language):
    hostile = "<script>alert(1)</script>"
    values = changed(
        good(language),
        {
            "pitch.ask": hostile, "pitch.parts.0.says": hostile, "pitch.jury.0.answer": hostile,
            "pitch.marks.0.why": hostile, "team.members.0.name": hostile,
        },
    )  # fmt: skip
    with inside(language):
        _, panel = opened(form, values)
        html = panel._repr_mimebundle_()["text/html"]
    assert "<script" not in html and len(html) > 200
    assert form is sample_marks or "&lt;script&gt;" in html


def test_a_level_may_rest_on_who_carries_the_plan_for_free():
    plan_ = example("10-good")
    held = {id_ for _, id_ in pieces(plan_)}
    named = {id_ for mark in plan_.pitch.marks for id_ in mark.evidence}
    assert any(one.startswith("FC") for one in named) and named <= held


@pytest.mark.parametrize(
    ("form", "name"), [(pitch, "Begin from the plan"), (jury, "Take the seven that any jury asks")]
)
def test_a_press_that_takes_nothing_says_so_beside_its_button_until_the_plan_changes(form, name):
    store, panel = opened(form, good())
    for _ in range(2):
        button(panel, name).click()
    near = [one for one in panel.children if hasattr(one, "trouble")]
    beside = next(one for one in near if one.trouble)
    rows = [n for n, one in enumerate(panel.children) if button_in(one, name)]
    assert 0 < panel.children.index(beside) - rows[0] <= 1
    store.put("pitch", {"to": "the director"})
    assert beside.trouble == ""


def button_in(one, name: str) -> bool:
    return any(getattr(it, "description", None) == name for it in walk(one))
