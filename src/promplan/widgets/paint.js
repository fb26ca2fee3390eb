// A drawing of marks on a canvas: the numbers that matplotlib and the printed page paint too (promplan.art.geometry).
// `picture` says the sheet and its marks, `points` holds their corners: x, y, x, y …; NaN lifts the pen.
function paintDrawing(canvas, picture, points, colours, words, family) {
  const { width, height, bleed } = picture;
  const css = canvas.clientWidth || 300, dense = Math.min(3, window.devicePixelRatio || 1);
  const wide = Math.round(css * dense), high = Math.round((wide * height) / width);
  if (canvas.width !== wide || canvas.height !== high) { canvas.width = wide; canvas.height = high; }
  const brush = canvas.getContext("2d");
  const scale = wide / width;
  brush.setTransform(scale, 0, 0, scale, 0, 0);
  brush.clearRect(0, 0, width, height);
  brush.fillStyle = colours[picture.ground];
  brush.fillRect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed);
  brush.lineJoin = brush.lineCap = "round";
  for (const one of picture.marks) {
    if (one.kind === "label") { letter(brush, one, colours, words, family); continue; }
    brush.beginPath();
    if (one.kind === "circle") brush.arc(one.x, one.y, one.r, 0, 2 * Math.PI);
    else traced(brush, points, one.at, one.n, one.kind === "area" || one.closed);
    if (one.fill) { brush.fillStyle = colours[one.fill]; brush.fill("evenodd"); }
    if (one.stroke) { brush.strokeStyle = colours[one.stroke]; brush.lineWidth = one.width; brush.stroke(); }
  }
}

function traced(brush, points, at, n, closed) {
  let lifted = true;
  for (let k = 2 * at, end = 2 * (at + n); k < end; k += 2) {
    const x = points[k], y = points[k + 1];
    if (x !== x) { // NaN
      if (closed && !lifted) brush.closePath();
      lifted = true;
    } else if (lifted) {
      brush.moveTo(x, y);
      brush.lineTo(x, y); // a point alone is a dot
      lifted = false;
    } else brush.lineTo(x, y);
  }
  if (closed && !lifted) brush.closePath();
}

// Words that were measured keep their length whatever the font; a number in the drawing has a rim that parts it.
function letter(brush, one, colours, words, family) {
  const text = words[one.id] ?? "";
  if (!text) return;
  brush.font = `${one.bold ? "bold " : ""}${one.size}px ${family}`;
  brush.textAlign = { start: "left", middle: "center", end: "right" }[one.anchor];
  brush.textBaseline = "alphabetic";
  if (!one.long) {
    brush.strokeStyle = colours.paper;
    brush.lineWidth = one.size / 5;
    brush.strokeText(text, one.x, one.y);
  }
  brush.fillStyle = colours[one.fill];
  brush.fillText(text, one.x, one.y, one.long || undefined);
}
