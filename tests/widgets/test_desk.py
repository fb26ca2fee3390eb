"""Can a team ask, wait and be answered at the desk, and is what goes wrong said in words, with nothing lost?"""

from datetime import date

import pytest
from widgets.finding import button, field, press, shown, told, walk

from promplan.cases.kit import load
from promplan.export import answer_sheet
from promplan.language import inside, say
from promplan.plan import edit
from promplan.plan.store import FileStore, MemoryStore
from promplan.widgets.copying import Copying
from promplan.widgets.desk import desk
from promplan.widgets.guard import Guard


def kit(case="wagon-works", language="en"):
    with inside(language):
        return load(case).plan


@pytest.fixture
def store():
    return MemoryStore(kit())


def open_desk(store):
    return desk(store, answer_sheet)


def children(part):
    return getattr(part, "children", ())


def trouble(panel):
    return next(one for one in walk(panel) if isinstance(one, Guard)).trouble


def ask(panel, *things, person=""):
    """Choose what is asked about and of whom, and write the drafts."""
    field(panel, "What about?").value = things
    choose(panel, person)
    press(panel, "Write a letter about each")


def choose(panel, person):
    next(one for one in walk(panel) if getattr(one, "description", "") == str(say("Whom do you ask?"))).value = person


def letters(panel):
    return [words for words, _ in field(panel, "Letters").options]


F5, F12 = "enterprise.facts/F5", "enterprise.facts/F12"


def test_two_facts_are_asked_at_once_and_answered_when_their_day_has_come(store):
    panel = open_desk(store)
    ask(panel, F5, F12, person="P10")
    assert [one.wording for one in store.plan.desk.requests] == [
        "A loaded gondola weighs 93.5 t",
        "The side of the gondola, which holds a load of coal, is a sheet of 5 mm",
    ]
    press(panel, "Send all drafts (2)")
    assert "Sent: R1, R2." in told(panel) and "to be expected by 2026-10-15" in told(panel)
    press(panel, "One working day on")
    assert store.plan.desk.day == date(2026, 10, 13) and "Nothing came." in told(panel)
    press(panel, "Until the next answer")
    assert store.plan.desk.day == date(2026, 10, 15)
    assert store.plan.enterprise.facts[4].clearance.state == "cleared"
    assert letters(panel)[0].startswith("✔ R1") and letters(panel)[1].startswith("✎ R2")
    assert trouble(panel) == ""


def test_other_words_are_taken_or_asked_about_again(store):
    panel = open_desk(store)
    ask(panel, F12, person="P10")
    press(panel, "Send this letter")
    press(panel, "Until the next answer")
    press(panel, "Ask for other words")
    assert [one.sent for one in store.plan.desk.requests] == [date(2026, 10, 12), None]
    field(panel, "Letters").value = "R1"
    press(panel, "Take the plant's words")
    clearance = edit.find(store.plan, F12).clearance
    assert (clearance.state, clearance.wording) == ("cleared", "the side is a sheet of 5 mm, held by ribs")
    assert not shown(button(panel, "Take the plant's words"))


def test_whoever_it_is_not_up_to_names_whom_to_ask(store):
    panel = open_desk(store)
    ask(panel, F12, person="P1")
    press(panel, "Send this letter")
    press(panel, "Until the next answer")
    press(panel, "Write to: chief design engineer")
    assert store.plan.desk.requests[1].person == "P10"


def test_the_picker_says_what_a_person_answers_for_and_how_long_it_takes(store):
    panel = open_desk(store)
    choose(panel, "P7")
    assert "press officer answers for: history" in told(panel) and "An answer takes 1 working day." in told(panel)


@pytest.mark.parametrize(
    ("label", "typed", "words"),
    [
        ("May we say", "", "it is empty"),
        ("May we say", "Гружёный полувагон весит 93,5 тонны", "the plan is in English"),
        ("May we say", "x" * 5000, "not saved"),
        ("Whom do you ask?", "", "to nobody"),
    ],
)
def test_a_letter_that_cannot_go_stays_as_it_is_and_says_why(store, label, typed, words):
    panel = open_desk(store)
    ask(panel, F5, person="P10")
    control = [one for one in walk(panel) if getattr(one, "description", "") == label][-1]
    control.value = typed
    press(panel, "Send this letter")
    assert words in trouble(panel)
    assert store.plan.desk.requests[0].sent is None
    assert control.value == typed


def test_what_was_asked_is_no_longer_ticked(store):
    panel = open_desk(store)
    keys = [key for _, key in field(panel, "What about?").options][:2]
    for key in keys:
        field(panel, "What about?").value = (*field(panel, "What about?").value, key)
        press(panel, "Write a letter about each")
        assert field(panel, "What about?").value == ()
    assert [f"enterprise.facts/{one.fact}" for one in store.plan.desk.requests] == keys


