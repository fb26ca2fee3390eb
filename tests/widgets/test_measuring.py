"""Do the editors of unit 9 say what the counts say, no more and no less, and keep no names?"""

import re

import pytest
from ipywidgets import Textarea
from measured import SURVEY, measured
from widgets.finding import button, field, part, press, shown, told, walk

from promplan import assets
from promplan.cases import response
from promplan.language import Problem, inside
from promplan.media import Paired, sample_size
from promplan.plan import Plan
from promplan.plan.codec import dumps
from promplan.plan.measurement import Survey, Trial
from promplan.plan.store import MemoryStore
from promplan.results.said import ends, signed
from promplan.widgets.ab_planner import ab_planner
from promplan.widgets.ab_said import needed, outcome, weekly
from promplan.widgets.before_after import before_after
from promplan.widgets.before_after_said import comparison, shares
from promplan.widgets.before_after_said import told as say_survey
from promplan.widgets.decisions import decisions
from promplan.widgets.guard import Guard
from promplan.widgets.interval_drawn import drawn
from promplan.widgets.needed_curve import curve
from promplan.widgets.paired_answers import counted, of_file
from promplan.widgets.results_table import results_table
from promplan.widgets.toast import Toast
from promplan.widgets.typed import share


def survey(**more) -> Survey:
    return Survey.model_validate({**SURVEY, **more, "id": "SV1"}, strict=True)


def trial(**more) -> Trial:
    return Trial.model_validate({**more, "id": "AB1"}, strict=True)


def sentences(*lines) -> str:
    return "\n".join(map(str, lines))


def test_a_change_that_may_be_chance_is_not_called_one():
    said = sentences(*say_survey(survey()))
    assert "27.5 % before, 42.5 % after, of 40 people: 15 percentage points" in said
    assert "Cannot be told from chance" in said and "8 of 40 went from no to yes, 2 from yes to no" in said
    assert "Nobody was asked who was not there" in said


def test_a_change_that_is_sure_says_by_how_much_at_least_and_claims_no_cause():
    said = sentences(*say_survey(survey(gained=20, lost=1, neither=10)))
    assert "More people say yes afterwards, by" in said and "Why, the numbers do not say" in said
    assert "Fewer people say yes" in sentences(*say_survey(survey(gained=1, lost=20, neither=10)))


def test_the_wrong_interval_is_shown_on_request_and_called_wrong():
    assert "wrong" not in sentences(*say_survey(survey(), wrong=False))
    assert "Counted as two different groups" in sentences(*say_survey(survey(), wrong=True))


def test_few_people_are_no_share():
    assert "tell it as a story" in sentences(*say_survey(survey(both=1, gained=2, lost=0, neither=2)))


def test_what_is_missing_is_said():
    assert "All four numbers are needed" in sentences(*say_survey(survey(both=None)))
    assert "Type the four numbers" in sentences(*say_survey(survey(both=None, gained=None, lost=None, neither=None)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("9V, who stayed: 24 asked, 5 before, 7 after", (24, 5, 7)),
        ("24, 5, 7", (24, 5, 7)),
        ("class 8, 24 asked, 5, 7", (24, 5, 7)),
        ("5 of 24", None),
        ("24, 25, 7", None),
        ("nobody", None),
    ],
)
def test_a_comparison_is_read_from_its_three_numbers(text, found):
    told_ = comparison(text)
    assert (told_ and (told_.n, told_.before, told_.after)) == found


def test_a_comparison_takes_off_what_came_without_us():
    said = sentences(*say_survey(survey(compared="9V: 20 asked, 5 before, 6 after")))
    assert "Of your 15 points, 5 came there too, without you: 10 are left" in said
    assert "three numbers in this order" in sentences(*say_survey(survey(compared="another class")))


def test_two_lists_are_paired_by_name_and_forgotten():
    found = counted("Anya; yes\nBoris; no\nVera; no\nGleb; yes", "vera, yes\nANYA, yes\nBoris, no\nDima, no")
    assert found.pair == Paired(both=1, gained=1, lost=0, neither=1)
    assert (found.only_before, found.only_after) == (1, 1) and "2 answered once only" in str(found.said)


