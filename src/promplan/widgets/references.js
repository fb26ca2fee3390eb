// References: chips of what is picked, and a search by words over what there is.
function render({ model, el }) {
  const words = model.get("words");
  const box = made("div", el, "", { class: "pp-refs" });
  const label = made("label", box, model.get("description"), { class: "pp-label" });
  const chips = made("ul", box, "", { class: "pp-chips" });
  const id = `pp${Math.random().toString(36).slice(2)}`;
  const search = made("input", box, "", {
    type: "text", class: "pp-in", role: "combobox", autocomplete: "off", placeholder: words.search, id,
    "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": `${id}l`, "data-lm-suppress-shortcuts": "true",
  });
  label.htmlFor = id;
  const list = made("ul", box, "", { class: "pp-refs-list", role: "listbox", id: `${id}l`, "aria-label": model.get("description"), hidden: true });
  const said = made("span", box, "", { role: "status", class: "pp-hidden" });
  let at = -1;

  const squeezed = (text) => text.toLocaleLowerCase().replaceAll("ё", "е");
  const told = (key) => model.get("options").find((one) => one[1] === key)?.[0];
  const left = () => {
    const asked = squeezed(search.value).split(/\s+/).filter(Boolean);
    const picked = model.get("value");
    return model.get("options").filter(([text, key]) => !picked.includes(key) && asked.every((word) => squeezed(text).includes(word)));
  };
  const set = (value, text) => {
    model.set("value", value);
    model.save_changes();
    said.textContent = text;
    // the change is told as any other control's: the guard hears it and waits for the store
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };

  function draw() {
    const now = model.get("value");
    const there = new Map([...chips.children].map((one) => [one.dataset.key, one]));
    for (const [key, one] of there) if (!now.includes(key)) one.remove();
    now.forEach((key, place) => {
      const text = told(key) ?? words.dangling.replace("{id}", key);
      let one = there.get(key);
      if (!one) {
        one = made("li", null, "", { "data-key": key });
        made("span", one);
        pressed(one, "×", "out", () => out(key));
      }
      one.toggleAttribute("data-lost", told(key) === undefined);
      one.firstChild.textContent = text;
      one.lastChild.setAttribute("aria-label", words.out.replace("{record}", text));
      if (chips.children[place] !== one) chips.insertBefore(one, chips.children[place] ?? null);
    });
    chips.hidden = !now.length;
    if (!list.hidden) offer();
  }

  function offer() {
    const now = left();
    at = Math.min(at, now.length - 1);
    list.replaceChildren(...now.slice(0, 100).map(([text, key], n) => {
      const one = made("li", null, text, { role: "option", id: `${id}o${n}`, "aria-selected": String(n === at) });
      one.addEventListener("mousedown", (event) => { event.preventDefault(); pick(key); }); // the focus stays in the search
      return one;
    }));
    if (!now.length) made("li", list, model.get("options").length ? words.none : words.empty, { class: "pp-none", "aria-disabled": "true", role: "option" });
    list.hidden = false;
    search.setAttribute("aria-expanded", "true");
    const active = at >= 0 ? list.children[at] : null;
    active ? search.setAttribute("aria-activedescendant", active.id) : search.removeAttribute("aria-activedescendant");
    active?.scrollIntoView({ block: "nearest" });
  }

  function close() {
    list.hidden = true;
    at = -1;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
  }

  function pick(key) {
    search.value = "";
    close();
    set(model.get("one") ? [key] : [...model.get("value"), key], words.put.replace("{record}", told(key) ?? key));
    draw();
  }

  function out(key) {
    const text = told(key) ?? key;
    set(model.get("value").filter((one) => one !== key), words.gone.replace("{record}", text));
    draw();
    search.focus();
  }

  search.addEventListener("focus", () => { said.textContent = words.many.replace("{n}", left().length); });
  search.addEventListener("click", offer);
  search.addEventListener("blur", close);
  search.addEventListener("input", (event) => { at = search.value ? 0 : -1; offer(); event.stopPropagation(); });
  search.addEventListener("change", (event) => event.stopPropagation()); // words of a search are saved nowhere
  search.addEventListener("keydown", (event) => {
    const open = !list.hidden;
    const n = left().length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      at = !n ? -1 : !open || at < 0 ? (step > 0 ? 0 : n - 1) : (at + step + n) % n;
      offer();
    } else if (event.key === "Enter" && open && at >= 0) pick(left()[at][1]);
    else if (event.key === "Escape" && (open || search.value)) { search.value = ""; close(); }
    else if (event.key === "Backspace" && !search.value && model.get("value").length) out(model.get("value").at(-1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  draw();
  model.on("change:value change:options", draw);
  model.on("change:of", () => { search.value = ""; close(); });
}

export default { render };
