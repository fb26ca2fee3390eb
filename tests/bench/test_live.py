"""How long is it from a change in a widget to its findings on the screen, in a small plan and in a full one?"""

import pytest
from browser.driving import field, open_notebook, press, wait_for

from promplan.plan import Plan, edit
from promplan.plan.codec import dumps
from promplan.plan.store import NAME

TIMES = 20
# from the keystroke to the change of the findings' text, in the page's own clock
WATCH = """
() => {
  const count = () => document.body.innerText.match(/FACT-7/g)?.length ?? 0;
  let before = count(), typed = 0;
  window.seen = [];
  document.addEventListener('input', () => { typed = performance.now(); }, true);
  new MutationObserver(() => {
    const now = count();
    if (typed && now !== before) { window.seen.push(performance.now() - typed); typed = 0; }
    before = now;
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}
"""


def full_plan(facts: int) -> Plan:
    plan = Plan()
    for number in range(facts):
        values = {"statement": f"Fact {number}", "about": f"thing {number}", "value": float(number), "unit": "mm"}
        plan, _ = edit.add(plan, "enterprise.facts", values)
    return plan


@pytest.mark.parametrize("facts", [0, 100])
@pytest.mark.parametrize("lab", ["en"], indirect=True)
def test_from_a_keystroke_to_the_finding_on_screen(lab, facts):
    page = lab.page
    if facts:
        (lab.folder / NAME).write_bytes(dumps(full_plan(facts)))
    open_notebook(lab, "exercises/01-facts")
    press(page, "Add")
    wait_for(page, lambda: field(page, "Value").is_visible())
    field(page, "Kind of number").select_option(index=1)
    field(page, "Value").fill("170")
    page.wait_for_timeout(500)
    page.evaluate(WATCH)
    for n in range(TIMES):
        field(page, "Unit").fill("°F" if n % 2 == 0 else "°C")
        page.wait_for_timeout(400)
    times = sorted(page.evaluate("() => window.seen"))
    print(f"\n{facts} facts, {len(times)} changes: median {times[len(times) // 2]:.0f} ms, slowest {times[-1]:.0f} ms")
    assert len(times) >= TIMES // 2
