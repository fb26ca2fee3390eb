"""The pocket card in a real browser, without network, as large as a phone: ticked, closed, opened, brought back."""

import re
from datetime import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from visiting import SCRIPT, visited

from promplan.export.pocket_back import into, read
from promplan.export.pocket_card import pocket_card
from promplan.plan import edit

PHONE = {"width": 390, "height": 844}
DENIED = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })"
)


@pytest.fixture
def phone(context, tmp_path):
    """Opens a card on a phone of its own, offline, at a set hour; whatever it asks of the network is noted."""
    phones = []

    def opened(speech="en", hour="10:12:00", script="", **more):
        file = tmp_path / f"card-{speech}.html"
        file.write_text(pocket_card(visited(speech)), encoding="utf-8")
        one = context.browser.new_context(viewport=PHONE, has_touch=True, offline=True, accept_downloads=True, **more)
        phones.append(one)
        page = one.new_page()
        page.clock.install(time=f"2026-10-20T{hour}")
        if script:
            page.add_init_script(script)
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("pageerror", lambda error: page.asked.append(str(error)))
        page.on("dialog", lambda dialog: (page.asked.append(dialog.message), dialog.accept()))
        page.goto(file.as_uri())
        return page

    yield opened
    for one in phones:
        one.close()


def row(page, id_):
    return page.locator(f"[data-shot={id_}]")


def tick(page, id_, state):
    row(page, id_).locator(f"[data-state={state}]").tap()


def hear(page, text, who, stop="V2"):
    page.fill("#said", text)
    page.fill("#who", who)
    page.select_option("#where", stop)
    page.locator("#hear button").tap()


def code(page, which="short"):
    return page.locator(f"#{which}").input_value()


def log(plan, id_):
    found = edit.find(plan, f"visit.shots/{id_}").log
    return found.state, found.at, found.note


def test_ticks_stay_when_the_page_is_closed_and_come_back_by_code_and_by_file(phone):
    page = phone()
    tick(page, "T2", "got")
    tick(page, "T3", "reshoot")
    row(page, "T2").get_by_label("Note").fill(f"twice  {SCRIPT}")
    hear(page, "14 presses\nstand here", "foreman")
    page.reload()
    assert row(page, "T2").locator("[data-state=got]").get_attribute("aria-pressed") == "true"
    assert row(page, "T2").get_by_label("Note").input_value() == f"twice  {SCRIPT}"
    assert page.locator("#heard li").count() == 1
    assert page.locator("#progress").inner_text() == "2 of 6 ticked · must: 2 to go"
    with page.expect_download() as saved:
        page.locator("#save").tap()
    file = saved.value
    assert re.fullmatch(r"pocket-card-\d{4}\.json", file.suggested_filename)
    plan, by_code = visited(), read(code(page, "long"))
    whole, _ = into(plan, read(file.path().read_bytes()))
    assert into(plan, by_code)[0] == whole
    assert log(whole, "T2") == ("got", time(10, 12), f"twice {SCRIPT}") and log(whole, "T3")[0] == "reshoot"
    assert whole.visit.heard[0].statement == "14 presses stand here" and whole.visit.heard[0].stop == "V2"
    short = into(plan, read(code(page)))[0]
    assert log(short, "T2") == ("got", time(10, 12), "") and not short.visit.heard
    assert all(url.startswith(("file:", "blob:")) for url in page.asked), page.asked


def test_two_phones_are_joined(phone):
    one, other = phone(), phone(hour="10:20:00")
    tick(one, "T1", "got")
    tick(one, "T2", "missing")
    tick(other, "T2", "got")
    tick(other, "T5", "got")
    codes = [code(one), code(other)]
    for order in (codes, codes[::-1], codes * 2):
        plan = visited()
        for it in order:
            plan, _ = into(plan, read(it))
        assert [log(plan, id_)[:2] for id_ in ("T1", "T2", "T5")] == [
            ("got", time(10, 12)),
            ("got", time(10, 20)),
            ("got", time(10, 20)),
        ]


def test_where_nothing_may_be_kept_it_says_so_and_still_works(phone):
    page = phone(script=DENIED)
    assert "keeps nothing" in page.locator("#keeps").inner_text()
    tick(page, "T2", "got")
    page.reload()  # asks first, for the ticks
    assert row(page, "T2").locator("[data-state=got]").get_attribute("aria-pressed") == "true"
    assert log(into(visited(), read(code(page)))[0], "T2")[0] == "got"


def test_a_tick_is_taken_back_changed_and_given_another_hour(phone):
    page = phone()
    tick(page, "T2", "got")
    tick(page, "T2", "missing")
    assert row(page, "T2").locator("[aria-pressed=true]").count() == 1
    row(page, "T2").locator("input[type=time]").fill("09:50")
    assert log(into(visited(), read(code(page)))[0], "T2")[:2] == ("missing", time(9, 50))
    row(page, "T2").locator(".now").tap()
    assert row(page, "T2").locator("input[type=time]").input_value() == "10:12"
    tick(page, "T2", "missing")
    assert not read(code(page)).marks and row(page, "T2").locator(".now").is_disabled()


def test_by_keys_alone(phone):
    page = phone()
    row(page, "T2").locator("[data-state=got]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.dataset.state") == "missing"
    assert page.locator("#said-aloud").inner_text() == "T2: Missing, 10:12"
    page.keyboard.press("Enter")
    assert page.locator("#said-aloud").inner_text() == "T2: not taken yet"
    page.locator("#said").focus()
    page.keyboard.type("warm")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#heard button").focus()
    page.keyboard.press("Enter")
    assert page.locator("#heard li").count() == 0
    assert page.evaluate("document.activeElement.id") == "said"


def test_the_code_is_copied(phone):
    page = phone()
    tick(page, "T2", "got")
    page.locator("[data-copy=short]").tap()
    page.wait_for_function("document.getElementById('said-aloud').textContent !== ''")
    assert page.locator("#said-aloud").inner_text() in ("Copied.", "It is marked: copy it by hand.")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("speech", ["en", "ru"])
def test_it_can_be_read_and_touched(phone, speech, theme):
    page = phone(speech, color_scheme=theme)
    tick(page, "T2", "got")
    tick(page, "T3", "missing")
    tick(page, "T5", "reshoot")
    hear(page, "14 прессов", "мастер")
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, textarea, footer a')]
        .map(one => [one.getBoundingClientRect().height, one.getBoundingClientRect().width, one.outerHTML.slice(0, 80)])
        .filter(([height, width]) => height && (height < 44 || width < 44))"""
    )
    assert sizes == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    small = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(one => one.childNodes.length && one.checkVisibility()
        && parseFloat(getComputedStyle(one).fontSize) < 13).map(one => one.outerHTML.slice(0, 80))"""
    )
    assert small == []
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [it["html"] for it in one["nodes"]][:3]) for one in found] == []