def test_nothing_chosen_and_nothing_under_way_are_said(store):
    panel = open_desk(store)
    press(panel, "Write a letter about each")
    assert trouble(panel).startswith("That did not work: Choose first what you ask about")
    press(panel, "Until the next answer")
    assert "Nothing is under way" in trouble(panel) and store.plan.desk.day is None


def test_a_draft_can_be_removed_and_what_was_sent_cannot(store):
    panel = open_desk(store)
    ask(panel, F5, F12, person="P10")
    press(panel, "Remove this draft")
    press(panel, "Send this letter")
    press(panel, "Remove this draft")
    assert [one.id for one in store.plan.desk.requests] == ["R2"]


def test_a_reason_that_several_letters_share_is_told_once(store):
    panel = open_desk(store)
    ask(panel, F5, F12)
    press(panel, "Send all drafts (2)")
    assert trouble(panel).count("it is to nobody") == 1 and "R1, R2 were not sent" in trouble(panel)


def test_letters_that_come_too_late_are_told_of_together(store):
    store.put("meta", {"campaign_end": date(2026, 10, 13)})
    panel = open_desk(store)
    ask(panel, F5, F12, person="P10")
    press(panel, "Send all drafts (2)")
    assert "Asked too late: R1, R2. The answer comes on 2026-10-15" in told(panel)


def test_a_question_that_has_no_answer_yet_says_so_as_its_letter_is_drafted(store):
    store.put("message.questions/Q2", {"answer": "Within thirty days."})
    store.put("message.questions/Q3", {"answer": ""})
    panel = open_desk(store)
    ask(panel, "message.questions/Q2", person="P8")
    assert "no answer yet." not in told(panel)
    ask(panel, "message.questions/Q3", F5, person="P8")
    assert "R3: the plan has no answer yet. Write in the letter" in told(panel)  # drafts come in the list's order


def test_what_was_asked_of_the_wrong_person_is_not_listed_as_asked_of_nobody(store):
    panel = open_desk(store)
    ask(panel, F12, person="P1")
    press(panel, "Send this letter")
    options = lambda: field(panel, "What about?").options  # noqa: E731
    listed = lambda: next(said for said, key in options() if key == F12)  # noqa: E731
    assert "asked, no answer yet" in listed()
    press(panel, "Until the next answer")
    assert letters(panel)[0].startswith("→ R1") and "asked, no answer yet" in listed()


def test_hostile_words_are_text_everywhere(store):
    hostile = "<img src=x onerror=alert(1)>"
    store.put(F5, {"statement": hostile})
    store.put("team", {"name": hostile})
    panel = open_desk(store)
    ask(panel, F5, person="P7")
    press(panel, "Send this letter")
    press(panel, "Until the next answer")
    assert hostile not in told(panel) and hostile not in open_desk(store).static
    assert "&lt;img src=x" in told(panel) and "&lt;img src=x" in open_desk(store).static


def test_an_open_desk_follows_what_another_window_did(store):
    first, second = open_desk(store), open_desk(store)
    ask(first, F5, person="P10")
    press(second, "Send this letter")
    assert letters(first) == letters(second) and "no answer yet" in letters(first)[0]


def test_two_windows_that_press_one_day_on_live_through_two_days_and_never_back(store):
    first, second = open_desk(store), open_desk(store)
    press(first, "One working day on")
    press(second, "One working day on")
    assert store.plan.desk.day == date(2026, 10, 14)


def test_without_a_plant_or_a_day_it_says_what_is_missing():
    assert "Choose a plant first" in told(open_desk(MemoryStore()))
    store = MemoryStore()
    store.put("meta", {"case": "real"})
    panel = open_desk(store)
    assert "Count from this day" in told(panel) and button(panel, "One working day on").disabled


def test_without_a_kernel_letters_and_answers_can_be_read(store):
    panel = open_desk(store)
    ask(panel, F5, person="P10")
    press(panel, "Send this letter")
    press(panel, "Until the next answer")
    assert "The scales agree with the passport." in open_desk(store)._repr_mimebundle_()["text/html"]


def test_in_russian_the_letter_the_answer_and_the_day_are_russian():
    store = MemoryStore(kit(language="ru"))
    with inside("ru"):
        panel = open_desk(store)
        field(panel, str(say("What about?"))).value = (F5,)
        choose(panel, "P10")
        for words in (say("Write a letter about each"), say("Send this letter"), say("Until the next answer")):
            press(panel, str(words))
        said = told(panel).replace("\u00a0", " ")
    assert "15 октября" in said and "Весы сходятся с паспортом" in said
    assert store.plan.desk.requests[0].answer.by == "главный конструктор"


