// What every editor's script has: elements in one line whose words are text, and signs told apart by shape.
function made(tag, parent = null, text = "", given = {}) {
  const one = document.createElement(tag);
  if (text) one.textContent = text;
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") one.className = value;
    else if (name.startsWith("on")) one.addEventListener(name.slice(2), value);
    else one.setAttribute(name, value === true ? "" : value);
  }
  parent?.append(one);
  return one;
}

function signed(name, parent) {
  const one = made("span", parent, "", { class: `pp-sign pp-sign-${name}`, "aria-hidden": "true" });
  one.innerHTML = drawSign(name); // the shell's own, see parts/__init__.py
  return one;
}

// A button that the notebook's own keys leave alone.
function pressed(parent, text, kind, act, given = {}) {
  return made("button", parent, text, { type: "button", class: `pp-btn pp-${kind}`, "data-lm-suppress-shortcuts": "true", onclick: act, ...given });
}

// To the desk on the same page with what is asked about; where there is none, `said` tells where one is.
function askedAtDesk(key, el, said, where) {
  const detail = { key, page: el.closest(".jp-NotebookPanel") };
  const unheard = document.dispatchEvent(new CustomEvent("promplan:ask", { detail, cancelable: true }));
  said.textContent = unheard ? where : "";
}
