"""Are stops put on the map by mouse, by keys and by finger, and are shots taken from the menu and put in order?"""

import pytest
from browser.driving import field, plan, run_all, wait_for
from browser.made import middle, open_cells

from promplan.cases.floor import floor
from promplan.cases.kit import load
from promplan.cases.shots import menu
from promplan.language import inside, say
from promplan.plan.labels import label_of
from promplan.plan.shots import Shot
from promplan.widgets.visit_kit import taken

CASE = "boiler-works"
UNIT = "05-visit"
ALONG = """(map) => map.scrollWidth <= map.clientWidth + 1"""


@pytest.fixture
def in_words(lab):
    with inside(lab.language):
        yield lab


def stops(lab) -> list[tuple[str, str]]:
    """The stops in the plan on the disk: id and zone."""
    return [(one.id, one.zone) for one in plan(lab).visit.stops]


def mark(page, id_: str):
    return page.locator(f".pp-floor-mark[data-stop={id_}]")


def option(page, place: str):
    return page.locator(f".pp-floor [role=option][data-place={place}]")


def at(page, x: float, y: float) -> tuple[float, float]:
    """Where a spot of the site, in metres, is on the screen."""
    page.locator(".pp-floor-map").scroll_into_view_if_needed()
    box, site = page.locator(".pp-floor-map").bounding_box(), floor(CASE).site
    return box["x"] + box["width"] * x / site.width, box["y"] + box["height"] * y / site.height


def place(name: str) -> tuple[float, float]:
    return floor(CASE).spots[name]


def tap(page, name: str) -> None:
    page.mouse.click(*at(page, *place(name)))


def open_map(lab) -> None:
    open_cells(lab, load(CASE).blank, ["pp.floor_map()"], UNIT)
    lab.page.wait_for_selector(".pp-floor-dot")


def test_a_stop_is_put_by_a_tap_dragged_to_another_place_and_taken_back(in_words):
    lab, page = in_words, in_words.page
    open_map(lab)
    tap(page, "museum")
    wait_for(page, lambda: stops(lab) == [("V1", "Z9")])
    tap(page, "drum")
    wait_for(page, lambda: stops(lab) == [("V1", "Z9"), ("V2", "Z1")])
    wait_for(page, lambda: mark(page, "V2").count() == 1)
    start, end = middle(mark(page, "V2")), at(page, *place("panel"))
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
    page.mouse.move(*end, steps=4)
    assert page.locator(".pp-floor-dot[data-at]").get_attribute("data-place") == "panel"
    page.mouse.up()
    wait_for(page, lambda: stops(lab)[1] == ("V2", "Z2"))
    route = page.locator(".pp-floor ol")
    wait_for(page, lambda: "2" in route.locator("[data-stop=V2] .pp-floor-stop > b").inner_text())
    assert page.locator(".pp-floor-leg").get_attribute("d")
    page.screenshot(path=lab.shots / f"floor-map-{lab.language}.png")
    page.locator(".pp-mapping").get_by_role("button", name=str(say("Undo")), exact=True).click()
    wait_for(page, lambda: stops(lab)[1] == ("V2", "Z1"))
    run_all(page)
    page.wait_for_selector(".pp-floor-mark[data-stop=V2]")


@pytest.mark.thorough
def test_a_stop_beside_every_place_is_told_and_put_right(in_words):
    lab, page = in_words, in_words.page
    open_map(lab)
    tap(page, "museum")
    wait_for(page, lambda: stops(lab) == [("V1", "Z9")])
    start, end = middle(mark(page, "V1")), at(page, 100, 130)
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=3)
    page.mouse.move(*end, steps=3)
    page.mouse.up()
    wait_for(page, lambda: page.locator(".pp-floor-told li").count() == 1)
    assert mark(page, "V1").get_attribute("data-reached") == "false"
    page.screenshot(path=lab.shots / "floor-map-lost.png")
    page.locator(".pp-floor-acts [data-act=move]").click()  # a hand that does not drag has a button, and taps the place
    tap(page, "design")
    wait_for(page, lambda: stops(lab) == [("V1", "Z11")])
    wait_for(page, lambda: page.locator(".pp-floor-told li").count() == 0)


