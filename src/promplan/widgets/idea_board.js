// The impact/effort board: cards are carried by mouse, finger or keys; the kernel says what was saved. A card keeps its
// node wherever it goes, so that the focus stays on it; words reach the page as text.
const HOLD = 250; // ms a finger rests on a card until it is lifted: before that it scrolls
const EDGE = 56; // px from the edge of what scrolls, where a lifted card makes it scroll

function render({ model, el }) {
  const words = model.get("words");
  const me = `pp${Math.random().toString(36).slice(2)}`;
  const guarded = { "data-lm-suppress-shortcuts": "true" };
  const filled = (text, given) => text.replace(/\{(\w+)\}/g, (_, name) => given[name]);
  const box = made("section", el, "", { class: "pp-part pp-weigh", "aria-label": words.title });
  const count = made("p", box, "", { class: "pp-weigh-count", role: "status" });
  const told = made("ul", box, "", { class: "pp-weigh-told" });
  const none = made("p", box, words.none, { class: "pp-empty" });
  const body = made("div", box, "", { class: "pp-weigh-body" });
  const tray = made("div", body, "", { class: "pp-weigh-tray", role: "group", "aria-label": words.tray });
  made("b", tray, words.tray, { class: "pp-label" });
  const empty = made("span", tray, words.all, { class: "pp-weigh-all" });
  const map = made("div", body, "", { class: "pp-weigh-map" });
  const up = made("span", map, "", { class: "pp-weigh-up", "aria-hidden": "true" });
  made("b", up, words.impact);
  made("i", up, words.more);
  made("i", up, words.less);
  const cells = new Map();
  for (const impact of [5, 4, 3, 2, 1]) {
    made("span", map, String(impact), { class: "pp-weigh-n", "aria-hidden": "true" });
    for (const effort of [1, 2, 3, 4, 5]) {
      const key = `${impact}-${effort}`;
      const cell = made("div", map, "", { class: "pp-weigh-cell", role: "group", "aria-label": filled(words.cell, { impact, effort }), "data-cell": key });
      if (words.corners[key]) made("small", cell, words.corners[key]);
      cells.set(key, cell);
    }
  }
  made("span", map, "", { class: "pp-weigh-corner" });
  for (const effort of [1, 2, 3, 4, 5]) made("span", map, String(effort), { class: "pp-weigh-n", "aria-hidden": "true" });
  const across = made("span", map, "", { class: "pp-weigh-across", "aria-hidden": "true" });
  made("i", across, words.less);
  made("b", across, words.effort);
  made("i", across, words.more);
  made("p", body, words.keys, { class: "pp-weigh-keys" });
  const live = made("p", box, "", { role: "status", class: "pp-hidden" });

  const cards = new Map(); // id → { node, data, json }
  const pending = new Map(); // id → { to, turn }: put by this hand, and not yet heard of
  let turn = 0, lifted = null, at = null, ghost = null, current = "";
  const say = (text) => { live.textContent = text; };
  const place = ({ effort, impact }) => (effort && impact ? { effort, impact } : null);
  const lies = (id) => ({ effort: cards.get(id).data.effort, impact: cards.get(id).data.impact });
  const home = (id) => (lifted === id && !ghost ? at : pending.has(id) ? place(pending.get(id).to) : place(cards.get(id).data));
  const named = (id) => `${id}, ${cards.get(id).data.title}`;
  const cellOf = (where) => (where ? cells.get(`${where.impact}-${where.effort}`) : tray);

  function button(id) {
    const node = made("button", null, "", { type: "button", class: "pp-idea", "data-idea": id, tabindex: "-1", ...guarded });
    node.addEventListener("click", () => { if (!node.dragged) open(id); node.dragged = false; });
    node.addEventListener("focus", () => roving(id));
    node.addEventListener("blur", () => setTimeout(() => { if (lifted === id && !ghost && document.activeElement !== node) letGo(); }));
    node.addEventListener("keydown", (event) => key(event, id));
    node.addEventListener("pointerdown", (event) => grab(event, id));
    node.addEventListener("contextmenu", (event) => { if (ghost) event.preventDefault(); });
    return node;
  }

  function fill(one) {
    const { id, title, made: of, chosen, sign } = one.data;
    const head = made("span", null, "", { class: "pp-idea-id" });
    made("b", head, id);
    if (sign) {
      signed(sign, head);
      made("span", head, `. ${words.signs[sign]}. `, { class: "pp-hidden" });
    }
    const name = made("span", null, title, { class: "pp-idea-title" });
    const small = of ? made("small", null, of) : null;
    const mark = chosen ? made("em", null, "", { class: "pp-idea-mark" }) : null;
    if (mark) {
      made("i", mark, chosen === "yes" ? "✔ " : "– ", { "aria-hidden": "true" });
      made("span", mark, words[chosen]);
    }
    one.node.dataset.chosen = chosen;
    one.node.replaceChildren(...[head, name, small, mark].filter(Boolean));
  }

  function draw() {
    const focused = document.activeElement;
    let waiting = 0;
    for (const [id, { node }] of cards) {
      const to = cellOf(home(id));
      if (node.parentElement !== to) to.append(node);
      if (to === tray) waiting += 1;
      node.setAttribute("aria-pressed", String(lifted === id));
      if (model.get("value") === id) node.setAttribute("aria-current", "true");
      else node.removeAttribute("aria-current");
      node.tabIndex = id === current ? 0 : -1;
    }
    empty.hidden = waiting > 0;
    if (focused?.dataset?.idea && cards.has(focused.dataset.idea) && document.activeElement !== focused) focused.focus({ preventScroll: true });
  }

  function show() {
    const shown = model.get("shown"), now = shown.cards ?? [];
    if (count.textContent !== shown.count) count.textContent = shown.count ?? "";
    const lines = (shown.told ?? []).join("\n");
    if (told.dataset.lines !== lines) {
      told.dataset.lines = lines;
      told.replaceChildren(...(shown.told ?? []).map((one) => made("li", null, one)));
    }
    none.hidden = now.length > 0;
    body.hidden = now.length === 0;
    const keep = new Set(now.map((one) => one.id));
    for (const [id, { node }] of cards) if (!keep.has(id)) { node.remove(); cards.delete(id); pending.delete(id); if (lifted === id) lifted = null; }
    for (const [id, one] of pending) if (shown.page === me && shown.turn >= one.turn) pending.delete(id);
    for (const data of now) {
      const one = cards.get(data.id) ?? { node: button(data.id) };
      cards.set(data.id, one);
      one.data = data;
      const json = JSON.stringify(data);
      if (one.json !== json) fill(one);
      one.json = json;
    }
    if (!cards.has(current)) current = cards.keys().next().value ?? "";
    draw();
  }

  function roving(id) {
    current = id;
    for (const [each, { node }] of cards) node.tabIndex = each === id ? 0 : -1;
  }

  function open(id) {
    model.set("value", id);
    model.save_changes();
    draw();
  }

  function put(id, to) {
    const from = pending.has(id) ? pending.get(id).to : lies(id);
    const now = to ?? { effort: null, impact: null };
    if (from.effort === now.effort && from.impact === now.impact) return;
    turn += 1;
    pending.set(id, { to: now, turn });
    model.set("moved", { id, page: me, turn, from, to: now });
    model.save_changes();
  }

  // keys
  function key(event, id) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (event.key === "Enter") lifted === id ? drop() : lift(id);
    else if (event.key === "Escape" && lifted === id) letGo();
    else if (step && lifted === id) carry(...step);
    else if (step) walk(id, ...step);
    else if ((event.key === "Delete" || event.key === "Backspace") && (lifted === id || home(id))) {
      lifted = null;
      put(id, null);
      say(filled(words.trayed, { what: named(id) }));
      draw();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function lift(id) {
    at = home(id);
    lifted = id;
    say(filled(words.lifted, { what: named(id) }));
    draw();
  }

  function carry(right, more) {
    const bound = (n) => Math.max(1, Math.min(5, n));
    at = at ? { effort: bound(at.effort + right), impact: bound(at.impact + more) } : { effort: 3, impact: 3 };
    const n = [...cells.get(`${at.impact}-${at.effort}`).querySelectorAll(".pp-idea")].filter((one) => one.dataset.idea !== lifted).length;
    say(filled(words.at, { ...at, n }));
    draw();
    cards.get(lifted).node.scrollIntoView({ block: "nearest" });
  }

  function drop() {
    const id = lifted, to = at;
    lifted = null;
    put(id, to);
    say(to ? filled(words.put, { what: named(id), ...to }) : filled(words.trayed, { what: named(id) }));
    draw();
  }

  function letGo() {
    const id = lifted;
    lifted = null;
    say(filled(words.back, { what: named(id) }));
    draw();
  }

  // to the next card in that direction, by where it lies on the screen
  function walk(id, right, more) {
    const middle = (node) => { const r = node.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; };
    const [x, y] = middle(cards.get(id).node);
    let best = null, least = Infinity;
    for (const [each, { node }] of cards) {
      const [dx, dy] = middle(node).map((v, n) => v - [x, y][n]);
      const along = right ? dx * right : -dy * more, aside = Math.abs(right ? dy : dx);
      if (each === id || along < 4) continue;
      if (along + 3 * aside < least) { least = along + 3 * aside; best = node; }
    }
    best?.focus();
  }

  // hands: a copy follows in a layer of its own, because output areas clip
  function grab(event, id) {
    if (event.button > 0 || ghost) return;
    const node = cards.get(id).node, start = [event.clientX, event.clientY], finger = event.pointerType === "touch";
    const rect = node.getBoundingClientRect(), pointer = event.pointerId;
    let held = !finger, over = null, scroller = null, timer = 0, beat = 0, last = start;
    if (finger) timer = setTimeout(() => { held = true; raise(); }, HOLD);
    else node.setPointerCapture(pointer);
    const stop = (moved) => { if (held && ghost) moved.preventDefault(); };
    node.addEventListener("touchmove", stop, { passive: false });

    const raise = () => {
      if (lifted && lifted !== id) letGo();
      lifted = id;
      at = home(id);
      node.dragged = true;
      ghost = node.cloneNode(true);
      ghost.classList.add("pp-ghost");
      Object.assign(ghost.style, { left: `${rect.left}px`, top: `${rect.top}px`, width: `${rect.width}px`, height: `${rect.height}px` });
      document.body.append(ghost);
      try { node.setPointerCapture(pointer); } catch { /* the finger has left */ }
      for (scroller = box.parentElement; scroller; scroller = scroller.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(scroller).overflowY) && scroller.scrollHeight > scroller.clientHeight) break;
      }
      beat = requestAnimationFrame(rolled);
      draw();
    };
    const rolled = () => { // near an edge of what scrolls, it scrolls
      const area = scroller?.getBoundingClientRect();
      if (area && last[1] < area.top + EDGE) scroller.scrollTop -= 12;
      else if (area && last[1] > area.bottom - EDGE) scroller.scrollTop += 12;
      if (ghost) { aim(); beat = requestAnimationFrame(rolled); }
    };
    const aim = () => {
      const inside = (one) => { const r = one.getBoundingClientRect(); return last[0] >= r.left && last[0] <= r.right && last[1] >= r.top && last[1] <= r.bottom; };
      over = [...cells.values(), tray].find(inside) ?? null;
      for (const one of [...cells.values(), tray]) one.classList.toggle("pp-over", one === over);
    };
    const move = (now) => {
      last = [now.clientX, now.clientY];
      const far = Math.hypot(last[0] - start[0], last[1] - start[1]);
      if (!held) { if (far > 8) end({ type: "pointercancel" }); return; }
      if (!ghost) { if (far < 6) return; raise(); }
      ghost.style.transform = `translate(${last[0] - start[0]}px, ${last[1] - start[1]}px)`;
      aim();
    };
    const end = (now) => {
      clearTimeout(timer);
      cancelAnimationFrame(beat);
      for (const [name, act] of [["pointermove", move], ["pointerup", end], ["pointercancel", end], ["touchmove", stop]]) node.removeEventListener(name, act);
      if (!ghost) return;
      ghost.remove();
      ghost = null;
      lifted = null;
      for (const one of [...cells.values(), tray]) one.classList.remove("pp-over");
      if (now.type === "pointerup" && over) {
        const [impact, effort] = (over.dataset.cell ?? "").split("-").map(Number);
        const to = impact ? { effort, impact } : null;
        put(id, to);
        say(to ? filled(words.put, { what: named(id), ...to }) : filled(words.trayed, { what: named(id) }));
      }
      draw();
      setTimeout(() => { node.dragged = false; }); // the click that follows is none
      node.focus({ preventScroll: true });
    };
    node.addEventListener("pointermove", move);
    node.addEventListener("pointerup", end);
    node.addEventListener("pointercancel", end);
  }

  show();
  model.on("change:shown", show);
  model.on("change:value", draw);
}

export default { render };
