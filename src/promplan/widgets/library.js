// The library: cards that are filtered and opened in place. Nothing is rebuilt, so the focus stays where it is.
function render({ model, el }) {
  const words = model.get("words");
  const cards = model.get("cards");
  const facets = model.get("facets");
  const part = made("div", el, "", { class: "pp-library" });
  made("h3", part, words.title, { class: "pp-title" });
  made("p", part, words.protected, { class: "pp-kicker" });

  const squeezed = (text) => text.toLocaleLowerCase().replaceAll("ё", "е");
  const quiet = { "data-lm-suppress-shortcuts": "true" };
  const controls = made("div", part, "", { class: "pp-library-find", role: "search" });
  const field = (label, parent) => made("label", parent, label, { class: "pp-label" });
  let search = null;
  const selects = [];
  if (facets.length) {
    const box = made("div", controls, "", { class: "pp-library-search" });
    const label = field(words.search, box);
    search = made("input", box, "", { type: "search", class: "pp-in", autocomplete: "off", id: `pp${Math.random().toString(36).slice(2)}`, ...quiet });
    label.htmlFor = search.id;
    search.value = model.get("search");
    search.addEventListener("input", (event) => { event.stopPropagation(); set("search", search.value); });
    search.addEventListener("change", (event) => event.stopPropagation()); // words of a search are saved nowhere
    search.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape" && search.value) { search.value = ""; set("search", ""); event.preventDefault(); }
    });
    for (const facet of facets) {
      const one = made("div", controls);
      const name = field(facet.label, one);
      const select = made("select", one, "", { class: "pp-in", id: `${search.id}${facet.id}`, ...quiet });
      name.htmlFor = select.id;
      made("option", select, words.any, { value: "" });
      for (const [key, text] of facet.options) made("option", select, text, { value: key });
      select.value = model.get("picked")[facet.id] ?? "";
      select.addEventListener("change", (event) => { event.stopPropagation(); pick(facet.id, select.value); });
      select.addEventListener("keydown", (event) => event.stopPropagation());
      selects.push([facet.id, select]);
    }
  }
  const foot = made("div", part, "", { class: "pp-row pp-library-count", hidden: !facets.length });
  const count = made("span", foot, "", { role: "status" });
  const all = pressed(foot, words.all, "quiet", () => {
    search.value = "";
    for (const [, select] of selects) select.value = "";
    model.set("search", "");
    set("picked", {});
    search.focus();
  });

  const list = made("ul", part, "", { class: "pp-library-cards" });
  const shown = cards.map((card) => drawn(card));
  const none = made("p", part, words.none, { class: "pp-library-none", hidden: true });
  const every = made("div", part, "", { class: "pp-library-every" });
  made("h4", every, words.every, { class: "pp-label" });
  const asked = made("ul", every);
  for (const one of words.questions) made("li", asked, one);

  function drawn(card) {
    const item = made("li", list, "", { class: "pp-library-card" });
    const head = made("div", item, "", { class: "pp-library-head" });
    made("span", head, card.year, { class: "pp-library-year", "aria-hidden": "true" });
    const name = made("div", head);
    made("h4", name, card.title, { id: `${card.id}-${Math.random().toString(36).slice(2)}` });
    made("p", name, card.forms, { class: "pp-kicker" });
    made("p", item, card.lead, { class: "pp-library-lead" });
    const more = made("div", item, "", { class: "pp-library-more", hidden: true });
    made("p", more, card.made, { class: "pp-library-made" });
    const facts = made("dl", more);
    for (const [label, text] of card.lines) {
      made("dt", facts, label);
      made("dd", facts, text);
    }
    const discuss = made("div", more, "", { class: "pp-library-question" });
    made("span", discuss, words.discuss, { class: "pp-label" });
    made("p", discuss, card.question);
    const sources = made("ul", more, "", { class: "pp-library-sources", "aria-label": words.sources });
    for (const one of card.sources) {
      const line = made("li", sources);
      made("a", line, one.title, { href: one.url, target: "_blank", rel: "noopener noreferrer", ...quiet });
      line.append(` (${one.note})`);
    }
    const title = head.querySelector("h4");
    const button = pressed(item, "", "quiet", () => toggle(card.id), { "aria-expanded": "false", "aria-describedby": title.id });
    button.classList.add("pp-library-toggle");
    item.addEventListener("keydown", moved);
    return { card, item, more, button, words: squeezed(card.words) };
  }

  const set = (name, value) => {
    model.set(name, value);
    model.save_changes();
    draw();
  };
  const pick = (facet, key) => {
    const now = { ...model.get("picked") };
    key ? (now[facet] = key) : delete now[facet];
    set("picked", now);
  };
  const toggle = (id) => {
    const open = model.get("unfolded");
    set("unfolded", open.includes(id) ? open.filter((one) => one !== id) : [...open, id]);
  };
  // arrows go from card to card, as in a list; the page itself scrolls by its own keys elsewhere
  function moved(event) {
    if (!event.target.classList.contains("pp-library-toggle")) return;
    const there = shown.filter((one) => !one.item.hidden).map((one) => one.button);
    const at = there.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: there.length - 1 }[event.key];
    if (to === undefined) return;
    there[to]?.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  function draw() {
    const asked = squeezed(model.get("search")).split(/\s+/).filter(Boolean);
    const picked = Object.entries(model.get("picked"));
    const open = model.get("unfolded");
    let n = 0;
    for (const { card, item, more, button, words: held } of shown) {
      const fits = asked.every((word) => held.includes(word)) && picked.every(([facet, key]) => card.keys[facet].includes(key));
      item.hidden = !fits;
      n += fits;
      const is = open.includes(card.id);
      more.hidden = !is;
      item.toggleAttribute("data-open", is);
      button.setAttribute("aria-expanded", String(is));
      const text = is ? words.less : words.more;
      if (button.textContent !== text) button.textContent = text;
    }
    none.hidden = n > 0;
    all.hidden = !asked.length && !picked.length;
    const told = words.count.replace("{now}", n).replace("{all}", shown.length);
    if (count.textContent !== told) count.textContent = told;
  }

  draw();
  model.on("change:search change:picked change:unfolded", draw);
}

export default { render };
