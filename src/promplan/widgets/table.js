// A list of records as a table: arrow keys walk its rows, Enter goes into the card beside it, words search it.
const FIELD = "input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox]";
const DAY = /^\S*\s?\d[\d.-]{8}\d$/; // no day is broken at its hyphens
const PATIENCE = 20_000; // milliseconds in which the card of a record has come

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
  let wanted = null; // the row that was chosen, until the kernel may hear of it
  const key = () => wanted ?? model.get("value");
  const chosen = () => rows.get(key())?.node;

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
      made("span", one, cell[0], { class: DAY.test(cell[0]) ? "pp-day-whole" : null });
      if (cell[1]) made("small", one, cell[1], { class: DAY.test(cell[1]) ? "pp-day-whole" : null });
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
    if (key() !== node.dataset.key) {
      wanted = node.dataset.key;
      turn();
    }
    paint();
    if (focus) node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest" });
  }

  const register = () => el.closest(".pp-register");
  const card = () => register()?.querySelector(".pp-record");
  const field = () => [...(card()?.querySelectorAll(FIELD) ?? [])].find((one) => one.getClientRects().length && !one.disabled);

  // What is typed belongs to the record that the card shows. Of each field one change is on its way at a time, so while
  // the kernel is busy the last keys still wait here: another row is chosen, a button of the list works, when they are
  // through; until the card shows the row that was chosen nobody types into it.
  async function through() {
    const pause = (time) => new Promise((done) => setTimeout(done, time));
    await pause(0); // a click may not be made within another
    while (await typed()) await pause(40);
  }

  // what a promise has by now, if anything
  const now = (promise) => Promise.race([promise, null]).catch(() => null);

  async function typed() {
    const place = card();
    for (const one of Object.values(model.widget_manager?._models ?? {})) {
      const it = await now(one);
      if (!it?._pending_msgs || !it.comm_live) continue;
      for (const view of Object.values(it.views ?? {})) if (place?.contains((await now(view))?.el ?? null)) return true;
    }
    return false;
  }

  async function turn() {
    bind();
    await through();
    if (wanted !== null && wanted !== model.get("value")) {
      model.set("value", wanted);
      model.save_changes();
    }
    wanted = null;
    bind();
  }

  function bind() {
    const shown = model.get("shown");
    const place = card();
    if (shown !== null && place) place.inert = key() !== shown && rows.has(key());
  }
  let wait = requestAnimationFrame(function again() {
    if (!el.isConnected) { wait = requestAnimationFrame(again); return; }
    register()?.addEventListener("click", afterwards, true);
    bind();
  });

  let passes = false;
  function afterwards(event) {
    const button = event.target.closest("button");
    if (!button || passes || el.contains(button) || !button.closest(".pp-records, .pp-add")) return;
    if (button.closest(".pp-register") !== register()) return; // of the records in a record
    event.preventDefault();
    event.stopImmediatePropagation();
    if (button.matches(".pp-add")) expect();
    through().then(() => {
      passes = true;
      button.click();
      passes = false;
    });
  }

  // Add was pressed: what is typed from now on are the first words of the record that comes
  let ahead = null;
  function expect() {
    if (ahead) { ahead.focus(); return; }
    const from = document.activeElement;
    ahead = made("input", box, "", { type: "text", class: "pp-in pp-ahead", autocomplete: "off", placeholder: " ", "aria-label": model.get("columns")[0]?.label, "data-lm-suppress-shortcuts": "true" });
    const leave = () => { ahead?.remove(); ahead = null; };
    for (const kind of ["input", "change"]) ahead.addEventListener(kind, (event) => event.stopPropagation());
    ahead.addEventListener("blur", () => { if (!ahead?.value) leave(); });
    ahead.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { leave(); from?.focus(); }
      else if (event.key !== "Tab" && event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
    });
    ahead.focus({ preventScroll: true });
  }

  function handOver(goal) {
    if (!ahead) return;
    const text = ahead.value;
    const one = ahead;
    ahead = null;
    if (text && goal.matches("input, textarea")) {
      goal.value += text;
      goal.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (one === document.activeElement) goal.focus();
    one.remove();
  }

  // whoever pressed a button here is led on; in another window on the same plan nobody is
  function lead(to, may) {
    const end = Date.now() + PATIENCE;
    (function look() {
      if (!may() && !ahead) return;
      const goal = to === "card" ? chosen() && !card()?.inert && field() : chosen();
      if (goal) {
        const stays = !may();
        handOver(goal);
        if (stays) return;
        chosen().scrollIntoView({ block: "nearest" });
        goal.focus();
        goal.scrollIntoView({ block: "nearest" });
      } else if (Date.now() < end) setTimeout(look, 40);
    })();
  }
  const ours = () => document.activeElement === document.body || register()?.contains(document.activeElement);

  body.addEventListener("click", (event) => choose(event.target.closest("tr")));
  body.addEventListener("keydown", (event) => {
    const seen = visible();
    const at = seen.indexOf(event.target.closest("tr"));
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10, Home: 0, End: seen.length - 1 };
    if (event.key in steps) choose(seen[Math.max(0, Math.min(seen.length - 1, steps[event.key]))]);
    else if (event.key === " ") choose(seen[at]);
    else if (event.key === "Enter") { choose(seen[at]); lead("card", () => document.activeElement === seen[at]); }
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
  model.on("change:value", () => { paint(); bind(); });
  model.on("change:shown", bind);
  model.on("change:go", () => lead(model.get("go").to, ours));
  return () => cancelAnimationFrame(wait);
}

export default { render };
