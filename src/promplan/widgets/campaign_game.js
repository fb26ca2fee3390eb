// The campaign game: play a week, read what it brought, answer what happened, decide, and look back at the end. The
// kernel plays and says all numbers; here they are painted.
function render({ model, el }) {
  const words = model.get("words");
  const box = made("section", el, "", { class: "pp-part pp-game", "aria-label": words.title });
  const acts = acting(model, box);
  const live = made("p", box, "", { role: "status", class: "pp-hidden" });
  made("p", box, words.simulation, { class: "pp-game-mark" });
  made("p", box, words.lead, { class: "pp-game-read" });
  const none = made("p", box, "", { class: "pp-game-wrong", hidden: true });
  const body = made("div", box, "", { class: "pp-game-body" });
  const changed = made("p", body, "", { class: "pp-game-wrong", hidden: true });

  const top = made("div", body, "", { class: "pp-game-top" });
  const when = made("p", top, "", { class: "pp-game-when" });
  const gone = made("div", top, "", { class: "pp-game-gone", role: "progressbar", "aria-valuemin": "0", "aria-label": words.title });
  const bar = made("i", gone);
  const row = made("div", top, "", { class: "pp-row" });
  const play = pressed(row, words.play, "primary", () => { if (!waits()) acts.act("play", { week: model.get("shown").week }); });
  const wait = made("span", row, "", { class: "pp-game-help" });
  const thin = made("div", body, "", { class: "pp-game-wrong pp-game-thin", hidden: true });
  const event = gameEvent(body, words, acts);

  const end = made("section", body, "", { class: "pp-game-part pp-game-end", "aria-label": words.end, hidden: true });
  const week = made("section", body, "", { class: "pp-game-part", "aria-label": words.week, hidden: true });
  made("h4", week, words.week);
  const quiet = made("p", week, "", { class: "pp-game-read", hidden: true });
  const table = gameTable(week, words);
  const all = made("section", body, "", { class: "pp-game-part", "aria-label": words.so_far, hidden: true });
  made("h4", all, words.so_far);
  const funnel = gameFunnel(all, words);
  const chart = gameChart(all);
  const money = made("section", body, "", { class: "pp-game-part", "aria-label": words.money });
  made("h4", money, words.money);
  const purse = made("ul", money, "", { class: "pp-game-purse" });
  const form = gameForm(body, words, acts);

  const past = made("section", body, "", { class: "pp-game-part", "aria-label": words.history });
  made("h4", past, words.history);
  const moves = made("ol", past, "", { class: "pp-game-moves" });
  const foot = made("div", body, "", { class: "pp-row pp-game-foot-row" });
  const keep = pressed(foot, words.keep, "plain", () => acts.act("keep"));
  const anew = pressed(foot, words.anew, "quiet", () => ask(true));
  const kept = made("p", body, "", { class: "pp-game-help" });
  const sure = made("div", body, "", { class: "pp-game-sure", role: "group", "aria-label": words.anew, hidden: true });
  made("p", sure, words.sure);
  const yes = made("div", sure, "", { class: "pp-row" });
  pressed(yes, words.yes, "plain", () => { acts.act("anew"); ask(false); });
  const no = pressed(yes, words.no, "plain", () => ask(false));
  const folds = ["left_out", "assumed"].map((name) => {
    const fold = made("details", box, "", { class: "pp-game-fold" });
    made("summary", fold, words[name], { "data-lm-suppress-shortcuts": "true" });
    return [name, fold, made("ul", fold)];
  });

  let lookedAt = ""; // what the look back was painted of: it keeps the focus of who reads in it
  const waits = () => { const now = model.get("shown"); return now.over || Boolean(now.event?.key); };

  function ask(open) {
    sure.hidden = !open;
    (open ? no : anew).focus({ preventScroll: !open });
  }

  function history(shown) {
    const held = moves.contains(box.getRootNode().activeElement);
    moves.replaceChildren();
    for (const one of shown.moves) {
      const line = made("li", moves);
      made("span", line, one.said);
      if (one.why) made("q", line, one.why);
      if (one.back) pressed(line, words.back.replace("{what}", one.said), "quiet", () => acts.act("back", { id: one.id }));
    }
    if (!shown.moves.length) made("li", moves, words.none_yet, { class: "pp-game-help" });
    if (shown.lost) made("li", moves, shown.lost, { class: "pp-game-help" });
    if (held) play.focus({ preventScroll: true });
  }

  function looked(shown) {
    end.hidden = !shown.over;
    const now = JSON.stringify(shown.end ?? {});
    if (now === lookedAt) return;
    lookedAt = now;
    end.replaceChildren();
    if (!shown.end?.told) return;
    made("h4", end, words.end, { tabindex: "-1" });
    for (const text of shown.end.told) made("p", end, text, { class: "pp-game-read" });
    const frame = made("div", end, "", { class: "pp-game-scroll", role: "region", tabindex: "0", "aria-label": words.option, "data-lm-suppress-shortcuts": "true" });
    const list = made("table", frame, "", { class: "pp-game-table" });
    const head = made("tr", made("thead", list));
    for (const name of ["option", "reach", "expected", "came"]) made("th", head, words[name], { scope: "col" });
    const rows = made("tbody", list);
    for (const one of shown.end.rows) {
      const line = made("tr", rows, "", { class: one.mine ? "pp-game-total" : "" });
      made("th", line, one.name, { scope: "row" });
      for (const text of one.cells) made("td", line, text);
    }
  }

  function show() {
    const shown = model.get("shown"), there = !shown.problem;
    none.hidden = there;
    none.textContent = shown.problem;
    body.hidden = !there;
    for (const [name, fold, list] of folds) {
      const rows = shown[name] ?? [];
      fold.hidden = !rows.length;
      list.replaceChildren();
      for (const text of rows) made("li", list, text);
    }
    if (!there) return;
    when.textContent = shown.when;
    shaped(gone, { "aria-valuemax": shown.weeks, "aria-valuenow": shown.week, "aria-valuetext": shown.when });
    bar.style.width = `${(100 * shown.week) / shown.weeks}%`;
    play.setAttribute("aria-disabled", String(waits())); // it keeps the focus of who has pressed it
    const held = box.getRootNode().activeElement === play;
    play.hidden = shown.over;
    wait.textContent = shown.event.key ? words.wait : shown.trouble.do === "play" ? shown.trouble.said : "";
    changed.hidden = !shown.changed;
    changed.textContent = shown.changed;
    thin.hidden = !shown.thin.length;
    thin.replaceChildren();
    for (const text of shown.thin) made("p", thin, text);
    event.show(shown);
    quiet.hidden = !shown.quiet;
    quiet.textContent = shown.quiet;
    week.hidden = all.hidden = !shown.week;
    table.show(shown.this);
    funnel.show(shown.so_far);
    chart.show(shown.chart);
    purse.replaceChildren();
    money.hidden = !shown.money.length;
    for (const one of shown.money) {
      const line = made("li", purse);
      made("b", line, one.name);
      made("strong", line, one.text);
      made("span", line, one.buys);
    }
    form.show(shown);
    history(shown);
    looked(shown);
    if (held && shown.over) end.querySelector("h4")?.focus({ preventScroll: true });
    keep.hidden = !shown.week;
    kept.textContent = shown.week ? [words.keep_help, shown.kept, ["keep", "back", "anew"].includes(shown.trouble.do) ? shown.trouble.said : ""].filter(Boolean).join(" ") : "";
    anew.hidden = !shown.week && !shown.moves.length;
  }

  const tell = () => { live.textContent = model.get("told"); };
  show();
  model.on("change:shown change:heard", show);
  model.on("change:told", tell);
  return () => { chart.end(); model.off("change:shown change:heard", show); model.off("change:told", tell); };
}

export default { render };
