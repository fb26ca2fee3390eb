"""Do the tables of a plan read well in a notebook, in the reader's own numbers and days?"""

import re

import pytest

from promplan.cases.example import example
from promplan.cases.kit import load
from promplan.export.tables import goals, members, personas, register
from promplan.language import inside
from promplan.plan import Plan, edit


@pytest.fixture(params=["en", "ru"])
def told(request):
    with inside(request.param):
        yield request.param, register(load("rubber-works").plan)._repr_html_()


def test_every_column_of_the_register_has_a_name(told):
    _, html = told
    heads = re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', html)
    assert len(heads) == 6 and all(heads)


def test_every_cell_stands_to_the_left_whatever_the_notebooks_own_style(told):
    _, html = told
    cells = re.findall(r"<t[dh]\b[^>]*>", html)
    assert cells and all("text-align: left" in one for one in cells)


def test_numbers_and_days_are_the_readers_own(told):
    language, html = told
    number, day = {"en": ("3,400 subscribers", "2026-06-01"), "ru": ("3400 подписчиков", "01.06.2026")}[language]
    assert number in html and day in html


def test_a_lesson_s_register_has_no_details_of_bookkeeping():
    html = register(load("rubber-works").plan)._repr_html_()
    assert "Surprise" not in html and "Checked by" not in html and "What the number measures" not in html


def test_words_of_a_fact_cannot_grow_a_cell():
    plan = load("rubber-works").plan
    plan.enterprise.facts[0].statement = "<td>x"
    html = register(plan)._repr_html_()
    assert "&lt;td&gt;x" in html and "<td>x" not in html


def test_without_a_screen_a_register_and_a_team_are_short_lines():
    assert repr(register(example("01-heard"))).startswith("F1 · The best seals in Siberia · sales office")
    assert repr(members(example("00-hasty-team"))).splitlines()[2] == "M3 · Timur · not chosen"


def test_a_team_s_table_is_called_by_its_team():
    html = members(example("00-hasty-team"))._repr_html_()
    assert "<caption>Team: The A team</caption>" in html and "May go into the talent pool" in html


def test_a_team_of_nobody_is_an_empty_table():
    assert "<caption>Team</caption>" in members(Plan())._repr_html_() and repr(members(Plan())) == "Nothing here yet."


def test_goals_go_from_a_number_to_a_number():
    plan, _ = edit.add(Plan(), "objectives", {"statement": "24 apply", "target": 24.0, "unit": "people"})
    assert goals(plan).rows == (("O1", "—", "24 apply", "? → 24 people", "—", "—"),)
    full = {"baseline": 0.0, "level": "outcome", "aim": "careers", "step_where": "gate 2", "step_who": "foreman"}
    assert goals(edit.put(plan, "objectives/O1", full)).rows[0][1:] == (
        "careers",
        "24 apply",
        "0 → 24 people",
        "outcome",
        "gate 2, foreman",
    )


def test_personas_say_on_which_side_of_the_gate_they_are():
    plan, _ = edit.add(
        Plan(), "audiences", {"segment": "Fitters", "side": "inside", "size": 9500, "job": "home on time"}
    )
    assert personas(plan).rows == (("A1", "Fitters (the plant's own)", "9,500", "home on time", "—", "—"),)
    assert personas(edit.put(plan, "audiences/A1", {"size": None, "side": ""})).rows[0][1:3] == ("Fitters", "?")
