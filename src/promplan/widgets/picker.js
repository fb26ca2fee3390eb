// A month to pick a day from, opened under its field: it pushes down what follows, so that nothing is cut off.
const DAY = 86_400_000;
const iso = (day) => day.toISOString().slice(0, 10);
const utc = (text) => new Date(`${text}T00:00:00Z`);

function render({ model, el }) {
  const words = model.get("words");
  const box = made("div", el, "", { class: "pp-picker" });
  const open = pressed(box, "", "calendar", () => (month ? close() : show()), { "aria-label": words.open, "aria-expanded": "false" });
  open.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3.5 5.5h17v15h-17zM3.5 10h17M8 2.8v5M16 2.8v5" fill="none" stroke="currentColor" stroke-width="2"/><path d="M7 13.5h3v3H7z" fill="currentColor"/></svg>';
  let month = null; // the open month's box
  let at = null; // the day in hand

  function show() {
    at = utc(model.get("day") || model.get("near") || model.get("today") || iso(new Date()));
    month = made("div", box, "", { class: "pp-month", role: "dialog", "aria-label": words.open });
    month.addEventListener("keydown", keys);
    open.setAttribute("aria-expanded", "true");
    draw();
  }

  function gone() {
    month?.remove();
    month = null;
    open.setAttribute("aria-expanded", "false");
  }

  function close() {
    gone();
    open.focus();
  }

  function draw(focus = true) {
    const [year, number] = [at.getUTCFullYear(), at.getUTCMonth()];
    const head = made("div", null, "", { class: "pp-month-head" });
    pressed(head, "‹", "step", () => { turn(-1); }, { "aria-label": words.before });
    made("b", head, `${words.months[number]} ${year}`, { role: "status" });
    pressed(head, "›", "step", () => { turn(1); }, { "aria-label": words.after });
    const table = made("table", null, "", { role: "grid", "aria-label": `${words.months[number]} ${year}` });
    const line = made("tr", made("thead", table), "", { role: "row" });
    words.short.forEach((one, n) => made("th", line, one, { role: "columnheader", scope: "col", abbr: words.weekdays[n] }));
    const body = made("tbody", table);
    const first = new Date(Date.UTC(year, number, 1));
    let day = new Date(first - ((first.getUTCDay() + 6) % 7) * DAY); // weeks begin on Monday
    do {
      const week = made("tr", body, "", { role: "row" });
      for (let n = 0; n < 7; n += 1, day = new Date(+day + DAY)) week.append(cell(day, number));
    } while (day.getUTCMonth() === number);
    const note = made("p", null, words.keys, { class: "pp-help" });
    const held = month.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
    month.replaceChildren(head, table, note);
    const step = !focus && held && [...head.querySelectorAll("button")].find((one) => one.getAttribute("aria-label") === held);
    (step || month.querySelector("[tabindex='0']"))?.focus();
  }

  function cell(day, number) {
    const one = made("td", null, "", { role: "gridcell", "aria-selected": String(iso(day) === model.get("day")) });
    const name = `${words.weekdays[(day.getUTCDay() + 6) % 7]}, ${words.days[day.getUTCMonth()].replace("{n}", day.getUTCDate())} ${day.getUTCFullYear()}`;
    const mark = iso(day) === model.get("today") ? "date" : null;
    const button = pressed(one, String(day.getUTCDate()), "day", () => take(day), { "aria-label": name, "aria-current": mark, tabindex: iso(day) === iso(at) ? 0 : -1 });
    button.toggleAttribute("data-else", day.getUTCMonth() !== number);
    return one;
  }

  function turn(by) {
    step(by);
    draw(false);
  }

  function step(by) {
    const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + by + 1, 0)).getUTCDate();
    at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + by, Math.min(at.getUTCDate(), last)));
  }

  function take(day) {
    const turn = Number(model.get("picked").split(" ")[1] ?? 0) + 1; // the same day may be picked twice
    model.set("picked", `${iso(day)} ${turn}`);
    model.save_changes();
    box.dispatchEvent(new Event("change", { bubbles: true })); // the guard hears it as any other change
    close();
  }

  function keys(event) {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
    const inside = event.target.closest("td");
    if (event.key === "Escape") close();
    else if (event.key === "PageUp" || event.key === "PageDown") {
      step((event.key === "PageUp" ? -1 : 1) * (event.shiftKey ? 12 : 1));
      draw();
    } else if (inside && event.key in days) {
      at = new Date(+at + days[event.key] * DAY);
      draw();
    } else if (inside && (event.key === "Home" || event.key === "End")) {
      const weekday = (at.getUTCDay() + 6) % 7;
      at = new Date(+at + (event.key === "Home" ? -weekday : 6 - weekday) * DAY);
      draw();
    } else if (inside && event.key === "Enter") take(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  model.on("change:of", gone);
}

export default { render };
