// The backward funnel: fields, sliders and bars. It computes nothing: a hand on a control sends what stands in the
// fields (`moved`), a hand that let go asks to save it (`changed`), and the kernel answers with rows to paint.
// Every word reaches the page as text.
const CONTROLS = ["button", "input", "select"];

// An element whose keys are its own: JupyterLab's one-key commands stay away from what can be operated.
function piece(name, parent, text = "", given = {}) {
  const guarded = CONTROLS.includes(name) ? { "data-lm-suppress-shortcuts": "true" } : {};
  const dress = { input: given.type === "range" ? "" : "pp-in", select: "pp-in", button: "pp-btn" }[name];
  const classes = [dress, given.class].filter(Boolean).join(" ");
  return made(name, parent, text, { ...guarded, ...given, class: classes || null });
}

function render({ model, el }) {
  const words = model.get("words"), stops = model.get("stops");
  const me = "pp" + Math.random().toString(36).slice(2); // two views of one funnel must tell their fields apart
  let turn = 0, halved = model.get("rows").half ?? -1, count = 0;

  const root = piece("div", el, "", { class: "promplan-funnel" });
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", words.title);

  const labelled = (parent, text, name, more = {}) => {
    const label = piece("label", parent, "", { class: "promplan-funnel-field" });
    piece("span", label, text, { id: `${me}-${++count}` });
    const one = piece(name, label, "", more);
    one.setAttribute("aria-labelledby", `${me}-${count}`);
    return one;
  };
  const typing = { type: "text", autocomplete: "off", spellcheck: "false", inputmode: "decimal", maxlength: 40 };
  const telling = { type: "text", autocomplete: "off", maxlength: words.signs };

  const send = (name) => {
    model.set(name, { id: model.get("chosen"), by: me, turn: ++turn, halved, ...draft() });
    model.save_changes();
  };
  // numbers are only shown while a hand is on them: the guard must not hear of it, it would say that they are saved
  const hold = (held) => {
    trying.textContent = held ? words.trying : "";
    root.dataset.held = String(held); // the guard's "saved" steps back meanwhile
  };
  const letGo = () => {
    if (root.dataset.held !== "true") return;
    hold(false);
    send("changed");
  };
  const number = (one) => {
    one.addEventListener("input", (event) => {
      event.stopPropagation();
      hold(true);
      send("moved");
    });
    one.addEventListener("change", letGo);
    one.addEventListener("blur", letGo); // a value that came back to where it was is no change for the browser
    return one;
  };
  const text = (one) => {
    one.addEventListener("input", () => send("changed"));
    return one;
  };

  const chooser = labelled(root, words.objective, "select", { class: "pp-funnel-of" });
  chooser.addEventListener("change", () => { model.set("chosen", chooser.value); model.save_changes(); });
  const none = piece("p", root, words.none);
  const body = piece("div", root);
  piece("p", body, words.how);
  const choice = piece("div", body, "", { class: "promplan-funnel-choice" });
  choice.setAttribute("role", "alert");

  const line = (parent, name = words.needed) => {
    const row = piece("div", parent, "", { class: "promplan-funnel-line" });
    const track = piece("div", row, "", { class: "promplan-funnel-bar" });
    track.setAttribute("aria-hidden", "true");
    const worst = piece("div", track, "", { class: "promplan-funnel-worst" });
    const best = piece("div", track, "", { class: "promplan-funnel-best" });
    const said = piece("span", row, name + " ", { class: "promplan-funnel-needed" });
    const needed = piece("b", said, "—");
    const way = piece("span", row, "", { class: "promplan-funnel-way" });
    return (data) => {
      row.dataset.empty = String(!data);
      best.style.width = `${data?.best ?? 0}%`;
      worst.style.width = `${data?.worst ?? 0}%`;
      const now = data?.needed ?? "—", from = data?.way ?? "";
      if (needed.textContent !== now) needed.textContent = now;
      if (way.textContent !== from) way.textContent = from;
    };
  };
  const fault = (parent) => piece("p", parent, "", { class: "promplan-funnel-error", id: `${me}-${++count}` });
  const blame = (place, inputs, words) => {
    if (place.textContent !== (words ? `✘ ${words}` : "")) place.textContent = words ? `✘ ${words}` : "";
    for (const one of inputs) {
      one.setAttribute("aria-invalid", String(Boolean(words)));
      one.setAttribute("aria-describedby", place.id);
    }
  };
  const write = (one, value) => { if (one.value !== value) one.value = value; };

  // from the target down to the contacts
  const top = piece("fieldset", body);
  const metric = piece("legend", top);
  const target = number(labelled(top, words.target, "input", typing));
  const unit = piece("span", top);
  const topLine = line(top), topFault = fault(top);

  const list = piece("div", body);
  const rows = [];
  const rate = (parent, name, step) => {
    const pair = piece("div", parent, "", { class: "promplan-funnel-rate" });
    const typed = number(labelled(pair, words[name], "input", typing));
    const of = typed.getAttribute("aria-labelledby");
    const slider = labelled(pair, words.slider, "input", { type: "range", min: 0, max: stops.length - 1, step: 1 });
    slider.setAttribute("aria-labelledby", `${step} ${of} ${slider.getAttribute("aria-labelledby")}`);
    slider.addEventListener("input", () => { typed.value = stops[slider.value]; speak(); });
    number(slider);
    const speak = () => slider.setAttribute("aria-valuetext", `${typed.value} %`);
    return {
      typed,
      slider,
      at: (stop) => {
        if (Number.isInteger(stop) && document.activeElement !== slider) slider.value = stop;
        speak();
      },
    };
  };
  const add = () => {
    const box = piece("fieldset", list);
    const step = `${me}-${++count}`;
    piece("legend", box, words.step.replace("{n}", rows.length + 1), { id: step });
    const told = piece("div", box, "", { class: "promplan-funnel-words" });
    const what = text(labelled(told, words.what, "input", telling));
    const source = text(labelled(told, words.source, "input", telling));
    const places = number(labelled(told, words.places, "input", typing));
    const rates = piece("div", box, "", { class: "promplan-funnel-words" });
    const low = rate(rates, "low", step), high = rate(rates, "high", step);
    const paint = line(box), wrong = fault(box);
    wrong.setAttribute("role", "alert");
    const buttons = piece("div", box, "", { class: "promplan-funnel-buttons" });
    const halve = piece("button", buttons, words.halve, { type: "button" });
    const gone = piece("button", buttons, words.remove, { type: "button" });
    const row = {
      box, low, high, paint, halve,
      read: () => ({
        what: what.value, low: low.typed.value, high: high.typed.value, source: source.value, places: places.value,
      }),
      write: (step) => {
        write(what, step.what);
        write(source, step.source);
        write(places, step.places ?? "");
        write(low.typed, step.low);
        write(high.typed, step.high);
      },
      blame: (words) => blame(wrong, [low.typed, high.typed, low.slider, high.slider, places], words),
    };
    halve.addEventListener("click", (event) => {
      event.stopPropagation(); // nothing is saved by it
      halved = halved === rows.indexOf(row) ? -1 : rows.indexOf(row);
      press();
      send("moved");
    });
    gone.addEventListener("click", () => {
      const steps = draft().steps, place = rows.indexOf(row);
      halved = -1;
      lost = { place, step: steps[place] };
      fill(steps.toSpliced(place, 1));
      regret(words.removed.replace("{n}", place + 1).replace("{what}", lost.step.what || "—"));
      send("changed");
      back.focus();
    });
    rows.push(row);
    return row;
  };
  const press = () => rows.forEach((row, place) => row.halve.setAttribute("aria-pressed", String(place === halved)));
  const fill = (steps) => {
    while (rows.length > steps.length) rows.pop().box.remove();
    while (rows.length < steps.length) add();
    rows.forEach((row, place) => row.write(steps[place]));
    press();
    more.disabled = rows.length >= words.most;
    start.hidden = rows.length > 0;
  };

  const after = piece("div", body, "", { class: "promplan-funnel-buttons" });
  const more = piece("button", after, words.add, { type: "button" });
  more.addEventListener("click", () => {
    regret("");
    fill([...draft().steps, { what: "", low: stops.at(-1), high: stops.at(-1), source: "", places: "" }]);
    send("changed");
    rows.at(-1).box.querySelector("input").focus();
  });
  // what was removed last comes back to its place, until something else is removed or the plan brings other steps
  let lost = null;
  const toast = piece("div", body, "", { class: "pp-toast" });
  const removed = piece("span", toast, "", { role: "status" });
  const back = piece("button", toast, words.undo, { type: "button", hidden: "" });
  const regret = (said) => { removed.textContent = said; back.hidden = !said; };
  back.addEventListener("click", () => {
    fill(draft().steps.toSpliced(lost.place, 0, lost.step));
    send("changed");
    rows[lost.place].low.typed.focus();
    regret("");
  });
  const start = piece("div", after, "", { class: "promplan-funnel-start" });
  const pattern = labelled(start, words.pattern, "select");
  for (const [id, name] of words.aims) piece("option", pattern, name, { value: id });
  pattern.addEventListener("change", (event) => event.stopPropagation()); // a choice, no change of the plan
  pattern.addEventListener("input", (event) => event.stopPropagation());
  const begin = piece("button", start, words.start, { type: "button" });
  begin.addEventListener("click", () => {
    const one = model.get("patterns")[pattern.value];
    fill(one.steps);
    frequency.value = one.frequency;
    send("changed");
    rows[0].low.typed.focus();
  });

  const end = piece("fieldset", body);
  piece("legend", end, words.reach);
  const told = piece("div", end, "", { class: "promplan-funnel-words" });
  const frequency = number(labelled(told, words.frequency, "input", typing));
  const reachLine = line(end), oftenFault = fault(end);
  const exist = piece("div", end, "", { class: "promplan-funnel-words" });
  const people = number(labelled(exist, words.people, "input", typing));
  const source = text(labelled(exist, words.people_source, "input", telling));
  const peopleLine = line(end, words.exist), peopleFault = fault(end);

  const scale = piece("p", body, "", { class: "promplan-funnel-scale" });
  const status = piece("div", body, "", { class: "promplan-funnel-said" });
  status.setAttribute("role", "status");
  const whatIf = piece("p", status), verdict = piece("p", status), trying = piece("p", status);

  const draft = () => ({
    target: target.value,
    frequency: frequency.value,
    people: people.value,
    people_source: source.value,
    steps: rows.map((row) => row.read()),
  });

  const say = (one, words) => { if (one.textContent !== words) one.textContent = words; };
  const paint = () => {
    const now = model.get("rows"), errors = now.errors ?? {};
    topLine(now.lines?.[0]);
    blame(topFault, [target], errors.target);
    rows.forEach((row, place) => {
      row.paint(now.lines?.[place + 1]);
      row.low.at(now.stops?.[place]?.[0]);
      row.high.at(now.stops?.[place]?.[1]);
      row.blame(errors[place]);
    });
    reachLine(now.reach);
    peopleLine(now.people);
    blame(oftenFault, [frequency], errors.frequency);
    blame(peopleFault, [people], errors.people ?? errors.people_source);
    say(scale, now.scale ?? "");
    say(whatIf, now.halved ? `½ ${now.halved}` : "");
    const { mark = "", text = "" } = now.verdict ?? {};
    say(verdict, text ? `${mark} ${text}` : "");
    verdict.dataset.mark = mark;
  };
  const around = () => {
    const { metric: name = "", unit: of = "", pattern: fits = "" } = model.get("about");
    say(metric, name);
    say(unit, of);
    if (fits && document.activeElement !== pattern) pattern.value = fits;
  };
  const show = () => {
    const shown = model.get("shown");
    if (!shown.steps || shown.by === me) return;
    halved = -1;
    write(target, shown.target);
    write(frequency, shown.frequency);
    write(people, shown.people);
    write(source, shown.people_source);
    fill(shown.steps);
    regret("");
    hold(false);
    paint();
    around();
  };
  const choices = () => {
    const known = model.get("objectives");
    chooser.replaceChildren();
    for (const [id, name] of known) piece("option", chooser, name, { value: id });
    chooser.value = model.get("chosen");
    none.hidden = known.length > 0;
    body.hidden = chooser.parentElement.hidden = known.length === 0;
  };
  const ask = () => {
    const { text = "", keep, take } = model.get("choice");
    choice.replaceChildren();
    if (!text) return;
    piece("p", choice, text);
    for (const [name, kept] of [[keep, true], [take, false]]) {
      piece("button", choice, name, { type: "button" }).addEventListener("click", () => {
        model.set("decided", { keep: kept, turn: ++turn, by: me });
        model.save_changes();
      });
    }
  };

  choices();
  around();
  const before = halved;
  show();
  halved = before;
  press();
  ask();
  paint();
  const heard = [
    ["change:objectives change:chosen", choices],
    ["change:about", around],
    ["change:shown", show],
    ["change:rows", paint],
    ["change:choice", ask],
  ];
  for (const [names, listener] of heard) model.on(names, listener);
  return () => { for (const [names, listener] of heard) model.off(names, listener); };
}

export default { render };
