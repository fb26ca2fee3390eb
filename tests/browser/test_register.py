"""Does the register work by keyboard alone: add, undo, pick a day, pick by words, search, and stand on a phone?"""

from types import SimpleNamespace

import pytest
from browser.by_keys import enter
from browser.driving import cell, field, open_notebook, plan, wait_for

from promplan.language import inside, say
from promplan.plan import Plan
from promplan.plan.codec import dumps
from promplan.plan.enterprise import Fact
from promplan.plan.labels import label_of
from promplan.plan.store import NAME
from promplan.widgets.facts import FIRST

FORM = ".pp-form.pp-of-facts"
ENTERED = {
    "statement": "The ring cures for 14 minutes",
    "quantity": "",
    "value": "14",
    "unit": "min",
    "tolerance": "1",
    "source_kind": "",
    "source": "process sheet 7",
    "as_of": "16.03.2026",
    "about": "time of cure",
    "checked_by": "process engineer",
}
BEYOND = """(box) => [...box.querySelectorAll('*')]
  .filter((one) => one.getClientRects().length && !one.closest('.pp-hidden, thead'))
  .filter((one) => one.getBoundingClientRect().right > box.getBoundingClientRect().right + 1)
  .map((one) => one.outerHTML.slice(0, 90))"""
MOST_TABS, MOST_CONTROLS = 15, 12  # 60 % of what one fact took before


def label(name: str) -> str:
    return str(label_of(Fact.model_fields[name]))


def facts(lab: SimpleNamespace) -> list[Fact]:
    return plan(lab).enterprise.facts


def register(lab: SimpleNamespace, n: int):
    """The open register, in which `n` facts stand."""
    rows = [
        {"id": f"F{k}", "statement": f"Press {k} made {k * 100} rings", "value": k * 100.0} for k in range(1, n + 1)
    ]
    (lab.folder / NAME).write_bytes(dumps(Plan.model_validate({"enterprise": {"facts": rows}}, strict=True)))
    open_notebook(lab, "exercises/01-facts")
    found = cell(lab.page, "fact_table")
    wait_for(lab.page, lambda: found.locator(".pp-table tbody tr").count() == n)
    return found


def has_focus(page) -> str:
    """The label of what has the focus, or the key of the row."""
    return page.evaluate(
        "() => { const one = document.activeElement; return one.dataset.key ?? one.closest('.widget-inline-hbox')"
        "?.querySelector('label')?.textContent ?? one.getAttribute('aria-label') ?? one.textContent; }"
    )


@pytest.fixture
def in_words(lab):
    with inside(lab.language):
        yield lab


@pytest.mark.thorough
def test_one_fact_takes_few_tabs_and_few_controls_are_in_sight(in_words):
    lab, page = in_words, in_words.page
    found = register(lab, 0)
    add = found.get_by_role("button", name=str(say("Add")), exact=True).first
    values = {label(name): text for name, text in ENTERED.items()}
    more = str(say("More: {names}")).partition("{")[0].strip()
    took = enter(page, add, FORM, values, more)
    wait_for(page, lambda: facts(lab) and facts(lab)[0].checked_by == "process engineer")
    one = facts(lab)[0]
    assert (one.statement, one.value, one.unit, one.tolerance) == ("The ring cures for 14 minutes", 14.0, "min", 1.0)
    assert str(one.as_of) == "2026-03-16" and one.about == "time of cure"
    page.screenshot(path=lab.shots / f"register-{lab.language}.png")
    assert took.tabs <= MOST_TABS and took.controls <= MOST_CONTROLS, took


def test_after_add_the_first_field_has_the_focus_and_what_is_removed_is_put_back_where_it_was(in_words):
    lab, page = in_words, in_words.page
    found = register(lab, 4)
    found.locator("tr[data-key=F2]").focus()
    page.keyboard.press("Enter")
    wait_for(page, lambda: has_focus(page) == label("statement"))
    before = facts(lab)
    found.get_by_role("button", name=str(say("Remove")), exact=True).press("Enter")
    wait_for(page, lambda: [one.id for one in facts(lab)] == ["F1", "F3", "F4"])
    undo = found.locator(".pp-toast button")
    undo.wait_for()
    wait_for(page, lambda: has_focus(page) == str(say("Undo")))
    assert undo.evaluate("one => one.getBoundingClientRect().bottom <= innerHeight")
    assert "Press 2 made 200 rings" in found.locator(".pp-toast [role=status]").inner_text()
    page.screenshot(path=lab.shots / f"removed-{lab.language}.png")
    page.keyboard.press("Enter")
    wait_for(page, lambda: facts(lab) == before)
    wait_for(page, lambda: has_focus(page) == "F2")
    page.keyboard.press("ArrowDown")
    wait_for(page, lambda: found.locator("[aria-selected=true]").get_attribute("data-key") == "F3")
    wait_for(page, lambda: field(found, label("statement")).input_value() == "Press 3 made 300 rings")
    what_is_typed_while_the_kernel_is_busy_belongs_to_the_record_on_the_screen(lab, found)


