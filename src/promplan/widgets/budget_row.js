// One channel of the budget: its slider with bounds and the best split as a ghost on the track, its sum to type, what the
// sum brings. `hand.move` follows every move, `hand.release` comes when the hand has let go.
const REST = 450; // ms after the last arrow key until it counts as let go

function budgetRow(parent, id, words, numbers, hand) {
  const me = `pp${Math.random().toString(36).slice(2)}`;
  const guarded = { "data-lm-suppress-shortcuts": "true" };
  const box = made("div", parent, "", { class: "pp-spend-row", role: "group", "aria-labelledby": me, "data-channel": id });
  const head = made("div", box, "", { class: "pp-spend-head" });
  const name = made("b", head, "", { id: me });
  const tick = made("label", head, "", { class: "pp-spend-fixed" });
  const fixed = made("input", tick, "", { type: "checkbox", ...guarded });
  made("span", tick, words.fixed);
  const line = made("div", box, "", { class: "pp-spend-set" });
  const track = made("label", line, "", { class: "pp-spend-track" });
  made("span", track, words.slider, { class: "pp-hidden", id: `${me}s` });
  for (const kind of ["rail", "band", "fill", "least", "most", "ghost"]) made("i", track, "", { class: `pp-spend-${kind}`, "aria-hidden": "true" });
  const slider = made("input", track, "", { type: "range", min: 0, max: 1, step: "any", class: "pp-spend-range", "aria-labelledby": `${me}s ${me}`, ...guarded });
  const typing = made("label", line, "", { class: "pp-spend-sum" });
  made("span", typing, words.sum, { class: "pp-hidden", id: `${me}m` });
  const field = made("input", typing, "", { type: "text", inputmode: "decimal", autocomplete: "off", class: "pp-in", "aria-labelledby": `${me}m ${me}`, ...guarded });
  const currency = made("span", typing, "");
  const bounds = made("p", box, "", { class: "pp-spend-bounds", id: `${me}b` });
  const wrong = made("p", box, "", { class: "pp-spend-wrong", role: "alert", id: `${me}w` });
  slider.setAttribute("aria-describedby", `${me}b`);
  field.setAttribute("aria-describedby", `${me}w ${me}b`);
  const list = made("div", box, "", { class: "pp-spend-brings" });
  const value = (text) => { const one = made("p", list); made("span", one, text); return made("b", one, "—"); };
  const shownNumbers = { contacts: value(words.contacts), people: value(words.people), each: value(words.each) };
  const heavy = made("p", box, "", { class: "pp-spend-heavy" });
  const missing = made("ul", box, "", { class: "pp-spend-missing" });
  const put = (one, text) => { if (one.textContent !== text) one.textContent = text; };

  let data = null, scale = null, timer = 0, typed = false;
  const release = () => { clearTimeout(timer); timer = 0; hand.release(id); };
  const rest = () => { clearTimeout(timer); timer = setTimeout(release, REST); };
  const stepped = (money, by) => Math.max(0, Math.min(scale.end, Math.round(money / by) * by));
  const move = (money) => hand.move(id, money);

  slider.addEventListener("keydown", (event) => {
    const now = hand.money(id), { step, leap, end } = scale;
    const by = event.shiftKey ? leap : step;
    const to = {
      ArrowRight: () => stepped(now + by, by), ArrowUp: () => stepped(now + by, by), ArrowLeft: () => stepped(now - by, by), ArrowDown: () => stepped(now - by, by),
      PageUp: () => stepped(now + leap, leap), PageDown: () => stepped(now - leap, leap), Home: () => 0, End: () => end,
    }[event.key];
    if (!to || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const money = to();
    if (money !== now) { move(money); rest(); }
  });
  slider.addEventListener("input", (event) => { // a mouse or a finger; Python hears of it, the guard does not
    event.stopPropagation();
    const { end, step } = scale, raw = Number(slider.value) * end;
    move(raw >= end ? end : stepped(raw, step));
  });
  for (const kind of ["change", "blur"]) slider.addEventListener(kind, (event) => { event.stopPropagation(); if (kind === "change" || timer) release(); });

  const blame = (text) => {
    put(wrong, text);
    field.toggleAttribute("aria-invalid", Boolean(text));
    if (text) field.setAttribute("aria-invalid", "true");
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); done(); }
    event.stopPropagation();
  });
  field.addEventListener("input", (event) => {
    event.stopPropagation();
    typed = true;
    const money = numbers.read(field.value);
    if (money === null) return;
    blame("");
    move(money);
  });
  const done = () => {
    if (!typed) return;
    const money = numbers.read(field.value);
    const kept = `${numbers.money(hand.money(id))} ${data.currency}`.trim();
    blame(money === null ? words.no_sum.replace("{sum}", kept) : "");
    if (money === null) return;
    typed = false;
    move(money);
    release();
  };
  for (const kind of ["change", "blur"]) field.addEventListener(kind, (event) => { event.stopPropagation(); done(); });
  fixed.addEventListener("change", (event) => { event.stopPropagation(); hand.fix(id, fixed.checked); });
  for (const kind of ["focusin", "pointerenter"]) box.addEventListener(kind, () => hand.look(id));

  const place = (one, money) => {
    one.hidden = money === null || money === undefined;
    if (!one.hidden) one.style.setProperty("--at", Math.max(0, Math.min(1, scale.end ? money / scale.end : 0)));
  };
  const part = (kind) => track.querySelector(`.pp-spend-${kind}`);

  return {
    box,
    // another plan: its name, bounds and what is missing
    fill: (now, of, money) => {
      data = now;
      scale = of;
      put(name, now.name);
      put(currency, now.currency);
      put(bounds, now.bounds);
      fixed.checked = now.fixed;
      slider.disabled = field.readOnly = now.fixed;
      line.hidden = !scale.end || (!now.paid && !money);
      tick.hidden = line.hidden;
      list.hidden = !now.curve.length && !now.contacts.length;
      place(part("ghost"), now.best);
      place(part("least"), now.least || null);
      place(part("most"), now.most !== null && now.most < scale.end ? now.most : null);
      track.style.setProperty("--low", Math.min(1, (now.least ?? 0) / scale.end));
      track.style.setProperty("--high", Math.min(1, (now.most ?? scale.end) / scale.end));
      missing.replaceChildren(...now.missing.map((one) => made("li", null, one)));
      if (!typed && numbers.read(field.value) !== money) field.value = numbers.money(money);
    },
    // the sum as it stands, and what it brings: the exact words of Python where they have come, else what the curve says
    show: (money, exact) => {
      const met = exact?.contacts ?? numbers.along(data.contacts, money);
      const people = exact?.people ?? numbers.along(data.curve, money);
      track.style.setProperty("--now", Math.max(0, Math.min(1, scale.end ? money / scale.end : 0)));
      const along = String(scale.end ? Math.min(1, money / scale.end) : 0);
      if (slider.value !== along) slider.value = along;
      if (!(typed && field === field.getRootNode().activeElement)) {
        const text = numbers.money(money);
        if (field.value !== text && !wrong.textContent) field.value = text;
      }
      put(shownNumbers.contacts, numbers.people(met));
      put(shownNumbers.people, data.curve.length ? numbers.people(people) : "—");
      put(shownNumbers.each, people > 0 ? numbers.each(met / people) : "—");
      slider.setAttribute("aria-valuetext", words.heard.replace("{sum}", numbers.money(money)).replace("{currency}", data.currency).replace("{people}", shownNumbers.people.textContent));
      if (exact) put(heavy, exact.heavy);
      if (exact) put(bounds, exact.outside || data.bounds);
      box.dataset.outside = String(Boolean(exact?.outside));
      return people;
    },
  };
}
