"""Does whoever works by keyboard stay among the controls when the button that was pressed goes away?"""

from pathlib import Path

import pytest

import promplan

GUARD = (Path(promplan.__file__).parent / "widgets" / "guard.js").read_text(encoding="utf-8")
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
  <div id="guard"></div>
  <button id="below">The next form</button>
</div>
<p tabindex="0" id="outside">elsewhere</p>
"""
START = """async (source) => {
  const module = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const model = { get: () => "", set: () => {}, save_changes: () => {}, on: () => {} };
  module.default().render({ model, el: document.querySelector("#guard") });
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


@pytest.fixture
def page(context):
    page = context.new_page()
    page.set_content(DESK)
    page.evaluate(START, GUARD)
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
