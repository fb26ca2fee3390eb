// Findings to work with: go to the field, read the lesson, take a hint, keep one with a reason.
function render({ model, el }) {
  const words = model.get("words");
  const box = made("div", el, "", { class: "pp-findings" });
  const writing = new Map(); // what is being typed as a reason, by finding
  let shown = "";

  const ask = (act, key, text = "") => {
    model.set("asked", { act, key, text, turn: (model.get("asked").turn ?? 0) + 1 });
    model.save_changes();
  };

  function finding(row) {
    const state = row.answered === null ? row.severity : "kept";
    const one = made("div", null, "", { class: `pp-finding pp-is-${state}`, "data-state": state });
    const sev = made("p", one, "", { class: "pp-sev" });
    made("span", sev, "", { class: "pp-mark", "aria-hidden": "true" });
    made("span", sev, row.told);
    const body = made("div", one);
    made("p", body, row.message, { class: "pp-msg" });
    if (row.evidence) made("q", made("p", body, "", { class: "pp-evidence" }), row.evidence);
    if (row.answered === null) made("p", body, row.fix, { class: "pp-fix" });
    else made("p", body, `${words.reason} ${row.answered}`, { class: "pp-reason" });
    if (row.hints.length) {
      const list = made("ol", body, "", { class: "pp-hints", role: "status" });
      for (const hint of row.hints) made("li", list, hint);
    }
    const acts = made("div", body, "", { class: "pp-row pp-finding-acts" });
    if (row.answered === null) {
      const go = () => document.dispatchEvent(new CustomEvent("promplan:go", { detail: { object: row.object, field: row.field, rule: row.rule } }));
      if (row.put) pressed(acts, row.put, "plain", () => ask("put", row.key, row.put), { "data-key": `put ${row.key}` });
      pressed(acts, words.go, "plain", go, { "data-key": `go ${row.key}` });
    }
    if (row.asks) pressed(acts, words.ask, "quiet", () => askedAtDesk(row.asks, el, asked, words.where), { "data-key": `ask ${row.key}` });
    if (row.more) pressed(acts, words.hint, "quiet", () => ask("hint", row.key), { "data-key": `hint ${row.key}` });
    if (row.excusable) {
      const open = () => { writing.set(row.key, writing.get(row.key) ?? ""); draw(true, `why ${row.key}`); };
      pressed(acts, words.keep, "quiet", open, { "data-key": `keep ${row.key}` });
    }
    if (row.lesson) made("a", acts, words.lesson, { href: row.lesson, target: "_blank", rel: "noopener", class: "pp-link", "data-lm-suppress-shortcuts": "true" });
    made("small", acts, row.rule, { class: "pp-rule" });
    const asked = row.asks ? made("p", body, "", { role: "status", class: "pp-asked" }) : null;
    if (writing.has(row.key) && row.excusable) reason(body, row);
    return one;
  }

  function reason(body, row) {
    const field = made("div", body, "", { class: "pp-field pp-keep" });
    const label = made("label", field, words.why);
    const area = made("textarea", field, "", { rows: 2, maxlength: 2000, class: "pp-in", "data-key": `why ${row.key}`, "data-lm-suppress-shortcuts": "true" });
    area.id = label.htmlFor = `pp${Math.random().toString(36).slice(2)}`;
    area.value = writing.get(row.key);
    area.addEventListener("input", (event) => { writing.set(row.key, area.value); event.stopPropagation(); });
    const foot = made("div", field, "", { class: "pp-row" });
    pressed(foot, words.save, "plain", () => ask("keep", row.key, area.value), { "data-key": `save ${row.key}` });
    pressed(foot, words.back, "quiet", () => { writing.delete(row.key); draw(true, `keep ${row.key}`); });
  }

  function folded(name, title, rows) {
    if (!rows.length) return null;
    const one = made("details", null, "", { class: name });
    made("summary", one, title.replace("{n}", rows.length), { "data-lm-suppress-shortcuts": "true" });
    const list = made("ul", one);
    for (const [rule, text] of rows) {
      const item = made("li", list, `${text} `);
      made("small", item, rule, { class: "pp-rule" });
    }
    return one;
  }

  function draw(always = false, focus = null) {
    const now = JSON.stringify([model.get("groups"), model.get("fine"), model.get("yet")]);
    if (now === shown && !always) return;
    shown = now;
    const root = box.getRootNode();
    const key = focus ?? (box.contains(root.activeElement) ? root.activeElement.dataset.key : null);
    const at = [...box.querySelectorAll(".pp-finding")].findIndex((one) => key && one.contains(root.activeElement));
    const open = new Set([...box.querySelectorAll("details.pp-many[open]")].map((one) => one.dataset.where));
    const groups = model.get("groups").map((group) => {
      const one = made("section", null, "", { class: "pp-group" });
      if (group.fold) { // the same of many objects: one line, and each of them behind it
        const all = made("details", one, "", { class: "pp-more pp-many", "data-where": group.where });
        all.open = open.has(group.where);
        made("summary", all, group.fold, { "data-lm-suppress-shortcuts": "true" });
        all.append(...group.rows.map(finding));
        return one;
      }
      made("h4", one, group.where);
      one.append(...group.rows.map(finding));
      return one;
    });
    const rest = [folded("pp-holds", words.fine, model.get("fine")), folded("pp-yet", words.yet, model.get("yet"))];
    box.replaceChildren(...groups, ...rest.filter(Boolean));
    const near = () => [...box.querySelectorAll(".pp-finding")].slice(at)[0]?.querySelector("button"); // it is mended, and gone
    if (key) (box.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? (at >= 0 ? near() : null))?.focus();
  }

  draw();
  model.on("change:groups change:fine change:yet", () => draw());
}

export default { render };
