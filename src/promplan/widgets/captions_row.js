// A caption as a row: its times, its text, how fast it is read, what is wrong with it, and what can be done with it.
function captionRow({ words, acts, n, put, split, does, choose }) {
  const guarded = { "data-lm-suppress-shortcuts": "true" };
  const node = made("div", null, "", { class: "pp-cap", "data-cue": n });
  made("b", node, String(n + 1), { class: "pp-cap-n", "aria-hidden": "true" });
  const times = made("div", node, "", { class: "pp-cap-times" });
  const commit = (_, name, value) => put(n, name, value);
  const start = control(times, { name: "start", label: words.start, kind: "number" }, acts, commit);
  const end = control(times, { name: "end", label: words.end, kind: "number" }, acts, commit);
  const said = made("div", node, "", { class: "pp-cap-said" });
  const text = control(said, { name: "text", label: words.text, kind: "long" }, acts, commit);
  const speed = made("p", said, "", { class: "pp-cap-speed" });
  const faults = made("ul", said, "", { class: "pp-cap-faults", id: `pp${Math.random().toString(36).slice(2)}` });
  text.node.setAttribute("aria-describedby", faults.id);
  const tools = made("div", node, "", { class: "pp-row pp-cap-tools" });
  pressed(tools, words.split, "plain", () => split(n, null));
  const join = pressed(tools, words.join, "plain", () => does("join", n));
  pressed(tools, words.after, "plain", () => does("add", n));
  pressed(tools, words.remove, "plain", () => does("remove", n));
  node.setAttribute("aria-label", words.number.replace("{n}", n + 1));
  node.setAttribute("role", "group");
  node.addEventListener("focusin", () => choose(n, "row"));
  text.node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    split(n, text.node.selectionStart);
  });
  for (const [one, edge] of [[start, "start"], [end, "end"]]) {
    one.node.addEventListener("keydown", (event) => {
      const step = { ArrowUp: 0.1, ArrowDown: -0.1, PageUp: 1, PageDown: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      one.flush();
      does("nudge", n, { edge, by: step });
    });
  }

  let told = "";
  return {
    node, text,
    flush: () => { start.flush(); end.flush(); text.flush(); },
    times: (one) => { start.node.value = clock(one.start); end.node.value = clock(one.end); },
    show: (one, given, last) => {
      start.show(String(n), clock(one.start));
      end.show(String(n), clock(one.end));
      text.show(String(n), one.text);
      const seconds = one.end - one.start, rate = seconds > 0 ? one.letters / seconds : null;
      const number = rate === null ? "" : rate.toLocaleString(words.lang, { maximumFractionDigits: 1 });
      const read = rate === null ? words["no speed"] : words.speed.replace("{speed}", number).replace("{most}", given.most.toLocaleString(words.lang));
      if (speed.textContent !== read) speed.textContent = read;
      speed.toggleAttribute("data-fast", rate === null || rate > given.most + 0.05);
      join.hidden = last;
      const now = JSON.stringify(one.faults);
      if (told === now) return;
      told = now;
      const held = faults.contains(document.activeElement);
      faults.replaceChildren(...one.faults.map((it) => {
        const li = made("li", null, "", { "data-kind": it.kind });
        signed("warning", li);
        const say = made("span", li);
        made("span", say, `${words.look}: `, { class: "pp-hidden" });
        made("span", say, it.what);
        if (it.mends) pressed(li, words.mend, "plain", () => does("mend", n, { kind: it.kind }));
        return li;
      }));
      if (held) text.node.focus({ preventScroll: true });
    },
  };
}
