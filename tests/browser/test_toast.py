"""Is Undo where the reader is, and under Ctrl+Z, when the place where it stands is out of sight?"""

import pytest
from browser.scripted import shown

from promplan.widgets.guard import Guard
from promplan.widgets.toast import Toast

PANEL = """<div class="jp-WindowedPanel-outer" style="height: 500px; overflow: auto"><div class="pp-editor">
  <button id="act">Use this order</button><input id="field" value="kept">
  <div style="height: 1500px">the answer</div><div id="here"></div><div style="height: 1500px"></div>
</div><button id="elsewhere">another editor</button></div>"""


@pytest.fixture
def page(context):
    page = context.new_page()
    page.set_default_timeout(20_000)
    shown(page, Toast(Guard()), PANEL)
    yield page
    page.close()


def offered(page, at: str = "#act") -> None:
    page.focus(at)
    page.evaluate("model.told({said: 'The stops stand in this order now.', undoes: true})")


def floats(page) -> bool:
    return page.locator(".pp-toast:popover-open").count() == 1


def pressed(page) -> int:
    return page.evaluate("model.get('pressed')")


def test_what_was_done_out_of_sight_is_undone_where_the_reader_is(page):
    assert not floats(page)
    offered(page)
    assert floats(page)
    page.get_by_role("button", name="Undo", exact=True).click()
    assert pressed(page) == 1


def test_ctrl_z_undoes_it_from_a_control_and_leaves_a_text_its_own(page):
    offered(page)
    page.focus("#field")
    page.keyboard.press("Control+z")
    assert pressed(page) == 0
    page.focus("#act")
    page.keyboard.press("Control+z")
    assert pressed(page) == 1
    page.evaluate("model.told({said: 'Taken back.', undoes: false})")
    page.keyboard.press("Control+z")
    assert pressed(page) == 1


def test_it_lands_where_it_stands_when_that_comes_into_sight_or_the_reader_leaves(page):
    offered(page)
    page.locator("#here").scroll_into_view_if_needed()
    page.wait_for_function("() => !document.querySelector('.pp-toast:popover-open')")
    page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0")
    page.evaluate("model.told({said: '', undoes: false})")
    offered(page)
    assert floats(page)
    page.focus("#elsewhere")
    assert not floats(page)


def test_nothing_floats_for_whoever_is_elsewhere_or_where_it_is_in_sight(page):
    offered(page, "#elsewhere")
    assert not floats(page)
    page.evaluate("model.told({said: '', undoes: false})")
    page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop = 1300")
    page.evaluate("document.querySelector('#act').focus({preventScroll: true})")
    page.evaluate("model.told({said: 'Moved: V1', undoes: true})")
    assert not floats(page)
