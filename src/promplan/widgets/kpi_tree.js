// KPI under the objectives that they answer, level by level: lists in lists that fold; a press on a KPI opens its card.
function render({ model, el }) {
  const words = model.get("words");
  const shut = new Set();
  const root = made("div", el, "", { class: "pp-kpi-tree", role: "group", "aria-label": words.title });
  let turn = 0, drawn = "";

  const choose = (key) => {
    turn += 1;
    model.set("pressed", `${key} ${turn}`);
    model.save_changes();
  };
  const fold = (key) => {
    if (!shut.delete(key)) shut.add(key);
    show();
  };

  const kpi = (one, list) => {
    const row = made("li", list, "", { "data-kpi": one.key, "data-outcome": one.outcome });
    const button = pressed(row, "", "quiet", () => choose(one.key), { "data-key": one.key, class: "pp-btn pp-kpi-name" });
    made("span", button, one.mark, { class: "pp-kpi-mark", "aria-hidden": "true" });
    made("b", button, one.name);
    const told = made("p", row, "", { class: "pp-kpi-told" });
    for (const name of ["formula", "value", "target"]) made("span", told, one[name], { class: `pp-kpi-${name}` });
    made("p", row, one.said, { class: "pp-kpi-said" });
  };

  const objective = (one, list) => {
    const row = made("li", list, "", { "data-objective": one.key });
    const head = pressed(row, "", "fold", () => fold(one.key), { "data-key": `o-${one.key}`, class: "pp-btn pp-kpi-objective" });
    made("span", head, "", { class: "pp-kpi-turn", "aria-hidden": "true" });
    made("b", head, one.title);
    if (one.said) {
      const said = made("p", row, "", { class: "pp-kpi-said" });
      made("span", said, one.mark, { class: "pp-kpi-mark", "aria-hidden": "true" });
      made("span", said, one.said);
    }
    const inner = made("div", row, "", { "data-fold": one.key });
    if (!one.levels.length) made("p", inner, words.none, { class: "pp-kpi-none" });
    const levels = made("ul", inner);
    if (!one.levels.length) levels.remove();
    for (const level of one.levels) {
      const item = made("li", levels, "", { class: "pp-kpi-level" });
      made("span", item, level.title, { class: "pp-kpi-level-name" });
      const rows = made("ul", item);
      level.kpis.forEach((it) => kpi(it, rows));
    }
  };

  const draw = () => {
    const rows = model.get("rows"), now = JSON.stringify(rows);
    if (now === drawn) return;
    drawn = now;
    const held = root.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    root.replaceChildren();
    if (!rows.length) made("p", root, words.nothing);
    else {
      const list = made("ul", root, "", { class: "pp-kpi-roots" });
      rows.forEach((one) => objective(one, list));
    }
    show();
    if (held) root.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus();
  };

  const show = () => {
    const chosen = model.get("chosen");
    for (const one of root.querySelectorAll("[data-fold]")) {
      const open = !shut.has(one.dataset.fold);
      one.hidden = !open;
      one.parentElement.querySelector(".pp-kpi-objective").setAttribute("aria-expanded", String(open));
    }
    for (const one of root.querySelectorAll(".pp-kpi-name")) {
      if (one.dataset.key === chosen) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
  };

  draw();
  model.on("change:rows", draw);
  model.on("change:chosen", show);
}

export default { render };
