"""Does a register of facts read well in a notebook, in the reader's own numbers and days?"""

import re

import pytest

from promplan.cases.kit import load
from promplan.export.page import Register
from promplan.language import inside


@pytest.fixture(params=["en", "ru"])
def told(request):
    with inside(request.param):
        yield request.param, Register(load("rubber-works").plan)._repr_html_()


def test_every_column_has_a_name(told):
    _, html = told
    heads = re.findall(r'<th [^>]*scope="col">([^<]*)</th>', html)
    assert len(heads) == 6 and all(heads)


def test_every_cell_stands_to_the_left_whatever_the_notebooks_own_style(told):
    _, html = told
    cells = re.findall(r"<t[dh]\b[^>]*>", html)
    assert cells and all("text-align: left" in one for one in cells)


def test_numbers_and_days_are_the_readers_own(told):
    language, html = told
    number, day = {"en": ("3,400 subscribers", "2026-06-01"), "ru": ("3400 подписчиков", "01.06.2026")}[language]
    assert number in html and day in html


def test_words_of_a_fact_cannot_grow_a_cell():
    plan = load("rubber-works").plan
    plan.enterprise.facts[0].statement = "<td>x"
    assert "&lt;td&gt;x" in Register(plan)._repr_html_() and "<td>x" not in Register(plan)._repr_html_()
