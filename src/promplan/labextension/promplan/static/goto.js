// Go to it: what a finding is about comes into view, the focus into its field.
const WAIT = 20_000; // milliseconds in which an exercise that was just opened has its forms
const CONTROLS = "input, textarea, select, [role=combobox]";

export function goTo(panel, { object, field = "" }) {
  const end = Date.now() + WAIT;
  const look = () => {
    if (panel.isDisposed) return;
    const found = place(panel.node, object, field);
    if (found) show(found);
    else if (Date.now() < end) setTimeout(look, 100);
  };
  look();
}

// `F3` is a row; a section's name is a form's or a table's. Nothing: not there yet
function place(node, object, field) {
  if (!/^[A-Z]+\d+$/.test(object)) {
    const box = node.querySelector(`.jp-OutputArea .pp-of-${CSS.escape(object)}`);
    return box && (within(box, field) ?? box.querySelector("input, textarea, select, button") ?? box);
  }
  const funnel = field === "funnel" && node.querySelector(".pp-funnel-of");
  if (funnel) {
    funnel.value = object;
    if (funnel.value) funnel.dispatchEvent(new Event("change"));
    return funnel;
  }
  const row = node.querySelector(`.jp-OutputArea .pp-records [data-key="${CSS.escape(object)}"]`);
  if (!row) return null;
  const chosen = row.getAttribute("aria-selected") === "true";
  if (!chosen) row.click();
  if (!field) return row;
  const card = row.closest(".pp-register")?.querySelector(".pp-record");
  // the card follows the row when the kernel has answered: it says whose it is
  return card?.dataset.record === object ? within(card, field) ?? row : null;
}

// a field by its name, `clearance.until` of a part; a fold around it opens
function within(box, field) {
  if (!field) return null;
  const line = box.querySelector(field.split(".").map((name) => `.pp-f-${CSS.escape(name)}`).join(" "));
  const control = line?.querySelector(CONTROLS);
  control?.dispatchEvent(new CustomEvent("promplan:show", { bubbles: true }));
  return control ?? null;
}

function show(control) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  control.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  control.focus({ preventScroll: true });
}
