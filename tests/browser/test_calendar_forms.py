"""Is the pause list filled and read on the screen, by mouse and keys, wide and narrow, in the light and in the dark?"""

from browser.axe import found, themed
from browser.driving import field, plan, press, wait_for
from browser.made import open_cells
from calendar_plan import planned

from promplan.language import inside, say
from promplan.language.typesetting import unset

FORMS = ["pp.calendar_rules()", "pp.days_that_matter()", "pp.comment_duties()", "pp.pause_list()"]
FIGURES = [f"pp.figures.{name}(pp.my_plan())" for name in ("gantt", "calendar_heat", "pillar_balance", "workload")]
PRINTED = "() => [...document.querySelectorAll('iframe')].filter((one) => one.srcdoc.includes('C5')).length"


def opened(lab, calls):
    with inside(lab.language):
        filled = planned()
    filled.meta.language = lab.language
    open_cells(lab, filled, calls, "06-making")
    return lab.page


def test_a_day_is_typed_and_what_stops_then_is_told_held_and_let_go(lab):
    page = opened(lab, ["pp.pause_list()"])
    with inside(lab.language):
        day, hold, undo, sheet = (str(say(one)) for one in ("Day", "Hold all of these", "Undo", "Print this sheet"))
    pausing = page.locator(".pp-editor.pp-pausing")
    wait_for(page, lambda: pausing.locator(".pp-stops li").count() == 15)  # 14 that stop, one that is out already
    field(pausing, day).fill("2027-04-10")
    wait_for(page, lambda: pausing.locator(".pp-stops li").count() == 3)  # C18, and the two of the week before
    assert "C18" in unset(pausing.locator(".pp-stopping-title").inner_text())
    press(pausing, hold)
    wait_for(page, lambda: plan(lab).items[17].placing.state == "held")
    wait_for(page, lambda: pausing.locator('.pp-stops li[data-held="true"]').count() == 1)
    pausing.get_by_role("button", name=undo).focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: plan(lab).items[17].placing.state == "planned")
    field(pausing, day).fill("2027-02-20")
    wait_for(page, lambda: pausing.locator(".pp-stops li").count() == 15)
    pausing.get_by_role("button", name=sheet).focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: page.evaluate(PRINTED) == 1)


def test_forms_and_figures_are_readable_on_a_laptop_a_tablet_and_a_phone_in_both_themes(lab):
    page = opened(lab, FORMS + FIGURES)
    wait_for(page, lambda: page.locator(".pp-figure img").count() == 4)
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
                    one.screenshot(path=lab.shots / f"calendar-{n}-{wide}-{theme.lower()}-{lab.language}.png")
    finally:
        themed(page, "Light")
        page.set_viewport_size(size)
