// The views that are cells: weeks or days by channels, a list of weeks, a month. Each knows in which cell a place lies,
// which place a cell is, and where an arrow leads.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The days of one week in the order in which a piece would like to come out there: on its weekday, else near it.
function dayIn(monday, was, shown) {
  const wanted = was ? (utc(was).getUTCDay() + 6) % 7 : 1;
  const week = daysOf(monday, shifted(monday, 6));
  const rank = (day, n) => Math.abs(n - wanted) + (was || n < 5 ? 0 : 10) + (shown.closed.includes(day) ? 40 : 0)
    + ((shown.from && day < shown.from) || (shown.to && day > shown.to) ? 20 : 0);
  return week.map((day, n) => [rank(day, n), day]).sort((a, b) => a[0] - b[0])[0][1];
}

function within(node, x, y) {
  const r = node.getBoundingClientRect();
  return x >= r.left && x <= r.right && y >= r.top && y <= r.bottom;
}

// The days that matter within these, the ones on which nothing comes out first; what has no room is counted.
function specials(parent, day, until, shown, words, room = 9) {
  const found = shown.special.filter((one) => one.day <= until && one.until >= day).sort((a, b) => b.closed - a.closed);
  for (const one of found.slice(0, room)) made("small", parent, one.named, { class: one.closed ? "pp-cal-closed-said" : "" });
  if (found.length > room) made("small", parent, words.more.replace("{n}", found.length - room));
}

// Channels down, weeks or days across; what has a day and no channel has a row of its own.
function channelsView({ shown, words, days, columns, span, load }) {
  const scroller = made("div", null, "", { class: "pp-cal-scroll", tabindex: "0", role: "region", "aria-label": span === 7 ? words.view_weeks : words.view_days, "data-lm-suppress-shortcuts": "true" });
  const grid = made("div", scroller, "", { class: `pp-cal-grid pp-cal-${span === 7 ? "weeks" : "days"}` });
  grid.style.setProperty("--columns", columns.length);
  made("span", grid, span === 7 ? words.week_of : "", { class: "pp-cal-corner" });
  const closed = (day) => span === 1 && shown.closed.includes(day);
  for (const day of columns) {
    const head = made("div", grid, "", { class: `pp-cal-head${closed(day) ? " pp-cal-closed" : ""}`, "data-column": day });
    made("b", head, span === 7 ? days.short(day) : days.near(day));
    if (shown.today && day <= shown.today && shown.today < shifted(day, span)) made("small", head, words.today, { class: "pp-cal-today" });
    specials(head, day, shifted(day, span - 1), shown, words, span === 7 ? 1 : 2);
  }
  const rows = [...shown.channels, { id: "", name: words.no_channel, kind: "" }], cells = new Map();
  for (const row of rows) {
    const head = made("div", grid, "", { class: "pp-cal-row" });
    made("b", head, row.name);
    if (row.kind) made("small", head, row.kind);
    for (const day of columns) {
      const label = words.cell.replace("{channel}", row.name).replace("{when}", span === 7 ? words.in_week.replace("{day}", days.short(day)) : days.full(day));
      const cell = made("div", grid, "", { class: `pp-cal-cell${closed(day) ? " pp-cal-closed" : ""}`, role: "group", "aria-label": label, "data-cell": `${row.id}|${day}` });
      cell.place = { channel: row.id, column: day };
      cells.set(`${row.id}|${day}`, cell);
    }
  }
  if (load) hoursRow(grid, columns, shown, words);
  const column = (day) => (span === 7 ? mondayOf(day) : day);
  const ids = rows.map((one) => one.id);
  return {
    node: scroller,
    cellOf: ({ channel, day }) => (day ? cells.get(`${ids.includes(channel) ? channel : ""}|${column(day)}`) : null),
    placeOf: (cell, was) => ({ channel: cell.place.channel || was.channel, day: span === 7 ? dayIn(cell.place.column, was.day, shown) : cell.place.column }),
    step: (key, { channel, day }, fine) => {
      const [right, down] = ARROWS[key], at = Math.max(0, ids.indexOf(channel));
      const row = ids[Math.max(0, Math.min(ids.length - 2, at + down))] ?? "";
      return { channel: down ? row : channel, day: shifted(day, right * (fine ? 1 : span)) };
    },
  };
}