def test_answers_alone_go_by_their_order_and_the_survey_s_own_word_is_a_yes():
    assert counted("yes\nno\nno", "yes\nyes\nno").pair == Paired(1, 1, 0, 1)
    assert counted("1; would come\n2; нет", "1; Would come.\n2; да", "would come").pair == Paired(1, 1, 0, 0)
    assert counted("Anna Petrova yes", "anna petrova no").pair == Paired(0, 0, 1, 0)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("", "yes", "Paste both lists"),
        ("Anya; yes", "yes", "who is who"),
        ("Anya; perhaps", "Anya; yes", "Answers before, line 1: its answer is neither"),
        ("Anya; yes\nanya; no", "Anya; yes", "line 2: this person stands there already"),
        ("Anya; yes", "Boris; yes", "Nobody stands in both lists"),
        ("yes\nno", "yes", "2 answers before and 1 after"),
        ("; yes\nAnya; no", "Anya; yes", "does not say whose"),
    ],
)
def test_a_list_that_cannot_be_paired_says_why_and_names_nobody(before, after, why):
    with pytest.raises(Problem, match=why) as error:
        counted(before, after)
    assert "Anya" not in str(error.value)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_a_file_of_answers_is_counted(encoding):
    data = "Кто;До;После\nАня;да;да\nБорис;нет;да\nВера;нет;\n".encode(encoding)
    found = of_file(data)
    assert found.pair == Paired(1, 1, 0, 0) and found.only_before == 1
    assert of_file(b"yes,no\nno,no\n").pair == Paired(0, 0, 1, 1)


@pytest.mark.parametrize("case", sorted(response.SURVEYS))
def test_the_kits_own_survey_is_counted_and_its_note_is_no_answer(case):
    found = of_file((assets.folder() / "cases" / case / "survey.csv").read_bytes())
    *counts, away = response.SURVEYS[case]
    assert found.pair == Paired(*counts) and found.only_before + found.only_after == away and found.notes == 1
    assert "1 line is a note and is skipped." in str(found.said)


def test_lines_that_begin_with_a_hash_are_notes_and_a_number_with_one_is_a_person():
    found = counted("# before\n#14; yes\n#15; no", "#14; yes\n#15; yes\n# after")
    assert found.pair == Paired(1, 1, 0, 0) and found.notes == 2
    with pytest.raises(Problem, match="line 4: an answer is neither"):
        of_file(b"who,before,after\n# note\n\nA,maybe,yes\n")
    with pytest.raises(Problem, match="line 3: one answer is missing"):
        of_file(b"who,before,after\nA,no,yes\nB\n")


@pytest.mark.parametrize("data", [b"", b"a\nb\n", b"who;before;after\nA;maybe;yes\n", b"\0\1\2"])
def test_a_file_that_is_no_list_of_answers_is_said(data):
    with pytest.raises(Problem):
        of_file(data)


def test_pasted_lists_become_counts_in_the_plan_and_leave_no_name_anywhere():
    store = MemoryStore(measured())
    panel = before_after(store)
    texts = [one for one in _areas(panel) if one.description.startswith("Answers")]
    texts[0].value, texts[1].value = "Anya; yes\nBoris; no", "Anya; yes\nBoris; yes"
    press(panel, "Count them")
    one = store.plan.measurement.surveys[0]
    assert (one.both, one.gained, one.lost, one.neither) == (1, 1, 0, 0)
    assert [it.value for it in texts] == ["", ""] and b"Anya" not in dumps(store.plan)
    assert "2 people answered both times" in told(panel)
    part(panel, Toast).undo()
    assert store.plan.measurement.surveys[0].both == 9


def _areas(panel):
    from widgets.finding import walk

    return [one for one in walk(panel) if isinstance(one, Textarea)]


def test_a_number_typed_into_the_form_is_told_at_once():
    store = MemoryStore(measured())
    panel = before_after(store)
    field(panel, "No before, yes after").value = "20"
    assert store.plan.measurement.surveys[0].gained == 20 and "More people say yes afterwards" in told(panel)
    field(panel, "Show the wrong interval beside it").value = True
    assert "as if they were two groups: wrong" in told(panel)


