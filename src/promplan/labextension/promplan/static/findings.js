// What is open in the whole plan, each one click from its field.
import { button, h } from "./dom.js";
import { sign } from "./signs.js";

const FIRST = 5; // so many stand there before somebody asks for the rest
const MOST = 200; // and no more than so many: who has that many mends these first

export function drawFindings(panel, findings) {
  const { say } = panel;
  const open = findings.filter((one) => one.open);
  const box = h("section", { class: "pp-open" });
  const draw = (most) => {
    const rows = open.slice(0, most).map((one) => finding(panel, one));
    const list = h("ul", {}, ...rows);
    const left = open.length - rows.length;
    const head = h("h3", {}, h("span", { text: say("Open in the whole plan") }), h("span", { text: String(open.length) }));
    const more = left > 0 && most === FIRST
      ? button({ class: "pp-quiet", "data-key": "more", onclick: () => all() }, say("and {n} more", { n: left }))
      : left > 0 ? h("p", { text: say("and {n} more", { n: left }) }) : null;
    box.replaceChildren(...[head, open.length ? list : empty(say, findings, panel.data), more].filter(Boolean));
  };
  const all = () => {
    panel.all = true;
    draw(MOST);
    box.querySelectorAll("li button")[FIRST].focus();
  };
  draw(panel.all ? MOST : FIRST);
  return box;
}

function finding(panel, one) {
  const text = h("span", {}, h("b", { text: `${one.word}. ` }), `${one.where}: ${one.message} `, h("small", { class: "pp-rule", text: one.rule }));
  const given = { class: "pp-open-one", "data-key": `${one.rule}/${one.object}`, onclick: () => panel.goTo(one) };
  return h("li", {}, button(given, sign(one.severity), text));
}

function empty(say, findings, data) {
  const begun = (data?.groups ?? []).some((group) => group.units.some((it) => it.state !== "new" && it.state !== "later"));
  const told = findings.length || begun ? say("Nothing is open here.") : say("Nothing to check yet: the plan is still empty.");
  return h("p", { text: told });
}
