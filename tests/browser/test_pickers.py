"""Does a picker begin anew when its form shows another record, without a kernel: a page, a script and a model?"""

import pytest
from browser.scripted import shown

from promplan.widgets.picker import DayPicker
from promplan.widgets.references import References


@pytest.fixture
def page(context):
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    page.close()


def test_words_of_a_search_stay_with_the_record_that_they_were_typed_for(page):
    widget = References(lambda plan: [("F1 · The ring", "F1"), ("F2 · The press", "F2")], "Facts")
    widget.follow(None)
    widget.of = "ideas/I1"
    shown(page, widget)
    page.locator("input").press_sequentially("pre")
    assert page.locator("[role=option]").count() == 1
    page.evaluate("model.told({value: ['F1']})")  # the record itself has changed: the search goes on
    assert page.locator("input").input_value() == "pre"
    page.evaluate("model.told({of: 'ideas/I2'})")
    assert page.locator("input").input_value() == ""
    assert page.locator("[role=listbox]").is_hidden()


def test_a_month_that_is_open_closes_when_another_record_is_shown(page):
    shown(page, DayPicker("From", lambda _: None))
    page.locator("button").first.click()
    assert page.get_by_role("dialog").count() == 1
    page.evaluate("model.told({of: 'items/C2'})")
    assert page.get_by_role("dialog").count() == 0
    assert page.locator("button").first.get_attribute("aria-expanded") == "false"
