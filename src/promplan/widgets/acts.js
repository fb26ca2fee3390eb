// Acts of a page: sent until the kernel has heard of each, so that a fast hand loses none. What is undone is undone there.
function acting(model, box) {
  const me = `pp${Math.random().toString(36).slice(2)}`;
  let turn = 0, waiting = [];
  const heard = () => {
    const now = model.get("heard");
    if (now.page === me) waiting = waiting.filter((one) => one.turn > now.turn);
  };
  model.on("change:heard", heard);
  return {
    page: me,
    act: (what, given = {}) => {
      heard();
      turn += 1;
      waiting.push({ turn, do: what, ...given });
      model.set("acts", { page: me, list: [...waiting] });
      model.save_changes();
      box.dispatchEvent(new Event("change", { bubbles: true })); // the guard hears it as any control's, and waits for the store
      return turn;
    },
    done: (n) => { const now = model.get("heard"); return now.page === me && now.turn >= n; },
    failed: (n) => { const now = model.get("heard"); return now.page === me && Boolean(now.failed?.includes(n)); },
    came: (n) => { const now = model.get("heard"); return now.page === me && now.turn === n ? now.came : undefined; },
  };
}

// Undo as a button that says what, and as the usual key where no text is being typed; a live line for what was done.
function undoing(model, box, parent, acts, words) {
  const button = pressed(parent, "", "plain", () => acts.act("undo"), { "aria-keyshortcuts": "Control+Z" });
  const live = made("p", box, "", { role: "status", class: "pp-hidden" });
  const show = () => {
    const what = model.get("undoes");
    const text = what ? words.undo.replace("{what}", what) : words.nothing;
    if (button.textContent !== text) button.textContent = text;
    button.setAttribute("aria-disabled", String(!what)); // it keeps the focus of who has undone all
    if (live.textContent !== model.get("told")) live.textContent = model.get("told");
  };
  button.addEventListener("click", (event) => { if (!model.get("undoes")) event.stopImmediatePropagation(); }, true);
  box.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.code !== "KeyZ") return;
    if (event.target.closest("textarea, input:not([type=range])")) return;
    event.preventDefault();
    event.stopPropagation();
    if (model.get("undoes")) acts.act("undo");
  });
  model.on("change:undoes change:told", show);
  show();
  return { say: (text) => { live.textContent = text; } };
}

// A control of a record. It is written where the plan has something else and nobody types; what could not be saved stays
// in it, also while another record is shown in between.
function control(parent, { name, label, kind = "text", wide = false, options = [], help = "" }, acts, commit) {
  const box = made("label", parent, "", { class: `pp-act-field${wide ? " pp-act-wide" : ""}`, "data-field": name });
  made("span", box, label, { class: "pp-label" });
  const guarded = { class: "pp-in", "data-lm-suppress-shortcuts": "true" };
  const one = kind === "choice" ? made("select", box, "", guarded)
    : kind === "long" ? made("textarea", box, "", { ...guarded, rows: 2 })
    : made("input", box, "", { ...guarded, type: "text", inputmode: kind === "number" ? "decimal" : null, autocomplete: "off" });
  if (help) made("small", box, help);
  const lost = new Map(); // record → what was typed there and is not in the plan
  let seen = "", timer = 0, of = "", turn = 0;
  const send = () => {
    clearTimeout(timer);
    timer = 0;
    if (one.value === seen) return;
    const before = seen;
    seen = one.value;
    turn = commit(of, name, seen, before);
  };
  const fill = (list) => {
    const told = JSON.stringify(list);
    if (one.dataset.list === told) return;
    const value = one.value;
    one.dataset.list = told;
    one.replaceChildren(...list.map(([id, said]) => Object.assign(document.createElement("option"), { value: id, textContent: said })));
    one.value = value;
  };
  if (kind === "choice") fill(options);
  one.addEventListener("keydown", (event) => { if (event.key !== "Escape") event.stopPropagation(); });
  one.addEventListener("input", (event) => {
    event.stopPropagation(); // the act tells the guard
    clearTimeout(timer);
    if (kind === "text" || kind === "long") timer = setTimeout(send, 500);
  });
  one.addEventListener("change", (event) => { event.stopPropagation(); send(); });
  const write = (text) => { if (one.value !== text) one.value = text; };
  return {
    node: one, box, fill, flush: send,
    show: (id, value) => {
      const text = value ?? "", other = id !== of;
      if (other && timer) send();
      if (turn && acts.failed(turn)) { lost.set(of, one.value); turn = 0; }
      if (other) turn = 0;
      of = id;
      const wrong = lost.get(id);
      if (wrong !== undefined && (wrong === text || (!other && one.value !== wrong))) lost.delete(id);
      one.toggleAttribute("aria-invalid", lost.has(id));
      if (lost.has(id)) one.setAttribute("aria-invalid", "true");
      if (lost.has(id)) { seen = text; write(lost.get(id)); return; }
      if (turn && !acts.done(turn)) return; // on its way
      const typing = !other && one.getRootNode().activeElement === one && one.value !== seen;
      if (typing) return;
      seen = text;
      write(text);
    },
  };
}
