// The budget's sliders. A hand on a slider is painted at once from the curves that are here; Python is asked for the exact
// numbers of the newest state, one question at a time; the plan is changed when the hand lets go. Words reach the page as
// text.
function render({ model, el }) {
  const words = model.get("words"), numbers = budgetNumbers(words.language);
  const box = made("section", el, "", { class: "pp-part pp-spend", "aria-label": words.title });
  const acts = acting(model, box);
  const none = made("p", box, "", { class: "pp-empty" });
  const gaps = made("ul", box, "", { class: "pp-spend-gaps" });
  const body = made("div", box, "", { class: "pp-spend-body" });
  const head = made("div", body, "", { class: "pp-spend-net", role: "group", "aria-label": words.together });
  const told = made("div", body, "", { class: "pp-spend-told-of" });
  const between = made("p", told), often = made("p", told);
  const stage = made("div", body, "", { class: "pp-spend-stage" });
  const side = made("div", body, "", { class: "pp-spend-side" });

  // what all of it comes to
  const total = made("p", head, "", { class: "pp-spend-total" });
  made("span", total, words.together, { class: "pp-label" });
  const net = made("b", total, "—"), of = made("span", total);
  const left = made("p", head, "", { class: "pp-spend-left" });
  const curves = reachChart(stage, words), exposures = exposureChart(stage, words);

  const purse = made("div", side, "", { class: "pp-spend-purse" });
  const bar = made("div", purse, "", { class: "pp-spend-bar-of", "aria-hidden": "true" });
  const spentBar = made("i", bar), othersBar = made("i", bar);
  const spent = made("p", purse), purseTold = made("p", purse, "", { class: "pp-spend-told" });
  const zero = made("div", side, "", { class: "pp-spend-zero" });
  const list = made("div", side, "", { class: "pp-spend-rows" });
  const end = made("div", side, "", { class: "pp-spend-end" });
  const undo = undoing(model, box, end, acts, words);
  made("p", end, words.keys, { class: "pp-spend-keys" });
  const levels = enoughSwitch(box, words, (n) => { enough = n; paint(); }, (n) => acts.act("enough", { to: n, from: model.get("shown").enough }));

  let drafts = new Map(); // channel → its sum under the hand, or on its way into the plan
  const sent = new Map(); // channel → the act that carries its draft, and the sum in it
  let turn = 0, asked = 0, waiting = false, active = "", enough = 0, of_plan = null;
  const rows = new Map();
  const shown = () => model.get("shown");
  const row = (id) => shown().rows.find((one) => one.id === id);
  const money = (id) => drafts.get(id) ?? row(id)?.amount ?? 0;

  // the exact numbers of the sums as they stand; `late`: they are on their way
  function state() {
    const fits = (one) => one?.amounts && shown().rows.every(({ id }) => one.amounts[id] === money(id));
    const plan = shown().state, answer = model.get("answer");
    if (fits(plan)) return { ...plan, late: false };
    if (fits(answer)) return { ...answer, late: false };
    return { ...(answer.page === acts.page && answer.amounts ? answer : plan), late: true };
  }

  function ask() {
    if (asked) { waiting = true; return; }
    asked = turn;
    model.set("moved", { page: acts.page, turn, amounts: Object.fromEntries(drafts) });
    model.save_changes();
  }

  const hand = {
    money,
    move: (id, sum) => {
      drafts.set(id, sum);
      active = id;
      turn += 1;
      box.dataset.held = "true"; // the guard's "saved" steps back meanwhile
      paint();
      ask();
    },
    release: (id) => {
      if (!drafts.has(id)) return;
      const before = sent.has(id) ? sent.get(id).to : (row(id)?.amount ?? null), to = drafts.get(id);
      if (before !== to) sent.set(id, { to, n: acts.act("amount", { id, to, from: before }) });
      else if (!sent.has(id)) drafts.delete(id);
      settle();
    },
    fix: (id, on) => acts.act("fixed", { id, on }),
    look: (id) => { if (active !== id) { active = id; paint(); } },
  };
  const settle = () => {
    for (const [id, { n, to }] of sent) {
      if (!acts.done(n)) continue;
      sent.delete(id);
      if (drafts.get(id) === to) drafts.delete(id); // else the hand has gone on meanwhile
    }
    for (const id of drafts.keys()) if (!row(id)) drafts.delete(id);
    box.dataset.held = String([...drafts].some(([id, sum]) => sent.get(id)?.to !== sum));
    paint();
  };

  const tools = budgetTools(box, words, numbers, {
    take: (amounts) => acts.act("best", { amounts }),
    cost: (people) => { turn += 1; model.set("asked", { page: acts.page, turn, people }); model.save_changes(); },
  });

  const put = (one, text) => { if (one.textContent !== text) one.textContent = text; };
  function show() { // another plan
    const now = shown();
    put(none, now.none);
    none.hidden = !now.none;
    body.hidden = Boolean(now.none);
    gaps.replaceChildren(...now.gaps.map((one) => made("li", null, one)));
    const keep = new Set(now.rows.map((one) => one.id));
    for (const [id, one] of rows) if (!keep.has(id)) { one.box.remove(); rows.delete(id); }
    now.rows.forEach((one, n) => {
      if (!rows.has(one.id)) rows.set(one.id, budgetRow(list, one.id, words, numbers, hand));
      const it = rows.get(one.id);
      if (list.children[n] !== it.box) list.insertBefore(it.box, list.children[n] ?? null);
      it.fill({ ...one, open: now.open }, now.scale, money(one.id));
    });
    if (!keep.has(active)) active = now.rows.find((one) => one.curve.length)?.id ?? "";
    if (of_plan !== now.enough) { of_plan = now.enough; enough = now.enough || 1; }
    zero.hidden = !now.zero.length;
    zero.replaceChildren(...now.zero.map(([text, kind]) => made(kind === "head" ? "b" : "p", null, text)));
    tools.show(now);
    settle();
  }

  function paint() {
    const now = shown(), exact = state(), brings = new Map();
    if (now.none) return;
    box.dataset.late = String(exact.late);
    for (const { id, curve, contacts } of now.rows) {
      const sum = money(id), known = exact.rows[id];
      const people = rows.get(id).show(sum, exact.amounts[id] === sum ? known : null);
      brings.set(id, { money: sum, people });
    }
    put(net, exact.net.people);
    put(of, exact.net.of);
    put(between, exact.net.between);
    put(often, exact.often);
    const channels = now.rows.reduce((sum, { id }) => sum + money(id), 0), all = channels + now.purse.others;
    const rest = now.purse.total === null ? null : now.purse.total - all;
    const width = Math.max(now.purse.total ?? 0, all) || 1;
    spentBar.style.width = `${(100 * channels) / width}%`;
    othersBar.style.width = `${(100 * now.purse.others) / width}%`;
    bar.style.setProperty("--end", (now.purse.total ?? width) / width);
    put(spent, words.spent.replace("{sum}", numbers.money(all)).replace("{currency}", now.purse.currency));
    const said = rest === null ? words.no_total : (rest < -0.005 ? words.over : words.left).replace("{sum}", numbers.money(Math.abs(rest))).replace("{currency}", now.purse.currency);
    put(left, said);
    purse.dataset.over = left.dataset.over = String(rest !== null && rest < -0.005);
    put(purseTold, now.purse.told);
    levels.show(exact.levels, enough, now.enough);
    curves(now, (id) => brings.get(id), active, exact.alt);
    exposures(exact.exposures, enough, now.most_contacts);
    if (!exact.late && box.dataset.exact !== String(turn)) box.dataset.exact = turn; // so far all numbers are exact
  }

  model.on("change:answer", () => {
    const answer = model.get("answer");
    if (answer.page === acts.page && answer.turn >= asked) {
      asked = 0;
      if (waiting) { waiting = false; ask(); }
    }
    paint();
  });
  model.on("change:shown", show);
  model.on("change:heard", settle);
  model.on("change:cost", () => { const found = model.get("cost"); if (found.page === acts.page) tools.cost(found); });
  const size = new ResizeObserver(() => requestAnimationFrame(paint));
  size.observe(stage);
  show();
  return () => size.disconnect();
}

export default { render };
