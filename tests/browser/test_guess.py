"""Is a guess made by keys, by hand and by finger, told beside the truth, and still there when the cell runs again?"""

import pytest
from browser.driving import cell, open_notebook, plan, run_all, wait_for

from promplan.language import inside
from promplan.units.quizzes import sheet

DRAWN = [0, 10, 40, 80, 90, 100, 100, 100, 100]


def card(lab, name: str):
    """The card of a sheet with a guess, brought into sight."""
    page = lab.page
    one = page.locator(".jp-CodeCell", has=page.locator(".pp-code-line code", has_text=name)).locator(".pp-guess")
    one.scroll_into_view_if_needed()
    return one


def kept(lab, name: str) -> str | None:
    """What the plan on the disk holds of it."""
    given = {one.question: one.answer for one in plan(lab).answers.given}
    return given.get(f"{name}/{sheet(name).questions[0].id}")


def truth(lab, name: str) -> str:
    with inside(lab.language):
        guess = sheet(name).questions[0].guess
        return str(guess.key()).rpartition(": ")[2]


def middle(one) -> tuple[float, float]:
    box = one.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def labels_keep_apart(one) -> bool:
    """Does no name or number in the drawing lie on another, and none beyond its edge?"""
    return one.locator(".pp-plot").evaluate(
        """svg => {
            const edge = svg.getBoundingClientRect();
            const seen = [...svg.querySelectorAll("text")].filter(t => t.textContent && t.getBoundingClientRect().width
                && getComputedStyle(t).visibility !== "hidden");
            const boxes = seen.map(t => t.getBoundingClientRect());
            const clash = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
                && a.top < b.bottom - 4 && b.top < a.bottom - 4;
            return boxes.every((a, n) => a.left >= edge.left - 2 && a.right <= edge.right + 2
                && boxes.slice(n + 1).every(b => !clash(a, b)));
        }"""
    )


def test_a_curve_is_drawn_by_keys_told_and_there_again_when_the_cell_runs_again(lab):
    open_notebook(lab, "notebooks/01-facts")
    page, one = lab.page, card(lab, "01-core")
    reveal = cell(page, "figures.core_cure").locator(".pp-reveal")
    assert one.locator(".pp-primary").is_disabled() and one.locator(".pp-distance").is_hidden()
    one.locator("[role=slider]").first.focus()
    before = 0
    for n, height in enumerate(DRAWN):
        if n:
            page.keyboard.press("ArrowRight")  # the pen goes on at the height that it has
        for _ in range((height - before) // 10):
            page.keyboard.press("Shift+ArrowUp")
        before = height
    point = page.evaluate("[document.activeElement.ariaLabel, document.activeElement.ariaValueText]")
    assert point[0].startswith("16") and point[1] == "100\u00a0%"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.ariaValueText") == "98\u00a0%"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    said = one.locator(".pp-distance")
    said.wait_for()
    assert truth(lab, "01-core") in said.inner_text() and "90\u00a0%" in said.inner_text()
    assert kept(lab, "01-core") == " ".join(map(str, DRAWN))
    wait_for(page, lambda: page.evaluate("document.activeElement.className") == "pp-distance")
    reveal.locator(".pp-said-before").wait_for()
    assert "90\u00a0%" in reveal.inner_text()
    assert labels_keep_apart(one) and one.locator("[role=slider]").count() == 0
    page.screenshot(path=lab.shots / f"curve-{lab.language}.png")
    run_all(page)
    again = card(lab, "01-core").locator(".pp-distance")
    again.wait_for()
    assert "90\u00a0%" in again.inner_text()


@pytest.mark.thorough
def test_a_mark_is_dragged_by_hand_and_a_second_guess_does_not_take_the_firsts_place(lab):
    open_notebook(lab, "notebooks/02-goals")
    page, one = lab.page, card(lab, "02-pyramid")
    knob = one.locator("[role=slider]")
    x, y = middle(knob)
    wide = one.locator(".pp-plot").bounding_box()["width"] - 44
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + wide * 0.1, y, steps=4)
    page.mouse.move(x + wide * 0.2, y + 30, steps=4)
    page.mouse.up()
    assert knob.get_attribute("aria-valuenow") == "60"
    page.keyboard.press("x")  # no key of the notebook's reaches the cell
    one.locator(".pp-primary").click()
    said = one.locator(".pp-distance")
    said.wait_for()
    assert kept(lab, "02-pyramid") == "60" and truth(lab, "02-pyramid").split("\u00a0")[0] in said.inner_text()
    assert labels_keep_apart(one)
    one.locator(".pp-quiet").click()
    assert said.is_hidden()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    one.locator(".pp-counts").wait_for()
    assert "60" in one.locator(".pp-counts").inner_text() and kept(lab, "02-pyramid") == "60"
    assert labels_keep_apart(one)


@pytest.mark.own_page  # it is touched from now on
@pytest.mark.thorough
def test_a_curve_is_drawn_with_a_finger_and_a_mark_is_set_by_a_tap(lab):
    page = lab.page
    touch = page.context.new_cdp_session(page)

    def finger(kind: str, *points: tuple[float, float]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    open_notebook(lab, "notebooks/01-facts")
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    one = card(lab, "01-core")
    knobs = [middle(it) for it in one.locator("[role=slider]").all()]
    finger("touchStart", knobs[0])
    for step in range(1, 17):  # faster than from point to point: what is left out is drawn on the way
        part = step / 16
        finger("touchMove", (knobs[0][0] + part * (knobs[-1][0] - knobs[0][0]), knobs[0][1] - 200 * part))
    finger("touchEnd")
    heights = [int(it.get_attribute("aria-valuenow")) for it in one.locator("[role=slider]").all()]
    assert heights == sorted(heights) and heights[0] <= 10 and heights[-1] >= 86 and len(set(heights)) == 9
    one.locator(".pp-primary").click()
    one.locator(".pp-distance").wait_for()
    assert kept(lab, "01-core") == " ".join(map(str, heights))
    open_notebook(lab, "notebooks/02-goals")
    one = card(lab, "02-break")
    box = one.locator(".pp-plot").bounding_box()
    finger("touchStart", (box["x"] + box["width"] / 2, box["y"] + 92))
    finger("touchEnd")
    wait_for(page, lambda: one.locator("[role=slider]").get_attribute("aria-valuenow") == "10000")
    one.locator(".pp-primary").click()
    one.locator(".pp-distance").wait_for()
    assert kept(lab, "02-break") == "10000" and labels_keep_apart(one)


@pytest.mark.thorough
def test_the_labels_keep_apart_at_every_width(lab):
    page = lab.page
    open_notebook(lab, "notebooks/02-goals")
    one = card(lab, "02-pyramid")
    for right in (0, 20):
        for width in (1366, 390):
            page.set_viewport_size({"width": width, "height": 900})
            one.scroll_into_view_if_needed()
            if one.locator(".pp-quiet").is_visible():
                one.locator(".pp-quiet").click()
            one.locator("[role=slider]").focus()
            page.keyboard.press("Home")
            for _ in range(right):
                page.keyboard.press("ArrowRight")
            page.keyboard.press("Enter")
            one.locator(".pp-distance").wait_for()
            # the window is still being laid out when the guess is told
            wait_for(page, lambda: labels_keep_apart(one), seconds=10)