# a real plant


@pytest.fixture
def real(tmp_path):
    store = FileStore(tmp_path / "media-plan.json")
    store.put("meta", {"case": "real", "as_of": date(2026, 10, 12), "campaign_end": date(2027, 1, 31)})
    store.put("team", {"name": "Valve"})
    store.add("enterprise.facts", {"statement": "14 presses stand in the shop"})
    return store


def sent_to_a_real_plant(store):
    panel = open_desk(store)
    field(panel, "What about?").value = ("enterprise.facts/F1",)
    press(panel, "Write a letter about each")
    field(panel, "To whom").value = "press officer"
    press(panel, "I have sent this letter")
    return panel


def test_a_real_plant_gets_a_letter_to_copy(real):
    panel = sent_to_a_real_plant(real)
    letter = field(panel, "The letter, to copy").value
    assert "To: press officer" in letter and "R1. “14 presses stand in the shop”" in letter
    assert "the plant's own pages and notice boards, social media" in letter
    assert "an answer within 10 working days?" in letter and letter.rstrip().endswith("Telephone, e-mail: …")
    assert next(one for one in walk(panel) if isinstance(one, Copying)).text == letter
    assert not [one for one in walk(panel) if getattr(one, "description", "") == "Until the next answer" and shown(one)]


def test_the_form_for_answers_is_that_of_the_chosen_letter(real):
    panel = sent_to_a_real_plant(real)
    field(panel, "What about?").value = ("enterprise.facts/F1",)
    press(panel, "Write a letter about each")
    assert field(panel, "Letters").value == "R2"
    box = next(one for one in walk(panel) if "entered by hand" in getattr(next(iter(children(one)), None), "value", ""))
    assert not shown(box)
    field(panel, "Letters").value = "R1"
    assert shown(box)


def test_an_answer_entered_by_hand_becomes_the_clearance(real):
    panel = sent_to_a_real_plant(real)
    press(panel, "Enter this answer into the plan")
    assert "say first what came back" in trouble(panel)
    field(panel, "Answer").value = "words"
    press(panel, "Enter this answer into the plan")
    assert "needs the words" in trouble(panel)
    field(panel, "Wording that may go out").value = "fourteen presses"
    field(panel, "Who answered").value = "chief engineer"
    press(panel, "Enter this answer into the plan")
    assert trouble(panel) == ""
    press(panel, "Take the plant's words")
    clearance = real.plan.enterprise.facts[0].clearance
    assert (clearance.state, clearance.wording, clearance.by) == ("cleared", "fourteen presses", "chief engineer")
    assert real.plan.desk.requests[0].answer.received == date(2026, 10, 12)


def test_the_sheet_is_written_beside_the_plan_and_over_nobody_s_file(real):
    panel = sent_to_a_real_plant(real)
    press(panel, "Make the sheet for the answers")
    file = real.path.parent / "questions-to-the-plant.xlsx"
    assert file.read_bytes().startswith(b"PK") and "questions-to-the-plant.xlsx" in told(panel)
    press(panel, "Make the sheet for the answers")
    assert trouble(panel) == ""
    file.write_bytes(b"PK something of the plant's own")
    press(panel, "Make the sheet for the answers")
    assert "is there already" in trouble(panel)
    assert file.read_bytes() == b"PK something of the plant's own"


def test_each_letter_is_a_row_with_what_it_is_about_whom_it_asks_and_how_it_stands(store):
    panel = open_desk(store)
    ask(panel, F5, F12, person="P10")
    rows = lambda: [(one["sign"], *(cell[0] for cell in one["cells"])) for one in field(panel, "Letters").rows]  # noqa: E731
    role = "chief design engineer"
    assert rows()[0] == ("", "F5: A loaded gondola weighs 93.5 t", role, "a draft: not sent yet")
    press(panel, "Send all drafts (2)")
    press(panel, "Until the next answer")
    assert [one[0] for one in rows()] == ["passed", "warning"]  # cleared; other words, waiting for the team's word
    press(panel, "Take the plant's words")
    assert [one[0] for one in rows()] == ["passed", "passed"] or field(panel, "Letters").value == "R1"


def test_only_what_stands_in_the_list_can_be_ticked(store):
    panel = open_desk(store)
    picks = field(panel, "What about?")
    picks.picked = [F12, "enterprise.facts/F999", F5]  # whatever a browser sends
    assert picks.value == (F5, F12)
    store.remove(F5)
    assert picks.value == (F12,) and F5 not in [key for _, key in picks.options]
