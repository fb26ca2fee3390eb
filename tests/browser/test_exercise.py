"""Does unit 1's exercise work for a student, with a kernel that dies in the middle?"""

import importlib.util
from pathlib import Path
from types import SimpleNamespace

import pytest
from browser.driving import field, kernel_is_idle, open_notebook, plan, run_all, wait_for

from promplan.plan.store import NAME

spec = importlib.util.spec_from_file_location("browser_conftest", Path(__file__).parent / "conftest.py")
assert spec and spec.loader
conftest = importlib.util.module_from_spec(spec)
spec.loader.exec_module(conftest)

WORDS = {
    "en": {"add": "Add", "fact": "Fact", "value": "Value", "unit": "Unit", "source": "Source", "check": "Check",
           "kind": "Kind of number", "who": "Who asks for this work", "lost": "Not saved", "saved": "saved"},
    "ru": {"add": "Добавить", "fact": "Факт", "value": "Значение", "unit": "Единица", "source": "Источник",
           "check": "Проверить", "kind": "Вид числа", "who": "Кто даёт задание", "lost": "Не сохранено",
           "saved": "сохранено"},
}  # fmt: skip


def open_exercise(lab: SimpleNamespace) -> None:
    open_notebook(lab, "exercises/01-facts")


def facts(lab) -> list:
    return plan(lab).enterprise.facts


def test_facts_survive_a_dead_kernel_and_the_review_reads_them(lab):
    page, word = lab.page, WORDS[lab.language]
    open_exercise(lab)
    field(page, word["who"]).fill("press office")
    page.get_by_role("button", name=word["add"], exact=True).click()
    field(page, word["fact"]).press_sequentially("Plates run at 170 °F", delay=5)
    field(page, word["value"]).fill("170")
    field(page, word["unit"]).fill("°F")
    field(page, word["kind"]).select_option(index=1)
    # each control has its own way to the disk: one that was typed later may be there earlier
    typed = {"statement": "Plates run at 170 °F", "value": 170.0, "unit": "°F"}
    wait_for(page, lambda: typed.items() <= facts(lab)[0].model_dump().items() and facts(lab)[0].quantity)
    wait_for(page, lambda: plan(lab).brief.client == "press office")
    page.get_by_text(f"✔ {word['saved']}").first.wait_for()
    page.get_by_text("170 °C").first.wait_for()
    page.screenshot(path=lab.shots / f"exercise-{lab.language}-1-typed.png")

    # the kernel dies while the student types on
    conftest.kill_kernels(lab)
    before = (lab.folder / NAME).read_bytes()
    field(page, word["source"]).press_sequentially("booklet", delay=5)
    page.get_by_text(word["lost"]).first.wait_for()
    page.screenshot(path=lab.shots / f"exercise-{lab.language}-2-not-saved.png")
    assert (lab.folder / NAME).read_bytes() == before

    page.locator(".jp-Dialog .jp-mod-accept").first.click()  # JupyterLab says that the kernel died and was restarted
    kernel_is_idle(page)
    run_all(page)
    page.wait_for_function(
        "label => [...document.querySelectorAll('textarea')].some(t => t.value === label)", arg="Plates run at 170 °F"
    )
    assert field(page, word["who"]).input_value() == "press office"
    assert field(page, word["value"]).input_value() == "170"

    page.get_by_role("button", name=word["check"], exact=True).click()
    wait_for(page, lambda: plan(lab).answers.tries.get("01-facts") == 1)
    page.locator(".pp-finding .pp-acts, .pp-finding-acts").first.wait_for()
    page.get_by_text("170 °C").first.wait_for()
    page.screenshot(path=lab.shots / f"exercise-{lab.language}-3-checked.png", full_page=True)


@pytest.mark.thorough
def test_shortcuts_change_nothing_while_a_control_has_the_focus(lab):
    page, word = lab.page, WORDS[lab.language]
    open_exercise(lab)
    page.get_by_role("button", name=word["add"], exact=True).click()
    wait_for(page, lambda: len(facts(lab)) == 1)
    before = conftest.notebook_text(lab)
    statement = field(page, word["fact"])
    statement.focus()
    outline = "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth]"
    assert statement.evaluate(outline) == ["solid", "3px"], "nobody sees where the focus is"
    controls = {
        "button": ".jp-OutputArea-output button.jupyter-button:not([disabled])",
        "checkbox": ".jp-OutputArea-output input[type=checkbox]",
        "dropdown": ".jp-OutputArea-output .widget-dropdown select",
        "row of a table": ".pp-records [tabindex='0']",
        "choice": ".jp-OutputArea-output .pp-sheet .pp-opt",
        "question's button": ".jp-OutputArea-output .pp-sheet button[type=submit]",
        "text area": ".jp-OutputArea-output .pp-sheet textarea",
        "line of code": ".pp-code-line",
        "panel": ".pp-panel .pp-go",
    }
    for name, selector in controls.items():
        control = page.locator(f"{selector} >> visible=true").first
        control.scroll_into_view_if_needed()
        assert control.evaluate("e => e.dataset.lmSuppressShortcuts") == "true", f"the guard did not reach a {name}"
        for keys in (["x"], ["d", "d"], ["m"], ["b"], ["0", "0"]):
            control.focus()
            for key in keys:
                page.keyboard.press(key)
            assert conftest.notebook_text(lab) == before, f"{keys} on a {name} changed the notebook"
        page.wait_for_timeout(300)
        assert conftest.notebook_text(lab) == before, f"a key on a {name} changed the notebook"
        assert page.query_selector(".jp-Dialog") is None, f"a key on a {name} opened a dialog"
