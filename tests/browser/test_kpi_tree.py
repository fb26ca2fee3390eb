"""Is the KPI tree walked by keys, is a measure taken by its name, and can it be read in every width and theme?"""

from browser.axe import found, themed
from browser.driving import field, plan, wait_for
from browser.made import open_cells
from review import measurement

from promplan.language import inside, say

CALL = ["pp.kpi_tree()"]
FIGURES = ["pp.figures.results_funnel(pp.my_plan())", "pp.figures.plan_against_result(pp.my_plan())"]


def opened(lab, calls, **changes):
    values = measurement.changed(measurement.good(lab.language), changes)
    open_cells(lab, measurement.plan(values), calls, "06-making")
    lab.page.locator(".pp-kpi-tree").wait_for()
    return lab.page


def test_a_kpi_is_chosen_by_keys_and_its_measure_taken_by_name(lab):
    page = opened(lab, CALL)
    with inside(lab.language):
        name, find = str(say("What we measure")), str(say("Find a measure by its name"))
    editor = page.locator(".pp-editor.pp-card")
    head = page.locator('[data-objective="O1"] > .pp-kpi-objective')
    head.focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: head.get_attribute("aria-expanded") == "false")
    assert not page.locator('[data-kpi="KP1"]').is_visible()
    page.keyboard.press("Enter")
    wait_for(page, lambda: page.locator('[data-kpi="KP1"]').is_visible())
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.key") == "KP2"
    page.keyboard.press("Enter")
    wait_for(page, lambda: page.locator('.pp-kpi-name[aria-current="true"]').get_attribute("data-key") == "KP2")
    wait_for(page, lambda: field(editor, name).input_value() == "applications")
    assert page.locator('[data-kpi="KP2"]').get_attribute("data-outcome") == "reached"
    field(editor, find).fill("вовлечённость" if lab.language == "ru" else "ER")
    buttons = page.locator(".pp-kpi-finder button")
    wait_for(page, lambda: buttons.count() == 4)
    buttons.nth(1).focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: plan(lab).kpis[1].metric == "err")
    wait_for(page, lambda: plan(lab).kpis[1].level == "out-take")
    wait_for(page, lambda: page.locator('[data-kpi="KP2"] .pp-kpi-formula').inner_text().startswith("ERR"))


def test_the_tree_is_readable_on_a_laptop_a_tablet_and_a_phone_in_both_themes(lab):
    page = opened(lab, CALL + FIGURES, **{"kpis.1.target": 90.0, "objectives.0.statement": "34 people apply by 1 May"})
    wait_for(page, lambda: page.locator(".pp-figure img").count() == 2)
    size = page.viewport_size
    try:
        for theme in ("Light", "Dark"):
            themed(page, theme)
            for wide in (1366, 768, 390):
                page.set_viewport_size({"width": wide, "height": 6000})
                page.wait_for_timeout(300)
                assert wide > 390 or found(page) == []
                for n, one in enumerate(page.locator(".pp-editor.pp-card, .pp-figure").all()):
                    over = one.evaluate("one => one.scrollWidth - one.clientWidth")
                    assert over <= 1, f"{n} is {over} px too wide at {wide}"
                    one.screenshot(path=lab.shots / f"kpi-{n}-{wide}-{theme.lower()}-{lab.language}.png")
    finally:
        themed(page, "Light")
        page.set_viewport_size(size)
