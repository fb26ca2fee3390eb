// A list of records as a table: arrow keys walk its rows, Enter goes into the card beside it, words search it.
const FIELD = "input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox]";
const PATIENCE = 4000; // milliseconds in which the card of a new record has come

function render({ model, el }) {
  const words = model.get("words");
  const box = made("div", el, "", { class: "pp-table" });
  const head = made("p", box, "", { class: "pp-table-head" });
  const title = made("b", head, model.get("description"));
  title.id = `pp${Math.random().toString(36).slice(2)}`;
  const number = made("span", head);

  const finder = made("div", box, "", { class: "pp-find", hidden: true });
  const label = made("label", finder, words.search, { class: "pp-label" });
  const search = made("input", finder, "", { type: "text", class: "pp-in", autocomplete: "off", "data-lm-suppress-shortcuts": "true" });
  search.id = label.htmlFor = `${title.id}s`;
  const found = made("span", finder, "", { role: "status", class: "pp-found" });

  const scroll = made("div", box, "", { class: "pp-scroll" });
  const table = made("table", scroll, "", { role: "grid", "aria-labelledby": title.id });
  const line = made("tr", made("thead", table, "", { role: "rowgroup" }), "", { role: "row" });
  const corner = made("th", line, "", { role: "columnheader", scope: "col" });
  made("span", corner, words.state, { class: "pp-hidden" });
  for (const one of model.get("columns")) made("th", line, one.label, { role: "columnheader", scope: "col" });
  const body = made("tbody", table, "", { role: "rowgroup" });
  const nothing = made("p", box, "", { class: "pp-empty" });

  const rows = new Map(); // key → { node, shown }
  const squeezed = (text) => text.toLocaleLowerCase().replaceAll("ё", "е");
  const visible = () => [...body.children].filter((one) => !one.hidden);
  const chosen = () => rows.get(model.get("value"))?.node;

  function fill(node, row) {
    const sign = made("td", null, "", { role: "gridcell", class: "pp-state" });
    if (row.sign) {
      signed(row.sign, sign);
      made("span", sign, `${words.signs[row.sign]}. `, { class: "pp-hidden" });
    }
    made("small", sign, row.key);
    const cells = row.cells.map((cell, n) => {
      const { label, strong } = model.get("columns")[n];
      const one = made("td", null, "", { role: "gridcell", "data-label": label, class: strong ? "pp-strong" : null });
      made("span", one, cell[0]);
      if (cell[1]) made("small", one, cell[1]);
      return one;
    });
    node.replaceChildren(sign, ...cells); // the row itself stays, and with it the focus
  }

  function patch() {
    const now = model.get("rows");
    const keys = new Set(now.map((row) => row.key));
    for (const [key, { node }] of rows) if (!keys.has(key)) { node.remove(); rows.delete(key); }
    now.forEach((row, place) => {
      let one = rows.get(row.key);
      if (!one) {
        one = { node: made("tr", null, "", { role: "row", "data-key": row.key, "data-lm-suppress-shortcuts": "true" }) };
        rows.set(row.key, one);
      }
      const shown = JSON.stringify(row);
      if (one.shown !== shown) {
        fill(one.node, row);
        one.shown = shown;
        one.words = squeezed([row.key, ...row.cells.flat()].join(" "));
      }
      if (body.children[place] !== one.node) put(one.node, place);
    });
    number.textContent = now.length || "";
    table.hidden = !now.length;
    finder.hidden = now.length < words.from;
    if (finder.hidden) search.value = "";
    sift();
  }

  function put(node, place) {
    const held = node.contains(document.activeElement);
    body.insertBefore(node, body.children[place] ?? null);
    if (held) node.focus(); // what is moved loses the focus
  }

  function sift() {
    const asked = squeezed(search.value).split(/\s+/).filter(Boolean);
    for (const { node, words: has } of rows.values()) node.hidden = !asked.every((word) => has.includes(word));
    const n = visible().length;
    found.textContent = asked.length ? words.found.replace("{n}", n).replace("{all}", rows.size) : "";
    nothing.textContent = !rows.size ? words.empty : n ? "" : words.none;
    nothing.hidden = !nothing.textContent;
    paint();
  }

  function paint() {
    const now = chosen();
    const reach = now && !now.hidden ? now : visible()[0];
    for (const { node } of rows.values()) {
      node.setAttribute("aria-selected", String(node === now));
      node.tabIndex = node === reach ? 0 : -1;
    }
  }

  function choose(node, focus = true) {
    if (!node) return;
    if (model.get("value") !== node.dataset.key) {
      model.set("value", node.dataset.key);
      model.save_changes();
    }
    paint();
    if (focus) node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest" });
  }

  const register = () => el.closest(".pp-register");
  const field = () => {
    const card = register()?.querySelector(".pp-record");
    return [...(card?.querySelectorAll(FIELD) ?? [])].find((one) => one.getClientRects().length && !one.disabled);
  };

  // whoever pressed a button here is led on; in another window on the same plan nobody is
  function lead() {
    const { to } = model.get("go");
    const here = document.activeElement;
    if (here !== document.body && !register()?.contains(here)) return;
    const end = Date.now() + PATIENCE;
    (function look() {
      const now = document.activeElement;
      if (now !== here && now !== document.body && !register()?.contains(now)) return;
      const goal = to === "card" ? chosen() && field() : chosen();
      if (goal) {
        chosen()?.scrollIntoView({ block: "nearest" });
        goal.focus();
        goal.scrollIntoView({ block: "nearest" });
      } else if (Date.now() < end) setTimeout(look, 40);
    })();
  }

  body.addEventListener("click", (event) => choose(event.target.closest("tr")));
  body.addEventListener("keydown", (event) => {
    const seen = visible();
    const at = seen.indexOf(event.target.closest("tr"));
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10, Home: 0, End: seen.length - 1 };
    if (event.key in steps) choose(seen[Math.max(0, Math.min(seen.length - 1, steps[event.key]))]);
    else if (event.key === " ") choose(seen[at]);
    else if (event.key === "Enter") { choose(seen[at]); field()?.focus(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  search.addEventListener("input", (event) => { sift(); event.stopPropagation(); });
  search.addEventListener("change", (event) => event.stopPropagation()); // nothing of it is saved
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && search.value) { search.value = ""; sift(); }
    else if (event.key === "Enter" || event.key === "ArrowDown") choose(visible()[0]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  patch();
  model.on("change:rows", patch);
  model.on("change:value", paint);
  model.on("change:go", lead);
}

export default { render };
