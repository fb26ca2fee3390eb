"""Does an export come into the plan, a number into the report, by mouse and keys, wide and narrow, light and dark?"""

from browser.axe import found, themed
from browser.driving import cell, field, plan, press, wait_for
from browser.made import open_cells
from exported import table
from measured import measured

from promplan.language import inside, say
from promplan.plan import edit
from promplan.plan.document import Plan

HEADS = ["Date", "Post", "Impressions", "Reach", "Klicks"]
ROWS = (
    ["2026-12-10", "Piece 4", "1000", "700", "20"],
    ["2026-12-11", "Something else", "300", "200", "3"],
    ["2026-12-12", "Third", "1.2K", "20", "1"],
)
CALLS = ["pp.before_after()", "pp.ab_planner()", "pp.report_builder()", "pp.decisions()", "pp.results_table()"]


def of(lab) -> Plan:
    return edit.put(measured(), "meta", {"language": lab.language})


def words(lab, *sentences: str) -> list[str]:
    with inside(lab.language):
        return [str(say(one)) for one in sentences]


def choose(lab, page, name: str, data: bytes) -> None:
    (button,) = words(lab, "Choose the file")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=button).click()
    chooser.value.set_files({"name": name, "mimeType": "text/csv", "buffer": data})


def seen(lab, page, name: str, part: str) -> None:
    """A picture of each width in both themes; nothing is wider than its place, nothing unreadable on the phone."""
    size = page.viewport_size
    try:
        for theme in ("Light", "Dark"):
            themed(page, theme)
            for wide in (1366, 390):
                page.set_viewport_size({"width": wide, "height": 6000})
                page.wait_for_timeout(300)
                for n, one in enumerate(page.locator(part).all()):
                    over = one.evaluate("one => one.scrollWidth - one.clientWidth")
                    assert over <= 1, f"{name} {n} is {over} px too wide at {wide}"
                    one.screenshot(path=lab.shots / f"{name}-{n}-{wide}-{theme.lower()}-{lab.language}.png")
                assert wide > 390 or found(page) == []
    finally:
        themed(page, "Light")
        page.set_viewport_size(size)


def test_an_export_is_uploaded_mapped_given_its_pieces_taken_and_undone(lab):
    open_cells(lab, of(lab), ["pp.results_back()"], "06-making")
    page = lab.page
    take, undo = words(lab, "Take what is ticked", "Undo")
    choose(lab, page, "vk.csv", table(*ROWS, heads=HEADS, encoding="cp1251"))
    rows = page.locator(".pp-proposal")
    wait_for(page, lambda: rows.count() == 3)
    (clicks,) = words(lab, "Clicks")
    field(page, "Klicks").select_option("Clicks" if lab.language == "en" else clicks)
    wait_for(page, lambda: rows.nth(0).locator("ins").count() == 3)
    second = rows.nth(1)
    assert not second.locator("input").is_checked()
    second.locator("select").focus()
    second.locator("select").select_option("C5")
    wait_for(page, lambda: rows.nth(1).locator("input").is_checked())
    assert rows.nth(1).locator("select").evaluate("one => one === one.getRootNode().activeElement")
    seen(lab, page, "results-back", ".pp-editor.pp-card")
    press(page, take)
    wait_for(page, lambda: [one.item for one in plan(lab).results[2:]] == ["C4", "C5"])
    assert [one.clicks for one in plan(lab).results[2:]] == [20, 3]
    wait_for(page, lambda: rows.count() == 1)
    press(page, undo)
    wait_for(page, lambda: len(plan(lab).results) == 2)


def test_a_number_is_inserted_into_the_report_with_what_it_is_from(lab):
    open_cells(lab, of(lab), ["pp.report_builder()"], "06-making")
    page = lab.page
    number, insert, undo = words(lab, "A number from the plan", "Insert it into the sentence", "Undo")
    field(page, number).select_option(index=1)
    page.get_by_role("button", name=insert).focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: plan(lab).measurement.statements[0].results == ["RS2"])
    wait_for(page, lambda: "[KP1, RS2]" in page.locator(".pp-report").inner_text())
    press(page, undo)
    wait_for(page, lambda: plan(lab).measurement.statements[0].results == [])


def test_answers_are_pasted_counted_and_forgotten_and_a_test_follows_what_is_typed(lab):
    open_cells(lab, of(lab), ["pp.before_after()", "pp.ab_planner()"], "06-making")
    page = lab.page
    before, after, count, wrong = words(
        lab, "Answers before", "Answers after", "Count them", "Show the wrong interval beside it"
    )
    asking = cell(page, "before_after")
    field(asking, before).fill("1; yes\n2; no\n3; нет")
    field(asking, after).fill("1; да\n2; yes\n3; no")
    press(asking, count)
    wait_for(page, lambda: (one := plan(lab).measurement.surveys[0]).both == 1 and one.gained == 1 and one.neither == 1)
    wait_for(page, lambda: field(asking, before).input_value() == "")
    field(asking, wrong).check()
    wait_for(page, lambda: asking.locator(".pp-on-page .pp-is-wrong").count() == 1)
    (hoped,) = words(lab, "Rate of B that would matter")
    planning = cell(page, "ab_planner")
    field(planning, hoped).fill("0.4")
    wait_for(page, lambda: plan(lab).measurement.tests[0].hoped == 0.4)
    wait_for(page, lambda: planning.locator(".pp-on-page .pp-dot").count() == 1)


def test_the_editors_are_readable_on_a_laptop_and_a_phone_in_both_themes(lab):
    open_cells(lab, of(lab), CALLS, "06-making")
    page = lab.page
    wait_for(page, lambda: page.locator(".pp-editor.pp-card").count() == len(CALLS))
    seen(lab, page, "measuring", ".pp-editor.pp-card")
