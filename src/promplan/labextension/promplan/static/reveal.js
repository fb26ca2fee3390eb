// The guess comes first: what stands behind a question is closed until it is answered.
import { button, h } from "./dom.js";
import { sign } from "./signs.js";

export class Reveals {
  constructor(notebook) {
    this.notebook = notebook;
    this.groups = new Map();
    this.shown = new Set();
    notebook.listen("promplan:progress", ({ detail }) => this.heard(detail));
  }

  // a cell tagged `reveal:NAME`; the first of its name carries the card
  add(cell, name) {
    if (!this.groups.has(name)) this.groups.set(name, { name, cells: [], card: null });
    const group = this.groups.get(name);
    group.cells.push(cell);
    if (!group.card) this.card(group, cell);
    this.draw(group);
  }

  card(group, cell) {
    const { lab } = this.notebook;
    group.node = h("div", { class: "pp-reveal", role: "region" });
    group.card = new lab.lumino.Widget({ node: group.node });
    cell.layout.insertWidget(0, group.card);
    cell.addClass("pp-reveal-first");
  }

  draw(group) {
    const { words: say } = this.notebook;
    const open = this.shown.has(group.name) || this.answered?.includes(group.name);
    for (const cell of group.cells) cell.toggleClass("pp-closed", !open);
    const said = this.said?.[group.name] ?? [];
    const state = JSON.stringify([open, said]);
    if (state === group.state) return;
    group.state = state;
    group.node.classList.toggle("pp-reveal-open", Boolean(open));
    if (open) {
      const told = said.length ? [h("p", { class: "pp-said-before" }, `${say("You said:")} `, h("b", { text: said.join("; ") }))] : [];
      group.node.replaceChildren(h("h3", { tabindex: "-1", text: say("The answer") }), ...told);
    } else {
      const show = button({ class: "pp-reveal-button", onclick: () => this.show(group) }, say("Show me"));
      const text = h("div", {}, h("h3", { text: say("The answer") }), h("p", { text: say("It opens here when you have answered.") }));
      group.node.replaceChildren(sign("lock"), text, show);
    }
    group.node.setAttribute("aria-label", say("The answer"));
  }

  show(group) {
    this.shown.add(group.name);
    this.draw(group);
    group.node.querySelector("h3").focus();
  }

  heard({ answered, said }) {
    Object.assign(this, { answered, said });
    for (const group of this.groups.values()) this.draw(group);
  }
}