def test_of_an_empty_plan_nothing_is_counted_and_adding_is_offered():
    panel = before_after(MemoryStore(Plan()))
    press(panel, "Count them")
    assert ["Press Add first" in one.trouble for one in walk(panel) if isinstance(one, Guard)] == [False, True]


def test_what_is_wrong_with_a_list_is_said_below_its_button_and_forgotten_when_another_is_counted():
    panel = before_after(MemoryStore(measured()))
    field(panel, "Answers before").value, field(panel, "Answers after").value = "1; yes\n3; maybe", "1; yes\n3; no"
    press(panel, "Count them")
    parts = list(walk(panel))
    beside = [one for one in parts if isinstance(one, Guard)][-1]
    assert "line 2" in beside.trouble and parts.index(beside) > parts.index(button(panel, "Count them"))
    field(panel, "Answers before").value = "1; yes\n3; yes"
    press(panel, "Count them")
    assert beside.trouble == ""


def test_the_answers_of_the_kit_are_chosen_without_a_file_dialog():
    plan = measured()
    plan.meta.case = "wagon-works"
    store = MemoryStore(plan)
    panel = before_after(store)
    kit = field(panel, "or from your plant's kit")
    kit.value = "survey.csv"
    one = store.plan.measurement.surveys[0]
    assert kit.value == "" and one.both + one.gained + one.lost + one.neither > 20
    store.put("meta", {"case": "real"})
    assert not shown(kit)


def test_both_ends_of_an_interval_have_as_many_decimals_and_a_true_minus():
    assert [str(one) for one in ends(-0.653, 29.6)] == ["\N{MINUS SIGN}0.7", "29.6"]
    assert [str(one) for one in ends(77.76, 90.0)] == ["77.8", "90.0"]
    assert [str(one) for one in ends(1.04, 1.219)] == ["1.04", "1.22"]
    assert [str(one) for one in ends(812, 12340)] == ["812", "12,340"]
    with inside("ru"):
        assert [str(one) for one in ends(-0.653, 29.0001)] == ["\N{MINUS SIGN}0,7", "29,0"]
    assert str(signed(-5.0)) == "\N{MINUS SIGN}5"


def test_the_list_shows_the_shares_as_the_sentence_below_does():
    assert shares(measured().measurement.surveys[0]) == "27.5 → 42.5 %"


@pytest.mark.parametrize(
    ("typed", "value"), [("1 %", 0.01), ("1%", 0.01), ("0.02", 0.02), ("12.5 %", 0.125), ("", None), ("100 %", 1.0)]
)
def test_a_share_is_typed_as_people_write_it(typed, value):
    assert share(typed) == value


@pytest.mark.parametrize(("typed", "told"), [("2", "write 2 % or 0.02"), ("a few", "such as 0.02 or 2 %")])
def test_what_is_no_share_is_told_with_how_to_write_it(typed, told):
    with pytest.raises(Problem, match=told):
        share(typed)


def test_the_rates_of_a_test_take_per_cent():
    store = MemoryStore(measured())
    panel = ab_planner(store)
    field(panel, "Rate of A, a fraction").value = "1 %"
    assert store.plan.measurement.tests[0].rate == 0.01


def test_a_test_says_how_many_people_it_needs_and_what_to_do_where_there_are_too_few():
    found = needed(trial(rate=0.2, hoped=0.25, people=400), 0.8, 50)
    said = sentences(*found.lines, *found.instead)
    assert "each version needs 1,094 people of its own: 2,188 in both" in said
    assert "that takes 44 weeks: the campaign is over by then" in said
    assert "2,188 people are needed and there are 400: too few for this test" in said
    assert "20 % can be told from 32.3 % and more" in said
    assert "before and after" in said and "ten people" in said and "without a test" in said


