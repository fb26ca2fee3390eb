// The storyboard: panels in a grid, carried by hand or by keys; the open one has its desk under its row.
function render({ model, el }) {
  const words = model.get("words");
  const guarded = { "data-lm-suppress-shortcuts": "true" };
  const signs = new Map(model.get("silhouettes").map((one) => [one.name, one]));
  const box = made("section", el, "", { class: "pp-part pp-story", "aria-label": words.title });
  for (const [name, colour] of Object.entries(words.colours)) box.style.setProperty(`--pp-film-${name}`, colour);
  const acts = acting(model, box);
  const none = made("p", box, "", { class: "pp-empty" });
  const head = made("div", box, "", { class: "pp-story-head" });
  const count = made("p", head, "", { class: "pp-story-count", role: "status" });
  const wanted = made("ul", head, "", { class: "pp-story-wanted" });
  const bar = made("div", box, "", { class: "pp-row pp-story-bar" });
  const here = () => ({ piece: model.get("shown").id });
  let expects = 0; // the act whose new panel is opened when it is there
  pressed(bar, words.add, "plain", () => { expects = acts.act("add", { ...here(), id: model.get("shown").panels.at(-1)?.id ?? "" }); });
  const script = pressed(bar, words.script, "plain", () => acts.act("script", here()));
  const undo = undoing(model, box, bar, acts, words);
  const format = made("label", bar, "", { class: "pp-story-format" });
  made("span", format, words.format, { class: "pp-label" });
  const formats = made("select", format, "", { class: "pp-in", ...guarded });
  for (const [id, text] of words.formats) made("option", formats, text, { value: id });
  formats.addEventListener("change", (event) => { event.stopPropagation(); acts.act("format", { ...here(), value: formats.value }); });
  formats.addEventListener("keydown", (event) => event.stopPropagation());
  const grid = made("div", box, "", { class: "pp-story-grid" });
  made("p", box, words.keys, { class: "pp-story-keys" });

  // pictures of the plan, as addresses of this page
  const addresses = new Map();
  const address = (id) => (id ? addresses.get(id)?.url ?? "" : "");
  function bring() {
    const now = model.get("pictures");
    for (const [id, one] of addresses) if (now[id]?.byteLength !== one.size) { URL.revokeObjectURL(one.url); addresses.delete(id); }
    for (const [id, block] of Object.entries(now)) {
      if (!addresses.has(id) && block.byteLength) addresses.set(id, { size: block.byteLength, url: URL.createObjectURL(new Blob([block], { type: "image/jpeg" })) });
    }
  }

  const cards = new Map(); // id → its nodes
  let order = null, lifted = "", waits = 0; // the order that the hand has made, while the plan has not heard of it
  const panels = () => model.get("shown").panels ?? [];
  const ids = () => {
    const now = panels().map((one) => one.id);
    return order && order.length === now.length && order.every((one) => now.includes(one)) ? order : now;
  };
  const numberOf = (id) => ids().indexOf(id) + 1;

  const bench = desk({
    model, words, signs, acts, address, say: undo.say,
    onClose: () => { const id = model.get("value"); open(""); cards.get(id)?.open.focus(); },
    onDrawn: (id, drawing) => paintFrame(cards.get(id).svg, drawing, model.get("shown").proportions, signs, address),
    onMove: (id, by) => { const at = numberOf(id) - 1 + by; if (at >= 0 && at < ids().length) carryTo(id, at); },
  });

  function card(id) {
    const node = made("div", null, "", { class: "pp-still", role: "group", "data-panel": id });
    const button = made("button", node, "", { type: "button", class: "pp-still-open", ...guarded });
    button.addEventListener("click", () => open(model.get("value") === id ? "" : id));
    const svg = drawnIn(button, "svg", { class: "pp-still-svg", "aria-hidden": "true" });
    const line = made("div", node, "", { class: "pp-still-line" });
    const number = made("b", line, "", { class: "pp-still-n", "aria-hidden": "true" });
    const seconds = made("span", line, "", { class: "pp-still-s" });
    const sign = made("span", line, "", { class: "pp-still-sign" });
    const handle = made("button", line, "", { type: "button", class: "pp-still-handle", ...guarded });
    handle.innerHTML = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 1l3.4 4H11v4h4V6.600l4 3.400-4 3.400V11h-4v4h2.400L10 19l-3.400-4H9v-4H5v2.400L1 10l4-3.400V9h4V5H6.600z" fill="currentColor"/></svg>';
    handle.addEventListener("keydown", (event) => handleKeys(event, id));
    handle.addEventListener("click", () => { if (!handle.dragged) lifted === id ? drop(id) : lift(id); });
    handle.addEventListener("keyup", (event) => { if (event.key === " ") event.preventDefault(); }); // it was a press already
    handle.addEventListener("blur", () => setTimeout(() => { if (lifted === id && document.activeElement !== handle && !hand) letGo(); }));
    handle.addEventListener("pointerdown", (event) => grab(event, id));
    const text = made("div", node, "", { class: "pp-still-text" });
    const one = { node, open: button, svg, number, seconds, sign, handle, text, told: "" };
    cards.set(id, one);
    return one;
  }

  function fill(one, panel, n, all) {
    const drawing = bench.drawing(panel.id) ?? model.get("drawings")[panel.id];
    const shape = model.get("shown").proportions;
    if (drawing) paintFrame(one.svg, drawing, shape, signs, address);
    one.open.style.setProperty("--pp-ratio", shape[0] / shape[1]);
    const told = JSON.stringify([panel, n, all]);
    if (one.told === told) return;
    one.told = told;
    const choice = (name) => words.choices[name].find(([id]) => id === panel[name] && id)?.[1].split(":")[0] ?? "";
    const seconds = panel.seconds ? words.seconds.replace("{s}", panel.seconds) : words["no seconds"];
    one.number.textContent = n;
    one.seconds.textContent = seconds;
    one.sign.replaceChildren();
    if (panel.sign) { signed(panel.sign, one.sign); made("span", one.sign, words.signs[panel.sign], { class: "pp-hidden" }); }
    const what = [panel.action, choice("size"), seconds].filter(Boolean).join(", ");
    one.open.setAttribute("aria-label", words.open.replace("{n}", n).replace("{what}", what));
    one.node.setAttribute("aria-label", words.desk.replace("{n}", n));
    one.handle.setAttribute("aria-label", words.handle.replace("{n}", n));
    one.text.replaceChildren();
    made("p", one.text, panel.action || words.blank, { class: panel.action ? "pp-still-action" : "pp-still-action pp-still-blank" });
    const look = [choice("size"), choice("angle"), choice("move"), panel.sound].filter(Boolean).join(" · ");
    if (look) made("p", one.text, look, { class: "pp-still-look" });
    if (panel.came) made("p", one.text, panel.came, { class: "pp-still-look" });
    if (panel.words) made("p", one.text, panel.words, { class: "pp-still-words" });
  }

  function show() {
    const shown = model.get("shown");
    none.textContent = shown.id ? words.none : words["no piece"];
    none.hidden = Boolean(shown.id && shown.panels?.length);
    for (const one of [head, bar, grid, box.lastChild]) if (one.classList) one.hidden = !shown.id;
    if (!shown.id) return;
    if (waits && acts.done(waits)) { waits = 0; order = null; }
    if (count.textContent !== shown.total) count.textContent = shown.total;
    const list = shown.wanted.join("\n");
    if (wanted.dataset.list !== list) { wanted.dataset.list = list; wanted.replaceChildren(...shown.wanted.map((one) => made("li", null, one))); }
    script.hidden = !shown.unshown;
    if (formats.value !== shown.format && document.activeElement !== formats) formats.value = shown.format;
    const now = new Map(shown.panels.map((one) => [one.id, one]));
    const gone = [...cards].filter(([id]) => !now.has(id));
    const focused = gone.some(([, one]) => one.node.contains(document.activeElement)) || (!now.has(bench.id) && bench.box.contains(document.activeElement));
    const place = gone.length ? [...grid.querySelectorAll(".pp-still")].indexOf(gone[0][1].node) : 0;
    for (const [id, one] of gone) { one.node.remove(); cards.delete(id); }
    bring();
    lay();
    const came = expects && acts.done(expects) ? acts.came(expects) : "";
    if (expects && acts.done(expects)) expects = 0;
    if (came && now.has(came)) { open(came); bench.node.focus(); }
    else if (focused) ([...cards.values()].sort((a, b) => Number(a.number.textContent) - Number(b.number.textContent))[Math.min(place, cards.size - 1)]?.open ?? bar.firstChild).focus();
  }

  // every panel at its place, the desk behind the open one; a node moves only where it stands elsewhere
  function lay() {
    const held = document.activeElement;
    const now = new Map(panels().map((one) => [one.id, one])), all = ids();
    const value = model.get("value");
    const wantedNodes = [];
    all.forEach((id, n) => {
      const one = cards.get(id) ?? card(id);
      fill(one, now.get(id), n + 1, all.length);
      one.open.setAttribute("aria-expanded", String(value === id));
      one.node.toggleAttribute("data-open", value === id);
      one.handle.setAttribute("aria-pressed", String(lifted === id));
      one.node.toggleAttribute("data-lifted", lifted === id);
      wantedNodes.push(one.node);
      if (value === id) wantedNodes.push(bench.box);
    });
    if (!now.has(value)) bench.box.remove();
    else bench.show(now.get(value), numberOf(value), all.length, model.get("shown"));
    wantedNodes.forEach((node, n) => { if (grid.children[n] !== node) grid.insertBefore(node, grid.children[n] ?? null); });
    if (held && held !== document.activeElement && box.contains(held)) held.focus({ preventScroll: true });
  }

  function open(id) {
    if (model.get("value") === id) return;
    bench.flush();
    model.set("value", id);
    model.save_changes();
    if (id) cards.get(id)?.node.scrollIntoView({ block: "nearest" });
  }

  // another place: by keys, by the desk's buttons, by hand
  function carryTo(id, to) {
    const from = panels().findIndex((one) => one.id === id), now = ids().filter((one) => one !== id);
    now.splice(to, 0, id);
    order = now;
    if (from !== to) waits = acts.act("carry", { ...here(), id, by: to - from });
    else order = null;
    undo.say(words.put.replace("{n}", to + 1));
    lay();
  }
  const lift = (id) => { lifted = id; undo.say(words.lifted.replace("{n}", numberOf(id))); lay(); };
  const drop = (id) => { lifted = ""; carryTo(id, ids().indexOf(id)); };
  const letGo = () => { lifted = ""; order = null; undo.say(words.back); lay(); };
  const shift = (now, place) => {
    order = now;
    undo.say(words.at.replace("{n}", place + 1).replace("{all}", now.length));
    lay();
    cards.get(now[place]).node.scrollIntoView({ block: "nearest" });
  };
  const handleKeys = (event, id) =>
    carryByKeys(event, id, { ids: ids(), held: lifted === id, lift, put: drop, shift, back: letGo, across: true });

  let hand = false;
  function grab(event, id) {
    const marks = () => { for (const one of cards.values()) delete one.node.dataset.drop; };
    let to = -1;
    carry(event, cards.get(id).handle, cards.get(id).node, {
      raise: () => { hand = true; lifted = id; lay(); },
      over: (x, y) => { // the nearest panel, and the side of it
        marks();
        let best = null, least = Infinity;
        for (const [each, one] of cards) {
          const r = one.node.getBoundingClientRect(), cx = r.left + r.width / 2, cy = r.top + Math.min(r.height, 200) / 2;
          const far = Math.hypot(x - cx, y - cy);
          if (far < least) { least = far; best = [each, one, r.width > box.clientWidth * 0.7 ? y > cy : x > cx]; }
        }
        if (!best) return;
        const rest = ids().filter((one) => one !== id), at = rest.indexOf(best[0]);
        to = best[0] === id ? ids().indexOf(id) : at + (best[2] ? 1 : 0);
        if (best[0] !== id) best[1].node.dataset.drop = best[2] ? "after" : "before";
      },
      drop: () => { marks(); hand = false; lifted = ""; if (to >= 0) carryTo(id, to); else lay(); cards.get(id)?.handle.focus({ preventScroll: true }); },
      back: () => { marks(); hand = false; lifted = ""; lay(); },
    });
  }

  show();
  model.on("change:shown change:drawings change:pictures change:heard", show);
  model.on("change:value", lay);
  model.on("change:brought", () => bench.brought(model.get("brought")));
  return () => { bench.flush(); for (const one of addresses.values()) URL.revokeObjectURL(one.url); };
}

export default { render };
