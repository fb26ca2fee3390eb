// The Gantt view: a line for each dated piece, its days of work as a bar up to the day on which it comes out, and lines
// from what it comes out after. The card itself is the mark of that day, and is carried along its line.
const PER_DAY = 15; // px
const LINE = 48; // px

function ganttView({ shown, words, days, start, end, order }) {
  const scroller = made("div", null, "", { class: "pp-cal-scroll", tabindex: "0", role: "region", "aria-label": words.view_gantt, "data-lm-suppress-shortcuts": "true" });
  const wide = (daysFrom(start, end) + 1) * PER_DAY;
  const node = made("div", scroller, "", { class: "pp-gantt" });
  node.style.setProperty("--wide", `${wide}px`);
  const head = made("div", node, "", { class: "pp-gantt-head" });
  made("span", head, words.piece, { class: "pp-gantt-name" });
  const scale = made("div", head, "", { class: "pp-gantt-track" });
  const at = (day) => daysFrom(start, day) * PER_DAY;
  for (const monday of daysOf(start, end, 7)) {
    const week = made("span", scale, days.short(monday), { class: "pp-gantt-week" });
    week.style.left = `${at(monday)}px`;
  }
  const lines = made("div", node, "", { class: "pp-gantt-lines" });
  const shade = made("div", lines, "", { class: "pp-gantt-shade", "aria-hidden": "true" });
  for (const day of shown.closed) {
    if (day < start || day > end) continue;
    const one = made("i", shade, "", { class: "pp-cal-closed" });
    Object.assign(one.style, { left: `${at(day)}px`, width: `${PER_DAY}px` });
  }
  if (shown.today && shown.today >= start && shown.today <= end) made("i", shade, "", { class: "pp-gantt-today" }).style.left = `${at(shown.today)}px`;
  const rows = new Map();
  const dated = shown.cards.filter((one) => order.includes(one.id)).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  for (const one of dated) {
    const row = made("div", lines, "", { class: "pp-gantt-row", role: "group", "aria-label": `${one.id}, ${one.title}`, "data-cell": one.id });
    const name = made("span", row, "", { class: "pp-gantt-name" });
    made("b", name, one.id);
    made("span", name, one.title);
    const track = made("div", row, "", { class: "pp-gantt-track" });
    const bar = made("i", track, "", { class: "pp-gantt-bar", "aria-hidden": "true" });
    const marks = ["brief", "shoot", "draft", "review"].filter((kind) => one.days[kind]).map((kind) => {
      const mark = made("i", track, "", { class: `pp-gantt-mark pp-gantt-${kind}`, "aria-hidden": "true" });
      return [one.days[kind], mark];
    });
    rows.set(one.id, { row, track, bar, marks });
  }
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "pp-gantt-links");
  svg.setAttribute("aria-hidden", "true");
  lines.append(svg);

  made("p", scroller, words.gantt_key, { class: "pp-gantt-key" });

  // bars and links follow where the cards are now, also while one is carried
  function settle(place) {
    const drawn = [];
    for (const [id, { bar, marks }] of rows) {
      const { day } = place(id);
      const first = marks.map(([when]) => when).sort()[0];
      bar.hidden = !day || !first || first > day;
      if (!bar.hidden) Object.assign(bar.style, { left: `${at(bounded(first, start, end))}px`, width: `${Math.max(0, at(day) - at(bounded(first, start, end)))}px` });
      for (const [when, mark] of marks) {
        mark.hidden = when < start || when > end;
        mark.style.left = `${at(when)}px`;
      }
    }
    const line = [...rows.keys()];
    for (const one of dated) {
      for (const id of one.after) {
        if (!rows.has(id) || !place(id).day || !place(one.id).day) continue;
        const [x, y] = [at(place(id).day) + PER_DAY / 2, (line.indexOf(id) + 0.5) * LINE];
        const [u, v] = [at(place(one.id).day) + PER_DAY / 2, (line.indexOf(one.id) + 0.5) * LINE];
        const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
        path.setAttribute("d", `M${x} ${y}V${(y + v) / 2}H${u}V${v}`);
        path.setAttribute("class", u < x ? "pp-gantt-late" : "");
        drawn.push(path);
      }
    }
    svg.replaceChildren(...drawn);
  }

  return {
    node: scroller,
    cellOf: ({ day }, id) => (day && rows.has(id) ? rows.get(id).track : null),
    lay: (card, { day }) => { card.style.left = `${at(bounded(day, start, end)) + PER_DAY / 2}px`; },
    settle,
    // along its own line only, wherever the hand has come to above or below it
    target: (x, y, id, was) => {
      if (!within(scroller, x, y)) return null;
      const own = rows.get(id), track = own?.track ?? scale;
      const day = shifted(start, Math.floor((x - track.getBoundingClientRect().left) / PER_DAY));
      return { cell: own?.row ?? head, place: { channel: was.channel, day: bounded(day, start, end) } };
    },
    step: (key, { channel, day }, fine) => {
      const [right, down] = ARROWS[key];
      return { channel, day: shifted(day, (right + 7 * down) * (fine ? 7 : 1)) };
    },
  };
}