def test_a_test_that_can_be_done_says_so_and_how_long_it_takes():
    found = needed(trial(rate=0.2, hoped=0.4, people=4000), 0.8, 60)
    said = sentences(*found.lines)
    assert found.size and "it can be done" in said and "weeks. Whoever saw it last week" in said
    assert found.instead == ()
    assert "Type the rate" in sentences(*needed(trial(), 0.8, None).lines)
    assert "Both shares are" in sentences(*needed(trial(rate=0.2, hoped=0.2), 0.8, None).lines)
    assert "How many people are there" in sentences(*needed(trial(rate=0.2, hoped=0.4), 0.9, None).lines)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((200, 20, 200, 60), "B is better"),
        ((200, 60, 200, 20), "A is better"),
        ((200, 20, 200, 22), "Cannot be told from chance"),
        ((20, 30, 200, 22), "count people"),
        ((20, None, 200, 22), "All four numbers are needed"),
    ],
)
def test_what_a_test_found_is_said_with_its_interval(numbers, words):
    given = {name: n for name, n in zip(("a_n", "a_yes", "b_n", "b_yes"), numbers, strict=True) if n is not None}
    assert words in sentences(*outcome(trial(**given), None))


def test_a_test_that_was_stopped_early_is_told():
    one = trial(rate=0.2, hoped=0.25, a_n=50, a_yes=5, b_n=60, b_yes=30)
    assert "Whoever stops when it looks good" in sentences(*outcome(one, needed(one, 0.8, None).size))
    assert outcome(trial(), None) == []


def test_people_a_week_come_from_the_results_else_from_the_plan():
    found = weekly(measured(), "H1")
    assert found and found[0] == 700 and "reached a week so far" in str(found[1])
    assert weekly(measured(), "") is None and weekly(Plan(), "H1") is None


def test_the_planner_follows_power_and_the_weeks_that_are_typed():
    store = MemoryStore(measured())
    panel = ab_planner(store)
    assert "1,094 people" in told(panel)
    field(panel, "The difference is to be found").value = 0.9
    assert f"{sample_size(0.2, 0.25, power=0.9).per_group:,} people" in told(panel)
    field(panel, "New people a week on the channel").value = "100"
    assert "weeks: the campaign is over" in told(panel)
    field(panel, "New people a week on the channel").value = "many"
    assert "a number belongs here" in told(panel)
    field(panel, "Rate of B that would matter").value = "0.4"
    assert store.plan.measurement.tests[0].hoped == 0.4 and "pp-needed" in told(panel)


@pytest.mark.parametrize(
    ("rate", "hoped", "people"),
    [(0.2, 0.25, 400), (0.01, 0.02, 9000), (0.9, 0.5, None), (0.0, 0.001, 10), (0.5, 1.0, 50)],
)
def test_the_curve_stays_in_its_frame(rate, hoped, people):
    made = curve(rate, hoped, people, 0.8)
    assert made == "" or ("nan" not in made and "inf" not in made)
    assert curve(0.2, 0.2, 10, 0.8) == "" and drawn([]) == ""


def test_decisions_without_a_result_are_asked_about():
    store = MemoryStore(measured())
    panel = decisions(store)
    assert "No decision yet" in told(panel)
    press(panel, "Add")
    assert "names no result" in told(panel)
    store.put("measurement.decisions/DC1", {"seen": ["RS1"], "decided": "move the money"})
    assert "1 decision, and it names the results behind it" in told(panel)


def test_results_are_seen_and_edited_by_hand():
    store = MemoryStore(measured())
    panel = results_table(store)
    assert "2 results in the plan." in told(panel)
    press(panel, "Add")
    assert "Of 1 nobody has said where it is from" in told(panel)
    field(panel, "Clicks").value = "12"
    assert store.plan.results[-1].clicks == 12 or store.plan.results[1].clicks == 12
    assert "Nothing is counted yet" in told(results_table(MemoryStore(Plan())))


@pytest.mark.parametrize("people", [400, 900, 2_040, 5_000])
@pytest.mark.parametrize("hoped", [0.005, 0.02, 0.03, 0.06])
def test_the_words_of_the_curve_keep_apart(hoped, people):
    for drawing in curve(0.01, hoped, people, 0.8).split("<svg")[1:]:
        places = [float(it) for it in re.findall(r'class="pp-said" x="[^"]*" y="([^"]*)"', drawing)]
        assert len(places) < 2 or abs(places[0] - places[1]) >= 16