def what_is_typed_while_the_kernel_is_busy_belongs_to_the_record_on_the_screen(lab, found):
    page, unit = lab.page, field(found, label("unit"))
    busy(page, 2)
    unit.press_sequentially("wagons", delay=20)
    found.locator("tr[data-key=F4]").click()
    assert unit.evaluate("one => Boolean(one.closest('[inert]'))")  # nobody types into a card that is on its way
    wait_for(page, lambda: facts(lab)[2].unit == "wagons")
    wait_for(page, lambda: field(found, label("statement")).input_value() == "Press 4 made 400 rings")
    assert [one.unit for one in facts(lab)] == ["", "", "wagons", ""] and unit.input_value() == ""
    # and what is typed after Add are the new record's first words
    busy(page, 2)
    unit.press_sequentially("rings", delay=20)
    found.get_by_role("button", name=str(say("Add")), exact=True).click()
    page.keyboard.type("The ring cures")
    assert has_focus(page) == label("statement")
    page.screenshot(path=lab.shots / f"ahead-{lab.language}.png")
    wait_for(page, lambda: len(facts(lab)) == 5 and facts(lab)[4].statement == "The ring cures")
    page.keyboard.type(" long")
    wait_for(page, lambda: facts(lab)[4].statement == "The ring cures long")
    assert [one.unit for one in facts(lab)] == ["", "", "wagons", "rings", ""]


def busy(page, seconds: int) -> None:
    """Keep the kernel from its handlers so long."""
    code = f"from promplan.plan.turn import TURN; import time\nwith TURN: time.sleep({seconds})"
    page.evaluate(
        "code => { window.jupyterapp.shell.currentWidget.sessionContext.session.kernel"
        ".requestExecute({ code, silent: true }); }",
        code,
    )
    page.wait_for_timeout(300)


def test_a_day_and_a_reference_are_picked_by_keys_in_the_pages_language(in_words):
    lab, page = in_words, in_words.page
    found = register(lab, 4)
    day = field(found, label("as_of"))
    day.fill("16.03.2026")
    wait_for(page, lambda: str(facts(lab)[0].as_of) == "2026-03-16")
    found.locator(".pp-f-as_of .pp-heard").wait_for()
    found.get_by_role("button", name=str(say("{field}: pick a day", field=label("as_of")))).press("Enter")
    month = found.get_by_role("dialog")
    assert month.locator("b").inner_text() == f"{say('March')} 2026"
    for key in ("ArrowRight", "ArrowDown", "PageDown"):
        page.keyboard.press(key)
    assert has_focus(page) == f"{say('Friday')}, 24 {say('April')} 2026"
    page.screenshot(path=lab.shots / f"month-{lab.language}.png")
    page.keyboard.press("Enter")
    wait_for(page, lambda: str(facts(lab)[0].as_of) == "2026-04-24")
    assert month.count() == 0 and has_focus(page) == str(say("{field}: pick a day", field=label("as_of")))
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert month.count() == 0 and str(facts(lab)[0].as_of) == "2026-04-24"
    # and a reference by its words
    found.locator(".pp-fold > * > button").first.press("Enter")
    search = found.get_by_role("combobox", name=label("derived_from"))
    search.fill("300")
    offered = found.locator(".pp-refs-list li:visible")
    offered.first.wait_for()
    assert [one.split(" · ")[0] for one in offered.all_inner_texts()] == ["F3"]
    page.keyboard.press("Enter")
    wait_for(page, lambda: facts(lab)[0].derived_from == ["F3"])
    chip = found.locator(".pp-chips li")
    assert "Press 3 made 300 rings" in chip.inner_text()
    chip.get_by_role("button").press("Enter")
    wait_for(page, lambda: facts(lab)[0].derived_from == [])


@pytest.mark.thorough
def test_a_large_register_is_searched_by_words_and_typing_rebuilds_no_row(in_words):
    lab, page = in_words, in_words.page
    found = register(lab, 300)
    page.evaluate("() => document.querySelectorAll('.pp-table tbody tr').forEach((one) => { one.seen = true; })")
    search = found.get_by_label(str(say("Search")), exact=True)
    search.fill("29900 press")
    shown = found.locator(".pp-table tbody tr:visible")
    assert shown.count() == 1 and "300" in found.locator(".pp-found").inner_text()
    search.press("ArrowDown")
    statement = field(found, label("statement"))
    wait_for(page, lambda: statement.input_value() == "Press 299 made 29900 rings")
    search.press("Escape")
    assert shown.count() == 300 and search.input_value() == ""
    statement.fill("Another sentence of the press")
    wait_for(page, lambda: "Another sentence" in found.locator("tr[data-key=F299]").inner_text())
    assert page.evaluate("() => [...document.querySelectorAll('.pp-table tbody tr')].every((one) => one.seen)")
    assert has_focus(page) == label("statement")


def test_a_finding_stands_at_its_field_and_is_tied_to_it(in_words):
    lab, page = in_words, in_words.page
    found = register(lab, 1)
    unit = field(found, label("unit"))
    unit.fill("zzz")
    wait_for(page, lambda: unit.get_attribute("aria-invalid") == "true")
    told = unit.get_attribute("aria-describedby").split()
    said = [page.locator(f"[id='{one}']").inner_text() for one in told]
    assert any("zzz" in one for one in said), said
    assert found.locator("tr[data-key=F1] .pp-sign-warning").count() == 1
    unit.fill("pieces" if lab.language == "en" else "шт.")
    wait_for(page, lambda: unit.get_attribute("aria-invalid") is None)


@pytest.mark.thorough
@pytest.mark.parametrize("width", [768, 390])
def test_no_width_cuts_the_register_off(in_words, width):
    lab, page = in_words, in_words.page
    page.set_viewport_size({"width": width, "height": 1400})
    found = register(lab, 3)
    box = found.locator(".pp-register").first
    found.locator(".pp-fold > * > button").first.press("Enter")
    page.wait_for_timeout(500)
    page.screenshot(path=lab.shots / f"register-{lab.language}-{width}.png")
    wide = box.evaluate(BEYOND)
    assert wide == [] and page.evaluate("() => document.scrollingElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1280, "height": 1400})


def test_the_first_questions_are_questions_of_the_model():
    assert {name for row in FIRST for name in row} <= Fact.model_fields.keys()
