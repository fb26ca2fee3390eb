// Boxes to tick, patched in place; the field above narrows the list down, what is ticked always stays in sight.
const MANY = 20, LONG = 10;

function render({ model, el }) {
  const words = { ...model.get("words"), heads: model.get("heads") }, me = "pp" + Math.random().toString(36).slice(2);
  const root = made("fieldset", el, "", { class: "pp-picks" });
  const legend = made("legend", root);
  const field = made("input", root, "", {
    type: "search", class: "pp-in", "aria-label": words.find, placeholder: words.find, "data-lm-suppress-shortcuts": "true", maxlength: 80,
  });
  const list = made("div", root, "", { class: "pp-picks-list" });
  const none = made("p", root, "", { role: "status", class: "pp-help" });
  const known = new Map(); // key → its row
  const groups = new Map(); // the list of the plan that a key lies in → its group on the screen
  const listOf = (key) => key.slice(0, key.lastIndexOf("/"));

  const group = (path) => {
    if (!words.heads[path]) return list;
    if (!groups.has(path)) {
      const one = made("div", list, "", { role: "group", class: "pp-picks-group", "aria-labelledby": `${me}-${groups.size}` });
      made("p", one, words.heads[path], { class: "pp-picks-head", id: `${me}-${groups.size}` });
      groups.set(path, one);
    }
    return groups.get(path);
  };

  const row = (key) => {
    const label = made("label", null, "", { class: "pp-pick" });
    const box = made("input", label, "", { type: "checkbox", value: key, id: `${me}-${key}`, "data-lm-suppress-shortcuts": "true" });
    const text = made("span", label);
    box.addEventListener("change", () => {
      model.set("picked", [...known].filter(([, one]) => one.box.checked).map(([id]) => id));
      model.save_changes();
      narrow();
    });
    return { label, box, text };
  };
  const narrow = () => {
    const wanted = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { label, box, text } of known.values()) {
      const said = text.textContent.toLowerCase();
      label.hidden = !box.checked && !wanted.every((word) => said.includes(word));
      shown += label.hidden ? 0 : 1;
    }
    for (const one of groups.values()) one.hidden = ![...one.children].some((child) => child.matches(".pp-pick:not([hidden])"));
    none.textContent = known.size && !shown ? words.none : "";
  };
  const ticks = () => {
    const picked = model.get("picked");
    for (const [key, one] of known) one.box.checked = picked.includes(key);
    narrow();
  };
  const draw = () => {
    legend.textContent = model.get("description");
    const rows = model.get("rows"), keys = new Set(rows.map((one) => one[1]));
    for (const [key, one] of [...known]) if (!keys.has(key)) { one.label.remove(); known.delete(key); }
    const filled = new Map(); // group → how far it is filled; its head is the first in it
    for (const [text, key] of rows) {
      const one = known.get(key) ?? row(key);
      known.set(key, one);
      if (one.text.textContent !== text) one.text.textContent = text;
      const box = group(listOf(key)), place = filled.get(box) ?? (box === list ? 0 : 1);
      if (box.children[place] !== one.label) box.insertBefore(one.label, box.children[place] ?? null);
      filled.set(box, place + 1);
    }
    list.classList.toggle("pp-is-long", rows.length > LONG);
    field.hidden = rows.length < MANY && !field.value;
    ticks();
  };
  field.addEventListener("input", (event) => { event.stopPropagation(); narrow(); });
  field.addEventListener("change", (event) => event.stopPropagation()); // a search is no change of the plan
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !field.value) return;
    event.stopPropagation();
    field.value = "";
    narrow();
  });
  // a card on this page asks about its record: it is ticked, beside what is ticked already
  const asked = (event) => {
    const { key, page } = event.detail;
    const one = known.get(key);
    if (!one || !root.isConnected || root.closest(".jp-NotebookPanel") !== page) return;
    event.preventDefault();
    field.value = "";
    if (one.box.checked) narrow();
    else one.box.click();
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    one.label.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    one.box.focus({ preventScroll: true });
  };
  document.addEventListener("promplan:ask", asked);
  const heard = [["change:rows change:description", draw], ["change:picked", ticks]];
  for (const [names, act] of heard) model.on(names, act);
  draw();
  return () => {
    document.removeEventListener("promplan:ask", asked);
    for (const [names, act] of heard) model.off(names, act);
  };
}

export default { render };
