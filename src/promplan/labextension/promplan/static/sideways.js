// What is wider than the page scrolls in its own place and says so.
const SELECTOR = ".jp-RenderedHTMLCommon, .pp-truth, .pp-figure > div";

export function reachSideways({ panel, words }) {
  const hint = words("Wider than the page: scroll sideways →");
  const page = panel.node.querySelector(".jp-WindowedPanel-viewport") ?? panel.content.node;
  let waiting = false;
  const look = () => {
    waiting = false;
    for (const box of page.querySelectorAll(SELECTOR)) mark(box, hint, box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX !== "visible");
  };
  const watch = new ResizeObserver(() => {
    if (!waiting) requestAnimationFrame(look);
    waiting = true;
  });
  watch.observe(page);
  panel.disposed.connect(() => watch.disconnect());
}

function mark(box, hint, wide) {
  if (wide === ("ppWide" in box.dataset)) return;
  if (wide) {
    const name = box.querySelector("img")?.alt || (box.querySelector("caption, h1, h2, h3, th") ?? box).textContent;
    box.dataset.ppWide = hint;
    box.dataset.lmSuppressShortcuts = "true";
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", name.trim().slice(0, 80));
  } else {
    delete box.dataset.ppWide;
    for (const one of ["tabindex", "role", "aria-label"]) box.removeAttribute(one);
  }
}
