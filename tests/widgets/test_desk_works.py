"""Can works, shots and versions be asked about at the desk, and do the answers go where they belong?"""

from datetime import date

import pytest
from widgets.finding import button, field, part, press, shown, told, walk

from promplan.cases.kit import load
from promplan.export import answer_sheet
from promplan.language import inside, say
from promplan.plan import edit
from promplan.plan.approvals import holds
from promplan.plan.starting_over import emptied
from promplan.plan.store import MemoryStore
from promplan.review import check
from promplan.widgets.desk import desk
from promplan.widgets.findings import Findings
from promplan.widgets.guard import Guard

IDEA, SHOT, PIECE = "ideas/I1", "visit.shots/T1", "items/C1"


def with_works(plan):
    plan = edit.add(plan, "ideas", {"title": "A day of the press", "chosen": "yes"})[0]
    plan = edit.put(plan, "ideas/I1/poster", {"form": "stripes", "data": {"file": "rheometer.csv"}})
    plan = edit.add(plan, "ideas", {"title": "No poster yet"})[0]
    plan = edit.add(plan, "visit.shots", {"what": "the press opens"})[0]
    return edit.add(plan, "items", {"title": "A ring in a minute", "form": "post", "text": "Come and see."})[0]


@pytest.fixture
def store():
    with inside("en"):
        return MemoryStore(
            with_works(emptied(emptied(emptied(load("rubber-works").plan, "06-making"), "05-visit"), "04-art"))
        )


@pytest.fixture
def real():
    store = MemoryStore()
    store.put("meta", {"case": "real", "as_of": date(2026, 10, 12), "campaign_end": date(2027, 1, 31)})
    store.replace(with_works)
    return store


def open_desk(store):
    return desk(store, answer_sheet)


def trouble(panel):
    return part(panel, Guard).trouble


def ask(panel, address, person=""):
    field(panel, "What about?").value = (address,)
    if person:
        next(one for one in walk(panel) if getattr(one, "description", "") == "Whom do you ask?").value = person
    press(panel, "Write a letter about each")


def said(panel, address):
    return next(words for words, key in field(panel, "What about?").options if key == address)


def test_everything_is_offered_kind_by_kind_in_its_own_words_and_never_by_an_id(store):
    picks = field(open_desk(store), "What about?")
    lists = list(dict.fromkeys(key.rpartition("/")[0] for _, key in picks.options))
    assert lists == ["enterprise.facts", "message.questions", "ideas", "visit.shots", "items"]
    assert set(lists) <= set(picks.heads)
    assert all(not words.startswith(key.rpartition("/")[2]) for words, key in picks.options)
    offered = [words for words, key in picks.options if not key.startswith(("enterprise", "message"))]
    assert offered == [
        "A day of the press · open: nobody asked",
        "the press opens · open: nobody asked",
        "A ring in a minute · 0 approvals of this version",
    ]  # an idea without a poster has no data to ask about


def test_scales_come_off_when_the_team_takes_the_answer(store):
    panel = open_desk(store)
    ask(panel, IDEA, "P3")
    press(panel, "Send this letter")
    press(panel, "Until the next answer")
    assert "without its scales" in told(panel) and "Nothing is cleared yet" in told(panel)
    assert store.plan.ideas[0].poster.scales == "on"
    press(panel, "Take the scales off, as the plant wants it")
    assert (store.plan.ideas[0].poster.scales, store.plan.ideas[0].poster.clearance.state) == ("off", "cleared")
    assert "its legend says so" in told(panel) and "I1 is cleared in your plan." in told(panel)
    assert said(panel, IDEA) == "A day of the press · cleared" and trouble(panel) == ""


def test_a_version_is_looked_at_by_whoever_takes_that_step(store):
    panel = open_desk(store)
    ask(panel, PIECE, "P6")
    assert store.plan.desk.requests[0].judge == "safety"
    assert shown(_line(panel, "What is to be looked at")) and not shown(_line(panel, "Until which day we would use it"))
    press(panel, "Send this letter")
    press(panel, "Until the next answer")
    assert "It is approved in your plan, in this version." in told(panel)
    assert said(panel, PIECE) == "A ring in a minute · 1 approval of this version"
    store.put(PIECE, {"text": "Come on Monday."})
    assert "It has changed since it was shown" in told(panel)
    assert said(panel, PIECE) == "A ring in a minute · 0 approvals of this version"


def test_what_is_looked_at_is_asked_for_versions_alone(store):
    panel = open_desk(store)
    ask(panel, SHOT, "P7")
    assert not shown(_line(panel, "What is to be looked at")) and shown(_line(panel, "Until which day we would use it"))
    ask(panel, PIECE, "P7")
    assert shown(_line(panel, "What is to be looked at"))


def test_whoever_takes_no_step_gets_a_letter_only_when_it_says_what_is_to_be_looked_at(store):
    panel = open_desk(store)
    ask(panel, PIECE, "P4")
    press(panel, "Send this letter")
    assert "say what is to be looked at" in trouble(panel)
    field(panel, "What is to be looked at").value = "engineer"
    press(panel, "Send this letter")
    press(panel, "Until the next answer")
    press(panel, "Write to: process engineer")
    assert (store.plan.desk.requests[1].person, store.plan.desk.requests[1].judge) == ("P3", "engineer")


