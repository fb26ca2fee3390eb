// A window of ours over the page; Esc closes it, and the focus goes back where it was.
import { button, h } from "./dom.js";
import { sign } from "./signs.js";

export class Dialog {
  constructor(say, language, title, { name = "", back = null } = {}) {
    const heading = h("h2", { id: `pp-dialog-${name}`, text: title });
    const close = button({ class: "pp-dialog-close", onclick: () => this.close() }, say("Close"));
    this.body = h("div", { class: "pp-dialog-body" });
    this.said = h("p", { class: "pp-dialog-said", role: "status" });
    const given = { class: `pp-dialog pp-dialog-${name}`, "aria-labelledby": heading.id, lang: language };
    this.node = h("dialog", given, h("div", { class: "pp-dialog-head" }, heading, close), this.body, this.said);
    this.node.addEventListener("click", ({ target }) => target === this.node && this.close());
    this.node.addEventListener("close", () => {
      this.node.remove();
      back?.();
    });
    // keys pressed in here are no keys of the notebook's
    this.node.addEventListener("keydown", (event) => event.stopPropagation());
  }

  open() {
    document.body.append(this.node);
    this.node.showModal();
    return this;
  }

  close() {
    this.node.close();
  }

  show(...parts) {
    this.body.replaceChildren(...parts);
  }

  tell(text, kind = "") {
    this.said.replaceChildren(...(text ? [...(kind ? [sign(kind)] : []), h("span", { text })] : []));
  }
}
