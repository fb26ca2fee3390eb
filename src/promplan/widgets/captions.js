// The caption editor: the timeline above, the rows under it; both show one list, and one caption is chosen in both.
function render({ model, el }) {
  const words = model.get("words");
  const guarded = { "data-lm-suppress-shortcuts": "true" };
  const box = made("section", el, "", { class: "pp-part pp-caps", "aria-label": words.title });
  const acts = acting(model, box);
  const none = made("p", box, "", { class: "pp-empty" });
  const body = made("div", box, "", { class: "pp-caps-body" });
  const count = made("p", body, "", { class: "pp-story-count", role: "status" });
  const rule = made("p", body, "", { class: "pp-caps-rules" });
  const bar = made("div", body, "", { class: "pp-row pp-story-bar" });
  const here = () => ({ piece: model.get("shown").id, language: model.get("shown").language });
  pressed(bar, words.add, "plain", () => does("add", cues.length - 1));
  const script = pressed(bar, words.script, "plain", () => { flush(); goes = { turn: acts.act("script", here()), to: "" }; });
  const file = made("input", bar, "", { type: "file", accept: ".srt,.vtt,.txt", class: "pp-hidden", tabindex: "-1", "aria-label": words.open, ...guarded });
  pressed(bar, words.open, "plain", () => file.click());
  file.addEventListener("change", async (event) => {
    event.stopPropagation();
    const one = file.files[0];
    if (one?.size > 30e6) note.textContent = words.large.replace("{name}", one.name);
    else if (one) await upload(model, box, one);
    file.value = "";
  });
  const sort = pressed(bar, words.sort, "plain", () => acts.act("sort", here()));
  const undo = undoing(model, box, bar, acts, words);
  const which = made("label", bar, "", { class: "pp-story-format" });
  made("span", which, words.language, { class: "pp-label" });
  const language = made("select", which, "", { class: "pp-in", ...guarded });
  language.addEventListener("change", (event) => { event.stopPropagation(); flush(); acts.act("language", { ...here(), value: language.value }); });
  language.addEventListener("keydown", (event) => event.stopPropagation());
  const note = made("p", body, "", { role: "status", class: "pp-desk-note" });
  const place = made("div", body, "", { class: "pp-caps-place" });
  const list = made("div", body, "", { class: "pp-caps-list" });
  made("p", body, words.keys, { class: "pp-caps-keys" });

  // the track as the hand has it: what was sent and not heard of is kept over what the kernel shows
  let cues = [], chosen = -1, sent = 0, goes = null;
  const rows = [];
  const plain = ({ start, end, text }) => ({ start, end, text });
  const flush = () => rows.forEach((one) => one.flush());

  function put(n, name, value) {
    const was = plain(cues[n]);
    sent = acts.act("put", { ...here(), id: `cue ${n + 1}`, n, was, name, value });
    const heard = name === "text" ? value : secondsOf(value);
    if (heard !== null) cues[n] = { ...cues[n], [name]: heard };
    return sent;
  }
  const split = (n, at) => { flush(); rows[n].text.node.readOnly = true; goes = { turn: acts.act("split", { ...here(), n, was: plain(cues[n]), at }), to: at === null ? "" : "text" }; };
  function does(what, n, more = {}) {
    flush();
    if (what === "text") return rows[n]?.text.node.focus();
    if (what === "split") return split(n, null);
    if (what === "nudge") return nudge(n, more.edge, more.by);
    const turn = acts.act(what, { ...here(), n, was: cues[n] ? plain(cues[n]) : null, ...more });
    goes = { turn, to: what === "add" ? "text" : "" };
  }
  function nudge(n, edge, by) {
    flush();
    const was = plain(cues[n]);
    sent = acts.act("nudge", { ...here(), n, was, edge, by });
    cues[n] = { ...cues[n], ...moved(was, edge, by) };
    undo.say(`${clock(cues[n].start)} – ${clock(cues[n].end)}`);
    draw();
  }
  const near = (value) => Math.round(value * 1000) / 1000;
  function moved({ start, end }, edge, by) { // as the kernel does it
    if (edge === "start") return { start: near(Math.max(0, Math.min(start + by, Math.max(0, end - 0.1)))) };
    if (edge === "end") return { end: near(Math.max(start + 0.1, Math.min(end + by, 36000))) };
    const far = Math.max(-Math.min(start, end), Math.min(by, 36000 - Math.max(start, end)));
    return { start: near(start + far), end: near(end + far) };
  }
  function dropped(n, times) {
    flush();
    for (const name of ["start", "end"]) {
      if (Math.abs(times[name] - cues[n][name]) < 0.0005) continue;
      sent = acts.act("put", { ...here(), id: `cue ${n + 1}`, n, was: plain(cues[n]), name, value: times[name] });
      cues[n] = { ...cues[n], [name]: times[name] };
    }
    draw();
  }
  function choose(n, from, times) {
    if (from === "drag") { rows[n]?.times(times); return; }
    if (n === chosen) return;
    chosen = n;
    line.choose(n);
    rows.forEach((one, k) => one.node.toggleAttribute("data-chosen", k === n));
    if (from === "line") {
      const area = list.getBoundingClientRect(), row = rows[n].node.getBoundingClientRect();
      if (row.top < area.top || row.bottom > area.bottom) list.scrollTop += row.top - area.top - 12;
    }
  }
  const line = timeline({ words, box: place, choose, nudge, put: dropped, other: does });

  function draw() {
    const shown = model.get("shown");
    while (rows.length > cues.length) rows.pop().node.remove();
    cues.forEach((one, n) => {
      if (!rows[n]) { rows[n] = captionRow({ words, acts, n, put, split, does, choose }); list.append(rows[n].node); }
      rows[n].show(one, shown, n === cues.length - 1);
      rows[n].node.toggleAttribute("data-chosen", n === chosen);
    });
    line.show(cues, shown);
  }

  function show() {
    const shown = model.get("shown");
    none.hidden = Boolean(shown.id && shown.cues.length);
    none.textContent = shown.id ? words.none : words["no piece"];
    body.hidden = !shown.id;
    if (!shown.id) return;
    if (!line.held && (!sent || acts.done(sent))) { cues = shown.cues.map((one) => ({ ...one })); sent = 0; }
    else if (shown.cues.length === cues.length) cues = cues.map((one, n) => ({ ...shown.cues[n], ...plain(one) }));
    if (count.textContent !== shown.count) count.textContent = shown.count;
    if (rule.textContent !== shown.rules) rule.textContent = shown.rules;
    if (language.options.length !== shown.languages.length) {
      language.replaceChildren(...shown.languages.map(([id, said]) => Object.assign(document.createElement("option"), { value: id, textContent: said })));
    }
    if (language.value !== shown.language) language.value = shown.language;
    script.hidden = !shown.speaks;
    sort.hidden = !shown.cues.some((one) => one.faults.some((it) => it.kind === "order"));
    place.hidden = !shown.cues.length;
    const stood = document.activeElement?.closest?.(".pp-cap, .pp-cue, .pp-grip") && box.contains(document.activeElement);
    const where = stood ? (document.activeElement.closest(".pp-cap") ? (document.activeElement.matches("textarea") ? "text" : "row") : "line") : "";
    if (chosen >= cues.length) { chosen = cues.length - 1; line.choose(chosen); }
    draw();
    if (goes && acts.done(goes.turn)) {
      for (const one of rows) one.text.node.readOnly = false; // what was typed meanwhile would be of neither half
      const to = acts.came(goes.turn), how = goes.to || where;
      goes = null;
      if (Number.isInteger(to) && to >= 0 && rows[to]) {
        choose(to, "line");
        if (how === "text" || how === "row") rows[to].text.node.focus();
        else if (how === "line") line.focus(to);
      }
    }
    if (stood && !box.contains(document.activeElement)) (rows[chosen]?.text.node ?? bar.firstChild).focus();
  }

  show();
  model.on("change:shown change:heard", show);
  return () => { line.end(); flush(); };
}

export default { render };
