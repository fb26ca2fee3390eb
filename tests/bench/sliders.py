"""Two sliders moved by turns by their keys: from a key to what is painted after it, ours and ipywidgets' own."""

from browser.driving import wait_for

WATCH = """
({ ours, name, target, last, seen }) => {
  window.seen = { [name]: [], figure: [] };
  let pressed = 0, whose = "";
  const painted = (who) => {
    if (!pressed || whose !== who) return;
    const began = pressed;
    pressed = 0;
    requestAnimationFrame(() => setTimeout(() => window.seen[who].push(performance.now() - began)));
  };
  document.addEventListener("keydown", (event) => {
    pressed = performance.now();
    whose = event.target.closest(ours) ? name : "figure";
  }, true);
  new MutationObserver(() => painted(name)).observe([...document.querySelectorAll(target)].at(last), seen);
  const area = document.querySelector(".widget-output, .jupyter-widget-output");
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) {
      const image = node.tagName === "IMG" ? node : node.querySelector?.("img");
      if (image) image.decode().then(() => painted("figure"), () => {});
    }
  }).observe(area, { childList: true, subtree: true });
}
"""


def milliseconds(page, sliders: dict[str, object], turns: int, pause: int, **watched: object) -> dict[str, list[float]]:
    """What each move of each slider took, in the page's own clock.

    Args:
        sliders: ours by its name, then theirs as "figure". watched: `ours`, the selector of our part; `target`, of what
            changes in it; `last`, which of those; `seen`, the changes of it that count, as a MutationObserver wants.
    """
    page.evaluate(WATCH, {"name": next(iter(sliders)), **watched})
    for n in range(turns):
        for name, slider in sliders.items():
            slider.focus()
            page.keyboard.press("ArrowLeft" if n % 2 == 0 else "ArrowRight")
            wait_for(page, lambda n=n, name=name: page.evaluate("name => window.seen[name].length", name) > n)
            page.wait_for_timeout(pause)
    return page.evaluate("() => window.seen")
