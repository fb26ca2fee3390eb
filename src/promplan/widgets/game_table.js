// The week's table, a row for each channel that opens to its pieces, and the funnel until now as bars with intervals.
function gameTable(parent, words) {
  const opened = new Set(); // channels whose pieces are shown
  const frame = made("div", parent, "", { class: "pp-game-scroll", role: "region", tabindex: "0", "aria-label": words.week, "data-lm-suppress-shortcuts": "true" });
  const table = made("table", frame, "", { class: "pp-game-table" });
  const head = made("tr", made("thead", table));
  made("th", head, words.where, { scope: "col" });
  for (const [, text] of words.columns) made("th", head, text, { scope: "col" });
  const body = made("tbody", table);
  const cells = (line, row) => {
    for (const [place, text] of row.cells.entries()) {
      const cell = made("td", line, text);
      if (row.rate && words.columns[place][0] === "clicks") made("small", cell, row.rate, { title: words.rate });
    }
  };
  return { show: (rows) => {
    const held = table.getRootNode().activeElement?.dataset?.channel ?? null;
    body.replaceChildren();
    frame.hidden = !rows.length; // a head alone says nothing
    for (const row of rows) {
      const line = made("tr", body, "", { class: row.total ? "pp-game-total" : row.aside ? "pp-game-aside" : "" });
      const name = made("th", line, "", { scope: "row" });
      cells(line, row);
      if (!row.pieces.length) { name.textContent = row.name; continue; }
      const lines = row.pieces.map((piece) => {
        const under = made("tr", body, "", { class: "pp-game-piece" });
        made("th", under, piece.name, { scope: "row" });
        cells(under, piece);
        return under;
      });
      const turn = (on) => {
        if (on) opened.add(row.name); else opened.delete(row.name);
        button.setAttribute("aria-expanded", String(on));
        for (const one of lines) one.hidden = !on;
      };
      const button = pressed(name, row.name, "fold", () => turn(!opened.has(row.name)), { title: words.pieces, "data-channel": row.name });
      turn(opened.has(row.name));
      if (held === row.name) button.focus({ preventScroll: true });
    }
  } };
}

function gameFunnel(parent, words) {
  const list = made("ul", parent, "", { class: "pp-game-funnel" });
  made("p", parent, `${words.counted} ${words.log}`, { class: "pp-game-help" });
  return { show: (rows) => {
    const most = Math.log10(Math.max(10, ...rows.map((row) => row.high)) + 1);
    const part = (value) => `${((100 * Math.log10(value + 1)) / most).toFixed(2)}%`;
    list.replaceChildren();
    for (const row of rows) {
      const told = made("li", list);
      made("b", told, row.name, { class: "pp-game-step" });
      const line = made("div", told, "", { class: "pp-game-line", "aria-hidden": "true" });
      for (let ten = 10; Math.log10(ten) < most; ten *= 10) made("u", line).style.left = part(ten);
      made("i", line).style.width = part(row.value);
      if (row.high > row.low) {
        const range = made("s", line);
        range.style.left = part(row.low);
        range.style.width = `calc(${part(row.high)} - ${part(row.low)})`;
      }
      made("strong", told, row.text);
      if (row.of) made("span", told, row.of);
    }
  } };
}
