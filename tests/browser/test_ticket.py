"""Does an exit ticket stay its member's on one laptop, and does a sheet's verdict go when its answer is changed?"""

from browser.driving import open_notebook, plan, press, wait_for

from promplan.language import inside, say
from promplan.plan import Plan
from promplan.plan.codec import dumps
from promplan.plan.store import NAME

TEAM = {"members": [{"id": "M1", "name": "Маша"}, {"id": "M2", "name": "Олег"}]}


def by(lab, member: str) -> dict[str, str]:
    """What a member has handed in, as it is on the disk."""
    return {one.question: one.answer for one in plan(lab).answers.given if one.by == member}


def test_two_members_hand_in_on_one_laptop(lab):
    (lab.folder / NAME).write_bytes(dumps(Plan.model_validate({"team": TEAM}, strict=True)))
    open_notebook(lab, "exercises/00-start")
    sheet = lab.page.locator(".pp-sheet", has=lab.page.locator("select")).first
    name, areas, options = sheet.locator("select"), sheet.locator("textarea"), sheet.locator(".pp-opt")
    with inside(lab.language):
        button = str(say("Hand in my ticket"))
    with inside(lab.language):
        first = sheet.get_by_text(str(say("Choose your name first: then the fields open.")))
    assert first.is_visible() and options.first.is_disabled()
    assert areas.first.is_disabled() and sheet.get_by_role("button", name=button).is_disabled()
    for member, label, text, option in (("M1", "Маша", "Маша снимает", 0), ("M2", "Олег", "Олег рисует", 1)):
        name.select_option(label=label)
        wait_for(lab.page, lambda: areas.first.is_enabled())
        assert [area.input_value() for area in areas.all()] == [""] * areas.count()
        assert sheet.locator(".pp-opt[aria-pressed=true]").count() == 0
        assert "".join(sheet.locator(".pp-said").all_inner_texts()).strip() == ""
        for area in areas.all():
            area.fill(text)
        options.nth(option).click()
        press(sheet, button)
        wait_for(lab.page, lambda member=member: len(by(lab, member)) == areas.count() + 1)
        wait_for(lab.page, lambda: areas.first.is_disabled())
    assert set(by(lab, "M1").values()) & set(by(lab, "M2").values()) == set()
    name.select_option(label="Маша")  # what was handed in is on nobody's screen
    wait_for(lab.page, lambda: areas.first.input_value() == "")
    assert areas.first.is_disabled()
    lab.page.screenshot(path=lab.shots / f"ticket-{lab.language}.png")


def test_an_answer_is_told_in_place_and_a_second_try_takes_the_first_verdict_away(lab):
    open_notebook(lab, "notebooks/00-start")
    a_guess_that_counts_keeps_the_focus_and_shows_what_is_so(lab.page)
    sheet = lab.page.locator(".jp-CodeCell", has=lab.page.locator(".pp-code-line code", has_text="00-roles")).locator(
        ".pp-sheet"
    )
    shown = sheet.locator(".pp-question:not([hidden])")
    options = shown.first.locator(".pp-opt")
    options.nth(0).focus()
    lab.page.keyboard.press("ArrowDown")
    lab.page.keyboard.press("Enter")
    verdict = shown.first.locator(".pp-why")
    verdict.wait_for()
    assert options.nth(1).get_attribute("aria-pressed") == "true" and options.nth(1).locator(".pp-why").count() == 1
    told = verdict.inner_text()
    options.nth(2).click()
    wait_for(lab.page, lambda: options.nth(2).locator(".pp-why").count() == 1)
    assert verdict.inner_text() != told and options.nth(1).locator(".pp-why").count() == 0
    first = {one.question: one.answer for one in plan(lab).answers.given}
    assert list(first.values())[1:] == [options.nth(1).get_attribute("data-value")]


def a_guess_that_counts_keeps_the_focus_and_shows_what_is_so(page):
    guess = page.locator(".pp-sheet").first
    options = guess.locator(".pp-opt")
    options.first.focus()
    page.keyboard.press("Space")
    wait_for(page, lambda: options.first.get_attribute("data-state") == "wrong")
    assert options.first.evaluate("one => one === document.activeElement")
    assert guess.locator(".pp-opt[data-state=right]").count() == 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")  # it is not asked again
    page.wait_for_timeout(500)
    assert options.first.get_attribute("data-state") == "wrong"
    assert options.first.get_attribute("aria-pressed") == "true"
