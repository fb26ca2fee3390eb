"""Can everybody use it: does axe find nothing grave, is a screen reader told what stands there, does zoom cut nothing?

Four lessons in English and light, four exercises in Russian and dark; `tests/bench/accessible.py` goes through all.
"""

import pytest
from browser.axe import found, opened, themed
from browser.driving import open_notebook

from promplan.language import inside, say

UNITS = ("00-start", "01-facts", "02-goals", "03-message", "04-art", "05-visit", "06-making", "07-calendar")


@pytest.mark.parametrize("lab", ["en"], indirect=True)
def test_axe_finds_nothing_grave_in_the_lessons(lab):
    troubles = {}
    for unit in UNITS:
        open_notebook(lab, f"notebooks/{unit}")
        opened(lab.page)
        troubles[unit] = found(lab.page)
    assert not any(troubles.values()), readable(troubles)


@pytest.mark.parametrize("lab", ["ru"], indirect=True)
def test_axe_finds_nothing_grave_in_the_exercises_on_a_dark_screen(lab):
    troubles = {}
    for unit in UNITS:
        open_notebook(lab, f"exercises/{unit}")
        try:
            themed(lab.page, "Dark")
            troubles[unit] = found(lab.page)
        finally:
            themed(lab.page, "Light")
    assert not any(troubles.values()), readable(troubles)


SIDEWAYS = """() => [document.documentElement,
    ...document.querySelectorAll(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer, .pp-panel-middle")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className || one.tagName)"""
# a sign of ours whose every line has the colour of what lies under it is not there; nor are such words on a button
UNSEEN = """() => {
  const ground = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/^rgba.*, 0\\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const seen = (one) => one.getBoundingClientRect().width > 0;
  const lost = (svg) => [...svg.children].every((it) => [getComputedStyle(it).fill, getComputedStyle(it).stroke]
    .every((colour) => colour === "none" || colour === ground(svg)));
  const signs = [...document.querySelectorAll(".pp-sign svg")].filter(seen).filter(lost);
  const inverted = ".pp-go, .pp-primary, .mod-primary, .pp-seg [aria-pressed=true]";
  const primary = [...document.querySelectorAll(inverted)].filter(seen);
  const blank = primary.filter((one) => getComputedStyle(one).color === ground(one)
    || getComputedStyle(one).forcedColorAdjust !== "none"); // else a white ground is laid behind white words
  return [...signs.map((one) => one.parentElement.className), ...blank.map((one) => one.className)];
}"""


@pytest.mark.parametrize("lab", ["ru"], indirect=True)
def test_a_screen_reader_hears_a_sheet_and_zoom_and_high_contrast_lose_nothing(lab):
    open_notebook(lab, "notebooks/01-facts")
    page = lab.page
    with inside("ru"):
        answer = str(say("The answer"))
    sheet = page.locator(".pp-sheet").first
    tree = sheet.aria_snapshot()
    assert "- form" in tree and "- heading" in tree and "- group" in tree and tree.count("- button") > 1
    sheet.locator(".pp-opt").first.click()
    sheet.locator(".pp-opt[data-state]:not([data-state=''])").first.wait_for()
    assert "[pressed]" in sheet.aria_snapshot() and "- status" in sheet.aria_snapshot()
    assert f'region "{answer}"' in page.locator(".pp-reveal").first.aria_snapshot()

    page.set_viewport_size({"width": 683, "height": 384})  # 1366 × 768 at 200 %
    page.wait_for_timeout(500)
    assert page.evaluate(SIDEWAYS) == []
    page.set_viewport_size({"width": 1280, "height": 1400})

    page.emulate_media(forced_colors="active")
    page.wait_for_timeout(300)
    assert page.evaluate(UNSEEN) == []
    page.screenshot(path=lab.shots / "high-contrast.png")
    page.emulate_media(forced_colors="none")


def readable(troubles: dict[str, list[str]]) -> str:
    return "\n".join(f"{unit}: {one}" for unit, them in troubles.items() for one in them)
