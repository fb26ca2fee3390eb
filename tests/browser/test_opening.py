"""Does a unit open like a drawing sheet, once, and again after its Markdown was rendered anew? Does a sound wait?
Does all of it come back to a page that is loaded anew?"""

import pytest
from browser.driving import open_notebook, wait_for

TITLE = {"en": ("1 · From plant to facts", "40 min"), "ru": ("1 · От цеха к фактам", "40 мин")}
# where the page stands while its cells run; after the first one somebody reads on
WATCH = """
  window.read = { highest: 0 };
  requestAnimationFrame(function look() {
    const panel = document.querySelector('.jp-NotebookPanel');
    const page = panel?.querySelector('.jp-WindowedPanel-outer');
    const done = Number(/[0-9]+/.exec(panel?.querySelector('.pp-progress span')?.textContent ?? '')?.[0] ?? 0);
    if (page) window.read.highest = Math.max(window.read.highest, page.scrollTop);
    if (!page || !done) return panel?.dataset.ppReady ? null : requestAnimationFrame(look);
    page.scrollBy(0, 900);
    setTimeout(() => {
      const { top } = page.getBoundingClientRect();
      const cell = [...page.querySelectorAll('.jp-Cell')].find((one) => one.getBoundingClientRect().top > top);
      Object.assign(window.read, { page, cell, at: cell.getBoundingClientRect().top - top });
    }, 50);
  });
"""
PARTS = "[...document.querySelectorAll('.jp-OutputArea-output .pp-part')].filter((one) => one.firstElementChild).length"
EXERCISE = {"en": ("the exercise", "takes", "25 min"), "ru": ("упражнение", "займёт", "25 мин")}


def laid_once(page) -> None:
    title = page.locator(".pp-tag-title")
    title.locator(".pp-stamp").wait_for()
    for part in ("h1", ".pp-titleblock", ".pp-numeral", ".pp-stamp", ".pp-can"):
        assert title.locator(part).count() == 1, part
    assert title.locator(".pp-numeral").get_attribute("aria-hidden") == "true"


def edit(page, tag: str) -> None:
    """Open the cell's Markdown and render it again, as Enter and Shift+Enter do."""
    page.evaluate(
        "tag => { const cell = window.jupyterapp.shell.currentWidget.content.widgets"
        ".find(one => one.node.classList.contains(tag)); cell.rendered = false; cell.rendered = true; }",
        tag,
    )


@pytest.mark.own_page  # its sounds are counted by the page
def test_a_lesson_opens_like_a_sheet_with_its_scene_and_its_sound(lab):
    lab.page.add_init_script(WATCH)
    open_notebook(lab, "notebooks/01-facts")
    it_opened_at_its_top_and_kept_the_place_of_whoever_read_on(lab.page)
    the_title_block_is_laid_once_and_survives_edit_and_theme(lab)
    the_scene_shows_its_clock_and_its_drawing_in_the_page_s_own_ink(lab.page)
    the_sound_plays_when_it_is_asked_for_and_stops_when_it_is_left(lab.page)


def it_opened_at_its_top_and_kept_the_place_of_whoever_read_on(page):
    page.wait_for_timeout(1000)
    place = "() => window.read.cell.getBoundingClientRect().top - window.read.page.getBoundingClientRect().top"
    assert page.evaluate("() => window.read.highest") == 0, "it opened further down"
    assert abs(page.evaluate(place) - page.evaluate("() => window.read.at")) < 60


def the_title_block_is_laid_once_and_survives_edit_and_theme(lab):
    page = lab.page
    laid_once(page)
    name, minutes = TITLE[lab.language]
    assert page.get_by_role("heading", level=1, name=name).count() == 1
    assert page.locator(".pp-stamp dd").first.inner_text().replace("\u00a0", " ") == minutes
    for _ in range(2):
        edit(page, "pp-tag-title")
        page.wait_for_timeout(400)
        laid_once(page)
    page.evaluate("() => window.jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})")
    page.wait_for_selector("body[data-jp-theme-light=false]", state="attached")
    page.wait_for_timeout(400)
    laid_once(page)
    page.screenshot(path=lab.shots / f"title-{lab.language}.png")
    page.evaluate("() => window.jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Light'})")


def the_scene_shows_its_clock_and_its_drawing_in_the_page_s_own_ink(page):
    scene = page.locator(".pp-tag-scene")
    scene.scroll_into_view_if_needed()
    for _ in range(2):
        drawing = scene.get_by_role("img")
        drawing.wait_for()
        page.wait_for_function("() => document.querySelector('.pp-tag-scene .pp-drawing svg')")
        assert scene.locator("svg").count() == 1 and scene.locator("img").count() == 0
        assert "9:40" in (drawing.get_attribute("aria-label") or "")
        assert scene.locator(".pp-clock b").inner_text() == "9:40"
        assert scene.locator("svg").get_attribute("style") is None
        edit(page, "pp-tag-scene")
        page.wait_for_timeout(400)


def the_sound_plays_when_it_is_asked_for_and_stops_when_it_is_left(page):
    page.evaluate(
        "() => { window.heard = []; for (const name of ['play', 'pause']) { const own = Audio.prototype[name];"
        " Audio.prototype[name] = function () { window.heard.push(name); return own.call(this); }; } }"
    )
    player = page.locator(".pp-listen")
    player.scroll_into_view_if_needed()
    assert page.evaluate("() => window.heard") == []
    button = player.get_by_role("button")
    at_rest = button.inner_text()
    button.click()
    page.wait_for_function("text => document.querySelector('.pp-listen button').textContent !== text", arg=at_rest)
    page.locator(".pp-tag-bridge").scroll_into_view_if_needed()
    page.wait_for_function("text => document.querySelector('.pp-listen button')?.textContent === text", arg=at_rest)
    assert page.evaluate("() => window.heard") == ["play", "pause"]


@pytest.mark.thorough
def test_an_exercise_opens_the_same_way(lab):
    open_notebook(lab, "exercises/01-facts")
    page = lab.page
    laid_once(page)
    subtitle, takes, minutes = EXERCISE[lab.language]
    assert page.locator(".pp-subtitle").inner_text() == subtitle
    stamp = page.locator(".pp-stamp > div").first.inner_text().replace("\u00a0", " ").split("\n")
    assert stamp == [takes, minutes]


@pytest.mark.own_page
def test_a_page_loaded_anew_shows_every_part_again_though_the_kernel_goes_on(lab):
    page = lab.page
    open_notebook(lab, "notebooks/00-start")
    shown = page.evaluate(PARTS)
    assert shown > 2
    page.reload()
    page.wait_for_selector(".jp-NotebookPanel[data-pp-ready=now]", timeout=120_000)
    wait_for(page, lambda: page.evaluate(PARTS) == shown, say=lambda: f"{page.evaluate(PARTS)} of {shown} parts")


BROKEN = "() => document.body.innerText.split('Click to show javascript error').length - 1"


@pytest.mark.own_page
def test_a_form_is_whole_again_on_a_page_loaded_anew(lab):
    page = lab.page
    open_notebook(lab, "exercises/08-distribution")
    fields = page.locator(".jupyter-widgets input").count()
    assert fields > 10
    page.reload()
    page.wait_for_selector(".jp-NotebookPanel[data-pp-ready=now]", timeout=120_000)
    wait_for(page, lambda: page.locator(".jupyter-widgets input").count() >= fields)
    assert page.evaluate(BROKEN) == 0
