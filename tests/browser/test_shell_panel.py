"""Does the panel hand in, join, look up and change the language by keys; does it follow what happens to the plan?"""

import json

import pytest
from browser.driving import kernel_is_idle, open_notebook, plan, wait_for

from promplan.cases.example import example
from promplan.language import inside, say
from promplan.language.typesetting import unset
from promplan.plan import edit
from promplan.plan.codec import dumps
from promplan.plan.document import Plan
from promplan.plan.pack import is_hand_in
from promplan.plan.store import NAME


def said(lab, text: str, **values) -> str:
    with inside(lab.language):
        return str(say(text, **values))


def begun(lab) -> Plan:
    with inside(lab.language):
        held = edit.put(example("00-solved"), "meta", {"plan_id": "p1", "language": lab.language})
    (lab.folder / NAME).write_bytes(dumps(held))
    return held


def focused(page) -> str:
    return page.evaluate("document.activeElement?.dataset.key ?? ''")


def press_in_panel(lab, key: str) -> None:
    """Reach a button of the panel and press it by the keyboard alone."""
    lab.page.locator(f".pp-panel [data-key='{key}']").focus()
    lab.page.keyboard.press("Enter")


def in_front(page) -> str:
    return page.evaluate("() => window.jupyterapp.shell.currentWidget?.context?.path ?? ''")


def test_hand_in_by_keys_says_what_is_open_writes_the_zip_and_offers_it(lab):
    begun(lab)
    open_notebook(lab, "notebooks/00-start")
    page = lab.page
    press_in_panel(lab, "hand-in")
    rows = page.locator(".pp-dialog tbody tr")
    rows.first.wait_for()
    assert said(lab, "passed") in rows.first.inner_text()
    page.keyboard.press("Enter")  # the focus is on the one thing to do
    link = page.locator(".pp-dialog a[download]")
    link.wait_for()
    (zip_,) = lab.folder.glob("*.promplan.zip")
    assert zip_.name in page.locator(".pp-dialog-said").inner_text()
    page.screenshot(path=lab.shots / f"hand-in-{lab.language}.png")
    with page.expect_download() as loading:
        link.click()
    assert is_hand_in(loading.value.path().read_bytes())
    page.keyboard.press("Escape")
    wait_for(page, lambda: focused(page) == "hand-in")


def test_a_copy_is_joined_by_keys_with_what_both_changed_asked_about(lab):
    mine = begun(lab)
    theirs = edit.put(mine, "team", {"name": "Another name"})
    theirs, _ = edit.add(theirs, "enterprise.facts", {"statement": "Rings for pumps"})
    (lab.folder / "masha.json").write_bytes(dumps(theirs))
    open_notebook(lab, "notebooks/00-start")
    page = lab.page
    press_in_panel(lab, "merge")
    page.locator(".pp-dialog input[type=radio]").first.wait_for()
    page.keyboard.press("Space")
    page.locator(".pp-dialog .pp-first").focus()
    page.keyboard.press("Enter")
    page.locator(".pp-clash").wait_for()
    assert "Another name" in page.locator(".pp-clash").inner_text()
    page.screenshot(path=lab.shots / f"merge-{lab.language}.png")
    page.locator(".pp-dialog .pp-first").focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: page.locator(".pp-dialog-said .pp-sign-error").count() == 1)
    assert plan(lab).team.name == mine.team.name, "nothing is joined while a question is open"
    page.locator(".pp-clash input[value=theirs]").focus()
    page.keyboard.press("Space")
    page.locator(".pp-dialog .pp-first").focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: plan(lab).team.name == "Another name")
    assert [one.statement for one in plan(lab).enterprise.facts] == ["Rings for pumps"]


@pytest.mark.thorough
def test_a_word_is_found_as_it_is_typed_and_its_meaning_stands_there(lab):
    open_notebook(lab, "notebooks/00-start")
    page = lab.page
    press_in_panel(lab, "glossary")
    page.locator(".pp-terms li").first.wait_for()
    all_ = page.locator(".pp-terms li").count()
    page.keyboard.type({"en": "CLEARANCE", "ru": "согласование"}[lab.language])
    wait_for(page, lambda: 0 < page.locator(".pp-terms li").count() < all_)
    first = page.locator(".pp-terms li").first.inner_text()
    assert "clearance" in first and "согласование" in first
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.pp-terms li:first-child')")
    page.keyboard.press("Escape")
    wait_for(page, lambda: focused(page) == "glossary")
    assert page.locator(".jp-mod-editMode").count() == 0, "no key reached the notebook"