def test_a_shot_is_taken_on_the_plant_s_conditions(store):
    store.add("visit.stops", {"name": "calender", "zone": "Z4"})
    store.put(SHOT, {"what": "a mug of tea on the bench", "stop": "V1"})
    panel = open_desk(store)
    ask(panel, SHOT, "P7")
    press(panel, "Send this letter")
    press(panel, "Until the next answer")
    press(panel, "Take it on these conditions")
    clearance = store.plan.visit.shots[0].clearance
    assert clearance.state == "cleared" and "never in frame: line speed" in clearance.conditions


def test_in_russian_the_answer_about_a_work_is_russian():
    with inside("ru"):
        plan = edit.add(
            emptied(emptied(emptied(load("rubber-works").plan, "06-making"), "05-visit"), "04-art"),
            "ideas",
            {"title": "День пресса"},
        )[0]
        store = MemoryStore(edit.put(plan, "ideas/I1/poster", {"form": "stripes", "data": {"file": "rheometer.csv"}}))
        panel = open_desk(store)
        ideas = field(panel, str(say("What about?"))).heads["ideas"]
        field(panel, str(say("What about?"))).value = (IDEA,)
        next(one for one in walk(panel) if getattr(one, "description", "") == "Кого вы спрашиваете?").value = "P3"
        for words in (say("Write a letter about each"), say("Send this letter"), say("Until the next answer")):
            press(panel, str(words))
        seen = told(panel).replace("\u00a0", " ")
    assert "эта кривая выдаёт наш режим" in seen and "без шкал" in seen and ideas.startswith("Работы")


def test_who_lets_you_in_is_asked_layer_by_layer(store):
    store.add("visit.stops", {"name": "calender", "zone": "Z4"})
    store.add("visit.clearances", {"what": "filming at the calender", "layer": "process owner"})
    panel = open_desk(store)
    address = "visit.clearances/G1"
    assert said(panel, address).startswith("filming at the calender · who answers for the process")
    ask(panel, address, "P4")
    assert not shown(_line(panel, "Until which day we would use it"))
    press(panel, "Send this letter")
    press(panel, "Until the next answer")
    press(panel, "Take it on these conditions")
    one = store.plan.visit.clearances[0]
    assert (one.state, one.by_whom, one.on) == ("cleared", "chief process engineer", date(2026, 10, 16))
    assert one.note.startswith("calender. Never in frame: line speed")


# a real plant


def to_a_real_plant(store, address, **more):
    panel = open_desk(store)
    ask(panel, address)
    field(panel, "To whom").value = "press officer"
    for label, value in more.items():
        field(panel, label).value = value
    press(panel, "I have sent this letter")
    assert trouble(panel) == ""
    return panel


def test_a_yes_without_scales_from_a_real_plant_waits_for_the_team(real):
    panel = to_a_real_plant(real, IDEA)
    assert "stripes of a trend, drawn from rheometer.csv, with its scales" in field(panel, "The letter, to copy").value
    field(panel, "Answer").value = "yes"
    field(panel, "A work of art may go out").value = "off"
    press(panel, "Enter this answer into the plan")
    assert real.plan.ideas[0].poster.scales == "on" and trouble(panel) == ""
    press(panel, "Take the scales off, as the plant wants it")
    poster = real.plan.ideas[0].poster
    assert (poster.scales, poster.legend) == ("off", ["scale removed at the plant's request"])
    assert (poster.clearance.state, poster.clearance.by) == ("cleared", "press officer")


def test_a_real_plant_approves_a_version_or_says_what_to_change(real):
    panel = to_a_real_plant(real, PIECE, **{"What is to be looked at": "plant"})
    letter = field(panel, "The letter, to copy").value
    assert "please look at this version (the plant: may it go out?)" in letter and "Come and see." in letter
    assert not shown(_line(panel, "Allowed until"))
    field(panel, "Answer").value = "words"
    press(panel, "Enter this answer into the plan")
    assert "what is to be changed, or minded?" in trouble(panel)
    field(panel, "What they wrote").value = "Say on which day."
    press(panel, "Enter this answer into the plan")
    assert (real.plan.items[0].approvals[0].state, real.plan.items[0].approvals[0].note) == (
        "changes",
        "Say on which day.",
    )
    field(panel, "Answer").value = "yes"
    press(panel, "Enter this answer into the plan")
    assert holds(real.plan.items[0].approvals[0], real.plan.items[0])


# from a finding


def test_a_finding_that_the_plant_can_answer_leads_to_the_desk(store):
    report = check(store.plan, "04-art")
    findings = Findings({}, lambda act: act())
    findings.show(report, store.plan)
    rows = {row["rule"]: row for group in findings.groups for row in group["rows"]}
    assert rows["IDEA-7"]["asks"] == IDEA and rows["IDEA-6"]["asks"] == ""
    assert findings.words["ask"] == "Ask at the desk"
    findings.show(report)
    assert all(row["asks"] == "" for group in findings.groups for row in group["rows"])


def _line(panel, label):
    """The line of a form that holds the control of this label."""
    control = field(panel, label)
    forms = [one for one in walk(panel) if "pp-form" in getattr(one, "_dom_classes", ())]
    return next(line for one in forms for line in one.children if control in walk(line))


def test_buttons_of_what_was_refused_are_not_shown(store):
    panel = open_desk(store)
    ask(panel, IDEA, "P7")
    press(panel, "Send this letter")
    press(panel, "Until the next answer")
    assert not shown(button(panel, "Take it as the plant wants it"))
