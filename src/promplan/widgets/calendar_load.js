// Who carries how much in which week, how the pieces divide among the pillars, and where a channel is silent.
function calendarLoad(body, words) {
  const fold = made("details", body, "", { class: "pp-cal-fold pp-cal-load" });
  made("summary", fold, words.load, { "data-lm-suppress-shortcuts": "true" });
  const people = made("div", fold, "", { class: "pp-cal-scroll", tabindex: "0", role: "region", "aria-label": words.people, "data-lm-suppress-shortcuts": "true" });
  const pillars = made("div", fold), gaps = made("div", fold);
  let before = "";

  function table(shown) {
    people.replaceChildren();
    const { heads, rows } = shown.people;
    if (!rows.length) return made("p", people, words.no_hours);
    const one = made("table", people, "", { class: "pp-cal-people" });
    made("caption", one, words.people);
    const head = made("tr", made("thead", one));
    made("th", head, words.who, { scope: "col" });
    for (const text of heads) made("th", head, text, { scope: "col" });
    const all = made("tbody", one);
    for (const row of rows) {
      const line = made("tr", all);
      made("th", line, row.name, { scope: "row" });
      for (const { said, over } of row.cells) {
        const cell = made("td", line, "", { class: over ? "pp-cal-over" : "" });
        if (over) { signed("warning", cell); made("span", cell, `${words.too_much} `, { class: "pp-hidden" }); }
        made("span", cell, said);
      }
    }
    return one;
  }

  function shares(shown) {
    pillars.replaceChildren();
    if (!shown.pillars.length) return;
    made("h4", pillars, words.pillars, { class: "pp-label" });
    const list = made("ul", pillars, "", { class: "pp-cal-shares" });
    for (const one of shown.pillars) {
      const row = made("li", list);
      made("span", row, one.name);
      const bar = made("span", row, "", { class: "pp-cal-share", "aria-hidden": "true" });
      made("i", bar).style.inlineSize = `${one.share}%`;
      if (one.wanted !== null) made("b", bar).style.insetInlineStart = `${one.wanted}%`;
      made("span", row, one.said, { class: "pp-cal-said" });
    }
  }

  function silent(shown) {
    gaps.replaceChildren();
    if (!shown.gaps.length) return;
    made("h4", gaps, words.gaps, { class: "pp-label" });
    const list = made("ul", gaps, "", { class: "pp-cal-gaps" });
    for (const text of shown.gaps) made("li", list, text);
  }

  let later = null;
  const show = (shown) => {
    later = shown;
    const now = fold.open && JSON.stringify([shown.people, shown.pillars, shown.gaps]);
    if (!now || now === before) return; // closed it is not drawn
    before = now;
    table(shown);
    shares(shown);
    silent(shown);
  };
  fold.addEventListener("toggle", () => { if (later) show(later); });
  return { show };
}
