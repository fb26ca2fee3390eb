// The course as stations: in the panel a vertical line, in a lesson the map.
import { button, h } from "./dom.js";
import { sign } from "./signs.js";

const untold = (unit) => unit.state === "new" || unit.state === "later";

function told(say, unit) {
  return unit.open ? say("{word}, {n} open", { word: unit.word, n: unit.open }) : unit.word;
}

// in the panel; `here` is the unit and the kind of the notebook in front
export function line(say, groups, here, open) {
  const list = h("ol", { class: "pp-map", "aria-label": say("The units of the course") });
  for (const group of groups) {
    const inside = h("ol", { "aria-label": group.title }, ...group.units.map((unit) => station(say, unit, here, open)));
    list.append(h("li", {}, h("h3", { class: "pp-map-group", text: group.title }), inside));
  }
  return list;
}

function station(say, unit, here, open) {
  const current = unit.id === here.unit;
  const state = h("small", { class: untold(unit) ? "pp-unseen" : null, text: told(say, unit) });
  const label = h("span", { class: "pp-map-name" }, h("b", { text: `${unit.number} · ${unit.title}` }), state);
  const inside = [sign(unit.state), label, h("small", { class: "pp-map-minutes", text: unit.minutes })];
  const given = { class: "pp-map-unit", "data-key": unit.id, "aria-current": current ? "step" : null, onclick: () => open(unit.lesson) };
  const row = unit.lesson ? button(given, ...inside) : h("div", { class: "pp-map-unit pp-map-later" }, ...inside);
  return h("li", { class: `pp-map-item${current ? " pp-map-current" : ""}` }, row, current ? pages(say, unit, here, open) : null);
}

function pages(say, unit, here, open) {
  const sub = h("div", { class: "pp-map-pages" });
  for (const [kind, path, word] of [["notebooks", unit.lesson, say("Lesson")], ["exercises", unit.exercise, say("Exercise")]]) {
    if (!path) continue;
    const now = kind === here.kind ? "page" : null;
    sub.append(button({ "aria-current": now, "data-key": `${unit.id}/${kind}`, onclick: () => open(path) }, word));
  }
  return sub;
}

// in a lesson, in place of the picture
export function board(say, groups, here, open) {
  const parts = groups.map((group) => {
    const units = group.units.map((unit) => {
      const current = unit.id === here.unit;
      const words = [
        h("b", { text: `${unit.number} · ${unit.title}` }),
        h("span", { text: unit.gain }),
        h("small", { text: told(say, unit) }),
        h("small", { text: unit.minutes }),
        current ? h("small", { class: "pp-here", text: say("You are here") }) : null,
      ];
      const inside = [sign(unit.state), h("span", { class: "pp-board-words" }, ...words.filter(Boolean))];
      const given = { "data-key": `board ${unit.id}`, "aria-current": current ? "step" : null, onclick: () => open(unit.lesson) };
      return h("li", {}, unit.lesson ? button(given, ...inside) : h("div", {}, ...inside));
    });
    return h("section", { style: `--pp-n: ${group.units.length}` }, h("h3", { text: group.title }), h("ol", {}, ...units));
  });
  return h("nav", { "aria-label": say("The units of the course") }, h("div", { class: "pp-board" }, ...parts));
}
