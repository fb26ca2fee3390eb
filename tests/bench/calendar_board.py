"""How long is it from a card's drop on a calendar of 120 pieces until the review has spoken and its signs are painted?

Its name keeps it from the other benches: `pytest tests/bench/calendar_board.py -s`.
"""

import pytest
from browser.calendar_plan import calendar_plan
from browser.driving import plan, wait_for
from browser.made import drag, open_cells

MOST, TIMES, GOAL = 120, 20, 150  # pieces, drags, ms
WEEKS = ("2026-11-09", "2026-11-16", "2026-11-23")
# the clock starts when the hand lets go; the hours of the weeks are written after the review has been asked
WATCH = """
() => {
  window.seen = [];
  let let_go = 0;
  document.addEventListener("pointerup", () => { let_go = performance.now(); }, true);
  new MutationObserver((all) => {
    if (!let_go || !all.some((one) => one.target.closest?.(".pp-cal-hours"))) return;
    const began = let_go;
    let_go = 0;
    requestAnimationFrame(() => setTimeout(() => window.seen.push(performance.now() - began)));
  }).observe(document.querySelector(".pp-cal-stage"), { childList: true, characterData: true, subtree: true });
}
"""


@pytest.mark.parametrize("lab", ["en"], indirect=True)
def test_from_the_drop_to_the_findings(lab):
    open_cells(lab, calendar_plan(MOST, TIMES + 1), ["pp.calendar_board()"], "06-making")
    page = lab.page
    page.locator(".pp-cal .pp-item").first.wait_for()
    page.evaluate(WATCH)
    for n in range(TIMES + 1):  # each leaves the tray, so that the hours of its week change
        one = page.locator(f".pp-cal .pp-item[data-item=C{MOST - n}]")
        to = page.locator(f'.pp-cal-cell[data-cell="H{n % 2 + 1}|{WEEKS[n // 2 % len(WEEKS)]}"]')
        to.scroll_into_view_if_needed()
        drag(page, one, to)
        wait_for(page, lambda n=n: page.evaluate("() => window.seen.length") > n)
    times = sorted(page.evaluate("() => window.seen")[1:])
    print(f"\n{MOST} cards, {len(times)} drags: median {times[len(times) // 2]:.0f} ms, slowest {times[-1]:.0f} ms")
    assert sum(one.dates.publish is not None for one in plan(lab).items) == MOST  # the moves did reach the plan
