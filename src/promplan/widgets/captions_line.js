// The timeline: seconds from left to right, a block for each caption, the chosen one with two ends to take hold of.
const LANE = 56, RULER = 26, STRIP = 22, GRIP = 22; // px; a grip is as wide on either side of its edge
const SVGNS = "http://www.w3.org/2000/svg";

function svgIn(parent, tag, given = {}, text = "") {
  const one = document.createElementNS(SVGNS, tag);
  for (const [name, value] of Object.entries(given)) one.setAttribute(name, value);
  if (text) one.textContent = text;
  parent?.append(one);
  return one;
}

const clock = (seconds) => {
  const thousandths = Math.round(seconds * 1000), m = Math.floor(thousandths / 60000);
  const s = ((thousandths % 60000) / 1000).toFixed(3).replace(/\.?0+$/, "");
  return `${m}:${s.split(".")[0].padStart(2, "0")}.${(s.split(".")[1] ?? "0")}`;
};

// A time as people write it, or null: the kernel says what is wrong with it.
function secondsOf(text) {
  if (typeof text === "number") return text;
  const hit = text.trim().replaceAll(",", ".").match(/^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5}(?:\.\d{1,3})?)$/);
  return hit ? Math.round(1000 * (Number(hit[1] ?? 0) * 3600 + Number(hit[2] ?? 0) * 60 + Number(hit[3]))) / 1000 : null;
}

