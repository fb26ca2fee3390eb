// Week by week: contacts as bars and registrations as dots with their intervals, in two strips over one line of weeks.
const STRIP = 96, FOOT = 26, HEAD = 24, SIDE = 8;

function gameChart(parent) {
  const svg = drawn("svg", parent, { class: "pp-game-chart", role: "img" });
  let told = { rows: [] };
  const paint = () => {
    const width = svg.clientWidth, { rows, weeks, names, top, said } = told;
    svg.replaceChildren();
    if (!width || !rows?.length) return;
    shaped(svg, { height: 2 * (STRIP + HEAD) + FOOT, "aria-label": said });
    const step = (width - 2 * SIDE) / weeks, x = (week) => SIDE + (week - 0.5) * step;
    const strip = (place, foot, mark) => {
      const [most, text] = top[place];
      drawn("text", svg, { x: SIDE, y: foot - STRIP - 8, class: "pp-game-axis" }, `${names[place]}: 0–${text}`);
      drawn("path", svg, { d: `M${SIDE} ${foot}H${width - SIDE}`, class: "pp-game-foot" });
      for (const row of rows) mark(row, (value) => foot - (most ? (value / most) * STRIP : 0));
    };
    const one = HEAD + STRIP, other = 2 * (HEAD + STRIP), wide = Math.max(2, Math.min(28, step * 0.6));
    strip(0, one, ([week, contacts], y) => drawn("rect", svg, { x: x(week) - wide / 2, y: y(contacts), width: wide, height: one - y(contacts), class: "pp-game-bar" }));
    strip(1, other, ([week, , some, low, high], y) => {
      drawn("path", svg, { d: `M${x(week)} ${y(low)}V${y(high)}`, class: "pp-game-range" });
      drawn("circle", svg, { cx: x(week), cy: y(some), r: Math.min(5, step / 3), class: "pp-game-dot" });
    });
    const every = Math.max(1, Math.ceil(26 / step));
    for (let week = 1; week <= weeks; week += 1) {
      if ((week - 1) % every === 0) drawn("text", svg, { x: x(week), y: other + 18, class: "pp-game-axis", "text-anchor": "middle" }, String(week));
    }
  };
  const size = new ResizeObserver(paint);
  size.observe(parent);
  return { show: (now) => { told = now; svg.toggleAttribute("hidden", !now.rows.length); paint(); }, end: () => size.disconnect() };
}
