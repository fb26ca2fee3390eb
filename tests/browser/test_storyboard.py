"""Is a storyboard drawn, carried and filmed by mouse and by keys, and does a photo come in without its place?"""

import struct
import zlib
from io import BytesIO

import pytest
from browser.driving import plan, press, run_all, wait_for
from browser.made import drag, middle, open_cells
from PIL import Image

from promplan.plan import edit
from promplan.plan.document import Plan

LINES = (
    {"words": "At 170 °C the rubber flows.", "picture": "The mould opens", "seconds": 4.0},
    {"words": "Nobody hears it.", "picture": "The pump from the side", "seconds": 3.0},
    {"words": "The ring stays.", "picture": "The ring in a hand", "seconds": 3.0},
)


def storyboard(panels: int = 3) -> Plan:
    found, item = edit.add(Plan(), "items", {"title": "The press breathes", "form": "video", "length": 10.0})
    for n, line in enumerate(LINES[:panels]):
        found, id_ = edit.add(found, f"items/{item}/script", line)
        sizes = ("wide", "medium", "detail")
        values = {
            "action": line["picture"],
            "seconds": line["seconds"],
            "line": id_,
            "size": sizes[n],
            "move": "static",
        }
        found, _ = edit.add(found, f"items/{item}/panels", values)
    return found


def panels(lab) -> list:
    return plan(lab).items[0].panels


def order(lab) -> list[str]:
    return [one.id for one in panels(lab)]


def drawing(lab, id_: str):
    return next(one.drawing for one in panels(lab) if one.id == id_)


def panel(page, id_: str):
    return page.locator(f".pp-story .pp-still[data-panel={id_}]")


def shown(page) -> list[str]:
    return page.locator(".pp-story .pp-still").evaluate_all("all => all.map(one => one.dataset.panel)")


def opened(page, id_: str) -> None:
    panel(page, id_).locator(".pp-still-open").click()
    page.wait_for_selector(".pp-desk-svg")


def drawn_over(page, *points: tuple[float, float]) -> None:
    """The mouse is drawn through the frame, by parts of its width and height."""
    svg = page.locator(".pp-desk-svg")
    svg.scroll_into_view_if_needed()
    box = svg.bounding_box()
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in points]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place, steps=6)
    page.mouse.up()


def test_panels_are_carried_drawn_in_by_hand_and_made_into_a_film(lab):
    ru = lab.language == "ru"
    open_cells(lab, storyboard(), ["pp.storyboard()"], unit="06-making")
    page = lab.page
    drag(page, panel(page, "S1").locator(".pp-still-handle"), panel(page, "S3").locator(".pp-still-svg"))
    wait_for(page, lambda: order(lab)[0] == "S2" and "S1" in order(lab))
    assert shown(page) == order(lab) and page.locator(".pp-carried").count() == 0
    opened(page, "S2")
    press(page.locator(".pp-desk-signs"), "пресс" if ru else "press")
    wait_for(page, lambda: len(drawing(lab, "S2").figures) == 1)
    before = drawing(lab, "S2").figures[0]
    figure = middle(page.locator(".pp-desk-figure"))
    page.mouse.move(*figure)
    page.mouse.down()
    page.mouse.move(figure[0] + 60, figure[1], steps=5)
    page.mouse.up()
    wait_for(page, lambda: drawing(lab, "S2").figures[0].x > before.x)
    page.get_by_role("radio", name="Рисовать" if ru else "Draw", exact=True).click()
    drawn_over(page, (0.1, 0.1), (0.5, 0.3), (0.9, 0.1))
    drawn_over(page, (0.1, 0.9), (0.9, 0.9))
    wait_for(page, lambda: len(drawing(lab, "S2").strokes) == 2)
    assert panel(page, "S2").locator(".pp-frame-stroke").count() == 2
    page.get_by_role("radio", name="Стирать" if ru else "Erase", exact=True).click()
    drawn_over(page, (0.5, 0.8), (0.5, 0.95))
    wait_for(page, lambda: len(drawing(lab, "S2").strokes) == 1)
    page.locator(".pp-story-bar button[aria-keyshortcuts]").click()
    wait_for(page, lambda: len(drawing(lab, "S2").strokes) == 2)
    page.screenshot(path=lab.shots / f"storyboard-{lab.language}.png")
    press(page, "Аниматик в GIF" if ru else "Animatic as GIF")
    path = lab.folder / "films" / "The-press-breathes.gif"
    wait_for(page, path.exists)
    page.wait_for_selector(".pp-download img")
    with page.expect_download() as found:
        page.locator(".pp-download a").click()
    assert Image.open(found.value.path()).n_frames == 3
    run_all(page)
    wait_for(page, lambda: panel(page, "S2").locator(".pp-frame-stroke").count() == 2)


