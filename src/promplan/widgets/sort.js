// Chips into bins: by mouse, touch and keys, with undo; then what the team said stands beside what the plant says.
function render({ model, el }) {
  const sheet = model.get("sheet");
  const texts = Object.fromEntries(sheet.questions.map((one) => [one.id, one.text]));
  const bins = sheet.questions[0].options;
  const placed = { ...model.get("given") };
  const undone = []; // what can be taken back, the newest last
  let lifted = null; // the chip in the hand
  let ghost = null; // how it looks while it is dragged

  const box = made("section", el, "", { class: "pp-part pp-card pp-sort", "aria-label": sheet.title });
  made("h3", box, sheet.title, { class: "pp-kicker" });
  if (sheet.lead) made("p", box, sheet.lead, { class: "pp-lead" });
  const tray = made("div", box, "", { class: "pp-tray", role: "group", "aria-label": sheet.sort.tray });
  const row = made("div", box, "", { class: "pp-bins" });
  const boxes = bins.map((bin, n) => {
    const one = made("div", row, "", { class: "pp-bin", role: "group", "aria-label": bin.text, "data-bin": bin.id });
    const head = made("div", one, "", { class: "pp-bin-head" });
    made("span", head, bin.text);
    made("kbd", head, String(n + 1), { "aria-hidden": "true" });
    const put = pressed(one, sheet.sort.here, "put", () => place(bin.id), { "aria-label": `${sheet.sort.here}: ${bin.text}` });
    return { id: bin.id, text: bin.text, node: one, put };
  });
  const foot = made("div", box, "", { class: "pp-row pp-sheet-foot" });
  const give = pressed(foot, sheet.button, "primary", () => send(), {});
  const undo = pressed(foot, sheet.sort.undo, "quiet", () => takeBack(), {});
  const left = made("span", foot, "", { class: "pp-sheet-total" });
  const live = made("p", box, "", { role: "status", class: "pp-hidden" });
  const truth = made("div", box, "", { class: "pp-truth", role: "group", "aria-label": sheet.title });

  const chips = Object.fromEntries(sheet.questions.map((question) => [question.id, chip(question)]));

  function chip(question) {
    const one = made("button", null, question.text, { type: "button", class: "pp-chip", "aria-pressed": "false", "data-lm-suppress-shortcuts": "true", "data-chip": question.id });
    one.addEventListener("click", () => { if (!one.dragged) lift(lifted === question.id ? null : question.id); one.dragged = false; });
    one.addEventListener("pointerdown", (event) => grab(event, question.id));
    return one;
  }

  // keys: Enter or Space lifts, a digit puts, Esc lets go
  box.addEventListener("keydown", (event) => {
    const bin = boxes[Number(event.key) - 1];
    const chip = event.target.dataset.chip; // a digit puts the chip that has the focus, lifted or not
    if (!lifted && !(bin && chip && !model.get("locked"))) return;
    lifted ??= chip;
    if (event.key === "Escape") lift(null);
    else if (bin) place(bin.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  function lift(id) {
    if (model.get("locked")) return;
    lifted = id;
    if (id) say(sheet.sort.lifted.replace("{what}", texts[id]));
    draw();
    if (id) chips[id].focus({ preventScroll: true });
  }

  function place(bin) {
    const id = lifted;
    if (!id || model.get("locked")) return;
    undone.push([id, placed[id] ?? null]);
    placed[id] = bin;
    lifted = null;
    say(sheet.sort.placed.replace("{what}", texts[id]).replace("{where}", boxes.find((one) => one.id === bin).text));
    draw();
    (tray.querySelector(".pp-chip") ?? (give.disabled ? chips[id] : give)).focus({ preventScroll: true });
  }

  function takeBack() {
    const [id, before] = undone.pop();
    if (before === null) delete placed[id];
    else placed[id] = before;
    draw();
    chips[id].focus({ preventScroll: true });
  }

  // dragging: a copy follows the hand in a layer of its own, because output areas clip
  function grab(event, id) {
    if (model.get("locked") || event.button > 0) return;
    const one = chips[id];
    const start = [event.clientX, event.clientY];
    const rect = one.getBoundingClientRect();
    const over = (x, y) => boxes.find((bin) => {
      const area = bin.node.getBoundingClientRect();
      return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
    });
    const move = (now) => {
      const [dx, dy] = [now.clientX - start[0], now.clientY - start[1]];
      if (!ghost) {
        if (Math.hypot(dx, dy) < 6) return;
        lift(id);
        one.dragged = true;
        ghost = one.cloneNode(true);
        ghost.classList.add("pp-ghost");
        Object.assign(ghost.style, { left: `${rect.left}px`, top: `${rect.top}px`, width: `${rect.width}px` });
        document.body.append(ghost); // not in the part: a container of queries would hold it
      }
      ghost.style.transform = `translate(${dx}px, ${dy}px)`;
      const bin = over(now.clientX, now.clientY);
      for (const each of boxes) each.node.classList.toggle("pp-over", each === bin);
    };
    const end = (now) => {
      one.removeEventListener("pointermove", move);
      one.removeEventListener("pointerup", end);
      one.removeEventListener("pointercancel", end);
      if (!ghost) return;
      ghost.remove();
      ghost = null;
      for (const each of boxes) each.node.classList.remove("pp-over");
      const bin = now.type === "pointerup" ? over(now.clientX, now.clientY) : null;
      if (bin) place(bin.id);
      else lift(null);
    };
    one.setPointerCapture(event.pointerId); // at once: a quick hand leaves the chip before it has moved
    one.addEventListener("pointermove", move);
    one.addEventListener("pointerup", end);
    one.addEventListener("pointercancel", end);
  }

  function send() {
    model.set("asked", { answers: { ...placed }, turn: (model.get("asked").turn ?? 0) + 1 });
    model.save_changes();
  }

  function say(text) {
    live.textContent = text;
  }

  function draw() {
    const locked = model.get("locked");
    const held = box.contains(document.activeElement);
    box.classList.toggle("pp-picking", lifted !== null);
    for (const { id } of sheet.questions) {
      const one = chips[id];
      const home = placed[id] ? boxes.find((bin) => bin.id === placed[id])?.node ?? tray : tray;
      if (one.parentElement !== home) home.append(one);
      one.setAttribute("aria-pressed", String(lifted === id));
      one.disabled = locked;
    }
    for (const bin of boxes) {
      bin.put.hidden = lifted === null || placed[lifted] === bin.id;
      if (bin.node.lastElementChild !== bin.put) bin.node.append(bin.put);
    }
    const open = sheet.questions.length - Object.keys(placed).length;
    tray.hidden = !tray.querySelector(".pp-chip");
    give.hidden = locked;
    give.disabled = open > 0;
    undo.hidden = locked || undone.length === 0;
    left.textContent = locked ? model.get("total") : open ? sheet.sort.left.replace("{n}", open) : "";
    if (compare(model.get("truth")) && held) {
      truth.tabIndex = -1; // Sorted has gone: the table is what comes next
      truth.focus({ preventScroll: true });
      truth.scrollIntoView({ block: "nearest" });
    }
  }

  function compare(rows) {
    if (truth.childElementCount || !rows.length) return false;
    const table = made("table", truth, "", { class: "pp-cmp" });
    const head = made("tr", made("thead", table));
    for (const word of sheet.sort.heads) made("th", head, word, { scope: "col" });
    const body = made("tbody", table);
    for (const [text, said, right, why] of rows) {
      const line = made("tr", body);
      made("th", line, text, { scope: "row" });
      made("td", line, said, { class: said === right ? "pp-you" : "pp-you pp-dif", "data-head": sheet.sort.heads[1] });
      made("td", line, right, { class: "pp-plants", "data-head": sheet.sort.heads[2] });
      made("td", line, why, { class: "pp-because" });
    }
    return true;
  }

  draw();
  model.on("change:given", () => { Object.assign(placed, model.get("given")); draw(); });
  model.on("change:locked change:truth change:total", draw);
}

export default { render };
