"""Does whoever works by keyboard stay among the controls when the button that was pressed goes away?"""

from pathlib import Path

import pytest

import promplan

GUARD = (Path(promplan.__file__).parent / "widgets" / "guard.js").read_text(encoding="utf-8")
REMARK = '<div class="pp-told"><details><summary id="hint">Hint</summary><p>Count again.</p></details></div>'
DESK = """
<div class="jp-OutputArea">
  <button id="day">One working day on</button>
  <div id="letters">
    <select id="list" size="3"><option>R1</option></select>
    <div id="draft">
      <input id="wording">
      <div><button id="send">Send</button><button id="remove">Remove</button></div>
    </div>
    <div id="answered" style="display: none"><button id="again">Ask again</button></div>
  </div>
  <div id="guard"></div><div id="second"></div>
  <button id="below">The next form</button>
  <div class="pp-line"><input id="unit"><div class="said">REMARK</div>
    <div><button id="put" class="pp-put">180 °C</button></div></div>
  <div class="pp-line"><input id="source"></div>
</div>
<p tabindex="0" id="outside">elsewhere</p>
""".replace("REMARK", REMARK)
START = """async ([source, at]) => {
  const module = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const model = { get: () => "", set: () => {}, save_changes: () => {}, on: () => {} };
  module.default().render({ model, el: document.querySelector(at) });
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


@pytest.fixture
def page(context):
    page = context.new_page()
    page.set_content(DESK)
    page.evaluate(START, [GUARD, "#guard"])
    yield page
    page.close()


def goes(page, *ids: str, how: str = "style.display = 'none'") -> str:
    """The id of what has the focus two frames after these have gone."""
    for id_ in ids:
        page.evaluate(f"document.querySelector('#{id_}').{how}")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.evaluate("document.activeElement.id || document.activeElement.tagName")


def test_when_a_draft_is_sent_the_list_of_letters_has_the_focus(page):
    page.focus("#send")
    page.keyboard.press("Enter")
    assert goes(page, "draft") == "list"


def test_when_the_whole_desk_of_letters_goes_the_next_control_has_it(page):
    page.focus("#remove")
    assert goes(page, "draft", "letters") == "below"


def test_when_one_button_goes_its_neighbour_has_it(page):
    page.focus("#send")
    assert goes(page, "send") == "remove"


def test_a_button_that_is_removed_hands_the_focus_on_as_well(page):
    page.focus("#send")
    assert goes(page, "send", how="remove()") == "remove"


def test_nothing_is_taken_from_whoever_is_elsewhere(page):
    page.focus("#send")
    page.focus("#outside")
    assert goes(page, "draft") == "outside"
    page.focus("#day")
    page.evaluate("document.activeElement.blur()")
    assert goes(page, "day") == "BODY"


def redrawn(page, said: str) -> str:
    """The id of what has the focus when another remark, or none, has come in the place of the one at the unit."""
    page.evaluate("said => { document.querySelector('.said').innerHTML = said }", said)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.evaluate("document.activeElement.id || document.activeElement.tagName")


def test_from_a_remark_that_goes_the_focus_goes_on_and_never_back_into_its_field(page):
    page.focus("#hint")
    page.evaluate("document.querySelector('#put').remove()")
    assert redrawn(page, "") == "source"


def test_tab_leaves_a_field_that_was_typed_in_for_the_next_one_and_its_remark_is_reached_afterwards(page):
    page.focus("#unit")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "hint"  # nothing was typed: it is read
    page.focus("#unit")
    page.keyboard.type("mm")
    assert redrawn(page, REMARK) == "unit"
    page.keyboard.press("Tab")
    page.keyboard.type("booklet")
    assert redrawn(page, "") == "source" and redrawn(page, REMARK) == "source"
    assert page.evaluate("['unit', 'source'].map(one => document.getElementById(one).value)") == ["mm", "booklet"]
    for reached in ("put", "hint", "unit"):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.id") == reached


def test_two_guards_in_one_output_agree_about_the_field_that_is_typed_in(page):
    page.evaluate(START, [GUARD, "#second"])
    page.focus("#unit")
    page.keyboard.type("mm")  # where they answered each other, this never came back
    assert page.evaluate("document.querySelector('#hint').tabIndex") == -1
    page.focus("#source")
    assert page.evaluate("document.querySelector('#hint').tabIndex") == 0


def test_a_guard_that_comes_while_a_field_is_typed_in_takes_nothing_back(page):
    page.focus("#unit")
    page.keyboard.type("mm")
    page.evaluate(START, [GUARD, "#second"])
    assert redrawn(page, REMARK) == "unit"
    assert page.evaluate("document.querySelector('#hint').tabIndex") == -1


def test_the_focus_is_handed_to_no_field_of_a_card_that_waits_for_another_record(page):
    page.evaluate("document.querySelector('#answered').style.display = ''")
    page.focus("#send")
    page.evaluate("document.querySelector('#answered').inert = true")
    assert goes(page, "draft") == "list"
