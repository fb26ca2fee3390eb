"""Does the picture follow the hand on a slider, is the plan changed when it lets go, does all agree after a burst?"""

import pytest
from browser.axe import found as faults
from browser.axe import themed
from browser.driving import plan, run_all, wait_for
from browser.made import open_cells
from spending_plan import spent

from promplan.language import inside, say
from promplan.plan import edit
from promplan.spending.reached import reached
from promplan.widgets.budget_sliders_words import people_said

CALL = ["pp.budget_sliders()"]
UNIT = "06-making"


def opened(lab, **budget):
    with inside(lab.language):
        case = edit.put(spent(), "budget", budget) if budget else spent()
    open_cells(lab, case, CALL, UNIT)
    lab.page.wait_for_selector(".pp-spend-row")
    return lab.page.locator(".pp-spend")


def money(lab, id_: str) -> float | None:
    """The sum in the plan on the disk."""
    return next(one for one in plan(lab).channels if one.id == id_).money.amount


def slider(box, id_: str):
    return box.locator(f".pp-spend-row[data-channel={id_}] input[type=range]")


def press(lab, name: str) -> None:
    with inside(lab.language):
        lab.page.get_by_role("button", name=str(say(name)), exact=True).click()


def undo(page) -> None:
    page.locator(".pp-spend-end [aria-keyshortcuts]").click()


def numbers(box, id_: str) -> dict[str, str]:
    """What a channel's row, slider, field and point on its curve say, and what all come to."""
    row = box.locator(f".pp-spend-row[data-channel={id_}]")
    point = box.locator(f"circle.pp-spend-point[data-id={id_}]")
    return {
        "field": row.locator("input[type=text]").input_value(),
        "slider": row.locator("input[type=range]").input_value(),
        "brings": row.locator(".pp-spend-brings").inner_text(),
        "heavy": row.locator(".pp-spend-heavy").inner_text(),
        "point": f"{point.get_attribute('cx')} {point.get_attribute('cy')}",
        "net": box.locator(".pp-spend-total b").inner_text(),
        "told": box.locator(".pp-spend-told-of").inner_text(),
        "left": box.locator(".pp-spend-left").inner_text(),
        "bars": box.locator(".pp-spend-exposures svg").get_attribute("aria-label"),
    }


def in_time(page, box) -> None:
    wait_for(page, lambda: box.get_attribute("data-late") == "false" and box.get_attribute("data-held") == "false")


@pytest.mark.both
def test_a_slider_is_moved_by_keys_and_the_plan_follows_when_they_rest(lab):
    box, page = opened(lab), lab.page
    before, one = numbers(box, "H1"), slider(box, "H1")
    one.focus()
    page.keyboard.press("ArrowRight")
    now = numbers(box, "H1")  # at once, before any answer
    assert now["point"] != before["point"] and now["field"] != before["field"] and now["brings"] != before["brings"]
    assert box.get_attribute("data-held") == "true" and money(lab, "H1") == 14_000.0
    for key in ("PageUp", "PageDown", "ArrowLeft", "ArrowLeft", "End", "Home", "PageUp"):
        page.keyboard.press(key)
    wait_for(page, lambda: money(lab, "H1") == 2_000.0)
    in_time(page, box)
    with inside(lab.language):
        assert numbers(box, "H1")["net"] == people_said(reached(plan(lab)).net)
    live = box.locator(":scope > [role=status].pp-hidden")
    wait_for(page, lambda: live.text_content().startswith("VK, targeted" if lab.language == "en" else "ВК, тарг"))
    page.keyboard.press("Control+z")
    wait_for(page, lambda: money(lab, "H1") == 14_000.0)
    wait_for(page, lambda: numbers(box, "H1") == before)


def test_a_slider_is_dragged_and_the_plan_is_changed_once_when_it_is_let_go(lab):
    box, page = opened(lab), lab.page
    one = slider(box, "H2")
    one.scroll_into_view_if_needed()
    where, seen = one.bounding_box(), set()
    x, y, wide = where["x"] + 12, where["y"] + where["height"] / 2, where["width"] - 24
    page.mouse.move(x + wide * 0.2, y)  # 6,000 of 30,000
    page.mouse.down()
    for step in range(13):
        page.mouse.move(x + wide * (0.2 + 0.05 * step), y)
        seen.add(numbers(box, "H2")["point"])
    assert len(seen) > 10 and money(lab, "H2") == 6_000.0  # painted at every move, saved at none
    wait_for(page, lambda: box.get_attribute("data-late") == "false")  # also while the hand is still on it
    page.mouse.up()
    wait_for(page, lambda: money(lab, "H2") not in (None, 6_000.0))
    assert money(lab, "H2") % 200 == 0 and 23_000 <= money(lab, "H2") <= 25_000
    in_time(page, box)
    undo(page)
    wait_for(page, lambda: money(lab, "H2") == 6_000.0)
    wait_for(page, lambda: page.locator(".pp-spend-end [aria-disabled=true]").count() == 1)  # it was one step


