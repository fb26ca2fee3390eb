// The glossary: type, and the words that fit stand there; arrows go through them.
import { Dialog } from "./dialog.js";
import { h } from "./dom.js";
import { why } from "./server.js";

const kept = new Map(); // by language

export async function openGlossary(panel) {
  const { say, language } = panel;
  const dialog = new Dialog(say, language, say("Glossary"), { name: "glossary", back: () => panel.focus("glossary") }).open();
  if (!kept.has(language)) {
    const answer = await panel.server.tell("glossary", { language });
    if (!answer.data) return dialog.tell(why(say, answer), "error");
    kept.set(language, answer.data.terms);
  }
  const terms = kept.get(language);
  const other = language === "ru" ? "en" : "ru";
  const input = h("input", { type: "search", class: "pp-input", autocomplete: "off", spellcheck: "false" });
  const list = h("ul", { class: "pp-terms", "aria-label": say("Words that fit") });
  const draw = () => {
    const found = fitting(terms, input.value);
    list.replaceChildren(...found.map((one) => term(one, other)));
    dialog.tell(found.length ? say("Words: {n}", { n: found.length }) : say("No such word. Try its beginning, or the other language."));
  };
  input.addEventListener("input", draw);
  dialog.node.addEventListener("keydown", (event) => move(event, input, list));
  dialog.show(h("label", { class: "pp-search" }, h("span", { text: say("Find a word") }), input), list);
  draw();
  input.focus();
}

function term({ word, other: twin, means, note }, other) {
  const name = h("p", {}, h("b", { text: word }), " ", h("span", { lang: other, text: twin }));
  return h("li", { tabindex: "-1", "data-lm-suppress-shortcuts": "true" }, name, h("p", { text: means }), note ? h("p", { class: "pp-note", text: note }) : null);
}

const plain = (text) => text.toLocaleLowerCase().replaceAll("ё", "е").replaceAll("\u00a0", " ");

// those whose word fits before those that only speak of it
export function fitting(terms, typed) {
  const wanted = plain(typed.trim());
  const rank = (one) => {
    const places = [one.word, one.other].map(plain);
    if (places.some((it) => it.startsWith(wanted))) return 0;
    if (places.some((it) => it.includes(wanted))) return 1;
    return plain(`${one.means} ${one.note}`).includes(wanted) ? 2 : 3;
  };
  return terms.map((one) => [rank(one), one]).filter(([n]) => n < 3).sort(([a], [b]) => a - b).map(([, one]) => one);
}

function move(event, input, list) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const rows = [...list.children];
  const at = rows.indexOf(document.activeElement) + by;
  (at < 0 ? input : rows[Math.min(at, rows.length - 1)])?.focus();
}
