// The two live charts of the budget: how many people each channel reaches for its money, and how often people are met.
// Python says curves, bars, ends and marks of the axes; here they get the width that there is.
const CHART = { top: 28, tall: 256, short: 232, ground: 44, narrow: 340, line: 16, name: 17 };

function budgetFigure(parent, title, kind) {
  const figure = made("figure", parent, "", { class: `pp-spend-figure ${kind}` });
  made("figcaption", figure, title, { class: "pp-label" });
  const svg = drawn("svg", figure, { class: "pp-plot pp-spend-plot", role: "img" });
  return { figure, svg, axes: budgetAxes(svg) };
}

// Lines and numbers at both axes; returns how a chart's own numbers become places.
function budgetAxes(svg) {
  const grid = drawn("g", svg), foot = drawn("path", svg, { class: "pp-axis pp-foot" });
  const up = drawn("text", svg, { class: "pp-small", x: 0, y: 14 });
  const along = drawn("text", svg, { class: "pp-small", "text-anchor": "end" });
  return ({ width, tall, right, heights, lengths, end, top, words }) => {
    const ground = tall - CHART.ground;
    grid.replaceChildren();
    const numbers = heights.map(([, text]) => drawn("text", grid, { class: "pp-small", "text-anchor": "end" }, text));
    const left = Math.max(22, ...numbers.map((one) => long(one) + 8));
    const X = (value) => left + (end ? value / end : 0) * (width - left - right);
    const Y = (value) => ground - (top ? value / top : 0) * (ground - CHART.top);
    heights.forEach(([value], n) => {
      shaped(numbers[n], { x: left - 8, y: Y(value) + 5 });
      const line = drawn("path", null, { class: "pp-grid", d: `M${left} ${Y(value)}H${width - right}` });
      grid.prepend(line);
    });
    const under = lengths.map(([, text]) => drawn("text", grid, { class: "pp-small", y: ground + 20 }, text));
    numbered(under, (n) => X(lengths[n][0]), width - right + 12);
    shaped(foot, { d: `M${left} ${ground}H${width - right}` });
    up.textContent = words.up;
    along.textContent = words.along;
    shaped(along, { x: width - right, y: tall - 4 });
    return { X, Y, ground, left };
  };
}

// What the marks of a chart mean: each mark beside its words.
function budgetKey(key, kinds) {
  key.replaceChildren();
  for (const [name, text] of kinds) {
    const one = made("span", key);
    made("i", one, "", { class: `pp-spend-${name}` });
    made("span", one, text);
  }
}

// Names beside the ends of their curves, each on a line of its own.
function budgetSpread(places, low, high, gap) {
  const order = [...places].sort((a, b) => a.y - b.y);
  let last = low - gap;
  for (const one of order) last = one.y = Math.max(one.y, last + gap);
  let next = high + gap;
  for (const one of order.reverse()) next = one.y = Math.min(one.y, next - gap);
}

