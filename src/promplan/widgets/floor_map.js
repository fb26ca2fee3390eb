// The map of the visit. The plant's site is drawn once; stops, ways and the route are patched where they stand. What a
// hand does on the picture, the list of places does by keys: the picture itself is an image with its words beside it.
const SVG = "http://www.w3.org/2000/svg";
const NEAR = 44; // px from a tap to the place that it means
const SNAP = 34; // px from a stop that is let go to the place that takes it
const FAR = 6; // px until a press becomes a drag

function render({ model, el }) {
  const words = model.get("words");
  const me = `pp${Math.random().toString(36).slice(2)}`;
  const guarded = { "data-lm-suppress-shortcuts": "true" };
  const filled = (text, given) => text.replace(/\{(\w+)\}/g, (_, name) => given[name]);
  const box = made("section", el, "", { class: "pp-part pp-floor", "aria-label": words.title });
  const total = made("p", box, "", { class: "pp-floor-total", role: "status" });
  const told = made("ul", box, "", { class: "pp-floor-told" });
  const body = made("div", box, "", { class: "pp-floor-body" });
  const map = made("div", body, "", { class: "pp-floor-map", role: "img" });
  const route = made("div", body, "", { class: "pp-floor-route" });
  made("b", route, words.route, { class: "pp-label", id: `${me}r` });
  const none = made("p", route, words.none, { class: "pp-empty" });
  const list = made("ol", route, "", { "aria-labelledby": `${me}r` });
  const places = made("div", body, "", { class: "pp-floor-places" });
  made("b", places, words.places, { class: "pp-label", id: `${me}p` });
  const choices = made("ul", places, "", { role: "listbox", "aria-multiselectable": "true", "aria-labelledby": `${me}p` });
  made("p", body, words.keys, { class: "pp-floor-keys" });
  const key = made("div", body, "", { class: "pp-floor-key" });
  const live = made("p", box, "", { role: "status", class: "pp-hidden" });
  const say = (text) => { live.textContent = text; };

  const marks = new Map(); // stop id → its mark on the map
  const items = new Map(); // stop id → its line of the route
  const options = new Map(); // place id → its line in the list
  const dots = new Map(); // place id → its dot on the map
  const zones = []; // the zones' words on the map
  const adding = new Map(); // place id → turn: a stop was asked for there, and is not heard of yet
  const pending = new Map(); // stop id → { spot, turn }: put by this hand, and not yet heard of
  let site = {}, lines = null, current = "", open = "", lifted = "", at = "", turn = 0, dragging = false, pressing = false;
  const stops = () => model.get("shown").stops ?? [];
  const stopAt = (place) => stops().find((one) => one.place === place);
  const stopOf = (id) => stops().find((one) => one.id === id);
  const placeOf = (id) => site.places.find((one) => one.id === id);
  const spotOf = (one) => pending.get(one.id)?.spot ?? one.spot;
  const percent = ([x, y]) => ({ left: `${(100 * x) / site.width}%`, top: `${(100 * y) / site.height}%` });
  const drawn = (tag, parent, given) => {
    const one = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(given)) one.setAttribute(name, value);
    parent.append(one);
    return one;
  };

  // the plant's own
  function lay() {
    site = model.get("site");
    map.replaceChildren();
    choices.replaceChildren();
    key.replaceChildren();
    for (const one of [marks, options, dots]) one.clear();
    zones.length = 0;
    if (!site.width) return;
    map.setAttribute("aria-label", site.alt);
    map.style.aspectRatio = `${site.width} / ${site.height}`;
    const svg = drawn("svg", map, { viewBox: `0 0 ${site.width} ${site.height}`, preserveAspectRatio: "none", "aria-hidden": "true" });
    const unit = site.width / 60, kept = drawn("defs", svg, {});
    const hatch = (id, path) => {
      const one = drawn("pattern", kept, { id: `${me}${id}`, width: unit, height: unit, patternUnits: "userSpaceOnUse" });
      drawn("path", one, { d: path, class: "pp-floor-hatch" });
    };
    hatch("asked", `M0 ${unit}L${unit} 0`);
    hatch("no", `M0 ${unit}L${unit} 0M0 0L${unit} ${unit}`);
    for (const one of site.areas) {
      const rect = { x: one.x, y: one.y, width: one.width, height: one.height };
      drawn("rect", svg, { ...rect, class: "pp-floor-ground" });
      if (one.filming !== "yes") drawn("rect", svg, { ...rect, fill: `url(#${me}${one.filming})` });
      drawn("rect", svg, { ...rect, class: "pp-floor-wall" });
    }
    for (const [x1, y1, x2, y2] of site.ways) drawn("line", svg, { x1, y1, x2, y2, class: "pp-floor-way" });
    lines = drawn("path", svg, { class: "pp-floor-leg" });
    for (const one of site.areas) {
      const label = made("div", map, "", { class: "pp-floor-zone", "aria-hidden": "true" });
      Object.assign(label.style, percent([one.x, one.y]), { width: `${(100 * one.width) / site.width}%`, height: `${(100 * one.height) / site.height}%` });
      zones.push(label);
      const said = made("span", label);
      made("b", said, one.letter);
      made("i", said, one.name);
      made("small", said, one.word);
    }
    Object.assign(made("span", map, words.gate, { class: "pp-floor-gate", "aria-hidden": "true" }).style, percent(site.gate));
    for (const one of site.places) {
      const dot = made("span", map, "", { class: "pp-floor-dot", "data-place": one.id });
      Object.assign(dot.style, percent([one.x, one.y]));
      dots.set(one.id, dot);
      const option = made("li", choices, "", { role: "option", tabindex: "-1", "data-place": one.id, ...guarded });
      made("b", option, one.letter);
      made("span", option, one.name);
      made("small", option);
      option.addEventListener("click", () => { look(one.id); act(one.id, false); });
      option.addEventListener("focus", () => look(one.id));
      option.addEventListener("keydown", (event) => typed(event, one.id));
      options.set(one.id, option);
    }
    at = options.has(at) ? at : site.places[0]?.id ?? "";
    if (at) options.get(at).tabIndex = 0;
    made("b", key, words.zones, { class: "pp-label" });
    const all = made("ul", key);
    for (const one of site.areas) {
      const li = made("li", all);
      made("span", li, one.letter, { class: "pp-floor-swatch", "data-filming": one.filming, "aria-hidden": "true" });
      const said = made("div", li);
      made("b", said, one.name);
      made("span", said, ` · ${one.word}`);
      if (one.filming !== "no") made("p", said, one.filmed);
    }
  }

  // the team's own
  function show() {
    const shown = model.get("shown");
    if (!site.width || !shown.stops) return;
    if (total.textContent !== shown.total) total.textContent = shown.total;
    const alt = shown.alt ? `${site.alt} ${words.route}: ${shown.alt}.` : site.alt;
    if (map.getAttribute("aria-label") !== alt) map.setAttribute("aria-label", alt);
    const said = shown.told.join("\n");
    if (told.dataset.said !== said) {
      told.dataset.said = said;
      told.replaceChildren(...shown.told.map((one) => {
        const li = made("li");
        signed("warning", li);
        made("span", li, one);
        return li;
      }));
    }
    for (const [id, asked] of adding) if (shown.page === me && shown.turn >= asked) adding.delete(id);
    for (const [id, one] of pending) if (shown.page === me && shown.turn >= one.turn) pending.delete(id);
    const keep = new Set(shown.stops.map((one) => one.id));
    for (const kind of [marks, items]) for (const [id, one] of kind) if (!keep.has(id)) { (one.node ?? one).remove(); kind.delete(id); }
    if (!keep.has(open)) open = "";
    if (!keep.has(lifted)) lifted = "";
    none.hidden = shown.stops.length > 0;
    walk(shown);
    shown.stops.forEach((one, n) => { mark(one, n); item(one, n); });
    rest(shown.back);
    settle();
    for (const [id, option] of options) {
      const n = shown.stops.findIndex((one) => one.place === id);
      const state = n < 0 ? words.free : filled(words.stop, { n: n + 1 });
      if (option.lastChild.textContent !== state) option.lastChild.textContent = state;
      option.setAttribute("aria-selected", String(n >= 0));
      option.toggleAttribute("data-lifted", n >= 0 && shown.stops[n].id === lifted);
    }
  }

  function walk(shown) {
    const parts = new Set(); // there and back by one way is one line: two dashed ones would look solid
    for (const line of [...shown.stops.map((one) => one.line), shown.back?.line ?? []]) {
      for (let n = 1; n < line.length; n += 1) parts.add([line[n - 1], line[n]].map((one) => one.join(" ")).sort().join("L"));
    }
    const path = [...parts].map((one) => `M${one}`).join("");
    if (lines.getAttribute("d") !== path) lines.setAttribute("d", path);
  }

  // A zone's words go into the corner where the fewest stops lie on them; where all have some, fewer words do.
  function settle() {
    const at = [...marks.values()].map((one) => [one.getBoundingClientRect(), 16]);
    at.push(...[...dots.values()].map((one) => [one.getBoundingClientRect(), 7]));
    const round = at.map(([r, far]) => [r.left + r.width / 2, r.top + r.height / 2, far]);
    for (const zone of zones) {
      const area = zone.getBoundingClientRect();
      if (!area.width) return;
      const covered = () => {
        const r = zone.firstChild.getBoundingClientRect();
        return round.filter(([x, y, far]) => x > r.left - far && x < r.right + far && y > r.top - far && y < r.bottom + far).length;
      };
      let best = null;
      for (const brief of ["", "name", "letter"]) {
        zone.dataset.brief = brief;
        for (const corner of ["", "right", "low", "low right"]) {
          zone.dataset.corner = corner;
          const n = covered();
          if (!best || n < best.n) best = { n, brief, corner };
          if (!n) break;
        }
        if (!best.n) break;
      }
      zone.dataset.brief = best.brief;
      zone.dataset.corner = best.corner;
    }
  }

  function mark(one, n) {
    const spot = spotOf(one);
    let node = marks.get(one.id);
    if (!spot) { node?.remove(); marks.delete(one.id); return; }
    if (!node) {
      node = made("span", map, "", { class: "pp-floor-mark", "data-stop": one.id });
      made("b", node);
      node.addEventListener("pointerdown", (event) => grab(event, one.id));
      marks.set(one.id, node);
    }
    if (!(dragging && lifted === one.id)) Object.assign(node.style, percent(spot));
    node.firstChild.textContent = n + 1;
    node.dataset.reached = one.reached;
    node.toggleAttribute("data-open", open === one.id);
    node.toggleAttribute("data-lifted", lifted === one.id);
  }

  function item(one, n) {
    let it = items.get(one.id);
    if (!it) {
      const node = made("li", null, "", { "data-stop": one.id });
      const button = made("button", node, "", { type: "button", class: "pp-floor-stop", ...guarded });
      const number = made("b", button), name = made("span", button), how = made("small", button);
      button.addEventListener("click", () => choose(open === one.id ? "" : one.id));
      it = { node, button, number, name, how, tools: null };
      items.set(one.id, it);
    }
    it.number.textContent = n + 1;
    if (it.name.textContent !== one.name) it.name.textContent = one.name;
    if (it.how.textContent !== one.way) it.how.textContent = one.way;
    it.button.setAttribute("aria-expanded", String(open === one.id));
    it.button.dataset.reached = one.reached;
    if (open === one.id) unfold(it, one, n);
    else if (it.tools) { it.tools.remove(); it.tools = null; }
    if (list.children[n] !== it.node) {
      const held = it.node.contains(document.activeElement) ? document.activeElement : null;
      list.insertBefore(it.node, list.children[n] ?? null);
      held?.focus({ preventScroll: true });
    }
  }

  function unfold(it, one, n) {
    if (!it.tools) {
      it.tools = made("div", it.node, "", { class: "pp-floor-tools" });
      const row = made("div", it.tools, "", { class: "pp-floor-acts" });
      const act = (name) => pressed(row, words[name], "quiet", ({ currentTarget }) => { if (!currentTarget.hasAttribute("aria-disabled")) tell({ act: name, id: one.id }); }, { "aria-label": `${words[name]}: ${one.name}`, "data-act": name });
      act("earlier");
      act("later");
      pressed(row, words.move, "quiet", (event) => lift(one.id, event.detail > 0), { "aria-label": `${words.move}: ${one.name}`, "data-act": "move" });
      act("take");
      it.rules = made("ul", it.tools);
    }
    for (const [name, off] of [["earlier", n === 0], ["later", n === stops().length - 1]]) {
      const button = it.tools.querySelector(`[data-act=${name}]`);
      off ? button.setAttribute("aria-disabled", "true") : button.removeAttribute("aria-disabled");
    }
    const area = site.areas[one.area];
    if (it.area === one.area && it.rules.childElementCount) return;
    it.area = one.area;
    it.rules.replaceChildren();
    if (!area) return;
    for (const name of ["filmed", "never", "wear", "limits"]) {
      if (!area[name]) continue;
      const li = made("li", it.rules);
      made("b", li, words[name]);
      made("span", li, ` ${area[name]}`);
    }
  }

  function rest(back) {
    const last = list.querySelector("[data-back]") ?? made("li", null, "", { "data-back": "true" });
    last.hidden = !back;
    const text = back ? `${words.gate}: ${back.way}` : "";
    if (last.textContent !== text) last.textContent = text;
    if (list.lastChild !== last) list.append(last);
  }

  // what is done
  function tell(given) {
    turn += 1;
    model.set("acted", { ...given, page: me, turn });
    model.save_changes();
    box.dispatchEvent(new Event("change", { bubbles: true })); // the guard waits for the store
  }

  function choose(id) {
    open = id;
    show();
    if (id && stopOf(id)?.place) look(stopOf(id).place, false);
  }

  function look(place, focused = true) {
    if (options.has(at)) options.get(at).tabIndex = -1;
    at = place;
    options.get(at).tabIndex = 0;
    if (focused) shine(place);
  }

  function shine(place) {
    if (dots.has(current)) dots.get(current).removeAttribute("data-at");
    current = place;
    if (dots.has(current)) dots.get(current).setAttribute("data-at", "");
  }

  // a place is tapped, or Enter is pressed on it
  function act(place, keys) {
    const here = stopAt(place);
    if (lifted) put(place);
    else if (here && keys) lift(here.id);
    else if (here) choose(here.id);
    else if (!adding.has(place)) {
      adding.set(place, turn + 1);
      tell({ act: "add", place });
      say(filled(words.added, { what: placeOf(place).name }));
    }
  }

  function lift(id, tapped = false) { // whoever taps goes on on the map: nothing scrolls away
    const one = stopOf(id);
    lifted = id;
    open = id;
    show();
    say(filled(words.lifted, { what: one.name }));
    const to = one.place || at;
    if (options.has(to)) options.get(to).focus({ preventScroll: tapped });
  }

  function put(place, spot = null) {
    const id = lifted, one = stopOf(id);
    lifted = "";
    if (place && one.place === place) { say(filled(words.back, { what: one.name })); show(); return; }
    const to = place ? placeOf(place) : null;
    const where = to ? [to.x, to.y] : spot;
    pending.set(id, { spot: where, turn: turn + 1 });
    tell({ act: "move", id, place, spot: where });
    say(filled(words.put, { what: one.name, place: to ? to.name : words.beside }));
    show();
  }

  function letGo() {
    const one = stopOf(lifted);
    lifted = "";
    if (one) say(filled(words.back, { what: one.name }));
    show();
  }

  function typed(event, place) {
    const known = [...options.keys()], n = known.indexOf(place);
    const row = known.filter((one) => options.get(one).offsetTop === options.get(known[0]).offsetTop).length; // columns
    const to = { ArrowDown: n + row, ArrowRight: n + 1, ArrowUp: n - row, ArrowLeft: n - 1, Home: 0, End: known.length - 1 }[event.key];
    if (to !== undefined) options.get(known[Math.max(0, Math.min(known.length - 1, to))]).focus();
    else if (event.key === "Enter" || event.key === " ") act(place, true);
    else if (event.key === "Escape" && lifted) letGo();
    else if ((event.key === "Delete" || event.key === "Backspace") && stopAt(place)) { lifted = ""; tell({ act: "take", id: stopAt(place).id }); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // hands
  const metres = (x, y) => {
    const r = map.getBoundingClientRect();
    return [((x - r.left) / r.width) * site.width, ((y - r.top) / r.height) * site.height];
  };
  function nearest(x, y, most) {
    const r = map.getBoundingClientRect();
    let best = "", least = most;
    for (const one of site.places) {
      const away = Math.hypot(r.left + (one.x / site.width) * r.width - x, r.top + (one.y / site.height) * r.height - y);
      if (away < least) { least = away; best = one.id; }
    }
    return best;
  }

  // whoever goes elsewhere has let it go; not who presses on the map, where the notebook takes the focus meanwhile
  box.addEventListener("pointerdown", () => {
    pressing = true;
    document.addEventListener("pointerup", () => setTimeout(() => { pressing = false; }), { once: true });
  }, true);
  choices.addEventListener("focusout", ({ relatedTarget: to }) => {
    if (lifted && !pressing && to && !box.contains(to)) letGo();
    if (!choices.contains(to)) shine("");
  });
  map.addEventListener("click", (event) => {
    if (!site.width || event.target.closest(".pp-floor-mark")) return;
    const place = nearest(event.clientX, event.clientY, NEAR);
    if (!place) { say(words.nothing); return; }
    look(place, false);
    act(place, false);
  });

  function grab(event, id) {
    if (event.button > 0 || dragging) return;
    const node = marks.get(id), start = [event.clientX, event.clientY];
    let over = "";
    node.setPointerCapture(event.pointerId);
    const move = (now) => {
      if (!dragging && Math.hypot(now.clientX - start[0], now.clientY - start[1]) < FAR) return;
      if (!dragging) { dragging = true; lifted = id; open = id; show(); }
      const r = map.getBoundingClientRect(), bound = (v, low, high) => Math.max(low, Math.min(high, v));
      const x = bound(now.clientX, r.left, r.right), y = bound(now.clientY, r.top, r.bottom);
      Object.assign(node.style, percent(metres(x, y)));
      over = nearest(x, y, SNAP);
      shine(over);
      now.preventDefault();
    };
    const end = (now) => {
      for (const [name, done] of [["pointermove", move], ["pointerup", end], ["pointercancel", end]]) node.removeEventListener(name, done);
      shine("");
      if (!dragging) { if (now.type === "pointerup") { if (lifted) letGo(); choose(id); } return; }
      dragging = false;
      if (now.type !== "pointerup") { letGo(); return; }
      const r = map.getBoundingClientRect();
      const inside = now.clientX >= r.left && now.clientX <= r.right && now.clientY >= r.top && now.clientY <= r.bottom;
      if (over) put(over);
      else if (inside) put("", metres(now.clientX, now.clientY));
      else letGo();
    };
    node.addEventListener("pointermove", move);
    node.addEventListener("pointerup", end);
    node.addEventListener("pointercancel", end);
  }

  lay();
  show();
  const wide = new ResizeObserver(() => { if (site.width) settle(); }); // it moves words in the map, and no size of it
  wide.observe(map);
  model.on("change:site", () => { lay(); show(); });
  model.on("change:shown", show);
  return () => wide.disconnect();
}

export default { render };
