// The poster composer: a hand on a control sends what stands there (`moved`), the kernel answers with the picture, and
// it is painted while the hand is still on it. One question is on its way at a time, the newest state waits; a hand that
// let go saves (`changed`), and its picture answers for all that was asked before. Every word reaches the page as text.
function render({ model, el }) {
  const words = model.get("words");
  const me = `pp${Math.random().toString(36).slice(2)}`;
  const box = made("div", el, "", { class: "pp-part pp-composer", role: "group", "aria-label": words.title });
  const none = made("p", box, words.none, { class: "pp-empty" });
  const body = made("div", box, "", { class: "pp-composer-body" });
  const stage = made("figure", body, "", { class: "pp-composer-stage" });
  const sheet = made("div", stage, "", { class: "pp-composer-sheet" });
  const canvas = made("canvas", sheet, "", { role: "img", class: "pp-composer-canvas" });
  const fault = made("p", stage, "", { class: "pp-composer-fault", role: "alert" });
  const told = made("figcaption", stage, "", { class: "pp-composer-told" });
  const side = made("div", body, "", { class: "pp-composer-side" });
  const live = made("p", box, "", { role: "status", class: "pp-hidden" });

  let draft = {}; // what stands in the controls
  let turn = 0, asked = 0, held = false, waiting = false;
  const controls = new Map();

  function send(save) {
    const now = { id: model.get("about").id, page: me, turn, ...draft };
    if (save) { // its answer brings the newest picture: nothing else has to be asked for
      model.set("changed", now);
      asked = turn;
      waiting = false;
    } else if (asked) waiting = true; // the picture of the newest state comes after the one that is on its way
    else {
      asked = turn;
      model.set("moved", now);
    }
    model.save_changes();
  }

  function move(name, value, save) {
    // another form or file has columns of its own: those of the one before would stay, chosen and hidden
    if (name === "form" || name === "file") draft = { ...draft, value: "", second: "", along: "", by: "" };
    draft = name in draft.settings ? { ...draft, settings: { ...draft.settings, [name]: value } } : { ...draft, [name]: value };
    turn += 1;
    held = !save;
    if (name === "palette") mark();
    send(save);
  }

  // the controls
  const labelled = (parent, text) => {
    const label = made("label", parent, "", { class: "pp-composer-field" });
    made("span", label, text, { class: "pp-label" });
    return label;
  };
  const guarded = { "data-lm-suppress-shortcuts": "true" };
  const own = (one) => { one.addEventListener("keydown", (event) => event.stopPropagation()); return one; };

  function choice(parent, name, text, options, reading = (value) => value) {
    const one = own(made("select", labelled(parent, text), "", { class: "pp-in", ...guarded }));
    one.addEventListener("change", () => move(name, reading(one.value), true));
    const fill = (list) => {
      const now = JSON.stringify(list);
      if (one.dataset.list === now) return;
      one.dataset.list = now;
      one.replaceChildren(...list.map(([id, said]) => Object.assign(document.createElement("option"), { value: id, textContent: said })));
    };
    fill(options);
    controls.set(name, { fill, show: (value) => { if (document.activeElement !== one || one.value !== value) one.value = value; } });
    return one;
  }

  function slider(parent, knob) {
    const label = labelled(parent, knob.words);
    const line = made("span", label, "", { class: "pp-composer-line" });
    const one = own(made("input", line, "", { type: "range", min: knob.low, max: knob.high, step: knob.step, class: "pp-range", ...guarded }));
    const shown = made("output", line, "");
    const written = () => {
      const value = Number(one.value);
      const text = `${value.toLocaleString(words.language)}${knob.unit === "°" ? "°" : knob.unit ? ` ${knob.unit}` : ""}`;
      shown.textContent = knob.name === "accent" && !value ? words.nothing : text;
      one.setAttribute("aria-valuetext", shown.textContent);
    };
    one.addEventListener("input", () => { written(); move(knob.name, Number(one.value), false); });
    one.addEventListener("change", () => { written(); move(knob.name, Number(one.value), true); });
    return { show: (value) => { if (!held || document.activeElement !== one) one.value = value; written(); } };
  }

  function tick(parent, knob) {
    const label = made("label", parent, "", { class: "pp-composer-tick" });
    const one = own(made("input", label, "", { type: "checkbox", ...guarded }));
    made("span", label, knob.words);
    one.addEventListener("change", () => move(knob.name, one.checked, true));
    return { show: (value) => { one.checked = value; } };
  }

  const heads = (text) => {
    const set = made("fieldset", side, "", { class: "pp-composer-set" });
    made("legend", set, text, { class: "pp-label" });
    return set;
  };
  const first = heads(words.data);
  choice(first, "form", words.form, model.get("forms"));
  choice(first, "file", words.file, []);
  const columns = made("div", first, "", { class: "pp-composer-columns" });
  choice(columns, "value", words.value, []);
  choice(columns, "second", words.second, []);
  choice(columns, "along", words.along, []);
  choice(columns, "by", words.by, []);
  const knobs = heads(words.knobs);
  const looks = heads(words.looks);
  const palettes = made("div", looks, "", { role: "radiogroup", "aria-label": words.palette, class: "pp-composer-palettes" });
  const swatches = model.get("palettes").map((one) => {
    const button = made("button", palettes, "", { type: "button", role: "radio", class: "pp-composer-swatch", "aria-label": one.words, title: one.words, ...guarded });
    for (const colour of one.colours) made("i", button, "", { style: `background:${colour}` });
    made("span", button, one.words);
    button.addEventListener("click", () => move("palette", one.id, true));
    button.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      const all = model.get("palettes"), next = (all.findIndex((it) => it.id === draft.palette) + step + all.length) % all.length;
      move("palette", all[next].id, true);
      swatches[next].button.focus();
    });
    return { id: one.id, button };
  });
  choice(looks, "format", words.format, model.get("formats"));
  choice(looks, "scales", words.scales, model.get("scales"));
  choice(looks, "view", words.view, model.get("views"));

  let built = "";
  function build() { // another form has other knobs
    const list = model.get("knobs"), now = JSON.stringify(list);
    if (built === now) return;
    built = now;
    const focused = knobs.contains(document.activeElement);
    knobs.querySelectorAll(":scope > :not(legend)").forEach((one) => one.remove());
    for (const knob of list) {
      if (knob.kind === "choice") choice(knobs, knob.name, knob.words, knob.choices);
      else controls.set(knob.name, knob.kind === "tick" ? tick(knobs, knob) : slider(knobs, knob));
    }
    if (focused) knobs.querySelector("input, select")?.focus();
  }

  function show() { // what the plan has, or what the kernel made of the draft
    const about = model.get("about");
    none.hidden = Boolean(about.id);
    body.hidden = !about.id;
    if (!about.id) return;
    build();
    for (const name of ["file", "value", "second", "along", "by"]) controls.get(name).fill(about.offers[name]);
    for (const name of ["value", "second", "along", "by"]) {
      columns.querySelectorAll("select")[["value", "second", "along", "by"].indexOf(name)].parentElement.hidden = !about.offers[name].length;
    }
    if (held || (about.page === me && about.turn < turn)) return; // the hand is ahead of the kernel
    draft = structuredClone(about.state);
    for (const [name, value] of Object.entries({ ...draft, ...draft.settings })) controls.get(name)?.show(value);
    mark();
  }

  function mark() { // which palette is chosen, at once: whoever pressed its button waits for no kernel
    for (const { id, button } of swatches) {
      button.setAttribute("aria-checked", String(id === draft.palette));
      button.tabIndex = id === draft.palette ? 0 : -1;
    }
  }

  function paint() {
    const about = model.get("about"), picture = model.get("picture");
    if (fault.textContent !== about.fault) fault.textContent = about.fault ?? "";
    sheet.hidden = !picture.marks;
    told.replaceChildren(...(about.told ?? []).map((one) => Object.assign(document.createElement("p"), { textContent: one })));
    if (!picture.marks) return;
    const block = model.get("points");
    sheet.style.setProperty("--pp-ratio", picture.width / picture.height);
    paintDrawing(canvas, picture, new Float32Array(block.buffer.slice(block.byteOffset, block.byteOffset + block.byteLength)), picture.colours, picture.words, picture.family);
    canvas.setAttribute("aria-label", about.alt);
    canvas.dataset.turn = picture.turn;
  }

  model.on("change:picture", () => {
    const picture = model.get("picture");
    repaint();
    if (picture.page !== me || picture.turn < asked) return;
    asked = 0;
    if (waiting) { waiting = false; send(false); }
  });
  let due = false;
  function repaint() { // once for a message, whatever it changes
    if (due) return;
    due = true;
    queueMicrotask(() => { due = false; paint(); });
  }
  model.on("change:about", () => {
    if (model.get("about").id !== draft.id) { held = waiting = false; asked = 0; } // no answer comes for the one before
    show();
    repaint();
  });
  model.on("change:knobs", build);
  const watcher = new ResizeObserver(() => requestAnimationFrame(paint));
  watcher.observe(sheet);
  box.addEventListener("change", () => { held = false; });
  show();
  paint();
  return () => watcher.disconnect();
}

export default { render };
