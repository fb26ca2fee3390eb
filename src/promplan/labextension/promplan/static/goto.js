// Go to it: bring the record or the section that a finding is about into view, and the focus into its first field.
const WAIT = 20_000; // milliseconds in which an exercise that was just opened has its forms

export function goTo(panel, { object }) {
  const end = Date.now() + WAIT;
  const look = () => {
    if (panel.isDisposed) return;
    const found = place(panel.node, object);
    if (found) show(found);
    else if (Date.now() < end) setTimeout(look, 250);
  };
  look();
}

// `F3` stands in a list whose lines begin so; a section's name is a form's or a list's own
function place(node, object) {
  if (!/^[A-Z]+\d+$/.test(object)) {
    const box = node.querySelector(`.jp-OutputArea .pp-of-${CSS.escape(object)}`);
    return box && (box.querySelector("input, textarea, select, button") ?? box);
  }
  for (const list of node.querySelectorAll(".jp-OutputArea .pp-records select")) {
    const option = [...list.options].find((one) => one.text.split(/[\s·]/)[0] === object);
    if (!option) continue;
    if (!option.selected) {
      list.selectedIndex = option.index;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }
    return list;
  }
  return null;
}

function show(control) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  control.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  control.focus({ preventScroll: true });
}
