"""Does one way lead to where it says: Continue, Go to it, Run again, and a key pressed on the course's own text?"""

import pytest
from browser.driving import cell, open_notebook, plan, press, wait_for

from promplan.cases.example import example
from promplan.language import inside, say
from promplan.plan import Objective, Plan
from promplan.plan.codec import dumps
from promplan.plan.store import NAME

WISHES = [Objective(id=f"O{n}", statement=f"{n}0 people come", target=10.0 * n, unit="people") for n in (1, 2)]
FRONT = ".jp-NotebookPanel:not(.lm-mod-hidden)"


def test_go_to_it_for_a_reach_that_is_not_worked_out_chooses_that_objective_in_the_funnel(lab):
    page = lab.page
    (lab.folder / NAME).write_bytes(dumps(Plan(objectives=WISHES)))
    open_notebook(lab, "exercises/02-goals")
    with inside(lab.language):
        press(page, str(say("Check")))
        lacks = str(say("How many people must be reached for it has not been worked out."))
        group = page.locator(".pp-group", has_text="O2").filter(has_text=lacks)
        found = group.locator(".pp-finding", has_text=lacks)
        found.get_by_role("button", name=str(say("Go to it")), exact=True).click()
    wait_for(page, lambda: page.evaluate("() => document.activeElement.matches('.pp-funnel-of')"))
    assert page.evaluate("() => document.activeElement.value") == "O2"
    cell(page, "funnel").get_by_text(lacks).first.wait_for()


def test_a_removed_step_of_the_funnel_comes_back_to_its_place_with_undo(lab):
    page = lab.page
    (lab.folder / NAME).write_bytes(dumps(example("02-breaks")))
    open_notebook(lab, "exercises/02-goals")

    def steps() -> list[str]:
        return [step.what for step in plan(lab).objectives[0].funnel.steps]

    before = steps()
    with inside(lab.language):
        box = cell(page, "funnel")
        box.get_by_role("button", name=str(say("Remove this step")), exact=True).nth(1).click()
        wait_for(page, lambda: steps() == before[:1] + before[2:])
        box.get_by_text(before[1], exact=False).filter(visible=True).first.wait_for()
        page.keyboard.press("Enter")
        wait_for(page, lambda: steps() == before)
        assert box.get_by_role("button", name=str(say("Undo")), exact=True).count() == 0


def test_no_key_opens_the_markdown_of_the_courses_text(lab):
    page = lab.page
    open_notebook(lab, "notebooks/00-start")
    page.locator(f"{FRONT} .jp-MarkdownCell").nth(1).click()
    page.keyboard.press("Enter")
    page.keyboard.type("x")
    assert page.locator(f"{FRONT} .jp-MarkdownCell .cm-editor:visible").count() == 0
    assert "x" not in {
        page.evaluate("() => window.jupyterapp.shell.currentWidget.content.activeCell.model.sharedModel.source")
    }
    page.keyboard.press("Escape")


@pytest.mark.thorough
def test_continue_inside_the_exercise_leads_to_its_first_open_finding(lab):
    page = lab.page
    (lab.folder / NAME).write_bytes(dumps(example("00-hasty-team")))
    open_notebook(lab, "notebooks/00-start")
    open_notebook(lab, "exercises/00-start")
    page.locator("[data-key=go]").first.click()
    wait_for(page, lambda: page.evaluate("() => Boolean(document.activeElement.closest('.jp-OutputArea'))"))


def test_what_has_lost_the_notebook_offers_to_run_again(lab):
    page = lab.page
    open_notebook(lab, "exercises/00-start")
    told = page.evaluate(
        """async () => {
          const detail = { at: document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .promplan-guard') };
          document.dispatchEvent(new CustomEvent('promplan:lost', { detail }));
          return [detail.kernel, await detail.again()];
        }"""
    )
    assert told == ["idle", True]
