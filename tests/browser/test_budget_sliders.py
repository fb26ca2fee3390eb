"""Does the picture follow the hand on a slider, is the plan changed when it lets go, and does all agree after a burst?"""

import pytest
from browser.axe import found as faults
from browser.axe import themed
from browser.driving import plan, press, wait_for
from browser.made import open_cells
from spending_plan import spending_plan

from promplan.language import inside, say

CALL = ["pp.budget_sliders()"]
UNIT = "06-making"


def opened(lab, **budget):
    open_cells(lab, spending_plan(**budget), CALL, UNIT)
    lab.page.wait_for_selector(".pp-spend-row")
    return lab.page.locator(".pp-spend")


def money(lab, id_: str) -> float | None:
    """The sum in the plan on the disk."""
    return next(one for one in plan(lab).channels if one.id == id_).money.amount


def row(box, id_: str):
    return box.locator(f".pp-spend-row[data-channel={id_}]")


def test_look(lab):
    box, page = opened(lab), lab.page
    page.get_by_role("button", name="Best split").click() if lab.language == "en" else None
    for theme in ("Light", "Dark"):
        themed(page, theme)
        for width in (1366, 768, 390):
            page.set_viewport_size({"width": width, "height": 1000})
            page.wait_for_timeout(700)
            box.evaluate("one => one.scrollIntoView()")
            page.screenshot(path=lab.shots / f"sliders-{lab.language}-{theme}-{width}.png")
            page.set_viewport_size({"width": width, "height": 3600})
            page.wait_for_timeout(700)
            box.screenshot(path=lab.shots / f"sliders-{lab.language}-{theme}-{width}-long.png")
    print(faults(page))
