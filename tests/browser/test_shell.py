"""Is it a course inside JupyterLab: does it run by itself only as it is shipped, hide answers, lead and follow?"""

import json
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from browser.driving import cell, kernel_is_idle, open_notebook, plan, wait_for

from promplan.language import inside, say
from promplan.plan import Plan
from promplan.plan.codec import dumps
from promplan.plan.store import NAME

HARM = "from pathlib import Path\nPath('ran-unasked').write_text('yes')"


def laid(lab, name: str) -> object:
    return lab.folder / "notebooks" / lab.language / f"{name}.ipynb"


def said(lab, text: str, **values) -> str:
    with inside(lab.language):
        return str(say(text, **values))


@pytest.mark.both
def test_an_opened_lesson_runs_by_itself_and_its_code_is_folded(lab):
    open_notebook(lab, "notebooks/01-facts", "now")
    page = lab.page
    assert page.locator(".pp-sheet, .pp-sort").count() > 3
    line = page.locator(".pp-code-line").first
    assert line.get_attribute("aria-expanded") == "false"
    assert page.locator(".jp-CodeCell .jp-InputArea-editor:visible").count() == 0
    line.focus()
    page.keyboard.press("Enter")
    assert line.get_attribute("aria-expanded") == "true"
    assert page.locator(".jp-CodeCell .jp-InputArea-editor:visible").count() == 1
    # Tab passes the lines by, but for the chosen cell's; and after reading on by keys it goes on from what is in sight
    assert page.locator(".pp-code-line[tabindex='0']").count() <= 1
    page.evaluate(
        "() => { const page = document.querySelector('.jp-WindowedPanel-outer'); page.scrollTop = 3000;"
        " document.querySelector('.jp-Cell').focus({ preventScroll: true }); }"
    )
    page.keyboard.press("Tab")
    in_sight = (
        "() => { const at = document.activeElement.getBoundingClientRect();"
        " return [at.top > 0, at.bottom < innerHeight]; }"
    )
    assert page.evaluate(in_sight) == [True, True]
    assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop") > 2000
    tab = page.locator(".lm-DockPanel-tabBar .lm-TabBar-tab.lm-mod-current")
    assert tab.inner_text().startswith("1 · ")
    assert laid(lab, "01-facts").is_file(), "a tab's name renames no file"


@pytest.mark.both
@pytest.mark.parametrize("change", ["one more cell", "a stranger's notebook"])
def test_code_that_is_not_the_courses_own_runs_for_nobody_unasked(lab, change):
    file = laid(lab, "00-start")
    notebook = json.loads(file.read_text(encoding="utf-8"))
    harm = {"cell_type": "code", "id": "harm", "metadata": {}, "source": HARM, "outputs": [], "execution_count": None}
    notebook["cells"] = [*notebook["cells"], harm] if change == "one more cell" else [harm]
    file.write_text(json.dumps(notebook), encoding="utf-8")
    open_notebook(lab, "notebooks/00-start", "changed")
    lab.page.wait_for_timeout(1500)
    assert not list(lab.folder.rglob("ran-unasked"))
    assert lab.page.locator(".pp-progress").inner_text().strip()


