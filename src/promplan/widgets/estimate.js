// Estimate: one mark on a line. A step is one place on it, Shift makes five of them, Enter tells.
const EDGE = 22, AXIS = 92, ROWS = [20, 48], FOOT = 124, BETWEEN = 144;

function render(context) {
  return guessing(context, ({ model, svg, words, question, asking, moved, tell }) => {
    const { stops, ticks } = model.get("axes");
    let at = model.get("draft")[0] ?? null; // the place that is set

    const numbers = ticks.map(([, text]) => ({ line: drawn("path", svg, { class: "pp-axis" }), text: drawn("text", svg, { class: "pp-small", y: FOOT }, text) }));
    const axis = drawn("path", svg, { class: "pp-axis pp-foot" });
    const truth = drawn("g", svg);
    const stem = drawn("path", truth, { class: "pp-true" });
    const dot = drawn("circle", truth, { r: 9, cy: AXIS, class: "pp-true-dot" });
    const isSo = drawn("text", truth, { class: "pp-name pp-is-word" });
    const between = drawn("g", svg);
    const gap = drawn("path", between, { class: "pp-chalk pp-thin" });
    const far = drawn("text", between, { class: "pp-small", y: BETWEEN + 24 });
    const mast = drawn("path", svg, { class: "pp-chalk" });
    const knob = handle(svg, 11, {});
    const mine = drawn("text", svg, { class: "pp-name pp-said-word" });

    function put(n) {
      at = within(n, 0, stops.length - 1);
      model.set("draft", [at]);
      moved();
    }

    knob.addEventListener("keydown", (event) => {
      if (!asking()) return;
      const leap = event.shiftKey ? LEAP : 1;
      const step = { ArrowRight: leap, ArrowUp: leap, ArrowLeft: -leap, ArrowDown: -leap, PageUp: LEAP, PageDown: -LEAP }[event.key];
      if (step) put((at ?? 0) + step);
      else if (event.key === "Home") put(0);
      else if (event.key === "End") put(stops.length - 1);
      else if (event.key === "Enter") tell();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    pointed(svg, true, asking, (x) => {
      const here = (x - EDGE) / (svg.clientWidth - 2 * EDGE);
      put(stops.reduce((best, stop, n) => (Math.abs(stop[0] - here) < Math.abs(stops[best][0] - here) ? n : best), 0));
    }, () => knob.focus({ preventScroll: true }), () => {});

    function paint(width, told, fresh) {
      const X = (part) => EDGE + part * (width - 2 * EDGE);
      const tall = told ? (told.between ? 180 : 140) : 140;
      shaped(svg, { viewBox: `0 0 ${width} ${tall}`, style: `height: ${tall}px` });
      numbers.forEach(({ line }, n) => shaped(line, { d: `M${X(ticks[n][0])} ${AXIS}v10` }));
      numbered(numbers.map((one) => one.text), (n) => X(ticks[n][0]), width);
      shaped(axis, { d: `M${EDGE} ${AXIS}H${width - EDGE}` });
      svg.classList.toggle("pp-told", Boolean(told));
      shaped(truth, { display: told ? null : "none" });
      shaped(between, { display: told?.between ? null : "none" });
      const here = X(told ? told.at : at === null ? 0 : stops[at][0]);
      shaped(knob, { transform: `translate(${here} ${AXIS})` });
      if (!told) {
        const [, value, short, full] = stops[at ?? 0];
        shaped(knob, {
          role: "slider", tabindex: 0, "aria-labelledby": question, "aria-valuemin": stops[0][1], "aria-valuemax": stops.at(-1)[1],
          "aria-valuenow": value, "aria-valuetext": at === null ? words.unset : full, class: at === null ? "pp-handle pp-unset" : "pp-handle",
        });
        mine.textContent = at === null ? words.unset : words.said.replace("{value}", short);
        shaped(mine, { x: within(here, long(mine) / 2, width - long(mine) / 2), y: ROWS[1] - 10, "text-anchor": "middle", class: at === null ? "pp-small" : "pp-name pp-said-word" });
        shaped(mast, { d: `M${here} ${AXIS - 14}V${ROWS[1]}`, visibility: at === null ? "hidden" : null });
        return;
      }
      asleep(knob);
      shaped(knob, { class: "pp-handle" });
      shaped(mine, { class: "pp-name pp-said-word" });
      shaped(mast, { visibility: null });
      mine.textContent = told.mine;
      isSo.textContent = told.true;
      const there = X(told.true_at);
      // two rows: the higher stem passes the lower row, so the lower label keeps to its own side of it
      const lay = () => {
        const own = lower(mine, here, there, width);
        const other = own === null ? lower(isSo, there, here, width) : null;
        return own !== null ? [own, within(there, long(isSo) / 2, width - long(isSo) / 2), ROWS[1], ROWS[0]]
          : other !== null ? [within(here, long(mine) / 2, width - long(mine) / 2), other, ROWS[0], ROWS[1]] : null;
      };
      let place = lay();
      if (place === null) { // both marks in a narrow middle: the numbers alone have room
        [mine.textContent, isSo.textContent] = told.short;
        place = lay() ?? [here, there, ROWS[1], ROWS[0]];
      }
      const [mineX, trueX, mineY, trueY] = place;
      shaped(mine, { x: mineX, y: mineY, "text-anchor": "middle" });
      shaped(isSo, { x: trueX, y: trueY, "text-anchor": "middle" });
      shaped(mast, { d: `M${here} ${AXIS - 14}V${mineY + 8}` });
      shaped(stem, { d: `M${there} ${AXIS}V${trueY + 8}` });
      shaped(dot, { cx: there });
      painted(stem, fresh);
      far.textContent = told.between;
      const [left, right] = [Math.min(here, there), Math.max(here, there)];
      shaped(gap, { d: `M${left} ${BETWEEN}H${right}M${left} ${BETWEEN - 6}v12M${right} ${BETWEEN - 6}v12` });
      shaped(far, { x: within((left + right) / 2, long(far) / 2, width - long(far) / 2), "text-anchor": "middle" });
    }

    // where a label of the lower row stands, away from the other stem; null where it has no room there
    function lower(text, own, other, width) {
      const half = long(text) / 2, [from, to] = own <= other ? [0, other - 10] : [other + 10, width];
      return to - from < 2 * half ? null : within(own, from + half, to - half);
    }

    return {
      paint,
      ready: () => (at === null ? "" : String(stops[at][1])),
      missing: () => "",
      clear: () => { at = null; model.set("draft", []); },
      focus: () => knob.focus({ preventScroll: true }),
    };
  });
}

export default { render };
