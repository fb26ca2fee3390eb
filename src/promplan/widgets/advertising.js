// Is it an advertisement? One question at a time: by mouse, by Tab and Enter, or by the digit of its answer.
function render({ model, el }) {
  const words = model.get("words");
  const box = made("section", el, "", { class: "pp-part pp-asking", "data-lm-suppress-shortcuts": "true" });
  let turn = 0, moved = false; // did a hand here ask for what comes now?

  const send = (name, keys) => {
    model.set(name, { piece: model.get("shown").piece, keys, turn: ++turn });
    model.save_changes();
  };
  const walk = (keys, event) => {
    event?.stopPropagation(); // nothing of the plan changes: the guard need not ask
    moved = true;
    send("walked", keys);
  };
  const answers = () => model.get("shown").question?.answers ?? [];
  const keys = () => model.get("shown").keys ?? [];

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const answer = answers()[Number(event.key) - 1];
    if (answer) walk([...keys(), answer[0]]);
    else if (event.key === "Backspace" && keys().length) walk(keys().slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  function path(rows) {
    if (!rows.length) return;
    made("p", box, words.path, { class: "pp-asking-label" });
    const list = made("ol", box, "", { class: "pp-asking-path" });
    for (const [ask, answer] of rows) {
      const row = made("li", list);
      made("span", row, ask);
      made("b", row, answer);
    }
  }

  function question(one) {
    const head = made("h4", box, one.ask, { class: "pp-asking-ask", tabindex: "-1" });
    if (one.help) made("p", box, one.help, { class: "pp-help" });
    const list = made("div", box, "", { class: "pp-asking-answers", role: "group", "aria-label": one.ask });
    one.answers.forEach(([key, text], n) => {
      const button = pressed(list, "", "plain", (event) => walk([...keys(), key], event));
      made("kbd", button, String(n + 1), { "aria-hidden": "true" });
      made("span", button, text);
    });
    return head;
  }

  function leaf(one) {
    const end = made("div", box, "", { class: "pp-asking-leaf", "data-ad": one.stops ? "stop" : one.is_ad });
    const head = made("h4", end, "", { class: "pp-asking-ask", tabindex: "-1" });
    const mark = one.stops ? "✘" : { yes: "!", no: "✔", ask: "?" }[one.is_ad];
    made("span", head, `${mark} `, { "aria-hidden": "true" });
    made("span", head, one.head);
    made("p", end, words.follows, { class: "pp-asking-label" });
    const list = made("ul", end);
    for (const [text, source] of one.steps) {
      const row = made("li", list, text);
      if (source) made("small", row, source);
    }
    made("p", end, words.lawyer, { class: "pp-asking-lawyer" });
    return head;
  }

  function law(rows) {
    for (const one of rows) {
      const fold = made("details", box, "", { class: "pp-asking-law" });
      made("summary", fold, `${words.law}: ${one.head}`, { "data-lm-suppress-shortcuts": "true" });
      for (const [label, text] of one.lines) {
        const line = made("p", fold);
        made("b", line, `${label}: `);
        made("span", line, text);
      }
    }
  }

  function draw() {
    const shown = model.get("shown");
    const held = box.contains(document.activeElement);
    box.replaceChildren();
    if (!shown.piece) return;
    box.setAttribute("aria-label", shown.title);
    made("p", box, shown.title, { class: "pp-kicker" });
    path(shown.path);
    const head = shown.leaf ? leaf(shown.leaf) : question(shown.question);
    const row = made("div", box, "", { class: "pp-row" });
    if (shown.leaf) pressed(row, words.write, "primary", () => send("written", keys()));
    if (shown.keys.length) {
      pressed(row, words.back, "quiet", (event) => walk(keys().slice(0, -1), event));
      pressed(row, words.again, "quiet", (event) => walk([], event));
    }
    if (!shown.leaf) made("p", box, words.keys, { class: "pp-help" });
    law(shown.law);
    if (moved || held) head.focus({ preventScroll: !moved }); // the next question is what is read next
    moved = false;
  }

  draw();
  model.on("change:shown", draw);
  return () => model.off("change:shown", draw);
}

export default { render };
