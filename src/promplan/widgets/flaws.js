// A text whose places can be marked; afterwards each is told what it was, by a sign, a word and a reason.
function render({ model, el }) {
  const sheet = model.get("sheet"), words = sheet.words;
  const root = made("section", el, "", { class: "pp-part pp-card pp-flaws", "aria-label": sheet.title });
  made("h3", root, sheet.title, { class: "pp-kicker" });
  made("p", root, sheet.lead, { class: "pp-lead" });
  made("p", root, words.how, { class: "pp-flaws-how" });
  const text = made("p", root, "", { class: "pp-flaws-text" });
  const places = new Map();
  const chosen = new Set(model.get("picked"));
  for (const part of sheet.parts) {
    if (!part.id) { text.append(part.text); continue; }
    // a button of the browser's is a block in its line and breaks the text: these flow with it
    const one = made("span", text, "", { role: "button", tabindex: "0", class: "pp-place", "data-lm-suppress-shortcuts": "true", "data-place": part.id });
    const sign = made("span", one, "", { class: "pp-place-sign" });
    const said = made("span", one, part.text);
    one.addEventListener("click", () => toggle(part.id));
    one.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      toggle(part.id);
    });
    places.set(part.id, { one, sign, said, text: part.text });
  }
  const foot = made("div", root, "", { class: "pp-row pp-sheet-foot" });
  const look = pressed(foot, words.look, "primary", () => ask({ picked: [...chosen] }));
  const again = pressed(foot, words.again, "plain", () => ask({ again: true }));
  const count = made("span", foot, "", { role: "status", class: "pp-sheet-total" });
  const result = made("ul", root, "", { class: "pp-flaws-told" });
  made("p", root, sheet.note, { class: "pp-flaws-note" });
  let turn = 0;

  const ask = (what) => {
    turn += 1;
    model.set("asked", { ...what, turn });
    model.save_changes();
  };
  const told = () => Boolean(model.get("truth").places);

  function toggle(id) {
    if (told()) return;
    if (!chosen.delete(id)) chosen.add(id);
    draw();
  }

  const state = (id, place) => (place.flaw ? (chosen.has(id) ? "found" : "missed") : chosen.has(id) ? "false" : "left");
  const SIGNS = { found: "✔ ", missed: "! ", false: "✘ ", left: "" };

  function draw() {
    const truth = model.get("truth"), known = told();
    for (const [id, { one, sign }] of places) {
      one.setAttribute("aria-pressed", String(chosen.has(id)));
      one.setAttribute("aria-disabled", String(known));
      const now = known ? state(id, truth.places[id]) : "";
      one.dataset.state = now;
      sign.textContent = SIGNS[now] ?? "";
    }
    look.hidden = known;
    again.hidden = !known;
    const line = known ? truth.said : words.count.replace("{n}", chosen.size);
    if (count.textContent !== line) count.textContent = line;
    result.replaceChildren(...(known ? [...places].map(([id, place]) => reason(id, place, truth.places[id])) : []));
  }

  function reason(id, { text: said }, place) {
    const now = state(id, place);
    const row = made("li", null, "", { "data-state": now });
    made("b", row, `${SIGNS[now]}${said}`);
    made("span", row, `${words[now]}. `, { class: "pp-flaws-verdict" });
    made("span", row, place.why);
    return row;
  }

  // the button that was pressed goes: the focus stays in the part
  const follow = () => {
    const held = document.activeElement === look || document.activeElement === again;
    chosen.clear();
    for (const id of model.get("picked")) chosen.add(id);
    draw();
    if (held) (told() ? again : look).focus({ preventScroll: true });
  };
  draw();
  model.on("change:truth", follow);
  return () => model.off("change:truth", follow);
}

export default { render };
