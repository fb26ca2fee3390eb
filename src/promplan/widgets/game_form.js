// The decision of a week: what kind, then the fields that this kind has, and why; what is wrong is said at its field.
const KINDS = { money: ["channel", "to", "money"], earlier: ["item", "days"], later: ["item", "days"], drop: ["item"], nothing: [] };

let fieldsMade = 0;

function gameField(parent, name, label, kind, help = "") {
  const box = made("div", parent, "", { class: `pp-game-field pp-game-${name}` });
  const id = `pp-game-field-${++fieldsMade}`;
  made("label", box, label, { class: "pp-label", for: id });
  const one = kind === "choice" ? made("select", box, "", { id, class: "pp-in", "data-lm-suppress-shortcuts": "true" })
    : made("input", box, "", { id, class: "pp-in", type: "text", autocomplete: "off", maxlength: 300, inputmode: kind === "number" ? "decimal" : null, "data-lm-suppress-shortcuts": "true" });
  const told = made("p", box, "", { id: `${id}-told`, class: "pp-game-wrong", hidden: true });
  if (help) made("small", box, help, { id: `${id}-help` });
  one.setAttribute("aria-describedby", help ? `${id}-told ${id}-help` : `${id}-told`);
  const wrong = (text) => {
    if (text && told.hidden && one.closest(".pp-game")?.contains(one.getRootNode().activeElement)) one.focus();
    told.hidden = !text;
    told.textContent = text;
    if (text) one.setAttribute("aria-invalid", "true"); else one.removeAttribute("aria-invalid");
  };
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
  return { box, node: one, fill, wrong };
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
  let takers = []; // channels that money may go to, all of them
  const others = () => field.to.fill(takers.filter(([id]) => id !== field.channel.node.value));
  field.kind.node.addEventListener("change", seen);
  field.channel.node.addEventListener("change", others);
  let turn = 0, week = 0;
  const none = made("p", box, "", { class: "pp-game-read", hidden: true });
  const decide = pressed(box, words.do, "plain", () => {
    const given = Object.fromEntries(KINDS[kind()].map((name) => [name, field[name].node.value]));
    turn = acts.act("decide", { week, move: kind(), why: field.why.node.value, ...given });
  });
  return { show: (shown) => {
    week = shown.week;
    box.hidden = !shown.form.open && !shown.form.none;
    line.hidden = decide.hidden = !shown.form.open;
    none.hidden = !shown.form.none;
    none.textContent = shown.form.none;
    field.kind.fill(words.kinds.filter(([id]) => (id === "money" ? shown.form.from.length && shown.form.to.length : id === "nothing" || shown.form.pieces.length)));
    field.channel.fill(shown.form.from);
    takers = shown.form.to;
    others();
    field.item.fill(shown.form.pieces);
    seen();
    const said = shown.trouble.do === "decide" ? shown.trouble.said : "", why = shown.trouble.at === "why";
    const trouble = why ? "" : said;
    field.why.wrong(why ? said : "");
    wrong.textContent = trouble;
    wrong.hidden = !trouble;
    if (turn && acts.done(turn)) { // what was decided is in the history now
      if (!acts.failed(turn)) for (const name of ["money", "days", "why"]) field[name].node.value = "";
      turn = 0;
    }
  } };
}
