"""Are the portfolio's cards read on a laptop, a tablet and a phone, used by keys, and is the page made of them?"""

from browser.axe import found, themed
from browser.driving import plan, wait_for
from browser.made import open_cells
from carded import carded

from promplan.language import inside, say


def test_cards_are_readable_in_both_themes_and_a_consent_is_taken_back_by_keys(lab):
    with inside(lab.language):
        filled = carded()
        back, make = (str(say(one)) for one in ("Take the chosen card's consent back", "Make the page"))
        off = str(say("Not on the page, and why (only the team reads this)"))
    filled.meta.language = lab.language
    open_cells(lab, filled, ["pp.portfolio()"], "06-making")
    page = lab.page
    panel = page.locator(".pp-editor.pp-portfolio")
    wait_for(page, lambda: panel.get_by_text(off).count() == 1)
    size = page.viewport_size
    try:
        for theme in ("Light", "Dark"):
            themed(page, theme)
            for wide in (1366, 768, 390):
                page.set_viewport_size({"width": wide, "height": 4000})
                page.wait_for_timeout(300)
                assert wide > 390 or found(page) == []
                over = panel.evaluate("one => one.scrollWidth - one.clientWidth")
                assert over <= 1, f"{over} px too wide at {wide}"
                panel.screenshot(path=lab.shots / f"portfolio-{wide}-{theme.lower()}-{lab.language}.png")
    finally:
        page.set_viewport_size(size)
    panel.get_by_role("button", name=back).focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: plan(lab).pitch.cards[0].withdrawn_on is not None)
    panel.get_by_role("button", name=make).focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: list((lab.folder / "portfolio").glob("*.html")) != [])
    made = next((lab.folder / "portfolio").glob("*.html")).read_text(encoding="utf-8")
    assert filled.team.members[0].name not in made and filled.team.members[2].name in made
