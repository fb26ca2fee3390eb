// The desk of the open panel: its frame, to carry silhouettes, draw and erase in, and its fields. It keeps its nodes while
// the plan changes; what the hand has done is shown until the kernel has heard of it.
const STROKES = 60, FIGURES = 20, NEAR = 16;

function desk({ model, words, signs, acts, address, onClose, onMove, onDrawn, say }) {
  const guarded = { "data-lm-suppress-shortcuts": "true" };
  const box = made("div", null, "", { class: "pp-desk", role: "group" });
  const head = made("div", box, "", { class: "pp-desk-head" });
  const title = made("h4", head, "", { class: "pp-desk-title", tabindex: "-1" });
  const earlier = pressed(head, words.earlier, "plain", () => onMove(id, -1));
  const later = pressed(head, words.later, "plain", () => onMove(id, 1));
  pressed(head, words.copy, "plain", () => acts.act("copy", of()));
  pressed(head, words.remove, "plain", () => acts.act("remove", of()));
  pressed(head, words.close, "quiet", () => onClose());
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  });
  const stage = made("div", box, "", { class: "pp-desk-stage" });
  const row = made("div", stage, "", { class: "pp-desk-tools" });
  const tools = made("div", row, "", { class: "pp-desk-tools", role: "radiogroup", "aria-label": words.tools });
  const frame = made("div", stage, "", { class: "pp-desk-frame" });
  const svg = drawnIn(frame, "svg", { class: "pp-desk-svg", role: "group" });
  const paper = drawnIn(svg, "rect", { width: 1000, class: "pp-frame-paper" });
  const image = drawnIn(svg, "image", { preserveAspectRatio: "xMidYMid meet", width: 1000 });
  const figures = drawnIn(svg, "g"), strokes = drawnIn(svg, "g"), fresh = drawnIn(svg, "path", { class: "pp-frame-stroke" });
  const about = made("div", stage, "", { class: "pp-desk-about", role: "group" });
  const palette = made("div", stage, "", { class: "pp-desk-signs", role: "group", "aria-label": words.signs });
  const behind = made("div", stage, "", { class: "pp-desk-behind" });
  const side = made("div", box, "", { class: "pp-desk-side" });
  const told = made("ul", side, "", { class: "pp-desk-told" });

  let id = "", tool = "carry", chosen = -1, mine = null, timer = 0, proportions = [16, 9];
  const of = () => ({ id, piece: model.get("shown").id });
  const high = () => heightOf(proportions);
  const held = () => model.get("drawings")[id] ?? { picture: "", figures: [], strokes: [] };
  const drawing = () => (mine?.id === id ? mine.drawing : held());

  // what the hand has done goes to the plan; a burst of keys is one step
  function put(next, wait = 0) {
    const before = mine?.id === id ? mine.before : held();
    mine = { id, drawing: next, before, turn: 0 };
    clearTimeout(timer);
    if (wait) timer = setTimeout(send, wait);
    else send();
    draw();
    onDrawn(id, next);
  }
  function send() {
    clearTimeout(timer);
    timer = 0;
    if (!mine || mine.turn) return;
    mine.turn = acts.act("draw", { id: mine.id, piece: model.get("shown").id, drawing: mine.drawing, seen: mine.before });
    mine.before = mine.drawing;
  }
  const settle = () => { if (mine?.turn && acts.done(mine.turn)) mine = null; };

  // tools
  const radios = [["carry", words.carry], ["draw", words.draw], ["erase", words.erase]].map(([name, text]) => {
    const one = made("button", tools, text, { type: "button", role: "radio", class: "pp-btn pp-plain pp-desk-tool", ...guarded });
    one.addEventListener("click", () => take(name));
    one.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      const next = radios[(radios.findIndex((it) => it.name === tool) + step + radios.length) % radios.length];
      take(next.name);
      next.one.focus();
    });
    return { name, one };
  });
  const wipe = pressed(row, words.strokes, "quiet", () => put({ ...drawing(), strokes: [] }));
  function take(name) {
    tool = name;
    svg.dataset.tool = name;
    for (const it of radios) {
      it.one.setAttribute("aria-checked", String(it.name === name));
      it.one.tabIndex = it.name === name ? 0 : -1;
    }
  }

  // silhouettes
  const full = (n) => say(words.full.replace("{n}", n));
  for (const sign of signs.values()) {
    const one = pressed(palette, "", "plain", () => {
      const now = drawing();
      if (now.figures.length >= FIGURES) return full(FIGURES);
      const size = model.get("comes")[shown.size ?? ""][sign.name];
      const step = (now.figures.length % 5) * 8;
      chosen = now.figures.length;
      put({ ...now, figures: [...now.figures, { name: sign.name, x: 34 + step, y: 50, size, turn: 0, mirrored: false }] });
      take("carry");
      figures.children[chosen]?.focus();
    }, { class: "pp-btn pp-plain pp-desk-sign" });
    const look = drawnIn(one, "svg", { viewBox: "-950 -560 1900 1120", "aria-hidden": "true" });
    drawnIn(look, "path", { d: sign.path });
    made("span", one, sign.words);
  }

  // the chosen silhouette, by keys and by buttons
  const change = (given, wait) => {
    const now = drawing(), one = now.figures[chosen];
    if (!one) return;
    const next = { ...one, ...given(one) };
    const bound = (value, low, most) => Math.max(low, Math.min(most, Math.round(value * 10) / 10));
    Object.assign(next, { x: bound(next.x, 0, 100), y: bound(next.y, 0, 100), size: bound(next.size, 5, 400), turn: ((next.turn + 540) % 360) - 180 });
    put({ ...now, figures: now.figures.map((it, n) => (n === chosen ? next : it)) }, wait);
  };
  const takeOut = () => {
    const now = drawing(), at = chosen;
    if (!now.figures[at]) return;
    chosen = -1;
    put({ ...now, figures: now.figures.filter((_, n) => n !== at) });
    (figures.children[Math.min(at, figures.children.length - 1)] ?? palette.firstChild).focus();
  };
  const toFront = () => {
    const now = drawing(), one = now.figures[chosen];
    if (!one) return;
    const rest = now.figures.filter((_, n) => n !== chosen);
    chosen = rest.length;
    put({ ...now, figures: [...rest, one] });
    figures.children[chosen]?.focus();
  };
  const aboutText = made("span", about, "", { class: "pp-desk-chosen" });
  for (const [text, act] of [
    [words.larger, () => change((it) => ({ size: it.size * 1.1 }), 300)],
    [words.smaller, () => change((it) => ({ size: it.size / 1.1 }), 300)],
    [words.left, () => change((it) => ({ turn: it.turn - 15 }), 300)],
    [words.right, () => change((it) => ({ turn: it.turn + 15 }), 300)],
    [words.mirror, () => change((it) => ({ mirrored: !it.mirrored }))],
    [words.front, toFront],
    [words.out, takeOut],
  ]) pressed(about, text, "plain", act);

  function keys(event) {
    const far = event.shiftKey ? 10 : 2, key = event.key;
    const step = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] }[key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step) change((it) => ({ x: it.x + step[0], y: it.y + step[1] }), 300);
    else if (key === "+" || key === "=") change((it) => ({ size: it.size * 1.1 }), 300);
    else if (key === "-" || key === "−") change((it) => ({ size: it.size / 1.1 }), 300);
    else if (event.code === "BracketLeft") change((it) => ({ turn: it.turn - 15 }), 300);
    else if (event.code === "BracketRight") change((it) => ({ turn: it.turn + 15 }), 300);
    else if (event.code === "KeyM") change((it) => ({ mirrored: !it.mirrored }));
    else if (key === "Delete" || key === "Backspace") takeOut();
    else if (key !== "Enter" && key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
  }

  // the hand in the frame
  const at = (event) => {
    const area = svg.getBoundingClientRect();
    return [((event.clientX - area.left) / area.width) * 1000, ((event.clientY - area.top) / area.height) * high()];
  };
  const follow = (event, move, end) => {
    svg.setPointerCapture(event.pointerId);
    const done = (last) => {
      svg.removeEventListener("pointermove", move);
      svg.removeEventListener("pointerup", done);
      svg.removeEventListener("pointercancel", done);
      end(last.type === "pointerup");
    };
    svg.addEventListener("pointermove", move);
    svg.addEventListener("pointerup", done);
    svg.addEventListener("pointercancel", done);
  };
  svg.addEventListener("pointerdown", (event) => {
    if (event.button > 0) return;
    if (tool === "draw") pen(event);
    else if (tool === "erase") rub(event);
    else {
      const one = event.target.closest("[data-figure]");
      if (one) drag(event, Number(one.dataset.figure));
    }
  });
  function pen(event) {
    event.preventDefault();
    let points = [at(event)];
    const show = () => fresh.setAttribute("d", strokePath(points.map(([x, y]) => [x.toFixed(1), ((y * 1000) / high()).toFixed(1)].join(",")).join(" "), high()));
    show();
    follow(event, (moved) => {
      points.push(...(moved.getCoalescedEvents?.() ?? [moved]).map(at));
      show();
    }, (well) => {
      fresh.removeAttribute("d");
      if (!well) return;
      const now = drawing(), next = strokesOf(points, high());
      if (now.strokes.length + next.length > STROKES) return full(STROKES);
      put({ ...now, strokes: [...now.strokes, ...next] });
    });
  }
  function rub(event) {
    event.preventDefault();
    const now = drawing(), gone = new Set();
    const touch = (moved) => {
      const [x, y] = at(moved);
      now.strokes.forEach((one, n) => {
        if (!gone.has(n) && near(one, x, y)) {
          gone.add(n);
          strokes.children[n]?.setAttribute("visibility", "hidden");
        }
      });
    };
    touch(event);
    follow(event, (moved) => (moved.getCoalescedEvents?.() ?? [moved]).forEach(touch), () => {
      if (gone.size) put({ ...now, strokes: now.strokes.filter((_, n) => !gone.has(n)) });
    });
  }
  function near(stroke, x, y) {
    const points = stroke.split(" ").map((one) => one.split(",").map(Number)).map(([a, b]) => [a, (b * high()) / 1000]);
    return points.some(([ax, ay], n) => {
      const [bx, by] = points[Math.min(n + 1, points.length - 1)];
      const run = (bx - ax) ** 2 + (by - ay) ** 2;
      const t = run ? Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / run)) : 0;
      return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) <= NEAR;
    });
  }
  function drag(event, n) {
    event.preventDefault();
    chosen = n;
    figures.children[n].focus({ preventScroll: true });
    const from = at(event), one = drawing().figures[n];
    let next = null;
    follow(event, (moved) => {
      const [x, y] = at(moved);
      next = { ...one, x: one.x + (x - from[0]) / 10, y: one.y + ((y - from[1]) / high()) * 100 };
      next.x = Math.max(0, Math.min(100, Math.round(next.x * 10) / 10));
      next.y = Math.max(0, Math.min(100, Math.round(next.y * 10) / 10));
      for (const [name, value] of Object.entries(figureLook(next, high()))) figures.children[n].lastChild.setAttribute(name, value);
    }, (well) => {
      if (well && next) change(() => ({ x: next.x, y: next.y }));
      else draw();
    });
  }

  // a picture behind it
  const file = made("input", behind, "", { type: "file", accept: "image/*,.tif,.tiff", class: "pp-hidden", ...guarded, tabindex: "-1", "aria-label": words.picture });
  pressed(behind, words.picture, "plain", () => file.click());
  file.addEventListener("change", async (event) => {
    event.stopPropagation();
    const one = file.files[0];
    if (!one) return;
    if (one.size > 25e6) note.textContent = words.large.replace("{name}", one.name).replace("{size}", Math.round(one.size / 1e6));
    else {
      note.textContent = words.sent.replace("{name}", one.name);
      await upload(model, box, one, { id });
    }
    file.value = "";
  });
  const which = control(behind, { name: "picture", label: words.behind, kind: "choice" }, acts, (_, __, value) => {
    put({ ...drawing(), picture: value });
    return 0;
  });
  const note = made("p", behind, "", { role: "status", class: "pp-desk-note" });

  // fields
  let shown = {};
  const commit = (of_, name, value, seen) => acts.act("put", { id: of_, piece: model.get("shown").id, name, value, seen });
  const fields = [
    { name: "action", label: words.action, kind: "long", wide: true },
    { name: "seconds", label: words.time, kind: "number" },
    { name: "size", label: words.size, kind: "choice", options: words.choices.size },
    { name: "angle", label: words.angle, kind: "choice", options: words.choices.angle },
    { name: "move", label: words.move, kind: "choice", options: words.choices.move },
    { name: "transition", label: words.transition, kind: "choice", options: words.choices.transition },
    { name: "sound", label: words.sound, wide: true },
    { name: "line", label: words.line, kind: "choice", wide: true },
    { name: "shot", label: words.shot, kind: "choice", wide: true },
  ].map((one) => ({ name: one.name, ...control(side, one, acts, commit) }));
  side.append(told);

  function draw() {
    settle();
    const now = drawing(), h = high();
    svg.setAttribute("viewBox", `0 0 1000 ${h}`);
    frame.style.setProperty("--pp-ratio", 1000 / h);
    paper.setAttribute("height", h);
    image.setAttribute("height", h);
    const url = address(now.picture);
    url ? image.setAttribute("href", url) : image.removeAttribute("href");
    fresh.setAttribute("stroke-width", PEN * shortOf(h));
    while (figures.children.length > now.figures.length) figures.lastChild.remove();
    now.figures.forEach((one, n) => {
      let node = figures.children[n];
      if (!node) {
        node = drawnIn(figures, "g", { tabindex: 0, role: "button", "data-figure": n, class: "pp-desk-figure", ...guarded });
        drawnIn(node, "path", { class: "pp-frame-figure" });
        node.addEventListener("keydown", keys);
        node.addEventListener("focus", () => { chosen = n; marked(); });
      }
      const path = node.lastChild, sign = signs.get(one.name);
      if (path.getAttribute("d") !== (sign?.path ?? "")) path.setAttribute("d", sign?.path ?? "");
      for (const [name, value] of Object.entries(figureLook(one, h))) path.setAttribute(name, value);
      node.setAttribute("aria-label", figureSaid(one));
    });
    const told_ = JSON.stringify([now.strokes, h]);
    if (strokes.dataset.now !== told_) {
      strokes.dataset.now = told_;
      strokes.replaceChildren();
      for (const one of now.strokes) drawnIn(strokes, "path", { d: strokePath(one, h), class: "pp-frame-stroke", "stroke-width": PEN * shortOf(h) });
    }
    wipe.hidden = !now.strokes.length;
    if (chosen >= now.figures.length) chosen = -1;
    marked();
  }
  const figureSaid = (one) => words.figure.replace("{what}", signs.get(one.name)?.words ?? one.name).replace("{x}", Math.round(one.x)).replace("{y}", Math.round(one.y)).replace("{size}", Math.round(one.size));
  function marked() {
    const one = drawing().figures[chosen];
    [...figures.children].forEach((node, n) => node.setAttribute("aria-pressed", String(n === chosen)));
    about.hidden = !one;
    if (one) { aboutText.textContent = figureSaid(one); about.setAttribute("aria-label", figureSaid(one)); }
  }

  take("carry");
  return {
    box,
    node: title,
    get id() { return id; },
    drawing: (of_) => (mine?.id === of_ ? mine.drawing : null),
    show: (panel, n, all, whole) => {
      if (panel.id !== id) {
        if (timer) send();
        fields.forEach((one) => one.flush());
        id = panel.id;
        mine = null;
        chosen = -1;
        note.textContent = "";
      }
      shown = panel;
      proportions = whole.proportions;
      const name = words.desk.replace("{n}", n);
      if (title.textContent !== name) title.textContent = name;
      box.setAttribute("aria-label", name);
      svg.setAttribute("aria-label", words.frame.replace("{n}", n));
      earlier.setAttribute("aria-disabled", String(n === 1));
      later.setAttribute("aria-disabled", String(n === all));
      for (const one of fields) {
        if (one.name === "line") one.fill(whole.lines);
        if (one.name === "shot") one.fill(whole.shots);
        one.show(panel.id, panel[one.name]);
      }
      which.fill(whole.pictures);
      which.box.hidden = whole.pictures.length < 2;
      which.show(panel.id, drawing().picture);
      const list = panel.told.join("\n");
      if (told.dataset.list !== list) {
        told.dataset.list = list;
        told.replaceChildren(...panel.told.map((one) => made("li", null, one)));
      }
      draw();
    },
    brought: (given) => { if (given.id === id) note.textContent = given.told; },
    flush: () => { if (timer) send(); fields.forEach((one) => one.flush()); },
  };
}