@pytest.mark.own_page
@pytest.mark.thorough
def test_a_notebook_that_is_not_the_courses_is_left_as_it_is(lab):
    file = laid(lab, "00-start").with_name("mine.ipynb")
    notebook = json.loads(laid(lab, "00-start").read_text(encoding="utf-8"))
    del notebook["metadata"]["promplan"]
    file.write_text(json.dumps(notebook), encoding="utf-8")
    page = lab.page
    page.goto(f"{lab.base}/lab/tree/{lab.folder.name}/notebooks/{lab.language}/mine.ipynb?token={lab.token}&reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    kernel_is_idle(page)
    page.wait_for_timeout(1500)
    assert page.locator(".pp-course, .pp-code-line, .pp-panel, [data-pp-ready]").count() == 0


@pytest.mark.both
def test_the_answer_stays_closed_until_the_guess_is_made_and_then_stands_beside_it(lab):
    open_notebook(lab, "notebooks/02-goals")
    page = lab.page
    question = page.locator(".jp-CodeCell", has=page.locator(".pp-code-line code", has_text="02-review"))
    answer = cell(page, "check")
    reveal = answer.locator(".pp-reveal")
    assert not answer.locator(".jp-Cell-outputWrapper").is_visible() and reveal.is_visible()
    chosen = question.locator(".pp-opt").nth(1)
    guess = chosen.inner_text().strip()
    chosen.click()
    question.locator("button[type=submit]").click()
    answer.locator(".jp-Cell-outputWrapper").wait_for()
    assert guess in reveal.inner_text()
    page.screenshot(path=lab.shots / f"reveal-{lab.language}.png")


@pytest.mark.thorough
def test_show_me_opens_an_answer_and_brings_the_focus_there(lab):
    open_notebook(lab, "notebooks/02-goals")
    closed = lab.page.locator(".pp-reveal:not(.pp-reveal-open)").first
    closed.get_by_role("button").focus()
    lab.page.keyboard.press("Enter")
    wait_for(lab.page, lambda: lab.page.evaluate("document.activeElement.closest('.pp-reveal-open') !== null"))


@pytest.mark.both
def test_the_panel_leads_on_follows_the_plan_and_goes_to_a_finding(lab):
    page = lab.page
    facts = {"facts": [{"id": "F1", "statement": "x"}, {"id": "F2", "statement": "y"}]}
    (lab.folder / NAME).write_bytes(dumps(Plan.model_validate({"enterprise": facts}, strict=True)))
    open_notebook(lab, "notebooks/01-facts")
    panel = page.locator(".pp-panel")
    finding = panel.locator(".pp-open-one", has_text="F2").first
    if not finding.is_visible():
        panel.locator(".pp-open .pp-quiet").click()
    page.screenshot(path=lab.shots / f"panel-{lab.language}.png")
    finding.click()
    page.wait_for_selector(".jp-NotebookPanel.pp-exercise[data-pp-ready]", timeout=120_000)
    # the row is chosen, and the very field has the focus: of an empty one that it is asked for
    here = (
        "() => [document.querySelector('.pp-records [aria-selected=true]')?.dataset.key,"
        " !!document.activeElement.closest('.pp-record .pp-line')]"
    )
    wait_for(page, lambda: page.evaluate(here) == ["F2", True])
    page.evaluate("() => { window.wasHere = document.activeElement; }")
    page.keyboard.press("F6")
    assert page.evaluate("document.activeElement.matches('.pp-panel .pp-go')")
    page.keyboard.press("Tab")
    page.keyboard.press("F6")
    assert page.evaluate("document.activeElement === window.wasHere")
    assert panel.locator(".pp-map-pages [aria-current=page]").inner_text() == said(lab, "Exercise")
    saved = panel.locator(".pp-saved").inner_text()
    assert saved and said(lab, "Nothing is saved yet") not in saved
    (lab.folder / NAME).unlink()
    wait_for(page, lambda: panel.locator(".pp-saved").inner_text() == said(lab, "Nothing is saved yet"), seconds=5)
    panel.locator(".pp-go").click()
    page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden).pp-lesson[data-pp-ready]", timeout=120_000)


@pytest.mark.both
def test_sentences_are_sorted_by_keys_and_by_hand_and_the_last_move_is_undone(lab):
    open_notebook(lab, "notebooks/01-facts")
    page = lab.page
    sort = page.locator(".pp-sort").first
    tray, bins = sort.locator(".pp-tray .pp-chip"), sort.locator(".pp-bin")
    n = tray.count()
    tray.first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("2")
    assert bins.nth(1).locator(".pp-chip").count() == 1 and tray.count() == n - 1
    sort.locator(".pp-sheet-foot .pp-quiet").click()
    assert bins.nth(1).locator(".pp-chip").count() == 0 and tray.count() == n
    tray.first.scroll_into_view_if_needed()
    tray.first.drag_to(bins.nth(2), steps=8)
    assert bins.nth(2).locator(".pp-chip").count() == 1
    tray.first.focus()
    for k in range(n - 1):  # a digit puts the chip that has the focus, and the next one has it then
        page.keyboard.press(str(1 + k % 4))
    page.keyboard.press("Enter")  # Sorted
    wait_for(page, lambda: len(plan(lab).answers.given) == n)
    sort.locator(".pp-cmp tbody tr").nth(n - 1).wait_for()
    wait_for(page, lambda: page.evaluate("document.activeElement.matches('.pp-truth')"))
    page.screenshot(path=lab.shots / f"sorted-{lab.language}.png")


@pytest.mark.thorough
def test_the_servers_part_asks_for_the_token_and_refuses_what_leads_out(lab):
    ask = lab.page.request
    bare = f"{lab.base}/promplan/progress?path={lab.folder.name}/notebooks/{lab.language}/00-start.ipynb"
    with pytest.raises(HTTPError, match="403"):
        urlopen(bare, timeout=30)
    path = f"{lab.folder.name}/notebooks/{lab.language}/00-start.ipynb"
    good = ask.get(f"{lab.base}/promplan/progress?path={path}&language={lab.language}&token={lab.token}")
    assert good.ok and good.json()["folder"] == lab.folder.name
    again = {"path": path, "language": lab.language, "stamp": good.json()["stamp"], "token": lab.token}
    assert ask.get(f"{lab.base}/promplan/progress", params=again).json() == {"same": True}
    assert ask.get(f"{lab.base}/promplan/progress?path=../../x&token={lab.token}").status == 404
    assert ask.get(f"{lab.base}/promplan/words?language=xx&token={lab.token}").status == 400