@pytest.mark.own_page
def test_the_other_language_opens_the_twin_lays_it_and_jupyterlab_speaks_it_too(lab):
    held = begun(lab)
    open_notebook(lab, "exercises/00-start")
    page = lab.page
    other = {"en": "ru", "ru": "en"}[lab.language]
    for speech in (other, lab.language):  # and back: the server of the other tests stays as it was
        press_in_panel(lab, f"speak {speech}")
        path = f"{lab.folder.name}/exercises/{speech}/00-start.ipynb"
        page.wait_for_function("path => window.jupyterapp?.shell.currentWidget?.context?.path === path", arg=path)
        page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden)[data-pp-ready]", timeout=120_000)
        kernel_is_idle(page)
        name = {"en": "My media plan", "ru": "Мой медиаплан"}[speech]
        wait_for(page, lambda name=name: page.locator(".pp-panel h2").inner_text() == name)
        menu = {"en": "File", "ru": "Файл"}[speech]
        wait_for(page, lambda menu=menu: page.locator(".lm-MenuBar-itemLabel").first.inner_text() == menu)
    assert plan(lab).team == held.team


@pytest.mark.thorough
def test_a_plan_that_is_damaged_or_gone_is_told_with_what_to_do(lab):
    begun(lab)
    open_notebook(lab, "notebooks/01-facts")
    page = lab.page
    trouble = page.locator(".pp-panel-trouble")
    assert trouble.count() == 0
    whole = (lab.folder / NAME).read_bytes()
    (lab.folder / NAME).write_text("{ not json", encoding="utf-8")
    wait_for(page, lambda: trouble.count() == 1 and "plan-backups" in trouble.inner_text())
    assert page.locator(".pp-saved").inner_text() == said(lab, "The plan cannot be read")
    (lab.folder / NAME).write_bytes(whole)
    wait_for(page, lambda: trouble.count() == 0)
    (lab.folder / NAME).unlink()
    wait_for(page, lambda: trouble.count() == 1 and "plan-backups" in trouble.inner_text())


@pytest.mark.own_page
@pytest.mark.thorough
def test_a_page_of_another_version_says_so(lab):
    page = lab.page

    def older(route):
        answer = route.fetch()
        route.fulfill(response=answer, json={**answer.json(), "version": "9.9.9"})

    page.route("**/promplan/progress?*", older)
    open_notebook(lab, "notebooks/00-start")
    page.locator(".pp-panel-trouble").wait_for()
    assert "9.9.9" in page.locator(".pp-panel-trouble").inner_text()


REFUSED = """
for (const name of ["getItem", "setItem"]) {
  const own = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...more) {
    if (String(key).startsWith("promplan")) throw new DOMException("no storage", "SecurityError");
    return own.call(this, key, ...more);
  };
}
"""


@pytest.mark.own_page
@pytest.mark.thorough
def test_a_browser_that_lets_us_remember_nothing_has_the_same_course(lab):
    """Where a browser has no storage at all, JupyterLab itself does not start: so it is refused to us alone."""
    page = lab.page
    page.add_init_script(REFUSED)
    open_notebook(lab, "notebooks/00-start")
    page.locator(".pp-panel .pp-go").wait_for()
    page.locator(".pp-tool").click()
    wait_for(page, lambda: page.locator(".jp-CodeCell .jp-InputArea-editor:visible").count() > 3)
    assert page.evaluate("document.body.classList.contains('pp-codes')")


@pytest.mark.thorough
def test_the_map_of_a_lesson_is_ticked_and_leads_to_a_lesson(lab):
    begun(lab)
    open_notebook(lab, "notebooks/01-facts")
    page = lab.page
    board = page.locator(".pp-board")
    assert not board.is_visible()  # from the second unit on the way is known
    page.locator(".pp-way > summary").click()
    board.scroll_into_view_if_needed()
    assert said(lab, "passed") in board.locator("li").first.inner_text()
    assert not page.locator(".pp-mapped img").is_visible()
    page.screenshot(path=lab.shots / f"map-{lab.language}.png")
    board.get_by_role("button").nth(2).focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: in_front(page).endswith("/02-goals.ipynb"))


def test_a_unit_that_is_passed_leads_to_the_next_in_the_same_window(lab):
    begun(lab)
    open_notebook(lab, "exercises/00-start")
    page = lab.page
    page.get_by_role("button", name=said(lab, "Check"), exact=True).first.click()
    onward = page.locator("a.pp-next")
    onward.wait_for()
    assert unset(onward.inner_text()).startswith(unset(said(lab, "Next: {n} · {title}", n=1, title="")).strip())
    tabs = len(page.context.pages)
    onward.click()
    wait_for(page, lambda: in_front(page).endswith(f"notebooks/{lab.language}/01-facts.ipynb"))
    assert len(page.context.pages) == tabs
    assert unset(page.locator(".pp-go").inner_text()).find("1 ·") > 0


@pytest.mark.thorough
def test_the_link_of_a_finding_opens_its_lesson_in_the_same_window(lab):
    (lab.folder / NAME).write_bytes(
        dumps(Plan.model_validate({"enterprise": {"facts": [{"id": "F1", "statement": "x"}]}}, strict=True))
    )
    open_notebook(lab, "exercises/01-facts")
    page = lab.page
    page.get_by_role("button", name=said(lab, "Check"), exact=True).first.click()
    link = page.locator(".pp-finding a.pp-link").first
    link.wait_for()
    tabs = len(page.context.pages)
    link.click()
    wait_for(page, lambda: "/notebooks/" in in_front(page))
    assert len(page.context.pages) == tabs