def test_a_panel_is_carried_and_a_silhouette_moved_by_keys_alone(lab):
    ru = lab.language == "ru"
    open_cells(lab, storyboard(), ["pp.storyboard()"], unit="06-making")
    page, live = lab.page, lab.page.locator(".pp-story > [role=status].pp-hidden")
    handle = panel(page, "S1").locator(".pp-still-handle")
    handle.focus()
    for one in ("Enter", "ArrowRight"):
        page.keyboard.press(one)
    assert ("Место 2 из 3" if ru else "Place 2 of 3") in live.inner_text() and shown(page) == ["S2", "S1", "S3"]
    page.keyboard.press("Escape")
    assert shown(page) == ["S1", "S2", "S3"] == order(lab)
    for one in ("Enter", "ArrowRight", "ArrowRight", "ArrowRight", "Enter"):  # no further than the end
        page.keyboard.press(one)
    wait_for(page, lambda: order(lab) == ["S2", "S3", "S1"])
    assert handle.evaluate("one => one === document.activeElement")
    page.keyboard.press("x")  # no key of the notebook's reaches the cell
    panel(page, "S3").locator(".pp-still-open").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="человек в каске" if ru else "person in a helmet", exact=True).focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: len(drawing(lab, "S3").figures) == 1)
    before = drawing(lab, "S3").figures[0]
    assert page.evaluate("document.activeElement.dataset.figure") == "0"
    for one in ("ArrowRight", "Shift+ArrowRight", "ArrowUp", "+", "m", "]"):
        page.keyboard.press(one)
    wait_for(page, lambda: drawing(lab, "S3").figures[0].turn == 15)
    after = drawing(lab, "S3").figures[0]
    assert (after.x, after.y, after.mirrored) == (before.x + 12, before.y - 2, True) and after.size > before.size
    page.keyboard.press("Delete")
    wait_for(page, lambda: drawing(lab, "S3").figures == [])
    page.keyboard.press("Control+z")
    wait_for(page, lambda: drawing(lab, "S3").figures == [after])
    assert page.locator(".pp-story .pp-still").count() == 3  # the x cut no cell


def photo() -> bytes:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (54.0, 0.0, 0.0)}
    stream = BytesIO()
    Image.new("RGB", (640, 360), (200, 90, 40)).save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def huge() -> bytes:
    """A picture of a hundred megapixels, as far as its head says."""
    head = struct.pack(">IIBBBBB", 10_000, 10_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))


@pytest.mark.thorough
def test_a_photo_comes_without_its_place_a_huge_one_is_refused_and_fields_are_typed(lab):
    open_cells(lab, storyboard(), ["pp.storyboard()"], unit="06-making")
    page = lab.page
    opened(page, "S1")
    chosen = page.locator(".pp-desk input[type=file]")
    chosen.set_input_files({"name": "shop.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    wait_for(page, lambda: drawing(lab, "S1").picture != "")
    page.wait_for_function("() => document.querySelector('.pp-desk-note').textContent.includes('GPS')")
    page.wait_for_selector(".pp-still[data-panel=S1] image")
    chosen.set_input_files({"name": "huge.png", "mimeType": "image/png", "buffer": huge()})
    page.wait_for_function(
        "() => document.querySelector('.promplan-guard[data-state=trouble]')?.textContent.includes('100')"
    )
    page.locator(".pp-desk [data-field=action] textarea").fill("The mould opens, and steam")
    page.locator(".pp-desk [data-field=seconds] input").fill("six")
    page.keyboard.press("Tab")
    wait_for(page, lambda: panels(lab)[0].action == "The mould opens, and steam")
    page.wait_for_selector(".pp-desk [data-field=seconds] input[aria-invalid=true]")
    assert page.locator(".pp-desk [data-field=seconds] input").input_value() == "six"
    page.locator(".pp-desk [data-field=seconds] input").fill("4,5")
    page.keyboard.press("Tab")
    wait_for(page, lambda: panels(lab)[0].seconds == 4.5)
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_timeout(500)
    left = page.locator(".pp-story .pp-still").evaluate_all("all => all.map(one => one.getBoundingClientRect().left)")
    assert len(set(left)) == 1  # one column
    page.screenshot(path=lab.shots / "storyboard-390.png")