def test_after_a_burst_of_25_moves_picture_numbers_and_sliders_agree(lab):
    box, page = opened(lab), lab.page
    one = slider(box, "H4")
    one.focus()
    for n in range(25):  # faster than the kernel counts
        page.keyboard.press("PageDown" if n % 5 == 4 else "ArrowRight")
    in_time(page, box)
    wait_for(page, lambda: money(lab, "H4") not in (None, 2_000.0))
    last = numbers(box, "H4")
    assert float(last["slider"]) * 30_000 == pytest.approx(money(lab, "H4"))
    with inside(lab.language):
        assert last["net"] == people_said(reached(plan(lab)).net)
    page.locator(".pp-spend-row[data-channel=H1] input[type=text]").focus()
    wait_for(page, lambda: numbers(box, "H4")["net"] == last["net"])
    run_all(page)  # drawn anew from the plan it is the same
    page.wait_for_selector(".pp-spend-row")
    wait_for(page, lambda: numbers(page.locator(".pp-spend"), "H4") == last)


def test_a_sum_is_typed_and_what_is_no_sum_is_said_and_not_saved(lab):
    box, page = opened(lab), lab.page
    field = box.locator(".pp-spend-row[data-channel=H1] input[type=text]")
    field.fill("9 400")
    field.press("Enter")
    wait_for(page, lambda: money(lab, "H1") == 9_400.0)
    field.fill("a lot")
    field.press("Tab")
    assert box.locator(".pp-spend-row[data-channel=H1] .pp-spend-wrong").inner_text() != ""
    assert field.get_attribute("aria-invalid") == "true" and money(lab, "H1") == 9_400.0
    field.fill("60000")  # more than the slider's end, and than there is
    field.press("Enter")
    wait_for(page, lambda: money(lab, "H1") == 60_000.0)
    assert box.locator(".pp-spend-left").get_attribute("data-over") == "true"
    undo(page)
    wait_for(page, lambda: money(lab, "H1") == 9_400.0)


@pytest.mark.both
def test_the_best_split_is_looked_at_taken_and_undone_and_questions_are_answered(lab):
    box, page = opened(lab), lab.page
    press(lab, "Best split")
    page.wait_for_selector(".pp-spend-best table")
    press(lab, "Leave it")
    assert not page.locator(".pp-spend-best").is_visible() and money(lab, "H4") == 2_000.0
    press(lab, "Best split")
    press(lab, "Take this split")
    wait_for(page, lambda: (money(lab, "H1"), money(lab, "H2"), money(lab, "H4")) == (16_528.0, 4_471.0, 5_000.0))
    assert money(lab, "H5") == 4_000.0
    in_time(page, box)
    undo(page)
    wait_for(page, lambda: (money(lab, "H1"), money(lab, "H2"), money(lab, "H4")) == (14_000.0, 6_000.0, 2_000.0))
    press(lab, "What would it cost?")
    press(lab, "Work it out")
    page.wait_for_selector(".pp-spend-cost table")
    assert "10" in page.locator(".pp-spend-cost .pp-spend-said").first.inner_text()
    press(lab, "All on one channel")
    assert page.locator(".pp-spend-alone tbody tr").count() == 3


def test_enough_contacts_are_tried_by_keys_without_the_kernel_and_written(lab):
    box, page = opened(lab), lab.page
    levels = box.get_by_role("radio")
    levels.nth(2).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert levels.nth(4).get_attribute("aria-checked") == "true" and plan(lab).budget.enough == 3
    assert box.locator(".pp-spend-bar.pp-spend-few").count() == 4
    with inside(lab.language):
        page.get_by_role("button", name=str(say("Write {n} into the plan", n=5)), exact=True).click()
    wait_for(page, lambda: plan(lab).budget.enough == 5)


@pytest.mark.both
@pytest.mark.own_page
def test_it_is_accessible_in_both_themes_and_scrolls_nowhere_sideways(lab):
    box, page, told = opened(lab), lab.page, []
    for name in ("Best split", "What would it cost?", "All on one channel"):
        press(lab, name)
    for theme in ("Light", "Dark"):
        themed(page, theme)
        for width in (1366, 768, 390):
            page.set_viewport_size({"width": width, "height": 3600})
            page.wait_for_timeout(600)
            assert box.evaluate("one => one.scrollWidth <= one.clientWidth"), (theme, width)
            told += [(theme, width, one) for one in faults(page)]
            box.screenshot(path=lab.shots / f"budget-sliders-{lab.language}-{theme}-{width}.png")
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.set_viewport_size({"width": 1366, "height": 3600})
    page.wait_for_timeout(500)
    box.screenshot(path=lab.shots / f"budget-sliders-{lab.language}-forced.png")
    page.emulate_media(forced_colors="none", reduced_motion="no-preference")
    assert told == []
