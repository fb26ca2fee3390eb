// The decision of a week: what kind, then the fields that this kind has, and why.
const KINDS = { money: ["channel", "to", "money"], earlier: ["item", "days"], later: ["item", "days"], drop: ["item"], nothing: [] };

function gameField(parent, name, label, kind, help = "") {
  const box = made("label", parent, "", { class: `pp-game-field pp-game-${name}` });
  made("span", box, label, { class: "pp-label" });
  const one = kind === "choice" ? made("select", box, "", { class: "pp-in", "data-lm-suppress-shortcuts": "true" })
    : made("input", box, "", { class: "pp-in", type: "text", autocomplete: "off", maxlength: 300, inputmode: kind === "number" ? "decimal" : null, "data-lm-suppress-shortcuts": "true" });
  if (help) made("small", box, help);
  one.addEventListener("keydown", (event) => { if (event.key !== "Escape") event.stopPropagation(); });
  for (const kind of ["input", "change"]) one.addEventListener(kind, (event) => event.stopPropagation()); // a press saves, typing does not
  const fill = (list) => {
    const now = JSON.stringify(list);
    if (one.dataset.list === now) return;
    const value = one.value;
    one.dataset.list = now;
    one.replaceChildren(...list.map(([id, said]) => Object.assign(document.createElement("option"), { value: id, textContent: said })));
    if (list.some(([id]) => id === value)) one.value = value;
  };
  return { box, node: one, fill };
}

function gameForm(parent, words, acts) {
  const box = made("section", parent, "", { class: "pp-game-part pp-game-form", "aria-label": words.decide });
  made("h4", box, words.decide);
  const line = made("div", box, "", { class: "pp-game-fields" });
  const field = {
    kind: gameField(line, "kind", words.decision, "choice"),
    channel: gameField(line, "channel", words.from, "choice"),
    to: gameField(line, "to", words.to, "choice"),
    money: gameField(line, "money", words.sum, "number"),
    item: gameField(line, "item", words.piece, "choice"),
    days: gameField(line, "days", words.days, "number"),
    why: gameField(line, "why", words.why, "text", words.why_help),
  };
  const wrong = made("p", box, "", { class: "pp-game-wrong", hidden: true });
  const kind = () => field.kind.node.value;
  const seen = () => {
    for (const name of ["channel", "to", "money", "item", "days"]) field[name].box.hidden = !KINDS[kind()]?.includes(name);
  };
  field.kind.node.addEventListener("change", seen);
  let turn = 0, week = 0;
  pressed(box, words.do, "plain", () => {
    const given = Object.fromEntries(KINDS[kind()].map((name) => [name, field[name].node.value]));
    turn = acts.act("decide", { week, move: kind(), why: field.why.node.value, ...given });
  });
  return { show: (shown) => {
    week = shown.week;
    box.hidden = !shown.form.open;
    field.kind.fill(words.kinds.filter(([id]) => (id === "money" ? shown.form.from.length && shown.form.to.length : id === "nothing" || shown.form.pieces.length)));
    field.channel.fill(shown.form.from);
    field.to.fill(shown.form.to);
    field.item.fill(shown.form.pieces);
    const other = shown.form.to.find(([id]) => id !== field.channel.node.value);
    if (field.to.node.value === field.channel.node.value && other) field.to.node.value = other[0];
    seen();
    const trouble = shown.trouble.do === "decide" ? shown.trouble.said : "";
    wrong.textContent = trouble;
    wrong.hidden = !trouble;
    if (turn && acts.done(turn)) { // what was decided is in the history now
      if (!acts.failed(turn)) for (const name of ["money", "days", "why"]) field[name].node.value = "";
      turn = 0;
    }
  } };
}
