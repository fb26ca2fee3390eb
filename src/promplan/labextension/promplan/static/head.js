// The panel's head (day, languages, Continue) and foot (saved, Hand in, Merge, Glossary).
import { button, h } from "./dom.js";
import { openGlossary } from "./glossary.js";
import { openHandIn } from "./hand-in.js";
import { openMerge } from "./merge.js";
import { sign } from "./signs.js";
import { speak } from "./speech.js";

const LANGUAGES = [["en", "English"], ["ru", "Русский"]]; // each in its own words

export function drawHead(panel, [clock, next, troubles, language]) {
  const { say } = panel;
  const title = h("div", { class: "pp-panel-title" }, h("h2", { text: say("My media plan") }), languages(panel, language));
  const wrong = h("div", { role: "status", class: "pp-panel-troubles" }, ...troubles.map((text) =>
    h("p", { class: "pp-panel-trouble" }, sign("error"), h("span", { text }))));
  return [title, clock && day(clock), wrong, next.path && go(panel, next)].filter(Boolean);
}

function languages(panel, language) {
  const group = h("div", { class: "pp-seg", role: "group", "aria-label": panel.say("Language") });
  for (const [lang, name] of LANGUAGES) {
    const given = { lang, "aria-label": name, "aria-pressed": String(lang === language), "data-key": `speak ${lang}` };
    group.append(button({ ...given, onclick: () => lang !== panel.language && speak(panel, lang) }, lang.toUpperCase()));
  }
  return group;
}

function day({ iso, number, month, title, told }) {
  const date = h("time", { datetime: iso, class: "pp-day" }, h("b", { text: String(number) }), h("small", { text: month }));
  return h("div", { class: "pp-today" }, date, h("p", {}, h("span", { text: title }), told ? h("small", { text: told }) : null));
}

export function go(panel, next, short = false) {
  return button(
    { class: "pp-go", "data-key": "go", onclick: () => panel.path.endsWith(next.path) && next.at ? panel.goTo({ ...next.at, path: next.path }) : panel.open(next.path) },
    h("b", { text: panel.say("Continue") }),
    h("span", { text: short ? next.title : `${next.title}. ${next.why}` }),
    sign("forward"),
  );
}

export function drawFoot(panel, [saved, trouble]) {
  const { say } = panel;
  const told = saved ? say("Saved at {time}", { time: saved }) : trouble ? say("The plan cannot be read") : say("Nothing is saved yet");
  const state = saved ? "passed" : trouble ? "error" : "new";
  const act = (key, kind, text, open) => button({ class: kind, "data-key": key, "aria-haspopup": "dialog", onclick: () => open(panel) }, text);
  return [
    h("p", { class: `pp-saved pp-saved-${state}`, role: "status" }, sign(state), h("span", { text: told })),
    h("div", { class: "pp-panel-acts" },
      act("hand-in", "pp-button", say("Hand in"), openHandIn),
      act("merge", "pp-quiet", say("Merge"), openMerge),
      act("glossary", "pp-quiet", say("Glossary"), openGlossary)),
  ];
}
