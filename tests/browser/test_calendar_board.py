"""Is a piece scheduled by mouse, by keys and by finger, in every view, and is what is wrong with a place told first?"""

from datetime import date

import pytest
from browser.axe import found as faults
from browser.axe import themed
from browser.calendar_plan import calendar_plan
from browser.driving import field, plan, press, run_all, wait_for
from browser.made import drag, middle, open_cells

from promplan.plan import edit

CALL = ["pp.calendar_board()"]
UNIT = "06-making"


def item(lab, id_: str):
    """The piece in the plan on the disk."""
    return next(one for one in plan(lab).items if one.id == id_)


def day(lab, id_: str):
    return item(lab, id_).dates.publish


def card(page, id_: str):
    return page.locator(f".pp-cal .pp-item[data-item={id_}]")


def cell(page, channel: str, first: str):
    return page.locator(f'.pp-cal-cell[data-cell="{channel}|{first}"]')


def where(page, id_: str) -> str | None:
    return card(page, id_).evaluate("one => one.closest('[data-cell]')?.dataset.cell ?? null")


def view(page, n: int) -> None:
    """Weeks, days, month, list, Gantt: 0 to 4."""
    page.locator(".pp-cal-views button").nth(n).click()


@pytest.mark.both
def test_a_piece_is_dragged_to_its_week_told_beforehand_undone_and_opened(lab):
    ru = lab.language == "ru"
    open_cells(lab, calendar_plan(), CALL, UNIT)
    page = lab.page
    drag(page, card(page, "C10"), cell(page, "H2", "2026-11-16"))
    wait_for(page, lambda: (day(lab, "C10"), item(lab, "C10").channel) == (date(2026, 11, 17), "H2"))
    assert where(page, "C10") == "H2|2026-11-16" and page.locator(".pp-carried").count() == 0
    drag(page, card(page, "C2"), cell(page, "H2", "2026-11-02"))  # its review would come after it
    wait_for(page, lambda: day(lab, "C2") == date(2026, 11, 3))
    card(page, "C2").locator(".pp-sign-error").wait_for()
    page.locator(".pp-cal-end [aria-keyshortcuts]").click()  # Undo says what it undoes
    wait_for(page, lambda: day(lab, "C2") == date(2026, 11, 10) and where(page, "C2") == "H2|2026-11-09")
    card(page, "C2").focus()
    page.keyboard.press("Control+z")
    wait_for(page, lambda: day(lab, "C10") is None and where(page, "C10") is None)
    card(page, "C2").click()
    form = page.locator(".pp-cal-card")
    field(form, "Публикация" if ru else "Publish on").fill("2026-11-24")
    wait_for(page, lambda: day(lab, "C2") == date(2026, 11, 24) and where(page, "C2") == "H2|2026-11-23")
    note = field(form, "Заметка для проверяющих" if ru else "Note for reviewers")
    note.fill("ask the foreman once more")
    wait_for(page, lambda: item(lab, "C2").placing.note != "")
    page.screenshot(path=lab.shots / f"calendar-board-{lab.language}.png")
    run_all(page)
    wait_for(page, lambda: card(page, "C2").count() == 1 and where(page, "C2") == "H2|2026-11-23")


def test_a_piece_is_carried_by_keys_alone_and_each_place_is_told(lab):
    open_cells(lab, calendar_plan(), CALL, UNIT)
    page, live, verdict = lab.page, lab.page.locator(".pp-cal > [role=status].pp-hidden").last, ".pp-cal-verdict"
    card(page, "C2").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.item") != "C2"
    assert page.locator(".pp-cal .pp-item[tabindex='0']").count() == 1  # Tab goes on, past the other cards
    card(page, "C2").focus()
    page.keyboard.press("Enter")
    assert "As much as 500 kettles" in live.inner_text() and card(page, "C2").get_attribute("aria-pressed") == "true"
    page.keyboard.press("ArrowLeft")
    wait_for(page, lambda: page.locator(verdict).get_attribute("data-sign") == "error")
    assert day(lab, "C2") == date(2026, 11, 10) and where(page, "C2") == "H2|2026-11-02"
    for one in ("ArrowRight", "ArrowRight", "ArrowDown", "Shift+ArrowRight"):
        page.keyboard.press(one)
    wait_for(page, lambda: page.locator(verdict).get_attribute("data-sign") == "passed")
    assert page.evaluate("document.activeElement.dataset.item") == "C2"
    page.keyboard.press("Escape")
    assert where(page, "C2") == "H2|2026-11-09" and day(lab, "C2") == date(2026, 11, 10)
    for one in ("Enter", "ArrowRight", "ArrowDown", "Shift+ArrowRight", "Enter"):
        page.keyboard.press(one)
    wait_for(page, lambda: (day(lab, "C2"), item(lab, "C2").channel) == (date(2026, 11, 18), "H3"))
    page.keyboard.press("x")  # no key of the notebook's reaches the cell
    page.keyboard.press("Delete")
    wait_for(page, lambda: day(lab, "C2") is None)
    for one in ("Enter", "ArrowRight", "Tab"):  # whoever goes elsewhere has let it go
        page.keyboard.press(one)
    wait_for(page, lambda: where(page, "C2") is None)
    assert day(lab, "C2") is None and card(page, "C2").count() == 1


