"""What does the course's own surface cost: opening, the panel, a verdict, the size of what is shipped?

Opening a lesson is measured against what came before the shell, in the same run and on the same machine: a JupyterLab
without our extensions, in which Run All is called as soon as the kernel answers. Both clocks start with the page's
address and stop when every code cell has run and every part of the course's has something in it.
"""

import os
import signal
import time
from pathlib import Path
from statistics import median
from types import SimpleNamespace

import pytest
from browser.conftest import TOKEN, started, stop_kernels
from browser.driving import field, open_notebook, plan, wait_for

from promplan import assets
from promplan.cases.example import example
from promplan.lab.lay import lay
from promplan.lab.start import SHELL
from promplan.plan.codec import dumps
from promplan.plan.store import NAME

LESSON = "01-facts"
ROUNDS, CHANGES = 3, 10
PARTS = "[...document.querySelectorAll('.jp-OutputArea-output .pp-part')].filter((one) => one.firstElementChild)"
NOTHING_RUNS = "![...document.querySelectorAll('.jp-InputPrompt')].some((one) => one.textContent.includes('*'))"
IDLE = "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
RUN_ALL = "() => { window.jupyterapp.commands.execute('notebook:run-all-cells') }"
# from the change of a field, or the click on an answer, to what is painted after it, in the page's own clock
WATCH = """
({ event, whose, seen }) => {
  let began = 0;
  window.seen = [];
  document.addEventListener(event, () => { began = performance.now(); }, true);
  const look = () => {
    if (!began) return;
    const start = began;
    began = 0;
    requestAnimationFrame(() => setTimeout(() => window.seen.push(performance.now() - start)));
  };
  for (const node of document.querySelectorAll(whose)) {
    new MutationObserver((changes) => changes.some((one) => !seen || one.target.matches?.(seen)) && look())
      .observe(node, { childList: true, characterData: true, subtree: true, attributes: true });
  }
}
"""


@pytest.fixture
def bare(tmp_path, context):
    """JupyterLab with the same folder and none of our extensions: what opening was before."""
    one = started(tmp_path, "en", shell=False)
    lay(assets.course(), one.root / "team", "en")
    page = context.new_page()
    page.set_default_timeout(120_000)
    yield SimpleNamespace(page=page, base=one.base, folder=one.root / "team", token=TOKEN)
    page.close()
    os.killpg(one.process.pid, signal.SIGTERM)
    one.process.wait(60)


def seconds_to_open(one, ours: bool, parts: int) -> float:
    page, name = one.page, f"{one.folder.name}/notebooks/en/{LESSON}.ipynb"
    stop_kernels(one.base)
    page.goto("about:blank")
    began = time.perf_counter()
    page.goto(f"{one.base}/lab/tree/{name}?token={one.token}&reset")
    if ours:
        page.wait_for_selector(".jp-NotebookPanel[data-pp-ready]")
    else:
        page.wait_for_function(IDLE)
        page.evaluate(RUN_ALL)
    page.wait_for_function(f"() => {NOTHING_RUNS} && {PARTS}.length >= {parts}")
    return time.perf_counter() - began


@pytest.mark.parametrize("lab", ["en"], indirect=True)
def test_opening_a_lesson_to_all_its_widgets_against_run_all(lab, bare):
    took: dict[str, list[float]] = {"shell": [], "run all": []}
    parts = 1
    for turn in range(ROUNDS + 1):  # the first of each fills the browser's cache, and tells how many parts there are
        for name, one in (("shell", lab), ("run all", bare)):
            seconds = seconds_to_open(one, name == "shell", parts)
            if turn:
                took[name].append(seconds)
                continue
            one.page.wait_for_timeout(5000)
            parts = one.page.evaluate(f"() => {PARTS}.length")
    assert parts > 5
    assert bare.page.locator(".pp-course, .pp-panel").count() == 0
    ratio = median(took["shell"]) / median(took["run all"])
    for name, them in took.items():
        print(f"\nopening {LESSON}, {name}: median {median(them):.1f} s of {[round(it, 1) for it in them]}", end="")
    print(f"\nratio {ratio:.2f}")


@pytest.mark.parametrize("lab", ["en"], indirect=True)
def test_from_a_change_in_a_form_to_the_panel(lab):
    page = lab.page
    (lab.folder / NAME).write_bytes(dumps(example("01-solved")))
    open_notebook(lab, "exercises/01-facts")
    who = field(page, "Who asks for this work")
    before = page.locator(".pp-open").inner_text()
    page.evaluate(WATCH, {"event": "input", "whose": ".pp-panel .pp-panel-middle", "seen": ""})
    for turn in range(CHANGES):
        who.fill("" if turn % 2 == 0 else "press office")
        wait_for(page, lambda turn=turn: page.evaluate("() => window.seen.length") > turn, seconds=10)
        assert (page.locator(".pp-open").inner_text() == before) == (turn % 2 == 1)
        page.wait_for_timeout(300 + 70 * turn)  # at another place between two looks of the panel each time
    tell("the panel after a change in a form", page)


@pytest.mark.parametrize("lab", ["en"], indirect=True)
def test_from_a_click_on_an_answer_to_its_verdict(lab):
    page = lab.page
    open_notebook(lab, f"notebooks/{LESSON}")
    sheets = page.locator(".pp-sheet:not(:has(button[type=submit]))")
    page.evaluate(WATCH, {"event": "click", "whose": ".pp-sheet .pp-opts", "seen": "[data-state]:not([data-state=''])"})
    given = 0
    for number in range(sheets.count()):
        for option in sheets.nth(number).locator(".pp-opt:visible").all():
            option.click()
            given += 1
            wait_for(page, lambda given=given: page.evaluate("() => window.seen.length") >= given, seconds=10)
            page.wait_for_timeout(300)
    assert plan(lab).answers.given
    tell("a verdict after a click", page)


def test_the_size_of_the_extension():
    files = [one for one in SHELL.rglob("*") if one.is_file() and "__pycache__" not in one.parts]
    size = sum(one.stat().st_size for one in files)
    print(f"\nthe extension, unpacked: {size / 1000:.1f} kB in {len(files)} files")
    assert size < 1_000_000  # the figure is what counts; this only catches a stray file
    assert Path(SHELL, "promplan", "package.json") in files


def tell(what: str, page) -> None:
    times = sorted(page.evaluate("() => window.seen"))
    print(f"\n{what}: {len(times)} times, median {median(times):.0f} ms, slowest {times[-1]:.0f} ms")
