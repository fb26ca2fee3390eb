// A post in a neutral frame: words are patched where they stand, the frame is built anew only when it is another kind.
function render({ model, el }) {
  const words = model.get("words");
  const part = made("section", el, "", { class: "pp-part pp-post", "aria-label": words.title });
  const bar = made("div", part, "", { class: "pp-post-bar" });
  const look = { size: "telephone", theme: document.body.dataset.jpThemeLight === "false" ? "dark" : "light" };
  const choice = (name, keys) => {
    const group = made("div", bar, "", { class: "pp-seg", role: "group", "aria-label": words[name] });
    return keys.map((key) => pressed(group, words[key], "seg", () => { look[name] = key; dress(); }, { "data-key": key }));
  };
  const buttons = { size: choice("size", ["telephone", "wide"]), theme: choice("theme", ["light", "dark"]) };
  const stage = made("div", part, "", { class: "pp-post-stage" });
  const notes = made("ul", part, "", { class: "pp-post-notes" });
  const measures = made("div", part, "", { class: "pp-post-limits", role: "group", "aria-label": words.measures });
  made("p", part, words.neutral, { class: "pp-post-neutral" });
  let kind = "", at = {}, open = false;

  const dress = () => {
    stage.dataset.size = look.size;
    stage.dataset.jpThemeLight = String(look.theme === "light"); // the tokens' own switch
    for (const name of ["size", "theme"]) for (const one of buttons[name]) one.setAttribute("aria-pressed", String(one.dataset.key === look[name]));
  };

  const set = (one, text) => { if (one && one.textContent !== text) one.textContent = text; };
  const there = (one, is) => { if (one && one.hidden === Boolean(is)) one.hidden = !is; };

  // what every frame has, in its own order
  const who = (parent) => {
    const row = made("div", parent, "", { class: "pf-who" });
    at.letter = made("span", row, "", { class: "pf-face", "aria-hidden": "true" });
    const name = made("span", row);
    at.whose = made("b", name);
    made("small", name, words.now);
  };
  const title = (parent, tag = "p") => { at.title = made(tag, parent, "", { class: "pf-title" }); };
  const picture = (parent) => {
    at.picture = made("div", parent, "", { class: "pf-picture" });
    at.play = made("span", at.picture, "▶", { class: "pf-play", "aria-hidden": "true" });
    at.label = made("b", at.picture);
    at.alt = made("span", at.picture);
  };
  const text = (parent) => {
    at.text = made("div", parent, "", { class: "pf-text" });
    at.shown = made("span", at.text);
    at.rest = made("span", at.text);
    at.dots = made("span", at.text, "… ", { "aria-hidden": "true" });
    at.more = pressed(at.text, words.more, "quiet", () => { open = !open; fill(); }, { class: "pf-more" });
    at.cut = made("div", parent, "", { class: "pf-cut" });
    made("b", at.cut, words.cut);
    at.lost = made("span", at.cut);
    at.empty = made("p", parent, words.empty, { class: "pf-empty" });
  };
  const bars = (parent) => { const row = made("div", parent, "", { class: "pf-bars", "aria-hidden": "true" }); for (let n = 0; n < 3; n += 1) made("i", row); };

  const FRAMES = {
    feed(box) { who(box); title(box); text(box); picture(box); bars(box); },
    chat(box) { const bubble = made("div", box, "", { class: "pf-bubble" }); at.whose = made("b", bubble, "", { class: "pf-name" }); picture(bubble); title(bubble); text(bubble); },
    page(box) { at.whose = made("p", box, "", { class: "pf-masthead" }); title(box, "h4"); picture(box); text(box); },
    mail(box) { at.from = made("p", box, "", { class: "pf-from" }); at.subject = made("p", box, "", { class: "pf-subject" }); text(box); picture(box); },
    film(box) { picture(box); title(box); who(box); text(box); },
    sheet(box) { title(box, "h4"); picture(box); text(box); at.whose = made("p", box, "", { class: "pf-foot" }); },
  };

  function build(view) {
    kind = view.frame;
    at = {};
    open = false;
    const box = made("div", null, "", { class: `pf pf-${kind}` });
    FRAMES[kind](box);
    stage.replaceChildren(box);
  }

  function fill() {
    const view = model.get("view");
    if (!view.frame) return;
    if (view.frame !== kind) build(view);
    set(at.whose, view.whose);
    set(at.letter, [...view.whose.trim()][0]?.toUpperCase() ?? "");
    set(at.title, view.title);
    there(at.title, view.title);
    set(at.from, words.from.replace("{whose}", view.whose));
    set(at.subject, words.subject.replace("{title}", view.title || words.nosubject));
    set(at.shown, view.shown);
    set(at.rest, view.hidden && open ? ` ${view.hidden}` : "");
    there(at.dots, view.hidden && !open);
    there(at.more, view.hidden);
    set(at.more, open ? words.less : words.more);
    at.more?.setAttribute("aria-expanded", String(open));
    there(at.text, view.shown);
    there(at.empty, !view.shown && !view.cut);
    set(at.lost, view.cut);
    there(at.cut, view.cut);
    there(at.picture, view.ratio);
    if (view.ratio) {
      at.picture.style.aspectRatio = String(view.ratio);
      at.picture.dataset.tall = String(view.ratio < 0.75);
    }
    there(at.play, view.film);
    set(at.label, view.film ? words.film : words.picture);
    set(at.alt, view.alt || words.noalt);
    limits(view);
  }

  const rows = new Map();
  function limits(view) {
    const keys = new Set(view.measures.map((one) => one.key));
    for (const [key, one] of rows) if (!keys.has(key)) { one.row.remove(); rows.delete(key); }
    for (const one of view.measures) {
      const held = rows.get(one.key) ?? line();
      rows.set(one.key, held);
      measures.append(held.row);
      held.row.dataset.state = one.state;
      set(held.name, one.name);
      set(held.said, one.said);
      set(held.dated, one.dated);
      held.fill.style.inlineSize = `${Math.round(one.share * 100)}%`;
    }
    measures.hidden = view.measures.length === 0;
    const told = [...view.misfits.map((one) => `✘ ${one}`), ...view.notes];
    if (notes.dataset.told !== told.join("\n")) {
      notes.dataset.told = told.join("\n");
      notes.replaceChildren(...told.map((one) => made("li", null, one)));
    }
  }
  function line() {
    const row = made("div", null, "", { class: "pp-limit" });
    const name = made("b", row), said = made("span", row), track = made("span", row, "", { class: "pp-limit-bar", "aria-hidden": "true" });
    const fill = made("i", track), dated = made("small", row);
    return { row, name, said, fill, dated };
  }

  dress();
  fill();
  model.on("change:view", fill);
  return () => model.off("change:view", fill);
}

export default { render };
