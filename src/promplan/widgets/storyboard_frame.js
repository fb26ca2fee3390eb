// A frame of the storyboard as SVG: 1000 wide, as high as its proportions ask; picture, silhouettes, strokes. The film is
// painted from the same numbers (export/storyboard.py).
const SVG = "http://www.w3.org/2000/svg";
const PEN = 0.012, FRAME_RIM = 0.02; // of the shorter side

function drawnIn(parent, tag, given = {}) {
  const one = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(given)) one.setAttribute(name, value);
  parent?.append(one);
  return one;
}

const heightOf = ([w, h]) => (1000 * h) / w;
const shortOf = (high) => Math.min(1000, high);

function strokePath(stroke, high) {
  const points = stroke.split(" ").map((one) => one.split(",").map(Number));
  const path = points.map(([x, y], n) => `${n ? "L" : "M"}${x} ${((y * high) / 1000).toFixed(1)}`).join("");
  return points.length > 1 ? path : `${path}h0.01`;
}

function figureLook(one, high) {
  const scale = ((one.size / 100) * high) / 1000;
  return {
    transform: `translate(${one.x * 10} ${(one.y / 100) * high}) rotate(${one.turn}) scale(${one.mirrored ? -scale : scale} ${scale})`,
    "stroke-width": (FRAME_RIM * shortOf(high)) / scale,
  };
}

// All of a frame that is only looked at, drawn anew where its numbers have changed.
function paintFrame(svg, drawing, proportions, signs, address) {
  const high = heightOf(proportions);
  const now = JSON.stringify([drawing, proportions, address(drawing.picture)]);
  if (svg.dataset.now === now) return;
  svg.dataset.now = now;
  svg.setAttribute("viewBox", `0 0 1000 ${high}`);
  svg.replaceChildren();
  drawnIn(svg, "rect", { width: 1000, height: high, class: "pp-frame-paper" });
  const url = address(drawing.picture);
  if (url) drawnIn(svg, "image", { href: url, width: 1000, height: high, preserveAspectRatio: "xMidYMid meet" });
  for (const one of drawing.figures) {
    const sign = signs.get(one.name);
    if (sign) drawnIn(svg, "path", { d: sign.path, class: "pp-frame-figure", ...figureLook(one, high) });
  }
  for (const one of drawing.strokes) drawnIn(svg, "path", { d: strokePath(one, high), class: "pp-frame-stroke", "stroke-width": PEN * shortOf(high) });
}

// The fewest points that keep a line where the hand drew it (Ramer 1972, Douglas and Peucker 1973).
function simplified(points, far) {
  if (points.length < 3) return points;
  const [a, b] = [points[0], points.at(-1)], run = Math.hypot(b[0] - a[0], b[1] - a[1]);
  let worst = 0, at = 0;
  for (let n = 1; n < points.length - 1; n += 1) {
    const p = points[n];
    const away = run ? Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / run : Math.hypot(p[0] - a[0], p[1] - a[1]);
    if (away > worst) { worst = away; at = n; }
  }
  if (worst <= far) return [a, b];
  return [...simplified(points.slice(0, at + 1), far).slice(0, -1), ...simplified(points.slice(at), far)];
}

// A line of the hand as strokes that the plan takes: whole thousandths of the frame, 1200 characters each at most.
function strokesOf(points, high) {
  const kept = simplified(points, 1.2);
  const told = kept.map(([x, y]) => [x, (y * 1000) / high].map((one) => Math.max(0, Math.min(1000, Math.round(one)))).join(","));
  const whole = told.filter((one, n) => one !== told[n - 1]), found = [];
  for (let at = 0; at < whole.length; at += 119) found.push(whole.slice(at, at + 120).join(" ")); // one point is shared: no gap
  return found.length > 1 && !found.at(-1).includes(" ") ? found.slice(0, -1) : found;
}
