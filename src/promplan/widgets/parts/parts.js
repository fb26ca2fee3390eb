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

const SIGNS = {
  right: '<rect x="1.5" y="1.5" width="21" height="21" rx="3" fill="var(--pp-holds)"/><path d="M6.5 12.4l3.8 3.9 7.4-8.4" fill="none" stroke="var(--pp-on-holds)" stroke-width="2.8" stroke-linecap="round" stroke-linejoin="round"/>',
  wrong: '<circle cx="12" cy="12" r="11" fill="var(--pp-ink)"/><path d="M8 8l8 8M16 8l-8 8" stroke="var(--pp-sheet)" stroke-width="2.8" stroke-linecap="round"/>',
  noted: '<circle cx="12" cy="12" r="9.5" fill="none" stroke="var(--pp-primer)" stroke-width="2.2" stroke-dasharray="3.5 3"/><circle cx="12" cy="12" r="4" fill="var(--pp-primer)"/>',
};

function signed(name, parent) {
  const one = made("span", parent, "", { class: `pp-sign pp-sign-${name}`, "aria-hidden": "true" });
  one.innerHTML = `<svg viewBox="0 0 24 24">${SIGNS[name]}</svg>`;
  return one;
}

// A button that the notebook's own keys leave alone.
function pressed(parent, text, kind, act, given = {}) {
  return made("button", parent, text, { type: "button", class: `pp-btn pp-${kind}`, "data-lm-suppress-shortcuts": "true", onclick: act, ...given });
}

