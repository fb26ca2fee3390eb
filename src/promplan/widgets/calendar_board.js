// The editorial calendar: pieces are carried from day to day by mouse, finger or keys, in one of five views of the same
// days; what is wrong with a place is said before the card lies there. A card keeps its node wherever it goes, so that
// the focus stays on it.
const NARROW = 620; // px of the board: under it weeks stand under each other
const FORTNIGHT = 14;
const PAUSE = 90; // ms over a place until it is asked about: a fast hand asks nothing on its way

function render({ model, el }) {
  const words = model.get("words"), days = spokenDays(words.language);
  const filled = (text, given) => text.replace(/\{(\w+)\}/g, (_, name) => given[name] ?? "");
  const box = made("section", el, "", { class: "pp-part pp-cal", "aria-label": words.title });
  const acts = acting(model, box);
  const bar = calendarBar(box, words, { view: turnTo, go, add: () => { fresh = acts.act("add"); } });
  const undo = undoing(model, box, bar.end, acts, words);
  const told = made("ul", box, "", { class: "pp-cal-told" });
  const none = made("p", box, words.none, { class: "pp-empty" });
  const body = made("div", box, "", { class: "pp-cal-body" });
  const tray = made("div", body, "", { class: "pp-cal-tray", role: "group", tabindex: "0", "aria-label": words.tray, "data-lm-suppress-shortcuts": "true" });
  const trayHead = made("div", tray, "", { class: "pp-cal-tray-head" });
  made("b", trayHead, words.tray, { class: "pp-label" });
  const waiting = made("small", trayHead);
  const stage = made("div", body, "", { class: "pp-cal-stage" });
  const away = made("p", body, "", { class: "pp-cal-away" });
  made("p", body, words.keys, { class: "pp-cal-keys" });
  const foot = made("div", null, "", { class: "pp-part pp-cal-verdict", "aria-hidden": "true" }); // the live line says it too
  const load = calendarLoad(body, words);
  const tools = calendarTools(body, words, days, acts, () => shown);
  const live = made("p", box, "", { role: "status", class: "pp-hidden" });

  const cards = new Map(); // id → { node, data, json }
  const pending = new Map(); // id → { to, turn }: put by this hand, and not yet heard of
  let shown = { cards: [], channels: [], special: [], closed: [], weeks: {} };
  let asking = false, wanted = null, rest = 0; // is a question on its way, and what is asked after it
  let fresh = 0; // the act that has asked for a new piece: it is opened when it has come
  let view = null, built = "", lifted = null, hand = false, at = null, current = "", asks = 0;
  let anchor = "", narrow = false;

  const lies = (id) => { const { channel, day } = cards.get(id).data; return { channel, day }; };
  const home = (id) => (lifted === id && !hand ? at : pending.has(id) ? pending.get(id).to : lies(id));
  const named = (id) => `${id}, ${cards.get(id).data.title}`;
  const channelName = (id) => shown.channels.find((one) => one.id === id)?.name ?? words.no_channel;
  const spoken = ({ channel, day }) => (day ? filled(words.cell, { channel: channelName(channel), when: days.full(day) }) : words.in_tray);
  const say = (text) => { live.textContent = text; };

  // which days are in sight
  function span(kind) {
    const { start, end } = shown;
    if (kind === "month") return [mondayOf(firstOf(anchor)), shifted(mondayOf(shifted(monthFrom(anchor, 1), -1)), 6)];
    if (kind !== "days") return [start, end];
    const from = mondayOf(anchor);
    return [from, shifted(from, FORTNIGHT - 1)];
  }

  function go(step) {
    const kind = model.get("view");
    anchor = bounded(kind === "month" ? monthFrom(anchor, step) : shifted(anchor, 7 * step), shown.start, shown.end);
    draw();
  }

  function turnTo(kind) {
    model.set("view", kind);
    model.save_changes();
    draw();
  }

  function build() {
    const kind = model.get("view"), [from, to] = span(kind);
    const { channels, special, closed, today, start, end } = shown;
    const dated = kind === "gantt" ? [...cards.keys()].filter((id) => home(id).day).sort() : [];
    const lines = kind === "gantt" ? shown.cards.map((one) => [one.days, one.after, one.title]) : [];
    const facts = JSON.stringify([kind, from, to, narrow, channels, special, closed, today, shown.from, shown.to, dated]);
    const paged = { month: () => days.month(firstOf(anchor)), days: () => filled(words.from_to, { start: days.short(from), end: days.short(to) }) }[kind];
    bar.show(kind, paged ? paged() : shown.period, Boolean(paged));
    const key = facts + JSON.stringify(lines);
    if (built === key) return;
    const scrolled = built.startsWith(facts) ? [view.node.scrollLeft, view.node.scrollTop] : null;
    built = key;
    const common = { shown, words, days };
    const order = () => [...dated].sort((a, b) => (home(a).day < home(b).day ? -1 : home(a).day > home(b).day ? 1 : a.localeCompare(b, "en", { numeric: true })));
    const before = view?.node;
    const weeks = daysOf(start, end, 7);
    view = kind === "month" ? monthView({ ...common, month: firstOf(anchor) })
      : kind === "gantt" ? ganttView({ ...common, start, end, order: order() })
      : kind === "list" || (narrow && kind === "weeks") ? weeksList({ ...common, columns: weeks })
      : kind === "days" ? channelsView({ ...common, columns: daysOf(from, to), span: 1 })
      : channelsView({ ...common, columns: weeks, span: 7, load: true });
    for (const { node } of cards.values()) if (before?.contains(node)) node.remove(); // else they would leave with it
    stage.dataset.view = narrow && kind === "weeks" ? "list" : kind;
    stage.append(view.node);
    before?.remove();
    if (scrolled) [view.node.scrollLeft, view.node.scrollTop] = scrolled;
    else toNow();
  }

  // what scrolls begins at today, else at the first piece
  function toNow() {
    const first = [...cards.keys()].map((id) => home(id).day).filter(Boolean).sort()[0];
    const day = shown.today && shown.today > shown.start && shown.today <= shown.end ? shown.today : first;
    const target = day && [...view.node.querySelectorAll("[data-column]")].find((one) => one.dataset.column === mondayOf(day) || one.dataset.column === day);
    if (target) view.node.scrollLeft = Math.max(0, target.offsetLeft - 140);
  }

  const rank = (id) => `${home(id).day ?? ""}${cards.get(id).data.at || "99"}${id.slice(1).padStart(6, "0")}`;

  function lay(id, cell) {
    const { node } = cards.get(id), mine = rank(id);
    const behind = node.dataset.rank === mine && node.parentElement === cell;
    if (behind) return;
    node.dataset.rank = mine;
    const after = [...cell.children].find((one) => one !== node && one.dataset.item && one.dataset.rank > mine);
    cell.insertBefore(node, after ?? null);
  }

  // only what is another is written: a hundred cards would else be styled anew at every step
  function marked(node, name, value) {
    if (node.getAttribute(name) === value) return;
    value === null ? node.removeAttribute(name) : node.setAttribute(name, value);
  }

  function draw() {
    const focused = document.activeElement;
    if (!cards.size && !shown.cards.length) return;
    build();
    let undated = 0, gone = 0;
    for (const [id, { node }] of cards) {
      const place = home(id), cell = place.day ? view.cellOf(place, id) : tray;
      if (cell) lay(id, cell);
      else node.remove();
      undated += place.day ? 0 : 1;
      gone += cell ? 0 : 1;
      if (cell && cell !== tray) view.lay?.(node, place);
      else if (node.style.left) node.style.left = "";
      marked(node, "aria-pressed", String(lifted === id));
      marked(node, "aria-current", model.get("value") === id ? "true" : null);
      marked(node, "tabindex", id === current ? "0" : "-1");
    }
    if (!cards.get(current)?.node.isConnected) roving([...cards].find(([, one]) => one.node.isConnected)?.[0] ?? "");
    view.settle?.(home);
    hoursIn(stage, shown, words);
    waiting.textContent = undated ? filled(words.waiting, { n: undated }) : words.all_dated;
    away.textContent = gone ? filled(words.away, { n: gone }) : "";
    away.hidden = !gone;
    if (focused?.dataset?.item && cards.has(focused.dataset.item) && document.activeElement !== focused) focused.focus({ preventScroll: true });
  }

  function refresh(id) {
    const one = cards.get(id), place = home(id);
    const said = { day: place.day ? days.near(place.day) : "", at: place.day ? one.data.at : "", where: channelName(place.channel) };
    const json = JSON.stringify([one.data, said]);
    if (one.json === json) return;
    one.json = json;
    fillPiece(one.node, one.data, words, said);
  }

  function show() {
    const first = !shown.start;
    shown = model.get("shown");
    const now = shown.cards ?? [];
    const lines = (shown.told ?? []).join("\n");
    if (told.dataset.lines !== lines) {
      told.dataset.lines = lines;
      told.replaceChildren(...(shown.told ?? []).map((one) => made("li", null, one)));
    }
    none.hidden = now.length > 0;
    body.hidden = now.length === 0;
    const keep = new Set(now.map((one) => one.id));
    for (const [id, { node }] of cards) if (!keep.has(id)) { node.remove(); cards.delete(id); pending.delete(id); if (lifted === id) lifted = null; }
    settled();
    for (const data of now) {
      const one = cards.get(data.id) ?? { node: pieceCard(data.id, { open, focused: roving, left, keyed: key, grabbed: (event, id) => grab(event, id) }) };
      cards.set(data.id, one);
      one.data = data;
      refresh(data.id);
    }
    if (first || !anchor) anchor = bounded(shown.today || shown.start, shown.start, shown.end);
    anchor = bounded(anchor, shown.start, shown.end);
    if (!cards.has(current)) current = cards.keys().next().value ?? "";
    load.show(shown);
    tools.show(cards.get(model.get("value"))?.data);
    draw();
  }

  // the kernel has heard: where a card lies now is said by the plan
  function settled() {
    const done = [...pending].filter(([, one]) => acts.done(one.turn)).map(([id]) => id);
    for (const id of done) pending.delete(id);
    return done;
  }

  function roving(id) {
    if (!id) return;
    current = id;
    for (const [each, { node }] of cards) node.tabIndex = each === id ? 0 : -1;
  }

  function open(id) {
    model.set("value", id);
    model.save_changes();
    tools.show(cards.get(id)?.data);
    draw();
  }

  function put(id, to) {
    const from = pending.has(id) ? pending.get(id).to : lies(id);
    if (from.channel === to.channel && (from.day || null) === (to.day || null)) return;
    pending.set(id, { to, turn: acts.act("move", { id, from, to, along: bar.along() }) });
    refresh(id);
  }

  // what is wrong with a place, asked before the card lies there
  function ask(id, to) {
    asks += 1;
    foot.replaceChildren(made("span", null, `${id}: ${spoken(to)}`));
    foot.dataset.sign = "";
    const area = box.getBoundingClientRect(); // in sight wherever the board ends, and in a layer that no output clips
    Object.assign(foot.style, { left: `${area.left}px`, width: `${area.width}px` });
    if (!foot.isConnected) document.body.append(foot);
    wanted = { page: acts.page, n: asks, id, to, along: bar.along() };
    clearTimeout(rest);
    rest = setTimeout(() => { if (!asking) send(); }, PAUSE);
  }

  // one question at a time: what a fast hand has passed by is not asked, and keeps no move waiting
  function send() {
    if (wanted) {
      model.set("asked", wanted);
      model.save_changes();
    }
    asking = Boolean(wanted);
    wanted = null;
  }

  function verdict() {
    const now = model.get("verdict");
    if (now.page === acts.page) send();
    if (now.page !== acts.page || now.n !== asks || !lifted) return;
    foot.replaceChildren();
    foot.dataset.sign = now.sign;
    signed(now.sign, foot);
    made("span", foot, now.said);
    say(now.said);
  }

  // nothing is in the hand
  function hush() {
    asks += 1;
    wanted = null;
    clearTimeout(rest);
    foot.remove();
  }

  // keys
  function key(event, id) {
    const held = lifted === id;
    if (event.key === "Enter") held ? drop() : lift(id);
    else if (event.key === "Escape" && held) letGo();
    else if (event.key in ARROWS && held) step(event.key, event.shiftKey);
    else if (event.key in ARROWS) nearest(cards, id, ...ARROWS[event.key])?.focus();
    else if (event.key === " ") open(id);
    else if ((event.key === "Delete" || event.key === "Backspace") && (held || home(id).day)) {
      lifted = null;
      hush();
      put(id, { ...lies(id), day: null });
      say(filled(words.trayed, { what: named(id) }));
      draw();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function lift(id) {
    at = { ...home(id) };
    lifted = id;
    say(filled(words.lifted, { what: named(id) }));
    draw();
  }

  function step(name, fine) {
    const [from, to] = span(model.get("view"));
    if (at.day) at = view.step(name, at, fine);
    else at = { channel: at.channel || shown.channels[0]?.id || "", day: dayIn(mondayOf(bounded(anchor, from, to)), null, shown) };
    at.day = bounded(at.day, shown.start, shown.end);
    if (at.day < from || at.day > to) anchor = at.day; // the days in sight follow the card
    refresh(lifted);
    say(spoken(at));
    draw();
    cards.get(lifted).node.scrollIntoView({ block: "nearest", inline: "nearest" });
    ask(lifted, at);
  }

  function drop() {
    const id = lifted, to = at;
    lifted = null;
    hush();
    put(id, to);
    say(filled(words.put, { what: named(id), where: spoken(to) }));
    draw();
  }

  function left(id) {
    if (lifted === id && !hand) letGo();
  }

  function letGo() {
    const id = lifted;
    lifted = null;
    hush();
    refresh(id);
    say(filled(words.back, { what: named(id) }));
    draw();
  }

  const grab = pieceHands({
    cards, tray, stage, home, hush, ask, say, draw, put,
    view: () => view,
    raised: (id, was) => { if (lifted && lifted !== id) letGo(); [lifted, hand, at] = [id, true, was]; },
    lowered: () => { [lifted, hand] = [null, false]; hush(); },
    done: (id, place) => say(filled(place.day ? words.put : words.trayed, { what: named(id), where: spoken(place) })),
  });

  new ResizeObserver(([one]) => {
    const now = one.contentRect.width > 0 && one.contentRect.width < NARROW;
    if (now === narrow) return;
    narrow = now;
    draw();
  }).observe(box);
  show();
  model.on("change:shown", show);
  model.on("change:heard", () => {
    const came = fresh && acts.came(fresh);
    if (fresh && acts.done(fresh)) fresh = 0;
    if (came) { open(came); cards.get(came)?.node.focus(); }
    const done = settled();
    for (const id of done) if (cards.has(id)) refresh(id);
    if (done.length) draw();
  });
  model.on("change:verdict", verdict);
  model.on("change:value", () => { tools.show(cards.get(model.get("value"))?.data); draw(); });
  return () => foot.remove();
}

export default { render };
