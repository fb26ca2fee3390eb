"""The whole plan as a page in a real browser, without a network: narrow and wide, light and dark, read and printed."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from whole_plans import told

from promplan.export import plan_html
from promplan.language import inside

OUTSIDE = (
    "[...document.querySelectorAll('main *')].filter("  # a wide table is drawn along in its own frame
    "it => !it.closest('.wide table') && it.getBoundingClientRect().right > innerWidth + 1).length"
)

FEW = {
    "team",
    "team.members",
    "objectives",
    "message",
    "message.pillars",
    "budget",
    "kpis",
}  # one of each kind of block


@pytest.fixture
def opened(context, tmp_path):
    """Opens a plan's page at a width in a theme, offline; whatever it asks for or complains of is noted."""
    windows = []

    def at(width, theme="light", speech="ru", draft=False, only=()):
        whole = told("09-quarter", speech, draft)
        if only:
            whole = replace(whole, sections=tuple(it for it in whole.sections if it.path in only))
        with inside(speech):
            data = plan_html.made(whole)
        file = tmp_path / "plan.html"
        file.write_bytes(data)
        one = context.browser.new_context(
            viewport={"width": width, "height": 844}, offline=True, color_scheme=theme, has_touch=width < 700
        )
        windows.append(one)
        page = one.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda said: page.asked.append(said.text))
        page.goto(file.as_uri())
        page.asked = [it for it in page.asked if not it.startswith(("file:", "data:"))]
        return page

    yield at
    for one in windows:
        one.close()


@pytest.mark.parametrize("width", [390, 768, 1366])
def test_nothing_is_wider_than_the_window_and_nothing_is_asked_for(opened, width):
    page = opened(width)
    assert page.asked == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width and page.evaluate(OUTSIDE) == 0


def test_on_a_phone_a_row_is_a_card_with_its_heads_and_the_contents_unfold(opened):
    page = opened(390)
    cell = page.locator("#enterprise-facts td").first
    assert page.evaluate("it => getComputedStyle(it, '::before').content", cell.element_handle()) == '"Факт"'
    assert not page.locator("#list a").first.is_visible()
    page.locator("#contents summary").tap()
    page.locator("#list a[href='#budget']").tap()
    assert 0 <= page.locator("#budget > h2").bounding_box()["y"] < 200
    page.locator(".up").tap()
    assert page.locator("#list a").first.is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_whoever_needs_help_finds_no_obstacle(opened, theme):
    page = opened(1366, theme, "en", draft=True, only=FEW)
    ground = page.evaluate("getComputedStyle(document.querySelector('main')).backgroundColor")
    assert (ground == "rgb(28, 26, 23)") == (theme == "dark")
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert [it["id"] for it in found.response["violations"]] == []


def test_on_paper_there_is_neither_a_contents_list_nor_a_button(opened):
    page = opened(1366, draft=True)
    page.emulate_media(media="print")
    assert not any(page.locator(it).first.is_visible() for it in (".beside", ".folded", ".up"))
    assert page.locator(".across").is_visible()
