"""Does the page say what the team decided, show only what was let out, and take every word as a word?"""

import re

import pytest

from promplan.cases.kit import load
from promplan.export.page import page
from promplan.language import inside
from promplan.plan import Plan, edit

HOSTILE = "<script>alert(1)</script>"


def part(html: str, title: str) -> str:
    return next(one for one in re.findall(r"<section>.*?</section>", html, re.DOTALL) if f"<h2>{title}</h2>" in one)


def strategy() -> Plan:
    plan, _ = edit.add(
        Plan(), "audiences", {"segment": "Leavers of the college", "size": 640, "places": ["school", "social"]}
    )
    steps = [{"what": "visits of the page", "low": 0.05, "high": 0.1, "source": "last year"}]
    funnel = {"steps": steps, "frequency": 4.0}
    goal = {"statement": "24 apply", "metric": "applications", "target": 24.0, "audience": "A1", "step_where": "gate 2"}
    plan, _ = edit.add(plan, "objectives", {**goal, "step_days": 3, "funnel": funnel})
    plan, _ = edit.add(plan, "enterprise.facts", {"statement": "14 presses"})
    plan, _ = edit.add(plan, "message.pillars", {"statement": "You see it in a shift", "proofs": ["F1", "F9"]})
    return edit.put(plan, "message", {"umbrella": "A ring you made holds the water of a town"})


def asked(**fields: object) -> str:
    plan, _ = edit.add(Plan(), "message.questions", {"question": "Is it safe?", "answer": "There are masks.", **fields})
    return part(page(plan), "Hard questions")


def test_an_empty_plan_says_that_nothing_is_there_yet():
    html = page(Plan())
    for title in ("Objectives", "Audiences", "Message house", "Hard questions"):
        assert "Nothing here yet." in part(html, title)


def test_an_objective_is_shown_with_its_next_step_and_its_way_back():
    html = part(page(strategy()), "Objectives")
    assert "O1 24 apply" in html and "gate 2" in html and "A1 Leavers of the college" in html
    assert "240–480" in html and "5–10\u00a0%" in html
    assert "60–120" in html and "640" in html, "people = contacts / frequency, and the audience's size"


def test_an_objective_without_a_target_has_no_way_back():
    plan = edit.put(strategy(), "objectives/O1", {"target": None})
    assert "funnel" not in part(page(plan), "Objectives")


def test_a_target_below_zero_is_answered_with_a_sentence():
    plan = edit.put(strategy(), "objectives/O1", {"target": -5.0})
    assert "starts from a number of people" in part(page(plan), "Objectives")


def test_an_audience_is_shown_with_the_places_in_words():
    html = part(page(strategy()), "Audiences")
    assert "A1 Leavers of the college" in html and "school or college; social networks" in html


def test_the_house_names_its_proofs_and_says_which_may_not_be_used():
    html = part(page(strategy()), "Message house")
    assert "A ring you made" in html and "F1 14 presses (not cleared yet)" in html and "F9: not in the register" in html


def test_only_a_cleared_answer_is_shown_as_an_answer():
    assert "There are masks." in asked(state="cleared", cleared_by="safety engineer")
    for state in ("open", "asked"):
        assert "There are masks." not in asked(state=state) and "not cleared yet" in asked(state=state)
    assert "There are masks." not in asked(state="refused")


def test_a_cleared_answer_without_words_is_none():
    assert "not cleared yet" in asked(state="cleared", answer=" ")


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("objectives", ("statement", "metric", "unit", "step_where", "step_who", "evidence", "baseline_plan")),
        ("audiences", ("segment", "job", "barrier", "trigger", "influencers", "habits", "size_source")),
        ("message.pillars", ("statement",)),
        ("message.questions", ("question", "answer", "cleared_by")),
    ],
)
def test_hostile_words_stay_words(path, fields):
    plan, new = edit.add(Plan(), path, dict.fromkeys(fields, HOSTILE))
    if path == "message.questions":
        plan = edit.put(plan, f"{path}/{new}", {"state": "cleared"})
    html = page(plan)
    assert "<script" not in html and html.count("&lt;script&gt;") >= len(fields)


def test_hostile_words_in_a_funnel_and_in_the_message_stay_words():
    plan, _ = edit.add(strategy(), "audiences", {})
    step = {"what": HOSTILE, "source": HOSTILE}
    plan = edit.put(plan, "objectives/O1", {"funnel": {"steps": [step], "people": 5, "people_source": HOSTILE}})
    plan = edit.put(plan, "message", dict.fromkeys(("umbrella", "tone", "avoid", "call"), HOSTILE))
    html = page(plan)
    assert "<script" not in html and html.count("&lt;script&gt;") >= 7


@pytest.mark.parametrize("speech", ["en", "ru"])
def test_the_example_plant_s_page_is_whole_in_both_languages(speech):
    with inside(speech):
        html = page(load("rubber-works").plan)
    assert html.count("<section>") == html.count("</section>") == 9
    assert "http" not in re.sub(r"<a href[^>]*>", "", html) and "<script" not in html


def test_the_page_stands_alone_and_links_nowhere():
    html = page(load("wagon-works").plan)
    assert "AUD-1" in html and "<a " not in html