def test_days_a_month_a_list_and_the_gantt_lines_carry_the_same_pieces(lab):
    open_cells(lab, calendar_plan(), CALL, UNIT)
    page = lab.page
    view(page, 1)
    drag(page, card(page, "C1"), cell(page, "H1", "2026-11-05"))
    wait_for(page, lambda: day(lab, "C1") == date(2026, 11, 5))
    card(page, "C1").focus()
    for one in ("Enter", *["ArrowRight"] * 12, "Enter"):  # past the fortnight: the days in sight follow
        page.keyboard.press(one)
    wait_for(page, lambda: day(lab, "C1") == date(2026, 11, 17) and where(page, "C1") == "H1|2026-11-17")
    view(page, 2)
    drag(page, card(page, "C1"), cell(page, "", "2026-11-20"))
    wait_for(page, lambda: (day(lab, "C1"), item(lab, "C1").channel) == (date(2026, 11, 20), "H1"))
    press(page.locator(".pp-cal-when"), "Позже" if lab.language == "ru" else "Later")
    wait_for(page, lambda: where(page, "C6") == "|2026-12-08" and card(page, "C1").count() == 0)
    view(page, 3)
    card(page, "C1").focus()
    for one in ("Enter", "ArrowDown", "ArrowRight", "Enter"):  # a week later, then a day
        page.keyboard.press(one)
    wait_for(page, lambda: day(lab, "C1") == date(2026, 11, 28) and where(page, "C1") == "|2026-11-23")
    view(page, 4)
    x, y = middle(card(page, "C1"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 20, y, steps=3)
    page.mouse.move(x - 45, y, steps=3)  # three days of 15 px
    page.mouse.up()
    wait_for(page, lambda: day(lab, "C1") == date(2026, 11, 25))
    view(page, 0)
    wait_for(page, lambda: where(page, "C1") == "H1|2026-11-23")


def test_a_piece_is_repeated_and_a_week_is_copied(lab):
    ru = lab.language == "ru"
    open_cells(lab, calendar_plan(), CALL, UNIT)
    page = lab.page
    card(page, "C1").click()
    tools = page.locator(".pp-cal-tools")
    tools.get_by_role("spinbutton").nth(0).fill("2")
    press(tools, "Повторить" if ru else "Repeat")
    wait_for(page, lambda: sum(one.placing.series == "C1" for one in plan(lab).items) == 4)
    wait_for(page, lambda: where(page, "C13") == "H1|2026-11-16")
    press(tools, "Закрепить здесь" if ru else "Pin it here")
    wait_for(page, lambda: item(lab, "C1").placing.pinned)
    fold = page.locator(".pp-cal-fold", has_text="Копировать неделю" if ru else "Copy a week")
    fold.locator("summary").click()
    fold.locator("select").nth(0).select_option("2026-11-16")
    fold.locator("select").nth(1).select_option("2027-01-04")
    press(fold, "Копировать" if ru else "Copy")
    wait_for(page, lambda: len(plan(lab).items) == 17)
    for n in (15, 14):  # once for the pin's step and the week's, and the repetition goes last
        page.locator(".pp-cal-end [aria-keyshortcuts]").click()
        page.wait_for_timeout(300)
        assert len(plan(lab).items) <= 17, n
    page.locator(".pp-cal-end [aria-keyshortcuts]").click()
    wait_for(page, lambda: len(plan(lab).items) == 12)


def test_a_plan_without_pieces_gets_its_first_one_on_the_board(lab):
    ru = lab.language == "ru"
    open_cells(lab, edit.put(calendar_plan(0, 0), "channels/H1", {"name": "Plant's page"}), CALL, UNIT)
    page = lab.page
    page.locator(".pp-cal .pp-empty").wait_for()
    press(page.locator(".pp-cal-bar"), "Новый материал" if ru else "New piece")
    wait_for(page, lambda: card(page, "C1").get_attribute("aria-current") == "true")
    field(page.locator(".pp-cal-card"), "Материал" if ru else "Piece of content").fill("The press breathes")
    wait_for(page, lambda: "The press breathes" in card(page, "C1").inner_text())


@pytest.mark.own_page  # it is touched from now on
@pytest.mark.thorough
def test_a_finger_scrolls_at_once_and_carries_after_it_has_rested(lab):
    page = lab.page
    touch = page.context.new_cdp_session(page)

    def finger(kind: str, *points: tuple[float, float]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    open_cells(lab, calendar_plan(), CALL, UNIT)
    page.set_viewport_size({"width": 390, "height": 1800})
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    page.wait_for_timeout(1000)
    x, y = middle(card(page, "C10"))
    finger("touchStart", (x, y))
    for step in range(1, 5):
        finger("touchMove", (x, y - 10 * step))
    finger("touchEnd")
    page.wait_for_timeout(500)
    assert day(lab, "C10") is None and page.locator(".pp-carried").count() == 0
    to = cell(page, "", "2026-11-09")  # narrow: weeks stand under each other
    x, y = middle(card(page, "C10"))
    box = to.bounding_box()
    u, v = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    finger("touchStart", (x, y))
    page.wait_for_timeout(500)
    assert page.locator(".pp-carried").count() == 1
    for step in range(1, 9):
        finger("touchMove", (x + (u - x) * step / 8, y + (v - y) * step / 8))
    finger("touchEnd")
    wait_for(page, lambda: day(lab, "C10") == date(2026, 11, 10))
    page.screenshot(path=lab.shots / "calendar-board-390.png")


@pytest.mark.parametrize("lab", ["en"], indirect=True)
@pytest.mark.own_page
def test_every_view_is_accessible_in_both_themes_wide_and_narrow(lab):
    open_cells(lab, calendar_plan(), CALL, UNIT)
    page, told = lab.page, []
    card(page, "C2").click()
    for theme in ("Light", "Dark"):
        themed(page, theme)
        for width in (1366, 390):
            page.set_viewport_size({"width": width, "height": 1000})
            for n in range(5):
                view(page, n)
                told += [(theme, width, n, one) for one in faults(page)]
    assert told == []
