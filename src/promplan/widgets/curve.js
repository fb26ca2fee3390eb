// Draw your guess: a curve of a few points, by hand or point by point. The pen goes on at the height that it has.
const RIGHT = 16, TOP = 42, GROUND = 262, TALL = 318, NARROW = 400;

function render(context) {
  return guessing(context, ({ model, svg, words, asking, moved, tell }) => {
    const { stops, ticks, points, along, up } = model.get("axes");
    const draft = model.get("draft");
    const heights = points.map((_, n) => draft[n] ?? null); // the stop at which each point stands
    let now = 0; // the point that the keys move
    let last = null; // where the hand was before

    const grid = ticks.map(([, text]) => ({ line: drawn("path", svg, { class: "pp-grid" }), text: drawn("text", svg, { class: "pp-small", "text-anchor": "end" }, text) }));
    const axis = drawn("path", svg, { class: "pp-axis pp-foot" });
    const numbers = points.map(([, text]) => drawn("text", svg, { class: "pp-small", y: GROUND + 24 }, text));
    const foot = drawn("text", svg, { class: "pp-small", y: TALL - 8, "text-anchor": "end" }, along);
    const head = drawn("text", svg, { class: "pp-small", y: 22 }, up);
    const chalk = drawn("path", svg, { class: "pp-chalk" });
    const truth = drawn("g", svg);
    const line = drawn("path", truth, { class: "pp-true" });
    const gap = drawn("path", truth, { class: "pp-gap" });
    const dot = drawn("circle", truth, { r: 6, class: "pp-true-dot" });
    const names = [drawn("text", truth, { class: "pp-name" }), drawn("text", truth, { class: "pp-name pp-is-word" }, words.so), drawn("text", truth, { class: "pp-name pp-said-word" }, words.drew)];
    const knobs = points.map((_, n) => handle(svg, 8, { "data-point": n }));
    let left = 46;

    const open = () => heights.filter((one) => one === null).length;

    function put(n, stop) { // what lies between two points that are set is drawn straight
      heights[n] = within(stop, 0, stops.length - 1);
      for (const step of [-1, 1]) {
        let far = n + step;
        while (far >= 0 && far < heights.length && heights[far] === null) far += step;
        if (far < 0 || far >= heights.length) continue;
        for (let k = n + step; k !== far; k += step) heights[k] = Math.round(heights[n] + ((heights[far] - heights[n]) * (k - n)) / (far - n));
      }
      model.set("draft", [...heights]);
    }

    function go(n) {
      if (n < 0 || n >= points.length) return;
      if (heights[now] === null) put(now, 0);
      if (heights[n] === null) put(n, heights[now]);
      now = n;
      moved();
      knobs[now].focus({ preventScroll: true });
    }

    svg.addEventListener("keydown", (event) => {
      if (!asking() || !event.target.closest(".pp-handle")) return;
      const leap = event.shiftKey ? LEAP : 1;
      const step = { ArrowUp: leap, ArrowDown: -leap, PageUp: LEAP, PageDown: -LEAP }[event.key];
      if (step) { put(now, (heights[now] ?? 0) + step); moved(); }
      else if (event.key === "ArrowRight") go(now + 1);
      else if (event.key === "ArrowLeft") go(now - 1);
      else if (event.key === "Enter") tell();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    knobs.forEach((knob, n) => knob.addEventListener("focus", () => { if (asking()) now = n; }));

    pointed(svg, false, asking, (x, y) => {
      const part = (x - left) / (svg.clientWidth - left - RIGHT), high = (GROUND - y) / (GROUND - TOP);
      const nearest = (list, value) => list.reduce((best, one, n) => (Math.abs(one[0] - value) < Math.abs(list[best][0] - value) ? n : best), 0);
      const n = nearest(points, part), stop = nearest(stops, high);
      put(n, stop);
      if (last !== null) { // a quick hand leaves points out: they are drawn on the way
        const step = Math.sign(n - last);
        for (let k = last + step; step && k !== n; k += step) heights[k] = Math.round(heights[last] + ((stop - heights[last]) * (k - last)) / (n - last));
        model.set("draft", [...heights]);
      }
      last = now = n;
      moved();
    }, () => { last = null; }, () => { last = null; if (asking()) knobs[now].focus({ preventScroll: true }); });

    function paint(width, told, fresh) {
      shaped(svg, { viewBox: `0 0 ${width} ${TALL}`, style: `height: ${TALL}px` });
      left = Math.max(34, ...grid.map((one) => long(one.text) + 20));
      const X = (part) => left + part * (width - left - RIGHT);
      const Y = (part) => GROUND - part * (GROUND - TOP);
      svg.classList.toggle("pp-told", Boolean(told));
      svg.classList.toggle("pp-by-hand", !told);
      grid.forEach((one, n) => {
        shaped(one.line, { d: `M${left} ${Y(ticks[n][0])}H${width - RIGHT}` });
        shaped(one.text, { x: left - 14, y: Y(ticks[n][0]) + 5 });
      });
      numbered(numbers, (n) => X(points[n][0]), width);
      shaped(axis, { d: `M${left} ${GROUND}H${width - RIGHT}` });
      shaped(foot, { x: width - RIGHT });
      shaped(head, { x: Math.min(left, Math.max(4, width - long(head) - 4)) });
      shaped(truth, { display: told ? null : "none" });
      const mine = points.map(([part], n) => [X(part), Y(told ? told.mine[n] : heights[n] === null ? 0 : stops[heights[n]][0])]);
      const set = told ? mine : mine.filter((_, n) => heights[n] !== null);
      shaped(chalk, { d: path(set) });
      knobs.forEach((knob, n) => {
        shaped(knob, { transform: `translate(${mine[n][0]} ${mine[n][1]})`, class: !told && heights[n] === null ? "pp-handle pp-unset" : "pp-handle" });
        if (told) return asleep(knob);
        const stop = stops[heights[n] ?? 0];
        shaped(knob, {
          role: "slider", tabindex: n === now ? 0 : -1, "aria-label": points[n][2], "aria-valuemin": stops[0][1], "aria-valuemax": stops.at(-1)[1],
          "aria-valuenow": stop[1], "aria-valuetext": heights[n] === null ? words.unset : stop[3],
        });
      });
      if (!told) return;
      const real = told.truth.map(([x, y]) => [X(x), Y(y)]);
      const [x, drew, is] = [X(told.named[0]), Y(told.named[1]), Y(told.named[2])];
      shaped(line, { d: path(real) });
      painted(line, fresh);
      shaped(gap, { d: `M${x} ${drew}V${is}` });
      shaped(dot, { cx: x, cy: is });
      const narrow = width < NARROW; // short names: a long one would lie on the lines
      names[0].textContent = narrow ? told.value : told.here;
      names[2].textContent = narrow ? words.you : words.drew;
      shaped(names[0], { class: narrow ? "pp-name pp-is-word" : "pp-name" });
      shaped(names[1], { display: narrow ? "none" : null });
      const covered = [...dotted(mine), ...dotted(real), ...dotted([[x, drew], [x, is]])];
      const area = [left, 26, width, GROUND - 2], taken = [];
      const round = (list) => list.flatMap(([px, py]) => [[px + 14, py + 5, "start"], [px - 14, py + 5, "end"], [px + 12, py + 22, "start"], [px - 12, py - 12, "end"], [px, py - 14, "middle"], [px, py + 26, "middle"]]);
      settled(names[0], round([[x, is]]), taken, covered, area);
      const spread = (list) => list.filter((_, n) => n % Math.max(1, Math.floor(list.length / 16)) === 0).reverse();
      if (!narrow) settled(names[1], round(spread(real)), taken, covered, area);
      settled(names[2], round(mine.slice(1)), taken, covered, area);
    }

    const path = (list) => list.map(([x, y], n) => `${n ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
    const dotted = (list) => list.slice(1).flatMap(([x, y], n) => {
      const [a, b] = list[n], many = Math.ceil(Math.hypot(x - a, y - b) / 5) || 1;
      return Array.from({ length: many + 1 }, (_, k) => [a + ((x - a) * k) / many, b + ((y - b) * k) / many]);
    });

    return {
      paint,
      ready: () => (open() ? "" : heights.map((one) => stops[one][1]).join(" ")),
      missing: () => (open() && open() < points.length ? words.left.replace("{n}", open()) : ""),
      clear: () => { heights.fill(null); now = 0; model.set("draft", []); },
      focus: () => knobs[now].focus({ preventScroll: true }),
    };
  });
}

export default { render };
