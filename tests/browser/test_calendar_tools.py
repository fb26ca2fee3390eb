"""Does a sheet that comes back, and a suggested schedule, enter the plan as it was ticked, by mouse and by keys?"""

import io

import openpyxl
from browser.driving import plan, press, wait_for
from browser.made import open_cells
from dated import dated

from promplan.language import inside, say
from promplan.plan import edit
from promplan.plan.document import Plan


def with_gaps(language: str) -> Plan:
    """Two pieces have no day yet."""
    made = dated(speech=language)
    for id_ in ("C2", "C4"):
        made = edit.put(made, f"items/{id_}/dates", {"publish": None})
    return made


def words(lab, *sentences: str) -> list[str]:
    with inside(lab.language):
        return [str(say(one)) for one in sentences]


def test_a_sheet_goes_out_is_edited_and_what_is_ticked_comes_back(lab):
    open_cells(lab, dated(speech=lab.language), ["pp.calendar_files()", "pp.calendar_back()"], "06-making")
    page, name = lab.page, "контент-план.xlsx" if lab.language == "ru" else "calendar.xlsx"
    sheet, take, undo, choose = words(
        lab, "Calendar as a sheet (.xlsx)", "Take what is ticked", "Undo", "Choose the file"
    )
    press(page, sheet)
    file = lab.folder / "calendar" / name
    wait_for(page, lambda: file.exists() and page.locator("a[download]").count() == 1)
    book = openpyxl.load_workbook(io.BytesIO(file.read_bytes()))
    book.worksheets[0].cell(3, 6).value, book.worksheets[0].cell(4, 6).value = "One", "Two"
    stream = io.BytesIO()
    book.save(stream)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=choose).click()
    chooser.value.set_files({"name": name, "mimeType": "application/octet-stream", "buffer": stream.getvalue()})
    rows = page.locator(".pp-proposal")
    wait_for(page, lambda: rows.count() == 2)
    assert rows.nth(0).locator("del").inner_text() == "Piece 2" and rows.nth(0).locator("ins").inner_text() == "One"
    page.screenshot(path=lab.shots / f"calendar-back-{lab.language}.png")
    rows.nth(0).locator("input").focus()
    page.keyboard.press("Space")  # this one is refused
    wait_for(page, lambda: not rows.nth(0).locator("input").is_checked())
    press(page, take)
    wait_for(page, lambda: [one.title for one in plan(lab).items[1:3]] == ["Piece 2", "Two"])
    wait_for(page, lambda: rows.count() == 1)
    press(page, undo)
    wait_for(page, lambda: [one.title for one in plan(lab).items[1:3]] == ["Piece 2", "Piece 3"])


def test_moves_are_told_with_reasons_and_taken_one_by_one(lab):
    open_cells(lab, with_gaps(lab.language), ["pp.suggest_schedule()", "pp.what_if_slips()"], "06-making")
    page = lab.page
    suggest, take, none = words(lab, "Suggest a schedule", "Take what is ticked", "Tick none")
    press(page, suggest)
    rows = page.locator(".pp-proposal")
    wait_for(page, lambda: rows.count() == 2)
    page.screenshot(path=lab.shots / f"suggest-{lab.language}.png")
    press(page, none)
    rows.nth(1).locator("input").focus()
    page.keyboard.press("Space")
    key = rows.nth(1).get_attribute("data-key")
    press(page, take)
    wait_for(
        page,
        lambda: [one.id for one in plan(lab).items if one.dates.publish is None] == [{"C2": "C4", "C4": "C2"}[key]],
    )
    wait_for(page, lambda: rows.count() == 1)
