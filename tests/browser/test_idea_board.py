"""Are ideas weighed by mouse, by keys and by finger, and is what was done there after the cell runs again?"""

import pytest
from browser.driving import field, plan, press, run_all, wait_for
from browser.made import drag, middle, open_cells

from promplan.plan import edit
from promplan.plan.document import Plan

TITLES = ("The press breathes", "Hear the pump", "Twelve batches", "Hands at the rheometer")


def ideas() -> Plan:
    found = Plan()
    for title in TITLES:
        found, _ = edit.add(found, "ideas", {"title": title})
    return found


def place(lab, id_: str) -> tuple[int | None, int | None]:
    """Effort and impact in the plan on the disk."""
    one = next(one for one in plan(lab).ideas if one.id == id_)
    return one.effort, one.impact


def card(page, id_: str):
    return page.locator(f".pp-weigh .pp-idea[data-idea={id_}]")


def cell(page, effort: int, impact: int):
    return page.locator(f'.pp-weigh-cell[data-cell="{impact}-{effort}"]')


def where(page, id_: str) -> str | None:
    return card(page, id_).evaluate("one => one.parentElement.dataset.cell ?? null")


def test_a_card_is_dragged_taken_back_and_chosen_with_its_reason(lab):
    ru = lab.language == "ru"
    open_cells(lab, ideas(), ["pp.idea_board()"])
    page = lab.page
    drag(page, card(page, "I1"), cell(page, 2, 5))
    wait_for(page, lambda: place(lab, "I1") == (2, 5))
    assert where(page, "I1") == "5-2" and page.locator(".pp-ghost").count() == 0
    drag(page, card(page, "I1"), cell(page, 4, 4))
    wait_for(page, lambda: place(lab, "I1") == (4, 4))
    press(page.locator(".pp-weighing"), "Отменить" if ru else "Undo")
    wait_for(page, lambda: place(lab, "I1") == (2, 5) and where(page, "I1") == "5-2")
    drag(page, card(page, "I1"), page.locator(".pp-weigh-tray"))
    wait_for(page, lambda: place(lab, "I1") == (None, None))
    drag(page, card(page, "I1"), cell(page, 1, 5))
    card(page, "I1").click()
    form = page.locator(".pp-idea-open")
    choice = field(form, "Делаем?" if ru else "Do we make it?")
    choice.select_option(value=choice.locator("option").nth(1).get_attribute("value"))
    field(form, "Почему да или почему нет" if ru else "Why, or why not").fill("It can be heard at the gate")
    wait_for(page, lambda: plan(lab).ideas[0].chosen == "yes" and plan(lab).ideas[0].reason != "")
    wait_for(page, lambda: card(page, "I1").get_attribute("data-chosen") == "yes")
    page.screenshot(path=lab.shots / f"idea-board-{lab.language}.png")
    run_all(page)
    wait_for(page, lambda: card(page, "I1").count() == 1 and where(page, "I1") == "5-1")


def test_a_card_is_carried_by_keys_alone(lab):
    open_cells(lab, ideas(), ["pp.idea_board()"])
    page, live = lab.page, lab.page.locator(".pp-weigh > [role=status].pp-hidden")
    card(page, "I1").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.idea") == "I2"
    assert page.locator(".pp-weigh .pp-idea[tabindex='0']").count() == 1  # Tab goes on, past the other cards
    page.keyboard.press("Enter")
    assert "Hear the pump" in live.inner_text() and card(page, "I2").get_attribute("aria-pressed") == "true"
    for one in ("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowLeft"):  # no further than the edge
        page.keyboard.press(one)
    assert "5" in live.inner_text() and where(page, "I2") == "5-2" and place(lab, "I2") == (None, None)
    assert page.evaluate("document.activeElement.dataset.idea") == "I2"
    page.keyboard.press("Escape")
    assert where(page, "I2") is None and place(lab, "I2") == (None, None)
    for one in ("Enter", "ArrowUp", "ArrowDown", "ArrowRight", "Enter"):
        page.keyboard.press(one)
    wait_for(page, lambda: place(lab, "I2") == (4, 2))
    assert page.evaluate("document.activeElement.dataset.idea") == "I2"
    page.keyboard.press("x")  # no key of the notebook's reaches the cell
    page.keyboard.press("Delete")
    wait_for(page, lambda: place(lab, "I2") == (None, None))
    for one in ("Enter", "ArrowUp", "Tab"):  # whoever goes elsewhere has let it go
        page.keyboard.press(one)
    wait_for(page, lambda: where(page, "I2") is None)
    assert place(lab, "I2") == (None, None) and card(page, "I2").count() == 1


@pytest.mark.own_page  # it is touched from now on
@pytest.mark.thorough
def test_a_finger_scrolls_at_once_and_carries_after_it_has_rested(lab):
    page = lab.page
    touch = page.context.new_cdp_session(page)

    def finger(kind: str, *points: tuple[float, float]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    open_cells(lab, ideas(), ["pp.idea_board()"])
    page.set_viewport_size({"width": 390, "height": 1400})
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    page.wait_for_timeout(1000)
    x, y = middle(card(page, "I3"))
    finger("touchStart", (x, y))
    for step in range(1, 5):
        finger("touchMove", (x, y - 10 * step))
    finger("touchEnd")
    page.wait_for_timeout(500)
    assert place(lab, "I3") == (None, None) and page.locator(".pp-ghost").count() == 0
    cell(page, 1, 4).scroll_into_view_if_needed()
    x, y = middle(card(page, "I3"))
    box = cell(page, 2, 4).bounding_box()
    to = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    finger("touchStart", (x, y))
    page.wait_for_timeout(500)
    assert page.locator(".pp-ghost").count() == 1
    for step in range(1, 9):
        finger("touchMove", (x + (to[0] - x) * step / 8, y + (to[1] - y) * step / 8))
    finger("touchEnd")
    wait_for(page, lambda: place(lab, "I3") == (2, 4))
    page.screenshot(path=lab.shots / "idea-board-390.png")
