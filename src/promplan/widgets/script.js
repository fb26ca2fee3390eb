// The script in two columns: lines keep their nodes wherever they are carried; the seconds run along with what is typed.
function render({ model, el }) {
  const words = model.get("words");
  const guarded = { "data-lm-suppress-shortcuts": "true" };
  const box = made("section", el, "", { class: "pp-part pp-script", "aria-label": words.title });
  const acts = acting(model, box);
  const none = made("p", box, "", { class: "pp-empty" });
  const head = made("div", box, "", { class: "pp-story-head" });
  const total = made("p", head, "", { class: "pp-story-count" });
  const bar = made("div", head, "", { class: "pp-script-bar", role: "img" });
  const over = made("ul", made("div", head, "", { role: "status" }), "", { class: "pp-story-wanted" });
  const tools = made("div", box, "", { class: "pp-row pp-story-bar" });
  const here = () => ({ piece: model.get("shown").id });
  let goes = null;
  const act = (what, id) => { rows.forEach((one) => one.flush()); goes = { turn: acts.act(what, { ...here(), id }) }; };
  const add = pressed(tools, words.add, "plain", () => act("add", model.get("shown").lines.at(-1)?.id ?? ""));
  const undo = undoing(model, box, tools, acts, words);
  const which = made("label", tools, "", { class: "pp-story-format" });
  made("span", which, words.language, { class: "pp-label" });
  const language = made("select", which, "", { class: "pp-in", ...guarded });
  language.addEventListener("change", (event) => { event.stopPropagation(); acts.act("language", { ...here(), value: language.value }); });
  language.addEventListener("keydown", (event) => event.stopPropagation());
  const heads = made("div", box, "", { class: "pp-line-heads", "aria-hidden": "true" });
  for (const one of ["", words.picture, words.words]) made("span", heads, one);
  const list = made("div", box, "", { class: "pp-line-list" });

  const rows = new Map();
  let order = null, waits = 0, lifted = "", hand = false;
  const lines = () => model.get("shown").lines ?? [];
  const ids = () => {
    const now = lines().map((one) => one.id);
    return order && order.length === now.length && order.every((one) => now.includes(one)) ? order : now;
  };

  function carryTo(id, to) {
    const from = lines().findIndex((one) => one.id === id), now = ids().filter((one) => one !== id);
    now.splice(to, 0, id);
    order = from === to ? null : now;
    if (from !== to) waits = acts.act("carry", { ...here(), id, by: to - from });
    undo.say(words.put.replace("{n}", to + 1));
    lay();
  }
  const lift = (id) => { lifted = id; undo.say(words.lifted.replace("{n}", ids().indexOf(id) + 1)); lay(); };
  const put = (id) => { lifted = ""; carryTo(id, ids().indexOf(id)); };
  const shift = (now, place) => {
    order = now;
    undo.say(words.at.replace("{n}", place + 1).replace("{all}", now.length));
    lay();
    rows.get(now[place]).node.scrollIntoView({ block: "nearest" });
  };
  const handleKeys = (event, id) => carryByKeys(event, id, { ids: ids(), held: lifted === id, lift, put, shift, back: letGo });
  const letGo = () => { lifted = ""; order = null; undo.say(words.back); lay(); };
  function raise(event, id) {
    const clear = () => { for (const one of rows.values()) delete one.node.dataset.drop; };
    let to = -1;
    carry(event, rows.get(id).handle, rows.get(id).node, {
      raise: () => { hand = true; lifted = id; lay(); },
      over: (_, y) => {
        clear();
        const rest = ids().filter((one) => one !== id);
        to = rest.filter((one) => { const r = rows.get(one).node.getBoundingClientRect(); return y > r.top + r.height / 2; }).length;
        const mark = to < rest.length ? rows.get(rest[to]) : rows.get(rest.at(-1));
        if (mark) mark.node.dataset.drop = to < rest.length ? "before" : "after";
      },
      drop: () => { clear(); hand = false; lifted = ""; if (to >= 0) carryTo(id, to); else lay(); rows.get(id)?.handle.focus({ preventScroll: true }); },
      back: () => { clear(); hand = false; lifted = ""; lay(); },
    });
  }

  function row(id) {
    const one = scriptRow({ words, acts, id, act, here, raise, handleKeys });
    one.handle.addEventListener("blur", () => setTimeout(() => { if (lifted === id && document.activeElement !== one.handle && !hand) letGo(); }));
    rows.set(id, one);
    return one;
  }

  function lay() {
    const held = document.activeElement, now = new Map(lines().map((one) => [one.id, one]));
    ids().forEach((id, n) => {
      const one = rows.get(id) ?? row(id);
      one.show(now.get(id), n + 1, model.get("shown"));
      one.handle.setAttribute("aria-pressed", String(lifted === id));
      one.node.toggleAttribute("data-lifted", lifted === id);
      if (list.children[n] !== one.node) list.insertBefore(one.node, list.children[n] ?? null);
    });
    if (held && held !== document.activeElement && box.contains(held)) held.focus({ preventScroll: true });
  }

  // each line as wide as it takes at ease, the piece's length as a mark
  function measure(shown) {
    const easy = shown.lines.map((one) => one.easy), sum = easy.reduce((a, b) => a + b, 0);
    const whole = Math.max(sum, shown.length ?? 0);
    bar.hidden = !whole;
    if (!whole) return;
    bar.setAttribute("aria-label", `${words.bar}: ${shown.total}`);
    const now = JSON.stringify([easy, shown.length, shown.lines.map((one) => one.over.length)]);
    if (bar.dataset.now === now) return;
    bar.dataset.now = now;
    bar.replaceChildren();
    shown.lines.forEach((one, n) => {
      if (!one.easy) return;
      const part = made("i", bar, "", { style: `width:${(100 * one.easy) / whole}%` });
      part.toggleAttribute("data-over", one.over.length > 0);
      if (one.easy / whole > 0.04) made("span", part, String(n + 1));
    });
    if (shown.length) made("b", bar, "", { style: `left:${(100 * shown.length) / whole}%` });
  }

  function show() {
    const shown = model.get("shown");
    none.hidden = Boolean(shown.id && shown.lines?.length);
    none.textContent = shown.id ? words.none : words["no piece"];
    for (const one of [head, tools, list]) one.hidden = !shown.id;
    heads.hidden = !shown.lines?.length;
    if (!shown.id) return;
    if (waits && acts.done(waits)) { waits = 0; order = null; }
    if (total.textContent !== shown.total) total.textContent = shown.total;
    const told = shown.over.join("\n");
    if (over.dataset.list !== told) { over.dataset.list = told; over.replaceChildren(...shown.over.map((one) => made("li", null, one))); }
    if (!language.options.length) language.replaceChildren(...shown.languages.map(([id, said]) => made("option", null, said, { value: id })));
    if (language.value !== shown.language) language.value = shown.language;
    measure(shown);
    const now = new Set(shown.lines.map((one) => one.id)), gone = [...rows].filter(([id]) => !now.has(id));
    const focused = gone.some(([, one]) => one.node.contains(document.activeElement));
    const place = gone.length ? [...list.children].indexOf(gone[0][1].node) : 0;
    for (const [id, one] of gone) { one.node.remove(); rows.delete(id); }
    lay();
    const came = goes && acts.done(goes.turn) ? acts.came(goes.turn) : "";
    if (goes && acts.done(goes.turn)) goes = null;
    if (came && rows.has(came)) { rows.get(came).fields[0].node.focus(); rows.get(came).node.scrollIntoView({ block: "nearest" }); }
    else if (focused) (rows.get(ids()[Math.min(place, now.size - 1)])?.handle ?? add).focus();
  }

  show();
  model.on("change:shown change:heard", show);
  return () => rows.forEach((one) => one.flush());
}

export default { render };
