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
    who.addEventListener("change", () => { model.set("who", who.value); model.save_changes(); });
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
      write = (value) => { if (document.activeElement !== area) area.value = value; };
      lock = (locked) => { area.disabled = locked; };
    }
    const said = made("p", box, "", { className: "promplan-said" });
    said.setAttribute("role", "status");
    return { id: question.id, read, write, lock, said };
  });

  const button = made("button", form, sheet.button, { type: "submit", className: "jupyter-button" });
  const total = made("p", form, "", { className: "promplan-said" });
  total.setAttribute("role", "status");

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answers = {};
    for (const row of rows) if (row.read()) answers[row.id] = row.read();
    model.set("asked", { answers, turn: (model.get("asked").turn ?? 0) + 1 });
    model.save_changes();
  });

  const show = () => {
    const given = model.get("given"), said = model.get("said"), locked = model.get("locked");
    for (const row of rows) {
      if (row.id in given) row.write(given[row.id]);
      row.lock(locked);
      const { mark = "", text = "" } = said[row.id] ?? {};
      row.said.textContent = text ? `${mark} ${text}` : "";
      row.said.dataset.mark = mark;
    }
    button.disabled = locked;
    total.textContent = model.get("total");
  };
  const again = () => {
    const given = model.get("given");
    for (const row of rows) row.write(given[row.id] ?? "");
  };
  members();
  again();
  show();
  model.on("change:given change:said change:locked change:total", show);
  model.on("change:members", members);
  model.on("change:who", () => { members(); again(); show(); });
}

export default { render };
