// A sheet of questions: native radios, one fieldset a question, so that keyboard and screen reader know what to do.
// Every word reaches the page as text.
function made(name, parent, text, more = {}) {
  const one = document.createElement(name);
  if (text) one.textContent = text;
  Object.assign(one, more);
  parent?.append(one);
  return one;
}

function render({ model, el }) {
  const sheet = model.get("sheet");
  const prefix = "pp" + Math.random().toString(36).slice(2); // radios of two views must not share a group
  const form = made("form", el, "", { className: "promplan-sheet" });
  form.setAttribute("aria-label", sheet.title);
  made("p", form, sheet.title, { className: "promplan-sheet-title" });
  if (sheet.lead) made("p", form, sheet.lead);

  const who = sheet.asks_who ? made("select", null) : null;
  if (who) {
    const label = made("label", form, sheet.who + " ");
    label.append(who);
    who.addEventListener("change", () => {
      for (const row of rows) { row.write("", true); row.lock(true); row.say({}); } // nobody's, until the kernel answers
      total.textContent = "";
      button.disabled = true;
      model.set("who", who.value);
      model.save_changes();
    });
  }
  const members = () => {
    if (!who) return;
    who.replaceChildren();
    for (const [id, name] of model.get("members")) made("option", who, name, { value: id });
    who.value = model.get("who");
  };

  const rows = sheet.questions.map((question) => {
    const box = made("fieldset", form);
    made("legend", box, question.text);
    let read, write, lock;
    if (question.options.length) {
      const list = made("div", box, "", { className: sheet.across ? "promplan-across" : "" });
      const inputs = question.options.map((option) => {
        const label = made("label", list);
        const input = made("input", label, "", { type: "radio", name: prefix + question.id, value: option.id });
        made("span", label, option.text);
        return input;
      });
      read = () => inputs.find((one) => one.checked)?.value ?? "";
      write = (value) => inputs.forEach((one) => { one.checked = one.value === value; });
      lock = (locked) => inputs.forEach((one) => { one.disabled = locked; });
    } else {
      const area = made("textarea", box, "", { rows: 2, maxLength: 2000 });
      area.setAttribute("aria-label", question.text);
      read = () => area.value.trim();
      write = (value, always) => { if (always || document.activeElement !== area) area.value = value; };
      lock = (locked) => { area.disabled = locked; };
    }
    const said = made("p", box, "", { className: "promplan-said" });
    said.setAttribute("role", "status");
    const say = ({ mark = "", text = "" }) => {
      said.textContent = text ? `${mark} ${text}` : "";
      said.dataset.mark = mark;
    };
    // what was said is about the answer that was given: it goes as soon as another one stands there
    box.addEventListener("input", () => {
      const same = read() === (model.get("given")[question.id] ?? "");
      say(same ? model.get("said")[question.id] ?? {} : {});
      if (!same) total.textContent = "";
    });
    return { id: question.id, read, write, lock, say };
  });

  const button = made("button", form, sheet.button, { type: "submit", className: "jupyter-button" });
  const total = made("p", form, "", { className: "promplan-said" });
  total.setAttribute("role", "status");

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answers = {};
    for (const row of rows) if (row.read()) answers[row.id] = row.read();
    model.set("asked", { answers, who: model.get("who"), turn: (model.get("asked").turn ?? 0) + 1 });
    model.save_changes();
  });

  const show = () => {
    const given = model.get("given"), said = model.get("said");
    const locked = model.get("locked") || (who !== null && who.value !== model.get("shown_for"));
    for (const row of rows) {
      if (row.id in given) row.write(given[row.id]);
      row.lock(locked);
      row.say(said[row.id] ?? {});
    }
    button.disabled = locked;
    total.textContent = model.get("total");
  };
  const again = () => {
    const given = model.get("given");
    for (const row of rows) row.write(given[row.id] ?? "", true);
    show();
  };
  members();
  again();
  model.on("change:given change:said change:locked change:total", show);
  model.on("change:members", members);
  model.on("change:who", members);
  model.on("change:shown_for", again); // another member's page: every row is written anew
}

export default { render };
