// Elements in one line, and a block that is redrawn only when what it shows has changed.
export function h(tag, given = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "text") node.textContent = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  if (/^(button|input|summary|dialog)$/.test(tag)) node.dataset.lmSuppressShortcuts = "true";  // no key of JupyterLab's
  node.append(...children.filter((one) => one !== null && one !== undefined));
  return node;
}

export function button(given, ...children) {
  return h("button", { type: "button", ...given }, ...children);
}

export class Block {
  constructor(node, draw) {
    Object.assign(this, { node, draw, shown: null });
  }

  // the same data leave everything as it stands; else focus goes where it was by its key
  update(data) {
    const now = JSON.stringify(data);
    if (now === this.shown) return;
    this.shown = now;
    const key = this.node.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    this.node.replaceChildren(...this.draw(data));
    if (key) this.node.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }
}
