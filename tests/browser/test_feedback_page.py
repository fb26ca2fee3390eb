"""A team's feedback in a real browser, without a network: narrow and wide, light and dark, nothing asked for."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from cohort.grading_room import three

from promplan.cohort.grade import grade
from promplan.cohort.gradebook import Gradebook
from promplan.cohort.record import Given


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    made = three(tmp_path_factory.mktemp("room"))
    grade(made, date(2026, 11, 9))
    with Gradebook(made.gradebook) as book:
        book.give("T2", Given("art", 3.5, "Форма выросла из процесса.", "Жюри"))
    grade(made, date(2026, 11, 9))
    return made


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("team", "width"), [("T1", 390), ("T2", 390), ("T1", 1280), ("T2", 1280)])
def test_a_team_reads_it_anywhere(context, room, team, width, theme):
    one = context.browser.new_context(viewport={"width": width, "height": 844}, offline=True, color_scheme=theme)
    try:
        page, asked = one.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: asked.append(said.text))
        page.goto((room.feedback / f"feedback-{team}.html").as_uri())
        assert [it for it in asked if not it.startswith("file:")] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("h1").inner_text() == {"T1": "Valve", "T2": "Дуга"}[team]
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    finally:
        one.close()
