"""Have labels, alternative texts and the timeline's end room in a narrow part: scripts and styles, without a kernel?"""

import pytest
from browser.scripted import shown
from widgets.finding import part

from promplan.plan import edit
from promplan.plan.document import Plan
from promplan.plan.store import MemoryStore
from promplan.widgets import parts
from promplan.widgets.captions import CaptionBoard, captions
from promplan.widgets.dress import OWN
from promplan.widgets.library import library
from promplan.widgets.post_preview import Post, post_preview

JUPYTER = ".jp-RenderedHTMLCommon dt { float: left; width: 20%; }"  # what JupyterLab says of every list of terms
SEEN = """A line lies high, drops in two steps and stays low, while a wagon comes to rest under it: some of the air is
out, the brake has taken hold, and nobody has touched anything on the way."""


@pytest.fixture
def page(context):
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    page.close()


def narrow(page, widget, width: int) -> None:
    inside = f'<div class="jp-RenderedHTMLCommon" style="width: {width}px"><div class="pp-editor"><div id="here">'
    shown(page, widget, f"<style>{JUPYTER} {parts.style(*OWN)}</style>{inside}</div></div></div>")


@pytest.mark.parametrize("width", [280, 620, 860])
def test_the_terms_of_a_card_of_the_library_are_words_and_no_column_of_letters(page, width):
    narrow(page, library().children[0], width)
    page.locator(".pp-library-toggle").first.click()
    widths = page.evaluate("[...document.querySelectorAll('.pp-library-card[data-open] dt')].map(e => e.offsetWidth)")
    assert widths and min(widths) >= 90


@pytest.mark.parametrize("width", [280, 620])
def test_the_words_of_a_picture_are_shown_whole(page, width):
    store = MemoryStore()
    store.add("items", {"title": "To stop, let go", "form": "video", "alt": SEEN, "text": "It is warm."})
    narrow(page, part(post_preview(store), Post), width)
    cut = "[e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth]"
    told = page.locator(".pf-picture > span:last-child")
    assert " ".join(told.inner_text().split()) == " ".join(SEEN.split())
    for one in (told, page.locator(".pf-picture")):
        assert max(one.evaluate(f"e => {cut}")) <= 1


@pytest.mark.parametrize("width", [280, 860])
def test_what_stands_at_the_end_of_the_timeline_is_whole_and_a_timeline_that_is_wider_says_so(page, width):
    plan, item = edit.add(Plan(), "items", {"title": "The ring", "form": "video", "length": 24.0})
    cues = [{"start": start, "end": start + 11.5, "text": "A train brakes"} for start in (0.0, 12.0)]
    plan = edit.put(plan, f"items/{item}/subtitles", {"en": cues})
    narrow(page, part(captions(MemoryStore(plan)), CaptionBoard), width)
    page.wait_for_function("() => document.querySelector('.pp-caps-line').dataset.scale")
    over = page.evaluate(
        "() => { const line = document.querySelector('.pp-caps-line'), end = line.getBoundingClientRect().right;"
        " return Math.max(...[...line.querySelectorAll('text')].map(e => e.getBoundingClientRect().right - end)); }"
    )
    assert over <= 0
    wide = page.locator(".pp-caps-frame").evaluate("e => e.scrollWidth > e.clientWidth")
    assert wide == (width < 400) and page.locator(".pp-caps-wide").is_visible() == wide
