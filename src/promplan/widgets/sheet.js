// A sheet of questions. A choice is answered at once, in place; a guess and a ticket are handed over by their button.
const STATE = { "✔": "right", "✘": "wrong", "·": "noted" };
const ONE_BY_ONE = 3; // more questions than this come one at a time

function render({ model, el }) {
  const sheet = model.get("sheet");
  const atOnce = sheet.at_once;
  const box = made("form", el, "", { class: "pp-part pp-card pp-sheet", "aria-label": sheet.title });
  const head = made("div", box, "", { class: "pp-row" });
  made("h3", head, sheet.title, { class: "pp-kicker" });
  if (sheet.lead) made("p", box, sheet.lead, { class: "pp-lead" });

  const drafts = {}; // what is chosen or typed and not handed over yet
  const steps = sheet.questions.length > ONE_BY_ONE;
  let at = 0;

  let first = null; // what is said while nobody has said who answers
  const who = sheet.asks_who ? chooser(box) : null;
  const rows = sheet.questions.map((question) => row(question));
  const pips = steps ? progress(head) : [];
  const foot = made("div", box, "", { class: "pp-row pp-sheet-foot" });
  const next = steps ? pressed(foot, sheet.next, "quiet", () => turn(following(), true)) : null;
  const give = atOnce ? null : made("button", foot, sheet.button, { type: "submit", class: "pp-btn pp-primary", "data-lm-suppress-shortcuts": "true" });
  const total = made("p", foot, "", { role: "status", class: "pp-sheet-total" });

  function chooser(parent) {
    const field = made("div", parent, "", { class: "pp-field" });
    const label = made("label", field, sheet.who);
    const select = made("select", field, "", { class: "pp-in" });
    select.id = label.htmlFor = `pp${Math.random().toString(36).slice(2)}`;
    first = made("p", field, sheet.first, { class: "pp-who-first", role: "status" });
    select.addEventListener("change", () => {
      for (const key of Object.keys(drafts)) delete drafts[key];
      for (const one of rows) one.clear(); // nobody's, until the kernel answers
      total.textContent = "";
      give.disabled = true;
      model.set("who", select.value);
      model.save_changes();
    });
    return select;
  }

  const members = () => {
    if (!who) return;
    who.replaceChildren();
    for (const [id, name] of model.get("members")) made("option", who, name, { value: id });
    who.value = model.get("who");
  };

  function send(answers) {
    model.set("asked", { answers, who: model.get("who"), turn: (model.get("asked").turn ?? 0) + 1 });
    model.save_changes();
  }

  function row(question) {
    const id = `pp${Math.random().toString(36).slice(2)}`;
    const part = made("div", box, "", { class: "pp-question", role: "group", "aria-labelledby": id });
    made("p", part, question.text, { class: "pp-q", id });
    return question.options.length ? choice(question, part) : written(question, part, id);
  }

  function choice(question, part) {
    const list = made("div", part, "", { class: `pp-opts${sheet.across ? " pp-across" : ""}` });
    const status = made("p", part, "", { role: "status", class: "pp-hidden" });
    const told = made("div", part, "", { class: "pp-said" });
    const options = question.options.map((option) => {
      const one = made("button", list, "", { type: "button", class: "pp-opt", "aria-pressed": "false", "data-lm-suppress-shortcuts": "true", "data-value": option.id });
      made("span", one, "", { class: "pp-ring" });
      made("span", one, option.text);
      one.addEventListener("click", (event) => {
        if (one.getAttribute("aria-disabled") === "true") {
          event.stopPropagation(); // nothing is to be saved
        } else if (atOnce) {
          send({ [question.id]: option.id });
        } else {
          drafts[question.id] = option.id;
          draw();
          one.dispatchEvent(new Event("input", { bubbles: true }));
        }
      });
      return one;
    });
    list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      const place = options.indexOf(event.target.closest(".pp-opt"));
      if (!step || place < 0) return;
      event.preventDefault();
      event.stopPropagation();
      options[(place + step + options.length) % options.length].focus();
    });
    const say = (state, chosen, said, locked = false) => {
      for (const one of options) {
        const mine = one.dataset.value === chosen;
        one.setAttribute("aria-pressed", String(mine));
        const so = locked && one.dataset.value === said.right; // a guess that counts shows what is so beside it
        const now = mine ? state : so ? "right" : "";
        one.dataset.state = now;
        one.querySelector(".pp-sign, .pp-ring").replaceWith(now ? signed(now) : made("span", null, "", { class: "pp-ring" }));
        one.querySelector(".pp-why")?.remove();
        // what was answered keeps the focus, and what nobody has answered yet takes none
        one.disabled = locked && !chosen;
        one.setAttribute("aria-disabled", String(locked));
        if (so && !mine) made("span", made("span", one, "", { class: "pp-why" }), sheet.so, { class: "pp-verdict" });
        if (!mine || !said.text || sheet.across) continue;
        explain(made("span", one, "", { class: "pp-why" }), said);
      }
      told.replaceChildren();
      if (chosen && said.text && sheet.across) explain(told, said);
      else if (!chosen && said.text) made("span", told, `${said.mark} ${said.text}`);
      const words = said.text ? `${said.word ?? ""} ${said.text}`.trim() : "";
      if (status.textContent === words) return;
      status.textContent = words;
      const here = options.find((one) => one === document.activeElement);
      here?.scrollIntoView({ block: "nearest" }); // with its reason
    };
    return {
      id: question.id,
      part,
      draw: (value, said, locked) => {
        const draft = drafts[question.id];
        const chosen = draft ?? value ?? "";
        const state = draft || !said.mark ? "noted" : STATE[said.mark] ?? "noted";
        say(chosen ? state : "", chosen, draft && draft !== value ? {} : said, locked);
      },
      read: () => drafts[question.id] ?? "",
      clear: () => say("", "", {}, true),
    };
  }

  function explain(parent, said) {
    if (said.word) made("span", parent, `${said.word} `, { class: "pp-verdict" });
    made("span", parent, said.text);
  }

  function written(question, part, id) {
    const area = made("textarea", part, "", { rows: 2, maxlength: 2000, class: "pp-in", "aria-labelledby": id, "data-lm-suppress-shortcuts": "true" });
    const said_ = made("p", part, "", { role: "status", class: "pp-said" });
    area.addEventListener("input", () => { drafts[question.id] = area.value.trim(); said_.textContent = ""; draw(); });
    return {
      id: question.id,
      part,
      draw: (value, said, locked) => {
        if (!(question.id in drafts) && area.getRootNode().activeElement !== area) area.value = value ?? "";
        const words = said.text ? `${said.mark} ${said.text}` : "";
        if (said_.textContent !== words) said_.textContent = words;
        area.disabled = locked;
      },
      read: () => area.value.trim(),
      clear: () => { area.value = ""; said_.textContent = ""; area.disabled = true; },
    };
  }

  function progress(parent) {
    const line = made("div", parent, "", { class: "pp-pips" });
    return rows.map((one, n) => {
      const pip = made("button", line, "", { type: "button", "data-lm-suppress-shortcuts": "true" });
      made("i", pip);
      pip.addEventListener("click", () => turn(n, true));
      return pip;
    });
  }

  const following = () => {
    const given = model.get("given");
    const rest = rows.map((_, n) => (at + 1 + n) % rows.length);
    return rest.find((n) => !(rows[n].id in given)) ?? rest[0];
  };

  function turn(n, focus) {
    at = n;
    draw();
    if (focus) rows[at].part.querySelector("button, textarea")?.focus();
  }

  function draw() {
    const given = model.get("given"), said = model.get("said"), tried = model.get("tried");
    const locked = model.get("locked") || (who !== null && who.value !== model.get("shown_for"));
    if (first) first.textContent = who.value || model.get("members").length < 2 ? "" : sheet.first;
    rows.forEach((one, n) => {
      one.part.hidden = steps && n !== at;
      one.draw(tried[one.id] ?? given[one.id], said[one.id] ?? {}, locked);
    });
    pips.forEach((pip, n) => {
      const state = rows[n].id in given ? STATE[(said[rows[n].id] ?? {}).mark] ?? "noted" : "";
      pip.dataset.state = state;
      pip.toggleAttribute("aria-current", n === at);
      pip.setAttribute("aria-label", `${n + 1}: ${sheet.states[state || "open"]}`);
    });
    if (next) next.hidden = atOnce && !(rows[at].id in given) && Object.keys(given).length < rows.length;
    if (give) {
      give.disabled = locked || (who === null && rows.every((one) => !one.read()));
      give.hidden = locked && who === null;
    }
    total.textContent = model.get("total");
  }

  box.addEventListener("submit", (event) => {
    event.preventDefault();
    const answers = {};
    for (const one of rows) if (one.read()) answers[one.id] = one.read();
    send(answers);
  });
  const answered = () => {
    const given = model.get("given");
    for (const key of Object.keys(drafts)) if (given[key] === drafts[key]) delete drafts[key];
    draw();
  };
  members();
  if (steps) at = Math.max(0, rows.findIndex((one) => !(one.id in model.get("given"))));
  draw();
  model.on("change:given change:said change:locked change:total change:tried", answered);
  model.on("change:members change:who", members);
  model.on("change:shown_for", () => { // another member's page: every row is written anew
    for (const key of Object.keys(drafts)) delete drafts[key];
    draw();
  });
}

export default { render };