function timeline({ words, box, choose, nudge, put, other }) {
  const guarded = { "data-lm-suppress-shortcuts": "true" };
  const bar = made("div", box, "", { class: "pp-row pp-caps-zoom" });
  const frame = made("div", box, "", { class: "pp-caps-frame" });
  const svg = svgIn(frame, "svg", { class: "pp-caps-line", role: "group", "aria-label": words.timeline });
  const ruler = svgIn(svg, "g", { "aria-hidden": "true", class: "pp-caps-ruler" });
  const strip = svgIn(svg, "g", { "aria-hidden": "true", class: "pp-caps-strip" });
  const lane = svgIn(svg, "g");
  const ends = svgIn(svg, "g");
  let scale = 40, cues = [], chosen = -1, live = null, whole = 10, film = null, panels = [];
  const note = made("span", bar, words.sideways, { class: "pp-caps-wide" });
  let fitted = false;
  const fit = () => { // at first all of it is seen, as far as it can be read so small
    if (fitted || !frame.clientWidth || !cues.length) return;
    fitted = true;
    const room = frame.clientWidth - 24, word = 7.4 * words.film.length;
    scale = Math.max(16, Math.min(40, (room - 43) / length(), film ? (room - 5 - word) / film : 40));
  };
  const length = () => Math.min(36000, Math.ceil(Math.max(0, ...cues.map((one) => one.end), film ?? 0, ...panels.map(([, end]) => end))) + 3);
  const hint = () => { note.hidden = !frame.clientWidth || svg.getAttribute("width") <= frame.clientWidth; };
  const sized = new ResizeObserver(() => { fit(); draw(); hint(); }); // of its width alone: it gives the frame no other
  sized.observe(bar);
  const zoom = (by) => { scale = Math.max(8, Math.min(160, scale * by)); drawn = ""; draw(); reveal(); hint(); };
  pressed(bar, words.wider, "quiet", () => zoom(1.5));
  pressed(bar, words.closer, "quiet", () => zoom(1 / 1.5));
  let drawn = "";
  const x = (seconds) => Math.round(seconds * scale * 10) / 10 + 8;
  const cueAt = (n) => (live?.n === n ? { ...cues[n], ...live.times } : cues[n]);

  const blocks = [];
  function block(n) {
    const node = svgIn(lane, "g", { role: "button", "data-cue": n, class: "pp-cue", ...guarded });
    svgIn(node, "rect", { y: RULER, height: LANE, rx: 3 });
    svgIn(node, "text", { y: RULER + 22, class: "pp-cue-n" });
    svgIn(node, "text", { y: RULER + 42, class: "pp-cue-text" });
    svgIn(node, "path", { class: "pp-cue-sign", d: "M8 0L16 14H0z" });
    node.addEventListener("focus", () => choose(n, "line"));
    node.addEventListener("pointerdown", (event) => { if (event.button === 0) { node.focus({ preventScroll: true }); hold(event, n, "whole"); } });
    node.addEventListener("keydown", (event) => keys(event, n));
    return node;
  }

  const grips = ["start", "end"].map((edge) => {
    const node = svgIn(ends, "g", { role: "slider", tabindex: 0, class: "pp-grip", "data-edge": edge, ...guarded });
    svgIn(node, "rect", { class: "pp-grip-area", y: RULER - 4, width: 2 * GRIP, height: LANE + 8 });
    svgIn(node, "rect", { class: "pp-grip-bar", y: RULER + 6, width: 7, height: LANE - 12, rx: 3 });
    node.addEventListener("pointerdown", (event) => { if (event.button === 0 && chosen >= 0) { node.focus({ preventScroll: true }); hold(event, chosen, edge); } });
    node.addEventListener("keydown", (event) => gripKeys(event, edge));
    return { edge, node };
  });

  function gripKeys(event, edge) {
    const step = { ArrowLeft: -0.1, ArrowDown: -0.1, ArrowRight: 0.1, ArrowUp: 0.1, PageDown: -1, PageUp: 1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    nudge(chosen, edge, event.shiftKey && Math.abs(step) < 1 ? 10 * step : step);
    event.preventDefault();
    event.stopPropagation();
  }

  function keys(event, n) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const side = { ArrowLeft: -0.1, ArrowRight: 0.1 }[event.key];
    const to = { ArrowUp: n - 1, ArrowDown: n + 1, Home: 0, End: cues.length - 1 }[event.key];
    if (side) nudge(n, "whole", event.shiftKey ? 10 * side : side);
    else if (to !== undefined) blocks[Math.max(0, Math.min(cues.length - 1, to))]?.focus();
    else if (event.code === "KeyS") other("split", n);
    else if (event.code === "KeyJ") other("join", n);
    else if (event.key === "Delete" || event.key === "Backspace") other("remove", n);
    else if (event.key === "Enter" || event.key === " ") other("text", n);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // an end or a whole block in the hand: the numbers run along, and are saved when it is let go
  function hold(event, n, edge) {
    const from = event.clientX, { start, end } = cues[n], node = event.currentTarget;
    event.preventDefault();
    node.setPointerCapture(event.pointerId);
    const round = (value) => Math.round(value * 100) / 100;
    const move = (moved) => {
      const by = (moved.clientX - from) / scale;
      if (!live && Math.abs(moved.clientX - from) < 3) return;
      const times = { start, end };
      if (edge !== "end") times.start = edge === "start" ? Math.max(0, Math.min(end - 0.1, round(start + by))) : round(start + Math.max(by, -start));
      if (edge !== "start") times.end = edge === "end" ? Math.max(start + 0.1, round(end + by)) : round(end + Math.max(by, -start));
      live = { n, times };
      draw();
      choose(n, "drag", times);
    };
    const done = (last) => {
      for (const [name, act] of [["pointermove", move], ["pointerup", done], ["pointercancel", done]]) node.removeEventListener(name, act);
      const times = live?.times;
      live = null;
      if (times && last.type === "pointerup") put(n, times);
      draw();
      if (times && last.type !== "pointerup") choose(n, "drag", { start, end });
    };
    for (const [name, act] of [["pointermove", move], ["pointerup", done], ["pointercancel", done]]) node.addEventListener(name, act);
  }

  function back() { // ruler, panels and the film's end: drawn anew only where they have changed
    whole = length();
    const told = JSON.stringify([whole, scale, panels, film]);
    if (drawn === told) return;
    drawn = told;
    svg.dataset.scale = scale; // px of a second
    const step = [0.5, 1, 2, 5, 10, 30, 60, 300].find((one) => one * scale >= 62) ?? 600;
    const ends = [x(whole), x(step * Math.floor(whole / step)) + 3 + 40, film ? x(film) + 5 + 7.4 * words.film.length : 0];
    const width = Math.max(...ends) + 8, high = RULER + LANE + STRIP + 14;
    for (const [name, value] of [["width", width], ["height", high], ["viewBox", `0 0 ${width} ${high}`]]) svg.setAttribute(name, value);
    ruler.replaceChildren();
    for (let at = 0; at <= whole; at += step) {
      svgIn(ruler, "line", { x1: x(at), x2: x(at), y1: RULER - 7, y2: RULER + LANE + 4 });
      svgIn(ruler, "text", { x: x(at) + 3, y: 14 }, clock(at).replace(/\.0$/, ""));
    }
    strip.replaceChildren();
    panels.forEach(([from, to], n) => {
      if (to <= from) return;
      svgIn(strip, "rect", { x: x(from), width: Math.max(1, (to - from) * scale - 1), y: RULER + LANE + 8, height: STRIP });
      if ((to - from) * scale > 20) svgIn(strip, "text", { x: x(from) + 5, y: RULER + LANE + 24 }, (to - from) * scale > 84 ? words.panel.replace("{n}", n + 1) : String(n + 1));
    });
    if (film) {
      svgIn(strip, "line", { x1: x(film), x2: x(film), y1: RULER - 7, y2: RULER + LANE + STRIP + 10, class: "pp-caps-end" });
      svgIn(strip, "text", { x: x(film) + 5, y: RULER + LANE + 24 }, words.film);
    }
  }

  function draw() {
    back();
    while (blocks.length > cues.length) blocks.pop().remove();
    cues.forEach((_, n) => {
      const node = (blocks[n] ??= block(n)), one = cueAt(n), [rect, number, text, sign] = node.children;
      const left = x(one.start), width = Math.max(6, (one.end - one.start) * scale);
      rect.setAttribute("x", left);
      rect.setAttribute("width", width);
      number.setAttribute("x", left + 7);
      text.setAttribute("x", left + 7);
      const label = String(n + 1), room = Math.floor((width - 12) / 7.4), line = one.text.replace(/\s+/g, " ");
      if (number.textContent !== label) number.textContent = label;
      const cut = room < 4 ? "" : line.length > room ? `${line.slice(0, room - 1)}…` : line;
      if (text.textContent !== cut) text.textContent = cut;
      sign.setAttribute("transform", `translate(${left + Math.max(width - 22, width < 30 ? 5 : 26)} ${RULER + (width < 30 ? 34 : 9)})`);
      sign.style.display = one.faults.length ? "" : "none";
      number.style.display = width < 24 ? "none" : "";
      node.classList.toggle("pp-faulty", one.faults.length > 0);
      node.setAttribute("aria-pressed", String(n === chosen));
      node.setAttribute("tabindex", n === Math.max(0, chosen) ? 0 : -1);
      const said = words.cue.replace("{n}", n + 1).replace("{start}", clock(one.start)).replace("{end}", clock(one.end)).replace("{text}", line);
      node.setAttribute("aria-label", one.faults.length ? `${said}; ${words.faulty.replace("{n}", one.faults.length)}` : said);
    });
    const one = chosen >= 0 && chosen < cues.length ? cueAt(chosen) : null;
    for (const { edge, node } of grips) {
      node.style.display = one ? "" : "none";
      if (!one) continue;
      const at = x(one[edge]), out = edge === "start" ? -GRIP * 1.6 : -GRIP * 0.4; // mostly outside: the block keeps its middle
      node.children[0].setAttribute("x", at + out);
      node.children[1].setAttribute("x", at - 3.5);
      node.setAttribute("aria-label", words[`${edge} of`].replace("{n}", chosen + 1));
      node.setAttribute("aria-valuemin", 0);
      node.setAttribute("aria-valuemax", whole);
      node.setAttribute("aria-valuenow", one[edge]);
      node.setAttribute("aria-valuetext", clock(one[edge]));
    }
  }

  function reveal() {
    const one = cues[chosen];
    if (!one) return;
    const from = x(one.start) - 60, to = x(one.end) + 60;
    if (from < frame.scrollLeft) frame.scrollLeft = from;
    else if (to > frame.scrollLeft + frame.clientWidth) frame.scrollLeft = Math.min(from, to - frame.clientWidth);
  }

  return {
    show: (now, given) => { cues = now; film = given.film; panels = given.panels; if (chosen >= cues.length) chosen = cues.length - 1; fit(); draw(); hint(); },
    end: () => sized.disconnect(),
    choose: (n) => { if (n === chosen) return; chosen = n; draw(); reveal(); },
    focus: (n) => blocks[n]?.focus(),
    get held() { return live !== null; },
  };
}
