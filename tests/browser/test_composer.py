"""Is a poster composed by mouse and by keys, and is the last picture always that of the last value?"""

from browser.driving import plan, press, wait_for
from browser.made import open_cells

from promplan.cases.example import example
from promplan.plan import edit

DRAWN = "document.querySelector('.pp-composer canvas').dataset.turn"
# what is on the canvas, as one number: two pictures that differ have two
LOOK = """() => {
  const one = document.querySelector('.pp-composer canvas');
  const data = one.getContext('2d').getImageData(0, 0, one.width, one.height).data;
  let sum = 0;
  for (let n = 0; n < data.length; n += 4) sum = (sum * 31 + data[n] * 7 + data[n + 1]) >>> 0;
  return sum;
}"""


def opened(lab):
    case, _ = edit.add(example("03-solved"), "ideas", {"title": "Twelve batches"})
    open_cells(lab, edit.put(case, "meta", {"case": "rubber-works"}), ["pp.composer()"])
    lab.page.wait_for_selector(".pp-composer-side")
    return lab.page.locator(".pp-composer")


def poster(lab):
    return plan(lab).ideas[0].poster


def control(box, n: int):
    return box.locator("select").nth(n)


def test_a_poster_is_composed_by_mouse_and_saved(lab):
    page, box = lab.page, opened(lab)
    control(box, 0).select_option("rosette")
    control(box, 1).select_option("rheometer.csv")
    page.wait_for_selector(".pp-composer canvas[data-turn]")
    wait_for(page, lambda: poster(lab).data.values == ["torque"])
    slider = box.locator("input[type=range]").first
    slider.scroll_into_view_if_needed()
    where = slider.bounding_box()
    y = where["y"] + where["height"] / 2
    page.mouse.move(where["x"] + 30, y)
    page.mouse.down()
    for step in range(25):
        page.mouse.move(where["x"] + 30 + (where["width"] - 60) * step / 24, y)
    shown = slider.input_value()
    page.mouse.up()
    wait_for(page, lambda: poster(lab).parameters.get("sweep") == float(shown))
    page.wait_for_timeout(800)
    last = page.evaluate(LOOK)
    box.get_by_role("radio").nth(1).click()
    wait_for(page, lambda: poster(lab).palette == "night" and page.evaluate(LOOK) != last)
    press(page, "Сохранить как PDF" if lab.language == "ru" else "Save as PDF")
    made = lab.folder / "posters" / "Twelve-batches-a3.pdf"
    wait_for(page, lambda: made.exists() and made.read_bytes().startswith(b"%PDF"))
    for width in (1366, 768, 390):
        page.set_viewport_size({"width": width, "height": 1400})
        page.wait_for_timeout(600)
        assert box.evaluate("one => one.scrollWidth <= one.clientWidth")
        page.screenshot(path=lab.shots / f"composer-{lab.language}-{width}.png")


def test_a_slider_is_moved_25_times_by_keys_and_the_last_picture_is_that_of_the_last_value(lab):
    page, box = lab.page, opened(lab)
    for n, keys in ((0, "r"), (1, "rh")):  # typed into the lists: rosette, rheometer.csv
        control(box, n).focus()
        page.keyboard.type(keys)
        page.wait_for_timeout(600)
    control(box, 0).select_option("rosette")
    wait_for(page, lambda: poster(lab).form == "rosette" and poster(lab).data.file == "rheometer.csv")
    slider = box.locator("input[type=range]").first
    slider.focus()
    for n in range(25):  # faster than the kernel draws
        page.keyboard.press("ArrowLeft" if n % 5 == 4 else "ArrowRight")
    assert slider.input_value() == "225" and page.evaluate("document.activeElement.type") == "range"
    wait_for(page, lambda: poster(lab).parameters.get("sweep") == 225)
    page.wait_for_timeout(1000)
    turn, look = int(page.evaluate(DRAWN)), page.evaluate(LOOK)
    page.keyboard.press("ArrowRight")
    wait_for(page, lambda: int(page.evaluate(DRAWN)) > turn and page.evaluate(LOOK) != look)
    page.keyboard.press("ArrowLeft")
    wait_for(page, lambda: page.evaluate(LOOK) == look)  # drawn anew by itself it is the same
    box.locator("[role=radio][tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    wait_for(page, lambda: poster(lab).palette == "night")
    assert page.evaluate("document.activeElement.getAttribute('aria-checked')") == "true"
