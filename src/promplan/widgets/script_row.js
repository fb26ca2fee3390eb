// A line of the script: picture at the left, words at the right, under them how long they take and which facts stand in them.
function scriptRow({ words, acts, id, act, here, raise, handleKeys }) {
  const node = made("div", null, "", { class: "pp-line-row", role: "group", "data-line": id });
  const side = made("div", node, "", { class: "pp-line-side" });
  const number = made("b", side, "", { class: "pp-cap-n", "aria-hidden": "true" });
  const handle = made("button", side, "", { type: "button", class: "pp-still-handle", "data-lm-suppress-shortcuts": "true" });
  handle.innerHTML = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 1l4 5H6zM10 19l-4-5h8zM9 6h2v8H9z" fill="currentColor"/></svg>';
  handle.addEventListener("pointerdown", (event) => raise(event, id));
  handle.addEventListener("keydown", (event) => handleKeys(event, id));
  handle.addEventListener("keyup", (event) => { if (event.key === " ") event.preventDefault(); });
  const commit = (of, name, value, seen) => acts.act("put", { ...here(), id: of, name, value, seen });
  const left = made("div", node, "", { class: "pp-line-left" });
  const right = made("div", node, "", { class: "pp-line-right" });
  const fields = [
    { name: "picture", ...control(left, { name: "picture", label: words.picture, kind: "long" }, acts, commit) },
    { name: "seconds", ...control(left, { name: "seconds", label: words.seconds, kind: "number" }, acts, commit) },
    { name: "words", ...control(right, { name: "words", label: words.words, kind: "long" }, acts, commit) },
  ];
  const takes = made("p", right, "", { class: "pp-cap-speed" });
  const over = made("ul", right, "", { class: "pp-cap-faults", id: `pp${Math.random().toString(36).slice(2)}` });
  fields[2].node.setAttribute("aria-describedby", over.id);
  const heard = made("p", right, "", { class: "pp-line-heard" });
  const chips = made("ul", right, "", { class: "pp-chips", "aria-label": words.facts });
  const link = made("label", right, "", { class: "pp-line-link" });
  made("span", link, words.facts, { class: "pp-hidden" });
  const select = made("select", link, "", { class: "pp-in", "data-lm-suppress-shortcuts": "true" });
  fields.push({ name: "speaker", ...control(left, { name: "speaker", label: words.speaker }, acts, commit) });
  const tools = made("div", node, "", { class: "pp-row pp-line-tools" });
  pressed(tools, words.after, "quiet", () => act("add", id));
  pressed(tools, words.copy, "quiet", () => act("copy", id));
  pressed(tools, words.remove, "quiet", () => act("remove", id));

  let facts = [], named = new Map();
  const put = (next) => { const seen = facts; facts = next; acts.act("put", { ...here(), id, name: "facts", value: next, seen }); };
  select.addEventListener("keydown", (event) => event.stopPropagation());
  select.addEventListener("change", (event) => {
    event.stopPropagation();
    if (select.value) put([...facts, select.value]);
    select.value = "";
  });

  let told = "", offered = "";
  return {
    node, handle, fields,
    flush: () => fields.forEach((one) => one.flush()),
    show: (line, n, given) => {
      number.textContent = n;
      node.setAttribute("aria-label", words.line.replace("{n}", n));
      handle.setAttribute("aria-label", words.handle.replace("{n}", n));
      for (const one of fields) one.show(id, line[one.name]);
      facts = line.facts;
      const now = JSON.stringify([line, given.facts]);
      if (told === now) return;
      told = now;
      named = new Map(given.facts);
      takes.textContent = line.takes;
      takes.hidden = !line.takes;
      takes.toggleAttribute("data-fast", line.over.length > 0);
      heard.textContent = line.heard ? words.heard.replace("{text}", line.heard) : "";
      heard.hidden = !line.heard;
      over.replaceChildren(...[...line.over.map((text) => ["error", text]), ...line.told.map((text) => [line.sign === "error" ? "warning" : line.sign || "warning", text])].map(([sign, text]) => {
        const li = made("li");
        signed(sign, li);
        const say = made("span", li);
        made("span", say, `${words.signs[sign]}: `, { class: "pp-hidden" });
        made("span", say, text);
        return li;
      }));
      const list = JSON.stringify([facts, given.facts]);
      if (offered === list) return;
      offered = list;
      const at = [...chips.querySelectorAll("button")].indexOf(document.activeElement);
      chips.replaceChildren(...facts.map((key) => {
        const text = named.get(key) ?? words.gone.replace("{id}", key), li = made("li", null, "", { "data-key": key });
        made("span", li, text);
        pressed(li, "×", "out", () => put(facts.filter((one) => one !== key)), { "aria-label": words.unlink.replace("{record}", text) });
        return li;
      }));
      chips.hidden = !facts.length;
      if (at >= 0) (chips.querySelectorAll("button")[Math.min(at, facts.length - 1)] ?? select).focus();
      select.replaceChildren(made("option", null, words.link, { value: "" }), ...given.facts.filter(([key]) => !facts.includes(key)).map(([key, text]) => made("option", null, text, { value: key })));
    },
  };
}
