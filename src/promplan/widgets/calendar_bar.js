// The head of the calendar: which days are in sight, the five views, and whether the days of work move along.
const VIEWS = ["weeks", "days", "month", "list", "gantt"];

function calendarBar(box, words, { view, go, add }) {
  const head = made("div", box, "", { class: "pp-cal-bar" });
  const when = made("div", head, "", { class: "pp-cal-when" });
  const back = pressed(when, "‹", "quiet", () => go(-1), { "aria-label": words.earlier });
  const period = made("b", when, "", { class: "pp-cal-period", role: "status" });
  const next = pressed(when, "›", "quiet", () => go(1), { "aria-label": words.later });
  const seg = made("div", head, "", { class: "pp-cal-views pp-seg", role: "group", "aria-label": words.views });
  const buttons = VIEWS.map((name) => [name, pressed(seg, words[`view_${name}`], "view", () => view(name))]);
  const end = made("div", head, "", { class: "pp-cal-end" });
  pressed(end, words.add, "plain", add);
  const label = made("label", end, "", { class: "pp-cal-along" });
  const along = made("input", label, "", { type: "checkbox", "data-lm-suppress-shortcuts": "true" });
  along.addEventListener("change", (event) => event.stopPropagation()); // nothing is saved by it
  made("span", label, words.along);
  return {
    end,
    along: () => along.checked,
    show: (name, text, paged) => {
      for (const [each, button] of buttons) button.setAttribute("aria-pressed", String(each === name));
      for (const one of [back, next]) one.hidden = !paged;
      if (period.textContent !== text) period.textContent = text;
    },
  };
}
