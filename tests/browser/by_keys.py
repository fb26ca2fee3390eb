"""One fact by keyboard alone: how many Tabs it takes, and how many controls of its form are in sight."""

from dataclasses import dataclass
from typing import Any

from browser.driving import field

HERE = """() => {
  const one = document.activeElement;
  const label = one.labels?.[0] ?? one.closest('.widget-inline-hbox')?.querySelector('label');
  return (label?.textContent ?? one.getAttribute('aria-label') ?? one.textContent ?? '').trim();
}"""
IN_SIGHT = """(form) => [...form.querySelectorAll('input, textarea, select, button, summary, [tabindex="0"]')]
  .filter((one) => one.getClientRects().length && one.tabIndex >= 0).length"""


@dataclass
class Entered:
    """Tabs pressed from *Add* to the last field, and the form's controls in sight while nothing was unfolded."""

    tabs: int
    controls: int


def enter(page: Any, add: Any, form: str, values: dict[str, str], unfold: str = "") -> Entered:
    """Press *Add* and fill the fields, by label, in whatever order Tab reaches them.

    Args:
        form: a selector of the form. unfold: how the button begins behind which the rest of the fields stand.
    """
    left, tabs, controls = dict(values), 0, 0
    add.focus()
    page.keyboard.press("Enter")
    field(page.locator(form), next(iter(values))).wait_for()
    page.wait_for_timeout(1500)
    while left:
        label = page.evaluate(HERE)
        if label in left:
            controls = controls or page.locator(form).first.evaluate(IN_SIGHT)
            page.keyboard.type(left.pop(label))
            page.wait_for_timeout(300)
        elif unfold and label.startswith(unfold):
            page.keyboard.press("Enter")
            page.wait_for_timeout(300)
            unfold = ""
        if left:
            page.keyboard.press("Tab")
            tabs += 1
            assert tabs < 60, f"Tab did not reach {sorted(left)}"
    return Entered(tabs, controls)
