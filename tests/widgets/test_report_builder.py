"""Does every number of the report come from the plan, with n and interval, and does the report read as it should?"""

import pytest
from measured import measured
from widgets.finding import field, part, press, told

from promplan.cases.example import example
from promplan.language import Problem, inside
from promplan.plan import Plan, edit
from promplan.plan.store import MemoryStore
from promplan.review import check
from promplan.widgets.copying import Copying
from promplan.widgets.measuring import UNIT
from promplan.widgets.report_builder import PATH, inserted, report_builder
from promplan.widgets.report_numbers import MOST_BEHIND, numbers
from promplan.widgets.report_text import plain
from promplan.widgets.toast import Toast

NUMBER = "A number from the plan"
INSERT = "Insert it into the sentence"


def by_key(plan: Plan) -> dict:
    return {one.key: one for one in numbers(plan)}


def test_every_number_says_of_how_many_and_what_it_is_from():
    found = by_key(measured())
    assert str(found["kpi KP1"].words) == "95 people" and found["kpi KP1"].results == ("RS2",)
    assert "of 40 people: 15 percentage points (95 % interval" in str(found["change SV1"].words)
    assert str(found["after SV1"].words).startswith("17 of 40 (42.5 %, 95 % interval")
    assert "CTR (click-through rate): 1.25 % of 4,000 (95 % interval" in str(found["rate measured ctr"].words)
    assert found["rate measured ctr"].results == ("RS1", "RS2")
    assert str(found["sum measured clicks"].words) == "50 clicks" and str(found["result RS2 visits"].words)
    assert "sum measured reach" not in found  # people reached twice are one


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_no_number_is_offered_in_the_words_of_a_program(speech):
    with inside(speech):
        assert not [one.label for one in numbers(example("09-quarter")) if "{" in f"{one.label}{one.words}"]


@pytest.mark.parametrize("currency", ["", "RUB", "EUR", "USD"])
@pytest.mark.parametrize("speech", ["en", "ru"])
def test_no_inserted_number_is_one_that_the_review_cannot_explain(speech, currency):
    with inside(speech):
        plan = edit.put(measured(), "meta", {"language": speech})
        plan = edit.put(plan, "budget", {"currency": currency})
        plan, _ = edit.add(plan, "results", {"what": "Game", "kind": "simulated", "clicks": 7, "spend": 1234.5})
        plan, _ = edit.add(plan, "results", {"what": "Poll", "kind": "asked", "value": 31.0, "n": 40})
        for one in numbers(plan):
            told_ = edit.put(plan, f"{PATH}/ST1", inserted(plan.measurement.statements[0], one))
            found = [it.rule for it in check(told_, UNIT) if it.object == "ST1"]
            assert set(found) <= {"KPI-13"}, (one.key, found)  # a change that may be chance belongs under another head


def test_a_simulated_number_says_that_it_is_one():
    plan, _ = edit.add(measured(), "results", {"what": "Game", "kind": "simulated", "clicks": 7})
    assert "in a simulation" in str(by_key(plan)["result RS3 clicks"].words)


def test_a_change_that_cannot_be_told_says_so_in_the_report_too():
    assert "cannot be told" in str(by_key(measured())["change SV1"].words)


def test_a_sum_of_more_results_than_a_sentence_can_name_is_not_offered():
    plan = measured()
    for n in range(MOST_BEHIND):
        plan, _ = edit.add(plan, "results", {"what": f"P{n}", "clicks": 1, "source": "x"})
    assert "sum measured clicks" not in by_key(plan) and "rate measured ctr" in by_key(plan)


def test_a_number_is_inserted_with_what_is_behind_it_and_taken_back():
    store = MemoryStore(measured())
    panel = report_builder(store)
    field(panel, NUMBER).value = "kpi KP1"
    press(panel, INSERT)
    one = store.plan.measurement.statements[0]
    assert (one.text, one.kpi, one.results) == ("People came: 95 people", "KP1", ["RS2"])
    assert "People came: 95 people" in told(panel) and "[KP1, RS2]" in told(panel)
    assert "– People came: 95 people [KP1, RS2]" in part(panel, Copying).text
    part(panel, Toast).undo()
    assert store.plan.measurement.statements[0] == measured().measurement.statements[0]


def test_a_survey_s_number_names_the_survey():
    store = MemoryStore(measured())
    panel = report_builder(store)
    field(panel, NUMBER).value = "after SV1"
    press(panel, INSERT)
    assert store.plan.measurement.statements[0].surveys == ["SV1"]


def test_a_sentence_without_room_takes_no_number():
    plan = edit.put(measured(), "measurement.statements/ST1", {"text": "x" * 3999})
    with pytest.raises(Problem, match="no room for another number"):
        inserted(plan.measurement.statements[0], by_key(plan)["kpi KP1"])


def test_objectives_have_their_answer_and_heads_without_a_sentence_say_so():
    said = told(report_builder(MemoryStore(measured())))
    assert "✔ reached" in said and "Eighty guests at the open day" in said
    assert "What did not work" in said and "nothing written yet" in said


def test_a_plan_with_nothing_says_what_is_missing():
    panel = report_builder(MemoryStore(Plan()))
    assert "no objective yet" in told(panel) and "There is no number in the plan yet" in told(panel)
    press(panel, INSERT)


def test_words_of_a_student_stay_words():
    plan = edit.put(measured(), "measurement.statements/ST1", {"text": "<script>alert(1)</script>"})
    assert "<script>" not in told(report_builder(MemoryStore(plan)))


def test_the_report_reads_in_the_reader_s_language():
    plan = edit.put(measured(), "measurement", {"anyway": "It was the week of the fair.", "report_to": "press office"})
    assert "It was the week of the fair." in plain(plan) and "To: press office" in plain(plan)
    with inside("ru"):
        assert "press office" in plain(plan)