def test_stops_are_put_moved_ordered_and_taken_out_by_keys_alone(in_words):
    lab, page = in_words, in_words.page
    open_map(lab)
    live = page.locator(".pp-floor > [role=status].pp-hidden")
    names = [one.id for one in floor(CASE).stops]
    option(page, names[0]).focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: len(stops(lab)) == 1)
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.place") == names[1]
    page.keyboard.press("Enter")
    wait_for(page, lambda: [one for _, one in stops(lab)] == ["Z9", "Z11"])
    wait_for(page, lambda: option(page, names[1]).get_attribute("aria-selected") == "true")
    page.keyboard.press("Enter")  # lifts it
    assert option(page, names[1]).get_attribute("data-lifted") is not None
    assert "Enter" in live.inner_text()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    assert page.locator(".pp-floor [data-lifted]").count() == 0 and len(stops(lab)) == 2
    page.keyboard.press("ArrowLeft")
    for one in ("Enter", "ArrowRight", "Enter"):
        page.keyboard.press(one)
    wait_for(page, lambda: [one for _, one in stops(lab)] == ["Z9", "Z1"])
    page.keyboard.press("x")  # no key of the notebook's reaches the cell
    wait_for(page, lambda: option(page, names[2]).get_attribute("aria-selected") == "true")
    earlier = page.locator("[data-act=earlier]")
    earlier.focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: [one for _, one in stops(lab)] == ["Z1", "Z9"])
    assert page.evaluate("document.activeElement.dataset.act") == "earlier"  # the focus goes along with the line
    option(page, names[0]).focus()
    page.keyboard.press("Delete")
    wait_for(page, lambda: [one for _, one in stops(lab)] == ["Z1"])


@pytest.mark.own_page  # it is touched from now on
@pytest.mark.thorough
def test_a_finger_taps_and_drags_on_a_phone(in_words):
    lab, page = in_words, in_words.page
    touch = page.context.new_cdp_session(page)

    def finger(kind: str, *points: tuple[float, float]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    open_map(lab)
    page.set_viewport_size({"width": 390, "height": 1000})
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    page.wait_for_timeout(1000)
    finger("touchStart", at(page, *place("gallery")))
    finger("touchEnd")
    wait_for(page, lambda: stops(lab) == [("V1", "Z7")])
    wait_for(page, lambda: mark(page, "V1").count() == 1)
    start, end = middle(mark(page, "V1")), at(page, *place("museum"))
    finger("touchStart", start)
    for step in range(1, 9):
        finger("touchMove", (start[0] + (end[0] - start[0]) * step / 8, start[1] + (end[1] - start[1]) * step / 8))
    finger("touchEnd")
    wait_for(page, lambda: stops(lab) == [("V1", "Z9")])
    assert page.locator(".pp-floor").evaluate(ALONG)
    page.screenshot(path=lab.shots / "floor-map-390.png")


def shots(lab) -> list[str]:
    return [one.menu for one in plan(lab).visit.shots]


def label(name: str) -> str:
    return str(label_of(Shot.model_fields[name]))


def register(page):
    """The table of shots with its card and its menu."""
    return page.locator(".pp-register", has=page.locator(".pp-of-shots")).first


@pytest.mark.thorough
def test_shots_are_ticked_in_the_menu_filled_in_and_put_in_order_by_mouse(in_words):
    lab, page = in_words, in_words.page
    open_cells(lab, load(CASE).blank, ["pp.visit()"], UNIT)
    page.locator(".pp-fold:has(.pp-picks) button[aria-expanded]").first.click()
    ticks = page.locator(".pp-picks")
    for one in ("M5", "M9"):
        ticks.locator(f"input[value={one}]").click()
        wait_for(page, lambda one=one: one in shots(lab))
    assert [one.zone for one in plan(lab).visit.stops] == ["Z1", "Z2"]
    found = register(page)
    wait_for(page, lambda: found.locator(".pp-table tbody tr").count() == 2)
    field(found, label("sound")).fill("the arc itself")
    wait_for(page, lambda: plan(lab).visit.shots[1].sound == "the arc itself")
    page.screenshot(path=lab.shots / f"visit-shots-{lab.language}.png")
    found.get_by_role("button", name=str(say("Move up")), exact=True).click()
    wait_for(page, lambda: shots(lab) == ["M9", "M5"])
    found.get_by_role("button", name=str(say("Copy")), exact=True).click()
    wait_for(page, lambda: shots(lab) == ["M9", "M9", "M5"])
    found.locator(".pp-toast button").click()
    wait_for(page, lambda: shots(lab) == ["M9", "M5"])


def test_a_shot_is_entered_by_keys_alone_with_its_stop_and_idea_by_words(in_words):
    lab, page = in_words, in_words.page
    known = {one.id: one for one in menu(CASE)}
    blank, _ = taken(load(CASE).blank, known["M9"])
    blank.visit.shots.clear()
    open_cells(lab, blank, ["pp.visit()"], UNIT)
    found = register(page)
    found.get_by_role("button", name=str(say("Add")), exact=True).first.press("Enter")
    wait_for(page, lambda: page.evaluate("document.activeElement.tagName") == "TEXTAREA")
    page.keyboard.type("The welder lifts the mask")
    page.keyboard.press("Tab")
    page.wait_for_timeout(500)
    for _ in range(3):  # past what the review says of the field
        if page.evaluate("document.activeElement.getAttribute('role')") == "combobox":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("V1")
    page.keyboard.press("Enter")
    wait_for(
        page, lambda: [(one.what, one.stop) for one in plan(lab).visit.shots] == [("The welder lifts the mask", "V1")]
    )
