// What has happened: a card with three answers; after it, what comes of the answer and what a press officer would do.
function gameEvent(parent, words, acts) {
  const box = made("section", parent, "", { class: "pp-game-part pp-game-event", hidden: true });
  let key = null, week = 0;
  const open = (event) => {
    box.replaceChildren();
    made("p", box, words.happened, { class: "pp-kicker" });
    made("h4", box, event.name);
    made("p", box, event.what, { class: "pp-game-read" });
    if (event.near) made("p", box, event.near, { class: "pp-game-near" });
    const name = `pp${Math.random().toString(36).slice(2)}`;
    const group = made("fieldset", box, "", { class: "pp-game-answers" });
    made("legend", group, words.answers, { class: "pp-hidden" });
    for (const [id, text] of event.answers) {
      const label = made("label", group, "", { class: "pp-game-answer" });
      const one = made("input", label, "", { type: "radio", name, value: id, "data-lm-suppress-shortcuts": "true" });
      one.addEventListener("change", (heard) => heard.stopPropagation());
      one.addEventListener("keydown", (heard) => heard.stopPropagation());
      made("span", label, text);
    }
    const why = gameField(box, "why", words.why, "text", words.why_help);
    const wrong = made("p", box, "", { class: "pp-game-wrong", hidden: true });
    pressed(box, words.answer, "primary", () => {
      const chosen = group.querySelector("input:checked");
      acts.act("answer", { week, answer: chosen ? chosen.value : "", why: why.node.value });
    });
    return { wrong, why };
  };
  let asked = null;
  return { show: (shown) => {
    const { event, answered } = shown;
    week = shown.week;
    const now = event.key ?? (answered.name ? `told ${shown.week} ${answered.answer}` : "");
    const held = box.contains(box.getRootNode().activeElement);
    if (now !== key) {
      key = now;
      box.hidden = !now;
      if (event.key) {
        asked = open(event);
        box.setAttribute("aria-label", `${words.happened}: ${event.name}`);
      } else if (answered.name) {
        asked = null;
        box.replaceChildren();
        box.setAttribute("aria-label", answered.name);
        const title = made("h4", box, answered.name, { tabindex: "-1" });
        made("p", box, answered.answer, { class: "pp-game-read" });
        made("p", box, words.comes, { class: "pp-label" });
        made("p", box, answered.then, { class: "pp-game-read" });
        made("p", box, words.officer, { class: "pp-label" });
        made("p", box, answered.officer, { class: "pp-game-read" });
        if (held) title.focus({ preventScroll: true });
      }
    }
    if (asked) {
      const said = shown.trouble.do === "answer" ? shown.trouble.said : "", why = shown.trouble.at === "why";
      asked.why.wrong(why ? said : "");
      asked.wrong.textContent = why ? "" : said;
      asked.wrong.hidden = why || !said;
    }
  } };
}