@pytest.mark.thorough
def test_shift_enter_leads_to_the_head_of_what_comes_next_and_adds_no_cell_at_the_end(lab):
    open_notebook(lab, "notebooks/00-start")
    page = lab.page
    top = (
        "() => { const c = window.jupyterapp.shell.currentWidget.content;"
        " return c.activeCell.node.getBoundingClientRect().top - (c.outerNode ?? c.node).getBoundingClientRect().top }"
    )
    go = "n => { const c = window.jupyterapp.shell.currentWidget.content; c.activeCellIndex = n; c.activate(); }"
    page.evaluate(go, 4)
    page.keyboard.press("Shift+Enter")
    wait_for(page, lambda: 0 <= page.evaluate(top) <= 40)
    count = "() => window.jupyterapp.shell.currentWidget.content.model.cells.length"
    n = page.evaluate(count)
    page.evaluate(go, n - 1)
    page.keyboard.press("Shift+Enter")
    page.wait_for_timeout(1000)
    assert page.evaluate(count) == n
    assert page.evaluate("() => window.jupyterapp.shell.currentWidget.content.mode") == "command"


@pytest.mark.thorough
@pytest.mark.parametrize("width", [390, 683])
def test_in_a_narrow_window_continue_stays_and_the_panel_comes_when_it_is_asked_for(lab, width):
    page = lab.page
    page.set_viewport_size({"width": width, "height": 700})
    open_notebook(lab, "notebooks/00-start")
    page.locator(".pp-strip .pp-go").wait_for()
    assert not page.locator("#jp-left-stack .pp-panel").is_visible()
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    assert wide <= width
    page.locator(".pp-strip-all").focus()
    page.keyboard.press("Enter")
    drawer = page.locator(".pp-drawer")
    drawer.locator("[data-key=hand-in]").wait_for()
    small = drawer.evaluate(
        "node => [...node.querySelectorAll('button')].filter(one => one.offsetHeight < 40).map(one => one.textContent)"
    )
    assert small == []
    page.screenshot(path=lab.shots / f"drawer-{width}-{lab.language}.png")
    page.keyboard.press("Escape")
    wait_for(page, lambda: focused(page) == "all")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("#jp-left-stack .pp-panel .pp-go").wait_for()


@pytest.mark.thorough
def test_a_screen_reader_finds_a_landmark_headings_lists_and_where_it_is(lab):
    begun(lab)
    open_notebook(lab, "notebooks/01-facts")
    panel = lab.page.get_by_role("region", name=said(lab, "My media plan"))
    assert panel.get_by_role("heading", level=2).count() == 1
    assert panel.get_by_role("list", name=said(lab, "The units of the course")).count() == 1
    assert panel.locator("[aria-current=page]").inner_text() == said(lab, "Lesson")
    first = panel.get_by_role("button", name="0 ·").first
    assert said(lab, "passed") in first.inner_text()
    assert panel.get_by_role("status").count() >= 1
    unguarded = panel.evaluate(
        "node => [...node.querySelectorAll('button')].filter(one => !one.dataset.lmSuppressShortcuts).length"
    )
    assert unguarded == 0


@pytest.mark.thorough
def test_a_plan_of_three_hundred_facts_is_followed(lab):
    facts = [{"id": f"F{n}", "statement": f"Number {n} of many"} for n in range(1, 301)]
    (lab.folder / NAME).write_bytes(dumps(Plan.model_validate({"enterprise": {"facts": facts}}, strict=True)))
    open_notebook(lab, "notebooks/00-start")
    page = lab.page
    page.locator(".pp-open .pp-quiet").click()
    wait_for(page, lambda: page.locator(".pp-open-one").count() == 200)
    assert json.loads(page.locator(".pp-open h3 span").nth(1).inner_text()) > 200


@pytest.mark.thorough
def test_axe_finds_nothing_serious_in_the_panel_its_windows_and_the_map(lab):
    from axe_playwright_python.sync_playwright import Axe

    def serious(place: str) -> list[str]:
        found = Axe().run(lab.page, context=place).response["violations"]
        return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in ("serious", "critical")]

    begun(lab)
    open_notebook(lab, "notebooks/01-facts")
    lab.page.locator(".pp-way > summary").click()
    lab.page.locator(".pp-board").wait_for()
    assert serious(".pp-panel") == [] and serious(".pp-board") == []
    for key, inside_ in (("hand-in", "tbody"), ("merge", "input"), ("glossary", "li")):
        press_in_panel(lab, key)
        lab.page.locator(f".pp-dialog {inside_}").first.wait_for()
        assert serious(".pp-dialog") == []
        lab.page.keyboard.press("Escape")
        lab.page.wait_for_selector(".pp-dialog", state="detached")
