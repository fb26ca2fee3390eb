"""How long is it from a card's drop on a board of sixty until the review has been asked and its signs are painted?"""

import pytest
from browser.driving import plan, wait_for
from browser.made import drag, open_cells

from promplan.plan import edit
from promplan.plan.document import Plan

MOST, TIMES = 60, 20
# the clock starts when the hand lets go; the count under the heading is written by the kernel after the review
WATCH = """
() => {
  window.seen = [];
  let let_go = 0;
  document.addEventListener("pointerup", () => { let_go = performance.now(); }, true);
  const count = document.querySelector(".pp-weigh-count");
  new MutationObserver(() => {
    if (!let_go) return;
    const began = let_go;
    let_go = 0;
    requestAnimationFrame(() => setTimeout(() => window.seen.push(performance.now() - began)));
  }).observe(count, { childList: true, characterData: true, subtree: true });
}
"""


def sixty() -> Plan:
    found = Plan()
    for n in range(MOST):
        values = {"title": f"Idea {n}", "hook": f"What nobody knows, number {n}", "form": "photo", "feeling": "pride"}
        where = {"effort": n % 5 + 1, "impact": n // 5 % 5 + 1} if n >= TIMES + 1 else {}
        found, _ = edit.add(found, "ideas", {**values, **where})
    return found


@pytest.mark.parametrize("lab", ["en"], indirect=True)
def test_from_the_drop_to_the_findings(lab):
    open_cells(lab, sixty(), ["pp.idea_board()"])
    page = lab.page
    page.locator(".pp-weigh-count").wait_for()
    page.evaluate(WATCH)
    for n in range(TIMES + 1):  # each leaves the tray, so that the count changes
        one = page.locator(f".pp-weigh .pp-idea[data-idea=I{n + 1}]")
        drag(page, one, page.locator('.pp-weigh-cell[data-cell="5-3"]'))
        wait_for(page, lambda n=n: page.evaluate("() => window.seen.length") > n)
    times = sorted(page.evaluate("() => window.seen")[1:])
    print(f"\n{MOST} cards, {len(times)} drags: median {times[len(times) // 2]:.0f} ms, slowest {times[-1]:.0f} ms")
    assert sum(one.impact is not None for one in plan(lab).ideas) == MOST  # the moves did reach the plan
