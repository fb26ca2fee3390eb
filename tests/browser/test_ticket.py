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
    sheet = lab.page.locator(".promplan-sheet", has=lab.page.locator("select")).first
    name, areas, radios = sheet.locator("select"), sheet.locator("textarea"), sheet.locator("input[type=radio]")
    with inside(lab.language):
        button = str(say("Hand in my ticket"))
    assert areas.first.is_disabled() and sheet.get_by_role("button", name=button).is_disabled()
    for member, label, text, option in (("M1", "Маша", "Маша снимает", 0), ("M2", "Олег", "Олег рисует", 1)):
        name.select_option(label=label)
        wait_for(lab.page, lambda: areas.first.is_enabled())
        assert [area.input_value() for area in areas.all()] == [""] * areas.count()
        assert not any(radio.is_checked() for radio in radios.all())
        assert "".join(sheet.locator(".promplan-said").all_inner_texts()).strip() == ""
        for area in areas.all():
            area.fill(text)
        radios.nth(option).check()
        press(sheet, button)
        wait_for(lab.page, lambda member=member: len(by(lab, member)) == areas.count() + 1)
        wait_for(lab.page, lambda: areas.first.is_disabled())
    assert set(by(lab, "M1").values()) & set(by(lab, "M2").values()) == set()
    name.select_option(label="Маша")  # what was handed in is on nobody's screen
    wait_for(lab.page, lambda: areas.first.input_value() == "")
    assert areas.first.is_disabled()
    lab.page.screenshot(path=lab.shots / f"ticket-{lab.language}.png")


def test_a_changed_answer_takes_its_old_verdict_away(lab):
    open_notebook(lab, "notebooks/00-start")
    code = lab.page.locator(".cm-content", has_text="00-roles")
    sheet = lab.page.locator(".jp-CodeCell", has=code).locator(".promplan-sheet")
    radios, said = sheet.locator("input[type=radio]"), sheet.locator("fieldset .promplan-said").first
    radios.nth(0).check()
    sheet.get_by_role("button").click()
    wait_for(lab.page, lambda: said.inner_text().strip() != "")
    told = said.inner_text()
    radios.nth(1).check()
    assert said.inner_text().strip() == ""
    radios.nth(0).check()
    assert said.inner_text() == told
