// The rehearsal clock: it runs on the page alone and sends the seconds of each part when it is stopped.
function render({ model, el }) {
  const words = model.get("words");
  const box = made("section", el, "", { class: "pp-part pp-clock", "aria-label": words.title });
  const acts = acting(model, box);
  const said = made("p", box, words.ready, { class: "pp-clock-said" });
  const face = made("div", box, "", { class: "pp-clock-face" });
  const part = made("p", face, "", { class: "pp-clock-part" });
  const time = made("p", face, "0:00", { class: "pp-clock-time", role: "timer", "aria-live": "off" });
  const own = made("p", face, "", { class: "pp-clock-own" });
  const text = made("p", face, "", { class: "pp-clock-text" });
  const tools = made("div", box, "", { class: "pp-row" });
  const start = pressed(tools, words.start, "primary", () => begin());
  const next = pressed(tools, words.next, "primary", () => go());
  const stop = pressed(tools, words.stop, "plain", () => end());
  const undo = undoing(model, box, tools, acts, words);
  const list = made("ol", box, "", { class: "pp-clock-list" });
  let run = null, timer = 0, sent = [];

  const clock = (s) => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}`;
  const filled = (words_, given) => words_.replace(/\{(\w+)\}/g, (whole, name) => given[name] ?? whole);
  const now = () => performance.now() / 1000;
  const shown = () => (run ? run.shown : model.get("shown"));
  const spent = () => (run ? [...run.done, now() - run.since] : sent);
  const sum = (list_) => list_.reduce((a, b) => a + b, 0);

  function begin() {
    const held = model.get("shown");
    if (run || !held.parts?.length) return;
    sent = [];
    run = { shown: held, done: [], since: now(), up: false };
    timer = setInterval(draw, 200);
    lay();
    next.focus();
    tell();
  }

  function go() {
    if (!run) return;
    if (run.done.length + 1 >= run.shown.parts.length) { end(); return; }
    run.done.push(now() - run.since);
    run.since = now();
    lay();
    tell();
  }

  function end() {
    if (!run) return;
    clearInterval(timer);
    sent = spent().map((one) => Math.round(one)); // as the plan keeps them: face, rows and sum say the same
    const parts = sent, whole = sum(parts), all = run.shown.limit;
    run = null;
    lay();
    start.focus();
    const told = filled(whole > all ? words.late : words.early, { whole, all, s: Math.abs(whole - all) });
    said.textContent = told;
    undo.say(told);
    try {
      acts.act("rehearsed", { parts });
    } catch {
      box.dispatchEvent(new Event("change", { bubbles: true })); // nobody hears it any more: the guard says so
    }
  }

  // a screen reader hears the part's name once, and once that the time is up; never the seconds
  function tell() {
    const n = run.done.length, one = run.shown.parts[n];
    undo.say(`${filled(words.part, { n: n + 1, all: run.shown.parts.length, beat: one.beat })}${one.who ? `, ${one.who}` : ""}`);
  }

  function draw() {
    const told = shown(), each = spent(), n = run ? run.done.length : -1, whole = sum(each);
    time.textContent = `${clock(whole)} / ${clock(told.limit ?? 0)}`;
    const over = whole > told.limit;
    face.toggleAttribute("data-over", Boolean(run) && over);
    if (run && over && !run.up) { run.up = true; undo.say(words.up); }
    if (run) {
      const off = Math.round(each[n] - told.parts[n].seconds);
      own.textContent = filled(off > 0 ? words.over : words.left, { s: Math.abs(off) });
      own.toggleAttribute("data-over", off > 0);
    } else own.textContent = "";
    told.parts?.forEach((one, k) => {
      const row = list.children[k];
      if (!row) return;
      const s = each[k];
      const label = s === undefined ? `${one.beat}: ${filled(words.plain, { s: one.seconds })}` : filled(words.row, { beat: one.beat, s: Math.round(s), all: one.seconds });
      if (row.firstChild.textContent !== label) row.firstChild.textContent = label;
      const most = Math.max(told.limit / 3, one.seconds, s ?? 0, 1);
      row.querySelector("b").style.width = `${(100 * Math.min(s ?? 0, most)) / most}%`;
      row.querySelector("u").style.left = `${(100 * one.seconds) / most}%`;
      row.toggleAttribute("data-over", s !== undefined && s > one.seconds + 0.5);
      if (k === n) row.setAttribute("aria-current", "step"); else row.removeAttribute("aria-current");
    });
  }

  function lay() {
    const told = shown(), n = run ? run.done.length : -1, rows = told.parts ?? [];
    if (!run && !sent.length) said.textContent = rows.length ? words.ready : words.none;
    said.hidden = Boolean(run);
    face.hidden = !run && !sent.length;
    start.hidden = Boolean(run);
    start.disabled = !rows.length;
    start.textContent = sent.length ? words.again : words.start;
    next.hidden = !run;
    stop.hidden = !run;
    next.textContent = n + 1 >= rows.length ? words.last : words.next;
    const one = rows[n];
    part.textContent = one ? `${filled(words.part, { n: n + 1, all: rows.length, beat: one.beat })}${one.who ? ` · ${one.who}` : ""}` : "";
    text.textContent = one ? one.says : "";
    if (list.children.length !== rows.length) {
      list.replaceChildren(...rows.map(() => {
        const row = made("li");
        made("span", row);
        const bar = made("i", row, "", { "aria-hidden": "true" });
        made("b", bar);
        made("u", bar);
        return row;
      }));
    }
    draw();
  }

  const follow = () => { if (!run) lay(); };
  model.on("change:shown change:heard", follow);
  lay();
  return () => clearInterval(timer);
}

export default { render };
