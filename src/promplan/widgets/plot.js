// What both guesses are made of: the card with its question and its words, SVG at the width that it gets (so that type
// keeps its size), and labels that keep apart.
function drawn(tag, parent, given = {}, text = "") {
  const one = document.createElementNS("http://www.w3.org/2000/svg", tag);
  if (text) one.textContent = text;
  parent?.append(one);
  return shaped(one, given);
}

function shaped(one, given) {
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) one.removeAttribute(name);
    else one.setAttribute(name, value === true ? "" : value);
  }
  return one;
}

const within = (value, low, high) => Math.max(low, Math.min(high, value));
const LEAP = 5; // steps that Shift and the page keys take

// The card. A kind gives `paint(width, told, asking)`, `ready()` (the guess as text; empty while it is not whole),
// `clear()` and `missing()` (what is still to do, in words).
function guessing({ model, el }, build) {
  const words = model.get("words");
  const id = `pp${Math.random().toString(36).slice(2)}`;
  const box = made("div", el, "", { class: "pp-part pp-card pp-guess", role: "group", "aria-label": words.title });
  made("h3", box, words.title, { class: "pp-kicker" });
  if (words.lead) made("p", box, words.lead, { class: "pp-lead" });
  made("p", box, words.question, { class: "pp-q", id });
  const svg = drawn("svg", box, { class: "pp-plot" });
  const said = made("div", box, "", { class: "pp-distance", tabindex: "-1" });
  const foot = made("div", box, "", { class: "pp-row pp-guess-foot" });
  const hint = made("p", foot, "", { class: "pp-guess-hint" });
  const give = pressed(foot, words.button, "primary", () => tell());
  const again = pressed(foot, words.anew, "quiet", () => begin());
  const live = made("p", box, "", { role: "status", class: "pp-hidden" });

  let anew = false; // is a second guess being made?
  let mine = false; // was it told from this page?
  const asking = () => anew || !model.get("told").answer;
  const kind = build({ model, svg, words, question: id, asking, moved, tell, live: (text) => { live.textContent = text; } });

  function moved() { // the guess was changed by hand or key
    live.textContent = "";
    draw();
  }

  function tell() {
    const answer = kind.ready();
    if (!answer) {
      live.textContent = kind.missing();
      return;
    }
    mine = true;
    model.set("asked", { answer, turn: (model.get("asked").turn ?? 0) + 1 });
    model.save_changes();
  }

  function begin() {
    anew = true;
    kind.clear();
    draw();
    kind.focus();
  }

  function heard() {
    const told = model.get("told");
    if (mine || !told.answer) anew = false;
    if (!mine) return draw();
    mine = false;
    const inside = box.contains(box.getRootNode().activeElement); // asked before: a mark that is put to sleep lets the focus go
    draw(true);
    if (!told.answer) return;
    if (inside) said.focus({ preventScroll: true });
    else live.textContent = told.said;
  }

  function draw(fresh = false) {
    const told = model.get("told"), open = asking();
    said.hidden = again.hidden = open;
    hint.hidden = give.hidden = !open;
    give.disabled = !kind.ready();
    hint.textContent = kind.missing() || words.hint;
    if (open) shaped(svg, { role: "group", "aria-label": null, "aria-labelledby": id });
    else shaped(svg, { role: "img", "aria-label": told.said, "aria-labelledby": null });
    if (!open) explain(told);
    const width = svg.clientWidth;
    if (width > 0) kind.paint(width, open ? null : told, fresh);
  }

  function explain(told) {
    said.replaceChildren();
    const line = made("p", said);
    for (const [part, text] of told.parts) made("span", line, text, part ? { class: `pp-${part}-word` } : {});
    if (told.why) made("span", line, ` ${told.why}`);
    if (told.counts) made("p", said, told.counts, { class: "pp-counts" });
  }

  const size = new ResizeObserver(() => draw());
  size.observe(box);
  draw();
  model.on("change:told", heard);
  return () => { size.disconnect(); model.off("change:told", heard); };
}

