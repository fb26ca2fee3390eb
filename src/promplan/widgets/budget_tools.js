// What can be asked of the budget: the best split as a proposal, what so many people would cost, all money on one channel.
function budgetTools(parent, words, numbers, asks) {
  const guarded = { "data-lm-suppress-shortcuts": "true" };
  const bar = made("div", parent, "", { class: "pp-row pp-spend-asks" });
  const open = new Map();
  const tool = (name, text, kind) => {
    const id = `pp${Math.random().toString(36).slice(2)}`;
    const button = pressed(bar, text, kind, () => turn(name, !open.get(name)), { "aria-expanded": "false", "aria-controls": id });
    const box = made("div", parent, "", { class: `pp-spend-tool pp-spend-${name}`, id, role: "group", "aria-label": text, hidden: true });
    open.set(name, false);
    return { button, box };
  };
  const turn = (name, to) => {
    open.set(name, to);
    tools[name].box.hidden = !to;
    tools[name].button.setAttribute("aria-expanded", String(to));
    if (to) tools[name].box.querySelector("input, button")?.focus({ preventScroll: true });
  };
  const tools = { best: tool("best", words.best, "primary"), cost: tool("cost", words.cost, "plain"), alone: tool("alone", words.alone, "plain") };

  const table = (box, { heads, rows }) => {
    const scroll = made("div", box, "", { class: "pp-spend-scroll" });
    const one = made("table", scroll, "", { class: "pp-spend-table" });
    const line = made("tr", made("thead", one));
    heads.forEach((text) => made("th", line, text, { scope: "col" }));
    const body = made("tbody", one);
    for (const row of rows) {
      const tr = made("tr", body);
      row.forEach((text, n) => made(n ? "td" : "th", tr, text, n ? {} : { scope: "row" }));
    }
  };
  const lines = (box, list, given = {}) => list.forEach((text) => made("p", box, text, given));

  // the best split
  const best = made("div", tools.best.box);
  const choice = made("div", tools.best.box, "", { class: "pp-row" });
  let proposal = null;
  const take = pressed(choice, words.take, "primary", () => { asks.take(proposal.amounts); turn("best", false); tools.best.button.focus(); });
  pressed(choice, words.leave, "quiet", () => { turn("best", false); tools.best.button.focus(); });

  // backward: people wanted, least money
  const form = made("div", tools.cost.box, "", { class: "pp-spend-wanted" });
  const label = made("label", form, "", { class: "pp-spend-people" });
  made("span", label, words.wanted, { class: "pp-label" });
  const people = made("input", label, "", { type: "text", inputmode: "numeric", autocomplete: "off", class: "pp-in", ...guarded });
  const go = pressed(form, words.work_out, "plain", () => asks.cost(people.value));
  people.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); go.click(); } event.stopPropagation(); });
  for (const kind of ["input", "change"]) people.addEventListener(kind, (event) => event.stopPropagation());
  const answer = made("div", tools.cost.box, "", { role: "status" });
  const alone = made("div", tools.alone.box);

  return {
    show: (shown) => {
      proposal = shown.best;
      best.replaceChildren();
      lines(best, proposal.lead, { class: "pp-spend-said" });
      if (proposal.table.rows.length) table(best, proposal.table);
      lines(best, proposal.proof);
      take.hidden = !proposal.amounts;
      alone.replaceChildren();
      lines(alone, shown.alone.lead);
      if (shown.alone.table.rows.length) table(alone, shown.alone.table);
      if (!people.value) people.value = shown.wanted;
    },
    cost: (found) => {
      answer.replaceChildren();
      lines(answer, found.said ?? [], { class: "pp-spend-said" });
      if (found.table?.rows.length) table(answer, found.table);
    },
  };
}
