// What is done with the open piece, and with a whole week: pin, repeat, put into the tray, copy.
function calendarTools(body, words, days, acts, shown) {
  const guarded = { class: "pp-in", "data-lm-suppress-shortcuts": "true" };
  const field = (parent, label, node) => {
    const one = made("label", parent, "", { class: "pp-cal-field" });
    made("span", one, label, { class: "pp-label" });
    one.append(node);
    node.addEventListener("change", (event) => event.stopPropagation()); // the act tells the guard
    node.addEventListener("keydown", (event) => { if (event.key !== "Escape") event.stopPropagation(); });
    return node;
  };
  const number = (value, most) => made("input", null, "", { ...guarded, type: "number", min: "1", max: String(most), value: String(value) });
  const box = made("div", null, "", { class: "pp-cal-tools", role: "group", "aria-label": words.open });
  const name = made("b", box, "", { class: "pp-cal-open" });
  const pin = pressed(box, "", "plain", () => acts.act("pin", { id: of.id, on: !of.pinned }));
  const out = pressed(box, words.to_tray, "plain", () => acts.act("move", { id: of.id, from: { channel: of.channel, day: of.day }, to: { channel: of.channel, day: null } }));
  const repeat = made("fieldset", box, "", { class: "pp-cal-repeat" });
  const every = field(repeat, words.every, number(1, 26)), times = field(repeat, words.times, number(3, 26));
  const again = pressed(repeat, words.repeat, "plain", () => acts.act("repeat", { id: of.id, every: Number(every.value), times: Number(times.value) }));
  let of = null;

  const fold = made("details", body, "", { class: "pp-cal-fold" });
  made("summary", fold, words.copy_week, { "data-lm-suppress-shortcuts": "true" });
  const row = made("div", fold, "", { class: "pp-cal-copy" });
  const from = field(row, words.copy_from, made("select", null, "", guarded));
  const to = field(row, words.copy_to, made("select", null, "", guarded));
  pressed(row, words.copy, "plain", () => acts.act("week", { from: from.value, to: to.value }));
  body.append(box);
  const weeks = () => {
    const { start, end, weeks: load } = shown();
    const list = start ? daysOf(start, end, 7) : [], told = JSON.stringify([list, list.map((one) => load[one]?.pieces ?? 0)]);
    if (fold.dataset.list === told) return;
    const first = fold.dataset.list === undefined;
    fold.dataset.list = told;
    for (const one of [from, to]) {
      const value = one.value;
      one.replaceChildren(...list.map((monday) => {
        const text = `${words.in_week.replace("{day}", days.short(monday))} (${load[monday]?.pieces ?? 0})`;
        return Object.assign(document.createElement("option"), { value: monday, textContent: text });
      }));
      if (list.includes(value)) one.value = value;
    }
    if (first) {
      from.value = list.find((one) => load[one]?.pieces) ?? list[0];
      to.value = list[list.indexOf(from.value) + 1] ?? list[0];
    }
  };
  return {
    show: (data) => {
      of = data ?? null;
      box.hidden = !of;
      weeks();
      if (!of) return;
      name.textContent = `${of.id} · ${of.title}`;
      pin.textContent = of.pinned ? words.unpin : words.pin;
      pin.setAttribute("aria-pressed", String(of.pinned));
      out.disabled = !of.day;
      again.disabled = !of.day;
    },
  };
}