function reachChart(parent, words) {
  const { figure, svg, axes } = budgetFigure(parent, words.curves, "pp-spend-curves");
  const [lines, drops, ghosts, points, names] = ["lines", "drops", "ghosts", "points", "names"].map((name) => drawn("g", svg, { class: `pp-spend-${name}` }));
  const drop = drawn("path", drops, { class: "pp-spend-drop" });
  const key = made("p", figure, "", { class: "pp-spend-key", "aria-hidden": "true" });
  budgetKey(key, [["now", words.now], ["ghost", words.ghost]]);
  let built = null, place = null, marks = new Map();

  const build = (shown, width) => {
    const drawnRows = shown.rows.filter((one) => one.curve.length);
    key.style.display = drawnRows.length ? "" : "none"; // no marks without a curve
    const narrow = width < CHART.narrow, many = drawnRows.length > 8, gap = CHART.line - (many ? 2 : 0);
    const tall = Math.max(narrow ? CHART.short : CHART.tall, drawnRows.length * gap + CHART.top + CHART.ground); // room for names
    for (const group of [lines, ghosts, points, names]) group.replaceChildren();
    shaped(svg, { viewBox: `0 0 ${width} ${tall}`, style: `height: ${tall}px` });
    const called = (one) => (narrow || many ? one.id : one.name.length > CHART.name ? `${one.name.slice(0, CHART.name - 1)}…` : one.name);
    const texts = drawnRows.map((one) => drawn("text", names, { class: "pp-spend-name" }, called(one)));
    const right = Math.min(0.34 * width, Math.max(20, ...texts.map(long)) + 14);
    place = axes({ width, tall, right, ...shown.axes, words: shown.axes });
    const { X, Y, ground } = place;
    const ends = drawnRows.map((one, n) => ({ n, y: Y(one.curve.at(-1)[1]) }));
    budgetSpread(ends, CHART.top, ground, gap);
    for (const one of ends) shaped(texts[one.n], { x: width - right + 8, y: one.y + 5 });
    marks = new Map(drawnRows.map((one, n) => {
      const path = (list) => list.map(([x, y], k) => `${k ? "L" : "M"}${X(x).toFixed(1)} ${Y(y).toFixed(1)}`).join("");
      const to = one.most ?? Infinity, within = one.curve.filter(([x]) => x <= to), beyond = one.curve.filter(([x]) => x > to);
      const line = drawn("path", lines, { class: "pp-spend-line", d: path(within), "data-id": one.id });
      drawn("path", lines, { class: "pp-spend-beyond", d: path([within.at(-1), ...beyond]) });
      if (one.best !== null) drawn("circle", ghosts, { class: "pp-spend-ring", r: 7, cx: X(one.best), cy: Y(one.best_people) });
      const point = drawn("circle", points, { class: "pp-spend-point", r: 5, "data-id": one.id });
      return [one.id, { line, point, name: texts[n] }];
    }));
    key.lastChild.hidden = !ghosts.childNodes.length;
  };

  // `at` says money and people of a channel as its slider stands now
  return (shown, at, active, alt) => {
    figure.hidden = !shown.axes.end; // without money there is no curve to go along
    const width = Math.round(svg.clientWidth);
    if (!width || figure.hidden) return;
    if (built?.shown !== shown || built.width !== width) { // the plan has changed; drawn anew where it changes a curve or a mark
      const drawing = JSON.stringify([width, shown.axes, shown.rows.map(({ id, name, best, most, curve }) => [id, name, best, most, curve])]);
      if (built?.drawing !== drawing) build(shown, width);
      built = { shown, width, drawing };
    }
    shaped(svg, { "aria-label": alt });
    for (const [id, { line, point, name }] of marks) {
      const { money, people } = at(id), inside = Math.min(money, shown.axes.end);
      shaped(point, { cx: place.X(inside), cy: place.Y(people), r: id === active ? 7 : 5 });
      for (const one of [line, point, name]) one.classList.toggle("pp-spend-active", id === active);
      if (id === active) { points.append(point); shaped(drop, { d: `M${place.X(inside)} ${place.Y(people)}V${place.ground}` }); }
    }
    shaped(drop, { display: marks.has(active) ? null : "none" });
  };
}

function exposureChart(parent, words) {
  const { figure, svg, axes } = budgetFigure(parent, words.exposures, "pp-spend-exposures");
  const id = `pp${Math.random().toString(36).slice(2)}`;
  const hatch = drawn("pattern", drawn("defs", svg), { id, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  drawn("rect", hatch, { width: 7, height: 7, class: "pp-spend-hatch" });
  drawn("rect", hatch, { width: 3, height: 7, class: "pp-spend-stripe" });
  const bars = drawn("g", svg);
  const key = made("p", figure, "", { class: "pp-spend-key", "aria-hidden": "true" });
  const told = made("p", figure, "", { class: "pp-spend-told" });

  return (found, enough, most) => {
    const width = Math.round(svg.clientWidth);
    if (!width) return;
    const tall = 196;
    shaped(svg, { viewBox: `0 0 ${width} ${tall}`, style: `height: ${tall}px`, "aria-label": found.alt });
    const { X, Y, ground } = axes({ width, tall, right: 8, ...found, end: found.bars.length, lengths: found.bars.map(([label], n) => [n + 0.5, label]), words: found });
    bars.replaceChildren();
    const kind = (n) => (most && n + 1 >= most ? "most" : n + 1 >= enough ? "enough" : "few");
    const numbers = found.bars.map(([, people, text], n) => {
      const x = X(n + 0.12), wide = X(n + 0.88) - x, y = Y(people);
      const it = drawn("rect", bars, { class: `pp-spend-bar pp-spend-${kind(n)}`, x, y, width: wide, height: Math.max(0, ground - y) });
      if (kind(n) === "most") it.style.fill = `url(#${id})`;
      return drawn("text", bars, { class: "pp-small pp-spend-count", x: x + wide / 2, y: y - 5, "text-anchor": "middle" }, text);
    });
    if (numbers.some((one) => long(one) > X(1) - X(0) - 2)) numbers.forEach((one) => one.remove()); // all of them or none
    const kinds = [...(enough > 1 ? [["few", words.few.replace("{n}", enough)]] : []), ["enough", words.enough.replace("{n}", enough)], ...(most ? [["most", words.most.replace("{n}", most)]] : [])];
    budgetKey(key, kinds);
    if (told.textContent !== found.told) told.textContent = found.told;
  };
}