// What the team can carry in each week, under the channels.
function hoursRow(grid, columns, shown, words) {
  const head = made("div", grid, "", { class: "pp-cal-row pp-cal-foot" });
  made("b", head, words.hours);
  for (const day of columns) made("div", grid, "", { class: "pp-cal-hours", "data-week": day });
}

// Hours are written anew in place wherever a week stands.
function hoursIn(stage, shown, words) {
  for (const one of stage.querySelectorAll("[data-week]")) {
    const found = shown.weeks[one.dataset.week] ?? { said: "", over: false };
    const now = JSON.stringify(found);
    if (one.dataset.now === now) continue;
    one.dataset.now = now;
    one.replaceChildren();
    if (found.over) signed("warning", one);
    made("span", one, found.said);
    if (found.over) made("span", one, ` ${words.too_much}`, { class: "pp-hidden" });
  }
}

// Weeks under each other, each a list in the order of its days: the list, and the board where there is little room.
function weeksList({ shown, words, days, columns }) {
  const node = made("div", null, "", { class: "pp-cal-list" }), cells = new Map();
  for (const monday of columns) {
    const box = made("section", node, "", { class: "pp-cal-week" });
    const head = made("div", box, "", { class: "pp-cal-week-head" });
    made("b", head, words.in_week.replace("{day}", days.short(monday)));
    made("span", head, "", { class: "pp-cal-week-hours", "data-week": monday });
    specials(head, monday, shifted(monday, 6), shown, words);
    const cell = made("div", box, "", { class: "pp-cal-cell", role: "group", "aria-label": words.in_week.replace("{day}", days.short(monday)), "data-cell": `|${monday}` });
    cell.place = { column: monday };
    cells.set(monday, cell);
  }
  return {
    node,
    cellOf: ({ day }) => (day ? cells.get(mondayOf(day)) : null),
    placeOf: (cell, was) => ({ channel: was.channel, day: dayIn(cell.place.column, was.day, shown) }),
    step: (key, { channel, day }, fine) => {
      const [right, down] = ARROWS[key];
      return { channel, day: shifted(day, right + down * (fine ? 1 : 7)) };
    },
  };
}

// One month, a week a row.
function monthView({ shown, words, days, month }) {
  const scroller = made("div", null, "", { class: "pp-cal-scroll", tabindex: "0", role: "region", "aria-label": words.view_month, "data-lm-suppress-shortcuts": "true" });
  const node = made("div", scroller, "", { class: "pp-cal-month" }), cells = new Map();
  const first = mondayOf(month), last = shifted(mondayOf(shifted(monthFrom(month, 1), -1)), 6);
  for (const day of daysOf(first, shifted(first, 6))) made("b", node, days.weekday(day), { class: "pp-cal-weekday", "aria-hidden": "true" });
  for (const day of daysOf(first, last)) {
    const out = firstOf(day) !== month, closed = shown.closed.includes(day);
    const cell = made("div", node, "", { class: `pp-cal-cell${closed ? " pp-cal-closed" : ""}${out ? " pp-cal-out" : ""}`, role: "group", "aria-label": days.full(day), "data-cell": `|${day}` });
    const head = made("div", cell, "", { class: "pp-cal-daynum" });
    made("b", head, day.slice(8).replace(/^0/, ""));
    made("span", head, days.weekday(day), { class: "pp-cal-narrow-day" });
    if (day === shown.today) made("small", head, words.today, { class: "pp-cal-today" });
    specials(head, day, day, shown, words);
    cell.place = { column: day };
    cells.set(day, cell);
  }
  return {
    node: scroller,
    cellOf: ({ day }) => (day ? cells.get(day) : null),
    placeOf: (cell, was) => ({ channel: was.channel, day: cell.place.column }),
    step: (key, { channel, day }) => {
      const [right, down] = ARROWS[key];
      return { channel, day: shifted(day, right + 7 * down) };
    },
  };
}
