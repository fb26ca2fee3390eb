"""Is the pitch built and rehearsed by mouse and by keys, and can it be read in every width and theme?"""

import pytest
from browser import conftest
from browser.axe import found, themed
from browser.driving import field, plan, press, wait_for
from browser.made import open_cells
from review import pitching
from review.faults import changed

from promplan.language import inside, pick, say
from promplan.plan.pitch import BEATS

PITCH = ["pp.pitch()"]
ALL = ["pp.sample_marks()", "pp.rubric()", "pp.pitch()", "pp.jury()"]
UNIT = "06-making"


def words(lab, text: str) -> str:
    with inside(lab.language):
        return str(say(text))


def opened(lab, calls, **changes):
    values = changed(pitching.good(lab.language), changes)
    open_cells(lab, pitching.plan(values), calls, UNIT)
    return lab.page


@pytest.mark.both
def test_a_pitch_is_begun_from_the_plan_and_rehearsed_by_keys_alone(lab):
    page = opened(lab, PITCH, **{"pitch.parts": [], "pitch.rehearsals": []})
    clock = page.locator(".pp-clock")
    clock.wait_for()
    start = clock.locator("button").first
    assert start.is_disabled()  # there is nothing to say yet
    begin = page.get_by_role("button", name=words(lab, "Begin from the plan"))
    begin.focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: [one.beat for one in plan(lab).pitch.parts] == ["scene", "ask"])
    wait_for(page, lambda: page.locator(".pp-pitch-bars li").count() == 2 and not start.is_disabled())
    start.focus()
    page.keyboard.press("Space")
    part = clock.locator(".pp-clock-part")
    with inside(lab.language):
        beats = [str(pick(BEATS[one])) for one in ("scene", "ask")]
    for n, beat in enumerate(beats):
        wait_for(page, lambda beat=beat: beat in part.inner_text())
        assert beat in clock.locator("> [role=status]").inner_text()  # told once, and no second is
        page.wait_for_timeout(1100)
        page.keyboard.press("Space" if n else "Enter")  # the focus is on the button that goes on
    wait_for(page, lambda: len(plan(lab).pitch.rehearsals) == 1)
    one = plan(lab).pitch.rehearsals[0]
    assert len(one.parts) == 2 and one.seconds == sum(one.parts) >= 2 and all(it >= 1 for it in one.parts)
    assert page.evaluate("document.activeElement.textContent") == words(lab, "Start again")


def test_parts_are_added_moved_and_timed_by_mouse_and_a_dead_kernel_is_told(lab):
    page = opened(lab, PITCH)
    page.locator(".pp-clock").wait_for()
    register = page.locator(".pp-register").first
    sum_ = page.locator(".pp-sum").first
    before = sum_.inner_text()
    editor = page.locator(".pp-editor.pp-card")
    says = field(editor, words(lab, "What is said"))
    says.fill("Why does it breathe? Nobody knows, and that is why we ask the engineer to tell it in the shop.")
    wait_for(page, lambda: plan(lab).pitch.parts[0].says.startswith("Why does it breathe?"))
    wait_for(page, lambda: sum_.inner_text() != before)
    press(register, words(lab, "Move down"))
    wait_for(page, lambda: [one.id for one in plan(lab).pitch.parts] == ["PT2", "PT1", "PT3"])
    clock = page.locator(".pp-clock")
    clock.get_by_role("button", name=words(lab, "Start"), exact=True).click()
    page.wait_for_timeout(600)
    conftest.kill_kernels(lab)
    stop = clock.get_by_role("button", name=words(lab, "Stop"), exact=True)
    stop.evaluate("one => one.click()")  # JupyterLab's own dialog may be over it by then
    wait_for(page, lambda: page.locator('.promplan-guard[data-state="lost"]').count() > 0)
    assert "100" in clock.locator(".pp-clock-said").inner_text()  # what was counted stays on the screen
    page.locator(".jp-Dialog .jp-mod-accept").first.click()


def test_all_of_unit_10_is_readable_on_a_laptop_a_tablet_and_a_phone_in_both_themes(lab):
    page = opened(lab, ALL, **{"pitch.limit": 60, "pitch.marks": pitching.good(lab.language)["pitch"]["marks"][:3]})
    page.locator(".pp-clock").wait_for()
    wait_for(page, lambda: page.locator(".pp-asked li").count() > 3)
    size = page.viewport_size
    try:
        for theme in ("Light", "Dark"):
            themed(page, theme)
            for wide in (1366, 768, 390):
                page.set_viewport_size({"width": wide, "height": 9000})
                page.wait_for_timeout(400)
                for n, one in enumerate(page.locator(".pp-editor.pp-card").all()):
                    one.screenshot(path=lab.shots / f"pitch-{n}-{wide}-{theme.lower()}-{lab.language}.png")
                    over = one.evaluate("one => one.scrollWidth - one.clientWidth")
                    assert over <= 1, f"{n} is {over} px too wide at {wide}"
                assert wide > 390 or found(page) == []
    finally:
        themed(page, "Light")
        page.set_viewport_size(size)
