"""Are captions timed, split and joined by mouse and by keys, and is what a broken file held still to be seen?"""

import pytest
from browser.driving import plan, press, run_all, wait_for
from browser.made import middle, open_cells

from promplan.plan import edit
from promplan.plan.document import Plan

CUES = [
    {"start": 0.0, "end": 3.0, "text": "The press opens."},
    {"start": 3.5, "end": 6.5, "text": "The ring is hot. Nobody touches it."},
    {"start": 7.0, "end": 9.0, "text": "The pump is silent."},
]


def film() -> Plan:
    found, item = edit.add(Plan(), "items", {"title": "The press breathes", "form": "video", "length": 20.0})
    found, _ = edit.add(found, f"items/{item}/script", {"words": "The press opens.", "seconds": 3.0})
    return edit.put(found, f"items/{item}/subtitles", {"en": CUES, "ru": CUES})


def track(lab) -> list:
    return plan(lab).items[0].subtitles.en


def times(lab) -> list[tuple[float, float]]:
    return [(one.start, one.end) for one in track(lab)]


def opened(lab):
    found = edit.put(film(), "meta", {"language": "en"})
    open_cells(lab, found, ["pp.captions()"], unit="06-making")
    lab.page.wait_for_selector(".pp-cue")
    return lab.page


def cue(page, n: int):
    return page.locator(f".pp-caps .pp-cue[data-cue='{n}']")


def pulled(page, one, by: float) -> None:
    x, y = middle(one)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by, y, steps=5)
    page.mouse.up()


def test_a_caption_is_pulled_by_its_end_and_whole_split_and_written(lab):
    ru = lab.language == "ru"
    page = opened(lab)
    cue(page, 0).click()
    second = float(page.locator(".pp-caps-line").get_attribute("data-scale"))  # pixels: the whole film is seen
    pulled(page, page.locator(".pp-grip[data-edge=end] .pp-grip-bar"), -second)
    wait_for(page, lambda: times(lab)[0] == (0.0, 2.0))
    pulled(page, cue(page, 2), 2 * second)
    wait_for(page, lambda: times(lab)[2] == (9.0, 11.0))
    row = page.locator(".pp-cap[data-cue='2']")
    assert row.locator("input").first.input_value() == "0:09.0" and row.get_attribute("data-chosen") is not None
    cue(page, 1).click()
    press(page.locator(".pp-cap[data-cue='1']"), "Разделить" if ru else "Split")
    wait_for(page, lambda: [one.text for one in track(lab)][1:3] == ["The ring is hot.", "Nobody touches it."])
    page.screenshot(path=lab.shots / f"captions-{lab.language}.png")
    page.locator(".pp-story-bar button[aria-keyshortcuts]").click()
    wait_for(page, lambda: len(track(lab)) == 3)
    press(page, "Сохранить как SRT" if ru else "Save as SRT")
    path = lab.folder / "captions" / "The-press-breathes.en.srt"
    wait_for(page, path.exists)
    page.wait_for_selector(".pp-download a")
    with page.expect_download() as found:
        page.locator(".pp-download a").click()
    assert b"00:00:09,000 --> 00:00:11,000" in found.value.path().read_bytes()
    run_all(page)
    page.wait_for_selector(".pp-cue")
    assert times(lab)[2] == (9.0, 11.0)


def test_captions_are_timed_split_joined_and_written_by_keys_alone(lab):
    page = opened(lab)
    cue(page, 0).focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.cue") == "1"
    for one in ("ArrowRight", "ArrowRight", "Shift+ArrowLeft"):
        page.keyboard.press(one)
    wait_for(page, lambda: times(lab)[1] == (2.7, 5.7))
    page.wait_for_selector(".pp-cue.pp-faulty[data-cue='1']", state="attached")  # it lies over the first now
    page.keyboard.press("Control+z")
    wait_for(page, lambda: times(lab)[1] == (3.5, 6.5))
    page.wait_for_selector(".pp-grip[data-edge=end][aria-valuenow='6.5']", state="attached")  # the page has heard of it
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.edge") == "end"
    page.keyboard.press("ArrowLeft")
    wait_for(page, lambda: times(lab)[1] == (3.5, 6.4), say=lambda: times(lab))
    cue(page, 1).focus()
    page.keyboard.press("s")
    wait_for(page, lambda: len(track(lab)) == 4)
    page.wait_for_function("() => document.activeElement.dataset.cue === '2'")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("j")
    wait_for(page, lambda: len(track(lab)) == 3)
    page.wait_for_function("() => document.activeElement.dataset.cue === '1'")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    page.keyboard.press("Control+Home")
    for _ in range(len("The ring is")):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+Enter")
    wait_for(page, lambda: [one.text for one in track(lab)][1:2] == ["The ring is"])
    page.wait_for_function("() => document.activeElement.closest('.pp-cap')?.dataset.cue === '2'")
    page.keyboard.type("So ")
    wait_for(page, lambda: "So " in track(lab)[2].text, say=lambda: track(lab)[2].text)
    cue(page, 3).focus()
    page.keyboard.press("Delete")
    wait_for(page, lambda: len(track(lab)) == 3)


@pytest.mark.thorough
def test_what_cannot_be_read_is_said_and_mended_and_a_broken_file_shows_what_it_held(lab):
    page = opened(lab)
    text = page.locator(".pp-cap[data-cue='0'] textarea")
    text.fill("A sentence that nobody reads in\nthree seconds, because it is too long for that")
    page.wait_for_selector(".pp-cap[data-cue='0'] .pp-cap-faults li")
    typed = text.input_value()
    press(page.locator(".pp-cap[data-cue='0']"), "Исправить" if lab.language == "ru" else "Mend it")
    wait_for(page, lambda: track(lab)[0].text not in (typed, CUES[0]["text"]))
    assert track(lab)[0].text.split() == typed.split()
    broken = b"1\n00:00:01,000 --> 00:00:03,500\nIt opens.\n\n2\n00:00:04,000 -> 00:00:75,000\nNo time for this.\n"
    page.locator(".pp-caps input[type=file]").set_input_files(
        {"name": "old.srt", "mimeType": "text/plain", "buffer": broken}
    )
    press(page, "Заменить субтитры" if lab.language == "ru" else "Replace the captions")
    wait_for(page, lambda: [one.text for one in track(lab)] == ["It opens."])
    page.wait_for_selector(".pp-caps-unread pre")
    assert "No time for this." in page.locator(".pp-caps-unread pre").inner_text()
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_timeout(500)
    page.screenshot(path=lab.shots / "captions-390.png")