// A mark that a hand and the keys move.
function handle(parent, radius, given) {
  const one = drawn("g", parent, { class: "pp-handle", "data-lm-suppress-shortcuts": "true", ...given });
  drawn("circle", one, { r: 22, class: "pp-hit-area" });
  drawn("circle", one, { r: radius + 6, class: "pp-focus-ring" });
  drawn("circle", one, { r: radius, class: "pp-knob" });
  return one;
}

const SLIDER = ["role", "tabindex", "aria-valuemin", "aria-valuemax", "aria-valuenow", "aria-valuetext", "aria-label", "aria-labelledby"];
const asleep = (one) => shaped(one, Object.fromEntries(SLIDER.map((name) => [name, null])));

// The pointer on a drawing: `put(x, y)` in its own px. Where a finger may also scroll the page (`scrolls`), it sets
// nothing before it has gone along the line or is lifted.
function pointed(svg, scrolls, asking, put, start, end) {
  const at = (event) => {
    const area = svg.getBoundingClientRect();
    put(event.clientX - area.left, event.clientY - area.top);
  };
  let down = null;
  svg.addEventListener("pointerdown", (event) => {
    if (!asking() || event.button > 0) return;
    down = event.pointerId;
    svg.setPointerCapture(down);
    event.preventDefault();
    start(event);
    if (!scrolls || event.pointerType === "mouse") at(event);
  });
  svg.addEventListener("pointermove", (event) => { if (event.pointerId === down && asking()) at(event); });
  svg.addEventListener("pointerup", (event) => {
    if (event.pointerId !== down) return;
    down = null;
    if (asking()) at(event);
    end();
  });
  svg.addEventListener("pointercancel", () => { down = null; end(); });
}

const long = (text) => text.getComputedTextLength();

// Numbers at a line: as many as have room; the first and the last are drawn in from the edge.
function numbered(texts, x, width) {
  const sizes = texts.map(long);
  const middle = (n) => within(x(n), sizes[n] / 2, width - sizes[n] / 2);
  const shown = (every) => texts.map((_, n) => n).filter((n) => n % every === 0);
  const fits = (every) => shown(every).every((n, k, all) => k === 0 || middle(n) - sizes[n] / 2 - 8 >= middle(all[k - 1]) + sizes[all[k - 1]] / 2);
  let every = 1;
  while (every < texts.length && !fits(every)) every += 1;
  texts.forEach((text, n) => shaped(text, { x: middle(n), "text-anchor": "middle", visibility: n % every ? "hidden" : null }));
}

const HIGH = [13, 5]; // of a label over and under its line

// The place for a label, of those that are offered, at which it covers the least; `taken` are boxes, `points` lines.
function settled(text, offers, taken, points, area) {
  const wide = long(text);
  let best = null;
  for (const [x, y, anchor] of offers) {
    const left = x - { start: 0, middle: wide / 2, end: wide }[anchor];
    const it = [left - 4, y - HIGH[0] - 2, left + wide + 4, y + HIGH[1] + 2];
    let cost = 0;
    if (it[0] < area[0] || it[2] > area[2] || it[1] < area[1] || it[3] > area[3]) cost += 1000;
    for (const one of taken) if (it[0] < one[2] && one[0] < it[2] && it[1] < one[3] && one[1] < it[3]) cost += 1000;
    for (const [px, py] of points) if (px > it[0] && px < it[2] && py > it[1] && py < it[3]) cost += 1;
    if (best === null || cost < best.cost) best = { cost, x, y, anchor, it };
    if (cost === 0) break;
  }
  shaped(text, { x: best.x, y: best.y, "text-anchor": best.anchor });
  taken.push(best.it);
}

// The truth is painted over the guess; whoever wants no motion finds it there.
function painted(path, fresh) {
  path.classList.toggle("pp-painting", fresh);
  shaped(path, { pathLength: fresh ? 1 : null });
  if (fresh) path.addEventListener("animationend", () => painted(path, false), { once: true });
}

