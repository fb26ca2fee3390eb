"""Is a yes lost when a word changes, and is the post seen as its channel shows it, by mouse and by keys?"""

import pytest
from browser.driving import field, plan, press, run_all, wait_for
from browser.made import open_cells

from promplan.cases.example import example
from promplan.language import inside, say
from promplan.language.typesetting import unset
from promplan.plan.approvals import holds
from promplan.plan.document import Plan


def mended(language: str) -> Plan:
    """The plan with one post about the plant, of its own words."""
    with inside(language):
        return example("06-ai-mended")


def editor(page, name: str):
    return page.locator(f".pp-editor.{name}")


def test_a_yes_holds_until_a_word_is_changed_in_the_editor_beside_it(lab):
    open_cells(lab, mended(lab.language), ["pp.approvals()", "pp.post_preview()"], "06-making")
    page = lab.page
    steps = editor(page, "pp-approving")
    with inside(lab.language):
        usual, yes, write = (str(say(one)) for one in ("Lay out the usual steps", "They said yes", "Text"))
        told, changed = str(say("yes to this version")), str(say("asked again: changed since the yes"))
    press(steps, usual)
    wait_for(page, lambda: len(plan(lab).items[0].approvals) == 4)
    press(steps, yes)
    wait_for(page, lambda: holds(plan(lab).items[0].approvals[0], plan(lab).items[0]))
    wait_for(page, lambda: said(told, steps))
    field(editor(page, "pp-posting"), write).fill("Quite another text.")
    wait_for(page, lambda: not holds(plan(lab).items[0].approvals[0], plan(lab).items[0]))
    wait_for(page, lambda: said(changed, steps))
    wait_for(page, lambda: "↻" in steps.locator(".pp-raci").inner_text())
    page.screenshot(path=lab.shots / f"approvals-{lab.language}.png")
    run_all(page)
    wait_for(page, lambda: said(changed, editor(page, "pp-approving")))


def said(words: str, where) -> bool:
    """Do these words stand there, wherever the page sets its no-break spaces?"""
    return unset(words) in unset(where.inner_text())


@pytest.mark.thorough
def test_the_post_is_seen_as_its_channel_shows_it_and_more_opens_by_keys(lab):
    open_cells(lab, mended("en"), ["pp.post_preview()"], "06-making")
    page = lab.page
    post = editor(page, "pp-posting")
    frame = post.locator(".pf")
    wait_for(page, lambda: "pf-feed" in (frame.get_attribute("class") or ""))
    more = post.get_by_role("button", name="Show more")
    before = frame.inner_text()
    more.focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: "Ask us what you would learn first" in frame.inner_text())
    assert "Ask us what you would learn first" not in before
    assert post.get_by_role("button", name="Show less").evaluate("one => document.activeElement === one")
    field(post, "Text").fill("Warm. " * 200)  # what is typed is seen at once, and the field keeps the focus
    field(post, "Channel").select_option(label="Telegram")
    wait_for(page, lambda: "1024" in post.locator(".pp-post-limits").inner_text())
    assert frame.locator(".pf-cut").is_visible() and "pf-chat" in frame.get_attribute("class")
    press(post, "Dark")
    ground = frame.locator(".pf-bubble").evaluate("one => getComputedStyle(one).backgroundColor")
    page_ground = post.evaluate("one => getComputedStyle(one).backgroundColor")
    assert ground != page_ground and post.get_by_role("button", name="Dark").get_attribute("aria-pressed") == "true"
    page.screenshot(path=lab.shots / "post-preview.png")


@pytest.mark.thorough
def test_flaws_are_marked_by_keys_and_told_place_by_place(lab):
    open_cells(lab, Plan(), ['pp.flaws("06-ai-draft")'], "06-making")
    page = lab.page
    text = page.locator(".pp-flaws")
    place = text.locator("[data-place=age]")
    place.focus()
    page.keyboard.press("Space")
    assert place.get_attribute("aria-pressed") == "true"
    press(text, "I would not publish what is marked")
    wait_for(page, lambda: "1 of 7 flaws found" in text.inner_text().replace("\u00a0", " "))
    assert place.get_attribute("data-state") == "found"
    assert text.locator("[data-place=ivanov]").get_attribute("data-state") == "missed"
    assert text.get_by_role("button", name="Look once more").evaluate("one => document.activeElement === one")
    page.screenshot(path=lab.shots / "flaws.png")
