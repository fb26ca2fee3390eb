"""Is the campaign game played by keyboard alone, kept over a reload, looked back at, read in every width and theme?"""

from datetime import timedelta

import pytest
from browser.axe import found as faults
from browser.axe import themed
from browser.driving import plan, run_all, wait_for
from browser.made import open_cells
from gaming import START, gamed

from promplan.plan import edit

CALL = ["pp.campaign_game()"]
UNIT = "06-making"
GAME = ".pp-game"
# what sticks out of the game sideways, and does not scroll by itself
WIDER = """() => {
  const game = document.querySelector(".pp-game"), edge = game.getBoundingClientRect().right + 1;
  if (game.scrollWidth <= game.clientWidth + 1) return [];
  return [...game.querySelectorAll("*")]
    .filter((one) => one.getBoundingClientRect().right > edge && !one.closest(".pp-game-scroll"))
    .map((one) => `${one.tagName} ${one.className}`);
}"""


def later(plan_, days: int):
    """The plan with its first piece so many days later."""
    return edit.put(plan_, "items/C1", {"dates": {"publish": START + timedelta(days)}})


def week(lab) -> int:
    return plan(lab).measurement.game.week


def moves(lab) -> list[str]:
    return [one.move for one in plan(lab).measurement.game.moves]


def played(lab, until: int) -> None:
    """Week after week by keys; what happens is answered with the first answer and a reason."""
    page = lab.page
    play = page.locator(f"{GAME}-top .pp-primary")
    while week(lab) < until:
        event = page.locator(f"{GAME}-event input[type=radio]")
        if event.count():
            n = len(moves(lab))
            event.first.focus()
            page.keyboard.press("Space")
            page.keyboard.press("Tab")
            page.keyboard.type("people come first")
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            wait_for(page, lambda n=n: len(moves(lab)) == n + 1)
            wait_for(page, lambda event=event: event.count() == 0)
        now = week(lab)
        play.focus()
        page.keyboard.press("Enter")
        wait_for(page, lambda now=now: week(lab) == now + 1)
        shown = page.locator(f"{GAME}-gone[aria-valuenow='{now + 1}']")
        wait_for(page, lambda shown=shown: shown.count() == 1)


@pytest.mark.both
def test_four_weeks_and_a_decision_by_keys_outlast_a_new_kernel_and_end_in_hindsight(lab):
    page = lab.page
    open_cells(lab, gamed(30, 42), CALL, UNIT)
    page.locator(f"{GAME}-top .pp-primary").wait_for()
    played(lab, 3)
    assert page.evaluate("document.activeElement.textContent") in ("Play a week", "Сыграть неделю")
    box, n = page.locator(f"{GAME}-form"), len(moves(lab))
    if page.locator(f"{GAME}-event input[type=radio]").count():
        played(lab, 4)
    box.locator(".pp-game-kind select").focus()
    page.keyboard.press("Home")
    for _ in range(3):  # channel and the other one stand there already: the sum
        page.keyboard.press("Tab")
    for key in ("5000", "Tab"):
        page.keyboard.press(key) if key == "Tab" else page.keyboard.type(key)
    page.keyboard.type("the screen meets nobody new")
    to = box.locator(".pp-game-to select")
    to.select_option("H6")
    page.keyboard.press("Tab")
    box.get_by_role("button").focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: moves(lab)[-1:] == ["money"])
    one = plan(lab).measurement.game.moves[-1]
    assert (one.channel, one.to, one.money, one.why) == ("H1", "H6", 5000.0, "the screen meets nobody new")
    played(lab, 4 if n == len(moves(lab)) - 1 and week(lab) < 4 else 5)
    before = page.locator(f"{GAME}-funnel").inner_text()
    page.screenshot(path=lab.shots / f"campaign-game-{lab.language}.png")
    run_all(page)
    wait_for(page, lambda: page.locator(f"{GAME}-funnel").count() == 1)
    assert page.locator(f"{GAME}-funnel").inner_text() == before
    played(lab, 6)
    page.locator(f"{GAME}-end tbody tr").first.wait_for()
    page.locator(f"{GAME}-foot-row .pp-plain").focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: len(plan(lab).results) > 20)
    assert {each.kind for each in plan(lab).results} == {"simulated"}
    page.locator(f"{GAME}-foot-row .pp-quiet").focus()
    page.keyboard.press("Enter")
    assert week(lab) == 6  # it asks first
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    wait_for(page, lambda: (week(lab), plan(lab).measurement.game.round, moves(lab)) == (0, 1, []))


@pytest.mark.parametrize("lab", ["en"], indirect=True)
@pytest.mark.own_page
def test_one_piece_is_called_little_at_once_and_a_reason_is_asked_for_at_its_field(lab):
    page = lab.page
    open_cells(lab, later(gamed(1, 112), 30), CALL, UNIT)
    page.set_viewport_size({"width": 390, "height": 2600})
    page.locator(f"{GAME}-thin p").first.wait_for()
    assert "1 piece of content has" in page.locator(f"{GAME}-thin").inner_text()
    box = page.locator(f"{GAME}-form")
    assert [one.get_attribute("value") for one in box.locator(".pp-game-kind option").all()] == [
        "earlier", "later", "drop", "nothing",
    ]  # fmt: skip
    box.locator(".pp-game-days input").fill("1")
    box.get_by_role("button").focus()
    page.keyboard.press("Enter")
    told = box.locator(".pp-game-why .pp-game-wrong")
    told.wait_for()
    why = box.locator(".pp-game-why input")
    assert why.get_attribute("aria-invalid") == "true" and why.evaluate(
        "(one) => one === one.getRootNode().activeElement && one.getAttribute('aria-describedby').includes('told')"
    )
    page.locator(GAME).screenshot(path=lab.shots / "campaign-game-thin-390.png")
    assert page.evaluate(WIDER) == [] and faults(page) == []
    page.keyboard.type("the hall is closed")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_for(page, lambda: moves(lab) == ["earlier"])
    wait_for(page, lambda: told.is_hidden())


@pytest.mark.parametrize("lab", ["en"], indirect=True)
@pytest.mark.own_page
def test_the_game_is_accessible_in_both_themes_wide_and_narrow(lab):
    open_cells(lab, gamed(30, 42), CALL, UNIT)
    page, told = lab.page, []
    page.locator(f"{GAME}-top .pp-primary").wait_for()
    for until in (2, 6):
        played(lab, until)
        for theme in ("Light", "Dark"):
            themed(page, theme)
            for width in (1366, 390):
                page.set_viewport_size({"width": width, "height": 5200})
                page.wait_for_timeout(300)
                told += [(until, theme, width, one) for one in faults(page)]
                page.locator(GAME).screenshot(path=lab.shots / f"campaign-game-{until}-{theme}-{width}.png")
                wait_for(page, lambda: page.evaluate(WIDER) == [], 10, lambda: page.evaluate(WIDER))
        page.set_viewport_size({"width": 1366, "height": 1000})
    assert told == []
