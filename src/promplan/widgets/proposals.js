// Proposals to accept or refuse: a box for each, what becomes what beside it, and one press for all or none.
const SHORT = 16; // a day and its like are not broken at their signs

function render({ model, el }) {
  const words = model.get("words"), me = "pp" + Math.random().toString(36).slice(2);
  const root = made("fieldset", el, "", { class: "pp-proposals" });
  const legend = made("legend", root);
  const bar = made("div", root, "", { class: "pp-row" });
  const every = pressed(bar, words.all, "quiet", () => tick((key) => calm.has(key)));
  pressed(bar, words.none, "quiet", () => tick(() => false));
  const count = made("span", bar, "", { role: "status", class: "pp-help" });
  const list = made("div", root, "", { class: "pp-proposals-list" });
  const more = made("p", root, "", { class: "pp-help" });
  const take = pressed(made("div", root, "", { class: "pp-row" }), words.take, "primary", () => {
    model.set("picked", ticked()); // in one message with the press
    model.set("pressed", model.get("pressed") + 1);
    model.save_changes();
  });
  const boxes = new Map(); // key → its box
  const calm = new Set(); // the keys that need no second look

  const ticked = () => [...boxes].filter(([, box]) => box.checked).map(([key]) => key);
  const send = () => {
    model.set("picked", ticked());
    model.save_changes();
    tell();
  };
  const tick = (wanted) => {
    for (const [key, box] of boxes) box.checked = wanted(key);
    send();
  };
  const tell = () => {
    const n = [...boxes.values()].filter((box) => box.checked).length;
    count.textContent = words.count.replace("{n}", n).replace("{all}", boxes.size);
  };

  const looks = (text) => (!text ? "pp-is-nothing" : text.length < SHORT ? "pp-is-short" : null);
  const becomes = (parent, [field, before, after]) => {
    const line = made("p", parent, "", { class: "pp-becomes" });
    made("span", line, field, { class: "pp-becomes-field" });
    made("span", line, `${words.before}: `, { class: "pp-hidden" });
    made("del", line, before || words.nothing, { class: looks(before) });
    made("span", line, " → ", { "aria-hidden": "true" });
    made("span", line, `${words.after}: `, { class: "pp-hidden" });
    made("ins", line, after || words.nothing, { class: looks(after) });
  };
  const row = (one, n) => {
    const whole = made("div", list, "", { class: "pp-proposal", "data-key": one.key });
    const label = made(one.can ? "label" : "div", whole, "", { class: "pp-proposal-head" });
    if (one.can) {
      const box = made("input", label, "", {
        type: "checkbox", "data-lm-suppress-shortcuts": "true",
        "aria-describedby": one.changes.length + one.notes.length ? `${me}-${n}` : null,
      });
      box.addEventListener("change", (event) => { event.stopPropagation(); send(); });
      boxes.set(one.key, box);
      if (one.calm) calm.add(one.key);
    } else made("span", label, "", { class: "pp-proposal-none" });
    signed(one.sign, label);
    made("span", label, one.head);
    const body = made("div", whole, "", { class: "pp-proposal-body", id: `${me}-${n}` });
    for (const change of one.changes) becomes(body, change);
    for (const note of one.notes) made("p", body, note, { class: "pp-help" });
    if (one.choice !== null) choose(body, one);
  };
  const choose = (body, one) => {
    const label = made("label", body, "", { class: "pp-proposal-choice" });
    made("span", label, words.choice);
    const select = made("select", label, "", { class: "pp-in", "data-lm-suppress-shortcuts": "true", "data-key": one.key });
    for (const [text, key] of model.get("choices")) made("option", select, text, { value: key });
    select.value = one.choice;
    select.addEventListener("input", (event) => event.stopPropagation());
    select.addEventListener("change", (event) => {
      event.stopPropagation(); // a choice, no change of the plan
      model.set("picked", ticked());
      model.set("turned", { key: one.key, value: select.value, turn: (model.get("turned").turn ?? 0) + 1 });
      model.save_changes();
    });
  };
  const ticks = () => {
    const picked = new Set(model.get("picked"));
    for (const [key, box] of boxes) box.checked = picked.has(key);
    tell();
  };
  const draw = () => {
    legend.textContent = model.get("description");
    const now = root.getRootNode().activeElement;
    const held = boxes.size ? [...boxes].find(([, box]) => box === now)?.[0] : null;
    const chose = list.contains(now) && now.matches("select") ? now.dataset.key : null;
    list.replaceChildren();
    boxes.clear();
    calm.clear();
    model.get("rows").forEach(row);
    more.textContent = model.get("more");
    root.hidden = !model.get("rows").length;
    bar.hidden = boxes.size < 2;
    every.textContent = calm.size < boxes.size ? words.calm : words.all;
    ticks();
    may();
    boxes.get(held)?.focus();
    if (chose) list.querySelector(`select[data-key="${CSS.escape(chose)}"]`)?.focus();
  };
  const may = () => {
    take.disabled = !model.get("fresh");
    take.hidden = !boxes.size;
  };
  const heard = [["change:fresh", may], ["change:rows change:more change:description change:choices", draw], ["change:picked", ticks]];
  for (const [names, act] of heard) model.on(names, act);
  draw();
  return () => { for (const [names, act] of heard) model.off(names, act); };
}

export default { render };
